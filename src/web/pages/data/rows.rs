//! The rows that a window shows, and copying from a table.

use std::collections::BTreeMap;
use std::ops::Range;

use axum::extract::Query;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::Deserialize;

use super::name::InTable;
use crate::app::grid::clipboard::text;
use crate::app::grid::judged::Spot;
use crate::diagnostics::Diagnostic;
use crate::messages::Messages;
use crate::web::drafts::Table;
use crate::web::held::held;
use crate::web::pages::finding::{kind, words};
use crate::web::visit::{Answer, Visit, page};

/// Maximum number of rows in a response.
const MOST: usize = 400;

/// A row for display.
pub(super) struct Row {
    /// Its position.
    pub(super) position: usize,
    /// Its line in the file; a plus if it is new.
    pub(super) line: String,
    /// Findings of the row as a whole.
    pub(super) mark: CellMark,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
}

/// A cell for display.
pub(super) struct Cell {
    /// Its text.
    pub(super) text: String,
    /// Its findings.
    pub(super) mark: CellMark,
}

/// The findings of a place: severity (empty if there are none), and text.
#[derive(Debug, Default, Clone)]
pub(super) struct CellMark {
    /// `bad`, `warn`, or nothing.
    pub(super) kind: &'static str,
    /// The text.
    pub(super) told: String,
}

/// A range of rows; the end is excluded.
#[derive(Debug, Deserialize)]
pub(super) struct Window {
    from: usize,
    to: usize,
}

#[derive(askama::Template)]
#[template(path = "data/rows.html", config = "src/web/askama.toml")]
struct RowsPart {
    rows: Vec<Row>,
}

/// Rows, with the stamp of the table in this state.
pub(super) async fn rows(visit: Visit, at: InTable, Query(window): Query<Window>) -> Answer {
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let table = held(&table);
            let window = window.from..window.to.min(window.from.saturating_add(MOST));
            let part = page(&RowsPart { rows: shown(&table, window, visit.messages()) })?;
            Ok(([("x-stamp", table.stamp.clone())], part).into_response())
        })
        .await?
}

/// Rows with the findings of each cell.
pub(super) fn shown(table: &Table, at: Range<usize>, messages: &Messages) -> Vec<Row> {
    let marks = Marks::of(table);
    let rows = table.draft.rows(at.clone()).zip(at.start..);
    let row = |((key, line, cells), position): ((_, Option<u64>, Vec<_>), usize)| {
        let cell = |(column, text): (usize, std::borrow::Cow<'_, str>)| Cell {
            mark: marks.at(Spot::Cell(key, column), messages),
            text: text.into_owned(),
        };
        Row {
            position,
            line: line.map_or("+".to_owned(), |line| line.to_string()),
            mark: marks.at(Spot::Row(key), messages),
            cells: cells.into_iter().enumerate().map(cell).collect(),
        }
    };
    rows.map(row).collect()
}

/// Findings by place.
struct Marks<'a>(BTreeMap<Spot, Vec<&'a Diagnostic>>);

impl<'a> Marks<'a> {
    fn of(table: &'a Table) -> Self {
        let mut marks: BTreeMap<Spot, Vec<&Diagnostic>> = BTreeMap::new();
        for located in table.judged.iter().flat_map(|judged| &judged.findings) {
            marks.entry(located.spot).or_default().push(&located.finding);
        }
        Self(marks)
    }

    fn at(&self, spot: Spot, messages: &Messages) -> CellMark {
        let Some(found) = self.0.get(&spot) else { return CellMark::default() };
        let gravest = found.iter().min_by_key(|finding| finding.severity());
        let told: Vec<String> = found.iter().map(|finding| words(finding, messages)).collect();
        CellMark { kind: gravest.map_or("", |finding| kind(finding)), told: told.join("\n") }
    }
}

/// A block of cells; the last row and column are included.
#[derive(Debug, Deserialize)]
pub(super) struct Block {
    top: usize,
    bottom: usize,
    left: usize,
    right: usize,
}

/// A block in a form that spreadsheets paste.
pub(super) async fn copy(visit: Visit, at: InTable, Query(block): Query<Block>) -> Answer {
    visit
        .work(move |visit| {
            let table = visit.site.drafts.table(&at.project, at.address)?;
            let table = held(&table);
            let rows = table.draft.rows(block.top..block.bottom.saturating_add(1));
            let width = block.right.saturating_add(1).saturating_sub(block.left);
            let cells = rows.map(|(_, _, cells)| cells.into_iter().skip(block.left).take(width));
            Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text(cells)).into_response())
        })
        .await?
}
