//! A trainer's road book, by week: each day's tour in order, with times, travel, venues, kit, participants and tablets.
//!
//! Times of departure follow from the sessions: the trainer is at the first venue `turnaround_min` before its session
//! begins, as the plan keeps that time between two sessions. Travel times are the instance's, labelled as estimates if
//! they are. The trainer appears by identifier.

use jiff::civil::{Date, ISOWeekDate};
use serde_json::{Value as Json, json};

use super::{frame, words};
use crate::instance::Instance;
use crate::instance::entities::Leg;
use crate::instance::ids::{CommuneId, KitId, TrainerId};
use crate::instance::units::Minutes;
use crate::messages::Messages;
use crate::output::export::Export;
use crate::output::export::facts::{address, capitalised, tablets_in_words, town};
use crate::plan::costs::tablets_of_day;
use crate::plan::tour::{Stop, WorkingDay, leg_between, stops, working_days};

/// The road book's bytes.
///
/// # Errors
/// The fault of the template.
pub fn road_book(export: &Export, trainer: TrainerId) -> Result<Vec<u8>, String> {
    export.press.print("road-book.typ", &data(export, trainer), export.made)
}

fn data(export: &Export, trainer: TrainerId) -> Json {
    let Export { instance, plan, messages, .. } = export;
    let who = &instance.trainers[trainer];
    let title = messages.text("road-title", &[("trainer", who.id.as_str().into())]);
    let mut data = frame(&title, instance.is_invented, export.made, messages);
    let days: Vec<WorkingDay> =
        working_days(instance, plan).into_iter().filter(|day| day.trainer == trainer).collect();
    let base = town(instance, who.base);
    data["subtitle"] = messages.text("road-subtitle", &[("base", base.into())]).into();
    data["words"] = words(messages, "road", ["time", "stop", "then"]);
    data["empty"] = messages.text("road-empty", &[]).into();
    let weeks = days.chunk_by(|one, other| week(one.date) == week(other.date));
    data["weeks"] = weeks.map(|days| week_data(export, days)).collect();
    data
}

fn week(date: Date) -> (i16, i8) {
    let week = ISOWeekDate::from(date);
    (week.year(), week.week())
}

fn week_data(export: &Export, days: &[WorkingDay]) -> Json {
    let Export { instance, plan, messages, .. } = export;
    let tours: Vec<Tour> = days.iter().map(|day| Tour::new(export, day)).collect();
    let km: f64 = tours.iter().map(|tour| tour.km).sum();
    let sessions: usize = days.iter().map(|day| day.cycles.len()).sum();
    let participants: usize =
        days.iter().flat_map(|day| &day.cycles).map(|&cycle| plan.cycles[cycle].participants.len()).sum();
    let variables = [
        ("number", week(days[0].date).1.to_string().into()),
        ("period", messages.long_period(days[0].date, days[days.len() - 1].date).into()),
    ];
    let totals = [
        ("sessions", sessions.into()),
        ("participants", participants.into()),
        ("km", messages.number(km, 0).into()),
    ];
    let day_data = |(day, tour): (&WorkingDay, &Tour)| {
        json!({
            "title": capitalised(&messages.long_date(day.date)),
            "kit": kit(instance, day, export),
            "stops": tour.rows,
        })
    };
    json!({
        "title": messages.text("road-week", &variables),
        "totals": messages.text("road-totals", &totals),
        "days": days.iter().zip(&tours).map(day_data).collect::<Vec<_>>(),
    })
}

