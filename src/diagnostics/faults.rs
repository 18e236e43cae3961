//! Collects findings, without drowning in them.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;
use super::place::Place;

/// Findings of one code in one file that are listed; the others are counted ("and 312 more").
///
/// A column filled in wrongly gives one finding for each of a million rows: twenty show what is wrong.
pub const SHOWN_PER_CODE: usize = 20;

/// What was read with the warnings, or every fault and warning.
pub type WithWarnings<T> = Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>;

/// Findings of a whole reading.
#[derive(Debug, Default)]
pub struct Faults {
    // How many of a code are listed for each file, where it is not the usual.
    most: Option<usize>,
    kept: Vec<Diagnostic>,
    // File -> code -> how many so far, and the position of the last one in `kept`.
    tallies: BTreeMap<String, BTreeMap<Code, Tally>>,
    // Values that are told once: code, file, value.
    told: BTreeSet<(Code, String, String)>,
}

#[derive(Debug, Default)]
struct Tally {
    count: usize,
    last_kept: usize,
}

impl Faults {
    /// No findings yet; of one code the first `most` of a file will be listed.
    pub fn listing(most: usize) -> Self {
        Self { most: Some(most), ..Self::default() }
    }

    /// How many findings of a code are listed: of what was read all the same, and only changed its writing, a few.
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

    /// Adds a finding about `value`, once for all places of a file that hold it.
    pub fn add_once(&mut self, value: &str, diagnostic: Diagnostic) {
        if self.told.insert((diagnostic.code, diagnostic.at.file.clone(), value.to_owned())) {
            self.add(diagnostic);
        }
    }

    /// Adds a finding that `explain` completes; if it is only counted, `explain` (a search for the nearest known
    /// value, or for the place within the file, say) is spared.
    pub fn add_with(&mut self, code: Code, at: Place, explain: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.counted(code, &at) {
            self.kept.push(explain(Diagnostic::new(code, at)));
        }
    }

    /// Counts a finding; whether it is to be kept.
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
