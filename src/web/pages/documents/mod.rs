//! *Documents*: all papers and calendars of the last plan.
//!
//! - `list`: the page; `make`: makes the documents in the background, with progress; `send`: shows or downloads one document, or
//!   several in an archive.

mod list;
mod make;
mod send;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub(super) use self::send::REPORT;
use crate::web::site::Site;

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    let of_project = Router::new()
        .route("/", get(list::list).post(make::make))
        .route("/progress", get(make::progress))
        .route("/stop", post(make::stop))
        .route("/{extent}/archive", get(send::archive))
        .route("/{extent}/file/{*path}", get(send::file));
    Router::new().nest("/projects/{name}/documents", of_project)
}
