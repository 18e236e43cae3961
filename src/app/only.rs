//! A part of an announced plan, to be planned again: the named part may change, everything else stays as announced.
//!
//! Communes, cycles and trainers are named. Cycles related to them (hosted there, attended from there, led by them) may
//! change, and their participants with them. Every other cycle that is open to change is kept, as by `keep` of the scenario
//! (PROBLEM.md section 8), and other residents who attend nothing stay unserved. This is an ordinary instance: its bound
//! and its gap hold for the part only.
//!
//! # Design
//! Which cycles cannot be kept? Those that break a rule today, or have a session that fails: they must change, named or not, and
//! are reported. Who may join a cycle that is kept? Residents of the named part, if it has not begun and has places: `keep`
//! allows that, and it does not affect the others in the cycle.

use std::collections::BTreeSet;

use super::amend::today::{standing, with_kits};
use super::common::NoPart;
use crate::check::{Subject, check};
use crate::diagnostics::nearest;
use crate::input::folded;
use crate::instance::Instance;
use crate::instance::announced::{Announced, Commitment};
use crate::instance::ids::{AnnouncedId, CommuneId, ResidentId, TrainerId};
use crate::plan::Plan;
use crate::plan::reasons::Reason;
use crate::plan::reasons::prospects::Prospects;

/// A part of an announced plan.
#[derive(Debug, Clone)]
pub struct Part {
    /// The problem: the whole input, with the rest kept.
    pub instance: Instance,
    /// The names of the part, as typed.
    pub names: Vec<String>,
    /// Identifiers of cycles that are not named but must change.
    pub shaken: Vec<String>,
    /// Number of cycles kept although they are open to change.
    pub n_kept: usize,
    /// Residents who attend nothing and are outside the part.
    resting: BTreeSet<ResidentId>,
}

impl Part {
    /// The part of an announced plan related to these names: `commune:25388`, `cycle:C012`, `trainer:T1`.
    ///
    /// # Errors
    /// If nothing was announced, or a name is unknown.
    pub fn new(instance: &Instance, names: &[String]) -> Result<Self, NoPart> {
        let (announced, today) = instance.standing().ok_or(NoPart::NothingAnnounced)?;
        let scope = Scope::of(instance, announced, names)?;
        let is_open = |id: &AnnouncedId| today.cycles[*id].commitment == Commitment::Open;
        let broken = broken(instance, announced);
        let mut touched: BTreeSet<AnnouncedId> =
            announced.cycles.keys().filter(|&id| scope.concerns(instance, announced, id)).collect();
        let mut shaken = BTreeSet::new();
        loop {
            let free = scope.free(instance, announced, &touched);
            let (kept, resting) = kept(instance, &touched, &free);
            let (_, now) = kept.standing().ok_or(NoPart::NothingAnnounced)?;
            let is_shaken =
                |id: &AnnouncedId| broken.contains(id) || now.cycles[*id].first_shaken().is_some();
            let attends =
                |id: &AnnouncedId| announced.cycles[*id].participants.iter().any(|one| free.contains(one));
            let untouched = announced.cycles.keys().filter(|id| is_open(id) && !touched.contains(id));
            let more: Vec<AnnouncedId> = untouched.filter(|id| is_shaken(id) || attends(id)).collect();
            if more.is_empty() {
                let n_kept =
                    announced.cycles.keys().filter(|id| is_open(id) && !touched.contains(id)).count();
                let called = |id: &AnnouncedId| announced.cycles[*id].id.clone();
                let shaken = shaken.iter().map(called).collect();
                return Ok(Self { instance: kept, names: names.to_vec(), shaken, n_kept, resting });
            }
            shaken.extend(more.iter().copied().filter(is_shaken));
            touched.extend(more);
        }
    }

    /// Corrects the reasons of a plan of this part: residents outside it who could attend somewhere were not planned for.
    pub fn explained(&self, whole: &Instance, reasons: &mut [(ResidentId, Reason)]) {
        let prospects = Prospects::new(whole);
        for (resident, reason) in reasons.iter_mut().filter(|(resident, _)| self.resting.contains(resident)) {
            *reason = prospects.places(*resident).err().unwrap_or(Reason::NotConcerned);
        }
    }
}

/// The named communes, cycles and trainers.
#[derive(Debug, Default)]
struct Scope {
    communes: BTreeSet<CommuneId>,
    cycles: BTreeSet<AnnouncedId>,
    trainers: BTreeSet<TrainerId>,
}

impl Scope {
    fn of(instance: &Instance, announced: &Announced, names: &[String]) -> Result<Self, NoPart> {
        let mut scope = Self::default();
        for text in names {
            let (kind, name) = text.split_once(':').ok_or_else(|| NoPart::Form(text.clone()))?;
            match folded(kind).as_str() {
                "commune" => _ = scope.communes.insert(commune(instance, name)?),
                "cycle" => {
                    let known = announced.cycles.iter().map(|cycle| cycle.id.as_str());
                    _ = scope.cycles.insert(position("amend-unknown-cycle", name, known)?.into());
                }
                "trainer" | "animateur" => {
                    let known = instance.trainers.iter().map(|trainer| trainer.id.as_str());
                    _ = scope.trainers.insert(position("amend-unknown-trainer", name, known)?.into());
                }
                _ => return Err(NoPart::Form(text.clone())),
            }
        }
        Ok(scope)
    }

