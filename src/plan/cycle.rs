//! A cycle of a plan: who meets where, when and by whom.

use jiff::civil::Date;

use crate::instance::announced::{AnnouncedCycle, Session};
use crate::instance::ids::{ResidentId, SlotId, TrackId, TrainerId, VenueId};

/// N sessions for one group, at one venue, slot and trainer, except for repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// Identifier, e.g. `C001`.
    pub id: String,
    /// Where.
    pub venue: VenueId,
    /// When in the week.
    pub slot: SlotId,
    /// What is taught.
    pub track: TrackId,
    /// By whom.
    pub trainer: TrainerId,
    /// Who attends, sorted; for a broken-off cycle, those who were to attend and attend no other.
    pub participants: Vec<ResidentId>,
    /// Dates of the sessions, in order.
    pub sessions: Vec<Date>,
    /// Sessions in another room or by another trainer, sorted by date, at most one per date.
    pub repairs: Vec<Repair>,
    /// Its state relative to the announced plan.
    pub fate: Fate,
}

/// A session whose room or trainer is not the cycle's own (PROBLEM.md section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repair {
    /// The day.
    pub date: Date,
    /// The other room, if it changes.
    pub venue: Option<VenueId>,
    /// The other trainer, if it changes.
    pub trainer: Option<TrainerId>,
}

/// The state of a cycle relative to the announced plan (PROBLEM.md section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fate {
    /// It was not announced.
    #[default]
    New,
    /// It stands: as announced, except for repairs.
    Stands,
    /// It was broken off: it keeps some of its sessions and serves nobody.
    BrokenOff,
}

impl Cycle {
    /// Whether it was broken off.
    pub fn is_broken_off(&self) -> bool {
        self.fate == Fate::BrokenOff
    }

    /// The residents it serves: its participants; none if it was broken off.
    pub fn served(&self) -> &[ResidentId] {
        if self.is_broken_off() { &[] } else { &self.participants }
    }

    /// The room of the session on a day.
    pub fn venue_on(&self, date: Date) -> VenueId {
        self.repair_on(date).and_then(|repair| repair.venue).unwrap_or(self.venue)
    }

    /// Who leads the session on a day.
    pub fn trainer_on(&self, date: Date) -> TrainerId {
        self.repair_on(date).and_then(|repair| repair.trainer).unwrap_or(self.trainer)
    }

    /// Its sessions, each with its room and trainer, in order.
    pub fn meetings(&self) -> impl Iterator<Item = Session> {
        self.sessions.iter().map(|&date| Session {
            date,
            venue: self.venue_on(date),
            trainer: self.trainer_on(date),
        })
    }

    /// Its sessions on `today` and later.
    pub fn to_come(&self, today: Date) -> impl Iterator<Item = Session> {
        self.meetings().filter(move |session| today <= session.date)
    }

    fn repair_on(&self, date: Date) -> Option<&Repair> {
        self.repairs.iter().find(|repair| repair.date == date)
    }
}

impl Repair {
    /// How a session differs from its cycle's own room and trainer; `None` if it does not.
    pub fn of(session: &Session, (venue, trainer): (VenueId, TrainerId)) -> Option<Self> {
        let venue = Some(session.venue).filter(|&room| room != venue);
        let trainer = Some(session.trainer).filter(|&leader| leader != trainer);
        (venue.is_some() || trainer.is_some()).then_some(Self { date: session.date, venue, trainer })
    }
}

impl From<&Cycle> for AnnouncedCycle {
    /// The cycle as announced, with no release, keep or hit.
    fn from(cycle: &Cycle) -> Self {
        Self {
            id: cycle.id.clone(),
            venue: cycle.venue,
            slot: cycle.slot,
            track: cycle.track,
            trainer: cycle.trainer,
            participants: cycle.participants.clone(),
            sessions: cycle.meetings().collect(),
            is_broken_off: cycle.is_broken_off(),
            is_released: false,
            is_kept: false,
            hit: Vec::new(),
        }
    }
}
