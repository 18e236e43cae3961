//! The cost of a plan, rewritten from PROBLEM.md sections 5 and 8 in the plainest way: each term separately, without rounding.

use std::collections::BTreeSet;

use ateliers::instance::Instance;
use ateliers::instance::announced::AnnouncedCycle;
use ateliers::instance::entities::Leg;
use ateliers::instance::ids::{CommuneId, ResidentId, SlotId, TrainerId, VenueId};
use ateliers::instance::units::{Euros, Kilometres, Minutes};
use ateliers::plan::{Cycle, Fate, Plan, price};
use jiff::civil::Date;

use crate::edited;
use crate::generator::{self, Draw, SMALL, TINY, scarce};

/// An exact amount: a number of `UNIT`ths of a billionth of a billionth of a euro. A product of two decimals with nine
/// places, divided by sixty minutes or seven days, is a whole number of them.
pub(crate) type Exact = i128;

const UNIT: Exact = 60 * 7;
const NANO: Exact = 1_000_000_000;

/// The terms of the objective.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Terms {
    trainer_time: Exact,
    pub(crate) trainer_travel: Exact,
    venues: Exact,
    tablets: Exact,
    support: Exact,
    setup: Exact,
    income: Exact,
    unserved: Exact,
    travel: Exact,
    waiting: Exact,
    equity: Exact,
    place: Exact,
    pub(crate) changes: Exact,
}

impl Terms {
    pub(crate) fn gross(&self) -> Exact {
        self.trainer_time + self.trainer_travel + self.venues + self.tablets + self.support + self.setup
    }

    pub(crate) fn objective(&self) -> Exact {
        let service = self.unserved + self.travel + self.waiting + self.equity + self.place + self.changes;
        self.gross() - self.income + service
    }
}

/// The nearest billionth of a euro.
pub(crate) fn euros(amount: Exact) -> Euros {
    let step = UNIT * NANO;
    Euros::from_nano(i64::try_from((amount + step / 2).div_euclid(step)).expect("a sum of money"))
}

pub(crate) fn amount(euros: Euros) -> Exact {
    Exact::from(euros.nano()) * NANO * UNIT
}

fn hours(minutes: Minutes, rate: Euros) -> Exact {
    Exact::from(minutes.nano()) * Exact::from(rate.nano()) * UNIT / 60
}

fn way_cost(instance: &Instance, trainer: TrainerId, leg: Leg) -> Exact {
    let trainer = &instance.trainers[trainer];
    Exact::from(leg.km.nano()) * Exact::from(trainer.km_cost.nano()) * UNIT
        + hours(leg.minutes, trainer.hourly_cost)
}

/// All terms of a plan, legal or not; a leg without a way costs nothing.
pub(crate) fn terms(instance: &Instance, plan: &Plan) -> Terms {
    let (rules, rates) = (&instance.rules, &instance.rules.costs);
    let mut terms = Terms {
        equity: equity(instance, plan),
        place: absence(instance, plan),
        changes: changes(instance, plan),
        ..Terms::default()
    };
    for cycle in &plan.cycles {
        let n_people = attending(cycle).len() as Exact;
        let paid = rules.cycle.session_minutes + rates.prep;
        for &date in &cycle.sessions {
            let (venue, trainer) = (room(cycle, date), leader(cycle, date));
            terms.trainer_time += hours(paid, instance.trainers[trainer].hourly_cost);
            terms.venues += amount(instance.venues[venue].cost_per_session);
            terms.tablets += need(instance, cycle, venue) * amount(rates.tablet_session);
        }
        terms.support += n_people * amount(rates.support_per_participant);
        terms.setup += amount(rates.cycle_setup);
        terms.income += n_people * amount(rates.fee);
        for &participant in attending(cycle) {
            let resident = &instance.residents[participant];
            let way = way(instance, resident.commune, instance.venues[cycle.venue].commune);
            if resident.commune != instance.venues[cycle.venue].commune {
                terms.place += amount(rules.weights.away);
            }
            let minutes = way.map_or(0, |leg| Exact::from(leg.minutes.nano()));
            terms.travel += minutes * Exact::from(rules.weights.travel_minute.nano()) * UNIT;
            let from =
                resident.available_from.map_or(rules.horizon.start, |from| from.max(rules.horizon.start));
            let days = cycle.sessions.iter().min().map_or(0, |&first| days_from(from, first)).max(0);
            terms.waiting += days * amount(rules.weights.wait_week) / 7;
        }
    }
    for (id, resident) in instance.residents.iter_enumerated() {
        if has_gone(instance, id) {
            continue;
        }
        if !plan.cycles.iter().any(|cycle| attending(cycle).contains(&id)) {
            let priority = Exact::from(resident.priority.nano());
            terms.unserved += priority * Exact::from(rules.weights.unserved.nano()) * UNIT;
        }
    }
    for trainer in instance.trainers.keys() {
        for date in dates(plan, trainer) {
            terms.trainer_travel += tour(instance, plan, trainer, date);
        }
    }
    terms
}

