//! A plan described by identifiers and names, so that plans of different scenarios can be compared.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle::CyclePortrait;
use super::inputs::Inputs;
use super::lineage::Lineage;
use crate::check::{check, figures};
use crate::instance::Instance;
use crate::instance::ids::CommuneId;
use crate::plan::file::PlanFile;
use crate::plan::indicators::{Indicators, indicators};
use crate::plan::proof::{Proof, gap};
use crate::plan::solved::Solved;
use crate::plan::{Breakdown, Cycle, Plan, price};

/// A plan described by identifiers and names, with the figures that follow from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    /// The label of the plan: its file, or the variant of a batch.
    pub label: String,
    /// The scenario's name.
    pub scenario: String,
    /// SHA-256 over the scenario and its data.
    pub digest: String,
    /// What it was made from, regardless of where that is stored.
    pub inputs: Inputs,
    /// The checker's judgement.
    pub judgement: Judgement,
    /// Whether a table says that it is invented.
    pub is_invented: bool,
    /// The figures by which people judge it.
    pub figures: Indicators,
    /// Costs and service, recomputed.
    pub breakdown: Breakdown,
    /// The proof of its quality, if its file claims one.
    pub proof: Option<Claim>,
    /// Cycles, in the order of the plan.
    pub cycles: Vec<CyclePortrait>,
    /// The announced plan that it follows, if any.
    pub lineage: Option<Lineage>,
    /// Every commune, by INSEE code.
    pub communes: BTreeMap<String, CommunePortrait>,
    /// Every resident, by identifier.
    pub residents: BTreeMap<String, ResidentPortrait>,
}

/// The checker's judgement of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judgement {
    /// Number of violations.
    pub violations: usize,
    /// Number of figures in its file that do not follow from its cycles.
    pub wrong_figures: usize,
}

impl Judgement {
    /// Whether the plan keeps every rule.
    pub fn is_legal(self) -> bool {
        self.violations == 0
    }

    /// Whether the plan keeps every rule and its file states the correct figures.
    pub fn is_sound(self) -> bool {
        self == Self::default()
    }
}

/// The proof claimed in a plan's file.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// No legal plan of the same input has a smaller objective, euros.
    pub bound: f64,
    /// `(objective − bound) / |objective|`, from the recomputed objective.
    pub gap: f64,
    /// Why the search ended, if stated.
    pub status: String,
}

/// A commune in a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct CommunePortrait {
    /// Its name.
    pub name: String,
    /// Longitude and latitude of its point.
    pub point: (f64, f64),
    /// Residents who enrolled.
    pub interested: usize,
    /// Residents in a cycle.
    pub served: usize,
    /// Cycles that it hosts.
    pub cycles: usize,
}

/// A resident in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentPortrait {
    /// Home commune: INSEE code.
    pub insee: String,
    /// Whether they are in a cycle.
    pub is_served: bool,
}

impl Portrait {
    /// Checks and describes a plan of `instance`; `file` is its file, which may claim a proof. The bound of a plan that breaks a
    /// rule, or whose file states wrong figures, is not trusted.
    pub fn new(label: &str, instance: &Instance, plan: &Plan, file: &PlanFile) -> Self {
        let verdict = check(instance, plan);
        // A file made for another input states the figures of that input.
        let is_own = file.input_digest.as_ref().is_none_or(|digest| *digest == instance.digest);
        let wrong_figures = if is_own { figures(instance, plan, file).len() } else { 0 };
        let judgement = Judgement { violations: verdict.violations.len(), wrong_figures };
        let breakdown = verdict.breakdown;
        let claimed = claim(file, instance, breakdown.objective().to_f64());
        let proof = claimed.filter(|_| judgement.is_sound());
        Self::drawn(label, instance, (plan, judgement), breakdown, proof)
    }

    /// Describes the announced plan, with today's tables. It is not judged by them: it is what people were told, and what other
    /// plans follow.
    pub fn of_told(label: &str, instance: &Instance, told: &Plan) -> Self {
        Self::drawn(label, instance, (told, Judgement::default()), price(instance, told), None)
    }

