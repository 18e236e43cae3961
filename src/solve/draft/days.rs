//! Trainers' days in a draft: who is where when, with which kit, and what the tours cost.
//!
//! One entry for each trainer and day of the horizon. A tour's cost is computed anew whenever its day changes, so
//! no rounding accumulates there. Where all kits are kept at one depot, days of different trainers are independent
//! but for the number of kits; otherwise a change on a day gives out all its kits again: to each trainer one of the
//! depot that suits them best, or where these run short the cheapest assignment.

use super::super::roster::Stock;
use super::super::space::{Day, Space};
use crate::instance::ids::{CommuneId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// A session of a trainer's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Session {
    start: Minutes,
    group: usize,
    venue: VenueId,
    host: CommuneId,
    need: usize,
}

/// The part of a day's tour from the first venue to the last: whatever kit is fetched, it stays the same.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Stretch {
    /// Communes of the first and the last venue; none without sessions.
    ends: Option<(CommuneId, CommuneId)>,
    /// Cost of the legs between them, euros.
    legs: f64,
}

/// One trainer on one day.
#[derive(Debug, Clone, Default, PartialEq)]
struct Cell {
    /// In time order.
    sessions: Vec<Session>,
    stretch: Stretch,
    /// Tablets of the neediest session.
    need: usize,
    /// Cost of the day's tour with a kit of each depot, euros; none where no kit is needed or all are at one depot.
    tours: Vec<f64>,
    /// The depot that makes the day's tour cheapest; none where no kit is needed or large enough.
    favourite: Option<usize>,
    /// The depot whose kit is taken.
    kit: Option<usize>,
    cost: f64,
    is_broken: bool,
}

/// A group that would be held on other terms: pattern and trainer, before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) number: usize,
    pub(super) from: (usize, TrainerId),
    pub(super) to: (usize, TrainerId),
    /// Kit tablets it needs afterwards.
    pub(super) need: usize,
}

/// A group on its terms.
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
    n_trainers: usize,
    n_weeks: usize,
    cost: f64,
    stock: Stock,
    /// Days that cannot be travelled: without the triangle inequality a day may break when a session leaves it.
    n_broken: usize,
}

