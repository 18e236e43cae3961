//! The page of a cycle: participants, where they come from, costs; on request, why it is here.

use jiff::civil::Date;

use super::words::{Prospect, kit, seats, time};
use crate::app::edit::kits::{Kit, Tablets};
use crate::app::edit::lists::Line;
use crate::app::edit::sheet::Sheet;
use crate::app::edit::state::State;
use crate::app::edit::targets::effect::Target;
use crate::messages::Messages;

/// Most alternatives listed.
const PROPOSED: usize = 12;

/// The page of a cycle.
pub(super) struct Page {
    pub(super) cycle: String,
    pub(super) commune: String,
    /// Properties: name and value.
    pub(super) facts: Vec<[String; 2]>,
    /// Costs: term and amount; the last one is the sum.
    pub(super) costs: Vec<[String; 2]>,
    pub(super) people: Vec<Person>,
    pub(super) is_broken_off: bool,
    pub(super) why: WhyAt,
}

/// The explanation of a cycle's place.
pub(super) struct WhyAt {
    pub(super) address: String,
    /// Whether it is included in the page, instead of loaded on request.
    pub(super) is_at_once: bool,
}

/// A participant.
pub(super) struct Person {
    pub(super) id: String,
    pub(super) detail: String,
}

/// Why a cycle is where it is.
pub(super) struct Reasons {
    pub(super) cycle: String,
    /// The explanation, or that the cycle cannot be moved.
    pub(super) text: String,
    pub(super) places: Vec<Elsewhere>,
}

/// Another place for a cycle.
pub(super) struct Elsewhere {
    pub(super) slot: String,
    pub(super) venue: String,
    pub(super) trainer: String,
    pub(super) first: String,
    pub(super) text: String,
    pub(super) prospect: Prospect,
}

/// The page of a cycle; `None` if there is no such cycle.
pub(super) fn page(state: &State, id: &str, why: WhyAt, messages: &Messages) -> Option<Page> {
    let sheet = state.sheet(id)?;
    let line = state.lines().into_iter().find(|line| line.id == id)?;
    let person = |person: &crate::app::edit::sheet::Person| {
        let minutes = person.minutes.map(|minutes| messages.number(minutes.to_f64(), 0));
        let variables = [
            ("commune", person.commune.as_str().into()),
            ("minutes", minutes.unwrap_or_else(|| "–".to_owned()).into()),
            ("companions", person.companions.into()),
        ];
        Person { id: person.id.clone(), detail: messages.text("web-board-person", &variables) }
    };
    Some(Page {
        cycle: line.id.clone(),
        commune: line.commune.clone(),
        facts: facts(&line, &sheet.tablets, messages),
        costs: costs(&sheet, messages),
        people: sheet.people.iter().map(person).collect(),
        is_broken_off: line.is_broken_off,
        why,
    })
}

fn facts(line: &Line, tablets: &Tablets, messages: &Messages) -> Vec<[String; 2]> {
    let lent = [
        ("brought", tablets.from_kit.into()),
        ("there", tablets.borrowers.saturating_sub(tablets.from_kit).into()),
    ];
    let on_days = |(one, dates): &(Kit, Vec<Date>)| {
        let variables = [("kit", kit(one, messages).into()), ("dates", messages.dates(dates).into())];
        messages.text("web-board-kit-on", &variables)
    };
    let kits = match &tablets.kits[..] {
        [(one, _)] => kit(one, messages),
        several => several.iter().map(on_days).collect::<Vec<_>>().join(", "),
    };
    let facts = [
        ("web-board-fact-time", time(line.time, messages)),
        ("web-board-fact-dates", messages.dates(&line.sessions)),
        ("web-board-fact-venue", line.venue.clone()),
        ("web-board-fact-trainer", line.trainer.clone()),
        ("web-board-fact-track", line.track.clone()),
        ("web-board-fact-seats", seats(line.participants, line.places, messages)),
        ("web-board-fact-tablets", messages.text("web-board-tablets", &lent)),
        ("web-board-fact-kits", kits),
    ];
    let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(key, value)| [messages.text(key, &[]), value]).collect()
}

/// The non-zero terms.
fn costs(sheet: &Sheet, messages: &Messages) -> Vec<[String; 2]> {
    let service = &sheet.service;
    let worth = [
        ("service-travel", service.travel),
        ("service-waiting", service.waiting),
        ("service-place", service.place),
    ];
    let own = sheet.costs.terms().into_iter().filter(|(key, _)| *key != "cost-gross").chain(worth);
    let told = own.filter(|(_, amount)| amount.to_f64() != 0.0);
    told.map(|(key, amount)| [messages.text(key, &[]), messages.euros(amount)]).collect()
}

/// Why a cycle is here, with the best alternatives.
pub(super) fn reasons(state: &State, id: &str, messages: &Messages) -> Reasons {
    let Some(why) = state.why(id, PROPOSED) else {
        let text = messages.text("web-board-why-fixed", &[]);
        return Reasons { cycle: id.to_owned(), text, places: Vec::new() };
    };
    let variables = [("legal", why.legal.into()), ("cheaper", why.cheaper.into())];
    Reasons {
        cycle: id.to_owned(),
        text: messages.text("web-board-why", &variables),
        places: why.best.iter().map(|target| elsewhere(state, target, messages)).collect(),
    }
}

fn elsewhere(state: &State, target: &Target, messages: &Messages) -> Elsewhere {
    let (instance, spot) = (&state.instance, target.spot);
    let (slot, venue, trainer) =
        (&instance.slots[spot.slot], &instance.venues[spot.venue], &instance.trainers[spot.trainer]);
    let variables = [
        ("time", time((slot.weekday, slot.start_minute), messages).into()),
        ("date", messages.date(spot.first).into()),
        ("venue", venue.name.as_str().into()),
        ("commune", instance.communes[venue.commune].name.as_str().into()),
        ("trainer", trainer.name.as_str().into()),
    ];
    Elsewhere {
        slot: slot.id.clone(),
        venue: venue.id.clone(),
        trainer: trainer.id.clone(),
        first: spot.first.to_string(),
        text: messages.text("web-board-elsewhere", &variables),
        prospect: Prospect::of(&target.effect, messages),
    }
}
