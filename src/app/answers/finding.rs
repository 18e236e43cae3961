//! A fault or a warning, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostics::{Diagnostic, Severity, Within, hint_in_words, message_in_words};
use crate::messages::Messages;

/// A fault or a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// Its code, which `ateliers explain` explains.
    pub code: String,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong, in words.
    pub message: String,
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: Option<u64>,
    /// Column of the table.
    pub column: Option<String>,
    /// Key of the scenario or the plan.
    pub key: Option<String>,
    /// Character of the line, from 1.
    pub character: Option<u64>,
    /// What to do, in words.
    pub hint: Option<String>,
    /// Further findings of this code in this file that are counted but not listed.
    pub and_more: usize,
}

impl Finding {
    /// A finding in the words of the catalogue.
    pub fn of(found: &Diagnostic, messages: &Messages) -> Self {
        let (mut column, mut key, mut character) = (None, None, None);
        match &found.at.within {
            Within::Line => {}
            Within::Character(position) => character = Some(*position),
            Within::Column(name) => column = Some(name.clone()),
            Within::Key(name) => key = Some(name.clone()),
        }
        Self {
            code: found.code.id().to_owned(),
            severity: match found.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: message_in_words(found, messages),
            file: found.at.file.clone(),
            line: found.at.line,
            column,
            key,
            character,
            hint: hint_in_words(found, messages),
            and_more: found.and_more,
        }
    }
}
