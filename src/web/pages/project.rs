//! A project: where it stands, what to do next, and what was found in its data.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::standing::Standing;
use crate::app::projects::Project;
use crate::app::projects::state::state;
use crate::diagnostics::render_one;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::tabs::Tab;
use crate::web::visit::{Answer, Visit, page};

/// Findings that are shown at first.
const SHOWN: usize = 30;

/// Its addresses.
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
    findings: Vec<String>,
    more: String,
}

async fn project(visit: Visit, InProject(project): InProject) -> Answer {
    let (scenario, folder) = (project.scenario.clone(), project.folder.clone());
    let name = project.name.clone();
    let (standing, findings) = visit.work(move |visit| found(&project, visit)).await?;
    let n_more = findings.len().saturating_sub(SHOWN);
    page(&ProjectPage {
        layout: visit.layout(name.as_str()).of(&name, Tab::Overview),
        folder: folder.display().to_string(),
        scenario: scenario.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        standing,
        findings: findings.into_iter().take(SHOWN).collect(),
        more: visit.messages().text("web-findings-more", &[("more", n_more.into())]),
    })
}

fn found(project: &Project, visit: &Visit) -> (Standing, Vec<String>) {
    let (state, messages) = (state(project), visit.messages());
    // Files are named as seen from the project.
    let home = format!("{}{}", project.folder.display(), std::path::MAIN_SEPARATOR);
    let words = state.findings.iter().map(|found| render_one(found, messages).replace(&home, ""));
    (Standing::seen(&state, project, visit), words.collect())
}
