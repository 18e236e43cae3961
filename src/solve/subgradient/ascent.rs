//! The result of an ascent.

use super::super::master::{Column, KitDay, Master, VenueDay};
use super::super::separation::Broken;

/// The result of an ascent.
#[derive(Debug, Clone)]
pub struct Ascent {
    /// Duals of the initial rows of a master, at the best bound.
    pub duals: Vec<f64>,
    /// Venues and days whose rows were added during the ascent and have a non-zero dual, with their duals.
    pub venue_days: Vec<(VenueDay, Vec<f64>)>,
    /// Days and kit levels whose rows were added during the ascent and have a non-zero dual, with their duals.
    pub kit_days: Vec<(KitDay, Vec<f64>)>,
    /// Tour rows added during the ascent with more than a negligible dual, each for one day, with their duals.
    pub tour_rows: Vec<(Broken, f64)>,
    /// The bound at these duals, euros.
    pub bound: f64,
    /// Cycles of the last schedules.
    pub columns: Vec<Column>,
    /// Rounds of pricing.
    pub rounds: u64,
}

impl Ascent {
    /// Adds the rows that joined during the ascent to a new master; returns the duals of all its rows.
    pub fn add_rows(&self, master: &mut Master) -> Vec<f64> {
        debug_assert_eq!(self.duals.len(), master.rows.n_rows(), "the master is new");
        master.add_venue_days(self.venue_days.iter().map(|(day, _)| *day));
        master.add_kit_days(self.kit_days.iter().map(|(day, _)| *day));
        master.add_tour_cuts(self.tour_rows.iter().map(|(broken, _)| broken.clone()).collect());
        let of_venues = self.venue_days.iter().flat_map(|(_, duals)| duals);
        let of_kits = self.kit_days.iter().flat_map(|(_, duals)| duals);
        let of_tours = self.tour_rows.iter().map(|(_, dual)| dual);
        self.duals.iter().chain(of_venues).chain(of_kits).chain(of_tours).copied().collect()
    }
}
