//! *Settings*: every key of the scenario as a form, generated from its schema.
//!
//! - `field`: a key for display; `found`: findings by key; `form`: the page; `check`: checks while the form is filled in; `save`:
//!   saves into the scenario.
//!
//! # Design
//! The form carries the texts from when it was made. If somebody else has saved in between, the planner is shown the changes.
//! Unsaved input is kept on disk, for each planner, at every check.

mod check;
pub(super) mod field;
mod form;
mod found;
mod save;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::web::site::Site;

/// The addresses of the page.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/projects/{name}/settings", get(form::form).post(save::save))
        .route("/projects/{name}/settings/check", post(check::check))
        .route("/projects/{name}/settings/others", get(form::others_part))
}
