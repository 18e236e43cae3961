//! The files of a plan: one pure exporter for each file, and [`mod@write`], which alone touches the disk.
//!
//! `plan.json` is the plan for programs; its keys are English and its amounts exact. The tables are for spreadsheets
//! ([`table`] says in which dialect): their headers are the same in both languages, so that formulas and scripts
//! keep working; what people read in their cells (weekdays, reasons) is in the language of the documents.
//!
//! No exporter computes: figures come from `plan`.

pub mod calendar;
mod changes;
mod costs;
mod cycles;
pub mod distances;
pub mod export;
pub mod grid;
pub mod invented;
mod kit_roster;
mod leftovers;
pub mod page;
pub mod paper;
#[cfg(feature = "parquet")]
pub mod parquet;
mod participants;
mod plan_json;
mod reasons;
pub mod report;
pub mod residents;
pub mod roads;
mod sessions;
pub mod sheets;
pub mod summary;
pub mod svg;
pub mod table;
mod unserved;
pub mod workbook;
pub mod write;

use crate::instance::Instance;
use crate::messages::Messages;
use crate::plan::solved::Solved;

pub use changes::bill_rows;
pub use leftovers::{Leftovers, leftovers};
pub use reasons::reason;

/// The plan itself, for programs.
pub const PLAN: &str = "plan.json";

/// Names of a plan's files, in the order in which they are written.
pub const NAMES: [&str; 7] =
    ["cycles.csv", "sessions.csv", "participants.csv", "unserved.csv", "costs.csv", "kit_roster.csv", PLAN];

/// The bill of changes, written alongside them if a plan was announced.
pub const CHANGES: &str = "changes.csv";

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder, with `/` between folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it names people: then only its owner may read it, where the system has file owners.
    pub names_people: bool,
}

impl File {
    /// A file that names no people.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes, names_people: false }
    }
}

/// Everything that a plan's files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Delivery<'a> {
    /// The input.
    pub instance: &'a Instance,
    /// The plan.
    pub solved: &'a Solved,
    /// The catalogue in the language of the documents.
    pub messages: &'a Messages,
    /// The seed of the search.
    pub seed: u64,
    /// Seconds that planning took: the only figure that differs between runs.
    pub wall_s: f64,
    /// What was replanned, where everything else was to stay.
    pub only: &'a [String],
}

impl Delivery<'_> {
    /// Adds the label to a table if its data was invented: every file of such data says so.
    fn labelled(&self, table: table::Table) -> table::Table {
        if self.instance.is_invented {
            table.with_note("note", &self.messages.text("invented", &[]))
        } else {
            table
        }
    }
}

/// Every file of a plan, in the order of [`NAMES`]; if a plan was announced, the bill of changes is last but one.
pub fn files(delivery: &Delivery) -> Vec<File> {
    let tables = [
        cycles::cycles(delivery),
        sessions::sessions(delivery),
        participants::participants(delivery),
        unserved::unserved(delivery),
        costs::costs(delivery),
        kit_roster::kit_roster(delivery),
    ];
    let tables = tables.iter().map(|table| table.encoded(delivery.messages.lang));
    let contents = tables.chain(std::iter::once(plan_json::plan_json(delivery)));
    let mut files: Vec<File> =
        NAMES.into_iter().zip(contents).map(|(name, bytes)| File::new(name, bytes)).collect();
    let bill = changes::changes(delivery).map(|table| table.encoded(delivery.messages.lang));
    let last = files.len().saturating_sub(1);
    files.splice(last..last, bill.map(|bytes| File::new(CHANGES, bytes)));
    files
}
