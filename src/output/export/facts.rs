//! Facts that several documents share: places in words, and where participants come from.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::subject::{Bill, Export};
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, VenueId};
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::plan::bill::{Reason, Told};
use crate::plan::costs::{TabletsLent, tablets_lent};
use crate::plan::undone::{Change, Gain};
use crate::plan::{Cycle, Plan};

/// A venue with its address as far as it is known: `Salle des fêtes, 3 rue du Moulin, 25310 Hérimoncourt`.
pub fn place(instance: &Instance, venue: VenueId) -> String {
    let name = instance.venues[venue].name.as_str();
    format!("{name}, {}", address(instance, venue))
}

/// Street and postal code, where known, and commune.
pub fn address(instance: &Instance, venue: VenueId) -> String {
    let venue = &instance.venues[venue];
    let town = town(instance, venue.commune);
    venue.address.as_ref().map_or(town.clone(), |street| format!("{street}, {town}"))
}

/// `25310 Hérimoncourt`, or the name alone.
pub fn town(instance: &Instance, commune: CommuneId) -> String {
    let commune = &instance.communes[commune];
    let code = commune.postal_code.as_deref().map(|code| format!("{code} ")).unwrap_or_default();
    code + &commune.name
}

/// Tablets lent at a session of a cycle in a room, in words that all documents share: how many are the room's, how many
/// are from the trainer's kit, and who charges which.
pub fn tablets_in_words(export: &Export, cycle: &Cycle, venue: VenueId) -> String {
    let TabletsLent { from_room, from_kit } = tablets_lent(export.instance, cycle, venue);
    let variables =
        [("total", (from_room + from_kit).into()), ("room", from_room.into()), ("kit", from_kit.into())];
    let key = if from_room + from_kit == 0 { "tablets-none" } else { "tablets-lent" };
    export.messages.text(key, &variables)
}

/// A word with a capital, for the beginning of a line.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Participants of a cycle who live in `commune`.
pub fn participants_from(instance: &Instance, cycle: &Cycle, commune: CommuneId) -> usize {
    cycle.participants.iter().filter(|&&resident| instance.residents[resident].commune == commune).count()
}

/// Participants by home commune and commune of the venue: who travels where.
pub fn flows(instance: &Instance, plan: &Plan) -> BTreeMap<(CommuneId, CommuneId), usize> {
    let mut flows = BTreeMap::new();
    for cycle in &plan.cycles {
        let there = instance.venues[cycle.venue].commune;
        for &resident in cycle.served() {
            *flows.entry((instance.residents[resident].commune, there)).or_default() += 1;
        }
    }
    flows
}

/// Residents who enrolled and have not withdrawn, and those of them who are served, by home commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Number of residents who enrolled.
    pub interested: usize,
    /// Number of them who are in a cycle.
    pub served: usize,
}

impl Share {
    /// Served over interested; `None` if nobody enrolled.
    pub fn ratio(&self) -> Option<f64> {
        (self.interested > 0).then(|| self.served as f64 / self.interested as f64)
    }
}

/// The share of each commune with enrolments.
pub fn shares_served(instance: &Instance, plan: &Plan) -> BTreeMap<CommuneId, Share> {
    let served = plan.served_by_commune(instance);
    let interested = instance.interested_by_commune().into_iter_enumerated();
    let share = |(commune, interested)| (commune, Share { interested, served: served[commune] });
    interested.map(share).filter(|(_, share)| share.interested > 0).collect()
}

/// The place of a session that is not held in the cycle's own room, for a visitor who looks for it.
pub fn elsewhere(export: &Export, cycle: &Cycle, date: Date) -> Option<String> {
    let room = Some(cycle.venue_on(date)).filter(|&room| room != cycle.venue)?;
    Some(export.messages.text("session-elsewhere", &[("place", place(export.instance, room).into())]))
}

/// Why a person must be told of a change.
pub fn reason_in_words(reason: Reason, messages: &Messages) -> String {
    messages.text(&format!("changes-reason-{}", reason.code()), &[])
}

/// What the changes of a cycle cost, and what they gain.
pub fn change_in_words(change: &Change, messages: &Messages) -> [String; 2] {
    let cost = [("calls", change.calls.into()), ("cost", messages.euros(change.cost).into())];
    let gain = match change.gain {
        Gain::Saves(amount) if amount < Euros::ZERO => {
            messages.text("changes-gain-loses", &[("amount", messages.euros(-amount).into())])
        }
        Gain::Saves(amount) => {
            messages.text("changes-gain-saves", &[("amount", messages.euros(amount).into())])
        }
        Gain::Imposed => messages.text("changes-gain-imposed", &[]),
        Gain::Joint => messages.text("changes-gain-joint", &[]),
    };
    [messages.text("changes-cost", &cost), gain]
}

/// Numbers of people to be told, and the cost: figures with their labels.
pub fn bill_headlines(export: &Export, bill: &Bill<'_>) -> [(String, String); 4] {
    let messages = export.messages;
    let people = bill.lines.iter().filter(|line| matches!(line.told, Told::Person(_))).count();
    let cost: Euros = bill.lines.iter().map(|line| line.cost).sum();
    let counted = |count: usize, key: &str| {
        (messages.number(count as f64, 0), messages.text(key, &[("count", count.into())]))
    };
    [
        counted(people, "bill-count-people"),
        counted(bill.concerned.mairies.len(), "bill-count-mairies"),
        counted(bill.concerned.trainers.len(), "bill-count-trainers"),
        (messages.euros(cost), messages.text("bill-count-cost", &[])),
    ]
}

/// The proof in plain words: what no plan can beat, how far this one is from it, and what that means.
pub fn proof_in_words(export: &Export) -> Vec<String> {
    let Export { proof, messages, .. } = export;
    let amount = |amount: f64| messages.money(amount, 2).into();
    let figures = [
        ("bound", amount(proof.bound)),
        ("objective", amount(proof.objective)),
        ("gap", messages.percent(proof.gap, 2).into()),
        ("parts", export.only.join(", ").into()),
    ];
    // A gap that rounds to zero is not the same as no gap.
    let key = match () {
        () if proof.gap <= 1e-9 => "proof-optimal",
        () if export.is_bound_claimed => "proof-gap",
        () if export.only.is_empty() => "proof-none",
        () => "proof-part",
    };
    let costs = &export.breakdown.costs;
    let terms = [
        ("net", messages.euros(costs.net()).into()),
        ("service", messages.euros(export.breakdown.service.total()).into()),
    ];
    vec![messages.text(key, &figures), messages.text("proof-terms", &terms)]
}
