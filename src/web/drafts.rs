//! Tables that are edited in a browser. They live in the program, so that a reload, a second look or a closed window loses nothing
//! that was typed, until they are saved or given up; what was done to them is on the disk as well, and taken up after the program
//! was killed.
//!
//! # Design
//! Each has a stamp that every change renews, and whoever changes one says which he saw: of two windows, the one that is behind is
//! told, and nothing is overwritten silently. The stamp of a table that nobody has edited is its file's version, so that one that was
//! closed to make room and opened again is the same.

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

/// Tables that are open at once. One that differs from its file is never closed to make room.
const MOST: usize = 12;
/// Scenarios of which it is kept what tables they have.
const MOST_NAMED: usize = 64;
/// Letters of a stamp.
const STAMP: usize = 16;

/// The tables that are edited, by scenario and address.
#[derive(Debug)]
pub(super) struct Drafts {
    open: Mutex<BTreeMap<(PathBuf, Address), Entry>>,
    /// The tables of scenarios, as those were when they were read.
    named: Mutex<BTreeMap<PathBuf, (Touched, Vec<Named>)>>,
    /// No stamp of another run of the program is one of this run.
    salt: String,
    count: AtomicU64,
    /// Where what is not saved is kept.
    shelf: Arc<Shelf>,
}

#[derive(Debug)]
struct Entry {
    table: Arc<Mutex<Table>>,
    /// When it was asked for last.
    used: u64,
}

/// A table that is edited.
#[derive(Debug)]
pub(super) struct Table {
    /// The table.
    pub(super) draft: Draft,
    /// What tells it from what it was before its last change.
    pub(super) stamp: String,
    /// What was found in it as it is.
    pub(super) judged: Option<Arc<Judged>>,
    /// Who did what to it since.
    pub(super) log: Log,
    /// Who changed it last.
    last: Option<Signed>,
    /// What is told of it where it was taken up after the program had been killed.
    pub(super) taken_up: Option<TakenUp>,
    /// What both sides had changed when it was put onto a later version of its file.
    pub(super) collisions: Option<Vec<Collision>>,
    /// Its scenario and its file when it was read.
    read: [Option<Touched>; 2],
}

impl Table {
    fn fresh(draft: Draft, scenario: &Path) -> Self {
        let stamp = draft.version().chars().take(STAMP).collect();
        let read = [scenario, draft.path()].map(Touched::of);
        let log = Log::new(draft.address());
        Self { draft, stamp, judged: None, log, last: None, taken_up: None, collisions: None, read }
    }

    /// Whether nobody has written its scenario or its file since it was read.
    fn is_as_read(&self, scenario: &Path) -> bool {
        self.read.iter().all(Option::is_some) && [scenario, self.draft.path()].map(Touched::of) == self.read
    }

    /// Who changed or saved it last, where people say who they are.
    pub(super) fn last_by(&self) -> &str {
        self.last.as_ref().map_or("", Signed::name)
    }

    /// Whether a window shows it as it is.
    ///
    /// # Errors
    /// If another one has changed it since.
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
    /// None yet.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub(super) fn new(shelf: &Arc<Shelf>) -> std::io::Result<Self> {
        let salt = Secret::new()?.text().chars().take(STAMP).collect();
        let (count, shelf) = (AtomicU64::new(0), Arc::clone(shelf));
        Ok(Self { open: Mutex::default(), named: Mutex::default(), salt, count, shelf })
    }

    /// A table as it is edited; opened where it is not yet.
    ///
    /// # Errors
    /// If there is no such table, it cannot be read, or too many others differ from their files.
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

    /// A table as its file is, with what was done to it before the program was killed.
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

    /// The place where what is not saved of a project is kept.
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

    /// Puts what was edited of a table onto a later version of its file.
    pub(super) fn carried(&self, table: &mut Table, carried: Carried, (project, by): (&Project, &Signed)) {
        let Carried { draft, changes, collisions } = carried;
        table.log.begin_again(&draft, &changes, by, || self.place(project));
        table.draft = draft;
        table.collisions = Some(collisions);
        self.changed(table, by);
    }

    /// The same, as its file is now where nothing was edited here.
    ///
    /// # Errors
    /// As above.
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

    /// Notes that somebody changed a table.
    pub(super) fn changed(&self, table: &mut Table, by: &Signed) {
        table.stamp = format!("{}-{}", self.salt, self.next());
        table.judged = None;
        table.last = Some(by.clone());
    }

    /// Notes that somebody saved a table, which is as its file is.
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

    /// Gives up what was edited of a table.
    pub(super) fn leave(&self, project: &Project, address: Address) {
        let left = held(&self.open).remove(&(project.scenario.clone(), address));
        if let Some(left) = left {
            held(&left.table).log.forget();
        }
    }

    /// Opens the tables of a project that were edited when the program was killed.
    fn take_up(&self, project: &Project) {
        let Some((_place, names)) = self.shelf.drafts(&project.folder) else { return };
        let Ok(tables) = self.tables(project) else { return };
        for address in of_tables(&names, tables.iter().map(|table| table.address)) {
            // One that cannot be opened now may be so later.
            let _ = self.table(project, address);
        }
    }

    /// The tables of a project that differ from their files.
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

/// Closes the table that was asked for the longest ago among those that do not differ from their files, where there are too many.
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
