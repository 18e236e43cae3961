//! Texts about trials.

use jiff::civil::Weekday;

use super::choices::{Choice, Choices};
use super::trial::Trial;
use super::wrong::Wrong;
use crate::app::told;
use crate::messages::Messages;

/// The change that is tried.
pub fn trial(trial: &Trial, choices: &Choices, messages: &Messages) -> String {
    // If a choice no longer exists, its earlier name is used.
    let name = |among: &[Choice], value: &str| {
        let known = among.iter().find(|choice| choice.value == value);
        known.map_or_else(|| value.to_owned(), |choice| choice.name.clone())
    };
    match trial {
        Trial::Minutes(more) => messages
            .text("waiting-tried-minutes", &[("minutes", messages.number(*more, whole(*more)).into())]),
        Trial::Room { commune, seats } => {
            let variables =
                [("commune", name(&choices.communes, commune).into()), ("seats", (*seats).into())];
            messages.text("waiting-tried-room", &variables)
        }
        Trial::Slot { room, slot } => {
            let (room, slot) = (name(&choices.rooms, room), name(&choices.slots, slot));
            messages.text("waiting-tried-slot", &[("room", room.into()), ("slot", slot.into())])
        }
        Trial::Day { trainer, weekday } => {
            let day = Weekday::from_monday_zero_offset(*weekday).map(|day| messages.weekday(day));
            let trainer = name(&choices.trainers, trainer);
            let variables = [("trainer", trainer.into()), ("day", day.unwrap_or_default().into())];
            messages.text("waiting-tried-day", &variables)
        }
    }
}

/// The number of decimals of an amount.
fn whole(amount: f64) -> usize {
    usize::from(amount.fract() != 0.0)
}

/// Why something cannot be tried.
pub fn wrong(wrong: &Wrong, messages: &Messages) -> String {
    let plain = |key: &str| messages.text(key, &[]);
    match wrong {
        Wrong::Common(failure) => told::words(failure, messages),
        Wrong::Amount => plain("waiting-no-amount"),
        Wrong::Gone => plain("waiting-gone"),
        Wrong::Already => plain("waiting-already"),
        Wrong::Unwritable => plain("waiting-unwritable"),
    }
}
