//! Opens new groups from the parties that are left, the most promising first, while each one lowers the objective.
//!
//! What is promising is judged with a [`Guide`]: at the prices of the linear program a group's score is its negative
//! reduced cost with the real tours in place of priced ones, so parties that are hard to serve elsewhere and
//! trainers' hours that are in demand count for what they are worth. Whether a group opens at all is judged by the
//! objective alone.

use std::sync::Arc;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::Draft;
use super::super::knapsack::{Item, Terms, Workspace};
use super::super::space::Space;
use crate::instance::ids::{TrackId, TrainerId};

/// What serving people and using trainers' time is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Worth of serving one party of each class, equity left out, euros.
    pub class: Vec<f64>,
    /// Price of a trainer's time for a run, `[trainer × n_runs + run]`, euros; empty for none.
    pub time: Vec<f64>,
    /// Price of a run's tours at each place and with or without a kit, `[trainer × n_runs + run][place × 2 + kit]`,
    /// euros; empty for none.
    pub tours: Arc<Vec<Vec<f64>>>,
    /// Share of the real increase of a tour in a score; the rest is its price.
    pub realism: f64,
}

impl Guide {
    /// Serving a party is worth what leaving it out costs; time is free.
    pub fn plain(space: &Space) -> Self {
        Self {
            class: space.classes.iter().map(|class| class.unserved).collect(),
            time: Vec::new(),
            tours: Arc::default(),
            realism: 1.0,
        }
    }

    /// Between this guide (`weight` 1) and the plain one (0).
    fn blended(&self, space: &Space, weight: f64, realism: f64) -> Self {
        let class = self.class.iter().zip(&space.classes);
        Self {
            class: class.map(|(worth, class)| weight * worth + (1.0 - weight) * class.unserved).collect(),
            time: self.time.iter().map(|price| weight * price).collect(),
            tours: Arc::clone(&self.tours),
            realism,
        }
    }

    /// What a tour counts in a score: its real increase, in part replaced by its price.
    fn tour(&self, space: &Space, prospect: &Prospect, increase: f64) -> f64 {
        let run = space.patterns[prospect.pattern].run;
        let place = space.place_of[space.commune(prospect.pattern)].unwrap_or(0);
        let prices = self.tours.get(usize::from(prospect.trainer) * space.runs.len() + run);
        let price = prices.and_then(|prices| prices.get(place * 2 + usize::from(prospect.need > 0))).copied();
        price.map_or(increase, |price| self.realism * increase + (1.0 - self.realism) * price)
    }

    fn time(&self, space: &Space, trainer: TrainerId, run: usize) -> f64 {
        self.time.get(usize::from(trainer) * space.runs.len() + run).copied().unwrap_or(0.0)
    }
}

/// A party that could attend at a meeting point.
#[derive(Debug, Clone, Copy)]
struct Interested {
    class: usize,
    /// Worth less journey and support, before waiting, euros a party.
    value: f64,
    /// The same for each member.
    density: f64,
}

/// A group that might open.
#[derive(Debug, Clone, Copy)]
struct Prospect {
    /// Score without tours, euros.
    score: f64,
    pattern: usize,
    track: TrackId,
    trainer: TrainerId,
    need: usize,
}

/// Tables that are reused from step to step.
#[derive(Debug, Clone, Default)]
pub struct Recreate {
    interested: Vec<Vec<Interested>>,
    prospects: Vec<Prospect>,
    free: Vec<Option<Vec<TrainerId>>>,
    refused: Vec<(usize, TrainerId)>,
    /// Share of a pattern's seats that new groups fill.
    fill: f64,
}

