//! Counts that are integral in every plan: sums over columns, of cycles or of parties. Courses of announced cycles are counted
//! individually, and in no other count.

use std::collections::BTreeMap;

use super::super::space::Space;
use super::column::Column;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};

/// A quantity that is integral in every plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Whether an announced cycle continues in the course of a pattern.
    InCourse(usize),
    /// All cycles.
    All,
    /// Cycles held in a commune.
    Hosted(CommuneId),
    /// Cycles held in a commune at a weekly slot.
    AtSlot(CommuneId, SlotId),
    /// Cycles held in a commune on the days of a run.
    AtRun(CommuneId, usize),
    /// Cycles held at a venue on the days of a run.
    AtVenue(VenueId, usize),
    /// Cycles that a trainer leads in a commune on the days of a run.
    Led(CommuneId, usize, TrainerId),
    /// Cycles that a trainer leads at a venue on the days of a run.
    LedAtVenue(VenueId, usize, TrainerId),
    /// Cycles at a slot in the whole plan.
    InSlot(SlotId),
    /// Parties of a class that attend in a commune.
    Attending(usize, CommuneId),
    /// Parties of a class that attend in a commune on the days of a run.
    AttendingRun(usize, CommuneId, usize),
}

impl Count {
    /// The coefficient of a column in the count.
    pub fn of(self, space: &Space, column: &Column) -> f64 {
        let place = &space.patterns[column.pattern];
        let (commune, slot) = (place.host, place.slot);
        let attending = |class: usize| {
            let member = column.members.iter().find(|&&(other, _)| other == class);
            member.map_or(0.0, |&(_, count)| count as f64)
        };
        let one = |is_counted: bool| if is_counted { 1.0 } else { 0.0 };
        match self {
            Self::InCourse(pattern) => one(pattern == column.pattern),
            _ if place.course.is_some() => 0.0,
            Self::All => 1.0,
            Self::Hosted(host) => one(host == commune),
            Self::AtSlot(host, at) => one(host == commune && at == slot),
            Self::AtRun(host, run) => one(host == commune && run == place.run),
            Self::AtVenue(venue, run) => one(venue == place.venue && run == place.run),
            Self::Led(host, run, by) => one(host == commune && run == place.run && by == column.trainer),
            Self::LedAtVenue(venue, run, by) => {
                one(venue == place.venue && run == place.run && by == column.trainer)
            }
            Self::InSlot(at) => one(at == slot),
            Self::Attending(class, host) if host == commune => attending(class),
            Self::AttendingRun(class, host, run) if host == commune && run == place.run => attending(class),
            Self::Attending(..) | Self::AttendingRun(..) => 0.0,
        }
    }
}

/// The counts of one kind in a solution. Kinds that shape a plan most have the lowest numbers.
pub fn counts(space: &Space, chosen: &[(&Column, f64)], kind: usize) -> BTreeMap<Count, f64> {
    let mut sums: BTreeMap<Count, f64> = BTreeMap::new();
    for &(column, value) in chosen {
        let place = &space.patterns[column.pattern];
        if (kind == 0) != place.course.is_some() {
            continue;
        }
        let (host, run, by) = (space.commune(column.pattern), place.run, column.trainer);
        let slot = space.runs[run].slot;
        let one = match kind {
            0 => Count::InCourse(column.pattern),
            1 => Count::All,
            2 => Count::Hosted(host),
            3 => Count::InSlot(slot),
            4 => Count::AtSlot(host, slot),
            5 => Count::AtRun(host, run),
            6 => Count::AtVenue(place.venue, run),
            9 => Count::Led(host, run, by),
            10 => Count::LedAtVenue(place.venue, run, by),
            _ => {
                for &(class, count) in &column.members {
                    let attending = match kind {
                        7 => Count::Attending(class, host),
                        _ => Count::AttendingRun(class, host, run),
                    };
                    *sums.entry(attending).or_default() += value * count as f64;
                }
                continue;
            }
        };
        *sums.entry(one).or_default() += value;
    }
    sums
}

/// Number of kinds in [`counts`].
pub const N_KINDS: usize = 11;
/// Kinds below this determine who attends what, where and when; the others, which trainer leads it.
pub const FIRST_OF_TRAINERS: usize = 9;
