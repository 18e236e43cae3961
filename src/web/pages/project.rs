//! A project: its state, the next step, and the findings in its data.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::finding::{kind, sign, words};
use super::standing::Standing;
use crate::app::projects::Project;
use crate::app::projects::state::state;
use crate::app::saved::{Saved, last};
use crate::diagnostics::{Diagnostic, Severity, more, place};
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::tabs::Tab;
use crate::web::visit::{Answer, Visit, page};

/// Number of findings shown at first.
const SHOWN: usize = 30;
/// Number of saved changes listed.
const SAVED: usize = 10;

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new().route("/projects/{name}", get(project))
}

#[derive(askama::Template)]
#[template(path = "project.html", config = "src/web/askama.toml")]
struct ProjectPage<'a> {
    layout: Layout<'a>,
    folder: String,
    scenario: String,
    standing: Standing,
    findings: Vec<Found>,
    more: String,
    /// The last saved changes: what; by whom and when.
    saved: Vec<[String; 2]>,
}

async fn project(visit: Visit, InProject(project): InProject) -> Answer {
    let (scenario, folder) = (project.scenario.clone(), project.folder.clone());
    let name = project.name.clone();
    let seen = visit.work(move |visit| (found(&project, visit), saved(&project, visit.messages())));
    let ((standing, findings), saved) = seen.await?;
    let n_more = findings.len().saturating_sub(SHOWN);
    page(&ProjectPage {
        layout: visit.layout(name.as_str()).of(&name, Tab::Overview),
        folder: folder.display().to_string(),
        scenario: scenario.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        standing,
        findings: findings.into_iter().take(SHOWN).collect(),
        more: visit.messages().text("web-findings-more", &[("more", n_more.into())]),
        saved,
    })
}

/// A finding for display.
struct Found {
    /// `bad`, `warn` or `plain`.
    kind: &'static str,
    sign: &'static str,
    /// Message and hint.
    words: String,
    /// Its code, and its place relative to the project.
    place: String,
    /// Number of similar findings that are not listed.
    more: Option<String>,
}

impl Found {
    fn of(finding: &Diagnostic, home: &str, messages: &Messages) -> Self {
        let place = place(&finding.at, messages).replace(home, "");
        Self {
            kind: if finding.severity() == Severity::Note { "plain" } else { kind(finding) },
            sign: sign(finding),
            words: words(finding, messages).replace(home, ""),
            place: format!("{}, {place}", finding.code.id()),
            more: more(finding, messages).map(|words| words.replace(home, "")),
        }
    }
}

fn found(project: &Project, visit: &Visit) -> (Standing, Vec<Found>) {
    let (state, messages) = (state(project), visit.messages());
    let home = format!("{}{}", project.folder.display(), std::path::MAIN_SEPARATOR);
    let found = state.findings.iter().map(|finding| Found::of(finding, &home, messages));
    (Standing::seen(&state, project, visit), found.collect())
}

/// The last saved changes.
fn saved(project: &Project, messages: &Messages) -> Vec<[String; 2]> {
    let words = |Saved { what, by }: Saved| {
        let what = messages.text(what.key(), &[("name", what.name().into())]);
        [what, by.words(messages)]
    };
    last(&project.folder, SAVED).into_iter().map(words).collect()
}
