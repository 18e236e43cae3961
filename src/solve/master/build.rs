//! Writes the master's first rows: everything but cycles, venues and kits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use typed_index_collections::TiVec;

use super::super::milp::formulation::Formulation;
use super::super::milp::lp::{ColumnIndex, Lp, RowIndex};
use super::super::space::{Day, Space};
use super::super::tours::{TourCosts, TourCut};
use super::{CliqueRow, DayRows, Master, Rows, TourRow};
use crate::instance::ids::{CommuneId, SlotId, TrainerId};
use crate::instance::units::Minutes;

/// The model in the making, with the right-hand sides that the Lagrangian bound needs.
#[derive(Default)]
struct Ledger {
    model: Formulation,
    rhs: Vec<f64>,
}

impl Ledger {
    fn at_most(&mut self, terms: &[(ColumnIndex, f64)], limit: f64) -> RowIndex {
        self.rhs.push(limit);
        self.model.at_most(terms, limit)
    }

    fn at_least(&mut self, terms: &[(ColumnIndex, f64)], limit: f64) -> RowIndex {
        self.rhs.push(limit);
        self.model.at_least(terms, limit)
    }
}

impl<'s> Master<'s> {
    /// The master without columns.
    pub fn new(space: &'s Space<'s>) -> Self {
        let worked = worked_slots(space);
        let mut rows = Ledger::default();
        let shortfalls: TiVec<CommuneId, ColumnIndex> =
            space.equity_goal.iter().map(|_| rows.model.real(space.equity_cost)).collect();
        let tours: BTreeMap<(TrainerId, Day), ColumnIndex> =
            worked.keys().map(|&key| (key, rows.model.real(1.0))).collect();
        for class in &space.classes {
            rows.at_most(&[], class.parties.len() as f64);
        }
        let equity = equity_rows(space, &shortfalls, &mut rows);
        let absence = absence_rows(space, &mut rows);
        let hosts = host_rows(space, &mut rows);
        let gross = space.instance.rules.costs.max_gross;
        let all_tours: Vec<(ColumnIndex, f64)> = tours.values().map(|&tour| (tour, 1.0)).collect();
        let budget = gross.map(|limit| rows.at_most(&all_tours, limit.to_f64()));
        let weeks = week_rows(space, &worked, &mut rows);
        let totals = total_rows(space, &mut rows);
        let costs = TourCosts::all(space);
        let (cuts, first_cut) = round_trips(&costs);
        let mut days = vec![DayRows::default(); space.staff.len() * space.n_days];
        for (&(trainer, day), slots) in &worked {
            let first_cut = first_cut[trainer][space.weekday(day)];
            let entry = day_rows(space, trainer, slots, tours[&(trainer, day)], first_cut, &mut rows);
            days[usize::from(trainer) * space.n_days + day] = entry;
        }
        let Ledger { model, rhs } = rows;
        let constant = space.all_unserved;
        let rows = Rows {
            space,
            trips: costs
                .iter()
                .map(|weekdays| std::array::from_fn(|weekday| weekdays[weekday].trips()))
                .collect(),
            tours: costs,
            days,
            weeks,
            totals,
            venues: BTreeMap::new(),
            kit_days: BTreeMap::new(),
            branches: Vec::new(),
            equity,
            absence,
            hosts,
            budget,
            cuts,
            rhs,
            constant,
        };
        Self {
            rows,
            lp: Lp::new(model),
            columns: Vec::new(),
            column_index: Vec::new(),
            bounding_box: Vec::new(),
        }
    }
}

/// Slots that a trainer may hold on each day.
fn worked_slots(space: &Space) -> BTreeMap<(TrainerId, Day), BTreeSet<SlotId>> {
    let mut worked: BTreeMap<(TrainerId, Day), BTreeSet<SlotId>> = BTreeMap::new();
    for trainer in space.leaders() {
        for run in space.staff[trainer].runs.ones().map(|index| &space.runs[index]) {
            for &day in &run.days {
                worked.entry((trainer, day)).or_default().insert(run.slot);
            }
        }
    }
    worked
}

