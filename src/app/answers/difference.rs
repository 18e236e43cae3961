//! The changes between two plans, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::app::diff::Pair;
use crate::app::named::Portrayed;
use crate::compare::cycle::{CyclePortrait, RepairPortrait};
use crate::compare::diff::{CommuneChange, Kept, Repaired};
use crate::compare::lineage::Concerned;
use crate::plan::file::{CostEntry, ServiceEntry};

/// The changes from one plan to another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// The plans before and after.
    pub plans: [Side; 2],
    /// Whether both were made from the same scenario and tables, or from copies of them.
    pub same_input: bool,
    /// Whether announced cycles are paired by their identifiers, because one plan follows the other or both follow the
    /// same announced plan; other cycles are paired by what they have in common.
    pub paired_by_id: bool,
    /// Cycles that only the plan after has, by its identifiers.
    pub opened: Vec<String>,
    /// Cycles that only the plan before has, by its identifiers.
    pub closed: Vec<String>,
    /// Cycles of both plans that are held differently.
    pub changed: Vec<ChangeEntry>,
    /// Communes whose residents are served differently, by INSEE code.
    pub communes: BTreeMap<String, CommuneEntry>,
    /// Whom the changes concern, if one plan follows the other.
    pub concerned: Option<ConcernedEntry>,
}

/// Whom the changes of an announced plan concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernedEntry {
    /// Residents whose future appointments differ from the announced ones.
    pub residents: Vec<ConcernedResidentEntry>,
    /// Town halls, by INSEE code.
    pub mairies: Vec<String>,
    /// Trainers.
    pub trainers: Vec<String>,
}

/// A resident who must be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernedResidentEntry {
    /// Identifier.
    pub resident: String,
    /// Home commune: INSEE code.
    pub commune: String,
    /// The reason, as in `changes.csv`.
    pub reason: String,
}

/// One of the two plans.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Side {
    /// The plan, under the name that was given.
    pub plan: String,
    /// The scenario's name.
    pub scenario: String,
    /// Residents in a cycle.
    pub served: usize,
    /// Cycles.
    pub cycles: usize,
    /// Cash, euros.
    pub costs: CostEntry,
    /// What the plan is worth to residents, euros.
    pub service: ServiceEntry,
    /// Net + service, euros.
    pub objective: f64,
    /// What no plan of the same input can beat, if the plan states it and it holds.
    pub bound: Option<f64>,
    /// Number of violations of rules.
    pub violations: usize,
    /// Number of figures in its file that do not follow from its cycles.
    pub wrong_figures: usize,
}

/// A cycle that both plans have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeEntry {
    /// Its identifiers before and after.
    pub ids: [String; 2],
    /// Its venues, if they differ.
    pub venues: Option<[String; 2]>,
    /// Its days (ISO), if they differ.
    pub sessions: Option<[Vec<String>; 2]>,
    /// Whether it is held at another weekday or time.
    pub at_another_time: bool,
    /// Its trainers, if they differ.
    pub trainers: Option<[String; 2]>,
    /// Whether the plan after breaks it off, and the plan before does not.
    pub broken_off: bool,
    /// Sessions of the plan after whose individual room or trainer differs from before.
    pub repairs: Vec<RepairChange>,
    /// Residents who joined.
    pub joined: Vec<String>,
    /// Residents who left.
    pub left: Vec<String>,
}

/// A session whose individual room or trainer differs from before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RepairChange {
    /// Its day (ISO).
    pub date: String,
    /// Its rooms before and after.
    pub venues: [String; 2],
    /// Its trainers before and after.
    pub trainers: [String; 2],
}

/// How the residents of a commune are served, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommuneEntry {
    /// Enrolled.
    pub enrolled: [usize; 2],
    /// In a cycle.
    pub served: [usize; 2],
    /// In a cycle after, and not before.
    pub gained: usize,
    /// In a cycle before, and not after.
    pub lost: usize,
}

