//! A map: areas in shades, flows between their points, places.
//!
//! The projection is equirectangular about the middle of the drawing: over the fifty kilometres of a territory it
//! differs from a conformal one by less than the width of a line.

use std::fmt::Write as _;

use askama::Template;
use geo::{BoundingRect, Contains, Coord, Intersects, MultiPolygon, Rect};

use super::{Px, STEPS, Words, drawn};

/// The colour of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// There is nothing to show.
    Plain,
    /// A step of [`STEPS`].
    Step(usize),
    /// The subject of the map.
    Chosen,
}

/// An area of the map.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    /// Its key, for scripts: `data-key`.
    pub key: &'a str,
    /// Its outline, where known, degrees.
    pub outline: Option<&'a MultiPolygon>,
    /// Its point, longitude and latitude.
    pub point: (f64, f64),
    /// Its tooltip.
    pub hint: &'a str,
    /// Its name, written on the map unless empty.
    pub label: &'a str,
    /// Its colour.
    pub shade: Shade,
}

/// A flow from one point to another.
#[derive(Debug, Clone, Copy)]
pub struct Flow<'a> {
    /// Longitude and latitude of its start and its end.
    pub between: [(f64, f64); 2],
    /// The amount, for its width.
    pub amount: f64,
    /// Its tooltip.
    pub hint: &'a str,
}

/// A place.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Longitude and latitude.
    pub point: (f64, f64),
    /// The amount, for the area of its circle.
    pub amount: f64,
    /// Its tooltip.
    pub hint: &'a str,
}

/// The layers of a map, from bottom to top.
#[derive(Debug, Clone)]
pub struct Layers<'a> {
    /// Areas.
    pub areas: Vec<Area<'a>>,
    /// Flows.
    pub flows: Vec<Flow<'a>>,
    /// Places.
    pub places: Vec<Place<'a>>,
    /// What the map must show in full, if not all areas: a commune and its neighbours.
    pub view: Option<Rect>,
    /// Letter height of the names, in the drawing's units.
    pub letters: f64,
}

impl Default for Layers<'_> {
    fn default() -> Self {
        Self { areas: Vec::new(), flows: Vec::new(), places: Vec::new(), view: None, letters: LARGE_LETTERS }
    }
}

/// Letters of a map that is printed a few centimetres wide.
pub const LARGE_LETTERS: f64 = 20.0;
/// Letters of a map that shares the width of a page with another.
pub const MIDDLE_LETTERS: f64 = 16.0;
/// Letters of a map as wide as a page.
pub const SMALL_LETTERS: f64 = 11.0;

/// Width of the drawing, in its own units; a page scales it.
const WIDTH: f64 = 720.0;
/// Margin around the drawing.
const MARGIN: f64 = 8.0;
/// Radius of the largest place.
const LARGEST_PLACE: f64 = 13.0;
/// Space of a name above its baseline and below it, for letters of height 1.
const RISE: f64 = 0.95;
const FALL: f64 = 0.25;
/// Width of a letter, on average, for letters of height 1.
const LETTER: f64 = 0.53;
/// Width of the widest flow.
const WIDEST_FLOW: f64 = 7.0;

#[derive(Template)]
#[template(path = "map.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    areas: Vec<DrawnArea<'a>>,
    flows: Vec<DrawnFlow<'a>>,
    places: Vec<DrawnPlace<'a>>,
    labels: Vec<DrawnLabel<'a>>,
    letters: Px,
    halo: Px,
}

struct DrawnArea<'a> {
    key: &'a str,
    hint: &'a str,
    class: String,
    fill: &'static str,
    path: String,
}

struct DrawnFlow<'a> {
    hint: &'a str,
    path: String,
    width: Px,
}

struct DrawnPlace<'a> {
    hint: &'a str,
    x: Px,
    y: Px,
    radius: Px,
}

struct DrawnLabel<'a> {
    text: &'a str,
    x: Px,
    y: Px,
    class: &'static str,
}

/// From degrees to the drawing.
struct Projection {
    view: Rect,
    per_degree: (f64, f64),
}

impl Projection {
    fn new(view: Rect) -> Self {
        let shrink = view.center().y.to_radians().cos();
        let across = (WIDTH - 2.0 * MARGIN) / (view.width() * shrink).max(1e-6);
        Self { view, per_degree: (across * shrink, across) }
    }

    fn height(&self) -> f64 {
        self.view.height() * self.per_degree.1 + 2.0 * MARGIN
    }

