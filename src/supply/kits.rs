//! Invented kits.

use typed_index_collections::TiSlice;

use super::bases;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;

/// Tablets of the kits, in turn: not every kit fills a group of twelve.
const TABLETS: [usize; 4] = [12, 12, 10, 8];

/// An invented kit: a row of `kits.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InventedKit {
    /// Number, from 1.
    pub number: usize,
    /// Tablets in the case.
    pub tablets: usize,
    /// Where it is fetched and brought back.
    pub depot: CommuneId,
}

/// So many kits, kept where as many trainers would live.
pub fn kits(communes: &TiSlice<CommuneId, Commune>, n_kits: usize) -> Vec<InventedKit> {
    let depots = bases(communes, n_kits).into_iter().zip(TABLETS.into_iter().cycle()).zip(1..);
    depots.map(|((depot, tablets), number)| InventedKit { number, tablets, depot }).collect()
}
