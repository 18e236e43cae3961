//! Where some words are in a table.

use axum::Form;
use serde::Deserialize;

use super::name::InTable;
use super::state::{State, StatePart};
use crate::web::held::held;
use crate::web::visit::{Answer, Visit, page};

/// What is looked for.
#[derive(Debug, Deserialize)]
pub(super) struct Sought {
    /// The words; in a form, since what is in an address is kept by browsers.
    words: String,
    /// The row from which on.
    from: usize,
}

/// Finds the first row from one on that has these words.
pub(super) async fn find(visit: Visit, at: InTable, Form(sought): Form<Sought>) -> Answer {
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let (table, messages) = (held(&table), visit.messages());
            let goes_to = table.draft.seek(&sought.words, sought.from);
            let told = match goes_to {
                Some(_) => String::new(),
                None => messages.text("web-grid-not-found", &[("words", sought.words.as_str().into())]),
            };
            page(&StatePart { state: State { told, goes_to, ..State::of(&table, &at, messages) } })
        })
        .await?
}
