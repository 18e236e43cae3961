//! What is exported, and for whom: what every document is made from.

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
    /// What people were told.
    pub plan: Plan,
    /// The day from which on it held.
    pub today: Date,
}

/// What a plan changes of the announced one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill<'a> {
    /// Who must be told.
    pub lines: Vec<Line<'a>>,
    /// Whose documents are others than before.
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
    /// How good it is proven to be.
    pub proof: Proof,
    /// Whether the plan brought a bound of its own; else the proof is only what can be said at a glance.
    pub is_bound_claimed: bool,
    /// What was planned again, where the rest of an announced plan was to stay.
    pub only: &'a [String],
    /// Why each unserved resident is unserved.
    pub reasons: Vec<(ResidentId, Reason)>,
    /// Outlines of communes, where known; a commune without is a point on maps.
    pub outlines: &'a Outlines,
    /// Names, where they were given.
    pub contacts: Option<&'a Contacts>,
    /// The calendars that were published before.
    pub earlier: &'a Earlier,
    /// The plans that were announced before, where no calendars tell what was published; the last one last.
    pub told: &'a [Told],
    /// What the plan changes of the announced one, where there is one.
    pub bill: Option<Bill<'a>>,
    /// Whether only those receive documents whom the changes concern.
    pub is_changed_only: bool,
    /// Templates and fonts of papers.
    pub press: &'a Press,
    /// When the plan was made, UTC: the date of every document.
    pub made: DateTime,
    /// The catalogue in the language of the documents.
    pub messages: &'a Messages,
}

impl Export<'_> {
    /// The day from which on the plan holds: today where a plan was announced, else the first of the horizon.
    pub fn today(&self) -> Date {
        self.instance.announced.as_ref().map_or(self.instance.rules.horizon.start, |told| told.today)
    }

    /// Whether a cycle has sessions to come.
    pub fn is_to_come(&self, cycle: &Cycle) -> bool {
        cycle.to_come(self.today()).next().is_some()
    }

    /// The changes, where only those whom they concern receive documents.
    pub fn concerned(&self) -> Option<&Concerned> {
        self.bill.as_ref().filter(|_| self.is_changed_only).map(|bill| &bill.concerned)
    }
}
