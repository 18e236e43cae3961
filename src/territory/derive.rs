//! Roads from commune boundaries, for a territory without measured ones (PROBLEM.md section 3).
//!
//! Communes that share a border are joined. A road's length is the great-circle distance between the communes' points
//! times a detour factor, its duration that length at a constant speed. Disconnected parts of the territory are joined
//! by their shortest links. All of it is an estimate and must be labelled as one.
//!
//! ```
//! use std::collections::BTreeMap;
//! use ateliers::instance::entities::Commune;
//! use ateliers::territory::{Estimate, Link, roads_from_boundaries};
//! use geo::polygon;
//! use typed_index_collections::TiVec;
//!
//! let commune = |insee: &str, lon: f64| Commune { name: String::new(), ..Commune::at(insee, 47.05, lon) };
//! let square = |west: f64| {
//!     let east = west + 0.1;
//!     polygon![(x: west, y: 47.0), (x: east, y: 47.0), (x: east, y: 47.1), (x: west, y: 47.1)].into()
//! };
//! let communes = TiVec::from(vec![commune("25274", 6.05), commune("25304", 6.15)]);
//! let boundaries = BTreeMap::from([("25274".to_owned(), square(6.0)), ("25304".to_owned(), square(6.1))]);
//! let derivation = roads_from_boundaries(&communes, &boundaries, &Estimate::default());
//! assert!(matches!(derivation.roads[0].link, Link::Border(metres) if metres > 11_000.0));
//! // 7.576 km as the crow flies, × 1.3.
//! assert_eq!(derivation.roads[0].road.leg.km.to_f64(), 9.85);
//! ```
//!
//! # Size
//! Borders: O(e log e) for e edges of outlines. Joining parts visits every pair of communes of different parts once,
//! O(n²) in time and O(n) in memory for n communes; 1,200 communes in 20 parts take some hundredths of a second.

use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;
use petgraph::unionfind::UnionFind;
use typed_index_collections::{TiSlice, TiVec};

use super::borders::{self, Border, shared_borders};
use super::commune::{Commune, Leg};
use super::doubts::{Doubts, nearly_touching, take_congruent, without_copies};
use super::road::{DerivedRoad, Link, great_circle_m};
use super::travel::Road;
use crate::ids::CommuneId;
use crate::units::{Kilometres, Minutes, NANO};

/// How lengths and durations are estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Length by road divided by length as the crow flies; at least 1.
    pub detour: f64,
    /// Speed, km/h; above 0.
    pub speed_kmh: f64,
    /// Largest distance between two outlines of one border, metres.
    pub tolerance_m: f64,
}

impl Default for Estimate {
    /// PROBLEM.md section 3: a detour of 1.3 at 40 km/h.
    fn default() -> Self {
        Self { detour: 1.3, speed_kmh: 40.0, tolerance_m: borders::TOLERANCE_M }
    }
}

/// The derived roads, and what was missing for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    /// Roads, sorted by the INSEE codes of their ends.
    pub roads: Vec<DerivedRoad>,
    /// Number of parts of the territory that no border joins; 1 if it is connected.
    pub n_components: usize,
    /// Communes without a boundary: only a shortest link joins them.
    pub without_boundary: Vec<CommuneId>,
    /// Communes with a boundary that no other shares.
    pub without_neighbour: Vec<CommuneId>,
    /// Doubts about the points and boundaries.
    pub doubts: Doubts,
    /// Codes of boundaries that are not in the table of communes: left out.
    pub unknown_boundaries: Vec<String>,
}

/// Derives roads between `communes` from their `boundaries` (by INSEE code, degrees WGS84).
pub fn roads_from_boundaries(
    communes: &TiSlice<CommuneId, Commune>,
    boundaries: &BTreeMap<String, MultiPolygon>,
    estimate: &Estimate,
) -> Derivation {
    let given: TiVec<CommuneId, _> = communes.iter().map(|commune| boundaries.get(&commune.insee)).collect();
    let (outlines, mut same) = without_copies(&given);
    let mut borders = shared_borders(&outlines, estimate.tolerance_m);
    same.extend(take_congruent(&mut borders, &outlines));
    let parts = parts(communes.len(), &borders);
    let border_road = |border: &Border| (border.one, border.other, Link::Border(border.metres));
    let links = shortest_links(communes, &parts);
    let joined = borders.iter().map(border_road).chain(links.iter().map(|&(a, b)| (a, b, Link::Shortest)));
    let mut roads: Vec<DerivedRoad> =
        joined.map(|(one, other, link)| derived_road(communes, one, other, link, estimate)).collect();
    roads.sort_by_key(|derived| (&communes[derived.road.from].insee, &communes[derived.road.to].insee));
    let near =
        if links.is_empty() { Vec::new() } else { nearly_touching(&outlines, &parts, estimate.tolerance_m) };
    let neighbours: BTreeSet<CommuneId> =
        borders.iter().flat_map(|border| [border.one, border.other]).collect();
    let doubled: BTreeSet<CommuneId> = same.iter().flat_map(|&(one, other)| [one, other]).collect();
    let is_alone = |&commune: &CommuneId| {
        outlines[commune].is_some() && !neighbours.contains(&commune) && !doubled.contains(&commune)
    };
    Derivation {
        doubts: Doubts::of(communes, &given, &roads, same, near),
        roads,
        n_components: links.len() + usize::from(!communes.is_empty()),
        without_boundary: given.keys().filter(|&commune| given[commune].is_none()).collect(),
        without_neighbour: outlines.keys().filter(is_alone).collect(),
        unknown_boundaries: unknown_codes(communes, boundaries),
    }
}