    /// Describes a plan that was just found.
    pub fn of_solved(label: &str, instance: &Instance, solved: &Solved) -> Self {
        let Proof { bound, gap, .. } = solved.proof;
        let proof = Claim { bound, gap, status: solved.status.to_owned() };
        // The pipeline has already checked it.
        Self::drawn(label, instance, (&solved.plan, Judgement::default()), solved.breakdown, Some(proof))
    }

    fn drawn(
        label: &str,
        instance: &Instance,
        (plan, judgement): (&Plan, Judgement),
        breakdown: Breakdown,
        proof: Option<Claim>,
    ) -> Self {
        let residents = residents(instance, plan);
        Self {
            label: label.to_owned(),
            scenario: instance.name.clone(),
            digest: instance.digest.clone(),
            inputs: Inputs::of(instance),
            judgement,
            is_invented: instance.is_invented,
            figures: indicators(instance, plan, &breakdown),
            breakdown,
            proof,
            cycles: plan.cycles.iter().map(|cycle| CyclePortrait::of(instance, cycle)).collect(),
            lineage: Lineage::of(instance, plan),
            communes: communes(instance, plan, &residents),
            residents,
        }
    }

    /// Number of trainers who lead a cycle.
    pub fn trainers_used(&self) -> usize {
        self.cycles.iter().map(|cycle| cycle.trainer.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// The name of a commune of this plan's territory; its code if it is unknown.
    pub fn commune_name<'a>(&'a self, insee: &'a str) -> &'a str {
        self.communes.get(insee).map_or(insee, |commune| commune.name.as_str())
    }
}

/// The bound that the file claims, if it was made for this input and the plan's objective does not refute it.
fn claim(file: &PlanFile, instance: &Instance, objective: f64) -> Option<Claim> {
    // Allows for rounding of written floats: a cent, as in PROBLEM.md section 5.
    const TOLERANCE: f64 = 0.01;
    let bound = file.bound.filter(|bound| *bound <= objective + TOLERANCE)?;
    file.input_digest.as_ref().filter(|digest| **digest == instance.digest)?;
    let bound = bound.min(objective);
    let gap = gap(objective, bound);
    let status = file.solver.as_ref().map(|solver| solver.status.clone()).unwrap_or_default();
    Some(Claim { bound, gap, status })
}

fn residents(instance: &Instance, plan: &Plan) -> BTreeMap<String, ResidentPortrait> {
    let everyone = instance.interested().map(|(_, resident)| {
        let insee = instance.communes[resident.commune].insee.clone();
        (resident.id.clone(), ResidentPortrait { insee, is_served: true })
    });
    let mut everyone: BTreeMap<String, ResidentPortrait> = everyone.collect();
    for resident in plan.unserved(instance) {
        if let Some(portrait) = everyone.get_mut(&instance.residents[resident].id) {
            portrait.is_served = false;
        }
    }
    everyone
}

fn communes(
    instance: &Instance,
    plan: &Plan,
    residents: &BTreeMap<String, ResidentPortrait>,
) -> BTreeMap<String, CommunePortrait> {
    let drawn = instance.communes.iter().map(|commune| {
        let (name, point) = (commune.name.clone(), (commune.lon, commune.lat));
        (commune.insee.clone(), CommunePortrait { name, point, interested: 0, served: 0, cycles: 0 })
    });
    let mut communes: BTreeMap<String, CommunePortrait> = drawn.collect();
    for resident in residents.values() {
        if let Some(commune) = communes.get_mut(&resident.insee) {
            commune.interested += 1;
            commune.served += usize::from(resident.is_served);
        }
    }
    let host = |cycle: &Cycle| -> CommuneId { instance.venues[cycle.venue].commune };
    for commune in plan.cycles.iter().map(host) {
        if let Some(commune) = communes.get_mut(&instance.communes[commune].insee) {
            commune.cycles += 1;
        }
    }
    communes
}
