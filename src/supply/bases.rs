//! Where trainers live and kits are kept.

use typed_index_collections::{TiSlice, TiVec};

use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::great_circle_m;

/// Communes for `n_bases` trainers, spread as the inhabitants are; a large town gets several.
///
/// Each base is the commune with most inhabitants left, and takes an equal share of all inhabitants, those nearest to it
/// first. Of communes with equally many, the one with the smaller INSEE code counts, whatever the order of the table.
/// Communes of unknown population count as one inhabitant. No communes have no bases.
pub fn bases(communes: &TiSlice<CommuneId, Commune>, n_bases: usize) -> Vec<CommuneId> {
    let inhabitants = |commune: &Commune| commune.population.unwrap_or(1).max(1) as f64;
    let mut left: TiVec<CommuneId, f64> = communes.iter().map(inhabitants).collect();
    let share = left.iter().sum::<f64>() / n_bases.max(1) as f64;
    let mut bases = Vec::with_capacity(n_bases);
    for _ in 0..n_bases {
        let codes = |id: CommuneId| &communes[id].insee;
        let by_left = |a: &CommuneId, b: &CommuneId| {
            left[*a].total_cmp(&left[*b]).then_with(|| codes(*b).cmp(codes(*a)))
        };
        let Some(base) = communes.keys().max_by(by_left) else { break };
        take_nearest(communes, base, share, &mut left);
        bases.push(base);
    }
    bases
}

/// Takes `share` inhabitants, those nearest to the base first.
fn take_nearest(
    communes: &TiSlice<CommuneId, Commune>,
    base: CommuneId,
    share: f64,
    left: &mut TiSlice<CommuneId, f64>,
) {
    let mut by_distance: Vec<(f64, CommuneId)> = communes
        .iter_enumerated()
        .map(|(id, commune)| (great_circle_m(&communes[base], commune), id))
        .collect();
    by_distance
        .sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| communes[a.1].insee.cmp(&communes[b.1].insee)));
    let mut wanted = share;
    for (_, id) in by_distance {
        let taken = left[id].min(wanted);
        left[id] -= taken;
        wanted -= taken;
        if wanted <= 0.0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(insee: &str, lon: f64, population: u64) -> Commune {
        Commune { population: Some(population), ..Commune::at(insee, 47.0, lon) }
    }

    fn codes(communes: Vec<Commune>, n_bases: usize) -> Vec<String> {
        let communes: TiVec<CommuneId, Commune> = communes.into();
        bases(&communes, n_bases).into_iter().map(|id| communes[id].insee.clone()).collect()
    }

    #[test]
    fn a_town_of_half_the_inhabitants_has_half_the_trainers() {
        // 4,000 inhabitants and four trainers: 1,000 each. The first two take the town; the third takes the largest
        // village (600) and 400 of its neighbour's 500; the last the other large village.
        let communes = vec![
            commune("00001", 6.0, 2_000),
            commune("00002", 7.0, 600),
            commune("00003", 7.1, 500),
            commune("00004", 8.0, 550),
            commune("00005", 8.1, 350),
        ];
        assert_eq!(codes(communes, 4), ["00001", "00001", "00002", "00004"]);
    }

    #[test]
    fn the_order_of_the_table_changes_nothing() {
        let communes: Vec<Commune> =
            (0..9_u32).map(|place| commune(&format!("0000{place}"), f64::from(place), 100)).collect();
        let reversed = communes.iter().rev().cloned().collect();
        assert_eq!(codes(communes, 3), codes(reversed, 3));
    }

    #[test]
    fn without_communes_there_is_nowhere_to_live() {
        assert!(bases(TiSlice::from_ref(&[]), 3).is_empty());
    }
}
