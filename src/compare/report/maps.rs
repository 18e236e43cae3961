//! Two plans on maps of their territory.

use super::Comparison;
use crate::compare::portrait::{CommunePortrait, Portrait};
use crate::output::svg::map::{Area, Layers, MIDDLE_LETTERS, Place, Shade, map};
use crate::output::svg::{Words, step};

/// A map of a plan: each commune's share served, and its cycles.
pub(super) fn of_plan(comparison: &Comparison, portrait: &Portrait, words: &Words) -> String {
    let hints: Vec<String> = portrait.communes.values().map(|commune| told(comparison, commune)).collect();
    let areas = portrait.communes.iter().zip(&hints).map(|((insee, commune), hint)| Area {
        key: insee,
        outline: comparison.outlines.get(insee),
        point: commune.point,
        hint,
        label: &commune.name,
        shade: match commune.interested {
            0 => Shade::Plain,
            interested => Shade::Step(step(commune.served as f64 / interested as f64)),
        },
    });
    let hosts = portrait.communes.values().zip(&hints).filter(|(commune, _)| commune.cycles > 0);
    let places =
        hosts.map(|(commune, hint)| Place { point: commune.point, amount: commune.cycles as f64, hint });
    map(words, &layers(areas.collect(), places.collect()))
}

/// Layers for maps shown side by side if the window is wide enough.
fn layers<'a>(areas: Vec<Area<'a>>, places: Vec<Place<'a>>) -> Layers<'a> {
    Layers { areas, places, letters: MIDDLE_LETTERS, ..Layers::default() }
}

fn told(comparison: &Comparison, commune: &CommunePortrait) -> String {
    let variables = [
        ("commune", commune.name.as_str().into()),
        ("served", commune.served.into()),
        ("interested", commune.interested.into()),
        ("cycles", commune.cycles.into()),
    ];
    comparison.messages.text("map-commune", &variables)
}

/// Where the second plan serves more or fewer residents, and where it opens or closes cycles.
pub(super) fn difference(
    comparison: &Comparison,
    before: &Portrait,
    after: &Portrait,
    words: &Words,
) -> String {
    let change = |insee: &String, commune: &CommunePortrait| {
        let other = before.communes.get(insee);
        let of = |count: fn(&CommunePortrait) -> usize| {
            count(commune) as i64 - other.map_or(0, |other| count(other) as i64)
        };
        (of(|commune| commune.served), of(|commune| commune.cycles))
    };
    let messages = comparison.messages;
    let hints: Vec<String> = after
        .communes
        .iter()
        .map(|(insee, commune)| {
            let (served, cycles) = change(insee, commune);
            let variables = [
                ("commune", commune.name.as_str().into()),
                ("served", messages.signed(served).into()),
                ("cycles", messages.signed(cycles).into()),
            ];
            messages.text("difference-commune", &variables)
        })
        .collect();
    let areas = after.communes.iter().zip(&hints).map(|((insee, commune), hint)| Area {
        key: insee,
        outline: comparison.outlines.get(insee),
        point: commune.point,
        hint,
        label: &commune.name,
        shade: match change(insee, commune).0 {
            0 => Shade::Plain,
            served if served > 0 => Shade::Step(4),
            _ => Shade::Chosen,
        },
    });
    let changed =
        after.communes.iter().zip(&hints).filter(|((insee, commune), _)| change(insee, commune).1 != 0);
    let places = changed.map(|((insee, commune), hint)| Place {
        point: commune.point,
        amount: change(insee, commune).1.unsigned_abs() as f64,
        hint,
    });
    map(words, &layers(areas.collect(), places.collect()))
}
