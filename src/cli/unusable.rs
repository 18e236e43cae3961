//! Reports files next to a plan that cannot be used for its export.

use super::{Outcome, Terminal, reading};
use crate::app::beside::Unusable;
use crate::diagnostics::Diagnostic;

/// Reports all of them.
pub(super) fn tell(unusable: &Unusable, terminal: &Terminal) -> Outcome {
    for line in unusable.words(&terminal.messages) {
        terminal.tell_error(&line);
    }
    let found: Vec<Diagnostic> = unusable.found().cloned().collect();
    reading::tell(&found, terminal);
    Outcome::BadInput
}
