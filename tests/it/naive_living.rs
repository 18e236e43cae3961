//! The state of an announced plan, rewritten from PROBLEM.md section 8 in the plainest way: begun, committed, hit, strained,
//! thin, and what a broken-off cycle may keep. Shares nothing with checker and solver except the types of the input.

use ateliers::instance::Instance;
use ateliers::instance::announced::{Announced, AnnouncedCycle, Failure, Session};
use ateliers::instance::entities::Scope;
use ateliers::instance::ids::{KitId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::naive::is_open;
use crate::naive_price::way;

/// A session of an announced cycle.
struct Told<'a> {
    cycle: &'a AnnouncedCycle,
    session: Session,
}

/// Sessions before today.
pub(crate) fn held(announced: &Announced, cycle: &AnnouncedCycle) -> Vec<Session> {
    cycle.sessions.iter().filter(|session| session.date < announced.today).copied().collect()
}

/// Today's and later sessions.
pub(crate) fn to_come(announced: &Announced, cycle: &AnnouncedCycle) -> Vec<Session> {
    cycle.sessions.iter().filter(|session| session.date >= announced.today).copied().collect()
}

pub(crate) fn is_begun(announced: &Announced, cycle: &AnnouncedCycle) -> bool {
    cycle.sessions[0].date < announced.today
}

/// Whether a cycle has run to its end: it was not broken off, and no session is to come.
pub(crate) fn is_finished(announced: &Announced, cycle: &AnnouncedCycle) -> bool {
    !cycle.is_broken_off && to_come(announced, cycle).is_empty()
}

/// The first day on which something new may begin.
pub(crate) fn earliest(announced: &Announced) -> Date {
    announced.today.saturating_add(i64::from(announced.notice_days).days())
}

/// Whether a cycle must stand except for repairs; other ones are open to change.
pub(crate) fn is_committed(announced: &Announced, cycle: &AnnouncedCycle) -> bool {
    let is_soon = cycle.sessions[0].date < earliest(announced);
    is_begun(announced, cycle) || (is_soon && !cycle.is_released) || cycle.is_kept
}

/// Residents announced in a cycle who have not withdrawn.
pub(crate) fn remaining(instance: &Instance, cycle: &AnnouncedCycle) -> Vec<ResidentId> {
    cycle.participants.iter().copied().filter(|&one| !instance.residents[one].withdrawn).collect()
}

pub(crate) fn is_thin(instance: &Instance, announced: &Announced, cycle: &AnnouncedCycle) -> bool {
    !is_finished(announced, cycle) && remaining(instance, cycle).len() < instance.rules.cycle.min_group
}

/// Whether a room can be used at a slot on a day.
pub(crate) fn room_serves(instance: &Instance, venue: VenueId, slot: SlotId, day: Date) -> bool {
    let room = &instance.venues[venue];
    let horizon = instance.rules.horizon;
    is_open(instance, venue, day)
        && room.slots.contains(&slot)
        && room.availability.from.is_none_or(|from| day >= from)
        && room.availability.until.is_none_or(|until| day <= until)
        && (horizon.start..=horizon.end).contains(&day)
}

/// Whether a trainer can lead a session, apart from their other sessions.
pub(crate) fn can_lead(
    instance: &Instance,
    trainer: TrainerId,
    slot: SlotId,
    track: TrackId,
    day: Date,
) -> bool {
    let is_away = |scope, from, until| scope == Scope::Trainer(trainer) && from <= day && day <= until;
    let one = &instance.trainers[trainer];
    one.slots.contains(&slot)
        && one.tracks.contains(&track)
        && one.availability.from.is_none_or(|from| day >= from)
        && one.availability.until.is_none_or(|until| day <= until)
        && !instance.closures.iter().any(|closure| is_away(closure.scope, closure.from, closure.until))
}

/// Whether room and trainer of a session to come fail.
pub(crate) fn fails(instance: &Instance, cycle: &AnnouncedCycle, session: Session) -> (bool, bool) {
    let day = session.date;
    let room = !room_serves(instance, session.venue, cycle.slot, day);
    let trainer = !can_lead(instance, session.trainer, cycle.slot, cycle.track, day);
    let is_listed = |failure| cycle.hit.contains(&(day, failure));
    (room || is_listed(Failure::Venue), trainer || is_listed(Failure::Trainer))
}

