//! Lower bound on the cost of any course of a cycle that has more courses than are kept.
//!
//! # Method
//! The cost of a course is a sum over its sessions, plus its participants and its changes of the announcement. So the cheapest
//! sequence of sessions is a shortest path, whose states are the day of the last session and the changes so far. Participants are
//! then priced separately for courses that change only trainers, and for all others, in which every participant is called.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::super::courses::{Choices, MovedSoFar};
use super::super::space::{Appointment, Day};
use super::market::Market;
use super::people::{Attendance, others};
use crate::instance::announced::Session;

/// State of a partial course: the day of its last session, and the changes so far.
type Reached = (Option<Date>, MovedSoFar);

impl Market<'_> {
    /// Lower bound on the cost of any course of the cycle that is not broken off, kept or not, euros.
    pub(super) fn loose(&mut self, choices: &[Choices]) -> f64 {
        let Some(pattern) = self.going_on().next() else { return f64::INFINITY };
        let reached = self.cheapest_sequences(choices);
        let least = |as_told: bool| {
            let such = reached.iter().filter(|&(&(_, moved), _)| (moved == MovedSoFar::Nothing) == as_told);
            such.map(|(_, &cost)| cost).fold(f64::INFINITY, f64::min)
        };
        let whole = |as_told: bool| least(as_told) + self.notice(as_told) + self.people_at_least(as_told);
        whole(true).min(whole(false)) + self.beside_sessions(pattern)
    }

    /// Its kept courses that are not broken off.
    fn going_on(&self) -> impl Iterator<Item = usize> {
        let goes_on =
            |&pattern: &usize| self.space.course(pattern).is_some_and(|course| !course.is_broken_off);
        self.space.standing.of_cycle[self.cycle].iter().copied().filter(goes_on)
    }

    /// Costs of the cheapest sequences of sessions, euros, by final state.
    fn cheapest_sequences(&mut self, choices: &[Choices]) -> BTreeMap<Reached, f64> {
        let instance = self.space.instance;
        let last_held = instance.announced.as_ref().and_then(|announced| announced.held(self.cycle).last());
        let mut reached: BTreeMap<Reached, f64> =
            BTreeMap::from([((last_held.map(|held| held.date), MovedSoFar::Nothing), 0.0)]);
        for session in choices {
            let mut further: BTreeMap<Reached, f64> = BTreeMap::new();
            for way in &session.ways {
                let cost = self.way_cost(session, way);
                for (&(last, moved), &before) in &reached {
                    let Some(moved) = session.after(instance, way, last, moved) else { continue };
                    let least = further.entry((Some(way.date), moved)).or_insert(f64::INFINITY);
                    *least = least.min(before + cost);
                }
            }
            reached = further;
        }
        reached
    }

    /// Cost of a session held in some way, at the prices and in cash, euros.
    fn way_cost(&mut self, session: &Choices, way: &Session) -> f64 {
        let instance = self.space.instance;
        let (charge, _) = self.session(Appointment::of(instance, way), 0);
        let is_stand_in = (way.date, way.venue) == (session.told.date, session.told.venue)
            && way.trainer != session.told.trainer;
        let stand_in = if is_stand_in { instance.rules.weights.stand_in.to_f64() } else { 0.0 };
        charge + self.cash(way) + stand_in
    }

    /// Trainer's time and hire of a session, euros.
    fn cash(&self, session: &Session) -> f64 {
        let instance = self.space.instance;
        let paid = instance.rules.cycle.session_minutes + instance.rules.costs.prep;
        instance.trainers[session.trainer].hourly_cost.per_hour(paid).to_f64()
            + instance.venues[session.venue].cost_per_session.to_f64()
    }

    /// Cost of a course without its sessions to come, notice and participants, euros.
    fn beside_sessions(&self, pattern: usize) -> f64 {
        let (space, place) = (self.space, &self.space.patterns[pattern]);
        let course = space.course(pattern).expect("a course");
        let to_come: f64 = course.sessions.iter().map(|session| self.cash(session)).sum();
        place.fixed - to_come - self.rows.absence_worth(self.prices, place.host).max(0.0)
    }

    /// Notice of a course, relative to the notice counted for every cycle that is open to change, euros.
    fn notice(&self, as_told: bool) -> f64 {
        let notice = self.space.instance.rules.weights.notice.to_f64();
        match (as_told, self.is_bound) {
            (true, false) => -notice,
            (true, true) | (false, false) => 0.0,
            (false, true) => notice,
        }
    }

    /// Lower bound on the charges of participants in any room, euros: in courses that change only trainers (`as_told`), or others.
    pub(super) fn people_at_least(&self, as_told: bool) -> f64 {
        let (space, instance) = (self.space, self.space.instance);
        let Some(pattern) = self.going_on().next() else { return 0.0 };
        let (seats, starts) = (instance.places_at(self.told.venue), self.starts(pattern));
        let attendance = Attendance {
            capacity: seats.max(self.told.remaining(&instance.residents).count()),
            others: others(space, self.cycle, (self.told.track, pattern)),
            cost: &|class| space.attendance_at_least(class, pattern, (as_told, starts.clone())),
            tolls: &self.cheapest_tolls(),
        };
        attendance.priced(space, &self.prices.worth, &self.staying).0
    }

    /// From the first to the last day on which a course may start.
    fn starts(&self, pattern: usize) -> RangeInclusive<Day> {
        let (space, instance) = (self.space, self.space.instance);
        let of_kept = self.going_on().map(|pattern| space.first_day(pattern));
        let has_held = instance.announced.as_ref().is_some_and(|told| !told.held(self.cycle).is_empty());
        let choices = space.standing.loose.get(&self.cycle).filter(|_| !has_held);
        let first = choices.and_then(|choices| choices.first()).into_iter().flat_map(|first| &first.ways);
        let of_others = first.map(|way| Appointment::of(instance, way).day);
        let days: Vec<Day> = of_kept.chain(of_others).collect();
        let start = space.first_day(pattern);
        let end = |fold: fn(Day, Day) -> Day| days.iter().copied().fold(start, fold);
        end(Day::min)..=end(Day::max)
    }
}
