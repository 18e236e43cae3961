//! Further searches where they may decide.
//!
//! A variant is *open* where its difference to the baseline is within search noise, and no other variant's plan beats
//! its net cost and residents served, each at the best of its searches: more searches could tell whether any plan beats
//! it. In each round, every open variant gets as many additional searches as it had at first, with the next seeds, each
//! longer than the earlier ones.
//!
//! Where demand seeds are an axis, each seed is a question of its own: variants are compared with the baseline's choices
//! at their own seed.
//!
//! # Determinism
//! Rounds are replayed from the first, with the searches that each variant had at that time. So a batch that was
//! interrupted resumes as if it had not been, and its last round is not decided by half of it. The plan from which others
//! start is that of the baseline's first searches: it is not searched further.

use std::collections::BTreeMap;

use super::Batch;
use super::axis::Subject;
use super::run::Task;
use crate::compare::searches::{Found, Reach};
use crate::compare::verdict::{Evidence, verdict};

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Search these variants further: the tasks of a round, and its number, from 1.
    Search(Vec<Task>, usize),
    /// Nothing is open.
    Settled,
    /// This number of variants is open, and all have as many searches as is allowed.
    OutOfSearches(usize),
    /// This number of variants is open, and the work is spent.
    OutOfWork(usize),
}

/// What to do next, given what each variant's searches found so far (empty if it has no plan) and a limit of work for
/// all further searches.
pub fn next(batch: &Batch, found: &[Vec<Found>], most_work: Option<u64>) -> Next {
    let mut counts: Vec<usize> = found.iter().map(|found| batch.search.seeds.min(found.len())).collect();
    let references = references(batch);
    let mut left = most_work.unwrap_or(u64::MAX);
    for round in 1.. {
        let known: Vec<Option<Standing>> =
            found.iter().zip(&counts).map(|(found, &count)| Standing::of(&found[..count])).collect();
        let open = open(&known, &references);
        if open.is_empty() {
            return Next::Settled;
        }
        let can_go_on = |position: &usize| counts[*position] < batch.search.most_seeds;
        let chosen: Vec<usize> =
            with_references(batch, &open, &references).into_iter().filter(can_go_on).collect();
        if !chosen.iter().any(|position| open.contains(position)) {
            return Next::OutOfSearches(open.len());
        }
        let mut missing = Vec::new();
        for position in chosen {
            let n_further = batch.search.seeds.min(batch.search.most_seeds - counts[position]);
            let further =
                batch.settings_of(&batch.variants[position]).of_searches(counts[position], n_further);
            let work = further.solve.work_limit.unwrap_or_default().saturating_mul(n_further as u64);
            if left < work {
                return if missing.is_empty() {
                    Next::OutOfWork(open.len())
                } else {
                    Next::Search(missing, round)
                };
            }
            left -= work;
            counts[position] += n_further;
            if found[position].len() < counts[position] {
                missing.push(Task { position, searches: counts[position] });
            }
        }
        if !missing.is_empty() {
            return Next::Search(missing, round);
        }
    }
    Next::Settled
}

/// For each variant, the variant with which it is compared, and the demand seed that both have.
fn references(batch: &Batch) -> Vec<(usize, Vec<Option<usize>>)> {
    let is_seed: Vec<bool> = batch.axes.iter().map(|axis| axis.subject == Subject::Seed).collect();
    let own = |at: &[Option<usize>]| -> Vec<Option<usize>> {
        at.iter().zip(&is_seed).filter(|(_, is_seed)| **is_seed).map(|(value, _)| *value).collect()
    };
    let baseline = &batch.variants[batch.baseline].point.at;
    let positions: BTreeMap<&Vec<Option<usize>>, usize> =
        batch.variants.iter().enumerate().map(|(position, variant)| (&variant.point.at, position)).collect();
    let of = |at: &Vec<Option<usize>>| {
        let mixed = baseline.iter().zip(at).zip(&is_seed);
        let wanted: Vec<Option<usize>> =
            mixed.map(|((base, own), seed)| if *seed { *own } else { *base }).collect();
        (positions.get(&wanted).copied().unwrap_or(batch.baseline), own(at))
    };
    batch.variants.iter().map(|variant| of(&variant.point.at)).collect()
}

