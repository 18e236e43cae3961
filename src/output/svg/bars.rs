//! Horizontal bars, one per row, each with its name and its figure: costs by post, shares by commune.

use askama::Template;

use super::{Px, Words, drawn};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it represents.
    pub label: String,
    /// Its length, in the unit of all bars; not negative.
    pub value: f64,
    /// Its figure in words.
    pub shown: String,
    /// A class for its colour: `first`, `second`, `warn`.
    pub class: &'static str,
}

/// Width of the drawing.
const WIDTH: f64 = 720.0;
/// Height of a row.
const ROW: f64 = 26.0;
/// Start of the bars, after their names.
const START: f64 = 240.0;
/// Space for the figure after the longest bar.
const BEHIND: f64 = 110.0;

#[derive(Template)]
#[template(path = "bars.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    start: Px,
    mark: Option<Px>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    bar: &'a Bar,
    top: Px,
    height: Px,
    text: Px,
    length: Px,
    end: Px,
}

/// The bars as an SVG element; `mark` is a value at which a line is drawn (a target).
pub fn bars(words: &Words, bars: &[Bar], mark: Option<f64>) -> String {
    let most = bars.iter().map(|bar| bar.value).chain(mark).fold(0.0, f64::max);
    let scale = if most > 0.0 { (WIDTH - START - BEHIND) / most } else { 0.0 };
    let rows = bars.iter().zip(0_u32..).map(|(bar, number)| {
        let top = f64::from(number) * ROW;
        let length = bar.value.max(0.0) * scale;
        Row {
            bar,
            top: Px(top + 4.0),
            height: Px(ROW - 8.0),
            text: Px(top + ROW / 2.0 + 5.0),
            length: Px(length),
            end: Px(START + length + 6.0),
        }
    });
    drawn(&Drawing {
        words,
        width: Px(WIDTH),
        height: Px(ROW * bars.len().max(1) as f64),
        start: Px(START),
        mark: mark.map(|mark| Px(START + mark * scale)),
        rows: rows.collect(),
    })
}
