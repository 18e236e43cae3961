//! What a scenario sets besides its tables, with units.

use jiff::civil::Date;

use super::communes::Communes;
use super::limits::HORIZON_DAYS;
use super::scenario::Scenario;
use super::scenario_file::{
    CostsSection, CycleSection, Decimal, HostsSection, ScenarioFile, SolverSection, TravelSection,
    WeightsSection,
};
use super::zone::zone;
use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::instance::calendar::days_between;
use crate::instance::entities::Leg;
use crate::instance::ids::CommuneId;
use crate::instance::rules::{
    Costs, CycleRules, Horizon, HostRules, Letters, Rules, SolverSettings, TravelRules, Weights,
};
use crate::instance::units::{Euros, Kilometres, Minutes, Ratio};

/// The rules of a scenario; keys that contradict each other and hosts that are not communes are reported.
pub(crate) fn rules(scenario: &Scenario, communes: &Communes, faults: &mut Faults) -> Rules {
    check_horizon(scenario, faults);
    check_group(scenario, faults);
    let ScenarioFile { horizon, cycle, travel, hosts, costs, weights, letters, solver, .. } = &scenario.file;
    Rules {
        horizon: Horizon { start: horizon.start.0, end: horizon.end.0 },
        zone: zone(scenario, communes, faults),
        cycle: cycle_rules(cycle),
        travel: travel_rules(travel),
        hosts: HostRules {
            communes: host_communes(hosts, scenario, communes, faults),
            max_cycles_per_commune: hosts.max_cycles_per_commune.map(|limit| limit as usize),
        },
        costs: cost_rates(costs),
        weights: service_weights(weights),
        letters: Letters {
            payment: letters.payment.clone(),
            signatory: letters.signatory.clone(),
            privacy: letters.privacy.clone(),
        },
        solver: solver_settings(solver),
    }
}

fn check_horizon(scenario: &Scenario, faults: &mut Faults) {
    if !scenario.are_sound(&["horizon", "horizon.start", "horizon.end"]) {
        return;
    }
    let (start, end): (Date, Date) = (scenario.file.horizon.start.0, scenario.file.horizon.end.0);
    let place = scenario.place("horizon.end");
    let with_days =
        |code| Diagnostic::new(code, place).with("from", start.to_string()).with("until", end.to_string());
    if end < start {
        faults.add(with_days(Code::PeriodReversed));
    } else if days_between(start, end) >= HORIZON_DAYS {
        faults.add(with_days(Code::HorizonTooLong));
    }
}

fn check_group(scenario: &Scenario, faults: &mut Faults) {
    let CycleSection { min_group, max_group, .. } = scenario.file.cycle;
    if min_group <= max_group || !scenario.are_sound(&["cycle", "cycle.min_group", "cycle.max_group"]) {
        return;
    }
    // The key in the file is the one to correct; the other may be a default.
    let key = if scenario.is_written("cycle.min_group") { "cycle.min_group" } else { "cycle.max_group" };
    let fault = Diagnostic::new(Code::GroupReversed, scenario.place(key));
    faults.add(fault.with("min", min_group.to_string()).with("max", max_group.to_string()));
}

fn host_communes(
    hosts: &HostsSection,
    scenario: &Scenario,
    communes: &Communes,
    faults: &mut Faults,
) -> Vec<CommuneId> {
    if hosts.communes.iter().any(|insee| insee == "*") {
        return (0..communes.rows.len()).map(CommuneId::from).collect();
    }
    let mut found = Vec::new();
    for (position, insee) in hosts.communes.iter().enumerate() {
        let place = scenario.place(&format!("hosts.communes[{position}]"));
        found.extend(communes.found(insee, &place, faults));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn cycle_rules(cycle: &CycleSection) -> CycleRules {
    CycleRules {
        sessions: cycle.sessions as usize,
        session_minutes: minutes(cycle.session_minutes),
        min_group: cycle.min_group as usize,
        max_group: cycle.max_group as usize,
        max_gap_days: cycle.max_gap_days as i32,
    }
}

fn travel_rules(travel: &TravelSection) -> TravelRules {
    TravelRules {
        max_travel: minutes(travel.max_travel_min),
        local: Leg {
            minutes: minutes(travel.local_minutes),
            km: Kilometres::from_nano(travel.local_km.nano()),
        },
        turnaround: minutes(travel.turnaround_min),
    }
}

fn cost_rates(costs: &CostsSection) -> Costs {
    Costs {
        prep: minutes(costs.prep_minutes),
        tablet_session: euros(costs.tablet_session),
        support_per_participant: euros(costs.support_per_participant),
        cycle_setup: euros(costs.cycle_setup),
        fee: euros(costs.fee),
        max_gross: costs.max_gross.map(euros),
    }
}

fn service_weights(weights: &WeightsSection) -> Weights {
    Weights {
        unserved: euros(weights.unserved),
        travel_minute: euros(weights.travel_minute),
        wait_week: euros(weights.wait_week),
        equity_target: Ratio::from_nano(weights.equity_target.nano()),
        equity_shortfall: euros(weights.equity_shortfall),
        away: euros(weights.away),
        absence: euros(weights.absence),
        call: euros(weights.call),
        notice: euros(weights.notice),
        stand_in: euros(weights.stand_in),
    }
}

fn solver_settings(solver: &SolverSection) -> SolverSettings {
    SolverSettings {
        time_limit_s: solver.time_limit_s.to_f64(),
        gap: solver.gap.to_f64(),
        seed: solver.seed,
        threads: solver.threads as usize,
    }
}

pub(crate) fn minutes(decimal: Decimal) -> Minutes {
    Minutes::from_nano(decimal.nano())
}

fn euros(decimal: Decimal) -> Euros {
    Euros::from_nano(decimal.nano())
}
