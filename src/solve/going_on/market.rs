//! The duals of a round, and the charges of the sessions of an announced cycle at them.

use std::collections::BTreeMap;

use super::super::master::{Charges, Column, Prices, Rows};
use super::super::space::{Appointment, Day, Pattern, Space};
use super::people::{Attendance, Members, Staying, others};
use crate::instance::announced::AnnouncedCycle;
use crate::instance::ids::{AnnouncedId, TrainerId, VenueId};

/// Charges of one party of each class, ascending by class, euros.
pub(super) type Tolls = Vec<(usize, f64)>;
/// A session with the least number of kit tablets that it needs.
type Needed = (Day, TrainerId, VenueId, usize);

/// The duals of a round, and the charges of the sessions of an announced cycle at them.
pub(super) struct Market<'p> {
    pub(super) space: &'p Space<'p>,
    pub(super) rows: &'p Rows<'p>,
    pub(super) prices: &'p Prices,
    pub(super) cycle: AnnouncedId,
    pub(super) told: &'p AnnouncedCycle,
    /// Whether every plan has the cycle in one of its courses.
    pub(super) is_bound: bool,
    pub(super) staying: Staying,
    charges: BTreeMap<(TrainerId, Day), Charges>,
    sessions: BTreeMap<Needed, (f64, Tolls)>,
}

impl<'p> Market<'p> {
    pub(super) fn new(
        space: &'p Space<'p>,
        rows: &'p Rows<'p>,
        prices: &'p Prices,
        cycle: AnnouncedId,
    ) -> Self {
        let announced = space.instance.announced.as_ref().expect("a cycle was announced");
        Self {
            space,
            rows,
            prices,
            cycle,
            told: &announced.cycles[cycle],
            is_bound: space.standing.bound.contains(&cycle),
            staying: Staying::of(space, cycle),
            charges: BTreeMap::new(),
            sessions: BTreeMap::new(),
        }
    }

    /// Lower bound on the cost of a course without participants, euros, and the tolls of participants in its sessions.
    pub(super) fn beside_people(&mut self, pattern: usize) -> (f64, BTreeMap<usize, f64>) {
        let (space, place) = (self.space, &self.space.patterns[pattern]);
        let is_broken_off = space.is_broken_off(pattern);
        let need = if is_broken_off { 0 } else { space.least_kit_need(pattern, self.staying.borrowers) };
        let (mut sessions, mut tolls) = (0.0, BTreeMap::new());
        for held in space.appointments(pattern, self.told.trainer) {
            let (cost, of_session) = self.session(held, need);
            sessions += cost;
            for &(class, toll) in of_session {
                *tolls.entry(class).or_default() += toll;
            }
        }
        (self.whole(place, pattern) + place.tablet * need as f64 + sessions, tolls)
    }

    /// Lower bound on the charges of participants of a course, euros, and the parties that join those who stay.
    pub(super) fn attended(&self, pattern: usize, tolls: &BTreeMap<usize, f64>) -> (f64, Members) {
        let (space, place) = (self.space, &self.space.patterns[pattern]);
        if space.is_broken_off(pattern) {
            return (0.0, Vec::new());
        }
        let is_closed = place.is_closed && self.is_bound;
        let attendance = Attendance {
            capacity: place.capacity,
            others: if is_closed {
                Vec::new()
            } else {
                others(space, self.cycle, (self.told.track, pattern))
            },
            cost: &|class| space.attendance(class, pattern),
            tolls,
        };
        attendance.priced(space, &self.prices.worth, &self.staying)
    }

    /// The column of a course, with the parties that join it.
    pub(super) fn column(&self, pattern: usize, joining: Members) -> Column {
        let (space, &AnnouncedCycle { trainer, track, .. }) = (self.space, self.told);
        let is_broken_off = space.is_broken_off(pattern);
        let mut members = joining;
        if !is_broken_off {
            members.extend(&self.staying.members);
        }
        members.sort_unstable();
        let borrowers = members.iter().map(|&(class, count)| space.classes[class].borrowers * count).sum();
        let need = if is_broken_off { 0 } else { space.kit_need(pattern, borrowers) };
        Column { pattern, trainer, track, members, need }
    }

    /// Cost of a course that depends neither on its sessions' charges nor on its participants, euros.
    fn whole(&self, place: &Pattern, pattern: usize) -> f64 {
        let hosted = if self.space.is_broken_off(pattern) {
            0.0
        } else {
            self.rows.absence_worth(self.prices, place.host)
        };
        place.fixed + place.changes - hosted + self.rows.course_charge(self.prices, pattern)
    }

    /// Lower bound on the charges of a session, euros, and the tolls of its participants.
    pub(super) fn session(&mut self, held: Appointment, need: usize) -> (f64, &Tolls) {
        let (rows, prices, slot) = (self.rows, self.prices, self.told.slot);
        let charges = self
            .charges
            .entry((held.trainer, held.day))
            .or_insert_with(|| rows.session_charges(prices, held.trainer, slot, held.day));
        let (cost, tolls) =
            self.sessions.entry((held.day, held.trainer, held.venue, need)).or_insert_with(|| {
                let room = rows.room_charge(prices, held.venue, slot, held.day);
                let (cost, tolls) = charged(self.space, charges, held, need);
                (room + cost, tolls)
            });
        (*cost, tolls)
    }

    /// Lower bound on the tolls of each class for all sessions, however they are held.
    pub(super) fn cheapest_tolls(&self) -> BTreeMap<usize, f64> {
        let mut least: BTreeMap<usize, f64> = BTreeMap::new();
        for charges in self.charges.values() {
            for &(class, toll) in charges.tolls.values().flatten() {
                let sum = least.entry(class).or_default();
                *sum += toll.min(0.0);
            }
        }
        least
    }
}

/// Lower bound on a trainer's charge for a session without the room, euros, and the tolls of participants: with or without a kit,
/// whichever is less.
fn charged(space: &Space, charges: &Charges, held: Appointment, need: usize) -> (f64, Tolls) {
    let place = space.place(held.host);
    let tour = |kit: usize| charges.places[place * 2 + kit];
    let from = space.stock.level(need).max(1);
    let with_kit = charges
        .kits
        .get(from..)
        .map_or(f64::INFINITY, |kits| kits.iter().copied().fold(f64::INFINITY, f64::min));
    let mut ways = vec![(1, tour(1) + with_kit)];
    if need == 0 {
        ways.push((0, tour(0) + charges.kits[0]));
    }
    ways.retain(|&(_, cost)| cost.is_finite());
    let paid = |kit: usize| charges.tolls.get(&(place * 2 + kit)).map_or(&[][..], Vec::as_slice);
    let of_ways: Vec<BTreeMap<usize, f64>> =
        ways.iter().map(|&(kit, _)| paid(kit).iter().copied().collect()).collect();
    // Each class pays the cheaper of the two ways.
    let classes: BTreeMap<usize, f64> = of_ways.iter().flatten().map(|(&class, _)| (class, 0.0)).collect();
    let least = |class: usize| {
        let of_way = |way: &BTreeMap<usize, f64>| way.get(&class).copied().unwrap_or(0.0);
        of_ways.iter().map(of_way).fold(f64::INFINITY, f64::min)
    };
    let tolls = classes.into_keys().map(|class| (class, least(class))).collect();
    let cost = ways.iter().map(|&(_, cost)| cost).fold(f64::INFINITY, f64::min);
    (charges.run + if cost.is_finite() { cost } else { 0.0 }, tolls)
}
