//! The columns of the master: whole cycles.

use super::super::draft::{Draft, Group};
use super::super::space::{Appointment, Space};
use crate::instance::ids::{TrackId, TrainerId};

/// A cycle that the master may choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Index into [`Space::patterns`].
    pub pattern: usize,
    /// The leader of the crew that runs it.
    pub trainer: TrainerId,
    /// What is taught.
    pub track: TrackId,
    /// Class and number of parties.
    pub members: Vec<(usize, usize)>,
    /// Kit tablets that each session needs.
    pub need: usize,
}

impl Column {
    /// The column of a group of a draft.
    pub(crate) fn of_group(draft: &Draft, group: &Group) -> Self {
        let mut members = group.members.clone();
        members.sort_unstable();
        Self {
            pattern: group.pattern,
            trainer: draft.space().leader[group.trainer],
            track: group.track,
            members,
            need: draft.need(group),
        }
    }

    /// Its sessions.
    pub(crate) fn appointments<'s>(&self, space: &'s Space) -> impl Iterator<Item = Appointment> + use<'s> {
        space.appointments(self.pattern, self.trainer)
    }

    /// The node of one of its sessions.
    pub(crate) fn node(&self, space: &Space, held: Appointment) -> usize {
        let (slot, place) = (space.patterns[self.pattern].slot, space.place(held.host));
        space.nodes().node(space.rank[slot], place, self.need > 0)
    }

    /// Cost: cash and service without tours, less what leaving its members out would cost, euros.
    pub(crate) fn cost(&self, space: &Space) -> f64 {
        let people: f64 = self
            .members
            .iter()
            .map(|&(class, count)| {
                let attendance = space.attendance(class, self.pattern).unwrap_or(f64::INFINITY);
                (attendance - space.classes[class].unserved) * count as f64
            })
            .sum();
        self.cash(space) + people + space.changes((self.pattern, self.trainer), self.track)
    }

    /// Hire, set-up, trainer time and tablets, euros.
    pub(crate) fn cash(&self, space: &Space) -> f64 {
        space.cash(self.pattern, self.trainer) + space.patterns[self.pattern].tablet * self.need as f64
    }

    /// Classes that attend, with the share of their parties.
    pub(crate) fn shares(&self, space: &Space) -> impl Iterator<Item = (usize, f64)> {
        self.members
            .iter()
            .map(|&(class, count)| (class, count as f64 / space.classes[class].parties.len() as f64))
    }
}
