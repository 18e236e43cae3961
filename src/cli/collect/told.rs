//! Words for the changes of a collection, or for why it failed.

use crate::app::collect::Failure;
use crate::app::collect::preview::{Entry, Preview};
use crate::cli::{Outcome, Terminal, reading, told};
use crate::diagnostics::Faults;
use crate::messages::lines::{Align, aligned};

/// Most people listed of each kind; the workbook contains all.
const LISTED: usize = 20;

/// Shows the changes: the number of each kind, then the residents. Rows that cannot be accepted go to stderr.
pub(super) fn preview(preview: &Preview, terminal: &Terminal) {
    let counts = [
        ("collect-new", preview.new.len()),
        ("collect-changed", preview.changed.len()),
        ("collect-withdrawn", preview.withdrawn.len()),
        ("collect-disputed", preview.disputed.len()),
        ("collect-doubts", preview.doubts.len()),
        ("collect-refused", preview.refused.len()),
        ("collect-unchanged", preview.unchanged),
    ];
    let rows =
        counts.map(|(key, count)| [terminal.text(key, &[]), terminal.messages.number(count as f64, 0)]);
    terminal.print(&aligned(&rows, [Align::Left, Align::Right]));
    for (key, entries) in [
        ("collect-new", &preview.new),
        ("collect-changed", &preview.changed),
        ("collect-withdrawn", &preview.withdrawn),
        ("collect-disputed", &preview.disputed),
    ] {
        list(key, &entries.iter().map(|entry| told_of(entry, terminal)).collect::<Vec<_>>(), terminal);
    }
    let doubts: Vec<String> = preview.doubts.iter().map(|doubt| doubt.told(&terminal.messages)).collect();
    list("collect-doubts", &doubts, terminal);
    let mut faults = Faults::default();
    preview.refused.iter().flat_map(|row| &row.faults).for_each(|fault| faults.add(fault.clone()));
    if faults.has_error() {
        reading::leave_out(&faults.into_sorted(), terminal);
    }
}

fn list(key: &str, lines: &[String], terminal: &Terminal) {
    if lines.is_empty() {
        return;
    }
    let mut text = format!("\n{}\n", terminal.text(key, &[]));
    lines.iter().take(LISTED).for_each(|line| text.extend(["  ", line, "\n"]));
    if let Some(more) = lines.len().checked_sub(LISTED).filter(|more| *more > 0) {
        text.extend(["  ", &terminal.text("collect-more", &[("count", more.into())]), "\n"]);
    }
    terminal.print(&text);
}

fn told_of(entry: &Entry, terminal: &Terminal) -> String {
    let changes: Vec<String> = entry.changes.iter().map(|change| change.told(&terminal.messages)).collect();
    let parts = [entry.id.clone(), entry.commune.clone(), entry.at.to_string(), changes.join(" ; ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// Reports why nothing was collected.
pub(super) fn failure(failure: &Failure, terminal: &Terminal) -> Outcome {
    let named = |path: &std::path::Path| path.display().to_string();
    match failure {
        Failure::Common(failure) => told::failure(failure, terminal),
        Failure::NoScenario(folder) => {
            let folder = if folder.as_os_str().is_empty() { ".".to_owned() } else { named(folder) };
            told::error("collect-no-scenario", &[("folder", folder.into())], terminal)
        }
        Failure::NoFile => told::error("collect-no-file", &[], terminal),
        Failure::NotATable(path) => {
            told::error("collect-not-a-table", &[("file", named(path).into())], terminal)
        }
        Failure::UnknownSlots(slot) => {
            told::error("collect-unknown-slot", &[("slot", slot.as_str().into())], terminal)
        }
        Failure::NotAPreview(path) => {
            told::error("collect-not-a-preview", &[("file", named(path).into())], terminal)
        }
    }
}
