//! The current dual point of an ascent: rows, their duals, and the moments of these.

use std::collections::BTreeMap;

use super::super::Remaining;
use super::super::bound::lagrangian;
use super::super::master::{Column, KitDay, Rows, VenueDay};
use super::super::milp::lp::RowIndex;
use super::super::pricing::price;
use super::super::separation::{Broken, Family};
use super::super::space::Space;
use super::budget::BudgetPrice;
use super::kits::KitPrices;
use super::moments::{Moments, cooled};
use super::schedule::scheduled;
use super::tours::TourPrices;
use crate::instance::ids::CommuneId;

/// First and last step, as shares of the highest value of serving a person.
const FIRST_STEP: f64 = 0.006;
const LAST_STEP: f64 = 0.00005;
/// First step if money is scarce.
const FIRST_STEP_OF_POOR: f64 = 0.0012;
/// Step for all classes of a commune together, relative to that of a single class.
const OF_COMMUNE: f64 = 1.5;

/// Rows with duals that move toward a better bound.
#[derive(Debug, Clone)]
pub(super) struct Point<'s> {
    space: &'s Space<'s>,
    /// The initial rows, and those added since.
    rows: Rows<'s>,
    duals: Vec<f64>,
    tours: TourPrices,
    kits: KitPrices,
    budget: BudgetPrice,
    /// Classes of each commune, and their common moments.
    at_home: Vec<(Vec<usize>, Moments)>,
    /// The moments of each row.
    of_row: Vec<Moments>,
    /// Whether money is scarce: the budget has a price from the start. Then nearly all cycles have a value near zero, and small
    /// changes of duals decide whether schedules hold many or none of them. A running mean is no measure of a slack then, and
    /// large steps turn noise into apparent profit.
    is_poor: bool,
}

/// The result of pricing a point.
#[derive(Debug)]
pub(super) struct Worth {
    /// The Lagrangian bound, euros.
    pub(super) bound: f64,
    /// The cycles of the cheapest schedules.
    pub(super) schedule: Vec<Column>,
}

impl<'s> Point<'s> {
    /// The starting point of an ascent.
    pub(super) fn new(space: &'s Space<'s>, rows: &Rows<'s>, duals: Vec<f64>) -> Self {
        Self {
            space,
            tours: TourPrices::new(rows),
            kits: KitPrices::default(),
            budget: BudgetPrice::new(rows),
            of_row: vec![Moments::default(); duals.len()],
            at_home: by_home(space).into_iter().map(|classes| (classes, Moments::default())).collect(),
            is_poor: rows.budget_row().is_some_and(|row| duals[row] < 0.0),
            rows: rows.clone(),
            duals,
        }
    }

    /// The choices.
    pub(super) fn space(&self) -> &'s Space<'s> {
        self.space
    }

    /// The rows, including those added during the ascent.
    pub(super) fn rows(&self) -> &Rows<'s> {
        &self.rows
    }

    /// The dual of each row.
    pub(super) fn duals(&self) -> &[f64] {
        &self.duals
    }

    /// Whether money is scarce.
    pub(super) fn is_poor(&self) -> bool {
        self.is_poor
    }

    /// The tour rows added during the ascent, each with its index.
    pub(super) fn joined_tours(&self) -> &[(RowIndex, Broken)] {
        self.tours.joined()
    }

    /// Runs a round of pricing at the duals, after making them feasible; `None` if no time remains.
    pub(super) fn price(&mut self, remaining: Remaining) -> Option<Worth> {
        let prices = self.rows.prices(&self.duals);
        self.duals.clone_from(&prices.duals);
        let round = price(self.space, &self.rows, &prices, remaining)?;
        let found = lagrangian(self.space, &prices, &round);
        let schedule = scheduled(self.space, &round, &found.schedule);
        Some(Worth { bound: found.bound, schedule })
    }

    /// Moves the duals along the subgradient of a schedule with this `slack`, in round `round` (the first is 1), at the completed
    /// share `share` of the ascent.
    pub(super) fn turn(&mut self, slack: &[f64], round: u64, share: f64) {
        let is_poor = self.is_poor;
        let first = if is_poor { FIRST_STEP_OF_POOR } else { FIRST_STEP };
        let step = cooled(first, LAST_STEP, share) * self.space.dearest_person();
        for (classes, moments) in &mut self.at_home {
            let slack: f64 = classes.iter().map(|&class| slack[class]).sum();
            let change = OF_COMMUNE * step * moments.turn(slack, round, is_poor);
            for &class in &*classes {
                self.duals[class] += change;
            }
        }
        for row in self.rows.lone_rows() {
            self.duals[row] += step * self.of_row[row].turn(slack[row], round, is_poor);
        }
        self.kits.turn(&self.rows, slack, &mut self.duals, (step, round, share));
        let euro = self.budget.turn(&self.rows, slack, &mut self.duals, round, share);
        self.tours.turn(&self.rows, slack, &mut self.duals, share, euro);
    }

    /// Sets the price of `rows`, euros, so high that the next round uses none of them.
    pub(super) fn bar(&mut self, rows: &[RowIndex], price: f64) {
        for &row in rows {
            self.duals[row] = -price;
        }
    }

    /// Adds the tour rows that a mixture of cycles violates.
    pub(super) fn join_tours(&mut self, mixture: &[(&Column, f64)], family: Family) {
        self.tours.tighten(&mut self.rows, mixture, family, &mut self.duals);
    }

    /// Adds the rows of venues, with dual 0.
    pub(super) fn join_venues(&mut self, days: Vec<VenueDay>) {
        self.rows.price_venue_days(days);
        self.join_rows();
    }

    /// Adds the rows of kits, with dual 0.
    pub(super) fn join_kits(&mut self, days: Vec<KitDay>) {
        self.rows.price_kit_days(days);
        self.join_rows();
    }

    fn join_rows(&mut self) {
        self.duals.resize(self.rows.n_rows(), 0.0);
        self.of_row.resize(self.rows.n_rows(), Moments::default());
    }
}

/// The classes of each commune that has any; a class of several communes counts for the first of them.
fn by_home(space: &Space) -> Vec<Vec<usize>> {
    let mut at_home: BTreeMap<CommuneId, Vec<usize>> = BTreeMap::new();
    for (index, class) in space.classes.iter().enumerate() {
        at_home.entry(class.homes[0].0).or_default().push(index);
    }
    at_home.into_values().collect()
}
