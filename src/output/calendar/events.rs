//! The events of each audience: a mairie's sessions and those its residents attend elsewhere; a trainer's own.

use jiff::civil::{Date, DateTime};

use super::earlier::Board;
use super::identity::{Session, Whose};
use super::{Event, calendar};
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};
use crate::output::export::Export;
use crate::output::export::facts::{capitalised, participants_from, place, tablets_in_words};
use crate::plan::Cycle;
use crate::plan::costs::tablets_needed;
use crate::plan::places::places_left;

/// A mairie's calendar.
pub fn mairie(export: &Export, commune: CommuneId) -> Vec<u8> {
    let Export { instance, plan, messages, .. } = export;
    let town = &instance.communes[commune];
    let mut events = Vec::new();
    for cycle in &plan.cycles {
        let from_here = participants_from(instance, cycle, commune);
        let is_here = instance.venues[cycle.venue].commune == commune;
        if is_here || from_here > 0 {
            events.extend(sessions(export, cycle, |number| {
                if is_here { at_home(export, cycle, number) } else { away(export, cycle, number, from_here) }
            }));
        }
    }
    let name = messages.text("ics-mairie-name", &[("commune", town.name.as_str().into())]);
    published(export, &name, events, &Whose::Mairie(town.insee.clone()))
}

/// A trainer's calendar.
pub fn trainer(export: &Export, trainer: TrainerId) -> Vec<u8> {
    let Export { instance, plan, messages, .. } = export;
    let id = &instance.trainers[trainer].id;
    let own =
        |cycle: &Cycle, session: &Session| cycle.trainer_on(cycle.sessions[session.number - 1]) == trainer;
    let events = plan.cycles.iter().flat_map(|cycle| {
        let all = sessions(export, cycle, |number| for_trainer(export, cycle, number));
        all.into_iter().filter(|(session, _)| own(cycle, session))
    });
    let events = events.collect();
    let name = messages.text("ics-trainer-name", &[("trainer", id.as_str().into())]);
    published(export, &name, events, &Whose::Trainer(id.clone()))
}

/// The calendar of somebody who left the tables: what was published is cancelled, under the name that it had.
pub fn gone(export: &Export, whose: &Whose, board: &Board) -> Vec<u8> {
    let name = if board.name.is_empty() { whose.id() } else { &board.name };
    written(export, name, Vec::new(), whose)
}

fn published(export: &Export, name: &str, events: Vec<(Session, Event)>, whose: &Whose) -> Vec<u8> {
    let name = if export.instance.is_invented {
        format!("{name} ({})", export.messages.text("invented", &[]))
    } else {
        name.to_owned()
    };
    written(export, &name, events, whose)
}

fn written(export: &Export, name: &str, events: Vec<(Session, Event)>, whose: &Whose) -> Vec<u8> {
    let Export { instance, earlier, messages, made, .. } = export;
    let published = earlier.publish(events, whose, *made);
    calendar(name, &messages.text("ics-description", &[]), &instance.rules.zone, &published)
}

/// Title and description of one session.
type Words = (String, String);

fn sessions(export: &Export, cycle: &Cycle, words: impl Fn(usize) -> Words) -> Vec<(Session, Event)> {
    let instance = export.instance;
    let numbered = cycle.sessions.iter().zip(1_usize..);
    numbered
        .map(|(&date, number)| {
            let (summary, mut description) = words(number);
            if instance.is_invented {
                description.extend(["\n", &export.messages.text("invented-above", &[])]);
            }
            let (start, end) = times(instance, cycle.slot, date);
            let (location, zone) = (place(instance, cycle.venue_on(date)), instance.rules.zone.clone());
            let event = Event { start, end, zone, summary, location, description, is_cancelled: false };
            (Session { cycle: cycle.id.clone(), number }, event)
        })
        .collect()
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

fn at_home(export: &Export, cycle: &Cycle, number: usize) -> Words {
    let date = cycle.sessions[number - 1];
    let (venue, trainer) = (cycle.venue_on(date), cycle.trainer_on(date));
    let left = places_left(export.instance, cycle);
    let variables = [
        ("cycle", cycle.id.as_str().into()),
        ("number", number.into()),
        ("of", cycle.sessions.len().into()),
        ("track", export.instance.tracks[cycle.track].as_str().into()),
        ("participants", cycle.participants.len().into()),
        ("left", left.into()),
        ("trainer", export.instance.trainers[trainer].id.as_str().into()),
        ("tablets", capitalised(&tablets_in_words(export, cycle, venue)).into()),
    ];
    (export.messages.text("ics-session", &variables), export.messages.text("ics-session-text", &variables))
}

fn away(export: &Export, cycle: &Cycle, number: usize, from_here: usize) -> Words {
    let there = instance_commune(export.instance, cycle.venue_on(cycle.sessions[number - 1]));
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

fn for_trainer(export: &Export, cycle: &Cycle, number: usize) -> Words {
    let Export { instance, messages, .. } = export;
    let date = cycle.sessions[number - 1];
    let (venue, trainer) = (cycle.venue_on(date), cycle.trainer_on(date));
    let taken = export.plan.kit_roster.iter().find(|use_| use_.date == date && use_.trainer == trainer);
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
