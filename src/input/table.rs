//! A table, row by row, whatever spreadsheet wrote it.
//!
//! Columns are found by name, in any order and in upper or lower case. The delimiter (comma, semicolon or tab) is the
//! one that makes the most of the header's names known. Lines that are blank, or hold delimiters alone, are skipped,
//! and so is Excel's first line `sep=;`. Quoted fields may hold delimiters, doubled quotes and line breaks. Spreadsheets
//! leave out empty fields at the end of a row and add some: neither counts. A field that holds a formula's error is a fault
//! and no value.

use std::io::Read as _;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::column::{Column, Found, NOTE};
use super::formula;
use super::row::Row;
use super::source::Source;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, nearest};

/// Stands after the text, on a line of its own: if it comes back as anything but a record of its own, a quote was
/// left open. No text has it, since control characters are refused.
const END: &str = "\n\u{1}\n";

/// Hands each row of a table to `take`, in order. Faults of form are reported; rows with too few fields for the required
/// columns, or with values beyond the header, are not handed over. Returns whether a header was found with every required column.
pub(crate) fn each_row(
    source: &Source,
    columns: &[Column],
    faults: &mut Faults,
    mut take: impl FnMut(&mut Row<'_>),
) -> bool {
    let body = Body::of(&source.text);
    let mut reader = body.reader(body.delimiter(columns));
    let mut record = StringRecord::new();
    let header_line = body.next(&mut reader, &mut record).filter(|_| !is_end(&record));
    let Some(header_line) = header_line else {
        faults.add(Diagnostic::new(Code::EmptyFile, Place::file(&source.name)));
        return false;
    };
    let header = Header::read(&record, header_line, source, columns, faults);
    while let Some(line) = body.next(&mut reader, &mut record) {
        if is_end(&record) {
            return header.is_complete;
        }
        if body.is_passed(&reader) {
            faults.add(Diagnostic::new(Code::UnclosedQuote, Place::line(&source.name, line)));
        } else if header.fits(&record) {
            let spoilt = header.spoilt(&record, &source.name, line, faults);
            take(&mut Row::new(&source.name, line, &record, &header.found, &spoilt, faults));
        } else {
            let fault = Diagnostic::new(Code::FieldCount, Place::line(&source.name, line));
            faults.add(fault.with("found", record.len()).with("expected", header.names.len()));
        }
    }
    header.is_complete
}

/// The header and all rows of a table as they stand; `None` where there is no header. What is wrong with the rows is
/// for their reader to say.
pub(crate) fn records(source: &Source, columns: &[Column]) -> Option<(StringRecord, Vec<StringRecord>)> {
    let body = Body::of(&source.text);
    let mut reader = body.reader(body.delimiter(columns));
    let mut record = StringRecord::new();
    body.next(&mut reader, &mut record).filter(|_| !is_end(&record))?;
    let header = record.clone();
    let mut rows = Vec::new();
    while body.next(&mut reader, &mut record).is_some() && !is_end(&record) {
        rows.push(record.clone());
    }
    Some((header, rows))
}

/// Whether a record is the mark after the text.
fn is_end(record: &StringRecord) -> bool {
    record.len() == 1 && &record[0] == "\u{1}"
}

/// The text after an Excel `sep=` line.
struct Body<'a> {
    text: &'a str,
    lines_before: u64,
    declared: Option<u8>,
}

impl<'a> Body<'a> {
    fn of(text: &'a str) -> Self {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let declared = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=");
        match declared.map(str::as_bytes) {
            Some(&[delimiter]) => Self { text: rest, lines_before: 1, declared: Some(delimiter) },
            _ => Self { text, lines_before: 0, declared: None },
        }
    }

    /// The delimiter under which the header has the most known names; a comma where all are equal.
    fn delimiter(&self, columns: &[Column]) -> u8 {
        let known_under = |delimiter: u8| {
            let mut record = StringRecord::new();
            self.next(&mut self.reader(delimiter), &mut record);
            let is_known = |field: &&str| columns.iter().any(|column| column.name == normalised(field));
            record.iter().filter(is_known).count()
        };
        let by_names = [b',', b';', b'\t'].into_iter().rev().max_by_key(|&delimiter| known_under(delimiter));
        self.declared.or(by_names).unwrap_or(b',')
    }

    fn reader(&self, delimiter: u8) -> Reader<impl std::io::Read> {
        let input = self.text.as_bytes().chain(END.as_bytes());
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(input)
    }

