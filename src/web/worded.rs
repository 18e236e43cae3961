//! Errors as pages in the reader's language, or as the part of a page that htmx asked for.
//!
//! Handlers return a [`Fault`]; a rejection by axum itself (a malformed form, a body that is too large) has a status only. This
//! middleware adds the text to both.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::fault::Fault;
use super::layout::Layout;
use super::site::Site;
use super::visit::{Visit, page};

/// The element in which parts of a page show errors.
const TOLD: HeaderValue = HeaderValue::from_static("#told");

/// Marks a response that describes its error itself, on its own page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole;

/// The response for an unknown address.
pub(super) async fn no_such_page() -> Fault {
    Fault::nowhere()
}

#[derive(askama::Template)]
#[template(path = "fault.html", config = "src/web/askama.toml")]
struct FaultPage<'a> {
    layout: Layout<'a>,
    paragraphs: Vec<&'a str>,
    status: u16,
}

#[derive(askama::Template)]
#[template(path = "fault-part.html", config = "src/web/askama.toml")]
struct FaultPart<'a> {
    paragraphs: Vec<&'a str>,
}

/// Adds the text to an error.
pub(super) async fn worded(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let visit = Visit::new(&site, request.headers());
    let mut bare = next.run(request).await;
    let status = bare.status();
    let is_whole = bare.extensions().get::<Whole>().is_some();
    if is_whole || !status.is_client_error() && !status.is_server_error() {
        return bare;
    }
    let fault = bare.extensions_mut().remove::<Fault>().unwrap_or_else(|| Fault::of(status));
    let mut response = as_page(&fault, &visit);
    *response.status_mut() = status;
    response
}

fn as_page(fault: &Fault, visit: &Visit) -> Response {
    let words = fault.words(visit.messages());
    let paragraphs = words.split("\n\n").collect();
    let page = if visit.is_part {
        page(&FaultPart { paragraphs })
    } else {
        let title = visit.messages().text("web-fault-title", &[]);
        page(&FaultPage { layout: visit.layout(&title), paragraphs, status: fault.status.as_u16() })
    };
    let mut response = page.unwrap_or_else(|_| fault.status.into_response());
    if visit.is_part {
        response.headers_mut().insert("hx-retarget", TOLD);
        response.headers_mut().insert("hx-reswap", HeaderValue::from_static("innerHTML"));
    }
    response
}
