//! Trainers' days in a draft: who is where when, with which kit, and what the tours cost.
//!
//! One entry for each trainer and day of the horizon. A tour's cost is computed anew whenever its day changes, so
//! no rounding accumulates there. Where all kits are kept at one depot, days of different trainers are independent
//! but for the number of kits; otherwise a change on a day matches all its kits again.

use super::super::roster::{can_share, match_kits};
use super::super::space::{Day, Space};
use crate::instance::ids::{CommuneId, KitId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// A session of a trainer's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Session {
    start: Minutes,
    group: usize,
    venue: VenueId,
    need: usize,
}

/// One trainer on one day.
#[derive(Debug, Clone, Default, PartialEq)]
struct Cell {
    /// In time order.
    sessions: Vec<Session>,
    kit: Option<KitId>,
    cost: f64,
    is_broken: bool,
}

/// All trainers' days.
#[derive(Debug, Clone)]
pub(super) struct Days {
    cells: Vec<Cell>,
    week_load: Vec<usize>,
    /// Days of the horizon.
    horizon: usize,
    n_weeks: usize,
    cost: f64,
    /// The depot of all kits, where it is the same.
    depot: Option<CommuneId>,
    /// Tablets of the kits, largest first.
    sizes: Vec<usize>,
    /// Whether every trainer could have a kit of every size on every day.
    is_abundant: bool,
    /// Days that cannot be travelled: without the triangle inequality a day may break when a session leaves it.
    n_broken: usize,
}

