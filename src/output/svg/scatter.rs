//! Points of two figures each: those on the front are joined, the others grey, the baseline marked.

use askama::Template;

use super::frame::{Axis, Edges, Frame};
use super::scale::Scale;
use super::{Px, Words, drawn};

/// What a point represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Beaten by another point in both figures.
    Dominated,
    /// Not beaten by any other point.
    Front,
    /// The point with which the others are compared.
    Baseline,
}

/// A point.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its figures.
    pub at: (f64, f64),
    /// What it represents.
    pub standing: Standing,
    /// Whether it is on the front; a baseline may be.
    pub is_on_front: bool,
    /// The range over other searches of the same variant, horizontal and vertical; `None` if it is unknown.
    pub reach: Option<[(f64, f64); 2]>,
    /// Its tooltip.
    pub hint: String,
}

const FRAME: Edges =
    Edges { width: 720.0, height: 430.0, left: 84.0, right: 684.0, top: 30.0, bottom: 372.0, rise: 4.0 };

#[derive(Template)]
#[template(path = "scatter.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    frame: Frame<'a>,
    path: String,
    reaches: Vec<Line>,
    points: Vec<Drawn<'a>>,
}

struct Drawn<'a> {
    x: Px,
    y: Px,
    radius: Px,
    class: &'static str,
    fill: &'static str,
    hint: &'a str,
}

/// How far other searches moved a point, in one direction.
struct Line {
    x1: Px,
    x2: Px,
    y1: Px,
    y2: Px,
}

/// The lines of a point's reach, without those of zero length.
fn lines(point: &Point, across: &Scale, up: &Scale) -> Vec<Line> {
    let Some([x, y]) = point.reach else { return Vec::new() };
    let (own_x, own_y) = (across.at(point.at.0), up.at(point.at.1));
    let line = |x1: f64, x2: f64, y1: f64, y2: f64| Line { x1: Px(x1), x2: Px(x2), y1: Px(y1), y2: Px(y2) };
    let flat = (x.0 < x.1).then(|| line(across.at(x.0), across.at(x.1), own_y, own_y));
    let upright = (y.0 < y.1).then(|| line(own_x, own_x, up.at(y.0), up.at(y.1)));
    flat.into_iter().chain(upright).collect()
}

/// The figures of points and of their reaches, in one direction.
fn ends(points: &[Point], own: fn(&Point) -> f64, side: usize) -> impl Iterator<Item = f64> {
    points.iter().flat_map(move |point| {
        let reach = point.reach.map_or([own(point); 2], |reach| [reach[side].0, reach[side].1]);
        [own(point), reach[0], reach[1]]
    })
}

/// The drawing.
pub fn scatter(words: &Words, points: &[Point], x: &Axis, y: &Axis) -> String {
    let across = Scale::around(ends(points, |point| point.at.0, 0), (FRAME.left, FRAME.right), x.worded);
    let up = Scale::around(ends(points, |point| point.at.1, 1), (FRAME.bottom, FRAME.top), y.worded);
    // The most important points are drawn last.
    let mut sorted: Vec<&Point> = points.iter().collect();
    sorted.sort_by_key(|point| point.standing);
    let one = |point: &&'_ Point| {
        let (class, fill, radius) = match point.standing {
            Standing::Dominated => ("second", "#7a8b99", 4.5),
            Standing::Front => ("place", "#b5541c", 6.5),
            Standing::Baseline => ("s5", "#164679", 7.5),
        };
        (across.at(point.at.0), up.at(point.at.1), class, fill, radius)
    };
    let drawn_points = sorted.iter().map(|point| {
        let (x, y, class, fill, radius) = one(point);
        Drawn { x: Px(x), y: Px(y), radius: Px(radius), class, fill, hint: &point.hint }
    });
    let mut front: Vec<(f64, f64)> =
        points.iter().filter(|point| point.is_on_front).map(|point| point.at).collect();
    front.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let corners: Vec<String> =
        front.iter().map(|at| format!("{} {}", Px(across.at(at.0)), Px(up.at(at.1)))).collect();
    drawn(&Drawing {
        words,
        frame: Frame::new(&FRAME, (&across, x), (&up, y)),
        path: if corners.len() > 1 { format!("M{}", corners.join("L")) } else { String::new() },
        reaches: sorted.iter().flat_map(|point| lines(point, &across, &up)).collect(),
        points: drawn_points.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_is_joined_and_names_are_escaped() {
        let point = |x: f64, y: f64, standing| Point {
            at: (x, y),
            standing,
            is_on_front: standing != Standing::Dominated,
            reach: (x > 1.5).then_some([(x - 0.5, x + 0.5), (y, y)]),
            hint: "<a>".to_owned(),
        };
        let points = [
            point(1.0, 5.0, Standing::Front),
            point(2.0, 4.0, Standing::Dominated),
            point(3.0, 9.0, Standing::Baseline),
        ];
        let words = Words { id: "f".into(), title: "Front".into(), description: String::new() };
        let number = |value: f64| value.to_string();
        let axis = Axis { title: "x", worded: &number };
        let svg = scatter(&words, &points, &axis, &axis);
        assert!(!svg.contains("<a>") && !svg.contains("NaN"), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 3);
        // Two of them were moved horizontally, none vertically.
        assert_eq!(svg.matches("class=\"reach\"").count(), 2);
        assert_eq!(svg.matches("class=\"front\"").count(), 1);
        assert!(!scatter(&words, &points[..1], &axis, &axis).contains("NaN"));
        assert!(!scatter(&words, &[], &axis, &axis).contains("NaN"));
    }
}
