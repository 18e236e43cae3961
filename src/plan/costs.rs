//! What a plan costs, in cash and in service, term by term (PROBLEM.md section 5).
//!
//! Everything is recomputed from the cycles and the kit roster, in exact decimals; no figure of the solver is trusted. A leg that
//! cannot be travelled (in an illegal plan) costs nothing here; `check` reports it.

use std::ops::{Add, AddAssign};

use typed_index_collections::TiVec;

use super::changes::changes;
use super::tour::{WorkingDay, leg_between, leg_cost, stops, working_days};
use super::{Cycle, Plan};
use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::days_between;
use crate::instance::ids::{CommuneId, ResidentId, VenueId};
use crate::instance::units::{Euros, Minutes, Ratio};

/// Cash, euros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CostPosts {
    /// Sessions and the time around them.
    pub trainer_time: Euros,
    /// Tours of the trainers' days.
    pub trainer_travel: Euros,
    /// Hire of rooms.
    pub venues: Euros,
    /// Borrowed tablets.
    pub tablets: Euros,
    /// Telephone help after the cycles.
    pub support: Euros,
    /// Posters, enrolment, letters.
    pub setup: Euros,
    /// Fees of the participants.
    pub income: Euros,
}

impl CostPosts {
    /// All cash spent.
    pub fn gross(&self) -> Euros {
        self.trainer_time + self.trainer_travel + self.venues + self.tablets + self.support + self.setup
    }

    /// Cash spent less income.
    pub fn net(&self) -> Euros {
        self.gross() - self.income
    }

    /// Cash spent, post by post, with the key of its label in the catalogue.
    pub fn spent(&self) -> [(&'static str, Euros); 6] {
        [
            ("cost-trainer_time", self.trainer_time),
            ("cost-trainer_travel", self.trainer_travel),
            ("cost-venues", self.venues),
            ("cost-tablets", self.tablets),
            ("cost-support", self.support),
            ("cost-setup", self.setup),
        ]
    }

    /// Every post and sum, in reading order, with the key of its label in the catalogue.
    pub fn terms(&self) -> [(&'static str, Euros); 9] {
        let [time, travel, venues, tablets, support, setup] = self.spent();
        let sums = [("cost-gross", self.gross()), ("cost-income", self.income), ("cost-net", self.net())];
        [time, travel, venues, tablets, support, setup, sums[0], sums[1], sums[2]]
    }
}

impl Add for CostPosts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            trainer_time: self.trainer_time + other.trainer_time,
            trainer_travel: self.trainer_travel + other.trainer_travel,
            venues: self.venues + other.venues,
            tablets: self.tablets + other.tablets,
            support: self.support + other.support,
            setup: self.setup + other.setup,
            income: self.income + other.income,
        }
    }
}

impl AddAssign for CostPosts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// What the plan costs residents in service, euros; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ServicePosts {
    /// Residents left out.
    pub unserved: Euros,
    /// Journeys of the participants.
    pub travel: Euros,
    /// Weeks until the first session.
    pub waiting: Euros,
    /// Communes below their share.
    pub equity: Euros,
    /// Participants who attend outside their own commune, and communes that host too few cycles.
    pub place: Euros,
    /// Changes from what people were told; `None` if no plan was announced.
    pub changes: Option<Euros>,
}

impl ServicePosts {
    /// All terms.
    pub fn total(&self) -> Euros {
        self.unserved
            + self.travel
            + self.waiting
            + self.equity
            + self.place
            + self.changes.unwrap_or(Euros::ZERO)
    }
}

/// The two halves of the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Breakdown {
    /// Cash.
    pub costs: CostPosts,
    /// Service.
    pub service: ServicePosts,
}

impl Breakdown {
    /// Net + service: the objective, which is minimised.
    pub fn objective(&self) -> Euros {
        self.costs.net() + self.service.total()
    }

    /// Every term and sum, in reading order, with the key of its label in the catalogue.
    pub fn terms(&self) -> impl Iterator<Item = (&'static str, Euros)> {
        let service = &self.service;
        let worth = [
            ("service-unserved", service.unserved),
            ("service-travel", service.travel),
            ("service-waiting", service.waiting),
            ("service-equity", service.equity),
            ("service-place", service.place),
        ];
        let changes = service.changes.map(|changes| ("service-changes", changes));
        let terms = self.costs.terms().into_iter().chain(worth).chain(changes);
        terms.chain([("label-objective", self.objective())])
    }
}

/// Prices a plan from its cycles and kit roster.
pub fn price(instance: &Instance, plan: &Plan) -> Breakdown {
    let mut costs = CostPosts::default();
    for cycle in &plan.cycles {
        costs += cycle_costs(instance, cycle);
    }
    costs.trainer_travel = tour_costs(instance, plan).into_iter().sum();
    Breakdown { costs, service: service(instance, plan) }
}

/// Cash of one cycle; trainer travel, which belongs to days, is left at zero.
pub fn cycle_costs(instance: &Instance, cycle: &Cycle) -> CostPosts {
    let rates = &instance.rules.costs;
    let n_served = cycle.served().len();
    let each = |amount: &dyn Fn(Session) -> Euros| cycle.meetings().map(amount).sum();
    let paid = instance.rules.cycle.session_minutes + rates.prep;
    CostPosts {
        trainer_time: each(&|held| instance.trainers[held.trainer].hourly_cost.per_hour(paid)),
        trainer_travel: Euros::ZERO,
        venues: each(&|held| instance.venues[held.venue].cost_per_session),
        tablets: each(&|held| rates.tablet_session.times(tablets_needed(instance, cycle, held.venue))),
        support: rates.support_per_participant.times(n_served),
        setup: rates.cycle_setup,
        income: rates.fee.times(n_served),
    }
}

