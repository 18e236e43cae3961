//! Every legal way to continue an announced plan, one by one: an optimum beyond dispute.
//!
//! Announced cycles take one of their courses (they stand, with or without repairs, are broken off, or close), residents
//! attend these or new cycles over all possible places, times, trainers and first dates, each with the cheapest legal
//! kits. The tests' own `naive_rules` and `naive_price`, with which the checker is compared, check and price the plans.

use std::collections::BTreeSet;
use std::ops::Range;

use ateliers::check::check;
use ateliers::instance::announced::{Announced, AnnouncedCycle};
use ateliers::instance::ids::{AnnouncedId, ResidentId};
use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::proof::floor;
use ateliers::plan::{Cycle, Fate, Plan};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::generator::Draw;
use crate::lives;
use crate::naive_living as living;
use crate::naive_price::{Exact, euros, terms};
use crate::naive_rules::{faults, meetings_break};
use crate::oracle_courses::{cheapest_roster, courses, new_cycles};
use crate::solving::{settings, solve_without_the_checker_which_proves_nothing};

/// Number of plans above which a scenario is too large to enumerate in a test.
const MOST_PLANS: usize = 4_000;
/// The same, for a manual run.
const MANY_PLANS: usize = 100_000;
/// One in this number of plans is also given to the checker.
const EACH: usize = 23;
/// Work in which such a scenario should be proven.
const WORK: u64 = 4_000;
/// Tolerance between objective and bound, euros.
const CENT: f64 = 0.01;

/// An event in a scenario, by seed.
type Happening = fn(u64, &mut InstanceData);
/// No additional event.
const NOTHING: Happening = |_, _| {};

/// Statistics of all legal plans.
struct Enumerated {
    best: Plan,
    objective: Exact,
    /// A randomly drawn legal plan.
    some: Plan,
    /// Plans on which checker and naive rules differ, with both verdicts.
    disputed: Vec<String>,
}

/// Residents who attend together.
struct Unit {
    members: Vec<ResidentId>,
    /// Position of the standing committed cycle in which they were announced.
    bound: Option<usize>,
}

/// An enumeration in progress.
struct Search<'a> {
    instance: &'a Instance,
    announced: &'a Announced,
    /// How each announced cycle may continue, without its participants; `None` if it is gone.
    courses: Vec<Vec<Option<Cycle>>>,
    /// Possible places and times of new cycles, without participants.
    new: Vec<Cycle>,
    draw: Draw,
    most_plans: usize,
    n_plans: usize,
    n_legal: usize,
    best: Option<(Exact, Plan)>,
    some: Plan,
    disputed: Vec<String>,
}

/// All legal plans; `None` if there are more than `most_plans` to visit.
fn enumerate(instance: &Instance, seed: u64, most_plans: usize) -> Option<Enumerated> {
    let announced = instance.announced.as_ref()?;
    let courses = announced.cycles.iter().map(|told| courses(instance, announced, told)).collect();
    let mut search = Search {
        instance,
        announced,
        courses,
        new: new_cycles(instance),
        draw: Draw::new(seed),
        most_plans,
        n_plans: 0,
        n_legal: 0,
        best: None,
        some: Plan::default(),
        disputed: Vec::new(),
    };
    search.go_on(&mut Vec::new())?;
    let (objective, best) = search.best.unwrap_or_else(|| panic!("{}: no plan is legal", instance.name));
    Some(Enumerated { best, objective, some: search.some, disputed: search.disputed })
}

