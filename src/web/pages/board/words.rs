//! Wording shared by several parts of the page.

use jiff::civil::{Date, Weekday};

use crate::app::amend::change::{Change, Place};
use crate::app::edit::closed::{Closed, What};
use crate::app::edit::kits::Kit;
use crate::app::edit::step::Step;
use crate::app::edit::targets::effect::Effect;
use crate::messages::Messages;

/// The effect of a possible move: CSS class, text with a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prospect {
    /// `better`, `same`, `dearer` or `broken`.
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// A short form: rounded, and without the price of a move that breaks a rule.
    pub(super) short: String,
}

impl Prospect {
    pub(super) fn of(effect: &Effect, messages: &Messages) -> Self {
        let difference = effect.difference.to_f64();
        let price = signed(difference, messages);
        if let Some(rule) = effect.broken {
            let rule = messages.text(&format!("rule-{}", rule.name()), &[]);
            let short = format!("✕ {rule}");
            let variables = [("rule", rule.into()), ("price", price.into())];
            return Self { kind: "broken", text: messages.text("web-board-would-break", &variables), short };
        }
        let (kind, sign) = match difference {
            _ if difference < 0.0 => ("better", "✓"),
            _ if difference > 0.0 => ("dearer", "▲"),
            _ => ("same", "="),
        };
        let short = format!("{sign} {}", rounded(difference, messages));
        Self { kind, text: format!("{sign} {price}"), short }
    }
}

/// A signed amount in euros.
pub(super) fn signed(amount: f64, messages: &Messages) -> String {
    with_sign(amount, messages, 2)
}

/// The same in whole euros, unless it is non-zero and below ten.
fn rounded(amount: f64, messages: &Messages) -> String {
    let is_small = amount != 0.0 && amount.abs() < 10.0;
    with_sign(amount, messages, if is_small { 2 } else { 0 })
}

fn with_sign(amount: f64, messages: &Messages, decimals: usize) -> String {
    let sign = if amount > 0.0 { "+" } else { "" };
    format!("{sign}{}", messages.money(amount, decimals))
}

/// Description of a step; without a step, that the plan was replaced by another.
pub(super) fn did(step: Option<&Step>, messages: &Messages) -> String {
    let of = |key: &str, cycle: &str, more: &str| {
        messages.text(key, &[("cycle", cycle.into()), ("more", more.into())])
    };
    match step {
        None => messages.text("web-board-did-replace", &[]),
        Some(Step::Resident { resident, to: Some(cycle) }) => of("web-board-did-join", cycle, resident),
        Some(Step::Resident { resident, to: None }) => of("web-board-did-leave", "", resident),
        Some(Step::Cycle { cycle, change: Change::Place(place) }) => {
            of("web-board-did-move", cycle, &place_words(place, messages))
        }
        Some(Step::Cycle { cycle, .. }) => of("web-board-did-change", cycle, ""),
    }
}

/// The parts of a place that are set.
fn place_words(place: &Place, messages: &Messages) -> String {
    let ids = [&place.slot, &place.venue, &place.trainer];
    let first = place.first.map(|day| messages.date(day));
    ids.into_iter().flatten().cloned().chain(first).collect::<Vec<_>>().join(", ")
}

/// Why no session is possible on a day.
pub(super) fn closed(closed: &Closed, messages: &Messages) -> String {
    let on = |key: &str, date: Date| messages.text(key, &[("date", messages.date(date).into())]);
    let (what, reason) = match closed {
        Closed::Before(date) => return on("web-board-available-from", *date),
        Closed::After(date) => return on("web-board-available-until", *date),
        Closed::Outside => return messages.text("web-board-outside", &[]),
        Closed::Closure { what, reason } => (what, reason),
    };
    let key = match what {
        What::All => "web-board-closed",
        What::Commune => "web-board-closed-commune",
        What::Venue => "web-board-closed-venue",
        What::Trainer => "web-board-away",
    };
    match reason {
        Some(reason) => messages.text(key, &[("reason", reason.as_str().into())]),
        None => messages.text(&format!("{key}-plain"), &[]),
    }
}

/// The kit of a session.
pub(super) fn kit(kit: &Kit, messages: &Messages) -> String {
    match kit {
        Kit::Taken(id) => messages.text("web-board-kit", &[("kit", id.as_str().into())]),
        Kit::Missing => messages.text("web-board-no-kit", &[]),
    }
}

/// Day of the week and time.
pub(super) fn time((weekday, minute): (Weekday, u16), messages: &Messages) -> String {
    format!("{} {}", messages.weekday(weekday), messages.time_of_day(minute))
}

/// Participants and free places, in short form.
pub(super) fn seats_briefly(participants: usize, places: usize, messages: &Messages) -> String {
    let variables = [("participants", participants.into()), ("places", places.into())];
    messages.text("web-board-seats-briefly", &variables)
}

/// Participants and free places.
pub(super) fn seats(participants: usize, places: usize, messages: &Messages) -> String {
    messages.text("web-board-seats", &[("participants", participants.into()), ("places", places.into())])
}
