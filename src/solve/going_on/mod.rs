//! Least reduced costs of the courses of announced cycles at given duals: their part of the Lagrangian bound.
//!
//! # Method
//! Every plan has each committed cycle in one of its courses, and each cycle open to change in one of them or in none. So the
//! announced cycles of any plan cost at least the sum of the cheapest course of each. A course is priced session by
//! session, with those who certainly stay; others join or stay if it pays, with fractional use of seats. If a
//! cycle has more courses than are kept, the cheapest sequence of sessions is found without enumerating them (`loose`).
//!
//! - this file: the cheapest course of each cycle;
//! - `market`: the charges of its sessions, computed once for all courses that share them;
//! - `people`: who attends, with what gain;
//! - `loose`: lower bound for cycles with many courses.
//!
//! # Size
//! Cycles are priced in parallel. Per cycle: courses × sessions look-ups, charges for each distinct session and, where others may
//! join, the candidates of the place. This is far less than a round of pricing.

mod loose;
mod market;
mod people;

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::master::{Column, Prices, Rows};
use super::space::Space;
use crate::instance::ids::AnnouncedId;
use market::Market;

/// Up to this many courses are all priced: finding those that may be cheapest would take as long.
const FEW: usize = 3;

/// The cheapest courses of announced cycles.
#[derive(Debug, Clone, Default)]
pub struct GoingOn {
    /// Sum of their least reduced costs, euros.
    pub least: f64,
    /// The courses that attain it, as far as whole parties allow.
    pub columns: Vec<Column>,
}

/// The cheapest course of every announced cycle at these duals.
pub fn going_on(space: &Space, rows: &Rows, prices: &Prices) -> GoingOn {
    let cycles: Vec<AnnouncedId> = space.standing.of_cycle.keys().collect();
    let cheapest = |cycle: AnnouncedId| cheapest(Market::new(space, rows, prices, cycle));
    let of_cycles: Vec<Option<(f64, Option<Column>)>> = cycles.into_par_iter().map(cheapest).collect();
    let mut found = GoingOn::default();
    for (least, column) in of_cycles.into_iter().flatten() {
        found.least += least;
        found.columns.extend(column);
    }
    found
}

/// Lower bound on the cost of the cheapest course of a cycle, euros, and its column, if any: a cycle open to change may have none.
fn cheapest(mut market: Market) -> Option<(f64, Option<Column>)> {
    let space = market.space;
    let mut best = (!market.is_bound).then_some((0.0, None));
    for Offer { floor, pattern, beside_people, tolls } in offers(&mut market) {
        if best.as_ref().is_some_and(|&(least, _)| least <= floor) {
            break;
        }
        let (people, joining) = market.attended(pattern, &tolls);
        let cost = beside_people + people;
        if best.as_ref().is_none_or(|&(least, _)| cost < least) {
            best = Some((cost, Some((pattern, joining))));
        }
    }
    let (mut least, chosen) = best?;
    if let Some(choices) = space.standing.loose.get(&market.cycle) {
        least = least.min(market.loose(choices));
    }
    Some((least, chosen.map(|(pattern, joining)| market.column(pattern, joining))))
}

/// A course, priced without participants.
struct Offer {
    /// Lower bound on its cost, euros.
    floor: f64,
    pattern: usize,
    /// Its cost without participants, euros.
    beside_people: f64,
    /// Tolls of participants in its sessions.
    tolls: BTreeMap<usize, f64>,
}

/// The courses of a cycle, by ascending lower bound: most need not be priced with participants.
fn offers(market: &mut Market) -> Vec<Offer> {
    let space = market.space;
    let patterns = space.standing.of_cycle[market.cycle].iter().copied();
    let courses: Vec<usize> = patterns.filter(|&pattern| space.patterns[pattern].course.is_some()).collect();
    let priced = |pattern: usize| {
        let (beside_people, tolls) = market.beside_people(pattern);
        Offer { floor: f64::NEG_INFINITY, pattern, beside_people, tolls }
    };
    let mut offers: Vec<Offer> = courses.into_iter().map(priced).collect();
    if offers.len() > FEW {
        let floors = [false, true].map(|as_told| market.people_at_least(as_told));
        for offer in &mut offers {
            let course = space.course(offer.pattern).expect("a course");
            let people = if course.is_broken_off { 0.0 } else { floors[usize::from(course.is_as_told)] };
            offer.floor = offer.beside_people + people;
        }
        offers.sort_by(|one, other| one.floor.total_cmp(&other.floor).then(one.pattern.cmp(&other.pattern)));
    }
    offers
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::super::courses::choices_of;
    use super::super::courses::settled::Settled;
    use super::super::master::Master;
    use super::*;
    use crate::instance::Instance;
    use crate::instance::announced::Failure;
    use crate::instance::entities::{Resident, Trainer, Venue};
    use crate::instance::hamlet::{SCHOOL, enrol, instance, march, resident, tell};
    use crate::instance::ids::TrainerId;

    /// Three people were told of Monday mornings at the school by Tom; both sessions lack their trainer, the first its room, too.
    /// Lea could lead them, another room is available at the school, and others would join, one of them from the 10th on.
    fn told(notice_days: i32) -> Instance {
        instance(|data| {
            let hit = [(8, Failure::Trainer), (15, Failure::Trainer), (8, Failure::Venue)];
            tell(data, 3, notice_days, hit.map(|(day, failure)| (march(day), failure)).to_vec());
            enrol(data, vec![Resident { available_from: Some(march(10)), ..resident() }]);
            enrol(data, vec![resident()]);
            data.venues.push(Venue { id: "barn".to_owned(), ..data.venues[SCHOOL].clone() });
            data.trainers.push(Trainer { id: "Lea".to_owned(), ..data.trainers[TrainerId(0)].clone() });
        })
    }

    #[test]
    fn whatever_the_prices_no_course_costs_less_than_the_cheapest_sequence_of_sessions() {
        for notice_days in [0, 14] {
            let instance = told(notice_days);
            let (space, id) = (Space::new(&instance), AnnouncedId(0));
            let settled = Settled::new(&instance);
            let choices = choices_of(&instance, &settled, id);
            let rows = Master::new(&space).rows;
            let mut random = Pcg64Mcg::seed_from_u64(7);
            let (mut n_courses, mut n_attained) = (0, 0);
            for _ in 0..100 {
                let duals: Vec<f64> = (0..rows.n_rows()).map(|_| random.random_range(-60.0..60.0)).collect();
                let prices = rows.prices(&duals);
                let mut market = Market::new(&space, &rows, &prices, id);
                let patterns = space.standing.of_cycle[id].iter().copied();
                let going_on: Vec<usize> =
                    patterns.filter(|&pattern| !space.is_broken_off(pattern)).collect();
                let mut cost = |pattern: usize| {
                    let (beside_people, tolls) = market.beside_people(pattern);
                    let (people, _) = market.attended(pattern, &tolls);
                    let as_told = space.course(pattern).is_some_and(|course| course.is_as_told);
                    assert!(
                        market.people_at_least(as_told) <= people + 1e-9,
                        "{people}, notice {notice_days}"
                    );
                    beside_people + people
                };
                let costs: Vec<f64> = going_on.iter().map(|&pattern| cost(pattern)).collect();
                let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
                let loose = market.loose(&choices);
                assert!(loose <= least + 1e-9, "{loose} and a course of {least}, notice {notice_days}");
                n_attained += usize::from(loose > least - 1e-6);
                n_courses += going_on.len();
            }
            assert!(n_courses >= 400, "{n_courses}");
            assert!(n_attained > 0, "never attained");
        }
    }
}
