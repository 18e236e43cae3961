//! A difference between two plans as text for planners.

use std::collections::BTreeMap;

use super::{CommuneChange, Diff, Kept, Repaired};
use crate::compare::cycle::{CyclePortrait, RepairPortrait};
use crate::compare::lineage::Concerned;
use crate::compare::portrait::Portrait;
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// The whole difference: head, cycles, who is concerned, residents, costs and what is proven.
pub fn words(diff: &Diff, messages: &Messages) -> String {
    let mut parts = vec![head(diff, messages), cycles(diff, messages)];
    parts.extend(diff.concerned.and_then(|concerned| to_be_told(diff, concerned, messages)));
    parts.extend(residents(diff, messages));
    parts.push(costs(diff, messages));
    parts.extend(proof(diff, messages));
    parts.join("\n")
}

fn head(diff: &Diff, messages: &Messages) -> String {
    let (before, after) = (diff.before, diff.after);
    let variables = [("before", before.label.as_str().into()), ("after", after.label.as_str().into())];
    let mut text = messages.text("diff-title", &variables) + "\n";
    if before.is_invented || after.is_invented {
        text.push_str(&messages.text("invented-notice", &[]));
        text.push('\n');
    }
    let key = match (diff.has_same_input(), before.scenario == after.scenario) {
        (true, _) => "diff-same-input",
        (false, false) => "diff-other-input",
        (false, true) => "diff-other-input-named-alike",
    };
    let parts = before.inputs.differences(&after.inputs);
    let parts: Vec<String> =
        parts.into_iter().map(|part| messages.text(&format!("input-{part}"), &[])).collect();
    let scenarios = [
        ("before", before.scenario.as_str().into()),
        ("after", after.scenario.as_str().into()),
        ("parts", parts.join(", ").into()),
    ];
    text.push_str(&messages.text(key, &scenarios));
    text.push('\n');
    for plan in [before, after].into_iter().filter(|plan| !plan.judgement.is_legal()) {
        let variables =
            [("plan", plan.label.as_str().into()), ("violations", plan.judgement.violations.into())];
        text.push_str(&messages.text("diff-illegal", &variables));
        text.push('\n');
    }
    if diff.is_nothing() {
        text.push_str(&messages.text("diff-nothing", &[]));
        text.push('\n');
    }
    text
}

/// The number of cycles changed in each way, then each changed cycle.
fn cycles(diff: &Diff, messages: &Messages) -> String {
    let count = |is: &dyn Fn(&Kept) -> bool| diff.kept.iter().filter(|kept| is(kept)).count();
    let has_another_group = |kept: &Kept| kept.before.participants != kept.after.participants;
    let counts = [
        ("diff-count-opened", diff.opened.len()),
        ("diff-count-closed", diff.closed.len()),
        ("diff-count-moved", count(&|kept| kept.is_moved())),
        ("diff-count-retimed", count(&|kept| kept.is_retimed())),
        ("diff-count-trainer", count(&|kept| kept.has_another_trainer())),
        ("diff-count-group", count(&has_another_group)),
        ("diff-count-repaired", count(&|kept| !kept.repaired().is_empty())),
        ("diff-count-broken-off", count(&|kept| kept.is_broken_off())),
        ("diff-count-unchanged", count(&|kept| kept.is_unchanged())),
    ];
    // Changes that only occur if one plan follows another are listed only if there are any.
    let is_rare = |key: &str| ["diff-count-repaired", "diff-count-broken-off"].contains(&key);
    let counts = counts.into_iter().filter(|&(key, count)| count > 0 || !is_rare(key));
    let rows = counts.map(|(key, count)| [messages.text(key, &[]), messages.number(count as f64, 0)]);
    let rows: Vec<[String; 2]> = rows.collect();
    let mut text = messages.text("diff-cycles", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right]);
    let whole = [("diff-opened", &diff.opened), ("diff-closed", &diff.closed)];
    for (key, cycles) in whole.into_iter().filter(|(_, cycles)| !cycles.is_empty()) {
        let rows: Vec<[String; 5]> = cycles.iter().map(|cycle| described(cycle, messages)).collect();
        text.extend(["\n", messages.text(key, &[]).as_str(), "\n"]);
        text.push_str(&aligned(&rows, [Align::Left; 5]));
    }
    let changed: Vec<[String; 2]> = diff
        .kept
        .iter()
        .filter(|kept| !kept.is_unchanged())
        .map(|kept| [identifiers(kept, messages), changes(kept, messages).join("; ")])
        .collect();
    if !changed.is_empty() {
        text.extend(["\n", messages.text("diff-changed", &[]).as_str(), "\n"]);
        text.push_str(&aligned(&changed, [Align::Left; 2]));
    }
    text
}

