//! Reads what a command needs and tells what is wrong with it.

use std::path::Path;

use super::{Outcome, Terminal};
use crate::diagnostics::{Diagnostic, Severity, render};
use crate::input;
use crate::instance::Instance;
use crate::plan::Plan;
use crate::plan::file::PlanFile;

/// Reads a scenario; every fault and warning goes to stderr.
///
/// # Errors
/// [`Outcome::BadInput`] if it has a fault.
pub(super) fn scenario(path: &Path, terminal: &Terminal) -> Result<Instance, Outcome> {
    match input::read_scenario(path) {
        Ok(read) => {
            tell(&read.warnings, terminal);
            Ok(read.instance)
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
    input::read_plan(path, instance).map_err(|faults| refuse(&faults, terminal))
}

fn refuse(faults: &[Diagnostic], terminal: &Terminal) -> Outcome {
    tell(faults, terminal);
    Outcome::BadInput
}

fn tell(diagnostics: &[Diagnostic], terminal: &Terminal) {
    if diagnostics.is_empty() {
        return;
    }
    terminal.tell(&render(diagnostics, &terminal.messages));
    let count = |severity| {
        let counted = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity);
        counted.map(|diagnostic| 1 + diagnostic.and_more).sum::<usize>()
    };
    let counts = [("errors", count(Severity::Error).into()), ("warnings", count(Severity::Warning).into())];
    terminal.tell(&format!("\n{}", terminal.text("input-counts", &counts)));
}
