//! The cheapest continuation of announced cycles at given duals: their part of the Lagrangian bound.
//!
//! # Method
//! Every plan has each committed cycle in one of its courses, and each cycle open to change in one of its courses or in none. So
//! the reduced cost of a plan's announced cycles is at least the sum of the cheapest course of each. A course is priced session
//! by session, with those who stay for certain. People who may join or leave do so if it pays, with fractional seats. If a cycle
//! has more courses than are enumerated, each of its sessions takes its cheapest option independently, in any order.
//!
//! # Size
//! Courses × sessions and, for courses that people may join, the candidates of their place: far less than a round of pricing.

use std::collections::BTreeMap;

use super::master::{Charges, Column, Prices, Rows};
use super::space::{Appointment, Day, Pattern, Space};
use crate::instance::announced::{AnnouncedCycle, Session};
use crate::instance::ids::{AnnouncedId, SlotId, TrainerId};

/// The cheapest courses of announced cycles.
#[derive(Debug, Clone, Default)]
pub struct GoingOn {
    /// Sum of their reduced costs, euros.
    pub least: f64,
    /// Columns of these courses, with whole people instead of fractions.
    pub columns: Vec<Column>,
}

/// Finds the cheapest course of every announced cycle at these prices.
pub fn going_on(space: &Space, rows: &Rows, prices: &Prices) -> GoingOn {
    let mut market = Market { space, rows, prices, charges: BTreeMap::new() };
    let mut found = GoingOn::default();
    for (cycle, patterns) in space.standing.of_cycle.iter_enumerated() {
        let is_bound = space.standing.bound.contains(&cycle);
        let mut best: Option<(f64, Option<Column>)> = (!is_bound).then_some((0.0, None));
        for &pattern in patterns.iter().filter(|&&pattern| space.patterns[pattern].course.is_some()) {
            let (cost, column) = market.course(cycle, pattern);
            if best.as_ref().is_none_or(|&(least, _)| cost < least) {
                best = Some((cost, Some(column)));
            }
        }
        let Some((mut least, column)) = best else { continue };
        if let Some(choices) = space.standing.loose.get(&cycle) {
            let going_on = patterns.iter().copied().filter(|&pattern| !space.is_broken_off(pattern));
            let first = going_on.min_by_key(|&pattern| space.first_day(pattern));
            least = least.min(first.map_or(f64::INFINITY, |pattern| market.loose(cycle, pattern, choices)));
        }
        found.least += least;
        found.columns.extend(column);
    }
    found
}

/// A round's prices, and the charges of sessions at them.
struct Market<'p> {
    space: &'p Space<'p>,
    rows: &'p Rows<'p>,
    prices: &'p Prices,
    charges: BTreeMap<(TrainerId, SlotId, Day), Charges>,
}

/// The part of a course's group that stays for certain.
struct Staying {
    /// Class and number of parties.
    members: Vec<(usize, usize)>,
    persons: usize,
    /// Kit tablets that each session needs for them.
    need: usize,
}

/// Who may attend a course.
struct Attending<'a> {
    /// Most participants.
    capacity: usize,
    /// Whether people other than the announced participants of a committed cycle may attend.
    is_open: bool,
    /// Cost of one party of a class, euros; `None` if it may not attend.
    cost: &'a dyn Fn(usize) -> Option<f64>,
}

