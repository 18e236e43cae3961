//! Findings of a table in its current state: a list with a link to each cell, and the texts of each cell.

use std::sync::Arc;

use super::name::{InTable, page_of, title};
use super::state::State;
use super::words::row_words;
use crate::app::grid::draft::Draft;
use crate::app::grid::judged::{Judged, Located, Spot};
use crate::app::projects::Project;
use crate::diagnostics::{Severity, Within, hint, message};
use crate::messages::Messages;
use crate::web::held::held;
use crate::web::pages::finding::{kind, sign};
use crate::web::pages::settings::field::id_of;
use crate::web::tabs::address as address_of;
use crate::web::visit::{Answer, Visit, page};

/// Maximum number of findings listed.
const LISTED: usize = 200;

#[derive(askama::Template)]
#[template(path = "data/found.html", config = "src/web/askama.toml")]
struct FoundPart {
    state: State,
    head: String,
    others: Option<String>,
    entries: Vec<Entry>,
    more: String,
}

/// A finding in the list.
struct Entry {
    /// `bad`, `warn` or `plain`.
    kind: &'static str,
    sign: &'static str,
    /// Its place, in words.
    place: String,
    /// A link to it.
    address: Option<String>,
    /// Row and column, if it is in this table.
    cell: Option<(usize, usize)>,
    message: String,
    hint: Option<String>,
}

/// Checks the table, and shows the findings.
pub(super) async fn found(visit: Visit, at: InTable) -> Answer {
    visit
        .work(move |visit| {
            let shared = visit.site.drafts.table(&at.project, at.address)?;
            let (draft, stamp) = {
                let table = held(&shared);
                (table.draft.clone(), table.stamp.clone())
            };
            let judged = Arc::new(draft.judge());
            let mut table = held(&shared);
            // If another change has been made meanwhile, a check of it follows.
            if table.stamp == stamp {
                table.judged = Some(Arc::clone(&judged));
            }
            let state = State { is_outdated: judged.is_outdated, ..State::of(&table, &at, visit.messages()) };
            drop(table);
            let has_others = visit.site.drafts.unsaved(&at.project).iter().any(|other| *other != at.address);
            page(&part((&judged, &draft), &at.project, (state, has_others), visit.messages()))
        })
        .await?
}

fn part(
    (judged, draft): (&Judged, &Draft),
    project: &Project,
    (state, has_others): (State, bool),
    messages: &Messages,
) -> FoundPart {
    let mut sorted: Vec<&Located> = judged.findings.iter().collect();
    sorted.sort_by_key(|located| (located.finding.severity(), order(located.spot)));
    let count = |severity: Severity| -> usize {
        let of = judged.findings.iter().filter(|located| located.finding.severity() == severity);
        of.map(|located| 1 + located.finding.and_more).sum()
    };
    let (faults, warnings) = (count(Severity::Error), count(Severity::Warning));
    let counts = [("faults", faults.into()), ("warnings", warnings.into())];
    let all: usize = judged.findings.iter().map(|located| 1 + located.finding.and_more).sum();
    let entries = sorted.iter().take(LISTED).map(|located| entry(located, draft, project, messages));
    let entries: Vec<Entry> = entries.collect();
    FoundPart {
        head: messages.text("web-grid-found", &counts),
        others: has_others.then(|| messages.text("web-grid-others", &[])),
        more: messages.text("web-findings-more", &[("more", (all - entries.len()).into())]),
        entries,
        state,
    }
}

/// Findings of this table come first, in row order.
fn order(spot: Spot) -> (u8, Spot) {
    let rank = match spot {
        Spot::Table | Spot::Column(_) => 0,
        Spot::Cell(..) | Spot::Row(_) => 1,
        Spot::Other(_) => 2,
        Spot::Elsewhere => 3,
    };
    // A row comes before its cells: keys are in row order.
    (
        rank,
        match spot {
            Spot::Row(key) => Spot::Cell(key, 0),
            other => other,
        },
    )
}

fn entry(located: &Located, draft: &Draft, project: &Project, messages: &Messages) -> Entry {
    let finding = &located.finding;
    let cell = match located.spot {
        Spot::Cell(key, column) => draft.position(key).map(|row| (row, column)),
        Spot::Row(key) => draft.position(key).map(|row| (row, 0)),
        _ => None,
    };
    let address = match (located.spot, cell) {
        (_, Some((row, _))) => Some(format!("?from={row}")),
        (Spot::Other(table), _) => {
            let line = finding.at.line.map(|line| format!("?line={line}")).unwrap_or_default();
            Some(format!("{}{line}", page_of(&project.name, table)))
        }
        (Spot::Elsewhere, _) => match &finding.at.within {
            Within::Key(key) => Some(format!("{}/settings#field-{}", address_of(&project.name), id_of(key))),
            _ => None,
        },
        _ => None,
    };
    Entry {
        kind: if finding.severity() == Severity::Note { "plain" } else { kind(finding) },
        sign: sign(finding),
        place: place(located, draft, messages),
        address,
        cell,
        message: message(finding, messages),
        hint: hint(finding, messages),
    }
}

/// The place of a finding, as the table shows it.
fn place(located: &Located, draft: &Draft, messages: &Messages) -> String {
    let row = |key| row_words(key, draft, messages);
    let name = |column: usize| draft.columns().get(column).map_or("", |heading| heading.name.as_str());
    match located.spot {
        Spot::Cell(key, column) => format!("{}, {}", row(key), name(column)),
        Spot::Row(key) => row(key),
        Spot::Column(column) => messages.text("web-grid-column", &[("column", name(column).into())]),
        Spot::Table => messages.text("web-grid-whole", &[]),
        Spot::Other(table) => match located.finding.at.line {
            Some(line) => {
                let line = messages.text("web-grid-row", &[("line", line.to_string().into())]);
                format!("{}, {line}", title(table, messages))
            }
            None => title(table, messages),
        },
        Spot::Elsewhere => match &located.finding.at.within {
            Within::Key(key) => messages.text("web-grid-key", &[("key", key.as_str().into())]),
            _ => messages.text("web-grid-scenario", &[]),
        },
    }
}
