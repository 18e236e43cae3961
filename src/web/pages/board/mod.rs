//! The plan: weekly calendar, map, cycles, people; edited by hand, with verdict and price after each step.
//!
//! - this file: addresses and page; `view`: the parsed address;
//! - `opened`: the plan that is open in the server; `step`: its changes; `targets`: the possible places for a cycle or a resident;
//! - `improving`: replanning a part by a search; `around`: its progress;
//! - `desk`: the part that changes with the plan, with `week` (calendar), `sheet` (a cycle), `verdict`; `words`: shared wording.
//!
//! `assets/board.ts` lets a cycle be dragged, or moved by the keyboard; without it every step is a form.

mod around;
mod desk;
mod improving;
mod opened;
mod sheet;
mod step;
mod targets;
mod told;
mod verdict;
mod view;
mod week;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{get, post};

use self::opened::opened;
use self::sheet::{Reasons, reasons};
use self::told::{PlanPart, Told, beside, no_plan, shown};
use self::view::View;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::visit::{Answer, Visit, page};

/// Its addresses.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/projects/{name}/plan", get(plan))
        .route("/projects/{name}/plan/news", get(news))
        .route("/projects/{name}/plan/why", get(why))
        .route("/projects/{name}/plan/places", get(targets::places))
        .route("/projects/{name}/plan/seats", post(targets::seats))
        .route("/projects/{name}/plan/around", get(improving::now).post(improving::start))
        .route("/projects/{name}/plan/around/stop", post(improving::stop))
        .route("/projects/{name}/plan/around/take", post(improving::take))
        .route("/projects/{name}/plan/around/leave", post(improving::leave))
        .route("/projects/{name}/plan/step", post(step::step))
        .route("/projects/{name}/plan/undo", post(step::undo))
        .route("/projects/{name}/plan/redo", post(step::redo))
        .route("/projects/{name}/plan/save", post(step::save))
        .route("/projects/{name}/plan/leave", post(step::leave))
        .route("/projects/{name}/plan/again", post(step::again))
}

/// The page, or for htmx the part that changes; a browser going back in its history receives the whole page.
async fn plan(
    visit: Visit,
    headers: HeaderMap,
    InProject(project): InProject,
    Query(view): Query<View>,
) -> Answer {
    let is_part = visit.is_part && !headers.contains_key("hx-history-restore-request");
    visit
        .work(move |visit| match opened(visit, &project, &view)? {
            None => no_plan(visit, &project),
            Some(opened) if is_part => PlanPart::of(&opened, Told::nothing()),
            Some(opened) => shown(&opened),
        })
        .await?
}

#[derive(askama::Template)]
#[template(path = "board-why.html", config = "src/web/askama.toml")]
struct Why<'a> {
    base: &'a str,
    query: String,
    version: u64,
    reasons: Reasons,
}

/// Why a cycle is where it is, and its alternatives.
async fn why(visit: Visit, InProject(project): InProject, Query(view): Query<View>) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let (version, state) = opened.seen(None)?;
            let cycle = view.cycle.as_deref().unwrap_or_default();
            let why = Why {
                base: &opened.base,
                query: view.address(""),
                version,
                reasons: reasons(&state, cycle, visit.messages()),
            };
            beside(&opened, &why)
        })
        .await?
}

#[derive(askama::Template)]
#[template(path = "board-news.html", config = "src/web/askama.toml")]
struct News<'a> {
    layout: Layout<'a>,
    news: told::News,
}

/// Changes by others: on disk, or in another tab.
async fn news(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Query(seen): Query<step::Seen>,
) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?;
            let is_quick = seen.quick.is_some();
            let news = opened.map(|opened| told::News::of(&opened, seen.version, is_quick));
            match news.filter(|news| news.is_behind || !is_quick) {
                Some(news) => page(&News { layout: visit.layout(""), news }),
                // Notices about the disk stay.
                None => Ok(StatusCode::NO_CONTENT.into_response()),
            }
        })
        .await?
}
