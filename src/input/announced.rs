//! The announced plan of a scenario, compared with today's tables.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::plan::{parse_announced, place};
use super::scenario::Scenario;
use super::source::Source;
use super::when;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, nearest};
use crate::instance::InstanceData;
use crate::instance::announced::{Announced, AnnouncedCycle, Failure, Session};
use crate::instance::entities::Leg;
use crate::instance::ids::ResidentId;
use crate::plan::Plan;
use crate::plan::file::PlanFile;
use crate::plan::tour::{Stop, leg_between};

/// The announced plan with the scenario's decisions about it; `None` if nothing was announced, or a fault was reported.
pub(super) fn announced(
    scenario: &Scenario,
    source: &Source,
    data: &InstanceData,
    faults: &mut Faults,
) -> Option<Announced> {
    let section = &scenario.file.announced;
    let (plan, file) = parse_announced(source, data, faults)?;
    let Some(today) = section.today.map(|day| day.0) else {
        let place = scenario.place("announced.plan").key("announced.today");
        let fault = Diagnostic::new(Code::MissingKey, place);
        faults.add(fault.with("key", "announced.today"));
        return None;
    };
    if !data.rules.horizon.contains(today) {
        let fault = Diagnostic::new(Code::TodayOutside, scenario.place("announced.today"));
        let fault = fault.with("value", today.to_string()).with("from", data.rules.horizon.start.to_string());
        faults.add(fault.with("until", data.rules.horizon.end.to_string()));
    }
    check(&plan, &file, source, data, faults);
    let mut announced = Announced {
        cycles: plan.cycles.iter().map(AnnouncedCycle::from).collect(),
        kits: plan.kit_roster,
        closed: plan.closed,
        today,
        notice_days: i32::try_from(section.notice_days).unwrap_or(i32::MAX),
        released: BTreeSet::new(),
        pinned: BTreeSet::new(),
    };
    check_held_days(&announced, source, data, faults);
    let mut wishes = Wishes { scenario, data, announced: &mut announced, faults };
    wishes.release(&section.release);
    wishes.keep(&section.keep);
    wishes.hit(&section.hit);
    Some(announced)
}

/// Reports what an announced plan cannot contain: an id twice, a resident in two cycles, sessions out of order.
fn check(plan: &Plan, file: &PlanFile, source: &Source, data: &InstanceData, faults: &mut Faults) {
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for (position, entry) in file.cycles.iter().enumerate() {
        let at = |field: &str, value: &str| place(source, value, &format!("cycles[{position}].{field}"));
        if !ids.insert(&entry.id) {
            let fault = Diagnostic::new(Code::AnnouncedIdTwice, at("id", &entry.id));
            faults.add(fault.with("cycle", entry.id.as_str()));
        }
        let dates: Vec<Option<Date>> =
            entry.sessions.iter().map(|date| when::date(date.trim()).ok()).collect();
        let is_ordered = !dates.is_empty() && dates.windows(2).all(|pair| pair[0] < pair[1]);
        if !is_ordered && dates.iter().all(Option::is_some) {
            let first = entry.sessions.first().map_or("", String::as_str);
            let fault = Diagnostic::new(Code::AnnouncedOrder, at("sessions", first));
            faults.add(fault.with("cycle", entry.id.as_str()).with("value", entry.sessions.join(", ")));
        }
    }
    let mut cycle_of: BTreeMap<ResidentId, &str> = BTreeMap::new();
    for cycle in plan.cycles.iter().filter(|cycle| !cycle.is_broken_off()) {
        for &resident in &cycle.participants {
            if let Some(other) = cycle_of.insert(resident, &cycle.id) {
                let id = data.residents[resident].id.as_str();
                let fault = Diagnostic::new(Code::AnnouncedTwice, place(source, id, "cycles"));
                let fault = fault.with("resident", id).with("cycle", cycle.id.as_str());
                faults.add(fault.with("other", other));
            }
        }
    }
}

