//! Checks any plan, including hand-edited ones: every rule, and every figure that its file states.

use std::path::Path;

use super::common::Failure;
use super::reading::{ScenarioAndPlan, scenario_and_plan};
use crate::check::{Disagreement, Verdict, check, figures};
use crate::input::Sources;

/// What to check.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The sources of the files.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
}

/// A plan with its verdict.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What was read.
    pub read: ScenarioAndPlan,
    /// The checker's verdict.
    pub verdict: Verdict,
    /// Figures in the file that do not follow from its cycles.
    pub disagreements: Vec<Disagreement>,
}

impl Judged {
    /// Whether the plan keeps every rule and all figures in its file follow from its cycles.
    pub fn is_sound(&self) -> bool {
        self.verdict.is_legal() && self.disagreements.is_empty()
    }
}

/// Reads and checks.
///
/// # Errors
/// If scenario or plan is invalid, which is not the same as illegal.
pub fn judge(request: &Request) -> Result<Judged, Failure> {
    let read = scenario_and_plan(request.sources, request.scenario, request.plan)?;
    let instance = &read.scenario.instance;
    let verdict = check(instance, &read.plan);
    let disagreements = figures(instance, &read.plan, &read.file);
    Ok(Judged { read, verdict, disagreements })
}
