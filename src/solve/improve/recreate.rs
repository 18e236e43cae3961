//! Opens the groups that are worth most, from the parties that are left, until none is worth its cost.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::Draft;
use super::super::knapsack::{Item, Terms, Workspace};
use super::super::space::Space;
use crate::instance::ids::{CommuneId, SlotId, TrackId, TrainerId};

/// Parties that could attend at a commune and slot, most valuable for a seat first.
struct Interested {
    items: Vec<Item>,
    earliest: Vec<i32>,
    step_free: Vec<bool>,
    wait_day: Vec<f64>,
}

/// A group that might open.
struct Prospect {
    pattern: usize,
    track: TrackId,
    trainer: TrainerId,
    need: usize,
    /// Worth less all costs but tours, euros.
    worth: f64,
}

/// Opens groups until none is worth its cost. `prices` is what serving one party of a class is worth, euros.
/// With `is_calm` no noise is added: the most valuable group opens first.
pub fn recreate(draft: &mut Draft, prices: &[f64], random: &mut Pcg64Mcg, is_calm: bool) {
    let noise = if is_calm { 0.0 } else { random.random_range(0.0..0.12) };
    let mut workspace = Workspace::default();
    let mut refused: Vec<(usize, TrainerId)> = Vec::new();
    while let Some(prospect) = best_prospect(draft, prices, random, noise, &refused) {
        if !open(draft, &prospect, prices, &mut workspace) {
            refused.push((prospect.pattern, prospect.trainer));
            if refused.len() > 20 {
                return;
            }
        }
    }
}

/// The group worth most with its tours, if any is worth more than nothing.
fn best_prospect(
    draft: &Draft,
    prices: &[f64],
    random: &mut Pcg64Mcg,
    noise: f64,
    refused: &[(usize, TrainerId)],
) -> Option<Prospect> {
    let mut prospects = prospects(draft, prices);
    for prospect in &mut prospects {
        prospect.worth *= 1.0 - noise * random.random_range(0.0..1.0);
    }
    prospects.sort_unstable_by(|one, other| {
        other.worth.total_cmp(&one.worth).then((one.pattern, one.trainer).cmp(&(other.pattern, other.trainer)))
    });
    let mut best: Option<(f64, Prospect)> = None;
    for prospect in prospects {
        // Tours never cost less than nothing where the triangle inequality holds; elsewhere this stops a little early.
        if best.as_ref().is_some_and(|(worth, _)| prospect.worth <= *worth) {
            break;
        }
        if refused.contains(&(prospect.pattern, prospect.trainer)) || !draft.can_open(prospect.pattern, prospect.trainer) {
            continue;
        }
        let worth = prospect.worth - draft.tour_increase(prospect.pattern, prospect.trainer, prospect.need);
        if worth > best.as_ref().map_or(1e-6, |(best, _)| *best) {
            best = Some((worth, prospect));
        }
    }
    best.map(|(_, prospect)| prospect)
}

/// Every pattern and trainer with enough interested parties, priced without tours.
fn prospects(draft: &Draft, prices: &[f64]) -> Vec<Prospect> {
    let space = draft.space();
    let interested = interested(draft, prices);
    let mut prospects = Vec::new();
    for (index, run) in space.runs.iter().enumerate() {
        let free: Vec<TrainerId> = space.staff.keys().filter(|&trainer| draft.is_free(trainer, index)).collect();
        if free.is_empty() {
            continue;
        }
        for &pattern in &space.patterns_of_run[index] {
            let commune = space.commune(pattern);
            let tracks = interested.range((commune, run.slot, TrackId(0))..=(commune, run.slot, TrackId(u32::MAX)));
            for (&(_, _, track), parties) in tracks {
                let Some((value, need)) = greedy(space, parties, pattern) else { continue };
                for &trainer in free.iter().filter(|&&trainer| space.staff[trainer].tracks.contains(track.into())) {
                    let worth = value - space.patterns[pattern].fixed - space.staff[trainer].cycle_time;
                    if worth > 0.0 {
                        prospects.push(Prospect { pattern, track, trainer, need, worth });
                    }
                }
            }
        }
    }
    prospects
}

