//! Column generation: the master grows until no cycle can lower its objective.
//!
//! # Method
//! The duals of a young master jump between extreme points and price useless cycles. Pricing therefore happens at a point between
//! the master's duals and the best point so far (smoothing: Wentges 1997, Pessoa et al. 2018): every point gives a valid bound,
//! and the point with the best bound becomes the centre. If the smoothed point prices no cycle that improves at the master's own
//! duals (a misprice), the step toward the master's duals is lengthened.
//!
//! # Design
//! Nearly all time is spent in HiGHS, so its settings matter: bounds are not perturbed, which halves the time
//! (`benches/journal.md`, row 11). Rows that price people are added once others gain next to nothing. Interior point alone,
//! closing unused columns, adding trainers' rows when violated, and the dual simplex are slower or weaker (rows 9 and 12);
//! stronger rows could gain little (row 10).

use super::Remaining;
use super::bound::lagrangian;
use super::master::{Column, Count, Master, Prices};
use super::milp::lp::{LpSolution, Simplex, Unsolved};
use super::pricing::{Round, price};
use super::separation::Family;
use super::space::Space;
use super::subgradient::Ascent;

/// Weight of the centre in the point that is priced.
const SMOOTHING: f64 = 0.8;
/// Half the width of the first box around the centre, as a share of the highest value of serving a person.
const FIRST_WIDTH: f64 = 0.01;
/// Columns added in one round.
const COLUMNS_PER_ROUND: usize = 300;
/// The master counts as converged when its objective is within this distance of the bound, relative to the objective: before
/// branching, and afterwards, when nodes are to be closed.
const CONVERGED: f64 = 2e-5;
const CLOSED: f64 = 1e-8;
/// The search for rows starts when the objective is within this distance of the bound, relative to the objective: most rows that
/// a rough solution violates, the final one would violate too.
const NEARLY: f64 = 1e-3;
/// Solves over the present columns, with rows added before each, until pricing resumes: many for rows on sessions alone, few once
/// people are priced, because those rows call for new columns at once.
const ROUNDS_OF_ROWS: usize = 6;
const ROUNDS_WITH_PEOPLE: usize = 2;
/// A search for rows that raises the objective by no more than this, relative to it, gained next to nothing.
const TAIL: f64 = 1e-4;
/// A column with a smaller value does not count as chosen.
const CHOSEN: f64 = 1e-7;

/// The linear relaxation, solved by column generation.
pub struct Relaxation<'s> {
    /// The choices.
    pub space: &'s Space<'s>,
    /// The master.
    pub master: Master<'s>,
    /// Lower bound on every plan within the present limits, euros.
    pub bound: f64,
    /// The last solution of the master.
    pub solution: Option<LpSolution>,
    centre: Centre,
    /// Rounds of pricing so far.
    pub rounds: u64,
    /// The simplex variant for the next solve.
    next: Simplex,
    precision: Precision,
    looking: Looking,
    /// The objective at the last search for rows at convergence, within the present limits.
    tightened_at: f64,
    /// Half the width of the box around the centre, euros for each person.
    width: f64,
}

/// The point around which duals are smoothed.
#[derive(Debug, Clone)]
struct Centre {
    /// Duals with the best bound.
    duals: Vec<f64>,
    /// Their bound, euros; −∞ if rows or limits were added since.
    bound: f64,
}

impl Centre {
    /// Called when rows or limits were added: the next point becomes the centre, whatever its bound.
    fn forget_bound(&mut self) {
        self.bound = f64::NEG_INFINITY;
    }
}

/// How precisely the master is solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    /// Before branching: approximately, in a box around the centre.
    Near,
    /// From the first branching on: exactly, without a box.
    Exact,
}

impl Precision {
    /// The distance between objective and bound, relative to the objective, at which the master counts as converged.
    const fn tolerance(self) -> f64 {
        match self {
            Self::Near => CONVERGED,
            Self::Exact => CLOSED,
        }
    }
}

/// Which tour rows are searched for before branching.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looking {
    /// Rows on sessions alone, until they gain next to nothing.
    Sessions,
    /// Also rows that price people.
    People,
    /// The last search gained next to nothing: only search at convergence.
    Rarely,
}

