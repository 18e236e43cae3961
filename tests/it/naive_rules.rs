//! Whether a plan is legal, rewritten from PROBLEM.md sections 4 and 8 in the plainest way. Shares nothing with checker
//! and solver except the types of the input.

use std::collections::BTreeSet;

use ateliers::instance::Instance;
use ateliers::instance::announced::{AnnouncedCycle, Session};
use ateliers::instance::entities::Leg;
use ateliers::instance::ids::{CommuneId, ResidentId, TrainerId, VenueId};
use ateliers::plan::{Cycle, Fate, KitUse, Plan};
use jiff::civil::Date;

use crate::naive;
use crate::naive_living as living;
use crate::naive_price::{amount, need, terms, way};
use crate::naive_repairs::{are_repairs, holds, sessions};

/// A session of a plan to come.
#[derive(Clone, Copy)]
struct Meeting<'a> {
    cycle: &'a Cycle,
    session: Session,
}

/// The relation of a cycle to what was announced.
#[derive(Clone, Copy)]
enum Role<'a> {
    New,
    Stands(&'a AnnouncedCycle),
    BrokenOff(Option<&'a AnnouncedCycle>),
}

/// The rules that a plan breaks, by their names in PROBLEM.md.
pub(crate) fn faults(instance: &Instance, plan: &Plan) -> BTreeSet<&'static str> {
    let mut faults = BTreeSet::new();
    for cycle in &plan.cycles {
        faults.extend(match role(instance, cycle) {
            Role::New => new_cycle(instance, cycle),
            Role::Stands(told) => standing_cycle(instance, cycle, told),
            Role::BrokenOff(told) => broken_off(instance, plan, cycle, told),
        });
    }
    faults.extend(missing(instance, plan));
    faults.extend(people(instance, plan));
    faults.extend(totals(instance, plan));
    faults.extend(meetings_break(instance, &plan.cycles));
    faults.extend(kits(instance, plan));
    faults
}

/// The rules of meetings, before anybody attends: a branch that breaks one without participants also breaks it with them.
pub(crate) fn meetings_break(instance: &Instance, cycles: &[Cycle]) -> Vec<&'static str> {
    let meetings = to_come(instance, cycles);
    let mut faults = Vec::new();
    let length = instance.rules.cycle.session_minutes.nano();
    for (position, one) in meetings.iter().enumerate() {
        for other in &meetings[position + 1..] {
            if one.session.date != other.session.date {
                continue;
            }
            let (earlier, later) =
                if start(instance, one) <= start(instance, other) { (one, other) } else { (other, one) };
            let end = start(instance, earlier) + length;
            if one.session.venue == other.session.venue && start(instance, later) < end {
                faults.push("H4");
            }
            let minutes = living::minutes_between(instance, earlier.session.venue, later.session.venue);
            let ready = minutes.map(|minutes| end + minutes + instance.rules.travel.turnaround.nano());
            if one.session.trainer == other.session.trainer
                && ready.is_none_or(|ready| start(instance, later) < ready)
            {
                faults.push("H7");
            }
        }
        let led: Vec<Session> = meetings
            .iter()
            .map(|other| other.session)
            .filter(|other| other.trainer == one.session.trainer)
            .collect();
        let trainer = &instance.trainers[one.session.trainer];
        if led.iter().filter(|other| other.date == one.session.date).count() > trainer.max_sessions_per_day {
            faults.push("H6 day");
        }
        let held = all_held(instance, cycles).into_iter().filter(|held| held.trainer == one.session.trainer);
        let of_week = led.iter().copied().chain(held);
        let of_week = of_week.filter(|other| living::week(other.date) == living::week(one.session.date));
        if of_week.count() > trainer.max_sessions_per_week {
            faults.push("H6 week");
        }
    }
    faults
}

fn start(instance: &Instance, meeting: &Meeting) -> i64 {
    i64::from(instance.slots[meeting.cycle.slot].start_minute) * 1_000_000_000
}

fn is_to_come(instance: &Instance, day: Date) -> bool {
    instance.announced.as_ref().is_none_or(|announced| day >= announced.today)
}

fn to_come<'a>(instance: &Instance, cycles: &'a [Cycle]) -> Vec<Meeting<'a>> {
    let all = cycles
        .iter()
        .flat_map(|cycle| sessions(cycle).into_iter().map(move |session| Meeting { cycle, session }));
    all.filter(|meeting| is_to_come(instance, meeting.session.date)).collect()
}

fn all_held(instance: &Instance, cycles: &[Cycle]) -> Vec<Session> {
    cycles.iter().flat_map(sessions).filter(|session| !is_to_come(instance, session.date)).collect()
}

