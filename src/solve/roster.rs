//! Which trainer takes which kit on which day (rule H8), at the least cost of tours.
//!
//! On one day the trainers who need tablets are matched with kits that are large enough: an assignment problem. Days
//! do not influence each other, so the roster of a plan is optimal day by day.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;

use crate::instance::Instance;
use crate::instance::ids::{CommuneId, KitId};

/// Weight of a pairing that must not happen; far above any real tour in millionths of a euro.
const FORBIDDEN: i64 = 1 << 50;

/// Sizes at which the number of larger kits changes, from 0 on, with that number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shelf {
    larger: Vec<(usize, usize)>,
}

impl Shelf {
    fn new(tablets: &[usize]) -> Self {
        let sizes: BTreeSet<usize> = tablets.iter().copied().chain([0]).collect();
        let n_larger = |size: usize| tablets.iter().filter(|&&tablets| tablets > size).count();
        Self { larger: sizes.into_iter().map(|size| (size, n_larger(size))).collect() }
    }

    fn suffices(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> bool {
        self.larger
            .iter()
            .all(|&(size, n_larger)| needs.clone().filter(|&need| need > size).count() <= n_larger)
    }
}

/// A commune where kits are kept.
#[derive(Debug, Clone)]
pub struct Depot {
    /// Where.
    pub commune: CommuneId,
    /// Tablets of its largest kit.
    pub largest: usize,
    shelf: Shelf,
}

impl Depot {
    /// Whether its kits can meet all these needs at once.
    pub fn suffices(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> bool {
        self.shelf.suffices(needs)
    }
}

/// All kits.
#[derive(Debug, Clone)]
pub struct Stock {
    depots: Vec<Depot>,
    /// Depot and tablets of each kit.
    kits: Vec<(usize, usize)>,
    shelf: Shelf,
}

impl Stock {
    /// The kits of an instance.
    pub fn new(instance: &Instance) -> Self {
        let mut at: BTreeMap<CommuneId, Vec<usize>> = BTreeMap::new();
        instance.kits.iter().for_each(|kit| at.entry(kit.depot).or_default().push(kit.tablets));
        let kits = at.values().enumerate();
        let kits: Vec<(usize, usize)> =
            kits.flat_map(|(depot, tablets)| tablets.iter().map(move |&tablets| (depot, tablets))).collect();
        let all: Vec<usize> = kits.iter().map(|&(_, tablets)| tablets).collect();
        let depot = |(commune, tablets): (CommuneId, Vec<usize>)| Depot {
            commune,
            largest: tablets.iter().copied().max().unwrap_or(0),
            shelf: Shelf::new(&tablets),
        };
        Self { depots: at.into_iter().map(depot).collect(), kits, shelf: Shelf::new(&all) }
    }

    /// Where kits are kept.
    pub fn depots(&self) -> &[Depot] {
        &self.depots
    }

