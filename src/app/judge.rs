//! Judges any plan, hand-edited ones included: every rule, and every figure that its file states.

use std::path::Path;

use super::common::Failure;
use super::reading::{ScenarioAndPlan, scenario_and_plan};
use crate::check::{Disagreement, Verdict, check, figures};
use crate::input::Sources;

/// What to judge.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Where the files come from.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
}

/// A plan, and what is to be said of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What was read.
    pub read: ScenarioAndPlan,
    /// What the checker says.
    pub verdict: Verdict,
    /// Figures of the file that are not those of its cycles.
    pub disagreements: Vec<Disagreement>,
}

impl Judged {
    /// Whether the plan keeps every rule and its file says what follows from it.
    pub fn is_sound(&self) -> bool {
        self.verdict.is_legal() && self.disagreements.is_empty()
    }
}

/// Reads and judges.
///
/// # Errors
/// If scenario or plan cannot be understood, which is not the same as being illegal.
pub fn judge(request: &Request) -> Result<Judged, Failure> {
    let read = scenario_and_plan(request.sources, request.scenario, request.plan)?;
    let instance = &read.scenario.instance;
    let verdict = check(instance, &read.plan);
    let disagreements = figures(instance, &read.plan, &read.file);
    Ok(Judged { read, verdict, disagreements })
}
