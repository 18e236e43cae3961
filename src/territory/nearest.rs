//! A connected piece of a territory: the communes nearest to a centre.

use std::collections::BTreeSet;

use typed_index_collections::{TiSlice, TiVec};

use super::commune::Commune;
use super::road::great_circle_m;
use super::travel::Road;
use crate::ids::CommuneId;

/// The `n_communes` communes nearest to a centre, including itself, in the order of the table.
///
/// The piece grows from the centre over `roads`: the next commune is the one nearest to the centre, as the crow flies,
/// of those with a road to the piece. So the piece is connected, if the centre reaches that many communes at all;
/// otherwise the nearest of the others follow. O(n² + m) for n communes and m roads: 1,200 take some milliseconds.
///
/// ```
/// use ateliers::instance::entities::{Commune, Leg};
/// use ateliers::instance::ids::CommuneId;
/// use ateliers::territory::{Road, nearest};
/// use typed_index_collections::TiVec;
///
/// let commune = |insee: &str, lon: f64| Commune { name: String::new(), ..Commune::at(insee, 47.0, lon) };
/// let communes = TiVec::from(vec![commune("25274", 6.0), commune("25304", 6.1), commune("25539", 6.3)]);
/// let road = |from: usize, to: usize| Road { from: from.into(), to: to.into(), leg: Leg::ZERO };
/// // 25304 is nearer to 25274, but only 25539 leads there.
/// let roads = [road(0, 2), road(2, 1)];
/// assert_eq!(nearest(&communes, &roads, CommuneId(0), 2), [CommuneId(0), CommuneId(2)]);
/// ```
pub fn nearest(
    communes: &TiSlice<CommuneId, Commune>,
    roads: &[Road],
    centre: CommuneId,
    n_communes: usize,
) -> Vec<CommuneId> {
    let mut neighbours: TiVec<CommuneId, Vec<CommuneId>> = TiVec::from(vec![Vec::new(); communes.len()]);
    for road in roads {
        neighbours[road.from].push(road.to);
        neighbours[road.to].push(road.from);
    }
    let nearness = |id: CommuneId| (great_circle_m(&communes[centre], &communes[id]), &communes[id].insee);
    let by_nearness = |a: &CommuneId, b: &CommuneId| {
        let (one, other) = (nearness(*a), nearness(*b));
        one.0.total_cmp(&other.0).then_with(|| one.1.cmp(other.1))
    };
    let mut piece = BTreeSet::new();
    let mut rim = BTreeSet::from([centre]);
    while piece.len() < n_communes.min(communes.len()) {
        let outside = communes.keys().filter(|id| !piece.contains(id));
        let next = rim.iter().copied().min_by(by_nearness).or_else(|| outside.min_by(by_nearness));
        let Some(next) = next else { break };
        rim.remove(&next);
        piece.insert(next);
        rim.extend(neighbours[next].iter().filter(|id| !piece.contains(*id)));
    }
    piece.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::commune::Leg;

    /// Communes in a row, a tenth of a degree apart.
    fn row(n_communes: u32) -> TiVec<CommuneId, Commune> {
        let commune = |place: u32| Commune {
            name: String::new(),
            ..Commune::at(&format!("{place:05}"), 47.0, 6.0 + f64::from(place) / 10.0)
        };
        (0..n_communes).map(commune).collect()
    }

    fn roads(ends: &[(usize, usize)]) -> Vec<Road> {
        let road = |&(from, to): &(usize, usize)| Road { from: from.into(), to: to.into(), leg: Leg::ZERO };
        ends.iter().map(road).collect()
    }

    fn piece(roads: &[Road], centre: usize, n_communes: usize) -> Vec<usize> {
        nearest(&row(5), roads, centre.into(), n_communes).into_iter().map(usize::from).collect()
    }

    #[test]
    fn the_piece_grows_over_roads_only() {
        // 2 - 3 - 4 and 2 - 0 - 1: from 2, 3 is as near as 1, to which there is no road yet.
        let roads = roads(&[(2, 3), (3, 4), (2, 0), (0, 1)]);
        assert_eq!(piece(&roads, 2, 2), [2, 3]);
        // Then 0 and 4 are equally near: the smaller code is taken. Its neighbour 1 is nearer than 4.
        assert_eq!(piece(&roads, 2, 3), [0, 2, 3]);
        assert_eq!(piece(&roads, 2, 4), [0, 1, 2, 3]);
    }

    #[test]
    fn where_roads_end_the_nearest_of_the_others_follow() {
        assert_eq!(piece(&roads(&[(0, 1), (3, 4)]), 0, 3), [0, 1, 2]);
        assert_eq!(piece(&[], 4, 9), [0, 1, 2, 3, 4]);
    }
}
