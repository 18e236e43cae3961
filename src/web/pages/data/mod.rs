//! *Data*: the tables of a scenario as grids.
//!
//! - `overview`: all of them; `table`: one, with its first rows; `rows`: the rows that are seen, and what is copied of them;
//! - `asked`: what a window asks to be changed, `change`: it is, with undo and redo; `find`: where some words are;
//! - `found`: what is wrong, at its cells and in a list; `state`: whether everything is saved, and who else changed it;
//! - `save`: into the file; `carry`: onto a later version of it; given up;
//! - `name`: how addresses name tables; `words`: rows and changes in words.
//!
//! # Design
//! A window has the rows that it shows and no others: the table is here, and 20,000 rows take no longer to show than 20. It names rows by
//! where they are, which is theirs as long as the stamp that it sends is that of the table.

mod asked;
mod carry;
mod change;
mod find;
mod found;
mod name;
mod overview;
mod rows;
mod save;
mod state;
mod table;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::web::site::{Limits, Site};

/// Their addresses.
pub(super) fn routes(limits: &Limits) -> Router<Arc<Site>> {
    let change = post(change::change).layer(DefaultBodyLimit::max(limits.file_bytes));
    let of_table = Router::new()
        .route("/", get(table::table))
        .route("/rows", get(rows::rows))
        .route("/copy", get(rows::copy))
        .route("/state", get(state::state))
        .route("/found", get(found::found))
        .route("/find", post(find::find))
        .route("/change", change)
        .route("/column", post(change::column))
        .route("/save", post(save::save))
        .route("/carry", post(carry::carry))
        .route("/leave", post(carry::leave));
    Router::new()
        .route("/projects/{name}/data", get(overview::overview))
        .nest("/projects/{name}/data/{table}", of_table)
}