impl Days {
    pub(super) fn new(space: &Space) -> Self {
        let n_weeks = space.week_of.last().map_or(0, |week| week + 1);
        let stock = Stock::new(space.instance);
        Self {
            cells: vec![Cell::default(); space.staff.len() * space.n_days],
            week_load: vec![0; space.staff.len() * n_weeks],
            n_trainers: space.staff.len(),
            n_weeks,
            cost: 0.0,
            stock,
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

    /// Rules H6 (limits) and H7 (moving) for one more cycle.
    pub(super) fn can_work(&self, space: &Space, trainer: TrainerId, pattern: usize) -> bool {
        let place = &space.patterns[pattern];
        let run = &space.runs[place.run];
        let staff = &space.staff[trainer];
        let start = space.instance.session_time(run.slot).0;
        run.days.iter().all(|&day| {
            let sessions = &self.cells[self.cell(trainer, day)].sessions;
            sessions.len() < staff.max_day
                && self.week_load[self.week(space, trainer, day)] < staff.max_week
                && sessions.iter().all(|session| can_move(space, session, start, place.venue))
        })
    }

    /// What the tours would cost more if groups were held on other terms, euros, each trainer's day by itself: with the
    /// kit that it has, or else the one it would like best. Infinite where a day would break rule H6 or H7.
    pub(super) fn change(&self, space: &Space, shifts: &[Shift]) -> f64 {
        let mut touched: Vec<(Day, TrainerId)> = Vec::with_capacity(shifts.len() * 2 * space.n_sessions);
        for (pattern, trainer) in shifts.iter().flat_map(|shift| [shift.from, shift.to]) {
            touched.extend(days_of(space, pattern).iter().map(|&day| (day, trainer)));
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
            let need = sessions.iter().map(|session| session.need).max().unwrap_or(0);
            let stretch = stretch(space, trainer, sessions.iter());
            let kit = if need == 0 { None } else { cell.kit };
            let from = |depot| stretch.tour(space, trainer, self.depot(Some(depot)));
            let kit = kit.or_else(|| self.stock.cheapest(need, from));
            change += stretch.tour(space, trainer, self.depot(kit)) - cell.cost;
        }
        change
    }

    /// Adds a cycle's sessions; `false`, and nothing changed, where kits or tours do not allow it.
    pub(super) fn add(&mut self, space: &Space, held: Held, need: usize) -> bool {
        self.insert(space, held, need);
        let is_possible =
            days_of(space, held.pattern).iter().all(|&day| self.refresh(space, held.trainer, day));
        if !is_possible {
            self.remove(space, held);
        }
        is_possible
    }

    /// Adds the sessions of a cycle that was removed, possible or not: what was broken before it was is broken again.
    pub(super) fn add_back(&mut self, space: &Space, held: Held, need: usize) {
        self.insert(space, held, need);
        self.refresh_all(space, held);
    }

    fn insert(&mut self, space: &Space, held: Held, need: usize) {
        let Held { number: group, trainer, pattern } = held;
        let place = space.patterns[pattern];
        let (start, host) = (space.instance.session_time(place.slot).0, place.host);
        for &day in days_of(space, pattern) {
            let cell = self.cell(trainer, day);
            let sessions = &mut self.cells[cell].sessions;
            let at = place_for(sessions, start);
            sessions.insert(at, Session { start, group, venue: place.venue, host, need });
            let week = self.week(space, trainer, day);
            self.week_load[week] += 1;
        }
    }

    /// Takes a cycle's sessions away.
    pub(super) fn remove(&mut self, space: &Space, held: Held) {
        for &day in days_of(space, held.pattern) {
            let cell = self.cell(held.trainer, day);
            self.cells[cell].sessions.retain(|session| session.group != held.number);
            let week = self.week(space, held.trainer, day);
            self.week_load[week] -= 1;
        }
        self.refresh_all(space, held);
    }

    /// Changes the tablets that a cycle needs; `false`, and nothing changed, where kits do not allow it.
    pub(super) fn set_need(&mut self, space: &Space, held: Held, need: usize) -> bool {
        let before = self.replace_need(space, held, need);
        let is_possible =
            days_of(space, held.pattern).iter().all(|&day| self.refresh(space, held.trainer, day));
        if !is_possible {
            self.set_need_back(space, held, before);
        }
        is_possible
    }

    /// Gives a cycle the need that it had, possible or not: what was broken then is broken again.
    pub(super) fn set_need_back(&mut self, space: &Space, held: Held, need: usize) {
        self.replace_need(space, held, need);
        self.refresh_all(space, held);
    }

    /// Sets the tablets that a cycle needs; returns how many it did.
    fn replace_need(&mut self, space: &Space, held: Held, need: usize) -> usize {
        let mut before = 0;
        for &day in days_of(space, held.pattern) {
            let cell = self.cell(held.trainer, day);
            for session in self.cells[cell].sessions.iter_mut().filter(|session| session.group == held.number)
            {
                before = std::mem::replace(&mut session.need, need);
            }
        }
        before
    }

    /// Computes a trainer's days of a pattern anew, whatever comes of it.
    fn refresh_all(&mut self, space: &Space, held: Held) {
        for &day in days_of(space, held.pattern) {
            self.refresh(space, held.trainer, day);
        }
    }

    /// Computes a trainer's day anew: kit and tour. `false` where it has no kit or cannot be travelled.
    fn refresh(&mut self, space: &Space, trainer: TrainerId, day: Day) -> bool {
        let index = self.cell(trainer, day);
        let need_before = self.cells[index].need;
        self.measure(space, trainer, index);
        let cell = &self.cells[index];
        if cell.need > need_before && !self.stock.suffices(&self.of_day(day).iter().map(|cell| cell.need)) {
            return false;
        }
        if self.stock.depots().len() < 2 {
            // Which of the kits at the one depot is decided when the plan is written.
            let kit = (cell.need > 0).then_some(0);
            return self.settle(space, trainer, day, kit);
        }
        // Whoever has no kit and needs none leaves the kits of the others where they are.
        if cell.need == 0 && cell.kit.is_none() && !cell.is_broken {
            return self.settle(space, trainer, day, None);
        }
        self.match_day(space, trainer, day)
    }

    /// What a day's sessions alone determine.
    fn measure(&mut self, space: &Space, trainer: TrainerId, index: usize) {
        let sessions = &self.cells[index].sessions;
        let stretch = stretch(space, trainer, sessions.iter());
        let need = sessions.iter().map(|session| session.need).max().unwrap_or(0);
        let Self { cells, stock, .. } = self;
        let cell = &mut cells[index];
        (cell.stretch, cell.need) = (stretch, need);
        cell.tours.clear();
        if need > 0 && stock.depots().len() > 1 {
            let depots = stock.depots().iter();
            cell.tours.extend(depots.map(|depot| stretch.tour(space, trainer, Some(depot.commune))));
        }
        cell.favourite = stock.cheapest(need, |depot| cell.tours[depot]);
    }

    /// Gives out all kits of a day anew, on which the sessions of one trainer changed.
    fn match_day(&mut self, space: &Space, changed: TrainerId, day: Day) -> bool {
        let shared = if self.has_favourites(day) { None } else { Some(self.share(day)) };
        let mut needy = 0;
        let mut is_possible = true;
        for trainer in space.staff.keys() {
            let cell = &self.cells[self.cell(trainer, day)];
            let kit = match &shared {
                None => cell.favourite,
                // What the kits of the others cost no longer matters.
                Some(None) => return self.settle_at(changed, day, None, f64::INFINITY),
                Some(Some(_)) if cell.need == 0 => None,
                Some(Some(depots)) => {
                    needy += 1;
                    Some(depots[needy - 1])
                }
            };
            if trainer == changed || cell.kit != kit || cell.is_broken {
                is_possible &= self.settle(space, trainer, day, kit);
            }
        }
        is_possible
    }

    /// Whether every trainer can have a kit of the depot that suits them best.
    fn has_favourites(&self, day: Day) -> bool {
        let cells = self.of_day(day).iter();
        let mut n_wishes = vec![0; self.stock.depots().len()];
        cells.clone().filter_map(|cell| cell.favourite).for_each(|depot| n_wishes[depot] += 1);
        // Whoever is alone finds a kit there: a favourite has one that is large enough.
        n_wishes.iter().enumerate().filter(|&(_, &wishes)| wishes > 1).all(|(at, _)| {
            let needs = cells.clone().filter(|cell| cell.favourite == Some(at)).map(|cell| cell.need);
            self.stock.depots()[at].suffices(&needs)
        })
    }

    /// The cheapest way to give every trainer who needs one a kit, in the order of trainers.
    fn share(&self, day: Day) -> Option<Vec<usize>> {
        let needy: Vec<&Cell> = self.of_day(day).iter().filter(|cell| cell.need > 0).collect();
        let needs: Vec<usize> = needy.iter().map(|cell| cell.need).collect();
        self.stock.share(&needs, |index, depot| needy[index].tours[depot])
    }

    fn settle(&mut self, space: &Space, trainer: TrainerId, day: Day, kit: Option<usize>) -> bool {
        let cell = &self.cells[self.cell(trainer, day)];
        let known = kit.and_then(|depot| cell.tours.get(depot).copied());
        let cost = known.unwrap_or_else(|| cell.stretch.tour(space, trainer, self.depot(kit)));
        self.settle_at(trainer, day, kit, cost)
    }

    /// Gives a trainer's day a kit and what the tour then costs, euros; `false`, and the day is broken, where that is
    /// infinite.
    fn settle_at(&mut self, trainer: TrainerId, day: Day, kit: Option<usize>, cost: f64) -> bool {
        let index = self.cell(trainer, day);
        let is_broken = !cost.is_finite();
        let cost = if is_broken { 0.0 } else { cost };
        let cell = &mut self.cells[index];
        self.n_broken = self.n_broken + usize::from(is_broken) - usize::from(cell.is_broken);
        self.cost += cost - cell.cost;
        (cell.cost, cell.kit, cell.is_broken) = (cost, kit, is_broken);
        !is_broken
    }

    /// The commune of a depot.
    fn depot(&self, at: Option<usize>) -> Option<CommuneId> {
        at.map(|at| self.stock.depots()[at].commune)
    }

    /// What a trainer's day would cost with a kit from a depot, euros.
    pub(super) fn tour_from(&self, space: &Space, trainer: TrainerId, day: Day, depot: CommuneId) -> f64 {
        self.cells[self.cell(trainer, day)].stretch.tour(space, trainer, Some(depot))
    }

    /// Trainers who need a kit on a day, with the tablets of their neediest session.
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

/// The days of a pattern, ascending.
fn days_of<'s>(space: &'s Space, pattern: usize) -> &'s [Day] {
    &space.runs[space.patterns[pattern].run].days
}

/// Adds the sessions that shifted groups would have on a trainer's day; `false` where rule H6 or H7 forbids it.
fn add_shifted(
    space: &Space,
    shifts: &[Shift],
    trainer: TrainerId,
    day: Day,
    sessions: &mut Vec<Session>,
) -> bool {
    for shift in shifts.iter().filter(|shift| shift.to.1 == trainer) {
        if !days_of(space, shift.to.0).contains(&day) {
            continue;
        }
        let place = &space.patterns[shift.to.0];
        let start = space.instance.session_time(place.slot).0;
        let is_full = sessions.len() >= space.staff[trainer].max_day;
        if is_full || !sessions.iter().all(|held| can_move(space, held, start, place.venue)) {
            return false;
        }
        let Shift { number: group, need, .. } = *shift;
        let session = Session { start, group, venue: place.venue, host: place.host, need };
        sessions.insert(place_for(sessions, start), session);
    }
    true
}

/// Where a session that starts at `start` belongs in the time order of a day.
fn place_for(sessions: &[Session], start: Minutes) -> usize {
    sessions.iter().position(|session| start < session.start).unwrap_or(sessions.len())
}

/// Rule H7 between a session held and one to be held on the same day.
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

/// The part of a day's tour that its sessions, in time order, determine.
fn stretch<'c>(space: &Space, trainer: TrainerId, sessions: impl Iterator<Item = &'c Session>) -> Stretch {
    let mut last: Option<&Session> = None;
    let mut stretch = Stretch::default();
    for session in sessions {
        let first = stretch.ends.map_or(session.host, |(first, _)| first);
        stretch.ends = Some((first, session.host));
        if let Some(last) = last.filter(|last| last.venue != session.venue) {
            stretch.legs += space.leg_cost(trainer, last.host, session.host);
        }
        last = Some(session);
    }
    stretch
}

impl Stretch {
    /// Cost of a day's tour (PROBLEM.md section 5), euros; infinite where a leg cannot be travelled.
    fn tour(&self, space: &Space, trainer: TrainerId, depot: Option<CommuneId>) -> f64 {
        let Some((first, last)) = self.ends else { return 0.0 };
        let base = space.staff[trainer].base;
        let start = depot.unwrap_or(base);
        let to_and_from = depot.map_or(0.0, |depot| {
            space.depot_cost(trainer, base, depot) + space.depot_cost(trainer, depot, base)
        });
        let ends = space.leg_cost(trainer, start, first) + space.leg_cost(trainer, last, start);
        to_and_from + ends + self.legs
    }
}
