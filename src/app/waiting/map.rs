//! A map of the residents who wait: communes shaded by their number.

use std::path::Path;

use crate::input::read_boundaries;
use crate::messages::Messages;
use crate::output::svg::map::{Area, Layers, SMALL_LETTERS, Shade, map};
use crate::output::svg::{Words, step};

/// A commune of the map, with the number of residents who wait there.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its INSEE code.
    pub insee: String,
    /// Its name.
    pub name: String,
    /// Longitude and latitude, degrees.
    pub point: (f64, f64),
    /// Number of residents who wait.
    pub count: usize,
}

/// The map as SVG; `None` if nobody waits, or there are no outlines of communes next to their table.
pub fn drawn(spots: &[Spot], outlines: &Path, messages: &Messages) -> Option<String> {
    let most = spots.iter().map(|spot| spot.count).max().filter(|&most| most > 0)?;
    let (outlines, _) = read_boundaries(outlines, None).ok()?;
    let words = |spot: &Spot| {
        let variables = [("commune", spot.name.as_str().into()), ("count", spot.count.into())];
        messages.text("waiting-of-commune", &variables)
    };
    let hints: Vec<String> = spots.iter().map(words).collect();
    let label = |spot: &Spot| match spot.count {
        0 => String::new(),
        count => [spot.name.as_str(), &messages.number(count as f64, 0)].join(" "),
    };
    let labels: Vec<String> = spots.iter().map(label).collect();
    let shade = |count: usize| match count {
        0 => Shade::Plain,
        // A commune where somebody waits is always visible: the lightest step means none.
        _ => Shade::Step(step(count as f64 / most as f64).max(1)),
    };
    let areas = spots.iter().zip(&hints).zip(&labels).map(|((spot, hint), label)| Area {
        key: &spot.insee,
        outline: outlines.get(&spot.insee),
        point: spot.point,
        hint,
        label,
        shade: shade(spot.count),
    });
    let layers = Layers { areas: areas.collect(), letters: SMALL_LETTERS, ..Layers::default() };
    let title = messages.text("waiting-map", &[]);
    let words =
        Words { id: "waiting-map".to_owned(), title, description: messages.text("waiting-map-how", &[]) };
    Some(map(&words, &layers))
}
