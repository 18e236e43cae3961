//! Sessions that every plan holds as announced, and what they rule out.
//!
//! For each committed cycle, these are the sessions to come before the first that is hit or strained (PROBLEM.md section 8, rules
//! L2 and L4); a thin cycle has none, because it may be broken off at once. A session that breaks rule H4, H6 or H7 together with
//! them is in no plan (rule L6), neither in a new cycle nor as a repair.
//!
//! # Design
//! Why not leave that to the duals of trainers' times and weeks? They find it late or, in an ascent, never: schedules would hold
//! new cycles on days filled by announced ones.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::announced::standing::Standing;
use crate::instance::announced::{Announced, Commitment, Session};
use crate::instance::calendar::monday;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// Sessions that every plan holds, by trainer, room and week. Empty if nothing was announced.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// Slots and rooms of each trainer's day.
    led: BTreeMap<(TrainerId, Date), Vec<(SlotId, VenueId)>>,
    /// Slots at which a room is occupied.
    taken: BTreeMap<(VenueId, Date), Vec<SlotId>>,
    /// Number of sessions in each trainer's week, by its Monday, including those held.
    in_week: BTreeMap<(TrainerId, Date), usize>,
}

impl Settled {
    /// The sessions of the announced plan that every plan holds.
    pub fn new(instance: &Instance) -> Self {
        let mut settled = Self::default();
        let Some((announced, today)) = instance.standing() else { return settled };
        for (id, standing) in today.cycles.iter_enumerated() {
            let slot = announced.cycles[id].slot;
            for session in &announced.to_come(id)[..n_settled(standing)] {
                settled.hold(slot, session);
            }
        }
        settled.count_held(instance, announced);
        settled
    }

    fn hold(&mut self, slot: SlotId, session: &Session) {
        let &Session { date, venue, trainer } = session;
        self.led.entry((trainer, date)).or_default().push((slot, venue));
        self.taken.entry((venue, date)).or_default().push(slot);
        *self.in_week.entry((trainer, monday(date))).or_default() += 1;
    }

    /// Counts the sessions that have been held since the horizon began.
    fn count_held(&mut self, instance: &Instance, announced: &Announced) {
        let held = announced.cycles.keys().flat_map(|id| announced.held(id));
        for session in held.filter(|session| session.date >= instance.rules.horizon.start) {
            *self.in_week.entry((session.trainer, monday(session.date))).or_default() += 1;
        }
    }

    /// Whether a session at a slot is compatible with those that every plan holds.
    pub fn admits(&self, instance: &Instance, slot: SlotId, session: &Session) -> bool {
        let &Session { date, venue, trainer } = session;
        let is_apart = |&(other, room): &(SlotId, VenueId)| {
            let way = |from, to| instance.way_between_venues(from, to).map(|leg| leg.minutes);
            is_in_time(instance, [slot, other], [way(venue, room), way(room, venue)])
        };
        self.is_free(instance, venue, slot, date)
            && self.has_place(instance, trainer, date)
            && self.led_on(trainer, date).iter().all(is_apart)
    }

    /// Whether a trainer may lead one more session at a slot on a day, regardless of its place.
    pub fn spares(&self, instance: &Instance, trainer: TrainerId, slot: SlotId, date: Date) -> bool {
        let here = Some(Minutes::ZERO);
        self.has_place(instance, trainer, date)
            && self
                .led_on(trainer, date)
                .iter()
                .all(|&(other, _)| is_in_time(instance, [slot, other], [here; 2]))
    }

    /// Whether a trainer who leads a session at a slot on a day may do so in a commune.
    pub fn lets_reach(
        &self,
        instance: &Instance,
        (trainer, slot, date): (TrainerId, SlotId, Date),
        commune: CommuneId,
    ) -> bool {
        let way = |from: CommuneId, to: CommuneId| {
            // At best, in the same room.
            if from == to { Some(Minutes::ZERO) } else { instance.way(from, to).map(|leg| leg.minutes) }
        };
        self.led_on(trainer, date).iter().all(|&(other, room)| {
            let there = instance.venues[room].commune;
            is_in_time(instance, [slot, other], [way(commune, there), way(there, commune)])
        })
    }

    /// Whether a room is free at a slot on a day.
    pub fn is_free(&self, instance: &Instance, venue: VenueId, slot: SlotId, date: Date) -> bool {
        let mut taken = self.taken.get(&(venue, date)).into_iter().flatten();
        taken.all(|&other| !instance.slots_overlap(slot, other))
    }

