//! A row of a table: its fields as typed values, with every fault reported at its place.
//!
//! A getter that reports a fault returns `None`, so that a reader can ask for every field of a row before it gives up on
//! the row.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::Arc;

use csv::StringRecord;
use jiff::civil::Date;

use super::column::{AVAILABLE_FROM, AVAILABLE_UNTIL, Column, Found};
use super::limits;
use super::sheet::Sheet;
use super::value::{self, Misfit, without_unit};
use super::when;
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::entities::Availability;
use crate::instance::ids::SlotId;
use crate::instance::units::{Euros, Kilometres, Minutes};

/// The origin of a row: the part of its table, and the line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) sheets: &'a [Arc<Sheet>],
    pub(crate) part: usize,
    /// From 1.
    pub(crate) line: u64,
}

/// The part and line of a row, in compact form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(super) part: u32,
    pub(super) line: u32,
}

/// A column for a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) position: usize,
    pub(crate) slot: SlotId,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    origin: Origin<'a>,
    record: &'a StringRecord,
    found: &'a [Found],
    marks: &'a [Mark],
    names: &'a [String],
    // Positions of fields without a usable value, which was reported.
    spoilt: &'a [usize],
    /// Collects the faults of this row.
    pub(crate) faults: &'a mut Faults,
}

/// Units that people write after an amount or a rate.
const EUROS: [&str; 9] = ["€", "euro", "euros", "eur", "€/h", "€/km", "€ / h", "€ / km", "€/heure"];
/// Units after a duration.
const MINUTES: [&str; 5] = ["min", "min.", "mn", "minutes", "minute"];

impl<'a> Row<'a> {
    pub(crate) fn new(
        origin: Origin<'a>,
        record: &'a StringRecord,
        found: &'a [Found],
        marks: &'a [Mark],
        names: &'a [String],
        spoilt: &'a [usize],
        faults: &'a mut Faults,
    ) -> Self {
        Self { origin, record, found, marks, names, spoilt, faults }
    }

