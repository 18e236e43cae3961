//! Reports failures that several use cases share.

use std::path::Path;

use super::{Outcome, Terminal, reading};
use crate::app::common::{Failure, NoPart};
use crate::app::told;

/// Reports why a use case failed.
pub(super) fn failure(failure: &Failure, terminal: &Terminal) -> Outcome {
    if let Failure::Input(found) = failure {
        reading::tell(&found.before, terminal);
        return reading::refuse(&found.faults, terminal);
    }
    terminal.tell_error(&told::words(failure, &terminal.messages));
    if let Failure::Part(NoPart::Unknown { nearest: Some(nearest), .. }) = failure {
        terminal.tell(&terminal.text("usage-nearest", &[("name", nearest.as_str().into())]));
    }
    Outcome::BadInput
}

/// Reports a folder that cannot be written to.
pub(super) fn unwritable(out: &Path, fault: &std::io::Error, terminal: &Terminal) -> Outcome {
    terminal.tell_error(&told::unwritable(out, fault, &terminal.messages));
    Outcome::BadInput
}

/// Reports a fault of the input or of the arguments.
pub(super) fn error(key: &str, variables: &[(&str, crate::messages::Value)], terminal: &Terminal) -> Outcome {
    terminal.tell_error(&terminal.text(key, variables));
    Outcome::BadInput
}