impl Search<'_> {
    /// Chooses a course for each announced cycle, then lets residents attend.
    fn go_on(&mut self, chosen: &mut Vec<Option<Cycle>>) -> Option<()> {
        if chosen.len() == self.courses.len() {
            let units = self.units(chosen);
            let mut cycles: Vec<Cycle> = chosen.iter().flatten().cloned().collect();
            for cycle in &mut cycles {
                let told = self.told(cycle).expect("it was announced");
                if living::is_finished(self.announced, told) {
                    cycle.participants.clone_from(&told.participants);
                }
            }
            return self.attend(&units, &mut cycles);
        }
        for position in 0..self.courses[chosen.len()].len() {
            chosen.push(self.courses[chosen.len()][position].clone());
            let cycles: Vec<Cycle> = chosen.iter().flatten().cloned().collect();
            if meetings_break(self.instance, &cycles).is_empty() {
                self.go_on(chosen)?;
            }
            chosen.pop();
        }
        Some(())
    }

    fn told(&self, cycle: &Cycle) -> Option<&AnnouncedCycle> {
        self.announced.cycles.iter().find(|told| told.id == cycle.id)
    }

    /// Parties, without residents who have attended; those bound to a standing committed cycle are alone.
    fn units(&self, chosen: &[Option<Cycle>]) -> Vec<Unit> {
        let mut units = Vec::new();
        for party in &self.instance.parties {
            let mut free = Vec::new();
            for &one in &party.members {
                let stands = |&(position, told): &(usize, &AnnouncedCycle)| {
                    let goes_on = chosen[position].as_ref().is_some_and(|cycle| cycle.fate == Fate::Stands);
                    goes_on && living::is_committed(self.announced, told) && told.participants.contains(&one)
                };
                let bound = self.announced.cycles.iter().enumerate().find(stands);
                match bound {
                    Some((_, told)) if living::is_finished(self.announced, told) => {}
                    Some((position, _)) => units.push(Unit { members: vec![one], bound: Some(position) }),
                    None => free.push(one),
                }
            }
            units.extend((!free.is_empty()).then_some(Unit { members: free, bound: None }));
        }
        units
    }

    /// Tries everything for the remaining units.
    fn attend(&mut self, units: &[Unit], cycles: &mut Vec<Cycle>) -> Option<()> {
        let Some((unit, rest)) = units.split_first() else {
            self.n_plans += 1;
            self.judge(cycles);
            return (self.n_plans <= self.most_plans).then_some(());
        };
        let bound = unit.bound.map(|position| &self.announced.cycles[AnnouncedId::from(position)]);
        let may_leave = |told| living::may_leave(self.instance, self.announced, told, unit.members[0]);
        let may_leave = bound.is_none_or(may_leave);
        let own = bound.map(|told| told.id.clone());
        if may_leave {
            self.attend(rest, cycles)?;
        }
        for position in 0..cycles.len() {
            let is_own = own.as_ref().is_some_and(|id| *id == cycles[position].id);
            if is_own || (may_leave && self.may_join(unit, &cycles[position])) {
                let before = cycles[position].participants.len();
                cycles[position].participants.extend(&unit.members);
                self.attend(rest, cycles)?;
                cycles[position].participants.truncate(before);
            }
        }
        for position in 0..self.new.len() {
            if may_leave && self.may_join(unit, &self.new[position]) {
                let participants = unit.members.clone();
                let id = self.fresh_id(cycles);
                cycles.push(Cycle { id, participants, ..self.new[position].clone() });
                if meetings_break(self.instance, cycles).is_empty() {
                    self.attend(rest, cycles)?;
                }
                cycles.pop();
            }
        }
        Some(())
    }

    fn fresh_id(&self, cycles: &[Cycle]) -> String {
        let told = self.announced.cycles.iter().map(|told| &told.id).chain(&self.announced.closed);
        let taken: BTreeSet<&String> = told.chain(cycles.iter().map(|cycle| &cycle.id)).collect();
        let mut ids = (1..).map(|number| format!("N{number}"));
        ids.find(|id| !taken.contains(id)).expect("there are more numbers than cycles")
    }

    /// Whether a unit could join a cycle, with any others.
    fn may_join(&self, unit: &Unit, cycle: &Cycle) -> bool {
        let place = (cycle.venue, cycle.slot, cycle.track);
        let is_begun = self.told(cycle).is_some_and(|told| living::is_begun(self.announced, told));
        let suits = |&one: &ResidentId| living::suits(self.instance, one, place, cycle.sessions[0]);
        let is_full = unit.members.len() + cycle.participants.len() > self.instance.rules.cycle.max_group;
        cycle.fate != Fate::BrokenOff
            && !is_begun
            && unit.members.iter().all(suits)
            && (cycle.fate == Fate::Stands || !is_full)
    }

    fn judge(&mut self, cycles: &[Cycle]) {
        let least = self.instance.rules.cycle.min_group;
        if cycles.iter().any(|cycle| cycle.fate == Fate::New && cycle.participants.len() < least) {
            return;
        }
        let mut cycles = cycles.to_vec();
        let attending: BTreeSet<ResidentId> =
            cycles.iter().flat_map(|cycle| cycle.participants.iter().copied()).collect();
        for cycle in &mut cycles {
            if cycle.fate == Fate::BrokenOff {
                let told = self.told(cycle).expect("it was announced");
                let people = living::remaining(self.instance, told);
                cycle.participants = people.into_iter().filter(|one| !attending.contains(one)).collect();
            }
            cycle.participants.sort_unstable();
        }
        let Some(kit_roster) = cheapest_roster(self.instance, self.announced, &cycles) else { return };
        let plan = Plan { cycles, kit_roster, ..Plan::default() };
        let objective = terms(self.instance, &plan).objective();
        let is_better = self.best.as_ref().is_none_or(|&(least, _)| objective < least);
        let is_drawn = self.n_plans.is_multiple_of(EACH);
        if !is_better && !is_drawn {
            return;
        }
        let is_legal = faults(self.instance, &plan).is_empty();
        if is_drawn {
            self.disputed.extend(disputed(self.instance, &plan));
        }
        if is_legal && is_drawn {
            self.n_legal += 1;
            if self.draw.between(1..=self.n_legal) == 1 {
                self.some = plan.clone();
            }
        }
        if is_legal && is_better {
            self.best = Some((objective, plan));
        }
    }
}

