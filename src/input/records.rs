//! The records of a part of a table, one after the other, for texts and sheets.
//!
//! In a text, lines that are blank or hold only delimiters are skipped, and so is Excel's first line `sep=;`. Quoted
//! fields may contain delimiters, doubled quotes and line breaks.

use std::io::{Chain, Read as _};
use std::slice::Iter;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::sheet::{GridRow, Sheet};

/// Appended after the text, on a line of its own: if it comes back as anything but a record of its own, a quote was left
/// open. No text contains it, since control characters are refused.
const END: &str = "\n\u{1}\n";

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A record that starts on this line.
    Record(u64),
    /// A record that starts on this line and takes all the rest, because a quote is never closed.
    Unclosed(u64),
    /// Nothing.
    End,
}

impl Next {
    /// The line of a record, closed or not.
    pub(super) fn line(self) -> Option<u64> {
        match self {
            Self::Record(line) | Self::Unclosed(line) => Some(line),
            Self::End => None,
        }
    }
}

/// An iterator over records.
#[derive(Debug)]
pub(super) enum Records<'a> {
    /// Of a text.
    Text(Body<'a>, Box<Reader<Chain<&'a [u8], &'a [u8]>>>),
    /// Of a sheet.
    Cells(Iter<'a, GridRow>),
}

impl<'a> Records<'a> {
    /// The records of a sheet; those of a text are split at `delimiter`, unless the text declares another.
    pub(super) fn of(sheet: &'a Sheet, delimiter: u8) -> Self {
        match sheet {
            Sheet::Cells(grid) | Sheet::Records(grid) => Self::Cells(grid.rows.iter()),
            Sheet::Text(source) => {
                let body = Body::of(&source.text);
                let reader = Box::new(body.reader(body.declared.unwrap_or(delimiter)));
                Self::Text(body, reader)
            }
        }
    }

    /// Reads the next record that is not blank.
    pub(super) fn next(&mut self, record: &mut StringRecord) -> Next {
        match self {
            Self::Text(body, reader) => body.next(reader, record),
            Self::Cells(rows) => match rows.next() {
                Some(row) => {
                    record.clone_from(&row.cells);
                    Next::Record(row.line)
                }
                None => Next::End,
            },
        }
    }
}

/// The text after an Excel `sep=` line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body<'a> {
    text: &'a str,
    lines_before: u64,
    declared: Option<u8>,
}

impl<'a> Body<'a> {
    fn of(text: &'a str) -> Self {
        let (_, rest) = text.split_once('\n').unwrap_or((text, ""));
        match declared(text) {
            Some(delimiter) => Self { text: rest, lines_before: 1, declared: Some(delimiter) },
            _ => Self { text, lines_before: 0, declared: None },
        }
    }

    fn reader(&self, delimiter: u8) -> Reader<Chain<&'a [u8], &'a [u8]>> {
        let input = self.text.as_bytes().chain(END.as_bytes());
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(input)
    }

    fn next(&self, reader: &mut Reader<Chain<&'a [u8], &'a [u8]>>, record: &mut StringRecord) -> Next {
        loop {
            let (byte, line) = (reader.position().byte() as usize, reader.position().line());
            // The text is UTF-8 and the reader flexible: reading from memory has no other fault.
            if !reader.read_record(record).unwrap_or(false) || is_end(record) {
                return Next::End;
            }
            if record.iter().any(|field| !field.trim().is_empty()) {
                // The reader's position is before the blank lines that it skipped.
                let rest = self.text.as_bytes().get(byte..).unwrap_or_default();
                let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                let skipped = blank.filter(|&&byte| byte == b'\n').count() as u64;
                let line = line + skipped + self.lines_before;
                // Beyond the text and the line end after it.
                let is_passed = reader.position().byte() as usize > self.text.len() + 1;
                return if is_passed { Next::Unclosed(line) } else { Next::Record(line) };
            }
        }
    }
}

/// The delimiter that Excel's first line `sep=;` declares.
pub(super) fn declared(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim_matches('"').strip_prefix("sep=")?;
    match first.as_bytes() {
        &[delimiter] => Some(delimiter),
        _ => None,
    }
}

/// Whether a record is the mark after the text.
fn is_end(record: &StringRecord) -> bool {
    record.len() == 1 && &record[0] == "\u{1}"
}
