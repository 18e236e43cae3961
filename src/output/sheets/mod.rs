//! The tables of workbooks and of the report, for people: headings in their language, dates and amounts as such.
//!
//! Each function makes one table, of the cycles that a document covers. No figure is computed here: they come from
//! `plan`. Residents and trainers appear by identifier only.

mod changes;
mod costs;
mod cycles;
mod people;

pub use changes::{bill, gains};
pub use costs::{costs_by_commune, costs_by_cycle, kit_roster};
pub use cycles::{cycles, sessions};
pub use people::{fairness, participants, waiting};

use super::grid::{Grid, Value};
use crate::output::export::Export;

/// A first sheet that describes the workbook, with some counts under keys of the catalogue, and a note if its data is
/// invented.
pub fn about(export: &Export, title: &str, counts: &[(&str, usize)]) -> Grid {
    let Export { instance, messages, .. } = export;
    let mut grid = Grid::new(messages, "sheet-about", [("head-about", 34.0), ("head-figure", 60.0)]);
    let text = |key: &str| Value::Text(messages.text(key, &[]));
    grid.push([text("about-document"), title.into()]);
    grid.push([text("about-scenario"), (&instance.name).into()]);
    grid.push([text("about-from"), instance.rules.horizon.start.into()]);
    grid.push([text("about-until"), instance.rules.horizon.end.into()]);
    for &(key, count) in counts {
        grid.push([text(key), count.into()]);
    }
    grid.push([text("about-privacy"), text("about-privacy-text")]);
    grid.push([text("about-travel"), text("about-travel-text")]);
    if instance.is_invented {
        grid.push([text("about-data"), text("invented-notice")]);
    }
    grid
}