/// The verdicts of checker and naive rules, if they differ.
fn disputed(instance: &Instance, plan: &Plan) -> Option<String> {
    let (text, verdict) = (faults(instance, plan), check(instance, plan));
    let rules: BTreeSet<_> = verdict.violations.iter().map(|violation| violation.rule).collect();
    let differ = text.is_empty() != rules.is_empty();
    differ.then(|| format!("{}: text {text:?}, checker {rules:?}: {plan:#?}", instance.name))
}

/// The result for a scenario all of whose plans were enumerated.
#[derive(Default)]
struct Compared {
    n: usize,
    n_optimal: usize,
    n_tight: usize,
    n_changed: usize,
    n_repaired: usize,
    n_broken_off: usize,
    faults: Vec<String>,
}

impl Compared {
    fn add(&mut self, other: Self) {
        self.n += other.n;
        self.n_optimal += other.n_optimal;
        self.n_tight += other.n_tight;
        self.n_changed += other.n_changed;
        self.n_repaired += other.n_repaired;
        self.n_broken_off += other.n_broken_off;
        self.faults.extend(other.faults);
    }
}

/// Compares solver and oracle on the scenario of a seed, and on one that follows it.
fn compare(seed: u64, most_plans: usize) -> Compared {
    compare_after(seed, most_plans, NOTHING)
}

/// The same, after an additional event.
fn compare_after(seed: u64, most_plans: usize, happens: Happening) -> Compared {
    let mut compared = Compared::default();
    let Some(mut data) = lives::first(seed) else { return compared };
    for generation in 1..=2 {
        happens(seed + generation, &mut data);
        data.name = format!("announced-{seed}-{generation}");
        let instance = Instance::new(data.clone());
        let Some(all) = enumerate(&instance, seed, most_plans) else { break };
        compared.add(compare_on(&instance, seed, &all));
        match lives::second(seed, &data, &all.some) {
            Some(next) => data = next,
            None => break,
        }
    }
    compared
}

fn compare_on(instance: &Instance, seed: u64, all: &Enumerated) -> Compared {
    let name = &instance.name;
    let mut wrong = all.disputed.clone();
    let least = euros(all.objective).to_f64();
    let found = solve_without_the_checker_which_proves_nothing(instance, &settings(seed, WORK));
    let objective = euros(terms(instance, &found.plan).objective()).to_f64();
    let broken = faults(instance, &found.plan);
    if !broken.is_empty() {
        wrong.push(format!("{name}: the plan breaks {broken:?}: {:#?}", found.plan));
    }
    wrong.extend(disputed(instance, &found.plan));
    wrong.extend(disputed(instance, &all.best));
    if broken.is_empty() && objective < least - CENT {
        wrong.push(format!(
            "{name}: the oracle missed a plan of {objective}, its own costs {least}: {:#?}",
            found.plan
        ));
    }
    let floor = floor(instance).to_f64();
    for (bound, what) in [(found.bound, "bound"), (floor, "floor")] {
        if bound > least + CENT {
            wrong.push(format!("{name}: {what} {bound} above the optimum {least}: {:#?}", all.best));
        }
    }
    let has = |is: fn(&Cycle) -> bool| usize::from(all.best.cycles.iter().any(is));
    Compared {
        n: 1,
        n_optimal: usize::from(objective <= least + CENT),
        n_tight: usize::from(found.bound >= least - CENT),
        n_changed: usize::from(terms(instance, &all.best).changes > 0),
        n_repaired: has(|cycle| cycle.fate == Fate::Stands && !cycle.repairs.is_empty()),
        n_broken_off: has(|cycle| cycle.fate == Fate::BrokenOff),
        faults: wrong,
    }
}