impl Looking {
    /// The state after a search; `is_tight` if it gained next to nothing.
    const fn after(self, is_tight: bool) -> Self {
        match (self, is_tight) {
            (Self::Sessions, false) => Self::Sessions,
            (Self::Sessions, true) | (Self::People | Self::Rarely, false) => Self::People,
            (Self::People | Self::Rarely, true) => Self::Rarely,
        }
    }
}

impl std::fmt::Debug for Relaxation<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Relaxation")
            .field("bound", &self.bound)
            .field("rounds", &self.rounds)
            .finish_non_exhaustive()
    }
}

/// The outcome of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The master grew.
    Grown,
    /// No cycle can lower the master's objective.
    Converged,
    /// The master could not be solved.
    Failed,
    /// The master could not be solved in time.
    OutOfTime,
}

impl<'s> Relaxation<'s> {
    /// A relaxation that starts from the result of an ascent over the rows of `master`.
    pub fn new(space: &'s Space<'s>, mut master: Master<'s>, ascent: Ascent) -> Self {
        let duals = ascent.add_rows(&mut master);
        for column in ascent.columns {
            master.add(column);
        }
        let width = FIRST_WIDTH * space.dearest_person();
        master.keep_near(&duals, width);
        Self {
            space,
            master,
            bound: ascent.bound,
            solution: None,
            centre: Centre { duals, bound: ascent.bound },
            rounds: ascent.rounds,
            next: Simplex::Primal,
            precision: Precision::Near,
            looking: Looking::Sessions,
            tightened_at: f64::NEG_INFINITY,
            width,
        }
    }

    /// Solves the master, prices cycles, and adds the columns found.
    pub fn step(&mut self, remaining: Remaining) -> Step {
        let solution = match self.master.solve(self.next, remaining) {
            Ok(solution) => solution,
            Err(Unsolved::Over) => return Step::OutOfTime,
            Err(Unsolved::Failed) => return Step::Failed,
        };
        self.next = Simplex::Primal;
        let own = self.master.rows.prices(&solution.duals);
        let objective = solution.objective;
        let is_boxed = self.master.is_boxed(&solution);
        self.solution = Some(solution);
        let before = self.centre.bound;
        let mut is_done = false;
        for attempt in 0.. {
            let weight = (1.0 - f64::from(attempt + 1) * (1.0 - SMOOTHING)).max(0.0);
            let Some(round) = self.price_at(weight, &own, remaining) else { return Step::OutOfTime };
            is_done = self.is_converged(objective);
            if is_done || self.add_useful(&own, round) {
                break;
            }
            if weight == 0.0 {
                is_done = true;
                break;
            }
        }
        if is_done && !is_boxed {
            return Step::Converged;
        }
        if is_done {
            self.width *= 2.0;
        }
        if (is_done || self.centre.bound > before) && self.precision == Precision::Near {
            self.master.keep_near(&self.centre.duals, self.width);
        }
        Step::Grown
    }

    /// Restricts the relaxation to plans whose counts are within these limits; `bound` is the bound known for them.
    pub fn restrict(&mut self, limits: &[(Count, f64, f64)], bound: f64) {
        self.sharpen();
        self.master.limit(limits);
        self.bound = bound;
        self.tightened_at = f64::NEG_INFINITY;
        self.centre.forget_bound();
        self.next = Simplex::Dual;
    }

    /// Switches to exact precision; `false` if it was already in use.
    pub fn sharpen(&mut self) -> bool {
        let is_news = self.precision == Precision::Near;
        self.master.unbox();
        self.precision = Precision::Exact;
        is_news
    }

    /// The master's objective within limits, over the present columns.
    ///
    /// # Errors
    /// See [`Lp::solve`](super::milp::lp::Lp::solve).
    pub fn probe(&mut self, limits: &[(Count, f64, f64)], remaining: Remaining) -> Result<f64, Unsolved> {
        self.sharpen();
        self.master.limit(limits);
        self.master.solve(Simplex::Dual, remaining).map(|solution| solution.objective)
    }

