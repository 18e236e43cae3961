//! *Compare*: plans and variants side by side, and small batches of variants.
//!
//! - `shown`: the page; `batches`: its polled part, the batches; `order`: the handlers of its forms; `send`: report and tables of
//!   a batch.

mod batches;
mod order;
mod send;
mod shown;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::web::site::Site;

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    let of_project = Router::new()
        .route("/", get(shown::shown))
        .route("/now", get(batches::now))
        .route("/batches", post(order::make))
        .route("/batches/begin", post(order::begin))
        .route("/batches/stop", post(order::stop))
        .route("/batches/discard", post(order::discard))
        .route("/batches/{number}/{file}", get(send::file));
    Router::new().nest("/projects/{name}/compare", of_project)
}
