//! The projects of the folder with their state, and new ones.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

use super::standing::Standing;
use crate::app::projects::new::{Failure, Start, create};
use crate::app::projects::state::state;
use crate::app::projects::{LeftOut, ProjectName};
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::layout::Layout;
use crate::web::site::{Limits, Site};
use crate::web::tabs::address;
use crate::web::upload::Upload;
use crate::web::visit::{Answer, Visit, page};

/// The addresses of the page.
pub(super) fn routes(limits: &Limits) -> Router<Arc<Site>> {
    let new = post(new).layer(DefaultBodyLimit::max(limits.file_bytes));
    Router::new().route("/", get(projects)).route("/projects", new)
}

#[derive(askama::Template)]
#[template(path = "projects.html", config = "src/web/askama.toml")]
struct ProjectsPage<'a> {
    layout: Layout<'a>,
    folder: String,
    entries: Vec<Entry>,
    left_out: Vec<String>,
}

/// A project in the list.
struct Entry {
    name: String,
    address: String,
    standing: Standing,
}

async fn projects(visit: Visit) -> Answer {
    let (entries, left_out) = visit.work(listed).await?;
    page(&ProjectsPage {
        layout: visit.layout(&visit.messages().text("web-projects-title", &[])),
        folder: visit.site.projects.home().display().to_string(),
        entries,
        left_out,
    })
}

fn listed(visit: &Visit) -> (Vec<Entry>, Vec<String>) {
    let (listing, messages) = (visit.site.projects.list(), visit.messages());
    let entries = listing.projects.iter().map(|project| Entry {
        name: project.name.to_string(),
        address: address(&project.name),
        standing: Standing::seen(&state(project), project, visit),
    });
    let left_out = listing.left_out.iter().map(|(folder, why)| left_out(folder, why, messages));
    (entries.collect(), left_out.collect())
}

fn left_out(folder: &str, why: &LeftOut, messages: &Messages) -> String {
    match why {
        LeftOut::Name => messages.text("web-left-out-name", &[("folder", folder.into())]),
        LeftOut::Several(books) => {
            let variables = [("folder", folder.into()), ("books", books.join(", ").into())];
            messages.text("web-left-out-several", &variables)
        }
    }
}

/// Creates a project, and redirects to it.
async fn new(visit: Visit, form: Upload) -> Answer {
    let made = visit.work(move |visit| made(visit, form)).await??;
    Ok(Redirect::to(&address(&made)).into_response())
}

fn made(visit: &Visit, mut form: Upload) -> Result<ProjectName, Fault> {
    let projects = &visit.site.projects;
    let missing = || Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "web-new-no-file");
    let mut typed = form.field("name").to_owned();
    let start = match form.field("from") {
        "workbook" => {
            let sent = form.file("workbook").ok_or_else(missing)?;
            if typed.is_empty() {
                typed = named_after(&sent.name);
            }
            Start::Workbook(sent)
        }
        "blank" => Start::Blank,
        "territory" => Start::Territory {
            communes: form.file("communes").ok_or_else(missing)?,
            boundaries: form.file("boundaries"),
        },
        "copy" => {
            let other: ProjectName = form.field("other").parse().map_err(|_| Fault::nowhere())?;
            Start::Copy(projects.find(&other).ok_or_else(Fault::nowhere)?)
        }
        _ => return Err(Fault::of(StatusCode::BAD_REQUEST)),
    };
    let name: ProjectName = typed.parse().map_err(|_| no_name(&typed))?;
    create(projects, &name, start, visit.messages()).map_err(refused)?;
    Ok(name)
}

/// The name of a workbook without its extension, as far as it is valid for a project.
fn named_after(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    ProjectName::nearest(stem).map_or_else(|| stem.to_owned(), |name| name.to_string())
}

fn no_name(typed: &str) -> Fault {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    match ProjectName::nearest(typed) {
        _ if typed.is_empty() => Fault::new(status, "web-new-no-name"),
        Some(near) => Fault::new(status, "web-new-bad-name-near").with("near", near.to_string()),
        None => Fault::new(status, "web-new-bad-name"),
    }
}

fn refused(failure: Failure) -> Fault {
    match failure {
        Failure::Common(failure) => failure.into(),
        Failure::NotABook(file) => {
            Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "web-new-not-a-book").with("file", file)
        }
    }
}
