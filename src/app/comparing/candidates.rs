//! Plans of a project that can be compared: its own, the announced ones, and the variants of its batches.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::kept::{Kept, batches};
use crate::app::amend;
use crate::app::announce::label::{FOLDER, Label, beside, numbers};
use crate::app::common::Failure;
use crate::app::named::Named;
use crate::app::projects::Project;
use crate::app::projects::plans::{PlanFile, plans};
use crate::app::reading::{announcing, as_named};
use crate::input::Sources;
use crate::input::announcing::Announcement;
use crate::messages::Messages;
use crate::output::PLAN;

/// A plan that can be compared.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its name in requests: the plan's folder, `announced/2027-02-15-3`, or `batches/1/trainers-2` for a variant.
    pub name: String,
    /// When it was written.
    pub written: Option<DateTime>,
    /// The batch of which it is a variant.
    pub batch: Option<u32>,
    /// Its label.
    pub label: String,
    path: PathBuf,
    scenario: Option<PathBuf>,
    is_announced: bool,
}

impl Candidate {
    fn plan(plan: PlanFile, project: &Project, messages: &Messages) -> Self {
        let label = called(&plan.name, messages);
        let written = plan.written.map(|time| time.to_zoned(TimeZone::system()).datetime());
        let scenario = Some(project.scenario.clone());
        Self { name: plan.name, written, batch: None, label, path: plan.path, scenario, is_announced: false }
    }

    fn variant(batch: &Kept, variant: &str, messages: &Messages) -> Self {
        let number = batch.number.to_string();
        let variables = [("number", number.into()), ("variant", variant.into())];
        Self {
            name: format!("batches/{}/{variant}", batch.number),
            written: None,
            batch: Some(batch.number),
            label: messages.text("web-compare-variant", &variables),
            path: batch.variant(variant),
            // Each has its own scenario.
            scenario: None,
            is_announced: false,
        }
    }

    fn announced(label: &Label, path: PathBuf, project: &Project, messages: &Messages) -> Self {
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
        let date = messages.date(label.date);
        let variables = [("number", label.number.to_string().into()), ("date", date.into())];
        Self {
            name: format!("{FOLDER}/{folder}"),
            written: None,
            batch: None,
            label: messages.text("web-compare-announced", &variables),
            path,
            scenario: Some(project.scenario.clone()),
            is_announced: true,
        }
    }

    /// Its source and name. An announced plan is read as people were told then, whatever was announced since; it is not checked.
    ///
    /// # Errors
    /// If the scenario of an announced plan cannot be read.
    pub(super) fn named(&self) -> Result<(Sources, Named), Failure> {
        let named = |scenario| Named::new(&self.path, scenario).called(&self.label);
        let Some(scenario) = self.scenario.as_ref().filter(|_| self.is_announced) else {
            return Ok((Sources::disk(), named(self.scenario.clone())));
        };
        let plan = as_named(scenario, &self.path).replace('\\', "/");
        let announcement = Announcement { plan, today: None, notice_days: None, replaces: true };
        let told = announcing(&Sources::disk(), scenario, &announcement)?;
        Ok((told.sources, named(Some(told.scenario))))
    }
}

/// The label of a plan in a project's folder.
fn called(name: &str, messages: &Messages) -> String {
    let amended = || {
        let (_, number) = name.strip_prefix(amend::FOLDER)?.strip_prefix('/')?.rsplit_once('-')?;
        let number: u32 = number.parse().ok()?;
        Some(messages.text("web-compare-amended", &[("number", number.to_string().into())]))
    };
    match name {
        "." => messages.text("web-compare-own", &[]),
        _ => amended().unwrap_or_else(|| name.to_owned()),
    }
}

/// The announced plans of a project, the latest first.
fn announced(project: &Project, messages: &Messages) -> Vec<Candidate> {
    let mut folders = numbers(&project.folder.join(FOLDER));
    folders.sort();
    let one = |(_, folder): (u32, PathBuf)| {
        let path = folder.join(PLAN);
        let label = beside(&path).filter(|_| path.is_file())?;
        Some(Candidate::announced(&label, path, project, messages))
    };
    folders.into_iter().rev().filter_map(one).collect()
}

/// All of them: the project's plans, the latest first, then the announced ones, then variants batch by batch.
pub fn candidates(project: &Project, messages: &Messages) -> Vec<Candidate> {
    let own = plans(project).into_iter().map(|plan| Candidate::plan(plan, project, messages));
    let mut all: Vec<Candidate> = own.collect();
    all.extend(announced(project, messages));
    for batch in batches(project) {
        all.extend(batch.planned().iter().map(|name| Candidate::variant(&batch, name, messages)));
    }
    all
}
