//! Saves settings into their scenario, unless it has changed meanwhile.

use super::Settings;
use crate::app::common::Failure as Common;
use crate::app::replaced::{Kept, replace};
use crate::input::Sources;
use crate::input::amending::keys::{Keys, read_keys, setting};

/// Settings that were saved.
#[derive(Debug)]
pub struct Saved {
    /// The settings as in the scenario now.
    pub settings: Settings,
    /// The files written, and the copy of the previous version.
    pub kept: Kept,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// The scenario has changed since they were read.
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
    /// Each key with another value there: old and new value.
    pub changed: Vec<(String, Option<String>, Option<String>)>,
    later: Keys,
}

impl Outdated {
    /// The edited settings on top of the current ones, for review before they are saved.
    pub fn carried(&self, settings: &Settings) -> Settings {
        let own = settings.own.clone();
        let mut carried =
            Settings { scenario: settings.scenario.clone(), keys: self.later.clone(), own: own.clone() };
        carried.set(own);
        carried
    }
}

impl Settings {
    /// Saves them: the rest of the scenario stays the same, and a copy of the previous version is stored next to it
    /// (`scenario.before-edit.toml`). Settings with errors are saved too.
    ///
    /// # Errors
    /// If the scenario has changed or cannot be written; it is then unchanged.
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
