//! Participants of an announced cycle that continues: those who certainly stay, and those who gain by joining or staying.

use std::collections::BTreeMap;

use super::super::space::Space;
use crate::instance::ids::{AnnouncedId, TrackId};

/// Class and number of parties.
pub(super) type Members = Vec<(usize, usize)>;

/// Announced participants who attend the cycle as long as it continues.
pub(super) struct Staying {
    pub(super) members: Members,
    pub(super) persons: usize,
    pub(super) borrowers: usize,
    /// Classes of those who may leave it.
    leaving: Vec<usize>,
}

/// Who may attend a course, besides those who stay, and at what cost.
pub(super) struct Attendance<'a> {
    /// Most participants.
    pub(super) capacity: usize,
    /// Classes that may join.
    pub(super) others: Vec<usize>,
    /// Cost of one party of a class, euros; `None` if it may not attend.
    pub(super) cost: &'a dyn Fn(usize) -> Option<f64>,
    /// Tolls of one party of a class for all sessions, euros.
    pub(super) tolls: &'a BTreeMap<usize, f64>,
}

impl Staying {
    pub(super) fn of(space: &Space, cycle: AnnouncedId) -> Self {
        let mut staying = Self { members: Vec::new(), persons: 0, borrowers: 0, leaving: Vec::new() };
        for (class, entry) in space.classes.iter().enumerate() {
            let Some(bound) = entry.bound.filter(|bound| bound.cycle == cycle) else { continue };
            if bound.may_leave {
                staying.leaving.push(class);
                continue;
            }
            let count = entry.parties.len();
            staying.members.push((class, count));
            staying.persons += entry.size * count;
            staying.borrowers += entry.borrowers * count;
        }
        staying
    }
}

impl Attendance<'_> {
    /// Lower bound on the charges of the participants, euros, and the parties that attend besides those who stay.
    pub(super) fn priced(&self, space: &Space, worth: &[f64], staying: &Staying) -> (f64, Members) {
        let toll = |class: usize| self.tolls.get(&class).copied().unwrap_or(0.0);
        let gain = |class: usize| Some(worth[class] - (self.cost)(class)? - toll(class));
        let mut cost = 0.0;
        for &(class, count) in &staying.members {
            cost -= gain(class).unwrap_or(0.0) * count as f64;
        }
        let mut offers: Vec<(f64, usize, usize)> = Vec::new();
        for &class in staying.leaving.iter().chain(&self.others) {
            let (size, count) = (space.classes[class].size, space.classes[class].parties.len());
            if let Some(gain) = gain(class).filter(|&gain| gain > 0.0) {
                offers.push((gain / size as f64, class, count));
            }
        }
        offers.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let (gained, joining) = seated(space, offers, self.capacity.saturating_sub(staying.persons));
        (cost - gained, joining)
    }
}

/// Classes that may join a cycle of a track on a pattern, without those announced in it.
pub(super) fn others(space: &Space, cycle: AnnouncedId, (track, pattern): (TrackId, usize)) -> Vec<usize> {
    let place = &space.patterns[pattern];
    let candidates = space.candidates.get(&(track, place.host, place.slot)).into_iter().flatten();
    let classes = candidates.map(|candidate| candidate.class);
    classes.filter(|&class| !space.classes[class].is_of(cycle)).collect()
}

/// Total gain of offers (gain per person, class, number of parties), in the given order, on this number of seats with fractional
/// use; and the parties that are seated whole.
fn seated(space: &Space, offers: Vec<(f64, usize, usize)>, seats: usize) -> (f64, Members) {
    let (mut whole, mut seats) = (seats, seats as f64);
    let (mut gained, mut joining) = (0.0, Vec::new());
    for (gain, class, count) in offers {
        if seats <= 0.0 {
            break;
        }
        let size = space.classes[class].size;
        let taken = ((size * count) as f64).min(seats);
        gained += gain * taken;
        seats -= taken;
        let parties = count.min(whole / size);
        if parties > 0 {
            whole -= parties * size;
            joining.push((class, parties));
        }
    }
    (gained, joining)
}
