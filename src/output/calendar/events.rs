//! The events of each audience: a mairie's sessions and those that its residents attend elsewhere; a trainer's own. Each
//! session appears with its actual venue and trainer, including repairs.

use jiff::civil::{Date, DateTime};

use super::earlier::{Board, Version};
use super::identity::{Session as Numbered, Whose};
use super::{Event, calendar};
use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};
use crate::output::export::Export;
use crate::output::export::facts::{capitalised, participants_from, place, tablets_in_words};
use crate::plan::costs::tablets_needed;
use crate::plan::places::seats_free;
use crate::plan::{Cycle, Plan};

/// A mairie's calendar: sessions in the commune, and those that its residents attend elsewhere.
pub fn mairie(export: &Export, commune: CommuneId) -> Vec<u8> {
    let Export { instance, messages, .. } = export;
    let town = &instance.communes[commune];
    let events = |plan: &Plan| {
        let of_cycle = |cycle: &Cycle| {
            let from_here = participants_from(instance, cycle, commune);
            sessions(export, cycle, |number, held| {
                if instance.venues[held.venue].commune == commune {
                    Some(at_home(export, cycle, number, held))
                } else {
                    (from_here > 0).then(|| away(export, cycle, number, held, from_here))
                }
            })
        };
        plan.cycles.iter().flat_map(of_cycle).collect()
    };
    let name = messages.text("ics-mairie-name", &[("commune", town.name.as_str().into())]);
    published(export, &name, &events, &Whose::Mairie(town.insee.clone()))
}

/// A trainer's calendar: the sessions that they lead, including those as a stand-in.
pub fn trainer(export: &Export, trainer: TrainerId) -> Vec<u8> {
    let Export { instance, messages, .. } = export;
    let id = &instance.trainers[trainer].id;
    let events = |plan: &Plan| {
        let of_cycle = |cycle: &Cycle| {
            sessions(export, cycle, |number, held| {
                (held.trainer == trainer).then(|| for_trainer(export, (plan, cycle), number, held))
            })
        };
        plan.cycles.iter().flat_map(of_cycle).collect()
    };
    let name = messages.text("ics-trainer-name", &[("trainer", id.as_str().into())]);
    published(export, &name, &events, &Whose::Trainer(id.clone()))
}

/// The calendar of a town hall or trainer who left the tables: what was published is cancelled, under its earlier name.
pub fn gone(export: &Export, whose: &Whose, board: &Board) -> Vec<u8> {
    let name = if board.name.is_empty() { whose.id() } else { &board.name };
    written(export, name, &|_| Vec::new(), whose)
}

/// The events of a plan in a calendar.
type Shown<'a> = &'a dyn Fn(&Plan) -> Vec<(Numbered, Event)>;

fn published(export: &Export, name: &str, shown: Shown<'_>, whose: &Whose) -> Vec<u8> {
    let name = if export.instance.is_invented {
        format!("{name} ({})", export.messages.text("invented", &[]))
    } else {
        name.to_owned()
    };
    written(export, &name, shown, whose)
}

fn written(export: &Export, name: &str, shown: Shown<'_>, whose: &Whose) -> Vec<u8> {
    let Export { instance, earlier, messages, .. } = export;
    let told = export.told.iter().map(|told| (&told.plan, told.today));
    let versions = told.chain([(export.plan, export.today())]);
    let versions = versions.map(|(plan, today)| Version { events: shown(plan), today });
    let published = earlier.publish(versions, whose);
    calendar(name, &messages.text("ics-description", &[]), &instance.rules.zone, &published)
}

/// Title and description of one session.
type Words = (String, String);

/// The sessions of a cycle for which `words` returns words, with their numbers.
fn sessions(
    export: &Export,
    cycle: &Cycle,
    words: impl Fn(usize, Session) -> Option<Words>,
) -> Vec<(Numbered, Event)> {
    let instance = export.instance;
    let event = |(held, number): (Session, usize)| {
        let (summary, mut description) = words(number, held)?;
        if instance.is_invented {
            description.extend(["\n", &export.messages.text("invented-above", &[])]);
        }
        let (start, end) = times(instance, cycle.slot, held.date);
        let (location, zone) = (place(instance, held.venue), instance.rules.zone.clone());
        let event = Event { start, end, zone, summary, location, description, is_cancelled: false };
        Some((Numbered { cycle: cycle.id.clone(), number }, event))
    };
    cycle.meetings().zip(1_usize..).filter_map(event).collect()
}

/// Start and end of a session, local time; validation excludes sessions that pass midnight.
fn times(instance: &Instance, slot: SlotId, date: Date) -> (DateTime, DateTime) {
    let (start, end) = instance.session_time(slot);
    let at = |minutes: crate::instance::units::Minutes| {
        let minute = minutes.to_f64().floor() as i64;
        let (hour, minute) = ((minute / 60).min(23) as i8, (minute % 60) as i8);
        date.at(hour, minute, 0, 0)
    };
    (at(start), at(end))
}

fn at_home(export: &Export, cycle: &Cycle, number: usize, held: Session) -> Words {
    // Whether a resident may still join is left out: it changes from day to day even if nothing else does.
    let left = seats_free(export.instance, cycle);
    let variables = [
        ("cycle", cycle.id.as_str().into()),
        ("number", number.into()),
        ("of", cycle.sessions.len().into()),
        ("track", export.instance.tracks[cycle.track].as_str().into()),
        ("participants", cycle.participants.len().into()),
        ("left", left.into()),
        ("trainer", export.instance.trainers[held.trainer].id.as_str().into()),
        ("tablets", capitalised(&tablets_in_words(export, cycle, held.venue)).into()),
    ];
    (export.messages.text("ics-session", &variables), export.messages.text("ics-session-text", &variables))
}

fn away(export: &Export, cycle: &Cycle, number: usize, held: Session, from_here: usize) -> Words {
    let there = instance_commune(export.instance, held.venue);
    let variables = [
        ("cycle", cycle.id.as_str().into()),
        ("number", number.into()),
        ("of", cycle.sessions.len().into()),
        ("track", export.instance.tracks[cycle.track].as_str().into()),
        ("commune", there.into()),
        ("residents", from_here.into()),
    ];
    (export.messages.text("ics-away", &variables), export.messages.text("ics-away-text", &variables))
}

fn for_trainer(export: &Export, (plan, cycle): (&Plan, &Cycle), number: usize, held: Session) -> Words {
    let Export { instance, messages, .. } = export;
    let Session { date, venue, trainer } = held;
    let taken = plan.kit_roster.iter().find(|use_| use_.date == date && use_.trainer == trainer);
    let needs_kit = tablets_needed(instance, cycle, venue) > 0;
    let kit = taken.filter(|_| needs_kit).map_or_else(String::new, |taken| {
        let kit = &instance.kits[taken.kit];
        let depot = instance.communes[kit.depot].name.as_str();
        messages.text("ics-kit", &[("kit", kit.id.as_str().into()), ("depot", depot.into())])
    });
    let variables = [
        ("cycle", cycle.id.as_str().into()),
        ("number", number.into()),
        ("of", cycle.sessions.len().into()),
        ("track", instance.tracks[cycle.track].as_str().into()),
        ("commune", instance_commune(instance, venue).into()),
        ("participants", cycle.participants.len().into()),
        ("tablets", capitalised(&tablets_in_words(export, cycle, venue)).into()),
        ("kit", kit.into()),
    ];
    (messages.text("ics-trainer", &variables), messages.text("ics-trainer-text", &variables))
}

fn instance_commune(instance: &Instance, venue: VenueId) -> &str {
    &instance.communes[instance.venues[venue].commune].name
}
