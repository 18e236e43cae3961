//! Verdicts compared with the truth: pairs of small scenarios whose optima are known.
//!
//! A pair is a generated scenario and the same with one rule changed, like variants of a batch; both optima are proven
//! with much work. Then both are searched with little work and three seeds, the second one from the first one's best
//! plan, as a batch does, and the verdict is compared with the optima.

use ateliers::compare::searches::Reach;
use ateliers::compare::verdict::{Certainty, Direction, Evidence, Verdict, verdict};
use ateliers::instance::units::Minutes;
use ateliers::instance::{Instance, InstanceData};
use ateliers::pipeline;
use ateliers::plan::Plan;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::generator::{self, SMALL};
use crate::solving::{Calm, settings, solved};

const PAIRS: usize = 20;
/// Seeds of the generated scenarios: not all are proven, and many pairs have the same optimum.
const SEEDS: std::ops::Range<u64> = 0..200;
/// Work in which an optimum is proven.
const MUCH: u64 = 12_000;
/// Work of the searches that are compared: almost none, some, and enough to prove differences.
const LITTLE: [u64; 4] = [1, 240, 600, 6000];
/// With fewer residents there is nothing to search for.
const LEAST_RESIDENTS: usize = 14;
/// Optima closer than this, euros, are the same.
const SAME: f64 = 0.02;

struct Pair {
    seed: u64,
    instances: [Instance; 2],
    /// The second optimum less the first, euros.
    difference: f64,
}

/// A change as in a variant of a batch.
fn changed(data: &InstanceData, seed: u64) -> InstanceData {
    let mut other = data.clone();
    let rules = &mut other.rules;
    match seed % 4 {
        0 => rules.travel.max_travel = Minutes::whole(12),
        1 => rules.cycle.min_group = (rules.cycle.min_group + 1).min(rules.cycle.max_group),
        2 => rules.cycle.max_group += 2,
        _ => rules.costs.cycle_setup = ateliers::instance::units::Euros::whole(75),
    }
    other.digest = format!("{:064x}", seed + 1_000_000);
    other
}

fn pair(seed: u64) -> Option<Pair> {
    let data = generator::data(seed, &SMALL);
    if data.residents.len() < LEAST_RESIDENTS {
        return None;
    }
    let instances = [Instance::new(data.clone()), Instance::new(changed(&data, seed))];
    let optimum = |instance: &Instance| {
        let found = solved(instance, &settings(1, MUCH));
        (found.is_proven_optimal() && !found.plan.cycles.is_empty()).then_some(found.objective)
    };
    let difference = optimum(&instances[1])? - optimum(&instances[0])?;
    (difference.abs() > SAME).then_some(Pair { seed, instances, difference })
}

/// The evidence of three searches of a scenario, and their best plan.
fn searched(instance: &Instance, start: Option<&Plan>, work: u64) -> (Evidence, Plan) {
    let found = pipeline::plan_with_seeds(instance, &settings(1, work), 3, start, &Calm);
    let found = found.unwrap_or_else(|fault| panic!("{}: {fault:?}", instance.name));
    let objectives: Vec<f64> = found.iter().map(|found| found.proof.objective).collect();
    let bound = found.iter().map(|found| found.proof.bound).fold(f64::NEG_INFINITY, f64::max);
    let searches = Reach::of(&objectives).expect("three searches");
    let best = found.into_iter().min_by(|one, other| one.proof.objective.total_cmp(&other.proof.objective));
    let interval = (bound, searches.low);
    (Evidence { interval, searches: Some(searches) }, best.expect("three searches").plan)
}

impl Pair {
    /// The verdict on the second scenario against the first.
    fn judged(&self, work: u64) -> Verdict {
        let [base, other] = &self.instances;
        let (of_base, plan) = searched(base, None, 3 * work);
        let (of_other, _) = searched(other, Some(&plan), work);
        verdict(&of_other, &of_base)
    }

    fn is_wrong(&self, verdict: Verdict) -> bool {
        let truth = if self.difference < 0.0 { Direction::Lower } else { Direction::Higher };
        verdict.direction.is_some_and(|direction| direction != truth)
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "the share of differences found is to be reported")]
fn proven_is_never_wrong_and_beyond_noise_at_most_once_in_twenty() {
    let mut pairs: Vec<Pair> = SEEDS.into_par_iter().filter_map(pair).collect();
    assert!(pairs.len() >= PAIRS, "only {} pairs differ and are proven", pairs.len());
    pairs.truncate(PAIRS);
    let (mut n_proven, mut n_beyond) = (0, 0);
    for work in LITTLE {
        let verdicts: Vec<(&Pair, Verdict)> =
            pairs.iter().collect::<Vec<_>>().into_par_iter().map(|pair| (pair, pair.judged(work))).collect();
        let count = |certainty| verdicts.iter().filter(|(_, verdict)| verdict.certainty == certainty).count();
        let wrong = |certainty| -> Vec<u64> {
            let wrong = verdicts
                .iter()
                .filter(|(pair, verdict)| verdict.certainty == certainty && pair.is_wrong(*verdict));
            wrong.map(|(pair, _)| pair.seed).collect()
        };
        let (proven, beyond) = (count(Certainty::Proven), count(Certainty::BeyondNoise));
        eprintln!(
            "{work} units: of {PAIRS} true differences {proven} proven, {beyond} beyond noise, {} not found; wrong: {:?}",
            count(Certainty::WithinNoise),
            wrong(Certainty::BeyondNoise)
        );
        assert_eq!(wrong(Certainty::Proven), Vec::<u64>::new(), "{work} units: proven, and wrong");
        assert!(
            wrong(Certainty::BeyondNoise).len() <= 1,
            "{work} units: {:?}",
            wrong(Certainty::BeyondNoise)
        );
        n_proven += proven;
        n_beyond += beyond;
    }
    assert!(n_beyond >= 5, "{n_beyond} verdicts beyond noise test nothing");
    assert!(n_proven >= 5, "{n_proven} proven verdicts test nothing");
}
