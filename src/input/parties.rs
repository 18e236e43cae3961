//! Warns of parties that can never be served, and of doubtful ones. Neither is an error: serving nobody is legal, and
//! strangers may travel together.

use std::collections::BTreeSet;

use super::party::PartyRow;
use super::words::folded;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults};
use crate::instance::entities::{Commune, Party, Resident, Venue};
use crate::instance::ids::{CommuneId, SlotId};
use crate::instance::rules::CycleRules;

/// Answers to the question whether somebody comes along which are not names: residents with the same answer are not a party.
const ANSWERS: [&str; 30] = [
    "",
    "0",
    "00",
    "x",
    "non",
    "oui",
    "no",
    "yes",
    "false",
    "true",
    "faux",
    "vrai",
    "na",
    "n a",
    "s o",
    "nan",
    "null",
    "nil",
    "none",
    "aucun",
    "aucune",
    "neant",
    "rien",
    "seul",
    "seule",
    "personne",
    "sans",
    "alone",
    "nobody",
    "sans objet",
];

/// Whether a text is a mere answer, not a name, to the question whether somebody comes along.
pub(crate) fn is_answer(text: &str) -> bool {
    ANSWERS.contains(&folded(text).as_str())
}

/// Residents with one common name above which they may be strangers.
const MANY: usize = 4;

/// Warns of parties across several tracks, larger than any group, or without a common slot; of strangers who gave the
/// same answer; and of common names whose members live in several communes or are many.
pub(crate) fn check(
    parties: &[PartyRow],
    residents: &[Resident],
    communes: &[Commune],
    venues: &[Venue],
    cycle: &CycleRules,
    faults: &mut Faults,
) {
    let seats = venues.iter().map(|venue| venue.seats).max().unwrap_or(cycle.max_group);
    let largest = cycle.max_group.min(seats);
    for PartyRow { party, at, is_by_name } in parties {
        let Some(name) = &party.id else { continue };
        let warning = |code| Diagnostic::new(code, at.clone()).with("value", name.as_str());
        let members = members(party, residents);
        if members.is_empty() {
            continue;
        }
        let homes: BTreeSet<_> = members.iter().map(|member| member.commune).collect();
        let shown = || listed(&members, communes);
        if *is_by_name && members.len() > 1 && is_answer(name) {
            faults.add(warning(Code::PartyNamedLikeAnswer).with("members", shown()));
        } else if *is_by_name && homes.len() > 1 {
            faults
                .add(warning(Code::PartyAcrossCommunes).with("members", shown()).with("count", homes.len()));
        }
        let tracks: BTreeSet<_> = members.iter().map(|member| member.track).collect();
        if tracks.len() > 1 {
            faults.add(warning(Code::PartyAcrossTracks).with("count", tracks.len()));
        }
        if members.len() > largest {
            faults.add(
                warning(Code::PartyTooLarge).with("count", members.len()).with("limit", largest.to_string()),
            );
        } else if *is_by_name && members.len() > MANY {
            faults.add(warning(Code::PartyOfMany).with("members", shown()).with("count", members.len()));
        }
        if common_slots(&members).is_empty() {
            faults.add(warning(Code::PartyWithoutSlot));
        }
    }
}

/// Identifiers and home communes of residents.
fn listed(members: &[&Resident], communes: &[Commune]) -> Fact {
    let home = |commune: CommuneId| communes.get(usize::from(commune)).map_or("", |home| home.name.as_str());
    Fact::listing(members.iter().map(|member| format!("{} ({})", member.id, home(member.commune))))
}

fn members<'a>(party: &Party, residents: &'a [Resident]) -> Vec<&'a Resident> {
    party.members.iter().filter_map(|&member| residents.get(usize::from(member))).collect()
}

fn common_slots(members: &[&Resident]) -> BTreeSet<SlotId> {
    let mut sets = members.iter().map(|member| &member.slots);
    let first = sets.next().cloned().unwrap_or_default();
    sets.fold(first, |common, slots| common.intersection(slots).copied().collect())
}
