//! A trainer's day from its first venue to its last, and the cost of its tour with each kit.

use super::super::space::Space;
use crate::instance::ids::{CommuneId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// A session of a trainer's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) start: Minutes,
    pub(super) group: usize,
    pub(super) venue: VenueId,
    pub(super) host: CommuneId,
    pub(super) need: usize,
}

/// The part of a day's tour from the first venue to the last, which does not depend on the kit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Stretch {
    /// Communes of the first and the last venue; `None` without sessions.
    ends: Option<(CommuneId, CommuneId)>,
    /// Cost of the legs between them, euros.
    legs: f64,
}

/// The stretch of a day with these sessions, in time order.
pub(super) fn stretch<'c>(
    space: &Space,
    trainer: TrainerId,
    sessions: impl Iterator<Item = &'c Session>,
) -> Stretch {
    let mut last: Option<&Session> = None;
    let mut stretch = Stretch::default();
    for session in sessions {
        let first = stretch.ends.map_or(session.host, |(first, _)| first);
        stretch.ends = Some((first, session.host));
        if let Some(last) = last.filter(|last| last.venue != session.venue) {
            stretch.legs += space.leg_cost(trainer, last.host, session.host);
        }
        last = Some(session);
    }
    stretch
}

impl Stretch {
    /// Cost of a day's tour (PROBLEM.md section 5) with a kit from a depot (position in [`Stock::depots`]) or without one, euros;
    /// infinite if a leg cannot be travelled.
    ///
    /// [`Stock::depots`]: super::super::roster::Stock::depots
    pub(super) fn tour(&self, space: &Space, trainer: TrainerId, depot: Option<usize>) -> f64 {
        let Some((first, last)) = self.ends else { return 0.0 };
        let base = space.staff[trainer].base;
        let ends = match depot {
            Some(depot) => space.round_cost(trainer, (first, last), depot),
            None => space.leg_cost(trainer, base, first) + space.leg_cost(trainer, last, base),
        };
        ends + self.legs
    }

    /// Cost of a day's tour with a kind of kit, or without one.
    pub(super) fn with(&self, space: &Space, trainer: TrainerId, kit: Option<usize>) -> f64 {
        self.tour(space, trainer, kit.map(|kind| space.stock.kinds()[kind].depot))
    }
}
