//! The timetable that a town hall pins up: cycles in the commune, cycles nearby with places left, how to enrol, and a
//! map. One page for any number of cycles. It names no people.

use serde_json::{Value as Json, json};

use super::{frame, words};
use crate::instance::ids::CommuneId;
use crate::instance::units::{Euros, Minutes};
use crate::output::export::Export;
use crate::output::export::facts::{address, capitalised, elsewhere};
use crate::output::export::maps::surroundings;
use crate::plan::Cycle;
use crate::plan::places::places_left;

/// Numbers of cycles shown from nearby: if the commune has its own, and if it has none.
const NEARBY: (usize, usize) = (2, 5);

/// Largest size of a poster with room to spare, relative to the usual one.
const LARGEST: f64 = 1.3;
/// Number of cycles shown if all are far.
const BEYOND: usize = 3;
/// Number of a commune's cycles above which each has a single line.
const AIRY: usize = 8;

/// The poster's bytes.
///
/// # Errors
/// The fault of the template.
pub fn poster(export: &Export, commune: CommuneId) -> Result<Vec<u8>, String> {
    let data = data(export, commune);
    // A long list does not fit at any size above the usual one, so it is not tried.
    let largest = if data["compact"] == true { 1.0 } else { LARGEST };
    export.press.print_on_one_page("poster.typ", data, export.made, largest)
}

fn data(export: &Export, commune: CommuneId) -> Json {
    let Export { instance, plan, messages, .. } = export;
    let town = &instance.communes[commune];
    let title = messages.text("poster-title", &[("commune", town.name.as_str().into())]);
    let is_invented = instance.is_invented || export.contacts.is_some_and(|contacts| contacts.is_invented);
    let mut data = frame(&title, is_invented, export.made, messages);
    // Cycles that are over or end early are closed to enrolment.
    let is_shown = |cycle: &&Cycle| !cycle.is_broken_off() && export.is_to_come(cycle);
    let is_here = |cycle: &&Cycle| instance.venues[cycle.venue].commune == commune;
    let mut here: Vec<&Cycle> = plan.cycles.iter().filter(is_here).filter(is_shown).collect();
    here.sort_by_key(|cycle| (cycle.sessions.first().copied(), instance.slots[cycle.slot].start_minute));
    let (near, near_title) = nearby(export, commune, here.is_empty());
    let rules = &instance.rules.cycle;
    let hours = rules.session_minutes.to_f64() / 60.0;
    let decimals = usize::from(hours.fract() != 0.0);
    let promise = [
        ("sessions", rules.sessions.into()),
        ("hours", messages.number(hours, decimals).into()),
        ("places", rules.max_group.into()),
    ];
    let none_here = messages.text("poster-none-here", &[("commune", town.name.as_str().into())]);
    let keys = ["kicker", "when", "dates", "where", "places", "here", "enrol", "step-free"];
    data["words"] = words(messages, "poster", keys);
    data["words"]["near"] = messages.text(near_title, &[]).into();
    data["commune"] = town.name.as_str().into();
    data["promise"] = messages.text("poster-promise", &promise).into();
    data["none-here"] = none_here.into();
    data["compact"] = (here.len() > AIRY).into();
    data["here"] = here.iter().map(|cycle| card(export, cycle, None)).collect();
    data["near"] = near.iter().map(|cycle| card(export, cycle, Some(commune))).collect();
    data["enrol"] = enrolment(export, commune).into();
    data["map"] = surroundings(export, commune).into();
    data["map-words"] = messages.text("poster-map", &[("commune", town.name.as_str().into())]).into();
    data
}

