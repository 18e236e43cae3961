//! Vertical bars over bins: how many wait how long, how many travel how far.

use askama::Template;

use super::{Px, Words, drawn, round_up};

/// One bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bin {
    /// Its name under the axis.
    pub label: String,
    /// Its count.
    pub count: usize,
    /// Its tooltip.
    pub hint: String,
}

/// Width of the drawing.
const WIDTH: f64 = 720.0;
/// Height of the bars' field.
const FIELD: f64 = 200.0;
/// Space above for figures.
const ABOVE: f64 = 22.0;
/// Space below for names.
const BELOW: f64 = 44.0;
/// Space at either side.
const LEFT: f64 = 16.0;

#[derive(Template)]
#[template(path = "histogram.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    axis: &'a str,
    width: Px,
    height: Px,
    base: Px,
    left: Px,
    middle: Px,
    columns: Vec<Column<'a>>,
}

struct Column<'a> {
    bin: &'a Bin,
    x: Px,
    y: Px,
    width: Px,
    height: Px,
    middle: Px,
    above: Px,
    below: Px,
}

/// The histogram as an SVG element; `axis` names what the bins measure.
pub fn histogram(words: &Words, bins: &[Bin], axis: &str) -> String {
    let most = round_up(bins.iter().map(|bin| bin.count).max().unwrap_or(0) as f64);
    let across = (WIDTH - 2.0 * LEFT) / bins.len().max(1) as f64;
    let base = ABOVE + FIELD;
    let columns = bins.iter().zip(0_u32..).map(|(bin, number)| {
        let x = LEFT + f64::from(number) * across;
        let height = FIELD * bin.count as f64 / most;
        Column {
            bin,
            x: Px(x + across * 0.08),
            y: Px(base - height),
            width: Px(across * 0.84),
            height: Px(height),
            middle: Px(x + across / 2.0),
            above: Px(base - height - 6.0),
            below: Px(base + 18.0),
        }
    });
    drawn(&Drawing {
        words,
        axis,
        width: Px(WIDTH),
        height: Px(base + BELOW),
        base: Px(base),
        left: Px(LEFT),
        middle: Px(WIDTH / 2.0),
        columns: columns.collect(),
    })
}
