//! Random instances that exercise every rule: a seed names one, on any machine.
//!
//! Everything that PROBLEM.md lets vary varies: parties, tracks, trainers with different bases, slots, tracks and
//! availability, kits of different sizes and depots, tablets in rooms, steps, closures of all four scopes, measured ways
//! that break the triangle inequality, communes without a road, budgets, host lists, slots that overlap or follow
//! closely, and weights from zero to huge. Most residents can still be served, so that plans are not empty.

mod draw;
pub(crate) mod files;
pub(crate) mod rare;
pub(crate) mod scarce;
mod tables;
pub(crate) mod tight;

use std::ops::RangeInclusive;

use ateliers::instance::entities::Leg;
use ateliers::instance::ids::{CommuneId, KitId, ResidentId};
use ateliers::instance::rules::{
    Costs, CycleRules, Horizon, HostRules, Rules, SolverSettings, TravelRules, Weights,
};
use ateliers::instance::units::{Euros, Kilometres, Minutes, Ratio};
use ateliers::instance::zone::Zone;
use ateliers::instance::{Instance, InstanceData};
use ateliers::territory::Travel;
use jiff::ToSpan;
use jiff::civil::date;

pub(crate) use draw::Draw;

/// How large an instance is: ranges of row counts and of the scenario's figures.
pub(crate) struct Size {
    communes: RangeInclusive<usize>,
    slots: RangeInclusive<usize>,
    weekdays: usize,
    venues: RangeInclusive<usize>,
    trainers: RangeInclusive<usize>,
    kits: RangeInclusive<usize>,
    residents: RangeInclusive<usize>,
    sessions: RangeInclusive<usize>,
    min_group: RangeInclusive<usize>,
    weeks: RangeInclusive<i64>,
}

/// So small that every legal plan can be enumerated.
pub(crate) const TINY: Size = Size {
    communes: 1..=3,
    slots: 2..=4,
    weekdays: 1,
    venues: 2..=3,
    trainers: 1..=2,
    kits: 0..=2,
    residents: 4..=7,
    sessions: 1..=2,
    min_group: 1..=2,
    weeks: 2..=3,
};

/// So small that every way to continue an announced plan can be enumerated.
pub(crate) const LIVING: Size = Size {
    communes: 1..=2,
    slots: 1..=2,
    weekdays: 1,
    venues: 1..=2,
    trainers: 1..=2,
    kits: 0..=2,
    residents: 3..=5,
    sessions: 2..=3,
    min_group: 1..=2,
    weeks: 4..=5,
};

/// Solved in a moment, with every rule at work.
pub(crate) const SMALL: Size = Size {
    communes: 2..=6,
    slots: 2..=6,
    weekdays: 3,
    venues: 2..=5,
    trainers: 1..=3,
    kits: 0..=3,
    residents: 8..=30,
    sessions: 1..=5,
    min_group: 1..=6,
    weeks: 3..=10,
};

/// As large as a pilot.
pub(crate) const MEDIUM: Size = Size {
    communes: 6..=15,
    slots: 4..=10,
    weekdays: 4,
    venues: 5..=15,
    trainers: 1..=4,
    kits: 1..=4,
    residents: 40..=120,
    sessions: 2..=5,
    min_group: 2..=6,
    weeks: 8..=20,
};

/// The instance of a seed.
pub(crate) fn instance(seed: u64, size: &Size) -> Instance {
    Instance::new(data(seed, size))
}

/// The data of a seed, for changes before it becomes an instance.
pub(crate) fn data(seed: u64, size: &Size) -> InstanceData {
    let mut data = plain(seed, size);
    rare::draw_rare_keys(&mut data, seed);
    data
}

/// The same without the keys that most scenarios omit.
pub(crate) fn plain(seed: u64, size: &Size) -> InstanceData {
    let draw = &mut Draw::new(seed);
    let n_communes = draw.between(size.communes.clone());
    let n_tracks = if draw.chance(0.3) { 2 } else { 1 };
    let rules = rules(draw, size, n_communes);
    let slots = tables::slots(draw, size);
    let venues = tables::venues(draw, size, n_communes, slots.len(), &rules);
    let trainers = tables::trainers(draw, size, n_communes, n_tracks, slots.len(), &rules);
    let (residents, parties) = tables::residents(draw, size, n_communes, n_tracks, slots.len(), &rules);
    let kits = tables::kits(draw, size, n_communes);
    let closures = tables::closures(draw, &rules, n_communes, venues.len(), trainers.len());
    InstanceData {
        name: format!("generated-{seed}"),
        digest: format!("{seed:064x}"),
        is_invented: true,
        communes: tables::communes(n_communes).into(),
        travel: travel(draw, n_communes),
        slots: slots.into(),
        venues: venues.into(),
        trainers: trainers.into(),
        kits: kits.into(),
        residents: residents.into(),
        parties: parties.into(),
        tracks: ["base", "smartphone"][..n_tracks].iter().map(|&track| track.to_owned()).collect(),
        closures,
        rules,
        announced: None,
    }
}

