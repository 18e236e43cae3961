//! Random rows of each table.

use std::collections::BTreeSet;

use ateliers::instance::InstanceData;
use ateliers::instance::entities::{
    Availability, Closure, Commune, Kit, Party, Resident, Scope, Slot, Trainer, Venue,
};
use ateliers::instance::ids::{CommuneId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::instance::rules::Rules;
use ateliers::instance::units::{Euros, Minutes, Ratio};
use ateliers::territory::{MeasuredPair, Road};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Draw, Size, leg};

const WEEKDAYS: [Weekday; 4] = [Weekday::Monday, Weekday::Thursday, Weekday::Saturday, Weekday::Wednesday];
/// Close enough to overlap, or to leave a trainer just enough time to move.
const STARTS: [u16; 8] =
    [9 * 60, 10 * 60, 11 * 60 + 15, 13 * 60 + 30, 14 * 60, 16 * 60, 16 * 60 + 30, 18 * 60];

pub(super) fn communes(n_communes: usize) -> Vec<Commune> {
    let commune = |position: usize| Commune {
        insee: format!("{:05}", 25_001 + position),
        name: format!("Commune {}", position + 1),
        lat: 47.0 + position as f64 / 100.0,
        lon: 6.8,
        population: None,
        postal_code: None,
        area_km2: None,
        min_cycles: 0,
    };
    (0..n_communes).map(commune).collect()
}

/// Different times on few weekdays, so that sessions of a day meet.
pub(super) fn slots(draw: &mut Draw, size: &Size) -> Vec<Slot> {
    let n_times = size.weekdays * STARTS.len();
    let n_slots = draw.between(size.slots.clone());
    let times = draw.permutation(n_times).into_iter().take(n_slots);
    let slot = |time: usize| {
        let (weekday, start_minute) = (WEEKDAYS[time / STARTS.len()], STARTS[time % STARTS.len()]);
        Slot { id: format!("S{time:02}"), weekday, start_minute }
    };
    times.map(slot).collect()
}

pub(super) fn venues(
    draw: &mut Draw,
    size: &Size,
    n_communes: usize,
    n_slots: usize,
    rules: &Rules,
) -> Vec<Venue> {
    let n_venues = draw.between(size.venues.clone());
    let venue = |position: usize| Venue {
        id: format!("V{position}"),
        commune: commune(draw, n_communes),
        name: format!("Room {position}"),
        // Some rooms are too small for any group.
        seats: if draw.chance(0.15) {
            draw.between(0..=2)
        } else {
            rules.cycle.min_group + draw.between(0..=6)
        },
        slots: some_slots(draw, n_slots, 0.7).into_iter().collect(),
        cost_per_session: Euros::whole(draw.pick(&[0, 0, 10, 25])),
        step_free: draw.chance(0.7),
        tablets: draw.pick(&[0, 0, 0, 1, 3]),
        availability: availability(draw, rules, 0.2),
        address: None,
    };
    (0..n_venues).map(venue).collect()
}

pub(super) fn trainers(
    draw: &mut Draw,
    size: &Size,
    n_communes: usize,
    n_tracks: usize,
    n_slots: usize,
    rules: &Rules,
) -> Vec<Trainer> {
    let tracks: Vec<TrackId> = (0..n_tracks).map(TrackId::from).collect();
    let n_trainers = draw.between(size.trainers.clone());
    let trainer = |position: usize| Trainer {
        id: format!("T{position}"),
        name: format!("Trainer {position}"),
        base: commune(draw, n_communes),
        slots: some_slots(draw, n_slots, 0.8).into_iter().collect(),
        tracks: draw.subset(&tracks, 0.8).into_iter().collect(),
        hourly_cost: Euros::whole(draw.pick(&[0, 20, 32, 45])),
        km_cost: draw.decimal_of(0..=1),
        max_sessions_per_day: draw.pick(&[1, 2, 3, 3]),
        max_sessions_per_week: draw.pick(&[1, 2, 4, 15]),
        max_sessions: None,
        availability: availability(draw, rules, 0.2),
    };
    let mut trainers: Vec<Trainer> = (0..n_trainers).map(trainer).collect();
    // A track that no trainer teaches is a fault of the input.
    let taught: BTreeSet<TrackId> = trainers.iter().flat_map(|trainer| &trainer.tracks).copied().collect();
    trainers[0].tracks.extend(tracks.iter().filter(|track| !taught.contains(track)));
    trainers
}

pub(super) fn kits(draw: &mut Draw, size: &Size, n_communes: usize) -> Vec<Kit> {
    let n_kits = draw.between(size.kits.clone());
    let kit = |position: usize| Kit {
        id: format!("K{position}"),
        tablets: draw.pick(&[1, 2, 3, 12]),
        depot: commune(draw, n_communes),
    };
    (0..n_kits).map(kit).collect()
}

pub(super) fn residents(
    draw: &mut Draw,
    size: &Size,
    n_communes: usize,
    n_tracks: usize,
    n_slots: usize,
    rules: &Rules,
) -> (Vec<Resident>, Vec<Party>) {
    let n_residents = draw.between(size.residents.clone());
    let (mut residents, mut parties) = (Vec::new(), Vec::new());
    while residents.len() < n_residents {
        let room = (n_residents - residents.len()).min(rules.cycle.max_group);
        let n_members = if draw.chance(0.25) { draw.between(1..=4).min(room) } else { 1 };
        let track = TrackId::from(draw.between(0..=n_tracks - 1));
        let id = (n_members > 1).then(|| format!("P{}", parties.len()));
        let members = (0..n_members).map(|_| {
            residents.push(resident(
                draw,
                residents.len(),
                parties.len().into(),
                track,
                n_communes,
                n_slots,
                rules,
            ));
            ResidentId::from(residents.len() - 1)
        });
        let members = members.collect();
        parties.push(Party { id, members });
    }
    (residents, parties)
}

