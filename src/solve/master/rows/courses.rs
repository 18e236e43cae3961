//! Each announced cycle continues in one course (rules L1, L2): `Σ_{courses of k} λ_c = 1` for each committed cycle k, `≤ 1` for
//! those open to change.
//!
//! # Design
//! Why do the duals of these rows count as zero in prices? The bound takes the single cheapest course of each cycle, which is
//! equivalent to the best duals of these rows. The program's own duals only show which courses would improve it.

use std::collections::BTreeMap;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::Space;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::kind::{Entries, Kind, Start};
use crate::instance::ids::AnnouncedId;

const NATURE: Nature = Nature { name: "course", is_lone: false, is_room: false };

/// The rows of announced cycles.
#[derive(Debug, Clone)]
pub(crate) struct Courses {
    rows: BTreeMap<AnnouncedId, RowIndex>,
}

impl Kind for Courses {
    fn new(_: &mut Start) -> Self {
        Self { rows: BTreeMap::new() }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        let standing = &space.standing;
        for (cycle, patterns) in standing.of_cycle.iter_enumerated() {
            if standing.bound.contains(&cycle) {
                self.rows.insert(cycle, start.rows.equal(&NATURE, &[], 1.0));
            } else if patterns.iter().any(|&pattern| space.patterns[pattern].course.is_some()) {
                self.rows.insert(cycle, start.rows.at_most(&NATURE, &[], 1.0));
            }
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        if let Some(row) = self.row(space, column) {
            entries.add(row, 1.0);
        }
    }

    fn sign(&self, _: &Space, duals: &mut [f64]) {
        self.rows.values().for_each(|&row| duals[row] = 0.0);
    }
}

impl Courses {
    /// The given duals of its rows.
    pub(crate) fn agreed(&self, duals: &[f64]) -> BTreeMap<RowIndex, f64> {
        self.rows.values().filter_map(|&row| Some((row, *duals.get(row)?))).collect()
    }

    /// The row of the announced cycle of which a column is a course.
    pub(crate) fn row(&self, space: &Space, column: &Column) -> Option<RowIndex> {
        self.rows.get(&space.course(column.pattern)?.cycle).copied()
    }
}