    fn point(&self, (lon, lat): (f64, f64)) -> (f64, f64) {
        let x = MARGIN + (lon - self.view.min().x) * self.per_degree.0;
        let y = MARGIN + (self.view.max().y - lat) * self.per_degree.1;
        (x, y)
    }

    fn path(&self, outline: &MultiPolygon) -> String {
        let mut path = String::new();
        for polygon in outline {
            for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                for (coord, letter) in ring.coords().zip(std::iter::once('M').chain(std::iter::repeat('L'))) {
                    let (x, y) = self.point((coord.x, coord.y));
                    let _ = write!(path, "{letter}{} {}", Px(x), Px(y));
                }
                path.push('Z');
            }
        }
        path
    }
}

/// The map as an SVG element.
pub fn map(words: &Words, layers: &Layers) -> String {
    let projection = Projection::new(layers.view.unwrap_or_else(|| whole(layers)));
    let drawing = Drawing {
        words,
        width: Px(WIDTH),
        height: Px(projection.height()),
        areas: layers.areas.iter().map(|area| drawn_area(area, &projection)).collect(),
        flows: drawn_flows(layers, &projection),
        places: drawn_places(layers, &projection),
        labels: drawn_labels(layers, &projection),
        letters: Px(layers.letters),
        halo: Px(layers.letters / 5.0),
    };
    drawn(&drawing)
}

/// The rectangle around every outline and point.
fn whole(layers: &Layers) -> Rect {
    let mut around: Option<Rect> = None;
    let points = layers.areas.iter().map(|area| Rect::new(area.point, area.point));
    let outlines = layers.areas.iter().filter_map(|area| area.outline.and_then(BoundingRect::bounding_rect));
    for rect in points.chain(outlines) {
        around = Some(around.map_or(rect, |around| joined(around, rect)));
    }
    // A tenth of a degree around nothing, or around one point.
    let around = around.unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
    if around.width() > 0.0 && around.height() > 0.0 {
        return around;
    }
    let (min, max) = (around.min(), around.max());
    Rect::new((min.x - 0.05, min.y - 0.05), (max.x + 0.05, max.y + 0.05))
}

/// The smallest rectangle around two others.
pub fn joined(one: Rect, other: Rect) -> Rect {
    let (a, b) = (one, other);
    let min = Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) };
    let max = Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) };
    Rect::new(min, max)
}

fn drawn_area<'a>(area: &Area<'a>, projection: &Projection) -> DrawnArea<'a> {
    let (class, fill) = match area.shade {
        Shade::Plain => ("plain".to_owned(), "#f4f2ec"),
        Shade::Step(step) => (format!("s{step}"), STEPS[step.min(STEPS.len() - 1)]),
        Shade::Chosen => ("chosen".to_owned(), "#f6c445"),
    };
    let path = area.outline.map_or_else(
        || {
            // A commune without an outline is a small diamond at its point.
            let (x, y) = projection.point(area.point);
            format!("M{} {}l5 5l-5 5l-5 -5Z", Px(x), Px(y - 5.0))
        },
        |outline| projection.path(outline),
    );
    DrawnArea { key: area.key, hint: area.hint, class, fill, path }
}

/// Flows bend slightly to the right of their direction, so that both directions are visible.
fn drawn_flows<'a>(layers: &Layers<'a>, projection: &Projection) -> Vec<DrawnFlow<'a>> {
    let most = layers.flows.iter().map(|flow| flow.amount).fold(1.0, f64::max);
    let one = |flow: &Flow<'a>| {
        let [(x0, y0), (x1, y1)] = flow.between.map(|point| projection.point(point));
        let (mid_x, mid_y) = (f64::midpoint(x0, x1), f64::midpoint(y0, y1));
        let (bend_x, bend_y) = (mid_x - (y1 - y0) * 0.12, mid_y + (x1 - x0) * 0.12);
        let path = format!("M{} {}Q{} {} {} {}", Px(x0), Px(y0), Px(bend_x), Px(bend_y), Px(x1), Px(y1));
        DrawnFlow { hint: flow.hint, path, width: Px((WIDEST_FLOW * flow.amount / most).max(0.8)) }
    };
    layers.flows.iter().map(one).collect()
}

fn drawn_places<'a>(layers: &Layers<'a>, projection: &Projection) -> Vec<DrawnPlace<'a>> {
    let one = |place: &Place<'a>| {
        let (x, y) = projection.point(place.point);
        DrawnPlace { hint: place.hint, x: Px(x), y: Px(y), radius: Px(radius(layers, place)) }
    };
    layers.places.iter().map(one).collect()
}

