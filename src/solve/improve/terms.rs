//! Other terms for a group: where, when and by whom it could be held instead.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::{Draft, Group};
use super::super::space::{Day, Space};
use super::people::{near_group, pick};
use super::picks::{beside_on_day, some_number};
use crate::instance::ids::{SlotId, TrackId, TrainerId, VenueId};

/// Number of trainers who count as near, and how often one of them is chosen: if there are many, most live too far away.
const NEAR: usize = 8;
const NEAR_SHARE: f64 = 0.8;

/// Another pattern or trainer for a group.
pub(super) fn other_terms(draft: &Draft, group: &Group, random: &mut Pcg64Mcg) -> Option<(usize, TrainerId)> {
    let space = draft.space();
    let place = &space.patterns[group.pattern];
    let slot = place.slot;
    let n_ways = if space.standing.has_open { 14 } else { 13 };
    match random.random_range(0..n_ways) {
        // The terms that a member was promised.
        13 => as_promised(draft, group, random),
        // Another place at the same time.
        10..=12 => {
            let &(class, _) = pick(&group.members, random)?;
            let &(host, _) = pick(&space.classes[class].reach, random)?;
            let &venue = pick(&space.venues_of[host], random)?;
            Some((space.first_start(venue, slot, place.first)?, group.trainer))
        }
        // Earlier or later.
        0..=1 => {
            let starts = space.starts(place.venue, slot);
            let now = group.pattern - starts.start;
            let step = random.random_range(1..=4);
            let then = if random.random_bool(0.6) { now.checked_sub(step)? } else { now + step };
            (then < starts.len()).then_some((starts.start + then, group.trainer))
        }
        // Any start at the same venue and slot.
        2 => {
            let starts = space.starts(place.venue, slot);
            Some((starts.start + early(starts.len(), random), group.trainer))
        }
        // Another slot or venue that suits a member.
        3 => Some((group.pattern, some_trainer(draft, group.pattern, group.track, random)?)),
        // Another slot or venue that a member could attend.
        4..=6 => {
            let &(class, _) = pick(&group.members, random)?;
            let &meeting = pick(&space.meetings_of[class], random)?;
            let patterns = &space.meetings[meeting].patterns;
            let pattern = if random.random_bool(0.5) {
                near_start(space, patterns, space.first_day(group.pattern), random)?
            } else {
                patterns[early(patterns.len(), random)]
            };
            let trainer = if random.random_bool(0.7) {
                group.trainer
            } else {
                some_trainer(draft, pattern, group.track, random)?
            };
            Some((pattern, trainer))
        }
        // Another slot on the days of another group, with its trainer.
        _ => beside(draft, group, random),
    }
}

/// The terms of the announced cycle that a member was promised, if it is open to change and can continue as announced.
fn as_promised(draft: &Draft, group: &Group, random: &mut Pcg64Mcg) -> Option<(usize, TrainerId)> {
    let space = draft.space();
    let &(class, _) = pick(&group.members, random)?;
    let &(cycle, _) = pick(&space.classes[class].promised, random)?;
    let told = &space.instance.announced.as_ref()?.cycles[cycle];
    let mut courses = space.standing.of_cycle[cycle].iter().copied();
    // A repaired cycle has courses of its own; a committed one has no pattern without a course.
    let usual = courses.find(|&pattern| space.patterns[pattern].course.is_none())?;
    (told.track == group.track).then_some((usual, told.trainer))
}

/// A pattern on the days of another group with its trainer, at the venue of either or one that suits a member.
fn beside(draft: &Draft, group: &Group, random: &mut Pcg64Mcg) -> Option<(usize, TrainerId)> {
    let space = draft.space();
    let other = draft.group(partner(draft, group, random)?)?;
    let there = &space.patterns[other.pattern];
    let days = &space.runs[there.run].days;
    let &first = days.first()?;
    let weekday = space.weekday(first);
    let &slot = pick(&space.weekday_slots[weekday], random)?;
    let venue = match random.random_range(0..3) {
        0 => there.venue,
        1 => space.patterns[group.pattern].venue,
        _ => {
            let &(class, _) = pick(&group.members, random)?;
            let &meeting = pick(&space.meetings_of[class], random)?;
            space.patterns[*pick(&space.meetings[meeting].patterns, random)?].venue
        }
    };
    Some((space.first_start(venue, slot, first)?, other.trainer))
}

/// The pattern of the venue of `pattern` at the slot of `model`, with the first day closest to that of `model`.
pub(super) fn at_run(space: &Space, pattern: usize, model: usize) -> Option<usize> {
    let venue: VenueId = space.patterns[pattern].venue;
    let slot = space.patterns[model].slot;
    let first = space.first_day(model);
    let starts = space.starts(venue, slot);
    starts.min_by_key(|&pattern| space.first_day(pattern).abs_diff(first))
}

/// Another group: one on the same trainer's days, one within reach of a member, or any.
pub(super) fn partner(draft: &Draft, group: &Group, random: &mut Pcg64Mcg) -> Option<usize> {
    match random.random_range(0..4) {
        0 => beside_on_day(draft, group, random),
        1..=2 => {
            let &(class, _) = pick(&group.members, random)?;
            near_group(draft, class, random)
        }
        _ => some_number(draft, random),
    }
}

/// The pattern of a venue and slot with its first session on a day.
pub(super) fn at_start(space: &Space, venue: VenueId, slot: SlotId, first: Day) -> Option<usize> {
    space.first_start(venue, slot, first).filter(|&pattern| space.first_day(pattern) == first)
}

/// A shift in weeks, more often earlier than later.
pub(super) fn offset(random: &mut Pcg64Mcg) -> i32 {
    let weeks = random.random_range(1..=4_i32);
    if random.random_bool(0.6) { -weeks } else { weeks }
}

/// One of `patterns` that starts within two weeks of `first`.
fn near_start(space: &Space, patterns: &[usize], first: usize, random: &mut Pcg64Mcg) -> Option<usize> {
    let near = |&&pattern: &&usize| space.first_day(pattern).abs_diff(first) <= 14;
    let count = patterns.iter().filter(near).count();
    if count == 0 {
        return None;
    }
    patterns.iter().filter(near).nth(random.random_range(0..count)).copied()
}

/// A position below `len`, biased towards early ones.
pub(super) fn early(len: usize, random: &mut Pcg64Mcg) -> usize {
    let share: f64 = random.random_range(0.0..1.0);
    ((share * share * len as f64) as usize).min(len.saturating_sub(1))
}

/// A random trainer, biased towards near ones, if they teach the track and work at the pattern's time.
pub(super) fn some_trainer(
    draft: &Draft,
    pattern: usize,
    track: TrackId,
    random: &mut Pcg64Mcg,
) -> Option<TrainerId> {
    let space = draft.space();
    let trainer = near_trainer(space, pattern, random)?;
    let staff = &space.staff[trainer];
    let can = staff.tracks.contains(track.into()) && staff.runs.contains(space.patterns[pattern].run);
    can.then_some(trainer)
}

/// A random trainer, mostly one of those who live nearest to a pattern's venue.
pub(super) fn near_trainer(space: &Space, pattern: usize, random: &mut Pcg64Mcg) -> Option<TrainerId> {
    let nearest = space.nearest(pattern);
    let among = if random.random_bool(NEAR_SHARE) { NEAR.min(nearest.len()) } else { nearest.len() };
    pick(&nearest[..among], random).copied()
}