/// Residents that each commune should see served, where that has a price.
fn equity_rows(
    space: &Space,
    shortfalls: &TiVec<CommuneId, ColumnIndex>,
    rows: &mut Ledger,
) -> TiVec<CommuneId, Option<RowIndex>> {
    let row_of = |(commune, &short): (CommuneId, &ColumnIndex)| {
        let goal = space.equity_goal[commune];
        (goal > 0.0 && space.equity_cost > 0.0).then(|| rows.at_least(&[(short, 1.0)], goal))
    };
    shortfalls.iter_enumerated().map(row_of).collect()
}

/// Cycles that each commune should host, where one below has a price.
fn absence_rows(space: &Space, rows: &mut Ledger) -> TiVec<CommuneId, Option<RowIndex>> {
    let mut absence = TiVec::from(vec![None; space.instance.communes.len()]);
    for (commune, wanted) in space.absence.wanted() {
        let missing = rows.model.real(space.absence.cost);
        absence[commune] = Some(rows.at_least(&[(missing, 1.0)], wanted as f64));
    }
    absence
}

/// Most cycles of each commune that can host any (rule H9).
fn host_rows(space: &Space, rows: &mut Ledger) -> TiVec<CommuneId, Option<RowIndex>> {
    let limit = space.instance.rules.hosts.max_cycles_per_commune;
    let row_of = |commune: CommuneId| {
        let limit = limit.filter(|_| space.place_of[commune].is_some());
        limit.map(|limit| rows.at_most(&[], limit as f64))
    };
    space.instance.communes.keys().map(row_of).collect()
}

/// Round-trip cuts of every trainer and weekday, and the number of the first of each.
fn round_trips(
    costs: &TiVec<TrainerId, [TourCosts; 7]>,
) -> (Vec<Arc<TourCut>>, TiVec<TrainerId, [usize; 7]>) {
    let mut cuts: Vec<Arc<TourCut>> = Vec::new();
    let first = costs.iter().map(|weekdays| {
        std::array::from_fn(|weekday| {
            let first = cuts.len();
            cuts.extend(weekdays[weekday].round_trips().into_iter().map(Arc::new));
            first
        })
    });
    let first = first.collect();
    (cuts, first)
}

/// Rows of one trainer's day: times, limit, and the round trip of each slot (the day's cuts from `first_cut` on).
fn day_rows(
    space: &Space,
    trainer: TrainerId,
    slots: &BTreeSet<SlotId>,
    tour: ColumnIndex,
    first_cut: usize,
    rows: &mut Ledger,
) -> DayRows {
    let mut entry = time_rows(space, trainer, slots, rows);
    entry.tour = Some(tour);
    for &slot in slots {
        let row = rows.at_least(&[(tour, 1.0)], 0.0);
        entry.cuts.push(TourRow { row, cut: first_cut + space.rank[slot] });
    }
    entry
}

/// Rows for sessions of one day that cannot all be held, and the day's limit where it can bind.
fn time_rows(space: &Space, trainer: TrainerId, slots: &BTreeSet<SlotId>, rows: &mut Ledger) -> DayRows {
    let turnaround = space.instance.rules.travel.turnaround;
    let cliques = cliques(space, slots, turnaround);
    let n_cliques = cliques.len();
    let mut entry = DayRows::default();
    for slots in cliques {
        entry.time.push(CliqueRow { row: rows.at_most(&[], space.crew_size(trainer)), slots });
    }
    let limit = space.staff[trainer].max_day;
    if limit < n_cliques {
        entry.limit = Some(rows.at_most(&[], limit as f64 * space.crew_size(trainer)));
    }
    entry
}

