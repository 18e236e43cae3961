//! Bars in time: which trainer leads which cycle when, and when each room is used.
//!
//! A row has as many lanes as it has simultaneous bars; each bar takes the first free lane.

use askama::Template;
use jiff::civil::Date;

use super::{Px, Words, drawn};

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Days on which something happens, in order; the bar reaches from the first to the last.
    pub days: Vec<Date>,
    /// Possible labels, longest first: the first that fits is written.
    pub labels: Vec<String>,
    /// Its tooltip.
    pub hint: String,
    /// A class for its colour.
    pub class: &'static str,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Its bars.
    pub spans: Vec<Span>,
}

/// A line at a day, with the label above it: the beginning of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The day.
    pub day: Date,
    /// Its label.
    pub label: String,
}

/// Width of the drawing.
const WIDTH: f64 = 960.0;
/// Smallest and largest start of the time axis, after the names.
const STARTS: (f64, f64) = (60.0, 240.0);
/// Width of a letter of a name, on average, and the space after the name.
const LETTER: f64 = 6.6;
const BEHIND: f64 = 16.0;
/// Height of a lane, including the gap to the next.
const LANE: f64 = 16.0;
/// Gap between two rows.
const BETWEEN: f64 = 8.0;
/// Space for the names of months.
const ABOVE: f64 = 26.0;
/// Space per character below which a label is not written on a bar.
const CHARACTER: f64 = 6.2;

#[derive(Template)]
#[template(path = "gantt.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    start: Px,
    ticks: Vec<DrawnTick<'a>>,
    rows: Vec<DrawnRow<'a>>,
}

struct DrawnTick<'a> {
    label: &'a str,
    x: Px,
}

struct DrawnRow<'a> {
    label: &'a str,
    text: Px,
    line: Px,
    bars: Vec<DrawnBar<'a>>,
}

struct DrawnBar<'a> {
    span: &'a Span,
    label: &'a str,
    x: Px,
    y: Px,
    width: Px,
    height: Px,
    text: Px,
    dots: Vec<Px>,
    middle: Px,
}

/// The rows as an SVG element, from `first` to `last`.
pub fn gantt(words: &Words, rows: &[Row], (first, last): (Date, Date), ticks: &[Tick]) -> String {
    let n_days = f64::from(days(first, last) + 1);
    let longest = rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0);
    let start = (longest as f64 * LETTER + BEHIND).clamp(STARTS.0, STARTS.1);
    let x = |day: Date| start + (WIDTH - start) * f64::from(days(first, day)) / n_days;
    let mut top = ABOVE;
    let drawn_rows = rows
        .iter()
        .map(|row| {
            let (bars, n_lanes) = bars(row, top, &x);
            let text = Px(top + LANE / 2.0 + 4.0);
            top += LANE * n_lanes as f64 + BETWEEN;
            DrawnRow { label: &row.label, text, line: Px(top - BETWEEN / 2.0), bars }
        })
        .collect();
    let ticks = ticks.iter().map(|tick| {
        let fits = x(tick.day) + tick.label.chars().count() as f64 * CHARACTER * 1.2 < WIDTH;
        DrawnTick { label: if fits { &tick.label } else { "" }, x: Px(x(tick.day)) }
    });
    let ticks = ticks.collect();
    drawn(&Drawing { words, width: Px(WIDTH), height: Px(top), start: Px(start), ticks, rows: drawn_rows })
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The bars of a row whose first lane is at `top`, and the number of lanes.
fn bars<'a>(row: &'a Row, top: f64, x: &impl Fn(Date) -> f64) -> (Vec<DrawnBar<'a>>, usize) {
    let mut spans: Vec<(Date, Date, &Span)> =
        row.spans.iter().filter_map(|span| Some((*span.days.first()?, *span.days.last()?, span))).collect();
    spans.sort_by_key(|&(first, last, _)| (first, last));
    // Last day of each lane.
    let mut lanes: Vec<Date> = Vec::new();
    let mut bars = Vec::new();
    for (first, last, span) in spans {
        let lane = lanes.iter().position(|&busy| busy < first).unwrap_or_else(|| {
            lanes.push(last);
            lanes.len() - 1
        });
        lanes[lane] = last;
        let (left, right) = (x(first), x(last) + (x(last.tomorrow().unwrap_or(last)) - x(last)));
        let y = top + LANE * lane as f64;
        let fits = |label: &&String| label.chars().count() as f64 * CHARACTER < right - left - 4.0;
        bars.push(DrawnBar {
            span,
            label: span.labels.iter().find(fits).map_or("", String::as_str),
            x: Px(left),
            y: Px(y),
            width: Px(right - left),
            height: Px(LANE - 2.0),
            text: Px(y + LANE - 6.5),
            dots: span.days.iter().map(|&day| Px(x(day) + 1.5)).collect(),
            middle: Px(y + LANE - 3.5),
        });
    }
    (bars, lanes.len().max(1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn bars_that_share_a_day_lie_in_two_lanes() {
        let span = |from, to| Span {
            days: vec![date(2026, 1, from), date(2026, 1, to)],
            labels: vec!["C001 Montbéliard".into(), "C001".into()],
            hint: String::new(),
            class: "",
        };
        let row = Row { label: "T1".into(), spans: vec![span(1, 9), span(5, 12), span(10, 12)] };
        let (bars, n_lanes) = bars(&row, 0.0, &|day| f64::from(day.day()));
        assert_eq!(n_lanes, 2);
        assert_eq!(bars.iter().map(|bar| bar.y.0).collect::<Vec<_>>(), [0.0, LANE, 0.0]);
        assert!(bars.iter().all(|bar| bar.label.is_empty()), "there is no room for any name");
    }

    #[test]
    fn a_bar_bears_the_longest_of_its_names_that_fits() {
        let span = |last| Span {
            days: vec![date(2026, 1, 1), date(2026, 1, last)],
            labels: vec!["C001 Montbéliard".into(), "C001".into()],
            hint: String::new(),
            class: "",
        };
        let row = Row { label: "T1".into(), spans: vec![span(30), span(8), span(2)] };
        let (bars, _) = bars(&row, 0.0, &|day| f64::from(day.day()) * 4.0);
        let mut labels: Vec<&str> = bars.iter().map(|bar| bar.label).collect();
        labels.sort_unstable();
        assert_eq!(labels, ["", "C001", "C001 Montbéliard"]);
    }
}
