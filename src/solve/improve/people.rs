//! Changes of who attends what: one party moves, joins, leaves or changes places with another.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::{Draft, Group};
use super::toll::Toll;
use super::trial::Trial;

/// Groups that are tried before a party stays where it is.
const TRIES: usize = 12;

/// What a party of `class` costs in an open group, beside tablets; infinite where it does not fit.
pub(super) fn cost_in(draft: &Draft, class: usize, number: usize) -> f64 {
    let Some(group) = draft.group(number) else { return f64::INFINITY };
    let space = draft.space();
    if group.track != space.classes[class].track {
        return f64::INFINITY;
    }
    space.attendance(class, group.pattern).unwrap_or(f64::INFINITY)
}

/// Seats that are free in an open group.
pub(super) fn room(draft: &Draft, number: usize) -> usize {
    draft
        .group(number)
        .map_or(0, |group| draft.space().patterns[group.pattern].capacity.saturating_sub(group.persons))
}

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
    if is_short || (beyond > 0.0 && random.random_bool(0.7)) {
        exchange(trial, (class, from), to, gain, is_short, random);
        return;
    }
    let freed = from.map_or(0.0, |from| crowding(draft, from).min(size) as f64 * trial.toll.seat);
    let spent = if from.is_none() { trial.spending(support(draft, class)) } else { 0.0 };
    if beyond + spent - freed - gain <= trial.limit && from.is_none_or(|from| trial.take(from, class)) {
        trial.put(to, class);
    }
}

/// Gross cost of one party's telephone help, euros.
fn support(draft: &Draft, class: usize) -> f64 {
    draft.space().support * draft.space().classes[class].size as f64
}

/// Participants beyond the seats of an open group.
fn crowding(draft: &Draft, number: usize) -> usize {
    draft
        .group(number)
        .map_or(0, |group| group.persons.saturating_sub(draft.space().patterns[group.pattern].capacity))
}

/// Exchanges a party of `class` in `from` (or left) with members of the group `to`, which is full; a group that
/// `is_short` of tablets gives up one who borrows.
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
    // The other party takes the free place, else the best place with room, else none.
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

/// A party that is left, or one that is not, leaves its group.
pub(super) fn leave(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let class = random.random_range(0..draft.space().classes.len());
    let Some(&number) = pick(draft.holders(class), random) else { return };
    let loss = left_out(draft, class) - cost_in(draft, class, number);
    if loss + trial.spending(-support(draft, class)) <= trial.limit {
        trial.take(number, class);
    }
}

/// Takes parties out of groups that have no seat for them, and closes groups that would be too small without them;
/// whoever is left joins another group with room.
pub(super) fn relieve(draft: &mut Draft) {
    let crowded: Vec<usize> =
        draft.groups().map(|(number, _)| number).filter(|&number| crowding(draft, number) > 0).collect();
    let mut displaced = Vec::new();
    for number in crowded {
        while crowding(draft, number) > 0 {
            match cheapest_to_spare(draft, number).filter(|&class| draft.take(number, class)) {
                Some(class) => displaced.push(class),
                None => displaced.extend(draft.close(number).iter().flat_map(classes_of)),
            }
        }
    }
    let mut trial = Trial::new(draft, f64::INFINITY, Toll::FORBIDDEN);
    for class in displaced {
        join(&mut trial, class);
    }
}

/// Classes of which a party could leave a group that stays large enough.
pub(super) fn spare(draft: &Draft, number: usize) -> Vec<usize> {
    let space = draft.space();
    let Some(group) = draft.group(number) else { return Vec::new() };
    classes_of(group).filter(|&class| group.persons >= space.min_group + space.classes[class].size).collect()
}

