//! Trainers' days in a draft: where each trainer is and when, with which kit, and the cost of the tours.
//!
//! There is one entry for each trainer and day of the horizon. A tour's cost is recomputed whenever its day changes, so no
//! rounding accumulates there. If all kits are kept at one depot, days of different trainers are independent except for the
//! number of kits; otherwise a change of a day may change the kits that others take (`kits`).

use super::super::space::{Appointment, Day, Space};
use super::kits::{Kits, units};
use super::stretch::{Session, Stretch, stretch};
use crate::instance::ids::{CommuneId, TrackId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// One trainer on one day.
#[derive(Debug, Clone, Default, PartialEq)]
struct Cell {
    /// In time order.
    sessions: Vec<Session>,
    stretch: Stretch,
    /// Kit tablets of the neediest session.
    need: usize,
    cost: f64,
    is_broken: bool,
}

/// A tentative move of a group: pattern and trainer, before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) number: usize,
    pub(super) from: (usize, TrainerId),
    pub(super) to: (usize, TrainerId),
    /// Kit tablets that it needs afterwards.
    pub(super) need: usize,
}

/// A group with its pattern and trainer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) number: usize,
    pub(super) pattern: usize,
    pub(super) trainer: TrainerId,
}

/// All trainers' days.
#[derive(Debug, Clone)]
pub(super) struct Days {
    /// `[day × trainers + trainer]`.
    cells: Vec<Cell>,
    week_load: Vec<usize>,
    /// Sessions of each trainer, without those that are part of every plan.
    n_led: Vec<usize>,
    n_trainers: usize,
    n_weeks: usize,
    cost: f64,
    /// Unused if all kits are at one depot.
    kits: Kits,
    /// Number of days that cannot be travelled or lack a kit. Without the triangle inequality, a removal may break a day.
    n_broken: usize,
}

impl Days {
    pub(super) fn new(space: &Space) -> Self {
        let n_weeks = space.week_of.last().map_or(0, |week| week + 1);
        let mut week_load = vec![0; space.staff.len() * n_weeks];
        for (trainer, day) in space.standing.held_days(space.instance) {
            if let Some(&week) = space.week_of.get(day) {
                week_load[usize::from(trainer) * n_weeks + week] += 1;
            }
        }
        Self {
            cells: vec![Cell::default(); space.staff.len() * space.n_days],
            week_load,
            n_led: vec![0; space.staff.len()],
            n_trainers: space.staff.len(),
            n_weeks,
            cost: 0.0,
            kits: Kits::new(&space.stock, space.staff.len(), space.n_days),
            n_broken: 0,
        }
    }

    /// Cost of all tours, euros.
    pub(super) fn cost(&self) -> f64 {
        self.cost
    }

    /// Whether every day can be travelled and has its kits.
    pub(super) fn is_legal(&self) -> bool {
        self.n_broken == 0
    }

    /// Recomputes the sum of the costs of all days: a sum that is only updated drifts.
    pub(super) fn add_up(&mut self) {
        self.cost = self.cells.iter().map(|cell| cell.cost).sum();
    }

    /// Checks rules H6 (limits) and H7 (moving) for one more cycle.
    pub(super) fn can_work(
        &self,
        space: &Space,
        (pattern, trainer): (usize, TrainerId),
        track: TrackId,
    ) -> bool {
        let start = space.instance.session_time(space.patterns[pattern].slot).0;
        self.may_lead(space, (pattern, trainer), track)
            && space.appointments(pattern, trainer).all(|Appointment { day, trainer, venue, .. }| {
                let staff = &space.staff[trainer];
                let sessions = &self.cells[self.cell(trainer, day)].sessions;
                sessions.len() < staff.max_day
                    && self.week_load[self.week(space, trainer, day)] < staff.max_week
                    && sessions.iter().all(|session| can_move(space, session, start, venue))
            })
    }

    /// Checks rule H6 over the horizon: for new cycles and stand-ins, not for announced ones (rule L6).
    fn may_lead(&self, space: &Space, (pattern, trainer): (usize, TrainerId), track: TrackId) -> bool {
        let may = |trainer: TrainerId, n_sessions: usize| {
            let led = self.n_led[usize::from(trainer)];
            led.checked_add(n_sessions).is_some_and(|led| led <= space.staff[trainer].max_sessions)
        };
        match space.patterns[pattern].course {
            Some(course) => {
                space.standing.stand_ins(course).iter().all(|&(trainer, n_sessions)| may(trainer, n_sessions))
            }
            None => space.goes_on((pattern, trainer), track).is_some() || may(trainer, space.n_sessions),
        }
    }

