//! Results shared by all places of a cycle.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::apart::Apart;
use super::days::{Day, Days};
use super::effect::first;
use super::spots::Spot;
use crate::check::Violation;
use crate::check::part::Part;
use crate::instance::calendar::monday;
use crate::instance::ids::{SlotId, TrainerId, VenueId};
use crate::plan::Cycle;
use crate::plan::edit::{Others, tours_by_day};
use crate::rules::Rule;
use crate::units::Euros;

/// Results shared by all places.
pub(super) struct Found<'a> {
    pub(super) others: Others<'a>,
    /// The first rule broken at every place.
    pub(super) anyway: Option<Rule>,
    pub(super) tours_before: BTreeMap<Date, Euros>,
    /// The days that it vacates.
    pub(super) left: BTreeMap<Date, Day>,
    pub(super) days: BTreeMap<SlotId, Days>,
    /// Weeks in which a trainer would exceed their limit, by their Mondays.
    pub(super) weeks: BTreeMap<(SlotId, TrainerId), BTreeSet<Date>>,
    pub(super) trainers: BTreeMap<TrainerId, Option<Rule>>,
    /// The commune's limit, if it would be exceeded, and the cost of communes hosting too few cycles.
    pub(super) venues: BTreeMap<VenueId, (Option<Rule>, Euros)>,
}

impl<'a> Found<'a> {
    /// Computes the shared results.
    pub(super) fn new(apart: &'a Apart, spots: &[Spot]) -> Self {
        let slots: BTreeSet<SlotId> = spots.iter().map(|spot| spot.slot).collect();
        let trainers: BTreeSet<TrainerId> = spots.iter().map(|spot| spot.trainer).collect();
        let venues: BTreeSet<VenueId> = spots.iter().map(|spot| spot.venue).collect();
        let others = Others::new(&apart.instance, &apart.rest, (apart.position, &apart.cycle));
        let pairs = slots.iter().flat_map(|&slot| trainers.iter().map(move |&trainer| (slot, trainer)));
        let anyhow = |part| apart.first_new(&apart.with(apart.cycle.clone()), part);
        Self {
            anyway: first(anyhow(Part::People), anyhow(Part::Promises)),
            tours_before: tours_by_day(&apart.before.instance, &apart.before.plan),
            left: Days::left(apart),
            days: slots.iter().map(|&slot| (slot, Days::new(apart, slot))).collect(),
            weeks: pairs.map(|pair| (pair, full_weeks(apart, pair))).collect(),
            trainers: trainers.into_iter().map(|one| (one, of_trainer(apart, one))).collect(),
            venues: venues.into_iter().map(|one| (one, of_venue(apart, &others, one))).collect(),
            others,
        }
    }
}

/// The trainer's limit, if the cycle would exceed it.
fn of_trainer(apart: &Apart, trainer: TrainerId) -> Option<Rule> {
    let led = Cycle { trainer, ..apart.cycle.clone() };
    apart.first_new(&apart.with(led), Part::Trainer)
}

/// The limit of a room's commune, if the cycle would exceed it, and the resulting cost of communes hosting too few cycles.
fn of_venue(apart: &Apart, others: &Others, venue: VenueId) -> (Option<Rule>, Euros) {
    let housed = Cycle { venue, ..apart.cycle.clone() };
    (apart.first_new(&apart.with(housed.clone()), Part::Commune), others.absence_with(&housed))
}

/// The weeks in which one more session at a slot exceeds the trainer's limit.
fn full_weeks(apart: &Apart, (slot, trainer): (SlotId, TrainerId)) -> BTreeSet<Date> {
    let sessions = apart.instance.slot_dates(slot);
    let cycle = Cycle { slot, trainer, sessions, ..apart.cycle.clone() };
    let weeks = apart.new_in(&apart.with(cycle), Part::Week);
    weeks.iter().filter_map(Violation::day).map(monday).collect()
}
