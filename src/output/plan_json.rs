//! `plan.json`: the machine-readable plan (PROBLEM.md section 7).

use std::borrow::Cow;

use super::{Delivery, reasons};
use crate::engine;
use crate::instance::Instance;
use crate::plan::file::{
    CostEntry, CycleEntry, EngineEntry, FORMAT, KitEntry, PlanFile, RepairEntry, ServiceEntry, SolverEntry,
    UnservedEntry,
};
use crate::plan::{Cycle, Fate, KitUse, Repair};

/// The file's bytes.
pub(super) fn plan_json(delivery: &Delivery) -> Vec<u8> {
    let text = serde_json::to_string_pretty(&plan_file(delivery)).expect("a plan file has plain keys");
    (escaped(&text) + "\n").into_owned().into_bytes()
}

/// JSON without control characters, which JSON allows but our own readers refuse: they only occur within texts, where
/// they are written as escapes.
fn escaped(json: &str) -> Cow<'_, str> {
    let is_foreign = |character: char| matches!(character, '\u{7f}'..='\u{9f}');
    if !json.contains(is_foreign) {
        return json.into();
    }
    let escape = |character: char| {
        if is_foreign(character) { format!("\\u{:04x}", u32::from(character)) } else { character.to_string() }
    };
    json.chars().map(escape).collect::<String>().into()
}

fn plan_file(delivery: &Delivery) -> PlanFile {
    let Delivery { instance, solved, .. } = delivery;
    let unserved = solved.reasons.iter().map(|(resident, reason)| UnservedEntry {
        resident: instance.residents[*resident].id.clone(),
        reason: reason.code().to_owned(),
        detail: reasons::detail(reason, instance),
    });
    PlanFile {
        format: FORMAT,
        scenario: Some(instance.name.clone()),
        input_digest: Some(instance.digest.clone()),
        cycles: solved.plan.cycles.iter().map(|cycle| cycle_entry(instance, cycle)).collect(),
        kit_roster: solved.plan.kit_roster.iter().map(|taken| kit_entry(instance, *taken)).collect(),
        closed: instance.announced.is_some().then(|| solved.plan.closed.clone()),
        unserved: Some(unserved.collect()),
        costs: Some(CostEntry::of(&solved.breakdown.costs)),
        service: Some(ServiceEntry::of(&solved.breakdown.service)),
        objective: Some(solved.proof.objective),
        only: (!delivery.only.is_empty()).then(|| delivery.only.to_vec()),
        bound: Some(solved.proof.bound),
        gap: Some(solved.proof.gap),
        solver: Some(solver_entry(delivery)),
    }
}

fn cycle_entry(instance: &Instance, cycle: &Cycle) -> CycleEntry {
    CycleEntry {
        id: cycle.id.clone(),
        venue: instance.venues[cycle.venue].id.clone(),
        slot: instance.slots[cycle.slot].id.clone(),
        track: instance.tracks[cycle.track].clone(),
        trainer: instance.trainers[cycle.trainer].id.clone(),
        participants: cycle.participants.iter().map(|&id| instance.residents[id].id.clone()).collect(),
        sessions: cycle.sessions.iter().map(ToString::to_string).collect(),
        stands: cycle.fate == Fate::Stands,
        broken_off: cycle.is_broken_off(),
        repairs: cycle.repairs.iter().map(|repair| repair_entry(instance, *repair)).collect(),
    }
}

fn repair_entry(instance: &Instance, repair: Repair) -> RepairEntry {
    RepairEntry {
        date: repair.date.to_string(),
        venue: repair.venue.map(|venue| instance.venues[venue].id.clone()),
        trainer: repair.trainer.map(|trainer| instance.trainers[trainer].id.clone()),
    }
}

fn kit_entry(instance: &Instance, taken: KitUse) -> KitEntry {
    KitEntry {
        date: taken.date.to_string(),
        trainer: instance.trainers[taken.trainer].id.clone(),
        kit: instance.kits[taken.kit].id.clone(),
    }
}

/// `threads` is the scenario's own setting, not the number actually used: that does not affect the plan, so it does not
/// affect the file either.
fn solver_entry(delivery: &Delivery) -> SolverEntry {
    SolverEntry {
        seed: delivery.seed,
        threads: delivery.instance.rules.solver.threads,
        wall_s: (delivery.wall_s * 1000.0).round() / 1000.0,
        status: delivery.solved.status.to_owned(),
        version: format!("ateliers {}, {}", engine::build(), delivery.solved.lp_solver),
        engine: Some(engine_entry()),
    }
}

fn engine_entry() -> EngineEntry {
    EngineEntry {
        version: engine::VERSION.to_owned(),
        commit: engine::commit().map(str::to_owned),
        modified: engine::is_modified(),
        sources: engine::sources().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_text_holds_is_written_as_escapes() {
        assert_eq!(escaped("{\"é\": \"a\u{9b}2J\u{7f}\"}"), "{\"é\": \"a\\u009b2J\\u007f\"}");
    }
}
