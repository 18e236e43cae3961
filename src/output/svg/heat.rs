//! A calendar with darker days the more happens on them: a column for each week, a row for each weekday.

use askama::Template;
use jiff::civil::Date;

use super::{Px, STEPS, Words, drawn, step};
use crate::instance::calendar::{days_between, monday};

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// How much happens.
    pub count: usize,
    /// Whether nothing can happen: a closure.
    pub is_closed: bool,
    /// Its tooltip.
    pub hint: String,
}

/// Side of a cell, including the gap to the next.
const CELL: f64 = 26.0;
/// Start of the weeks, after the weekdays.
const START: f64 = 92.0;
/// Space for the names of months.
const ABOVE: f64 = 24.0;
/// Space for the name of a last month that has begun.
const BEYOND: f64 = 44.0;

#[derive(Template)]
#[template(path = "heat.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    side: Px,
    weekdays: Vec<(&'a str, Px)>,
    months: Vec<(&'a str, Px)>,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    day: &'a Day,
    x: Px,
    y: Px,
    middle: Px,
    text: Px,
    class: String,
    fill: &'static str,
    ink: &'static str,
}

/// The calendar as an SVG element. `weekdays` are the names of Monday, Tuesday, …, one for each row; other weekdays are
/// left out. `months` are days with the name of the month that begins near them.
pub fn heat(words: &Words, days: &[Day], weekdays: &[String], months: &[(Date, String)]) -> String {
    let first = days.iter().map(|day| day.date).min().map(monday);
    let week = |date: Date| first.map_or(0.0, |first| f64::from(days_between(first, monday(date)) / 7));
    let most = days.iter().map(|day| day.count).max().unwrap_or(0).max(1) as f64;
    let row = |date: Date| f64::from(date.weekday().to_monday_zero_offset());
    let shown = days.iter().filter(|day| (row(day.date) as usize) < weekdays.len());
    let cells = shown.map(|day| {
        let (x, y) = (START + week(day.date) * CELL, ABOVE + row(day.date) * CELL);
        let step = step((day.count as f64 - 0.5) / most);
        let (class, fill) = match (day.is_closed, day.count) {
            (true, 0) => ("closed".to_owned(), "#d5dae0"),
            (false, 0) => ("none".to_owned(), "#f4f2ec"),
            _ => (format!("s{step}"), STEPS[step]),
        };
        let ink = if step > 2 { "#ffffff" } else { "#1c2733" };
        let (middle, text) = (Px(x + CELL / 2.0 - 1.0), Px(y + CELL / 2.0 + 3.5));
        Cell { day, x: Px(x), y: Px(y), middle, text, class, fill, ink }
    });
    let n_weeks = days.iter().map(|day| week(day.date)).fold(0.0, f64::max) + 1.0;
    drawn(&Drawing {
        words,
        width: Px(START + n_weeks * CELL + BEYOND),
        height: Px(ABOVE + weekdays.len() as f64 * CELL),
        side: Px(CELL - 3.0),
        weekdays: weekdays
            .iter()
            .zip(0_u32..)
            .map(|(name, row)| (name.as_str(), Px(ABOVE + f64::from(row) * CELL + CELL / 2.0 + 3.0)))
            .collect(),
        months: months.iter().map(|(date, name)| (name.as_str(), Px(START + week(*date) * CELL))).collect(),
        cells: cells.collect(),
    })
}