/// The same instance with residents, venues, trainers, kits and parties in another order.
pub(crate) fn shuffled(data: &InstanceData, seed: u64) -> InstanceData {
    let draw = &mut Draw::new(seed);
    let mut mixed = data.clone();
    let residents = draw.permutation(data.residents.len());
    mixed.residents = residents.iter().map(|&old| data.residents[ResidentId::from(old)].clone()).collect();
    for party in &mut mixed.parties {
        let new_place = |member: &mut ResidentId| {
            let place = residents.iter().position(|&old| old == usize::from(*member));
            *member = place.expect("every resident has a new place").into();
        };
        party.members.iter_mut().for_each(new_place);
        party.members.sort_unstable();
    }
    tables::shuffle_venues(draw, &mut mixed);
    tables::shuffle_trainers(draw, &mut mixed);
    let kits = draw.permutation(data.kits.len());
    mixed.kits = kits.into_iter().map(|old| data.kits[KitId::from(old)].clone()).collect();
    mixed
}

fn rules(draw: &mut Draw, size: &Size, n_communes: usize) -> Rules {
    let start = date(2025, 12, 20).saturating_add((draw.between(0..=40) as i64).days());
    let weeks = draw.between_i64(size.weeks.clone());
    let end = start.saturating_add((7 * weeks + draw.between_i64(0..=6)).days());
    let min_group = draw.between(size.min_group.clone());
    let cycle = CycleRules {
        sessions: draw.between(size.sessions.clone()),
        session_minutes: Minutes::whole(draw.pick(&[45, 60, 60, 90, 120, 150])),
        min_group,
        max_group: min_group + draw.between(0..=8),
        max_gap_days: draw.pick(&[7, 14, 14, 21, 21, 365]),
    };
    let travel = TravelRules {
        max_travel: Minutes::whole(draw.pick(&[10, 15, 20, 30])),
        local: Leg { minutes: Minutes::whole(draw.pick(&[0, 4, 6])), km: draw.decimal_of(0..=3) },
        turnaround: Minutes::whole(draw.pick(&[0, 15, 20, 30, 45])),
    };
    let everybody: Vec<CommuneId> = (0..n_communes).map(CommuneId::from).collect();
    let hosts = HostRules {
        communes: if draw.chance(0.85) { everybody } else { draw.subset(&everybody, 0.6) },
        max_cycles_per_commune: draw.maybe(0.2, |draw| draw.between(1..=2)),
    };
    let solver = SolverSettings { time_limit_s: 60.0, gap: 0.0, seed: 1, threads: 0 };
    Rules {
        horizon: Horizon { start, end },
        zone: Zone::default(),
        cycle,
        travel,
        hosts,
        costs: costs(draw),
        weights: weights(draw),
        letters: ateliers::instance::rules::Letters::default(),
        solver,
    }
}

fn costs(draw: &mut Draw) -> Costs {
    Costs {
        prep: Minutes::whole(draw.pick(&[0, 30, 45])),
        tablet_session: draw.decimal_of(0..=2),
        support_per_participant: Euros::whole(draw.pick(&[0, 12, 20])),
        cycle_setup: Euros::whole(draw.pick(&[0, 60, 150])),
        // At 150 euros a head, income exceeds the costs and objectives may be negative.
        fee: Euros::whole(draw.pick(&[0, 35, 35, 150])),
        max_gross: draw.maybe(0.25, |draw| Euros::whole(draw.between_i64(100..=2500))),
    }
}

fn weights(draw: &mut Draw) -> Weights {
    Weights {
        unserved: weight(draw, 400),
        travel_minute: if draw.chance(0.2) { weight(draw, 1) } else { draw.decimal_of(0..=2) },
        wait_week: weight(draw, 4),
        equity_target: Ratio::from_nano(draw.between_i64(0..=10) * 100_000_000),
        equity_shortfall: weight(draw, 150),
        away: Euros::ZERO,
        absence: Euros::whole(1000),
        call: Euros::whole(8),
        notice: Euros::whole(20),
        stand_in: Euros::whole(15),
    }
}

/// Mostly around the usual weight, sometimes zero, sometimes more than everything else together.
pub(crate) fn weight(draw: &mut Draw, usual: i64) -> Euros {
    match draw.between(0..=9) {
        0 => Euros::ZERO,
        1 => Euros::whole(usual * 1000),
        _ => Euros::from_nano(usual * draw.between_i64(500_000_000..=1_500_000_000)),
    }
}

/// A random tree and some more roads; in one instance of five a commune may be left without any. Some pairs are
/// measured, in one direction or both, and need not fit the roads.
fn travel(draw: &mut Draw, n_communes: usize) -> Travel {
    let mut roads = Vec::new();
    let has_islands = draw.chance(0.2);
    for to in 1..n_communes {
        if !(has_islands && draw.chance(0.3)) {
            roads.push(tables::road(draw, to, to));
        }
        if draw.chance(0.4) {
            roads.push(tables::road(draw, to, n_communes));
        }
    }
    let n_measured = if n_communes > 1 && draw.chance(0.4) { draw.between(1..=4) } else { 0 };
    let mut measured = Vec::new();
    for _ in 0..n_measured {
        tables::measure(draw, n_communes, &mut measured);
    }
    Travel::new(n_communes, &roads, &measured)
}

/// A way of some minutes and kilometres, with decimals.
fn leg(draw: &mut Draw, most_minutes: i64) -> Leg {
    let minutes = Minutes::from_nano(draw.between_i64(10..=10 * most_minutes) * 100_000_000);
    Leg { minutes, km: Kilometres::from_nano(draw.between_i64(50..=3000) * 10_000_000) }
}
