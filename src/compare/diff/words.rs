//! A difference in a planner's words.

use super::{CommuneChange, Diff, Kept};
use crate::compare::portrait::{CyclePortrait, Portrait};
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// The whole difference: head, cycles, residents, costs and what is proven.
pub fn words(diff: &Diff, messages: &Messages) -> String {
    let mut parts = vec![head(diff, messages), cycles(diff, messages)];
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

/// How many cycles changed in which way, then each of them.
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
        ("diff-count-unchanged", count(&|kept| kept.is_unchanged())),
    ];
    let rows = counts.map(|(key, count)| [messages.text(key, &[]), messages.number(count as f64, 0)]);
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
    } else if kept.is_retimed() {
        let last = |cycle: &CyclePortrait| {
            cycle.sessions.last().map(|&date| messages.date(date)).unwrap_or_default()
        };
        changes.push(between("diff-redated", last(before), last(after)));
    }
    if kept.has_another_trainer() {
        changes.push(between("diff-trainer", before.trainer.clone(), after.trainer.clone()));
    }
    let (joined, left) = (kept.joined().len(), kept.left().len());
    if joined + left > 0 {
        changes.push(messages.text("diff-group", &[("joined", joined.into()), ("left", left.into())]));
    }
    changes
}

/// Residents gained and lost, by commune; `None` where nobody is.
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

/// What the bounds prove about the two plans; `None` where a plan's file proves nothing.
fn proof(diff: &Diff, messages: &Messages) -> Option<String> {
    let (one, other) = (diff.before.proof.as_ref()?, diff.after.proof.as_ref()?);
    let objective = |portrait: &Portrait| portrait.breakdown.objective().to_f64();
    let (before, after) = (objective(diff.before), objective(diff.after));
    let key = if diff.has_same_input() {
        // Both bounds hold for the one problem, so the better of them holds for both plans.
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
