//! From what was typed, over what the scenario wishes, to what a search is given.

use super::plan::PlanArgs;
use crate::instance::Instance;
use crate::solve::Settings;
use crate::solve::effort::Size;

/// Everything that steers one planning run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlanSettings {
    /// For the search itself.
    pub(super) solve: Settings,
    /// Seconds on the wall clock; infinite where there is no limit.
    pub(super) time_limit_s: f64,
    /// Threads; 0 is all.
    pub(super) threads: usize,
    /// The gap without which the answer is no.
    pub(super) required_gap: Option<f64>,
}

impl PlanSettings {
    /// What was typed overrides the scenario. A work limit without a time limit switches the scenario's time limit
    /// off: the clock would make the plan depend on the machine.
    pub(super) fn new(args: &PlanArgs, instance: &Instance) -> Self {
        let scenario = &instance.rules.solver;
        let of_effort = || args.effort.map(|effort| effort.work(Size::of(instance)));
        let work_limit = args.work_limit.or_else(of_effort);
        let untimed = work_limit.map(|_| f64::INFINITY);
        Self {
            solve: Settings {
                gap: args.gap.or(args.require_gap).unwrap_or(scenario.gap),
                work_limit,
                seed: args.seed.unwrap_or(scenario.seed),
            },
            time_limit_s: args.time_limit.or(untimed).unwrap_or(scenario.time_limit_s),
            threads: args.threads.map_or(scenario.threads, usize::from),
            required_gap: args.require_gap,
        }
    }
}
