//! Words for what an amendment comes to.

use std::cmp::Ordering;
use std::path::Path;

use crate::app::amend::words::words;
use crate::app::amend::wrong::Wrong;
use crate::app::amend::{Judged, Proposal};
use crate::app::replaced::Kept;
use crate::check::render;
use crate::cli::{Outcome, Terminal};
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// What changes, which rules the plan breaks then, and what that costs.
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
    let mut lines = Vec::new();
    let decisions = &proposal.outcome.decisions;
    for (key, entries) in [("amend-decided", &decisions.added), ("amend-taken-back", &decisions.removed)] {
        for (list, entry) in entries {
            let variables = [("list", list.key().into()), ("entry", entry.as_str().into())];
            lines.push(messages.text(key, &variables));
        }
    }
    if let Some(id) = &proposal.outcome.goes_on_as {
        lines.push(messages.text("amend-goes-on", &[("cycle", id.as_str().into())]));
    }
    if proposal.n_added > 0 {
        lines.push(messages.text("amend-added", &[("residents", proposal.n_added.into())]));
    }
    let files = proposal.files.iter().map(|file| shown(&file.path));
    let plan = proposal.plans.as_ref().map(|_| shown(&proposal.plan_file()));
    let files: Vec<String> = files.chain(plan).collect();
    lines.push(messages.text("amend-files", &[("files", files.join(", ").into())]));
    lines.join("\n")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Every term that changes, and what people must be told.
fn price(before: &Judged, after: &Judged, messages: &Messages) -> String {
    let head = ["amend-term", "amend-before", "amend-after", "amend-difference"];
    let mut rows = vec![head.map(|key| messages.text(key, &[]))];
    let mut after_terms = after.verdict.breakdown.terms();
    for (key, was) in before.verdict.breakdown.terms() {
        let Some((_, now)) = after_terms.find(|(of, _)| *of == key) else { continue };
        if was != now || key == "label-objective" {
            rows.push(amounts(key, was, now, messages));
        }
    }
    let counts = |judged: &Judged| {
        judged.changes.as_ref().map(|told| [told.calls.len(), told.notices.len(), told.stand_ins.len()])
    };
    if let (Some(was), Some(now)) = (counts(before), counts(after)) {
        let keys = ["history-calls", "history-notices", "history-stand-ins"];
        for (key, (was, now)) in keys.into_iter().zip(was.into_iter().zip(now)) {
            let count = |count: usize| messages.number(count as f64, 0);
            let sign = match now.cmp(&was) {
                Ordering::Greater => "+",
                Ordering::Equal => "",
                Ordering::Less => "−",
            };
            let difference = format!("{sign}{}", count(now.abs_diff(was)));
            rows.push([messages.text(key, &[]), count(was), count(now), difference]);
        }
    }
    let table = aligned(&rows, [Align::Left, Align::Right, Align::Right, Align::Right]);
    messages.text("amend-price", &[]) + "\n" + &table
}

fn amounts(key: &str, was: Euros, now: Euros, messages: &Messages) -> [String; 4] {
    let difference = now - was;
    let sign = if difference > Euros::ZERO { "+" } else { "" };
    let difference = format!("{sign}{}", messages.euros(difference));
    [messages.text(key, &[]), messages.euros(was), messages.euros(now), difference]
}

/// What was written, and where what was there is.
pub(super) fn kept(kept: &Kept, terminal: &Terminal) -> String {
    let listed =
        |paths: &[std::path::PathBuf]| paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", ");
    let written = terminal.text("amend-kept", &[("files", listed(&kept.written).into())]);
    if kept.copies.is_empty() {
        return written;
    }
    written + "\n" + &terminal.text("amend-copies", &[("files", listed(&kept.copies).into())])
}

/// Tells why it cannot be done.
pub(super) fn wrong(wrong: &Wrong, terminal: &Terminal) -> Outcome {
    terminal.tell_error(&words(wrong, &terminal.messages));
    if let Wrong::Unknown { nearest: Some(nearest), .. } = wrong {
        terminal.tell(&terminal.text("usage-nearest", &[("name", nearest.as_str().into())]));
    }
    Outcome::BadInput
}
