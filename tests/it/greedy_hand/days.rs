//! A day's tours with the kits that serve them at the least cost.

use ateliers::instance::Instance;
use ateliers::instance::ids::{CommuneId, KitId, TrainerId, VenueId};
use ateliers::instance::units::Euros;
use typed_index_collections::TiVec;

use super::atlas::Atlas;

/// One session of a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    /// Minutes after midnight.
    pub(super) start: u16,
    pub(super) venue: VenueId,
    /// Tablets needed from a kit.
    pub(super) need: usize,
}

/// One trainer's day: the cost of its tour without a kit and with each; `None` if there is no way for a leg.
pub(super) struct Tour {
    pub(super) trainer: TrainerId,
    /// In time order.
    pub(super) meetings: Vec<Meeting>,
    alone: Option<Euros>,
    with_kit: TiVec<KitId, Option<Euros>>,
}

/// The kits of a day, one for each tour that needs one.
#[derive(Clone)]
pub(super) struct Matching {
    pub(super) cost: Euros,
    pub(super) kits: Vec<Option<KitId>>,
}

impl Tour {
    pub(super) fn new(atlas: &Atlas, trainer: TrainerId, mut meetings: Vec<Meeting>) -> Self {
        meetings.sort_by_key(|meeting| meeting.start);
        let instance = atlas.instance;
        let Some((first, last)) = meetings.first().zip(meetings.last()) else {
            let with_kit = vec![None; instance.kits.len()].into();
            return Self { trainer, meetings, alone: Some(Euros::ZERO), with_kit };
        };
        let base = instance.trainers[trainer].base;
        let commune = |meeting: &Meeting| instance.venues[meeting.venue].commune;
        let way = |from: CommuneId, to: CommuneId| atlas.way(trainer, from, to);
        let between = |pair: &[Meeting]| {
            let is_same = pair[0].venue == pair[1].venue;
            if is_same { Some(Euros::ZERO) } else { way(commune(&pair[0]), commune(&pair[1])) }
        };
        let inner: Option<Euros> = meetings.windows(2).map(between).sum();
        let from = |place| Some(way(place, commune(first))? + inner? + way(commune(last), place)?);
        let with_depot = |depot: CommuneId| {
            let to_depot = if depot == base { Euros::ZERO } else { way(base, depot)? + way(depot, base)? };
            Some(to_depot + from(depot)?)
        };
        let with_kit = instance.kits.iter().map(|kit| with_depot(kit.depot)).collect();
        Self { trainer, alone: from(base), with_kit, meetings }
    }

    /// Tablets needed by the session with the greatest need.
    pub(super) fn need(&self) -> usize {
        self.meetings.iter().map(|meeting| meeting.need).max().unwrap_or_default()
    }

    /// The cost with this kit, or without one.
    pub(super) fn cost(&self, kit: Option<KitId>) -> Option<Euros> {
        kit.map_or(self.alone, |kit| self.with_kit[kit])
    }

    /// The kits that are large enough, with the tour's cost for each, cheapest first.
    fn choices(&self, instance: &Instance, need: usize) -> Vec<(Euros, Option<KitId>)> {
        if need == 0 {
            return self.alone.map(|cost| (cost, None)).into_iter().collect();
        }
        let large = instance.kits.iter_enumerated().filter(|(_, kit)| need <= kit.tablets);
        let mut choices: Vec<(Euros, Option<KitId>)> =
            large.filter_map(|(id, _)| Some((self.with_kit[id]?, Some(id)))).collect();
        choices.sort_unstable();
        choices
    }
}

/// The cheapest assignment of a kit to each tour of a day that meets its need; `None` if there is none.
pub(super) fn matched(instance: &Instance, tours: &[(usize, &Tour)]) -> Option<Matching> {
    let choices: Vec<_> = tours.iter().map(|(need, tour)| tour.choices(instance, *need)).collect();
    let mut least = vec![Euros::ZERO; choices.len() + 1];
    for (position, choices) in choices.iter().enumerate().rev() {
        least[position] = least[position + 1] + choices.first()?.0;
    }
    let mut best = None;
    let taken = Matching { cost: Euros::ZERO, kits: Vec::with_capacity(choices.len()) };
    hand_out(&choices, &least, taken, &mut best);
    best
}

/// Tries every kit for the next tour, as long as the minimum of the rest may still beat the best.
fn hand_out(
    choices: &[Vec<(Euros, Option<KitId>)>],
    least: &[Euros],
    taken: Matching,
    best: &mut Option<Matching>,
) {
    let is_late = |cost: Euros, best: &Option<Matching>| best.as_ref().is_some_and(|best| best.cost <= cost);
    if is_late(taken.cost + least[0], best) {
        return;
    }
    let Some((next, rest)) = choices.split_first() else {
        *best = Some(taken);
        return;
    };
    for &(cost, kit) in next {
        if kit.is_none() || !taken.kits.contains(&kit) {
            let mut kits = taken.kits.clone();
            kits.push(kit);
            hand_out(rest, &least[1..], Matching { cost: taken.cost + cost, kits }, best);
        }
    }
}
