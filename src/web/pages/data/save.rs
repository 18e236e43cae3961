//! Saves a table into its file.

use std::path::PathBuf;

use axum::Form;
use axum::http::StatusCode;
use serde::Deserialize;

use super::name::InTable;
use super::state::{State, StatePart};
use crate::app::common::Failure as Common;
use crate::app::grid::save::{Failure, Saved};
use crate::app::lock::{Task, lock};
use crate::app::saved::{What, note};
use crate::messages::Value;
use crate::web::drafts::Drafts;
use crate::web::fault::Fault;
use crate::web::held::held;
use crate::web::pages::standing::file_name;
use crate::web::visit::{Answer, Visit, page};

/// The state of the table in the window.
#[derive(Debug, Deserialize)]
pub(super) struct Seen {
    /// Its stamp.
    pub(super) stamp: String,
}

/// Saves the table, unless its file has changed meanwhile.
pub(super) async fn save(visit: Visit, at: InTable, Form(seen): Form<Seen>) -> Answer {
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let mut table = held(&table);
            table.is_seen(&seen.stamp)?;
            let lock = lock(&at.project.folder, Task::Serve).map_err(Common::from)?;
            let saved = table.draft.save();
            drop(lock);
            let messages = visit.messages();
            let state = match saved {
                Ok(Saved { draft, kept }) => {
                    Drafts::saved(&mut table, draft, (&at.project, &visit.signed()));
                    if !kept.written.is_empty() {
                        note(&at.project, What::Files(file_names(&kept.written)), &visit.signed());
                    }
                    let told = if kept.written.is_empty() {
                        messages.text("web-settings-nothing", &[])
                    } else {
                        let files = [names("files", &kept.written), names("copies", &kept.copies)];
                        messages.text("web-grid-kept", &files)
                    };
                    State { told, ..State::of(&table, &at, messages) }
                }
                Err(Failure::Outdated(changed)) => {
                    State::of(&table, &at, messages).outdated(&changed, messages)
                }
                Err(failure) => return Err(failed(failure)),
            };
            page(&StatePart { state })
        })
        .await?
}

/// File names without folders.
fn names(name: &'static str, paths: &[PathBuf]) -> (&'static str, Value) {
    (name, file_names(paths).into())
}

fn file_names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| file_name(path)).collect::<Vec<_>>().join(", ")
}

/// Why nothing was written or read.
pub(super) fn failed(failure: Failure) -> Fault {
    match failure {
        Failure::Common(failure) => failure.into(),
        Failure::Outdated(_) => Fault::new(StatusCode::CONFLICT, "web-grid-outdated"),
        Failure::Gone => Fault::new(StatusCode::CONFLICT, "web-grid-gone"),
    }
}