fn resident(
    draw: &mut Draw,
    position: usize,
    party: PartyId,
    track: TrackId,
    n_communes: usize,
    n_slots: usize,
    rules: &Rules,
) -> Resident {
    Resident {
        id: format!("R{position:03}"),
        commune: commune(draw, n_communes),
        slots: some_slots(draw, n_slots, 0.8).into_iter().collect(),
        track,
        needs_tablet: draw.chance(0.3),
        max_travel: draw
            .maybe(0.3, |draw| Minutes::whole(draw.between_i64(0..=45)))
            .unwrap_or(rules.travel.max_travel),
        step_free: draw.chance(0.1),
        party,
        available_from: draw.maybe(0.2, |draw| some_day(draw, rules)),
        priority: Ratio::from_nano(draw.pick(&[2, 2, 2, 2, 1, 3, 6, 0]) * 500_000_000),
        withdrawn: false,
    }
}

pub(super) fn closures(
    draw: &mut Draw,
    rules: &Rules,
    n_communes: usize,
    n_venues: usize,
    n_trainers: usize,
) -> Vec<Closure> {
    let n_closures = draw.between(0..=4);
    let closure = |_| {
        let from = some_day(draw, rules);
        let scope = match draw.between(0..=3) {
            0 => Scope::All,
            1 => Scope::Commune(commune(draw, n_communes)),
            2 => Scope::Venue(VenueId::from(draw.between(0..=n_venues - 1))),
            _ => Scope::Trainer(TrainerId::from(draw.between(0..=n_trainers - 1))),
        };
        let until = from.saturating_add(draw.pick(&[0_i64, 0, 3, 13]).days());
        Closure { from, until, scope, reason: None }
    };
    (0..n_closures).map(closure).collect()
}

/// A road from commune `from` to another one among the first `n_ends`.
pub(super) fn road(draw: &mut Draw, from: usize, n_ends: usize) -> Road {
    let end = draw.between(0..=n_ends - 1);
    let to = if end == from { 0 } else { end };
    Road { from: from.into(), to: to.into(), leg: leg(draw, 15) }
}

/// Adds a new measured pair, sometimes in both directions with different figures.
pub(super) fn measure(draw: &mut Draw, n_communes: usize, measured: &mut Vec<MeasuredPair>) {
    let (from, to) = (commune(draw, n_communes), commune(draw, n_communes));
    let is_known = measured
        .iter()
        .any(|pair: &MeasuredPair| (pair.from, pair.to) == (from, to) || (pair.from, pair.to) == (to, from));
    if from == to || is_known {
        return;
    }
    measured.push(MeasuredPair { from, to, leg: leg(draw, 40) });
    if draw.chance(0.5) {
        measured.push(MeasuredPair { from: to, to: from, leg: leg(draw, 40) });
    }
}

/// Puts the venues in another order; closures follow theirs.
pub(super) fn shuffle_venues(draw: &mut Draw, data: &mut InstanceData) {
    let order = draw.permutation(data.venues.len());
    data.venues = order.iter().map(|&old| data.venues[VenueId::from(old)].clone()).collect();
    for closure in &mut data.closures {
        if let Scope::Venue(venue) = &mut closure.scope {
            *venue = new_place(&order, usize::from(*venue)).into();
        }
    }
}

/// Puts the trainers in another order; closures follow theirs.
pub(super) fn shuffle_trainers(draw: &mut Draw, data: &mut InstanceData) {
    let order = draw.permutation(data.trainers.len());
    data.trainers = order.iter().map(|&old| data.trainers[TrainerId::from(old)].clone()).collect();
    for closure in &mut data.closures {
        if let Scope::Trainer(trainer) = &mut closure.scope {
            *trainer = new_place(&order, usize::from(*trainer)).into();
        }
    }
}

fn new_place(order: &[usize], old: usize) -> usize {
    order.iter().position(|&place| place == old).expect("a permutation has every place")
}

fn commune(draw: &mut Draw, n_communes: usize) -> CommuneId {
    CommuneId::from(draw.between(0..=n_communes - 1))
}

fn some_slots(draw: &mut Draw, n_slots: usize, share: f64) -> Vec<SlotId> {
    let slots: Vec<SlotId> = (0..n_slots).map(SlotId::from).collect();
    draw.subset(&slots, share)
}

fn some_day(draw: &mut Draw, rules: &Rules) -> Date {
    let horizon = rules.horizon;
    let days = i64::from(horizon.start.until(horizon.end).map_or(0, |span| span.get_days()));
    horizon.start.saturating_add(draw.between_i64(0..=days).days())
}

/// With probability `share` each end is a day of the horizon, in order.
fn availability(draw: &mut Draw, rules: &Rules, share: f64) -> Availability {
    let from = draw.maybe(share, |draw| some_day(draw, rules));
    let until = draw.maybe(share, |draw| some_day(draw, rules));
    match (from, until) {
        (Some(from), Some(until)) if until < from => Availability { from: Some(until), until: Some(from) },
        _ => Availability { from, until },
    }
}
