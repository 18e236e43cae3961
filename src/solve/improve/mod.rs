//! Improves plans: simulated annealing over drafts.
//!
//! # Method
//! A walk (Kirkpatrick, Gelatt and Vecchi 1983) starts from a first plan (`fill`). A step tries one of the `moves`: it changes
//! who attends which group, where, when and by whom a group is held, or whole days of trainers. Hopeless proposals are discarded
//! (`forecast`); the others are priced exactly, tours and kits included, and undone if they are not accepted (`trial`). Rounds
//! become longer and longer, and the last one takes the rest of the time (`round`). Temperatures are relative to the cost of
//! changes on the instance (`scale`). Every step looks only at the neighbourhood of a party or a group: its cost does not grow
//! with the plan.
//!
//! A group may hold more participants than the venue has seats, at a penalty that rises from a seventh of the cost of leaving
//! a person out to more than the value of anyone: a crowded draft is a bridge between plans, and never kept as the best.
//! If a round or the walk ends in one, participants without a seat are removed first.
//!
//! # Determinism
//! A walk depends only on its start, its seed and the remaining search that its [`Clock`] reports.
//!
//! # Design
//! Why one long cooling, and not several rounds, a surcharge on cycles or a walk near the best plan only? Plans of different
//! seeds differ everywhere, above all in their number of cycles, and none of these changes that (`benches/journal.md`, rows 4 to
//! 8). A walk ends at the temperature where it freezes; cooling further wastes half of it.
//!
//! Why start from an empty plan, and not from the linear program? Plans rounded from it are worse than what a walk reaches in its
//! first 180,000 steps (row 1). A partial plan helps most: cycles found by a dive ([`subgradient`](super::subgradient)) are held
//! fixed for a round while everyone may still attend any group (rows 21 and 22); the next rounds start from the best plan. One
//! dive does not tell whether it is good, so there are several if time allows (row 23). On large territories the walk's own
//! settings hardly matter (row 30).

mod budget;
mod clock;
mod days;
mod fill;
mod forecast;
mod groups;
mod moves;
mod people;
mod picks;
mod polish;
mod round;
mod scale;
mod tally;
mod terms;
mod toll;
mod trial;

use std::collections::VecDeque;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::draft::Draft;
pub use clock::Clock;
use fill::fill;
use moves::{MOVES, some_kind, tallies};
use polish::polish;
use round::Round;
use scale::Scale;
pub use tally::Tally;
use toll::Toll;
use trial::Trial;

/// Steps between two readings of the clock.
const BLOCK: u64 = 64;
/// Checks for a new best draft, per as many steps as there are classes: copying a draft costs far more than a step, and
/// more the larger it is.
const LOOKS: u64 = 8;
/// Share of a round after which no deterioration is accepted.
const DESCENT: f64 = 0.97;
/// Share of a round after which its draft is brought within its limits and polished; the time left is used for descent.
const POLISH: f64 = 0.985;

/// One round in this many, starting with the first, keeps the budget at every step.
const STRICT: u64 = 3;
/// Resources count as scarce if a plan leaves out more than this share of all people.
const SCARCE: f64 = 0.04;

/// Whether a walk pauses until it receives a partial plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    No,
    /// When the current round is over.
    Soon,
    Now,
}

/// A walk over drafts.
#[derive(Debug, Clone)]
pub struct Walk<'s> {
    current: Draft<'s>,
    best: Draft<'s>,
    random: Pcg64Mcg,
    round: Round,
    scale: Scale,
    /// Groups with lower numbers keep their venue, time and trainer in this round; their members may change.
    n_held: usize,
    /// Partial plans waiting for the current round around another one to end, each with its round's share of the remaining search.
    waiting: VecDeque<(Draft<'s>, f64)>,
    rest: Rest,
    /// Whether the draft has been polished in this round.
    is_polished: bool,
    /// Index of the current round, from 0.
    n_rounds: u64,
    /// Whether resources are scarce: the best plan before this round leaves out more than `SCARCE` of all people.
    is_scarce: bool,
    /// Steps since the last check for a new best draft.
    unseen: u64,
    /// Statistics of each move.
    tallies: [Tally; MOVES.len()],
}

impl<'s> Walk<'s> {
    /// A walk from `start`, which is first completed.
    pub fn new(start: &Draft<'s>, seed: u64, clock: &dyn Clock) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut current = start.clone();
        fill(&mut current, &mut random, clock);
        let space = current.space();
        let is_empty = start.groups().next().is_none();
        let first = if is_empty { Round::first } else { Round::first_of_plan };
        let round = first(space.classes.len(), clock.left(0));
        Self {
            best: if current.is_legal() { current.clone() } else { start.clone() },
            current,
            random,
            round,
            scale: Scale::new(space),
            n_held: 0,
            waiting: VecDeque::new(),
            rest: Rest::No,
            is_polished: false,
            n_rounds: 0,
            is_scarce: false,
            unseen: 0,
            tallies: tallies(),
        }
    }