fn interested(draft: &Draft, prices: &[f64]) -> BTreeMap<(CommuneId, SlotId, TrackId), Interested> {
    let space = draft.space();
    let mut interested: BTreeMap<(CommuneId, SlotId, TrackId), Vec<(Item, usize)>> = BTreeMap::new();
    for (index, class) in space.classes.iter().enumerate().filter(|&(index, _)| draft.left(index) > 0) {
        let worth = prices[index] + draft.equity_gain(index) - class.joining + class.wait_credit;
        for &(commune, travel) in &class.reach {
            let value = worth - travel;
            let (size, borrowers) = (class.size, class.borrowers);
            let item = Item { class: index, size, borrowers, value, count: draft.left(index) };
            for &slot in &class.slots {
                interested.entry((commune, slot, class.track)).or_default().push((item, index));
            }
        }
    }
    let min_group = space.min_group;
    interested.retain(|_, list| list.iter().map(|(item, _)| item.size * item.count).sum::<usize>() >= min_group);
    let sorted = |mut list: Vec<(Item, usize)>| {
        let density = |item: &Item| item.value / item.size as f64;
        list.sort_unstable_by(|(one, i), (other, j)| density(other).total_cmp(&density(one)).then(i.cmp(j)));
        Interested {
            earliest: list.iter().map(|&(_, index)| space.classes[index].earliest).collect(),
            step_free: list.iter().map(|&(_, index)| space.classes[index].step_free).collect(),
            wait_day: list.iter().map(|&(_, index)| space.classes[index].wait_day).collect(),
            items: list.into_iter().map(|(item, _)| item).collect(),
        }
    };
    interested.into_iter().map(|(key, list)| (key, sorted(list))).collect()
}

/// Fills a pattern greedily; what the group is worth and the kit tablets it needs. `None` if it stays too small.
fn greedy(space: &Space, interested: &Interested, pattern: usize) -> Option<(f64, usize)> {
    let place = &space.patterns[pattern];
    let venue = &space.instance.venues[place.venue];
    let first = space.runs[place.run].days[0] as i32;
    let most_borrowers = venue.tablets + space.largest_kit;
    let (mut value, mut persons, mut borrowers) = (0.0, 0, 0);
    for (index, item) in interested.items.iter().enumerate() {
        if interested.earliest[index] > first || (interested.step_free[index] && !venue.step_free) {
            continue;
        }
        let worth = item.value - interested.wait_day[index] * f64::from(first);
        if worth <= 0.0 && persons >= space.min_group {
            break;
        }
        let by_seats = (place.capacity - persons) / item.size;
        let by_tablets = (most_borrowers - borrowers).checked_div(item.borrowers).unwrap_or(usize::MAX);
        let count = item.count.min(by_seats).min(by_tablets);
        value += worth * count as f64;
        persons += item.size * count;
        borrowers += item.borrowers * count;
        if persons == place.capacity {
            break;
        }
    }
    let need = borrowers.saturating_sub(venue.tablets);
    (persons >= space.min_group).then_some((value - space.tablet * need as f64, need))
}

/// Opens a prospect with its best group; `false` where kits, budget or the exact costs do not allow it.
fn open(draft: &mut Draft, prospect: &Prospect, prices: &[f64], workspace: &mut Workspace) -> bool {
    let space = draft.space();
    let place = &space.patterns[prospect.pattern];
    let slot = space.runs[place.run].slot;
    let (commune, first) = (space.commune(prospect.pattern), space.first_day(prospect.pattern) as i32);
    let Some(candidates) = space.candidates.get(&(prospect.track, commune, slot)) else { return false };
    let fitting = candidates.iter().filter(|c| draft.left(c.class) > 0 && space.fits(c.class, prospect.pattern));
    let mut items: Vec<Item> = fitting
        .map(|candidate| {
            let class = &space.classes[candidate.class];
            let cost = candidate.travel + class.waiting(first) + class.joining;
            let value = prices[candidate.class] + draft.equity_gain(candidate.class) - cost;
            let (size, borrowers) = (class.size, class.borrowers);
            Item { class: candidate.class, size, borrowers, value, count: draft.left(candidate.class) }
        })
        .collect();
    let levels = [space.largest_kit];
    let terms = Terms {
        capacity: place.capacity,
        min_group: space.min_group,
        room_tablets: space.instance.venues[place.venue].tablets,
        tablet: space.tablet,
        levels: if space.largest_kit > 0 { &levels } else { &[] },
    };
    workspace.solve(&mut items, &terms);
    let with_kit = workspace.value(&terms, 1) - draft.tour_increase(prospect.pattern, prospect.trainer, 1);
    let without = workspace.value(&terms, 0) - draft.tour_increase(prospect.pattern, prospect.trainer, 0);
    let level = usize::from(!terms.levels.is_empty() && with_kit > without);
    let Some(group) = workspace.group(&terms, level) else { return false };
    let before = draft.objective();
    let Some(number) = draft.open(prospect.pattern, prospect.trainer, prospect.track, group.members) else { return false };
    if draft.objective() >= before - 1e-9 {
        draft.close(number);
        return false;
    }
    true
}