fn radius(layers: &Layers, place: &Place) -> f64 {
    let most = layers.places.iter().map(|place| place.amount).fold(1.0, f64::max);
    (LARGEST_PLACE * (place.amount / most).sqrt()).max(4.0)
}

/// Names of the areas whose point is in view: below the place at their point, if there is one, else on the point; if
/// that is taken, above or to the side. Where space is short, the chosen area has priority, then areas with a place,
/// largest first, then the others in their order.
fn drawn_labels<'a>(layers: &Layers<'a>, projection: &Projection) -> Vec<DrawnLabel<'a>> {
    let place_at = |area: &Area| layers.places.iter().find(|place| place.point == area.point);
    let around = |area: &Area| place_at(area).map_or(0.0, |place| radius(layers, place));
    let mut areas: Vec<&Area<'a>> = layers.areas.iter().filter(|area| !area.label.is_empty()).collect();
    let rank = |area: &&Area<'a>| (area.shade != Shade::Chosen, -around(area));
    areas.sort_by(|one, other| {
        let (one, other) = (rank(one), rank(other));
        one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    let field = Rect::new((0.0, 0.0), (WIDTH, projection.height()));
    let mut taken: Vec<Rect> = Vec::new();
    let mut labels = Vec::new();
    for area in areas {
        let free = spots(projection.point(area.point), around(area), area.label, layers.letters)
            .into_iter()
            .find(|(_, room)| field.contains(room) && taken.iter().all(|other| !other.intersects(room)));
        if let Some(((x, y), room)) = free {
            let class = if area.shade == Shade::Chosen { "name chosen" } else { "name" };
            labels.push(DrawnLabel { text: area.label, x: Px(x), y: Px(y), class });
            taken.push(room);
        }
    }
    labels
}

/// Possible positions of a name around a point with a circle of this radius: middle of its baseline, and the space it takes.
fn spots((x, y): (f64, f64), radius: f64, label: &str, letters: f64) -> [((f64, f64), Rect); 5] {
    let half = label.chars().count() as f64 * LETTER * letters / 2.0;
    let (below, above) = (y + radius + RISE * letters, y - radius - FALL * letters);
    let middle = y + FALL * letters;
    let first = if radius > 0.0 { below } else { middle };
    let beside = half + radius + 0.3 * letters;
    let at = [(x, first), (x, above), (x, below), (x + beside, middle), (x - beside, middle)];
    at.map(|(x, y)| {
        let room = Rect::new((x - half, y - RISE * letters), (x + half, y + FALL * letters));
        ((x, y), room)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_and_outlines_are_whole() {
        let square: MultiPolygon =
            geo::Polygon::new(vec![(6.0, 47.0), (6.1, 47.0), (6.1, 47.1), (6.0, 47.1)].into(), vec![]).into();
        let area = Area {
            key: "25304",
            outline: Some(&square),
            point: (6.05, 47.05),
            hint: "<script>",
            label: "A & B",
            shade: Shade::Step(2),
        };
        let words = Words { id: "map".into(), title: "Carte".into(), description: String::new() };
        let svg = map(&words, &Layers { areas: vec![area], ..Layers::default() });
        assert!(!svg.contains("<script>") && svg.contains("A &#38; B"), "{svg}");
        assert_eq!(svg.matches('L').count(), 4, "{svg}");
    }

    #[test]
    fn names_that_would_lie_over_each_other_move_apart() {
        let area = |point| Area {
            key: "",
            outline: None,
            point,
            hint: "",
            label: "Montbéliard",
            shade: Shade::Plain,
        };
        // The first two are a few units apart, the others far away.
        let points = [(6.5, 47.5), (6.501, 47.5), (6.0, 47.0), (7.0, 48.0)];
        let words = Words { id: "map".into(), title: "Carte".into(), description: String::new() };
        let layers = Layers { areas: points.map(area).to_vec(), letters: SMALL_LETTERS, ..Layers::default() };
        let labels = drawn_labels(&layers, &Projection::new(whole(&layers)));
        assert!(labels.len() >= 2, "both names in the middle are shown: {}", labels.len());
        assert!((labels[0].y.0 - labels[1].y.0).abs() > SMALL_LETTERS, "{} {}", labels[0].y, labels[1].y);
        assert!(map(&words, &layers).contains("font-size=\"11\""));
    }

    #[test]
    fn a_map_of_nothing_is_drawn() {
        let words = Words { id: "map".into(), title: "Carte".into(), description: String::new() };
        assert!(!map(&words, &Layers::default()).contains("NaN"));
    }
}
