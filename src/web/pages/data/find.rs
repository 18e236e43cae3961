//! Searches a table for words.

use axum::Form;
use serde::Deserialize;

use super::name::InTable;
use super::state::{State, StatePart};
use crate::web::held::held;
use crate::web::visit::{Answer, Visit, page};

/// A search.
#[derive(Debug, Deserialize)]
pub(super) struct Sought {
    /// The words; in a form's body, since browsers keep addresses in their history.
    words: String,
    /// The first row to search.
    from: usize,
}

/// Finds the first row from `from` on that contains the words.
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
