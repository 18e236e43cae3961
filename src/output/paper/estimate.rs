//! The cost estimate (*note d'estimation*): two pages, figures first, then their assumptions and what is proven.

use serde_json::{Value as Json, json};

use super::{frame, words};
use crate::instance::units::{Euros, Minutes};
use crate::messages::Messages;
use crate::output::export::Export;
use crate::output::export::facts::proof_in_words;
use crate::plan::indicators::{Indicators, indicators};
use crate::plan::spread::hours;

/// The note's bytes.
///
/// # Errors
/// The fault of the template.
pub fn estimate(export: &Export) -> Result<Vec<u8>, String> {
    export.press.print("estimate.typ", &data(export), export.made)
}

fn data(export: &Export) -> Json {
    let Export { instance, messages, .. } = export;
    let figures = indicators(instance, export.plan, &export.breakdown);
    let title = messages.text("estimate-title", &[]);
    let mut data = frame(&title, instance.is_invented, export.made, messages);
    let horizon = instance.rules.horizon;
    let subtitle = [
        ("scenario", instance.name.as_str().into()),
        ("period", messages.period(horizon.start, horizon.end).into()),
    ];
    let costs = &export.breakdown.costs;
    let gross = costs.gross();
    let most = costs.spent().into_iter().map(|(_, amount)| amount.to_f64()).fold(0.0, f64::max);
    let post = |(key, amount): (&str, Euros)| {
        let share = if gross > Euros::ZERO { amount.to_f64() / gross.to_f64() } else { 0.0 };
        json!({
            "label": messages.text(key, &[]),
            "amount": messages.euros(amount),
            "length": if most > 0.0 { amount.to_f64() / most } else { 0.0 },
            "percent": messages.percent(share, 1),
        })
    };
    let total = |key: &str, amount: Euros, strong: bool| json!({ "label": messages.text(key, &[]), "amount": messages.euros(amount), "strong": strong });
    let keys = ["posts", "post", "amount", "share", "each", "gross", "net", "assumptions", "proof", "limits"];
    data["words"] = words(messages, "estimate", keys);
    data["subtitle"] = messages.text("estimate-subtitle", &subtitle).into();
    data["headlines"] = json!([
        [messages.euros(gross), messages.text("cost-gross", &[])],
        [messages.euros(costs.net()), messages.text("cost-net", &[])],
        [messages.number(figures.served as f64, 0), messages.text("estimate-served", &[])],
        [messages.number(figures.cycles as f64, 0), messages.text("estimate-cycles", &[])],
    ]);
    data["posts"] = costs.spent().into_iter().map(post).collect();
    data["totals"] = json!([
        total("cost-gross", gross, true),
        total("cost-income", -costs.income, false),
        total("cost-net", costs.net(), true),
    ]);
    data["each"] = each(export, &figures).into();
    data["assumptions"] = assumptions(export).into();
    data["proof"] = proof_in_words(export).into();
    data["limits"] = ["limit-travel", "limit-prices", "limit-people"]
        .map(|key| messages.text(&format!("estimate-{key}"), &[]))
        .to_vec()
        .into();
    data
}

/// Costs for one participant, one hour of workshop, one cycle, gross and net.
fn each(export: &Export, figures: &Indicators) -> Vec<Json> {
    let messages = export.messages;
    let (held, attended) = hours(export.instance, export.plan);
    let counts = [
        ("estimate-per-participant", figures.served as f64),
        ("estimate-per-hour", held),
        ("estimate-per-participant-hour", attended),
        ("estimate-per-cycle", figures.cycles as f64),
    ];
    let row = |(key, count): (&str, f64)| {
        let amount = |amount: Euros| {
            if count > 0.0 { messages.money(amount.to_f64() / count, 2) } else { "–".to_owned() }
        };
        json!([messages.text(key, &[]), amount(figures.gross), amount(figures.net)])
    };
    counts.into_iter().map(row).collect()
}

/// Every rate and rule from which the figures follow, as set by the scenario and its tables.
fn assumptions(export: &Export) -> Vec<Json> {
    let Export { instance, messages, .. } = export;
    let (costs, cycle, travel) = (&instance.rules.costs, &instance.rules.cycle, &instance.rules.travel);
    let minutes = |minutes: Minutes| {
        messages.text("minutes", &[("minutes", messages.number(minutes.to_f64(), 0).into())])
    };
    let hourly = instance.trainers.iter().map(|trainer| trainer.hourly_cost);
    let mileage = instance.trainers.iter().map(|trainer| trainer.km_cost);
    let rooms = instance.venues.iter().map(|venue| venue.cost_per_session);
    let rows = [
        ("assume-cycle", messages.text("sessions", &[("sessions", cycle.sessions.into())])),
        ("assume-session", minutes(cycle.session_minutes)),
        ("assume-group", range(&cycle.min_group.to_string(), &cycle.max_group.to_string())),
        ("assume-hourly", amounts(messages, hourly)),
        ("assume-prep", minutes(costs.prep)),
        ("assume-mileage", amounts(messages, mileage)),
        ("assume-rooms", amounts(messages, rooms)),
        ("assume-tablet", messages.euros(costs.tablet_session)),
        ("assume-support", messages.euros(costs.support_per_participant)),
        ("assume-setup", messages.euros(costs.cycle_setup)),
        ("assume-fee", messages.euros(costs.fee)),
        ("assume-travel", minutes(travel.max_travel)),
        ("assume-local", minutes(travel.local.minutes)),
        ("assume-turnaround", minutes(travel.turnaround)),
    ];
    rows.into_iter().map(|(key, shown)| json!([messages.text(key, &[]), shown])).collect()
}

/// The smallest and largest of some amounts.
fn amounts(messages: &Messages, amounts: impl Iterator<Item = Euros> + Clone) -> String {
    match (amounts.clone().min(), amounts.max()) {
        (Some(least), Some(most)) => range(&messages.euros(least), &messages.euros(most)),
        _ => "–".to_owned(),
    }
}

fn range(least: &str, most: &str) -> String {
    if least == most { least.to_owned() } else { format!("{least} – {most}") }
}