/// Open variants and their references; without the baseline where others start from its plan.
fn with_references(batch: &Batch, open: &[usize], references: &[(usize, Vec<Option<usize>>)]) -> Vec<usize> {
    let theirs = open.iter().map(|&position| references[position].0);
    let is_free = |position: &usize| !(batch.is_grounded() && *position == batch.baseline);
    let mut all: Vec<usize> = open.iter().copied().chain(theirs).filter(is_free).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The results of a variant after some searches.
struct Standing {
    evidence: Evidence,
    /// Net cost and residents served of its best plan.
    at: (f64, f64),
    /// Its best case: the lowest cost and the most served of all its searches.
    hope: (f64, f64),
}

impl Standing {
    fn of(found: &[Found]) -> Option<Self> {
        let values =
            |column: &str| -> Vec<f64> { found.iter().filter_map(|one| one.number(column)).collect() };
        let objective = |one: &&Found| one.number("objective").unwrap_or(f64::INFINITY);
        let best = found.iter().min_by(|one, other| objective(one).total_cmp(&objective(other)))?;
        let searches = Reach::of(&values("objective"))?;
        let bound = Reach::of(&values("bound")).map_or(f64::NEG_INFINITY, |reach| reach.high);
        let (net, served) = (Reach::of(&values("net"))?, Reach::of(&values("served"))?);
        Some(Self {
            evidence: Evidence { interval: (bound, searches.low), searches: Some(searches) },
            at: (best.number("net")?, best.number("served")?),
            hope: (net.low, served.high),
        })
    }
}

/// Positions of the open variants.
fn open(known: &[Option<Standing>], references: &[(usize, Vec<Option<usize>>)]) -> Vec<usize> {
    let is_open = |&position: &usize| {
        let (reference, question) = &references[position];
        let (Some(own), Some(other)) = (&known[position], &known[*reference]) else { return false };
        let rivals = known.iter().zip(references).filter(|(_, (_, asked))| asked == question);
        let is_beaten =
            || rivals.filter_map(|(rival, _)| rival.as_ref()).any(|rival| beats(rival.at, own.hope));
        position != *reference && verdict(&own.evidence, &other.evidence).is_open() && !is_beaten()
    };
    (0..known.len()).filter(is_open).collect()
}

/// Whether `one` is at least as cheap and serves at least as many, and is better in one of the two.
fn beats(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 <= other.0 && one.1 >= other.1 && one != other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(seed: u64, [objective, bound, net, served]: [f64; 4]) -> Found {
        let figures = [("objective", objective), ("bound", bound), ("net", net), ("served", served)];
        let figures = figures.map(|(name, value)| (name.to_owned(), value)).into();
        Found { seed, status: "work_limit".to_owned(), figures }
    }

    fn standing(rows: &[[f64; 4]]) -> Option<Standing> {
        let searches: Vec<Found> = rows.iter().zip(1..).map(|(row, seed)| found(seed, *row)).collect();
        Standing::of(&searches)
    }

    const ONE_QUESTION: [(usize, Vec<Option<usize>>); 3] = [const { (0, Vec::new()) }; 3];

    #[test]
    fn what_is_close_and_may_be_on_the_front_is_open_and_what_is_beaten_is_not() {
        let baseline =
            [[1000.0, 900.0, 500.0, 40.0], [1005.0, 900.0, 505.0, 40.0], [1002.0, 900.0, 502.0, 40.0]];
        let close =
            [[1001.0, 900.0, 510.0, 41.0], [1006.0, 900.0, 515.0, 41.0], [1003.0, 900.0, 512.0, 41.0]];
        let beaten = close.map(|[objective, bound, net, _]| [objective, bound, net, 39.0]);
        let known = [standing(&baseline), standing(&close), standing(&beaten)];
        assert_eq!(
            open(&known, &ONE_QUESTION),
            [1],
            "it serves more for more; the other serves fewer for more"
        );
        let mut lucky = beaten;
        lucky[2][2] = 499.0;
        let known = [standing(&baseline), standing(&close), standing(&lucky)];
        assert_eq!(open(&known, &ONE_QUESTION), [1, 2], "one of its searches costs less than any other plan");
    }

    #[test]
    fn what_is_proven_or_has_no_plan_is_not_open() {
        let baseline = standing(&[[1000.0, 990.0, 500.0, 40.0]]);
        let proven = standing(&[[980.0, 970.0, 400.0, 40.0]]);
        assert_eq!(open(&[baseline, proven, None], &ONE_QUESTION), Vec::<usize>::new());
    }
}
