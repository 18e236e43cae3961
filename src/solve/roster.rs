//! Which trainer takes which kit on which day (rule H8), at the lowest tour cost.
//!
//! On each day, the trainers who need tablets are matched with kits that are large enough: an assignment problem. Days do not
//! influence each other, so a roster that is optimal for each day is optimal for the plan.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;

use crate::instance::Instance;
use crate::instance::ids::{CommuneId, KitId};

/// Weight of a forbidden pairing, far above any tour in billionths of a euro.
const FORBIDDEN: i128 = 1 << 100;

/// Sizes, from 0 on, at which the number of larger kits changes, with that number.
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

    /// Sizes beyond which there are fewer kits than trainers, and the largest; each with the number of kits larger than the size
    /// below it.
    fn levels(&self, n_trainers: usize) -> Vec<(usize, usize)> {
        let mut n_kits = self.larger[0].1;
        let mut levels = Vec::new();
        for &(most, n_larger) in self.larger.iter().filter(|&&(size, _)| size > 0) {
            if n_larger == 0 || n_larger < n_trainers {
                levels.push((most, n_kits));
                n_kits = n_larger;
            }
        }
        levels
    }

    fn suffices(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> bool {
        self.larger
            .iter()
            .all(|&(size, n_larger)| needs.clone().filter(|&need| need > size).count() <= n_larger)
    }

    fn most_beside(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> usize {
        let is_out = |&&(size, n_larger): &&(usize, usize)| {
            needs.clone().filter(|&need| need > size).count() >= n_larger
        };
        self.larger.iter().find(is_out).map_or(0, |&(size, _)| size)
    }
}

/// Kits of one size at one depot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Position in [`Stock::depots`].
    pub depot: usize,
    /// Tablets in each.
    pub tablets: usize,
    /// Number of kits.
    pub count: usize,
}

/// All kits.
#[derive(Debug, Clone)]
pub struct Stock {
    depots: Vec<CommuneId>,
    kinds: Vec<Kind>,
    shelf: Shelf,
    /// Largest need of each level from 1 on, and the number of kits that serve any need of it.
    levels: Vec<usize>,
    n_kits: Vec<usize>,
}

impl Stock {
    /// The kits of an instance.
    pub fn new(instance: &Instance) -> Self {
        let depots: BTreeSet<CommuneId> = instance.kits.iter().map(|kit| kit.depot).collect();
        let depots: Vec<CommuneId> = depots.into_iter().collect();
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for kit in &instance.kits {
            let depot = depots.partition_point(|&depot| depot < kit.depot);
            *counts.entry((depot, kit.tablets)).or_default() += 1;
        }
        let kinds = counts.into_iter().map(|((depot, tablets), count)| Kind { depot, tablets, count });
        let tablets: Vec<usize> = instance.kits.iter().map(|kit| kit.tablets).collect();
        let shelf = Shelf::new(&tablets);
        let (levels, n_kits) = shelf.levels(instance.trainers.len()).into_iter().unzip();
        Self { depots, kinds: kinds.collect(), shelf, levels, n_kits }
    }

    /// Largest need, in tablets, of each level from 1 on. Needs are distinguished where the number of kits can bind: level 0
    /// needs no kit, level i at most the i-th of these. The last is the largest kit; empty without kits.
    pub fn levels(&self) -> &[usize] {
        &self.levels
    }

    /// The level of a need.
    pub fn level(&self, need: usize) -> usize {
        if need == 0 { 0 } else { 1 + self.levels.iter().position(|&most| need <= most).unwrap_or(0) }
    }

    /// Number of kits that serve any need of a level, from 1 on.
    pub fn n_kits(&self, level: usize) -> usize {
        self.n_kits[level - 1]
    }

    /// Communes where kits are kept, ascending.
    pub fn depots(&self) -> &[CommuneId] {
        &self.depots
    }

    /// Whether the choice of kit matters for tours.
    pub fn has_choice(&self) -> bool {
        self.depots.len() > 1
    }

