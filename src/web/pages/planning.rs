//! Searches of a project: started, stopped, and watched while they run.
//!
//! The part that changes is polled every two seconds while a search is queued or running; without scripts, the whole page is
//! reloaded.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

use super::searches::{Searches, amounts};
use super::standing::Standing;
use crate::app::planning::order::{Amount, Order, Start};
use crate::app::planning::told::unclear;
use crate::app::planning::trace::{cut, forget};
use crate::app::projects::Project;
use crate::app::projects::state::state;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/projects/{name}/planning", get(planning).post(start))
        .route("/projects/{name}/planning/now", get(now))
        .route("/projects/{name}/planning/stop", post(stop))
        .route("/projects/{name}/planning/forget", post(forgotten))
}

/// A form's fields.
type Fields = BTreeMap<String, String>;

#[derive(askama::Template)]
#[template(path = "planning.html", config = "src/web/askama.toml")]
struct PlanningPage<'a> {
    layout: Layout<'a>,
    address: String,
    searches: Searches,
    standing: Standing,
    /// Whether the data can be planned.
    is_ready: bool,
    has_plan: bool,
    cut: Option<CutSearch>,
    amounts: Vec<[String; 3]>,
}

/// The polled part of the page.
#[derive(askama::Template)]
#[template(path = "planning-part.html", config = "src/web/askama.toml")]
struct Part<'a> {
    layout: Layout<'a>,
    address: String,
    searches: Searches,
    /// The state of the project, once a search has ended.
    standing: Option<Standing>,
}

/// An interrupted search: its description, and the fields of its form.
struct CutSearch {
    amount: String,
    plan: String,
}

async fn planning(visit: Visit, InProject(project): InProject) -> Answer {
    let (name, folder) = (project.name.clone(), project.folder.clone());
    let (standing, is_ready, has_plan, cut) = visit.work(move |visit| found(visit, &project)).await?;
    let title = visit.messages().text("planning-title", &[]);
    page(&PlanningPage {
        layout: visit.layout(&title).of(&name, Tab::Planning),
        address: address(&name),
        searches: Searches::of(&visit.site.planning.looks(&folder), None, visit.messages()),
        standing,
        is_ready,
        has_plan,
        cut,
        amounts: amounts(visit.messages()),
    })
}

fn found(visit: &Visit, project: &Project) -> (Standing, bool, bool, Option<CutSearch>) {
    let (state, messages) = (state(project), visit.messages());
    // The project's running search is not an interrupted one.
    let cut = cut(&project.folder).filter(|_| !visit.site.planning.is_busy(&project.folder));
    let cut = cut.map(|cut| CutSearch {
        amount: cut.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        plan: cut.plan.map(|plan| super::standing::plan_words(&plan, messages)).unwrap_or_default(),
    });
    (Standing::seen(&state, project, visit), state.n_faults() == 0, state.plan.is_some(), cut)
}

/// The response to polling. A reader who saw a search running gets one notice when it has ended.
async fn now(visit: Visit, InProject(project): InProject, fields: axum::extract::Query<Fields>) -> Answer {
    let seen = fields.get("seen").and_then(|number| number.parse().ok());
    let searches = Searches::of(&visit.site.planning.looks(&project.folder), seen, visit.messages());
    let (of, is_over) = (project.clone(), !searches.news.is_empty());
    let standing = visit.work(move |visit| is_over.then(|| Standing::seen(&state(&of), &of, visit))).await?;
    page(&Part {
        layout: visit.layout("").of(&project.name, Tab::Planning),
        address: address(&project.name),
        searches,
        standing,
    })
}

async fn start(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let field = |name: &str| fields.get(name).map_or("", |text| text.trim());
    let wrong = |key| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, key);
    let amount = match field("kept-amount") {
        "" => Amount::typed(field("amount"), field("seconds"), field("gap")),
        kept => kept.parse(),
    };
    let start = match field("start") {
        "last" => Start::Last,
        "cut" => Start::Cut,
        _ => Start::Anew,
    };
    let order = Order { amount: amount.map_err(|why| wrong(unclear(why)))?, start, documents: visit.lang };
    let full = |_| Fault::new(StatusCode::CONFLICT, "planning-full");
    visit.site.planning.start(&project, order).map_err(full)?;
    Ok(back(&project))
}

async fn stop(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let number = fields.get("number").and_then(|number| number.parse().ok()).unwrap_or_default();
    // A search that has just ended has written its plan, and the page shows it.
    visit.site.planning.stop(&project.folder, number);
    Ok(back(&project))
}

async fn forgotten(visit: Visit, InProject(project): InProject) -> Answer {
    let folder = project.folder.clone();
    visit.work(move |_| forget(&folder)).await?;
    Ok(back(&project))
}

fn back(project: &Project) -> axum::response::Response {
    Redirect::to(&format!("{}/planning", address(&project.name))).into_response()
}
