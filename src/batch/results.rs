//! The results of a batch: one row for each variant that ran, with every axis and every indicator.
//!
//! Seconds are not among them: they differ from run to run, and the same batch gives the same results on any machine.
//! They are in a table of their own.

use super::Batch;
use super::axis::Axis;
use super::record::Record;
use super::variant::Variant;
use crate::compare::columns::{COLUMNS, Figure, Kind, find};
use crate::compare::searches::Reach;
use crate::messages::Messages;
use crate::output::File;
#[cfg(feature = "parquet")]
use crate::output::parquet::{TypedColumn, Values, parquet};
use crate::output::table::{Cell, Table};

/// Names of the files.
pub const NAMES: &[&str] = &[
    "results-dictionary.csv",
    "timings.csv",
    #[cfg(feature = "parquet")]
    "results.parquet",
    "results.csv",
];
/// Whether this build also writes the results for data tools, as Parquet.
pub const HAS_PARQUET: bool = cfg!(feature = "parquet");

/// The columns before the axes, and the last one.
const OWN: [&str; 3] = ["variant", "groups", "failure"];
/// The columns about the searches.
const SEARCHES: [&str; 4] = ["searches", "objective_low", "objective_median", "objective_high"];

/// Whether the results have a column of this name in addition to those of the axes.
pub fn is_column(name: &str) -> bool {
    OWN.contains(&name) || SEARCHES.contains(&name) || find(name).is_some()
}

/// A variant with its record.
pub type Row<'a> = (&'a Variant, Record);

/// A column of the results.
struct Column<'a> {
    name: &'a str,
    kind: Kind,
    unit: &'a str,
    values: Vec<String>,
}

/// Every file of the results.
///
/// # Panics
/// Never: columns have the same length and distinct names, which reading has checked.
pub fn files(batch: &Batch, rows: &[Row], messages: &Messages) -> Vec<File> {
    let columns = columns(batch, rows);
    let contents = [
        dictionary(batch, &columns, messages).encoded(messages.lang),
        timings(rows).encoded(messages.lang),
        #[cfg(feature = "parquet")]
        for_data_tools(&columns),
        table(&columns, rows.len()).encoded(messages.lang),
    ];
    NAMES.iter().zip(contents).map(|(name, bytes)| File::new(*name, bytes)).collect()
}

fn columns<'a>(batch: &'a Batch, rows: &[Row]) -> Vec<Column<'a>> {
    let text = |name, values| Column { name, kind: Kind::Text, unit: "", values };
    let of_variants =
        |value: &dyn Fn(&Variant) -> String| rows.iter().map(|(variant, _)| value(variant)).collect();
    let mut columns = vec![
        text(OWN[0], of_variants(&|variant| variant.name().to_owned())),
        text(OWN[1], of_variants(&|variant| variant.point.groups.join(" "))),
    ];
    for (position, axis) in batch.axes.iter().enumerate() {
        let label = |variant: &Variant| label(axis, variant.point.at[position]).to_owned();
        let values: Vec<String> = of_variants(&label);
        columns.push(Column { name: &axis.name, kind: kind_of(&values), unit: "", values });
    }
    for column in COLUMNS {
        let value = |(_, record): &Row| match (column.name, &record.failure) {
            ("status", Some(_)) => "failed".to_owned(),
            (name, _) => record.figures.get(name).cloned().unwrap_or_default(),
        };
        let values = rows.iter().map(value).collect();
        columns.push(Column { name: column.name, kind: column.kind, unit: column.unit, values });
    }
    let [searches, spread @ ..] = SEARCHES;
    let count = |(_, record): &Row| match record.searches.len() {
        0 => String::new(),
        n => n.to_string(),
    };
    let values = rows.iter().map(count).collect();
    columns.push(Column { name: searches, kind: Kind::Whole, unit: "", values });
    for (name, value) in
        spread.into_iter().zip([|it: &Reach| it.low, |it: &Reach| it.median, |it: &Reach| it.high])
    {
        let cell = |(_, record): &Row| {
            reach(record).map_or(String::new(), |reach| Figure::Number(value(&reach), 2).text())
        };
        columns.push(Column { name, kind: Kind::Real, unit: "€", values: rows.iter().map(cell).collect() });
    }
    let failures = rows.iter().map(|(_, record)| record.failure.clone().unwrap_or_default()).collect();
    columns.push(text(OWN[2], failures));
    columns
}