fn told_of<'a>(instance: &'a Instance, id: &str) -> Option<&'a AnnouncedCycle> {
    instance.announced.as_ref()?.cycles.iter().find(|told| told.id == id)
}

fn is_same(cycle: &Cycle, told: &AnnouncedCycle) -> bool {
    cycle.venue == told.venue
        && cycle.slot == told.slot
        && cycle.track == told.track
        && cycle.trainer == told.trainer
}

fn role<'a>(instance: &'a Instance, cycle: &Cycle) -> Role<'a> {
    let told = told_of(instance, &cycle.id);
    if cycle.fate == Fate::BrokenOff {
        return Role::BrokenOff(told);
    }
    match told {
        Some(told) if !told.is_broken_off && is_same(cycle, told) => Role::Stands(told),
        _ => Role::New,
    }
}

fn attending(cycle: &Cycle) -> &[ResidentId] {
    if cycle.fate == Fate::BrokenOff { &[] } else { &cycle.participants }
}

/// H1: the group.
fn group(instance: &Instance, cycle: &Cycle, faults: &mut Vec<&'static str>) {
    let rules = &instance.rules.cycle;
    let n_people = cycle.participants.len();
    let most = rules.max_group.min(instance.venues[cycle.venue].seats);
    if n_people < rules.min_group || n_people > most {
        faults.push("H1");
    }
    if cycle.participants.iter().any(|&one| !suits(instance, cycle, one)) {
        faults.push("H2");
    }
    if !instance.rules.hosts.communes.contains(&instance.venues[cycle.venue].commune) {
        faults.push("H9");
    }
}

fn suits(instance: &Instance, cycle: &Cycle, resident: ResidentId) -> bool {
    let first = cycle.sessions.iter().min().copied().unwrap_or(Date::MAX);
    living::suits(instance, resident, (cycle.venue, cycle.slot, cycle.track), first)
}

/// A cycle that neither stands nor is broken off: all of section 4, and L5.
fn new_cycle(instance: &Instance, cycle: &Cycle) -> Vec<&'static str> {
    let mut faults = Vec::new();
    group(instance, cycle, &mut faults);
    let room = &instance.venues[cycle.venue];
    let serves = |&day: &Date| living::room_serves(instance, cycle.venue, cycle.slot, day);
    if !room.slots.contains(&cycle.slot) || !cycle.sessions.iter().all(serves) {
        faults.push("H4");
    }
    let first = cycle.sessions.first().copied();
    let dates = first.and_then(|first| naive::session_dates(instance, cycle.venue, cycle.slot, first));
    if dates.is_none_or(|dates| dates != cycle.sessions) {
        faults.push("H5");
    }
    let leads = |&day: &Date| living::can_lead(instance, cycle.trainer, cycle.slot, cycle.track, day);
    if !cycle.sessions.iter().all(leads) {
        faults.push("H6");
    }
    if let Some(announced) = &instance.announced {
        let is_early = cycle.sessions.iter().any(|&day| day < living::earliest(announced));
        let is_taken = told_of(instance, &cycle.id).is_some() || announced.closed.contains(&cycle.id);
        if is_early || is_taken || !cycle.repairs.is_empty() {
            faults.push("L5");
        }
    }
    faults
}

/// Whether a new cycle may take place, with any participants.
pub(crate) fn can_begin(instance: &Instance, cycle: &Cycle) -> bool {
    let people = ["H1", "H2"];
    new_cycle(instance, cycle).iter().all(|rule| people.contains(rule))
        && meetings_break(instance, std::slice::from_ref(cycle)).is_empty()
}

/// A cycle that stands: L1, L2 and L4, and section 4 where it is open to change.
fn standing_cycle(instance: &Instance, cycle: &Cycle, told: &AnnouncedCycle) -> Vec<&'static str> {
    let announced = instance.announced.as_ref().expect("a plan was announced");
    let mut faults = Vec::new();
    let now = sessions(cycle);
    let (held, coming): (Vec<Session>, Vec<Session>) =
        now.iter().partition(|session| session.date < announced.today);
    if held != living::held(announced, told) {
        faults.push("L1");
    } else if !are_repairs(instance, cycle, told, &coming) {
        faults.push("L4");
    }
    let joined: Vec<ResidentId> =
        cycle.participants.iter().copied().filter(|one| !told.participants.contains(one)).collect();
    if living::is_committed(announced, told) {
        let has_left = |&&one: &&ResidentId| !cycle.participants.contains(&one);
        let is_gone =
            |one: ResidentId| !living::is_finished(announced, told) && instance.residents[one].withdrawn;
        let mut left = told.participants.iter().filter(has_left);
        if left.any(|&one| !is_gone(one) && !living::may_leave(instance, announced, told, one)) {
            faults.push("L2 leave");
        }
        if living::is_begun(announced, told) && !joined.is_empty() {
            faults.push("L2 join");
        }
        let most = instance.rules.cycle.max_group.min(instance.venues[cycle.venue].seats);
        if !joined.is_empty() && cycle.participants.len() > most {
            faults.push("H1");
        }
        if joined.iter().any(|&one| !suits(instance, cycle, one)) {
            faults.push("H2");
        }
    } else {
        group(instance, cycle, &mut faults);
    }
    let is_kept = |now: &&Session| now.venue != cycle.venue && told.sessions.contains(*now);
    if !joined.is_empty() && coming.iter().filter(is_kept).any(|now| !holds(instance, cycle, now, &joined)) {
        faults.push("L4");
    }
    faults
}

