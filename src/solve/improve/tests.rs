//! Walks and the drafts that they keep.

use std::path::Path;

use super::round::Round;
use super::toll::Toll;
use super::trial::Trial;
use super::{BLOCK, Clock, Draft, MOVES, Walk};
use crate::check::check;
use crate::input::read_scenario;
use crate::instance::Instance;
use crate::plan::price;
use crate::solve::space::Space;

/// The number of steps left.
struct Steps(f64);

impl Clock for Steps {
    fn is_over(&self) -> bool {
        false
    }

    fn left(&self, n_steps: u64) -> f64 {
        self.0 - n_steps as f64
    }
}

fn instance(name: &str) -> Instance {
    read_scenario(&Path::new("data").join(name).join("scenario.toml")).expect("a valid scenario").instance
}

/// The incrementally updated objective equals that of the plan, and the plan is legal.
#[track_caller]
fn assert_exact(instance: &Instance, draft: &Draft) {
    let plan = draft.plan();
    let exact = price(instance, &plan).objective().to_f64();
    assert!((draft.objective() - exact).abs() < 0.005, "{} kept, {exact} computed", draft.objective());
    assert!(draft.is_legal() && check(instance, &plan).is_legal(), "{}", instance.name);
}

/// The first groups of a draft.
fn part_of<'s>(draft: &Draft<'s>, n_groups: usize) -> Draft<'s> {
    let mut part = Draft::new(draft.space());
    for (_, group) in draft.groups().take(n_groups) {
        part.open(group.pattern, group.trainer, group.track, group.members.clone()).expect("it was legal");
    }
    part
}

#[test]
fn groups_of_a_part_stay_open_on_their_terms_while_the_walk_goes_around_them() {
    let instance = instance("bench/instances/phase1");
    let space = Space::new(&instance);
    let terms = |draft: &Draft| -> Vec<_> {
        draft.groups().map(|(_, group)| (group.pattern, group.trainer)).collect()
    };
    let mut walk = Walk::new(&Draft::new(&space), 1, &Steps(f64::INFINITY));
    let part = part_of(&walk.current, 8);
    walk.walk_around(part.clone(), 0.5, &Steps(f64::INFINITY));
    walk.walk(20_000, &Steps(f64::INFINITY));
    assert_eq!(walk.n_held, 8, "the round is not over yet");
    assert_eq!(terms(&walk.current)[..8], terms(&part));
    let n_around = walk.current.groups().count();
    assert!(n_around > 8, "{n_around} groups");
    let members =
        |draft: &Draft| -> Vec<_> { draft.groups().map(|(_, group)| group.members.clone()).collect() };
    assert_ne!(members(&walk.current)[..8], members(&part), "who attends is free");
    walk.walk(200_000, &Steps(f64::INFINITY));
    assert_eq!(walk.n_held, 0);
    assert_ne!(terms(&walk.current)[..8], terms(&part), "the next round moves them");
    walk.end(&Steps(f64::INFINITY));
    assert_exact(&instance, &walk.best);
}

#[test]
fn a_part_waits_until_the_round_around_another_is_over() {
    let instance = instance("bench/instances/tiny");
    let space = Space::new(&instance);
    let steps = Steps(f64::INFINITY);
    let mut walk = Walk::new(&Draft::new(&space), 1, &steps);
    let (one, two) = (part_of(&walk.best, 1), part_of(&walk.best, 2));
    walk.walk_around(one, 0.5, &steps);
    walk.walk_around(two, 0.5, &steps);
    let mut held = vec![walk.n_held];
    while walk.n_held > 0 {
        walk.walk(1000, &steps);
        held.push(walk.n_held);
    }
    held.dedup();
    assert_eq!(held, [1, 2, 0], "one after the other, then freely");
}

#[test]
fn a_walk_rests_after_a_round_until_it_has_a_part_to_go_around_or_goes_on() {
    let instance = instance("bench/instances/tiny");
    let space = Space::new(&instance);
    let steps = Steps(f64::INFINITY);
    let mut walk = Walk::new(&Draft::new(&space), 1, &steps);
    walk.rest();
    assert!(!walk.is_resting(), "the round is not over");
    walk.walk(1_000_000, &steps);
    assert!(walk.is_resting());
    let (drawn, objective) = (walk.random.clone(), walk.best.objective());
    walk.walk(1_000_000, &steps);
    assert_eq!((&walk.random, walk.best.objective()), (&drawn, objective), "it takes no steps");
    let mut around = walk.clone();
    around.walk_around(Draft::new(&space), 0.5, &steps);
    walk.go_on();
    for mut walk in [walk, around] {
        walk.walk(1000, &steps);
        assert!(!walk.is_resting() && walk.random != drawn);
    }
}

