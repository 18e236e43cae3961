//! Figures over time, as steps: each value holds until the next is known.
//!
//! The first tenth of the time, in which figures change most, does not determine the scale: values outside it are cut off.

use std::fmt::Write as _;

use askama::Template;

use super::frame::{Axis, Edges, Frame};
use super::scale::Scale;
use super::{Px, Words, drawn};

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve<'a> {
    /// Its name, written at its end.
    pub label: &'a str,
    /// A class for its colour and its stroke: `first`, `second`.
    pub class: &'static str,
    /// Times and the values from then on; in the order of time.
    pub points: Vec<(f64, f64)>,
}

const FRAME: Edges =
    Edges { width: 720.0, height: 300.0, left: 96.0, right: 620.0, top: 30.0, bottom: 250.0, rise: 8.0 };
/// Share of the time that does not determine the scale.
const EARLY: f64 = 0.1;
/// Distance between the names of curves: a line of text.
const LINE: f64 = 20.0;

#[derive(Template)]
#[template(path = "curves.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    frame: Frame<'a>,
    across: Px,
    up: Px,
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

/// The drawing of curves from the beginning until `until`.
pub fn curves(words: &Words, curves: &[Curve], until: f64, x: &Axis, y: &Axis) -> String {
    let across = Scale::around([0.0, until].into_iter(), (FRAME.left, FRAME.right), x.worded);
    let shown = curves.iter().flat_map(|curve| late(&curve.points, EARLY * until));
    let up = Scale::around(shown, (FRAME.bottom, FRAME.top), y.worded);
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
        frame: Frame::new(&FRAME, (&across, x), (&up, y)),
        across: Px(FRAME.right - FRAME.left),
        up: Px(FRAME.bottom - FRAME.top + 2.0),
        curves: drawn_curves.collect(),
    })
}

/// The values that hold after `after`.
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

/// Positions of the names: next to the ends of their curves, from top to bottom, without overlap.
fn ends(curves: &[Curve], up: &Scale) -> Vec<f64> {
    let of = |curve: &Curve| {
        let last = curve.points.iter().rev().find(|(_, value)| value.is_finite());
        last.map_or(FRAME.bottom, |&(_, value)| up.at(value)).clamp(FRAME.top, FRAME.bottom)
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
        // Values before the first tenth do not determine the scale: no axis reaches thousands.
        assert!(svg.contains(">100<") && !svg.contains(">9000<") && !svg.contains(">5000<"), "{svg}");
        let up =
            Scale::around([0.0, 100.0].into_iter(), (FRAME.bottom, FRAME.top), &|value| value.to_string());
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
