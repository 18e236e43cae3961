//! Residents who wait and why, what is free, and what can be tried: each trial next to today's plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::tried::Tried;
use crate::app::projects::Project;
use crate::app::saved::{What, note};
use crate::app::waiting::map::drawn;
use crate::app::waiting::trial::Trial;
use crate::app::waiting::wrong::Wrong;
use crate::app::waiting::{OfCommune, Waiting, beside, told, waiting};
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/projects/{name}/waiting", get(shown).post(start))
        .route("/projects/{name}/waiting/now", get(now))
        .route("/projects/{name}/waiting/forget", post(forget))
        .route("/projects/{name}/waiting/take", post(take))
}

/// A form's fields.
type Fields = BTreeMap<String, String>;

#[derive(askama::Template)]
#[template(path = "waiting.html", config = "src/web/askama.toml")]
struct WaitingPage<'a> {
    layout: Layout<'a>,
    address: String,
    /// The residents who wait; `None` if there is no plan.
    waiting: Option<Waiting>,
    communes: Vec<Commune>,
    /// A map of the residents who wait; empty if it cannot be drawn.
    map: String,
    minutes: String,
    tried: Tried,
}

/// The polled part of the page.
#[derive(askama::Template)]
#[template(path = "tried.html", config = "src/web/askama.toml")]
struct Part<'a> {
    layout: Layout<'a>,
    address: String,
    tried: Tried,
}

/// The residents who wait in a commune, for display.
struct Commune {
    heading: String,
    reasons: String,
    people: Vec<[String; 2]>,
}

impl Commune {
    fn of(commune: OfCommune, messages: &Messages) -> Self {
        let variables = [("commune", commune.name.into()), ("count", commune.people.len().into())];
        let reason = |(words, count): (String, usize)| {
            messages.text("waiting-reason", &[("reason", words.into()), ("count", count.into())])
        };
        let reasons: Vec<String> = commune.reasons.into_iter().map(reason).collect();
        Self {
            heading: messages.text("waiting-of-commune", &variables),
            reasons: reasons.join(", "),
            people: commune.people,
        }
    }
}

async fn shown(visit: Visit, InProject(project): InProject) -> Answer {
    let name = project.name.clone();
    let (mut found, map, tried) = visit
        .work(move |visit| {
            let found = waiting(&project, visit.messages())?;
            let shown = found.as_ref().map(|found| (&found.today, &found.choices));
            let tried = Tried::of(visit, &project, shown, None);
            let map = found.as_ref().and_then(|found| drawn(&found.spots, &found.outlines, visit.messages()));
            Ok::<_, Fault>((found, map.unwrap_or_default(), tried))
        })
        .await??;
    let communes = found.as_mut().map(|found| std::mem::take(&mut found.communes)).unwrap_or_default();
    let messages = visit.messages();
    let minutes = found.as_ref().map(|found| {
        let minutes = messages.number(found.choices.minutes, 0);
        messages.text("waiting-minutes-how", &[("minutes", minutes.into())])
    });
    page(&WaitingPage {
        layout: visit.layout(&messages.text("waiting-title", &[])).of(&name, Tab::Waiting),
        address: address(&name),
        waiting: found,
        communes: communes.into_iter().map(|commune| Commune::of(commune, messages)).collect(),
        map,
        minutes: minutes.unwrap_or_default(),
        tried,
    })
}

/// The response to polling. A reader who saw a trial running gets one notice when it has ended.
async fn now(visit: Visit, InProject(project): InProject, fields: axum::extract::Query<Fields>) -> Answer {
    let seen = fields.get("seen").and_then(|number| number.parse().ok());
    let name = project.name.clone();
    let tried = visit.work(move |visit| {
        let found = beside(&project, visit.messages())?;
        let shown = found.as_ref().map(|(today, choices)| (today, choices));
        Ok::<_, Fault>(Tried::of(visit, &project, shown, seen))
    });
    let tried = tried.await??;
    page(&Part { layout: visit.layout("").of(&name, Tab::Waiting), address: address(&name), tried })
}

async fn start(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let trial = Trial::typed(&fields).map_err(|why| refused(&why, visit.messages()))?;
    let full = |_| Fault::new(StatusCode::CONFLICT, "planning-full");
    visit.site.trials.start(&project, trial, visit.lang).map_err(full)?;
    Ok(back(&project))
}

async fn forget(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    visit.site.trials.forget(&project.folder, number(&fields));
    Ok(back(&project))
}

/// Writes a trial's change into the data, and redirects to the planning page.
async fn take(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let (number, planning) = (number(&fields), format!("{}/planning", address(&project.name)));
    let taken = visit.work(move |visit| {
        let taken = visit.site.trials.take_over(&project, number, visit.messages())?;
        note(&project, What::Trial, &visit.signed());
        Ok(taken)
    });
    taken.await?.map_err(|why| refused(&why, visit.messages()))?;
    Ok(Redirect::to(&planning).into_response())
}

fn number(fields: &Fields) -> u64 {
    fields.get("number").and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn refused(why: &Wrong, messages: &Messages) -> Fault {
    Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "waiting-refused").with("why", told::wrong(why, messages))
}

fn back(project: &Project) -> Response {
    Redirect::to(&format!("{}/waiting", address(&project.name))).into_response()
}
