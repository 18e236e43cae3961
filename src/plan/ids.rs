//! Identifiers of new cycles: `C001` and so on.

use std::collections::BTreeSet;

use crate::instance::Instance;

/// Identifiers that the announced plan uses or used.
pub fn told_ids(instance: &Instance) -> impl Iterator<Item = &String> {
    let told = instance.announced.iter();
    told.flat_map(|told| told.cycles.iter().map(|cycle| &cycle.id).chain(&told.closed))
}

/// Generates free identifiers.
#[derive(Debug)]
pub struct Ids {
    last: usize,
    digits: usize,
    taken: BTreeSet<String>,
}

impl Ids {
    /// Identifiers after the last one taken, with enough digits for `n_cycles` more.
    pub fn after(taken: BTreeSet<String>, n_cycles: usize) -> Self {
        let number = |id: &String| id.strip_prefix('C').and_then(|digits| digits.parse::<usize>().ok());
        let last = taken.iter().filter_map(number).max().unwrap_or(0);
        Self { last, digits: (last + n_cycles).to_string().len().max(3), taken }
    }

    /// The next free identifier.
    pub fn next_id(&mut self) -> String {
        loop {
            self.last += 1;
            let id = format!("C{:0digits$}", self.last, digits = self.digits);
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }
}