/// L4: a cycle that is broken off.
fn broken_off(
    instance: &Instance,
    plan: &Plan,
    cycle: &Cycle,
    told: Option<&AnnouncedCycle>,
) -> Vec<&'static str> {
    let (Some(announced), Some(told)) = (&instance.announced, told) else { return vec!["L4"] };
    let kept = living::kept_if_broken_off(instance, announced, told);
    let now = sessions(cycle);
    let is_kept = kept.iter().any(|&n_kept| told.sessions[..n_kept] == now[..]) && !now.is_empty();
    let attends = |one: &ResidentId| plan.cycles.iter().any(|other| attending(other).contains(one));
    let mut listed = living::remaining(instance, told);
    listed.retain(|one| !attends(one));
    listed.sort_unstable();
    let mut people = cycle.participants.clone();
    people.sort_unstable();
    if is_kept && is_same(cycle, told) && people == listed { Vec::new() } else { vec!["L4"] }
}

/// L1, L2, L4: announced cycles that the plan no longer has, or that continue although they were broken off.
fn missing(instance: &Instance, plan: &Plan) -> Vec<&'static str> {
    let Some(announced) = &instance.announced else { return Vec::new() };
    let is_there = |told: &AnnouncedCycle| {
        plan.cycles.iter().any(|cycle| cycle.id == told.id && !matches!(role(instance, cycle), Role::New))
    };
    let may_be_gone = |told: &AnnouncedCycle| {
        living::kept_if_broken_off(instance, announced, told).contains(&0)
            || (!told.is_broken_off && !living::is_committed(announced, told))
    };
    let gone = announced.cycles.iter().filter(|told| !is_there(told) && !may_be_gone(told));
    gone.map(|_| "L2").collect()
}

/// H2's "at most one cycle", H3, and L3.
fn people(instance: &Instance, plan: &Plan) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut fates = Vec::new();
    for one in instance.residents.keys() {
        let mut cycles = plan.cycles.iter().filter(|cycle| attending(cycle).contains(&one));
        let fate = cycles.next();
        if cycles.next().is_some() {
            faults.push("H2 one");
        }
        let is_finished = |cycle: &Cycle| {
            let announced = instance.announced.as_ref();
            announced
                .zip(told_of(instance, &cycle.id))
                .is_some_and(|(all, told)| living::is_finished(all, told))
        };
        let lists = |cycle: &&Cycle| cycle.participants.contains(&one) && !is_finished(cycle);
        if instance.residents[one].withdrawn && plan.cycles.iter().any(|cycle| lists(&cycle)) {
            faults.push("L3");
        }
        fates.push(fate.map(|cycle| cycle.id.as_str()));
    }
    for party in &instance.parties {
        let is_bound = |one: ResidentId| {
            let stands = plan.cycles.iter().filter_map(|cycle| match role(instance, cycle) {
                Role::Stands(told) => Some(told),
                _ => None,
            });
            let announced = instance.announced.as_ref();
            announced.is_some_and(|announced| {
                let mut bound = stands.filter(|told| living::is_committed(announced, told));
                bound.any(|told| told.participants.contains(&one))
            })
        };
        let members = party.members.iter().copied().filter(|&one| !instance.residents[one].withdrawn);
        let fates_of_all: BTreeSet<Option<&str>> =
            members.filter(|&one| !is_bound(one)).map(|one| fates[usize::from(one)]).collect();
        if fates_of_all.len() > 1 {
            faults.push("H3");
        }
    }
    faults
}

