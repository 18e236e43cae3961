//! The master: the linear program over whole cycles, and its prices.
//!
//! # Model
//! Sets: classes K, communes M, crews of identical trainers T, days D, columns C (a column is a whole cycle: venue, slot, first
//! date, trainer, number of parties of each class). `λ_c ≥ 0` is how often column c is chosen, `short_m ≥ 0` the number of
//! residents of commune m below its share, `missing_m ≥ 0` the number of cycles that it should host but does not, `tour_td ≥ 0`
//! the cost of trainer t's tour on day d, `kit_tdl ≥ 0` whether t has a kit of level l or more.
//!
//! Minimise `Σ_c cost_c λ_c + equity_cost Σ_m short_m + absence_cost Σ_m missing_m + Σ_td tour_td`, where `cost_c` is the cycle's
//! cash and service without tours, less the cost of leaving out its members; the constant is the cost of the empty plan. Rows:
//!
//! | row | formula | rule |
//! | --- | --- | --- |
//! | class | `Σ_c a_kc λ_c ≤ n_k` | H2, H3 |
//! | equity | `Σ_c served_mc λ_c + short_m ≥ goal_m` | section 5 |
//! | absence | `Σ_{c in m} λ_c + missing_m ≥ min_cycles_m` | section 5 |
//! | trainer time | `Σ_{c holds a session of the clique} λ_c ≤ m_t`, each crew of m trainers, day, clique of slots | H7 |
//! | trainer day, week | `Σ_c sessions_c λ_c ≤ m_t max` | H6 |
//! | trainer total | `Σ_c λ_c ≤ m_t ⌊max / sessions⌋` | H6 |
//! | tour | `tour_td − Σ_c price_c λ_c ≥ −m_t μ`, each [`TourCut`](super::tours::TourCut) (all but round trips added when violated) | section 5, H2, H7, H8 |
//! | venue time | `Σ_c λ_c ≤ 1`, each venue, day, clique (added when violated) | H4 |
//! | kit | `kit_tdl ≥ Σ_c λ_c` and `Σ_t kit_tdl ≤ stock_l` (added when violated) | H8 |
//! | host limit | `Σ_c λ_c ≤ max` | H9 |
//! | branching | `lower ≤ Σ_c count_c λ_c ≤ upper`, each [`Count`] (added by the tree) | – |
//! | budget | `Σ_c gross_c λ_c + Σ tour_td ≤ max_gross` | H10 |
//!
//! Every legal plan is a point of this program with its own objective or less, so the optimum over *all* columns is a bound.
//! Omitted rows, and tours priced by cuts, only lower it.
//!
//! Each kind of row has a file in `rows`: its initial rows, the coefficients of a cycle, the charges of its duals in pricing, and
//! which duals are feasible. All rows, including those added later, go through the `ledger`, which owns the right-hand sides.
//!
//! # Size
//! |K| + |M| + |T||D| (slots a day + cuts) rows: about 5,000 for a half-year rollout with four trainers.

mod bounding_box;
mod by_day;
mod cliques;
mod column;
mod count;
mod joining;
mod ledger;
mod moving;
mod priced;
mod prices;
mod rows;
mod start;
mod uses;

use super::Remaining;
use super::draft::Draft;
use super::milp::lp::{Lp, LpSolution, Simplex, Unsolved};
use super::space::Space;
use bounding_box::BoundingBox;
pub use column::Column;
pub use count::{Count, FIRST_OF_TRAINERS, N_KINDS, counts};
use ledger::Program;
pub use priced::Rows;
pub use prices::{Charges, Prices};
pub use rows::{FirstGuess, KitDay, KitRows, VenueDay};
use start::begin;

/// The master program.
pub struct Master<'s> {
    /// Its rows.
    pub rows: Rows<'s>,
    program: Program,
    bounding_box: BoundingBox,
}

impl std::fmt::Debug for Master<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Master").field("lp", &self.program.lp).finish_non_exhaustive()
    }
}

impl<'s> Master<'s> {
    /// The master without columns.
    pub fn new(space: &'s Space<'s>) -> Self {
        let (rows, model) = begin(space);
        let program = Program { lp: Lp::new(model), cycles: Vec::new() };
        Self { rows, program, bounding_box: BoundingBox::default() }
    }

    /// Solves over the present columns. The objective includes the constant.
    ///
    /// # Errors
    /// See [`Lp::solve`](super::milp::lp::Lp::solve).
    pub fn solve(&mut self, simplex: Simplex, remaining: Remaining) -> Result<LpSolution, Unsolved> {
        let mut solution = self.program.lp.solve(simplex, remaining)?;
        solution.objective += self.rows.constant;
        Ok(solution)
    }

    /// Number of rows times number of columns of the program.
    pub fn n_cells(&self) -> u64 {
        self.program.lp.n_cells()
    }

    /// Iterations of all solves so far.
    pub fn n_pivots(&self) -> u64 {
        self.program.lp.n_pivots()
    }

    /// Columns with their values in a solution.
    pub fn chosen<'a>(&'a self, solution: &'a LpSolution) -> impl Iterator<Item = (&'a Column, f64)> {
        let value = |index: usize| solution.values.get(index).copied().unwrap_or(0.0);
        self.program.cycles.iter().map(move |&(ref column, index)| (column, value(index)))
    }

    /// Adds the groups of a draft as columns.
    pub fn add_draft(&mut self, draft: &Draft) {
        draft.groups().for_each(|(_, group)| self.add(Column::of_group(draft, group)));
    }

    /// Adds a column.
    pub fn add(&mut self, column: Column) {
        let cost = column.cost(self.rows.space);
        let index = self.program.lp.add_column(cost, f64::INFINITY, &self.rows.entries(&column));
        self.program.cycles.push((column, index));
    }

    /// Keeps the price of every class within `width` euros of `centre` (duals by row) for each of its members.
    pub fn keep_near(&mut self, centre: &[f64], width: f64) {
        self.bounding_box.keep_near(&self.rows.space.classes, (centre, width), &mut self.program.lp);
    }

    /// Removes the box.
    pub fn unbox(&mut self) {
        self.bounding_box.remove(&mut self.program.lp);
    }

    /// Whether a solution uses the columns of the box.
    pub fn is_boxed(&self, solution: &LpSolution) -> bool {
        self.bounding_box.is_used(solution)
    }
}
