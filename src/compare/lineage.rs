//! The announced plan that a plan follows, and whom its changes concern.

use std::collections::BTreeSet;

use super::cycle::CyclePortrait;
use crate::instance::Instance;
use crate::plan::bill::{Told, bill};
use crate::plan::{Cycle, Plan};

/// The announced plan that a plan follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// The cycles of the announced plan, by identifier.
    pub announced: Vec<CyclePortrait>,
    /// Whom the changes concern.
    pub concerned: Concerned,
}

/// Whom changes of an announced plan concern, as listed in its bill.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerned {
    /// Residents whose appointments to come differ from those announced, by commune.
    pub residents: Vec<ConcernedResident>,
    /// Town halls: INSEE codes.
    pub mairies: BTreeSet<String>,
    /// Trainers: identifiers.
    pub trainers: BTreeSet<String>,
}

/// A resident who must be told of changed appointments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernedResident {
    /// Identifier.
    pub id: String,
    /// Home commune: INSEE code.
    pub insee: String,
    /// The reason code of the bill.
    pub reason: &'static str,
}

impl Lineage {
    /// The lineage of a plan; `None` if no plan was announced.
    pub fn of(instance: &Instance, plan: &Plan) -> Option<Self> {
        let told = instance.announced.as_ref()?;
        let mut announced: Vec<CyclePortrait> =
            told.cycles.iter().map(|cycle| CyclePortrait::of(instance, &Cycle::from(cycle))).collect();
        announced.sort_by(|one, other| one.id.cmp(&other.id));
        Some(Self { announced, concerned: concerned(instance, plan)? })
    }

    /// Whether the announced plan consists of these cycles.
    pub fn follows(&self, cycles: &[CyclePortrait]) -> bool {
        let mut cycles: Vec<&CyclePortrait> = cycles.iter().collect();
        cycles.sort_by(|one, other| one.id.cmp(&other.id));
        let mut pairs = self.announced.iter().zip(&cycles);
        self.announced.len() == cycles.len() && pairs.all(|(told, cycle)| told.decides_as(cycle))
    }
}

fn concerned(instance: &Instance, plan: &Plan) -> Option<Concerned> {
    let mut concerned = Concerned::default();
    for line in bill(instance, plan)? {
        match line.told {
            Told::Person(id) => {
                let resident = &instance.residents[id];
                concerned.residents.push(ConcernedResident {
                    id: resident.id.clone(),
                    insee: instance.communes[resident.commune].insee.clone(),
                    reason: line.reason.code(),
                });
            }
            Told::Mairie(id) => _ = concerned.mairies.insert(instance.communes[id].insee.clone()),
            Told::Trainer(id) => _ = concerned.trainers.insert(instance.trainers[id].id.clone()),
        }
    }
    Some(concerned)
}
