//! Pricing: finds the cycle of least reduced cost at given duals, for every pattern and trainer.
//!
//! The parties that could attend at a commune and slot are valued and sorted once, for all first dates. Then, for each run (slot
//! and dates), the patterns of that run are priced in turn: a [`knapsack`](super::knapsack) over the classes that fit gives the
//! value of the best group for each kit level; the charges of trainer, tours, venue and host are subtracted. The least reduced
//! cost of each (trainer, run) gives the columns to add and, through [`bound`](super::bound), a bound that is valid at these
//! duals.
//!
//! # Size
//! |patterns| knapsacks of about 40 parties, in parallel over runs: 24,000 patterns take some tenths of a second on two cores. A
//! pattern is skipped before its knapsack if an upper bound on its best group cannot pay its charges. The knapsack for a single
//! trainer, if tour rows price people, is skipped if the group without these prices cannot pay.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::Remaining;
use super::going_on::{GoingOn, going_on};
use super::knapsack::{Item, Terms, Workspace};
use super::master::{Charges, Column, Prices, Rows};
use super::nodes::spot;
use super::space::{Candidate, Meeting, Space};
use crate::instance::ids::{CommuneId, TrackId, TrainerId};

/// Less negative reduced costs count as zero and give no column; the bound subtracts this for every possible cycle of a plan.
pub const TOLERANCE: f64 = 1e-9;

/// The result of a round of pricing.
#[derive(Debug, Clone)]
pub struct Round {
    /// Columns of negative reduced cost with that cost: the best of each trainer and run (if runs are few, of several communes
    /// each).
    pub columns: Vec<(f64, Column)>,
    /// Least reduced cost of each trainer and run, `[trainer × n_runs + run]`; 0 if none is negative.
    pub least: Vec<f64>,
    /// The cheapest courses of announced cycles.
    pub going_on: GoingOn,
}

/// A pattern's best offer to a trainer.
#[derive(Debug, Clone, Copy)]
struct Offer {
    cost: f64,
    pattern: usize,
    track: TrackId,
    level: usize,
}

/// The best offers of a run to one trainer, at most one per commune, best first.
#[derive(Debug, Clone)]
struct Offers {
    best: Vec<(CommuneId, Offer)>,
    most: usize,
}

impl Offers {
    /// Reduced cost that an offer must be below to be kept.
    fn threshold(&self) -> f64 {
        let is_full = self.best.len() >= self.most;
        self.best.last().filter(|_| is_full).map_or(-TOLERANCE, |(_, offer)| offer.cost)
    }

    fn add(&mut self, commune: CommuneId, offer: Offer) {
        if offer.cost >= self.threshold() {
            return;
        }
        if let Some(place) = self.best.iter().position(|&(other, _)| other == commune) {
            if self.best[place].1.cost <= offer.cost {
                return;
            }
            self.best.remove(place);
        }
        let place = self.best.partition_point(|(_, other)| other.cost <= offer.cost);
        self.best.insert(place, (commune, offer));
        self.best.truncate(self.most);
    }
}

/// Classes that may attend at a meeting point, with their values at the prices, excluding waiting; highest value per seat first.
#[derive(Clone)]
struct Valued {
    track: TrackId,
    items: Vec<(Candidate, f64)>,
    /// The same items, sorted by size and borrowers first: nearly the order that a knapsack needs, most of whose time would
    /// otherwise go into sorting.
    by_kind: Vec<(Candidate, f64)>,
}

/// A trainer's offer with its reduced cost, and its column.
type Priced = (TrainerId, f64, Option<Column>);

/// Columns to look for in a round if runs are too few to give as many.
const COLUMNS_PER_ROUND: usize = 200;

/// The prices of a round, and the value of every party at each of its meeting points.
struct Market<'p> {
    space: &'p Space<'p>,
    rows: &'p Rows<'p>,
    prices: &'p Prices,
    /// By meeting point.
    valued: Vec<Valued>,
}

impl<'p> Market<'p> {
    fn new(space: &'p Space<'p>, rows: &'p Rows<'p>, prices: &'p Prices) -> Self {
        let valued = |meeting: &Meeting| {
            value(space, prices, meeting, &rows.attendance_prices(prices, meeting.commune, None))
        };
        let valued = space.meetings.par_iter().map(valued).collect();
        Self { space, rows, prices, valued }
    }

    /// The classes that may attend a pattern, for each track.
    fn valued(&self, pattern: usize) -> Vec<Cow<'_, Valued>> {
        let run = self.space.patterns[pattern].run;
        let meetings =
            self.space.instance.tracks.keys().filter_map(|track| self.space.meeting(track, pattern));
        meetings.map(|meeting| self.at_run(meeting, run)).collect()
    }

    /// The classes of a meeting point; their values differ for a run with its own branching rows.
    fn at_run(&self, meeting: usize, run: usize) -> Cow<'_, Valued> {
        let point = &self.space.meetings[meeting];
        if !self.rows.is_attendance_bounded(point.commune, run) {
            return Cow::Borrowed(&self.valued[meeting]);
        }
        let branches = self.rows.attendance_prices(self.prices, point.commune, Some(run));
        Cow::Owned(value(self.space, self.prices, point, &branches))
    }
}

