//! Texts for failures common to several use cases, the same on a terminal and on a page.

use std::io;
use std::path::Path;

use super::common::{Failure, NoPart, Unwritable};
use super::lock::Locked;
use crate::diagnostics::render;
use crate::messages::Messages;
use crate::output::write::in_words;

/// The text of a failure; all errors of an input with their place.
pub fn words(failure: &Failure, messages: &Messages) -> String {
    let shown = |path: &Path| path.display().to_string();
    match failure {
        Failure::Input(found) => {
            let all: Vec<_> = found.before.iter().chain(&found.faults).cloned().collect();
            render(&all, messages)
        }
        Failure::Folder(Unwritable { path, fault }) => unwritable(path, fault, messages),
        Failure::File(Unwritable { path, fault }) => {
            let cause = in_words(fault, messages);
            messages.text("write-failed", &[("file", shown(path).into()), ("cause", cause.into())])
        }
        Failure::Taken { folder, files } => {
            let variables = [("folder", shown(folder).into()), ("files", files.join(", ").into())];
            messages.text("init-taken", &variables)
        }
        Failure::Announced(folder) => messages.text("folder-announced", &[("folder", shown(folder).into())]),
        Failure::NotOurs { file, label } => {
            let variables = [("file", shown(file).into()), ("label", label.as_str().into())];
            messages.text("replace-refused", &variables)
        }
        Failure::Part(NoPart::NothingAnnounced) => messages.text("plan-only-nothing", &[]),
        Failure::Part(NoPart::Form(part)) => {
            messages.text("plan-only-form", &[("part", part.as_str().into())])
        }
        Failure::Part(NoPart::Unknown { message, name, .. }) => {
            messages.text(message, &[("name", name.as_str().into())])
        }
        Failure::Locked(locked) => self::locked(locked, messages),
    }
}

/// Which process is writing, and what to do.
pub fn locked(Locked { folder, by }: &Locked, messages: &Messages) -> String {
    let folder = ("folder", folder.display().to_string().into());
    match by {
        Some(writer) => {
            let (task, pid) = (writer.task.name().into(), writer.pid.to_string().into());
            messages.text("folder-locked-by", &[folder, ("task", task), ("pid", pid)])
        }
        None => messages.text("folder-locked", &[folder]),
    }
}

/// Why a folder is not writable.
pub fn unwritable(folder: &Path, fault: &io::Error, messages: &Messages) -> String {
    let fault = in_words(fault, messages);
    let variables = [("folder", folder.display().to_string().into()), ("fault", fault.into())];
    messages.text("folder-unwritable", &variables)
}
