//! The current time in the system's time zone: default of date fields, and timestamp of changes.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

/// The current time.
pub(super) fn now() -> Timestamp {
    Zoned::now().timestamp()
}

/// Today's date.
pub(super) fn today() -> Date {
    Zoned::now().date()
}