/// Tablets lent at a session of a cycle, by origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TabletsLent {
    /// Tablets of the room.
    pub from_room: usize,
    /// Tablets of the kit that the trainer brings.
    pub from_kit: usize,
}

/// Tablets lent at a session of a cycle in a room: the room's first, then a kit's.
pub fn tablets_lent(instance: &Instance, cycle: &Cycle, venue: VenueId) -> TabletsLent {
    let borrowers = cycle.participants.iter().filter(|&&id| instance.residents[id].needs_tablet).count();
    let from_room = borrowers.min(instance.venues[venue].tablets);
    TabletsLent { from_room, from_kit: borrowers - from_room }
}

/// Kit tablets that a session of a cycle in a room needs: `max(0, participants who need one − tablets of the venue)` (H8).
pub fn tablets_needed(instance: &Instance, cycle: &Cycle, venue: VenueId) -> usize {
    tablets_lent(instance, cycle, venue).from_kit
}

/// Kit tablets that a trainer needs on a working day: the maximum over its sessions (H8).
pub fn tablets_of_day(instance: &Instance, plan: &Plan, day: &WorkingDay) -> usize {
    let cycles = day.cycles.iter().map(|&cycle| &plan.cycles[cycle]);
    cycles.map(|cycle| tablets_needed(instance, cycle, cycle.venue_on(day.date))).max().unwrap_or(0)
}

/// Cost of each working day's tour, in the order of [`working_days`].
pub fn tour_costs(instance: &Instance, plan: &Plan) -> Vec<Euros> {
    let cost_of_day = |day| {
        let stops = stops(instance, plan, day);
        let legs = stops.windows(2).filter_map(|pair| leg_between(instance, pair[0], pair[1]));
        legs.map(|leg| leg_cost(instance, day.trainer, leg)).sum()
    };
    working_days(instance, plan).iter().map(cost_of_day).collect()
}

fn service(instance: &Instance, plan: &Plan) -> ServicePosts {
    let weights = &instance.rules.weights;
    let mut service = ServicePosts::default();
    for resident in plan.unserved(instance) {
        service.unserved += weights.unserved.by(instance.residents[resident].priority);
    }
    for cycle in &plan.cycles {
        let attendance = attendance(instance, cycle);
        service.travel += attendance.travel;
        service.waiting += attendance.waiting;
        service.place += attendance.place;
    }
    service.place += weights.absence.times(absent_cycles(instance, plan).into_iter().sum());
    service.equity = equity_shortfalls(instance, plan)
        .into_iter()
        .map(|shortfall| weights.equity_shortfall.by(shortfall))
        .sum();
    service.changes = changes(instance, plan).map(|changes| changes.cost(instance));
    service
}

/// The service cost of attending a cycle: travel, waiting, and being away from the home commune. The other terms, which belong to
/// a plan, are zero.
pub fn attendance(instance: &Instance, cycle: &Cycle) -> ServicePosts {
    let weights = &instance.rules.weights;
    ServicePosts {
        travel: weights.travel_minute.per_minute(journeys(instance, cycle)),
        waiting: weights.wait_week.scaled(i128::from(waiting_days(instance, cycle)), 7),
        place: weights.away.times(participants_away(instance, cycle)),
        ..ServicePosts::default()
    }
}

/// One-way minutes of all participants of a cycle together.
pub fn journeys(instance: &Instance, cycle: &Cycle) -> Minutes {
    cycle.served().iter().filter_map(|&resident| instance.journey(resident, cycle.venue)).sum()
}

/// Participants of a cycle who live in another commune than its venue's.
pub fn participants_away(instance: &Instance, cycle: &Cycle) -> usize {
    let commune = instance.venues[cycle.venue].commune;
    cycle.served().iter().filter(|&&resident| instance.residents[resident].commune != commune).count()
}

/// Cycles below `min_cycles`, for each commune.
pub fn absent_cycles(instance: &Instance, plan: &Plan) -> TiVec<CommuneId, usize> {
    let mut absent: TiVec<CommuneId, usize> =
        instance.communes.iter().map(|commune| commune.min_cycles).collect();
    for cycle in plan.cycles.iter().filter(|cycle| !cycle.is_broken_off()) {
        let missing = &mut absent[instance.venues[cycle.venue].commune];
        *missing = missing.saturating_sub(1);
    }
    absent
}

/// Total days that the participants of a cycle wait for its first session, each counted from the later of the horizon's start and
/// their `available_from`, and at least 0.
pub fn waiting_days(instance: &Instance, cycle: &Cycle) -> i64 {
    let Some(&first) = cycle.sessions.iter().min() else { return 0 };
    let start = instance.rules.horizon.start;
    let wait = |&resident: &ResidentId| {
        let from = instance.residents[resident].available_from.map_or(start, |date| date.max(start));
        i64::from(days_between(from, first).max(0))
    };
    cycle.served().iter().map(wait).sum()
}

/// Residents below `equity_target × residents`, for each commune.
pub fn equity_shortfalls(instance: &Instance, plan: &Plan) -> TiVec<CommuneId, Ratio> {
    let target = instance.rules.weights.equity_target;
    let counts = instance.interested_by_commune().into_iter().zip(plan.served_by_commune(instance));
    counts
        .map(|(interested, served)| (target.times(interested) - Ratio::whole(served as i64)).max(Ratio::ZERO))
        .collect()
}