/// A cycle on one line: number, place, time, trainer, group.
fn described(cycle: &CyclePortrait, messages: &Messages) -> [String; 5] {
    let people = [("participants", cycle.participants.len().into())];
    [
        cycle.id.clone(),
        place(cycle),
        when(cycle, messages),
        cycle.trainer.clone(),
        messages.text("diff-participants", &people),
    ]
}

fn place(cycle: &CyclePortrait) -> String {
    format!("{} ({})", cycle.venue_name, cycle.venue)
}

fn when(cycle: &CyclePortrait, messages: &Messages) -> String {
    let first = cycle.sessions.first().map(|&date| messages.date(date)).unwrap_or_default();
    let variables = [
        ("weekday", messages.weekday(cycle.weekday).into()),
        ("time", messages.time_of_day(cycle.start_minute).into()),
        ("first", first.into()),
    ];
    messages.text("diff-when", &variables)
}

fn identifiers(kept: &Kept, messages: &Messages) -> String {
    let variables = [("before", kept.before.id.as_str().into()), ("after", kept.after.id.as_str().into())];
    if kept.before.id == kept.after.id {
        kept.before.id.clone()
    } else {
        messages.text("diff-from-to", &variables)
    }
}

/// What changed in a cycle that both plans have.
fn changes(kept: &Kept, messages: &Messages) -> Vec<String> {
    let (before, after) = (kept.before, kept.after);
    let between = |key: &str, before: String, after: String| {
        messages.text(key, &[("before", before.into()), ("after", after.into())])
    };
    let mut changes = Vec::new();
    if kept.is_moved() {
        changes.push(between("diff-moved", place(before), place(after)));
    }
    if kept.is_at_another_time() || before.sessions.first() != after.sessions.first() {
        changes.push(between("diff-retimed", when(before, messages), when(after, messages)));
    } else if kept.is_broken_off() {
        changes.push(messages.text("diff-broken-off", &[("last", last(after, messages).into())]));
    } else if kept.is_retimed() {
        changes.push(between("diff-redated", last(before, messages), last(after, messages)));
    }
    if kept.has_another_trainer() {
        changes.push(between("diff-trainer", before.trainer.clone(), after.trainer.clone()));
    }
    changes.extend(kept.repaired().iter().flat_map(|one| repaired(kept, one, messages)));
    let (joined, left) = (kept.joined().len(), kept.left().len());
    if joined + left > 0 {
        changes.push(messages.text("diff-group", &[("joined", joined.into()), ("left", left.into())]));
    }
    changes
}

fn last(cycle: &CyclePortrait, messages: &Messages) -> String {
    cycle.sessions.last().map(|&date| messages.date(date)).unwrap_or_default()
}

/// The other room and trainer of a session, or the cycle's own if it returns to them.
fn repaired(kept: &Kept, one: &Repaired, messages: &Messages) -> Vec<String> {
    let (before, after) = (one.before, one.after);
    let room = |repair: Option<&RepairPortrait>| repair.and_then(|repair| repair.venue.clone());
    let trainer = |repair: Option<&RepairPortrait>| repair.and_then(|repair| repair.trainer.clone());
    let said = |key: &str, now: Option<String>, own: &str| {
        let now = now.unwrap_or_else(|| own.to_owned());
        messages.text(key, &[("date", messages.date(one.date).into()), ("after", now.into())])
    };
    let mut changes = Vec::new();
    if room(before) != room(after) {
        changes.push(said("diff-repaired-room", room(after), &kept.after.venue));
    }
    if trainer(before) != trainer(after) {
        changes.push(said("diff-repaired-trainer", trainer(after), &kept.after.trainer));
    }
    changes
}

/// Who must be told: residents by commune, town halls, trainers; `None` if nobody must be told.
fn to_be_told(diff: &Diff, concerned: &Concerned, messages: &Messages) -> Option<String> {
    let mut residents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for resident in &concerned.residents {
        residents.entry(&resident.insee).or_default().push(&resident.id);
    }
    let commune = |insee: &str| name(diff.before, diff.after, insee).to_owned();
    let row = |key: &str, commune: String, names: Vec<String>| {
        let variables = [("count", names.len().into()), ("commune", commune.into())];
        [messages.text(key, &variables), names.join(", ")]
    };
    let people = residents.into_iter().map(|(insee, ids)| {
        row("diff-told-residents", commune(insee), ids.into_iter().map(str::to_owned).collect())
    });
    let others = [
        ("diff-told-mairies", concerned.mairies.iter().map(|insee| commune(insee)).collect()),
        ("diff-told-trainers", concerned.trainers.iter().cloned().collect::<Vec<String>>()),
    ];
    let others = others.into_iter().filter(|(_, names)| !names.is_empty());
    let rows: Vec<[String; 2]> =
        people.chain(others.map(|(key, names)| row(key, String::new(), names))).collect();
    let table = || messages.text("diff-told", &[]) + "\n" + &aligned(&rows, [Align::Left; 2]);
    (!rows.is_empty()).then(table)
}

