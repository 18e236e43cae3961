//! Parties: residents who come together, from what they say about their company.
//!
//! Residents who name another by identifier belong to the same party: A names B, B names C, and the three are one party.
//! Any other text is a common name: residents who give the same one are one party.

use std::collections::{BTreeMap, HashMap};

use super::names::Names;
use crate::diagnostics::Place;
use crate::instance::entities::{Party, Resident};
use crate::instance::ids::{PartyId, ResidentId};

/// What a resident says about their company.
#[derive(Debug)]
pub(crate) struct Company {
    /// The position of the resident.
    pub(crate) who: usize,
    /// Another resident, or a common name.
    pub(crate) with: String,
    /// The place where it is said.
    pub(crate) at: Place,
}

/// A party, and where it is first named.
#[derive(Debug)]
pub(crate) struct PartyRow {
    pub(crate) party: Party,
    /// The place where a member first says so; meaningless where none does.
    pub(crate) at: Place,
    /// Whether a common name joins it, and not only identifiers.
    pub(crate) is_by_name: bool,
}

/// The parties of the residents, in order of first mention; each resident gets the position of theirs. A resident who
/// withdrew still joins those who named each other through them, but is not a member.
pub(crate) fn parties(residents: &mut [Resident], company: &[Company], names: &Names) -> Vec<PartyRow> {
    let mut sets = Sets { parents: (0..residents.len()).collect() };
    let mut first_of_name: HashMap<&str, usize> = HashMap::new();
    let other = |with: &str| names.known(with).filter(|&other| other < residents.len());
    for Company { who, with, .. } in company {
        let other = other(with).unwrap_or_else(|| *first_of_name.entry(with).or_insert(*who));
        sets.join(*who, other);
    }
    let mut said: BTreeMap<usize, (&Company, bool)> = BTreeMap::new();
    for one in company {
        let is_by_name = other(&one.with).is_none();
        said.entry(sets.root(one.who)).or_insert((one, false)).1 |= is_by_name;
    }
    let mut parties: Vec<PartyRow> = Vec::new();
    let mut known: HashMap<usize, PartyId> = HashMap::new();
    for (position, resident) in residents.iter_mut().enumerate() {
        let root = sets.root(position);
        let id = *known.entry(root).or_insert_with(|| {
            let said = said.get(&root);
            let id = said.map(|(company, _)| company.with.clone());
            let at = said.map_or_else(Place::default, |(company, _)| company.at.clone());
            let is_by_name = said.is_some_and(|(_, is_by_name)| *is_by_name);
            parties.push(PartyRow { party: Party { id, members: Vec::new() }, at, is_by_name });
            PartyId::from(parties.len() - 1)
        });
        if !resident.withdrawn {
            parties[usize::from(id)].party.members.push(ResidentId::from(position));
        }
        resident.party = id;
    }
    parties
}

/// Residents who are joined, each set known by one of them.
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn root(&mut self, mut of: usize) -> usize {
        while self.parents[of] != of {
            self.parents[of] = self.parents[self.parents[of]];
            of = self.parents[of];
        }
        of
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, second) = (one.min(other), one.max(other));
        self.parents[second] = first;
    }
}
