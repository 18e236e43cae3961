//! Cycles with their places, and sessions in the order of the calendar.

use crate::output::export::Export;
use crate::output::export::facts::address;
use crate::output::grid::{Grid, Value};
use crate::plan::Cycle;
use crate::plan::costs::tablets_lent;
use crate::plan::places::places_left;

/// A row for each cycle that `is_of_interest`, with the places left.
pub fn cycles(export: &Export, is_of_interest: impl Fn(&Cycle) -> bool) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let columns = [
        ("head-cycle", 9.0),
        ("head-track", 12.0),
        ("head-insee", 9.0),
        ("head-commune", 22.0),
        ("head-venue", 34.0),
        ("head-address", 34.0),
        ("head-weekday", 11.0),
        ("head-start", 8.0),
        ("head-end", 8.0),
        ("head-first", 12.0),
        ("head-last", 12.0),
        ("head-sessions", 9.0),
        ("head-trainer", 10.0),
        ("head-participants", 12.0),
        ("head-places-left", 14.0),
        ("head-note", 30.0),
    ];
    let mut grid = Grid::new(messages, "sheet-cycles", columns);
    for cycle in plan.cycles.iter().filter(|cycle| is_of_interest(cycle)) {
        let (venue, slot) = (&instance.venues[cycle.venue], &instance.slots[cycle.slot]);
        let commune = &instance.communes[venue.commune];
        let (start, end) = instance.session_time(cycle.slot);
        let n_participants = cycle.participants.len();
        grid.push([
            (&cycle.id).into(),
            (&instance.tracks[cycle.track]).into(),
            (&commune.insee).into(),
            (&commune.name).into(),
            (&venue.name).into(),
            address(instance, cycle.venue).into(),
            messages.weekday(slot.weekday).into(),
            Value::Time(start.to_f64() as u16),
            Value::Time(end.to_f64() as u16),
            Value::known(cycle.sessions.first().copied(), Value::from),
            Value::known(cycle.sessions.last().copied(), Value::from),
            cycle.sessions.len().into(),
            (&instance.trainers[cycle.trainer].id).into(),
            n_participants.into(),
            places_left(instance, cycle).into(),
            Value::known(note(export, cycle), Value::Text),
        ]);
    }
    grid
}

/// The peculiarities of a cycle: it was broken off, or has sessions elsewhere or by another trainer.
fn note(export: &Export, cycle: &Cycle) -> Option<String> {
    let broken_off = cycle.is_broken_off().then_some("note-broken-off");
    let repaired = (!cycle.repairs.is_empty()).then_some("note-repaired");
    let count = [("sessions", cycle.repairs.len().into())];
    let notes: Vec<String> =
        broken_off.into_iter().chain(repaired).map(|key| export.messages.text(key, &count)).collect();
    (!notes.is_empty()).then(|| notes.join(" ; "))
}

/// A row for each session of the cycles that `is_of_interest`, in the order of the calendar.
pub fn sessions(export: &Export, is_of_interest: impl Fn(&Cycle) -> bool) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let columns = [
        ("head-date", 12.0),
        ("head-weekday", 11.0),
        ("head-start", 8.0),
        ("head-end", 8.0),
        ("head-cycle", 9.0),
        ("head-session", 9.0),
        ("head-of", 6.0),
        ("head-track", 12.0),
        ("head-commune", 22.0),
        ("head-venue", 34.0),
        ("head-address", 34.0),
        ("head-trainer", 10.0),
        ("head-participants", 12.0),
        ("head-tablets-room", 12.0),
        ("head-tablets-kit", 12.0),
    ];
    let mut grid = Grid::new(messages, "sheet-sessions", columns);
    let interesting = plan.cycles.iter().filter(|cycle| is_of_interest(cycle));
    let numbered =
        interesting.flat_map(|cycle| cycle.sessions.iter().zip(1_usize..).map(move |held| (held, cycle)));
    let mut sessions: Vec<_> = numbered.collect();
    sessions.sort_by_key(|((date, _), cycle)| (**date, instance.slots[cycle.slot].start_minute, &cycle.id));
    for ((&date, number), cycle) in sessions {
        let (room, leader) = (cycle.venue_on(date), cycle.trainer_on(date));
        let venue = &instance.venues[room];
        let (start, end) = instance.session_time(cycle.slot);
        let tablets = tablets_lent(instance, cycle, room);
        grid.push([
            date.into(),
            messages.weekday(date.weekday()).into(),
            Value::Time(start.to_f64() as u16),
            Value::Time(end.to_f64() as u16),
            (&cycle.id).into(),
            number.into(),
            cycle.sessions.len().into(),
            (&instance.tracks[cycle.track]).into(),
            (&instance.communes[venue.commune].name).into(),
            (&venue.name).into(),
            address(instance, room).into(),
            (&instance.trainers[leader].id).into(),
            cycle.participants.len().into(),
            tablets.from_room.into(),
            tablets.from_kit.into(),
        ]);
    }
    grid
}