/// Whether a resident may be in a cycle there whose first session is on `first`: rule H2, without the limit of one cycle.
pub(crate) fn suits(
    instance: &Instance,
    resident: ResidentId,
    (venue, slot, track): (VenueId, SlotId, TrackId),
    first: Date,
) -> bool {
    let one = &instance.residents[resident];
    one.track == track
        && one.slots.contains(&slot)
        && is_in_reach(instance, resident, venue)
        && (!one.step_free || instance.venues[venue].step_free)
        && one.available_from.is_none_or(|from| first >= from)
}

/// Whether the way from home to a room is within the resident's limit.
pub(crate) fn is_in_reach(instance: &Instance, resident: ResidentId, venue: VenueId) -> bool {
    let one = &instance.residents[resident];
    let leg = way(instance, one.commune, instance.venues[venue].commune);
    leg.is_some_and(|leg| leg.minutes <= one.max_travel)
}

/// Whether a resident announced in a committed cycle may leave it.
pub(crate) fn may_leave(
    instance: &Instance,
    announced: &Announced,
    cycle: &AnnouncedCycle,
    resident: ResidentId,
) -> bool {
    let place = (cycle.venue, cycle.slot, cycle.track);
    !is_finished(announced, cycle)
        && (announced.released.contains(&resident)
            || !suits(instance, resident, place, cycle.sessions[0].date))
}