/// Prices every pattern for every trainer; `None` if time runs out.
pub fn price(space: &Space, rows: &Rows, prices: &Prices, remaining: Remaining) -> Option<Round> {
    let market = Market::new(space, rows, prices);
    let found: Option<Vec<Vec<Priced>>> = (0..space.runs.len())
        .into_par_iter()
        .map_init(Workspace::default, |workspace, run| {
            (remaining() > 0.0).then(|| price_run(&market, run, workspace))
        })
        .collect();
    let going_on = going_on(space, rows, prices);
    let least = vec![0.0; space.staff.len() * space.runs.len()];
    let mut round = Round { columns: Vec::new(), least, going_on };
    for (run, offers) in found?.into_iter().enumerate() {
        for (trainer, cost, column) in offers {
            let least = &mut round.least[usize::from(trainer) * space.runs.len() + run];
            *least = least.min(cost);
            round.columns.extend(column.map(|column| (cost, column)));
        }
    }
    round.columns.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    Some(round)
}

/// The best offers of a run to each trainer who works it, if their reduced cost is negative.
fn price_run(market: &Market, run: usize, workspace: &mut Workspace) -> Vec<Priced> {
    let &Market { space, rows, prices, .. } = market;
    let trainers: Vec<Charges> = space
        .leaders()
        .filter(|&trainer| space.staff[trainer].runs.contains(run))
        .map(|trainer| rows.charges(prices, trainer, run))
        .collect();
    let most = (COLUMNS_PER_ROUND / (space.runs.len() * space.leaders().count()).max(1)).max(1);
    let mut best = vec![Offers { best: Vec::new(), most }; trainers.len()];
    let mut commune: Option<CommuneId> = None;
    let mut valued = Vec::new();
    for &pattern in &space.patterns_of_run[run] {
        let here = space.commune(pattern);
        if commune != Some(here) {
            valued = market.valued(pattern);
            commune = Some(here);
        }
        for list in &valued {
            price_pattern(market, pattern, list, &trainers, &mut best, workspace);
        }
    }
    let offers = trainers
        .iter()
        .zip(best)
        .flat_map(|(charges, offers)| offers.best.into_iter().map(move |(_, offer)| (charges, offer)));
    offers
        .map(|(charges, offer)| (charges.trainer, offer.cost, column(market, charges, &offer, workspace)))
        .collect()
}

/// Subtracts from each item what its class pays for a session of this trainer at the spot `node` (`place × 2 + kit`).
fn charge_people(items: &mut [Item], charges: &Charges, node: usize) {
    let Some(tolls) = charges.tolls.get(&node) else { return };
    for item in items {
        if let Ok(at) = tolls.binary_search_by_key(&item.class, |&(class, _)| class) {
            item.value -= tolls[at].1;
        }
    }
}

fn value(space: &Space, prices: &Prices, meeting: &Meeting, branches: &BTreeMap<usize, f64>) -> Valued {
    let valued = |candidate: &Candidate| {
        let class = &space.classes[candidate.class];
        let budget = prices.budget * space.support * class.size as f64;
        let worth = prices.worth[candidate.class] - candidate.travel - class.joining + class.wait_credit
            - budget
            + branches.get(&candidate.class).copied().unwrap_or(0.0);
        (worth / class.size as f64, *candidate, worth)
    };
    let key = (meeting.track, meeting.commune, meeting.slot);
    let mut items: Vec<(f64, Candidate, f64)> = space.candidates[&key].iter().map(valued).collect();
    items.sort_unstable_by(|(density, one, _), (other_density, other, _)| {
        other_density.total_cmp(density).then(one.class.cmp(&other.class))
    });
    let items: Vec<(Candidate, f64)> =
        items.into_iter().map(|(_, candidate, worth)| (candidate, worth)).collect();
    let mut by_kind = items.clone();
    by_kind.sort_by_key(|(candidate, _)| {
        let class = &space.classes[candidate.class];
        (class.size, class.borrowers)
    });
    Valued { track: meeting.track, items, by_kind }
}

