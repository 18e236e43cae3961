//! L4: sessions to come are as announced, or repaired in one of the permitted ways.

use jiff::civil::Date;

use crate::check::case::{Case, subject};
use crate::check::role::{Beside, Role};
use crate::check::violation::{Limit, Measure, Subject, Violation};
use crate::instance::announced::standing::ToCome;
use crate::instance::announced::{AnnouncedCycle, Session};
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, ResidentId};
use crate::plan::Cycle;
use crate::rules::Rule;

/// A cycle that stands, with its sessions to come as announced and as they are.
struct Standing<'a> {
    case: &'a Case<'a>,
    cycle: &'a Cycle,
    announced: &'a AnnouncedCycle,
    told: &'a [ToCome],
    now: Vec<Session>,
    /// The last session that has been held.
    last_held: Option<Date>,
}

/// Where the trainer of a session fails, another who can leads it; a session neither failed so nor strained keeps its trainer.
pub(in crate::check) fn stand_in(case: &Case) -> Vec<Violation> {
    each(case, |standing| {
        let unmoved = standing.unmoved();
        unmoved
            .filter(|(told, now)| !standing.is_well_led(told, now))
            .map(|(_, now)| standing.trainer(now))
            .collect()
    })
}

/// Where the room of a session fails, it is held in another suitable one; otherwise it stays where it was announced.
pub(in crate::check) fn other_room(case: &Case) -> Vec<Violation> {
    each(case, |standing| {
        let unmoved = standing.unmoved();
        unmoved
            .filter(|(told, now)| !standing.is_well_housed(told, now))
            .map(|(_, now)| standing.room(now))
            .collect()
    })
}

/// A session that is hit or strained, and those after it, may move to later days of the same weekday on which room and trainer
/// are available.
pub(in crate::check) fn postponed(case: &Case) -> Vec<Violation> {
    each(case, |standing| {
        let dates = |sessions: &mut dyn Iterator<Item = Date>| Measure::Dates(sessions.collect());
        (!standing.is_well_postponed())
            .then(|| Violation {
                rule: Rule::Postponed,
                subjects: vec![subject(standing.cycle)],
                measured: dates(&mut standing.now.iter().map(|session| session.date)),
                limit: Limit::Exactly(dates(&mut standing.told.iter().map(|told| told.announced.date))),
            })
            .into_iter()
            .collect()
    })
}

fn each(case: &Case, judge: impl Fn(&Standing) -> Vec<Violation>) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let standing = case.plan.cycles.iter().filter_map(|cycle| match case.role(cycle) {
        Role::Stands(id) => Some(Standing::new(case, beside, cycle, id)),
        _ => None,
    });
    standing.flat_map(|standing| judge(&standing)).collect()
}

impl<'a> Standing<'a> {
    fn new(case: &'a Case, beside: &'a Beside, cycle: &'a Cycle, id: AnnouncedId) -> Self {
        let today = beside.announced.today;
        Self {
            case,
            cycle,
            announced: &beside.announced.cycles[id],
            told: &beside.today.cycles[id].to_come,
            now: cycle.to_come(today).collect(),
            last_held: beside.announced.held(id).last().map(|session| session.date),
        }
    }

    /// Sessions that keep their announced days.
    fn unmoved(&self) -> impl Iterator<Item = (&ToCome, &Session)> {
        self.told.iter().zip(&self.now).filter(|(told, now)| told.announced.date == now.date)
    }

    fn is_well_led(&self, told: &ToCome, now: &Session) -> bool {
        if now.trainer == told.announced.trainer {
            return !told.failures.trainer;
        }
        let (slot, track) = (self.cycle.slot, self.cycle.track);
        (told.failures.trainer || told.is_strained)
            && self.case.instance.can_lead(now.trainer, slot, track, now.date)
    }

    fn is_well_housed(&self, told: &ToCome, now: &Session) -> bool {
        let instance = self.case.instance;
        if now.venue == told.announced.venue {
            return !told.failures.venue && (now.venue == self.cycle.venue || self.has_room_for_joined(now));
        }
        let (room, own) = (&instance.venues[now.venue], &instance.venues[self.cycle.venue]);
        let everybody = &self.cycle.participants;
        told.failures.venue
            && instance.can_be_used(now.venue, self.cycle.slot, now.date)
            && everybody.len() <= room.seats
            && self.are_without_step(now, everybody)
            && (room.commune == own.commune || self.are_in_reach(now, everybody))
    }

    /// For a session announced in another room: nobody joined since, or it has seats for all and suits those who did.
    fn has_room_for_joined(&self, now: &Session) -> bool {
        let is_new = |one: &&ResidentId| !self.announced.participants.contains(one);
        let joined: Vec<ResidentId> = self.cycle.participants.iter().filter(is_new).copied().collect();
        let seats = self.case.instance.venues[now.venue].seats;
        let has_seats = self.cycle.participants.len() <= seats;
        joined.is_empty()
            || (has_seats && self.are_without_step(now, &joined) && self.are_in_reach(now, &joined))
    }

    fn are_without_step(&self, now: &Session, people: &[ResidentId]) -> bool {
        let instance = self.case.instance;
        instance.venues[now.venue].step_free || people.iter().all(|&one| !instance.residents[one].step_free)
    }

    fn are_in_reach(&self, now: &Session, people: &[ResidentId]) -> bool {
        people.iter().all(|&one| self.case.instance.is_in_reach(one, now.venue))
    }

    fn is_well_postponed(&self) -> bool {
        if self.told.len() != self.now.len() {
            return false;
        }
        let (mut last, mut was_moved) = (self.last_held, false);
        for (told, now) in self.told.iter().zip(&self.now) {
            let is_moved = now.date != told.announced.date;
            let is_in_order = last.is_none_or(|last| last < now.date) && told.announced.date <= now.date;
            if !is_in_order || (is_moved && !((was_moved || told.is_shaken()) && self.can_move_to(now, last)))
            {
                return false;
            }
            was_moved |= is_moved;
            last = Some(now.date);
        }
        true
    }

    /// Whether a session can move to this day: in the cycle's own room with its own trainer, after a pause within `max_gap_days`.
    fn can_move_to(&self, now: &Session, last: Option<Date>) -> bool {
        let (instance, cycle) = (self.case.instance, self.cycle);
        let longest = instance.rules.cycle.max_gap_days;
        now.date.weekday() == instance.slots[cycle.slot].weekday
            && (now.venue, now.trainer) == (cycle.venue, cycle.trainer)
            && instance.can_be_used(cycle.venue, cycle.slot, now.date)
            && instance.can_lead(cycle.trainer, cycle.slot, cycle.track, now.date)
            && last.is_none_or(|last| days_between(last, now.date) <= longest)
    }

    fn trainer(&self, now: &Session) -> Violation {
        let subjects = vec![subject(self.cycle), Subject::Date(now.date), Subject::Trainer(now.trainer)];
        self.repair(Rule::StandIn, subjects, now)
    }

    fn room(&self, now: &Session) -> Violation {
        let subjects = vec![subject(self.cycle), Subject::Date(now.date), Subject::Venue(now.venue)];
        self.repair(Rule::OtherRoom, subjects, now)
    }

    fn repair(&self, rule: Rule, subjects: Vec<Subject>, now: &Session) -> Violation {
        let limit = Limit::Exactly(Measure::Count(self.cycle.participants.len()));
        Violation { rule, subjects, measured: Measure::Date(now.date), limit }
    }
}
