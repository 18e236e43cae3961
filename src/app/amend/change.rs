//! Manual changes of a plan: each does what is asked, and returns the decisions that it implies (PROBLEM.md section 8).
//!
//! - An announced cycle keeps its id if it can be repaired: another trainer, a later day. If no table gives a cause for
//!   that, its sessions are listed as `hit`.
//! - What cannot be a repair (another slot, an end) closes the cycle, which is released if notice is short, or breaks it
//!   off if it has begun; a moved cycle continues as a new one.
//! - A resident who leaves a committed cycle is released.
//!
//! The new place of a moved cycle is determined in `place`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::latter_day;
use super::wrong::{Named, Wrong};
use crate::app::drafts::signed::{of_text, of_text_or_none, to_text, to_text_or_none};
use crate::input::amending::decisions::{Decisions, List};
use crate::instance::Instance;
use crate::instance::announced::standing::Standing;
use crate::instance::announced::{Announced, AnnouncedCycle, Commitment, Failure, Session};
use crate::instance::ids::{AnnouncedId, TrainerId};
use crate::plan::{Cycle, Fate, Plan, Repair};

/// A change of one cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Moves it to another slot, or to a later start.
    Move {
        /// The slot.
        slot: String,
        /// The first day; by default the week of its first session, or as soon as notice allows.
        #[serde(serialize_with = "to_text_or_none", deserialize_with = "of_text_or_none")]
        from: Option<Date>,
    },
    /// Moves it to an exact place: slot, room, trainer, first day.
    Place(Place),
    /// Gives it another trainer, for all sessions to come.
    Trainer(String),
    /// Residents join.
    Join(Vec<String>),
    /// Residents leave.
    Leave(Vec<String>),
    /// Another trainer leads one session.
    StandIn {
        /// Its day.
        #[serde(serialize_with = "to_text", deserialize_with = "of_text")]
        date: Date,
        /// The trainer who leads it.
        trainer: String,
    },
    /// A session is held later.
    #[serde(serialize_with = "to_text", deserialize_with = "of_text")]
    Postpone(Date),
    /// It ends.
    Close,
}

/// The new place of a cycle; `None` keeps the current one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its slot.
    pub slot: Option<String>,
    /// Its room.
    pub venue: Option<String>,
    /// Its trainer.
    pub trainer: Option<String>,
    /// The day of its first session; by default the slot's day in the week of its first session.
    #[serde(serialize_with = "to_text_or_none", deserialize_with = "of_text_or_none")]
    pub first: Option<Date>,
}

/// The outcome of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The decisions that the change implies.
    pub decisions: Decisions,
    /// The new id of a moved cycle.
    pub goes_on_as: Option<String>,
}

/// Changes a cycle of a plan, which is as of today.
///
/// # Errors
/// Why it cannot be done.
pub(in crate::app) fn change(
    instance: &Instance,
    plan: &mut Plan,
    cycle: &str,
    change: &Change,
) -> Result<Outcome, Wrong> {
    let position = plan.cycles.iter().position(|one| one.id == cycle);
    let Some(position) = position else {
        return Err(Wrong::unknown(Named::Cycle, cycle, plan.cycles.iter().map(|one| one.id.as_str())));
    };
    let mut desk = Desk { instance, plan, position, outcome: Outcome::default() };
    desk.check_is_going_on()?;
    match change {
        Change::Move { slot, from } => desk.shift(slot, *from)?,
        Change::Place(place) => desk.place(place)?,
        Change::Trainer(trainer) => desk.change_trainer(trainer)?,
        Change::Join(residents) => desk.join(residents)?,
        Change::Leave(residents) => desk.leave(residents)?,
        Change::StandIn { date, trainer } => desk.stand_in(*date, trainer)?,
        Change::Postpone(date) => desk.postpone(*date)?,
        Change::Close => desk.close(None)?,
    }
    Ok(desk.outcome)
}

/// A cycle that is being changed.
pub(super) struct Desk<'a> {
    pub(super) instance: &'a Instance,
    pub(super) plan: &'a mut Plan,
    pub(super) position: usize,
    pub(super) outcome: Outcome,
}

