//! A party moves to another group, or changes places with one of its members.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::super::draft::Draft;
use super::super::people::{
    best_group, cost_in, crowding, left_out, near_group, pick, room, support, unserved,
};
use super::super::trial::Trial;

/// Groups tried before a party stays where it is.
const TRIES: usize = 12;
/// Probability that a party without a free seat changes places with a member, instead of crowding the group.
const EXCHANGES: f64 = 0.7;

/// Moves a party to another group, or exchanges it with a member of that group.
pub(super) fn transfer(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let class = random.random_range(0..draft.space().classes.len());
    let from = home_of(draft, class, random);
    transfer_one(trial, class, from, random);
}

fn transfer_one(trial: &mut Trial, class: usize, from: Option<usize>, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let Some((to, there)) = some_group(draft, class, from, random) else { return };
    let here = match from {
        Some(from) => cost_in(draft, class, from),
        None => unserved(draft, class),
    };
    let gain = here - there;
    let size = draft.space().classes[class].size;
    let beyond = size.saturating_sub(room(draft, to)) as f64 * trial.toll.seat;
    let is_short = !draft.has_tablets(to, class);
    if is_short || (beyond > 0.0 && random.random_bool(EXCHANGES)) {
        exchange(trial, (class, from), to, gain, is_short, random);
        return;
    }
    let freed = from.map_or(0.0, |from| crowding(draft, from).min(size) as f64 * trial.toll.seat);
    let spent = if from.is_none() { trial.spending(support(draft, class)) } else { 0.0 };
    if beyond + spent - freed - gain <= trial.limit && from.is_none_or(|from| trial.take(from, class)) {
        trial.put(to, class);
    }
}

/// Exchanges a party of `class`, from group `from` or unserved, with a member of the full group `to`; a group that
/// `is_short` of tablets gives up a borrower.
fn exchange(
    trial: &mut Trial,
    (class, from): (usize, Option<usize>),
    to: usize,
    gain: f64,
    is_short: bool,
    random: &mut Pcg64Mcg,
) {
    let draft = trial.draft();
    let Some(group) = draft.group(to) else { return };
    let tries = if is_short { TRIES } else { 1 };
    let mut members = (0..tries).filter_map(|_| pick(&group.members, random).map(|&(other, _)| other));
    let Some(other) = members.find(|&other| !is_short || draft.space().classes[other].borrowers > 0) else {
        return;
    };
    if other == class {
        return;
    }
    let there = cost_in(draft, other, to);
    // The other party takes the freed place, else the best place with room, else none.
    let direct = from.map(|from| (cost_in(draft, other, from), from)).filter(|(cost, _)| cost.is_finite());
    let target = if random.random_bool(0.5) { direct } else { best_group(draft, other, to).or(direct) };
    let cost = target.map_or_else(|| left_out(draft, other), |(cost, _)| cost);
    if cost - there - gain > trial.limit {
        return;
    }
    if from.is_some_and(|from| !trial.take(from, class)) || !trial.take(to, other) || !trial.put(to, class) {
        return;
    }
    if let Some((_, number)) = target {
        trial.put(number, other);
    }
}

/// A random group that suits the class, other than `from`, with its cost there.
fn some_group(
    draft: &Draft,
    class: usize,
    from: Option<usize>,
    random: &mut Pcg64Mcg,
) -> Option<(usize, f64)> {
    (0..TRIES).find_map(|_| {
        let number = near_group(draft, class, random)?;
        let cost = if Some(number) == from { f64::INFINITY } else { cost_in(draft, class, number) };
        cost.is_finite().then_some((number, cost))
    })
}

/// The current group of a random party of the class; `None` if it is unserved.
fn home_of(draft: &Draft, class: usize, random: &mut Pcg64Mcg) -> Option<usize> {
    if draft.left(class) > 0 { None } else { pick(draft.holders(class), random).copied() }
}
