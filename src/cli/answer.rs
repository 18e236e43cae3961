//! Prints an answer for programs (`--json`) instead of words on stdout.

use schemars::JsonSchema;
use serde::Serialize;

use super::Terminal;
use crate::app::answers::Answer;
use crate::app::common::Failure;
use crate::diagnostics::Diagnostic;

/// Prints a result together with the findings.
pub(super) fn answer<T: Serialize + JsonSchema>(findings: &[Diagnostic], result: T, terminal: &Terminal) {
    terminal.print(&Answer::new(findings, Some(result), &terminal.messages).json());
}

/// Prints the findings that prevented a result.
pub(super) fn no_answer<T: Serialize + JsonSchema>(findings: &[Diagnostic], terminal: &Terminal) {
    terminal.print(&Answer::<T>::new(findings, None, &terminal.messages).json());
}

/// The same for a failure: failures other than those of the input only have words on stderr.
pub(super) fn unanswered<T: Serialize + JsonSchema>(failure: &Failure, terminal: &Terminal) {
    if let Failure::Input(found) = failure {
        let all: Vec<Diagnostic> = found.before.iter().chain(&found.faults).cloned().collect();
        no_answer::<T>(&all, terminal);
    }
}
