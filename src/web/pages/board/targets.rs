//! Possible places for a cycle or a resident, and their effect on the price.

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::opened::opened;
use super::told::beside;
use super::view::View;
use super::words::{Prospect, time};
use crate::app::amend::words::words;
use crate::app::amend::wrong::Wrong;
use crate::app::edit::state::State;
use crate::app::edit::targets::effect::Seat as Reached;
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::visit::{Answer, Visit};

/// The shift of the cycle.
#[derive(Debug, Deserialize)]
pub(super) struct Shift {
    #[serde(default)]
    weeks_later: i32,
    /// The version of the plan from which it is dragged.
    version: Option<u64>,
}

/// A place on the calendar.
#[derive(Debug, Serialize)]
struct Place {
    row: String,
    slot: String,
    first: String,
    kind: &'static str,
    text: String,
    short: String,
}

/// The resident to move.
#[derive(Debug, Deserialize)]
pub(super) struct Who {
    resident: String,
    /// Whether a script asks, which expects JSON.
    #[serde(default)]
    bare: bool,
    version: Option<u64>,
}

/// A cycle that a resident may join; the waiting list if it has no identifier.
#[derive(Debug, Serialize)]
pub(super) struct Seat {
    cycle: String,
    kind: &'static str,
    text: String,
    short: String,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    is_here: bool,
}

#[derive(askama::Template)]
#[template(path = "board-seats.html", config = "src/web/askama.toml")]
struct Seats<'a> {
    list: List<'a>,
}

/// The cycles that a resident may join.
struct List<'a> {
    base: &'a str,
    query: String,
    version: u64,
    resident: String,
    title: String,
    seats: Vec<Seat>,
}

/// An impossible step, as a fault.
pub(super) fn refused(wrong: &Wrong, messages: &Messages) -> Fault {
    Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "web-board-wrong").with("why", words(wrong, messages))
}

/// Possible places for a cycle on the calendar shown, for the script that drags it.
pub(super) async fn places(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Query(shift): Query<Shift>,
) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let (_, state) = opened.seen(shift.version)?;
            let (cycle, messages) = (view.cycle.as_deref().unwrap_or_default(), visit.messages());
            let drops = state.drops(cycle, view.rows(), shift.weeks_later);
            let places = drops.map_err(|wrong| refused(&wrong, messages))?.into_iter().map(|drop| {
                let Prospect { kind, text, short } = Prospect::of(&drop.target.effect, messages);
                Place {
                    row: drop.row,
                    slot: drop.slot,
                    first: drop.target.spot.first.to_string(),
                    kind,
                    text,
                    short,
                }
            });
            json(&places.collect::<Vec<_>>())
        })
        .await?
}

/// The cycles that a resident may join.
pub(super) async fn seats(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(who): Form<Who>,
) -> Answer {
    visit
        .work(move |visit| {
            let opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let (version, state) = opened.seen(who.version)?;
            let messages = visit.messages();
            let mut seats =
                found(&state, &who.resident, messages).map_err(|wrong| refused(&wrong, messages))?;
            if who.bare {
                return json(&seats);
            }
            seats.retain(|seat| !seat.is_here);
            let list = List {
                base: &opened.base,
                query: view.address(""),
                version,
                title: messages.text("web-board-seats-for", &[("resident", who.resident.as_str().into())]),
                resident: who.resident,
                seats,
            };
            beside(&opened, &Seats { list })
        })
        .await?
}

/// The cycles and the waiting list: legal ones first, then by price.
fn found(state: &State, resident: &str, messages: &Messages) -> Result<Vec<Seat>, Wrong> {
    let lines = state.lines();
    let home = state.enrolled().into_iter().find(|one| one.id == resident).and_then(|one| one.cycle);
    let mut seats = state.seats_for(resident)?;
    seats.sort_by_key(|seat| (seat.effect.broken.is_some(), seat.effect.difference));
    let seat = |seat: Reached| {
        let line = lines.iter().find(|line| Some(&line.id) == seat.cycle.as_ref());
        let title = line.map_or_else(
            || messages.text("web-board-waiting-list", &[]),
            |line| format!("{} · {}, {}", line.id, line.commune, time(line.time, messages)),
        );
        let Prospect { kind, text, short } = Prospect::of(&seat.effect, messages);
        Seat { is_here: seat.cycle == home, cycle: seat.cycle.unwrap_or_default(), kind, text, short, title }
    };
    Ok(seats.into_iter().map(seat).collect())
}

fn json<T: Serialize>(value: &[T]) -> Answer {
    let text = serde_json::to_string(value).map_err(|_| Fault::ours())?;
    let response: Response = ([("content-type", "application/json")], text).into_response();
    Ok(response)
}
