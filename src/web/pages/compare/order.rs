//! The handlers of the batch forms.

use std::collections::BTreeMap;

use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::comparing::batches::NotBegun;
use crate::app::comparing::order::Order;
use crate::app::comparing::told::unclear;
use crate::app::projects::Project;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::tabs::address;
use crate::web::visit::{Answer, Visit};

/// A form's fields.
type Fields = BTreeMap<String, String>;

/// Creates a batch; its duration is then estimated.
pub(super) async fn make(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let back = back(&project);
    let made = visit.work(move |visit| {
        let order = Order::typed(&fields).map_err(|why| {
            let words = unclear(why, visit.messages());
            Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "web-compare-refused").with("why", words)
        })?;
        visit.site.batches.make(&project, &order, visit.lang).map_err(not_begun)
    });
    made.await??;
    Ok(back)
}

/// Plans a batch, or the rest of it.
pub(super) async fn begin(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    let back = back(&project);
    let begun = visit.work(move |visit| visit.site.batches.begin(&project, number(&fields), visit.lang));
    begun.await?.map_err(not_begun)?;
    Ok(back)
}

/// Stops a batch; the variants planned so far are kept.
pub(super) async fn stop(visit: Visit, InProject(project): InProject, Form(fields): Form<Fields>) -> Answer {
    visit.site.batches.stop(&project, number(&fields));
    Ok(back(&project))
}

/// Removes a batch in which nothing is planned.
pub(super) async fn discard(
    visit: Visit,
    InProject(project): InProject,
    Form(fields): Form<Fields>,
) -> Answer {
    let back = back(&project);
    visit.work(move |visit| visit.site.batches.discard(&project, number(&fields))).await??;
    Ok(back)
}

fn number(fields: &Fields) -> u32 {
    fields.get("number").and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn not_begun(why: NotBegun) -> Fault {
    match why {
        NotBegun::Full => Fault::new(StatusCode::CONFLICT, "planning-full"),
        NotBegun::Gone => Fault::nowhere(),
        NotBegun::Failed(failure) => failure.into(),
    }
}

fn back(project: &Project) -> Response {
    Redirect::to(&format!("{}/compare#batches", address(&project.name))).into_response()
}
