//! Courses: how announced cycles may continue (PROBLEM.md section 8, rule L4), as announced, repaired, or broken off.
//!
//! A course lists the sessions to come, each with its room and trainer. A cycle without hit or strained sessions has one
//! course; a hit or strained session may be held by another trainer, in another room, or later, or the cycle may end before it.
//!
//! - this file: courses, and those of an instance;
//! - `ways`: the repairs of single sessions, and the courses made of them;
//! - `choices`: the options of each session if there are more courses than are kept;
//! - [`base`]: the part that no plan can change any more, and its cost;
//! - [`settled`]: sessions to come that every plan holds, and what they rule out.

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

/// A way in which an announced cycle may continue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its cycle.
    pub cycle: AnnouncedId,
    /// Its sessions to come, in order.
    pub sessions: Vec<Session>,
    /// Whether it ends early and serves nobody.
    pub is_broken_off: bool,
    /// Whether its days and rooms to come are those announced.
    pub is_as_told: bool,
    /// Sessions held on the announced day and in the announced room by another trainer.
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
    /// The courses that are kept.
    pub kept: Vec<Course>,
    /// The options of each session to come, if there are more courses than are kept.
    pub loose: Option<Vec<Choices>>,
}

/// The courses of every announced cycle, compatible with the sessions that every plan holds; finished cycles have none.
pub fn courses(instance: &Instance, settled: &Settled) -> TiVec<AnnouncedId, Courses> {
    let Some((announced, today)) = instance.standing() else { return TiVec::new() };
    announced.cycles.keys().map(|id| of_cycle(instance, (announced, today), settled, id)).collect()
}

/// The options of each session to come of a cycle, regardless of the number of courses.
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
        // Where hosting is no longer allowed, only a committed cycle stays (rules L2, H9).
        Commitment::Open if !instance.is_host(host) => Sequences::default(),
        _ => ways::sequences(instance, settled, id),
    };
    let mut courses: Vec<Course> =
        found.kept.into_iter().map(|sessions| Course::new(told, id, sessions, false)).collect();
    let is_open = standing.commitment == Commitment::Open;
    for n_kept in standing.kept_if_broken_off() {
        // An open cycle that would keep no session is closed, which needs no course.
        if !(is_open && n_kept == 0) {
            courses.push(Course::new(told, id, told[..n_kept].to_vec(), true));
        }
    }
    let loose = found.are_more.then(|| ways::choices(instance, settled, id));
    Courses { kept: courses, loose }
}
