//! Reads what several use cases need: a plan beside its scenario, two inputs whose faults belong together.

use std::path::Path;

use super::common::{Failure, Findings};
use crate::diagnostics::{Diagnostic, WithWarnings};
use crate::input::{Read, Sources, read_plan_from, read_scenario_from};
use crate::output::write::complete;
use crate::plan::Plan;
use crate::plan::file::PlanFile;

/// Reads a scenario with its tables.
///
/// # Errors
/// Every fault and warning, if it has a fault.
pub fn scenario(sources: &Sources, path: &Path) -> Result<Read, Failure> {
    read_scenario_from(sources, path).map_err(Failure::input)
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
