//! The subject of an export: everything from which documents are made, and for whom.

use std::collections::BTreeMap;

use geo::MultiPolygon;
use jiff::civil::{Date, DateTime};

use crate::contacts::Contacts;
use crate::instance::Instance;
use crate::instance::ids::ResidentId;
use crate::messages::Messages;
use crate::output::calendar::Earlier;
use crate::output::paper::Press;
use crate::plan::bill::Line;
use crate::plan::concerned::Concerned;
use crate::plan::proof::Proof;
use crate::plan::reasons::Reason;
use crate::plan::undone::Change;
use crate::plan::{Breakdown, Cycle, Plan};

/// Outlines of communes by INSEE code, degrees (WGS84).
pub type Outlines = BTreeMap<String, MultiPolygon>;

/// Who receives documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Town halls: calendar, timetable, workbook.
    Mairies,
    /// Each cycle: attendance sheet and letters.
    Cycles,
    /// Trainers: calendar and road book.
    Trainers,
    /// The planner and the elected officials.
    Report,
    /// Other systems.
    Systems,
}

impl Audience {
    /// Every audience, in the order in which documents are made.
    pub const ALL: [Self; 5] = [Self::Mairies, Self::Cycles, Self::Trainers, Self::Report, Self::Systems];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mairies => "mairies",
            Self::Cycles => "cycles",
            Self::Trainers => "trainers",
            Self::Report => "report",
            Self::Systems => "systems",
        }
    }
}

/// A plan that was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The announced plan.
    pub plan: Plan,
    /// The day from which it held.
    pub today: Date,
}

/// The changes of a plan from the announced one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill<'a> {
    /// Who must be told.
    pub lines: Vec<Line<'a>>,
    /// Whose documents differ from before.
    pub concerned: Concerned,
    /// What the changes of each cycle cost and gain.
    pub changes: Vec<Change>,
}

/// Everything that documents are made from.
#[derive(Debug, Clone)]
pub struct Export<'a> {
    /// The input.
    pub instance: &'a Instance,
    /// The plan, legal.
    pub plan: &'a Plan,
    /// Its costs, recomputed.
    pub breakdown: Breakdown,
    /// The proof of its quality.
    pub proof: Proof,
    /// Whether the plan came with a bound of its own; otherwise the proof is only a quick estimate.
    pub is_bound_claimed: bool,
    /// What was replanned, where the rest of an announced plan was to stay.
    pub only: &'a [String],
    /// The reason of each unserved resident.
    pub reasons: Vec<(ResidentId, Reason)>,
    /// Outlines of communes, where known; a commune without one is a point on maps.
    pub outlines: &'a Outlines,
    /// Names, where they were given.
    pub contacts: Option<&'a Contacts>,
    /// The calendars published earlier.
    pub earlier: &'a Earlier,
    /// The plans announced earlier, where no calendars show what was published; the latest one is last.
    pub told: &'a [Told],
    /// The changes from the announced plan, if there is one.
    pub bill: Option<Bill<'a>>,
    /// Whether only recipients concerned by the changes receive documents.
    pub is_changed_only: bool,
    /// Templates and fonts of papers.
    pub press: &'a Press,
    /// When the plan was made, UTC: the date of every document.
    pub made: DateTime,
    /// The catalogue in the language of the documents.
    pub messages: &'a Messages,
}

impl Export<'_> {
    /// The day from which the plan holds: today if a plan was announced, otherwise the first of the horizon.
    pub fn today(&self) -> Date {
        self.instance.announced.as_ref().map_or(self.instance.rules.horizon.start, |told| told.today)
    }

    /// Whether a cycle still has sessions to come.
    pub fn is_to_come(&self, cycle: &Cycle) -> bool {
        cycle.to_come(self.today()).next().is_some()
    }

    /// The changes, if only recipients concerned by them receive documents.
    pub fn concerned(&self) -> Option<&Concerned> {
        self.bill.as_ref().filter(|_| self.is_changed_only).map(|bill| &bill.concerned)
    }
}
