//! The length of the ascent of a search, and its dives.
//!
//! # Design
//! Why a long ascent for some masters and a short one for others? The linear program is exact, but its time grows faster than the
//! ascent's. On tens of classes, a short ascent and the linear program win; on hundreds, the ascent gives nearly all of the
//! bound; on thousands, it gets all of the time (`benches/journal.md`, rows 18, 19 and 27).
//!
//! Why several dives? Dives differ more than the walks around one of them, and their quality cannot be predicted. Early ones are
//! poor, so they come late, and the ascent's clock is stopped during them (row 23). Larger masters get one dive (row 28). It is
//! delayed while more rounds make the plan better, but not once the walk needs the time more (rows 32 and 33).

use super::Left;
use super::phase::{End, Phase, Task};

/// Maximum number of rounds; more hardly raise the bound for hundreds of residents.
const MOST_ROUNDS: u64 = 10_000;
/// If only a gap may end the ascent early: pairs of patterns and trainers priced in all rounds, within the limits on rounds.
const PAIRS: u64 = 50_000_000;
const LEAST_ROUNDS: u64 = 400;
/// A master with fewer rows gets `SHORT_ROUNDS` rounds, then its linear program, which is faster and exact.
const FEW_ROWS: usize = 1000;
const SHORT_ROUNDS: u64 = 120;
/// Share of the remaining time or work that the ascent may take; all of it if the master has more than `TOO_MANY_ROWS` rows, too
/// many for its linear program to get anywhere.
const SHARE: f64 = 0.35;
const TOO_MANY_ROWS: usize = 3000;
/// Shares of the ascent after which a dive begins, and share of the remainder that the walk then spends around its cycles.
const DIVES: &[f64] = &[0.5, 0.65, 0.8, 0.95];
const AROUND: f64 = 0.12;
/// The same if the ascent takes everything that is left.
const DIVES_OF_MANY: &[f64] = &[0.25];
const AROUND_OF_MANY: f64 = 0.5;
/// Such a dive is delayed until `ROUNDS_BEFORE` rounds are done, but at most by `PATIENCE` of the ascent. Only under a time
/// limit, where the walk rests in the meantime: under a work limit it would lose steps (`benches/journal.md`, row 34).
const ROUNDS_BEFORE: u64 = 300;
const PATIENCE: f64 = 0.15;

/// Share of the ascent before the first dive after which the walk rests at the end of its round: what it finds before a dive is
/// rarely kept, a plan to fall back on is enough, and pricing gets all cores.
const REST: f64 = 0.1;

/// The length of an ascent, and when its dives begin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    n_rounds: u64,
    /// Whether it is long enough to add tour rows.
    pub(crate) is_long: bool,
    /// Whether a linear program follows, which may do better.
    pub(crate) is_followed: bool,
    /// Shares of the ascent after which a dive gives the walk a partial plan.
    dives: &'static [f64],
    /// Share of the ascent by which a dive may be delayed for more rounds.
    patience: f64,
    /// Share of the search remaining after a dive that the walk spends around it.
    pub(crate) around: f64,
    /// Seconds remaining at its beginning and at its end; `None` if the clock must not count.
    clock: Option<(f64, f64)>,
    /// Share of the remaining search that it may take; `None` if only rounds end it.
    of_rest: Option<f64>,
}

impl Pace {
    /// The ascent of a master of `n_rows` rows, whose rounds price `n_pairs` pairs of patterns and trainers and take
    /// `work_of_round` units of work each, with `left` remaining of the search.
    pub(super) fn new(left: Left, (n_rows, n_pairs): (usize, u64), work_of_round: u64) -> Self {
        if n_rows < FEW_ROWS { Self::short() } else { Self::long(left, (n_rows, n_pairs), work_of_round) }
    }

    fn short() -> Self {
        Self {
            n_rounds: SHORT_ROUNDS,
            is_long: false,
            is_followed: false,
            dives: &[],
            patience: 0.0,
            around: AROUND,
            clock: None,
            of_rest: None,
        }
    }

    fn long(left: Left, (n_rows, n_pairs): (usize, u64), work_of_round: u64) -> Self {
        let is_followed = n_rows <= TOO_MANY_ROWS;
        let (share, dives, around) =
            if is_followed { (SHARE, DIVES, AROUND) } else { (1.0, DIVES_OF_MANY, AROUND_OF_MANY) };
        let (n_rounds, clock, of_rest) = match left {
            Left::Work(work) => {
                let n_rounds = (share * work as f64 / work_of_round as f64) as u64;
                (n_rounds.min(MOST_ROUNDS), None, Some(share))
            }
            Left::Seconds(left_s) => (MOST_ROUNDS, Some((left_s, left_s * (1.0 - share))), Some(share)),
            Left::Endless => ((PAIRS / n_pairs.max(1)).clamp(LEAST_ROUNDS, MOST_ROUNDS), None, None),
        };
        let patience = if !is_followed && clock.is_some() { PATIENCE } else { 0.0 };
        let n_rounds = n_rounds.max(1);
        Self { n_rounds, is_long: true, is_followed, dives, patience, around, clock, of_rest }
    }

    /// The ascent as a phase of the search.
    pub(crate) fn phase(&self) -> Phase {
        let share = self.of_rest.map(End::Share);
        let ends = [End::Rounds(self.n_rounds)].into_iter().chain(share).collect();
        Phase { task: Task::Ascent, ends, dives: self.dives }
    }

