//! Seats of an announced cycle that continues.
//!
//! # Design
//! Announced participants of a cycle keep their seats even if the room is too small (rule L2), and stay in another room in which
//! they were announced (rule L4). Only if somebody joins must everyone have a seat. So if there are more announced participants
//! than seats, a course becomes two choices: one that nobody joins, and one in which everyone has a seat.

use super::super::courses::Course;
use crate::instance::Instance;
use crate::instance::announced::{Commitment, Session};
use crate::instance::ids::VenueId;

/// The capacity of a course, and who may attend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seating {
    /// Most participants.
    pub capacity: usize,
    /// Whether only the announced participants of the cycle may attend.
    pub is_closed: bool,
}

/// The seatings of a course: one, or two if it matters whether somebody joins.
pub(super) fn seatings(instance: &Instance, course: &Course) -> Vec<Seating> {
    let (announced, today) = instance.standing().expect("a course is of an announced cycle");
    let (told, commitment) = (&announced.cycles[course.cycle], today.cycles[course.cycle].commitment);
    if course.is_broken_off {
        return vec![Seating { capacity: 0, is_closed: true }];
    }
    let remaining = || told.remaining(&instance.residents);
    let rooms = OtherRooms::of(instance, course);
    let least =
        |rooms: &[VenueId]| rooms.iter().map(|&room| instance.venues[room].seats).min().unwrap_or(usize::MAX);
    let own = instance.places_at(told.venue);
    let of_all = if commitment == Commitment::Open { own } else { remaining().count() };
    let alone = Seating { capacity: of_all.min(least(&rooms.moved)), is_closed: true };
    let joined = Seating { capacity: own.min(least(&rooms.kept)).min(least(&rooms.moved)), is_closed: false };
    if commitment == Commitment::Begun || announced.pinned.contains(&course.cycle) {
        return vec![alone];
    }
    if alone.capacity <= joined.capacity {
        return vec![joined];
    }
    let is_certain = |&one: &_| commitment != Commitment::Open && !instance.may_leave(course.cycle, one);
    let is_left = remaining().filter(is_certain).count() < joined.capacity;
    [alone].into_iter().chain(is_left.then_some(joined)).collect()
}

/// Rooms of a course other than the cycle's own.
pub(super) struct OtherRooms {
    /// Rooms to which sessions move.
    pub moved: Vec<VenueId>,
    /// Rooms in which sessions were announced.
    pub kept: Vec<VenueId>,
}

impl OtherRooms {
    pub(super) fn of(instance: &Instance, course: &Course) -> Self {
        let announced = instance.announced.as_ref().expect("a course is of an announced cycle");
        let own = announced.cycles[course.cycle].venue;
        let others = course.sessions.iter().filter(|session| session.venue != own);
        let is_kept = |session: &&Session| {
            let mut told = announced.to_come(course.cycle).iter();
            told.any(|told| (told.date, told.venue) == (session.date, session.venue))
        };
        let (kept, moved): (Vec<&Session>, Vec<&Session>) = others.partition(is_kept);
        let rooms = |sessions: Vec<&Session>| sessions.into_iter().map(|session| session.venue).collect();
        Self { moved: rooms(moved), kept: rooms(kept) }
    }
}
