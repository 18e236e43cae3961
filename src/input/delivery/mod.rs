//! What town halls send back, in any format: the form that was handed out, a table, or the export of another form, of La
//! Coop de la médiation numérique or of RDV Service Public.
//!
//! The form has its names on a separate sheet, joined by the number of the enrolment. An export is first translated
//! ([`mapping`], `mapped`), cell by cell, so that a fault of an answer is reported at its cell; then the same reader
//! reads every delivery ([`enrolments`]).

mod coop;
mod mapped;
pub mod mapping;
mod rdv;
pub mod suggest;
mod target;

use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use super::enrolments::{self, PEOPLE, Said};
use super::ground::Ground;
use super::header::Layout;
use super::open::{OpenFiles, grid};
use super::parts::Parts;
use super::sheet::{Grid, Sheet};
use super::source::Source;
use super::sources::Sources;
use super::tables::kind::Kind;
use super::words::folded;
use super::workbook::{Workbook, is_workbook};
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, WithWarnings};
pub(super) use mapped::split;
use mapping::Mapping;

/// Sheets with the names of people.
const PEOPLE_SHEETS: [&str; 2] = ["personnes", "people"];

/// What one file holds.
#[derive(Debug)]
pub struct Delivery {
    /// The file, under the name that was given.
    pub file: String,
    /// Its origin; identifiers are unique within one origin.
    pub origin: Origin,
    /// Its rows that are not blank, from the top.
    pub rows: Vec<Said>,
    /// The numbers of a form that were handed out and have no answer.
    pub blank: Vec<String>,
}

/// What enrolments were collected with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The form, or a table like it, with the planning's identifiers.
    Own,
    /// Another system or form, by its name.
    Foreign(String),
}

impl Origin {
    /// Its name, as the collection stores it; empty for our own form.
    pub fn name(&self) -> &str {
        match self {
            Self::Own => "",
            Self::Foreign(name) => name,
        }
    }
}

/// Reads what came back in a file. A mapping applies to files that have one of its questions.
///
/// # Errors
/// Faults of the file as a whole; those of rows are kept with the rows.
pub fn read_delivery(path: &Path, ground: &Ground, mapping: Option<&Mapping>) -> WithWarnings<Delivery> {
    let mut faults = Faults::default();
    let opened = open(path, &mut faults);
    let read = opened.and_then(|opened| opened.read(ground, mapping, &mut faults));
    let file = path.display().to_string();
    let delivery = read.map(|(origin, rows)| {
        let (blank, rows): (Vec<Said>, Vec<Said>) = rows.into_iter().partition(Said::is_blank);
        let blank = blank.into_iter().filter_map(|said| said.id).collect();
        Delivery { file, origin, rows, blank }
    });
    faults.verdict(delivery)
}

/// A file that came back.
enum Opened {
    Text(Sheet),
    Book { file: String, workbook: Rc<Workbook> },
}

fn open(path: &Path, faults: &mut Faults) -> Option<Opened> {
    if !is_workbook(path) {
        return Source::of_disk(path, faults).map(|source| Opened::Text(Sheet::Text(source)));
    }
    let sources = Sources::disk();
    let workbook = OpenFiles::new(&sources, Path::new("")).workbook(path, None, faults)?;
    Some(Opened::Book { file: path.display().to_string(), workbook })
}

impl Opened {
    fn read(
        &self,
        ground: &Ground,
        mapping: Option<&Mapping>,
        faults: &mut Faults,
    ) -> Option<(Origin, Vec<Said>)> {
        for sheet in self.visible(faults) {
            let reworded = mapping.and_then(|mapping| mapped::mapped(&sheet, mapping, ground, faults));
            let known = reworded.map(|sheet| (mapping.map_or("", |it| it.name.as_str()), sheet));
            let known = known.or_else(|| Some((coop::NAME, coop::reworded(&sheet)?)));
            let known = known.or_else(|| Some((rdv::NAME, rdv::reworded(&sheet, ground, faults)?)));
            if let Some((name, sheet)) = known {
                let rows = enrolments::rows(&parts(sheet), ground, faults);
                return Some((Origin::Foreign(name.to_owned()), rows));
            }
        }
        let sheet = match self {
            Self::Text(sheet) => sheet.clone(),
            Self::Book { file, workbook } => Sheet::Cells(own_sheet(file, workbook, faults)?),
        };
        let mut rows = enrolments::rows(&parts(sheet), ground, faults);
        if let Self::Book { file, workbook } = self {
            join(&mut rows, people(file, workbook, faults));
        }
        Some((Origin::Own, rows))
    }

