//! Local improvement by single changes: a party joins a group, a group opens, a group closes.
//!
//! A walk meets such changes by chance; `polish` tries all of them until none lowers the objective. New groups consist of
//! unserved parties, chosen by a [`knapsack`](super::super::knapsack) over seats and tablets.
//!
//! # Size
//! One knapsack for each pattern of the meeting points with enough unserved parties, and one tentative change of the draft for
//! each of its trainers whose cost the best group could cover.

use super::super::draft::Draft;
use super::super::knapsack::{Item, Terms, Workspace};
use super::super::space::Meeting;
use super::Clock;
use super::groups::dissolve;
use super::people::{join, unserved};
use super::toll::Toll;
use super::trial::Trial;
use crate::instance::ids::{TrackId, TrainerId};

/// Minimum gain of a change, euros.
const LEAST_GAIN: f64 = 1e-6;

/// A candidate for a new group.
struct Offer {
    pattern: usize,
    trainer: TrainerId,
    members: Members,
}

/// Class and number of parties.
type Members = Vec<(usize, usize)>;

/// The best group of a pattern that needs at most `tablets` kit tablets, and its value before room, trainer and tours.
struct Best {
    tablets: usize,
    worth: f64,
    members: Members,
}

/// Makes single changes that lower the objective until there are none or the clock stops it.
pub(super) fn polish(draft: &mut Draft, clock: &dyn Clock) {
    let mut workspace = Workspace::default();
    loop {
        let before = draft.objective();
        join_all(draft);
        close_all(draft, clock);
        open_all(draft, &mut workspace, clock);
        if clock.is_over() || draft.objective() > before - LEAST_GAIN {
            return;
        }
    }
}

/// Lets unserved parties join groups.
fn join_all(draft: &mut Draft) {
    for class in 0..draft.space().classes.len() {
        if draft.left(class) > 0 {
            let mut trial = Trial::new(draft, -LEAST_GAIN, Toll::FORBIDDEN);
            join(&mut trial, class);
            trial.settle();
        }
    }
}

/// Closes groups whose members are better in others, or left out.
fn close_all(draft: &mut Draft, clock: &dyn Clock) {
    for number in 0..draft.n_numbers() {
        if clock.is_over() {
            return;
        }
        let mut trial = Trial::new(draft, -LEAST_GAIN, Toll::FORBIDDEN);
        dissolve(&mut trial, number);
        trial.settle();
    }
}

/// Opens groups of unserved parties: at each meeting point the best one, as long as it lowers the objective.
fn open_all(draft: &mut Draft, workspace: &mut Workspace, clock: &dyn Clock) {
    let space = draft.space();
    for meeting in &space.meetings {
        while let Some(offer) = best_offer(draft, meeting, workspace, clock) {
            let mut trial = Trial::new(draft, -LEAST_GAIN, Toll::FORBIDDEN);
            let is_open = trial.open(offer.pattern, offer.trainer, meeting.track, offer.members).is_some();
            if !is_open || !trial.settle() {
                break;
            }
        }
    }
}

/// The group of unserved parties that lowers the objective most at a meeting point, if one does.
fn best_offer(
    draft: &mut Draft,
    meeting: &Meeting,
    workspace: &mut Workspace,
    clock: &dyn Clock,
) -> Option<Offer> {
    let space = draft.space();
    let candidates = &space.candidates[&(meeting.track, meeting.commune, meeting.slot)];
    let left: Vec<usize> =
        candidates.iter().map(|candidate| candidate.class).filter(|&class| draft.left(class) > 0).collect();
    let n_left: usize = left.iter().map(|&class| draft.left(class) * space.classes[class].size).sum();
    if n_left < space.min_group {
        return None;
    }
    let mut best: Option<(f64, Offer)> = None;
    for &pattern in &meeting.patterns {
        if clock.is_over() {
            return None;
        }
        let Some(groups) = best_groups(draft, &left, pattern, workspace) else { continue };
        let trainers = space.staff.keys().filter(|&trainer| {
            space.staff[trainer].tracks.contains(meeting.track.into())
                && draft.can_open(pattern, trainer, meeting.track)
        });
        for trainer in trainers.collect::<Vec<_>>() {
            let tablets = draft.tablets(pattern, trainer).saturating_sub(space.room_tablets(pattern));
            for group in groups.iter().filter(|group| group.tablets <= tablets) {
                let most = best.as_ref().map_or(-LEAST_GAIN, |&(change, _)| change);
                if let Some(change) = tried(draft, pattern, trainer, meeting.track, group, most) {
                    let members = group.members.clone();
                    best = Some((change, Offer { pattern, trainer, members }));
                }
            }
        }
    }
    best.map(|(_, offer)| offer)
}

/// Change of the objective if a group opens, euros; `None` if it may not, or the change is not below `most`.
fn tried(
    draft: &mut Draft,
    pattern: usize,
    trainer: TrainerId,
    track: TrackId,
    group: &Best,
    most: f64,
) -> Option<f64> {
    let space = draft.space();
    let before_tours = room_cost(draft, pattern) + space.staff[trainer].cycle_time - group.worth
        + space.changes((pattern, trainer), track);
    if before_tours >= most {
        return None;
    }
    let mut trial = Trial::new(draft, most, Toll::FORBIDDEN);
    let is_open = trial.open(pattern, trainer, track, group.members.clone()).is_some();
    let change = trial.change();
    trial.undo();
    (is_open && change < most).then_some(change)
}

/// Cost of a cycle on a pattern without trainer and people, less its commune's gain from hosting one more, euros.
fn room_cost(draft: &Draft, pattern: usize) -> f64 {
    let place = &draft.space().patterns[pattern];
    place.fixed - draft.hosting_gain(place.host)
}

/// The best groups on a pattern, for each size of kit; `None` if no group could cover the cost of the room.
fn best_groups(
    draft: &Draft,
    left: &[usize],
    pattern: usize,
    workspace: &mut Workspace,
) -> Option<Vec<Best>> {
    let space = draft.space();
    let place = &space.patterns[pattern];
    let item = |&class: &usize| {
        let entry = &space.classes[class];
        let value = unserved(draft, class) - space.attendance(class, pattern)?;
        Some(Item { class, size: entry.size, borrowers: entry.borrowers, value, count: draft.left(class) })
    };
    let mut items: Vec<Item> = left.iter().filter_map(item).collect();
    let n_persons: usize = items.iter().map(|item| item.size * item.count).sum();
    let most = |item: &Item| (item.value / item.size as f64).max(0.0);
    let conceivable = items.iter().map(most).fold(0.0, f64::max) * place.capacity as f64;
    let room = room_cost(draft, pattern);
    if n_persons < space.min_group || conceivable <= room {
        return None;
    }
    let terms = Terms {
        capacity: place.capacity,
        min_group: space.min_group,
        room_tablets: space.room_tablets(pattern),
        tablet: place.tablet,
        levels: space.stock.levels(),
    };
    workspace.solve(&mut items, &terms);
    let sizes = std::iter::once(0).chain(space.stock.levels().iter().copied());
    let of_level = |(level, tablets)| {
        let group = workspace.group(&terms, level)?;
        (group.value > room).then_some(Best { tablets, worth: group.value, members: group.members })
    };
    Some(sizes.enumerate().filter_map(of_level).collect())
}
