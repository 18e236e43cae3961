//! Rewrites a text with delimiters: some fields get other values, some rows are added or removed; every other byte is kept.

use std::collections::BTreeMap;
use std::ops::Range;

use super::edit::Edit;
use super::encoding::{decoded, encoded, line_end};
use super::splice::spliced;

/// The bytes of a text after an edit. Encoding, delimiter and line ends are kept.
pub(super) fn rewritten(bytes: &[u8], delimiter: u8, edit: &Edit) -> Vec<u8> {
    let (text, form) = decoded(bytes);
    let page = Page { text: &text, delimiter, line_end: line_end(&text) };
    encoded(&page.with(edit), form)
}

struct Page<'a> {
    text: &'a str,
    delimiter: u8,
    line_end: &'static str,
}

/// A record: the ranges of its fields, including quotes, its end, and the start of the next one.
struct Record {
    line: u64,
    fields: Vec<Range<usize>>,
    end: usize,
    next: usize,
}

impl Page<'_> {
    fn with(&self, edit: &Edit) -> String {
        let mut by_line: BTreeMap<u64, BTreeMap<usize, &str>> = BTreeMap::new();
        for (line, position, value) in &edit.cells {
            by_line.entry(*line).or_default().insert(*position, value);
        }
        let mut changes = Vec::new();
        for record in self.records() {
            if edit.removed.contains(&record.line) {
                let start = record.fields.first().map_or(record.end, |first| first.start);
                changes.push((start..record.next, String::new()));
            } else if let Some(values) = by_line.get(&record.line) {
                changes.extend(self.changes(&record, values));
            }
        }
        let mut text = spliced(self.text, changes);
        for row in &edit.rows {
            if !text.is_empty() && !text.ends_with(['\n', '\r']) {
                text.push_str(self.line_end);
            }
            text.push_str(&self.row(row));
            text.push_str(self.line_end);
        }
        text
    }

    /// The replacements within a record, from its start; fields beyond its last are appended to it.
    fn changes(&self, record: &Record, values: &BTreeMap<usize, &str>) -> Vec<(Range<usize>, String)> {
        let n_fields = record.fields.len();
        let within = values.range(..n_fields);
        let mut changes: Vec<(Range<usize>, String)> =
            within.map(|(&position, value)| (record.fields[position].clone(), self.field(value))).collect();
        let mut added = String::new();
        let mut width = n_fields;
        for (&position, value) in values.range(n_fields..) {
            added.extend(std::iter::repeat_n(char::from(self.delimiter), position + 1 - width));
            added.push_str(&self.field(value));
            width = position + 1;
        }
        if !added.is_empty() {
            changes.push((record.end..record.end, added));
        }
        changes
    }

    fn row(&self, values: &BTreeMap<usize, String>) -> String {
        let width = values.keys().max().map_or(0, |last| last + 1);
        let field =
            |position: usize| values.get(&position).map(|value| self.field(value)).unwrap_or_default();
        let fields: Vec<String> = (0..width).map(field).collect();
        fields.join(&char::from(self.delimiter).to_string())
    }

    fn field(&self, value: &str) -> String {
        let is_special =
            |letter: char| matches!(letter, '"' | '\r' | '\n') || letter == char::from(self.delimiter);
        if value.contains(is_special) {
            format!("\"{}\"", value.replace('"', "\"\""))
        } else {
            value.to_owned()
        }
    }

    /// Every record, including blank ones, split as the readers of tables do: quotes count only at the start of a field.
    fn records(&self) -> Vec<Record> {
        let bytes = self.text.as_bytes();
        let newline = if self.line_end == "\r" { '\r' } else { '\n' };
        let (mut records, mut at, mut line) = (Vec::new(), 0, 1);
        while at < bytes.len() {
            let (start, mut fields) = (at, Vec::new());
            loop {
                let end = self.end_of_field(at);
                fields.push(at..end);
                at = end + 1;
                if bytes.get(end) != Some(&self.delimiter) {
                    break;
                }
            }
            let end = fields.last().map_or(start, |last| last.end);
            at = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { (end + 1).min(bytes.len()) };
            records.push(Record { line, fields, end, next: at });
            line += self.text[start..at].matches(newline).count() as u64;
        }
        records
    }

    fn end_of_field(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = start;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            while let Some(byte) = bytes.get(at) {
                at += 1;
                match (byte, bytes.get(at)) {
                    (b'"', Some(b'"')) => at += 1,
                    (b'"', _) => break,
                    _ => {}
                }
            }
        }
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        bytes.get(at..).and_then(|rest| rest.iter().position(ends)).map_or(bytes.len(), |more| at + more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(
        text: &[u8],
        delimiter: u8,
        cells: &[(u64, usize, &str)],
        rows: &[&[(usize, &str)]],
    ) -> Vec<u8> {
        let cells = cells.iter().map(|&(line, at, value)| (line, at, value.to_owned())).collect();
        let row = |row: &&[(usize, &str)]| row.iter().map(|&(at, value)| (at, value.to_owned())).collect();
        let edit = Edit { cells, rows: rows.iter().map(row).collect(), ..Edit::default() };
        rewritten(text, delimiter, &edit)
    }

    #[test]
    fn rows_go_with_their_line_ends_and_blank_lines_stay() {
        let without = |text: &[u8], lines: &[u64]| {
            let edit = Edit { removed: lines.iter().copied().collect(), ..Edit::default() };
            String::from_utf8(rewritten(text, b';', &edit)).expect("UTF-8")
        };
        let text = b"id;note\r\nR1;\"a\r\nb\"\r\n\r\nR2;x\r\nR3;y";
        assert_eq!(without(text, &[2]), "id;note\r\n\r\nR2;x\r\nR3;y");
        assert_eq!(without(text, &[5, 6]), "id;note\r\nR1;\"a\r\nb\"\r\n\r\n");
        assert_eq!(without(b"id\r\nR1\r\n", &[2]), "id\r\n");
    }

    #[test]
    fn fields_are_replaced_or_added_behind_and_nothing_else_changes() {
        let text =
            b"\xef\xbb\xbfid;nom;note\r\nR1;\"Ana; \"\"dite\"\" A\r\nB\";x\r\n\r\nR2;Bob\r\nR3;C;;\r\n";
        let cells = [(1, 3, "withdrawn"), (2, 2, "y"), (5, 3, "1"), (6, 3, "oui;non")];
        let expected = b"\xef\xbb\xbfid;nom;note;withdrawn\r\nR1;\"Ana; \"\"dite\"\" A\r\nB\";y\r\n\r\n\
                         R2;Bob;;1\r\nR3;C;;\"oui;non\"\r\n";
        assert_eq!(written(text, b';', &cells, &[]), expected);
    }

    #[test]
    fn rows_come_last_with_the_line_ends_of_the_others() {
        assert_eq!(written(b"a,b\n1,2", b',', &[], &[&[(1, "x,y")]]), b"a,b\n1,2\n,\"x,y\"\n");
        assert_eq!(
            written(b"a\tb\r1\t2\r", b'\t', &[(2, 0, "3")], &[&[(0, "é")]]),
            "a\tb\r3\t2\ré\r".as_bytes()
        );
        assert_eq!(written(b"\xe9,b\r\n", b',', &[], &[&[(0, "é")]]), b"\xe9,b\r\n\xe9\r\n");
    }

    #[test]
    fn an_empty_last_field_and_one_that_never_closes_are_fields() {
        assert_eq!(written(b"a,\n\"b", b',', &[(1, 1, "x"), (2, 0, "c")], &[]), b"a,x\nc");
    }
}
