//! A finding as data.

use super::code::{Code, Severity};
use super::fact::Fact;
use super::place::Place;

/// A fault or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding, which determines its severity.
    pub code: Code,
    /// Where.
    pub at: Place,
    /// The variables of the code's message.
    pub facts: Vec<(&'static str, Fact)>,
    /// What to do about it, if known.
    pub hint: Option<Hint>,
    /// Further findings of this code in this file that are counted but not listed.
    pub and_more: usize,
}

impl Diagnostic {
    /// A finding without facts or hint.
    pub fn new(code: Code, at: Place) -> Self {
        Self { code, at, facts: Vec::new(), hint: None, and_more: 0 }
    }

    /// Adds the value of a message variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    /// Adds a hint without variables.
    #[must_use]
    pub fn hinting(mut self, key: &'static str) -> Self {
        self.hint = Some(Hint { key, facts: Vec::new() });
        self
    }

    /// Adds a hint with one variable, where there is something to suggest.
    #[must_use]
    pub fn suggesting(mut self, key: &'static str, found: Option<impl Into<Fact>>) -> Self {
        if let Some(found) = found {
            self.hint = Some(Hint { key, facts: vec![("found", found.into())] });
        }
        self
    }

    /// Adds a hint with its variables.
    #[must_use]
    pub fn advising(mut self, key: &'static str, facts: Vec<(&'static str, Fact)>) -> Self {
        self.hint = Some(Hint { key, facts });
        self
    }

    /// Its severity.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The fact with this name, if it is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.facts.iter().find_map(|(known, fact)| match fact {
            Fact::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    }
}

/// What to do: a message of the catalogue and its variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The message.
    pub key: &'static str,
    /// Its variables.
    pub facts: Vec<(&'static str, Fact)>,
}