    /// Adds (`sign` 1) or subtracts (−1) the sessions of a pattern in the counts of those who lead them.
    fn count_led(&mut self, space: &Space, trainer: TrainerId, pattern: usize, sign: isize) {
        let mut count = |trainer: TrainerId, n_sessions: usize| {
            let led = &mut self.n_led[usize::from(trainer)];
            *led = led.wrapping_add_signed(sign * n_sessions as isize);
        };
        match space.patterns[pattern].course {
            Some(course) => {
                for &(trainer, n_sessions) in space.standing.engaged(course) {
                    count(trainer, n_sessions);
                }
            }
            None => count(trainer, space.n_sessions),
        }
    }

    /// Maximum number of kit tablets that a trainer can have on all days of a pattern, given the needs of others (rule H8) and
    /// regardless of where kits are kept.
    pub(super) fn most_tablets(&self, space: &Space, trainer: TrainerId, pattern: usize) -> usize {
        let of_day = |Appointment { day, trainer, .. }: Appointment| {
            let cells = self.of_day(day).iter().enumerate();
            let others = cells.filter(|&(other, _)| other != usize::from(trainer)).map(|(_, cell)| cell.need);
            space.stock.most_beside(&others)
        };
        space.appointments(pattern, trainer).map(of_day).min().unwrap_or(0)
    }

    /// Increase of tour costs if groups were moved, euros, each trainer's day separately: with its present kit, or else the best
    /// one for it. Infinite if a day would break rule H6 or H7.
    pub(super) fn change(&self, space: &Space, shifts: &[Shift]) -> f64 {
        let mut touched: Vec<(Day, TrainerId)> = Vec::with_capacity(shifts.len() * 2 * space.n_sessions);
        for (pattern, trainer) in shifts.iter().flat_map(|shift| [shift.from, shift.to]) {
            touched.extend(space.appointments(pattern, trainer).map(|held| (held.day, held.trainer)));
        }
        touched.sort_unstable();
        touched.dedup();
        let mut change = 0.0;
        let mut sessions = Vec::with_capacity(8);
        for (day, trainer) in touched {
            let cell = &self.cells[self.cell(trainer, day)];
            let stays = |session: &&Session| shifts.iter().all(|shift| shift.number != session.group);
            sessions.clear();
            sessions.extend(cell.sessions.iter().filter(stays).copied());
            if !add_shifted(space, shifts, trainer, day, &mut sessions) {
                return f64::INFINITY;
            }
            let need = need(&sessions);
            let stretch = stretch(space, trainer, sessions.iter());
            let kit = if need == 0 { None } else { self.kit(space, trainer, day) };
            let kit =
                kit.or_else(|| space.stock.cheapest(need, |depot| stretch.tour(space, trainer, Some(depot))));
            change += stretch.with(space, trainer, kit) - cell.cost;
        }
        change
    }

    /// Adds a cycle's sessions; `false`, with nothing changed, if kits or tours do not allow it.
    pub(super) fn add(&mut self, space: &Space, held: Held, need: usize) -> bool {
        self.insert(space, held, need);
        let is_possible = self.can_refresh(space, held);
        if !is_possible {
            self.remove(space, held);
        }
        is_possible
    }

    /// Restores the sessions of a removed cycle unconditionally: a day that was broken before its removal is broken again.
    pub(super) fn add_back(&mut self, space: &Space, held: Held, need: usize) {
        self.insert(space, held, need);
        self.refresh_all(space, held);
    }

    fn insert(&mut self, space: &Space, held: Held, need: usize) {
        let Held { number: group, trainer, pattern } = held;
        let start = space.instance.session_time(space.patterns[pattern].slot).0;
        self.count_led(space, trainer, pattern, 1);
        for Appointment { day, trainer, venue, host } in space.appointments(pattern, trainer) {
            let cell = self.cell(trainer, day);
            let sessions = &mut self.cells[cell].sessions;
            let at = place_for(sessions, start);
            sessions.insert(at, Session { start, group, venue, host, need });
            let week = self.week(space, trainer, day);
            self.week_load[week] += 1;
        }
    }

