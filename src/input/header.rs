//! The header of a table: which columns it has, in any language and spelling.
//!
//! Columns are found by name, in any order, in English or French, ignoring case, accents, hyphens, underscores, spaces,
//! and everything from a parenthesis on (`Trajet max (min)`). The header is the first of the first [`DEEPEST`] rows that
//! has all required columns or, if none has, the one with the most known names. Instead of a list of slots a table may
//! have a column for each slot. The delimiter of a text is the one that yields the most known names.

use csv::StringRecord;

use super::column::{Column, Found, NOTE};
use super::records::{Next, Records};
use super::row::Mark;
use super::sheet::Sheet;
use super::slots::{Heading, Slots};
use super::words::folded;
use crate::diagnostics::{Code, Diagnostic, Faults, letters, nearest};

/// The last row that may be the header.
const DEEPEST: u64 = 30;

/// What a table may have: its columns and, instead of its list of slots, columns for slots.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout<'a> {
    pub(crate) columns: &'a [Column],
    /// The column that lists slots, and the slots that may be columns instead.
    pub(crate) slots: Option<(Column, &'a Slots)>,
}

impl<'a> Layout<'a> {
    /// Columns alone.
    pub(crate) const fn of(columns: &'a [Column]) -> Self {
        Self { columns, slots: None }
    }

    /// Columns, of which `list` may be replaced by a column for each slot.
    pub(crate) const fn with_slots(columns: &'a [Column], list: Column, slots: &'a Slots) -> Self {
        Self { columns, slots: Some((list, slots)) }
    }
}

/// A header.
pub(super) struct Header {
    /// Where each column is; the note comes last.
    pub(super) found: Vec<Found>,
    /// Columns for slots.
    pub(super) marks: Vec<Mark>,
    /// The fields as the file has them.
    pub(super) names: Vec<String>,
    pub(super) line: u64,
    /// Number of records before it.
    pub(super) n_above: usize,
    pub(super) delimiter: u8,
    headings: Vec<Heading>,
    // Folded names: of the fields, and of the columns in both languages.
    keys: Vec<String>,
    column_keys: Vec<[String; 2]>,
}

impl Header {
    /// The header of a part of a table; `None` if the part is empty.
    pub(super) fn of(sheet: &Sheet, layout: Layout<'_>) -> Option<Self> {
        let delimiters: &[u8] = if matches!(sheet, Sheet::Text(_)) { b",;\t" } else { b"," };
        let candidates = delimiters.iter().filter_map(|&delimiter| Self::under(delimiter, sheet, layout));
        // The first of equals.
        candidates.rev().max_by_key(|header| (header.is_whole(layout), header.n_known()))
    }

    fn under(delimiter: u8, sheet: &Sheet, layout: Layout<'_>) -> Option<Self> {
        let mut records = Records::of(sheet, delimiter);
        let mut record = StringRecord::new();
        let mut best: Option<Self> = None;
        for n_above in 0.. {
            let Some(line) = records.next(&mut record).line() else { break };
            if best.is_some() && line > DEEPEST {
                break;
            }
            let header = Self { line, n_above, delimiter, ..Self::read(&record, layout) };
            if header.is_whole(layout) {
                return Some(header);
            }
            if best.as_ref().is_none_or(|best| best.n_known() < header.n_known()) {
                best = Some(header);
            }
        }
        best
    }

    fn read(record: &StringRecord, layout: Layout<'_>) -> Self {
        let names: Vec<String> = record.iter().map(|field| field.trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let short: Vec<String> =
            names.iter().map(|name| folded(name.split('(').next().unwrap_or_default())).collect();
        let all = || layout.columns.iter().copied().chain([NOTE]);
        let column_keys: Vec<[String; 2]> =
            all().map(|column| [folded(column.name), folded(column.french)]).collect();
        let position = |names: &[String; 2]| {
            let is_it = |key: &String| names.contains(key);
            keys.iter().position(is_it).or_else(|| short.iter().position(is_it))
        };
        let found: Vec<Found> = all()
            .zip(&column_keys)
            .map(|(column, names)| Found { column, position: position(names) })
            .collect();
        let is_taken = |position: usize| found.iter().any(|found| found.position == Some(position));
        let heading = |(position, name): (usize, &String)| match layout.slots {
            Some((_, slots)) if !name.is_empty() && !is_taken(position) => slots.heading(name),
            _ => Heading::None,
        };
        let headings: Vec<Heading> = names.iter().enumerate().map(heading).collect();
        let mark = |(position, heading): (usize, &Heading)| match heading {
            Heading::Slot(slot) => Some(Mark { position, slot: *slot }),
            _ => None,
        };
        let marks = headings.iter().enumerate().filter_map(mark).collect();
        Self { found, marks, names, line: 0, n_above: 0, delimiter: b',', headings, keys, column_keys }
    }

    fn n_known(&self) -> usize {
        self.found.iter().filter(|found| found.position.is_some()).count() + self.marks.len()
    }

    /// Whether every required column is there, or replaced by columns for slots.
    fn is_whole(&self, layout: Layout<'_>) -> bool {
        self.missing(layout).next().is_none()
    }

    fn missing(&self, layout: Layout<'_>) -> impl Iterator<Item = Column> {
        let stood_for =
            layout.slots.filter(|(_, slots)| !self.marks.is_empty() || !slots.names.is_complete());
        let is_missing = move |found: &&Found| {
            let is_stood_for = stood_for.is_some_and(|(list, _)| list == found.column);
            found.column.is_required && found.position.is_none() && !is_stood_for
        };
        self.found.iter().filter(is_missing).map(|found| found.column)
    }

    /// The records after the header, and the number of fields that a row needs so that no required column is missing.
    pub(super) fn rows<'a>(&self, sheet: &'a Sheet) -> (Records<'a>, usize) {
        let mut records = Records::of(sheet, self.delimiter);
        let mut record = StringRecord::new();
        for _ in 0..=self.n_above {
            if records.next(&mut record) == Next::End {
                break;
            }
        }
        let needed = self.found.iter().filter(|found| found.column.is_required);
        let n_needed = needed.filter_map(|found| found.position).max().map_or(0, |last| last + 1);
        (records, n_needed)
    }

