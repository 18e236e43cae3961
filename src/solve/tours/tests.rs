//! Mondays of the hamlet have three slots (ranks 0 to 2) and two places; a node with a kit has `kit` true.

use std::collections::BTreeMap;

use std::sync::Arc;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::nodes::Nodes;
use super::{Area, Times, TourCosts, TourCut};
use crate::instance::InstanceData;
use crate::instance::entities::Slot;
use crate::instance::hamlet::{AMONT, AVAL, MILIEU, instance, leg, measured};
use crate::instance::ids::{SlotId, TrainerId};
use crate::instance::units::Minutes;
use crate::solve::space::Space;

const IN_MILIEU: usize = 0;
const IN_AVAL: usize = 1;

/// Tom's Mondays.
fn mondays(change: impl FnOnce(&mut InstanceData)) -> TourCosts {
    let instance = instance(change);
    TourCosts::all(&Space::new(&instance))[TrainerId(0)][0].clone()
}

#[track_caller]
fn check_price(cut: &TourCut, node: usize, expected: f64) {
    assert!((cut.prices[node] - expected).abs() < 1e-9, "{} instead of {expected}", cut.prices[node]);
}

#[test]
fn round_trips_fetch_and_return_the_kit() {
    let costs = mondays(|_| {});
    let cuts = costs.round_trips();
    assert_eq!(cuts.len(), 3);
    for (rank, cut) in cuts.iter().enumerate() {
        // Amont to Milieu costs 20, to Aval 60. With a kit from Aval: 60 + 40 to Milieu, 60 + 6 within Aval.
        check_price(cut, costs.nodes.node(rank, IN_MILIEU, false), 40.0);
        check_price(cut, costs.nodes.node(rank, IN_AVAL, false), 120.0);
        check_price(cut, costs.nodes.node(rank, IN_MILIEU, true), 200.0);
        check_price(cut, costs.nodes.node(rank, IN_AVAL, true), 132.0);
        // Four nodes of one slot are priced, and no others.
        assert_eq!(cut.prices.iter().filter(|&&price| price > 0.0).count(), 4);
        assert!(cut.constant.abs() < 1e-9);
        // The same when read by slots.
        let width = costs.nodes.n_places * 2;
        let by_slot = (0..3).flat_map(|other| cut.prices[other * width..(other + 1) * width].to_vec());
        assert!(by_slot.eq(cut.prices.iter().copied()));
    }
}

#[test]
fn a_dear_direct_way_is_priced_by_stops_on_a_cheaper_one() {
    // Measured at 100 minutes and no kilometres, while a stop in Milieu makes it 20 + 40.
    let pairs = [(AMONT, MILIEU, leg(10, 10)), (MILIEU, AVAL, leg(20, 20)), (AMONT, AVAL, leg(100, 0))];
    let costs = mondays(|data| data.travel = measured(&pairs));
    let cut = &costs.round_trips()[1];
    check_price(cut, costs.nodes.node(1, IN_AVAL, false), 120.0);
    check_price(cut, costs.nodes.node(1, IN_MILIEU, false), 40.0);
}

#[test]
fn a_day_passes_the_depot_once_each_way_and_counts_its_legs() {
    let costs = mondays(|_| {});
    let (morning, afternoon) = (costs.nodes.node(0, IN_MILIEU, false), costs.nodes.node(2, IN_AVAL, false));
    // 20 to Milieu, 40 on to Aval, 60 back to the base.
    assert!((costs.path_cost(&[morning, afternoon]) - 120.0).abs() < 1e-9);
    // Via Aval first: 60 + 40 to Milieu, 40 to Aval, 6 to the depot and 60 back to the base.
    let with_kit = costs.nodes.node(2, IN_AVAL, true);
    assert!((costs.path_cost(&[morning, with_kit]) - 206.0).abs() < 1e-9);
    assert!(costs.path_cost(&[]).abs() < 1e-9);
}

#[test]
fn sessions_that_leave_no_time_to_move_share_no_path() {
    let costs = mondays(|_| {});
    let is_possible = |path: [(usize, usize); 2]| {
        costs.path_cost(&path.map(|(rank, place)| costs.nodes.node(rank, place, false))).is_finite()
    };
    // Ends at 11.00, plus 20 minutes to pack: 11.30 is possible in the same commune, but not 20 minutes away.
    assert!(is_possible([(0, IN_MILIEU), (1, IN_MILIEU)]));
    assert!(!is_possible([(0, IN_MILIEU), (1, IN_AVAL)]));
    // 11.40 comes before 14.00.
    assert!(is_possible([(0, IN_MILIEU), (2, IN_AVAL)]));
    // Not twice at the same time, nor backwards.
    assert!(!is_possible([(1, IN_MILIEU), (1, IN_MILIEU)]));
    assert!(!is_possible([(2, IN_MILIEU), (0, IN_MILIEU)]));
    // Three sessions are too many for a trainer with a limit of two a day.
    let short = mondays(|data| data.trainers[TrainerId(0)].max_sessions_per_day = 2);
    let stay = [0, 1, 2].map(|rank| short.nodes.node(rank, IN_MILIEU, false));
    assert!(short.path_cost(&stay).is_infinite() && short.path_cost(&stay[..2]).is_finite());
    assert!(costs.path_cost(&stay).is_finite());
}