impl Difference {
    /// Two plans for programs.
    pub fn of(pair: &Pair) -> Self {
        let diff = pair.diff();
        let ids = |cycles: &[&CyclePortrait]| cycles.iter().map(|cycle| cycle.id.clone()).collect();
        let commune = |(insee, change): (&&str, &CommuneChange)| {
            let CommuneChange { enrolled, served, gained, lost } = *change;
            ((*insee).to_owned(), CommuneEntry { enrolled, served, gained, lost })
        };
        Self {
            plans: [side(&pair.before), side(&pair.after)],
            same_input: diff.has_same_input(),
            paired_by_id: diff.is_by_id,
            opened: ids(&diff.opened),
            closed: ids(&diff.closed),
            changed: diff.kept.iter().filter(|kept| !kept.is_unchanged()).map(change).collect(),
            communes: diff.communes.iter().map(commune).collect(),
            concerned: diff.concerned.map(concerned),
        }
    }
}

fn concerned(concerned: &Concerned) -> ConcernedEntry {
    let residents = concerned.residents.iter().map(|resident| ConcernedResidentEntry {
        resident: resident.id.clone(),
        commune: resident.insee.clone(),
        reason: resident.reason.to_owned(),
    });
    ConcernedEntry {
        residents: residents.collect(),
        mairies: concerned.mairies.iter().cloned().collect(),
        trainers: concerned.trainers.iter().cloned().collect(),
    }
}

fn side(plan: &Portrayed) -> Side {
    let portrait = &plan.portrait;
    Side {
        plan: portrait.label.clone(),
        scenario: portrait.scenario.clone(),
        served: portrait.figures.served,
        cycles: portrait.figures.cycles,
        costs: CostEntry::of(&portrait.breakdown.costs),
        service: ServiceEntry::of(&portrait.breakdown.service),
        objective: portrait.breakdown.objective().to_f64(),
        bound: portrait.proof.as_ref().map(|claim| claim.bound),
        violations: portrait.judgement.violations,
        wrong_figures: portrait.judgement.wrong_figures,
    }
}

fn change(kept: &Kept) -> ChangeEntry {
    let both = |of: &dyn Fn(&CyclePortrait) -> String| [of(kept.before), of(kept.after)];
    let days = |cycle: &CyclePortrait| cycle.sessions.iter().map(ToString::to_string).collect();
    let owned = |ids: std::collections::BTreeSet<&str>| ids.into_iter().map(ToOwned::to_owned).collect();
    ChangeEntry {
        ids: both(&|cycle| cycle.id.clone()),
        venues: kept.is_moved().then(|| both(&|cycle| cycle.venue.clone())),
        sessions: (kept.before.sessions != kept.after.sessions)
            .then(|| [days(kept.before), days(kept.after)]),
        at_another_time: kept.is_at_another_time(),
        trainers: kept.has_another_trainer().then(|| both(&|cycle| cycle.trainer.clone())),
        broken_off: kept.is_broken_off(),
        repairs: kept.repaired().iter().map(|one| repair(kept, one)).collect(),
        joined: owned(kept.joined()),
        left: owned(kept.left()),
    }
}

fn repair(kept: &Kept, one: &Repaired) -> RepairChange {
    let venue = |repair: Option<&RepairPortrait>, cycle: &CyclePortrait| {
        repair.and_then(|repair| repair.venue.clone()).unwrap_or_else(|| cycle.venue.clone())
    };
    let trainer = |repair: Option<&RepairPortrait>, cycle: &CyclePortrait| {
        repair.and_then(|repair| repair.trainer.clone()).unwrap_or_else(|| cycle.trainer.clone())
    };
    RepairChange {
        date: one.date.to_string(),
        venues: [venue(one.before, kept.before), venue(one.after, kept.after)],
        trainers: [trainer(one.before, kept.before), trainer(one.after, kept.after)],
    }
}
