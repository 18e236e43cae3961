//! What day it is where the program runs: what forms suggest.

use jiff::Zoned;
use jiff::civil::Date;

/// Today.
pub(super) fn today() -> Date {
    Zoned::now().date()
}
