//! Names of rows and descriptions of changes, in words.

use crate::app::grid::change::Key;
use crate::app::grid::draft::{Did, Draft};
use crate::messages::Messages;
use crate::web::drafts::Table;

/// Maximum number of changes listed.
const MADE: usize = 20;

/// The name of a row.
pub(super) fn row_words(key: Key, draft: &Draft, messages: &Messages) -> String {
    let position = draft.position(key).unwrap_or_default();
    let line = draft.rows(position..position + 1).next().and_then(|(_, line, _)| line);
    match line {
        Some(line) => messages.text("web-grid-row", &[("line", line.to_string().into())]),
        None => messages.text("web-grid-new-row", &[("number", (position + 1).to_string().into())]),
    }
}

/// The last changes of a table that can be undone, the latest first.
pub(super) fn made(table: &Table, messages: &Messages) -> Vec<[String; 2]> {
    let steps = table.draft.did().rev().zip(table.log.done().iter().rev()).take(MADE);
    steps.map(|(did, by)| [did_words(&did, &table.draft, messages), by.words(messages)]).collect()
}

/// The description of a change.
fn did_words(did: &Did, draft: &Draft, messages: &Messages) -> String {
    let counted = |key: &str, count: usize| messages.text(key, &[("count", count.into())]);
    match *did {
        Did { column: Some(name), .. } => messages.text("web-grid-did-column", &[("column", name.into())]),
        Did { n_removed, .. } if n_removed > 0 => counted("web-grid-did-remove", n_removed),
        Did { n_cells: 1, cell: Some((key, column, was, is)), .. } => {
            let column = draft.columns().get(column).map_or("", |heading| heading.name.as_str());
            let variables = [
                ("row", row_words(key, draft, messages).into()),
                ("column", column.into()),
                ("was", was.into()),
                ("now", is.into()),
            ];
            messages.text("web-grid-elsewhere-cell", &variables)
        }
        Did { n_cells: 0, n_added, .. } => counted("web-grid-did-add", n_added),
        Did { n_cells, .. } => counted("web-grid-did-cells", n_cells),
    }
}
