//! Small multiples: the effect of each value of an axis on a figure, its mean over all plans and their range, and how
//! far seeds alone move the mean.

use askama::Template;

use super::scale::{Scale, Tick};
use super::{Px, Words, drawn};

/// One small chart.
pub struct Panel<'a> {
    /// Its title.
    pub title: String,
    /// Its values, in order.
    pub values: Vec<Range>,
    /// Formats a figure.
    pub worded: &'a dyn Fn(f64) -> String,
}

/// The figure over all plans with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The value.
    pub label: String,
    /// Mean.
    pub mean: f64,
    /// Smallest.
    pub low: f64,
    /// Largest.
    pub high: f64,
    /// The range in which seeds alone move the mean; `None` if it is unknown.
    pub of_seeds: Option<(f64, f64)>,
    /// Its tooltip.
    pub hint: String,
}

const ACROSS: usize = 2;
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 200.0;
const LEFT: f64 = 76.0;
const TOP: f64 = 36.0;
const BOTTOM: f64 = 160.0;

#[derive(Template)]
#[template(path = "effect.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    panels: Vec<DrawnPanel<'a>>,
}

struct DrawnPanel<'a> {
    title: &'a str,
    title_at: Px,
    left: Px,
    right: Px,
    below: Px,
    ticks: Vec<Tick>,
    bars: Vec<Bar<'a>>,
    path: String,
}

struct Bar<'a> {
    x: Px,
    mean: Px,
    low: Px,
    high: Px,
    of_seeds: Option<(Px, Px)>,
    label: &'a str,
    hint: &'a str,
}

/// The charts, two in a row.
pub fn effects(words: &Words, panels: &[Panel]) -> String {
    let rows = panels.len().div_ceil(ACROSS);
    drawn(&Drawing {
        words,
        width: Px(WIDTH * ACROSS.min(panels.len().max(1)) as f64),
        height: Px(HEIGHT * rows.max(1) as f64),
        panels: panels.iter().enumerate().map(|(rank, panel)| placed(panel, rank)).collect(),
    })
}

fn placed<'a>(panel: &'a Panel, rank: usize) -> DrawnPanel<'a> {
    let (x, y) = ((rank % ACROSS) as f64 * WIDTH, (rank / ACROSS) as f64 * HEIGHT);
    let ends = panel.values.iter().flat_map(|value| [value.low, value.high]);
    let up = Scale::around(ends, (y + BOTTOM, y + TOP), panel.worded);
    let (left, right) = (x + LEFT, x + WIDTH - 12.0);
    let each = (right - left) / panel.values.len().max(1) as f64;
    let bar = |(rank, value): (usize, &'a Range)| Bar {
        x: Px(left + (rank as f64 + 0.5) * each),
        mean: Px(up.at(value.mean)),
        low: Px(up.at(value.low)),
        high: Px(up.at(value.high)),
        of_seeds: value.of_seeds.map(|(low, high)| (Px(up.at(low)), Px(up.at(high)))),
        label: &value.label,
        hint: &value.hint,
    };
    let bars: Vec<Bar> = panel.values.iter().enumerate().map(bar).collect();
    let corners: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.x, bar.mean)).collect();
    DrawnPanel {
        title: &panel.title,
        title_at: Px(y + 18.0),
        left: Px(left),
        right: Px(right),
        below: Px(y + BOTTOM + 20.0),
        ticks: up.ticks(panel.worded),
        path: if corners.len() > 1 { format!("M{}", corners.join("L")) } else { String::new() },
        bars,
    }
}
