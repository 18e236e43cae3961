//! The annotated copy of a scenario's workbook.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Outcome, Terminal, reading};
use crate::diagnostics::Diagnostic;
use crate::forms::annotated::annotated;
use crate::input::sheet::Grid;
use crate::input::{is_workbook, read_workbook};
use crate::output::write::write_file;

/// Writes the copy of the one workbook that the scenario is, or that has findings.
pub(super) fn annotate(scenario: &Path, findings: &[Diagnostic], out: &Path, terminal: &Terminal) -> Outcome {
    let of_findings = findings.iter().filter(|it| it.at.sheet.is_some()).map(|it| PathBuf::from(&it.at.file));
    let own = is_workbook(scenario).then(|| scenario.to_owned());
    let workbooks: BTreeSet<PathBuf> = own.into_iter().chain(of_findings).collect();
    let refused = |key: &str| {
        let names: Vec<String> = workbooks.iter().map(|path| path.display().to_string()).collect();
        terminal.tell_error(&terminal.text(key, &[("files", names.join(", ").into())]));
        Outcome::BadInput
    };
    let workbook = match workbooks.iter().collect::<Vec<_>>().as_slice() {
        [] => return refused("annotate-none"),
        [workbook] => (*workbook).clone(),
        _ => return refused("annotate-several"),
    };
    let sheets = match read_workbook(&workbook) {
        Ok(sheets) => sheets,
        Err(faults) => return reading::refuse(&faults, terminal),
    };
    let file = workbook.display().to_string();
    let own: Vec<Diagnostic> = findings.iter().filter(|finding| finding.at.file == file).cloned().collect();
    if !may_replace(out, terminal) {
        return refused("annotate-refused");
    }
    let written = annotated(&sheets, &own, &terminal.messages)
        .and_then(|bytes| write_file(out, &bytes).map_err(|fault| fault.to_string()));
    match written {
        Ok(()) => {
            terminal.tell(&terminal.text("annotate-done", &[("file", out.display().to_string().into())]));
            Outcome::Done
        }
        Err(cause) => {
            let variables = [("file", out.display().to_string().into()), ("cause", cause.into())];
            terminal.tell_error(&terminal.text("write-failed", &variables));
            Outcome::BadInput
        }
    }
}

/// Whether nothing is there that somebody made: no file, or an annotated copy.
fn may_replace(out: &Path, terminal: &Terminal) -> bool {
    let list = terminal.text("annotate-sheet", &[]);
    let is_copy = |sheets: Vec<Grid>| sheets.first().is_some_and(|sheet| sheet.name.starts_with(&list));
    !out.exists() || read_workbook(out).is_ok_and(is_copy)
}
