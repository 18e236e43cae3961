//! The announced plan, and from which day on it may change (PROBLEM.md section 8).
//!
//! - this file: what people were told, and how binding it is;
//! - `failures`: which sessions to come cannot be held as announced;
//! - `strain`: which sessions to come jointly break a rule of today's tables;
//! - [`standing`]: what follows for each cycle.

mod failures;
pub mod standing;
mod strain;

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Date;
use typed_index_collections::{TiSlice, TiVec};

use super::entities::Resident;
use super::ids::{AnnouncedId, KitId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
pub use failures::{Failure, Failures};

/// What people were told, and from which day on it may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// The cycles, in the order of the plan.
    pub cycles: TiVec<AnnouncedId, AnnouncedCycle>,
    /// Which trainer takes which kit on which day, sorted.
    pub kits: Vec<KitUse>,
    /// Identifiers of cycles that were announced earlier and have been closed.
    pub closed: Vec<String>,
    /// Sessions before this day have been held as announced.
    pub today: Date,
    /// Shortest notice, in days, at which anything new begins or, other than by repair, is moved.
    pub notice_days: i32,
    /// Residents who may leave a committed cycle.
    pub released: BTreeSet<ResidentId>,
    /// Cycles that stay exactly as they are, even if they are hit, strained or thin: nobody joins or leaves them, and no session
    /// is repaired. A scenario cannot set this; it is used for the rest of a plan while a part of it is replanned.
    pub pinned: BTreeSet<AnnouncedId>,
}

/// A cycle as it was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncedCycle {
    /// Identifier.
    pub id: String,
    /// Where.
    pub venue: VenueId,
    /// When in the week.
    pub slot: SlotId,
    /// What is taught.
    pub track: TrackId,
    /// By whom.
    pub trainer: TrainerId,
    /// Who attends, sorted.
    pub participants: Vec<ResidentId>,
    /// Its sessions in the order of their dates, one at least.
    pub sessions: Vec<Session>,
    /// Whether it was announced as broken off.
    pub is_broken_off: bool,
    /// Whether it may change or close despite the short notice.
    pub is_released: bool,
    /// Whether it is treated as committed although it would be open to change.
    pub is_kept: bool,
    /// Sessions to come that cannot be held for a reason that is in no table.
    pub hit: Vec<(Date, Failure)>,
}

/// A session: when, where, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Session {
    /// The day.
    pub date: Date,
    /// The room: the cycle's own, or another.
    pub venue: VenueId,
    /// Who leads it: the cycle's own trainer, or another.
    pub trainer: TrainerId,
}

/// A trainer takes out a kit for a whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KitUse {
    /// The day.
    pub date: Date,
    /// Who takes it.
    pub trainer: TrainerId,
    /// Which.
    pub kit: KitId,
}

/// How binding an announced cycle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commitment {
    /// It was announced as broken off.
    BrokenOff,
    /// All its sessions have been held.
    Finished,
    /// Some of its sessions have been held.
    Begun,
    /// It begins within the notice period, or is to be kept.
    Committed,
    /// It may be changed or closed.
    Open,
}

impl Commitment {
    /// Whether rule L2 holds for the cycle: it stands, except for repairs.
    pub fn is_committed(self) -> bool {
        matches!(self, Self::Finished | Self::Begun | Self::Committed)
    }
}

impl Announced {
    /// The first day on which something new may begin (rule L5).
    pub fn first_new(&self) -> Date {
        self.today.saturating_add(Span::new().days(i64::from(self.notice_days)))
    }

    /// How binding a cycle is.
    pub fn commitment(&self, id: AnnouncedId) -> Commitment {
        let cycle = &self.cycles[id];
        if cycle.is_broken_off {
            return Commitment::BrokenOff;
        }
        let is_held = |session: &Session| session.date < self.today;
        if cycle.sessions.iter().all(is_held) {
            Commitment::Finished
        } else if cycle.sessions.iter().any(is_held) {
            Commitment::Begun
        } else if cycle.is_kept
            || self.pinned.contains(&id)
            || (cycle.first() < self.first_new() && !cycle.is_released)
        {
            Commitment::Committed
        } else {
            Commitment::Open
        }
    }

    /// The announced cycle with this identifier.
    pub fn find(&self, id: &str) -> Option<AnnouncedId> {
        self.cycles.iter().position(|cycle| cycle.id == id).map(AnnouncedId::from)
    }

    /// Sessions of a cycle that have been held.
    pub fn held(&self, id: AnnouncedId) -> &[Session] {
        self.cycles[id].before(self.today)
    }

    /// Kits of days that have been held.
    pub fn kits_taken(&self) -> impl Iterator<Item = &KitUse> {
        self.kits.iter().filter(|taken| taken.date < self.today)
    }

    /// Sessions of a cycle that are to come.
    pub fn to_come(&self, id: AnnouncedId) -> &[Session] {
        let cycle = &self.cycles[id];
        &cycle.sessions[cycle.before(self.today).len()..]
    }
}

impl AnnouncedCycle {
    /// The day of its first session.
    pub fn first(&self) -> Date {
        self.sessions.first().map_or(Date::MAX, |session| session.date)
    }

    /// Its announced participants who have not withdrawn.
    pub fn remaining(&self, residents: &TiSlice<ResidentId, Resident>) -> impl Iterator<Item = ResidentId> {
        self.participants.iter().copied().filter(|&one| !residents[one].withdrawn)
    }

    fn before(&self, day: Date) -> &[Session] {
        &self.sessions[..self.sessions.partition_point(|session| session.date < day)]
    }
}
