//! What a planner decides about an announced plan: `release`, `keep` and `hit` of `[announced]` (PROBLEM.md section 8).

use std::path::Path;

use serde::{Deserialize, Serialize};
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

use super::page::write_sheet;
use super::{Changed, Desk, amended, unwritable};
use crate::diagnostics::{Diagnostic, Faults, Place};
use crate::input::encoding::{decoded, in_place_of, with_line_feeds};
use crate::input::scenario_file::AnnouncedSection;
use crate::input::sources::Sources;
use crate::input::workbook::is_workbook;
use crate::input::workbook_scenario::keyed;

/// A list of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Cycles that may change although notice is short; residents who may leave a committed cycle.
    Release,
    /// Cycles to be treated as committed.
    Keep,
    /// Sessions that cannot be held as announced.
    Hit,
}

impl List {
    const ALL: [Self; 3] = [Self::Release, Self::Keep, Self::Hit];

    /// Its key in the section.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Keep => "keep",
            Self::Hit => "hit",
        }
    }

    const fn full_key(self) -> &'static str {
        match self {
            Self::Release => "announced.release",
            Self::Keep => "announced.keep",
            Self::Hit => "announced.hit",
        }
    }

    fn entries(self, section: &AnnouncedSection) -> &[String] {
        match self {
            Self::Release => &section.release,
            Self::Keep => &section.keep,
            Self::Hit => &section.hit,
        }
    }
}

/// Entries to add to the lists, and entries to remove.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions {
    /// Entries to add.
    pub added: Vec<(List, String)>,
    /// Entries to remove.
    pub removed: Vec<(List, String)>,
}

impl Decisions {
    /// Whether there are no decisions.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    fn concern(&self, list: List) -> bool {
        self.added.iter().chain(&self.removed).any(|(of, _)| *of == list)
    }

    fn goes(&self, list: List, entry: &str) -> bool {
        let is_it =
            |(of, gone): &(List, String)| *of == list && gone.split_whitespace().eq(entry.split_whitespace());
        self.removed.iter().any(is_it)
    }

    fn come(&self, list: List) -> impl Iterator<Item = &String> {
        self.added.iter().filter(move |(of, _)| *of == list).map(|(_, entry)| entry)
    }
}

/// Writes decisions into a scenario.
///
/// # Errors
/// Every fault of the scenario, or that its file cannot be changed.
pub fn deciding(
    sources: &Sources,
    scenario: &Path,
    decisions: &Decisions,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    amended(sources, scenario, |desk, faults| {
        if is_workbook(scenario) {
            return in_sheet(desk, decisions, faults);
        }
        let bytes = desk.bytes(scenario, faults)?;
        let Some(text) = decided(&with_line_feeds(&decoded(&bytes).0), decisions) else {
            let place = Place::file(&scenario.display().to_string());
            faults.add(unwritable(place, scenario, "unwritable-toml", "hint-write-toml"));
            return None;
        };
        desk.changed.insert(scenario.to_owned(), in_place_of(&bytes, &text));
        Some(())
    })
}

fn in_sheet(desk: &mut Desk<'_>, decisions: &Decisions, faults: &mut Faults) -> Option<()> {
    let section = &desk.scenario.file.announced;
    let concerned = List::ALL.into_iter().filter(|&list| decisions.concern(list));
    let value = |list: List| {
        let stay = list.entries(section).iter().filter(|entry| !decisions.goes(list, entry));
        let entries: Vec<&str> = stay.chain(decisions.come(list)).map(String::as_str).collect();
        // A single entry that contains spaces needs a final separator to be read as one.
        let end = if entries.len() == 1 && entries[0].contains(' ') { ";" } else { "" };
        (list.full_key(), entries.join("; ") + end)
    };
    let keys: Vec<(&str, String)> = concerned.map(value).collect();
    let workbook = desk.open.workbook(desk.path, None, faults)?;
    let (grid, edit) = keyed(&workbook, &keys)?;
    write_sheet((desk.path, &grid, 1), edit, desk, faults)
}

/// The text of a scenario with the decisions; comments are kept. `None` if it is not TOML, or a list is not a list.
fn decided(text: &str, decisions: &Decisions) -> Option<String> {
    let mut file: DocumentMut = text.parse().ok()?;
    let section = file.entry("announced").or_insert(Item::Table(Table::new())).as_table_like_mut()?;
    for list in List::ALL.into_iter().filter(|&list| decisions.concern(list)) {
        let entries = array(section, list.key())?;
        entries.retain(|entry| !entry.as_str().is_some_and(|entry| decisions.goes(list, entry)));
        decisions.come(list).for_each(|entry| entries.push(entry.as_str()));
        if entries.is_empty() {
            section.remove(list.key());
        }
    }
    Some(file.to_string())
}

fn array<'t>(section: &'t mut dyn TableLike, key: &str) -> Option<&'t mut Array> {
    let item = section.entry(key).or_insert(Item::Value(Value::Array(Array::new())));
    item.as_array_mut()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(list: List, text: &str) -> (List, String) {
        (list, text.to_owned())
    }

    #[test]
    fn entries_come_and_go_and_comments_stay() {
        let text =
            "[announced] # told\nplan = \"p.json\"\nrelease = [\"C1\", \"R2\"] # by phone\nkeep = [\"C3\"]\n";
        let decisions = Decisions {
            added: vec![entry(List::Hit, "C1 2027-03-02 venue"), entry(List::Release, "C9")],
            removed: vec![entry(List::Keep, "C3"), entry(List::Release, "C1")],
        };
        let expected = "[announced] # told\nplan = \"p.json\"\nrelease = [ \"R2\", \"C9\"] # by phone\n\
                        hit = [\"C1 2027-03-02 venue\"]\n";
        assert_eq!(decided(text, &decisions).as_deref(), Some(expected));
        assert_eq!(decided("[announced]\nhit = 3\n", &decisions), None);
        assert_eq!(decided("[announced\n", &decisions), None);
    }
}
