//! What changes cost on an instance: the scale of temperatures, so that no parameter of a walk is in absolute euros.

use super::super::classes::Class;
use super::super::space::Space;
use super::toll::Toll;

/// Temperature of changes of people, as a share of the spread of a party's costs.
const PERSON: f64 = 0.4;
/// Temperature of changes of groups, as shares of the spread over all its parties and of the cost of a cycle.
const GROUP: f64 = 0.15;
const CYCLE: f64 = 0.07;
/// Added to it if resources are scarce, as a share of the cost of leaving out the dearest person: cycles then differ in whom
/// they leave room for.
const SCARCE: f64 = 0.1;
/// Price of a missing seat at the start and the end of a round, as a share of the cost of leaving out the dearest person.
const FIRST_SEAT: f64 = 0.15;
const LAST_SEAT: f64 = 1.5;
/// Price of a euro over budget at the start and the end of a round, relative to the value earned by a euro spent on a full
/// group of the dearest persons.
const FIRST_EURO: f64 = 0.3;
const LAST_EURO: f64 = 3.0;

/// The scale of costs of an instance, euros.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Temperature of changes of participants.
    pub person: f64,
    /// Temperature of changes of groups.
    group: f64,
    /// Highest cost of leaving one person out.
    dearest: f64,
    /// Highest value earned by a euro of gross cost in a full group.
    euro: f64,
    /// Gross cost of a full cycle, without tours.
    pub cycle: f64,
}

impl Scale {
    /// The scale of an instance.
    pub(super) fn new(space: &Space) -> Self {
        let classes = &space.classes;
        let n_parties: usize = classes.iter().map(|class| class.parties.len()).sum();
        let n_persons: usize = classes.iter().map(|class| class.size * class.parties.len()).sum();
        let spread = mean(classes.iter().map(|class| (spread(space, class), class.parties.len())));
        let seats = mean(space.patterns.iter().map(|pattern| (pattern.capacity as f64, 1)));
        let parties = seats.min(n_persons as f64) * n_parties as f64 / n_persons.max(1) as f64;
        let fixed = mean(space.patterns.iter().map(|pattern| (pattern.fixed, 1)));
        let time = mean(space.staff.iter().map(|staff| (staff.cycle_time, 1)));
        let gross = fixed + time + seats * space.support;
        Self {
            euro: space.dearest_person() * seats / gross.max(1.0),
            person: PERSON * spread,
            group: GROUP * spread * parties + CYCLE * (fixed + time),
            dearest: space.dearest_person(),
            cycle: gross,
        }
    }

    /// Temperature of changes of groups.
    pub(super) fn group(&self, is_scarce: bool) -> f64 {
        if is_scarce { self.group + SCARCE * self.dearest } else { self.group }
    }

    /// Penalties of exceeding limits at a share of a round; if `is_strict`, the budget must be kept.
    pub(super) fn toll(&self, share: f64, is_strict: bool) -> Toll {
        let euro = self.euro * FIRST_EURO * (LAST_EURO / FIRST_EURO).powf(share);
        Toll {
            seat: self.dearest * FIRST_SEAT * (LAST_SEAT / FIRST_SEAT).powf(share),
            euro: if is_strict { Toll::FORBIDDEN.euro } else { euro },
        }
    }
}

/// How much the costs of a party differ between the cycles it could attend, euros: the standard deviation of its
/// journeys, plus the cost of waiting for an eighth of the horizon.
fn spread(space: &Space, class: &Class) -> f64 {
    let n = class.reach.len().max(1) as f64;
    let middle = class.reach.iter().map(|&(_, travel)| travel).sum::<f64>() / n;
    let variance = class.reach.iter().map(|&(_, travel)| (travel - middle).powi(2)).sum::<f64>() / n;
    variance.sqrt() + class.wait_day * space.n_days as f64 / 8.0
}

/// Weighted mean; 0 if there are no values.
fn mean(of: impl Iterator<Item = (f64, usize)>) -> f64 {
    let (sum, count) =
        of.fold((0.0, 0), |(sum, count), (one, times)| (sum + one * times as f64, count + times));
    sum / count.max(1) as f64
}
