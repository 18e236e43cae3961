//! Days on which a trainer or a room is unavailable, and why.

use jiff::civil::Date;

use super::state::State;
use crate::instance::Instance;
use crate::instance::entities::{Availability, Scope};
use crate::instance::ids::{TrainerId, VenueId};

/// Why a day is unavailable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// A closure from the table of closures.
    Closure {
        /// What is closed.
        what: What,
        /// The reason, if stated.
        reason: Option<String>,
    },
    /// The room or the trainer is available only from this day on.
    Before(Date),
    /// The room or the trainer was available only until this day.
    After(Date),
    /// The day is outside the horizon.
    Outside,
}

/// The scope of a closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Everything.
    All,
    /// The commune of the room.
    Commune,
    /// The room.
    Venue,
    /// The trainer is absent.
    Trainer,
}

impl State {
    /// Why no session is possible anywhere on a day; `None` if one is.
    pub fn closed_everywhere(&self, date: Date) -> Option<Closed> {
        let instance = &self.instance;
        let is_all = |at: &usize| instance.closures[*at].scope == Scope::All;
        let covers = |at: &usize| {
            let closure = &instance.closures[*at];
            closure.from <= date && date <= closure.until
        };
        let closure = (0..instance.closures.len()).find(|at| is_all(at) && covers(at));
        outside(instance, date).or_else(|| closure.map(|at| of_closure(instance, at)))
    }

    /// Why a trainer is unavailable on a day; `None` if they are available.
    pub(super) fn closed_for(&self, trainer: TrainerId, date: Date) -> Option<Closed> {
        let instance = &self.instance;
        let own = || instance.closure_of_trainer(trainer, date).map(|at| of_closure(instance, at));
        let availability = || unavailable(instance.trainers[trainer].availability, date);
        self.closed_everywhere(date).or_else(own).or_else(availability)
    }

    /// Why a room is unavailable on a day; `None` if it is available.
    pub(super) fn closed_in(&self, venue: VenueId, date: Date) -> Option<Closed> {
        let instance = &self.instance;
        let own = || instance.closure_of_venue(venue, date).map(|at| of_closure(instance, at));
        let availability = || unavailable(instance.venues[venue].availability, date);
        self.closed_everywhere(date).or_else(own).or_else(availability)
    }
}

fn outside(instance: &Instance, date: Date) -> Option<Closed> {
    (!instance.rules.horizon.contains(date)).then_some(Closed::Outside)
}

fn of_closure(instance: &Instance, at: usize) -> Closed {
    let closure = &instance.closures[at];
    let what = match closure.scope {
        Scope::All => What::All,
        Scope::Commune(_) => What::Commune,
        Scope::Venue(_) => What::Venue,
        Scope::Trainer(_) => What::Trainer,
    };
    Closed::Closure { what, reason: closure.reason.clone() }
}

fn unavailable(Availability { from, until }: Availability, date: Date) -> Option<Closed> {
    let before = from.filter(|&from| date < from).map(Closed::Before);
    before.or_else(|| until.filter(|&until| until < date).map(Closed::After))
}