    /// Candidates for an export: the text, or the visible sheets.
    fn visible(&self, faults: &mut Faults) -> Vec<Sheet> {
        match self {
            Self::Text(sheet) => vec![sheet.clone()],
            Self::Book { file, workbook } => {
                let seen = (0..workbook.sheets().len()).filter(|&at| !workbook.sheets()[at].is_hidden);
                // Hidden rows are only reported for the sheet that is finally read.
                let mut unsaid = Faults::default();
                let sheets = seen.filter_map(|position| grid(workbook, position, file, &mut unsaid));
                let sheets: Vec<Sheet> = sheets.map(Sheet::Cells).collect();
                if sheets.is_empty() {
                    unsaid.into_sorted().into_iter().for_each(|fault| faults.add(fault));
                }
                sheets
            }
        }
    }
}

fn parts(sheet: Sheet) -> Parts {
    Parts::new(vec![sheet.into()], 1)
}

/// The sheet of enrolments or, where there is no other, the only one.
fn own_sheet(file: &str, workbook: &Workbook, faults: &mut Faults) -> Option<Grid> {
    let sheets = workbook.sheets();
    let named = sheets.iter().position(|sheet| Kind::Residents.is_called(&sheet.name));
    let Some(position) = named.or_else(|| (sheets.len() == 1).then_some(0)) else {
        let names = sheets.iter().map(|sheet| sheet.name.clone());
        let fault = Diagnostic::new(Code::MissingSheet, Place::file(file)).with("file", file);
        faults.add(fault.with("value", Kind::Residents.french()).with("sheets", Fact::listing(names)));
        return None;
    };
    grid(workbook, position, file, faults)
}

/// The names of a form, row by row; none if it has no sheet of names. A name without a number belongs to no enrolment.
fn people(file: &str, workbook: &Workbook, faults: &mut Faults) -> Vec<Said> {
    let is_it = |name: &str| PEOPLE_SHEETS.contains(&folded(name).as_str());
    let position = workbook.sheets().iter().position(|sheet| is_it(&sheet.name));
    let grid = position.and_then(|position| grid(workbook, position, file, faults));
    let mut people: Vec<Said> = Vec::new();
    let mut lines: HashMap<String, u64> = HashMap::new();
    let Some(grid) = grid else { return people };
    parts(Sheet::Cells(grid)).each_row(Layout::of(PEOPLE), faults, |row| {
        let person = enrolments::named(row);
        if person.is_empty() {
            return;
        }
        let (id, at) = (row.given(PEOPLE[0]).map(str::to_owned), row.at(PEOPLE[0]));
        let line = at.line.unwrap_or_default();
        let first = id.as_ref().map(|id| *lines.entry(id.clone()).or_insert(line));
        let told = |code| Diagnostic::new(code, at.clone());
        let fault = match (&id, first) {
            (Some(id), Some(first)) if first != line => {
                let fault = told(Code::DuplicateId).with("value", id.as_str());
                Some(fault.with("first", first.to_string()).with("other", "here"))
            }
            (Some(_), _) => None,
            (None, _) => Some(told(Code::MissingValue).with("column", PEOPLE[0].french)),
        };
        people.push(Said { at, id, person, faults: fault.into_iter().collect(), ..Said::default() });
    });
    people
}

/// Adds the names to the rows of a form; a name with a fault, or whose number has no row, becomes a row of its own.
fn join(rows: &mut Vec<Said>, people: Vec<Said>) {
    let positions: HashMap<String, usize> =
        rows.iter().enumerate().rev().filter_map(|(at, row)| Some((row.id.clone()?, at))).collect();
    for named in people {
        let row = named.id.as_ref().filter(|_| named.faults.is_empty()).and_then(|id| positions.get(id));
        match row {
            Some(&row) => rows[row].person.extend(named.person),
            None => rows.push(named),
        }
    }
}
