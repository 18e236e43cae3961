//! A summary of a plan that was found, for programs; `plan.json` contains the plan itself.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::app::plan::Planned;
use crate::instance::Instance;
use crate::plan::file::{CostEntry, ServiceEntry};
use crate::plan::indicators::indicators;
use crate::plan::{Plan, changes, turnover};
use crate::units::Minutes;

/// A summary of a plan that was found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Summary {
    /// The folder of its files.
    pub folder: String,
    /// The scenario's name.
    pub scenario: String,
    /// Whether a table is labelled as invented.
    pub invented: bool,
    /// Residents who enrolled.
    pub interested: usize,
    /// Residents in a cycle.
    pub served: usize,
    /// Cycles.
    pub cycles: usize,
    /// Sessions of all cycles.
    pub sessions: usize,
    /// Communes with at least one cycle.
    pub host_communes: usize,
    /// Minutes one way, mean and maximum; null if nobody is served.
    pub travel_minutes: Option<[f64; 2]>,
    /// Mean number of days until the first session; null if nobody is served.
    pub mean_wait_days: Option<f64>,
    /// The changes from what was announced; null if nothing was.
    pub changes: Option<SummaryOfChanges>,
    /// Cash, euros.
    pub costs: CostEntry,
    /// What the plan is worth to residents, euros.
    pub service: ServiceEntry,
    /// Net + service, euros.
    pub objective: f64,
    /// What was replanned, where everything else was to stay; empty if all was planned. Bound and gap are those of this problem.
    pub only: Vec<String>,
    /// What no plan can beat, euros.
    pub bound: f64,
    /// `(objective − bound) / |objective|`.
    pub gap: f64,
    /// Why the search ended: `optimal`, `gap`, `work_limit`, `time_limit`, `memory_limit` or `interrupted`.
    pub status: &'static str,
    /// Whether the required gap is proven; null if none was required.
    pub required_gap_proven: Option<bool>,
    /// Seed of every random choice.
    pub seed: u64,
    /// Seconds on the wall clock.
    pub wall_s: f64,
}

/// The changes of a plan from what was announced.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SummaryOfChanges {
    /// Residents who must be told of a new appointment, or of having lost it.
    pub calls: usize,
    /// Announced cycles that no longer stand.
    pub notices: usize,
    /// Sessions led by another trainer than announced.
    pub stand_ins: usize,
    /// Cycles that were not announced.
    pub new_cycles: usize,
    /// Announced cycles that are no longer in the plan.
    pub closed_cycles: usize,
    /// Announced cycles that are broken off.
    pub broken_off_cycles: usize,
    /// Cost of the changes, euros.
    pub cost: f64,
}

impl SummaryOfChanges {
    fn of(plan: &Plan, instance: &Instance) -> Option<Self> {
        let (changes, turnover) = (changes(instance, plan)?, turnover(instance, plan)?);
        Some(Self {
            calls: changes.calls.len(),
            notices: changes.notices.len(),
            stand_ins: changes.stand_ins.len(),
            new_cycles: turnover.new,
            closed_cycles: turnover.closed,
            broken_off_cycles: turnover.broken_off,
            cost: changes.cost(instance).to_f64(),
        })
    }
}

impl Summary {
    /// A plan of `instance`, written to `folder`, for programs.
    pub fn of(planned: &Planned, instance: &Instance, folder: &Path) -> Self {
        let solved = &planned.solved;
        let figures = indicators(instance, &solved.plan, &solved.breakdown);
        let journeys = figures.travel.map(|travel| [travel.mean, travel.worst].map(Minutes::to_f64));
        Self {
            folder: folder.display().to_string(),
            scenario: instance.name.clone(),
            invented: instance.is_invented,
            interested: figures.interested,
            served: figures.served,
            cycles: figures.cycles,
            sessions: figures.sessions,
            host_communes: figures.host_communes,
            travel_minutes: journeys,
            mean_wait_days: figures.mean_wait_days,
            changes: SummaryOfChanges::of(&solved.plan, instance),
            costs: CostEntry::of(&solved.breakdown.costs),
            service: ServiceEntry::of(&solved.breakdown.service),
            objective: solved.proof.objective,
            only: planned.only.clone(),
            bound: solved.proof.bound,
            gap: solved.proof.gap,
            status: solved.status,
            required_gap_proven: planned.required_gap.map(|_| planned.unproven_gap().is_none()),
            seed: planned.seed,
            wall_s: planned.wall_s,
        }
    }
}
