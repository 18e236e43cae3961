//! A fault, a warning or a note, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostics::{Diagnostic, Severity, Within, hint, message};
use crate::messages::Messages;

/// A fault, a warning or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// Its code, which `ateliers explain` explains.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong, in words.
    pub message: String,
    /// The file, under the name that was given.
    pub file: String,
    /// The sheet, if the file is a workbook.
    pub sheet: Option<String>,
    /// The cell of the sheet, as spreadsheets name it (`C14`); for a finding about a whole row, its first cell.
    pub cell: Option<String>,
    /// Line, or row of the sheet, from 1.
    pub line: Option<u64>,
    /// Column of the table, by its name in the file.
    pub column: Option<String>,
    /// Key of the scenario or the plan.
    pub key: Option<String>,
    /// Character of the line, from 1.
    pub character: Option<u64>,
    /// What to do, in words.
    pub hint: Option<String>,
    /// Number of further findings with this code in this file that are not listed.
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
            Within::Cell(_, name) => column = (!name.is_empty()).then(|| name.clone()),
            Within::Key(name) => key = Some(name.clone()),
        }
        Self {
            code: found.code.id().to_owned(),
            severity: match found.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: message(found, messages),
            file: found.at.file.clone(),
            sheet: found.at.sheet.clone(),
            cell: found.at.cell(),
            line: found.at.line,
            column,
            key,
            character,
            hint: hint(found, messages),
            and_more: found.and_more,
        }
    }
}