/// The class of which a party costs least for each seat that it frees in a crowded group, of those that leave the group
/// large enough.
fn cheapest_to_spare(draft: &Draft, number: usize) -> Option<usize> {
    let space = draft.space();
    let leaving = spare(draft, number).into_iter();
    let loss = |class: usize| {
        let loss = left_out(draft, class) - cost_in(draft, class, number);
        loss / space.classes[class].size.min(crowding(draft, number)) as f64
    };
    leaving.min_by(|&one, &other| loss(one).total_cmp(&loss(other)).then(one.cmp(&other)))
}

fn classes_of(group: &Group) -> impl Iterator<Item = usize> {
    group.members.iter().map(|&(class, _)| class)
}

/// Lets parties of `class` that are left join the group that serves them best, while that lowers the objective.
pub(super) fn join(trial: &mut Trial, class: usize) {
    while trial.draft().left(class) > 0 {
        let draft = trial.draft();
        let worth = unserved(draft, class) - trial.spending(support(draft, class));
        match best_seat(draft, class, trial.toll.seat) {
            Some((cost, number)) if cost < worth - 1e-9 => {
                if !trial.put(number, class) {
                    return;
                }
            }
            _ => return,
        }
    }
}

/// What leaving one more party of a class out costs, when it is out now: what serving it would save.
pub(super) fn unserved(draft: &Draft, class: usize) -> f64 {
    draft.space().classes[class].unserved + draft.equity_gain(class)
}

/// What one party of a class costs if it leaves its group for none.
fn left_out(draft: &Draft, class: usize) -> f64 {
    draft.space().classes[class].unserved + draft.equity_loss(class)
}

/// The open group that serves one party of `class` at the least cost, seats beyond those of the venue priced.
fn best_seat(draft: &Draft, class: usize, seat_price: f64) -> Option<(f64, usize)> {
    let size = draft.space().classes[class].size;
    let cost = |number: usize| {
        cost_in(draft, class, number) + size.saturating_sub(room(draft, number)) as f64 * seat_price
    };
    let costs =
        within_reach(draft, class).map(|number| (cost(number), number)).filter(|(cost, _)| cost.is_finite());
    let costs = costs.filter(|&(_, number)| draft.has_tablets(number, class));
    costs.min_by(|one, other| one.0.total_cmp(&other.0))
}

/// The open group with room for one party of `class` at the least cost.
fn best_group(draft: &Draft, class: usize, other_than: usize) -> Option<(f64, usize)> {
    let size = draft.space().classes[class].size;
    let mut best: Option<(f64, usize)> = None;
    for number in within_reach(draft, class).filter(|&number| number != other_than) {
        if room(draft, number) < size {
            continue;
        }
        let cost = cost_in(draft, class, number);
        let is_better = cost < best.map_or(f64::INFINITY, |(least, _)| least);
        if is_better && draft.has_tablets(number, class) {
            best = Some((cost, number));
        }
    }
    best
}

/// A random group that the class fits, other than `from`, with its cost there.
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

/// A random group in a random commune to which a class can travel; `None` if that commune has none.
pub(super) fn near_group(draft: &Draft, class: usize, random: &mut Pcg64Mcg) -> Option<usize> {
    let &(commune, _) = pick(&draft.space().classes[class].reach, random)?;
    pick(draft.hosted(commune), random).copied()
}

/// Open groups in communes to which a class can travel.
fn within_reach<'d>(draft: &'d Draft, class: usize) -> impl Iterator<Item = usize> + 'd {
    let reach = draft.space().classes[class].reach.iter();
    reach.flat_map(|&(commune, _)| draft.hosted(commune).iter().copied())
}

/// Where a random party of the class is now; `None` where it is left.
fn home_of(draft: &Draft, class: usize, random: &mut Pcg64Mcg) -> Option<usize> {
    if draft.left(class) > 0 { None } else { pick(draft.holders(class), random).copied() }
}

pub(super) fn pick<'a, T>(of: &'a [T], random: &mut Pcg64Mcg) -> Option<&'a T> {
    if of.is_empty() { None } else { of.get(random.random_range(0..of.len())) }
}
