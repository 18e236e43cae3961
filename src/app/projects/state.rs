//! The state of a project: findings in its data, its last plan, its announcement, and what to do next.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Project;
use super::plans::{dated, plans_in};
use crate::app::amend::keep::STATUS;
use crate::app::announce::history::history;
use crate::app::announce::label::Label;
use crate::app::common::Failure;
use crate::app::lock::{Writer, writer};
use crate::app::reading::scenario;
use crate::diagnostics::{Diagnostic, Severity};
use crate::input::{Sources, read_plan_file};

/// The state of a project.
#[derive(Debug)]
pub struct State {
    /// All findings in its data: faults, warnings, notes.
    pub findings: Vec<Diagnostic>,
    /// Residents who are still interested; `None` if the data cannot be read.
    pub residents: Option<usize>,
    /// Whether a table is labelled as invented.
    pub is_invented: bool,
    /// The last plan.
    pub plan: Option<LastPlan>,
    /// The last announcement.
    pub announced: Option<Label>,
    /// The process that is writing now.
    pub writer: Option<Option<Writer>>,
}

/// The last plan of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct LastPlan {
    /// Its file.
    pub path: PathBuf,
    /// When it was written.
    pub written: Option<DateTime>,
    /// Net + service, euros.
    pub objective: Option<f64>,
    /// The gap to the bound; unknown if it was changed by hand.
    pub gap: Option<f64>,
    /// Cycles.
    pub cycles: usize,
    /// Residents in these cycles.
    pub participants: usize,
    /// Whether it was made from today's data; unknown if those cannot be read, or if it was announced.
    pub is_of_today: Option<bool>,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The data have faults.
    Correct,
    /// There is no plan.
    Plan,
    /// The data changed since the plan was made.
    PlanAgain,
    /// The plan can be reviewed, and announced.
    Announce,
    /// It is announced: enter events, and plan again.
    Live,
}

impl State {
    /// Number of faults of the data, including those not listed.
    pub fn n_faults(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Number of warnings of the data.
    pub fn n_warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        let counted = self.findings.iter().filter(|found| found.severity() == severity);
        counted.map(|found| 1 + found.and_more).sum()
    }

    /// What to do next.
    pub fn next(&self) -> Next {
        match (&self.plan, &self.announced) {
            _ if self.n_faults() > 0 => Next::Correct,
            (None, None) => Next::Plan,
            (Some(plan), _) if plan.is_of_today == Some(false) => Next::PlanAgain,
            (_, Some(_)) => Next::Live,
            (Some(_), None) => Next::Announce,
        }
    }
}

/// Determines the state of a project from its files.
pub fn state(project: &Project) -> State {
    let (findings, read) = match scenario(&Sources::disk(), &project.scenario) {
        Ok(mut read) => (std::mem::take(&mut read.warnings), Some(read)),
        Err(Failure::Input(found)) => (found.before.into_iter().chain(found.faults).collect(), None),
        // Reading has no other failures.
        Err(_) => (Vec::new(), None),
    };
    let digest = read.as_ref().map(|read| read.instance.digest.as_str());
    let announced =
        history(&project.scenario).ok().and_then(|history| history.announcements.into_iter().last());
    State {
        findings,
        residents: read.as_ref().map(|read| read.instance.interested().count()),
        is_invented: read.as_ref().is_some_and(|read| read.instance.is_invented),
        plan: last_plan(&project.folder, digest, announced.as_ref()),
        announced,
        writer: writer(&project.folder),
    }
}

/// The last written plan in a project's folder; files that are not plans of this program are skipped.
pub(crate) fn last_plan(folder: &Path, digest: Option<&str>, told: Option<&Label>) -> Option<LastPlan> {
    plans_in(folder).into_iter().rev().find_map(|plan| of_file(plan.path, plan.written, digest, told))
}

/// The plan in a file, made from any data; `None` if there is none.
pub(in crate::app) fn plan_at(path: &Path) -> Option<LastPlan> {
    let (written, path) = dated(path.to_owned())?;
    of_file(path, written, None, None)
}

fn of_file(
    path: PathBuf,
    written: Option<Timestamp>,
    digest: Option<&str>,
    told: Option<&Label>,
) -> Option<LastPlan> {
    let file = read_plan_file(&path).ok()?;
    // Announcing a plan changes the scenario, but does not make the plan outdated.
    let is_told = |digest: &&str| told.is_some_and(|told| told.input_digest == **digest);
    let made_from = file.input_digest.as_deref().filter(|digest| !is_told(digest));
    Some(LastPlan {
        path,
        written: written.map(|time| time.to_zoned(TimeZone::system()).datetime()),
        objective: file.objective,
        gap: file.gap.filter(|_| file.solver.as_ref().is_none_or(|solver| solver.status != STATUS)),
        cycles: file.cycles.len(),
        participants: file.cycles.iter().map(|cycle| cycle.participants.len()).sum(),
        is_of_today: made_from.zip(digest).map(|(made_from, digest)| made_from == digest),
    })
}