/// Maximal sets of slots of a day whose sessions, each lengthened by `pause`, share a moment.
///
/// All sessions are of one length, so those held at a moment are neighbours in the order of their starts, and a set is within
/// another only where nobody has left by the next start.
pub(super) fn cliques(space: &Space, slots: &BTreeSet<SlotId>, pause: Minutes) -> Vec<Vec<SlotId>> {
    let time = |&slot: &SlotId| (space.instance.session_time(slot), slot);
    let mut held: Vec<((Minutes, Minutes), SlotId)> = slots.iter().map(time).collect();
    held.sort_unstable();
    let start = |at: usize| held[at].0.0;
    let has_left = |at: usize, moment: Minutes| held[at].0.1 + pause <= moment;
    let (mut first, mut next) = (0, 0);
    let mut found: Vec<Vec<SlotId>> = Vec::new();
    while next < held.len() {
        let moment = start(next);
        next = (next..held.len()).find(|&at| start(at) != moment).unwrap_or(held.len());
        first = (first..next).find(|&at| !has_left(at, moment)).unwrap_or(next);
        if next == held.len() || has_left(first, start(next)) {
            let mut slots: Vec<SlotId> = held[first..next].iter().map(|&(_, slot)| slot).collect();
            slots.sort_unstable();
            found.push(slots);
        }
    }
    found.sort();
    found
}

fn week_rows(
    space: &Space,
    worked: &BTreeMap<(TrainerId, Day), BTreeSet<SlotId>>,
    rows: &mut Ledger,
) -> BTreeMap<(TrainerId, usize), usize> {
    let mut possible: BTreeMap<(TrainerId, usize), usize> = BTreeMap::new();
    for (&(trainer, day), slots) in worked {
        *possible.entry((trainer, space.week_of[day])).or_default() += slots.len();
    }
    let binding = possible.into_iter().filter(|&((trainer, _), count)| count > space.staff[trainer].max_week);
    let limit = |trainer: TrainerId| space.staff[trainer].max_week as f64 * space.crew_size(trainer);
    binding.map(|(key, _)| (key, rows.at_most(&[], limit(key.0)))).collect()
}

/// Most cycles of each leader's crew over the horizon, where that can bind (rule H6).
fn total_rows(space: &Space, rows: &mut Ledger) -> BTreeMap<TrainerId, RowIndex> {
    let most = |trainer: TrainerId| space.staff[trainer].max_cycles;
    let binding = space.leaders().filter(|&trainer| most(trainer) < space.most_cycles());
    let limit = |trainer: TrainerId| most(trainer) as f64 * space.crew_size(trainer);
    binding.map(|trainer| (trainer, rows.at_most(&[], limit(trainer)))).collect()
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::*;
    use crate::instance::entities::Slot;
    use crate::instance::hamlet::instance;

    /// The same set by set: all that are held at the start of each, without those within another.
    fn by_definition(space: &Space, slots: &BTreeSet<SlotId>, pause: Minutes) -> Vec<Vec<SlotId>> {
        let time = |slot: SlotId| space.instance.session_time(slot);
        let at_start_of = |slot: SlotId| -> Vec<SlotId> {
            let moment = time(slot).0;
            let held = |&other: &SlotId| time(other).0 <= moment && moment < time(other).1 + pause;
            slots.iter().copied().filter(held).collect()
        };
        let found: BTreeSet<Vec<SlotId>> = slots.iter().map(|&slot| at_start_of(slot)).collect();
        let is_within = |one: &Vec<SlotId>, other: &Vec<SlotId>| {
            one != other && one.iter().all(|slot| other.contains(slot))
        };
        let all = found.clone();
        found.into_iter().filter(|clique| !all.iter().any(|other| is_within(clique, other))).collect()
    }

    #[test]
    fn cliques_are_the_largest_sets_of_sessions_that_share_a_moment() {
        let mut random = Pcg64Mcg::seed_from_u64(1);
        for n_slots in (0..60).map(|round| round % 20) {
            let starts: Vec<u16> = (0..n_slots).map(|_| 10 * random.random_range(0..60)).collect();
            let instance = instance(|data| {
                let template = data.slots[SlotId(0)].clone();
                let of = |&start_minute: &u16| Slot { start_minute, ..template.clone() };
                data.slots.extend(starts.iter().map(of));
            });
            let space = Space::new(&instance);
            let slots: BTreeSet<SlotId> = instance.slots.keys().filter(|_| random.random_bool(0.8)).collect();
            for pause in [0, 20, 45].map(Minutes::whole) {
                assert_eq!(cliques(&space, &slots, pause), by_definition(&space, &slots, pause));
            }
        }
    }
}
