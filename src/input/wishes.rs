//! Warns of communes that ask for more cycles (`min_cycles`) than they can host, since the shortfall is charged in every
//! plan.

use super::communes::{Communes, Wish};
use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::instance::entities::Venue;
use crate::instance::rules::Rules;
use crate::instance::units::Euros;

/// Warns of communes that may not host, have no room for a group, or ask for more cycles than a commune may host.
pub(crate) fn check(communes: &Communes, venues: &[Venue], rules: &Rules, faults: &mut Faults) {
    if rules.weights.absence == Euros::ZERO {
        return;
    }
    for Wish { commune, at } in &communes.wishes {
        let entity = &communes.rows[usize::from(*commune)];
        let mut rooms = venues.iter().filter(|venue| venue.commune == *commune);
        let can_host =
            rules.hosts.communes.contains(commune) && rooms.any(|room| rules.cycle.min_group <= room.seats);
        let most = if can_host { rules.hosts.max_cycles_per_commune } else { Some(0) };
        if let Some(most) = most.filter(|&most| most < entity.min_cycles) {
            let warning = Diagnostic::new(Code::MinCyclesOutOfReach, at.clone());
            let warning = warning.with("commune", entity.name.as_str()).with("wanted", entity.min_cycles);
            faults.add(warning.with("most", most));
        }
    }
}