    /// Whether trainers with these needs (kit tablets; 0 needs no kit) can all have a kit, wherever it is kept.
    pub fn suffices(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> bool {
        self.shelf.suffices(needs)
    }

    /// The depot with a kit of at least `need` tablets from which a tour is cheapest; `tour` gives its cost (euros), and is
    /// not asked where there is one depot only. None without a need.
    pub fn cheapest(&self, need: usize, tour: impl Fn(usize) -> f64) -> Option<usize> {
        if need == 0 {
            return None;
        }
        let large = self.depots.iter().enumerate().filter(|(_, depot)| depot.largest >= need);
        if self.depots.len() < 2 {
            return large.map(|(at, _)| at).next();
        }
        let tours = large.map(|(at, _)| (at, tour(at)));
        tours.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
    }

    /// Gives each of the needs (kit tablets, each above 0) a kit so that the tours cost least, and returns the depots;
    /// `tour(i, depot)` is the cost of the i-th trainer's day with a kit of a depot (euros; infinite where it cannot be
    /// reached). `None` where there is no way.
    pub fn share(&self, needs: &[usize], tour: impl Fn(usize, usize) -> f64) -> Option<Vec<usize>> {
        let cost = |index: usize, kit: usize| {
            let (depot, tablets) = self.kits[kit];
            if tablets >= needs[index] { tour(index, depot) } else { f64::INFINITY }
        };
        let kits = assign(needs.len(), self.kits.len(), cost)?;
        Some(kits.into_iter().map(|kit| self.kits[kit].0).collect())
    }
}

/// The cheapest assignment of `n_kits` to `n_needs`; infinite costs forbid. `None` where there is none.
fn assign(n_needs: usize, n_kits: usize, cost: impl Fn(usize, usize) -> f64) -> Option<Vec<usize>> {
    if n_needs == 0 {
        return Some(Vec::new());
    }
    if n_needs > n_kits {
        return None;
    }
    let weight = |(index, kit): (usize, usize)| {
        let cost = cost(index, kit);
        // Cut off, not rounded: a millionth of a euro more or less is no matter, and this is done very often.
        if cost.is_finite() { (cost * 1e6) as i64 } else { FORBIDDEN }
    };
    let (total, kits) = kuhn_munkres_min(&Matrix::from_fn(n_needs, n_kits, weight));
    (total < FORBIDDEN).then_some(kits)
}

/// Matches needs with kits so that the tours cost least; `tour(i, kit)` is the cost of the i-th trainer's day with a
/// kit (euros; infinite where the depot cannot be reached). `None` where there is no matching.
pub fn match_kits(
    instance: &Instance,
    needs: &[usize],
    tour: impl Fn(usize, KitId) -> f64,
) -> Option<Vec<KitId>> {
    let cost = |index: usize, kit: usize| {
        let kit = KitId::from(kit);
        if instance.kits[kit].tablets >= needs[index] { tour(index, kit) } else { f64::INFINITY }
    };
    Some(assign(needs.len(), instance.kits.len(), cost)?.into_iter().map(KitId::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::hamlet::{AVAL, MILIEU, instance};

    /// The large kit of the hamlet has 5 tablets, the small one 2.
    const LARGE: KitId = KitId(0);
    const SMALL: KitId = KitId(1);

    #[test]
    fn kits_suffice_if_each_is_as_large_as_the_need_of_its_rank() {
        let stock = Stock::new(&instance(|_| {}));
        let suffices = |needs: &[usize]| stock.suffices(&needs.iter().copied());
        assert!(suffices(&[]) && suffices(&[0, 0, 0, 0]));
        assert!(suffices(&[2, 5]));
        assert!(!suffices(&[3, 3]), "the second kit is too small");
        assert!(!suffices(&[1, 1, 1]), "there are two kits");
        let none = Stock::new(&instance(|data| data.kits.clear()));
        assert!(none.suffices(&[0].into_iter()) && !none.suffices(&[1].into_iter()));
    }

    #[test]
    fn the_cheapest_matching_is_not_the_cheapest_kit_for_the_first() {
        // The large kit is nearer to both. 10 + 70 for (large, small) is more than 30 + 20 for (small, large).
        let costs = [[10.0, 30.0], [20.0, 70.0]];
        let tour = |trainer: usize, kit: KitId| costs[trainer][usize::from(kit)];
        assert_eq!(match_kits(&instance(|_| {}), &[1, 1], tour), Some(vec![SMALL, LARGE]));
    }

    #[test]
    fn depots_serve_trainers_as_their_kits_would() {
        let mut depots = Vec::new();
        let hamlet = instance(|data| {
            data.kits[LARGE].depot = MILIEU;
            data.kits[SMALL].depot = AVAL;
            depots = data.kits.iter().map(|kit| kit.depot).collect();
        });
        let stock = Stock::new(&hamlet);
        let at =
            |kit: KitId| stock.depots().iter().position(|d| d.commune == depots[usize::from(kit)]).unwrap();
        let costs = [[10.0, 30.0], [20.0, 70.0]];
        let tour = |trainer: usize, depot: usize| costs[trainer][usize::from(depot != at(LARGE))];
        assert_eq!(stock.share(&[1, 1], tour), Some(vec![at(SMALL), at(LARGE)]));
        assert_eq!(stock.share(&[3, 3], tour), None);
        let small = &stock.depots()[at(SMALL)];
        assert_eq!(small.largest, 2);
        assert!(small.suffices(&[2, 0].into_iter()) && !small.suffices(&[1, 1].into_iter()));
    }

    #[test]
    fn a_kit_that_is_too_small_or_out_of_reach_is_no_choice() {
        let hamlet = instance(|_| {});
        let costs = [[10.0, 30.0], [20.0, 70.0]];
        let tour = |trainer: usize, kit: KitId| costs[trainer][usize::from(kit)];
        assert_eq!(
            match_kits(&hamlet, &[3, 2], tour),
            Some(vec![LARGE, SMALL]),
            "3 tablets, whatever it costs"
        );
        assert_eq!(match_kits(&hamlet, &[3, 3], tour), None);
        assert_eq!(match_kits(&hamlet, &[1, 1, 1], |_, _| 1.0), None);
        assert_eq!(match_kits(&hamlet, &[1], |_, _| f64::INFINITY), None);
        assert_eq!(match_kits(&hamlet, &[], tour), Some(Vec::new()));
    }
}