    /// Removes a cycle's sessions.
    pub(super) fn remove(&mut self, space: &Space, held: Held) {
        self.count_led(space, held.trainer, held.pattern, -1);
        for Appointment { day, trainer, .. } in space.appointments(held.pattern, held.trainer) {
            let cell = self.cell(trainer, day);
            self.cells[cell].sessions.retain(|session| session.group != held.number);
            let week = self.week(space, trainer, day);
            self.week_load[week] -= 1;
        }
        self.refresh_all(space, held);
    }

    /// Changes the tablets that a cycle needs; `false`, with nothing changed, if kits do not allow it.
    pub(super) fn set_need(&mut self, space: &Space, held: Held, need: usize) -> bool {
        let before = self.replace_need(space, held, need);
        let is_possible = self.can_refresh(space, held);
        if !is_possible {
            self.set_need_back(space, held, before);
        }
        is_possible
    }

    /// Restores a cycle's earlier need unconditionally: a day that was broken then is broken again.
    pub(super) fn set_need_back(&mut self, space: &Space, held: Held, need: usize) {
        self.replace_need(space, held, need);
        self.refresh_all(space, held);
    }

    /// Sets the tablets that a cycle needs; returns the previous number.
    fn replace_need(&mut self, space: &Space, held: Held, need: usize) -> usize {
        let mut before = 0;
        for Appointment { day, trainer, .. } in space.appointments(held.pattern, held.trainer) {
            let cell = self.cell(trainer, day);
            for session in self.cells[cell].sessions.iter_mut().filter(|session| session.group == held.number)
            {
                before = std::mem::replace(&mut session.need, need);
            }
        }
        before
    }

    /// Recomputes the days of a pattern, up to the first impossible one; returns whether all are possible.
    fn can_refresh(&mut self, space: &Space, held: Held) -> bool {
        let mut days = space.appointments(held.pattern, held.trainer);
        days.all(|Appointment { day, trainer, .. }| self.refresh(space, trainer, day))
    }

    /// Recomputes all days of a pattern, possible or not.
    fn refresh_all(&mut self, space: &Space, held: Held) {
        for Appointment { day, trainer, .. } in space.appointments(held.pattern, held.trainer) {
            self.refresh(space, trainer, day);
        }
    }

    /// Recomputes a trainer's day: kit and tour. `false` if it has no kit or cannot be travelled.
    fn refresh(&mut self, space: &Space, trainer: TrainerId, day: Day) -> bool {
        let index = self.cell(trainer, day);
        let cell = &mut self.cells[index];
        let (need, stretch) = (need(&cell.sessions), stretch(space, trainer, cell.sessions.iter()));
        let need_before = std::mem::replace(&mut cell.need, need);
        let stretch_before = std::mem::replace(&mut cell.stretch, stretch);
        if stretch == stretch_before && !cell.is_broken && space.stock.are_alike(need, need_before) {
            return true;
        }
        if space.stock.has_choice() {
            return self.match_kit(space, trainer, day);
        }
        if need > need_before && !space.stock.suffices(&self.of_day(day).iter().map(|cell| cell.need)) {
            return false;
        }
        self.settle(space, trainer, day)
    }

    /// The kind of kit that a trainer takes on a day.
    fn kit(&self, space: &Space, trainer: TrainerId, day: Day) -> Option<usize> {
        if space.stock.has_choice() {
            return self.kits.of(trainer, day);
        }
        // Which kit of the single depot it is, is decided when the plan is built.
        (self.cells[self.cell(trainer, day)].need > 0).then_some(0)
    }

    /// Reassigns the kit of a trainer whose sessions changed, and those of others on the day, at the lowest total cost.
    fn match_kit(&mut self, space: &Space, trainer: TrainerId, day: Day) -> bool {
        let mut moved = Vec::new();
        let cells = &self.cells[day * self.n_trainers..(day + 1) * self.n_trainers];
        let cost = |other: usize, kind: usize| {
            let (cell, kind) = (&cells[other], &space.stock.kinds()[kind]);
            if kind.tablets < cell.need {
                return None;
            }
            units(cell.stretch.tour(space, TrainerId::from(other), Some(kind.depot)))
        };
        self.kits.give_back(trainer, day, cost, &mut moved);
        if cells[usize::from(trainer)].need > 0 {
            self.kits.take(trainer, day, cost, &mut moved);
        }
        // Trainers without a kit may find one now.
        let is_without = |cell: &Cell| cell.is_broken && cell.need > 0;
        for other in (0..cells.len()).filter(|&other| self.n_broken > 0 && is_without(&cells[other])) {
            let other = TrainerId::from(other);
            if self.kits.of(other, day).is_none() && self.kits.take(other, day, cost, &mut moved) {
                moved.push(other);
            }
        }
        for other in moved {
            self.settle(space, other, day);
        }
        self.settle(space, trainer, day)
    }