/// Residents gained and lost, by commune; `None` if there are none.
fn residents(diff: &Diff, messages: &Messages) -> Option<String> {
    if diff.communes.is_empty() {
        return None;
    }
    let header = ["diff-insee", "diff-commune", "diff-enrolled", "diff-served", "diff-gained", "diff-lost"];
    let mut rows = vec![header.map(|key| messages.text(key, &[]))];
    let mut total = CommuneChange::default();
    for (&insee, change) in &diff.communes {
        let name = name(diff.before, diff.after, insee);
        rows.push(row(insee, name, change, messages));
        total.gained += change.gained;
        total.lost += change.lost;
    }
    for (side, portrait) in [diff.before, diff.after].into_iter().enumerate() {
        total.enrolled[side] = portrait.figures.interested;
        total.served[side] = portrait.figures.served;
    }
    rows.push(row("", &messages.text("diff-territory", &[]), &total, messages));
    let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
    Some(messages.text("diff-residents", &[]) + "\n" + &aligned(&rows, aligns))
}

fn name<'a>(before: &'a Portrait, after: &'a Portrait, insee: &'a str) -> &'a str {
    if after.communes.contains_key(insee) { after.commune_name(insee) } else { before.commune_name(insee) }
}

fn row(insee: &str, name: &str, change: &CommuneChange, messages: &Messages) -> [String; 6] {
    let count = |count: usize| messages.number(count as f64, 0);
    let both = |[before, after]: [usize; 2]| {
        if before == after {
            return count(before);
        }
        messages.text("diff-from-to", &[("before", count(before).into()), ("after", count(after).into())])
    };
    let signed = |sign: &str, of: usize| if of == 0 { String::new() } else { format!("{sign}{}", count(of)) };
    [
        insee.to_owned(),
        name.to_owned(),
        both(change.enrolled),
        both(change.served),
        signed("+", change.gained),
        signed("−", change.lost),
    ]
}

/// Costs and service term by term, with the difference.
fn costs(diff: &Diff, messages: &Messages) -> String {
    let header = ["", "diff-first", "diff-second", "diff-difference"];
    let mut rows =
        vec![header.map(|key| if key.is_empty() { String::new() } else { messages.text(key, &[]) })];
    let (before, after) = (diff.before.breakdown.terms(), diff.after.breakdown.terms());
    for ((key, before), (_, after)) in before.zip(after) {
        rows.push([
            messages.text(key, &[]),
            messages.euros(before),
            messages.euros(after),
            signed_euros(after - before, messages),
        ]);
    }
    messages.text("diff-costs", &[])
        + "\n"
        + &aligned(&rows, [Align::Left, Align::Right, Align::Right, Align::Right])
}

fn signed_euros(amount: Euros, messages: &Messages) -> String {
    let text = messages.euros(amount);
    if Euros::ZERO < amount { format!("+{text}") } else { text }
}

/// What the bounds prove about the two plans; `None` if one of them has no proof.
fn proof(diff: &Diff, messages: &Messages) -> Option<String> {
    let (one, other) = (diff.before.proof.as_ref()?, diff.after.proof.as_ref()?);
    let objective = |portrait: &Portrait| portrait.breakdown.objective().to_f64();
    let (before, after) = (objective(diff.before), objective(diff.after));
    let key = if diff.has_same_input() {
        // Both bounds hold for the same problem, so the better one holds for both plans.
        "diff-proof-same"
    } else if one.bound <= after && other.bound <= before {
        "diff-proof-overlap"
    } else {
        "diff-proof-apart"
    };
    let money = |amount: f64| messages.money(amount, 2).into();
    let variables = [
        ("bound-before", money(one.bound)),
        ("objective-before", money(before)),
        ("bound-after", money(other.bound)),
        ("objective-after", money(after)),
        ("bound", money(one.bound.max(other.bound))),
    ];
    Some(messages.text(key, &variables) + "\n")
}
