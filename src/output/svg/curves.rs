//! Figures over time, as steps: each holds until the next is known.
//!
//! The first tenth of the time, in which figures change most, does not choose the scale: what it has beyond is cut off.

use std::fmt::Write as _;

use askama::Template;

use super::scale::{Scale, Tick};
use super::scatter::Axis;
use super::{Px, Words, drawn};

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve<'a> {
    /// Its name, written at its end.
    pub label: &'a str,
    /// A class for its colour and its stroke: `first`, `second`.
    pub class: &'static str,
    /// When, and how much from then on; in the order of time.
    pub points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 96.0;
const RIGHT: f64 = 620.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 250.0;
/// Share of the time that does not choose the scale.
const EARLY: f64 = 0.1;
/// Names of curves are as far apart as lines of a text.
const LINE: f64 = 20.0;

#[derive(Template)]
#[template(path = "curves.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    left: Px,
    right: Px,
    top: Px,
    bottom: Px,
    below: Px,
    across: Px,
    up: Px,
    x_title: &'a str,
    y_title: &'a str,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Tick>,
    curves: Vec<Drawn<'a>>,
}

struct Drawn<'a> {
    label: &'a str,
    class: &'static str,
    stroke: &'static str,
    dashes: &'static str,
    path: String,
    end: Px,
}

/// The drawing of curves from the beginning until some time.
pub fn curves(words: &Words, curves: &[Curve], until: f64, x: &Axis, y: &Axis) -> String {
    let across = Scale::around([0.0, until].into_iter(), (LEFT, RIGHT), x.worded);
    let shown = curves.iter().flat_map(|curve| late(&curve.points, EARLY * until));
    let up = Scale::around(shown, (BOTTOM, TOP), y.worded);
    let both = curves.iter().zip(ends(curves, &up));
    let drawn_curves = both.map(|(curve, end)| Drawn {
        label: curve.label,
        class: curve.class,
        stroke: if curve.class == "second" { "#164679" } else { "#b5541c" },
        dashes: if curve.class == "second" { "7 4" } else { "" },
        path: path(curve, until, &across, &up),
        end: Px(end),
    });
    drawn(&Drawing {
        words,
        width: Px(WIDTH),
        height: Px(HEIGHT),
        left: Px(LEFT),
        right: Px(RIGHT),
        top: Px(TOP),
        bottom: Px(BOTTOM),
        below: Px(BOTTOM + 18.0),
        across: Px(RIGHT - LEFT),
        up: Px(BOTTOM - TOP + 2.0),
        x_title: x.title,
        y_title: y.title,
        x_ticks: across.ticks(x.worded),
        y_ticks: up.ticks(y.worded),
        curves: drawn_curves.collect(),
    })
}

/// The values that hold after some time.
fn late(points: &[(f64, f64)], after: f64) -> impl Iterator<Item = f64> {
    let first = points.iter().rposition(|&(when, _)| when <= after).unwrap_or(0);
    points[first..].iter().map(|&(_, value)| value)
}

fn path(curve: &Curve, until: f64, across: &Scale, up: &Scale) -> String {
    let known = curve.points.iter().filter(|(_, value)| value.is_finite());
    let mut path = String::new();
    for &(when, value) in known {
        let (x, y) = (Px(across.at(when)), Px(up.at(value)));
        let _ = if path.is_empty() { write!(path, "M{x} {y}") } else { write!(path, "H{x}V{y}") };
    }
    if !path.is_empty() {
        let _ = write!(path, "H{}", Px(across.at(until)));
    }
    path
}

/// Where names are written: beside the ends of their curves, from top to bottom, none over another.
fn ends(curves: &[Curve], up: &Scale) -> Vec<f64> {
    let of = |curve: &Curve| {
        let last = curve.points.iter().rev().find(|(_, value)| value.is_finite());
        last.map_or(BOTTOM, |&(_, value)| up.at(value)).clamp(TOP, BOTTOM)
    };
    let mut ends: Vec<(usize, f64)> = curves.iter().map(of).enumerate().collect();
    ends.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    for rank in 1..ends.len() {
        ends[rank].1 = ends[rank].1.max(ends[rank - 1].1 + LINE);
    }
    ends.sort_by_key(|&(rank, _)| rank);
    ends.into_iter().map(|(_, end)| end + 4.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(lines: &[Curve], until: f64) -> String {
        let words = Words { id: "c".into(), title: "<a>".into(), description: String::new() };
        let number = |value: f64| value.to_string();
        let axis = Axis { title: "x", worded: &number };
        curves(&words, lines, until, &axis, &axis)
    }

    #[test]
    fn figures_hold_until_the_next_and_names_do_not_meet() {
        let objective = vec![(0.0, f64::INFINITY), (1.0, 9000.0), (20.0, 110.0), (60.0, 100.0)];
        let first = Curve { label: "objective", class: "first", points: objective };
        let second = Curve { label: "bound", class: "second", points: vec![(2.0, 90.0), (50.0, 99.0)] };
        let svg = svg(&[first, second], 100.0);
        assert!(!svg.contains("<a>") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(svg.matches("class=\"curve ").count(), 2);
        // What was before the first tenth does not choose the scale: no axis goes to thousands.
        assert!(svg.contains(">100<") && !svg.contains(">9000<") && !svg.contains(">5000<"), "{svg}");
        let up = Scale::around([0.0, 100.0].into_iter(), (BOTTOM, TOP), &|value| value.to_string());
        let flat = |label| Curve { label, class: "first", points: vec![(0.0, 50.0)] };
        let ends = ends(&[flat("a"), flat("b")], &up);
        assert!((ends[1] - ends[0] - LINE).abs() < 1e-9, "{ends:?}");
    }

    #[test]
    fn nothing_known_is_drawn_as_nothing() {
        let none = Curve { label: "objective", class: "first", points: Vec::new() };
        let unknown = Curve { label: "bound", class: "second", points: vec![(0.0, f64::NEG_INFINITY)] };
        for svg in [svg(&[none, unknown], 0.0), svg(&[], 1.0)] {
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
