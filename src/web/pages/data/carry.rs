//! Applies the draft of a table to a later version of its file, or discards it.

use axum::Form;
use axum::response::{IntoResponse, Redirect};

use super::name::{InTable, page_of};
use super::save::{Seen, failed};
use crate::web::fault::Fault;
use crate::web::held::held;
use crate::web::visit::{Answer, Visit};

/// Applies the draft to the current file; the planner then reviews and saves it.
pub(super) async fn carry(visit: Visit, at: InTable, Form(seen): Form<Seen>) -> Answer {
    let address = page_of(&at.project.name, at.address);
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let mut table = held(&table);
            table.is_seen(&seen.stamp)?;
            let carried = table.draft.carried().map_err(failed)?;
            visit.site.drafts.carried(&mut table, carried, (&at.project, &visit.signed()));
            Ok::<_, Fault>(())
        })
        .await??;
    Ok(Redirect::to(&address).into_response())
}

/// Discards the draft: the table is then as in its file.
pub(super) async fn leave(visit: Visit, at: InTable, Form(seen): Form<Seen>) -> Answer {
    let address = page_of(&at.project.name, at.address);
    visit
        .work(move |visit| {
            held(&*visit.site.drafts.table(&at.project, at.address)?).is_seen(&seen.stamp)?;
            visit.site.drafts.leave(&at.project, at.address);
            Ok::<_, Fault>(())
        })
        .await??;
    Ok(Redirect::to(&address).into_response())
}
