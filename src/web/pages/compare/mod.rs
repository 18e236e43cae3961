//! *Compare*: plans and variants side by side, and small batches of variants.
//!
//! - `shown`: the page; `batches`: batches on it, the part that changes; `order`: what its forms do; `send`: the report of a batch
//!   and its tables.

mod batches;
mod order;
mod send;
mod shown;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::web::site::Site;

/// Their addresses.
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
