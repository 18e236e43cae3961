//! Collects findings, and caps the number listed per code and file.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;
use super::place::Place;

/// The number of findings of one code in one file that are listed; the others are counted ("and 312 more").
///
/// A wrongly filled column can produce a finding in each of a million rows; twenty are enough to show what is wrong.
pub const SHOWN_PER_CODE: usize = 20;

/// The value with its warnings, or all findings.
pub type WithWarnings<T> = Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>;

/// The findings of one reading.
#[derive(Debug, Default)]
pub struct Faults {
    // The number of findings listed per code and file, if not the default.
    most: Option<usize>,
    kept: Vec<Diagnostic>,
    // File -> code -> number of findings, and the position of the last listed one in `kept`.
    tallies: BTreeMap<String, BTreeMap<Code, Tally>>,
    // Values that are reported only once: code, file, value.
    told: BTreeSet<(Code, String, String)>,
}

#[derive(Debug, Default)]
struct Tally {
    count: usize,
    last_kept: usize,
}

impl Faults {
    /// An empty collection that lists the first `most` findings per code and file.
    pub fn listing(most: usize) -> Self {
        Self { most: Some(most), ..Self::default() }
    }

    /// The number of findings of a code that are listed; only three for values that were corrected on reading.
    fn shown(&self, code: Code) -> usize {
        let usual = if matches!(code, Code::CodeMended | Code::SerialDate) { 3 } else { SHOWN_PER_CODE };
        self.most.unwrap_or(usual)
    }

    /// Adds a finding.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        let Diagnostic { code, at, .. } = &diagnostic;
        if self.counted(*code, at) {
            self.kept.push(diagnostic);
        }
    }

    /// Adds a finding about `value`, only once per file.
    pub fn add_once(&mut self, value: &str, diagnostic: Diagnostic) {
        if self.told.insert((diagnostic.code, diagnostic.at.file.clone(), value.to_owned())) {
            self.add(diagnostic);
        }
    }

    /// Adds a finding that `explain` completes. `explain` (for instance a search for the nearest known value, or for the place
    /// within the file) is not called if the finding is only counted.
    pub fn add_with(&mut self, code: Code, at: Place, explain: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.counted(code, &at) {
            self.kept.push(explain(Diagnostic::new(code, at)));
        }
    }

    /// Counts a finding; returns whether it should be listed.
    fn counted(&mut self, code: Code, at: &Place) -> bool {
        if !self.tallies.contains_key(&at.file) {
            self.tallies.insert(at.file.clone(), BTreeMap::new());
        }
        let shown = self.shown(code);
        let Some(tallies) = self.tallies.get_mut(&at.file) else { return true };
        let tally = tallies.entry(code).or_default();
        tally.count += 1;
        if tally.count > shown {
            self.kept[tally.last_kept].and_more += 1;
            return false;
        }
        tally.last_kept = self.kept.len();
        true
    }

    /// Whether any finding is an error.
    pub fn has_error(&self) -> bool {
        self.kept.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// All findings, sorted by file, line and place in the line.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.kept.sort_by(|one, other| one.at.cmp(&other.at).then(one.code.cmp(&other.code)));
        self.kept
    }

    /// `value` with the warnings, or all findings where one is an error or there is no value.
    ///
    /// # Errors
    /// All findings, sorted.
    pub fn verdict<T>(self, value: Option<T>) -> WithWarnings<T> {
        match value {
            Some(value) if !self.has_error() => Ok((value, self.into_sorted())),
            _ => Err(self.into_sorted()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_alike_are_twenty_and_a_count() {
        let mut faults = Faults::default();
        for line in 2..1002 {
            faults.add(Diagnostic::new(Code::UnknownCommune, Place::line("residents.csv", line)));
        }
        faults.add(Diagnostic::new(Code::UnknownCommune, Place::line("kits.csv", 2)));
        let kept = faults.into_sorted();
        assert_eq!(kept.len(), SHOWN_PER_CODE + 1);
        assert_eq!(kept[0].at.file, "kits.csv");
        assert_eq!(kept[SHOWN_PER_CODE].and_more, 1000 - SHOWN_PER_CODE);
        let mut faults = Faults::listing(2);
        for line in 2..7 {
            faults.add(Diagnostic::new(Code::SerialDate, Place::line("residents.csv", line)));
        }
        let kept = faults.into_sorted();
        assert_eq!((kept.len(), kept[1].and_more), (2, 3));
    }
}
