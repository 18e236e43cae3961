//! Rooms and communes of a draft: occupation of venues (rule H4), and the number of cycles per commune (rule H9).

use std::collections::BTreeSet;

use super::super::space::Day;
use super::{Draft, Group, share_a_day};
use crate::instance::ids::{TrackId, TrainerId, VenueId};

impl Draft<'_> {
    /// Adds a group to the counts of its commune.
    pub(super) fn host(&mut self, group: &Group, number: usize) {
        let commune = self.space.commune(group.pattern);
        self.count_new(group, 1);
        if self.space.is_broken_off(group.pattern) {
            self.broken_off[commune] += 1;
        } else {
            self.direct -= self.hosting_gain(commune);
            self.hosted[commune].push(number);
        }
    }

    /// Removes a group from the counts of its commune.
    pub(super) fn unhost(&mut self, group: &Group, number: usize) {
        let commune = self.space.commune(group.pattern);
        self.count_new(group, -1);
        if self.space.is_broken_off(group.pattern) {
            self.broken_off[commune] -= 1;
        } else {
            self.hosted[commune].retain(|&other| other != number);
            self.direct += self.hosting_gain(commune);
        }
    }

    fn count_new(&mut self, group: &Group, change: isize) {
        if self.space.goes_on((group.pattern, group.trainer), group.track).is_none() {
            let commune = self.space.commune(group.pattern);
            self.n_new[commune] = self.n_new[commune].wrapping_add_signed(change);
        }
    }

    /// Whether no session overlaps those of a pattern at its venues (rule H4), ignoring groups for which `is_out` holds.
    pub(super) fn is_venue_free(
        &self,
        pattern: usize,
        trainer: TrainerId,
        is_out: impl Fn(usize) -> bool,
    ) -> bool {
        let space = self.space;
        let place = &space.patterns[pattern];
        let is_apart = |venue: VenueId, days: &[Day]| {
            self.at_venue[venue].iter().filter(|&&other| !is_out(other)).all(|&other| {
                let Some(group) = &self.groups[other] else { return true };
                let there = &space.patterns[group.pattern];
                !space.instance.slots_overlap(place.slot, there.slot)
                    || (if there.course.is_some() {
                        let mut held = space.appointments(group.pattern, group.trainer);
                        !held.any(|held| held.venue == venue && days.binary_search(&held.day).is_ok())
                    } else {
                        !share_a_day(days, &space.runs[there.run].days)
                    })
            })
        };
        if place.course.is_none() {
            return is_apart(place.venue, &space.runs[place.run].days);
        }
        space.appointments(pattern, trainer).all(|held| is_apart(held.venue, &[held.day]))
    }

    /// The venues of a group, each once.
    pub(super) fn venues_of(&self, group: &Group) -> Vec<VenueId> {
        let place = &self.space.patterns[group.pattern];
        if place.course.is_none() {
            return vec![place.venue];
        }
        let held = self.space.appointments(group.pattern, group.trainer).map(|held| held.venue);
        held.collect::<BTreeSet<VenueId>>().into_iter().collect()
    }

    /// Whether the commune of a pattern may host one more cycle, new or continuing. The limit forbids only new ones: a continuing
    /// cycle is refused if it would put a new one there over the limit.
    pub(super) fn may_host(&self, pattern: usize, trainer: TrainerId, track: TrackId) -> bool {
        let commune = self.space.commune(pattern);
        let limit = self.space.instance.rules.hosts.max_cycles_per_commune;
        let over = self.space.standing.base.finished[commune] + self.broken_off[commune];
        let goes_on = self.space.goes_on((pattern, trainer), track).is_some();
        (goes_on && self.n_new[commune] == 0)
            || limit.is_none_or(|limit| self.hosted[commune].len() + over < limit)
    }
}
