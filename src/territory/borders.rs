//! Which communes share a border, and how long it is.
//!
//! Two communes share a border where their outlines run along each other: pieces of two edges that face each other and
//! stay within [`TOLERANCE_M`] over their whole length. Only pieces with a total length of at least [`MIN_BORDER_M`]
//! count, so communes that touch at one point (or at the corner where four meet) are not neighbours.
//!
//! # Design
//! Why not ask `geo` whether two polygons touch? Polygons that meet in a single point touch as well, while outlines that
//! were rounded or simplified apart by a metre do not. Why not compare vertices? One commune's outline may have a vertex
//! in the middle of its neighbour's edge (where a third commune begins), and the two then share no edge at all. Outlines
//! of the same border that were simplified independently and are further apart than the tolerance are not recognised:
//! the derivation reports communes without neighbours, and a wider tolerance can be set.
//!
//! # Size
//! An R-tree over all edges: O(e log e) for e edges. 1,200 communes with 17,000 edges take a tenth of a second. Where
//! outlines coincide, an edge is compared with those of `MOST_ALONG` communes only, so that a thousand copies of an
//! outline do not make a million borders.

use std::collections::BTreeMap;

use geo::{BoundingRect, Coord, Euclidean, Length, Line, LinesIter, MapCoords, MultiPolygon};
use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree, RTreeObject};
use typed_index_collections::{TiSlice, TiVec};

use crate::ids::CommuneId;

/// Largest distance between two outlines of one border, metres: twice the shift of a point when degrees are rounded to
/// five decimals, and far less than the width of any commune between two others.
pub const TOLERANCE_M: f64 = 2.0;

/// Contacts shorter than this count as points, metres.
pub const MIN_BORDER_M: f64 = 10.0;

/// Most communes whose outlines may run along one edge: on a map there are a handful.
const MOST_ALONG: usize = 32;

/// Mean radius of the Earth, metres (GRS80), which `geo` uses for great circles.
const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A border that two communes share; `one` comes before `other` in the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Border {
    /// One commune.
    pub one: CommuneId,
    /// The other.
    pub other: CommuneId,
    /// Length, metres.
    pub metres: f64,
}

/// An edge of an outline, in metres, and its commune.
type Edge = GeomWithData<Line<f64>, CommuneId>;

/// All shared borders, sorted by the two communes. Outlines are in degrees (WGS84); `None` shares no border.
pub fn shared_borders(outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>, tolerance_m: f64) -> Vec<Border> {
    let edges = edges_in_metres(outlines);
    let tree = RTree::bulk_load(edges.clone());
    let mut lengths: BTreeMap<(CommuneId, CommuneId), f64> = BTreeMap::new();
    for edge in &edges {
        let near = widened(edge.envelope(), tolerance_m);
        let mut along: Vec<CommuneId> = Vec::new();
        for facing in tree.locate_in_envelope_intersecting(&near).filter(|facing| edge.data != facing.data) {
            let shared = length_along(*edge.geom(), *facing.geom(), tolerance_m);
            if shared > 0.0 && edge.data < facing.data {
                *lengths.entry((edge.data, facing.data)).or_default() += shared;
            }
            if shared > 0.0 && !along.contains(&facing.data) {
                along.push(facing.data);
            }
            if MOST_ALONG < along.len() {
                break;
            }
        }
    }
    let borders = lengths.into_iter().map(|((one, other), metres)| Border { one, other, metres });
    borders.filter(|border| MIN_BORDER_M <= border.metres).collect()
}

/// The length of each outline, metres; 0 if there is none.
pub(super) fn perimeters_m(outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>) -> TiVec<CommuneId, f64> {
    let mut lengths: TiVec<CommuneId, f64> = vec![0.0; outlines.len()].into();
    for edge in edges_in_metres(outlines) {
        lengths[edge.data] += Euclidean.length(edge.geom());
    }
    lengths
}

/// All edges on a plane whose unit is the metre: exact along the middle latitude, a few per cent off at the ends of a
/// country, which is good enough for lengths compared with a tolerance.
fn edges_in_metres(outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>) -> Vec<Edge> {
    let boxes = || outlines.iter().flatten().filter_map(|outline| outline.bounding_rect());
    let south = boxes().map(|rect| rect.min().y).fold(f64::INFINITY, f64::min);
    let north = boxes().map(|rect| rect.max().y).fold(f64::NEG_INFINITY, f64::max);
    let shrink = f64::midpoint(south, north).to_radians().cos();
    let to_metres = |degrees: Coord| Coord {
        x: degrees.x.to_radians() * shrink * EARTH_RADIUS_M,
        y: degrees.y.to_radians() * EARTH_RADIUS_M,
    };
    let mut edges = Vec::new();
    for (commune, outline) in outlines.iter_enumerated() {
        let Some(outline) = outline else { continue };
        let lines = outline.lines_iter().map(|line| line.map_coords(to_metres));
        edges.extend(lines.filter(|line| line.start != line.end).map(|line| Edge::new(line, commune)));
    }
    edges
}