    /// Whether the reader has passed the text and the line end after it.
    fn is_passed(&self, reader: &Reader<impl std::io::Read>) -> bool {
        reader.position().byte() as usize > self.text.len() + 1
    }

    /// Reads the next record that is not blank, and gives the line on which it starts.
    fn next(&self, reader: &mut Reader<impl std::io::Read>, record: &mut StringRecord) -> Option<u64> {
        loop {
            let (byte, line) = (reader.position().byte() as usize, reader.position().line());
            // The text is UTF-8 and the reader flexible: reading from memory has no other fault.
            if !reader.read_record(record).unwrap_or(false) {
                return None;
            }
            if record.iter().any(|field| !field.trim().is_empty()) {
                // The reader's position is before the blank lines that it skipped.
                let rest = self.text.as_bytes().get(byte..).unwrap_or_default();
                let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                let skipped = blank.filter(|&&byte| byte == b'\n').count() as u64;
                return Some(line + skipped + self.lines_before);
            }
        }
    }
}

/// What a header says.
struct Header {
    found: Vec<Found>,
    names: Vec<String>,
    // How many fields a row has at least, so that no required column is missing.
    n_needed: usize,
    is_complete: bool,
}

impl Header {
    fn read(
        record: &StringRecord,
        line: u64,
        source: &Source,
        columns: &[Column],
        faults: &mut Faults,
    ) -> Self {
        let names: Vec<String> = record.iter().map(normalised).collect();
        let place = Place::line(&source.name, line);
        report_strangers(&names, &place, columns, faults);
        let position = |column: &Column| names.iter().position(|name| name == column.name);
        let all = columns.iter().copied().chain([NOTE]);
        let found: Vec<Found> = all.map(|column| Found { column, position: position(&column) }).collect();
        let mut is_complete = true;
        for Found { column, .. } in found.iter().filter(|found| found.position.is_none()) {
            if column.is_required {
                is_complete = false;
                let strangers = names.iter().map(String::as_str);
                let similar =
                    nearest(column.name, strangers.filter(|name| columns.iter().all(|it| it.name != *name)));
                let fault = Diagnostic::new(Code::MissingColumn, place.clone()).with("column", column.name);
                faults.add(fault.suggesting("hint-rename-column", similar));
            }
        }
        let needed = found.iter().filter(|found| found.column.is_required);
        let n_needed = needed.filter_map(|found| found.position).max().map_or(0, |last| last + 1);
        Self { found, names, n_needed, is_complete }
    }

    /// Whether a row has all required fields and no value beyond the last column.
    fn fits(&self, record: &StringRecord) -> bool {
        self.n_needed <= record.len()
            && record.iter().skip(self.names.len()).all(|field| field.trim().is_empty())
    }

    /// Positions of fields that hold a formula's error, each reported.
    fn spoilt(&self, record: &StringRecord, file: &str, line: u64, faults: &mut Faults) -> Vec<usize> {
        let mut spoilt = Vec::new();
        for (position, field) in record.iter().enumerate().filter(|(_, field)| formula::is_error(field)) {
            let name = self.names.get(position).map_or("", String::as_str);
            if self.found.iter().any(|found| found.position == Some(position)) {
                spoilt.push(position);
                let fault = Diagnostic::new(Code::FormulaError, Place::line(file, line).column(name));
                faults.add(fault.with("value", field.trim()).with("column", name));
            }
        }
        spoilt
    }
}

/// Reports columns that mean nothing and columns that stand twice. Every table may have a `note`.
fn report_strangers(names: &[String], place: &Place, columns: &[Column], faults: &mut Faults) {
    for (position, name) in names.iter().enumerate() {
        let is_known = columns.iter().any(|column| column.name == name);
        if is_known && names[..position].contains(name) {
            faults.add(Diagnostic::new(Code::DuplicateColumn, place.clone()).with("column", name.as_str()));
        } else if !is_known && !name.is_empty() && name != NOTE.name {
            let is_free = |free: &&str| names.iter().all(|name| name != free);
            faults.add_with(Code::UnknownColumn, place.clone().column(name), |warning| {
                let free = columns.iter().map(|column| column.name).filter(is_free);
                warning.with("column", name.as_str()).suggesting("hint-nearest", nearest(name, free))
            });
        }
    }
}

fn normalised(name: &str) -> String {
    name.trim().to_lowercase()
}
