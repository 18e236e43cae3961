//! Whether every sum of a plan stays exact.
//!
//! Quantities are billionths in 64 bits: sums must stay below 9.2 billion units. The worst plan of an instance is
//! estimated from above, in floats, and must stay below half of that. A plan made by hand may be worse still (it may
//! name a resident a thousand times): it is measured against that estimate.

use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::calendar::days_between;
use crate::instance::entities::Leg;
use crate::instance::ids::CommuneId;
use crate::instance::units::Euros;
use crate::instance::{Instance, InstanceData};
use crate::plan::costs::waiting_days;
use crate::plan::{Cycle, Plan};

/// The largest sum of an instance's worst plan, euros or minutes.
const LARGEST: f64 = 4.5e9;
/// The largest sum of a plan as it is read.
const LARGEST_AS_READ: f64 = 9e9;

/// Reports an instance whose worst plan could not be priced exactly.
pub(crate) fn check(data: &InstanceData, file: &str, faults: &mut Faults) {
    report_above(LARGEST, worst(data), file, faults);
}

/// Reports a plan that could not be priced exactly, because it holds far more than a legal plan can, or dates thousands
/// of years away.
pub(crate) fn check_plan(instance: &Instance, plan: &Plan, file: &str, faults: &mut Faults) {
    let total = |count: &dyn Fn(&Cycle) -> usize| plan.cycles.iter().map(count).sum::<usize>() as f64;
    let participants = total(&|cycle| cycle.participants.len()) / instance.residents.len().max(1) as f64;
    let days = total(&|cycle| cycle.sessions.len() + 1) + plan.kit_roster.len() as f64;
    let days = days / (most_cycles(instance) * (instance.rules.cycle.sessions + 1) as f64);
    let weeks = plan.cycles.iter().map(|cycle| waiting_days(instance, cycle).abs() as f64 / 7.0);
    let waiting = instance.rules.weights.wait_week.to_f64() * weeks.sum::<f64>();
    let sum = waiting.max(worst(instance) * participants.max(1.0) * days.max(1.0));
    report_above(LARGEST_AS_READ, sum, file, faults);
}

fn report_above(limit: f64, sum: f64, file: &str, faults: &mut Faults) {
    if sum > limit || sum.is_nan() {
        let fault = Diagnostic::new(Code::AmountsTooLarge, Place::file(file));
        faults.add(fault.with("found", format!("{sum:.0}")).with("limit", format!("{limit:.0}")));
    }
}

/// The largest sum of the worst plan.
fn worst(data: &InstanceData) -> f64 {
    let longest = longest_leg(data);
    // The minutes of all journeys are summed before they are priced.
    let journeys = longest.minutes.to_f64() * data.residents.len() as f64;
    worst_cash(data, longest).max(worst_service(data, longest)).max(journeys)
}

/// The largest possible number of cycles, at least one.
fn most_cycles(data: &InstanceData) -> f64 {
    (data.residents.len() as f64 / data.rules.cycle.min_group as f64).max(1.0)
}

/// Cash of a plan with the most cycles possible, each at the highest possible cost.
fn worst_cash(data: &InstanceData, longest: Leg) -> f64 {
    let (cycle, costs) = (&data.rules.cycle, &data.rules.costs);
    let dearest = |prices: &mut dyn Iterator<Item = Euros>| prices.max().unwrap_or(Euros::ZERO).to_f64();
    let hourly = dearest(&mut data.trainers.iter().map(|trainer| trainer.hourly_cost));
    let per_km = dearest(&mut data.trainers.iter().map(|trainer| trainer.km_cost));
    let hire = dearest(&mut data.venues.iter().map(|venue| venue.cost_per_session));
    let leg = longest.km.to_f64() * per_km + longest.minutes.to_f64() / 60.0 * hourly;
    let paid_hours = (cycle.session_minutes + costs.prep).to_f64() / 60.0;
    // A session adds at most four legs: base, depot, venue, depot, base.
    let session = paid_hours * hourly + hire + 4.0 * leg;
    let sessions = cycle.sessions as f64;
    let each = costs.support_per_participant.to_f64()
        + costs.fee.to_f64()
        + costs.tablet_session.to_f64() * sessions;
    let n_residents = data.residents.len().max(1) as f64;
    most_cycles(data) * (sessions * session + costs.cycle_setup.to_f64()) + n_residents * each
}

/// Service terms as if every resident were both left out and served as badly as possible.
fn worst_service(data: &InstanceData, longest: Leg) -> f64 {
    let weights = &data.rules.weights;
    let priorities: f64 = data.residents.iter().map(|resident| resident.priority.to_f64()).sum();
    let horizon = data.rules.horizon;
    let weeks = f64::from(days_between(horizon.start, horizon.end)) / 7.0;
    let each = weights.travel_minute.to_f64() * longest.minutes.to_f64()
        + weights.wait_week.to_f64() * weeks
        + weights.equity_shortfall.to_f64()
        + weights.away.to_f64();
    let cycles: f64 = data.communes.iter().map(|commune| commune.min_cycles as f64).sum();
    weights.unserved.to_f64() * priorities
        + each * data.residents.len() as f64
        + weights.absence.to_f64() * cycles
}

/// The most minutes and the most kilometres of any pair of communes.
fn longest_leg(data: &InstanceData) -> Leg {
    let all = || (0..data.communes.len()).map(CommuneId::from);
    let ways = all().flat_map(|from| all().filter_map(move |to| data.travel.leg(from, to)));
    let longer =
        |one: Leg, other: Leg| Leg { minutes: one.minutes.max(other.minutes), km: one.km.max(other.km) };
    ways.fold(data.rules.travel.local, longer)
}
