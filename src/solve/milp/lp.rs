//! A linear program that grows: columns and rows are added between solves, which warm start from the last basis.

use highs::{Col, ColProblem, HighsModelStatus, Model, Row, RowProblem, SolvedModel};

use super::super::Remaining;
use super::formulation::Formulation;
pub use super::formulation::{ColumnIndex, RowIndex};

/// Rows beyond which the interior-point method is used.
const SIMPLEX_ROWS: usize = 3000;

/// The result of a solve.
#[derive(Debug, Clone)]
pub struct LpSolution {
    /// Objective.
    pub objective: f64,
    /// Value of each column.
    pub values: Vec<f64>,
    /// Dual of each row: the change of the objective per unit of the row's right-hand side.
    pub duals: Vec<f64>,
}

/// Why there is no solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsolved {
    /// The time is over, or HiGHS failed and the program is lost: there will be no more solutions.
    Over,
    /// HiGHS found no optimum by any method.
    Failed,
}

/// The simplex variant that suits the changes since the last solve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Simplex {
    /// Columns were added: the basis is still primal feasible.
    Primal,
    /// Rows were added: the basis is still dual feasible.
    Dual,
}

/// How HiGHS solves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Simplex(Simplex),
    /// Interior point without crossover.
    Inside,
    /// Interior point with crossover to a vertex.
    Crossover,
}

/// A linear program that grows.
///
/// # Design
/// `highs` returns handles of rows and columns only when they are added, and `good_lp` hides those. A handle is just a position,
/// so scratch problems of the same size create handles for the rows and columns that `good_lp` added.
pub struct Lp {
    model: Option<Model>,
    columns: Vec<Col>,
    rows: Vec<Row>,
    /// Seconds spent in earlier runs.
    spent_s: f64,
    n_pivots: u64,
}

impl std::fmt::Debug for Lp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (columns, rows) = (self.columns.len(), self.rows.len());
        f.debug_struct("Lp").field("columns", &columns).field("rows", &rows).finish_non_exhaustive()
    }
}

impl Lp {
    /// Creates the program from a formulation.
    ///
    /// # Panics
    /// If HiGHS refuses the model, which would be a defect of its builder.
    pub fn new(formulation: Formulation) -> Self {
        let mut model = formulation.into_problem().try_into_inner().expect("the model is well formed");
        model.make_quiet();
        model.set_option("threads", 1);
        model.set_option("solver", "simplex");
        // Perturbed bounds, HiGHS's default against stalling, double the pivots of a master to which only columns are added.
        model.set_option("primal_simplex_bound_perturbation_multiplier", 0.0);
        let (n_columns, n_rows) = (model.num_cols(), model.num_rows());
        let (mut column_mint, mut row_mint) = (RowProblem::default(), ColProblem::default());
        let columns = (0..n_columns).map(|_| column_mint.add_column(0.0, 0.0..)).collect();
        let rows = (0..n_rows).map(|_| row_mint.add_row(0.0..)).collect();
        Self { model: Some(model), columns, rows, spent_s: 0.0, n_pivots: 0 }
    }

    /// Number of rows times number of columns, with which the cost of a solve grows.
    pub fn n_cells(&self) -> u64 {
        (self.rows.len() * self.columns.len()) as u64
    }

    /// Iterations of all solves so far, by any method.
    pub fn n_pivots(&self) -> u64 {
        self.n_pivots
    }

    /// Adds a column with values in `[0, upper]`.
    pub fn add_column(&mut self, cost: f64, upper: f64, entries: &[(RowIndex, f64)]) -> ColumnIndex {
        let factors: Vec<(Row, f64)> =
            entries.iter().map(|&(row, factor)| (self.rows[row], factor)).collect();
        let column = self.model_mut().add_col(cost, 0.0..=upper, factors);
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// Adds a row `lower ≤ Σ entries ≤ upper`.
    pub fn add_row(&mut self, lower: f64, upper: f64, entries: &[(ColumnIndex, f64)]) -> RowIndex {
        let factors: Vec<(Col, f64)> =
            entries.iter().map(|&(column, factor)| (self.columns[column], factor)).collect();
        let row = self.model_mut().add_row(lower..=upper, factors);
        self.rows.push(row);
        self.rows.len() - 1
    }

    /// Sets the bounds of a column.
    pub fn set_bounds(&mut self, column: ColumnIndex, lower: f64, upper: f64) {
        let column = self.columns[column];
        self.model_mut().change_column_bounds(column, lower..=upper);
    }

    /// Changes the cost of a column.
    pub fn set_cost(&mut self, column: ColumnIndex, cost: f64) {
        let column = self.columns[column];
        self.model_mut().change_column_cost(column, cost);
    }

    /// Solves from the last basis and, if that fails, by another method.
    ///
    /// # Errors
    /// [`Unsolved`]: no time left according to `remaining`, or no optimum.
    pub fn solve(&mut self, simplex: Simplex, remaining: Remaining) -> Result<LpSolution, Unsolved> {
        // Simplex takes minutes for a large master where interior point takes seconds, and the latter's duals, in the middle of
        // the optimal face, price better cycles.
        let method = if self.rows.len() > SIMPLEX_ROWS { Method::Inside } else { Method::Simplex(simplex) };
        match self.solve_by(method, remaining) {
            Err(Unsolved::Failed) if method == Method::Inside => {
                self.solve_by(Method::Simplex(simplex), remaining)
            }
            Err(Unsolved::Failed) => self.solve_by(Method::Crossover, remaining),
            found => found,
        }
    }

    fn solve_by(&mut self, method: Method, remaining: Remaining) -> Result<LpSolution, Unsolved> {
        let mut model = self.model.take().ok_or(Unsolved::Over)?;
        let is_primal = method == Method::Simplex(Simplex::Primal);
        model.set_option("simplex_strategy", if is_primal { 4 } else { 1 });
        model.set_option("solver", if matches!(method, Method::Simplex(_)) { "simplex" } else { "ipm" });
        model.set_option("run_crossover", if method == Method::Inside { "off" } else { "on" });
        let before = remaining();
        if before.is_finite() {
            // HiGHS counts its limit from the model's first run.
            model.set_option("time_limit", self.spent_s + before.max(0.01));
        }
        let solved = model.try_solve().map_err(|_| Unsolved::Over)?;
        if before.is_finite() {
            self.spent_s += before - remaining();
        }
        self.n_pivots += iterations(&solved);
        let solution = match solved.status() {
            HighsModelStatus::Optimal => {
                let found = solved.get_solution();
                Ok(LpSolution {
                    objective: solved.objective_value(),
                    values: found.columns().to_vec(),
                    duals: found.dual_rows().to_vec(),
                })
            }
            HighsModelStatus::ReachedTimeLimit => Err(Unsolved::Over),
            _ => Err(Unsolved::Failed),
        };
        self.model = Some(Model::from(solved));
        solution
    }

    fn model_mut(&mut self) -> &mut Model {
        self.model.as_mut().expect("a living LP has its model between solves")
    }
}

/// Iterations of the last solve; HiGHS reports a negative number for a method that was not used.
fn iterations(solved: &SolvedModel) -> u64 {
    let counts =
        [solved.simplex_iteration_count(), solved.ipm_iteration_count(), solved.crossover_iteration_count()];
    counts.into_iter().filter_map(|count| u64::try_from(count).ok()).sum()
}
