//! Saves a table that was edited into the file that it came from, unless that is another by then.

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
    /// The table as it is now in its file.
    pub draft: Draft,
    /// What was written, and the copy of what was there.
    pub kept: Kept,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum Failure {
    /// As elsewhere.
    Common(Common),
    /// The file was changed elsewhere since the table was opened: what was changed there.
    Outdated(Difference),
    /// The scenario does not name the table any more.
    Gone,
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

impl Draft {
    /// Saves it: everything else in its file stays as it is, and a copy of the last version is beside it
    /// (`residents.before-edit.csv`). A table with faults is saved like any other.
    ///
    /// # Errors
    /// If the file was changed since, is gone or cannot be written; it is then as it was.
    pub fn save(&self) -> Result<Saved, Failure> {
        let later = self.later()?;
        if later.version != self.part.version {
            return Err(Failure::Outdated(difference(&self.part, &later)));
        }
        let kept = replace(self.files()?)?;
        let draft = Draft::new(&self.scenario, self.later()?);
        Ok(Saved { draft, kept })
    }

    /// The files that it makes other than they are now; nothing is written.
    ///
    /// # Errors
    /// If its file cannot be changed.
    pub fn files(&self) -> Result<Vec<Changed>, Common> {
        writing(&Sources::disk(), &self.scenario, &self.part, &self.edit()).map_err(Common::input)
    }

    /// Takes over what was changed elsewhere since it was opened, and puts onto it what was edited here: to be looked at, and saved.
    ///
    /// # Errors
    /// If the file is gone or cannot be read.
    pub fn carried(&self) -> Result<Carried, Failure> {
        Ok(carried(self, &self.later()?))
    }

    /// The table as its file has it now.
    fn later(&self) -> Result<Part, Failure> {
        let read = read_part(&Sources::disk(), &self.scenario, self.address()).map_err(Common::input)?;
        read.ok_or(Failure::Gone)
    }
}
