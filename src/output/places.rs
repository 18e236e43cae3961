//! Places that are left in a cycle, as every document says.

use crate::instance::Instance;
use crate::plan::Cycle;
use crate::plan::reasons::prospects::places_of;

/// Places that a cycle's group could still take.
pub(super) fn places_left(instance: &Instance, cycle: &Cycle) -> usize {
    places_of(instance, cycle.venue).saturating_sub(cycle.participants.len())
}
