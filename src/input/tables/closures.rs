//! `closures`: `from, until, scope, reason?`; scope is `all`, `commune:INSEE`, `venue:ID` or `trainer:ID`, or the
//! same in French.

use crate::diagnostics::Code;
use crate::diagnostics::Faults;
use crate::input::column::{Column, optional, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::keyed::Table;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::value::Misfit;
use crate::input::words::folded;
use crate::instance::entities::{Closure, Scope, Trainer, Venue};

const FROM: Column = required("from", "Du");
const UNTIL: Column = required("until", "Au");
const SCOPE: Column = required("scope", "Portée");
const REASON: Column = optional("reason", "Motif");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[FROM, UNTIL, SCOPE, REASON];

/// The tables to which a scope may refer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scopes<'a> {
    pub(crate) communes: &'a Communes,
    pub(crate) venues: &'a Table<Venue>,
    pub(crate) trainers: &'a Table<Trainer>,
}

/// Reads the days without sessions.
pub(crate) fn closures(parts: &Parts, scopes: Scopes<'_>, faults: &mut Faults) -> Vec<Closure> {
    let mut closures = Vec::new();
    parts.each_row(Layout::of(COLUMNS), faults, |row| closures.extend(closure(row, scopes)));
    closures
}

fn closure(row: &mut Row<'_>, scopes: Scopes<'_>) -> Option<Closure> {
    let from = row.date(FROM);
    let until = row.date(UNTIL);
    let scope = scope(row, scopes);
    let (from, until) = (from?, until?);
    row.check_period(from, until, UNTIL)?;
    Some(Closure { from, until, scope: scope?, reason: row.given(REASON).map(str::to_owned) })
}

fn scope(row: &mut Row<'_>, scopes: Scopes<'_>) -> Option<Scope> {
    let text = row.text(SCOPE)?;
    if matches!(folded(text).as_str(), "all" | "tous" | "tout" | "toutes") {
        return Some(Scope::All);
    }
    let (kind, name) = text.split_once(':').unwrap_or((text, ""));
    match (folded(kind).as_str(), name.trim()) {
        ("commune", name) => scopes.communes.resolved(row, SCOPE, name).map(Scope::Commune),
        ("venue" | "salle", name) => scopes.venues.names.resolved(row, SCOPE, name).map(Scope::Venue),
        ("trainer" | "animateur" | "animatrice", name) => {
            scopes.trainers.names.resolved(row, SCOPE, name).map(Scope::Trainer)
        }
        _ => {
            row.report(Misfit::new(Code::BadScope), SCOPE, text);
            None
        }
    }
}