    /// Kits by depot and size, ascending.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// Whether trainers with these needs (kit tablets; 0 needs no kit) can all have a kit, regardless of where it is kept.
    pub fn suffices(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> bool {
        self.shelf.suffices(needs)
    }

    /// Maximum number of tablets that one more trainer can have in addition to trainers with these needs, who all have a kit.
    pub fn most_beside(&self, needs: &(impl Iterator<Item = usize> + Clone)) -> usize {
        self.shelf.most_beside(needs)
    }

    /// Whether `n_trainers` can all have a kit of this number of tablets on the same day.
    pub fn is_ample(&self, n_trainers: usize, tablets: usize) -> bool {
        self.suffices(&std::iter::repeat_n(tablets, n_trainers))
    }

    /// Whether the same kits satisfy two needs (kit tablets; 0 needs no kit).
    pub fn are_alike(&self, one: usize, other: usize) -> bool {
        (one > 0) == (other > 0)
            && self.kinds.iter().all(|kind| (kind.tablets >= one) == (kind.tablets >= other))
    }

    /// The kind of kits of at least `need` tablets from whose depot a tour is cheapest; `tour` gives its cost (euros). `None` if
    /// there is no need.
    pub fn cheapest(&self, need: usize, tour: impl Fn(usize) -> f64) -> Option<usize> {
        if need == 0 {
            return None;
        }
        let large = self.kinds.iter().enumerate().filter(|(_, kind)| kind.tablets >= need);
        let tours = large.map(|(at, kind)| (at, tour(kind.depot)));
        tours.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
    }
}

/// The cheapest assignment of `n_kits` to `n_needs`; infinite costs are forbidden pairings. `None` if there is no assignment.
fn assign(n_needs: usize, n_kits: usize, cost: impl Fn(usize, usize) -> f64) -> Option<Vec<usize>> {
    if n_needs == 0 {
        return Some(Vec::new());
    }
    if n_needs > n_kits {
        return None;
    }
    let weight = |(index, kit): (usize, usize)| {
        let cost = cost(index, kit);
        if cost.is_finite() { (cost * 1e9).round() as i128 } else { FORBIDDEN }
    };
    let (total, kits) = kuhn_munkres_min(&Matrix::from_fn(n_needs, n_kits, weight));
    (total < FORBIDDEN).then_some(kits)
}

/// Matches needs with kits at the lowest tour cost; `tour(i, kit)` is the cost of the i-th trainer's day with a kit (euros;
/// infinite if the depot cannot be reached). `None` if there is no matching.
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
    use crate::instance::entities::Kit;
    use crate::instance::hamlet::{AVAL, MILIEU, instance};
    use crate::instance::ids::TrainerId;

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
        let most_beside = |needs: &[usize]| stock.most_beside(&needs.iter().copied());
        assert_eq!([&[][..], &[2], &[3], &[0, 5], &[2, 2]].map(most_beside), [5, 5, 2, 2, 0]);
        assert!(
            stock.is_ample(1, 5) && stock.is_ample(2, 2) && !stock.is_ample(2, 3) && !stock.is_ample(3, 1)
        );
        let none = Stock::new(&instance(|data| data.kits.clear()));
        assert_eq!(none.most_beside(&[].into_iter()), 0);
        assert!(none.suffices(&[0].into_iter()) && !none.suffices(&[1].into_iter()));
    }

    #[test]
    fn needs_are_told_apart_where_the_number_of_kits_can_bind() {
        let of = |n_trainers: usize, tablets: &[usize]| {
            Stock::new(&instance(|data| {
                let (trainer, kit) = (data.trainers[TrainerId(0)].clone(), data.kits[LARGE].clone());
                data.trainers = std::iter::repeat_n(trainer, n_trainers).collect();
                data.kits = tablets.iter().map(|&tablets| Kit { tablets, ..kit.clone() }).collect();
            }))
        };
        let levels = |stock: &Stock| -> Vec<(usize, usize)> {
            stock.levels().iter().copied().zip((1..).map(|level| stock.n_kits(level))).collect()
        };
        let stock = of(3, &[2, 5, 5, 8, 8, 0]);
        assert_eq!(levels(&stock), [(5, 5), (8, 2)], "of more than 2 tablets there is one for each trainer");
        assert_eq!([0, 1, 2, 5, 6, 8].map(|need| stock.level(need)), [0, 1, 1, 1, 2, 2]);
        assert_eq!(levels(&of(5, &[2, 5, 5, 8, 8])), [(2, 5), (5, 4), (8, 2)]);
        assert_eq!(levels(&of(2, &[4])), [(4, 1)]);
        assert_eq!((of(2, &[]).levels().len(), of(2, &[0]).levels().len()), (0, 0));
    }

    #[test]
    fn the_cheapest_matching_is_not_the_cheapest_kit_for_the_first() {
        // The large kit is nearer to both. 10 + 70 for (large, small) is more than 30 + 20 for (small, large).
        let costs = [[10.0, 30.0], [20.0, 70.0]];
        let tour = |trainer: usize, kit: KitId| costs[trainer][usize::from(kit)];
        assert_eq!(match_kits(&instance(|_| {}), &[1, 1], tour), Some(vec![SMALL, LARGE]));
    }

    #[test]
    fn kits_of_one_size_and_depot_are_of_a_kind() {
        let hamlet = instance(|data| {
            data.kits[LARGE].depot = MILIEU;
            data.kits[SMALL].depot = AVAL;
            let another = Kit { id: "another".to_owned(), ..data.kits[LARGE].clone() };
            data.kits.push(another);
        });
        let stock = Stock::new(&hamlet);
        let kinds: Vec<(CommuneId, usize, usize)> =
            stock.kinds().iter().map(|kind| (stock.depots()[kind.depot], kind.tablets, kind.count)).collect();
        assert_eq!(kinds, [(MILIEU, 5, 2), (AVAL, 2, 1)]);
        let tour = |depot: usize| if stock.depots()[depot] == AVAL { 10.0 } else { 20.0 };
        assert_eq!([0, 2, 3].map(|need| stock.cheapest(need, tour)), [None, Some(1), Some(0)]);
        assert!(stock.are_alike(1, 2) && stock.are_alike(3, 5) && stock.are_alike(0, 0));
        assert!(!stock.are_alike(2, 3) && !stock.are_alike(0, 1) && !stock.are_alike(5, 6));
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
