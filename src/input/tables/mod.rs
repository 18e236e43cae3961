//! One reader for each table of PROBLEM.md section 2.

mod closures;
mod communes;
mod kits;
mod residents;
mod roads;
mod slots;
mod trainers;
mod venues;

use super::table::Column;

pub(crate) use super::communes::Communes;
pub(crate) use closures::{Scopes, closures};
pub(crate) use communes::communes;
pub(crate) use kits::kits;
pub(crate) use residents::{Known, PartyRow, Residents, residents};
pub(crate) use roads::{measured_pairs, roads};
pub(crate) use slots::slots;
pub(crate) use trainers::{TracksTaught, trainers};
pub(crate) use venues::venues;

use super::names::Names;
use crate::diagnostics::Code;

/// A table that others refer to: its rows and their identifiers.
#[derive(Debug)]
pub(crate) struct Table<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) names: Names,
}

impl<T> Table<T> {
    /// A table without rows: every reference to it is a fault of this code.
    pub(crate) fn empty(unknown: Code) -> Self {
        let mut names = Names::new(unknown);
        names.complete(true);
        Self { rows: Vec::new(), names }
    }
}

/// The columns of the tables whose rows a batch chooses among: trainers, kits, residents.
pub(crate) fn columns_of(table: &str) -> &'static [Column] {
    match table {
        "trainers" => trainers::COLUMNS,
        "kits" => kits::COLUMNS,
        _ => residents::COLUMNS,
    }
}
