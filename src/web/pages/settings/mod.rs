//! *Settings*: every key of the scenario as a form, made from its schema.
//!
//! - `field`: a key as it is shown; `found`: what is wrong, at its key; `form`: the page; `check`: what is wrong while it is filled
//!   in; `save`: into the scenario.
//!
//! # Design
//! The form carries the texts that were written when it was made, and whoever saves after somebody else is told what that one changed.
//! What is filled in is kept on the disk, for each planner, as often as it is checked.

mod check;
pub(super) mod field;
mod form;
mod found;
mod save;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::web::site::Site;

/// Their addresses.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/projects/{name}/settings", get(form::form).post(save::save))
        .route("/projects/{name}/settings/check", post(check::check))
        .route("/projects/{name}/settings/others", get(form::others_part))
}