/// The part of the territory that contains each commune, named by one of its communes.
fn parts(n_communes: usize, borders: &[Border]) -> TiVec<CommuneId, usize> {
    let mut joined = UnionFind::<usize>::new(n_communes);
    for border in borders {
        joined.union(border.one.into(), border.other.into());
    }
    joined.into_labeling().into()
}

/// The links that join all parts with the least length: a minimum spanning tree over the parts, grown from the first
/// commune's (Prim). Of links of equal length, the one between the smaller INSEE codes counts, in any order of the
/// table.
fn shortest_links(
    communes: &TiSlice<CommuneId, Commune>,
    parts: &TiSlice<CommuneId, usize>,
) -> Vec<(CommuneId, CommuneId)> {
    type Way = (f64, CommuneId, CommuneId);
    let is_shorter = |a: &Way, b: &Way| {
        let codes = |way: &Way| codes_in_order(communes, way.1, way.2);
        a.0.total_cmp(&b.0).then_with(|| codes(a).cmp(&codes(b))).is_lt()
    };
    let first = communes.keys().next().map(|first| parts[first]);
    let (mut joined, mut left): (Vec<CommuneId>, Vec<CommuneId>) =
        communes.keys().partition(|&commune| Some(parts[commune]) == first);
    // The shortest way from each unjoined commune to the joined ones.
    let mut ways: TiVec<CommuneId, Option<Way>> = vec![None; communes.len()].into();
    let mut links = Vec::new();
    while !left.is_empty() {
        let mut best: Option<Way> = None;
        for &other in &left {
            for &one in &joined {
                let way = (great_circle_m(&communes[one], &communes[other]), one, other);
                if ways[other].is_none_or(|known| is_shorter(&way, &known)) {
                    ways[other] = Some(way);
                }
            }
            let way = ways[other];
            if way.is_some_and(|way| best.is_none_or(|best| is_shorter(&way, &best))) {
                best = way;
            }
        }
        let Some((_, one, other)) = best else { break };
        links.push((one.min(other), one.max(other)));
        (joined, left) = left.into_iter().partition(|&commune| parts[commune] == parts[other]);
    }
    links
}

fn codes_in_order(communes: &TiSlice<CommuneId, Commune>, one: CommuneId, other: CommuneId) -> (&str, &str) {
    let (one, other) = (communes[one].insee.as_str(), communes[other].insee.as_str());
    (one.min(other), one.max(other))
}

fn derived_road(
    communes: &TiSlice<CommuneId, Commune>,
    one: CommuneId,
    other: CommuneId,
    link: Link,
    estimate: &Estimate,
) -> DerivedRoad {
    let in_order = communes[one].insee <= communes[other].insee;
    let (from, to) = if in_order { (one, other) } else { (other, one) };
    let leg = estimated_leg(great_circle_m(&communes[from], &communes[to]), estimate);
    DerivedRoad { road: Road { from, to, leg }, link }
}

/// Kilometres rounded to 0.01, and the minutes for the rounded kilometres, rounded to 0.1: the minutes can be recomputed
/// from the file.
fn estimated_leg(great_circle_m: f64, estimate: &Estimate) -> Leg {
    let (km, km_nano) = rounded(great_circle_m / 1_000.0 * estimate.detour, 2);
    let (_, minutes_nano) = rounded(km / estimate.speed_kmh * 60.0, 1);
    Leg { km: Kilometres::from_nano(km_nano), minutes: Minutes::from_nano(minutes_nano) }
}

