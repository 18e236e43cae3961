//! What is told of a draft that was taken up after the program had been killed, or made again with other data.

use std::collections::BTreeSet;

use super::signed::Signed;
use crate::messages::Messages;

/// A draft that was taken up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenUp {
    /// Its last change.
    pub last: Signed,
    /// Those who made its changes, by name.
    pub by: BTreeSet<String>,
    /// Whether the program had ended; else somebody asked for it.
    pub has_ended: bool,
    /// Whether its files were written by somebody else meanwhile: its changes were made again with what they hold now.
    pub is_carried: bool,
    /// How many of them could not be made again.
    pub n_lost: usize,
}

impl TakenUp {
    /// One whose changes were made so, the last one last.
    pub fn of<'a>(changes: impl Iterator<Item = &'a Signed>) -> Option<Self> {
        let all: Vec<&Signed> = changes.collect();
        let by = all.iter().filter(|signed| signed.who.is_some()).map(|signed| signed.name().to_owned());
        let by = by.collect();
        let last = (*all.last()?).clone();
        Some(Self { last, by, has_ended: true, is_carried: false, n_lost: 0 })
    }

    /// What is told of it, a paragraph each.
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
