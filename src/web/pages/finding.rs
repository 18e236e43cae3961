//! A finding as shown in its place: severity, sign, and text in one line.

use crate::diagnostics::{Diagnostic, Severity, hint, message};
use crate::messages::Messages;

/// The CSS class of a finding's severity; none for a note.
pub(super) fn kind(finding: &Diagnostic) -> &'static str {
    match finding.severity() {
        Severity::Error => "bad",
        Severity::Warning => "warn",
        Severity::Note => "",
    }
}

/// The sign drawn before it.
pub(super) fn sign(finding: &Diagnostic) -> &'static str {
    match finding.severity() {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Note => "·",
    }
}

/// Message and hint of a finding, in one line.
pub(super) fn words(finding: &Diagnostic, messages: &Messages) -> String {
    let message = message(finding, messages);
    match hint(finding, messages) {
        Some(hint) => {
            messages.text("web-grid-fault-and-hint", &[("message", message.into()), ("hint", hint.into())])
        }
        None => message,
    }
}
