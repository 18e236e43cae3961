//! Saves a draft into its file, unless the file has changed meanwhile.

use super::carried::{Carried, carried};
use super::draft::Draft;
use super::later::{Difference, difference};
use crate::app::common::Failure as Common;
use crate::app::replaced::{Kept, replace};
use crate::input::Sources;
use crate::input::amending::Changed;
use crate::input::amending::part::{Part, read_part, writing};

/// A table that was saved.
#[derive(Debug)]
pub struct Saved {
    /// The table as in its file now.
    pub draft: Draft,
    /// The files written, and the copy of the previous version.
    pub kept: Kept,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// The file has changed since the table was opened; its changes.
    Outdated(Difference),
    /// The scenario no longer names the table.
    Gone,
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

impl Draft {
    /// Saves the draft: the rest of its file stays the same, and a copy of the previous version is stored next to it
    /// (`residents.before-edit.csv`). A table with errors is saved too.
    ///
    /// # Errors
    /// If the file has changed, no longer exists or cannot be written; it is then unchanged.
    pub fn save(&self) -> Result<Saved, Failure> {
        let later = self.later()?;
        if later.version != self.part.version {
            return Err(Failure::Outdated(difference(&self.part, &later)));
        }
        let kept = replace(self.files()?)?;
        let draft = Draft::new(&self.scenario, self.later()?);
        Ok(Saved { draft, kept })
    }

    /// The files that saving would change; nothing is written.
    ///
    /// # Errors
    /// If its file cannot be changed.
    pub fn files(&self) -> Result<Vec<Changed>, Common> {
        writing(&Sources::disk(), &self.scenario, &self.part, &self.edit()).map_err(Common::input)
    }

    /// Applies the draft's changes to the current version of the file, for review before it is saved.
    ///
    /// # Errors
    /// If the file no longer exists or cannot be read.
    pub fn carried(&self) -> Result<Carried, Failure> {
        Ok(carried(self, &self.later()?))
    }

    /// The table as in its current file.
    fn later(&self) -> Result<Part, Failure> {
        let read = read_part(&Sources::disk(), &self.scenario, self.address()).map_err(Common::input)?;
        read.ok_or(Failure::Gone)
    }
}
