//! Plans that are named on the command line, with the scenario that each was made from.
//!
//! A plan names its venues and residents by identifiers, which only its scenario explains. The scenario is looked for
//! beside the plan (as in the folders of a batch), then in the folder above (`my-territory/plan`).

use std::path::{Path, PathBuf};

use super::{Outcome, Terminal, reading};
use crate::check::{check, figures, render, render_figures};
use crate::compare::Portrait;
use crate::input;
use crate::output::write::complete;

/// A plan's file in a folder.
const PLAN: &str = "plan.json";
/// A scenario's usual name.
const SCENARIO: &str = "scenario.toml";

/// A plan as it was named.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// What to call it.
    label: String,
    /// Its file.
    pub(super) plan: PathBuf,
    scenario: Option<PathBuf>,
}

impl Named {
    /// A plan, or a folder with one; its scenario where one was named, else where it is found.
    pub(super) fn new(path: &Path, scenario: Option<PathBuf>) -> Self {
        let plan = if path.is_dir() { path.join(PLAN) } else { path.to_owned() };
        let folder = plan.parent().unwrap_or(Path::new("")).to_owned();
        // What a writer that was killed had completed is there to be found.
        let _ = complete(&folder);
        let found = || {
            let candidates = [folder.join(SCENARIO), folder.join("..").join(SCENARIO)];
            candidates.into_iter().find(|candidate| candidate.is_file())
        };
        Self { label: path.display().to_string(), scenario: scenario.or_else(found), plan }
    }

    /// The same plan under another name.
    pub(super) fn called(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// What it is called.
    pub(super) fn label(&self) -> &str {
        &self.label
    }
}

/// Reads a plan with its scenario, and judges it; what is wrong with it is told.
///
/// # Errors
/// [`Outcome::BadInput`] if either cannot be read, which is told.
pub(super) fn portrait(named: &Named, terminal: &Terminal) -> Result<Portrait, Outcome> {
    let file_name = named.plan.display().to_string();
    let plan_named = || ("plan", file_name.as_str().into());
    let Some(scenario) = &named.scenario else {
        terminal.tell_error(&terminal.text("scenario-not-found", &[plan_named()]));
        return Err(Outcome::BadInput);
    };
    // Others may be compared all the same, and written.
    let left_out = |faults: Vec<_>| reading::leave_out(&faults, terminal);
    let read = input::read_scenario(scenario).map_err(left_out)?;
    reading::tell(&read.warnings, terminal);
    let instance = read.instance;
    let (plan, file) = input::read_plan(&named.plan, &instance).map_err(left_out)?;
    if file.input_digest.as_ref().is_some_and(|digest| *digest != instance.digest) {
        let scenario = ("scenario", scenario.display().to_string().into());
        terminal.tell(&terminal.text("plan-of-other-input", &[plan_named(), scenario]));
    }
    let portrait = Portrait::new(&named.label, &instance, &plan, &file);
    if !portrait.judgement.is_legal() {
        terminal.tell_error(&terminal.text("plan-illegal", &[plan_named()]));
        terminal.tell(&render(&check(&instance, &plan), &instance, &terminal.messages));
    }
    if portrait.judgement.wrong_figures > 0 {
        terminal.tell_error(&terminal.text("plan-wrong-figures", &[plan_named()]));
        terminal.tell(&render_figures(&figures(&instance, &plan, &file), &terminal.messages));
    }
    Ok(portrait)
}
