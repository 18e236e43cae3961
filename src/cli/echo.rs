//! A summary of a scenario as it was understood.

use crate::app::validate::{Offer, Validated};
use crate::instance::Instance;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::output;

/// The whole summary.
pub(super) fn echo(validated: &Validated, messages: &Messages) -> String {
    let parts = [
        head(&validated.instance, messages),
        tables(validated, messages),
        offer(&validated.offer, messages),
        communes(validated, messages),
        without_prospects(validated, messages),
    ];
    parts.join("\n")
}

fn head(instance: &Instance, messages: &Messages) -> String {
    let horizon = instance.rules.horizon;
    let variables = [
        ("scenario", instance.name.as_str().into()),
        ("period", messages.period(horizon.start, horizon.end).into()),
    ];
    let mut text = messages.text("echo-title", &variables) + "\n";
    if instance.is_invented {
        text.push_str(&messages.text("invented-notice", &[]));
        text.push('\n');
    }
    text
}

fn tables(validated: &Validated, messages: &Messages) -> String {
    let instance = &validated.instance;
    let (hosts, together) = (instance.rules.hosts.communes.len(), validated.n_parties());
    let counts = [
        ("echo-communes", instance.communes.len()),
        ("echo-hosts", hosts),
        ("echo-slots", instance.slots.len()),
        ("echo-venues", instance.venues.len()),
        ("echo-trainers", instance.trainers.len()),
        ("echo-kits", instance.kits.len()),
        ("echo-residents", validated.n_interested()),
        ("echo-withdrawn", validated.n_withdrawn()),
        ("echo-parties", together),
        ("echo-tracks", instance.tracks.len()),
        ("echo-closures", instance.closures.len()),
    ];
    let shown = counts.into_iter().filter(|&(key, count)| key != "echo-withdrawn" || count > 0);
    let rows: Vec<[String; 2]> =
        shown.map(|(key, count)| [messages.text(key, &[]), messages.number(count as f64, 0)]).collect();
    messages.text("echo-tables", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}

/// Seats and trainer hours within the horizon, next to what serving everyone would take.
fn offer(offer: &Offer, messages: &Messages) -> String {
    let hours = |sessions: usize| messages.number(offer.hours(sessions), 0);
    let count = |count: usize| messages.number(count as f64, 0);
    let rows: Vec<[String; 2]> = [
        ("echo-sessions-offered", count(offer.sessions)),
        ("echo-seats-offered", count(offer.seats)),
        ("echo-trainer-sessions", count(offer.trainer_sessions)),
        ("echo-trainer-hours", hours(offer.trainer_sessions)),
        ("echo-seats-needed", count(offer.seats_needed)),
        ("echo-hours-needed", hours(offer.sessions_needed)),
    ]
    .map(|(key, figure)| [messages.text(key, &[]), figure])
    .into();
    messages.text("echo-offer", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}

/// Residents of each commune, and its rooms.
fn communes(validated: &Validated, messages: &Messages) -> String {
    let instance = &validated.instance;
    let header = ["echo-insee", "echo-commune", "echo-residents", "echo-venues", "echo-may-host"];
    let mut rows = vec![header.map(|key| messages.text(key, &[]))];
    rows.extend(validated.communes.iter().map(|(&id, counts)| {
        let commune = &instance.communes[id];
        let may_host = if instance.is_host(id) { "echo-yes" } else { "echo-no" };
        let count = |count: usize| messages.number(count as f64, 0);
        [
            commune.insee.clone(),
            commune.name.clone(),
            count(counts.residents),
            count(counts.venues),
            messages.text(may_host, &[]),
        ]
    }));
    let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Left];
    messages.text("echo-per-commune", &[]) + "\n" + &aligned(&rows, aligns)
}

/// Residents who can attend no cycle of any plan, and why.
fn without_prospects(validated: &Validated, messages: &Messages) -> String {
    let Validated { instance, stuck, .. } = validated;
    let mut text = messages.text("echo-stuck", &[("residents", stuck.len().into())]) + "\n";
    let rows: Vec<[String; 3]> = stuck
        .iter()
        .map(|(id, obstacle)| {
            let resident = &instance.residents[*id];
            let home = instance.communes[resident.commune].name.clone();
            [resident.id.clone(), home, output::reason(obstacle, instance, messages)]
        })
        .collect();
    text.push_str(&aligned(&rows, [Align::Left; 3]));
    text
}