/// Reports held days whose tours cannot be travelled on today's roads: they could not be priced.
fn check_held_days(announced: &Announced, source: &Source, data: &InstanceData, faults: &mut Faults) {
    let mut days: BTreeMap<_, Vec<(u16, Session)>> = BTreeMap::new();
    for (id, cycle) in announced.cycles.iter_enumerated() {
        for session in announced.held(id) {
            let start = data.slots[cycle.slot].start_minute;
            days.entry((session.date, session.trainer)).or_default().push((start, *session));
        }
    }
    for ((date, trainer), mut sessions) in days {
        sessions.sort_unstable();
        let base = Stop::Base(data.trainers[trainer].base);
        let taken = announced.kits.iter().find(|taken| (taken.date, taken.trainer) == (date, trainer));
        let depot = taken.map(|taken| Stop::Depot(data.kits[taken.kit].depot));
        let venues = sessions.iter().map(|(_, session)| Stop::Venue(session.venue));
        let stops: Vec<Stop> =
            [base].into_iter().chain(depot).chain(venues).chain(depot).chain([base]).collect();
        let leg = |pair: &[Stop]| -> Option<Leg> { leg_between(data, pair[0], pair[1]) };
        if stops.windows(2).any(|pair| leg(pair).is_none()) {
            let day = date.to_string();
            let fault = Diagnostic::new(Code::HeldDayUnreachable, place(source, &day, "cycles"));
            faults.add(fault.with("date", day).with("trainer", data.trainers[trainer].id.as_str()));
        }
    }
}

/// The scenario's decisions about the announced plan: `release`, `keep`, `hit`.
struct Wishes<'a> {
    scenario: &'a Scenario,
    data: &'a InstanceData,
    announced: &'a mut Announced,
    faults: &'a mut Faults,
}

impl Wishes<'_> {
    fn release(&mut self, names: &[String]) {
        for (number, name) in names.iter().enumerate() {
            if let Some(id) = self.announced.find(name) {
                self.announced.cycles[id].is_released = true;
            } else if let Some(resident) = self.data.residents.iter().position(|one| one.id == *name) {
                self.announced.released.insert(resident.into());
            } else {
                self.unknown("release", number, name);
            }
        }
    }

    fn keep(&mut self, names: &[String]) {
        for (number, name) in names.iter().enumerate() {
            match self.announced.find(name) {
                Some(id) => self.announced.cycles[id].is_kept = true,
                None => self.unknown("keep", number, name),
            }
        }
    }

    fn hit(&mut self, entries: &[String]) {
        for (number, entry) in entries.iter().enumerate() {
            let Some((cycle, date, failure)) = hit_of(entry) else {
                let fault = Diagnostic::new(Code::NotAHit, self.place("hit", number));
                self.faults.add(fault.with("value", entry.as_str()));
                continue;
            };
            let Some(id) = self.announced.find(cycle) else {
                self.unknown("hit", number, cycle);
                continue;
            };
            if self.announced.to_come(id).iter().any(|session| session.date == date) {
                self.announced.cycles[id].hit.push((date, failure));
            } else {
                let fault = Diagnostic::new(Code::NoSuchSession, self.place("hit", number));
                let dates = self.announced.to_come(id).iter().map(|session| session.date.to_string());
                let dates: Vec<String> = dates.collect();
                let fault = fault.with("cycle", cycle).with("value", date.to_string());
                self.faults.add(fault.with("dates", dates.join(", ")));
            }
        }
    }

    fn place(&self, key: &str, number: usize) -> Place {
        self.scenario.place(&format!("announced.{key}[{number}]"))
    }

    fn unknown(&mut self, key: &str, number: usize, name: &str) {
        let known = self.announced.cycles.iter().map(|cycle| cycle.id.as_str());
        let known = known.chain(self.data.residents.iter().map(|resident| resident.id.as_str()));
        let fault = Diagnostic::new(Code::UnknownAnnounced, self.place(key, number)).with("value", name);
        let hint = nearest(name, known);
        self.faults.add(fault.suggesting("hint-nearest", hint));
    }
}

/// An entry of `announced.hit`, such as `C015 2027-03-02 trainer`: cycle, day and what fails; `None` if it is malformed.
pub(crate) fn hit_of(entry: &str) -> Option<(&str, Date, Failure)> {
    let words: Vec<&str> = entry.split_whitespace().collect();
    let [cycle, date, what] = words.as_slice() else { return None };
    let failure = match *what {
        "trainer" => Failure::Trainer,
        "venue" => Failure::Venue,
        _ => return None,
    };
    Some((cycle, when::date(date).ok()?, failure))
}
