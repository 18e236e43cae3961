//! Verdict by rule, price by term, and the decisions of the steps.

use super::words::signed;
use crate::app::amend::shown::subject;
use crate::app::answers::{DecisionEntry, Edited, TermEntry};
use crate::app::edit::Edit;
use crate::app::edit::state::State;
use crate::app::edit::told::Broken;
use crate::messages::Messages;

/// Verdict and price.
pub(super) struct Verdict {
    pub(super) is_legal: bool,
    /// Whether it can be saved.
    pub(super) may_be_saved: bool,
    pub(super) text: String,
    pub(super) broken: Vec<Broken>,
    pub(super) terms: Vec<Term>,
    pub(super) decisions: Vec<String>,
}

/// A term of the price: label; amount, change by the last step, change by all steps (empty if none).
pub(super) struct Term {
    pub(super) label: String,
    pub(super) figures: [String; 3],
    pub(super) is_sum: bool,
}

/// Terms that are sums of others.
const SUMS: [&str; 3] = ["cost-gross", "cost-net", "label-objective"];

/// Verdict and price of the current plan.
pub(super) fn verdict(edit: &Edit, messages: &Messages) -> Verdict {
    let edited = Edited::of(edit);
    let broken = edit.broken(messages);
    let decided = |entry: &DecisionEntry| {
        let kind = if entry.comes { "decided" } else { "undecided" };
        let key = format!("web-board-{kind}-{}", entry.list);
        messages.text(&key, &[("entry", subject(entry.list, &entry.entry, messages).into())])
    };
    Verdict {
        is_legal: edited.legal,
        may_be_saved: edited.newly_broken.is_empty(),
        text: messages.text("verdict", &[("violations", edited.violations.len().into())]),
        broken,
        terms: edited.terms.iter().filter_map(|entry| term(entry, messages)).collect(),
        decisions: edited.decisions.iter().map(decided).collect(),
    }
}

fn term(entry: &TermEntry, messages: &Messages) -> Option<Term> {
    let is_sum = SUMS.contains(&entry.term);
    let is_nothing = entry.amount == 0.0 && entry.since_opened == 0.0 && entry.by_step == 0.0;
    let change = |amount: f64| if amount == 0.0 { String::new() } else { signed(amount, messages) };
    let figures = [messages.money(entry.amount, 2), change(entry.by_step), change(entry.since_opened)];
    (is_sum || !is_nothing).then(|| Term { label: messages.text(entry.term, &[]), figures, is_sum })
}

/// Change of the objective by the last step, euros.
pub(super) fn by_step(edit: &Edit) -> f64 {
    let objective = |state: &State| state.verdict.breakdown.objective().to_f64();
    objective(edit.now()) - objective(edit.before())
}