/// H6's `max_sessions`, H9's most cycles and H10: they count everything, but only forbid what is new.
fn totals(instance: &Instance, plan: &Plan) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let is_new = |cycle: &Cycle| matches!(role(instance, cycle), Role::New);
    let is_any_new = plan.cycles.iter().any(is_new) || instance.announced.is_none();
    for (id, trainer) in instance.trainers.iter_enumerated() {
        let leads =
            |cycle: &Cycle| sessions(cycle).into_iter().filter(|session| session.trainer == id).count();
        let n_led: usize = plan.cycles.iter().map(leads).sum();
        let stands_in = |cycle: &Cycle| match role(instance, cycle) {
            Role::Stands(told) => sessions(cycle).iter().any(|session| {
                let was = told.sessions.iter().find(|was| was.date == session.date);
                session.trainer == id && was.is_some_and(|was| was.trainer != id)
            }),
            _ => false,
        };
        let engages = |cycle: &Cycle| (is_new(cycle) && leads(cycle) > 0) || stands_in(cycle);
        if trainer.max_sessions.is_some_and(|most| n_led > most) && plan.cycles.iter().any(engages) {
            faults.push("H6 total");
        }
    }
    for commune in instance.communes.keys() {
        let is_here = |cycle: &&Cycle| instance.venues[cycle.venue].commune == commune;
        let most = instance.rules.hosts.max_cycles_per_commune;
        let here = || plan.cycles.iter().filter(is_here);
        if most.is_some_and(|most| here().count() > most) && here().any(is_new) {
            faults.push("H9");
        }
    }
    let budget = instance.rules.costs.max_gross.map(amount);
    if budget.is_some_and(|budget| terms(instance, plan).gross() > budget) && is_any_new {
        faults.push("H10");
    }
    faults
}

/// H8, and H7's "every leg must be reachable".
fn kits(instance: &Instance, plan: &Plan) -> Vec<&'static str> {
    let mut faults = Vec::new();
    if let Some(announced) = &instance.announced {
        let is_held = |taken: &&KitUse| taken.date < announced.today;
        let told: BTreeSet<&KitUse> = announced.kits.iter().filter(is_held).collect();
        if told != plan.kit_roster.iter().filter(is_held).collect() {
            faults.push("L6");
        }
    }
    let meetings = to_come(instance, &plan.cycles);
    let coming = plan.kit_roster.iter().filter(|taken| is_to_come(instance, taken.date));
    let coming: Vec<&KitUse> = coming.collect();
    let days: BTreeSet<(Date, TrainerId)> = meetings
        .iter()
        .map(|meeting| (meeting.session.date, meeting.session.trainer))
        .chain(coming.iter().map(|taken| (taken.date, taken.trainer)))
        .collect();
    for (date, trainer) in days {
        let led: Vec<&Meeting> = meetings
            .iter()
            .filter(|meeting| (meeting.session.date, meeting.session.trainer) == (date, trainer))
            .collect();
        let needed = led.iter().map(|meeting| need(instance, meeting.cycle, meeting.session.venue)).max();
        let taken: Vec<&&KitUse> =
            coming.iter().filter(|taken| (taken.date, taken.trainer) == (date, trainer)).collect();
        let is_right = match (needed.unwrap_or(0), &taken[..]) {
            (0, []) => true,
            (needed, [taken]) if needed > 0 => instance.kits[taken.kit].tablets as i128 >= needed,
            _ => false,
        };
        let is_shared = |one: &KitUse| {
            let same = |other: &&&KitUse| (other.date, other.kit) == (one.date, one.kit);
            coming.iter().filter(same).count() > 1
        };
        if !is_right || taken.iter().any(|taken| is_shared(taken)) {
            faults.push("H8");
        }
        if !is_reachable(instance, plan, trainer, date) {
            faults.push("H7");
        }
    }
    faults
}

/// Whether every leg of a trainer's day can be travelled: base, depot, rooms in time order, depot, base.
pub(crate) fn is_reachable(instance: &Instance, plan: &Plan, trainer: TrainerId, date: Date) -> bool {
    let mut led = to_come(instance, &plan.cycles);
    led.retain(|meeting| (meeting.session.date, meeting.session.trainer) == (date, trainer));
    led.sort_by_key(|meeting| start(instance, meeting));
    let taken = plan.kit_roster.iter().find(|taken| (taken.date, taken.trainer) == (date, trainer));
    let depot = taken.map(|taken| instance.kits[taken.kit].depot);
    let base = instance.trainers[trainer].base;
    let rooms = led.iter().map(|meeting| meeting.session.venue);
    let mut stops: Vec<(CommuneId, Option<VenueId>)> = vec![(base, None)];
    stops.extend(depot.map(|depot| (depot, None)));
    stops.extend(rooms.map(|venue| (instance.venues[venue].commune, Some(venue))));
    stops.extend(depot.map(|depot| (depot, None)));
    stops.push((base, None));
    stops.windows(2).all(|pair| {
        let is_one_place = pair[0] == pair[1];
        let leg = if is_one_place { Some(Leg::ZERO) } else { way(instance, pair[0].0, pair[1].0) };
        leg.is_some()
    })
}
