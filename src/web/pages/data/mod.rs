//! *Data*: the tables of a scenario as grids.
//!
//! - `overview`: the list of tables; `table`: one table, with its first rows; `rows`: the visible rows, and copying;
//! - `asked`: the changes that a window can ask for; `change`: makes them, with undo and redo; `find`: searches for words;
//! - `found`: findings, at their cells and in a list; `state`: whether everything is saved, and who else changed it;
//! - `save`: saves into the file; `carry`: applies the draft to a later version of the file, or discards it;
//! - `name`: names of tables in addresses; `words`: rows and changes in words.
//!
//! # Design
//! A window loads only the rows that it shows: the table is kept in the program, and 20,000 rows take no longer to show than 20. A
//! window refers to rows by position, which is valid as long as the stamp that it sends is the table's current one.

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

/// The addresses of the pages.
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