fn widened(envelope: AABB<geo::Point>, by: f64) -> AABB<geo::Point> {
    let margin = geo::Point::new(by, by);
    AABB::from_corners(envelope.lower() - margin, envelope.upper() + margin)
}

/// How far `facing` runs along `edge`: the length of the piece of `edge` onto which it projects, if both ends of that
/// piece are within the tolerance of it (between them the distance changes linearly), otherwise zero.
fn length_along(edge: Line, facing: Line, tolerance_m: f64) -> f64 {
    let length = Euclidean.length(&edge);
    let direction = edge.delta() / length;
    let along = |point: Coord| {
        let from_start = point - edge.start;
        from_start.x * direction.x + from_start.y * direction.y
    };
    let beside = |point: Coord| {
        let from_start = point - edge.start;
        from_start.y * direction.x - from_start.x * direction.y
    };
    let (start, end) = (along(facing.start), along(facing.end));
    let (from, until) = (start.min(end).max(0.0), start.max(end).min(length));
    if until <= from {
        return 0.0;
    }
    let slope = (beside(facing.end) - beside(facing.start)) / (end - start);
    let distance_at = |place: f64| (beside(facing.start) + slope * (place - start)).abs();
    let runs_along = distance_at(from) <= tolerance_m && distance_at(until) <= tolerance_m;
    if runs_along { until - from } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    /// A square of a hundredth of a degree whose lower left corner is at (lon, 47 + lat) hundredths.
    fn square(lon: f64, lat: f64) -> MultiPolygon {
        let (x, y) = (6.0 + lon / 100.0, 47.0 + lat / 100.0);
        MultiPolygon::from(
            polygon![(x: x, y: y), (x: x + 0.01, y: y), (x: x + 0.01, y: y + 0.01), (x: x, y: y + 0.01)],
        )
    }

    fn pairs(outlines: &[MultiPolygon]) -> Vec<(u32, u32, f64)> {
        let outlines: Vec<Option<&MultiPolygon>> = outlines.iter().map(Some).collect();
        let borders = shared_borders(TiSlice::from_ref(&outlines), TOLERANCE_M);
        borders.into_iter().map(|border| (border.one.0, border.other.0, border.metres)).collect()
    }

    #[test]
    fn squares_side_by_side_share_their_side_and_squares_at_a_corner_nothing() {
        let found = pairs(&[square(0.0, 0.0), square(1.0, 0.0), square(1.0, 1.0)]);
        assert_eq!(found.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 1), (1, 2)]);
        // A hundredth of a degree of latitude: 6,371,008.8 m × π / 18,000 = 1,111.95 m.
        assert!((found[0].2 - 1_111.95).abs() < 0.01, "{found:?}");
    }

    #[test]
    fn a_vertex_in_the_middle_of_a_neighbours_side_does_not_hide_the_border() {
        // The long commune below has one side; two communes are above it, shifted by half a square.
        let long = MultiPolygon::from(
            polygon![(x: 6.0, y: 46.99), (x: 6.02, y: 46.99), (x: 6.02, y: 47.0), (x: 6.0, y: 47.0)],
        );
        let found = pairs(&[long, square(0.5, 0.0), square(1.5, 0.0)]);
        assert_eq!(found.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
        // The first lies along it in full, the second by half.
        assert!((found[0].2 / found[1].2 - 2.0).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn outlines_a_metre_apart_share_a_border_and_a_hundred_metres_apart_do_not() {
        // 0.001 hundredths of a degree of latitude are 1.1 m, 0.1 are 111 m.
        assert_eq!(pairs(&[square(0.0, 0.0), square(0.0, 1.001)]).len(), 1);
        assert_eq!(pairs(&[square(0.0, 0.0), square(0.0, 1.1)]), []);
    }

    #[test]
    fn a_territory_of_1200_squares_has_every_border_and_no_corner() {
        // 40 columns of 30: 39 × 30 sides between columns, 40 × 29 within them.
        let squares: Vec<MultiPolygon> =
            (0..1_200).map(|place| square(f64::from(place / 30), f64::from(place % 30))).collect();
        assert_eq!(pairs(&squares).len(), 39 * 30 + 40 * 29);
    }

    #[test]
    fn copies_of_an_outline_do_not_make_a_border_for_each_pair() {
        let copies: Vec<MultiPolygon> = (0..2_000).map(|_| square(0.0, 0.0)).collect();
        // Four edges of each copy, each along a few others: 2,000 × 1,999 / 2 pairs are two millions.
        assert!(pairs(&copies).len() < 2_000 * 4 * (MOST_ALONG + 1));
    }

    #[test]
    fn a_commune_around_another_shares_all_of_its_outline() {
        let hole =
            geo::LineString::from(vec![(6.0, 47.0), (6.01, 47.0), (6.01, 47.01), (6.0, 47.01), (6.0, 47.0)]);
        let around =
            geo::LineString::from(vec![(5.9, 46.9), (6.1, 46.9), (6.1, 47.1), (5.9, 47.1), (5.9, 46.9)]);
        let ring = MultiPolygon::from(geo::Polygon::new(around, vec![hole]));
        assert_eq!(pairs(&[ring, square(0.0, 0.0)]).len(), 1);
    }
}
