//! Plans given by file or folder, with the scenario of each.
//!
//! A plan refers to venues and residents by identifiers that its scenario defines. The scenario is looked up next to the plan (as
//! in the folders of a batch), then in the parent folder (`my-territory/plan`); for an announced plan also above the folder of
//! all announced ones.

use std::path::{Path, PathBuf};

use super::announce::is_announced;
use super::reading::SCENARIO;
use crate::check::{Disagreement, Verdict, check, figures};
use crate::compare::Portrait;
use crate::diagnostics::Diagnostic;
use crate::input::{self, Sources};
use crate::instance::Instance;
use crate::output::PLAN;
use crate::output::write::complete;
use crate::plan::Plan;

/// A plan as given.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its label.
    pub label: String,
    /// Its file.
    pub plan: PathBuf,
    /// Its scenario, if there is one.
    pub scenario: Option<PathBuf>,
}

impl Named {
    /// A plan file, or a folder with one; its scenario as given, else as found.
    pub fn new(path: &Path, scenario: Option<PathBuf>) -> Self {
        let plan = if path.is_dir() { path.join(PLAN) } else { path.to_owned() };
        let folder = plan.parent().unwrap_or(Path::new("")).to_owned();
        // Output completed by a writer that was killed is moved into place, so that it is found.
        let _ = complete(&folder);
        let found = || {
            let mut above = vec![folder.clone(), folder.join("..")];
            above.extend(is_announced(&folder).then(|| folder.join("../..")));
            let mut candidates = above.into_iter().map(|folder| folder.join(SCENARIO));
            candidates.find(|candidate| candidate.is_file())
        };
        Self { label: path.display().to_string(), scenario: scenario.or_else(found), plan }
    }

    /// The same plan with another label.
    #[must_use]
    pub fn called(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }
}

/// A plan that was read with its scenario, and checked.
#[derive(Debug, Clone)]
pub struct Portrayed {
    /// Its data for comparison.
    pub portrait: Portrait,
    /// How it was given.
    pub named: Named,
    /// Warnings of its scenario.
    pub warnings: Vec<Diagnostic>,
    /// Whether its file says that it was made from other input.
    pub is_of_other_input: bool,
    /// Its faults, if there are any.
    pub unsound: Option<Box<Unsound>>,
}

/// A plan that breaks rules, or whose file does not agree with it.
#[derive(Debug, Clone)]
pub struct Unsound {
    /// The instance.
    pub instance: Instance,
    /// The checker's verdict.
    pub verdict: Verdict,
    /// Figures in its file that differ from those of its cycles.
    pub disagreements: Vec<Disagreement>,
}

/// Why a plan cannot be compared.
#[derive(Debug, Clone)]
pub enum Unportrayed {
    /// No scenario was found for it.
    NoScenario(Named),
    /// The scenario or the plan cannot be read.
    Faulty {
        /// Warnings of the scenario, if that could be read.
        before: Vec<Diagnostic>,
        /// The faults.
        faults: Vec<Diagnostic>,
    },
}

/// Reads a plan with its scenario, and checks it, unless it is the scenario's announced plan.
///
/// # Errors
/// If either cannot be read.
pub fn portray(named: &Named) -> Result<Portrayed, Unportrayed> {
    portray_from(&Sources::disk(), named)
}

/// The same, with scenario and plan from any source.
///
/// # Errors
/// Those of [`portray`].
pub fn portray_from(sources: &Sources, named: &Named) -> Result<Portrayed, Unportrayed> {
    let Some(scenario) = &named.scenario else { return Err(Unportrayed::NoScenario(named.clone())) };
    let faulty = |before: &[Diagnostic], faults| Unportrayed::Faulty { before: before.to_vec(), faults };
    let read = input::read_scenario_from(sources, scenario).map_err(|faults| faulty(&[], faults))?;
    let instance = read.instance;
    let (plan, file) = input::read_plan_from(sources, &named.plan, &instance)
        .map_err(|faults| faulty(&read.warnings, faults))?;
    let is_of_other_input = file.input_digest.as_ref().is_some_and(|digest| *digest != instance.digest);
    // A plan made from this very input follows the announced one, even if it changes nothing of it.
    let is_own = file.input_digest.is_some() && !is_of_other_input;
    let told = instance.announced.as_ref().filter(|told| !is_own && plan.is_told(told));
    if let Some(told) = told.map(Plan::told) {
        let portrait = Portrait::of_told(&named.label, &instance, &told);
        let (named, warnings) = (named.clone(), read.warnings);
        return Ok(Portrayed { portrait, named, warnings, is_of_other_input: false, unsound: None });
    }
    let portrait = Portrait::new(&named.label, &instance, &plan, &file);
    let unsound = (!portrait.judgement.is_sound()).then(|| {
        let (verdict, disagreements) = (check(&instance, &plan), figures(&instance, &plan, &file));
        Box::new(Unsound { instance, verdict, disagreements })
    });
    Ok(Portrayed { portrait, named: named.clone(), warnings: read.warnings, is_of_other_input, unsound })
}
