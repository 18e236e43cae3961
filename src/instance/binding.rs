//! Which residents an announced cycle still suits, and who may leave it.

use super::Instance;
use super::announced::{AnnouncedCycle, Commitment};
use super::ids::{AnnouncedId, ResidentId, VenueId};

impl Instance {
    /// Whether a venue is within a resident's travel limit (rule H2).
    pub fn is_in_reach(&self, resident: ResidentId, venue: VenueId) -> bool {
        let limit = self.residents[resident].max_travel;
        self.journey(resident, venue).is_some_and(|minutes| minutes <= limit)
    }

    /// Whether an announced cycle suits a resident today (rule H2, except "at most one cycle").
    pub fn suits(&self, cycle: &AnnouncedCycle, resident: ResidentId) -> bool {
        let one = &self.residents[resident];
        cycle.track == one.track
            && one.slots.contains(&cycle.slot)
            && self.is_in_reach(resident, cycle.venue)
            && (!one.step_free || self.venues[cycle.venue].step_free)
            && one.available_from.is_none_or(|from| from <= cycle.first())
    }

    /// Whether a resident may leave the committed cycle in which they were announced (rule L2): they are released, or it no
    /// longer suits them. Nobody may leave a pinned cycle.
    pub fn may_leave(&self, id: AnnouncedId, resident: ResidentId) -> bool {
        let Some((announced, today)) = self.standing() else { return false };
        today.cycles[id].commitment != Commitment::Finished
            && !announced.pinned.contains(&id)
            && (announced.released.contains(&resident) || !self.suits(&announced.cycles[id], resident))
    }
}
