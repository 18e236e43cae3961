//! Single parties: those left join open groups, those in a group move to a better one.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::Draft;

/// Lets every party that is left join the group where it is served best, then every party of a few groups move.
pub(super) fn shift(draft: &mut Draft, random: &mut Pcg64Mcg) {
    let n_classes = draft.space().classes.len();
    let turn = random.random_range(0..n_classes.max(1));
    for step in 0..n_classes {
        let class = (step + turn) % n_classes;
        while draft.left(class) > 0 && join(draft, class) {}
    }
    let groups: Vec<usize> = draft.groups().map(|(number, _)| number).collect();
    for _ in 0..groups.len().min(4) {
        let number = groups[random.random_range(0..groups.len())];
        disperse(draft, number);
    }
}

/// Puts one party of `class` into the open group that serves it at the least cost; `false` if none does.
fn join(draft: &mut Draft, class: usize) -> bool {
    let worth = draft.space().classes[class].unserved + draft.equity_gain(class);
    match best_host(draft, class, None) {
        Some((cost, number)) if cost < worth - 1e-9 => add(draft, class, number),
        _ => false,
    }
}

/// Moves members of a group to groups that serve them better.
fn disperse(draft: &mut Draft, number: usize) {
    let Some(group) = draft.group(number).cloned() else { return };
    let space = draft.space();
    let (commune, first) = (space.commune(group.pattern), space.first_day(group.pattern) as i32);
    for (class, _) in group.members {
        let Some(here) = space.classes[class].attendance(commune, first) else { continue };
        let Some((there, host)) = best_host(draft, class, Some(number)) else { continue };
        if there < here - 1e-9 {
            exchange(draft, class, number, host);
        }
    }
}

/// The open group with room for one party of `class` at the least cost (euros, tablets and tours left out).
fn best_host(draft: &Draft, class: usize, other_than: Option<usize>) -> Option<(f64, usize)> {
    let space = draft.space();
    let (size, track) = (space.classes[class].size, space.classes[class].track);
    let mut best: Option<(f64, usize)> = None;
    for (number, group) in draft.groups() {
        let has_room = group.persons + size <= space.patterns[group.pattern].capacity;
        if !has_room
            || group.track != track
            || Some(number) == other_than
            || !space.fits(class, group.pattern)
        {
            continue;
        }
        let (commune, first) = (space.commune(group.pattern), space.first_day(group.pattern) as i32);
        let Some(cost) = space.classes[class].attendance(commune, first) else { continue };
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, number));
        }
    }
    best
}

fn add(draft: &mut Draft, class: usize, number: usize) -> bool {
    let before = draft.objective();
    let Some(members) = draft.group(number).map(|group| group.members.clone()) else { return false };
    if !draft.regroup(number, with(&members, class)) {
        return false;
    }
    if draft.objective() < before - 1e-9 {
        return true;
    }
    draft.regroup(number, members);
    false
}

fn exchange(draft: &mut Draft, class: usize, from: usize, to: usize) {
    let before = draft.objective();
    let (Some(source), Some(target)) = (draft.group(from), draft.group(to)) else { return };
    let (source, target) = (source.members.clone(), target.members.clone());
    if !draft.regroup(from, without(&source, class)) {
        return;
    }
    if draft.regroup(to, with(&target, class)) {
        if draft.objective() < before - 1e-9 {
            return;
        }
        draft.regroup(to, target);
    }
    draft.regroup(from, source);
}

fn with(members: &[(usize, usize)], class: usize) -> Vec<(usize, usize)> {
    let mut members = members.to_vec();
    match members.iter_mut().find(|(other, _)| *other == class) {
        Some((_, count)) => *count += 1,
        None => members.push((class, 1)),
    }
    members
}

fn without(members: &[(usize, usize)], class: usize) -> Vec<(usize, usize)> {
    let fewer = members
        .iter()
        .map(|&(other, count)| if other == class { (other, count - 1) } else { (other, count) });
    fewer.filter(|&(_, count)| count > 0).collect()
}
