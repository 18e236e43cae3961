//! Whether every sum of a plan stays exact.
//!
//! Quantities are billionths in 64 bits: sums must stay below 9.2 billion units. The worst plan of an instance is
//! estimated from above, in floats, and must stay below half of that.

use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::InstanceData;
use crate::instance::calendar::days_between;
use crate::instance::entities::Leg;
use crate::instance::ids::CommuneId;
use crate::instance::units::Euros;

/// The largest sum, euros or minutes.
const LARGEST: f64 = 4.5e9;

/// Reports an instance whose worst plan could not be priced exactly.
pub(crate) fn check(data: &InstanceData, file: &str, faults: &mut Faults) {
    let worst = worst_cash(data).max(worst_service(data)).max(worst_journeys(data));
    // Not `worst > LARGEST`: nothing here may pass as not a number.
    if !(worst <= LARGEST) {
        let fault = Diagnostic::new(Code::AmountsTooLarge, Place::file(file));
        faults.add(fault.with("found", format!("{worst:.0}")).with("limit", format!("{LARGEST:.0}")));
    }
}

/// Cash of a plan with as many cycles as there can be, each as dear as can be.
fn worst_cash(data: &InstanceData) -> f64 {
    let (cycle, costs) = (&data.rules.cycle, &data.rules.costs);
    let n_residents = data.residents.len() as f64;
    let n_cycles = (n_residents / cycle.min_group as f64).max(1.0);
    let dearest = |prices: &mut dyn Iterator<Item = Euros>| prices.max().unwrap_or(Euros::ZERO).to_f64();
    let hourly = dearest(&mut data.trainers.iter().map(|trainer| trainer.hourly_cost));
    let per_km = dearest(&mut data.trainers.iter().map(|trainer| trainer.km_cost));
    let hire = dearest(&mut data.venues.iter().map(|venue| venue.cost_per_session));
    let longest = longest_leg(data);
    let leg = longest.km.to_f64() * per_km + longest.minutes.to_f64() / 60.0 * hourly;
    let paid_hours = (cycle.session_minutes + costs.prep).to_f64() / 60.0;
    // A session adds at most four legs: base, depot, venue, depot, base.
    let session = paid_hours * hourly + hire + 4.0 * leg;
    let sessions = cycle.sessions as f64;
    let each = costs.support_per_participant.to_f64()
        + costs.fee.to_f64()
        + costs.tablet_session.to_f64() * sessions;
    n_cycles * (sessions * session + costs.cycle_setup.to_f64()) + n_residents.max(1.0) * each
}

/// Service terms with everyone both left out and served as badly as can be.
fn worst_service(data: &InstanceData) -> f64 {
    let weights = &data.rules.weights;
    let n_residents = data.residents.len() as f64;
    let priorities: f64 = data.residents.iter().map(|resident| resident.priority.to_f64()).sum();
    let horizon = data.rules.horizon;
    let weeks = f64::from(days_between(horizon.start, horizon.end)) / 7.0;
    let journey = longest_leg(data).minutes.to_f64();
    let each = weights.travel_minute.to_f64() * journey
        + weights.wait_week.to_f64() * weeks
        + weights.equity_shortfall.to_f64();
    weights.unserved.to_f64() * priorities + each * n_residents
}

/// Minutes of everyone's journey together.
fn worst_journeys(data: &InstanceData) -> f64 {
    longest_leg(data).minutes.to_f64() * data.residents.len() as f64
}

/// The most minutes and the most kilometres of any way.
fn longest_leg(data: &InstanceData) -> Leg {
    let all = || (0..data.communes.len()).map(CommuneId::from);
    let ways = all().flat_map(|from| all().filter_map(move |to| data.travel.leg(from, to)));
    let longer =
        |one: Leg, other: Leg| Leg { minutes: one.minutes.max(other.minutes), km: one.km.max(other.km) };
    ways.fold(data.rules.travel.local, longer)
}