fn price_pattern(
    market: &Market,
    pattern: usize,
    list: &Valued,
    trainers: &[Charges],
    best: &mut [Offers],
    workspace: &mut Workspace,
) {
    let &Market { space, rows, prices, .. } = market;
    let place = space.patterns[pattern].place;
    let base = pattern_charge(space, rows, prices, pattern);
    let venue = space.patterns[pattern].venue;
    let cheapest = |charges: &Charges| {
        let least = (0..=space.stock.levels().len()).map(|level| charges.at(venue, place, level));
        base + least.fold(f64::INFINITY, f64::min)
    };
    let most = conceivable(space, pattern, list);
    let teaches = |charges: &Charges| space.staff[charges.trainer].tracks.contains(list.track.into());
    let can_pay = |(charges, offers): (&Charges, &Offers)| {
        teaches(charges) && cheapest(charges) - most < offers.threshold()
    };
    if !trainers.iter().zip(best.iter()).any(can_pay) {
        return;
    }
    let terms = terms(space, prices, pattern);
    let mut items = items(space, pattern, list);
    workspace.solve(&mut items, &terms);
    let n_levels = space.stock.levels().len();
    let free: Vec<f64> = (0..=n_levels).map(|level| workspace.value(&terms, level)).collect();
    let commune = space.commune(pattern);
    for (charges, best) in trainers.iter().zip(best.iter_mut()).filter(|(charges, _)| teaches(charges)) {
        let cost = |level: usize, value: f64| base + charges.at(venue, place, level) - value;
        for (has_kit, levels) in [(false, 0..=0), (true, 1..=n_levels)] {
            let node = spot(place, has_kit);
            let is_charged = charges.tolls.contains_key(&node);
            // Charging people for a session cannot raise the value of a group.
            if is_charged && levels.clone().all(|level| cost(level, free[level]) >= best.threshold()) {
                continue;
            }
            if is_charged {
                let mut items = items.clone();
                charge_people(&mut items, charges, node);
                workspace.solve(&mut items, &terms);
            }
            for level in levels {
                let value = if is_charged { workspace.value(&terms, level) } else { free[level] };
                let cost = cost(level, value);
                best.add(commune, Offer { cost, pattern, track: list.track, level });
            }
        }
    }
}

/// Hire, set-up and the charges of venue and host.
fn pattern_charge(space: &Space, rows: &Rows, prices: &Prices, pattern: usize) -> f64 {
    let place = &space.patterns[pattern];
    place.fixed * (1.0 + prices.budget)
        + place.changes
        + prices.host[space.commune(pattern)]
        + rows.venue_charge(prices, place.venue, place.run)
}

/// Upper bound on the value of any group of the pattern: seats filled by density, tablets free.
fn conceivable(space: &Space, pattern: usize, list: &Valued) -> f64 {
    let place = &space.patterns[pattern];
    let first = place.first as i32;
    let mut seats = place.capacity as f64;
    let mut persons = 0;
    let mut worth = 0.0;
    for (candidate, value) in &list.items {
        let class = &space.classes[candidate.class];
        if !place.admits(class) {
            continue;
        }
        let value = value - class.wait_day * f64::from(first);
        if value <= 0.0 && persons >= space.min_group {
            break;
        }
        let offered = (class.size * class.parties.len()) as f64;
        // A party of negative value is only taken to reach `min_group`, and then counts 0, so this remains an upper bound.
        worth += value.max(0.0) / class.size as f64 * offered.min(seats);
        seats -= offered.min(seats);
        persons += class.size * class.parties.len();
        if seats <= 0.0 {
            break;
        }
    }
    if persons < space.min_group {
        return f64::NEG_INFINITY;
    }
    let Some(told) = place.told else { return worth };
    // Saved calls may outweigh the order of the list.
    let spared = |(candidate, _): &(Candidate, f64)| {
        let class = &space.classes[candidate.class];
        class.spared(told) * class.parties.len() as f64
    };
    worth + list.items.iter().map(spared).sum::<f64>()
}

fn items(space: &Space, pattern: usize, list: &Valued) -> Vec<Item> {
    let place = &space.patterns[pattern];
    let first = place.first as i32;
    let fitting = list.by_kind.iter().filter_map(|(candidate, value)| {
        let class = &space.classes[candidate.class];
        place.admits(class).then(|| Item {
            class: candidate.class,
            size: class.size,
            borrowers: class.borrowers,
            value: value - class.wait_day * f64::from(first)
                + place.told.map_or(0.0, |told| class.spared(told)),
            count: class.parties.len(),
        })
    });
    fitting.collect()
}

fn terms<'a>(space: &'a Space, prices: &Prices, pattern: usize) -> Terms<'a> {
    let place = &space.patterns[pattern];
    Terms {
        capacity: place.capacity,
        min_group: space.min_group,
        room_tablets: space.instance.venues[place.venue].tablets,
        tablet: space.tablet * (1.0 + prices.budget),
        levels: space.stock.levels(),
    }
}

fn column(market: &Market, charges: &Charges, offer: &Offer, workspace: &mut Workspace) -> Option<Column> {
    let &Market { space, prices, .. } = market;
    let run = space.patterns[offer.pattern].run;
    let list = market.at_run(space.meeting(offer.track, offer.pattern)?, run);
    let terms = terms(space, prices, offer.pattern);
    let place = space.patterns[offer.pattern].place;
    let mut items = items(space, offer.pattern, &list);
    charge_people(&mut items, charges, spot(place, offer.level > 0));
    workspace.solve(&mut items, &terms);
    let group = workspace.group(&terms, offer.level)?;
    let borrowers: usize = group.members.iter().map(|&(class, n)| space.classes[class].borrowers * n).sum();
    let need = space.kit_need(offer.pattern, borrowers);
    Some(Column {
        pattern: offer.pattern,
        trainer: charges.trainer,
        track: offer.track,
        members: group.members,
        need,
    })
}