impl Market<'_> {
    /// Lower bound on the reduced cost of a course, and its column.
    fn course(&mut self, cycle: AnnouncedId, pattern: usize) -> (f64, Column) {
        let space = self.space;
        let staying = self.staying(cycle, pattern);
        let AnnouncedCycle { trainer, track, .. } = *self.told(cycle);
        let held: Vec<Appointment> = space.appointments(pattern, trainer).collect();
        let mut tolls: BTreeMap<usize, f64> = BTreeMap::new();
        let sessions: f64 =
            held.iter().map(|&held| self.session(pattern, held, staying.need, &mut tolls)).sum();
        let place = &space.patterns[pattern];
        let attending = Attending {
            capacity: place.capacity,
            is_open: !(place.is_closed && space.standing.bound.contains(&cycle)),
            cost: &|class| space.attendance(class, pattern),
        };
        let (people, mut members) = self.people(cycle, pattern, (&staying, &attending), &tolls);
        members.extend(staying.members);
        members.sort_unstable();
        let borrowers = members.iter().map(|&(class, count)| space.classes[class].borrowers * count).sum();
        let column = Column {
            pattern,
            trainer,
            track,
            members,
            need: if space.is_broken_off(pattern) { 0 } else { space.kit_need(pattern, borrowers) },
        };
        (self.whole(place, pattern) + place.tablet * staying.need as f64 + sessions + people, column)
    }

    /// Cost of a course regardless of its sessions' charges and of who attends, euros.
    fn whole(&self, place: &Pattern, pattern: usize) -> f64 {
        let hosted = if self.space.is_broken_off(pattern) {
            0.0
        } else {
            self.rows.absence_worth(self.prices, place.host)
        };
        place.fixed + place.changes - hosted + self.rows.course_charge(self.prices, pattern)
    }

    /// Lower bound on the charges of a session, euros; adds what people pay for it to `tolls`.
    fn session(
        &mut self,
        pattern: usize,
        held: Appointment,
        need: usize,
        tolls: &mut BTreeMap<usize, f64>,
    ) -> f64 {
        let (space, slot) = (self.space, self.space.patterns[pattern].slot);
        let room = self.rows.room_charge(self.prices, held.venue, slot, held.day);
        let (rows, prices) = (self.rows, self.prices);
        let charges = self
            .charges
            .entry((held.trainer, slot, held.day))
            .or_insert_with(|| rows.session_charges(prices, held.trainer, slot, held.day));
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
        // Each participant pays for the option that is cheapest for them.
        let paid = |kit: usize| charges.tolls.get(&(place * 2 + kit)).map_or(&[][..], Vec::as_slice);
        let mut least: BTreeMap<usize, f64> = BTreeMap::new();
        for (number, &(kit, _)) in ways.iter().enumerate() {
            let here: BTreeMap<usize, f64> = paid(kit).iter().copied().collect();
            let classes: Vec<usize> = least.keys().chain(here.keys()).copied().collect();
            for class in classes {
                let toll = here.get(&class).copied().unwrap_or(0.0);
                let before = if number == 0 { toll } else { least.get(&class).copied().unwrap_or(0.0) };
                least.insert(class, toll.min(before));
            }
        }
        for (class, toll) in least {
            *tolls.entry(class).or_default() += toll;
        }
        let tour = ways.iter().map(|&(_, cost)| cost).fold(f64::INFINITY, f64::min);
        room + charges.run + if tour.is_finite() { tour } else { 0.0 }
    }

    /// The announced participants of a cycle who may not leave it.
    fn staying(&self, cycle: AnnouncedId, pattern: usize) -> Staying {
        let space = self.space;
        let mut staying = Staying { members: Vec::new(), persons: 0, need: 0 };
        let mut borrowers = 0;
        if space.is_broken_off(pattern) {
            return staying;
        }
        for (class, entry) in space.classes.iter().enumerate() {
            if entry.bound.is_some_and(|bound| bound.cycle == cycle && !bound.may_leave) {
                let count = entry.parties.len();
                staying.members.push((class, count));
                staying.persons += entry.size * count;
                borrowers += entry.borrowers * count;
            }
        }
        staying.need = space.least_kit_need(pattern, borrowers);
        staying
    }

    /// Lower bound on the charges of those who attend a course, euros, and who attends in addition to those who stay.
    fn people(
        &self,
        cycle: AnnouncedId,
        pattern: usize,
        (staying, attending): (&Staying, &Attending),
        tolls: &BTreeMap<usize, f64>,
    ) -> (f64, Vec<(usize, usize)>) {
        let (space, place) = (self.space, &self.space.patterns[pattern]);
        let toll = |class: usize| tolls.get(&class).copied().unwrap_or(0.0);
        let gain = |class: usize| Some(self.prices.worth[class] - (attending.cost)(class)? - toll(class));
        let mut cost = 0.0;
        for &(class, count) in &staying.members {
            cost -= gain(class).unwrap_or(0.0) * count as f64;
        }
        if space.is_broken_off(pattern) {
            return (cost, Vec::new());
        }
        let mut offers: Vec<(f64, usize, usize)> = Vec::new();
        let mut offer = |class: usize| {
            let (size, count) = (space.classes[class].size, space.classes[class].parties.len());
            if let Some(gain) = gain(class).filter(|&gain| gain > 0.0) {
                offers.push((gain / size as f64, class, count));
            }
        };
        let may_leave =
            space.classes.iter().enumerate().filter(|(_, class)| {
                class.bound.is_some_and(|bound| bound.cycle == cycle && bound.may_leave)
            });
        let leaving: Vec<usize> = may_leave.map(|(class, _)| class).collect();
        for class in leaving {
            offer(class);
        }
        if attending.is_open {
            let meeting = (self.told(cycle).track, place.host, place.slot);
            let candidates = space.candidates.get(&meeting).into_iter().flatten();
            let others = candidates.map(|candidate| candidate.class);
            others.filter(|&class| !space.classes[class].is_of(cycle)).for_each(&mut offer);
        }
        offers.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut seats = attending.capacity.saturating_sub(staying.persons) as f64;
        let mut whole = seats as usize;
        let mut joining = Vec::new();
        for (gain, class, count) in offers {
            let size = space.classes[class].size;
            let taken = ((size * count) as f64).min(seats);
            cost -= gain * taken;
            seats -= taken;
            let parties = count.min(whole / size);
            if parties > 0 {
                whole -= parties * size;
                joining.push((class, parties));
            }
            if seats <= 0.0 {
                break;
            }
        }
        (cost, joining)
    }

    fn told(&self, cycle: AnnouncedId) -> &AnnouncedCycle {
        let announced = self.space.instance.announced.as_ref();
        &announced.expect("a course is of an announced cycle").cycles[cycle]
    }

    /// Lower bound on any course of a cycle: each session takes its cheapest option, and changes cost nothing.
    fn loose(&mut self, cycle: AnnouncedId, pattern: usize, choices: &[Vec<Session>]) -> f64 {
        let space = self.space;
        let instance = space.instance;
        let mut staying = self.staying(cycle, pattern);
        staying.need = 0;
        let rates = &instance.rules.costs;
        let paid = instance.rules.cycle.session_minutes + rates.prep;
        let cash = |session: &Session| {
            instance.trainers[session.trainer].hourly_cost.per_hour(paid).to_f64()
                + instance.venues[session.venue].cost_per_session.to_f64()
        };
        let course = space.patterns[pattern].course.expect("a course");
        let usual: f64 = space.standing.courses[course].sessions.iter().map(cash).sum();
        let mut sessions = 0.0;
        for choices in choices {
            let mut least = f64::INFINITY;
            for session in choices {
                let held = Appointment::of(instance, session);
                let charge = self.session(pattern, held, 0, &mut BTreeMap::new());
                least = least.min(charge + cash(session));
            }
            sessions += least;
        }
        if sessions.is_infinite() {
            return f64::INFINITY;
        }
        let place = &space.patterns[pattern];
        let notice =
            if space.standing.bound.contains(&cycle) { 0.0 } else { -instance.rules.weights.notice.to_f64() };
        let whole = place.fixed - usual + notice - self.rows.absence_worth(self.prices, place.host).max(0.0);
        // No calls, the lowest possible tolls, and every room suits.
        let attending = Attending {
            capacity: self.most(cycle),
            is_open: true,
            cost: &|class| Some(space.attendance_anywhere(class, pattern)? - space.classes[class].calls),
        };
        let (people, _) = self.people(cycle, pattern, (&staying, &attending), &self.cheapest_tolls());
        whole + sessions + people
    }

    /// Upper bound on the participants of a cycle, wherever its sessions are.
    fn most(&self, cycle: AnnouncedId) -> usize {
        let (instance, told) = (self.space.instance, self.told(cycle));
        let seats = instance.places_at(told.venue);
        seats.max(told.remaining(&instance.residents).count())
    }

    /// Lower bound on the tolls that anyone pays for all sessions of a cycle.
    fn cheapest_tolls(&self) -> BTreeMap<usize, f64> {
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
