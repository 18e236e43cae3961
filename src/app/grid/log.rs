//! The log of changes of a table with their authors, kept on disk, so that none is lost if the program is killed.
//!
//! The file has a line for each change, undo and redo, so that changing a cell of a long table is as fast as of a short one. The
//! first line names the version of the table's file. The first change of a row also logs its cells in the file: if somebody
//! else changes the file, that suffices to apply the changes to the new version.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::carried::{Carried, Collision, carried};
use super::change::{Change, Key, Wrong};
use super::draft::Draft;
use super::sparse::sparse;
use crate::app::drafts::Place;
use crate::app::drafts::signed::Signed;
use crate::app::drafts::taken_up::TakenUp;
use crate::input::amending::part::Address;
use crate::output::write::lines::Lines;

/// Extension of a draft's file.
const ENDING: &str = ".lines";

/// The changes of a table, with their authors.
#[derive(Debug)]
pub struct Log {
    address: Address,
    place: Option<Arc<Place>>,
    lines: Option<Lines>,
    /// Rows of the file whose original cells are logged.
    touched: BTreeSet<Key>,
    /// The author of each step of the draft.
    done: Vec<Signed>,
    undone: Vec<Signed>,
}

/// A table whose changes were restored.
#[derive(Debug)]
pub struct Resumed {
    /// The table.
    pub draft: Draft,
    /// Its log.
    pub log: Log,
    /// The notices about it.
    pub taken_up: TakenUp,
    /// The conflicts with a later version of its file.
    pub collisions: Option<Vec<Collision>>,
}

/// The first line of a file: the version to which it applies.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    version: String,
    rows: usize,
    columns: Vec<String>,
}

/// All other lines.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    by: Signed,
    did: Did,
    /// The original cells of rows of the file that this change is the first to affect.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    was: BTreeMap<Key, Vec<String>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Did {
    Change(Change),
    Undo,
    Redo,
}

/// The name of a draft's file.
fn named(address: Address) -> String {
    format!("{}-{}{ENDING}", address.kind.name(), address.part)
}

/// The tables whose draft files are among these names.
pub fn of_tables(names: &[String], tables: impl Iterator<Item = Address>) -> Vec<Address> {
    tables.filter(|&address| names.contains(&named(address))).collect()
}