#[test]
fn a_day_of_many_slots_takes_memory_for_each_and_not_for_each_pair() {
    const N_SLOTS: u16 = 20_000;
    let costs = mondays(|data| {
        let template = data.slots[SlotId(0)].clone();
        let of = |number: u16| Slot { start_minute: number % 1200, ..template.clone() };
        data.slots.extend((0..N_SLOTS).map(of));
    });
    let cuts = costs.round_trips();
    assert_eq!(cuts.len(), usize::from(N_SLOTS) + 3);
    check_price(&cuts[0], costs.nodes.node(0, IN_AVAL, false), 120.0);
    check_price(&cuts[N_SLOTS as usize], costs.nodes.node(0, IN_AVAL, false), 0.0);
}

/// Random costs without structure: no triangle inequality, some legs and successions missing.
fn random_costs(random: &mut Pcg64Mcg, missing: f64) -> TourCosts {
    const RANKS: usize = 3;
    let n_places = 2;
    let way = |random: &mut Pcg64Mcg| {
        if random.random_bool(missing) { f64::INFINITY } else { f64::from(random.random_range(0..50)) }
    };
    let ways =
        |random: &mut Pcg64Mcg, count: usize| -> Vec<f64> { (0..count).map(|_| way(random)).collect() };
    // Sessions an hour apart, some longer than that, and legs of up to two hours.
    let starts: Vec<Minutes> = (0..RANKS as i64).map(|rank| Minutes::whole(60 * rank)).collect();
    let ready = starts.iter().map(|&start| start + Minutes::whole(random.random_range(1..70))).collect();
    let way = |random: &mut Pcg64Mcg| {
        let minutes = Minutes::whole(random.random_range(0..120) * i64::from(random.random_bool(0.3)));
        random.random_bool(0.95).then_some(minutes)
    };
    let minutes = (0..n_places * n_places).map(|_| way(random)).collect();
    let times = Times { ready, starts, minutes: Arc::new(minutes) };
    TourCosts {
        nodes: Nodes { n_places },
        slots: (0..RANKS).map(SlotId::from).collect(),
        start: [ways(random, n_places), ways(random, n_places)],
        end: [ways(random, n_places), ways(random, n_places)],
        leg: Arc::new(ways(random, n_places * n_places)),
        times: Arc::new(times),
        max_day: random.random_range(1..=3),
    }
}

/// Every path with at most one node per slot.
fn all_paths(costs: &TourCosts) -> Vec<Vec<usize>> {
    let width = costs.nodes.n_places * 2;
    let mut paths: Vec<Vec<usize>> = vec![Vec::new()];
    for rank in 0..costs.slots.len() {
        let longer: Vec<Vec<usize>> = paths
            .iter()
            .flat_map(|path| {
                (rank * width..(rank + 1) * width).map(move |node| [&path[..], &[node]].concat())
            })
            .collect();
        paths.extend(longer);
    }
    paths
}

/// Areas of random nodes among those that are priced.
fn random_areas(random: &mut Pcg64Mcg, known: &[Option<f64>]) -> Vec<Area> {
    let priced: Vec<usize> = (0..known.len()).filter(|&node| known[node].is_some()).collect();
    (0..random.random_range(0..6))
        .map(|class| Area {
            class,
            nodes: priced.iter().copied().filter(|_| random.random_bool(0.4)).collect(),
            price: f64::from(random.random_range(0..40)),
        })
        .collect()
}

/// Maximum charge of the sessions of a path, given that nobody attends more than one of them.
fn most_charged(cut: &TourCut, path: &[usize]) -> f64 {
    let nodes: f64 = path.iter().map(|&node| cut.prices[node]).sum();
    let mut people: BTreeMap<usize, f64> = BTreeMap::new();
    for &(class, price) in path.iter().filter_map(|node| cut.people.get(node)).flatten() {
        let most = people.entry(class).or_default();
        *most = most.max(price);
    }
    nodes + people.values().sum::<f64>()
}

/// Lifts random prices of a few nodes, with the constant that makes them valid, and checks (**) on every path.
fn check_lift(seed: u64, missing: f64) {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let costs = random_costs(&mut random, missing);
    let paths = all_paths(&costs);
    let known: Vec<Option<f64>> = (0..costs.n_nodes())
        .map(|_| random.random_bool(0.3).then(|| f64::from(random.random_range(0..80))))
        .collect();
    let areas = random_areas(&mut random, &known);
    let tolls = |path: &[usize]| -> f64 {
        let touched = areas.iter().filter(|area| area.nodes.iter().any(|node| path.contains(node)));
        touched.map(|area| area.price).sum()
    };
    let excess = paths.iter().filter_map(|path| {
        let paid: Option<f64> = path.iter().map(|&node| known[node]).sum();
        Some(paid? + tolls(path) - costs.path_cost(path))
    });
    let constant = excess.fold(0.0, f64::max);
    let cut = costs.lift(&known, &areas, constant);
    assert!(
        known
            .iter()
            .zip(cut.prices.iter())
            .all(|(known, price)| known.is_none_or(|known| (known - price).abs() < 1e-12))
    );
    for path in &paths {
        let paid = path.iter().map(|&node| cut.prices[node]).sum::<f64>() + tolls(path);
        assert!(most_charged(&cut, path) <= paid + 1e-9);
        let cost = costs.path_cost(path);
        assert!(paid - cut.constant <= cost + 1e-9, "seed {seed}: {path:?} costs {cost}, is priced {paid}");
    }
}

#[test]
fn lifted_prices_never_exceed_the_cost_of_any_path() {
    (0..300).for_each(|seed| check_lift(seed, 0.0));
}

#[test]
fn lifted_prices_stay_valid_where_some_ways_are_missing() {
    (0..300).for_each(|seed| check_lift(seed, 0.3));
}
