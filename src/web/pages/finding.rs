//! A finding in its place: how grave it is, its sign, and its words in one line.

use crate::diagnostics::{Diagnostic, Severity, hint, message};
use crate::messages::Messages;

/// How grave a finding is, as a class; a note marks nothing.
pub(super) fn kind(finding: &Diagnostic) -> &'static str {
    match finding.severity() {
        Severity::Error => "bad",
        Severity::Warning => "warn",
        Severity::Note => "",
    }
}

/// What is drawn before it.
pub(super) fn sign(finding: &Diagnostic) -> &'static str {
    match finding.severity() {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Note => "·",
    }
}

/// What was found, and what to do, in one line.
pub(super) fn words(finding: &Diagnostic, messages: &Messages) -> String {
    let message = message(finding, messages);
    match hint(finding, messages) {
        Some(hint) => {
            messages.text("web-grid-fault-and-hint", &[("message", message.into()), ("hint", hint.into())])
        }
        None => message,
    }
}