impl Recreate {
    /// Opens groups while each lowers the objective. With `is_calm` nothing is left to chance.
    pub fn run(&mut self, draft: &mut Draft, guide: &Guide, random: &mut Pcg64Mcg, is_calm: bool) {
        let space = draft.space();
        let noise = if is_calm { 0.0 } else { random.random_range(0.0..40.0) };
        let weight = if is_calm || random.random_bool(0.3) { 1.0 } else { random.random_range(0.0..1.0) };
        // The first session of a day pays the whole way there, though others will share it: prices say how much.
        let realism = random.random_range(0.0..1.0);
        let guide = guide.blended(space, weight, realism);
        // Groups that fill every seat starve their neighbours; now and then new ones leave room.
        self.fill = if is_calm || random.random_bool(0.6) { 1.0 } else { random.random_range(0.4..1.0) };
        let mut workspace = Workspace::default();
        self.refused.clear();
        loop {
            self.gather(draft, &guide);
            self.survey(draft, &guide, random, noise);
            let Some(prospect) = self.best(draft, &guide) else { return };
            if !open(draft, &prospect, &guide, self.fill, &mut workspace) {
                self.refused.push((prospect.pattern, prospect.trainer));
                if self.refused.len() > 6 {
                    return;
                }
            }
        }
    }

    /// Lists who is left at every meeting point, most valuable for a seat first.
    fn gather(&mut self, draft: &Draft, guide: &Guide) {
        let space = draft.space();
        self.interested.resize_with(space.meetings.len(), Vec::new);
        self.interested.iter_mut().for_each(Vec::clear);
        for (index, class) in space.classes.iter().enumerate().filter(|&(index, _)| draft.left(index) > 0) {
            let worth = guide.class[index] + draft.equity_gain(index) - class.joining + class.wait_credit;
            for &(meeting, travel) in &space.meetings_of[index] {
                let value = worth - travel;
                self.interested[meeting].push(Interested {
                    class: index,
                    value,
                    density: value / class.size as f64,
                });
            }
        }
        for list in &mut self.interested {
            let persons: usize =
                list.iter().map(|one| space.classes[one.class].size * draft.left(one.class)).sum();
            if persons < space.min_group {
                list.clear();
            }
            list.sort_unstable_by(|one, other| {
                other.density.total_cmp(&one.density).then(one.class.cmp(&other.class))
            });
        }
    }

    /// Scores every pattern and trainer with enough interested parties.
    fn survey(&mut self, draft: &Draft, guide: &Guide, random: &mut Pcg64Mcg, noise: f64) {
        let space = draft.space();
        self.prospects.clear();
        self.free.clear();
        self.free.resize(space.runs.len(), None);
        for (meeting, list) in
            space.meetings.iter().zip(&self.interested).filter(|(_, list)| !list.is_empty())
        {
            for &pattern in &meeting.patterns {
                let run = space.patterns[pattern].run;
                let free = self.free[run].get_or_insert_with(|| {
                    space.staff.keys().filter(|&trainer| draft.is_free(trainer, run)).collect()
                });
                if free.is_empty() {
                    continue;
                }
                let Some((value, need)) = greedy(draft, list, pattern, self.fill) else { continue };
                for &trainer in
                    free.iter().filter(|&&trainer| space.staff[trainer].tracks.contains(meeting.track.into()))
                {
                    let chance = if noise > 0.0 { random.random_range(0.0..noise) } else { 0.0 };
                    let cost = space.patterns[pattern].fixed
                        + space.staff[trainer].cycle_time
                        + guide.time(space, trainer, run)
                        + chance;
                    self.prospects.push(Prospect {
                        score: value - cost,
                        pattern,
                        track: meeting.track,
                        trainer,
                        need,
                    });
                }
            }
        }
    }

