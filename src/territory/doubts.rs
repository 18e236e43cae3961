//! Implausible points and boundaries of a territory, with their correction where possible.
//!
//! Roads are derived in any case, and the doubts are reported with them. Each names the commune's own data as the cause:
//! a point outside its outline, an outline under two codes, outlines that were simplified apart, or, if none of these
//! explains it, a road that neighbours cannot have.

use std::collections::{BTreeMap, BTreeSet};

use geo::{
    ChamberlainDuquetteArea, Contains, Coord, Distance, Euclidean, InteriorPoint, MapCoords, MultiPolygon,
    Point,
};
use typed_index_collections::{TiSlice, TiVec};

use super::borders::{Border, perimeters_m, shared_borders};
use super::commune::Commune;
use super::road::{DerivedRoad, Link, great_circle_m};
use crate::ids::CommuneId;

/// How far a point may be outside its outline, metres: outlines are simplified, and a town hall may be at the border.
const MARGIN_M: f64 = 500.0;
/// Share of both outlines from which a border counts as the whole outline.
const CONGRUENT: f64 = 0.95;
/// Length below which roads of neighbours are never doubted, metres.
const SHORT_M: f64 = 20_000.0;
/// Multiple of both communes' widths beyond which their points cannot be apart.
const WIDTHS: f64 = 3.0;
/// Length below which links between parts of a territory are never doubted, metres.
const LINK_M: f64 = 100_000.0;
/// Tolerances to try if parts of a territory remain disconnected, metres.
const TOLERANCES_M: [f64; 3] = [10.0, 50.0, 200.0];

/// A commune whose point lies outside its outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outside {
    /// The commune.
    pub commune: CommuneId,
    /// How far outside, metres.
    pub metres: f64,
    /// A point in the middle of the outline: latitude and longitude, degrees.
    pub inside: (f64, f64),
}

/// Two communes of different parts whose outlines nearly touch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// One commune.
    pub one: CommuneId,
    /// The other.
    pub other: CommuneId,
    /// The tolerance, metres, with which they are neighbours.
    pub tolerance_m: f64,
}

/// All doubts, in the order of the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Doubts {
    /// Communes whose points lie outside their outlines.
    pub outside: Vec<Outside>,
    /// Communes with the outline of another, which is named first.
    pub same_boundary: Vec<(CommuneId, CommuneId)>,
    /// Roads that are too long for their ends, with their lengths as the crow flies, metres.
    pub absurd_roads: Vec<(CommuneId, CommuneId, f64)>,
    /// Communes that a wider tolerance would join.
    pub near: Vec<Near>,
}

impl Doubts {
    /// All doubts about these communes, their outlines and the roads derived from them.
    pub(super) fn of(
        communes: &TiSlice<CommuneId, Commune>,
        outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>,
        roads: &[DerivedRoad],
        same_boundary: Vec<(CommuneId, CommuneId)>,
        near: Vec<Near>,
    ) -> Self {
        let with_outline =
            communes.iter_enumerated().filter_map(|(id, commune)| Some((id, commune, outlines[id]?)));
        let outside: Vec<Outside> =
            with_outline.filter_map(|(id, commune, outline)| outside(id, commune, outline)).collect();
        let told: BTreeSet<CommuneId> = outside.iter().map(|outside| outside.commune).collect();
        let ends = roads.iter().map(|derived| (derived.road.from, derived.road.to, derived.link));
        let untold = ends.filter(|(from, to, _)| !told.contains(from) && !told.contains(to));
        let absurd_roads = untold.filter_map(|(from, to, link)| {
            let metres = great_circle_m(&communes[from], &communes[to]);
            let longest = match link {
                Link::Border(_) => SHORT_M.max(WIDTHS * (width_m(outlines[from]) + width_m(outlines[to]))),
                Link::Shortest => LINK_M,
            };
            (longest < metres).then_some((from, to, metres))
        });
        Self { absurd_roads: absurd_roads.collect(), outside, same_boundary, near }
    }
}

/// If the point of a commune is outside its outline: how far, and a point that is inside.
fn outside(id: CommuneId, commune: &Commune, outline: &MultiPolygon) -> Option<Outside> {
    let point = Point::new(commune.lon, commune.lat);
    if outline.contains(&point) {
        return None;
    }
    let shrink = commune.lat.to_radians().cos().max(0.01);
    let metre = 111_195.0;
    let to_metres = |degrees: Coord| Coord { x: degrees.x * shrink * metre, y: degrees.y * metre };
    let metres = Euclidean.distance(&point.map_coords(to_metres), &outline.map_coords(to_metres));
    let inside = outline.interior_point()?;
    (MARGIN_M < metres).then_some(Outside { commune: id, metres, inside: (inside.y(), inside.x()) })
}

/// The side of a square with the area of an outline, metres.
fn width_m(outline: Option<&MultiPolygon>) -> f64 {
    outline.map_or(0.0, |outline| outline.chamberlain_duquette_unsigned_area().sqrt())
}

/// The outline of each commune that has one.
type Outlines<'a> = TiVec<CommuneId, Option<&'a MultiPolygon>>;

