//! Overview of a scenario's tables: the number of findings in each.

use std::path::Path;

use crate::app::common::Failure;
use crate::diagnostics::{Diagnostic, Severity};
use crate::input::amending::part::{Named, parts};
use crate::input::{Sources, findings};

/// Maximum number of findings of one kind listed for each file; the others are counted.
const LISTED: usize = 20;

/// The tables of a scenario, as their files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// In the order in which they are read.
    pub tables: Vec<(Named, Count)>,
    /// Findings in no table: in the scenario itself, for example.
    pub elsewhere: Count,
}

/// Number of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Errors.
    pub faults: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Count {
    fn add(&mut self, found: &Diagnostic) {
        let count = 1 + found.and_more;
        match found.severity() {
            Severity::Error => self.faults += count,
            Severity::Warning => self.warnings += count,
            Severity::Note => {}
        }
    }
}

/// Counts the findings in each table of a scenario.
///
/// # Errors
/// If the scenario cannot be read at all.
pub fn overview(scenario: &Path) -> Result<Overview, Failure> {
    let sources = Sources::disk();
    let named = parts(&sources, scenario).map_err(Failure::input)?;
    let tables = named.into_iter().map(|table| (table, Count::default())).collect();
    let mut overview = Overview { tables, elsewhere: Count::default() };
    for found in findings(&sources, scenario, LISTED) {
        let table = overview.tables.iter_mut().find(|(table, _)| table.has(&found.at));
        table.map_or(&mut overview.elsewhere, |(_, count)| count).add(&found);
    }
    Ok(overview)
}
