//! The files of a comparison: tables for programs and spreadsheets, and the report for people, as Markdown and as a single page.

mod beside;
mod maps;
mod markdown;
mod page;
mod sheets;
mod tables;

use std::collections::BTreeMap;

pub use beside::{Beside, Row};
use geo::MultiPolygon;

use super::pareto::Trade;
use super::study::Study;
use crate::messages::Messages;
use crate::output::File;
use crate::output::table::Table;

/// Everything that a comparison's files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// The plans.
    pub study: &'a Study,
    /// The indicators to trade off.
    pub trade: &'a Trade,
    /// The catalogue in the language of the documents.
    pub messages: &'a Messages,
    /// Outlines of communes, by INSEE code, if known.
    pub outlines: &'a BTreeMap<String, MultiPolygon>,
    /// Positions of the two plans to compare on maps.
    pub pair: Option<(usize, usize)>,
}

impl Comparison<'_> {
    /// The indicators by which people compare these plans.
    fn shown(&self) -> impl Iterator<Item = &'static str> + use<> {
        let of_changes =
            LIVING.map(|column| self.study.plans.iter().any(|plan| plan.number(column).is_some()));
        let living = LIVING.into_iter().zip(of_changes).filter(|(_, is_known)| *is_known);
        SHOWN.into_iter().chain(living.map(|(column, _)| column))
    }

    /// Adds a note to a table if its plans use invented data, which is labelled in every file.
    fn labelled(&self, table: Table) -> Table {
        if self.study.is_invented() {
            table.with_note("note", &self.messages.text("invented", &[]))
        } else {
            table
        }
    }
}

/// Names of the files, in the order in which they are written.
pub const NAMES: [&str; 7] = [
    "steps.csv",
    "effects.csv",
    "robustness.csv",
    "hosts.csv",
    "comparison.csv",
    "comparison.md",
    "comparison.html",
];

/// The indicators by which people compare plans.
const SHOWN: [&str; 9] = [
    "served",
    "cycles",
    "host_communes",
    "mean_travel_min",
    "mean_wait_days",
    "net",
    "net_per_participant",
    "objective",
    "gap",
];

/// Additional indicators if a plan was announced.
const LIVING: [&str; 2] = ["calls", "service_changes"];

/// The indicators for which effects are shown.
pub const EFFECTS: [&str; 4] = ["served", "net", "objective", "mean_travel_min"];

/// Every file of a comparison.
pub fn files(comparison: &Comparison) -> Vec<File> {
    let encoded = |table: Table| comparison.labelled(table).encoded(comparison.messages.lang);
    let contents = [
        encoded(sheets::steps(comparison)),
        encoded(sheets::effects(comparison)),
        encoded(sheets::robustness(comparison)),
        encoded(sheets::hosts(comparison)),
        encoded(sheets::plans(comparison)),
        markdown::markdown(comparison).into_bytes(),
        page::page(comparison),
    ];
    NAMES.into_iter().zip(contents).map(|(name, bytes)| File::new(name, bytes)).collect()
}
