//! Places that are left in cycles.

use super::Cycle;
use crate::instance::Instance;

/// Places that a cycle's group could still take; none where nobody may join it any more.
pub fn places_left(instance: &Instance, cycle: &Cycle) -> usize {
    if may_be_joined(instance, cycle) { seats_free(instance, cycle) } else { 0 }
}

/// Seats that a cycle's group leaves free, whether or not somebody may still join; none where the cycle was broken off.
pub fn seats_free(instance: &Instance, cycle: &Cycle) -> usize {
    let free = instance.places_at(cycle.venue).saturating_sub(cycle.participants.len());
    if cycle.is_broken_off() { 0 } else { free }
}

/// Whether somebody may join a cycle: it goes on, and has not begun (rule L2).
pub fn may_be_joined(instance: &Instance, cycle: &Cycle) -> bool {
    let has_begun = |today| cycle.sessions.first().is_some_and(|&first| first < today);
    !cycle.is_broken_off() && !instance.announced.as_ref().is_some_and(|told| has_begun(told.today))
}