/// The number of sessions that a cycle may keep when it is broken off; `None` if it may not be.
///
/// One that was announced as broken off keeps those before a newly hit one. It may also end before a strained one, which
/// "may be repaired like one whose trainer fails".
pub(crate) fn kept_if_broken_off(
    instance: &Instance,
    announced: &Announced,
    cycle: &AnnouncedCycle,
) -> Vec<usize> {
    let sessions = cycle.sessions.iter().enumerate();
    let coming: Vec<(usize, &Session)> =
        sessions.filter(|(_, session)| session.date >= announced.today).collect();
    let is_hit = |session: &Session| fails(instance, cycle, *session) != (false, false);
    let hit = coming.iter().find(|(_, session)| is_hit(session)).map(|found| found.0);
    let shaken = coming
        .iter()
        .find(|(_, session)| is_hit(session) || is_strained(instance, announced, cycle, **session))
        .map(|found| found.0);
    let all = cycle.sessions.len();
    let mut kept = Vec::new();
    if cycle.is_broken_off {
        kept.extend([hit.unwrap_or(all), shaken.unwrap_or(all)]);
    } else {
        kept.extend(shaken);
        kept.extend(is_thin(instance, announced, cycle).then(|| held(announced, cycle).len()));
    }
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// Whether a session to come is part of what the announced sessions of committed cycles break by themselves. Cycles
/// announced as broken off stay so, and count like committed ones.
pub(crate) fn is_strained(
    instance: &Instance,
    announced: &Announced,
    cycle: &AnnouncedCycle,
    session: Session,
) -> bool {
    let is_bound = |one: &&AnnouncedCycle| is_committed(announced, one) || one.is_broken_off;
    let bound = || announced.cycles.iter().filter(is_bound);
    if !bound().any(|one| one.id == cycle.id) {
        return false;
    }
    let own = Told { cycle, session };
    let coming: Vec<Told> = bound()
        .flat_map(|cycle| to_come(announced, cycle).into_iter().map(move |session| Told { cycle, session }))
        .collect();
    let of_day: Vec<&Told> = coming.iter().filter(|other| other.session.date == session.date).collect();
    let others: Vec<&Told> = of_day.iter().copied().filter(|other| other.cycle.id != cycle.id).collect();
    let led: Vec<&Told> =
        of_day.iter().copied().filter(|other| other.session.trainer == session.trainer).collect();
    let trainer = &instance.trainers[session.trainer];
    let of_week = |date: Date| week(date) == week(session.date);
    let in_week = coming.iter().map(|told| told.session);
    let all_held = announced.cycles.iter().flat_map(|cycle| held(announced, cycle));
    let n_in_week = in_week
        .chain(all_held)
        .filter(|other| other.trainer == session.trainer && of_week(other.date))
        .count();
    others.iter().any(|other| other.session.venue == session.venue && overlap(instance, &own, other))
        || led.len() > trainer.max_sessions_per_day
        || n_in_week > trainer.max_sessions_per_week
        || others.iter().any(|other| other.session.trainer == session.trainer && clash(instance, &own, other))
        || is_out_of_reach(instance, &own, &led)
        || (needed(instance, &own) > 0 && !are_kits_enough(instance, &of_day))
}

fn start(instance: &Instance, told: &Told) -> i64 {
    i64::from(instance.slots[told.cycle.slot].start_minute) * 1_000_000_000
}

fn overlap(instance: &Instance, one: &Told, other: &Told) -> bool {
    (start(instance, one) - start(instance, other)).abs() < instance.rules.cycle.session_minutes.nano()
}

/// Whether a trainer cannot get from one of two sessions to the other in time.
fn clash(instance: &Instance, one: &Told, other: &Told) -> bool {
    let (earlier, later) =
        if start(instance, one) <= start(instance, other) { (one, other) } else { (other, one) };
    let rules = &instance.rules;
    let ready =
        start(instance, earlier) + rules.cycle.session_minutes.nano() + rules.travel.turnaround.nano();
    let minutes = minutes_between(instance, earlier.session.venue, later.session.venue);
    minutes.is_none_or(|minutes| ready + minutes > start(instance, later))
}

/// Travel between two rooms, in billionths of a minute.
pub(crate) fn minutes_between(instance: &Instance, from: VenueId, to: VenueId) -> Option<i64> {
    let (start, end) = (instance.venues[from].commune, instance.venues[to].commune);
    if from == to { Some(0) } else { way(instance, start, end).map(|leg| leg.minutes.nano()) }
}

/// Whether a trainer cannot get to the day's first session, or back from its last.
fn is_out_of_reach(instance: &Instance, own: &Told, led: &[&Told]) -> bool {
    let base = instance.trainers[own.session.trainer].base;
    let there = instance.venues[own.session.venue].commune;
    let is_first = led.iter().all(|other| start(instance, own) <= start(instance, other));
    let is_last = led.iter().all(|other| start(instance, own) >= start(instance, other));
    (is_first || is_last) && (way(instance, base, there).is_none() || way(instance, there, base).is_none())
}

fn needed(instance: &Instance, told: &Told) -> usize {
    let borrowers = remaining(instance, told.cycle);
    let n_borrowers = borrowers.into_iter().filter(|&one| instance.residents[one].needs_tablet).count();
    n_borrowers.saturating_sub(instance.venues[told.session.venue].tablets)
}

/// Whether every trainer in need on a day can have their own, sufficiently large kit, from a depot that their tour can pass.
fn are_kits_enough(instance: &Instance, of_day: &[&Told]) -> bool {
    let mut wanted = Vec::new();
    for (trainer, leader) in instance.trainers.iter_enumerated() {
        let mut led: Vec<&&Told> = of_day.iter().filter(|told| told.session.trainer == trainer).collect();
        led.sort_by_key(|told| start(instance, told));
        let need = led.iter().map(|told| needed(instance, told)).max().unwrap_or(0);
        if need > 0 {
            let [first, last] =
                [led[0], led[led.len() - 1]].map(|told| instance.venues[told.session.venue].commune);
            let passes = |depot| {
                let legs = [(leader.base, depot), (depot, first), (last, depot), (depot, leader.base)];
                legs.into_iter().all(|(from, to)| way(instance, from, to).is_some())
            };
            let kits = instance.kits.iter_enumerated();
            let suited = kits.filter(|(_, kit)| kit.tablets >= need && passes(kit.depot));
            wanted.push(suited.map(|(kit, _)| kit).collect());
        }
    }
    can_serve(&wanted, &[])
}

fn can_serve(wanted: &[Vec<KitId>], taken: &[KitId]) -> bool {
    let Some((first, rest)) = wanted.split_first() else { return true };
    first.iter().any(|&kit| !taken.contains(&kit) && can_serve(rest, &[taken, &[kit]].concat()))
}

/// The ISO week of a day.
pub(crate) fn week(day: Date) -> (i16, i8) {
    (day.iso_week_date().year(), day.iso_week_date().week())
}
