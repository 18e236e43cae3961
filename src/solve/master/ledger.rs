//! The only owner of right-hand sides: every row, of a program or of a copy for pricing only, is registered here.

use super::super::milp::formulation::Formulation;
use super::super::milp::lp::{ColumnIndex, Lp, RowIndex};
use super::super::space::Space;
use super::column::Column;

/// The common properties of the rows of a kind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Nature {
    /// Name of the kind.
    pub(crate) name: &'static str,
    /// Whether an ascent moves the dual of each row independently, subject only to its sign.
    pub(crate) is_lone: bool,
    /// Whether a row limits a number of cycles or sessions, of which each cycle or session takes one.
    pub(crate) is_room: bool,
}

/// The sense of a row, which determines the sign of its dual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// `≤`: at most 0.
    AtMost,
    /// `≥`: at least 0.
    AtLeast,
    /// `=`: any.
    Equal,
}

/// A row in the ledger.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    nature: &'static Nature,
    sense: Sense,
    rhs: f64,
}

/// All rows, in the order of their indices: nature, sense and right-hand side.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The nature of a row.
    pub(crate) fn nature(&self, row: RowIndex) -> &'static Nature {
        self.entries[row].nature
    }

    /// Right-hand sides: the slack of rows before anything is chosen.
    pub(crate) fn right_sides(&self) -> Vec<f64> {
        self.entries.iter().map(|entry| entry.rhs).collect()
    }

    /// `Σ dual × right-hand side`.
    pub(crate) fn worth(&self, duals: &[f64]) -> f64 {
        duals.iter().zip(&self.entries).map(|(dual, entry)| dual * entry.rhs).sum()
    }

    /// A dual for each row: the given one, or zero if it is missing or has the wrong sign.
    pub(crate) fn signed(&self, duals: &[f64]) -> Vec<f64> {
        let given = duals.iter().copied().chain(std::iter::repeat(0.0));
        let signed = self.entries.iter().zip(given).map(|(entry, dual)| match entry.sense {
            Sense::AtMost => dual.min(0.0),
            Sense::AtLeast => dual.max(0.0),
            Sense::Equal => dual,
        });
        signed.collect()
    }

    /// Rows whose nature satisfies `is_so`.
    pub(crate) fn rows_that(&self, is_so: impl Fn(&Nature) -> bool) -> impl Iterator<Item = RowIndex> {
        self.entries.iter().enumerate().filter(move |(_, entry)| is_so(entry.nature)).map(|(row, _)| row)
    }

    fn add(&mut self, nature: &'static Nature, sense: Sense, rhs: f64) -> RowIndex {
        self.entries.push(Entry { nature, sense, rhs });
        self.entries.len() - 1
    }
}

/// The ledger and the program under construction, for the initial rows.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    pub(crate) ledger: Ledger,
    pub(crate) model: Formulation,
}

impl Beginning {
    /// Adds a variable with this cost, at least 0.
    pub(crate) fn variable(&mut self, cost: f64) -> ColumnIndex {
        self.model.real(cost)
    }

    /// Adds the row `Σ terms ≤ limit`.
    pub(crate) fn at_most(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.model.at_most(terms, limit);
        self.ledger.add(nature, Sense::AtMost, limit)
    }

    /// Adds the row `Σ terms = value`.
    pub(crate) fn equal(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        value: f64,
    ) -> RowIndex {
        self.model.equal(terms, value);
        self.ledger.add(nature, Sense::Equal, value)
    }

    /// Adds the row `Σ terms ≥ limit`.
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

/// The linear program and its cycles.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) lp: Lp,
    /// Each with its column.
    pub(crate) cycles: Vec<(Column, ColumnIndex)>,
}

/// The ledger and, if there is one, the linear program, for rows added later. Without a program the rows are for pricing: then
/// indices of variables are meaningless, and no cycle has a column.
#[derive(Debug)]
pub(crate) struct Joining<'p, 's> {
    pub(crate) space: &'s Space<'s>,
    pub(crate) ledger: &'p mut Ledger,
    pub(crate) program: Option<&'p mut Program>,
}

impl Joining<'_, '_> {
    /// Adds a variable with this cost, at least 0.
    pub(crate) fn variable(&mut self, cost: f64, entries: &[(RowIndex, f64)]) -> ColumnIndex {
        self.program.as_mut().map_or(0, |program| program.lp.add_column(cost, f64::INFINITY, entries))
    }

    /// Adds the row `Σ terms ≤ limit`.
    pub(crate) fn at_most(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::AtMost, limit), (f64::NEG_INFINITY, limit), terms)
    }

    /// Adds the row `Σ terms ≥ limit`.
    pub(crate) fn at_least(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        limit: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::AtLeast, limit), (limit, f64::INFINITY), terms)
    }

    /// Adds the row `Σ terms = value`.
    pub(crate) fn equal(
        &mut self,
        nature: &'static Nature,
        terms: &[(ColumnIndex, f64)],
        value: f64,
    ) -> RowIndex {
        self.add(nature, (Sense::Equal, value), (value, value), terms)
    }

    /// A cycle of the program, by its position.
    pub(crate) fn cycle(&self, place: usize) -> Option<&(Column, ColumnIndex)> {
        self.program.as_ref()?.cycles.get(place)
    }

    /// Terms of the program's cycles with a non-zero factor.
    pub(crate) fn cycles(&self, factor: impl Fn(&Column) -> f64) -> Vec<(ColumnIndex, f64)> {
        let held = self.program.iter().flat_map(|program| &program.cycles);
        held.map(|(column, index)| (*index, factor(column))).filter(|&(_, factor)| factor != 0.0).collect()
    }

    /// Sets the bounds of a variable.
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
