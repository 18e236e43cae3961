//! Parties that can never be served, as they stand: a warning each, since serving nobody is legal.

use std::collections::BTreeSet;

use super::tables::PartyRow;
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::entities::{Party, Resident, Venue};
use crate::instance::ids::SlotId;
use crate::instance::rules::CycleRules;

/// Warns of parties across several tracks, larger than any group, or without a common slot.
pub(crate) fn check(
    parties: &[PartyRow],
    residents: &[Resident],
    venues: &[Venue],
    cycle: &CycleRules,
    file: &str,
    faults: &mut Faults,
) {
    let seats = venues.iter().map(|venue| venue.seats).max().unwrap_or(cycle.max_group);
    let largest = cycle.max_group.min(seats);
    for PartyRow { party, line } in parties {
        let Some(name) = &party.id else { continue };
        let warning = |code| {
            Diagnostic::new(code, Place::line(file, *line).column("party")).with("value", name.as_str())
        };
        let members = members(party, residents);
        let tracks: BTreeSet<_> = members.iter().map(|member| member.track).collect();
        if tracks.len() > 1 {
            faults.add(warning(Code::PartyAcrossTracks).with("count", tracks.len()));
        }
        if members.len() > largest {
            faults.add(
                warning(Code::PartyTooLarge).with("count", members.len()).with("limit", largest.to_string()),
            );
        }
        if common_slots(&members).is_empty() {
            faults.add(warning(Code::PartyWithoutSlot));
        }
    }
}

fn members<'a>(party: &Party, residents: &'a [Resident]) -> Vec<&'a Resident> {
    party.members.iter().filter_map(|&member| residents.get(usize::from(member))).collect()
}

fn common_slots(members: &[&Resident]) -> BTreeSet<SlotId> {
    let mut sets = members.iter().map(|member| &member.slots);
    let first = sets.next().cloned().unwrap_or_default();
    sets.fold(first, |common, slots| common.intersection(slots).copied().collect())
}
