//! Which cycle serves whom.

use std::collections::BTreeMap;

use crate::instance::ids::ResidentId;
use crate::plan::Cycle;

/// The identifier of the cycle that serves each resident; residents whom none serves are missing.
pub(super) fn attended(cycles: &[Cycle]) -> BTreeMap<ResidentId, &str> {
    let served = cycles.iter().map(|cycle| (cycle.id.as_str(), cycle.served()));
    served.flat_map(|(id, served)| served.iter().map(move |&one| (one, id))).collect()
}