impl Log {
    /// An empty log.
    pub fn new(address: Address) -> Self {
        Self {
            address,
            place: None,
            lines: None,
            touched: BTreeSet::new(),
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The author of each step of the draft, in order.
    pub fn done(&self) -> &[Signed] {
        &self.done
    }

    /// Whether the changes are on disk.
    pub fn is_kept(&self) -> bool {
        self.lines.is_some()
    }

    /// Makes a change, and logs it in the place that `place` returns.
    ///
    /// # Errors
    /// Why it cannot be made; the table is then unchanged.
    pub fn apply(
        &mut self,
        draft: &mut Draft,
        change: &Change,
        by: &Signed,
        place: impl FnOnce() -> Option<Arc<Place>>,
    ) -> Result<(), Wrong> {
        draft.apply(change)?;
        self.done.push(by.clone());
        self.undone.clear();
        self.keep(draft, Did::Change(change.clone()), by, place);
        Ok(())
    }

    /// Undoes the last change.
    ///
    /// # Errors
    /// If there is none.
    pub fn undo(&mut self, draft: &mut Draft, by: &Signed) -> Result<(), Wrong> {
        draft.undo()?;
        self.undone.extend(self.done.pop());
        self.keep(draft, Did::Undo, by, || None);
        Ok(())
    }

    /// Redoes the last undone change.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&mut self, draft: &mut Draft, by: &Signed) -> Result<(), Wrong> {
        draft.redo()?;
        self.done.extend(self.undone.pop());
        self.keep(draft, Did::Redo, by, || None);
        Ok(())
    }

    /// Starts a new log, with the changes that lead from the current file to a draft.
    pub fn begin_again(
        &mut self,
        draft: &Draft,
        changes: &[Change],
        by: &Signed,
        place: impl FnOnce() -> Option<Arc<Place>>,
    ) {
        let place = self.place.take().or_else(place);
        self.forget();
        self.done = vec![by.clone(); changes.len()];
        let mut was = self.untouched(draft, draft.touched_by_all());
        // The rows affected by each change are not known separately: all are logged with the first one.
        let entries = changes.iter().map(|change| {
            let did = Did::Change(change.clone());
            Entry { by: by.clone(), did, was: std::mem::take(&mut was) }
        });
        let entries: Vec<Entry> = entries.collect();
        self.begin(draft, &entries, place);
    }

    /// Forgets all changes: the draft was saved or discarded.
    pub fn forget(&mut self) {
        if let Some(lines) = self.lines.take() {
            lines.remove();
        } else if let Some(place) = &self.place {
            place.remove(&named(self.address));
        }
        *self = Self::new(self.address);
    }

    fn keep(&mut self, draft: &Draft, did: Did, by: &Signed, place: impl FnOnce() -> Option<Arc<Place>>) {
        let is_first = self.done.len() == 1 && matches!(did, Did::Change(_));
        // A log that started in memory stays there: on disk its first changes would be missing.
        if self.lines.is_none() && !is_first {
            return;
        }
        let was = self.untouched(draft, draft.touched_by_last());
        let entry = Entry { by: by.clone(), did, was };
        let Some(lines) = &mut self.lines else {
            let place = place();
            return self.begin(draft, &[entry], place);
        };
        // If a line cannot be added, nothing is logged on disk from here on.
        if serde_json::to_string(&entry).map_err(Into::into).and_then(|line| lines.add(&line)).is_err() {
            self.stop();
        }
    }

    /// Creates the file.
    fn begin(&mut self, draft: &Draft, entries: &[Entry], place: Option<Arc<Place>>) {
        let Some(place) = place.filter(|_| !entries.is_empty()) else { return };
        let columns = draft.part.header.iter().map(|heading| heading.name.clone()).collect();
        let head = Head { version: draft.version().to_owned(), rows: draft.part.rows.len(), columns };
        let lines = entries.iter().map(serde_json::to_string);
        let lines: Result<Vec<String>, _> =
            std::iter::once(serde_json::to_string(&head)).chain(lines).collect();
        let path = place.path(&named(self.address));
        self.lines = lines.ok().and_then(|lines| Lines::begin(&path, &lines).ok());
        self.place = Some(place);
    }

    /// Removes the file, which is no longer complete.
    fn stop(&mut self) {
        if let Some(lines) = self.lines.take() {
            lines.remove();
        }
    }

    /// The original cells of the given rows of the file, if they were not affected before.
    fn untouched(&mut self, draft: &Draft, keys: BTreeSet<Key>) -> BTreeMap<Key, Vec<String>> {
        let rows = &draft.part.rows;
        let new = keys.into_iter().filter(|key| self.touched.insert(*key));
        let row = |key: Key| {
            let cells = &rows.get(key as usize)?.cells;
            Some((key, cells.iter().map(str::to_owned).collect()))
        };
        new.filter_map(row).collect()
    }

    fn replay(&mut self, draft: &mut Draft, entry: &Entry) -> Result<(), Wrong> {
        self.touched.extend(entry.was.keys());
        match &entry.did {
            Did::Change(change) => {
                draft.apply(change)?;
                self.undone.clear();
                self.done.push(entry.by.clone());
            }
            Did::Undo => {
                draft.undo()?;
                self.undone.extend(self.done.pop());
            }
            Did::Redo => {
                draft.redo()?;
                self.done.extend(self.undone.pop());
            }
        }
        Ok(())
    }
}

/// Restores the changes of a table from disk; `now` is the table in its current file. `None` if nothing differs from it.
pub fn resumed(now: Draft, scenario: &Path, place: &Arc<Place>) -> Option<Resumed> {
    let name = named(now.address());
    let bytes = place.read(&name)?;
    let resumed = Lines::again(&place.path(&name), &bytes).ok().and_then(|(lines, texts)| {
        let head: Head = serde_json::from_str(texts.first()?).ok()?;
        let entries: Vec<Entry> =
            texts[1..].iter().map_while(|text| serde_json::from_str(text).ok()).collect();
        let taken_up = TakenUp::of(entries.iter().map(|entry| &entry.by))?;
        let place = Arc::clone(place);
        if head.version == now.version() {
            again(now, (&entries, taken_up), (lines, place))
        } else {
            onto(&now, &head, (&entries, taken_up), (scenario, place))
        }
    });
    if resumed.is_none() {
        place.remove(&name);
    }
    resumed
}

/// Makes the changes again, in the same version of the table.
fn again(
    mut draft: Draft,
    (entries, mut taken_up): (&[Entry], TakenUp),
    (lines, place): (Lines, Arc<Place>),
) -> Option<Resumed> {
    let mut log = Log { lines: Some(lines), place: Some(place), ..Log::new(draft.address()) };
    let n_made = entries.iter().take_while(|entry| log.replay(&mut draft, entry).is_ok()).count();
    taken_up.n_lost = entries.len() - n_made;
    draft.is_changed().then_some(Resumed { draft, log, taken_up, collisions: None })
}

/// Applies the changes to a later version of the table.
fn onto(
    now: &Draft,
    head: &Head,
    (entries, taken_up): (&[Entry], TakenUp),
    (scenario, place): (&Path, Arc<Place>),
) -> Option<Resumed> {
    let was = entries.iter().flat_map(|entry| &entry.was);
    let part = sparse(&now.part, (&head.version, head.rows, &head.columns), was);
    let mut before = Draft::new(scenario, part);
    let mut log = Log::new(now.address());
    let n_made = entries.iter().take_while(|entry| log.replay(&mut before, entry).is_ok()).count();
    let Carried { draft, changes, collisions } = carried(&before, &now.part);
    let n_lost = entries.len() - n_made;
    let taken_up = TakenUp { is_carried: true, n_lost, ..taken_up };
    let mut log = Log { place: Some(place), ..Log::new(now.address()) };
    log.begin_again(&draft, &changes, &taken_up.last, || None);
    let is_something = !changes.is_empty() || !collisions.is_empty();
    is_something.then_some(Resumed { draft, log, taken_up, collisions: Some(collisions) })
}
