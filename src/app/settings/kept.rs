//! Unsaved settings, kept on disk for each planner: none are lost if the program is killed, and each planner sees what others
//! are about to change.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Settings, open, resumed};
use crate::app::common::Failure;
use crate::app::drafts::signed::Signed;
use crate::app::drafts::{Place, Shelf};

/// The name of the file.
const FILE: &str = "settings.json";

/// The unsaved input of a planner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// Its author and time.
    pub by: Signed,
    /// The texts from when the planner started, by key.
    was: BTreeMap<String, String>,
    /// New texts, by key.
    pub own: BTreeMap<String, String>,
}

/// Settings with a planner's earlier input.
#[derive(Debug)]
pub struct TakenUp {
    /// The settings.
    pub settings: Settings,
    /// When it was filled in; `None` if there is none.
    pub by: Option<Signed>,
    /// Whether somebody else has changed the scenario since.
    pub is_carried: bool,
}

/// Input by planner's name, which is empty without login.
type All = BTreeMap<String, Filled>;

fn read(place: &Place) -> All {
    place.read(FILE).and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write(place: &Place, all: &All) {
    match serde_json::to_vec(all) {
        Ok(bytes) if !all.is_empty() => _ = place.write(FILE, &bytes),
        _ => place.remove(FILE),
    }
}

/// The draft folder of a project, if it contains unsaved settings.
fn there(shelf: &Shelf, project: &Path) -> Option<Arc<Place>> {
    shelf.drafts(project).filter(|(_, names)| names.iter().any(|name| name == FILE)).map(|(place, _)| place)
}

/// Keeps a planner's input; removes it if nothing differs.
pub fn keep(settings: &Settings, by: &Signed, shelf: &Shelf, project: &Path) {
    if settings.own.is_empty() {
        forget(by, shelf, project);
        return;
    }
    let Some(place) = shelf.place(project) else { return };
    let mut all = read(&place);
    let (was, own) = (settings.keys.written.clone(), settings.own.clone());
    all.insert(by.name().to_owned(), Filled { by: by.clone(), was, own });
    write(&place, &all);
}

/// Removes a planner's input: it was saved or discarded.
pub fn forget(by: &Signed, shelf: &Shelf, project: &Path) {
    let Some(place) = there(shelf, project) else { return };
    let mut all = read(&place);
    all.remove(by.name());
    write(&place, &all);
}

/// The unsaved input of other planners.
pub fn others(by: &Signed, shelf: &Shelf, project: &Path) -> Vec<Filled> {
    let all = there(shelf, project).map(|place| read(&place)).unwrap_or_default();
    all.into_iter().filter(|(name, _)| name != by.name()).map(|(_, filled)| filled).collect()
}

/// The current settings of a scenario, with a planner's earlier input.
///
/// # Errors
/// If the scenario cannot be read at all.
pub fn taken_up(scenario: &Path, by: &Signed, shelf: &Shelf, project: &Path) -> Result<TakenUp, Failure> {
    let mut settings = open(scenario)?;
    let filled = there(shelf, project).and_then(|place| read(&place).remove(by.name()));
    let Some(Filled { by, was, own }) = filled else {
        return Ok(TakenUp { settings, by: None, is_carried: false });
    };
    let before = resumed(scenario, was);
    let is_carried = before.version() != settings.version();
    settings.set(own);
    let by = Some(by).filter(|_| !settings.own.is_empty());
    Ok(TakenUp { settings, is_carried: is_carried && by.is_some(), by })
}
