//! A dive: builds a partial plan from cycles on which the schedules of an ascent agree.
//!
//! # Method
//! The mixture of the schedules of many rounds approximates a solution of the linear program (Barahona and Anbil 2000). The dive
//! fixes the cycles that it chooses most often, a few at a time, and the ascent continues around them (Danna and Le Pape 2005,
//! Sadykov et al. 2019): the resources they use are no longer available to the others, and their trainers are busy. The dive
//! decides where, when and by whom cycles are held; the walk settles who attends.
//!
//! # Design
//! Rooms used by fixed cycles are barred: schedules know rooms only through the duals of their rows, and would put other
//! trainers' cycles in the same rooms. A cycle is fixed only with nearly all of its members (`benches/journal.md`, row 26).
//!
//! The larger the territory, the fewer steps the walk has per resident, and the more the dive decides: it is longer, and fixes
//! more cycles, for 20,000 residents than for 2,000 (rows 29 and 31).

use std::collections::BTreeMap;

use super::super::Remaining;
use super::super::draft::Draft;
use super::super::master::Column;
use super::super::milp::lp::RowIndex;
use super::climb::Climb;
use super::point::Point;
use crate::instance::ids::TrainerId;

/// Share of all cycles that is fixed in the end, and the number of batches.
const HELD: f64 = 0.75;
const BATCHES: u64 = 10;
/// Share of a cycle's persons who must still be unserved for it to be fixed.
const LEFT: f64 = 0.9;
/// Rounds per batch, as a share of the rounds of the ascent so far, and their minimum.
const ROUNDS: f64 = 0.02;
const LEAST_ROUNDS: u64 = 30;
/// Maximum of this share: a dive that does not end before the search does is lost.
const MOST: f64 = 0.08;
/// Steps have the length they have at this share of an ascent.
const SHARE: f64 = 0.5;

/// The state of a dive.
#[derive(Debug, Clone)]
pub struct Dive<'s> {
    point: Point<'s>,
    /// Rounds of the ascent before it.
    rounds: u64,
    /// The fixed cycles, and the draft that they form.
    held: Vec<Column>,
    part: Draft<'s>,
    /// By pattern and leader of a crew: the number of schedules of this batch that hold such a cycle, and its latest column.
    often: BTreeMap<(usize, TrainerId), (u64, Column)>,
    rounds_of_batch: u64,
    /// Rounds of this batch, and batches, so far.
    n_rounds: u64,
    n_batches: u64,
    /// Slack of each row after the fixed cycles, and the rows with no room for another cycle.
    left: Vec<f64>,
    full: Vec<RowIndex>,
    /// A price above the value of any cycle, euros.
    dear: f64,
    /// Target number of fixed cycles; known after the first batch.
    most: usize,
}

impl<'s> Dive<'s> {
    /// A dive from the current point of an ascent, which is not changed.
    pub fn new(climb: &Climb<'s>) -> Self {
        let (point, rounds) = (climb.point().clone(), climb.rounds());
        Self {
            part: Draft::new(point.space()),
            rounds_of_batch: rounds_of_batch(rounds),
            rounds,
            held: Vec::new(),
            often: BTreeMap::new(),
            n_rounds: 0,
            n_batches: 0,
            left: point.rows().slack(&[]),
            full: Vec::new(),
            dear: point.rows().dear_cycle(),
            most: 0,
            point,
        }
    }

    /// Whether the dive has ended.
    pub fn is_over(&self) -> bool {
        self.n_batches == BATCHES
    }

    /// Runs one round of pricing and a step and, at the end of a batch, fixes cycles; `false` if no time remains or the dive is
    /// over.
    pub fn dive(&mut self, remaining: Remaining) -> bool {
        if self.is_over() {
            return false;
        }
        self.point.bar(&self.full, self.dear);
        let Some(found) = self.point.price(remaining) else { return false };
        let mut slack = self.left.clone();
        self.point.rows().occupy_all(&found.schedule, &mut slack);
        self.point.turn(&slack, self.rounds, SHARE);
        let space = self.part.space();
        let is_new = |column: &Column| space.patterns[column.pattern].course.is_none();
        for column in found.schedule.into_iter().filter(is_new) {
            let key = (column.pattern, column.trainer);
            let before = self.often.get(&key).map_or(0, |&(count, _)| count);
            self.often.insert(key, (before + 1, column));
        }
        self.n_rounds += 1;
        if self.n_rounds == self.rounds_of_batch {
            self.hold_batch();
        }
        true
    }

