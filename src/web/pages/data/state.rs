//! Whether all changes of a table are saved, and who else changed it.

use super::name::{InTable, page_of};
use super::words::made;
use crate::app::grid::later::Difference;
use crate::messages::Messages;
use crate::web::drafts::Table;
use crate::web::held::held;
use crate::web::visit::{Answer, Visit, page};

/// Maximum number of rows named among those that somebody else changed.
const NAMED: usize = 8;

/// The state of a table that is being edited.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The address of its page.
    pub(super) home: String,
    /// Changes with every change of the table.
    pub(super) stamp: String,
    /// Number of rows.
    pub(super) n_rows: usize,
    /// Number of columns.
    pub(super) n_columns: usize,
    /// Whether it has unsaved changes.
    pub(super) is_unsaved: bool,
    /// Whether there is a change to undo, and one to redo.
    pub(super) undo_and_redo: (bool, bool),
    /// Whether its file has changed since it was opened.
    pub(super) is_outdated: bool,
    /// The changes of the file.
    pub(super) elsewhere: Vec<String>,
    /// Unsaved changes, the latest first: the change; its author and time.
    pub(super) made: Vec<[String; 2]>,
    /// Their number, in words.
    pub(super) n_made: String,
    /// The planner who changed it last, on a site with logins.
    pub(super) last_by: String,
    /// The notice about the change just made.
    pub(super) told: String,
    /// The cell to activate: row and column.
    pub(super) goes_to: Option<(usize, usize)>,
    /// The state, in words.
    pub(super) words: String,
    pub(super) outdated: String,
    pub(super) carry: String,
}

#[derive(askama::Template)]
#[template(path = "data/state.html", config = "src/web/askama.toml")]
pub(super) struct StatePart {
    /// The state.
    pub(super) state: State,
}

impl State {
    /// The state of a table.
    pub(super) fn of(table: &Table, at: &InTable, messages: &Messages) -> Self {
        let draft = &table.draft;
        let is_unsaved = draft.is_changed();
        let words = match (is_unsaved, table.log.is_kept()) {
            (false, _) => "web-grid-saved",
            (true, true) => "web-grid-unsaved-kept",
            (true, false) => "web-grid-unsaved-here",
        };
        let n_made = if is_unsaved { table.log.done().len() } else { 0 };
        Self {
            home: page_of(&at.project.name, at.address),
            stamp: table.stamp.clone(),
            n_rows: draft.n_rows(),
            n_columns: draft.columns().len(),
            is_unsaved,
            undo_and_redo: draft.can_undo_and_redo(),
            is_outdated: table.judged.as_ref().is_some_and(|judged| judged.is_outdated),
            made: if is_unsaved { made(table, messages) } else { Vec::new() },
            n_made: messages.text("web-grid-made", &[("count", n_made.into())]),
            last_by: table.last_by().to_owned(),
            words: messages.text(words, &[]),
            outdated: messages.text("web-grid-outdated", &[]),
            carry: messages.text("web-grid-carry", &[]),
            ..Self::default()
        }
    }

    /// Adds what somebody else changed in the file.
    pub(super) fn outdated(self, changed: &Difference, messages: &Messages) -> Self {
        let counts = [
            ("came", changed.came.len().into()),
            ("went", changed.went.len().into()),
            ("cells", changed.changed.len().into()),
        ];
        let mut elsewhere = vec![messages.text("web-grid-elsewhere", &counts)];
        elsewhere.extend(changed.changed.iter().take(NAMED).map(|cell| {
            let variables = [
                ("row", cell.row.as_str().into()),
                ("column", cell.column.as_str().into()),
                ("was", cell.was.as_str().into()),
                ("now", cell.is.as_str().into()),
            ];
            messages.text("web-grid-elsewhere-cell", &variables)
        }));
        Self { is_outdated: true, elsewhere, ..self }
    }
}

/// The current state of a table.
pub(super) async fn state(visit: Visit, at: InTable) -> Answer {
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let state = State::of(&held(&table), &at, visit.messages());
            page(&StatePart { state })
        })
        .await?
}
