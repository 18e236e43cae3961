//! Plans of a project that can be compared: its own, and the variants of its batches.

use std::path::PathBuf;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::kept::{Kept, batches};
use crate::app::named::Named;
use crate::app::projects::Project;
use crate::app::projects::plans::{PlanFile, plans};
use crate::messages::Messages;

/// A plan that can be compared.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// By which it is asked for: the plan's folder, `batches/1/trainers-2` for a variant.
    pub name: String,
    /// When it was written.
    pub written: Option<DateTime>,
    /// The batch of which it is a variant.
    pub batch: Option<u32>,
    /// What people call it.
    pub label: String,
    path: PathBuf,
    scenario: Option<PathBuf>,
}

impl Candidate {
    fn plan(plan: PlanFile, project: &Project, messages: &Messages) -> Self {
        let label = if plan.name == "." { messages.text("web-compare-own", &[]) } else { plan.name.clone() };
        let written = plan.written.map(|time| time.to_zoned(TimeZone::system()).datetime());
        let scenario = Some(project.scenario.clone());
        Self { name: plan.name, written, batch: None, label, path: plan.path, scenario }
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
            // Each has one of its own.
            scenario: None,
        }
    }

    pub(super) fn named(&self) -> Named {
        Named::new(&self.path, self.scenario.clone()).called(&self.label)
    }
}

/// All of them: the project's plans, the one that was written last first, then variants batch by batch.
pub fn candidates(project: &Project, messages: &Messages) -> Vec<Candidate> {
    let own = plans(project).into_iter().map(|plan| Candidate::plan(plan, project, messages));
    let mut all: Vec<Candidate> = own.collect();
    for batch in batches(project) {
        all.extend(batch.planned().iter().map(|name| Candidate::variant(&batch, name, messages)));
    }
    all
}
