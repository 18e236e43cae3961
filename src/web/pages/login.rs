//! The login page, on a site that several people use.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::Form;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};

use crate::web::fault::Fault;
use crate::web::guard::gate::LOGIN;
use crate::web::guard::people::NotIn;
use crate::web::layout::Layout;
use crate::web::site::Site;
use crate::web::visit::{Answer, Visit, page};
use crate::web::worded::Whole;

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new().route(LOGIN, get(asked).post(entered)).route("/logout", post(left))
}

#[derive(askama::Template)]
#[template(path = "login.html", config = "src/web/askama.toml")]
struct LoginPage<'a> {
    layout: Layout<'a>,
    wrong: String,
}

async fn asked(visit: Visit) -> Answer {
    // A site for one person has no login.
    visit.site.gate.sessions().ok_or_else(Fault::nowhere)?;
    shown(&visit, String::new())
}

fn shown(visit: &Visit, wrong: String) -> Answer {
    page(&LoginPage { layout: visit.layout(&visit.messages().text("web-login", &[])), wrong })
}

async fn entered(visit: Visit, Form(fields): Form<BTreeMap<String, String>>) -> Answer {
    visit.site.gate.sessions().ok_or_else(Fault::nowhere)?;
    let entered = visit
        .work(move |visit| {
            let field = |name: &str| fields.get(name).map_or("", String::as_str);
            visit.site.gate.sessions().map(|sessions| sessions.enter(field("name"), field("password")))
        })
        .await?;
    let wrong =
        |key: &str, seconds: u64| visit.messages().text(key, &[("seconds", (seconds as usize).into())]);
    match entered.ok_or_else(Fault::nowhere)? {
        Ok(secret) => {
            let cookie = visit.site.gate.given(secret.text());
            Ok(([(SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        Err(NotIn::Wrong) => {
            let page = shown(&visit, wrong("web-login-wrong", 0))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Extension(Whole), page).into_response())
        }
        Err(NotIn::Wait(seconds)) => {
            let page = shown(&visit, wrong("web-login-wait", seconds))?;
            let wait = [(RETRY_AFTER, seconds.to_string())];
            Ok((StatusCode::TOO_MANY_REQUESTS, Extension(Whole), wait, page).into_response())
        }
        Err(NotIn::NoRandom) => Err(Fault::ours()),
    }
}

async fn left(visit: Visit, headers: HeaderMap) -> Response {
    let cookie = visit.site.gate.left(&headers);
    ([(SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}
