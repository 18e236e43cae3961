//! What changes cost on an instance: the scale of temperatures, so that no figure of a walk is in absolute euros.

use super::super::classes::Class;
use super::super::space::Space;
use super::toll::Toll;

/// Temperature of changes of people, as a share of the spread of a party's costs.
const PERSON: f64 = 0.4;
/// Temperature of changes of groups, as shares of the spread over all its parties and of what a cycle costs.
const GROUP: f64 = 0.15;
const CYCLE: f64 = 0.07;
/// What it is warmer for groups where resources are scarce, in costs of the dearest person left out: cycles then differ by whom
/// they leave room for.
const SCARCE: f64 = 0.1;
/// Price of a participant without a seat at the start and the end of a round, in costs of the dearest person left out.
const FIRST_SEAT: f64 = 0.15;
const LAST_SEAT: f64 = 1.5;
/// Price of a euro beyond the budget at the start and the end of a round, in what a euro that is spent on a full group of
/// the dearest persons earns.
const FIRST_EURO: f64 = 0.3;
const LAST_EURO: f64 = 3.0;

/// What changes cost on an instance, euros.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Temperature of changes of who attends what.
    pub person: f64,
    /// Temperature of changes of groups.
    group: f64,
    /// The most that leaving one person out costs.
    dearest: f64,
    /// The most that a euro of gross cost earns in a full group.
    euro: f64,
    /// Gross cost of a full cycle, its tours left out.
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

    /// Temperature of changes of groups, where resources are scarce or not.
    pub(super) fn group(&self, is_scarce: bool) -> f64 {
        if is_scarce { self.group + SCARCE * self.dearest } else { self.group }
    }

    /// What breaking a limit costs at a share of a round; where that is strict, the budget must be kept.
    pub(super) fn toll(&self, share: f64, is_strict: bool) -> Toll {
        let euro = self.euro * FIRST_EURO * (LAST_EURO / FIRST_EURO).powf(share);
        Toll {
            seat: self.dearest * FIRST_SEAT * (LAST_SEAT / FIRST_SEAT).powf(share),
            euro: if is_strict { Toll::FORBIDDEN.euro } else { euro },
        }
    }
}

/// How much the costs of a party differ between the cycles it could attend, euros: the standard deviation of its
/// journeys, and what waiting for an eighth of the horizon costs.
fn spread(space: &Space, class: &Class) -> f64 {
    let n = class.reach.len().max(1) as f64;
    let middle = class.reach.iter().map(|&(_, travel)| travel).sum::<f64>() / n;
    let variance = class.reach.iter().map(|&(_, travel)| (travel - middle).powi(2)).sum::<f64>() / n;
    variance.sqrt() + class.wait_day * space.n_days as f64 / 8.0
}

/// Weighted mean; 0 of nothing.
fn mean(of: impl Iterator<Item = (f64, usize)>) -> f64 {
    let (sum, count) =
        of.fold((0.0, 0), |(sum, count), (one, times)| (sum + one * times as f64, count + times));
    sum / count.max(1) as f64
}
