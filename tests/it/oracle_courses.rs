//! Possible parts of a plan that continues an announced one: courses of announced cycles, new cycles, and the kits of both.

use std::collections::BTreeSet;

use ateliers::instance::Instance;
use ateliers::instance::announced::{Announced, AnnouncedCycle, Session};
use ateliers::instance::ids::{KitId, TrainerId};
use ateliers::plan::{Cycle, Fate, KitUse, Plan, Repair};
use jiff::civil::Date;

use crate::naive;
use crate::naive_living as living;
use crate::naive_price::{Exact, need, tour};
use crate::naive_repairs::{are_repairs, sessions};
use crate::naive_rules::{can_begin, is_reachable};

/// How an announced cycle may continue, with any participants.
pub(crate) fn courses(
    instance: &Instance,
    announced: &Announced,
    told: &AnnouncedCycle,
) -> Vec<Option<Cycle>> {
    let mut found = Vec::new();
    for n_kept in living::kept_if_broken_off(instance, announced, told) {
        let cycle = || cycle(told, &told.sessions[..n_kept], Fate::BrokenOff);
        found.push((n_kept > 0).then(cycle));
    }
    if told.is_broken_off {
        return found;
    }
    if !living::is_committed(announced, told) && !found.iter().any(Option::is_none) {
        found.push(None);
    }
    let held = living::held(announced, told);
    let mut ways = Vec::new();
    hold(instance, announced, told, &mut held.clone(), &mut ways);
    let standing = ways.into_iter().map(|way| cycle(told, &way, Fate::Stands));
    let is_repaired = |cycle: &Cycle| are_repairs(instance, cycle, told, &sessions(cycle)[held.len()..]);
    found.extend(standing.filter(is_repaired).map(Some));
    found
}

/// Every way in which the remaining sessions of a cycle could be held, and some in which they could not.
fn hold(
    instance: &Instance,
    announced: &Announced,
    told: &AnnouncedCycle,
    way: &mut Vec<Session>,
    ways: &mut Vec<Vec<Session>>,
) {
    let Some(&was) = told.sessions.get(way.len()) else {
        ways.push(way.clone());
        return;
    };
    let has_moved = way.iter().zip(&told.sessions).any(|(now, was)| now.date != was.date);
    let is_shaken = living::fails(instance, told, was) != (false, false)
        || living::is_strained(instance, announced, told, was);
    let mut options = BTreeSet::from([was]);
    if is_shaken {
        for venue in instance.venues.keys() {
            options.extend(instance.trainers.keys().map(|trainer| Session { venue, trainer, ..was }));
        }
    }
    if is_shaken || has_moved {
        let later = naive::days(instance).into_iter().filter(|&day| day > was.date);
        let later = later.filter(|day| day.weekday() == was.date.weekday());
        options.extend(later.map(|date| Session { date, venue: told.venue, trainer: told.trainer }));
    }
    for option in options {
        way.push(option);
        hold(instance, announced, told, way, ways);
        way.pop();
    }
}

fn cycle(told: &AnnouncedCycle, sessions: &[Session], fate: Fate) -> Cycle {
    let repair = |session: &Session| Repair {
        date: session.date,
        venue: (session.venue != told.venue).then_some(session.venue),
        trainer: (session.trainer != told.trainer).then_some(session.trainer),
    };
    let is_other = |repair: &Repair| repair.venue.is_some() || repair.trainer.is_some();
    Cycle {
        id: told.id.clone(),
        venue: told.venue,
        slot: told.slot,
        track: told.track,
        trainer: told.trainer,
        participants: Vec::new(),
        sessions: sessions.iter().map(|session| session.date).collect(),
        repairs: sessions.iter().map(repair).filter(is_other).collect(),
        fate,
    }
}

/// All places and times at which a new cycle may begin.
pub(crate) fn new_cycles(instance: &Instance) -> Vec<Cycle> {
    let mut found = Vec::new();
    let days = naive::days(instance);
    for venue in instance.venues.keys() {
        for slot in instance.slots.keys() {
            for sessions in days.iter().filter_map(|&day| naive::session_dates(instance, venue, slot, day)) {
                for trainer in instance.trainers.keys() {
                    found.extend(instance.tracks.keys().map(|track| Cycle {
                        id: String::new(),
                        venue,
                        slot,
                        track,
                        trainer,
                        participants: Vec::new(),
                        sessions: sessions.clone(),
                        repairs: Vec::new(),
                        fate: Fate::New,
                    }));
                }
            }
        }
    }
    found.retain(|cycle| can_begin(instance, cycle));
    found
}

/// The kits of past days, and the cheapest ones for those to come; `None` if there are none.
pub(crate) fn cheapest_roster(
    instance: &Instance,
    announced: &Announced,
    cycles: &[Cycle],
) -> Option<Vec<KitUse>> {
    let mut roster: Vec<KitUse> =
        announced.kits.iter().filter(|taken| taken.date < announced.today).copied().collect();
    let dates: BTreeSet<Date> = cycles.iter().flat_map(|cycle| cycle.sessions.iter().copied()).collect();
    for date in dates.into_iter().filter(|&date| date >= announced.today) {
        let needs = needs_of_day(instance, cycles, date);
        let mut best: Option<(Exact, Vec<KitUse>)> = None;
        for kits in handed_out(instance, date, &needs) {
            let plan = Plan { cycles: cycles.to_vec(), kit_roster: kits, ..Plan::default() };
            let goes = |&(trainer, _): &(TrainerId, usize)| is_reachable(instance, &plan, trainer, date);
            let cost: Exact = needs.iter().map(|&(trainer, _)| tour(instance, &plan, trainer, date)).sum();
            if needs.iter().all(goes) && best.as_ref().is_none_or(|&(least, _)| cost < least) {
                best = Some((cost, plan.kit_roster));
            }
        }
        roster.extend(best?.1);
    }
    Some(roster)
}

/// Trainers who need tablets from a kit on a day, with the number.
fn needs_of_day(instance: &Instance, cycles: &[Cycle], date: Date) -> Vec<(TrainerId, usize)> {
    let mut needs = Vec::new();
    for trainer in instance.trainers.keys() {
        let mut most = 0;
        for cycle in cycles {
            let mut led = sessions(cycle).into_iter();
            if let Some(session) = led.find(|one| (one.date, one.trainer) == (date, trainer)) {
                most = most.max(need(instance, cycle, session.venue));
            }
        }
        needs.extend((most > 0).then_some((trainer, most as usize)));
    }
    needs
}

/// Every way to give each trainer in need their own, sufficiently large kit.
fn handed_out(instance: &Instance, date: Date, needs: &[(TrainerId, usize)]) -> Vec<Vec<KitUse>> {
    let mut ways: Vec<Vec<KitUse>> = vec![Vec::new()];
    for &(trainer, need) in needs {
        let mut longer = Vec::new();
        for way in ways {
            let is_free =
                |&kit: &KitId| instance.kits[kit].tablets >= need && way.iter().all(|taken| taken.kit != kit);
            for kit in instance.kits.keys().filter(is_free) {
                longer.push([&way[..], &[KitUse { date, trainer, kit }]].concat());
            }
        }
        ways = longer;
    }
    ways
}
