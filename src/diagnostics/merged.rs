//! Merges the findings of several readings.

use std::collections::BTreeMap;

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::place::Place;

/// The findings of several readings, sorted, without duplicates.
pub fn merged(findings: impl IntoIterator<Item = Vec<Diagnostic>>) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = Vec::new();
    // Positions of the findings with the same place and code: few, however many findings there are.
    let mut known: BTreeMap<(Place, Code), Vec<usize>> = BTreeMap::new();
    for finding in findings.into_iter().flatten() {
        let alike = known.entry((finding.at.clone(), finding.code)).or_default();
        if alike.iter().all(|&position| all[position] != finding) {
            alike.push(all.len());
            all.push(finding);
        }
    }
    all.sort_by(|one, other| one.at.cmp(&other.at).then(one.code.cmp(&other.code)));
    all
}
