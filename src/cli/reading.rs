//! Reads what a command needs and tells what is wrong with it.

use std::path::{Path, PathBuf};

use super::{Outcome, Terminal};
use crate::diagnostics::{Diagnostic, Severity, render};
use crate::input::{self, WithWarnings};
use crate::instance::Instance;
use crate::output::write::complete;
use crate::plan::Plan;
use crate::plan::file::PlanFile;

/// Reads a scenario; every fault and warning goes to stderr.
///
/// # Errors
/// [`Outcome::BadInput`] if it has a fault.
pub(super) fn scenario(path: &Path, terminal: &Terminal) -> Result<Instance, Outcome> {
    scenario_and_communes(path, terminal).map(|(instance, _)| instance)
}

/// Reads a scenario, as [`scenario`] does, and says where its table of communes is.
///
/// # Errors
/// [`Outcome::BadInput`] if it has a fault.
pub(super) fn scenario_and_communes(
    path: &Path,
    terminal: &Terminal,
) -> Result<(Instance, PathBuf), Outcome> {
    match input::read_scenario(path) {
        Ok(read) => {
            tell(&read.warnings, terminal);
            Ok((read.instance, read.communes))
        }
        Err(faults) => Err(refuse(&faults, terminal)),
    }
}

/// Reads a plan.
///
/// # Errors
/// [`Outcome::BadInput`] if it cannot be understood, which is not the same as being illegal.
pub(super) fn plan(
    path: &Path,
    instance: &Instance,
    terminal: &Terminal,
) -> Result<(Plan, PlanFile), Outcome> {
    // Where a writer was killed, the plan is read as it would have been written; if that cannot be, as it is.
    let _ = complete(path.parent().unwrap_or(Path::new("")));
    input::read_plan(path, instance).map_err(|faults| refuse(&faults, terminal))
}

/// What two readers give, and their warnings together.
///
/// # Errors
/// [`Outcome::BadInput`] if either has a fault; those of both are told.
pub(super) fn both<A, B>(
    one: WithWarnings<A>,
    other: WithWarnings<B>,
    terminal: &Terminal,
) -> Result<(A, B, Vec<Diagnostic>), Outcome> {
    match (one, other) {
        (Ok((one, mut warnings)), Ok((other, more))) => {
            warnings.extend(more);
            Ok((one, other, warnings))
        }
        (one, other) => {
            let warnings_or_faults = |read: Result<Vec<Diagnostic>, Vec<Diagnostic>>| match read {
                Ok(found) | Err(found) => found,
            };
            let mut found = warnings_or_faults(one.map(|(_, warnings)| warnings));
            found.extend(warnings_or_faults(other.map(|(_, warnings)| warnings)));
            Err(refuse(&found, terminal))
        }
    }
}

/// Tells faults.
pub(super) fn refuse(faults: &[Diagnostic], terminal: &Terminal) -> Outcome {
    tell(faults, terminal);
    Outcome::BadInput
}

/// Tells the faults of one of several inputs; those without a fault are used all the same.
pub(super) fn leave_out(faults: &[Diagnostic], terminal: &Terminal) -> Outcome {
    tell_counted(faults, "input-found", terminal);
    Outcome::BadInput
}

/// Tells findings to stderr, and how many there are: where one is an error, nothing is written.
pub(super) fn tell(diagnostics: &[Diagnostic], terminal: &Terminal) {
    tell_counted(diagnostics, "input-counts", terminal);
}

fn tell_counted(diagnostics: &[Diagnostic], key: &str, terminal: &Terminal) {
    if diagnostics.is_empty() {
        return;
    }
    terminal.tell(&render(diagnostics, &terminal.messages));
    let count = |severity| {
        let counted = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity);
        counted.map(|diagnostic| 1 + diagnostic.and_more).sum::<usize>()
    };
    if diagnostics.iter().all(|diagnostic| diagnostic.severity() == Severity::Note) {
        return;
    }
    let counts = [("errors", count(Severity::Error).into()), ("warnings", count(Severity::Warning).into())];
    terminal.tell(&format!("\n{}", terminal.text(key, &counts)));
    terminal.tell(&terminal.text("explain-more", &[("codes", codes(diagnostics).into())]));
}

/// The first few codes among findings, errors first, to be explained.
fn codes(diagnostics: &[Diagnostic]) -> String {
    const SHOWN: usize = 3;
    let of_severity = |severity| diagnostics.iter().filter(move |found| found.severity() == severity);
    let mut ids: Vec<&str> = Vec::new();
    let by_severity = [Severity::Error, Severity::Warning, Severity::Note].into_iter().flat_map(of_severity);
    for found in by_severity {
        if !ids.contains(&found.code.id()) {
            ids.push(found.code.id());
        }
    }
    ids.truncate(SHOWN);
    ids.join(" ")
}
