//! The calendar of a week: trainers or rooms by day, with a cell for each slot of a day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::view::View;
use super::words::{closed, kit, seats_briefly};
use crate::app::edit::board::{Board, Card, Rows};
use crate::app::edit::state::State;
use crate::messages::Messages;

/// The calendar of a week.
pub(super) struct Week {
    pub(super) title: String,
    /// Its Monday.
    pub(super) monday: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    /// Weeks: Monday, label, and whether it is shown.
    pub(super) weeks: Vec<(String, String, bool)>,
    /// Days: label, and why no session is possible.
    pub(super) days: Vec<(String, String)>,
    pub(super) rows: Vec<Row>,
    /// Addresses of the calendar by trainers and by rooms.
    pub(super) by_trainers: String,
    pub(super) by_venues: String,
    pub(super) is_by_venues: bool,
    /// Address with all rooms, or with used ones only; and whether all are shown.
    pub(super) all: String,
    pub(super) is_all: bool,
}

/// A trainer or a room.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) commune: String,
    pub(super) days: Vec<Day>,
}

/// A day of a trainer or a room.
pub(super) struct Day {
    /// Why no session is possible; empty if one is.
    pub(super) closed: String,
    /// Whether no session is possible anywhere, which the head of the table shows.
    pub(super) is_closed_everywhere: bool,
    pub(super) places: Vec<Place>,
}

/// A slot of a day.
pub(super) struct Place {
    pub(super) slot: String,
    pub(super) time: String,
    pub(super) label: String,
    pub(super) meetings: Vec<Meeting>,
}

/// A session.
pub(super) struct Meeting {
    pub(super) cycle: String,
    pub(super) address: String,
    pub(super) title: String,
    pub(super) number: String,
    pub(super) seats: String,
    /// The kit that it uses; empty if it needs none.
    pub(super) kit: String,
    /// Whether the page of its cycle is open, and whether the last step moved it.
    pub(super) is_open: bool,
    pub(super) is_moved: bool,
}

/// The inputs of a week's calendar.
pub(super) struct Maker<'a> {
    pub(super) base: &'a str,
    pub(super) view: &'a View,
    pub(super) messages: &'a Messages,
    /// The cycle that the last step moved.
    pub(super) moved: Option<&'a str>,
}

impl Maker<'_> {
    pub(super) fn week(&self, state: &State) -> Week {
        let board = state.board(self.view.rows(), self.view.day());
        let (messages, is_by_venues) = (self.messages, self.view.rows() == Rows::Venues);
        let place = board.weeks.iter().position(|(monday, _)| *monday == board.week);
        let near = |step: Option<usize>| {
            let (monday, _) = board.weeks.get(step?)?;
            Some(self.view.in_week(*monday).address(self.base))
        };
        let weeks = board.weeks.iter().map(|&(monday, sessions)| {
            let variables = [("date", messages.date(monday).into()), ("sessions", sessions.into())];
            (monday.to_string(), messages.text("web-board-week-of", &variables), monday == board.week)
        });
        let other = |rows: &str| View { rows: Some(rows.to_owned()), ..self.view.clone() }.address(self.base);
        let is_all = self.view.all.is_some();
        let all = View { all: (!is_all).then(|| "1".to_owned()), ..self.view.clone() };
        Week {
            title: messages.text("web-board-week-title", &[("date", messages.long_date(board.week).into())]),
            monday: board.week.to_string(),
            before: near(place.and_then(|place| place.checked_sub(1))),
            after: near(place.map(|place| place + 1)),
            weeks: weeks.collect(),
            days: days(&board)
                .iter()
                .map(|(date, slots)| (self.day(*date), self.head(&board, slots)))
                .collect(),
            rows: self.rows(state, &board),
            by_trainers: other("trainers"),
            by_venues: other("venues"),
            is_by_venues,
            all: all.address(self.base),
            is_all,
        }
    }

    fn day(&self, date: Date) -> String {
        let weekday = self.messages.weekday(date.weekday());
        let (day, month) = (date.day(), self.messages.month(date.month()));
        self.messages.text(
            "web-board-day",
            &[("weekday", weekday.into()), ("day", day.to_string().into()), ("month", month.into())],
        )
    }

    fn rows(&self, state: &State, board: &Board) -> Vec<Row> {
        let hosts: BTreeSet<&str> =
            state.plan.cycles.iter().map(|cycle| state.instance.venues[cycle.venue].id.as_str()).collect();
        let is_shown = |row: &&crate::app::edit::board::Row| {
            self.view.rows() == Rows::Trainers || self.view.all.is_some() || hosts.contains(row.id.as_str())
        };
        let days = days(board);
        let row = |row: &crate::app::edit::board::Row| Row {
            id: row.id.clone(),
            name: row.name.clone(),
            commune: row.commune.clone(),
            days: days.iter().map(|(_, slots)| self.day_of(board, row, slots)).collect(),
        };
        board.rows.iter().filter(is_shown).map(row).collect()
    }

    /// Why no session is possible anywhere on a day.
    fn head(&self, board: &Board, slots: &[usize]) -> String {
        let found = slots.first().and_then(|&slot| board.columns[slot].closed.as_ref());
        found.map(|found| closed(found, self.messages)).unwrap_or_default()
    }

    fn day_of(&self, board: &Board, row: &crate::app::edit::board::Row, slots: &[usize]) -> Day {
        let first = slots.first().copied();
        let found = first.and_then(|slot| row.closed[slot].as_ref());
        Day {
            closed: found.map(|found| closed(found, self.messages)).unwrap_or_default(),
            is_closed_everywhere: first.is_some_and(|slot| board.columns[slot].closed.is_some()),
            places: slots.iter().map(|&slot| self.place(board, row, slot)).collect(),
        }
    }

    fn place(&self, board: &Board, row: &crate::app::edit::board::Row, slot: usize) -> Place {
        let column = &board.columns[slot];
        let time = self.messages.time_of_day(column.start_minute);
        Place {
            slot: column.slot.clone(),
            label: format!("{} – {} {time}", row.name, self.day(column.date)),
            time,
            meetings: row.cells[slot].iter().map(|card| self.meeting(card)).collect(),
        }
    }

    fn meeting(&self, card: &Card) -> Meeting {
        let (messages, is_by_venues) = (self.messages, self.view.rows() == Rows::Venues);
        let (number, of) = card.number;
        let number = [("number", number.into()), ("of", of.into())];
        let seats = if card.is_broken_off {
            messages.text("web-board-broken-off", &[])
        } else {
            seats_briefly(card.participants, card.places, messages)
        };
        Meeting {
            cycle: card.cycle.clone(),
            address: self.view.of_cycle(&card.cycle).address(self.base),
            title: if is_by_venues { card.trainer.clone() } else { card.commune.clone() },
            number: messages.text("web-board-number", &number),
            seats,
            kit: card.kit.as_ref().map(|one| kit(one, messages)).unwrap_or_default(),
            is_open: self.view.cycle.as_ref() == Some(&card.cycle),
            is_moved: self.moved == Some(card.cycle.as_str()),
        }
    }
}

/// The days of a week, each with the positions of its slots.
fn days(board: &Board) -> Vec<(Date, Vec<usize>)> {
    let mut days: Vec<(Date, Vec<usize>)> = Vec::new();
    for (position, column) in board.columns.iter().enumerate() {
        match days.last_mut() {
            Some((date, slots)) if *date == column.date => slots.push(position),
            _ => days.push((column.date, vec![position])),
        }
    }
    days
}
