//! The values of messages' variables.

use std::io;

use crate::messages::system::key_of;

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
    /// What the system refused, in the words of the catalogue where it has some.
    pub fn system(fault: &io::Error) -> Self {
        key_of(fault).map_or_else(|| fault.to_string().into(), Self::Message)
    }

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