/// The outlines without exact copies of earlier ones, and the list of copies.
pub(super) fn without_copies<'a>(
    outlines: &TiSlice<CommuneId, Option<&'a MultiPolygon>>,
) -> (Outlines<'a>, Vec<(CommuneId, CommuneId)>) {
    let mut first: BTreeMap<Vec<(u64, u64)>, CommuneId> = BTreeMap::new();
    let (mut kept, mut copies) = (TiVec::from(outlines.raw.to_vec()), Vec::new());
    for (id, outline) in outlines.iter_enumerated() {
        let Some(outline) = outline else { continue };
        let corners = outline.iter().flat_map(|polygon| polygon.exterior().coords());
        let corners: Vec<(u64, u64)> =
            corners.map(|corner| (corner.x.to_bits(), corner.y.to_bits())).collect();
        let original = *first.entry(corners).or_insert(id);
        if original != id {
            kept[id] = None;
            copies.push((original, id));
        }
    }
    (kept, copies)
}

/// Removes borders that are the whole outline of both communes, and returns them.
pub(super) fn take_congruent(
    borders: &mut Vec<Border>,
    outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>,
) -> Vec<(CommuneId, CommuneId)> {
    let perimeters = perimeters_m(outlines);
    let is_whole = |border: &Border| {
        [border.one, border.other].into_iter().all(|commune| CONGRUENT * perimeters[commune] <= border.metres)
    };
    let congruent = borders.extract_if(.., |border| is_whole(border));
    congruent.map(|border| (border.one, border.other)).collect()
}

/// For each two parts that a wider tolerance would join, the first communes that it joins.
pub(super) fn nearly_touching(
    outlines: &TiSlice<CommuneId, Option<&MultiPolygon>>,
    parts: &TiSlice<CommuneId, usize>,
    tolerance_m: f64,
) -> Vec<Near> {
    let mut found: BTreeMap<(usize, usize), Near> = BTreeMap::new();
    for tolerance_m in TOLERANCES_M.into_iter().filter(|&wider| tolerance_m < wider) {
        for Border { one, other, .. } in shared_borders(outlines, tolerance_m) {
            let ends = (parts[one].min(parts[other]), parts[one].max(parts[other]));
            if ends.0 != ends.1 {
                found.entry(ends).or_insert(Near { one, other, tolerance_m });
            }
        }
    }
    let mut near: Vec<Near> = found.into_values().collect();
    near.sort_by_key(|near| (near.one, near.other));
    near
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use geo::polygon;

    use super::*;
    use crate::territory::{Derivation, Estimate, roads_from_boundaries};

    /// A square of a twentieth of a degree, its west side at `west`.
    fn square(west: f64) -> MultiPolygon {
        let (east, south, north) = (west + 0.05, 47.0, 47.05);
        polygon![(x: west, y: south), (x: east, y: south), (x: east, y: north), (x: west, y: north)].into()
    }

    fn derived(communes: &[(&str, f64, f64, MultiPolygon)]) -> Derivation {
        let boundaries: BTreeMap<String, MultiPolygon> =
            communes.iter().map(|(insee, _, _, outline)| ((*insee).to_owned(), outline.clone())).collect();
        let communes: TiVec<CommuneId, Commune> =
            communes.iter().map(|(insee, lat, lon, _)| Commune::at(insee, *lat, *lon)).collect();
        roads_from_boundaries(&communes, &boundaries, &Estimate::default())
    }

    #[test]
    fn a_point_outside_its_outline_is_told_with_one_inside_and_not_again_for_its_roads() {
        let found = derived(&[("25001", 47.02, 6.02, square(6.0)), ("25002", 45.0, 6.07, square(6.05))]);
        let outside = &found.doubts.outside;
        assert_eq!(outside.iter().map(|outside| outside.commune.0).collect::<Vec<_>>(), [1]);
        // Two degrees of latitude are 222.4 km.
        assert!((outside[0].metres - 222_390.0).abs() < 500.0, "{outside:?}");
        assert!((outside[0].inside.0 - 47.025).abs() < 0.03 && (outside[0].inside.1 - 6.075).abs() < 0.03);
        assert_eq!(found.doubts.absurd_roads, []);
    }

    #[test]
    fn a_boundary_with_a_part_elsewhere_makes_an_absurd_road() {
        let mut far = square(9.0);
        far.0.extend(square(6.05).0);
        let found = derived(&[("25001", 47.02, 6.02, square(6.0)), ("25002", 47.02, 9.02, far)]);
        assert_eq!(found.doubts.outside, []);
        let roads: Vec<_> = found.doubts.absurd_roads.iter().map(|road| (road.0.0, road.1.0)).collect();
        assert_eq!(roads, [(0, 1)]);
    }

    #[test]
    fn a_boundary_under_two_codes_joins_nobody() {
        let west = ("25001", 47.02, 6.02, square(6.0));
        // 0.00001 degrees of longitude are 0.8 m.
        for copy in [square(6.05), square(6.050_01)] {
            let found =
                derived(&[west.clone(), ("25002", 47.02, 6.07, square(6.05)), ("25003", 47.02, 6.07, copy)]);
            let same: Vec<_> = found.doubts.same_boundary.iter().map(|same| (same.0.0, same.1.0)).collect();
            assert_eq!(same, [(1, 2)]);
        }
    }

    #[test]
    fn parts_that_nearly_touch_are_told_with_the_tolerance_that_joins_them() {
        // 0.0004 degrees of longitude are 30 m here.
        let found = derived(&[("25001", 47.02, 6.02, square(6.0)), ("25002", 47.02, 6.07, square(6.050_4))]);
        let near = &found.doubts.near;
        assert_eq!(near.len(), 1);
        assert!((near[0].tolerance_m - 50.0).abs() < 1e-9, "{near:?}");
        let apart = derived(&[("25001", 47.02, 6.02, square(6.0)), ("25002", 47.02, 6.17, square(6.15))]);
        assert_eq!(apart.doubts, Doubts::default());
    }
}