/// The announced cycle to which a cycle corresponds.
pub(super) struct Told<'a> {
    pub(super) id: AnnouncedId,
    pub(super) announced: &'a Announced,
    pub(super) cycle: &'a AnnouncedCycle,
    pub(super) standing: &'a Standing,
}

impl<'a> Desk<'a> {
    pub(super) fn cycle(&self) -> &Cycle {
        &self.plan.cycles[self.position]
    }

    pub(super) fn cycle_mut(&mut self) -> &mut Cycle {
        &mut self.plan.cycles[self.position]
    }

    /// The announced cycle to which the cycle corresponds; `None` if it is new.
    pub(super) fn told(&self) -> Option<Told<'a>> {
        self.told_of(self.cycle())
    }

    pub(super) fn told_of(&self, cycle: &Cycle) -> Option<Told<'a>> {
        let (announced, today) = self.instance.standing()?;
        let id = announced.find(&cycle.id).filter(|_| cycle.fate == Fate::Stands)?;
        Some(Told { id, announced, cycle: &announced.cycles[id], standing: &today.cycles[id] })
    }

    fn check_is_going_on(&self) -> Result<(), Wrong> {
        let id = || self.cycle().id.clone();
        match self.told().map(|told| told.standing.commitment) {
            Some(Commitment::Finished) => Err(Wrong::Finished(id())),
            _ if self.cycle().is_broken_off() => Err(Wrong::BrokenOff(id())),
            _ => Ok(()),
        }
    }

    pub(super) fn decide(&mut self, list: List, entry: impl Into<String>) {
        self.outcome.decisions.added.push((list, entry.into()));
    }

    pub(super) fn take_back(&mut self, list: List, entry: impl Into<String>) {
        self.outcome.decisions.removed.push((list, entry.into()));
    }

    /// Days of the sessions to come.
    pub(super) fn to_come(&self) -> Vec<Date> {
        let today = self.instance.announced.as_ref().map_or(Date::MIN, |announced| announced.today);
        self.cycle().to_come(today).map(|session| session.date).collect()
    }

    pub(super) fn trainer(&self, name: &str) -> Result<TrainerId, Wrong> {
        let trainers = &self.instance.trainers;
        let found = trainers.iter_enumerated().find(|(_, trainer)| trainer.id == name).map(|(id, _)| id);
        found.ok_or_else(|| Wrong::unknown(Named::Trainer, name, trainers.iter().map(|one| one.id.as_str())))
    }

    /// Closes the cycle; one that has begun is broken off at its first session on `from` or later.
    pub(super) fn close(&mut self, from: Option<Date>) -> Result<(), Wrong> {
        let Some(told) = self.told() else {
            self.plan.cycles.remove(self.position);
            return Ok(());
        };
        if told.standing.commitment == Commitment::Begun {
            return self.break_off(&told, from);
        }
        if told.cycle.is_kept {
            self.take_back(List::Keep, &told.cycle.id);
        }
        if told.cycle.first() < told.announced.first_new() && !told.cycle.is_released {
            self.decide(List::Release, &told.cycle.id);
        }
        self.plan.cycles.remove(self.position);
        Ok(())
    }

    /// Keeps the sessions before the first one to come on `from` or later, and before any that is hit or strained.
    fn break_off(&mut self, told: &Told<'_>, from: Option<Date>) -> Result<(), Wrong> {
        let to_come = &told.standing.to_come;
        let wanted = to_come.iter().position(|one| from.is_none_or(|from| from <= one.announced.date));
        let Some(wanted) = wanted else { return Err(self.no_session(from.unwrap_or(Date::MAX))) };
        if told.standing.first_shaken().is_none_or(|first| wanted < first) {
            self.decide(List::Hit, hit(&told.cycle.id, to_come[wanted].announced.date, "venue"));
        }
        let n_kept = told.standing.first_shaken().map_or(wanted, |first| first.min(wanted));
        let held = told.announced.held(told.id);
        let kept: Vec<Session> =
            held.iter().copied().chain(to_come[..n_kept].iter().map(|one| one.announced)).collect();
        let cycle = self.cycle_mut();
        cycle.fate = Fate::BrokenOff;
        cycle.sessions = kept.iter().map(|session| session.date).collect();
        let own = (cycle.venue, cycle.trainer);
        cycle.repairs = kept.iter().filter_map(|session| Repair::of(session, own)).collect();
        Ok(())
    }

    pub(super) fn change_trainer(&mut self, trainer: &str) -> Result<(), Wrong> {
        let trainer = self.trainer(trainer)?;
        if self.told().is_none() {
            if self.cycle().trainer == trainer {
                return Err(Wrong::Already);
            }
            self.cycle_mut().trainer = trainer;
            return Ok(());
        }
        let days = self.to_come();
        let is_led = days.iter().all(|&date| self.cycle().trainer_on(date) == trainer);
        if is_led {
            return Err(Wrong::Already);
        }
        for date in days {
            self.lead(date, trainer);
        }
        Ok(())
    }

    fn stand_in(&mut self, date: Date, trainer: &str) -> Result<(), Wrong> {
        let trainer = self.trainer(trainer)?;
        self.check_session(date)?;
        if self.cycle().trainer_on(date) == trainer {
            return Err(Wrong::Already);
        }
        self.lead(date, trainer);
        Ok(())
    }

    /// Only a session to come of an announced cycle can be repaired.
    fn check_session(&self, date: Date) -> Result<(), Wrong> {
        match self.told() {
            None => Err(Wrong::NotAnnounced(self.cycle().id.clone())),
            Some(_) if !self.to_come().contains(&date) => Err(self.no_session(date)),
            Some(_) => Ok(()),
        }
    }

    fn no_session(&self, date: Date) -> Wrong {
        Wrong::NoSession { cycle: self.cycle().id.clone(), date, dates: self.to_come() }
    }

    /// Assigns a trainer to a session. If no table gives a cause for replacing the announced one, it is listed as hit.
    fn lead(&mut self, date: Date, trainer: TrainerId) {
        let told = self.told();
        let session = told
            .as_ref()
            .and_then(|told| told.standing.to_come.iter().find(|one| one.announced.date == date));
        if let (Some(told), Some(session)) = (&told, session) {
            let entry = hit(&told.cycle.id, date, "trainer");
            if session.announced.trainer == trainer {
                if told.cycle.hit.contains(&(date, Failure::Trainer)) {
                    self.take_back(List::Hit, entry);
                }
            } else if !session.failures.trainer && !session.is_strained {
                self.decide(List::Hit, entry);
            }
        }
        let cycle = self.cycle_mut();
        let session = Session { date, venue: cycle.venue_on(date), trainer };
        cycle.repairs.retain(|repair| repair.date != date);
        cycle.repairs.extend(Repair::of(&session, (cycle.venue, cycle.trainer)));
        cycle.repairs.sort_unstable();
    }

    fn postpone(&mut self, date: Date) -> Result<(), Wrong> {
        self.check_session(date)?;
        let cycle = self.cycle();
        let Some(later) = latter_day(self.instance, self.plan, cycle, date) else {
            return Err(Wrong::NoDay(cycle.id.clone()));
        };
        let before = cycle.sessions.clone();
        let mut sessions: Vec<Date> =
            before.iter().copied().filter(|&one| one != date).chain([later]).collect();
        sessions.sort_unstable();
        // A moved session is in the cycle's own room, led by its own trainer.
        let moved: BTreeSet<Date> =
            before.iter().zip(&sessions).filter(|(before, now)| before != now).map(|(_, &now)| now).collect();
        let told = self.told();
        let session = told
            .as_ref()
            .and_then(|told| told.standing.to_come.iter().find(|one| one.announced.date == date));
        if session.is_some_and(|session| !session.is_shaken()) {
            let entry = hit(&self.cycle().id, date, "venue");
            self.decide(List::Hit, entry);
        }
        let cycle = self.cycle_mut();
        cycle.sessions = sessions;
        cycle.repairs.retain(|repair| repair.date != date && !moved.contains(&repair.date));
        Ok(())
    }
}

fn hit(cycle: &str, date: Date, what: &str) -> String {
    format!("{cycle} {date} {what}")
}
