//! Drafts of tables that are edited in a browser. They are kept in memory until they are saved or discarded, so that a reload, a
//! second window or a closed window loses nothing. Changes are also written to disk, and restored after the program was
//! killed.
//!
//! # Design
//! Each draft has a stamp that every change renews, and a request to change it sends the stamp that its window shows. If a window
//! is behind, its request is refused, and nothing is silently overwritten. The stamp of an unchanged table is its file's version,
//! so it is the same after the table was closed to make room and opened again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;

use super::fault::Fault;
use super::held::held;
use super::secret::Secret;
use crate::app::drafts::signed::Signed;
use crate::app::drafts::taken_up::TakenUp;
use crate::app::drafts::{Place, Shelf};
use crate::app::grid::carried::{Carried, Collision};
use crate::app::grid::change::{Change, Wrong};
use crate::app::grid::draft::Draft;
use crate::app::grid::judged::Judged;
use crate::app::grid::log::{Log, of_tables, resumed};
use crate::app::grid::{Address, Named, open, tables};
use crate::app::projects::Project;
use crate::app::touched::Touched;

/// Maximum number of open tables. A table that differs from its file is never closed to make room.
const MOST: usize = 12;
/// Number of scenarios whose list of tables is cached.
const MOST_NAMED: usize = 64;
/// Length of a stamp, in characters.
const STAMP: usize = 16;

/// The open tables, by scenario and address.
#[derive(Debug)]
pub(super) struct Drafts {
    open: Mutex<BTreeMap<(PathBuf, Address), Entry>>,
    /// The tables of each scenario, with the scenario file's state when it was read.
    named: Mutex<BTreeMap<PathBuf, (Touched, Vec<Named>)>>,
    /// Makes the stamps of this run of the program different from those of any other run.
    salt: String,
    count: AtomicU64,
    /// The place on disk of unsaved changes.
    shelf: Arc<Shelf>,
}

#[derive(Debug)]
struct Entry {
    table: Arc<Mutex<Table>>,
    /// Counter value of the last access.
    used: u64,
}

/// An open table.
#[derive(Debug)]
pub(super) struct Table {
    /// The table.
    pub(super) draft: Draft,
    /// Changes with every change of the table.
    pub(super) stamp: String,
    /// The findings in its current state.
    pub(super) judged: Option<Arc<Judged>>,
    /// The changes since it was opened.
    pub(super) log: Log,
    /// The planner who changed it last.
    last: Option<Signed>,
    /// The notice to show if it was restored after the program had been killed.
    pub(super) taken_up: Option<TakenUp>,
    /// Cells changed by both sides when the draft was applied to a later version of its file.
    pub(super) collisions: Option<Vec<Collision>>,
    /// State of its scenario and of its file when it was read.
    read: [Option<Touched>; 2],
}

impl Table {
    fn fresh(draft: Draft, scenario: &Path) -> Self {
        let stamp = draft.version().chars().take(STAMP).collect();
        let read = [scenario, draft.path()].map(Touched::of);
        let log = Log::new(draft.address());
        Self { draft, stamp, judged: None, log, last: None, taken_up: None, collisions: None, read }
    }

    /// Whether scenario and file are unchanged since it was read.
    fn is_as_read(&self, scenario: &Path) -> bool {
        self.read.iter().all(Option::is_some) && [scenario, self.draft.path()].map(Touched::of) == self.read
    }

    /// The name of the planner who changed or saved it last, on a site with logins.
    pub(super) fn last_by(&self) -> &str {
        self.last.as_ref().map_or("", Signed::name)
    }

    /// Checks that a window shows the current state.
    ///
    /// # Errors
    /// If the table has been changed since.
    pub(super) fn is_seen(&self, stamp: &str) -> Result<(), Fault> {
        if stamp == self.stamp {
            return Ok(());
        }
        let behind = |key| Fault::new(StatusCode::CONFLICT, key);
        match self.last_by() {
            "" => Err(behind("web-grid-behind")),
            who => Err(behind("web-grid-behind-by").with("who", who)),
        }
    }
}