    /// Whether the trainer's sessions on a day and in its week leave room for one more.
    fn has_place(&self, instance: &Instance, trainer: TrainerId, date: Date) -> bool {
        let leader = &instance.trainers[trainer];
        let on_day = self.led_on(trainer, date).len();
        let in_week = self.in_week.get(&(trainer, monday(date))).copied().unwrap_or(0);
        let is_below = |count: usize, most: usize| count == 0 || count < most;
        is_below(on_day, leader.max_sessions_per_day) && is_below(in_week, leader.max_sessions_per_week)
    }

    fn led_on(&self, trainer: TrainerId, date: Date) -> &[(SlotId, VenueId)] {
        self.led.get(&(trainer, date)).map_or(&[], Vec::as_slice)
    }
}

/// Number of sessions to come of a cycle that every plan holds as announced.
pub(super) fn n_settled(standing: &Standing) -> usize {
    match standing.commitment {
        Commitment::Finished | Commitment::Open => 0,
        _ => standing.kept_if_broken_off().into_iter().min().unwrap_or(standing.to_come.len()),
    }
}

/// Rule H7 for sessions at two slots of a day, with the minutes from the first to the second and back; `None` if there is no path.
fn is_in_time(instance: &Instance, slots: [SlotId; 2], ways: [Option<Minutes>; 2]) -> bool {
    let [one, other] = slots.map(|slot| instance.session_time(slot));
    let (earlier, later, way) = if one.0 <= other.0 { (one, other, ways[0]) } else { (other, one, ways[1]) };
    way.is_some_and(|way| earlier.1 + instance.rules.travel.turnaround + way <= later.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::announced::Failure;
    use crate::instance::hamlet::{
        AFTERNOON, AVAL, LIBRARY, MILIEU, MORNING, NOON, SCHOOL, instance, march, tell,
    };

    const TOM: TrainerId = TrainerId(0);

    /// Four people were told of Monday mornings at the school, by Tom; `remaining` of them have not withdrawn.
    fn told(hit: Vec<(Date, Failure)>, remaining: usize, notice_days: i32) -> Instance {
        instance(|data| {
            tell(data, 4, notice_days, hit);
            data.residents.iter_mut().skip(remaining).for_each(|one| one.withdrawn = true);
        })
    }

    /// Whether Tom may lead a session on the mornings of the 8th and the 15th.
    fn spares(instance: &Instance) -> [bool; 2] {
        let settled = Settled::new(instance);
        [8, 15].map(|day| settled.spares(instance, TOM, MORNING, march(day)))
    }

    #[test]
    fn what_is_committed_and_not_hit_is_settled_up_to_the_first_session_that_is() {
        assert_eq!(spares(&told(Vec::new(), 4, 14)), [false, false]);
        let by_trainer = |day| vec![(march(day), Failure::Trainer)];
        assert_eq!(spares(&told(by_trainer(15), 4, 14)), [false, true]);
        assert_eq!(spares(&told(by_trainer(8), 4, 14)), [true, true]);
        assert_eq!(spares(&told(Vec::new(), 1, 14)), [true, true], "it is thin, and may be broken off");
        assert_eq!(spares(&told(Vec::new(), 4, 0)), [true, true], "it is open to change");
    }

    #[test]
    fn a_settled_session_takes_its_room_and_the_time_to_get_there() {
        let instance = told(Vec::new(), 4, 14);
        let settled = Settled::new(&instance);
        let day = march(8);
        assert!(!settled.is_free(&instance, SCHOOL, MORNING, day));
        assert!(
            settled.is_free(&instance, SCHOOL, NOON, day)
                && settled.is_free(&instance, LIBRARY, MORNING, day)
        );
        // Until 11.30 Tom can stay in Milieu, but not drive to Aval, which takes 20 minutes in addition to the 20 for moving.
        let noon = (TOM, NOON, day);
        assert!(settled.spares(&instance, TOM, NOON, day));
        assert!(settled.lets_reach(&instance, noon, MILIEU) && !settled.lets_reach(&instance, noon, AVAL));
        assert!(settled.lets_reach(&instance, (TOM, AFTERNOON, day), AVAL));
        let session = |venue| Session { date: day, venue, trainer: TOM };
        assert!(settled.admits(&instance, NOON, &session(SCHOOL)));
        assert!(!settled.admits(&instance, NOON, &session(LIBRARY)));
        assert!(!settled.admits(&instance, MORNING, &session(LIBRARY)));
    }

    #[test]
    fn a_week_that_is_full_has_no_place_for_another_session() {
        let mut data = (*told(Vec::new(), 4, 14)).clone();
        data.trainers[TOM].max_sessions_per_week = 1;
        let instance = Instance::new(data);
        let settled = Settled::new(&instance);
        assert!(!settled.spares(&instance, TOM, AFTERNOON, march(8)));
        assert!(settled.spares(&instance, TOM, AFTERNOON, march(22)));
    }
}
