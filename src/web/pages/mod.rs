//! The pages, one file each.

mod board;
mod compare;
mod data;
mod documents;
mod finding;
mod life;
mod lived;
mod login;
mod planning;
mod project;
mod projects;
mod searches;
mod settings;
mod standing;
mod tried;
mod waiting;

use std::sync::Arc;

use axum::Router;

use super::site::{Limits, Site};

/// The addresses of all pages.
pub(super) fn routes(limits: &Limits) -> Router<Arc<Site>> {
    Router::new()
        .merge(login::routes())
        .merge(projects::routes(limits))
        .merge(project::routes())
        .merge(data::routes(limits))
        .merge(settings::routes())
        .merge(planning::routes())
        .merge(board::routes())
        .merge(waiting::routes())
        .merge(life::routes(limits))
        .merge(documents::routes())
        .merge(compare::routes())
}
