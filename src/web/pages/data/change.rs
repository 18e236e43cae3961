//! Changes a table, and undoes changes.

use axum::Form;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::asked::{Act, Asked, wrong};
use super::name::{InTable, page_of};
use super::state::{State, StatePart};
use crate::app::grid::change::Change;
use crate::web::fault::Fault;
use crate::web::held::held;
use crate::web::visit::{Answer, Visit, page};

/// Makes the change that a window asks for.
pub(super) async fn change(visit: Visit, at: InTable, body: Bytes) -> Answer {
    let asked: Asked = serde_json::from_slice(&body).map_err(|_| Fault::of(StatusCode::BAD_REQUEST))?;
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let mut table = held(&table);
            table.is_seen(&asked.stamp)?;
            // The first added row becomes the active one.
            let goes_to = matches!(asked.act, Act::Add(_)).then(|| (table.draft.n_rows(), 0));
            asked.act.done(&mut table, &at, visit)?;
            visit.site.drafts.changed(&mut table, &visit.signed());
            let state = State { goes_to, ..State::of(&table, &at, visit.messages()) };
            page(&StatePart { state })
        })
        .await?
}

/// The name of a column to add.
#[derive(Debug, Deserialize)]
pub(super) struct NewColumn {
    stamp: String,
    column: String,
}

/// Adds an optional column, and shows it.
pub(super) async fn column(visit: Visit, at: InTable, Form(new): Form<NewColumn>) -> Answer {
    let address = page_of(&at.project.name, at.address);
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let mut table = held(&table);
            table.is_seen(&new.stamp)?;
            let (drafts, by) = (&visit.site.drafts, visit.signed());
            let change = Change::Column(new.column);
            drafts.change(&mut table, &change, (&at.project, &by)).map_err(wrong)?;
            drafts.changed(&mut table, &by);
            Ok::<_, Fault>(())
        })
        .await??;
    Ok(Redirect::to(&address).into_response())
}
