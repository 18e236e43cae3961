//! The scenario of a scarce territory: horizon, groups, radius, hosts, weights, budget.

use ateliers::instance::InstanceData;
use ateliers::instance::entities::Leg;
use ateliers::instance::ids::CommuneId;
use ateliers::instance::rules::{
    Costs, CycleRules, Horizon, HostRules, Rules, SolverSettings, TravelRules, Weights,
};
use ateliers::instance::units::{Euros, Minutes, Ratio};
use jiff::ToSpan;
use jiff::civil::date;

use super::plane::Plane;
use super::{Draw, Resource, SESSIONS, decimal};

pub(super) fn rules(draw: &mut Draw, resource: Resource, plane: &Plane) -> Rules {
    let start = date(2026, 1, 5);
    let weeks = match resource {
        Resource::Horizon => draw.between_i64(5..=8),
        _ => draw.between_i64(12..=26),
    };
    let (min_group, max_group) = match resource {
        Resource::KitsSmall => (9, 16),
        Resource::CommuneCycles => (8, 10),
        Resource::MinGroup => draw.pick(&[(10, 11), (9, 10), (11, 12)]),
        Resource::Seats => (5, 15),
        _ => draw.pick(&[(5, 10), (6, 12), (6, 12), (8, 14)]),
    };
    let radius = match resource {
        Resource::Radius => draw.between_i64(6..=9),
        _ => draw.between_i64(15..=25),
    };
    let n_hosts = match resource {
        Resource::CommuneCycles => draw.between(5..=12),
        _ => draw.between(8..=14),
    };
    let mut hosts: Vec<CommuneId> =
        plane.largest().into_iter().take(n_hosts.min(plane.len())).map(CommuneId::from).collect();
    hosts.sort_unstable();
    let most_cycles = (resource == Resource::CommuneCycles).then(|| draw.between(1..=2));
    Rules {
        zone: ateliers::instance::zone::Zone::default(),
        horizon: Horizon { start, end: start.saturating_add((7 * weeks - 3).days()) },
        cycle: CycleRules {
            sessions: SESSIONS,
            session_minutes: Minutes::whole(120),
            min_group,
            max_group,
            max_gap_days: 21,
        },
        travel: TravelRules {
            max_travel: Minutes::whole(radius),
            local: Leg { minutes: Minutes::whole(4), km: decimal(150) },
            turnaround: Minutes::whole(20),
        },
        hosts: HostRules { communes: hosts, max_cycles_per_commune: most_cycles },
        costs: costs(),
        weights: weights(draw, resource),
        letters: ateliers::instance::rules::Letters::default(),
        solver: SolverSettings { time_limit_s: 60.0, gap: 0.0, seed: 1, threads: 0 },
    }
}

fn weights(draw: &mut Draw, resource: Resource) -> Weights {
    let is_dear = resource == Resource::DearEquity;
    let wait = if resource == Resource::CommuneCycles { draw.between_i64(8..=20) } else { 4 };
    Weights {
        unserved: Euros::whole(400),
        travel_minute: Euros::from_nano(800_000_000),
        wait_week: Euros::whole(wait),
        equity_target: Ratio::from_nano(if is_dear { draw.between_i64(5..=9) } else { 5 } * 100_000_000),
        equity_shortfall: Euros::whole(if is_dear { draw.between_i64(500..=1500) } else { 150 }),
        away: Euros::ZERO,
        absence: Euros::whole(1000),
        call: Euros::whole(8),
        notice: Euros::whole(20),
        stand_in: Euros::whole(15),
    }
}

fn costs() -> Costs {
    Costs {
        prep: Minutes::whole(30),
        tablet_session: Euros::from_nano(500_000_000),
        support_per_participant: Euros::whole(12),
        cycle_setup: Euros::whole(60),
        fee: Euros::whole(35),
        max_gross: None,
    }
}

/// A share of the cost of serving everyone in groups of nearly the largest size.
pub(super) fn budget(draw: &mut Draw, resource: Resource, data: &InstanceData) -> Option<Euros> {
    let tenths = match resource {
        Resource::BudgetSmall => 1..=3,
        Resource::BudgetHalf => 4..=6,
        Resource::BudgetLarge => 7..=9,
        _ => return None,
    };
    let n_residents = data.residents.len() as i64;
    let n_cycles = n_residents * 10 / (9 * data.rules.cycle.max_group as i64) + 1;
    // A session: two and a half hours and half an hour on the road, at 31 euros, and 20 km.
    let everyone = n_cycles * (60 + SESSIONS as i64 * (93 + 8)) + n_residents * (12 + 2);
    Some(Euros::whole(everyone * draw.between_i64(tenths) / 10))
}
