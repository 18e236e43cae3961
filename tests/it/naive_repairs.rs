//! How the sessions of a standing cycle may differ from those announced (rule L4), rewritten from PROBLEM.md in the plainest way.

use ateliers::instance::Instance;
use ateliers::instance::announced::{AnnouncedCycle, Session};
use ateliers::instance::ids::ResidentId;
use ateliers::plan::Cycle;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::naive_living as living;
use crate::naive_price::{leader, room};

/// Sessions of a cycle with room and trainer of each.
pub(crate) fn sessions(cycle: &Cycle) -> Vec<Session> {
    let session = |&date: &Date| Session { date, venue: room(cycle, date), trainer: leader(cycle, date) };
    cycle.sessions.iter().map(session).collect()
}

/// L4: each session to come is as announced, or repaired.
pub(crate) fn are_repairs(
    instance: &Instance,
    cycle: &Cycle,
    told: &AnnouncedCycle,
    coming: &[Session],
) -> bool {
    let announced = instance.announced.as_ref().expect("a plan was announced");
    let was_coming = living::to_come(announced, told);
    if was_coming.len() != coming.len() {
        return false;
    }
    let mut before = living::held(announced, told).last().map(|session| session.date);
    let mut has_moved = false;
    for (was, now) in was_coming.iter().zip(coming) {
        if before.is_some_and(|before| now.date <= before) || now.date < was.date {
            return false;
        }
        let (room_fails, trainer_fails) = living::fails(instance, told, *was);
        let is_strained = living::is_strained(instance, announced, told, *was);
        if now.date > was.date {
            let may_move = room_fails || trainer_fails || is_strained || has_moved;
            let longest = i64::from(instance.rules.cycle.max_gap_days);
            let is_close = before.is_none_or(|before| now.date <= before.saturating_add(longest.days()));
            let is_own = (now.venue, now.trainer) == (cycle.venue, cycle.trainer);
            if !may_move || !is_close || !is_own || !can_be_held(instance, cycle, now) {
                return false;
            }
            has_moved = true;
        } else {
            let is_led = if now.trainer == was.trainer {
                !trainer_fails
            } else {
                (trainer_fails || is_strained)
                    && living::can_lead(instance, now.trainer, cycle.slot, cycle.track, now.date)
            };
            let is_housed = if now.venue == was.venue {
                !room_fails
            } else {
                room_fails && is_other_room(instance, cycle, now)
            };
            if !is_led || !is_housed {
                return false;
            }
        }
        before = Some(now.date);
    }
    true
}

/// Whether a postponed session can be held: the room is open, the trainer can lead it, and the weekday is that of the slot.
fn can_be_held(instance: &Instance, cycle: &Cycle, now: &Session) -> bool {
    now.date.weekday() == instance.slots[cycle.slot].weekday
        && living::room_serves(instance, now.venue, cycle.slot, now.date)
        && living::can_lead(instance, now.trainer, cycle.slot, cycle.track, now.date)
}

/// Whether a session can be held in another room.
fn is_other_room(instance: &Instance, cycle: &Cycle, now: &Session) -> bool {
    let room = &instance.venues[now.venue];
    let people = &cycle.participants;
    living::room_serves(instance, now.venue, cycle.slot, now.date)
        && people.len() <= room.seats
        && (room.step_free || !people.iter().any(|&one| instance.residents[one].step_free))
        && (room.commune == instance.venues[cycle.venue].commune
            || people.iter().all(|&one| living::is_in_reach(instance, one, now.venue)))
}

/// Whether another room in which a session was announced has seats for everybody, and suits those who joined.
pub(crate) fn holds(instance: &Instance, cycle: &Cycle, now: &Session, joined: &[ResidentId]) -> bool {
    let room = &instance.venues[now.venue];
    cycle.participants.len() <= room.seats
        && (room.step_free || !joined.iter().any(|&one| instance.residents[one].step_free))
        && joined.iter().all(|&one| living::is_in_reach(instance, one, now.venue))
}