/// From one day to another; negative if it is earlier.
fn days_from(from: Date, to: Date) -> Exact {
    Exact::from(from.until(to).expect("days of the calendar").get_days())
}

/// The residents served by a cycle: none if it was broken off.
fn attending(cycle: &Cycle) -> &[ResidentId] {
    if cycle.fate == Fate::BrokenOff { &[] } else { &cycle.participants }
}

/// The room of a session: the cycle's own, or the one that a repair names.
pub(crate) fn room(cycle: &Cycle, date: Date) -> VenueId {
    let mut room = cycle.venue;
    for repair in cycle.repairs.iter().filter(|repair| repair.date == date) {
        room = repair.venue.unwrap_or(room);
    }
    room
}

/// The trainer of a session: the cycle's own, or the one that a repair names.
pub(crate) fn leader(cycle: &Cycle, date: Date) -> TrainerId {
    let mut leader = cycle.trainer;
    for repair in cycle.repairs.iter().filter(|repair| repair.date == date) {
        leader = repair.trainer.unwrap_or(leader);
    }
    leader
}

/// Tablets that a session needs from a kit.
pub(crate) fn need(instance: &Instance, cycle: &Cycle, venue: VenueId) -> Exact {
    let borrowers = cycle.participants.iter().filter(|&&id| instance.residents[id].needs_tablet).count();
    (borrowers as Exact - instance.venues[venue].tablets as Exact).max(0)
}

/// The way between two different places.
pub(crate) fn way(instance: &Instance, from: CommuneId, to: CommuneId) -> Option<Leg> {
    if from == to { Some(instance.rules.travel.local) } else { instance.travel.leg(from, to) }
}