    /// Whether a cycle is related to the named part.
    fn concerns(&self, instance: &Instance, announced: &Announced, id: AnnouncedId) -> bool {
        let cycle = &announced.cycles[id];
        let is_led = cycle.sessions.iter().any(|session| self.trainers.contains(&session.trainer));
        let mut homes = cycle.remaining(&instance.residents).map(|one| instance.residents[one].commune);
        self.cycles.contains(&id)
            || self.trainers.contains(&cycle.trainer)
            || is_led
            || self.communes.contains(&instance.venues[cycle.venue].commune)
            || homes.any(|home| self.communes.contains(&home))
    }

    /// Residents who may attend something else: those who live in a named commune, those announced in a cycle that may change,
    /// and their parties.
    fn free(
        &self,
        instance: &Instance,
        announced: &Announced,
        touched: &BTreeSet<AnnouncedId>,
    ) -> BTreeSet<ResidentId> {
        let attend = touched.iter().flat_map(|&id| announced.cycles[id].participants.iter().copied());
        let live = instance.residents.iter_enumerated();
        let live = live.filter(|(_, one)| self.communes.contains(&one.commune)).map(|(id, _)| id);
        let with_party = |one: ResidentId| {
            let members = &instance.parties[instance.residents[one].party].members;
            std::iter::once(one).chain(members.iter().copied())
        };
        attend.chain(live).flat_map(with_party).collect()
    }
}

/// The commune of an INSEE code or a name.
fn commune(instance: &Instance, name: &str) -> Result<CommuneId, NoPart> {
    let mut called = instance.communes.iter_enumerated().filter(|(_, it)| folded(&it.name) == folded(name));
    let known = instance.communes.iter().map(|commune| commune.insee.as_str());
    match (instance.communes.iter().position(|commune| commune.insee == name), called.next(), called.next()) {
        (Some(position), ..) => Ok(position.into()),
        (None, Some((id, _)), None) => Ok(id),
        _ => Err(unknown("plan-unknown-commune", name, known)),
    }
}

fn position<'a>(
    message: &'static str,
    name: &str,
    mut known: impl Iterator<Item = &'a str> + Clone,
) -> Result<usize, NoPart> {
    let all = known.clone();
    known.position(|it| it == name).ok_or_else(|| unknown(message, name, all))
}

fn unknown<'a>(message: &'static str, name: &str, known: impl Iterator<Item = &'a str>) -> NoPart {
    NoPart::Unknown { message, name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
}

/// Announced cycles that break a rule today.
fn broken(instance: &Instance, announced: &Announced) -> BTreeSet<AnnouncedId> {
    let told = Plan::told(announced);
    let plan = with_kits(instance, &told, standing(instance, told.clone()));
    let promised = |one: ResidentId| {
        let attended = announced.cycles.iter_enumerated();
        attended.filter(move |(_, cycle)| cycle.participants.contains(&one)).map(|(id, _)| id)
    };
    let mut found = BTreeSet::new();
    for subject in check(instance, &plan).violations.iter().flat_map(|violation| &violation.subjects) {
        match subject {
            Subject::Cycle(id) => found.extend(announced.find(id)),
            Subject::Resident(one) => found.extend(promised(*one)),
            Subject::Party(party) => {
                found.extend(instance.parties[*party].members.iter().copied().flat_map(promised));
            }
            _ => {}
        }
    }
    found
}

/// The instance in which untouched cycles are kept and residents neither free nor served may attend nothing; and these residents.
fn kept(
    instance: &Instance,
    touched: &BTreeSet<AnnouncedId>,
    free: &BTreeSet<ResidentId>,
) -> (Instance, BTreeSet<ResidentId>) {
    let mut data = (**instance).clone();
    let Some((_, today)) = instance.standing() else { return (instance.clone(), BTreeSet::new()) };
    let goes_on = |id: AnnouncedId| today.cycles[id].commitment != Commitment::BrokenOff;
    let rests = |id: ResidentId| !free.contains(&id) && !today.promised[id].is_some_and(goes_on);
    let resting: BTreeSet<ResidentId> =
        instance.seekers().map(|(id, _)| id).filter(|&id| rests(id)).collect();
    for &id in &resting {
        data.residents[id].slots.clear();
    }
    if let Some(announced) = &mut data.announced {
        for (id, cycle) in announced.cycles.iter_mut_enumerated() {
            cycle.is_kept |= !touched.contains(&id);
        }
        announced.released.retain(|one| free.contains(one));
    }
    (Instance::new(data), resting)
}
