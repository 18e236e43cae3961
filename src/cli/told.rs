//! Words for failures that several use cases share.

use std::path::Path;

use super::{Outcome, Terminal, reading};
use crate::app::common::{Failure, NoPart, Unwritable};
use crate::output::write::in_words;

/// Tells why a use case could not be done.
pub(super) fn failure(failure: &Failure, terminal: &Terminal) -> Outcome {
    match failure {
        Failure::Input(found) => {
            reading::tell(&found.before, terminal);
            reading::refuse(&found.faults, terminal)
        }
        Failure::Folder(Unwritable { path, fault }) => unwritable(path, fault, terminal),
        Failure::File(Unwritable { path, fault }) => {
            let variables = [
                ("file", path.display().to_string().into()),
                ("cause", in_words(fault, &terminal.messages).into()),
            ];
            error("write-failed", &variables, terminal)
        }
        Failure::Taken { folder, files } => {
            let variables =
                [("folder", folder.display().to_string().into()), ("files", files.join(", ").into())];
            error("init-taken", &variables, terminal)
        }
        Failure::Announced(folder) => {
            error("folder-announced", &[("folder", folder.display().to_string().into())], terminal)
        }
        Failure::Part(NoPart::NothingAnnounced) => error("plan-only-nothing", &[], terminal),
        Failure::Part(NoPart::Form(text)) => {
            error("plan-only-form", &[("part", text.as_str().into())], terminal)
        }
        Failure::Part(NoPart::Unknown { message, name, nearest }) => {
            let outcome = error(message, &[("name", name.as_str().into())], terminal);
            if let Some(nearest) = nearest {
                terminal.tell(&terminal.text("usage-nearest", &[("name", nearest.as_str().into())]));
            }
            outcome
        }
        Failure::NotOurs { file, label } => {
            let variables = [("file", file.display().to_string().into()), ("label", label.as_str().into())];
            error("replace-refused", &variables, terminal)
        }
    }
}

/// Tells of a folder that cannot be written to.
pub(super) fn unwritable(out: &Path, fault: &std::io::Error, terminal: &Terminal) -> Outcome {
    let variables =
        [("folder", out.display().to_string().into()), ("fault", in_words(fault, &terminal.messages).into())];
    error("folder-unwritable", &variables, terminal)
}

/// Tells a fault of the input or of the arguments.
pub(super) fn error(key: &str, variables: &[(&str, crate::messages::Value)], terminal: &Terminal) -> Outcome {
    terminal.tell_error(&terminal.text(key, variables));
    Outcome::BadInput
}