/// Compares on all seeds, after an additional event; returns the findings and their words.
fn compare_all(seeds: Range<u64>, most_plans: usize, happens: Happening) -> (Compared, String) {
    let all: Vec<Compared> =
        seeds.into_par_iter().map(|seed| compare_after(seed, most_plans, happens)).collect();
    let mut sum = Compared::default();
    for one in all {
        sum.add(one);
    }
    let told = format!(
        "{} compared: {} optimal, {} bounds tight; the optimum changes something in {}, repairs in {}, breaks off in {}",
        sum.n, sum.n_optimal, sum.n_tight, sum.n_changed, sum.n_repaired, sum.n_broken_off
    );
    assert!(sum.faults.is_empty(), "{told}\n{} faults:\n{}", sum.faults.len(), sum.faults.join("\n"));
    (sum, told)
}

#[test]
fn no_plan_that_goes_on_beats_the_optimum_and_no_bound_exceeds_it() {
    let (sum, told) = compare_all(0..400, MOST_PLANS, NOTHING);
    let is_enough = sum.n >= 100 && sum.n_changed >= 50 && sum.n_repaired >= 5 && sum.n_broken_off >= 10;
    assert!(is_enough && sum.n_optimal * 10 >= sum.n * 9 && sum.n_tight * 10 >= sum.n * 7, "{told}");
}

/// Scenarios on which a bound once exceeded the optimum, grouped by what the method did not know.
#[test]
fn what_went_wrong_stays_mended() {
    let known = [
        // Another room need only suit those who attend: residents who may leave may be elsewhere, and others may join.
        &[1002, 1668, 1717, 2797, 3080, 3206, 3598][..],
        // `max_sessions` does not forbid a standing cycle that is open to change.
        &[2252, 2775],
        // Sessions of a committed cycle that may be broken off do not count in `max_sessions`.
        &[2120, 2953, 3410],
        // A resident who finds the announced days and room in a new cycle is not called.
        &[2670, 2885],
        // A cycle open to change does not stand in a commune that may no longer host, repaired or not.
        &[1749],
    ];
    let mut sum = Compared::default();
    for &seed in known.into_iter().flatten() {
        sum.add(compare(seed, MANY_PLANS));
    }
    assert!(sum.n >= 15 && sum.faults.is_empty(), "{} compared: {}", sum.n, sum.faults.join("\n"));
}

/// Members of a split party, who may leave, once kept their places in another room without seats for them.
#[test]
fn whoever_may_leave_takes_no_seat_that_another_room_does_not_have() {
    let mut sum = Compared::default();
    for seed in [2393, 2919, 3077] {
        sum.add(compare_after(seed, MANY_PLANS, lives::cramp));
    }
    assert!(sum.n >= 3 && sum.faults.is_empty(), "{} compared: {}", sum.n, sum.faults.join("\n"));
    assert_eq!(sum.n_optimal, sum.n, "every optimum is found");
}

/// A group of another track, at the time and place of an announced cycle and by its trainer, once took its id.
#[test]
fn a_cycle_goes_on_with_its_own_track_only() {
    let found = compare_after(8996, MANY_PLANS, lives::cramp);
    assert!(found.n >= 1 && found.faults.is_empty(), "{} compared: {}", found.n, found.faults.join("\n"));
}

/// A member of a party whose cycle is broken off once joined another cycle alone.
#[test]
fn a_party_whose_cycle_is_broken_off_is_one_again() {
    let found = compare(6201, MANY_PLANS);
    assert!(found.n >= 1 && found.faults.is_empty(), "{} compared: {}", found.n, found.faults.join("\n"));
}

/// A session that needs a kit once passed for one that can be held, though its trainer cannot get to the kit's depot.
#[test]
fn a_session_whose_kit_is_out_of_reach_is_strained() {
    let found = compare_after(4257, MANY_PLANS, NOTHING);
    assert!(found.n >= 1 && found.faults.is_empty(), "{} compared: {}", found.n, found.faults.join("\n"));
}

/// Announced participants keep seats that no longer exist, if nobody joins; a room may be used where no other is.
#[test]
fn no_bound_exceeds_the_optimum_where_rooms_have_become_too_small() {
    let (sum, told) = compare_all(0..400, MOST_PLANS, lives::cramp);
    assert!(sum.n >= 100 && sum.n_repaired >= 3 && sum.n_optimal * 10 >= sum.n * 9, "{told}");
}

#[test]
#[ignore = "takes minutes: the oracle on thousands of announced plans, to be run after a change to the method"]
#[expect(clippy::print_stdout, reason = "a run by hand speaks to who runs it")]
fn no_bound_exceeds_the_optimum_of_thousands_of_announced_plans() {
    for happens in [NOTHING, lives::cramp] {
        let (sum, told) = compare_all(1000..4000, MANY_PLANS, happens);
        println!("{told}");
        assert!(sum.n >= 1000 && sum.n_optimal * 10 >= sum.n * 9 && sum.n_tight * 10 >= sum.n * 7, "{told}");
    }
}
