//! Plans as people edit them: mostly plausible, often illegal, for tests of the checker.

use std::path::Path;

use ateliers::check::check;
use ateliers::instance::Instance;
use ateliers::instance::entities::Party;
use ateliers::instance::ids::{KitId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::plan::file::{CycleEntry, KitEntry, PlanFile, RepairEntry};
use ateliers::plan::{Cycle, Fate, KitUse, Plan, Repair};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::generator::{self, Draw, SMALL, TINY, files};
use crate::naive;

/// One to four cycles with random people; kits for those who need one, mostly.
pub(crate) fn plan(instance: &Instance, draw: &mut Draw) -> Plan {
    let cycles: Vec<Cycle> =
        (0..draw.between(1..=4)).map(|position| cycle(instance, draw, position)).collect();
    let mut kit_roster = Vec::new();
    for cycle in &cycles {
        let needs = ateliers::plan::costs::tablets_needed(instance, cycle, cycle.venue) > 0;
        for &date in &cycle.sessions {
            if !instance.kits.is_empty() && draw.chance(if needs { 0.9 } else { 0.05 }) {
                let kit = KitId::from(draw.between(0..=instance.kits.len() - 1));
                kit_roster.push(KitUse { date, trainer: cycle.trainer, kit });
            }
        }
    }
    if draw.chance(0.8) {
        kit_roster.sort_unstable();
        kit_roster.dedup_by_key(|taken| (taken.date, taken.trainer));
    }
    Plan { cycles, kit_roster, ..Plan::default() }
}

/// A legal plan independent of the solver: random cycles of whole parties, each kept if the plan stays legal.
pub(crate) fn legal_plan(instance: &Instance, draw: &mut Draw) -> Plan {
    let mut plan = Plan::default();
    for position in 0..20 {
        let mut more = plan.clone();
        let mut cycle = cycle(instance, draw, position);
        whole_parties(instance, draw, &mut cycle.participants);
        let is_taken = |&date: &Date| {
            plan.kit_roster.iter().any(|taken| (taken.date, taken.trainer) == (date, cycle.trainer))
        };
        if ateliers::plan::costs::tablets_needed(instance, &cycle, cycle.venue) > 0
            && !instance.kits.is_empty()
        {
            let kit = KitId::from(draw.between(0..=instance.kits.len() - 1));
            let lacking = cycle.sessions.iter().copied().filter(|date| !is_taken(date));
            more.kit_roster.extend(lacking.map(|date| KitUse { date, trainer: cycle.trainer, kit }));
        }
        more.cycles.push(cycle);
        if check(instance, &more).is_legal() {
            plan = more;
        }
    }
    plan
}

/// Keeps some of the parties that are there as a whole, up to a random size.
fn whole_parties(instance: &Instance, draw: &mut Draw, participants: &mut Vec<ResidentId>) {
    let rules = &instance.rules.cycle;
    let most = draw.between(rules.min_group..=rules.max_group);
    let is_there = |party: &&Party| party.members.iter().all(|member| participants.contains(member));
    let mut parties: Vec<&Party> = instance.parties.iter().filter(is_there).collect();
    let order = draw.permutation(parties.len());
    parties = order.into_iter().map(|place| parties[place]).collect();
    let mut members = Vec::new();
    for party in parties {
        if members.len() + party.members.len() <= most {
            members.extend_from_slice(&party.members);
        }
    }
    *participants = members;
}

fn cycle(instance: &Instance, draw: &mut Draw, position: usize) -> Cycle {
    let venue = VenueId::from(draw.between(0..=instance.venues.len() - 1));
    let trainer = TrainerId::from(draw.between(0..=instance.trainers.len() - 1));
    let both: Vec<SlotId> =
        instance.venues[venue].slots.intersection(&instance.trainers[trainer].slots).copied().collect();
    let every: Vec<SlotId> = instance.slots.keys().collect();
    let choices = if both.is_empty() || draw.chance(0.1) { &every } else { &both };
    let slot = draw.pick(choices);
    let track = TrackId::from(draw.between(0..=instance.tracks.len() - 1));
    let sessions = sessions(instance, draw, venue, slot);
    let is_likely = |id: &ResidentId| {
        let resident = &instance.residents[*id];
        resident.track == track
            && resident.slots.contains(&slot)
            && instance.journey(*id, venue).is_some_and(|minutes| minutes <= resident.max_travel)
    };
    let likely: Vec<ResidentId> = instance.residents.keys().filter(is_likely).collect();
    let everybody: Vec<ResidentId> = instance.residents.keys().collect();
    let mut participants =
        if likely.is_empty() { draw.subset(&everybody, 0.2) } else { draw.subset(&likely, 0.6) };
    if draw.chance(0.1) {
        participants.push(draw.pick(&everybody));
    }
    let (id, repairs, fate) = (format!("C{position}"), Vec::new(), Fate::New);
    Cycle { id, venue, slot, track, trainer, participants, sessions, repairs, fate }
}

/// The correct dates of a random start, sometimes with a mistake.
fn sessions(instance: &Instance, draw: &mut Draw, venue: VenueId, slot: SlotId) -> Vec<Date> {
    let days = naive::days(instance);
    let starts: Vec<Vec<Date>> =
        days.iter().filter_map(|&day| naive::session_dates(instance, venue, slot, day)).collect();
    let anyhow = || days.iter().copied().take(instance.rules.cycle.sessions).collect();
    let mut dates =
        if starts.is_empty() { anyhow() } else { starts[draw.between(0..=starts.len() - 1)].clone() };
    let place = draw.between(0..=dates.len() - 1);
    match draw.between(0..=19) {
        0 => dates[place] = dates[place].saturating_add(7.days()),
        1 => dates[place] = dates[place].saturating_sub(1.day()),
        2 => dates.truncate(place),
        3 => dates.reverse(),
        4 => dates.push(dates[place]),
        _ => {}
    }
    dates
}

/// Writes scenarios, plans and verdicts for an independent checker that shares no code with this one: it should find the
/// same broken rules and the same objective.
#[test]
#[ignore = "writes thousands of files for a judge outside this repository, into the folder that ATELIERS_CASES names"]
fn cases_are_written_for_an_independent_judge() {
    let folder = std::env::var("ATELIERS_CASES").expect("ATELIERS_CASES names a folder");
    let mut n_legal = 0;
    for seed in 0..300 {
        let data = generator::data(seed, if seed % 2 == 0 { &SMALL } else { &TINY });
        let instance = Instance::new(data.clone());
        let case = Path::new(&folder).join(seed.to_string());
        std::fs::create_dir_all(&case).expect("a folder for the case");
        files::write(&data, &case);
        let draw = &mut Draw::new(seed);
        for edit in 0..20 {
            let plan = if edit < 10 { plan(&instance, draw) } else { legal_plan(&instance, draw) };
            let verdict = check(&instance, &plan);
            n_legal += usize::from(verdict.is_legal() && !plan.cycles.is_empty());
            let mut rules: Vec<&str> =
                verdict.violations.iter().map(|violation| violation.rule.name()).collect();
            rules.dedup();
            let judged = serde_json::json!({
                "rules": rules,
                "objective": verdict.breakdown.objective().to_f64(),
                "gross": verdict.breakdown.costs.gross().to_f64(),
            });
            let write = |name: String, text: String| {
                std::fs::write(case.join(name), text).expect("a file is written");
            };
            write(
                format!("plan{edit}.json"),
                serde_json::to_string(&file(&instance, &plan)).expect("plain keys"),
            );
            write(format!("verdict{edit}.json"), judged.to_string());
        }
    }
    assert!(n_legal > 300, "only {n_legal} legal plans among the cases");
}

/// The plan in a hand-written file: without any figures.
pub(crate) fn file(instance: &Instance, plan: &Plan) -> PlanFile {
    let repair = |repair: &Repair| RepairEntry {
        date: repair.date.to_string(),
        venue: repair.venue.map(|venue| instance.venues[venue].id.clone()),
        trainer: repair.trainer.map(|trainer| instance.trainers[trainer].id.clone()),
    };
    let cycle = |cycle: &Cycle| CycleEntry {
        id: cycle.id.clone(),
        venue: instance.venues[cycle.venue].id.clone(),
        slot: instance.slots[cycle.slot].id.clone(),
        track: instance.tracks[cycle.track].clone(),
        trainer: instance.trainers[cycle.trainer].id.clone(),
        participants: cycle.participants.iter().map(|&id| instance.residents[id].id.clone()).collect(),
        sessions: cycle.sessions.iter().map(ToString::to_string).collect(),
        stands: cycle.fate == Fate::Stands,
        broken_off: cycle.is_broken_off(),
        repairs: cycle.repairs.iter().map(repair).collect(),
    };
    let kit = |taken: &KitUse| KitEntry {
        date: taken.date.to_string(),
        trainer: instance.trainers[taken.trainer].id.clone(),
        kit: instance.kits[taken.kit].id.clone(),
    };
    PlanFile {
        format: 1,
        scenario: None,
        input_digest: None,
        cycles: plan.cycles.iter().map(cycle).collect(),
        kit_roster: plan.kit_roster.iter().map(kit).collect(),
        closed: instance.announced.is_some().then(|| plan.closed.clone()),
        unserved: None,
        costs: None,
        service: None,
        objective: None,
        only: None,
        bound: None,
        gap: None,
        solver: None,
    }
}
