//! Words for findings in the input.

use super::terminal::Voice;
use super::{Outcome, Terminal};
use crate::diagnostics::{Diagnostic, Severity, render};

/// Reports faults.
pub(super) fn refuse(faults: &[Diagnostic], terminal: &Terminal) -> Outcome {
    tell(faults, terminal);
    Outcome::BadInput
}

/// Reports the faults of one of several inputs; those without a fault are still used.
pub(super) fn leave_out(faults: &[Diagnostic], terminal: &Terminal) -> Outcome {
    tell_counted(faults, "input-found", terminal);
    Outcome::BadInput
}

/// Reports findings on stderr, and their number: if one is an error, nothing is written.
pub(super) fn tell(diagnostics: &[Diagnostic], terminal: &Terminal) {
    tell_counted(diagnostics, "input-counts", terminal);
}

fn tell_counted(diagnostics: &[Diagnostic], key: &str, terminal: &Terminal) {
    let is_error = |found: &Diagnostic| found.severity() == Severity::Error;
    let is_hushed = terminal.voice() == Voice::Quiet && !diagnostics.iter().any(is_error);
    if diagnostics.is_empty() || is_hushed {
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

/// The first few codes among findings, errors first, as an example for `explain`.
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
