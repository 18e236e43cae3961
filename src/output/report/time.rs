//! Times: sessions a day over the calendar, trainers and rooms over the weeks.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{drawing, section};
use crate::instance::announced::Session;
use crate::instance::entities::Scope;
use crate::output::export::Export;
use crate::output::page::{Section, figure, folded};
use crate::output::svg::gantt::{Row, Span, Tick, gantt};
use crate::output::svg::heat::{Day, heat};
use crate::plan::Cycle;

pub(super) fn calendar(export: &Export) -> Section {
    let messages = export.messages;
    let (trainers, rooms) = (drawing(messages, "trainers"), drawing(messages, "rooms"));
    let days = drawing(messages, "days");
    let ticks = months(export);
    let horizon = export.instance.rules.horizon;
    let span = (horizon.start, horizon.end);
    let body = figure(&heat_map(export), &days.description, true)
        + &figure(&gantt(&trainers, &by_trainer(export), span, &ticks), &trainers.description, true)
        + &folded(
            &rooms.title,
            &figure(&gantt(&rooms, &by_room(export), span, &ticks), &rooms.description, true),
        );
    section(messages, "calendar", body)
}

/// The first of each month within the horizon, and the horizon's start.
fn months(export: &Export) -> Vec<Tick> {
    let horizon = export.instance.rules.horizon;
    let mut ticks = Vec::new();
    let mut day = horizon.start;
    while day <= horizon.end {
        if ticks.is_empty() || day.day() == 1 {
            ticks.push(Tick { day, label: export.messages.month(day.month()) });
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    // The label of a first month that is nearly over would overlap the next.
    if ticks.len() > 1 && ticks[0].day.day() > 20 {
        ticks.remove(0);
    }
    ticks
}

fn heat_map(export: &Export) -> String {
    let Export { instance, plan, messages, .. } = export;
    let mut counts: BTreeMap<Date, usize> = BTreeMap::new();
    for &date in plan.cycles.iter().flat_map(|cycle| &cycle.sessions) {
        *counts.entry(date).or_default() += 1;
    }
    let horizon = instance.rules.horizon;
    let is_closed = |date: Date| {
        instance
            .closures
            .iter()
            .any(|closure| closure.scope == Scope::All && closure.from <= date && date <= closure.until)
    };
    let dates = std::iter::successors(Some(horizon.start), |date| date.tomorrow().ok());
    let days = dates.take_while(|&date| date <= horizon.end).map(|date| {
        let count = counts.get(&date).copied().unwrap_or_default();
        let variables = [("date", messages.long_date(date).into()), ("sessions", count.into())];
        Day { date, count, is_closed: is_closed(date), hint: messages.text("days-day", &variables) }
    });
    let days: Vec<Day> = days.collect();
    let last = counts.keys().map(|date| date.weekday().to_monday_zero_offset()).max().unwrap_or(4).max(4);
    let monday = jiff::civil::Weekday::Monday;
    let weekdays: Vec<String> =
        (0..=last).map(|offset| messages.weekday(monday.wrapping_add(i64::from(offset)))).collect();
    let months: Vec<(Date, String)> = months(export).into_iter().map(|tick| (tick.day, tick.label)).collect();
    heat(&drawing(messages, "days"), &days, &weekdays, &months)
}

fn by_trainer(export: &Export) -> Vec<Row> {
    let instance = export.instance;
    let rows = instance.trainers.iter_enumerated().map(|(id, trainer)| Row {
        label: trainer.id.clone(),
        spans: spans(export, |session| session.trainer == id),
    });
    rows.collect()
}

fn by_room(export: &Export) -> Vec<Row> {
    let instance = export.instance;
    let rows = instance.venues.iter_enumerated().map(|(id, venue)| Row {
        label: shortened(&instance.communes[venue.commune].name, &venue.name),
        spans: spans(export, |session| session.venue == id),
    });
    rows.filter(|row| !row.spans.is_empty()).collect()
}

/// Commune and room, as far as they fit before the bars: many rooms have the same name.
fn shortened(commune: &str, room: &str) -> String {
    const LONGEST: usize = 34;
    let name = if room.contains(commune) { room.to_owned() } else { format!("{commune} · {room}") };
    if name.chars().count() <= LONGEST {
        return name;
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A span for each cycle with sessions that belong; repaired sessions count with their actual room and trainer.
fn spans(export: &Export, belongs: impl Fn(&Session) -> bool) -> Vec<Span> {
    let Export { instance, plan, messages, .. } = export;
    let span = |cycle: &Cycle| {
        let days: Vec<Date> = cycle.meetings().filter(&belongs).map(|session| session.date).collect();
        if days.is_empty() {
            return None;
        }
        let commune = instance.communes[instance.venues[cycle.venue].commune].name.as_str();
        let variables = [
            ("cycle", cycle.id.as_str().into()),
            ("commune", commune.into()),
            ("dates", messages.dates(&days).into()),
            ("participants", cycle.participants.len().into()),
        ];
        Some(Span {
            days,
            labels: vec![format!("{} {commune}", cycle.id), cycle.id.clone()],
            hint: messages.text("span-cycle", &variables),
            class: "",
        })
    };
    plan.cycles.iter().filter_map(span).collect()
}