impl Drafts {
    /// An empty store.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub(super) fn new(shelf: &Arc<Shelf>) -> std::io::Result<Self> {
        let salt = Secret::new()?.text().chars().take(STAMP).collect();
        let (count, shelf) = (AtomicU64::new(0), Arc::clone(shelf));
        Ok(Self { open: Mutex::default(), named: Mutex::default(), salt, count, shelf })
    }

    /// The draft of a table, opened if necessary.
    ///
    /// # Errors
    /// If there is no such table, it cannot be read, or too many other tables have unsaved changes.
    pub(super) fn table(&self, project: &Project, address: Address) -> Result<Arc<Mutex<Table>>, Fault> {
        let key = (project.scenario.clone(), address);
        let now = self.next();
        if let Some(entry) = held(&self.open).get_mut(&key) {
            entry.used = now;
            return Ok(Arc::clone(&entry.table));
        }
        let draft = open(&project.scenario, address)?.ok_or_else(Fault::nowhere)?;
        let mut open = held(&self.open);
        make_room(&mut open)?;
        let new = || Entry { table: Arc::new(Mutex::new(self.opened(project, draft))), used: now };
        Ok(Arc::clone(&open.entry(key).or_insert_with(new).table))
    }

    /// A table as in its file, with the changes made before the program was killed.
    fn opened(&self, project: &Project, draft: Draft) -> Table {
        let is_of =
            |(_, names): &(_, Vec<String>)| !of_tables(names, std::iter::once(draft.address())).is_empty();
        let kept = self.shelf.drafts(&project.folder).filter(is_of);
        let resumed = kept.and_then(|(place, _)| resumed(draft.clone(), &project.scenario, &place));
        let mut table = Table::fresh(draft, &project.scenario);
        if let Some(resumed) = resumed {
            let last = resumed.taken_up.last.clone();
            (table.draft, table.log) = (resumed.draft, resumed.log);
            table.collisions = resumed.collisions;
            table.taken_up = Some(resumed.taken_up);
            self.changed(&mut table, &last);
        }
        table
    }

    /// The place of a project's unsaved changes.
    pub(super) fn place(&self, project: &Project) -> Option<Arc<Place>> {
        self.shelf.place(&project.folder)
    }

    /// Changes a table.
    pub(super) fn change(
        &self,
        table: &mut Table,
        change: &Change,
        (project, by): (&Project, &Signed),
    ) -> Result<(), Wrong> {
        let Table { draft, log, .. } = table;
        log.apply(draft, change, by, || self.place(project))
    }

    /// Applies the draft of a table to a later version of its file.
    pub(super) fn carried(&self, table: &mut Table, carried: Carried, (project, by): (&Project, &Signed)) {
        let Carried { draft, changes, collisions } = carried;
        table.log.begin_again(&draft, &changes, by, || self.place(project));
        table.draft = draft;
        table.collisions = Some(collisions);
        self.changed(table, by);
    }

    /// The draft of a table; read again if its file has changed and there are no unsaved changes.
    ///
    /// # Errors
    /// Those of [`Self::table`].
    pub(super) fn looked_at(&self, project: &Project, address: Address) -> Result<Arc<Mutex<Table>>, Fault> {
        let table = self.table(project, address)?;
        let mut known = held(&table);
        if !known.is_as_read(&project.scenario) && !known.draft.is_changed() {
            let now = Table::fresh(
                open(&project.scenario, address)?.ok_or_else(Fault::nowhere)?,
                &project.scenario,
            );
            let is_same =
                now.draft.version() == known.draft.version() && now.draft.path() == known.draft.path();
            if is_same {
                known.read = now.read;
            } else {
                known.log.forget();
                *known = now;
            }
        }
        drop(known);
        Ok(table)
    }

    /// Records that a planner changed a table.
    pub(super) fn changed(&self, table: &mut Table, by: &Signed) {
        table.stamp = format!("{}-{}", self.salt, self.next());
        table.judged = None;
        table.last = Some(by.clone());
    }

    /// Records that a planner saved a table, which is now the same as its file.
    pub(super) fn saved(table: &mut Table, draft: Draft, (project, by): (&Project, &Signed)) {
        table.log.forget();
        *table = Table { last: Some(by.clone()), ..Table::fresh(draft, &project.scenario) };
    }

    /// The tables of a project.
    ///
    /// # Errors
    /// If its scenario cannot be read.
    pub(super) fn tables(&self, project: &Project) -> Result<Vec<Named>, Fault> {
        let now = Touched::of(&project.scenario);
        let known = held(&self.named).get(&project.scenario).cloned();
        if let Some((_, named)) = known.filter(|(then, _)| Some(*then) == now) {
            return Ok(named);
        }
        let named = tables(&project.scenario)?;
        if let Some(now) = now {
            let mut known = held(&self.named);
            if known.len() >= MOST_NAMED {
                known.clear();
            }
            known.insert(project.scenario.clone(), (now, named.clone()));
        }
        Ok(named)
    }

    /// Discards the draft of a table.
    pub(super) fn leave(&self, project: &Project, address: Address) {
        let left = held(&self.open).remove(&(project.scenario.clone(), address));
        if let Some(left) = left {
            held(&left.table).log.forget();
        }
    }

    /// Opens the tables of a project that had unsaved changes when the program was killed.
    fn take_up(&self, project: &Project) {
        let Some((_place, names)) = self.shelf.drafts(&project.folder) else { return };
        let Ok(tables) = self.tables(project) else { return };
        for address in of_tables(&names, tables.iter().map(|table| table.address)) {
            // A table that cannot be opened now may be opened later.
            let _ = self.table(project, address);
        }
    }

    /// The tables of a project with unsaved changes.
    pub(super) fn unsaved(&self, project: &Project) -> Vec<Address> {
        self.take_up(project);
        let of_project: Vec<_> = {
            let open = held(&self.open);
            let own = open.iter().filter(|((scenario, _), _)| *scenario == project.scenario);
            own.map(|((_, address), entry)| (*address, Arc::clone(&entry.table))).collect()
        };
        let differs = |table: &Arc<Mutex<Table>>| held(table).draft.is_changed();
        of_project.into_iter().filter(|(_, table)| differs(table)).map(|(address, _)| address).collect()
    }

    fn next(&self) -> u64 {
        self.count.fetch_add(1, Ordering::Relaxed)
    }
}

/// Closes the least recently used table without unsaved changes, if there are too many.
fn make_room(open: &mut BTreeMap<(PathBuf, Address), Entry>) -> Result<(), Fault> {
    if open.len() < MOST {
        return Ok(());
    }
    let is_idle =
        |entry: &Entry| Arc::strong_count(&entry.table) == 1 && !held(&entry.table).draft.is_changed();
    let idle = open.iter().filter(|(_, entry)| is_idle(entry));
    let oldest = idle.min_by_key(|(_, entry)| entry.used).map(|(key, _)| key.clone());
    let oldest =
        oldest.ok_or_else(|| Fault::new(StatusCode::CONFLICT, "web-grid-too-many").with("most", MOST))?;
    if let Some(closed) = open.remove(&oldest) {
        held(&closed.table).log.forget();
    }
    Ok(())
}
