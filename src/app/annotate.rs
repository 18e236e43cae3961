//! The annotated copy of a scenario's workbook: each cell with a finding is coloured and says what to do.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::common::Failure as Common;
use crate::diagnostics::Diagnostic;
use crate::forms::annotated::annotated;
use crate::input::sheet::Grid;
use crate::input::{is_workbook, read_workbook};
use crate::messages::{Lang, Messages};
use crate::output::write::write_file;

/// What to annotate.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The scenario: a workbook, or a file whose tables are in one.
    pub scenario: &'a Path,
    /// What was found in it.
    pub findings: &'a [Diagnostic],
    /// The copy to write.
    pub out: &'a Path,
}

/// Why there is no copy.
#[derive(Debug)]
pub enum Failure {
    /// As elsewhere.
    Common(Common),
    /// Neither the scenario nor a finding is in a workbook.
    NoWorkbook,
    /// Findings are in several workbooks.
    Several(Vec<PathBuf>),
    /// A file is there that is no annotated copy.
    NotACopy,
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// Writes the copy of the one workbook that the scenario is, or that has findings, in the words of `messages`.
///
/// # Errors
/// If there is not one such workbook, it cannot be read, or the copy would replace somebody's own file or cannot be written.
pub fn annotate(request: &Request, messages: &Messages) -> Result<(), Failure> {
    let workbook = workbook(request)?;
    let sheets = read_workbook(&workbook).map_err(Common::input)?;
    let file = workbook.display().to_string();
    let is_own = |finding: &&Diagnostic| finding.at.file == file;
    let own: Vec<Diagnostic> = request.findings.iter().filter(is_own).cloned().collect();
    if !may_replace(request.out) {
        return Err(Failure::NotACopy);
    }
    let written = annotated(&sheets, &own, messages)
        .map_err(io::Error::other)
        .and_then(|bytes| write_file(request.out, &bytes));
    written.map_err(|fault| Common::file(request.out, fault).into())
}

/// The workbook to copy.
fn workbook(request: &Request) -> Result<PathBuf, Failure> {
    let in_sheets = request.findings.iter().filter(|finding| finding.at.sheet.is_some());
    let own = is_workbook(request.scenario).then(|| request.scenario.to_owned());
    let of_findings = in_sheets.map(|finding| PathBuf::from(&finding.at.file));
    let workbooks: BTreeSet<PathBuf> = own.into_iter().chain(of_findings).collect();
    let workbooks: Vec<PathBuf> = workbooks.into_iter().collect();
    match workbooks.as_slice() {
        [] => Err(Failure::NoWorkbook),
        [workbook] => Ok(workbook.clone()),
        _ => Err(Failure::Several(workbooks)),
    }
}

/// Whether nothing is there that somebody made: no file, or an annotated copy in either language.
fn may_replace(out: &Path) -> bool {
    let lists = Lang::ALL.map(|lang| Messages::new(lang).text("annotate-sheet", &[]));
    let is_list = |sheet: &Grid| lists.iter().any(|list| sheet.name.starts_with(list));
    let is_copy = |sheets: Vec<Grid>| sheets.first().is_some_and(is_list);
    !out.exists() || read_workbook(out).is_ok_and(is_copy)
}
