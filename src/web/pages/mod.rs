//! The pages, one file each.

mod planning;
mod project;
mod projects;
mod searches;
mod standing;

use std::sync::Arc;

use axum::Router;

use super::site::{Limits, Site};

/// The addresses of all pages.
pub(super) fn routes(limits: &Limits) -> Router<Arc<Site>> {
    Router::new().merge(projects::routes(limits)).merge(project::routes()).merge(planning::routes())
}
