//! Places left in cycles.

use super::Cycle;
use crate::instance::Instance;

/// Number of residents who could still join a cycle; 0 if it may no longer be joined.
pub fn places_left(instance: &Instance, cycle: &Cycle) -> usize {
    if may_be_joined(instance, cycle) { seats_free(instance, cycle) } else { 0 }
}

/// Seats that a cycle's group leaves free, whether or not it may still be joined; 0 if the cycle was broken off.
pub fn seats_free(instance: &Instance, cycle: &Cycle) -> usize {
    let free = instance.places_at(cycle.venue).saturating_sub(cycle.participants.len());
    if cycle.is_broken_off() { 0 } else { free }
}

/// Whether a cycle may be joined: it is not broken off, and has not begun (rule L2).
pub fn may_be_joined(instance: &Instance, cycle: &Cycle) -> bool {
    let has_begun = |today| cycle.sessions.first().is_some_and(|&first| first < today);
    !cycle.is_broken_off() && !instance.announced.as_ref().is_some_and(|told| has_begun(told.today))
}
