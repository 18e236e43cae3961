//! An announced plan in use: events are entered and checked, accepted or dropped; changes to tell people; announcing the last
//! plan; earlier announcements.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::civil::Date;

use super::lived::{Lived, Proposed, refusal};
use crate::app::announce;
use crate::app::announce::history::COLUMNS;
use crate::app::life::day::set_today;
use crate::app::life::happened::{Happened, Unclear};
use crate::app::life::life;
use crate::app::life::proposals::NotKept;
use crate::app::life::telling::{Untold, tell};
use crate::app::projects::Project;
use crate::app::saved::{What, note};
use crate::web::clock::today;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::site::{Limits, Site};
use crate::web::tabs::{Tab, address, encoded};
use crate::web::upload::Upload;
use crate::web::visit::{Answer, Visit, page};

/// The addresses of the page.
pub(super) fn routes(limits: &Limits) -> Router<Arc<Site>> {
    let late = post(late).layer(DefaultBodyLimit::max(limits.file_bytes));
    Router::new()
        .route("/projects/{name}/life", get(shown))
        .route("/projects/{name}/life/happened", post(happened))
        .route("/projects/{name}/life/late", late)
        .route("/projects/{name}/life/accept", post(accept))
        .route("/projects/{name}/life/drop", post(dropped))
        .route("/projects/{name}/life/today", post(day))
        .route("/projects/{name}/life/announce", post(announced))
}

/// A form's fields.
type Fields = BTreeMap<String, String>;

#[derive(askama::Template)]
#[template(path = "life.html", config = "src/web/askama.toml")]
struct LifePage<'a> {
    layout: Layout<'a>,
    address: String,
    lived: Lived,
    /// The chosen cycle; empty if there is none.
    chosen: String,
    proposed: Option<Proposed>,
    today: String,
    news: String,
    /// Message keys of the history's column headings.
    columns: [&'static str; 8],
}

/// The page; `done` names the action just completed.
async fn shown(visit: Visit, InProject(project): InProject, fields: axum::extract::Query<Fields>) -> Answer {
    let (name, messages) = (project.name.clone(), visit.messages());
    let news = match fields.get("done").map(String::as_str) {
        Some("kept") => messages.text("life-kept", &[]),
        Some("announced") => messages.text("life-told", &[]),
        Some("announced-only") => messages.text("life-told-only", &[]),
        Some("today") => messages.text("life-today-set", &[]),
        _ => String::new(),
    };
    let chosen = fields.get("cycle").cloned().unwrap_or_default();
    let cycle = Some(chosen.clone()).filter(|cycle| !cycle.is_empty());
    let (lived, proposed) = visit
        .work(move |visit| {
            let life = life(&project, cycle.as_deref(), visit.messages())?;
            let lived = Lived::of(&life, visit.messages());
            Ok::<_, Fault>((lived, Proposed::of(visit, &project)))
        })
        .await??;
    page(&LifePage {
        layout: visit.layout(&messages.text("life-title", &[])).of(&name, Tab::Life),
        address: address(&name),
        lived,
        chosen,
        proposed,
        today: today().to_string(),
        news,
        columns: COLUMNS,
    })
}

async fn happened(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let happened = Happened::typed(&fields).map_err(unclear)?;
    let cycle = fields.get("cycle").map(|cycle| format!("?cycle={}", encoded(cycle))).unwrap_or_default();
    Ok(put(&visit, &project, (happened, &cycle)))
}

async fn late(visit: Visit, InProject(project): InProject, mut form: Upload) -> Answer {
    let missing = || Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "web-new-no-file");
    let sent = form.file("late").ok_or_else(missing)?;
    let happened = Happened::late(&project.folder, sent).map_err(unclear)?;
    Ok(put(&visit, &project, (happened, "")))
}

/// Records an event, and redirects to its effects; a chosen cycle stays chosen.
fn put(visit: &Visit, project: &Project, (happened, query): (Happened, &str)) -> Response {
    visit.site.proposals.put(project, happened);
    Redirect::to(&format!("{}/life{query}#proposal", address(&project.name))).into_response()
}

async fn accept(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let back = back(&project, "?done=kept");
    let seen = fields.get("seen").cloned().unwrap_or_default();
    let kept = visit.work(move |visit| {
        let kept = visit.site.proposals.accept(&project, &seen, visit.messages())?;
        note(&project, What::Happened, &visit.signed());
        Ok(kept)
    });
    kept.await?.map_err(|why| match why {
        NotKept::Failed(failure) => refusal(failure, visit.messages()),
        NotKept::Nothing => Fault::new(StatusCode::CONFLICT, "life-nothing"),
        NotKept::Changed => Fault::new(StatusCode::CONFLICT, "life-changed"),
        NotKept::Broken => Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "amend-refused"),
    })?;
    Ok(back)
}

async fn dropped(visit: Visit, InProject(project): InProject) -> Answer {
    visit.site.proposals.drop(&project.folder);
    Ok(back(&project, ""))
}

async fn day(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let (day, back) = (date(&fields)?, back(&project, "?done=today"));
    visit.work(move |_| set_today(&project, day)).await??;
    Ok(back)
}

async fn announced(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let (day, of) = (date(&fields)?, project.clone());
    let told = visit.work(move |visit| {
        let told = tell(&project, day)?;
        note(&project, What::Announced, &visit.signed());
        Ok(told)
    });
    let told = told.await?;
    let told = told.map_err(|why| match why {
        Untold::NoPlan => Fault::new(StatusCode::CONFLICT, "life-no-plan"),
        Untold::Failed(announce::Failure::Common(failure)) => failure.into(),
        Untold::Failed(announce::Failure::Illegal(_)) => {
            Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "life-illegal")
        }
    })?;
    Ok(back(&of, if told.is_set { "?done=announced" } else { "?done=announced-only" }))
}

fn date(fields: &Fields) -> Result<Date, Fault> {
    let day = fields.get("day").and_then(|day| day.trim().parse().ok());
    day.ok_or_else(|| unclear(Unclear::Days))
}

fn unclear(why: Unclear) -> Fault {
    let key = match why {
        Unclear::Kind => "web-fault-request",
        Unclear::Nobody => "life-nobody",
        Unclear::Days => "life-no-days",
        Unclear::Choice => "life-no-choice",
        Unclear::File => "life-no-file",
    };
    Fault::new(StatusCode::UNPROCESSABLE_ENTITY, key)
}

fn back(project: &Project, done: &str) -> Response {
    Redirect::to(&format!("{}/life{done}", address(&project.name))).into_response()
}
