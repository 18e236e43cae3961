//! Closes a few related groups, so that [`recreate`](super::recreate) can build that part of the plan anew.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::Draft;

/// Closes groups of one neighbourhood, drawn at random; returns how many.
pub(super) fn ruin(draft: &mut Draft, random: &mut Pcg64Mcg) -> usize {
    let groups: Vec<usize> = draft.groups().map(|(number, _)| number).collect();
    if groups.is_empty() {
        return 0;
    }
    let count = random.random_range(1..=6.min(groups.len()));
    let seed = groups[random.random_range(0..groups.len())];
    let mut keyed: Vec<(f64, usize)> = match random.random_range(0..10) {
        0..=4 => groups.iter().map(|&group| (nearness(draft, seed, group), group)).collect(),
        5..=6 => groups.iter().map(|&group| (same_days(draft, seed, group), group)).collect(),
        7 => groups.iter().map(|&group| (-cost_per_person(draft, group), group)).collect(),
        8 => groups.iter().map(|&group| (around_left(draft, seed, group), group)).collect(),
        _ => groups.iter().map(|&group| (0.0, group)).collect(),
    };
    // Noise keeps the same few neighbours from being chosen every time.
    for (key, _) in &mut keyed {
        *key = *key * random.random_range(0.6..1.4) + random.random_range(0.0..1e-3);
    }
    keyed.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    for &(_, group) in keyed.iter().take(count) {
        draft.close(group);
    }
    count
}

/// Minutes between the venues of two groups, with a little for the time between their first sessions.
fn nearness(draft: &Draft, seed: usize, group: usize) -> f64 {
    let (Some(one), Some(other)) = (draft.group(seed), draft.group(group)) else { return f64::MAX };
    let space = draft.space();
    let minutes = space
        .instance
        .way_between_venues(space.patterns[one.pattern].venue, space.patterns[other.pattern].venue)
        .map_or(1e6, |leg| leg.minutes.to_f64());
    let days = space.first_day(one.pattern).abs_diff(space.first_day(other.pattern)) as f64;
    minutes + days * 0.05
}

/// Days between two groups of one trainer on one weekday; other trainers and weekdays are far.
fn same_days(draft: &Draft, seed: usize, group: usize) -> f64 {
    let (Some(one), Some(other)) = (draft.group(seed), draft.group(group)) else { return f64::MAX };
    let space = draft.space();
    let (first, second) = (space.first_day(one.pattern), space.first_day(other.pattern));
    let days = first.abs_diff(second) as f64;
    let other_trainer = if one.trainer == other.trainer { 0.0 } else { 200.0 };
    let other_weekday = if first % 7 == second % 7 { 0.0 } else { 100.0 };
    1.0 + days + other_trainer + other_weekday
}

/// What a group costs for each participant, euros.
fn cost_per_person(draft: &Draft, group: usize) -> f64 {
    let Some(group) = draft.group(group) else { return 0.0 };
    let space = draft.space();
    let cost = space.patterns[group.pattern].fixed + space.staff[group.trainer].cycle_time;
    let (commune, first) = (space.commune(group.pattern), space.first_day(group.pattern) as i32);
    let people: f64 = group
        .members
        .iter()
        .filter_map(|&(class, n)| Some(space.classes[class].attendance(commune, first)? * n as f64))
        .sum();
    (cost + people) / group.persons.max(1) as f64
}

/// Nearness to a place where someone is left out.
fn around_left(draft: &Draft, seed: usize, group: usize) -> f64 {
    let space = draft.space();
    let n_classes = space.classes.len();
    let left =
        (0..n_classes).map(|step| (step + seed * 7919) % n_classes).find(|&class| draft.left(class) > 0);
    let Some(group) = draft.group(group) else { return f64::MAX };
    let Some(class) = left else { return 1.0 };
    space.classes[class].travel(space.commune(group.pattern)).map_or(1e6, |cost| 1.0 + cost)
}
