//! A row of a table: its fields as typed values, with every fault reported at its place.
//!
//! A getter returns `None` where it has reported a fault, so that a reader can ask for every field of a row before
//! it gives up on the row.

use std::ops::RangeInclusive;

use csv::StringRecord;
use jiff::civil::Date;

use super::limits;
use super::table::Found;
use super::value::{self, Misfit, without_unit};
use super::when;
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::entities::Availability;
use crate::instance::units::{Euros, Kilometres, Minutes};

/// A row of a table.
#[derive(Debug)]
pub struct Row<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// The line on which the row starts, from 1.
    pub line: u64,
    record: &'a StringRecord,
    found: &'a [Found],
    // Positions of fields that hold no value but a formula's error, which was reported.
    spoilt: &'a [usize],
    /// Where faults of this row go.
    pub faults: &'a mut Faults,
}

/// What people write after an amount or a rate.
const EUROS: [&str; 9] = ["€", "euro", "euros", "eur", "€/h", "€/km", "€ / h", "€ / km", "€/heure"];
/// After a duration.
const MINUTES: [&str; 5] = ["min", "min.", "mn", "minutes", "minute"];

impl<'a> Row<'a> {
    pub(crate) fn new(
        file: &'a str,
        line: u64,
        record: &'a StringRecord,
        found: &'a [Found],
        spoilt: &'a [usize],
        faults: &'a mut Faults,
    ) -> Self {
        Self { file, line, record, found, spoilt, faults }
    }

    /// The field of a column, trimmed; `None` where it is empty or spoilt, or the table has no such column.
    pub fn given(&self, column: &str) -> Option<&'a str> {
        let position = self.position(column).filter(|position| !self.spoilt.contains(position))?;
        self.record.get(position).map(str::trim).filter(|field| !field.is_empty())
    }

    fn position(&self, column: &str) -> Option<usize> {
        self.found.iter().find(|found| found.column.name == column)?.position
    }

    /// The field of a column that must not be empty.
    pub fn text(&mut self, column: &'static str) -> Option<&'a str> {
        let given = self.given(column);
        if given.is_none() {
            self.report_missing(column);
        }
        given
    }

    /// The field of a column as a quantity, in billionths; `default` where it is empty.
    pub fn decimal(
        &mut self,
        column: &'static str,
        range: &RangeInclusive<i64>,
        default: Option<i64>,
    ) -> Option<i64> {
        self.value(column, default, |text| value::decimal(text, range))
    }

    /// The field of a column as a quantity, in billionths, with or without one of these units.
    fn measured(
        &mut self,
        column: &'static str,
        range: &RangeInclusive<i64>,
        units: &[&str],
        default: Option<i64>,
    ) -> Option<i64> {
        self.value(column, default, |text| value::decimal(&without_unit(text, units), range))
    }

    /// The field of a column as an amount or a rate.
    pub fn euros(&mut self, column: &'static str, default: Option<Euros>) -> Option<Euros> {
        self.measured(column, &limits::EUROS, &EUROS, default.map(Euros::nano)).map(Euros::from_nano)
    }

    /// The field of a column as a duration.
    pub fn minutes(&mut self, column: &'static str, default: Option<Minutes>) -> Option<Minutes> {
        self.measured(column, &limits::MINUTES, &MINUTES, default.map(Minutes::nano)).map(Minutes::from_nano)
    }

    /// The field of a column as a length.
    pub fn kilometres(&mut self, column: &'static str) -> Option<Kilometres> {
        self.measured(column, &limits::KILOMETRES, &["km"], None).map(Kilometres::from_nano)
    }

    /// The field of a column as a count.
    pub fn count(&mut self, column: &'static str, default: Option<usize>) -> Option<usize> {
        self.value(column, default, |text| value::whole(text, &limits::COUNT).map(|count| count as usize))
    }

    /// The field of a column as a boolean; no where it is empty.
    pub fn boolean(&mut self, column: &'static str) -> Option<bool> {
        self.value(column, Some(false), value::boolean)
    }

    /// The field of a column as a date; an empty field is `Some(None)`.
    pub fn optional_date(&mut self, column: &'static str) -> Option<Option<Date>> {
        if self.given(column).is_none() { Some(None) } else { self.date(column).map(Some) }
    }

    /// The field of a column as a date. A spreadsheet's number of days is read as one, with a warning.
    pub fn date(&mut self, column: &'static str) -> Option<Date> {
        let serial = self.given(column).and_then(|text| Some((text, when::serial_date(text)?)));
        let Some((text, date)) = serial else { return self.value(column, None, when::date) };
        let warning = Diagnostic::new(Code::SerialDate, self.at(column)).with("value", text);
        self.faults.add(warning.with("found", date.to_string()));
        Some(date)
    }

    /// `available_from` and `available_until`.
    pub fn availability(&mut self) -> Option<Availability> {
        let from = self.optional_date("available_from");
        let until = self.optional_date("available_until");
        let availability = Availability { from: from?, until: until? };
        if let (Some(from), Some(until)) = (availability.from, availability.until) {
            self.check_period(from, until, "available_until")?;
        }
        Some(availability)
    }

    /// Reports a period that ends before it starts, at the column of its end.
    pub fn check_period(&mut self, from: Date, until: Date, column: &'static str) -> Option<()> {
        if from <= until {
            return Some(());
        }
        let fault = Diagnostic::new(Code::PeriodReversed, self.at(column));
        self.faults.add(fault.with("from", from.to_string()).with("until", until.to_string()));
        None
    }

    /// The field of a column as `parse` reads it; `default` where it is empty, a fault where there is no default.
    pub(crate) fn value<T>(
        &mut self,
        column: &'static str,
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

    /// This row, at a column.
    pub fn at(&self, column: &str) -> Place {
        Place::line(self.file, self.line).column(column)
    }

    pub(crate) fn report(&mut self, misfit: Misfit, column: &str, value: &str) {
        let mut fault = Diagnostic::new(misfit.code, self.at(column)).with("value", value);
        fault.facts.extend(misfit.facts);
        self.faults.add(fault);
    }

    /// Reports an empty field, unless that was told: the whole column is missing, or the field holds a formula's error.
    fn report_missing(&mut self, column: &'static str) {
        let is_told = self.position(column).is_none_or(|position| self.spoilt.contains(&position));
        if !is_told {
            self.faults.add(Diagnostic::new(Code::MissingValue, self.at(column)).with("column", column));
        }
    }
}