/// The kit to take on a day, and the largest number of its tablets needed at once.
fn kit(instance: &Instance, day: &WorkingDay, export: &Export) -> String {
    let needed = tablets_of_day(instance, export.plan, day);
    let one = |&kit: &KitId| {
        let kit = &instance.kits[kit];
        let variables = [
            ("kit", kit.id.as_str().into()),
            ("tablets", kit.tablets.into()),
            ("needed", needed.into()),
            ("depot", instance.communes[kit.depot].name.as_str().into()),
        ];
        export.messages.text("road-kit", &variables)
    };
    day.kits.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// A day as rows of the book.
struct Tour {
    rows: Vec<Json>,
    km: f64,
}

impl Tour {
    fn new(export: &Export, day: &WorkingDay) -> Self {
        let instance = export.instance;
        let stops = stops(instance, export.plan, day);
        let legs: Vec<Leg> = stops
            .windows(2)
            .map(|pair| leg_between(instance, pair[0], pair[1]).unwrap_or(Leg::ZERO))
            .collect();
        let times = times(export, day, &stops, &legs);
        let mut sessions = day.cycles.iter();
        let mut is_out = true;
        let mut rows = Vec::with_capacity(stops.len());
        for (place, &stop) in stops.iter().enumerate() {
            let leg = legs.get(place).map(|&leg| way(export, &stops[place..], leg)).unwrap_or_default();
            match stop {
                Stop::Venue(_) => {
                    is_out = false;
                    rows.extend(sessions.next().map(|&cycle| session(export, cycle, day.date, &leg)));
                }
                Stop::Base(commune) => {
                    let key = if is_out { "road-leave" } else { "road-back" };
                    rows.push(waypoint(export, key, commune, times[place], &leg));
                }
                Stop::Depot(commune) => {
                    let key = if is_out { "road-fetch" } else { "road-return" };
                    rows.push(waypoint(export, key, commune, times[place], &leg));
                }
            }
        }
        Self { rows, km: legs.iter().map(|leg| leg.km.to_f64()).sum() }
    }
}

/// The times at which the trainer leaves the base, is at each depot, begins each session, and is back.
fn times(export: &Export, day: &WorkingDay, stops: &[Stop], legs: &[Leg]) -> Vec<Minutes> {
    let instance = export.instance;
    let slot = |cycle: usize| instance.session_time(export.plan.cycles[cycle].slot);
    let n_before = stops.iter().take_while(|stop| !matches!(stop, Stop::Venue(_))).count();
    let Some(&first) = day.cycles.first() else { return vec![Minutes::ZERO; stops.len()] };
    let mut times = vec![Minutes::ZERO; stops.len()];
    let mut at = slot(first).0 - instance.rules.travel.turnaround;
    for place in (0..n_before).rev() {
        at -= legs[place].minutes;
        times[place] = at;
    }
    for (offset, &cycle) in day.cycles.iter().enumerate() {
        times[n_before + offset] = slot(cycle).0;
        at = slot(cycle).1;
    }
    for place in n_before + day.cycles.len()..stops.len() {
        at += legs[place - 1].minutes;
        times[place] = at;
    }
    times
}

/// The way to the next stop in words; empty if it is the same place.
fn way(export: &Export, stops: &[Stop], leg: Leg) -> String {
    let Export { instance, messages, .. } = export;
    if leg == Leg::ZERO {
        return String::new();
    }
    let commune = |stop: Stop| match stop {
        Stop::Base(commune) | Stop::Depot(commune) => commune,
        Stop::Venue(venue) => instance.venues[venue].commune,
    };
    let is_measured = instance.travel.is_measured(commune(stops[0]), commune(stops[1]));
    let key = if is_measured { "road-way-measured" } else { "road-way-estimated" };
    let figures = [
        ("km", messages.number(leg.km.to_f64(), 1).into()),
        ("minutes", messages.number(leg.minutes.to_f64().ceil(), 0).into()),
    ];
    messages.text(key, &figures)
}

/// A row for a stop without a session: its time, and what to do there.
fn waypoint(export: &Export, key: &str, commune: CommuneId, time: Minutes, leg: &str) -> Json {
    let Export { instance, messages, .. } = export;
    let place = instance.communes[commune].name.as_str();
    json!({
        "time": clock(messages, time),
        "title": messages.text(key, &[("place", place.into())]),
        "is-session": false,
        "leg": leg,
    })
}

/// A row for a session.
fn session(export: &Export, cycle: usize, date: Date, leg: &str) -> Json {
    let Export { instance, messages, .. } = export;
    let cycle = &export.plan.cycles[cycle];
    let (start, end) = instance.session_time(cycle.slot);
    let number = cycle.sessions.iter().position(|&held| held == date).map_or(1, |place| place + 1);
    let detail = [
        ("cycle", cycle.id.as_str().into()),
        ("number", number.into()),
        ("of", cycle.sessions.len().into()),
        ("track", instance.tracks[cycle.track].as_str().into()),
        ("participants", cycle.participants.len().into()),
        ("tablets", tablets_in_words(export, cycle, cycle.venue_on(date)).into()),
    ];
    json!({
        "time": format!("{} – {}", clock(messages, start), clock(messages, end)),
        "title": instance.venues[cycle.venue_on(date)].name,
        "place": address(instance, cycle.venue_on(date)),
        "detail": messages.text("road-session", &detail),
        "is-session": true,
        "leg": leg,
    })
}

fn clock(messages: &Messages, time: Minutes) -> String {
    messages.time_of_day(time.to_f64().max(0.0).floor() as u16)
}