impl Days {
    pub(super) fn new(space: &Space) -> Self {
        let kits = &space.instance.kits;
        let mut sizes: Vec<usize> = kits.iter().map(|kit| kit.tablets).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let first = kits.first().map(|kit| kit.depot);
        let n_weeks = space.week_of.last().map_or(0, |week| week + 1);
        Self {
            cells: vec![Cell::default(); space.staff.len() * space.n_days],
            week_load: vec![0; space.staff.len() * n_weeks],
            horizon: space.n_days,
            n_weeks,
            cost: 0.0,
            depot: first.filter(|&depot| kits.iter().all(|kit| kit.depot == depot)),
            is_abundant: sizes.len() >= space.staff.len() && sizes.first() == sizes.last(),
            sizes,
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

    /// Whether no session of the trainer overlaps a session of the run (with the time to turn around).
    pub(super) fn is_free(&self, space: &Space, trainer: TrainerId, run: usize) -> bool {
        let run = &space.runs[run];
        let (start, end) = space.instance.session_time(run.slot);
        let (turnaround, length) = (space.instance.rules.travel.turnaround, end - start);
        run.days.iter().all(|&day| {
            self.cells[self.cell(trainer, day)].sessions.iter().all(|session| {
                end + turnaround <= session.start || session.start + length + turnaround <= start
            })
        })
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

    /// What the tours would cost more, euros; infinite where that cannot be.
    pub(super) fn increase(&self, space: &Space, trainer: TrainerId, pattern: usize, need: usize) -> f64 {
        let place = &space.patterns[pattern];
        let run = &space.runs[place.run];
        let start = space.instance.session_time(run.slot).0;
        let mut increase = 0.0;
        for &day in &run.days {
            let cell = &self.cells[self.cell(trainer, day)];
            let at = place_for(&cell.sessions, start);
            let venues = cell.sessions[..at].iter().map(|session| session.venue);
            let venues =
                venues.chain([place.venue]).chain(cell.sessions[at..].iter().map(|session| session.venue));
            let has_kit = need > 0 || cell.kit.is_some();
            if need > 0 && !self.has_kit_for(space, trainer, day, need) {
                return f64::INFINITY;
            }
            increase += tour(space, trainer, venues, self.likely_depot(space, cell, has_kit)) - cell.cost;
        }
        increase
    }

    /// What the tours would cost less without a group, euros; its kit is not given back.
    pub(super) fn saving(&self, space: &Space, group: usize, trainer: TrainerId, pattern: usize) -> f64 {
        let saving_of = |&day: &Day| {
            let cell = &self.cells[self.cell(trainer, day)];
            let others = cell.sessions.iter().filter(|session| session.group != group);
            let depot = cell.kit.map(|kit| space.instance.kits[kit].depot);
            let without = tour(space, trainer, others.map(|session| session.venue), depot);
            if without.is_finite() { cell.cost - without } else { 0.0 }
        };
        space.runs[space.patterns[pattern].run].days.iter().map(saving_of).sum()
    }

    /// Adds a cycle's sessions; `false`, and nothing changed, where kits or tours do not allow it.
    pub(super) fn add(
        &mut self,
        space: &Space,
        group: usize,
        trainer: TrainerId,
        pattern: usize,
        need: usize,
    ) -> bool {
        let place = space.patterns[pattern];
        let days = &space.runs[place.run].days;
        let start = space.instance.session_time(space.runs[place.run].slot).0;
        for &day in days {
            let cell = self.cell(trainer, day);
            let sessions = &mut self.cells[cell].sessions;
            let at = place_for(sessions, start);
            sessions.insert(at, Session { start, group, venue: place.venue, need });
            let week = self.week(space, trainer, day);
            self.week_load[week] += 1;
        }
        let is_possible = days.iter().all(|&day| self.refresh(space, trainer, day));
        if !is_possible {
            self.remove(space, group, trainer, pattern);
        }
        is_possible
    }

    /// Takes a cycle's sessions away.
    pub(super) fn remove(&mut self, space: &Space, group: usize, trainer: TrainerId, pattern: usize) {
        let days = &space.runs[space.patterns[pattern].run].days;
        for &day in days {
            let cell = self.cell(trainer, day);
            self.cells[cell].sessions.retain(|session| session.group != group);
            let week = self.week(space, trainer, day);
            self.week_load[week] -= 1;
        }
        for &day in days {
            self.refresh(space, trainer, day);
        }
    }

    /// Changes the tablets that a cycle needs; `false`, and nothing changed, where kits do not allow it.
    pub(super) fn set_need(
        &mut self,
        space: &Space,
        group: usize,
        trainer: TrainerId,
        pattern: usize,
        need: usize,
    ) -> bool {
        let days = &space.runs[space.patterns[pattern].run].days;
        let mut before = 0;
        for &day in days {
            let cell = self.cell(trainer, day);
            for session in self.cells[cell].sessions.iter_mut().filter(|session| session.group == group) {
                before = std::mem::replace(&mut session.need, need);
            }
        }
        if days.iter().all(|&day| self.refresh(space, trainer, day)) {
            return true;
        }
        for &day in days {
            let cell = self.cell(trainer, day);
            self.cells[cell].sessions.iter_mut().filter(|s| s.group == group).for_each(|s| s.need = before);
        }
        for &day in days {
            self.refresh(space, trainer, day);
        }
        false
    }

    /// Computes a trainer's day anew: kit and tour. `false` where it has no kit or cannot be travelled.
    fn refresh(&mut self, space: &Space, trainer: TrainerId, day: Day) -> bool {
        if self.depot.is_none() && !self.sizes.is_empty() {
            // Whoever has no kit and needs none leaves the kits of the others where they are.
            let is_apart = self.need(trainer, day) == 0 && self.cells[self.cell(trainer, day)].kit.is_none();
            return if is_apart {
                self.settle(space, trainer, day, None)
            } else {
                self.match_day(space, trainer, day)
            };
        }
        let need = self.need(trainer, day);
        let has_kit = need > 0;
        if has_kit && !self.has_kit_for(space, trainer, day, need) {
            return false;
        }
        // Which of the kits at the one depot is decided when the plan is written.
        self.settle(space, trainer, day, has_kit.then_some(KitId(0)))
    }

    /// Matches all kits of a day, on which the sessions of one trainer changed, with the trainers who need one.
    fn match_day(&mut self, space: &Space, changed: TrainerId, day: Day) -> bool {
        let needs = self.needs(space, day);
        let amounts: Vec<usize> = needs.iter().map(|&(_, need)| need).collect();
        let tour_with = |index: usize, kit: KitId| {
            let trainer = needs[index].0;
            let sessions = &self.cells[self.cell(trainer, day)].sessions;
            tour(space, trainer, sessions.iter().map(|s| s.venue), Some(space.instance.kits[kit].depot))
        };
        let Some(kits) = match_kits(space.instance, &amounts, tour_with) else { return false };
        let mut is_possible = true;
        for trainer in space.staff.keys() {
            let kit = needs.iter().position(|&(other, _)| other == trainer).map(|index| kits[index]);
            let cell = &self.cells[self.cell(trainer, day)];
            if trainer == changed || cell.kit != kit || cell.is_broken {
                is_possible &= self.settle(space, trainer, day, kit);
            }
        }
        is_possible
    }

    fn settle(&mut self, space: &Space, trainer: TrainerId, day: Day, kit: Option<KitId>) -> bool {
        let index = self.cell(trainer, day);
        let cell = &self.cells[index];
        let depot = kit.map(|kit| space.instance.kits[kit].depot);
        let cost = tour(space, trainer, cell.sessions.iter().map(|session| session.venue), depot);
        let is_broken = !cost.is_finite();
        let cost = if is_broken { 0.0 } else { cost };
        self.n_broken = self.n_broken + usize::from(is_broken) - usize::from(cell.is_broken);
        self.cost += cost - cell.cost;
        let cell = &mut self.cells[index];
        (cell.cost, cell.kit, cell.is_broken) = (cost, kit, is_broken);
        !is_broken
    }

    /// Trainers who need a kit on a day, with the tablets of their neediest session.
    pub(super) fn needs(&self, space: &Space, day: Day) -> Vec<(TrainerId, usize)> {
        let need_of = |trainer| (trainer, self.need(trainer, day));
        space.staff.keys().map(need_of).filter(|&(_, need)| need > 0).collect()
    }

    /// Tablets of a trainer's neediest session on a day.
    fn need(&self, trainer: TrainerId, day: Day) -> usize {
        let sessions = &self.cells[self.cell(trainer, day)].sessions;
        sessions.iter().map(|session| session.need).max().unwrap_or(0)
    }

    /// The groups of a trainer's day, in time order.
    pub(super) fn groups(&self, trainer: TrainerId, day: Day) -> impl Iterator<Item = usize> {
        self.cells[self.cell(trainer, day)].sessions.iter().map(|session| session.group)
    }

    /// The venues of a trainer's day, in time order.
    pub(super) fn venues(&self, trainer: TrainerId, day: Day) -> impl Iterator<Item = VenueId> {
        self.cells[self.cell(trainer, day)].sessions.iter().map(|session| session.venue)
    }

    /// Whether the stock of kits suffices on a day on which `trainer` needs at least `need` tablets.
    fn has_kit_for(&self, space: &Space, trainer: TrainerId, day: Day, need: usize) -> bool {
        let need = need.max(self.need(trainer, day));
        if self.is_abundant {
            return self.sizes.first().is_some_and(|&size| need <= size);
        }
        let others = self.needs(space, day).into_iter().filter(|&(other, _)| other != trainer);
        let mut needs: Vec<usize> = others.map(|(_, need)| need).chain([need]).collect();
        can_share(&mut needs, &self.sizes)
    }

    /// Where a kit would be fetched: its depot if known, else the first kit's (an estimate that `add` makes exact).
    fn likely_depot(&self, space: &Space, cell: &Cell, has_kit: bool) -> Option<CommuneId> {
        let kit = cell.kit.or(space.instance.kits.keys().next());
        if has_kit { self.depot.or(kit.map(|kit| space.instance.kits[kit].depot)) } else { None }
    }

    fn cell(&self, trainer: TrainerId, day: Day) -> usize {
        usize::from(trainer) * self.horizon + day
    }

    fn week(&self, space: &Space, trainer: TrainerId, day: Day) -> usize {
        usize::from(trainer) * self.n_weeks + space.week_of[day]
    }
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

/// Cost of a day's tour (PROBLEM.md section 5), euros; infinite where a leg cannot be travelled.
pub(super) fn tour(
    space: &Space,
    trainer: TrainerId,
    mut venues: impl Iterator<Item = VenueId>,
    depot: Option<CommuneId>,
) -> f64 {
    let Some(first) = venues.next() else { return 0.0 };
    let base = space.staff[trainer].base;
    let place = |venue: VenueId| space.instance.venues[venue].commune;
    let start = depot.unwrap_or(base);
    let to_depot = depot.map_or(0.0, |depot| space.depot_cost(trainer, base, depot));
    let from_depot = depot.map_or(0.0, |depot| space.depot_cost(trainer, depot, base));
    let mut cost = to_depot + from_depot + space.leg_cost(trainer, start, place(first));
    let mut last = first;
    for venue in venues {
        if venue != last {
            cost += space.leg_cost(trainer, place(last), place(venue));
        }
        last = venue;
    }
    cost + space.leg_cost(trainer, place(last), start)
}
