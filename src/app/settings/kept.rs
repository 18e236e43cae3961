//! Settings that are filled in and not saved yet, kept on the disk for each of those who fill them in: a program that is killed loses
//! none of them, and each sees what others are about to change.

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

/// What somebody filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// Who, and when.
    pub by: Signed,
    /// What was written when they began, by key.
    was: BTreeMap<String, String>,
    /// New texts, by key.
    pub own: BTreeMap<String, String>,
}

/// Settings with what somebody filled in before.
#[derive(Debug)]
pub struct TakenUp {
    /// The settings.
    pub settings: Settings,
    /// When it was filled in; none where nothing was.
    pub by: Option<Signed>,
    /// Whether the scenario was written by somebody else meanwhile.
    pub is_carried: bool,
}

/// By name; that of somebody who does not say who they are is empty.
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

/// Where drafts of a project are, if there are some of its settings.
fn there(shelf: &Shelf, project: &Path) -> Option<Arc<Place>> {
    shelf.drafts(project).filter(|(_, names)| names.iter().any(|name| name == FILE)).map(|(place, _)| place)
}

/// Keeps what somebody filled in; nothing where it differs from nothing.
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

/// Forgets what somebody filled in: it is saved, or given up.
pub fn forget(by: &Signed, shelf: &Shelf, project: &Path) {
    let Some(place) = there(shelf, project) else { return };
    let mut all = read(&place);
    all.remove(by.name());
    write(&place, &all);
}

/// What others filled in.
pub fn others(by: &Signed, shelf: &Shelf, project: &Path) -> Vec<Filled> {
    let all = there(shelf, project).map(|place| read(&place)).unwrap_or_default();
    all.into_iter().filter(|(name, _)| name != by.name()).map(|(_, filled)| filled).collect()
}

/// The settings of a scenario as they are now, with what somebody filled in before.
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