/// Cycles elsewhere with places left, nearest first, with the key of their heading: those within the journey that
/// residents accept by default. If a commune without its own cycles has none in reach, the nearest beyond.
fn nearby<'a>(export: &Export<'a>, commune: CommuneId, has_none: bool) -> (Vec<&'a Cycle>, &'static str) {
    let (instance, plan) = (export.instance, export.plan);
    let venue_commune = |cycle: &Cycle| instance.venues[cycle.venue].commune;
    let mut near: Vec<_> = plan
        .cycles
        .iter()
        .filter(|cycle| venue_commune(cycle) != commune && places_left(instance, cycle) > 0)
        .filter_map(|cycle| Some((instance.way(commune, venue_commune(cycle))?, cycle)))
        .collect();
    near.sort_by_key(|(way, cycle)| (*way, cycle.sessions.first().copied(), &cycle.id));
    let n_close = near.iter().filter(|(way, _)| way.minutes <= instance.rules.travel.max_travel).count();
    let (shown, title) = match (n_close, has_none) {
        (0, false) => (0, "poster-near"),
        (0, true) => (BEYOND, "poster-nearest"),
        (_, false) => (n_close.min(NEARBY.0), "poster-near"),
        (_, true) => (n_close.min(NEARBY.1), "poster-near"),
    };
    (near.into_iter().take(shown).map(|(_, cycle)| cycle).collect(), title)
}

/// A cycle as on the poster; `from` is the commune from which it is reached.
fn card(export: &Export, cycle: &Cycle, from: Option<CommuneId>) -> Json {
    let Export { instance, messages, .. } = export;
    let venue = &instance.venues[cycle.venue];
    let (start, end) = instance.session_time(cycle.slot);
    let time = |minutes: Minutes| messages.time_of_day(minutes.to_f64() as u16);
    let way = from.and_then(|from| instance.way(from, venue.commune)).map(|way| {
        let minutes = messages.number(way.minutes.to_f64().round(), 0);
        let key = if from.is_some_and(|from| instance.travel.is_measured(from, venue.commune)) {
            "poster-way-measured"
        } else {
            "poster-way-estimated"
        };
        messages.text(key, &[("minutes", minutes.into())])
    });
    let left = places_left(instance, cycle);
    let exceptions = cycle.sessions.iter().filter_map(|&date| {
        let place = elsewhere(export, cycle, date)?;
        Some(
            messages
                .text("poster-elsewhere", &[("date", messages.date(date).into()), ("place", place.into())]),
        )
    });
    let track = if instance.tracks.len() > 1 {
        messages.text("poster-track", &[("track", instance.tracks[cycle.track].as_str().into())])
    } else {
        String::new()
    };
    json!({
        "weekday": capitalised(&messages.weekday(instance.slots[cycle.slot].weekday)),
        "time": format!("{} – {}", time(start), time(end)),
        "dates": messages.dates(&cycle.sessions),
        "track": track,
        "venue": venue.name,
        // On the commune's own poster its name is superfluous.
        "address": if from.is_none() { venue.address.clone().unwrap_or_default() } else { address(instance, cycle.venue) },
        "step-free": venue.step_free,
        "exceptions": exceptions.collect::<Vec<String>>(),
        "way": way.unwrap_or_default(),
        "left": left,
        "left-words": messages.text("poster-left", &[("left", left.into())]),
    })
}

/// How to enrol: at the town hall, as far as it is known, and the fee.
fn enrolment(export: &Export, commune: CommuneId) -> Vec<String> {
    let Export { instance, messages, .. } = export;
    let town = instance.communes[commune].name.as_str();
    let mut lines = Vec::new();
    match export.contacts.and_then(|contacts| contacts.mairies.get(&commune)) {
        Some(hall) => {
            lines.push(messages.text("poster-enrol-hall", &[("hall", hall.name.as_str().into())]));
            lines.extend(
                [&hall.address, &hall.phone, &hall.email, &hall.hours].into_iter().flatten().cloned(),
            );
        }
        None => lines.push(messages.text("poster-enrol-town", &[("commune", town.into())])),
    }
    let fee = instance.rules.costs.fee;
    lines.push(if fee > Euros::ZERO {
        messages.text("poster-fee", &[("fee", messages.euros(fee).into())])
    } else {
        messages.text("poster-free", &[])
    });
    lines.push(messages.text("poster-bring", &[]));
    lines
}
