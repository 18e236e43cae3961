//! Saves an edited plan: all files of a plan in a separate folder, and its decisions in the scenario.

use std::path::{Path, PathBuf};

use super::Edit;
use super::step::from_to;
use crate::app::amend;
use crate::app::amend::is_new;
use crate::app::amend::keep::{Keeping, write_all};
use crate::app::announce::is_announced;
use crate::app::announce::label;
use crate::app::common::Failure as Common;
use crate::app::lock::{Task, lock};
use crate::app::projects::{Project, ProjectName};
use crate::app::reading::{digest_of, scenario};
use crate::app::replaced::Kept;
use crate::check::{Violation, check};
use crate::input::amending::Changed;
use crate::input::amending::decisions::deciding;
use crate::input::{Read, Sources};
use crate::messages::Messages;
use crate::output::PLAN;

/// Why nothing was saved.
#[derive(Debug)]
pub enum Failure {
    /// A common failure.
    Common(Common),
    /// It breaks rules that it did not break when it was opened.
    Broken(Vec<Violation>),
    /// The scenario or a table has changed since the plan was opened.
    Changed(PathBuf),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

impl Edit {
    /// Saves the plan as a separate one in a folder of its project, under the project's lock. The folder must be new, or the one
    /// to which this plan was saved before.
    ///
    /// # Errors
    /// As [`Edit::save`]; if the folder already exists, or another process is writing.
    pub fn save_as(
        &mut self,
        project: &Project,
        name: &ProjectName,
        documents: &Messages,
    ) -> Result<Kept, Failure> {
        let out = name.within(&project.folder);
        let _lock = lock(&project.folder, Task::Serve).map_err(Common::from)?;
        let is_kept_free = [amend::FOLDER, label::FOLDER].contains(&name.as_str());
        let is_own = self.plan == out.join(PLAN) && self.is_of_its_own;
        if is_kept_free || (out.exists() && !is_own) {
            return Err(
                Common::Taken { folder: project.folder.clone(), files: vec![name.to_string()] }.into()
            );
        }
        let kept = self.save(&out, documents)?;
        self.is_of_its_own = true;
        Ok(kept)
    }

    /// Writes the plan to a folder, with its files in the language of `documents`, and its decisions to the scenario, atomically
    /// and with a backup of each existing file. Afterwards it can be edited and saved again.
    ///
    /// # Errors
    /// If the plan breaks more rules than when it was opened, the folder holds an announced plan, the input has changed, or a
    /// file cannot be written.
    pub fn save(&mut self, out: &Path, documents: &Messages) -> Result<Kept, Failure> {
        if is_announced(out) {
            return Err(Common::Announced(out.to_owned()).into());
        }
        let (read, files) = self.decided()?;
        let plan = &self.now().plan;
        let mut broken = check(&read.instance, plan).violations;
        broken.retain(|now| is_new(&self.opened().verdict.violations, now));
        if !broken.is_empty() {
            return Err(Failure::Broken(broken));
        }
        let keeping = Keeping { files: &files, plan: Some((&read.instance, plan)), out };
        let kept = write_all(&keeping, documents)?;
        (self.digest, self.written) = (read.instance.digest.clone(), self.now().decisions.clone());
        self.plan = out.join(PLAN);
        self.plan_digest = digest_of(&self.sources, &self.plan);
        self.saved = Some(self.at);
        self.version += 1;
        Ok(kept)
    }

    /// The scenario with the decisions made since it was last written, and the files that this changes.
    fn decided(&self) -> Result<(Read, Vec<Changed>), Failure> {
        let there = scenario(&self.sources, &self.scenario)?;
        if there.instance.digest != self.digest {
            return Err(Failure::Changed(self.scenario.clone()));
        }
        let decisions = from_to(&self.written, &self.now().decisions);
        if decisions.is_empty() {
            return Ok((there, Vec::new()));
        }
        let files = deciding(&self.sources, &self.scenario, &decisions).map_err(Common::input)?;
        let with = |sources: Sources, file: &Changed| sources.with(&file.path, file.bytes.as_slice());
        let sources = files.iter().fold(self.sources.clone(), with);
        Ok((scenario(&sources, &self.scenario)?, files))
    }
}