    /// Reports what is wrong with the header; returns whether all required columns are there.
    pub(super) fn check(&self, sheet: &Sheet, layout: Layout<'_>, faults: &mut Faults) -> bool {
        let place = sheet.line(self.line);
        if self.n_above > 0 {
            faults.add(Diagnostic::new(Code::RowsAbove, place.clone()).with("count", self.n_above));
        }
        self.report_strangers(sheet, faults);
        self.report_slots(sheet, layout, faults);
        let mut is_complete = true;
        let is_french = self.is_french();
        for column in self.missing(layout) {
            is_complete = false;
            let called = if is_french { column.french } else { column.name };
            let free = (0..self.names.len()).filter(|&it| !self.keys[it].is_empty() && !self.is_column(it));
            let strangers = free.map(|position| self.names[position].as_str());
            let fault = Diagnostic::new(Code::MissingColumn, place.clone()).with("column", called);
            faults.add(fault.suggesting("hint-rename-column", nearest(called, strangers)));
        }
        is_complete
    }

    /// Whether more columns have their French name than their English one.
    pub(super) fn is_french(&self) -> bool {
        let count = |language: usize| {
            let pairs = self.found.iter().zip(&self.column_keys);
            pairs
                .filter(|(found, names)| {
                    found.position.is_some_and(|position| self.keys[position] == names[language])
                })
                .count()
        };
        count(1) > count(0)
    }

    /// Reports unknown columns and columns that appear twice.
    fn report_strangers(&self, sheet: &Sheet, faults: &mut Faults) {
        for (position, name) in self.names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let place = sheet.field(self.line, Some(position), name);
            if self.found.iter().any(|found| found.position == Some(position)) {
                continue;
            }
            if self.is_column(position) && self.keys[position] != NOTE.name {
                let whole = sheet.line(self.line);
                let place = if matches!(sheet, Sheet::Text(_)) { whole } else { place };
                faults.add(Diagnostic::new(Code::DuplicateColumn, place).with("column", name.as_str()));
            } else if self.headings[position] == Heading::None && self.keys[position] != NOTE.name {
                faults.add_with(Code::UnknownColumn, place, |warning| {
                    let free = self.found.iter().filter(|found| found.position.is_none());
                    let names = free.flat_map(|found| [found.column.name, found.column.french]);
                    warning.with("column", name.as_str()).suggesting("hint-nearest", nearest(name, names))
                });
            }
        }
    }

    /// Reports ambiguous columns for slots: no slot, several, one twice, or columns in addition to a list.
    fn report_slots(&self, sheet: &Sheet, layout: Layout<'_>, faults: &mut Faults) {
        let Some((list, slots)) = layout.slots else { return };
        for (position, heading) in self.headings.iter().enumerate() {
            let name = self.names[position].as_str();
            let place = sheet.field(self.line, Some(position), name);
            let told = |code| Diagnostic::new(code, place.clone()).with("value", name);
            match heading {
                Heading::NoSlot => {
                    faults.add(slots.explained(Diagnostic::new(Code::NoSuchSlot, place), name));
                }
                Heading::Several => faults.add(told(Code::SlotColumnUnclear)),
                Heading::Slot(slot) => {
                    let first = self.marks.iter().find(|mark| mark.slot == *slot);
                    if slots.names.is_complete() && first.is_some_and(|first| first.position < position) {
                        faults.add(told(Code::SlotColumnTwice));
                    }
                }
                Heading::None => {}
            }
        }
        let listed = self.found.iter().find(|found| found.column == list).and_then(|found| found.position);
        if let (Some(position), Some(_)) = (listed, self.marks.first()) {
            let name = self.names[position].as_str();
            let place = sheet.field(self.line, Some(position), name);
            faults.add(Diagnostic::new(Code::SlotsTwice, place).with("column", name));
        }
    }

    /// Whether the field at a position is the name of a column.
    fn is_column(&self, position: usize) -> bool {
        self.column_keys.iter().any(|names| names.contains(&self.keys[position]))
    }

    /// The name of a column in the file, or its letters if it has none.
    pub(super) fn name_at(&self, position: usize) -> String {
        let name = self.names.get(position).cloned().unwrap_or_default();
        if name.is_empty() { letters(position) } else { name }
    }
}
