//! The effects of an amendment in words and figures, the same on a terminal and on a page.

use std::cmp::Ordering;
use std::path::Path;

use super::{Judged, Proposal};
use crate::input::amending::decisions::List;
use crate::instance::units::Euros;
use crate::messages::Messages;

/// Keys of the headings of a price table.
pub const HEAD: [&str; 4] = ["amend-term", "amend-before", "amend-after", "amend-difference"];

/// Decisions, additions and written files, one line each; `shown` formats paths.
pub fn changes(proposal: &Proposal, messages: &Messages, shown: impl Fn(&Path) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    let decisions = &proposal.outcome.decisions;
    for (key, entries) in [("amend-decided", &decisions.added), ("amend-taken-back", &decisions.removed)] {
        for (list, entry) in entries {
            let variables = [("list", list.key().into()), ("entry", entry.as_str().into())];
            lines.push(messages.text(key, &variables));
        }
    }
    lines.extend(follows(proposal, messages, shown));
    lines
}

/// The same for a page, with decisions in the planner's words.
pub fn changes_in_words(
    proposal: &Proposal,
    messages: &Messages,
    shown: impl Fn(&Path) -> String,
) -> Vec<String> {
    let decisions = &proposal.outcome.decisions;
    let mut lines = Vec::new();
    for (kind, entries) in [("decided", &decisions.added), ("undecided", &decisions.removed)] {
        for (list, entry) in entries {
            let variables = [("entry", subject(list.key(), entry, messages).into())];
            lines.push(messages.text(&format!("web-board-{kind}-{}", list.key()), &variables));
        }
    }
    lines.extend(follows(proposal, messages, shown));
    lines
}

/// The subject of a decision's entry; for a hit session (`C001 2026-01-12 trainer`), its cycle and its day.
pub fn subject(list: &str, entry: &str, messages: &Messages) -> String {
    let session = || {
        let (before, _) = entry.rsplit_once(' ')?;
        let (cycle, day) = before.rsplit_once(' ')?;
        let date = messages.date(day.parse().ok()?);
        Some(messages.text("amend-session", &[("cycle", cycle.into()), ("date", date.into())]))
    };
    let known = if list == List::Hit.key() { session() } else { None };
    known.unwrap_or_else(|| entry.to_owned())
}

/// The new identifier, the added residents and the written files, one line each.
fn follows(proposal: &Proposal, messages: &Messages, shown: impl Fn(&Path) -> String) -> Vec<String> {
    let mut lines = Vec::new();
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
    lines
}

/// Every term that changes, and the people who must be told: name, before, after, difference.
pub fn price(before: &Judged, after: &Judged, messages: &Messages) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
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
    rows
}

fn amounts(key: &str, was: Euros, now: Euros, messages: &Messages) -> [String; 4] {
    let difference = now - was;
    let sign = if difference > Euros::ZERO { "+" } else { "" };
    let difference = format!("{sign}{}", messages.euros(difference));
    [messages.text(key, &[]), messages.euros(was), messages.euros(now), difference]
}
