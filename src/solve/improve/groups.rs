//! Whole groups: opened with members and recruits, closed, or held on other terms.

use rand_pcg::Pcg64Mcg;

use super::super::classes::Class;
use super::super::draft::{Draft, Group, ROUNDING};
use super::people::{cost_in, join, pick, unserved};
use super::picks::staying;
use super::terms::{early, some_trainer};
use super::trial::Trial;
use crate::instance::ids::{TrackId, TrainerId};

/// A party that could join a group being assembled.
#[derive(Debug, Clone, Copy)]
struct Recruit {
    class: usize,
    /// The group that it would leave; `None` if it attends none.
    from: Option<usize>,
    /// Gain of the objective per person, without tablets and tours, euros.
    gain: f64,
}

/// Opens a group that a party of a class could attend.
pub(super) fn open_around(trial: &mut Trial, class: usize, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let space = draft.space();
    let Some(&meeting) = pick(&space.meetings_of[class], random) else { return };
    let meeting = &space.meetings[meeting];
    let pattern = meeting.patterns[early(meeting.patterns.len(), random)];
    let Some(trainer) = some_trainer(draft, pattern, meeting.track, random) else { return };
    let group =
        Group { pattern, trainer, track: meeting.track, members: Vec::new(), persons: 0, borrowers: 0 };
    assemble(trial, &group, Vec::new(), pattern, trainer, true, random);
}

/// Closes a group, if allowed; its members join others if that is better than being left out.
pub(super) fn dissolve(trial: &mut Trial, number: usize) {
    let Some(group) = trial.close(number) else { return };
    group.members.iter().for_each(|&(class, _)| join(trial, class));
}

/// Closes a group and reopens it on other terms with the members who still fit; the others join other groups.
pub(super) fn hold_elsewhere(
    trial: &mut Trial,
    number: usize,
    pattern: usize,
    trainer: TrainerId,
    steal: bool,
    random: &mut Pcg64Mcg,
) -> bool {
    let Some(group) = trial.close(number) else { return false };
    if !trial.draft().can_open(pattern, trainer, group.track) {
        return false;
    }
    let members = staying(trial.draft(), &group, pattern, trainer);
    if !assemble(trial, &group, members, pattern, trainer, steal, random) {
        return false;
    }
    group.members.iter().for_each(|&(class, _)| join(trial, class));
    true
}

/// Opens a group of `members` and recruits on a pattern; `false` if it stays too small or a rule forbids it.
pub(super) fn assemble(
    trial: &mut Trial,
    group: &Group,
    mut members: Vec<(usize, usize)>,
    pattern: usize,
    trainer: TrainerId,
    steal: bool,
    random: &mut Pcg64Mcg,
) -> bool {
    let draft = trial.draft();
    let space = draft.space();
    let teaches = space.staff[trainer].tracks.contains(group.track.into());
    if !teaches || !draft.can_open(pattern, trainer, group.track) {
        return false;
    }
    let persons: usize = members.iter().map(|&(class, count)| space.classes[class].size * count).sum();
    let mut recruits = recruits(draft, group.track, pattern, steal || persons < space.min_group, random);
    let support = support_toll(trial, pattern, trainer);
    for recruit in recruits.iter_mut().filter(|recruit| recruit.from.is_none()) {
        recruit.gain -= support;
    }
    let Some(called) = call(draft, recruits, &members, pattern, trainer) else { return false };
    for recruit in called {
        if recruit.from.is_some_and(|from| !trial.take(from, recruit.class)) {
            return false;
        }
        match members.iter_mut().find(|(class, _)| *class == recruit.class) {
            Some((_, count)) => *count += 1,
            None => members.push((recruit.class, 1)),
        }
    }
    trial.open(pattern, trainer, group.track, members).is_some()
}

/// Penalty on the telephone help of a participant if a group on these terms would exceed the budget, euros.
fn support_toll(trial: &Trial, pattern: usize, trainer: TrainerId) -> f64 {
    let (draft, space) = (trial.draft(), trial.draft().space());
    let cash = space.cash(pattern, trainer);
    if draft.beyond_budget() + cash > ROUNDING { trial.toll.euro * space.support } else { 0.0 }
}

/// The recruits who join `members`, in descending order of gain, up to the seats and tablets; `None` if they are too few.
fn call(
    draft: &Draft,
    mut recruits: Vec<Recruit>,
    members: &[(usize, usize)],
    pattern: usize,
    trainer: TrainerId,
) -> Option<Vec<Recruit>> {
    let space = draft.space();
    recruits.sort_unstable_by(|one, other| other.gain.total_cmp(&one.gain).then(one.class.cmp(&other.class)));
    let (capacity, tablets) = (space.patterns[pattern].capacity, draft.tablets(pattern, trainer));
    let total = |of: fn(&Class) -> usize| -> usize {
        members.iter().map(|&(class, count)| of(&space.classes[class]) * count).sum()
    };
    let (mut persons, mut borrowers) = (total(|class| class.size), total(|class| class.borrowers));
    let mut called: Vec<Recruit> = Vec::new();
    for recruit in recruits {
        let class = &space.classes[recruit.class];
        let is_wanted = recruit.gain > 0.0 || persons < space.min_group;
        if !is_wanted || persons == capacity {
            break;
        }
        let is_short = class.borrowers > 0 && borrowers + class.borrowers > tablets;
        if is_short || persons + class.size > capacity {
            continue;
        }
        let staying =
            members.iter().find(|&&(class, _)| class == recruit.class).map_or(0, |&(_, count)| count);
        if recruit.from.is_none() && staying >= draft.left(recruit.class) {
            continue;
        }
        (persons, borrowers) = (persons + class.size, borrowers + class.borrowers);
        called.push(recruit);
    }
    (persons >= space.min_group).then_some(called)
}

/// Parties that could join at a pattern: one of each class that has parties left out and, with `steal`, one of each class in
/// a group that can spare it.
fn recruits(
    draft: &Draft,
    track: TrackId,
    pattern: usize,
    steal: bool,
    random: &mut Pcg64Mcg,
) -> Vec<Recruit> {
    let space = draft.space();
    let Some(meeting) = space.meeting(track, pattern) else { return Vec::new() };
    let meeting = &space.meetings[meeting];
    let Some(candidates) = space.candidates.get(&(track, meeting.commune, meeting.slot)) else {
        return Vec::new();
    };
    let place = &space.patterns[pattern];
    let mut found = Vec::new();
    for candidate in candidates {
        let class = candidate.class;
        let entry = &space.classes[class];
        let is_left = draft.left(class) > 0;
        if (!is_left && !steal) || !place.admits(entry) {
            continue;
        }
        let Some(there) = space.attendance(class, pattern) else { continue };
        let (from, here) = if is_left {
            (None, unserved(draft, class))
        } else {
            let Some(&from) = pick(draft.holders(class), random) else { continue };
            let Some(group) = draft.group(from) else { continue };
            if group.persons < space.patterns[group.pattern].least + entry.size || draft.stays(from, class) {
                continue;
            }
            (Some(from), cost_in(draft, class, from))
        };
        found.push(Recruit { class, from, gain: (here - there) / entry.size as f64 });
    }
    found
}
