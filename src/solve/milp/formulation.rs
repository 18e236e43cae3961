//! A model under construction, written with `good_lp`: variables and rows are numbered in the order in which they are added.

use good_lp::solvers::highs::{HighsProblem, highs};
use good_lp::{Constraint, Expression, ProblemVariables, SolverModel, Variable, variable};

/// Position of a column, in the order in which columns were added.
pub type ColumnIndex = usize;
/// Position of a row, in the order in which rows were added.
pub type RowIndex = usize;

/// A model that is minimised; all variables are at least 0.
#[derive(Default)]
pub struct Formulation {
    variables: ProblemVariables,
    handles: Vec<Variable>,
    objective: Expression,
    rows: Vec<Constraint>,
}

impl std::fmt::Debug for Formulation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (variables, rows) = (self.handles.len(), self.rows.len());
        f.debug_struct("Formulation")
            .field("variables", &variables)
            .field("rows", &rows)
            .finish_non_exhaustive()
    }
}

impl Formulation {
    /// Adds a variable with this cost.
    pub fn real(&mut self, cost: f64) -> ColumnIndex {
        self.add(variable().min(0), cost)
    }

    /// Adds the row `Σ factor × variable ≤ limit`.
    pub fn at_most(&mut self, terms: &[(ColumnIndex, f64)], limit: f64) -> RowIndex {
        let sum = self.sum(terms);
        self.rows.push(sum.leq(limit));
        self.rows.len() - 1
    }

    /// Adds the row `Σ factor × variable ≥ limit`.
    pub fn at_least(&mut self, terms: &[(ColumnIndex, f64)], limit: f64) -> RowIndex {
        let sum = self.sum(terms);
        self.rows.push(sum.geq(limit));
        self.rows.len() - 1
    }

    /// Adds the row `Σ factor × variable = value`.
    pub fn equal(&mut self, terms: &[(ColumnIndex, f64)], value: f64) -> RowIndex {
        let sum = self.sum(terms);
        self.rows.push(sum.eq(value));
        self.rows.len() - 1
    }

    /// The model as a HiGHS problem.
    pub(super) fn into_problem(self) -> HighsProblem {
        let mut problem = self.variables.minimise(self.objective).using(highs);
        for row in self.rows {
            problem.add_constraint(row);
        }
        problem
    }

    fn add(&mut self, definition: good_lp::VariableDefinition, cost: f64) -> ColumnIndex {
        let handle = self.variables.add(definition);
        self.objective.add_mul(cost, handle);
        self.handles.push(handle);
        self.handles.len() - 1
    }

    fn sum(&self, terms: &[(ColumnIndex, f64)]) -> Expression {
        let mut sum = Expression::with_capacity(terms.len());
        for &(column, factor) in terms {
            sum.add_mul(factor, self.handles[column]);
        }
        sum
    }
}
