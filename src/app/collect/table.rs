//! The preview as a workbook: a sheet for each kind of news, to be sent back.

use std::path::Path;

use jiff::civil::DateTime;

use super::Failure;
use super::preview::{Difference, Doubt, Entry, Preview};
use crate::app::common::Failure as Common;
use crate::diagnostics::{hint, message};
use crate::input::column::Column;
use crate::input::read_workbook;
use crate::messages::{Lang, Messages};
use crate::output::grid::Grid;
use crate::output::workbook::{About, workbook};
use crate::output::write::write_file;

impl Preview {
    /// Writes the preview as a workbook, in the words of `messages`; only a preview is replaced.
    ///
    /// # Errors
    /// If a file that is not a preview is there, or it cannot be written.
    pub fn write(&self, path: &Path, made: DateTime, messages: &Messages) -> Result<(), Failure> {
        if !may_replace(path) {
            return Err(Failure::NotAPreview(path.to_owned()));
        }
        let title = messages.text("collect-title", &[]);
        let about = About { title: &title, notice: "", made };
        let written = workbook(&about, &self.grids(messages), messages)
            .map_err(std::io::Error::other)
            .and_then(|bytes| write_file(path, &bytes));
        written.map_err(|fault| Common::file(path, fault).into())
    }

    /// A table for each kind of news; rows that cannot be accepted come first.
    fn grids(&self, messages: &Messages) -> Vec<Grid> {
        let entries = [
            ("collect-sheet-new", &self.new),
            ("collect-sheet-changed", &self.changed),
            ("collect-sheet-withdrawn", &self.withdrawn),
            ("collect-sheet-disputed", &self.disputed),
        ];
        let entries = entries.into_iter().map(|(title, entries)| self::entries(title, entries, messages));
        let first = [self.refused(messages), self.doubts(messages)];
        first.into_iter().chain(entries).collect()
    }

    fn refused(&self, messages: &Messages) -> Grid {
        let columns = [
            ("collect-number", 16.0),
            ("collect-file", 30.0),
            ("collect-cell", 18.0),
            ("annotate-what", 60.0),
            ("annotate-hint", 50.0),
        ];
        let mut grid = Grid::new(messages, "collect-sheet-refused", columns);
        for refused in &self.refused {
            for fault in &refused.faults {
                let cell = place(&fault.at);
                let hint = hint(fault, messages).unwrap_or_default();
                let id = refused.id.clone().unwrap_or_default();
                grid.push([
                    id.into(),
                    file(&fault.at).into(),
                    cell.into(),
                    message(fault, messages).into(),
                    hint.into(),
                ]);
            }
        }
        grid
    }

    fn doubts(&self, messages: &Messages) -> Grid {
        let columns = [("collect-number", 34.0), ("annotate-what", 90.0)];
        let mut grid = Grid::new(messages, "collect-sheet-doubts", columns);
        for doubt in &self.doubts {
            let ids = match doubt {
                Doubt::Namesakes { ids, .. } => ids.join(", "),
                Doubt::Companion(id, _) | Doubt::Blank(id, _) => id.clone(),
            };
            grid.push([ids.into(), doubt.told(messages).into()]);
        }
        grid
    }
}

fn entries(title: &str, entries: &[Entry], messages: &Messages) -> Grid {
    let columns = [
        ("collect-number", 16.0),
        ("collect-commune", 26.0),
        ("collect-file", 30.0),
        ("collect-cell", 18.0),
        ("collect-changes", 80.0),
    ];
    let mut grid = Grid::new(messages, title, columns);
    for entry in entries {
        let changes: Vec<String> = entry.changes.iter().map(|it| it.told(messages)).collect();
        grid.push([
            (&entry.id).into(),
            (&entry.commune).into(),
            file(&entry.at).into(),
            place(&entry.at).into(),
            changes.join(" ; ").into(),
        ]);
    }
    grid
}

/// The name of a file, without the folders of the collecting machine.
fn file(at: &crate::diagnostics::Place) -> String {
    Path::new(&at.file).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The cell of a sheet, or the line of a text.
fn place(at: &crate::diagnostics::Place) -> String {
    match (&at.sheet, at.cell(), at.line) {
        (Some(sheet), Some(cell), _) => format!("{sheet}!{cell}"),
        (_, _, Some(line)) => line.to_string(),
        _ => String::new(),
    }
}

impl Difference {
    /// The difference in words.
    pub fn told(&self, messages: &Messages) -> String {
        let column = title(self.column, messages.lang);
        let Some([before, after]) = &self.values else {
            return messages.text("collect-change-hidden", &[("column", column.into())]);
        };
        let variables =
            [("column", column.into()), ("before", before.as_str().into()), ("after", after.as_str().into())];
        messages.text(if before.is_empty() { "collect-change-first" } else { "collect-change" }, &variables)
    }
}

impl Doubt {
    /// The doubt in words.
    pub fn told(&self, messages: &Messages) -> String {
        match self {
            Self::Namesakes { commune, ids } => messages.text(
                "collect-namesakes",
                &[("commune", commune.as_str().into()), ("numbers", ids.join(", ").into())],
            ),
            Self::Companion(id, at) => messages.text(
                "collect-companion",
                &[("number", id.as_str().into()), ("place", format!("{} {}", file(at), place(at)).into())],
            ),
            Self::Blank(id, file) => messages
                .text("collect-blank", &[("number", id.as_str().into()), ("file", file.as_str().into())]),
        }
    }
}

/// The name of a column.
fn title(column: Column, lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => column.french,
        Lang::En => column.name,
    }
}

/// Whether the file may be replaced: there is none, or a preview in either language.
fn may_replace(path: &Path) -> bool {
    let first = Lang::ALL.map(|lang| Messages::new(lang).text("collect-sheet-refused", &[]));
    let is_ours = |name: &String| first.contains(name);
    !path.exists()
        || read_workbook(path).is_ok_and(|sheets| sheets.first().is_some_and(|it| is_ours(&it.name)))
}
