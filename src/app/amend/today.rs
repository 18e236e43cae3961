//! A plan as of today: aligned with the announced one, without residents who have withdrawn, with kits for the changes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::announced::Announced;
use crate::instance::announced::Commitment;
use crate::instance::ids::{AnnouncedId, KitId, ResidentId, TrainerId};
use crate::plan::costs::tablets_of_day;
use crate::plan::tour::{WorkingDay, leg_between, leg_cost, stops, working_days};
use crate::plan::{Cycle, Fate, KitUse, Plan};
use crate::solve::roster::match_kits;

/// The plan as of today, aligned with the announced one: marked, without residents who have withdrawn, with the
/// participants of broken-off cycles and the list of closed ones.
pub(in crate::app) fn standing(instance: &Instance, mut plan: Plan) -> Plan {
    let Some((announced, today)) = instance.standing() else {
        let stays = |resident: &ResidentId| !instance.residents[*resident].withdrawn;
        plan.cycles.iter_mut().for_each(|cycle| cycle.participants.retain(stays));
        return plan;
    };
    for cycle in &mut plan.cycles {
        let told = announced.find(&cycle.id);
        cycle.fate = fate(announced, told, cycle);
        let is_over = told.is_some_and(|id| today.cycles[id].commitment == Commitment::Finished);
        if !is_over {
            cycle.participants.retain(|&resident| !instance.residents[resident].withdrawn);
        }
    }
    list_left(instance, announced, &mut plan);
    plan.closed = plan.closed_since(announced);
    plan
}

fn fate(announced: &Announced, told: Option<AnnouncedId>, cycle: &Cycle) -> Fate {
    let Some(told) = told.map(|id| &announced.cycles[id]) else { return Fate::New };
    let is_same = (cycle.venue, cycle.slot, cycle.track, cycle.trainer)
        == (told.venue, told.slot, told.track, told.trainer);
    match () {
        () if cycle.is_broken_off() => Fate::BrokenOff,
        () if is_same && !told.is_broken_off => Fate::Stands,
        () => Fate::New,
    }
}

/// Lists residents who were announced in a broken-off cycle, have not withdrawn and attend no other.
fn list_left(instance: &Instance, announced: &Announced, plan: &mut Plan) {
    let served: BTreeSet<ResidentId> = plan.cycles.iter().flat_map(Cycle::served).copied().collect();
    for cycle in plan.cycles.iter_mut().filter(|cycle| cycle.is_broken_off()) {
        if let Some(id) = announced.find(&cycle.id) {
            let remaining = announced.cycles[id].remaining(&instance.residents);
            cycle.participants = remaining.filter(|one| !served.contains(one)).collect();
        }
    }
}

/// The need for kits on a day: tablets and rooms of each trainer.
type Needs = BTreeMap<TrainerId, (usize, Vec<usize>)>;

/// Assigns kits to the plan: as in `before` on days with the same needs, and on days in the past; the others are matched
/// again, at the least cost of tours. A day without enough kits keeps those it has.
pub(in crate::app) fn with_kits(instance: &Instance, before: &Plan, mut plan: Plan) -> Plan {
    let today = instance.announced.as_ref().map_or(Date::MIN, |announced| announced.today);
    plan.kit_roster = Vec::new();
    let (days_before, days) = (by_date(instance, before), by_date(instance, &plan));
    let mut roster: Vec<KitUse> =
        before.kit_roster.iter().filter(|taken| taken.date < today).copied().collect();
    for (&date, of_day) in days.range(today..) {
        let had = || before.kit_roster.iter().filter(|taken| taken.date == date).copied();
        let is_same = days_before.get(&date).map(|of_day| needs(instance, before, of_day))
            == Some(needs(instance, &plan, of_day));
        let anew = if is_same { None } else { matched(instance, &plan, of_day) };
        if let Some(kits) = anew {
            roster.extend(kits);
        } else {
            let works = |taken: &KitUse| of_day.iter().any(|day| day.trainer == taken.trainer);
            roster.extend(had().filter(works));
        }
    }
    roster.sort_unstable();
    plan.kit_roster = roster;
    plan
}

fn by_date(instance: &Instance, plan: &Plan) -> BTreeMap<Date, Vec<WorkingDay>> {
    let mut days: BTreeMap<Date, Vec<WorkingDay>> = BTreeMap::new();
    for day in working_days(instance, plan) {
        days.entry(day.date).or_default().push(day);
    }
    days
}

fn needs(instance: &Instance, plan: &Plan, days: &[WorkingDay]) -> Needs {
    let rooms = |day: &WorkingDay| {
        day.cycles.iter().map(|&cycle| usize::from(plan.cycles[cycle].venue_on(day.date))).collect()
    };
    let working = days.iter().filter(|day| !day.cycles.is_empty());
    working.map(|day| (day.trainer, (tablets_of_day(instance, plan, day), rooms(day)))).collect()
}

/// The kits of a day; `None` if there are not enough.
fn matched(instance: &Instance, plan: &Plan, days: &[WorkingDay]) -> Option<Vec<KitUse>> {
    let needy = days.iter().map(|day| (day, tablets_of_day(instance, plan, day)));
    let (needy, amounts): (Vec<&WorkingDay>, Vec<usize>) = needy.filter(|&(_, need)| need > 0).unzip();
    let tour = |index: usize, kit: KitId| {
        let day = WorkingDay { kits: vec![kit], ..needy[index].clone() };
        let stops = stops(instance, plan, &day);
        let legs = stops.windows(2).map(|pair| leg_between(instance, pair[0], pair[1]));
        let cost = |leg| leg_cost(instance, day.trainer, leg).to_f64();
        let total: Option<f64> = legs.map(|leg| leg.map(cost)).sum();
        // Of equal tours the smallest sufficient kit is taken: large ones stay free.
        total.map_or(f64::INFINITY, |total| total + instance.kits[kit].tablets as f64 * 1e-9)
    };
    let kits = match_kits(instance, &amounts, tour)?;
    let taken = needy.iter().zip(kits).map(|(day, kit)| KitUse { date: day.date, trainer: day.trainer, kit });
    Some(taken.collect())
}
