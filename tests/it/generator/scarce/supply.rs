//! The resources of a scarce territory: communes, slots, rooms, trainers, kits, open days.

use std::collections::BTreeSet;

use ateliers::instance::entities::{Availability, Closure, Commune, Kit, Scope, Slot, Trainer, Venue};
use ateliers::instance::ids::{CommuneId, SlotId, TrackId};
use ateliers::instance::rules::Horizon;
use ateliers::instance::units::Euros;
use jiff::civil::{Date, Weekday, date};

use super::plane::Plane;
use super::{Draw, N_SLOTS, Resource, STARTS, WEEKDAYS, decimal, some_slots, two_days};

pub(super) fn communes(plane: &Plane) -> Vec<Commune> {
    let commune = |position: usize| {
        let (x, y) = plane.point(position);
        Commune {
            insee: format!("{:05}", 25_001 + position),
            name: format!("Commune {}", position + 1),
            lat: 47.0 + y / 111.0,
            lon: 6.5 + x / 76.0,
            population: Some(plane.population(position) as u64),
            postal_code: None,
            area_km2: None,
            min_cycles: 0,
        }
    };
    (0..plane.len()).map(commune).collect()
}

pub(super) fn slots() -> Vec<Slot> {
    let times = WEEKDAYS.iter().flat_map(|day| STARTS.iter().map(move |start| (day, start)));
    let slot = |((weekday, day), (start_minute, start)): (&(Weekday, &str), &(u16, &str))| Slot {
        id: format!("{day}-{start}"),
        weekday: *weekday,
        start_minute: *start_minute,
    };
    times.map(slot).collect()
}

pub(super) fn venues(draw: &mut Draw, resource: Resource, plane: &Plane, hosts: &[CommuneId]) -> Vec<Venue> {
    let (least, most) = if resource == Resource::RareSlots { (3, 5) } else { (6, 10) };
    let mut venues = Vec::new();
    for &commune in hosts {
        let n_venues = if plane.is_town(commune.into()) { 2 } else { 1 };
        for number in 1..=n_venues {
            let seats = match resource {
                Resource::Seats => draw.between(5..=8),
                _ => draw.pick(&[10, 12, 14, 16, 20, 30]),
            };
            let tablets = match resource {
                Resource::RoomTablets => draw.pick(&[0, 2, 4, 6, 8]),
                Resource::KitsFew | Resource::KitsSmall | Resource::KitsOdd => draw.pick(&[0, 0, 0, 2, 4]),
                _ => draw.pick(&[0, 0, 0, 0, 4]),
            };
            venues.push(Venue {
                id: format!("V{:02}-{number}", usize::from(commune) + 1),
                commune,
                name: format!("Salle {number}"),
                seats,
                slots: some_slots(draw, least, most),
                cost_per_session: Euros::whole(draw.pick(&[0, 0, 10, 15, 25])),
                step_free: draw.chance(if resource == Resource::StepFree { 0.2 } else { 0.9 }),
                tablets,
                availability: Availability::default(),
                address: None,
            });
        }
    }
    venues
}

pub(super) fn trainers(
    draw: &mut Draw,
    resource: Resource,
    plane: &Plane,
    n: usize,
    n_tracks: usize,
) -> Vec<Trainer> {
    let towns = plane.largest();
    let (per_day, per_week) = match resource {
        Resource::TrainerWeeks => (2, draw.between(2..=3)),
        Resource::TrainerDays => (1, 12),
        Resource::DearEquity => (3, draw.between(2..=4)),
        _ => (3, 12),
    };
    let tracks = |position: usize| -> BTreeSet<TrackId> {
        // Each track except the first has one trainer.
        let rare = (1..n_tracks).filter(|track| position == track % n.max(1));
        std::iter::once(0).chain(rare).map(TrackId::from).collect()
    };
    let trainer = |position: usize| {
        let slots = match resource {
            Resource::TrainerDays => two_days(draw),
            _ => (0..N_SLOTS).map(SlotId::from).collect(),
        };
        Trainer {
            id: format!("T{}", position + 1),
            name: format!("Animateur {}", position + 1),
            base: towns[draw.between(0..=(towns.len() - 1).min(6))].into(),
            slots,
            tracks: tracks(position),
            hourly_cost: Euros::whole(draw.between_i64(29..=33)),
            km_cost: decimal(40),
            max_sessions_per_day: per_day,
            max_sessions_per_week: per_week,
            max_sessions: None,
            availability: Availability::default(),
        }
    };
    (0..n).map(trainer).collect()
}

pub(super) fn kits(draw: &mut Draw, resource: Resource, plane: &Plane, max_group: usize) -> Vec<Kit> {
    let tablets: Vec<usize> = match resource {
        Resource::KitsFew => vec![max_group],
        Resource::KitsSmall => (0..draw.between(1..=2)).map(|_| draw.between(4..=6)).collect(),
        Resource::KitsOdd => {
            let sizes = [[3, 7, 11], [2, 5, 9], [1, 6, 8]];
            draw.pick(&sizes)[..draw.between(2..=3)].to_vec()
        }
        Resource::RoomTablets => vec![draw.between(2..=4)],
        _ => vec![max_group; 5],
    };
    let towns = plane.largest();
    let kit = |(position, tablets): (usize, usize)| Kit {
        id: format!("K{}", position + 1),
        tablets,
        depot: towns[draw.between(0..=(towns.len() - 1).min(4))].into(),
    };
    tablets.into_iter().enumerate().map(kit).collect()
}

/// School holidays and public holidays of the year, within the horizon.
pub(super) fn closures(horizon: Horizon) -> Vec<Closure> {
    let year = [
        (date(2026, 2, 7), date(2026, 2, 22)),
        (date(2026, 4, 6), date(2026, 4, 19)),
        (date(2026, 5, 1), date(2026, 5, 1)),
        (date(2026, 5, 8), date(2026, 5, 8)),
        (date(2026, 5, 14), date(2026, 5, 15)),
    ];
    let within = year.into_iter().filter(|&(from, _)| horizon.contains(from));
    let closure = |(from, until): (Date, Date)| Closure { from, until, scope: Scope::All, reason: None };
    within.map(closure).collect()
}
