//! Makes documents in the background, with progress.

use axum::Form;
use axum::http::StatusCode;
use axum::http::header::HeaderName;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::send::extent_named;
use crate::app::documents::Extent;
use crate::app::projects::state::last_plan;
use crate::messages::{Lang, Messages};
use crate::web::exports::{Choice, Job};
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::tabs::address;
use crate::web::visit::{Answer, Visit, page};

/// Makes htmx reload the whole page.
const ANEW: (HeaderName, &str) = (HeaderName::from_static("hx-refresh"), "true");

/// The fields of the form.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    contacts: Option<String>,
    templates: Option<String>,
    previous: Option<String>,
    lang: Option<String>,
    extent: Option<String>,
}

/// The progress of a job.
pub(super) struct Progress {
    /// The address of the page.
    pub(super) home: String,
    /// In words.
    pub(super) words: String,
    /// The address that stops it; empty once it was asked to stop.
    pub(super) stop: String,
    /// Number of documents made.
    pub(super) made: usize,
    /// Their total.
    pub(super) of: usize,
}

impl Progress {
    /// The progress of a job.
    pub(super) fn of(job: &Job, home: &str, messages: &Messages) -> Self {
        let (made, of) = job.progress();
        let is_stopping = job.is_stopping();
        let words = match of {
            _ if is_stopping => messages.text("web-documents-stops", &[]),
            0 => messages.text("web-documents-waiting", &[]),
            _ => messages.text("web-documents-progress", &[("made", made.into()), ("of", of.into())]),
        };
        Self {
            home: home.to_owned(),
            words,
            stop: if is_stopping { String::new() } else { messages.text("web-documents-stop", &[]) },
            made,
            of: of.max(1),
        }
    }
}

#[derive(askama::Template)]
#[template(path = "documents/progress.html", config = "src/web/askama.toml")]
struct ProgressPart {
    progress: Progress,
}

/// Starts the job, and shows its progress.
pub(super) async fn make(visit: Visit, InProject(project): InProject, Form(asked): Form<Asked>) -> Answer {
    let home = format!("{}/documents", address(&project.name));
    visit
        .work(move |visit| {
            let plan = last_plan(&project.folder, None, None);
            let plan = plan.ok_or_else(|| Fault::new(StatusCode::CONFLICT, "web-documents-no-plan"))?;
            let choice = Choice {
                plan: plan.path,
                extent: asked.extent.as_deref().and_then(extent_named).unwrap_or(Extent::All),
                contacts: named(asked.contacts),
                templates: named(asked.templates),
                previous: named(asked.previous),
                documents: asked.lang.as_deref().and_then(Lang::from_tag).unwrap_or(visit.lang),
                lang: visit.lang,
            };
            let full = |_| Fault::new(StatusCode::CONFLICT, "web-documents-full");
            visit.site.exports.begin(&project, choice).map_err(full)
        })
        .await??;
    Ok(Redirect::to(&home).into_response())
}

/// The chosen entry of a list, whose last entry means none.
fn named(name: Option<String>) -> Option<String> {
    name.filter(|name| !name.is_empty())
}

/// The progress; a reload of the whole page once the job has ended.
pub(super) async fn progress(visit: Visit, InProject(project): InProject) -> Answer {
    let home = format!("{}/documents", address(&project.name));
    match visit.site.exports.of(&project).filter(|job| job.end().is_none()) {
        Some(job) => page(&ProgressPart { progress: Progress::of(&job, &home, visit.messages()) }),
        None => Ok(([ANEW], "").into_response()),
    }
}

/// Stops the job: nothing is written.
pub(super) async fn stop(visit: Visit, InProject(project): InProject) -> Answer {
    if let Some(job) = visit.site.exports.of(&project) {
        job.stop();
    }
    Ok(Redirect::to(&format!("{}/documents", address(&project.name))).into_response())
}
