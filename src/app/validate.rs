//! Reads everything, reports every fault and warning, and summarises what was understood.

use std::collections::BTreeMap;
use std::path::Path;

use super::common::Failure;
use super::reading::scenario;
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, ResidentId};
use crate::instance::units::Minutes;
use crate::plan::reasons::Reason;
use crate::plan::reasons::prospects::Prospects;

/// What to validate.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The sources of the files.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
}

/// A scenario that can be planned.
#[derive(Debug, Clone)]
pub struct Validated {
    /// The problem.
    pub instance: Instance,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    /// Resources within the horizon.
    pub offer: Offer,
    /// Residents and rooms of each commune that has any.
    pub communes: BTreeMap<CommuneId, Counts>,
    /// Residents who can attend no cycle of any plan, and why.
    pub stuck: Vec<(ResidentId, Reason)>,
}

impl Validated {
    /// Residents who are still interested.
    pub fn n_interested(&self) -> usize {
        self.instance.interested().count()
    }

    /// Residents who have withdrawn.
    pub fn n_withdrawn(&self) -> usize {
        self.instance.residents.len() - self.n_interested()
    }

    /// Parties of more than one resident.
    pub fn n_parties(&self) -> usize {
        self.instance.parties.iter().filter(|party| party.members.len() > 1).count()
    }
}

/// Seats and trainers' time within the horizon, and what serving everyone would take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Sessions that can be held in the rooms.
    pub sessions: usize,
    /// Seats in these sessions.
    pub seats: usize,
    /// Sessions that the trainers can lead.
    pub trainer_sessions: usize,
    /// Seats that serving everyone takes.
    pub seats_needed: usize,
    /// Sessions that serving everyone in full groups takes.
    pub sessions_needed: usize,
    /// Length of a session.
    pub session: Minutes,
}

impl Offer {
    /// Hours of this number of sessions.
    pub fn hours(&self, sessions: usize) -> f64 {
        self.session.times(sessions).to_f64() / 60.0
    }
}

/// Residents and rooms of a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Residents who enrolled.
    pub residents: usize,
    /// Rooms.
    pub venues: usize,
}

/// Reads and summarises a scenario.
///
/// # Errors
/// Every fault and warning of all files.
pub fn validate(request: &Request) -> Result<Validated, Failure> {
    let read = scenario(request.sources, request.scenario)?;
    let (instance, warnings) = (read.instance, read.warnings);
    let (offer, communes, stuck) = (offer(&instance), communes(&instance), stuck(&instance));
    Ok(Validated { instance, warnings, offer, communes, stuck })
}

fn offer(instance: &Instance) -> Offer {
    let cycle = &instance.rules.cycle;
    let hosts = instance.venues.keys().filter(|&venue| instance.is_host(instance.venues[venue].commune));
    let offered = hosts.map(|venue| (instance.sessions_offered_by_venue(venue), instance.places_at(venue)));
    let (sessions, seats) =
        offered.fold((0, 0), |sums, (sessions, places)| (sums.0 + sessions, sums.1 + sessions * places));
    let (trainers, n_residents) = (instance.trainers.keys(), instance.interested().count());
    Offer {
        sessions,
        seats,
        trainer_sessions: trainers.map(|trainer| instance.sessions_offered_by_trainer(trainer)).sum(),
        seats_needed: n_residents * cycle.sessions,
        sessions_needed: n_residents.div_ceil(cycle.max_group.max(1)) * cycle.sessions,
        session: cycle.session_minutes,
    }
}

fn communes(instance: &Instance) -> BTreeMap<CommuneId, Counts> {
    let mut counts: BTreeMap<CommuneId, Counts> = BTreeMap::new();
    for (_, resident) in instance.interested() {
        counts.entry(resident.commune).or_default().residents += 1;
    }
    for venue in &instance.venues {
        counts.entry(venue.commune).or_default().venues += 1;
    }
    counts
}

fn stuck(instance: &Instance) -> Vec<(ResidentId, Reason)> {
    let prospects = Prospects::new(instance);
    let obstacle =
        |resident: ResidentId| prospects.places(resident).err().map(|obstacle| (resident, obstacle));
    instance.seekers().map(|(id, _)| id).filter_map(obstacle).collect()
}
