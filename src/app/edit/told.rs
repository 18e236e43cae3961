//! The rules that an edited plan breaks, in words.

use super::Edit;
use crate::check::{Violation, sentence};
use crate::instance::Instance;
use crate::messages::Messages;
use crate::rules::Rule;

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its label.
    pub rule: String,
    /// Why the rule exists.
    pub reason: String,
    /// One sentence for each violation.
    pub sentences: Vec<String>,
    /// Whether the plan broke it less, or not, when it was opened; then the plan cannot be saved.
    pub is_new: bool,
}

impl Edit {
    /// The broken rules: new ones first, then in the order of the catalogue.
    pub fn broken(&self, messages: &Messages) -> Vec<Broken> {
        let now = self.now();
        broken(&now.instance, &now.verdict.violations, &self.newly_broken(), messages)
    }
}

/// The broken rules: new ones first, then in the order of the catalogue.
pub(in crate::app) fn broken(
    instance: &Instance,
    all: &[Violation],
    new: &[&Violation],
    messages: &Messages,
) -> Vec<Broken> {
    let (new_ones, old_ones): (Vec<_>, Vec<_>) = all.iter().partition(|found| new.contains(found));
    let worded = |is_new: bool, rule: Rule| {
        let of_kind = if is_new { &new_ones } else { &old_ones };
        let found = of_kind.iter().filter(|found| found.rule == rule);
        let sentences: Vec<String> = found.map(|found| sentence(found, instance, messages)).collect();
        let text = |kind: &str| messages.text(&format!("{kind}-{}", rule.name()), &[]);
        let (rule, reason) = (text("rule"), text("reason"));
        (!sentences.is_empty()).then_some(Broken { rule, reason, sentences, is_new })
    };
    let of_all = |is_new| Rule::ALL.into_iter().filter_map(move |rule| worded(is_new, rule));
    of_all(true).chain(of_all(false)).collect()
}
