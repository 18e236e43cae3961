//! What is wrong with an input: every fault and warning, with its place and, where it can be told, the remedy.
//!
//! A [`Diagnostic`] is data: a [`Code`], a place and the facts. Its words come from the catalogue
//! (`messages/*/diagnostics.ftl`), by [`render()`], in either language. Readers collect findings in [`Faults`],
//! which keeps the first few of each kind and counts the rest.

mod code;
mod faults;
mod merged;
mod render;
mod suggest;

pub use code::{Code, Severity};
pub use faults::{Faults, SHOWN_PER_CODE, WithWarnings};
pub use merged::merged;
pub use render::{hint_in_words, message_in_words, render, render_one};
pub use suggest::nearest;

/// A fault or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind; its severity follows.
    pub code: Code,
    /// Where.
    pub at: Place,
    /// The variables of the code's message.
    pub facts: Vec<(&'static str, Fact)>,
    /// What to do, where it can be told.
    pub hint: Option<Hint>,
    /// Further findings of this code in this file that are counted but not listed.
    pub and_more: usize,
}

impl Diagnostic {
    /// A finding without facts or hint.
    pub fn new(code: Code, at: Place) -> Self {
        Self { code, at, facts: Vec::new(), hint: None, and_more: 0 }
    }

    /// Adds a variable of the message.
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

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The fact of this name, where it is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.facts.iter().find_map(|(known, fact)| match fact {
            Fact::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1, where it is known.
    pub line: Option<u64>,
    /// Where in the line.
    pub within: Within,
}

impl Place {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// A line of a file.
    pub fn line(file: &str, line: u64) -> Self {
        Self { file: file.to_owned(), line: Some(line), within: Within::Line }
    }

    /// The same place, at a column of its table.
    #[must_use]
    pub fn column(mut self, column: &str) -> Self {
        self.within = Within::Column(column.to_owned());
        self
    }

    /// The same place, at a key (`cycle.sessions`, `cycles[2].venue`).
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.within = Within::Key(key.to_owned());
        self
    }

    /// The same place, at a character of its line, from 1.
    #[must_use]
    pub fn character(mut self, character: u64) -> Self {
        self.within = Within::Character(character);
        self
    }
}

/// A place in a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Within {
    /// The whole of it.
    #[default]
    Line,
    /// A character, from 1.
    Character(u64),
    /// A column of a table.
    Column(String),
    /// A key of a scenario or a plan.
    Key(String),
}

/// The value of a message's variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Shown as it is.
    Text(String),
    /// A count, which chooses between singular and plural.
    Count(usize),
    /// Several, one after the other.
    List(Vec<String>),
    /// A message of the catalogue.
    Message(&'static str),
}

/// Most members of a list that are shown.
const LISTED: usize = 10;

impl Fact {
    /// Several things, of which the first few are shown.
    pub fn listing(things: impl Iterator<Item = String>) -> Self {
        let mut shown: Vec<String> = things.take(LISTED + 1).collect();
        if let Some(beyond) = shown.get_mut(LISTED) {
            "…".clone_into(beyond);
        }
        Self::List(shown)
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Fact {
    fn from(count: usize) -> Self {
        Self::Count(count)
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