/// Objectives of a variant's searches.
fn reach(record: &Record) -> Option<Reach> {
    let objectives: Vec<f64> = record.searches.iter().filter_map(|found| found.number("objective")).collect();
    Reach::of(&objectives)
}

/// The label of a variant's value on an axis.
pub fn label(axis: &Axis, value: Option<usize>) -> &str {
    value.map_or(axis.base_label.as_str(), |value| axis.values[value].label.as_str())
}

/// The narrowest kind that holds all values of an axis.
fn kind_of(values: &[String]) -> Kind {
    let known = || values.iter().filter(|value| !value.is_empty());
    if known().all(|value| value.parse::<i64>().is_ok()) {
        Kind::Whole
    } else if known().all(|value| value.parse::<f64>().is_ok_and(f64::is_finite)) {
        Kind::Real
    } else {
        Kind::Text
    }
}

#[cfg(feature = "parquet")]
fn for_data_tools(columns: &[Column]) -> Vec<u8> {
    let typed: Vec<TypedColumn> = columns.iter().map(typed).collect();
    parquet("results", &typed).expect("columns of one length, each named once")
}

#[cfg(feature = "parquet")]
fn typed(column: &Column) -> TypedColumn {
    let known = || column.values.iter().map(|value| Some(value).filter(|value| !value.is_empty()));
    let values = match column.kind {
        Kind::Text => Values::Text(known().map(Option::<&String>::cloned).collect()),
        Kind::Whole => Values::Whole(known().map(|value| value?.parse().ok()).collect()),
        Kind::Real => Values::Real(known().map(|value| value?.parse().ok()).collect()),
    };
    TypedColumn { name: column.name.to_owned(), values }
}

fn table(columns: &[Column], n_rows: usize) -> Table {
    let cell = |column: &Column, row: usize| match (&column.values[row], column.kind) {
        (value, _) if value.is_empty() => Cell::Empty,
        (value, Kind::Text) => Cell::from(value),
        (value, Kind::Whole | Kind::Real) => Cell::Number(value.clone()),
    };
    let rows = (0..n_rows).map(|row| columns.iter().map(|column| cell(column, row)).collect());
    Table::with_columns(columns.iter().map(|column| column.name.to_owned()).collect(), rows.collect())
}

/// What each column means.
fn dictionary(batch: &Batch, columns: &[Column], messages: &Messages) -> Table {
    let mut table = Table::new(&["column", "type", "unit", "meaning"]);
    for column in columns {
        let kind = match column.kind {
            Kind::Text => "text",
            Kind::Whole => "integer",
            Kind::Real => "number",
        };
        let axis = batch.axes.iter().find(|axis| axis.name == column.name);
        let meaning = match axis {
            Some(axis) => {
                messages.text("column-axis", &[("subject", super::axis::words(axis, messages).into())])
            }
            None => messages.text(&format!("column-{}", column.name), &[]),
        };
        table.push([column.name.into(), kind.into(), column.unit.into(), meaning.into()]);
    }
    table
}

/// Seconds of each variant.
fn timings(rows: &[Row]) -> Table {
    let mut table = Table::new(&["variant", "solver_s", "wall_s"]);
    for (variant, record) in rows {
        let seconds = |seconds: f64| Cell::rounded(seconds, 3);
        table.push([variant.name().into(), seconds(record.solver_s), seconds(record.wall_s)]);
    }
    table
}
