//! Who attends which group: the cost of a party in a group, free seats, and parties that join or leave.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::{Draft, Group};
use super::toll::Toll;
use super::trial::Trial;

/// Cost of a party of `class` in an open group, without tablets; infinite if it does not fit.
pub(super) fn cost_in(draft: &Draft, class: usize, number: usize) -> f64 {
    let Some(group) = draft.group(number) else { return f64::INFINITY };
    let space = draft.space();
    if group.track != space.classes[class].track {
        return f64::INFINITY;
    }
    space.attendance(class, group.pattern).unwrap_or(f64::INFINITY)
}

/// Free seats of an open group.
pub(super) fn room(draft: &Draft, number: usize) -> usize {
    draft
        .group(number)
        .map_or(0, |group| draft.space().patterns[group.pattern].capacity.saturating_sub(group.persons))
}

/// Gross cost of one party's telephone help, euros.
pub(super) fn support(draft: &Draft, class: usize) -> f64 {
    draft.space().support * draft.space().classes[class].size as f64
}

/// Participants beyond the seats of an open group.
pub(super) fn crowding(draft: &Draft, number: usize) -> usize {
    draft
        .group(number)
        .map_or(0, |group| group.persons.saturating_sub(draft.space().patterns[group.pattern].capacity))
}

/// Removes parties from groups without seats for them, and closes groups that would become too small; those removed join
/// other groups with room.
pub(super) fn relieve(draft: &mut Draft) {
    let crowded: Vec<usize> =
        draft.groups().map(|(number, _)| number).filter(|&number| crowding(draft, number) > 0).collect();
    let mut displaced = Vec::new();
    for number in crowded {
        while crowding(draft, number) > 0 {
            match cheapest_to_spare(draft, number).filter(|&class| draft.take(number, class)) {
                Some(class) => displaced.push(class),
                None if draft.is_bound(number) => break,
                None => displaced.extend(draft.close(number).iter().flat_map(classes_of)),
            }
        }
    }
    let mut trial = Trial::new(draft, f64::INFINITY, Toll::FORBIDDEN);
    for class in displaced {
        join(&mut trial, class);
    }
}

/// Classes of which a party could leave a group without making it too small.
pub(super) fn spare(draft: &Draft, number: usize) -> Vec<usize> {
    let space = draft.space();
    let Some(group) = draft.group(number) else { return Vec::new() };
    let least = space.patterns[group.pattern].least;
    let may_leave =
        |class: usize| group.persons >= least + space.classes[class].size && !draft.stays(number, class);
    classes_of(group).filter(|&class| may_leave(class)).collect()
}

/// The class with the lowest cost per seat freed if one of its parties leaves a crowded group, among those that leave the
/// group large enough.
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

/// Lets unserved parties of `class` join the group that serves them best, while that lowers the objective.
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

/// Cost of leaving out one party of a class that is left out now: the saving from serving it.
pub(super) fn unserved(draft: &Draft, class: usize) -> f64 {
    draft.space().classes[class].unserved + draft.equity_gain(class)
}

/// Cost of one party of a class that leaves its group and joins no other.
pub(super) fn left_out(draft: &Draft, class: usize) -> f64 {
    draft.space().classes[class].unserved + draft.equity_loss(class)
}

/// The open group that serves one party of `class` at the least cost, with the penalty for missing seats.
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
pub(super) fn best_group(draft: &Draft, class: usize, other_than: usize) -> Option<(f64, usize)> {
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

/// A random group in a random commune within reach of a class; `None` if that commune has none.
pub(super) fn near_group(draft: &Draft, class: usize, random: &mut Pcg64Mcg) -> Option<usize> {
    let &(commune, _) = pick(&draft.space().classes[class].reach, random)?;
    pick(draft.hosted(commune), random).copied()
}

/// Open groups in communes within reach of a class.
fn within_reach<'d>(draft: &'d Draft, class: usize) -> impl Iterator<Item = usize> + 'd {
    let reach = draft.space().classes[class].reach.iter();
    reach.flat_map(|&(commune, _)| draft.hosted(commune).iter().copied())
}

pub(super) fn pick<'a, T>(of: &'a [T], random: &mut Pcg64Mcg) -> Option<&'a T> {
    if of.is_empty() { None } else { of.get(random.random_range(0..of.len())) }
}
