//! One table as a grid, with the first visible rows.

use axum::extract::Query;
use serde::Deserialize;

use super::name::{InTable, Link, links, page_of, title};
use super::rows::{Row, shown};
use super::state::State;
use crate::app::grid::Heading;
use crate::app::grid::draft::Draft;
use crate::diagnostics::message;
use crate::messages::{Messages, Value};
use crate::web::drafts::Table;
use crate::web::held::held;
use crate::web::layout::Layout;
use crate::web::tabs::Tab;
use crate::web::visit::{Answer, Visit, page};

/// Number of rows sent with the page.
const ROWS: usize = 60;
/// Number of rows shown above the requested one.
const ABOVE: usize = 5;
/// Number of rows that determine the width of a column.
const WIDTH_OF: usize = 200;

/// The first row to show.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Begin {
    /// By position.
    from: Option<usize>,
    /// By line in the file.
    line: Option<u64>,
}

#[derive(askama::Template)]
#[template(path = "data/table.html", config = "src/web/askama.toml")]
struct TablePage<'a> {
    layout: Layout<'a>,
    links: Vec<Link>,
    home: String,
    file: String,
    unwritable: Option<String>,
    notices: Vec<String>,
    lost: Vec<String>,
    columns: Vec<Column>,
    absent: Vec<String>,
    first: usize,
    at: usize,
    n_rows: usize,
    rows: Vec<Row>,
    state: State,
    before: Option<usize>,
    after: Option<usize>,
    seen: String,
}

/// A column heading.
struct Column {
    name: String,
    meaning: String,
    is_required: bool,
    /// `w1` to `w5`, from narrow to wide.
    width: &'static str,
}

/// The page of a table.
pub(super) async fn table(visit: Visit, at: InTable, Query(begin): Query<Begin>) -> Answer {
    visit.work(move |visit| shown_whole(visit, &at, &begin)).await?
}

fn shown_whole(visit: &Visit, at: &InTable, begin: &Begin) -> Answer {
    let messages = visit.messages();
    let named = visit.site.drafts.tables(&at.project)?;
    let file = named.iter().find(|table| table.address == at.address).map(|table| table.name.clone());
    let table = visit.site.drafts.looked_at(&at.project, at.address)?;
    let unsaved = visit.site.drafts.unsaved(&at.project);
    let table = held(&table);
    let (draft, n_rows) = (&table.draft, table.draft.n_rows());
    let sought = begin.line.and_then(|line| draft.position_of_line(line)).or(begin.from).unwrap_or(0);
    let at_row = sought.min(n_rows.saturating_sub(1));
    let first = if begin.line.is_some() { at_row.saturating_sub(ABOVE) } else { at_row };
    let last = (first + ROWS).min(n_rows);
    let (notices, lost) = carried(&table, messages);
    page(&TablePage {
        layout: visit.layout(&title(at.address, messages)).of(&at.project.name, Tab::Data),
        links: links(&at.project.name, &named, (at.address, &unsaved), messages),
        home: page_of(&at.project.name, at.address),
        file: file.unwrap_or_default(),
        unwritable: draft.unwritable().map(|finding| message(finding, messages)),
        notices,
        lost,
        columns: columns(draft, messages),
        absent: draft.absent().map(str::to_owned).collect(),
        rows: shown(&table, first..last, messages),
        state: State::of(&table, at, messages),
        before: (first > 0).then(|| first.saturating_sub(ROWS)),
        after: (last < n_rows).then_some(last),
        seen: messages.text("web-grid-seen", &seen(first, last, n_rows)),
        first,
        at: at_row,
        n_rows,
    })
}

fn seen(first: usize, last: usize, n_rows: usize) -> [(&'static str, Value); 3] {
    [("first", (first + 1).min(last).into()), ("last", last.into()), ("rows", n_rows.into())]
}

/// Notices: changes were restored or applied to a later version of the file; and conflicts with that version.
fn carried(table: &Table, messages: &Messages) -> (Vec<String>, Vec<String>) {
    let taken_up = table.taken_up.iter().filter(|_| table.draft.is_changed());
    let mut notices: Vec<String> = taken_up.flat_map(|told| told.words(messages)).collect();
    let Some(collisions) = &table.collisions else { return (notices, Vec::new()) };
    notices.push(messages.text("web-grid-carried", &[("lost", collisions.len().into())]));
    let lost = collisions.iter().map(|one| {
        let row = ("row", one.row.as_str().into());
        match &one.column {
            Some(column) => {
                let variables =
                    [row, ("column", column.as_str().into()), ("value", one.lost.as_str().into())];
                messages.text("web-grid-lost-cell", &variables)
            }
            None => messages.text("web-grid-lost-row", &[row]),
        }
    });
    (notices, lost.collect())
}

fn columns(draft: &Draft, messages: &Messages) -> Vec<Column> {
    let mut widest = vec![0; draft.columns().len()];
    for (_, _, cells) in draft.rows(0..WIDTH_OF) {
        for (widest, cell) in widest.iter_mut().zip(&cells) {
            *widest = (*widest).max(cell.chars().count());
        }
    }
    let kind = draft.address().kind;
    let column = |(heading, widest): (&Heading, usize)| Column {
        name: heading.name.clone(),
        meaning: match heading.column {
            Some(column) => messages.text(&kind.meaning_of(column), &[]),
            None if heading.is_slot => messages.text("web-grid-slot-column", &[]),
            None => messages.text("web-grid-unread-column", &[]),
        },
        is_required: heading.column.is_some_and(|column| column.is_required),
        width: width(widest.max(heading.name.chars().count())),
    };
    draft.columns().iter().zip(widest).map(column).collect()
}

/// The width class of a column with texts of this length.
fn width(letters: usize) -> &'static str {
    match letters {
        ..=5 => "w1",
        6..=10 => "w2",
        11..=18 => "w3",
        19..=32 => "w4",
        _ => "w5",
    }
}
