//! Tiny scenarios with an announced plan and later events: withdrawals, illnesses, lost and closed rooms, lowered
//! limits, lost kits, and a planner's decisions.

use ateliers::instance::announced::{Announced, AnnouncedCycle, Failure};
use ateliers::instance::entities::{Closure, Scope};
use ateliers::instance::ids::{AnnouncedId, KitId, ResidentId, TrainerId, VenueId};
use ateliers::instance::units::{Euros, Minutes, Ratio};
use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::Plan;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::edited::legal_plan;
use crate::generator::rare::{draw_rare_keys, withdraw_one};
use crate::generator::{Draw, LIVING, plain, weight};

/// Most announced cycles of a tiny scenario.
const MOST_CYCLES: usize = 3;

/// A scenario in which a first plan was announced; `None` if its earlier tables allow no tiny plan.
pub(crate) fn first(seed: u64) -> Option<InstanceData> {
    let draw = &mut Draw::new(seed.wrapping_add(1 << 33));
    let mut data = plain(seed, &LIVING);
    let plan = legal_plan(&Instance::new(data.clone()), draw);
    if plan.cycles.is_empty() || plan.cycles.len() > MOST_CYCLES {
        return None;
    }
    let start = data.rules.horizon.start;
    data.rules.costs.max_gross = data.rules.costs.max_gross.filter(|_| draw.chance(0.5));
    draw_rare_keys(&mut data, seed);
    announce(draw, &mut data, &plan, &[], start);
    live(draw, &mut data);
    Some(data)
}

/// The scenario some days later, after a plan that followed the announced one was announced in turn.
pub(crate) fn second(seed: u64, before: &InstanceData, plan: &Plan) -> Option<InstanceData> {
    let draw = &mut Draw::new(seed.wrapping_add(1 << 34));
    let mut data = before.clone();
    let announced = data.announced.take()?;
    if plan.cycles.is_empty() || plan.cycles.len() > MOST_CYCLES {
        return None;
    }
    let is_gone = |id: &String| !plan.cycles.iter().any(|cycle| cycle.id == *id);
    let told = announced.cycles.iter().map(|cycle| cycle.id.clone()).filter(is_gone);
    let closed: Vec<String> = told.chain(announced.closed).collect();
    announce(draw, &mut data, plan, &closed, announced.today);
    live(draw, &mut data);
    Some(data)
}

/// Announces a plan; today is a day around one of its sessions, on `from` or later.
fn announce(draw: &mut Draw, data: &mut InstanceData, plan: &Plan, closed: &[String], from: Date) {
    let dates: Vec<Date> = plan.cycles.iter().flat_map(|cycle| cycle.sessions.iter().copied()).collect();
    let day = draw.pick(&dates).saturating_add(draw.pick(&[-3_i64, 0, 0, 1, 1, 5]).days());
    let mut cycles: Vec<AnnouncedCycle> = plan.cycles.iter().map(AnnouncedCycle::from).collect();
    for cycle in &mut cycles {
        cycle.participants.sort_unstable();
    }
    data.announced = Some(Announced {
        cycles: cycles.into(),
        kits: plan.kit_roster.clone(),
        closed: closed.to_vec(),
        today: day.clamp(from, data.rules.horizon.end),
        notice_days: draw.pick(&[0, 7, 7, 14]),
        released: [].into(),
        pinned: [].into(),
    });
    let weights = &mut data.rules.weights;
    (weights.call, weights.notice, weights.stand_in) = (weight(draw, 8), weight(draw, 20), weight(draw, 15));
}

fn live(draw: &mut Draw, data: &mut InstanceData) {
    people(draw, data);
    closures(draw, data);
    rooms_and_trainers(draw, data);
    limits(draw, data);
    decisions(draw, data);
}

/// Some withdraw, some have less time than before, some enrolled only today.
fn people(draw: &mut Draw, data: &mut InstanceData) {
    let announced = data.announced.clone().expect("a plan was announced");
    let residents: Vec<ResidentId> = data.residents.keys().collect();
    for id in residents {
        if draw.chance(0.12) && !data.residents[id].withdrawn {
            withdraw_one(data, id);
        }
        let is_told = announced.cycles.iter().any(|cycle| cycle.participants.contains(&id));
        if !is_told && draw.chance(0.3) {
            data.residents[id].available_from = Some(announced.today);
        } else if is_told && draw.chance(0.1) {
            match draw.between(0..=2) {
                0 => data.residents[id].max_travel = Minutes::whole(0),
                1 => data.residents[id].available_from = Some(announced.today),
                _ => data.residents[id].step_free = true,
            }
        }
    }
}

/// Announced rooms have fewer seats than announced participants, most of whom may leave; waiting residents have the
/// greatest weight, and fewer communes host new cycles.
pub(crate) fn cramp(seed: u64, data: &mut InstanceData) {
    let draw = &mut Draw::new(seed.wrapping_add(1 << 35));
    let residents: Vec<ResidentId> = data.residents.keys().collect();
    let announced = data.announced.as_mut().expect("a plan was announced");
    announced.released.extend(draw.subset(&residents, 0.7));
    for cycle in &announced.cycles {
        let n_told = cycle.participants.len();
        for session in &cycle.sessions {
            if draw.chance(0.7) {
                data.venues[session.venue].seats = draw.between(1..=n_told.max(2) - 1);
            }
        }
    }
    for &one in &residents {
        if !announced.cycles.iter().any(|cycle| cycle.participants.contains(&one)) && draw.chance(0.7) {
            data.residents[one].priority = Ratio::whole(9);
        }
    }
    if draw.chance(0.3) && data.rules.hosts.communes.len() > 1 {
        data.rules.hosts.communes.pop();
    }
}

