//! The figures by which people judge a plan at a glance.

use std::collections::BTreeSet;

use super::costs::waiting_days;
use super::{Breakdown, Cycle, Plan, changes};
use crate::instance::Instance;
use crate::instance::ids::{ResidentId, VenueId};
use crate::instance::units::{Euros, Minutes};

/// A plan in figures. Figures per participant are `None` if nobody is served.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Indicators {
    /// Residents who enrolled and have not withdrawn.
    pub interested: usize,
    /// Residents in a cycle.
    pub served: usize,
    /// Cycles.
    pub cycles: usize,
    /// Sessions of all cycles.
    pub sessions: usize,
    /// Communes with at least one cycle.
    pub host_communes: usize,
    /// One-way journeys of the participants.
    pub travel: Option<Journeys>,
    /// Mean number of days from when a participant could start to the first session.
    pub mean_wait_days: Option<f64>,
    /// Cash spent.
    pub gross: Euros,
    /// Cash spent less fees.
    pub net: Euros,
    /// Cash spent per participant.
    pub gross_per_participant: Option<Euros>,
    /// Cash spent less fees, per participant.
    pub net_per_participant: Option<Euros>,
    /// Residents who must be told of a new appointment, or of having lost it; `None` if no plan was announced.
    pub calls: Option<usize>,
}

/// One-way journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Journeys {
    /// On average.
    pub mean: Minutes,
    /// The longest.
    pub worst: Minutes,
    /// Whether all of them are measured pairs; otherwise some are estimates.
    pub are_measured: bool,
}

/// Computes the indicators of a plan with these costs.
pub fn indicators(instance: &Instance, plan: &Plan, breakdown: &Breakdown) -> Indicators {
    let served: usize = plan.cycles.iter().map(|cycle| cycle.served().len()).sum();
    let communes: BTreeSet<_> =
        plan.cycles.iter().map(|cycle| instance.venues[cycle.venue].commune).collect();
    let waited: i64 = plan.cycles.iter().map(|cycle| waiting_days(instance, cycle)).sum();
    let per_participant = |amount: Euros| (served > 0).then(|| amount.scaled(1, served as i128));
    let (gross, net) = (breakdown.costs.gross(), breakdown.costs.net());
    Indicators {
        interested: instance.interested().count(),
        served,
        cycles: plan.cycles.len(),
        sessions: plan.cycles.iter().map(|cycle| cycle.sessions.len()).sum(),
        host_communes: communes.len(),
        travel: journeys(instance, &plan.cycles),
        mean_wait_days: (served > 0).then(|| waited as f64 / served as f64),
        gross,
        net,
        gross_per_participant: per_participant(gross),
        net_per_participant: per_participant(net),
        calls: changes(instance, plan).map(|changes| changes.calls.len()),
    }
}

/// Journeys of the participants of some cycles; `None` without participants.
pub fn journeys(instance: &Instance, cycles: &[Cycle]) -> Option<Journeys> {
    let participants = || {
        cycles.iter().flat_map(|cycle| cycle.served().iter().map(move |&resident| (resident, cycle.venue)))
    };
    let minutes: Vec<Minutes> =
        participants().filter_map(|(resident, venue)| instance.journey(resident, venue)).collect();
    let total: Minutes = minutes.iter().copied().sum();
    Some(Journeys {
        worst: minutes.iter().copied().max()?,
        mean: total.scaled(1, minutes.len() as i128),
        are_measured: participants().all(|(resident, venue)| is_measured(instance, resident, venue)),
    })
}

/// Whether the distance from a resident's home to a venue was measured; within a commune it is the scenario's figure.
pub fn is_measured(instance: &Instance, resident: ResidentId, venue: VenueId) -> bool {
    instance.travel.is_measured(instance.residents[resident].commune, instance.venues[venue].commune)
}