    /// Updates the cost of a trainer's day with its present kit; `false`, with the day marked as broken, if it has none or cannot
    /// be travelled.
    fn settle(&mut self, space: &Space, trainer: TrainerId, day: Day) -> bool {
        let kit = self.kit(space, trainer, day);
        let index = self.cell(trainer, day);
        let cell = &mut self.cells[index];
        let has_kit = cell.need == 0 || kit.is_some();
        let cost = if has_kit { cell.stretch.with(space, trainer, kit) } else { f64::INFINITY };
        let is_broken = !cost.is_finite();
        let cost = if is_broken { 0.0 } else { cost };
        self.n_broken = self.n_broken + usize::from(is_broken) - usize::from(cell.is_broken);
        self.cost += cost - cell.cost;
        (cell.cost, cell.is_broken) = (cost, is_broken);
        !is_broken
    }

    /// What a trainer's day would cost with a kit from a depot, euros.
    pub(super) fn tour_from(&self, space: &Space, trainer: TrainerId, day: Day, depot: CommuneId) -> f64 {
        let depot = space.stock.depots().binary_search(&depot).expect("kits are kept there");
        self.cells[self.cell(trainer, day)].stretch.tour(space, trainer, Some(depot))
    }

    /// Trainers who need a kit on a day, with the kit tablets of their neediest session.
    pub(super) fn needs(&self, space: &Space, day: Day) -> Vec<(TrainerId, usize)> {
        let cells = space.staff.keys().zip(self.of_day(day));
        cells.map(|(trainer, cell)| (trainer, cell.need)).filter(|&(_, need)| need > 0).collect()
    }

    /// The groups of a trainer's day, in time order.
    pub(super) fn groups(&self, trainer: TrainerId, day: Day) -> impl Iterator<Item = usize> {
        self.cells[self.cell(trainer, day)].sessions.iter().map(|session| session.group)
    }

    /// The cells of all trainers on a day.
    fn of_day(&self, day: Day) -> &[Cell] {
        &self.cells[day * self.n_trainers..(day + 1) * self.n_trainers]
    }

    fn cell(&self, trainer: TrainerId, day: Day) -> usize {
        day * self.n_trainers + usize::from(trainer)
    }

    fn week(&self, space: &Space, trainer: TrainerId, day: Day) -> usize {
        usize::from(trainer) * self.n_weeks + space.week_of[day]
    }
}

/// Adds the sessions that moved groups would have on a trainer's day; `false` if rule H6 or H7 forbids it.
fn add_shifted(
    space: &Space,
    shifts: &[Shift],
    trainer: TrainerId,
    day: Day,
    sessions: &mut Vec<Session>,
) -> bool {
    for shift in shifts {
        let mut there = space.appointments(shift.to.0, shift.to.1);
        let Some(held) = there.find(|held| held.day == day && held.trainer == trainer) else { continue };
        let start = space.instance.session_time(space.patterns[shift.to.0].slot).0;
        let is_full = sessions.len() >= space.staff[trainer].max_day;
        if is_full || !sessions.iter().all(|other| can_move(space, other, start, held.venue)) {
            return false;
        }
        let Shift { number: group, need, .. } = *shift;
        let session = Session { start, group, venue: held.venue, host: held.host, need };
        sessions.insert(place_for(sessions, start), session);
    }
    true
}

/// Position of a session that starts at `start` in the time order of a day.
fn place_for(sessions: &[Session], start: Minutes) -> usize {
    sessions.iter().position(|session| start < session.start).unwrap_or(sessions.len())
}

/// Checks rule H7 between an existing session and one at `start` on the same day.
fn can_move(space: &Space, held: &Session, start: Minutes, venue: VenueId) -> bool {
    let instance = space.instance;
    let (from, to, earlier, later) = if held.start <= start {
        (held.venue, venue, held.start, start)
    } else {
        (venue, held.venue, start, held.start)
    };
    let ready = earlier + instance.rules.cycle.session_minutes + instance.rules.travel.turnaround;
    instance.way_between_venues(from, to).is_some_and(|leg| ready + leg.minutes <= later)
}

/// Kit tablets of the neediest session.
fn need(sessions: &[Session]) -> usize {
    sessions.iter().map(|session| session.need).max().unwrap_or(0)
}
