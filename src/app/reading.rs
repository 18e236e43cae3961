//! Reads inputs common to several use cases: a plan with its scenario, two inputs with their findings combined.

use std::path::{Path, PathBuf};

use super::common::{Failure, Findings};
use crate::diagnostics::{Diagnostic, WithWarnings};
use crate::input::announcing::{self, Announcement};
use crate::input::digest::sha256;
use crate::input::{
    FILE_BYTES, Read, Sources, is_workbook, read_plan_from, read_scenario_from, scenario_text,
};
use crate::output::write::complete;
use crate::plan::Plan;
use crate::plan::file::PlanFile;

/// The usual file name of a scenario.
pub const SCENARIO: &str = "scenario.toml";

/// Reads a scenario with its tables.
///
/// # Errors
/// All errors and warnings, if there is an error.
pub fn scenario(sources: &Sources, path: &Path) -> Result<Read, Failure> {
    read_scenario_from(sources, path).map_err(Failure::input)
}

/// A scenario with an announced plan set.
#[derive(Debug, Clone)]
pub struct Announced {
    /// Its source, in which its text contains the keys of `[announced]`.
    pub sources: Sources,
    /// Its path in that source.
    pub scenario: PathBuf,
    /// Its text.
    pub text: String,
}

/// Sets the announced plan of a scenario; its path is relative to the scenario's folder. For a workbook, the result is the text
/// of a scenario file whose tables are its sheets.
///
/// # Errors
/// All errors and warnings of the scenario, if the plan cannot be set.
pub fn announcing(
    sources: &Sources,
    scenario: &Path,
    announcement: &Announcement,
) -> Result<Announced, Failure> {
    let is_book = is_workbook(scenario);
    if is_book {
        // Errors in sheets are reported at their cells.
        self::scenario(sources, scenario)?;
    }
    let text = scenario_text(sources, scenario).map_err(|faults| {
        // Errors of the tables are reported with them.
        self::scenario(sources, scenario).err().unwrap_or_else(|| Failure::input(faults))
    })?;
    let text = announcing::announcing(&text, announcement).unwrap_or(text);
    let scenario = if is_book { scenario.with_extension("announced.toml") } else { scenario.to_owned() };
    let sources = sources.clone().with(&scenario, text.as_bytes());
    Ok(Announced { sources, scenario, text })
}

/// The name of a file in a scenario: relative to its folder if the file is below it, else the full path.
pub fn as_named(scenario: &Path, file: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (scenario, file) = (absolute(scenario), absolute(file));
    let below = scenario.parent().and_then(|folder| file.strip_prefix(folder).ok());
    below.unwrap_or(&file).display().to_string()
}

/// A scenario and its plan.
#[derive(Debug, Clone)]
pub struct ScenarioAndPlan {
    /// The scenario.
    pub scenario: Read,
    /// The plan.
    pub plan: Plan,
    /// The contents of its file.
    pub file: PlanFile,
}

/// Reads a scenario, then its plan; the plan may break rules.
///
/// # Errors
/// If either cannot be read.
pub fn scenario_and_plan(
    sources: &Sources,
    scenario: &Path,
    plan: &Path,
) -> Result<ScenarioAndPlan, Failure> {
    let scenario = self::scenario(sources, scenario)?;
    let (plan, file) = plan_of(sources, &scenario, plan)?;
    Ok(ScenarioAndPlan { scenario, plan, file })
}

/// The digest of a file, which identifies its version; `None` if it cannot be read.
pub(super) fn digest_of(sources: &Sources, path: &Path) -> Option<String> {
    sources.read(path, FILE_BYTES).ok().map(|bytes| sha256(&bytes))
}

/// Reads a plan of a scenario.
///
/// # Errors
/// If it cannot be read; includes the warnings of the scenario.
pub(super) fn plan_of(sources: &Sources, scenario: &Read, plan: &Path) -> Result<(Plan, PlanFile), Failure> {
    // If a writer was killed, its completed output is moved into place first; if that fails, the plan is read as it is.
    let _ = complete(plan.parent().unwrap_or(Path::new("")));
    read_plan_from(sources, plan, &scenario.instance)
        .map_err(|faults| Failure::Input(Findings { before: scenario.warnings.clone(), faults }))
}

/// Combines the results of two readers, with their warnings.
///
/// # Errors
/// The errors and warnings of both, if either has an error.
pub(super) fn both<A, B>(one: WithWarnings<A>, other: WithWarnings<B>) -> WithWarnings<(A, B)> {
    match (one, other) {
        (Ok((one, mut warnings)), Ok((other, more))) => {
            warnings.extend(more);
            Ok(((one, other), warnings))
        }
        (one, other) => {
            let findings = |read: Result<Vec<Diagnostic>, Vec<Diagnostic>>| match read {
                Ok(found) | Err(found) => found,
            };
            let mut found = findings(one.map(|(_, warnings)| warnings));
            found.extend(findings(other.map(|(_, warnings)| warnings)));
            Err(found)
        }
    }
}