/// A length or duration rounded to `decimals` decimals, as a float and in billionths.
///
/// Rounded like the float's decimal representation (its exact value to the nearest, to even on a tie), as spreadsheets
/// and Python round to decimals; `(value * 10).round()` would round 4.35, whose float is smaller, up to 4.4.
fn rounded(value: f64, decimals: usize) -> (f64, i64) {
    // Beyond every limit of the input; reached with a speed of a millimetre an hour.
    let text = format!("{:.decimals$}", value.min(1e9));
    let nano_in_last = NANO / 10_i64.pow(decimals as u32);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (text.parse().unwrap_or(value), digits.parse::<i64>().unwrap_or_default() * nano_in_last)
}

fn unknown_codes(
    communes: &TiSlice<CommuneId, Commune>,
    boundaries: &BTreeMap<String, MultiPolygon>,
) -> Vec<String> {
    let known: std::collections::BTreeSet<&str> =
        communes.iter().map(|commune| commune.insee.as_str()).collect();
    boundaries.keys().filter(|code| !known.contains(code.as_str())).cloned().collect()
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    fn commune(insee: &str, lon: f64, lat: f64) -> Commune {
        Commune::at(insee, lat, lon)
    }

    /// A square of a tenth of a degree around the commune's point.
    fn around(commune: &Commune) -> (String, MultiPolygon) {
        let (x, y, r) = (commune.lon, commune.lat, 0.05);
        let square =
            polygon![(x: x - r, y: y - r), (x: x + r, y: y - r), (x: x + r, y: y + r), (x: x - r, y: y + r)];
        (commune.insee.clone(), square.into())
    }

    fn ends(communes: &TiVec<CommuneId, Commune>, derivation: &Derivation) -> Vec<(String, String, Link)> {
        let codes = |derived: &DerivedRoad| {
            let (from, to) = (&communes[derived.road.from].insee, &communes[derived.road.to].insee);
            (from.clone(), to.clone(), derived.link)
        };
        derivation.roads.iter().map(codes).collect()
    }

    #[test]
    fn minutes_follow_from_the_rounded_kilometres() {
        let leg = |metres: f64| {
            let leg = estimated_leg(metres, &Estimate::default());
            (leg.km.nano() / (NANO / 100), leg.minutes.nano() / (NANO / 10))
        };
        // 1,000 m × 1.3 = 1.30 km; 1.30 / 40 × 60 = 1.95 minutes, as a float above: 2.0.
        assert_eq!(leg(1_000.0), (130, 20));
        // 1,461.54 m × 1.3 = 1.900002 km -> 1.90 km; 2.85 minutes, as a float above: 2.9.
        assert_eq!(leg(1_461.54), (190, 29));
        // 2,230.77 m × 1.3 = 2.900001 km -> 2.90 km; 4.35 minutes, as a float below: 4.3.
        assert_eq!(leg(2_230.77), (290, 43));
        // 4,230.77 m × 1.3 = 5.500001 km -> 5.50 km; 8.25 minutes, a float exactly: to the even digit, 8.2.
        assert_eq!(leg(4_230.77), (550, 82));
    }

    #[test]
    fn parts_that_no_border_joins_are_joined_by_their_shortest_links() {
        // Two neighbours in the west (1 and 2), one commune alone in the east (4), one without a boundary between them
        // (3): 3 is nearest to 2, and 4 to 3.
        let communes: TiVec<CommuneId, _> = vec![
            commune("00004", 6.9, 47.0),
            commune("00001", 6.0, 47.0),
            commune("00003", 6.4, 47.0),
            commune("00002", 6.1, 47.0),
        ]
        .into();
        let bounded = [0, 1, 3].map(|place: usize| around(&communes[CommuneId::from(place)]));
        let mut boundaries = BTreeMap::from(bounded);
        boundaries.insert("99999".to_owned(), boundaries["00001"].clone());
        let derivation = roads_from_boundaries(&communes, &boundaries, &Estimate::default());
        let ends = ends(&communes, &derivation);
        assert_eq!(ends.len(), 3);
        assert!(matches!(&ends[0], (a, b, Link::Border(_)) if a == "00001" && b == "00002"), "{ends:?}");
        assert_eq!(ends[1], ("00002".to_owned(), "00003".to_owned(), Link::Shortest));
        assert_eq!(ends[2], ("00003".to_owned(), "00004".to_owned(), Link::Shortest));
        assert_eq!(derivation.n_components, 3);
        assert_eq!(derivation.without_boundary, [CommuneId(2)]);
        assert_eq!(derivation.without_neighbour, [CommuneId(0)]);
        assert_eq!(derivation.unknown_boundaries, ["99999"]);
    }

    #[test]
    fn no_communes_make_no_roads() {
        let derivation =
            roads_from_boundaries(TiSlice::from_ref(&[]), &BTreeMap::new(), &Estimate::default());
        assert_eq!((derivation.roads.len(), derivation.n_components), (0, 0));
    }
}