    /// The prospect with the best score after its tours.
    fn best(&mut self, draft: &Draft, guide: &Guide) -> Option<Prospect> {
        self.prospects.sort_unstable_by(|one, other| {
            let score = other.score.total_cmp(&one.score);
            score.then((one.pattern, one.trainer).cmp(&(other.pattern, other.trainer)))
        });
        let mut best: Option<Prospect> = None;
        for &prospect in &self.prospects {
            // Tours never cost less than nothing where the triangle inequality holds; elsewhere this stops a little early.
            if best.is_some_and(|best| prospect.score <= best.score) {
                break;
            }
            let tours = draft.tour_increase(prospect.pattern, prospect.trainer, prospect.need);
            let score = prospect.score - guide.tour(draft.space(), &prospect, tours);
            if best.is_some_and(|best| score <= best.score)
                || !score.is_finite()
                || self.refused.contains(&(prospect.pattern, prospect.trainer))
                || !draft.can_open(prospect.pattern, prospect.trainer)
            {
                continue;
            }
            best = Some(Prospect { score, ..prospect });
        }
        best
    }
}

/// Seats of a pattern that a new group may fill.
fn seats(space: &Space, pattern: usize, fill: f64) -> usize {
    let capacity = space.patterns[pattern].capacity;
    ((capacity as f64 * fill).ceil() as usize).clamp(space.min_group, capacity)
}

/// Fills a pattern greedily; what the group is worth and the kit tablets it needs. `None` if it stays too small.
fn greedy(draft: &Draft, list: &[Interested], pattern: usize, fill: f64) -> Option<(f64, usize)> {
    let space = draft.space();
    let place = &space.patterns[pattern];
    let venue = &space.instance.venues[place.venue];
    let first = space.runs[place.run].days[0] as i32;
    let capacity = seats(space, pattern, fill);
    let most_borrowers = venue.tablets + space.largest_kit;
    let (mut value, mut persons, mut borrowers) = (0.0, 0, 0);
    for one in list {
        let class = &space.classes[one.class];
        if class.earliest > first || (class.step_free && !venue.step_free) {
            continue;
        }
        let worth = one.value - class.wait_day * f64::from(first);
        if worth <= 0.0 && persons >= space.min_group {
            break;
        }
        let by_seats = (capacity - persons) / class.size;
        let by_tablets = (most_borrowers - borrowers).checked_div(class.borrowers).unwrap_or(usize::MAX);
        let count = draft.left(one.class).min(by_seats).min(by_tablets);
        value += worth * count as f64;
        persons += class.size * count;
        borrowers += class.borrowers * count;
        if persons == capacity {
            break;
        }
    }
    let need = borrowers.saturating_sub(venue.tablets);
    (persons >= space.min_group).then_some((value - space.tablet * need as f64, need))
}

/// Opens a prospect with its best group; `false` where kits or budget do not allow it or the objective would rise.
fn open(draft: &mut Draft, prospect: &Prospect, guide: &Guide, fill: f64, workspace: &mut Workspace) -> bool {
    let space = draft.space();
    let place = &space.patterns[prospect.pattern];
    let slot = space.runs[place.run].slot;
    let (commune, first) = (space.commune(prospect.pattern), space.first_day(prospect.pattern) as i32);
    let Some(candidates) = space.candidates.get(&(prospect.track, commune, slot)) else { return false };
    let fitting =
        candidates.iter().filter(|c| draft.left(c.class) > 0 && space.fits(c.class, prospect.pattern));
    let mut items: Vec<Item> = fitting
        .map(|candidate| {
            let class = &space.classes[candidate.class];
            let cost = candidate.travel + class.waiting(first) + class.joining;
            let value = guide.class[candidate.class] + draft.equity_gain(candidate.class) - cost;
            let (size, borrowers) = (class.size, class.borrowers);
            Item { class: candidate.class, size, borrowers, value, count: draft.left(candidate.class) }
        })
        .collect();
    let levels = [space.largest_kit];
    let terms = Terms {
        capacity: seats(space, prospect.pattern, fill),
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
    let Some(number) = draft.open(prospect.pattern, prospect.trainer, prospect.track, group.members) else {
        return false;
    };
    if draft.objective() >= before - 1e-9 {
        draft.close(number);
        return false;
    }
    true
}