    /// Columns chosen by the last solution, with their values.
    pub fn chosen(&self) -> Vec<(&Column, f64)> {
        let solution = self.solution.iter();
        solution
            .flat_map(|solution| self.master.chosen(solution))
            .filter(|&(_, value)| value > CHOSEN)
            .collect()
    }

    /// Whether to search for violated rows before convergence: the objective is near the bound, and the last rows raised it.
    pub fn is_ripe(&self) -> bool {
        let objective = self.objective();
        let distance = (objective - self.centre.bound) / objective.abs().max(1.0);
        self.looking != Looking::Rarely && self.precision == Precision::Near && distance <= NEARLY
    }

    /// Whether to search for rows violated at convergence: the objective has risen since the last such search.
    pub fn is_risen(&mut self) -> bool {
        let objective = self.objective();
        let is_risen = objective - self.tightened_at > TAIL * objective.abs().max(1.0);
        if is_risen {
            self.tightened_at = objective;
        }
        is_risen
    }

    fn objective(&self) -> f64 {
        self.solution.as_ref().map_or(f64::INFINITY, |solution| solution.objective)
    }

    /// Adds the rows violated by the last solution, and by the next solutions over the present columns. `false` if there are
    /// none: the relaxation cannot become tighter without branching or new columns.
    pub fn tighten(&mut self, remaining: Remaining) -> bool {
        let before = self.objective();
        let mut n_rounds = 0;
        let most = if self.family() == Family::People { ROUNDS_WITH_PEOPLE } else { ROUNDS_OF_ROWS };
        while n_rounds < most && self.add_broken_rows() > 0 {
            n_rounds += 1;
            self.next = Simplex::Dual;
            self.centre.forget_bound();
            // If this solve fails, the next step will fail too.
            let Ok(solution) = self.master.solve(Simplex::Dual, remaining) else { return true };
            self.solution = Some(solution);
        }
        self.looking = self.looking.after(self.objective() - before <= TAIL * before.abs().max(1.0));
        n_rounds > 0
    }

    /// Adds the rows violated by the last solution; returns their number.
    fn add_broken_rows(&mut self) -> usize {
        let Some(solution) = &self.solution else { return 0 };
        match self.master.add_broken_rows(solution) {
            0 => self.master.add_tour_rows(solution, self.family()),
            added => added,
        }
    }

    /// The family of tour rows to search for; after branching, the one that converges soonest.
    fn family(&self) -> Family {
        match (self.precision, self.looking) {
            (Precision::Exact, _) | (_, Looking::Sessions) => Family::Sessions,
            (Precision::Near, Looking::People | Looking::Rarely) => Family::People,
        }
    }

    /// Whether the master's objective is at the bound.
    fn is_converged(&self, objective: f64) -> bool {
        objective - self.centre.bound <= self.precision.tolerance() * objective.abs().max(1.0)
    }

    fn price_at(&mut self, weight: f64, own: &Prices, remaining: Remaining) -> Option<Round> {
        let mut duals = own.duals.clone();
        for (dual, centre) in duals.iter_mut().zip(&self.centre.duals) {
            *dual = weight * centre + (1.0 - weight) * *dual;
        }
        let prices = self.master.rows.prices(&duals);
        let round = price(self.space, &self.master.rows, &prices, remaining)?;
        self.rounds += 1;
        let bound = lagrangian(self.space, &prices, &round).bound;
        if bound > self.centre.bound {
            self.centre = Centre { duals, bound };
        }
        self.bound = self.bound.max(bound);
        Some(round)
    }

    /// Adds the columns with negative reduced cost at the master's own duals; `false` if there are none.
    fn add_useful(&mut self, own: &Prices, round: Round) -> bool {
        let rows = &self.master.rows;
        let of_round = round.columns.into_iter().map(|(_, column)| column);
        let useful: Vec<Column> = round
            .going_on
            .columns
            .into_iter()
            .chain(of_round)
            .filter(|column| rows.reduced_cost(own, column) < -1e-6)
            .take(COLUMNS_PER_ROUND)
            .collect();
        let found = !useful.is_empty();
        for column in useful {
            self.master.add(column);
        }
        found
    }
}
