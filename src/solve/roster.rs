//! Which trainer takes which kit on which day (rule H8), at the least cost of tours.
//!
//! On one day the trainers who need tablets are matched with kits that are large enough: an assignment problem. Days
//! do not influence each other, so the roster of a plan is optimal day by day.

use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;

use crate::instance::Instance;
use crate::instance::ids::KitId;

/// Weight of a pairing that must not happen; far above any real tour in millionths of a euro.
const FORBIDDEN: i64 = 1 << 50;

/// Whether trainers with these needs (kit tablets, each above 0) can all have a kit: the neediest takes the largest.
/// `sizes` are the kits' tablets, largest first.
pub fn can_share(needs: &mut [usize], sizes: &[usize]) -> bool {
    needs.sort_unstable_by(|one, other| other.cmp(one));
    needs.len() <= sizes.len() && needs.iter().zip(sizes).all(|(need, size)| need <= size)
}

/// Matches needs with kits so that the tours cost least; `tour(i, kit)` is the cost of the i-th trainer's day with a
/// kit (euros; infinite where the depot cannot be reached). `None` where there is no matching.
pub fn match_kits(
    instance: &Instance,
    needs: &[usize],
    tour: impl Fn(usize, KitId) -> f64,
) -> Option<Vec<KitId>> {
    if needs.is_empty() {
        return Some(Vec::new());
    }
    if needs.len() > instance.kits.len() {
        return None;
    }
    let weight = |(trainer, kit): (usize, usize)| {
        let kit = KitId::from(kit);
        let cost = tour(trainer, kit);
        let fits = instance.kits[kit].tablets >= needs[trainer] && cost.is_finite();
        if fits { (cost * 1e6).round() as i64 } else { FORBIDDEN }
    };
    let weights = Matrix::from_fn(needs.len(), instance.kits.len(), weight);
    let (total, kits) = kuhn_munkres_min(&weights);
    (total < FORBIDDEN).then(|| kits.into_iter().map(KitId::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::hamlet::instance;

    /// The large kit of the hamlet has 5 tablets, the small one 2.
    const LARGE: KitId = KitId(0);
    const SMALL: KitId = KitId(1);

    #[test]
    fn kits_suffice_if_each_is_as_large_as_the_need_of_its_rank() {
        assert!(can_share(&mut [], &[]));
        assert!(can_share(&mut [2, 5], &[5, 2]));
        assert!(!can_share(&mut [3, 3], &[5, 2]), "the second kit is too small");
        assert!(!can_share(&mut [1, 1, 1], &[5, 2]), "there are two kits");
    }

    #[test]
    fn the_cheapest_matching_is_not_the_cheapest_kit_for_the_first() {
        // The large kit is nearer to both. 10 + 70 for (large, small) is more than 30 + 20 for (small, large).
        let costs = [[10.0, 30.0], [20.0, 70.0]];
        let tour = |trainer: usize, kit: KitId| costs[trainer][usize::from(kit)];
        assert_eq!(match_kits(&instance(|_| {}), &[1, 1], tour), Some(vec![SMALL, LARGE]));
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
