//! What is said alike in several parts of the page.

use jiff::civil::Weekday;

use crate::app::edit::targets::effect::Effect;
use crate::messages::Messages;

/// What would come of a move: how it is painted, its sign, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prospect {
    /// `better`, `same`, `dearer` or `broken`.
    pub(super) kind: &'static str,
    pub(super) text: String,
}

impl Prospect {
    pub(super) fn of(effect: &Effect, messages: &Messages) -> Self {
        let difference = effect.difference.to_f64();
        let price = signed(difference, messages);
        if let Some(rule) = effect.broken {
            let rule = messages.text(&format!("rule-{}", rule.name()), &[]);
            let variables = [("rule", rule.into()), ("price", price.into())];
            return Self { kind: "broken", text: messages.text("web-board-would-break", &variables) };
        }
        let (kind, sign) = match difference {
            _ if difference < 0.0 => ("better", "✓"),
            _ if difference > 0.0 => ("dearer", "▲"),
            _ => ("same", "="),
        };
        Self { kind, text: format!("{sign} {price}") }
    }
}

/// An amount in euros that is added or taken away.
pub(super) fn signed(amount: f64, messages: &Messages) -> String {
    let sign = if amount > 0.0 { "+" } else { "" };
    format!("{sign}{}", messages.money(amount, 2))
}

/// Day of the week and time.
pub(super) fn time((weekday, minute): (Weekday, u16), messages: &Messages) -> String {
    format!("{} {}", messages.weekday(weekday), messages.time_of_day(minute))
}

/// People and places that are left.
pub(super) fn seats(participants: usize, places: usize, messages: &Messages) -> String {
    messages.text("web-board-seats", &[("participants", participants.into()), ("places", places.into())])
}