    /// The partial plan that the dive found.
    pub fn end(self) -> Draft<'s> {
        self.part
    }

    /// Fixes the cycles that the schedules of the last rounds held most often.
    fn hold_batch(&mut self) {
        let space = self.point.space();
        let mut often: Vec<(u64, Column)> = std::mem::take(&mut self.often).into_values().collect();
        if self.n_batches == 0 {
            let n_cycles: f64 =
                often.iter().map(|(count, column)| *count as f64 * space.crew_size(column.trainer)).sum();
            self.most = (HELD * n_cycles / self.n_rounds as f64).round() as usize;
        }
        (self.n_batches, self.n_rounds) = (self.n_batches + 1, 0);
        let most = self.most * self.n_batches as usize / BATCHES as usize;
        often.sort_by_key(|&(count, ref column)| (std::cmp::Reverse(count), column.pattern, column.trainer));
        for (_, column) in often {
            if self.held.len() >= most {
                break;
            }
            self.hold(&column);
        }
        self.bar();
    }

    /// Bars rows in which the fixed cycles leave no room. The price of a full row is above the value of any cycle; otherwise,
    /// schedules would hold other trainers' cycles in the same rooms.
    fn bar(&mut self) {
        let held = self.held.iter().map(|column| (column, 1.0));
        let taken = self.point.rows().crowded(held, 0.5);
        self.point.join_venues(taken);
        let rows = self.point.rows();
        self.left = rows.slack(&[]);
        self.held.iter().for_each(|column| rows.occupy(column, 1.0, &mut self.left));
        self.full = rows.full(&self.left);
    }

    /// Fixes a cycle if that is legal and nearly all of its members are unserved: with fewer, it is a different cycle.
    fn hold(&mut self, column: &Column) {
        let (space, part) = (self.point.space(), &mut self.part);
        let left = column.members.iter().map(|&(class, count)| (class, count.min(part.left(class))));
        let members: Vec<(usize, usize)> = left.filter(|&(_, count)| count > 0).collect();
        let persons_of = |members: &[(usize, usize)]| -> usize {
            members.iter().map(|&(class, count)| space.classes[class].size * count).sum()
        };
        let persons = persons_of(&members);
        let mut crew = space.crews[column.trainer].iter();
        let is_open = persons as f64 >= LEFT * persons_of(&column.members) as f64
            && persons >= space.min_group
            && crew.any(|&one| {
                part.open_within_budget(column.pattern, one, column.track, members.clone()).is_some()
            });
        if is_open {
            self.held.push(Column { members, ..column.clone() });
        }
    }
}

/// Rounds per batch after `rounds` rounds of the ascent.
fn rounds_of_batch(rounds: u64) -> u64 {
    let share = |share: f64| (share * rounds as f64) as u64;
    share(ROUNDS).max(LEAST_ROUNDS.min(share(MOST))).max(1)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::super::master::Master;
    use super::super::super::space::Space;
    use super::*;
    use crate::check::check;
    use crate::input::read_scenario;

    #[test]
    fn a_dive_holds_part_of_a_legal_plan_and_leaves_the_ascent_alone() {
        let path = Path::new("data/bench/instances/tiny/scenario.toml");
        let instance = read_scenario(path).expect("a valid scenario").instance;
        let space = Space::new(&instance);
        let mut climb = Climb::new(&space, &Master::new(&space).rows, true, &|| f64::INFINITY);
        climb.climb_all(200);
        let mut dive = Dive::new(&climb);
        let mut n_rounds = 0;
        let mut n_held = 0;
        while dive.dive(&|| f64::INFINITY) {
            n_rounds += 1;
            assert!(dive.held.len() >= n_held, "what is held stays held");
            n_held = dive.held.len();
        }
        assert_eq!(n_rounds, BATCHES * dive.rounds_of_batch);
        assert!(dive.is_over() && n_held > 0 && n_held <= dive.most, "{n_held} of {}", dive.most);
        assert_eq!(climb.rounds(), 200);
        let part = dive.end();
        assert_eq!(part.groups().count(), n_held);
        assert!(check(&instance, &part.plan()).is_legal());
    }

    #[test]
    fn a_dive_is_no_longer_than_the_ascent_before_it() {
        for rounds in 10..3000 {
            let of_batch = rounds_of_batch(rounds);
            assert!(of_batch >= 1 && BATCHES * of_batch <= rounds, "{of_batch} after {rounds}");
        }
        assert_eq!(rounds_of_batch(1000), LEAST_ROUNDS);
    }

    #[test]
    fn a_dive_without_time_ends_where_it_is() {
        let path = Path::new("data/bench/instances/tiny/scenario.toml");
        let instance = read_scenario(path).expect("a valid scenario").instance;
        let space = Space::new(&instance);
        let climb = Climb::new(&space, &Master::new(&space).rows, true, &|| f64::INFINITY);
        let mut dive = Dive::new(&climb);
        assert!(!dive.dive(&|| 0.0) && !dive.is_over());
        assert_eq!(dive.end().groups().count(), 0);
    }
}