    /// Whether the walk may rest until the first dive, given the completed share of the ascent. Only if the clock ends the
    /// search: under a work limit, the walk's steps count whether taken or not.
    pub(crate) fn may_rest(&self, share: f64, n_dives: usize) -> bool {
        let is_due = |&at: &f64| share >= REST * at;
        self.clock.is_some() && n_dives == 0 && self.dives.first().is_some_and(is_due)
    }

    /// Whether another dive is due at this share of the ascent, after `rounds` rounds and `n_dives` dives.
    pub(crate) fn is_dive_due(&self, share: f64, rounds: u64, n_dives: usize) -> bool {
        let wait = if rounds < ROUNDS_BEFORE { self.patience } else { 0.0 };
        self.dives.get(n_dives).is_some_and(|&at| share >= at + wait)
    }

    /// Postpones the end of the ascent by the seconds that a dive took.
    pub(crate) fn delay(&mut self, seconds: f64) {
        if let Some((from, to)) = &mut self.clock {
            *from -= seconds;
            *to = (*to - seconds).max(0.0);
        }
    }

    /// Completed share of the ascent after `rounds` rounds with `remaining_s` seconds remaining; 1 or more at the end.
    pub(crate) fn share(&self, rounds: u64, remaining_s: f64) -> f64 {
        let by_clock = self.clock.map_or(0.0, |(from, to)| (from - remaining_s) / (from - to).max(1e-9));
        by_clock.max(rounds as f64 / self.n_rounds as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: (usize, u64) = (FEW_ROWS, 1_000_000);
    const LARGE: (usize, u64) = (TOO_MANY_ROWS + 1, 1);
    const WORK_OF_ROUND: u64 = 20;

    fn of(left: Left, size: (usize, u64)) -> Pace {
        Pace::new(left, size, WORK_OF_ROUND)
    }

    #[test]
    fn the_clock_counts_only_where_it_may() {
        let timed = of(Left::Seconds(100.0), SMALL);
        let end = 100.0 * (1.0 - SHARE);
        assert!((timed.share(0, f64::midpoint(100.0, end)) - 0.5).abs() < 1e-9 && timed.share(0, end) >= 1.0);
        let untimed = of(Left::Endless, SMALL);
        assert!(untimed.share(0, 0.0) <= 0.0);
        assert!((untimed.share(LEAST_ROUNDS / 2, f64::INFINITY) - 0.5).abs() < 1e-9, "rounds count alone");
    }

    #[test]
    fn a_small_master_is_left_to_its_linear_program() {
        let short = of(Left::Seconds(100.0), (FEW_ROWS - 1, 1));
        assert!(!short.may_rest(1.0, 0), "no dive would wake the walk");
        assert!(!short.is_long && short.share(SHORT_ROUNDS, 99.0) >= 1.0 && short.share(1, 1.0) < 1.0);
    }

    #[test]
    fn rounds_end_it_at_the_latest() {
        for left in [Left::Endless, Left::Seconds(1e9), Left::Work(1_000_000_000)] {
            let pace = of(left, SMALL);
            assert!(pace.share(MOST_ROUNDS, 1e9) >= 1.0);
        }
    }

    #[test]
    fn a_limit_of_work_leaves_some_for_the_linear_program_unless_it_is_too_large() {
        let small = of(Left::Work(1000), SMALL);
        let n_rounds = (SHARE * 1000.0 / WORK_OF_ROUND as f64) as u64;
        assert!(small.share(n_rounds - 1, 0.0) < 1.0 && small.share(n_rounds, 0.0) >= 1.0);
        assert!(!small.may_rest(1.0, 0), "its steps count");
        let large = of(Left::Work(1000), LARGE);
        assert!(large.share(49, 0.0) < 1.0 && large.share(50, 0.0) >= 1.0);
    }

    #[test]
    fn dives_come_one_by_one_and_the_ascent_stands_still_meanwhile() {
        let mut pace = of(Left::Seconds(100.0), SMALL);
        assert!(!pace.is_dive_due(DIVES[0] - 0.01, 9, 0) && pace.is_dive_due(DIVES[0], 9, 0));
        assert!(!pace.is_dive_due(DIVES[0], 9, 1) && pace.is_dive_due(1.0, 9, 1));
        assert!(!pace.is_dive_due(1.0, 9, DIVES.len()));
        assert!(!pace.may_rest(0.0, 0) && pace.may_rest(DIVES[0] / 2.0, 0) && !pace.may_rest(1.0, 1));
        let before = pace.share(0, 90.0);
        pace.delay(20.0);
        assert!((pace.share(0, 70.0) - before).abs() < 1e-9);
        let mut large = of(Left::Seconds(100.0), LARGE);
        let at = DIVES_OF_MANY[0];
        assert!(large.is_dive_due(at, ROUNDS_BEFORE, 0) && !large.is_dive_due(at, ROUNDS_BEFORE - 1, 0));
        assert!(large.is_dive_due(at + PATIENCE, 1, 0));
        large.delay(60.0);
        assert!(large.share(0, 1.0) < 1.0 && large.share(0, 0.0) >= 1.0, "it ends with the search");
    }
}
