//! Notices about a draft that was restored after the program had been killed, or applied to other data.

use std::collections::BTreeSet;

use super::signed::Signed;
use crate::messages::Messages;

/// A restored draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenUp {
    /// Its last change.
    pub last: Signed,
    /// The authors of its changes, by name.
    pub by: BTreeSet<String>,
    /// Whether the program had ended; otherwise it was restored on request.
    pub has_ended: bool,
    /// Whether its files were changed by somebody else meanwhile, and its changes applied to the current ones.
    pub is_carried: bool,
    /// Number of changes that could not be applied.
    pub n_lost: usize,
}

impl TakenUp {
    /// One with these changes, in order.
    pub fn of<'a>(changes: impl Iterator<Item = &'a Signed>) -> Option<Self> {
        let all: Vec<&Signed> = changes.collect();
        let by = all.iter().filter(|signed| signed.who.is_some()).map(|signed| signed.name().to_owned());
        let by = by.collect();
        let last = (*all.last()?).clone();
        Some(Self { last, by, has_ended: true, is_carried: false, n_lost: 0 })
    }

    /// The notices, one paragraph each.
    pub fn words(&self, messages: &Messages) -> Vec<String> {
        let by: Vec<&str> = self.by.iter().map(String::as_str).collect();
        let variables = [("time", self.last.time(messages).into()), ("who", by.join(", ").into())];
        let key = match (self.has_ended, self.by.is_empty()) {
            (false, _) => "draft-again",
            (true, true) => "draft-taken-up",
            (true, false) => "draft-taken-up-by",
        };
        let mut words = vec![messages.text(key, &variables)];
        if self.has_ended && self.is_carried {
            words.push(messages.text("draft-carried", &[]));
        }
        if self.n_lost > 0 {
            words.push(messages.text("draft-lost", &[("count", self.n_lost.into())]));
        }
        words
    }
}
