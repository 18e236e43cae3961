//! How much each variant is searched: the batch's settings over those of the variant's scenario.
//!
//! # Common ground
//! Variants of a batch differ by little, and so do their plans. The baseline is planned first, with `LONGER` times the
//! limits of the others. Their searches start from its best plan, as far as it is legal for them. So no result depends on
//! the order of variants, on jobs or on shards: a shard that lacks the baseline also plans it. What this gains is
//! measured by `benches/ground`.

use super::variant::Variant;
use crate::solve::Settings;
use crate::solve::effort::Effort;

/// Factor of the baseline's work and time over those of another variant, where the others start from its plan.
const LONGER: u32 = 3;
/// Upper limit of searches per search asked for, where further ones may decide.
const MOST_SEARCHES: usize = 4;

/// How much each variant is searched, where the batch says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Search {
    /// Limit of work, as a word.
    pub effort: Option<Effort>,
    /// Limit of work, as a number.
    pub work_limit: Option<u64>,
    /// Limit of time, in seconds.
    pub time_limit_s: Option<f64>,
    /// Gap at which a search may stop.
    pub gap: Option<f64>,
    /// Threads of one variant.
    pub threads: usize,
    /// Number of searches of each variant, each with its own seed.
    pub seeds: usize,
    /// Upper limit of searches of a variant, where further ones may decide.
    pub most_seeds: usize,
    /// Whether the other variants start from the baseline's plan.
    pub is_grounded: bool,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            effort: None,
            work_limit: None,
            time_limit_s: None,
            gap: None,
            threads: 1,
            seeds: 1,
            most_seeds: MOST_SEARCHES,
            is_grounded: false,
        }
    }
}

impl Search {
    /// Upper limit of searches of a variant, where the batch does not set one.
    pub fn most_seeds(seeds: usize) -> usize {
        seeds * MOST_SEARCHES
    }
}

/// What a variant is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It has nothing to do with them.
    Alone,
    /// They start from its plan.
    Ground,
    /// It starts from the baseline's plan.
    Grounded,
}

/// The settings of one variant's searches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VariantSettings {
    /// For each search, counted from the first seed.
    pub solve: Settings,
    /// Seconds of one search on the wall clock; infinite if there is no limit.
    pub time_limit_s: f64,
    /// Number of searches.
    pub seeds: usize,
    /// What it is to the others.
    pub role: Role,
}

impl VariantSettings {
    /// The batch's settings over those of the variant's scenario. A work limit without a time limit switches the
    /// scenario's time limit off: the clock would make the plan depend on the machine.
    pub fn new(search: &Search, variant: &Variant, role: Role) -> Self {
        let scenario = &variant.solver;
        let longer = if role == Role::Ground { LONGER } else { 1 };
        let of_effort = || Some(search.effort?.work(variant.size?));
        let work_limit = search.work_limit.or_else(of_effort);
        let untimed = work_limit.map(|_| f64::INFINITY);
        let time_limit_s = search.time_limit_s.or(untimed).unwrap_or(scenario.time_limit_s);
        Self {
            solve: Settings {
                gap: search.gap.unwrap_or(scenario.gap),
                work_limit: work_limit.map(|work| work.saturating_mul(longer.into())),
                seed: scenario.seed,
            },
            time_limit_s: time_limit_s * f64::from(longer),
            seeds: search.seeds,
            role,
        }
    }

    /// Settings for `seeds` concurrent searches from this rank on, from 0. A variant that is searched further is searched
    /// longer: what was not found in some time is not found by searching for the same time again.
    #[must_use]
    pub fn of_searches(&self, rank: usize, seeds: usize) -> Self {
        let longer = 1 + rank / self.seeds.max(1);
        let work_limit = self.solve.work_limit.map(|work| work.saturating_mul(longer as u64));
        let seed = self.solve.seed.wrapping_add(rank as u64);
        let solve = Settings { work_limit, seed, ..self.solve };
        Self { solve, time_limit_s: self.time_limit_s * (longer * seeds) as f64, seeds, ..*self }
    }
}
