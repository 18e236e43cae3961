//! What time it is where the program runs: what forms suggest, and what is signed.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

/// Now.
pub(super) fn now() -> Timestamp {
    Zoned::now().timestamp()
}

/// Today.
pub(super) fn today() -> Date {
    Zoned::now().date()
}