/// Days on which announced sessions cannot be held, and other closed days.
fn closures(draw: &mut Draw, data: &mut InstanceData) {
    for _ in 0..draw.between(0..=2) {
        let Some((cycle, position)) = some_session(draw, data) else { return };
        let announced = data.announced.as_ref().expect("a plan was announced");
        let session = announced.cycles[cycle].sessions[position];
        let scope = match draw.between(0..=5) {
            0 => Scope::All,
            1 => Scope::Commune(data.venues[session.venue].commune),
            2 | 3 => Scope::Venue(session.venue),
            _ => Scope::Trainer(session.trainer),
        };
        let until = session.date.saturating_add(draw.pick(&[0_i64, 0, 6, 13]).days());
        data.closures.push(Closure { from: session.date, until, scope, reason: None });
    }
}

/// A session to come of an announced cycle.
fn some_session(draw: &mut Draw, data: &InstanceData) -> Option<(AnnouncedId, usize)> {
    let announced = data.announced.as_ref()?;
    let all = announced.cycles.iter_enumerated().flat_map(|(id, cycle)| {
        let to_come = cycle.sessions.iter().enumerate();
        to_come
            .filter(|(_, session)| session.date >= announced.today)
            .map(move |(position, _)| (id, position))
    });
    let all: Vec<(AnnouncedId, usize)> = all.collect();
    if all.is_empty() { None } else { Some(draw.pick(&all)) }
}

fn rooms_and_trainers(draw: &mut Draw, data: &mut InstanceData) {
    let today = data.announced.as_ref().expect("a plan was announced").today;
    let some_day = |draw: &mut Draw| today.saturating_add(draw.between_i64(0..=20).days());
    let venue = VenueId::from(draw.between(0..=data.venues.len() - 1));
    match draw.between(0..=9) {
        0 => data.venues[venue].availability.until = Some(some_day(draw)),
        1 if data.venues[venue].slots.len() > 1 => _ = data.venues[venue].slots.pop_first(),
        2 => data.venues[venue].seats = data.rules.cycle.min_group,
        _ => {}
    }
    let trainer = TrainerId::from(draw.between(0..=data.trainers.len() - 1));
    match draw.between(0..=9) {
        0 => data.trainers[trainer].availability.until = Some(some_day(draw)),
        1 if data.trainers[trainer].slots.len() > 1 => _ = data.trainers[trainer].slots.pop_first(),
        2 | 3 => data.trainers[trainer].max_sessions_per_day = 1,
        4 => data.trainers[trainer].max_sessions_per_week = 1,
        5 => data.trainers[trainer].max_sessions = Some(draw.between(0..=3)),
        _ => {}
    }
    if !data.kits.is_empty() && draw.chance(0.25) {
        let kit = KitId::from(draw.between(0..=data.kits.len() - 1));
        data.kits[kit].tablets = draw.between(0..=1);
    }
}

fn limits(draw: &mut Draw, data: &mut InstanceData) {
    let rules = &mut data.rules;
    match draw.between(0..=9) {
        0 => rules.cycle.min_group += 1,
        1 => rules.cycle.max_group = rules.cycle.min_group,
        2 | 3 => rules.cycle.max_gap_days = draw.pick(&[7, 14, 21, 28]),
        4 => rules.hosts.max_cycles_per_commune = Some(1),
        5 if rules.hosts.communes.len() > 1 => _ = rules.hosts.communes.pop(),
        6 => rules.costs.max_gross = Some(Euros::whole(draw.between_i64(0..=1500))),
        _ => {}
    }
    rules.cycle.max_group = rules.cycle.max_group.max(rules.cycle.min_group);
}

/// A planner's decisions about the announced plan.
fn decisions(draw: &mut Draw, data: &mut InstanceData) {
    if draw.chance(0.5)
        && let Some((cycle, position)) = some_session(draw, data)
    {
        let failures: &[Failure] =
            draw.pick(&[&[Failure::Venue][..], &[Failure::Trainer], &[Failure::Trainer, Failure::Venue]]);
        let announced = data.announced.as_mut().expect("a plan was announced");
        let date = announced.cycles[cycle].sessions[position].date;
        announced.cycles[cycle].hit.extend(failures.iter().map(|&failure| (date, failure)));
    }
    let residents: Vec<ResidentId> = data.residents.keys().collect();
    let announced = data.announced.as_mut().expect("a plan was announced");
    for cycle in &mut announced.cycles {
        cycle.is_released = draw.chance(0.15);
        cycle.is_kept = draw.chance(0.15);
    }
    if draw.chance(0.3) {
        announced.released = draw.subset(&residents, 0.3).into_iter().collect();
    }
}
