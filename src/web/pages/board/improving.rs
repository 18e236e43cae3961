//! Replans a part of the plan by a background search; the planner may adopt its result as one step.

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use serde::Deserialize;

use super::around::{Around, Place, called};
use super::opened::{Opened, opened};
use super::step::{Seen, answer, outdated};
use super::told::{Told, beside};
use super::view::View;
use super::words::signed;
use crate::app::edit::around::attempt::{Attempt, Order, SECONDS, USUAL_S};
use crate::app::edit::around::reach::Focus;
use crate::app::edit::state::State;
use crate::app::projects::Project;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::visit::{Answer, Visit};

/// Centre and duration of the search.
#[derive(Debug, Deserialize)]
pub(super) struct Wish {
    version: u64,
    around: String,
    seconds: Option<u32>,
}

#[derive(askama::Template)]
#[template(path = "board-around-part.html", config = "src/web/askama.toml")]
struct Part<'a> {
    layout: Layout<'a>,
    around: Around,
    told: Told,
}

/// The progress of the search, or its outcome once it has finished.
pub(super) async fn now(visit: Visit, InProject(project): InProject, Query(view): Query<View>) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let (version, state) = opened.seen(None)?;
            let attempt = opened.open.attempt();
            let place = Place { base: &opened.base, view: &opened.view, messages: visit.messages(), version };
            let around = Around::of(&place, &state, attempt.as_deref());
            let news = around.news().map(|(kind, text)| Told::new(kind, text)).unwrap_or_default();
            beside(&opened, &Part { layout: visit.layout(""), around, told: news })
        })
        .await?
}

/// Starts a search from the current plan.
pub(super) async fn start(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(wish): Form<Wish>,
) -> Answer {
    within(visit, project, view, wish.version, move |opened, state| {
        let wrong = || Fault::of(StatusCode::BAD_REQUEST);
        let focus = Focus::typed(&wish.around).ok_or_else(wrong)?;
        let seconds = wish.seconds.unwrap_or(USUAL_S);
        if !SECONDS.contains(&seconds) {
            return Err(wrong());
        }
        let (planning, messages) = (&opened.visit.site.planning, opened.visit.messages());
        let place = called(&focus, &state, messages);
        let order = Order { state, focus, seconds };
        let attempt = Attempt::start((planning.queue(), planning.room()), &opened.project.folder, order);
        let attempt = attempt.map_err(|_| Fault::new(StatusCode::CONFLICT, "planning-full"))?;
        opened.open.attempts(Some(attempt));
        Ok(Told::new("good", messages.text("web-around-works", &[("where", place.into())])))
    })
    .await
}

/// Ends a search with the best plan so far.
pub(super) async fn stop(visit: Visit, InProject(project): InProject, Query(view): Query<View>) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            if let Some(attempt) = opened.open.attempt() {
                attempt.stop();
            }
            answer(&opened, Told::nothing())
        })
        .await?
}

/// Adopts the result as one step. Refused if the tab shows another version of the plan.
pub(super) async fn take(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(seen): Form<Seen>,
) -> Answer {
    let version = seen.version.unwrap_or_default();
    within(visit, project, view, version, move |opened, before| {
        let messages = opened.visit.messages();
        let better = opened.open.attempt().and_then(|attempt| attempt.better());
        let gone = || Fault::new(StatusCode::CONFLICT, "web-around-no-result");
        let better = better.ok_or_else(gone)?;
        let objective = |state: &State| state.verdict.breakdown.objective();
        let difference = signed((objective(&better) - objective(&before)).to_f64(), messages);
        let mut edit = opened.open.edit();
        // Another window may have changed it in the meantime.
        if opened.open.version(&edit) != version {
            return outdated(opened.visit, &edit);
        }
        edit.signs(opened.visit.signed());
        edit.go_on_as(better);
        drop(edit);
        opened.open.attempts(None);
        Ok(Told::new("good", messages.text("web-around-taken", &[("price", difference.into())])))
    })
    .await
}

/// Discards the result.
pub(super) async fn leave(visit: Visit, InProject(project): InProject, Query(view): Query<View>) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            opened.open.attempts(None);
            answer(&opened, Told::new("good", visit.messages().text("web-around-left", &[])))
        })
        .await?
}

/// Performs an action on the plan that a tab shows; if it has changed since, the tab is told, and shows the current plan.
async fn within(
    visit: Visit,
    project: Project,
    view: View,
    version: u64,
    work: impl FnOnce(&Opened, State) -> Result<Told, Fault> + Send + 'static,
) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let edit = opened.open.edit();
            let told = if opened.open.version(&edit) == version {
                let state = edit.now().clone();
                drop(edit);
                work(&opened, state)?
            } else {
                let told = outdated(visit, &edit)?;
                drop(edit);
                told
            };
            answer(&opened, told)
        })
        .await?
}