    /// The best draft found by the walk or passed to [`Self::adopt`], without crowding.
    pub fn best(&self) -> &Draft<'s> {
        &self.best
    }

    /// Statistics of each move so far.
    pub fn tallies(&self) -> &[Tally] {
        &self.tallies
    }

    /// Offers a draft from another source; if it is better than the best, the next round starts from it.
    pub fn adopt(&mut self, other: &Draft<'s>) {
        if other.objective() < self.best.objective() - 1e-9 {
            self.best = other.clone();
        }
    }

    /// Starts a round around the groups of a partial plan once no other such round is running. These groups keep their venue,
    /// time and trainer, for a `share` of the remaining search; ordinary rounds follow.
    pub fn walk_around(&mut self, part: Draft<'s>, share: f64, clock: &dyn Clock) {
        self.rest = Rest::No;
        self.waiting.push_back((part, share));
        if self.n_held == 0 {
            self.end(clock);
            self.is_scarce = self.best.share_left() > SCARCE;
            self.begin_around(clock, 0);
        }
    }

    /// Begins the round around the longest waiting part, if any; `walked` is the number of steps of the current call.
    fn begin_around(&mut self, clock: &dyn Clock, walked: u64) -> bool {
        let Some((part, share)) = self.waiting.pop_front() else { return false };
        self.is_polished = false;
        self.n_held = part.groups().last().map_or(0, |(number, _)| number + 1);
        self.current = part;
        fill(&mut self.current, &mut self.random, clock);
        self.round = self.round.around(share, clock.left(walked));
        true
    }

    /// Pauses the walk after the current round, until it receives a partial plan or [`Self::go_on`] is called.
    pub fn rest(&mut self) {
        if self.rest == Rest::No {
            self.rest = Rest::Soon;
        }
    }

    /// Ends a pause.
    pub fn go_on(&mut self) {
        self.rest = Rest::No;
    }

    /// Whether the walk is paused: it takes no steps.
    pub fn is_resting(&self) -> bool {
        self.rest == Rest::Now
    }

    /// Takes `n_steps` steps, or fewer if it pauses or the clock stops it.
    pub fn walk(&mut self, n_steps: u64, clock: &dyn Clock) {
        if self.current.space().classes.is_empty() {
            return;
        }
        let mut walked = 0;
        while walked < n_steps && !self.is_resting() && !clock.is_over() {
            let share = self.round.share(clock.left(walked));
            let block = BLOCK.min(n_steps - walked);
            let (heat, toll) = (self.round.heat(share), self.scale.toll(share, self.is_strict()));
            for _ in 0..block {
                self.step(if share < DESCENT { heat } else { 0.0 }, toll);
            }
            walked += block;
            self.round.walked(block);
            self.unseen += block;
            if share >= POLISH && !self.is_polished && self.n_held == 0 {
                self.is_polished = true;
                make_plan(&mut self.current, clock);
                self.keep_best();
            }
            if share >= 1.0 {
                self.next_round(clock, walked);
            } else if LOOKS * self.unseen >= self.current.space().classes.len() as u64 {
                self.keep_best();
            }
        }
    }

    /// Brings a copy of the current draft within its limits, polishes it, and keeps it if it is the best; polishes the best plan
    /// so far, too.
    pub fn end(&mut self, clock: &dyn Clock) {
        let mut plan = self.current.clone();
        plan.add_up();
        make_plan(&mut plan, clock);
        self.keep(plan);
        let mut best = self.best.clone();
        polish(&mut best, clock);
        self.keep(best);
    }

    /// Keeps a legal draft without crowding as the best if it is better.
    fn keep(&mut self, plan: Draft<'s>) {
        let is_better = plan.objective() < self.best.objective() - 1e-9;
        if is_better && plan.crowding() == 0 && plan.is_legal() {
            self.best = plan;
        }
    }

    fn next_round(&mut self, clock: &dyn Clock, walked: u64) {
        self.end(clock);
        self.current.add_up();
        self.is_polished = false;
        self.n_rounds += 1;
        self.is_scarce = self.best.share_left() > SCARCE;
        if self.begin_around(clock, walked) {
            return;
        }
        if self.rest == Rest::Soon {
            self.rest = Rest::Now;
            return;
        }
        self.n_held = 0;
        self.round = self.round.next(clock.left(walked), self.is_poor());
        // A first round that was cut short may leave a crowded draft that is far better than any legal one so far.
        let toll = self.scale.toll(1.0, self.is_strict()).of(&self.current);
        if self.best.objective() < self.current.objective() + toll {
            self.current = self.best.clone();
        }
    }

    /// Whether the budget must be kept at every step of this round: walks through drafts over budget and walks within the
    /// budget lead to different plans.
    fn is_strict(&self) -> bool {
        self.n_rounds.is_multiple_of(STRICT)
    }

    /// Whether money is scarce: the budget left by the best plan does not pay for another cycle.
    fn is_poor(&self) -> bool {
        self.best.beyond_budget() > -self.scale.cycle
    }

    fn keep_best(&mut self) {
        self.unseen = 0;
        let is_better = self.current.objective() < self.best.objective() - 1e-9;
        if is_better && self.current.crowding() == 0 && self.current.is_legal() {
            self.best = self.current.clone();
        }
    }

    fn step(&mut self, heat: f64, toll: Toll) {
        let random = &mut self.random;
        // Metropolis' rule with the random number drawn first: the largest increase accepted in this step.
        let luck = -random.random_range(f64::MIN_POSITIVE..1.0).ln();
        let rank = some_kind(random, !self.current.space().standing.choices.is_empty());
        let kind = &MOVES[rank];
        let scale = match kind.scale {
            moves::Scale::Person => self.scale.person,
            moves::Scale::Group => self.scale.group(self.is_scarce),
        };
        let mut trial = Trial::new(&mut self.current, heat * luck * scale, toll).holding(self.n_held);
        (kind.attempt)(&mut trial, random);
        let change = trial.settle().then(|| trial.change());
        self.tallies[rank].count(change);
    }
}

/// Brings a draft within its limits and polishes it.
fn make_plan(draft: &mut Draft, clock: &dyn Clock) {
    people::relieve(draft);
    budget::save(draft);
    polish(draft, clock);
}

#[cfg(test)]
mod tests;
