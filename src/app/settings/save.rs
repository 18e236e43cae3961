//! Saves settings into their scenario, unless that is another by then.

use super::Settings;
use crate::app::common::Failure as Common;
use crate::app::replaced::{Kept, replace};
use crate::input::Sources;
use crate::input::amending::keys::{Keys, read_keys, setting};

/// Settings that were saved.
#[derive(Debug)]
pub struct Saved {
    /// The settings as they are now in the scenario.
    pub settings: Settings,
    /// What was written, and the copy of what was there.
    pub kept: Kept,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum Failure {
    /// As elsewhere.
    Common(Common),
    /// The scenario was changed elsewhere since they were read.
    Outdated(Box<Outdated>),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// Settings that were changed elsewhere.
#[derive(Debug)]
pub struct Outdated {
    /// Each key that has another value there, what it was and what it is.
    pub changed: Vec<(String, Option<String>, Option<String>)>,
    later: Keys,
}

impl Outdated {
    /// What was edited here, over what is there now: to be looked at, and saved.
    pub fn carried(&self, settings: &Settings) -> Settings {
        let own = settings.own.clone();
        let mut carried =
            Settings { scenario: settings.scenario.clone(), keys: self.later.clone(), own: own.clone() };
        carried.set(own);
        carried
    }
}

impl Settings {
    /// Saves them: everything else in the scenario stays as it is, and a copy of the last version is beside it
    /// (`scenario.before-edit.toml`). Settings with faults are saved like others.
    ///
    /// # Errors
    /// If the scenario was changed since or cannot be written; it is then as it was.
    pub fn save(&self) -> Result<Saved, Failure> {
        let sources = Sources::disk();
        let later = read_keys(&sources, &self.scenario).map_err(Common::input)?;
        if later.version != self.keys.version {
            let changed = difference(&self.keys, &later);
            return Err(Failure::Outdated(Box::new(Outdated { changed, later })));
        }
        let files = setting(&sources, &self.scenario, &self.own).map_err(Common::input)?;
        let kept = replace(files)?;
        let settings = super::open(&self.scenario)?;
        Ok(Saved { settings, kept })
    }
}

fn difference(before: &Keys, after: &Keys) -> Vec<(String, Option<String>, Option<String>)> {
    let mut keys: Vec<&String> = before.written.keys().chain(after.written.keys()).collect();
    keys.sort();
    keys.dedup();
    let both = |key: &String| (before.written.get(key).cloned(), after.written.get(key).cloned());
    let changed = keys.into_iter().map(|key| (key.clone(), both(key)));
    changed.filter(|(_, (was, is))| was != is).map(|(key, (was, is))| (key, was, is)).collect()
}
