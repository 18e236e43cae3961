//! The effect of each place of a cycle to be moved.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::apart::Apart;
use super::days::Day;
use super::effect::{Effect, Target, first};
use super::found::Found;
use super::spots::Spot;
use crate::app::amend::is_new;
use crate::check::exceeds_budget;
use crate::check::part::Part;
use crate::instance::calendar::monday;
use crate::plan::{Cycle, Plan};
use crate::rules::Rule;
use crate::units::Euros;

/// The effects of all places, which must be sorted.
pub(super) fn targets(apart: &Apart, spots: &[Spot]) -> Vec<Target> {
    let found = Found::new(apart, spots);
    let settings: Vec<&[Spot]> =
        spots.chunk_by(|one, next| (one.slot, one.venue) == (next.slot, next.venue)).collect();
    let of_setting = |spots: &&[Spot]| in_setting(apart, &found, spots);
    settings.par_iter().map(of_setting).collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The effects of the places in one room at one slot.
fn in_setting(apart: &Apart, found: &Found, spots: &[Spot]) -> Vec<Target> {
    let Some(&Spot { slot, venue, .. }) = spots.first() else { return Vec::new() };
    let cycle = Cycle { venue, slot, ..apart.cycle.clone() };
    let anyway = first(found.anyway, apart.first_new(&alone(cycle.clone()), Part::Setting));
    let (limit, absence) = found.venues[&venue];
    let mut starts: BTreeMap<Date, (Vec<Date>, Option<Rule>)> = BTreeMap::new();
    let mut targets = Vec::with_capacity(spots.len());
    for of_trainer in spots.chunk_by(|one, next| one.trainer == next.trainer) {
        let trainer = of_trainer[0].trainer;
        let led = Cycle { trainer, ..cycle.clone() };
        let (always, days) = found.days[&slot].with(apart, &led);
        let anyway = first(first(anyway, limit), first(found.trainers[&trainer], always));
        for &spot in of_trainer {
            let (sessions, broken) = starts.entry(spot.first).or_insert_with(|| {
                let sessions = apart.instance.session_dates(venue, slot, spot.first).unwrap_or_default();
                let dated = alone(Cycle { sessions: sessions.clone(), ..cycle.clone() });
                (sessions, apart.first_new(&dated, Part::Dates))
            });
            let moved = Cycle { sessions: sessions.clone(), ..led.clone() };
            let broken = first(anyway, *broken);
            let effect = effect(apart, found, &moved, &days, (broken, absence));
            targets.push(Target { spot, effect });
        }
    }
    targets
}

fn effect(
    apart: &Apart,
    found: &Found,
    moved: &Cycle,
    days: &BTreeMap<Date, Day>,
    (broken, absence): (Option<Rule>, Euros),
) -> Effect {
    let is_left = |day: &&Date| !moved.sessions.contains(day);
    let left = found.left.iter().filter(|(day, _)| is_left(day));
    let taken = moved.sessions.iter().filter_map(|day| days.get_key_value(day));
    let mut tours = apart.before.verdict.breakdown.costs.trainer_travel;
    let weeks = &found.weeks[&(moved.slot, moved.trainer)];
    let is_full = moved.sessions.iter().any(|&day| weeks.contains(&monday(day)));
    let mut broken = first(broken, is_full.then_some(Rule::TrainerWeek));
    for (date, day) in left.chain(taken) {
        tours += day.tours - found.tours_before.get(date).copied().unwrap_or_default();
        broken = first(broken, day.broken);
    }
    let price = found.others.price_with(moved, absence, tours);
    let budget = apart.instance.rules.costs.max_gross.and_then(|_| {
        let exceeds = exceeds_budget(&apart.instance, &alone(moved.clone()), price)?;
        is_new(&apart.before.verdict.violations, &exceeds).then_some(exceeds.rule)
    });
    let difference = price.objective() - apart.before.verdict.breakdown.objective();
    Effect { broken: first(broken, budget), difference }
}

/// A plan with only one cycle.
fn alone(cycle: Cycle) -> Plan {
    Plan { cycles: vec![cycle], ..Plan::default() }
}
