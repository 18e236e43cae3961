//! Less than any course of a cycle costs, where it has more courses than are kept.
//!
//! # Method
//! What a course costs is a sum over its sessions, beside people and what it changes of what was announced. So the cheapest sequence of
//! sessions is a shortest path: how far a course has come is told by the day of its last session and by what was changed so far. Those
//! who attend are then priced for courses that change nothing but who leads, and for all others, in which everybody is called.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::super::courses::{Choices, MovedSoFar};
use super::super::space::{Appointment, Day};
use super::market::Market;
use super::people::{Attendance, others};
use crate::instance::announced::Session;

/// How far a course has come: the day of its last session, and what was changed so far.
type Reached = (Option<Date>, MovedSoFar);

impl Market<'_> {
    /// Less than any course of the cycle that goes on costs, whether it is kept or not, euros.
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

    /// Its courses that are kept and go on.
    fn going_on(&self) -> impl Iterator<Item = usize> {
        let goes_on =
            |&pattern: &usize| self.space.course(pattern).is_some_and(|course| !course.is_broken_off);
        self.space.standing.of_cycle[self.cycle].iter().copied().filter(goes_on)
    }

    /// What the cheapest sequences of sessions cost, euros, by where they end.
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

    /// What a session costs that is held in some way, at the prices and in cash, euros.
    fn way_cost(&mut self, session: &Choices, way: &Session) -> f64 {
        let instance = self.space.instance;
        let (charge, _) = self.session(Appointment::of(instance, way), 0);
        let is_stand_in = (way.date, way.venue) == (session.told.date, session.told.venue)
            && way.trainer != session.told.trainer;
        let stand_in = if is_stand_in { instance.rules.weights.stand_in.to_f64() } else { 0.0 };
        charge + self.cash(way) + stand_in
    }

    /// Time and hire of a session, euros.
    fn cash(&self, session: &Session) -> f64 {
        let instance = self.space.instance;
        let paid = instance.rules.cycle.session_minutes + instance.rules.costs.prep;
        instance.trainers[session.trainer].hourly_cost.per_hour(paid).to_f64()
            + instance.venues[session.venue].cost_per_session.to_f64()
    }

    /// What a course costs beside its sessions to come, notice and people, euros.
    fn beside_sessions(&self, pattern: usize) -> f64 {
        let (space, place) = (self.space, &self.space.patterns[pattern]);
        let course = space.course(pattern).expect("a course");
        let to_come: f64 = course.sessions.iter().map(|session| self.cash(session)).sum();
        place.fixed - to_come - self.rows.absence_worth(self.prices, place.host).max(0.0)
    }

    /// The notice of a course, beside that of every cycle that is open to change, euros.
    fn notice(&self, as_told: bool) -> f64 {
        let notice = self.space.instance.rules.weights.notice.to_f64();
        match (as_told, self.is_bound) {
            (true, false) => -notice,
            (true, true) | (false, false) => 0.0,
            (false, true) => notice,
        }
    }

    /// What people are charged at least, euros, whatever rooms there are, in courses that change nothing but who leads, or in the others.
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
