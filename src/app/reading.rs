//! Reads what several use cases need: a plan beside its scenario, two inputs whose faults belong together.

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

/// A scenario's usual name in its folder.
pub const SCENARIO: &str = "scenario.toml";

/// Reads a scenario with its tables.
///
/// # Errors
/// Every fault and warning, if it has a fault.
pub fn scenario(sources: &Sources, path: &Path) -> Result<Read, Failure> {
    read_scenario_from(sources, path).map_err(Failure::input)
}

/// A scenario with an announced plan that stands beside it.
#[derive(Debug, Clone)]
pub struct Announced {
    /// Where it is read from: its text is held there with the keys of `[announced]`.
    pub sources: Sources,
    /// Its path there.
    pub scenario: PathBuf,
    /// Its text.
    pub text: String,
}

/// Tells a scenario of an announced plan, which it names as seen from its folder. A workbook then stands as the text of a
/// scenario file, whose tables are its sheets.
///
/// # Errors
/// Every fault and warning of the scenario as it is, if it cannot be told.
pub fn announcing(
    sources: &Sources,
    scenario: &Path,
    announcement: &Announcement,
) -> Result<Announced, Failure> {
    let is_book = is_workbook(scenario);
    if is_book {
        // Faults of sheets are told at their cells.
        self::scenario(sources, scenario)?;
    }
    let text = scenario_text(sources, scenario).map_err(|faults| {
        // Those of the tables are told with them.
        self::scenario(sources, scenario).err().unwrap_or_else(|| Failure::input(faults))
    })?;
    let text = announcing::announcing(&text, announcement).unwrap_or(text);
    let scenario = if is_book { scenario.with_extension("announced.toml") } else { scenario.to_owned() };
    let sources = sources.clone().with(&scenario, text.as_bytes());
    Ok(Announced { sources, scenario, text })
}

/// How a scenario names a file: as seen from its folder where it lies below it, else by its whole path.
pub fn as_named(scenario: &Path, file: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (scenario, file) = (absolute(scenario), absolute(file));
    let below = scenario.parent().and_then(|folder| file.strip_prefix(folder).ok());
    below.unwrap_or(&file).display().to_string()
}

/// A scenario and a plan of it.
#[derive(Debug, Clone)]
pub struct ScenarioAndPlan {
    /// The scenario.
    pub scenario: Read,
    /// The plan.
    pub plan: Plan,
    /// What its file says of itself.
    pub file: PlanFile,
}

/// Reads a scenario, then a plan of it; a plan that breaks rules is read like any other.
///
/// # Errors
/// If either cannot be understood.
pub fn scenario_and_plan(
    sources: &Sources,
    scenario: &Path,
    plan: &Path,
) -> Result<ScenarioAndPlan, Failure> {
    let scenario = self::scenario(sources, scenario)?;
    let (plan, file) = plan_of(sources, &scenario, plan)?;
    Ok(ScenarioAndPlan { scenario, plan, file })
}

/// The digest of a file, by which it is told from later ones; none where it cannot be read.
pub(super) fn digest_of(sources: &Sources, path: &Path) -> Option<String> {
    sources.read(path, FILE_BYTES).ok().map(|bytes| sha256(&bytes))
}

/// Reads a plan of a scenario.
///
/// # Errors
/// If it cannot be understood; with the warnings of the scenario.
pub(super) fn plan_of(sources: &Sources, scenario: &Read, plan: &Path) -> Result<(Plan, PlanFile), Failure> {
    // Where a writer was killed, the plan is read as it would have been written; if that cannot be, as it is.
    let _ = complete(plan.parent().unwrap_or(Path::new("")));
    read_plan_from(sources, plan, &scenario.instance)
        .map_err(|faults| Failure::Input(Findings { before: scenario.warnings.clone(), faults }))
}

/// What two readers give, and their warnings together.
///
/// # Errors
/// The faults and warnings of both, if either has a fault.
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