    /// The field of a column, trimmed; `None` if it is empty or spoilt, or the table has no such column.
    pub(crate) fn given(&self, column: Column) -> Option<&'a str> {
        self.sound(self.position(column)?)
    }

    /// The field at a position, trimmed; `None` if it is empty or spoilt.
    fn sound(&self, position: usize) -> Option<&'a str> {
        let field = self.record.get(position).filter(|_| !self.spoilt.contains(&position));
        field.map(str::trim).filter(|field| !field.is_empty())
    }

    fn position(&self, column: Column) -> Option<usize> {
        let declared = self.found.iter().find(|found| found.column == column);
        declared.expect("a reader asks for columns of its own table").position
    }

    /// The field of a column that must not be empty.
    pub(crate) fn text(&mut self, column: Column) -> Option<&'a str> {
        let given = self.given(column);
        if given.is_none() {
            self.report_missing(column);
        }
        given
    }

    /// The field of a column as a quantity, in billionths; `default` if it is empty.
    pub(crate) fn decimal(
        &mut self,
        column: Column,
        range: &RangeInclusive<i64>,
        default: Option<i64>,
    ) -> Option<i64> {
        self.value(column, default, |text| value::decimal(text, range))
    }

    /// The field of a column as a quantity, in billionths, with or without one of these units.
    fn measured(
        &mut self,
        column: Column,
        range: &RangeInclusive<i64>,
        units: &[&str],
        default: Option<i64>,
    ) -> Option<i64> {
        self.value(column, default, |text| value::decimal(&without_unit(text, units), range))
    }

    /// The field of a column as an amount or a rate.
    pub(crate) fn euros(&mut self, column: Column, default: Option<Euros>) -> Option<Euros> {
        self.measured(column, &limits::EUROS, &EUROS, default.map(Euros::nano)).map(Euros::from_nano)
    }

    /// The field of a column as a duration.
    pub(crate) fn minutes(&mut self, column: Column, default: Option<Minutes>) -> Option<Minutes> {
        self.measured(column, &limits::MINUTES, &MINUTES, default.map(Minutes::nano)).map(Minutes::from_nano)
    }

    /// The field of a column as a length.
    pub(crate) fn kilometres(&mut self, column: Column) -> Option<Kilometres> {
        self.measured(column, &limits::KILOMETRES, &["km"], None).map(Kilometres::from_nano)
    }

    /// The field of a column as a count.
    pub(crate) fn count(&mut self, column: Column, default: Option<usize>) -> Option<usize> {
        self.value(column, default, |text| value::whole(text, &limits::COUNT).map(|count| count as usize))
    }

    /// The field of a column as a count; an empty field is `Some(None)`.
    #[expect(clippy::option_option, reason = "a fault, or a field that may be empty")]
    pub(crate) fn optional_count(&mut self, column: Column) -> Option<Option<usize>> {
        if self.given(column).is_none() { Some(None) } else { self.count(column, None).map(Some) }
    }

    /// The field of a column as a boolean; false if it is empty.
    pub(crate) fn boolean(&mut self, column: Column) -> Option<bool> {
        self.value(column, Some(false), value::boolean)
    }

    /// The field of a column as a date; an empty field is `Some(None)`.
    #[expect(clippy::option_option, reason = "a fault, or a field that may be empty")]
    pub(crate) fn optional_date(&mut self, column: Column) -> Option<Option<Date>> {
        if self.given(column).is_none() { Some(None) } else { self.date(column).map(Some) }
    }

    /// The field of a column as a date. A spreadsheet's day number is accepted as a date, with a warning.
    pub(crate) fn date(&mut self, column: Column) -> Option<Date> {
        let serial = self.given(column).and_then(|text| Some((text, when::serial_date(text)?)));
        let Some((text, date)) = serial else { return self.value(column, None, when::date) };
        let warning = Diagnostic::new(Code::SerialDate, self.at(column)).with("value", text);
        self.faults.add(warning.with("found", date.to_string()));
        Some(date)
    }

    /// `available_from` and `available_until`.
    pub(crate) fn availability(&mut self) -> Option<Availability> {
        let from = self.optional_date(AVAILABLE_FROM);
        let until = self.optional_date(AVAILABLE_UNTIL);
        let availability = Availability { from: from?, until: until? };
        if let (Some(from), Some(until)) = (availability.from, availability.until) {
            self.check_period(from, until, AVAILABLE_UNTIL)?;
        }
        Some(availability)
    }

    /// Reports a period that ends before it starts, at the column of its end.
    pub(crate) fn check_period(&mut self, from: Date, until: Date, column: Column) -> Option<()> {
        if from <= until {
            return Some(());
        }
        let fault = Diagnostic::new(Code::PeriodReversed, self.at(column));
        self.faults.add(fault.with("from", from.to_string()).with("until", until.to_string()));
        None
    }

    /// The field of a column as read by `parse`; `default` if it is empty, a fault if there is no default.
    pub(crate) fn value<T>(
        &mut self,
        column: Column,
        default: Option<T>,
        parse: impl FnOnce(&str) -> Result<T, Misfit>,
    ) -> Option<T> {
        let Some(text) = self.given(column) else {
            if default.is_none() {
                self.report_missing(column);
            }
            return default;
        };
        match parse(text) {
            Ok(value) => Some(value),
            Err(misfit) => {
                self.report(misfit, column, text);
                None
            }
        }
    }

    /// The place of a column in this row.
    pub(crate) fn at(&self, column: Column) -> Place {
        let position = self.position(column);
        self.sheet().field(self.origin.line, position, &self.called(column))
    }

    fn sheet(&self) -> &'a Sheet {
        &self.origin.sheets[self.origin.part]
    }

    /// The file's name for a column: as written in a sheet; in a text the column's name, unless the header differs from
    /// it by more than capitals.
    fn called(&self, column: Column) -> Cow<'a, str> {
        let written = self.position(column).and_then(|position| self.names.get(position));
        match written {
            Some(written)
                if matches!(self.sheet(), Sheet::Cells(_)) || !written.eq_ignore_ascii_case(column.name) =>
            {
                written.into()
            }
            _ => column.name.into(),
        }
    }

    /// The part and line of the row.
    pub(crate) fn spot(&self) -> Spot {
        Spot { part: self.origin.part as u32, line: self.origin.line as u32 }
    }

    /// A fault that refers to the first occurrence: its line in this part, or the other part and line.
    pub(crate) fn after(&self, first: Spot, fault: Diagnostic) -> Diagnostic {
        let is_here = first.part as usize == self.origin.part;
        let place = self.origin.sheets[first.part as usize].line(u64::from(first.line));
        let other = if is_here { "here".to_owned() } else { place.to_string() };
        fault.with("first", first.line.to_string()).with("other", other)
    }

    /// Whether the table has a column for each slot.
    pub(crate) fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// The columns for slots.
    pub(crate) fn marks(&self) -> &'a [Mark] {
        self.marks
    }

    /// The row's entry in a column for a slot.
    pub(crate) fn mark(&self, index: usize) -> Option<&'a str> {
        self.sound(self.marks[index].position)
    }

    /// Whether a column for a slot has no usable value, which was reported.
    pub(crate) fn has_spoilt_mark(&self) -> bool {
        self.marks.iter().any(|mark| self.spoilt.contains(&mark.position))
    }

    /// The place of a column for a slot in this row.
    pub(crate) fn at_mark(&self, index: usize) -> Place {
        let position = self.marks[index].position;
        self.sheet().field(self.origin.line, Some(position), &self.names[position])
    }

    pub(crate) fn report(&mut self, misfit: Misfit, column: Column, value: &str) {
        let mut fault = Diagnostic::new(misfit.code, self.at(column)).with("value", value);
        fault.facts.extend(misfit.facts);
        self.faults.add(fault);
    }

    /// Reports an empty field, unless it was reported: its whole column is missing, or it holds a formula's error.
    fn report_missing(&mut self, column: Column) {
        let is_told = self.position(column).is_none_or(|position| self.spoilt.contains(&position));
        if !is_told {
            let called = self.called(column).into_owned();
            self.faults.add(Diagnostic::new(Code::MissingValue, self.at(column)).with("column", called));
        }
    }
}