/// Days on which a trainer leads a session or has a kit.
fn dates(plan: &Plan, trainer: TrainerId) -> Vec<Date> {
    let all = plan.cycles.iter().flat_map(|cycle| cycle.sessions.iter().map(move |&date| (cycle, date)));
    let led = all.filter(|&(cycle, date)| leader(cycle, date) == trainer).map(|(_, date)| date);
    let taken = plan.kit_roster.iter().filter(|taken| taken.trainer == trainer).map(|taken| taken.date);
    let mut dates: Vec<Date> = led.chain(taken).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// Base, depot where a kit is taken, venues in time order, depot, base.
pub(crate) fn tour(instance: &Instance, plan: &Plan, trainer: TrainerId, date: Date) -> Exact {
    let base = instance.trainers[trainer].base;
    let kit = plan.kit_roster.iter().find(|taken| (taken.trainer, taken.date) == (trainer, date));
    let depot = kit.map(|taken| instance.kits[taken.kit].depot);
    let mut meetings: Vec<(u16, VenueId)> = Vec::new();
    for cycle in plan.cycles.iter().filter(|cycle| leader(cycle, date) == trainer) {
        let times = cycle.sessions.iter().filter(|&&session| session == date).count();
        meetings.extend(vec![(instance.slots[cycle.slot].start_minute, room(cycle, date)); times]);
    }
    meetings.sort_by_key(|meeting| meeting.0);
    // Each stop: its commune, and its venue if it has one.
    let mut stops = vec![(base, None)];
    stops.extend(depot.map(|depot| (depot, None)));
    stops.extend(meetings.into_iter().map(|(_, venue)| (instance.venues[venue].commune, Some(venue))));
    stops.extend(depot.map(|depot| (depot, None)));
    stops.push((base, None));
    let mut cost = 0;
    for pair in stops.windows(2) {
        let ((from, one), (to, other)) = (pair[0], pair[1]);
        let are_one_place = one == other && from == to;
        let leg = if are_one_place { Some(Leg::ZERO) } else { way(instance, from, to) };
        cost += leg.map_or(0, |leg| way_cost(instance, trainer, leg));
    }
    cost
}

/// The shortfall of communes from their shares.
fn equity(instance: &Instance, plan: &Plan) -> Exact {
    let weights = &instance.rules.weights;
    let mut lacking = 0;
    for commune in instance.communes.keys() {
        let counts = |&id: &ResidentId| instance.residents[id].commune == commune && !has_gone(instance, id);
        let interested = instance.residents.keys().filter(counts).count();
        let participants = plan.cycles.iter().flat_map(attending).copied();
        let served = participants.filter(counts).count() as Exact;
        lacking += (Exact::from(weights.equity_target.nano()) * interested as Exact - served * NANO).max(0);
    }
    lacking * Exact::from(weights.equity_shortfall.nano()) * UNIT
}

/// The shortfall of communes from the cycles that they should host.
fn absence(instance: &Instance, plan: &Plan) -> Exact {
    let mut lacking = 0;
    for (id, commune) in instance.communes.iter_enumerated() {
        let goes_on = plan.cycles.iter().filter(|cycle| cycle.fate != Fate::BrokenOff);
        let here = goes_on.filter(|cycle| instance.venues[cycle.venue].commune == id);
        lacking += (commune.min_cycles as Exact - here.count() as Exact).max(0);
    }
    lacking * amount(instance.rules.weights.absence)
}

/// Whether a resident has withdrawn, unless after the end of a cycle in which they were announced.
fn has_gone(instance: &Instance, resident: ResidentId) -> bool {
    let has_attended = || {
        let Some(announced) = &instance.announced else { return false };
        announced.cycles.iter().any(|cycle| {
            let is_over = cycle.sessions.iter().all(|session| session.date < announced.today);
            is_over && !cycle.is_broken_off && cycle.participants.contains(&resident)
        })
    };
    instance.residents[resident].withdrawn && !has_attended()
}

/// Days, slots and rooms to come.
type Appointments = BTreeSet<(Date, SlotId, VenueId)>;

/// The cost of changes from what people were told (PROBLEM.md section 8).
fn changes(instance: &Instance, plan: &Plan) -> Exact {
    let Some(announced) = &instance.announced else { return 0 };
    let weights = &instance.rules.weights;
    let told = |cycle: &AnnouncedCycle| -> Appointments {
        let sessions = cycle.sessions.iter().filter(|session| session.date >= announced.today);
        sessions.map(|session| (session.date, cycle.slot, session.venue)).collect()
    };
    let now = |cycle: &Cycle| -> Appointments {
        let dates = cycle.sessions.iter().filter(|&&date| date >= announced.today);
        dates.map(|&date| (date, cycle.slot, room(cycle, date))).collect()
    };
    let mut cost = 0;
    for cycle in &announced.cycles {
        // Of two cycles with one id, which no file may contain, the last counts.
        let same = plan.cycles.iter().rev().find(|one| one.id == cycle.id);
        if !told(cycle).is_empty() && same.map(now).unwrap_or_default() != told(cycle) {
            cost += amount(weights.notice);
        }
        for session in cycle.sessions.iter().filter(|session| session.date >= announced.today) {
            let is_led_by_another = same.is_some_and(|same| {
                same.sessions.contains(&session.date)
                    && room(same, session.date) == session.venue
                    && leader(same, session.date) != session.trainer
            });
            cost += if is_led_by_another { amount(weights.stand_in) } else { 0 };
        }
    }
    for id in instance.residents.keys().filter(|&id| !instance.residents[id].withdrawn) {
        let mut of = announced.cycles.iter().filter(|cycle| cycle.participants.contains(&id));
        let goes_on = of.clone().find(|cycle| !cycle.is_broken_off);
        let Some(promised) = goes_on.or_else(|| of.next()) else { continue };
        let listed = |cycle: &&Cycle| cycle.participants.contains(&id);
        // A resident listed twice breaks a rule; the last cycle that continues counts.
        let attended = plan.cycles.iter().rev().filter(listed).find(|cycle| cycle.fate != Fate::BrokenOff);
        let attended = attended.or_else(|| plan.cycles.iter().find(listed));
        if attended.map(now).unwrap_or_default() != told(promised) {
            cost += amount(weights.call);
        }
    }
    cost
}

/// Compares every term with that of the library, which rounds each to a billionth of a euro.
#[track_caller]
fn compare(instance: &Instance, plan: &Plan) {
    let (naive, breakdown) = (terms(instance, plan), price(instance, plan));
    let (costs, service) = (&breakdown.costs, &breakdown.service);
    let pairs = [
        ("trainer time", naive.trainer_time, costs.trainer_time),
        ("trainer travel", naive.trainer_travel, costs.trainer_travel),
        ("venues", naive.venues, costs.venues),
        ("tablets", naive.tablets, costs.tablets),
        ("support", naive.support, costs.support),
        ("set-up", naive.setup, costs.setup),
        ("income", naive.income, costs.income),
        ("unserved", naive.unserved, service.unserved),
        ("travel", naive.travel, service.travel),
        ("waiting", naive.waiting, service.waiting),
        ("equity", naive.equity, service.equity),
        ("place", naive.place, service.place),
        ("changes", naive.changes, service.changes.unwrap_or(Euros::ZERO)),
        ("gross", naive.gross(), costs.gross()),
        ("objective", naive.objective(), breakdown.objective()),
    ];
    for (term, exact, priced) in pairs {
        // A billionth for each rounded amount; there are fewer than ten thousand.
        let error = (euros(exact) - priced).nano().abs();
        assert!(error < 10_000, "{}, {term}: {:?} and {priced:?}", instance.name, euros(exact));
    }
}

#[test]
fn the_price_is_that_of_the_text_for_legal_plans_and_any_others() {
    let mut n_cycles = 0;
    for seed in 0..60 {
        let instance = generator::instance(seed, if seed % 2 == 0 { &SMALL } else { &TINY });
        let draw = &mut Draw::new(seed);
        for edit in 0..20 {
            let is_legal = edit % 2 == 0;
            let plan =
                if is_legal { edited::legal_plan(&instance, draw) } else { edited::plan(&instance, draw) };
            compare(&instance, &plan);
            n_cycles += plan.cycles.len();
        }
    }
    assert!(n_cycles > 1500, "only {n_cycles} cycles: hardly anything was compared");
}

#[test]
fn the_price_is_that_of_the_text_for_the_plans_of_a_hand() {
    for (seed, resource) in (0..).zip(scarce::Resource::ALL).step_by(3) {
        let instance = scarce::instance(resource, seed);
        let plan = crate::greedy_hand::improved(&instance, &Plan::default()).plan;
        compare(&instance, &plan);
    }
}

#[test]
fn the_price_is_that_of_the_text_where_a_plan_was_announced() {
    let mut n_changed = 0;
    for case in crate::breaking::cases() {
        let mut plan = crate::announced::standing_plan();
        (case.plan)(&mut plan);
        // An odd weight for each, so that none can be mistaken for another.
        let instance = crate::announced::instance(|data| {
            let weights = &mut data.rules.weights;
            (weights.call, weights.notice, weights.stand_in) =
                (Euros::whole(7), Euros::whole(1100), Euros::whole(130_000));
        });
        compare(&instance, &plan);
        for fate in [Fate::New, Fate::BrokenOff] {
            for position in 0..plan.cycles.len() {
                let mut ended = plan.clone();
                ended.cycles[position].fate = fate;
                compare(&instance, &ended);
            }
        }
        n_changed += usize::from(terms(&instance, &plan).changes > 0);
    }
    assert!(n_changed > 10, "only {n_changed} plans change anything");
}

#[test]
fn a_price_can_be_worked_out_on_paper() {
    // 45 minutes at 32 euros: 24; 10 minutes of a way of 7.5 km at 40 cents: 5.333 333 333 + 3.
    assert_eq!(euros(hours(Minutes::whole(45), Euros::whole(32))), Euros::whole(24));
    let instance = crate::fixture::instance(|data| {
        for trainer in &mut data.trainers {
            trainer.hourly_cost = Euros::whole(32);
            trainer.km_cost = Euros::from_nano(400_000_000);
        }
    });
    let leg = Leg { minutes: Minutes::whole(10), km: Kilometres::from_nano(7_500_000_000) };
    assert_eq!(euros(way_cost(&instance, 0.into(), leg)).nano(), 8_333_333_333);
}
