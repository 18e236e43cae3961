//! Words for the effects of an amendment.

use std::path::Path;

use crate::app::amend::shown::{self, HEAD};
use crate::app::amend::words::words;
use crate::app::amend::wrong::Wrong;
use crate::app::amend::{Judged, Proposal};
use crate::app::replaced::Kept;
use crate::check::render;
use crate::cli::{Outcome, Terminal};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// The changes, the rules that the plan then breaks, and the cost.
pub(super) fn proposal(proposal: &Proposal, messages: &Messages) -> String {
    let mut parts = vec![changes(proposal, messages)];
    if let Some((before, after)) = &proposal.plans {
        let mut verdict = render(&after.verdict, &proposal.read.instance, messages);
        let n_new = proposal.newly_broken().len();
        if !after.verdict.is_legal() {
            let n_old = after.verdict.violations.len() - n_new;
            let variables = [("new", n_new.into()), ("old", n_old.into())];
            verdict += &messages.text("amend-broken", &variables);
        }
        parts.extend([verdict, price(before, after, messages)]);
    }
    parts.retain(|part| !part.is_empty());
    parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n")
}

fn changes(proposal: &Proposal, messages: &Messages) -> String {
    shown::changes(proposal, messages, shown).join("\n")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Every term that changes, and the people who must be told.
fn price(before: &Judged, after: &Judged, messages: &Messages) -> String {
    let mut rows = vec![HEAD.map(|key| messages.text(key, &[]))];
    rows.extend(shown::price(before, after, messages));
    let table = aligned(&rows, [Align::Left, Align::Right, Align::Right, Align::Right]);
    messages.text("amend-price", &[]) + "\n" + &table
}

/// The files that were written, and where their previous versions are.
pub(super) fn kept(kept: &Kept, terminal: &Terminal) -> String {
    let listed =
        |paths: &[std::path::PathBuf]| paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", ");
    let written = terminal.text("amend-kept", &[("files", listed(&kept.written).into())]);
    if kept.copies.is_empty() {
        return written;
    }
    written + "\n" + &terminal.text("amend-copies", &[("files", listed(&kept.copies).into())])
}

/// Reports why it cannot be done.
pub(super) fn wrong(wrong: &Wrong, terminal: &Terminal) -> Outcome {
    terminal.tell_error(&words(wrong, &terminal.messages));
    if let Wrong::Unknown { nearest: Some(nearest), .. } = wrong {
        terminal.tell(&terminal.text("usage-nearest", &[("name", nearest.as_str().into())]));
    }
    Outcome::BadInput
}
