//! The values of message variables.

use std::io;

use crate::messages::system::key_of;

/// The value of a message variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Shown as it is.
    Text(String),
    /// A count, which chooses between singular and plural.
    Count(usize),
    /// Several values, shown separated by commas.
    List(Vec<String>),
    /// A message of the catalogue.
    Message(&'static str),
}

/// The number of items of a list that are shown.
const LISTED: usize = 10;

impl Fact {
    /// The error of the operating system, in the words of the catalogue where it has any.
    pub fn system(fault: &io::Error) -> Self {
        key_of(fault).map_or_else(|| fault.to_string().into(), Self::Message)
    }

    /// A list of things, of which the first ten are shown.
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
