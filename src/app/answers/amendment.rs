//! The effects of an amendment, for programs.

use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Serialize;

use super::verdict::ViolationEntry;
use crate::app::amend::{Judged, Proposal};
use crate::app::replaced::Kept;
use crate::input::amending::decisions::List;
use crate::plan::file::{CostEntry, ServiceEntry};

/// The effects of an amendment.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Amendment {
    /// Whether it was kept.
    pub kept: bool,
    /// Whether it may be kept: an event always, a decision if it newly breaks no rule.
    pub may_be_kept: bool,
    /// The decisions that it implies, in the lists of `[announced]`.
    pub decided: Vec<Decision>,
    /// Earlier decisions that are revoked.
    pub taken_back: Vec<Decision>,
    /// The new identifier of a moved cycle.
    pub goes_on_as: Option<String>,
    /// Number of enrolments that are added.
    pub added: usize,
    /// The plan before and after; null if there is none.
    pub plan: Option<AmendedPlan>,
    /// Changed files: tables, scenario and plan.
    pub files: Vec<String>,
    /// Copies of the previous files.
    pub copies: Vec<String>,
}

/// An entry of a list of `[announced]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    /// The list: `release`, `keep` or `hit`.
    pub list: &'static str,
    /// The entry.
    pub entry: String,
}

/// An amended plan.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AmendedPlan {
    /// The price before.
    pub before: Price,
    /// The price after.
    pub after: Price,
    /// Whether the amended plan keeps every rule.
    pub legal: bool,
    /// Every break of a rule in the amended plan.
    pub violations: Vec<ViolationEntry>,
    /// Violations that were not there before.
    pub newly_broken: Vec<ViolationEntry>,
}

/// What a plan costs, and who must be told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Price {
    /// Cash, euros.
    pub costs: CostEntry,
    /// What the plan is worth to residents, euros.
    pub service: ServiceEntry,
    /// Net + service, euros.
    pub objective: f64,
    /// Residents who must be told of a new appointment, or of having lost it; null if nothing was announced.
    pub calls: Option<usize>,
    /// Announced cycles that no longer stand.
    pub notices: Option<usize>,
    /// Sessions led by another trainer than announced.
    pub stand_ins: Option<usize>,
}

impl Amendment {
    /// A proposal for programs, and which parts of it were kept.
    pub fn of(proposal: &Proposal, kept: Option<&Kept>) -> Self {
        let decisions = &proposal.outcome.decisions;
        let shown = |path: &Path| path.display().to_string();
        let all = |paths: &[PathBuf]| paths.iter().map(|path| shown(path)).collect();
        let files = proposal.files.iter().map(|file| file.path.clone());
        let own = proposal.plans.as_ref().map(|_| proposal.plan_file());
        Self {
            kept: kept.is_some(),
            may_be_kept: proposal.may_be_kept(),
            decided: decisions.added.iter().map(Decision::of).collect(),
            taken_back: decisions.removed.iter().map(Decision::of).collect(),
            goes_on_as: proposal.outcome.goes_on_as.clone(),
            added: proposal.n_added,
            plan: AmendedPlan::of(proposal),
            files: all(&files.chain(own).collect::<Vec<_>>()),
            copies: kept.map_or(Vec::new(), |kept| all(&kept.copies)),
        }
    }
}

impl Decision {
    fn of((list, entry): &(List, String)) -> Self {
        Self { list: list.key(), entry: entry.clone() }
    }
}

impl AmendedPlan {
    fn of(proposal: &Proposal) -> Option<Self> {
        let (before, after) = proposal.plans.as_ref()?;
        let entry = |found| ViolationEntry::of(found, &proposal.read.instance);
        Some(Self {
            before: Price::of(before),
            after: Price::of(after),
            legal: after.verdict.is_legal(),
            violations: after.verdict.violations.iter().map(entry).collect(),
            newly_broken: proposal.newly_broken().into_iter().map(entry).collect(),
        })
    }
}

impl Price {
    fn of(judged: &Judged) -> Self {
        let (breakdown, changes) = (&judged.verdict.breakdown, judged.changes.as_ref());
        Self {
            costs: CostEntry::of(&breakdown.costs),
            service: ServiceEntry::of(&breakdown.service),
            objective: breakdown.objective().to_f64(),
            calls: changes.map(|told| told.calls.len()),
            notices: changes.map(|told| told.notices.len()),
            stand_ins: changes.map(|told| told.stand_ins.len()),
        }
    }
}
