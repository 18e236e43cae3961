//! Ways in which announced cycles may go on (PROBLEM.md section 8, rule L4): as announced, repaired, or broken off.
//!
//! A course is one such way: the sessions to come, each with its room and trainer. Whatever is neither hit nor strained has one
//! course; a session that is may be held by another trainer, in another room, or later, and the cycle may end before it.
//!
//! - this file: courses, and those of an instance;
//! - `ways`: how single sessions may be repaired, and how they make courses;
//! - `choices`: the same where courses are more than are kept;
//! - [`base`]: what no plan can change any more, and what it costs;
//! - [`settled`]: sessions to come that every plan holds, and what they leave no room for.

pub mod base;
mod choices;
pub mod settled;
mod ways;

use typed_index_collections::TiVec;

use crate::instance::Instance;
use crate::instance::announced::standing::Today;
use crate::instance::announced::{Announced, Commitment, Session};
use crate::instance::ids::AnnouncedId;
pub use choices::{Choices, MovedSoFar};
use settled::Settled;
use ways::Sequences;

/// A way in which an announced cycle may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Which cycle.
    pub cycle: AnnouncedId,
    /// Its sessions to come, in order.
    pub sessions: Vec<Session>,
    /// Whether it ends early and serves nobody.
    pub is_broken_off: bool,
    /// Whether its days and rooms to come are those announced.
    pub is_as_told: bool,
    /// Sessions held on the day and in the room announced by another trainer.
    pub n_stand_ins: usize,
}

impl Course {
    fn new(told: &[Session], cycle: AnnouncedId, sessions: Vec<Session>, is_broken_off: bool) -> Self {
        let place = |session: &Session| (session.date, session.venue);
        let is_as_told = sessions.iter().map(place).eq(told.iter().map(place));
        let is_stand_in = |session: &&Session| {
            told.iter().any(|told| place(told) == place(session) && told.trainer != session.trainer)
        };
        let n_stand_ins = sessions.iter().filter(is_stand_in).count();
        Self { cycle, sessions, is_broken_off, is_as_told, n_stand_ins }
    }
}

/// The courses of one cycle.
#[derive(Debug, Clone, Default)]
pub struct Courses {
    /// Those that are kept.
    pub kept: Vec<Course>,
    /// What each session to come may become, where there are more than these.
    pub loose: Option<Vec<Choices>>,
}

/// How every announced cycle may go on beside the sessions that every plan holds; finished ones have no course.
pub fn courses(instance: &Instance, settled: &Settled) -> TiVec<AnnouncedId, Courses> {
    let Some((announced, today)) = instance.standing() else { return TiVec::new() };
    announced.cycles.keys().map(|id| of_cycle(instance, (announced, today), settled, id)).collect()
}

/// What each session to come of a cycle may become, however many courses that makes.
#[cfg(test)]
pub(crate) fn choices_of(instance: &Instance, settled: &Settled, id: AnnouncedId) -> Vec<Choices> {
    ways::choices(instance, settled, id)
}

fn of_cycle(
    instance: &Instance,
    (announced, today): (&Announced, &Today),
    settled: &Settled,
    id: AnnouncedId,
) -> Courses {
    let (standing, told) = (&today.cycles[id], announced.to_come(id));
    let host = instance.venues[announced.cycles[id].venue].commune;
    let found = match standing.commitment {
        Commitment::Finished | Commitment::BrokenOff => Sequences::default(),
        // Only a committed cycle stays where nothing may be held any more (rules L2, H9).
        Commitment::Open if !instance.is_host(host) => Sequences::default(),
        _ => ways::sequences(instance, settled, id),
    };
    let mut courses: Vec<Course> =
        found.kept.into_iter().map(|sessions| Course::new(told, id, sessions, false)).collect();
    let is_open = standing.commitment == Commitment::Open;
    for n_kept in standing.kept_if_broken_off() {
        // An open cycle that would keep nothing is closed, which needs no course.
        if !(is_open && n_kept == 0) {
            courses.push(Course::new(told, id, told[..n_kept].to_vec(), true));
        }
    }
    let loose = found.are_more.then(|| ways::choices(instance, settled, id));
    Courses { kept: courses, loose }
}