#[test]
fn the_objective_of_a_long_walk_is_the_one_of_its_plan() {
    for name in ["bench/instances/tiny", "bench/instances/phase1", "bench/pmedcap/pmedcap1_01"] {
        let instance = instance(name);
        let space = Space::new(&instance);
        let mut walk = Walk::new(&Draft::new(&space), 1, &Steps(f64::INFINITY));
        let mut n_legal = 0;
        for _ in 0..200 {
            walk.walk(200, &Steps(f64::INFINITY));
            assert_exact(&instance, &walk.best);
            if walk.current.crowding() == 0 {
                n_legal += 1;
                assert_exact(&instance, &walk.current);
            }
        }
        assert!(n_legal > 0, "{name}: no draft of the walk was legal");
    }
}

#[test]
fn a_crowded_draft_ends_as_a_plan_and_walks_on_as_it_was() {
    for name in ["bench/instances/tiny", "bench/instances/phase1"] {
        let instance = instance(name);
        let space = Space::new(&instance);
        let mut walk = Walk::new(&Draft::new(&space), 1, &Steps(f64::INFINITY));
        let mut n_crowded = 0;
        for _ in 0..100 {
            walk.walk(640, &Steps(f64::INFINITY));
            if walk.current.crowding() == 0 {
                continue;
            }
            n_crowded += 1;
            let (plan, objective) = (walk.current.plan(), walk.current.objective());
            // Any final draft is better than an empty one.
            walk.best = Draft::new(&space);
            walk.end(&Steps(f64::INFINITY));
            assert!(walk.best.groups().count() > 0, "{name}: the draft's groups are lost");
            assert_exact(&instance, &walk.best);
            assert_eq!((walk.current.plan(), walk.current.objective()), (plan, objective));
        }
        assert!(n_crowded > 0, "{name}: no draft of the walk was crowded");
    }
}

#[test]
fn a_change_that_is_taken_back_leaves_no_trace() {
    let instance = instance("bench/instances/tiny");
    let space = Space::new(&instance);
    let mut walk = Walk::new(&Draft::new(&space), 7, &Steps(f64::INFINITY));
    let plan = walk.current.plan();
    let (objective, n_groups) = (walk.current.objective(), walk.current.groups().count());
    let mut n_changed = 0;
    for step in 0..5000 {
        let mut trial = Trial::new(&mut walk.current, f64::INFINITY, Toll::FREE);
        (MOVES[step % MOVES.len()].attempt)(&mut trial, &mut walk.random);
        n_changed += usize::from(trial.change().abs() > 1e-6);
        trial.undo();
        assert_eq!(walk.current.groups().count(), n_groups, "step {step}");
    }
    assert!(n_changed > 500, "only {n_changed} changes to take back");
    assert!((walk.current.objective() - objective).abs() < 1e-6);
    assert_eq!(walk.current.plan(), plan);
}

#[test]
fn the_same_seed_walks_the_same_way_however_it_is_cut_into_slices() {
    let instance = instance("bench/instances/tiny");
    let space = Space::new(&instance);
    let walked = |slice: u64| {
        let mut walk = Walk::new(&Draft::new(&space), 3, &Steps(f64::INFINITY));
        (0..30_720 / slice).for_each(|_| walk.walk(slice, &Steps(f64::INFINITY)));
        walk.best.plan()
    };
    assert_eq!(walked(64 * 480), walked(64 * 10));
}

#[test]
fn the_last_round_ends_with_the_search() {
    for (is_poor, least) in [(false, 2), (true, 5)] {
        let mut round = Round::first(1000, 100.0);
        let mut left = 100.0;
        let (mut last, mut n_rounds) = (0.0, 1);
        while left > 0.0 {
            left -= 0.01;
            round.walked(BLOCK);
            last = round.share(left);
            if last >= 1.0 && left > 0.0 {
                round = round.next(left, is_poor);
                n_rounds += 1;
            }
        }
        assert!(last > 0.99, "the search ended at {last} of a round");
        assert!(n_rounds >= least, "{n_rounds} rounds");
    }
}
