//! The one owner of right-hand sides: whoever adds a row, to a program or to a copy that only prices, adds it here.

use super::super::milp::formulation::Formulation;
use super::super::milp::lp::{ColumnIndex, Lp, RowIndex};
use super::super::space::Space;
use super::column::Column;

/// What the rows of a kind have in common.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Nature {
    /// What they are about, in a word.
    pub(crate) name: &'static str,
    /// Whether an ascent moves the dual of each by itself, with nothing to heed but its sign.
    pub(crate) is_lone: bool,
    /// Whether what a row limits is room for whole cycles, of which each takes one.
    pub(crate) is_room: bool,
}

/// Which duals are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// `≤`: at most 0.
    AtMost,
    /// `≥`: at least 0.
    AtLeast,
    /// `=`: any.
    Equal,
}

/// A row as the ledger knows it.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    nature: &'static Nature,
    sense: Sense,
    rhs: f64,
}

/// All rows, in the order of their numbers: what each is about, its sense and its right-hand side.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What a row is about.
    pub(crate) fn nature(&self, row: RowIndex) -> &'static Nature {
        self.entries[row].nature
    }

    /// Right-hand sides: what rows leave before anything is chosen.
    pub(crate) fn right_sides(&self) -> Vec<f64> {
        self.entries.iter().map(|entry| entry.rhs).collect()
    }

    /// `Σ dual × right-hand side`.
    pub(crate) fn worth(&self, duals: &[f64]) -> f64 {
        duals.iter().zip(&self.entries).map(|(dual, entry)| dual * entry.rhs).sum()
    }

    /// A dual for each row: those given, as far as they go and with zero in the place of a wrong sign.
    pub(crate) fn signed(&self, duals: &[f64]) -> Vec<f64> {
        let given = duals.iter().copied().chain(std::iter::repeat(0.0));
        let signed = self.entries.iter().zip(given).map(|(entry, dual)| match entry.sense {
            Sense::AtMost => dual.min(0.0),
            Sense::AtLeast => dual.max(0.0),
            Sense::Equal => dual,
        });
        signed.collect()
    }

    /// Rows whose nature is so.
    pub(crate) fn rows_that(&self, is_so: impl Fn(&Nature) -> bool) -> impl Iterator<Item = RowIndex> {
        self.entries.iter().enumerate().filter(move |(_, entry)| is_so(entry.nature)).map(|(row, _)| row)
    }

    fn add(&mut self, nature: &'static Nature, sense: Sense, rhs: f64) -> RowIndex {
        self.entries.push(Entry { nature, sense, rhs });
        self.entries.len() - 1
    }
}

/// The ledger and the program in the making, for rows from the start.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    pub(crate) ledger: Ledger,
    pub(crate) model: Formulation,
}

impl Beginning {
    /// A variable of this cost, from 0 on.
    pub(crate) fn variable(&mut self, cost: f64) -> ColumnIndex {
        self.model.real(cost)
    }

    /// The row `Σ terms ≤ limit`.
    pub(crate) fn at_most(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.model.at_most(terms, limit);
        self.ledger.add(nature, Sense::AtMost, limit)
    }

    /// The row `Σ terms = value`.
    pub(crate) fn equal(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        value: f64,
    ) -> RowIndex {
        self.model.equal(terms, value);
        self.ledger.add(nature, Sense::Equal, value)
    }

    /// The row `Σ terms ≥ limit`.
    pub(crate) fn at_least(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.model.at_least(terms, limit);
        self.ledger.add(nature, Sense::AtLeast, limit)
    }
}

/// A living program and the cycles that it has.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) lp: Lp,
    /// Each with its column.
    pub(crate) cycles: Vec<(Column, ColumnIndex)>,
}

/// The ledger, and the living program where there is one, for rows that join later. Without a program they are for pricing:
/// then variables have no number that means anything, and no cycle has a column.
#[derive(Debug)]
pub(crate) struct Joining<'p, 's> {
    pub(crate) space: &'s Space<'s>,
    pub(crate) ledger: &'p mut Ledger,
    pub(crate) program: Option<&'p mut Program>,
}

impl Joining<'_, '_> {
    /// A variable of this cost, from 0 on.
    pub(crate) fn variable(&mut self, cost: f64, entries: &[(RowIndex, f64)]) -> ColumnIndex {
        self.program.as_mut().map_or(0, |program| program.lp.add_column(cost, f64::INFINITY, entries))
    }

    /// The row `Σ terms ≤ limit`.
    pub(crate) fn at_most(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::AtMost, limit), (f64::NEG_INFINITY, limit), terms)
    }

    /// The row `Σ terms ≥ limit`.
    pub(crate) fn at_least(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::AtLeast, limit), (limit, f64::INFINITY), terms)
    }

    /// The row `Σ terms = value`.
    pub(crate) fn equal(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        value: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::Equal, value), (value, value), terms)
    }

    /// A present cycle, by its place among them.
    pub(crate) fn cycle(&self, place: usize) -> Option<&(Column, ColumnIndex)> {
        self.program.as_ref()?.cycles.get(place)
    }

    /// Terms of the present cycles: those whose factor is not 0.
    pub(crate) fn cycles(&self, factor: impl Fn(&Column) -> f64) -> Vec<(ColumnIndex, f64)> {
        let held = self.program.iter().flat_map(|program| &program.cycles);
        held.map(|(column, index)| (*index, factor(column))).filter(|&(_, factor)| factor != 0.0).collect()
    }

    /// Fixes the range of a variable.
    pub(crate) fn set_bounds(&mut self, variable: ColumnIndex, (lower, upper): (f64, f64)) {
        if let Some(program) = &mut self.program {
            program.lp.set_bounds(variable, lower, upper);
        }
    }

    fn add(
        &mut self,
        nature: &'static Nature,
        (sense, rhs): (Sense, f64),
        (lower, upper): (f64, f64),
        terms: &[(ColumnIndex, f64)],
    ) -> RowIndex {
        let row = self.ledger.add(nature, sense, rhs);
        if let Some(program) = &mut self.program {
            let of_program = program.lp.add_row(lower, upper, terms);
            debug_assert_eq!(row, of_program, "{} and the program count alike", nature.name);
        }
        row
    }
}
