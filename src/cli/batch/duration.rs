//! Words for a duration.

use crate::messages::Messages;

/// Seconds, minutes or hours, whichever reads best.
pub(super) fn duration(seconds: f64, messages: &Messages) -> String {
    let (key, amount, decimals) = match seconds {
        seconds if seconds < 100.0 => ("duration-s", seconds, 0),
        seconds if seconds < 6000.0 => ("duration-min", seconds / 60.0, 0),
        seconds => ("duration-h", seconds / 3600.0, 1),
    };
    messages.text(key, &[("amount", messages.number(amount, decimals).into())])
}
