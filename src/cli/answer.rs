//! Prints an answer for programs (`--json`) in the place of the words on stdout.

use schemars::JsonSchema;
use serde::Serialize;

use super::Terminal;
use crate::app::answers::Answer;
use crate::app::common::Failure;
use crate::diagnostics::Diagnostic;

/// Prints a result with the findings on the way to it.
pub(super) fn answer<T: Serialize + JsonSchema>(findings: &[Diagnostic], result: T, terminal: &Terminal) {
    terminal.print(&Answer::new(findings, Some(result), &terminal.messages).json());
}

/// Prints the findings because of which there is no result.
pub(super) fn no_answer<T: Serialize + JsonSchema>(findings: &[Diagnostic], terminal: &Terminal) {
    terminal.print(&Answer::<T>::new(findings, None, &terminal.messages).json());
}

/// The same for a failure: other failures than those of the input have words on stderr only.
pub(super) fn unanswered<T: Serialize + JsonSchema>(failure: &Failure, terminal: &Terminal) {
    if let Failure::Input(found) = failure {
        let all: Vec<Diagnostic> = found.before.iter().chain(&found.faults).cloned().collect();
        no_answer::<T>(&all, terminal);
    }
}
