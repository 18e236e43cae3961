//! Proposes a mapping for an export: as TOML or as a sheet, to be corrected by hand.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::DateTime;

use super::{Failure, ground};
use crate::app::common::Failure as Common;
use crate::app::placing::write_anew;
use crate::input::delivery::mapping::{HEADINGS, is_sheet};
use crate::input::delivery::suggest::{Suggestion, suggest};
use crate::messages::{Lang, Messages};
use crate::output::File;
use crate::output::grid::{Column, Grid};
use crate::output::workbook::{About, workbook};

/// A proposed mapping, to be corrected.
#[derive(Debug)]
pub struct Proposed(Suggestion);

/// Proposes a mapping for an export, for the slots of a scenario.
///
/// # Errors
/// If the export or the scenario cannot be read.
pub fn propose(export: &Path, scenario: Option<&Path>) -> Result<Proposed, Failure> {
    let ground = ground(scenario, export)?;
    let (suggestion, _) = suggest(export, &ground).map_err(Common::input)?;
    Ok(Proposed(suggestion))
}

/// Writes the mapping to a new file: as a sheet if the path is that of a workbook, else as TOML.
///
/// # Errors
/// If the file exists, or cannot be written.
pub fn write(proposed: &Proposed, path: &Path, made: DateTime, messages: &Messages) -> Result<(), Failure> {
    let bytes = if is_sheet(path) {
        let title = messages.text("mapping-sheet", &[]);
        let about = About { title: &title, notice: "", made };
        let bytes = workbook(&about, &[proposed.grid(messages)], messages);
        bytes.map_err(|cause| Common::file(path, std::io::Error::other(cause)))?
    } else {
        proposed.toml(messages).into_bytes()
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(write_anew(folder, &[File::new(name, bytes)])?)
}

impl Proposed {
    /// The mapping as TOML, including what was not recognised.
    pub fn toml(&self, messages: &Messages) -> String {
        let quoted = |text: &str| toml_edit::Value::from(text).to_string().trim().to_owned();
        let key = |text: &str| toml_edit::Key::new(text).to_string();
        let mut toml = commented(&messages.text("mapping-head", &[]));
        toml.push_str("\n[columns]\n");
        for (column, questions) in &self.0.columns {
            let questions: Vec<String> = questions.iter().map(|question| quoted(question)).collect();
            let _ = match questions.as_slice() {
                [question] => writeln!(toml, "{} = {question}", key(column)),
                several => writeln!(toml, "{} = [{}]", key(column), several.join(", ")),
            };
        }
        if !self.0.left.is_empty() {
            toml.push_str(&commented(&messages.text("mapping-left", &[])));
            self.0.left.iter().for_each(|question| toml.push_str(&commented(&quoted(question))));
        }
        for (column, answers) in self.0.meanings() {
            let _ = writeln!(toml, "\n[values.{}]", key(column));
            for (answer, meaning) in answers {
                let line = format!("{} = {}", key(answer), quoted(meaning));
                // An unrecognised answer is reported as unknown until somebody enters its meaning.
                if meaning.is_empty() {
                    let _ = writeln!(toml, "# {line}  # {}", messages.text("mapping-unclear", &[]));
                } else {
                    toml.push_str(&(line + "\n"));
                }
            }
        }
        toml
    }

    /// The mapping as a table.
    fn grid(&self, messages: &Messages) -> Grid {
        let title = |column: &crate::input::column::Column| match messages.lang {
            Lang::Fr => column.french.to_owned(),
            Lang::En => column.name.to_owned(),
        };
        let widths = [22.0, 50.0, 40.0, 30.0];
        let columns = HEADINGS.iter().zip(widths).map(|(it, width)| Column { title: title(it), width });
        let mut grid = Grid {
            title: messages.text("mapping-sheet", &[]),
            columns: columns.collect(),
            rows: Vec::new(),
            total: None,
        };
        for (column, questions) in &self.0.columns {
            for question in questions {
                grid.push([column.into(), question.into(), "".into(), "".into()]);
            }
        }
        for (column, answers) in self.0.meanings() {
            for (answer, meaning) in answers {
                grid.push([column.into(), "".into(), answer.into(), meaning.into()]);
            }
        }
        grid
    }
}

fn commented(text: &str) -> String {
    text.lines().flat_map(|line| ["# ", line, "\n"]).collect()
}
