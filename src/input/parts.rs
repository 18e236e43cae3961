//! A table in parts: one for each file or sheet.
//!
//! Parts are read one after the other, each with its own header. Spreadsheets omit empty fields at the end of a row or
//! add some: neither counts. A field that holds a formula's error is a fault without a value.

use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;
use sha2::{Digest, Sha256};

use super::column::Column;
use super::formula;
use super::header::{Header, Layout};
use super::open::OpenFiles;
use super::records::Next;
use super::row::{Origin, Row};
use super::sheet::Sheet;
use super::sources::Sources;
use super::tables::kind::Kind;
use crate::diagnostics::{Code, Diagnostic, Faults};

/// The parts of a table, in order.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// The files and sheets that could be read.
    pub sheets: Vec<Arc<Sheet>>,
    /// Whether these are all of them, and there is at least one.
    is_whole: bool,
}

impl Parts {
    /// The parts that could be read, out of `n_named`.
    pub(crate) fn new(sheets: Vec<Arc<Sheet>>, n_named: usize) -> Self {
        let is_whole = n_named > 0 && sheets.len() == n_named;
        Self { sheets, is_whole }
    }

    /// The table in a file on disk, which is not part of a digest; of a workbook, the sheet of this kind.
    pub(crate) fn of_disk(path: &Path, kind: Option<Kind>, faults: &mut Faults) -> Self {
        Self::of(&Sources::disk(), path, kind, faults)
    }

    /// The same, from any source.
    pub(crate) fn of(sources: &Sources, path: &Path, kind: Option<Kind>, faults: &mut Faults) -> Self {
        let open = OpenFiles::new(sources, Path::new(""));
        let name = path.display().to_string();
        let sheet = open.sheet(&name, kind, None, &mut Sha256::new(), faults);
        Self::new(sheet.into_iter().collect(), 1)
    }

    /// Passes each row to `take`, in order. Faults of form are reported; rows with too few fields for the required columns,
    /// or with values beyond the header, are skipped. Returns whether all parts were read and had every required column.
    pub(crate) fn each_row(
        &self,
        layout: Layout<'_>,
        faults: &mut Faults,
        mut take: impl FnMut(&mut Row<'_>),
    ) -> bool {
        let mut is_complete = self.is_whole;
        for part in 0..self.sheets.len() {
            is_complete &= self.each_row_of(part, layout, faults, &mut take);
        }
        is_complete
    }

    fn each_row_of(
        &self,
        part: usize,
        layout: Layout<'_>,
        faults: &mut Faults,
        take: &mut impl FnMut(&mut Row<'_>),
    ) -> bool {
        let sheet = &*self.sheets[part];
        let Some(header) = Header::of(sheet, layout) else {
            faults.add(Diagnostic::new(Code::EmptyFile, sheet.whole()));
            return false;
        };
        let is_complete = header.check(sheet, layout, faults);
        let (mut records, n_needed) = header.rows(sheet);
        let mut record = StringRecord::new();
        loop {
            let line = match records.next(&mut record) {
                Next::End => return is_complete,
                Next::Unclosed(line) => {
                    faults.add(Diagnostic::new(Code::UnclosedQuote, sheet.line(line)));
                    continue;
                }
                Next::Record(line) => line,
            };
            if !matches!(sheet, Sheet::Text(_)) {
                // A row ends with its last cell that is not blank.
                (record.len()..header.names.len()).for_each(|_| record.push_field(""));
            }
            if n_needed <= record.len() && is_within(&record, &header, sheet, line, faults) {
                let spoilt = spoilt(&record, &header, sheet, line, faults);
                let origin = Origin { sheets: &self.sheets, part, line };
                take(&mut Row::new(
                    origin,
                    &record,
                    &header.found,
                    &header.marks,
                    &header.names,
                    &spoilt,
                    faults,
                ));
            } else {
                let fault = Diagnostic::new(Code::FieldCount, sheet.line(line));
                faults.add(fault.with("found", record.len()).with("expected", header.names.len()));
            }
        }
    }

    /// The header of the first part and all rows of all parts, unchanged: a column that only a later part has is put
    /// last. `None` if a part has no header. Faults of the rows are left to their reader.
    pub(crate) fn records(&self, columns: &[Column]) -> Option<(StringRecord, Vec<StringRecord>)> {
        let layout = Layout::of(columns);
        let mut names: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for sheet in &self.sheets {
            let header = Header::of(sheet, layout)?;
            let called = |position: usize| {
                let found = header.found.iter().find(|found| found.position == Some(position));
                found.map_or_else(|| header.names[position].clone(), |found| found.column.name.to_owned())
            };
            let is_first = names.is_empty();
            let places: Vec<usize> = (0..header.names.len())
                .map(|position| {
                    let name = called(position);
                    let known = names.iter().position(|it| *it == name).filter(|_| !is_first);
                    known.unwrap_or_else(|| {
                        names.push(name);
                        names.len() - 1
                    })
                })
                .collect();
            let (mut records, _) = header.rows(sheet);
            let mut record = StringRecord::new();
            while records.next(&mut record).line().is_some() {
                rows.push(if is_first { record.clone() } else { moved(&record, &places, names.len()) });
            }
        }
        (!self.sheets.is_empty()).then(|| (names.into_iter().collect(), rows))
    }

    /// The name of the table for people: its files.
    pub fn name(&self) -> String {
        let names: Vec<&str> = self.sheets.iter().map(|sheet| sheet.file()).collect();
        names.join(", ")
    }
}

/// A record with its fields moved to other positions.
fn moved(record: &StringRecord, places: &[usize], n_fields: usize) -> StringRecord {
    let mut fields = vec![""; n_fields];
    for (field, &place) in record.iter().zip(places) {
        fields[place] = field;
    }
    fields.into_iter().collect()
}

/// Whether no value lies beyond the header. In a sheet, values in a column without a header are reported and ignored.
fn is_within(record: &StringRecord, header: &Header, sheet: &Sheet, line: u64, faults: &mut Faults) -> bool {
    if let Sheet::Text(_) = sheet {
        return record.iter().skip(header.names.len()).all(|field| field.trim().is_empty());
    }
    for (position, field) in record.iter().enumerate() {
        let is_named = header.names.get(position).is_some_and(|name| !name.is_empty());
        if !is_named && !field.trim().is_empty() {
            let name = header.name_at(position);
            let place = sheet.field(line, Some(position), "");
            faults.add_once(&name, Diagnostic::new(Code::UnknownColumn, place).with("column", name.as_str()));
        }
    }
    true
}

/// Positions of fields that hold a formula's error or control characters instead of a value; each is reported.
fn spoilt(
    record: &StringRecord,
    header: &Header,
    sheet: &Sheet,
    line: u64,
    faults: &mut Faults,
) -> Vec<usize> {
    let mut spoilt = Vec::new();
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n');
    for (position, field) in record.iter().enumerate() {
        let code = if formula::is_error(field) {
            Code::FormulaError
        } else if field == formula::NO_RESULT {
            Code::FormulaWithoutResult
        } else if field.contains(is_control) {
            Code::ControlCharacter
        } else {
            continue;
        };
        let is_read = header.found.iter().any(|found| found.position == Some(position))
            || header.marks.iter().any(|mark| mark.position == position);
        if is_read {
            spoilt.push(position);
            let name = header.names.get(position).map_or("", String::as_str);
            let fault = Diagnostic::new(code, sheet.field(line, Some(position), name));
            faults.add(fault.with("value", field.trim()).with("column", name));
        }
    }
    spoilt
}
