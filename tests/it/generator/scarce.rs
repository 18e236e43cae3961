//! Territories of 100 to 500 residents on which one resource at a time is scarce; everything else suffices.
//!
//! Communes lie on a plane, joined to their nearest ones by roads; people come from where people are. Rooms, trainers and
//! kits would serve nearly everyone if [`Resource`] did not take something away. Names and figures are those of a French
//! rural territory, dates those of 2026.

use std::collections::BTreeSet;

use ateliers::instance::entities::{
    Availability, Closure, Commune, Kit, Leg, Party, Resident, Scope, Slot, Trainer, Venue,
};
use ateliers::instance::ids::{CommuneId, PartyId, ResidentId, SlotId, TrackId};
use ateliers::instance::rules::{
    Costs, CycleRules, Horizon, HostRules, Rules, SolverSettings, TravelRules, Weights,
};
use ateliers::instance::units::{Euros, Minutes, Ratio};
use ateliers::instance::{Instance, InstanceData};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::Draw;
use super::plane::Plane;

/// What is scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Resource {
    /// One kit for all trainers.
    KitsFew,
    /// Kits smaller than the smallest group's need.
    KitsSmall,
    /// Kits of sizes that no group fits.
    KitsOdd,
    /// One small kit; most tablets stay in rooms.
    RoomTablets,
    /// A tenth to three tenths of what serving everyone costs.
    BudgetSmall,
    /// Four to six tenths.
    BudgetHalf,
    /// Seven to nine tenths.
    BudgetLarge,
    /// Two or three sessions a week.
    TrainerWeeks,
    /// One session a day, on two days of the week.
    TrainerDays,
    /// One or two cycles in each of few communes, and waiting is dear.
    CommuneCycles,
    /// Rooms smaller than groups may be.
    Seats,
    /// The smallest group is nearly the largest.
    MinGroup,
    /// Many need a step-free room, few rooms are.
    StepFree,
    /// Parties of three to six.
    LargeParties,
    /// Tracks that one trainer teaches.
    RareTracks,
    /// Slots that few share.
    RareSlots,
    /// Nobody travels far.
    Radius,
    /// Hardly longer than a cycle.
    Horizon,
    /// A commune below its share weighs more than those left out.
    DearEquity,
}

impl Resource {
    /// Each of them.
    pub(crate) const ALL: [Self; 19] = [
        Self::KitsFew,
        Self::KitsSmall,
        Self::KitsOdd,
        Self::RoomTablets,
        Self::BudgetSmall,
        Self::BudgetHalf,
        Self::BudgetLarge,
        Self::TrainerWeeks,
        Self::TrainerDays,
        Self::CommuneCycles,
        Self::Seats,
        Self::MinGroup,
        Self::StepFree,
        Self::LargeParties,
        Self::RareTracks,
        Self::RareSlots,
        Self::Radius,
        Self::Horizon,
        Self::DearEquity,
    ];

    /// The resource of a seed, each in turn.
    pub(crate) fn in_turn(seed: u64) -> Self {
        Self::ALL[seed as usize % Self::ALL.len()]
    }

    /// As in the names of instances, e.g. `kits-few`.
    pub(crate) fn name(self) -> String {
        let words = format!("{self:?}");
        let mut name = String::new();
        for letter in words.chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(letter.to_lowercase());
        }
        name
    }
}

/// Starts of sessions: every weekday, three times.
const STARTS: [(u16, &str); 3] = [(9 * 60 + 30, "0930"), (14 * 60, "1400"), (16 * 60 + 30, "1630")];
const WEEKDAYS: [(Weekday, &str); 5] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
];
const N_SLOTS: usize = STARTS.len() * WEEKDAYS.len();
/// Sessions of a cycle.
const SESSIONS: usize = 5;

/// The instance of a resource and seed.
pub(crate) fn instance(resource: Resource, seed: u64) -> Instance {
    Instance::new(data(resource, seed))
}

/// The data of a resource and seed, to be changed or written before it becomes an instance.
pub(crate) fn data(resource: Resource, seed: u64) -> InstanceData {
    let draw = &mut Draw::new(seed * Resource::ALL.len() as u64 + resource as u64);
    let plane = Plane::new(draw);
    let rules = rules(draw, resource, &plane);
    let (residents, parties) = residents(draw, resource, &plane, &rules);
    let n_trainers = draw.between(2..=5);
    let n_tracks = if resource == Resource::RareTracks { 3 } else { 1 };
    let mut data = InstanceData {
        name: format!("scarce-{}-{seed}", resource.name()),
        digest: format!("{:064x}", draw.between_i64(0..=i64::MAX)),
        is_invented: true,
        communes: communes(&plane).into(),
        slots: slots().into(),
        venues: venues(draw, resource, &plane, &rules.hosts.communes).into(),
        trainers: trainers(draw, resource, &plane, n_trainers, n_tracks).into(),
        kits: kits(draw, resource, &plane, rules.cycle.max_group).into(),
        residents: residents.into(),
        parties: parties.into(),
        tracks: ["base", "démarches", "smartphone"][..n_tracks]
            .iter()
            .map(|&track| track.to_owned())
            .collect(),
        closures: closures(&rules.horizon),
        travel: plane.travel(),
        rules,
    };
    data.rules.costs.max_gross = budget(draw, resource, &data);
    data
}

fn rules(draw: &mut Draw, resource: Resource, plane: &Plane) -> Rules {
    let start = date(2026, 1, 5);
    let weeks = match resource {
        Resource::Horizon => draw.between_i64(5..=8),
        _ => draw.between_i64(12..=26),
    };
    let (min_group, max_group) = match resource {
        Resource::KitsSmall => (9, 16),
        Resource::CommuneCycles => (8, 10),
        Resource::MinGroup => draw.pick(&[(10, 11), (9, 10), (11, 12)]),
        Resource::Seats => (5, 15),
        _ => draw.pick(&[(5, 10), (6, 12), (6, 12), (8, 14)]),
    };
    let radius = match resource {
        Resource::Radius => draw.between_i64(6..=9),
        _ => draw.between_i64(15..=25),
    };
    let n_hosts = match resource {
        Resource::CommuneCycles => draw.between(4..=6),
        _ => draw.between(8..=14),
    };
    let mut hosts: Vec<CommuneId> =
        plane.largest().into_iter().take(n_hosts.min(plane.len())).map(CommuneId::from).collect();
    hosts.sort_unstable();
    let is_dear = resource == Resource::DearEquity;
    let most_cycles = (resource == Resource::CommuneCycles).then(|| draw.between(1..=2));
    Rules {
        horizon: Horizon { start, end: start.saturating_add((7 * weeks - 3).days()) },
        cycle: CycleRules {
            sessions: SESSIONS,
            session_minutes: Minutes::whole(120),
            min_group,
            max_group,
            max_gap_days: 21,
        },
        travel: TravelRules {
            max_travel: Minutes::whole(radius),
            local: Leg { minutes: Minutes::whole(4), km: decimal(150) },
            turnaround: Minutes::whole(20),
        },
        hosts: HostRules { communes: hosts, max_cycles_per_commune: most_cycles },
        costs: costs(),
        weights: Weights {
            unserved: Euros::whole(400),
            travel_minute: Euros::from_nano(800_000_000),
            wait_week: Euros::whole(if resource == Resource::CommuneCycles {
                draw.between_i64(8..=20)
            } else {
                4
            }),
            equity_target: Ratio::from_nano(if is_dear { draw.between_i64(5..=9) } else { 5 } * 100_000_000),
            equity_shortfall: Euros::whole(if is_dear { draw.between_i64(500..=1500) } else { 150 }),
        },
        solver: SolverSettings { time_limit_s: 60.0, gap: 0.0, seed: 1, threads: 0 },
    }
}

fn costs() -> Costs {
    Costs {
        prep: Minutes::whole(30),
        tablet_session: Euros::from_nano(500_000_000),
        support_per_participant: Euros::whole(12),
        cycle_setup: Euros::whole(60),
        fee: Euros::whole(35),
        max_gross: None,
    }
}

/// A share of what serving everyone costs in groups of nearly the largest size.
fn budget(draw: &mut Draw, resource: Resource, data: &InstanceData) -> Option<Euros> {
    let tenths = match resource {
        Resource::BudgetSmall => 1..=3,
        Resource::BudgetHalf => 4..=6,
        Resource::BudgetLarge => 7..=9,
        _ => return None,
    };
    let n_residents = data.residents.len() as i64;
    let n_cycles = n_residents * 10 / (9 * data.rules.cycle.max_group as i64) + 1;
    // A session: two and a half hours and half an hour on the road, at 31 euros, and 20 km.
    let everyone = n_cycles * (60 + SESSIONS as i64 * (93 + 8)) + n_residents * (12 + 2);
    Some(Euros::whole(everyone * draw.between_i64(tenths) / 10))
}

fn communes(plane: &Plane) -> Vec<Commune> {
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
        }
    };
    (0..plane.len()).map(commune).collect()
}

fn slots() -> Vec<Slot> {
    let times = WEEKDAYS.iter().flat_map(|day| STARTS.iter().map(move |start| (day, start)));
    let slot = |((weekday, day), (start_minute, start)): (&(Weekday, &str), &(u16, &str))| Slot {
        id: format!("{day}-{start}"),
        weekday: *weekday,
        start_minute: *start_minute,
    };
    times.map(slot).collect()
}

/// Some of the slots, at least `least` and at most `most`.
fn some_slots(draw: &mut Draw, least: usize, most: usize) -> BTreeSet<SlotId> {
    let n = draw.between(least..=most);
    draw.permutation(N_SLOTS).into_iter().take(n).map(SlotId::from).collect()
}

fn venues(draw: &mut Draw, resource: Resource, plane: &Plane, hosts: &[CommuneId]) -> Vec<Venue> {
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

fn trainers(draw: &mut Draw, resource: Resource, plane: &Plane, n: usize, n_tracks: usize) -> Vec<Trainer> {
    let towns = plane.largest();
    let (per_day, per_week) = match resource {
        Resource::TrainerWeeks => (2, draw.between(2..=3)),
        Resource::TrainerDays => (1, 12),
        _ => (3, 12),
    };
    let tracks = |position: usize| -> BTreeSet<TrackId> {
        // Beside the first track each other one has one trainer.
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
            availability: Availability::default(),
        }
    };
    (0..n).map(trainer).collect()
}

/// All slots of two days of the week.
fn two_days(draw: &mut Draw) -> BTreeSet<SlotId> {
    let days = draw.permutation(WEEKDAYS.len()).into_iter().take(2);
    days.flat_map(|day| (0..STARTS.len()).map(move |start| SlotId::from(day * STARTS.len() + start)))
        .collect()
}

fn kits(draw: &mut Draw, resource: Resource, plane: &Plane, max_group: usize) -> Vec<Kit> {
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

/// School holidays and public holidays of the year, as far as the horizon reaches.
fn closures(horizon: &Horizon) -> Vec<Closure> {
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

fn residents(
    draw: &mut Draw,
    resource: Resource,
    plane: &Plane,
    rules: &Rules,
) -> (Vec<Resident>, Vec<Party>) {
    let n_residents = draw.between(100..=500);
    let borrowing = match resource {
        Resource::KitsFew | Resource::KitsSmall | Resource::KitsOdd | Resource::RoomTablets => {
            draw.pick(&[0.6, 0.7, 0.8])
        }
        _ => draw.pick(&[0.3, 0.4, 0.5]),
    };
    let (mut residents, mut parties): (Vec<Resident>, Vec<Party>) = (Vec::new(), Vec::new());
    while residents.len() < n_residents {
        let together = match resource {
            Resource::LargeParties if draw.chance(0.5) => draw.between(3..=6).min(rules.cycle.max_group),
            _ if draw.chance(0.08) => 2,
            _ => 1,
        };
        let party = PartyId::from(parties.len());
        let first = resident(draw, resource, plane, rules, (party, borrowing));
        let start = residents.len();
        for member in start..start + together {
            let is_like_first = member == start;
            let needs_tablet = if is_like_first { first.needs_tablet } else { draw.chance(borrowing) };
            residents.push(Resident { id: format!("R{:05}", member + 1), needs_tablet, ..first.clone() });
        }
        let id = (together > 1).then(|| format!("P{}", parties.len() + 1));
        parties.push(Party { id, members: (start..start + together).map(ResidentId::from).collect() });
    }
    (residents, parties)
}

fn resident(
    draw: &mut Draw,
    resource: Resource,
    plane: &Plane,
    rules: &Rules,
    (party, borrowing): (PartyId, f64),
) -> Resident {
    let slots = match resource {
        Resource::RareSlots => some_slots(draw, 1, 2),
        _ => usual_slots(draw),
    };
    let latest =
        i64::from(rules.horizon.start.until(rules.horizon.end).map_or(0, |span| span.get_days())) / 2;
    Resident {
        id: String::new(),
        commune: plane.home(draw).into(),
        slots,
        track: TrackId::from(if resource == Resource::RareTracks { draw.between(0..=2) } else { 0 }),
        needs_tablet: draw.chance(borrowing),
        max_travel: rules.travel.max_travel,
        step_free: draw.chance(if resource == Resource::StepFree { 0.4 } else { 0.05 }),
        party,
        available_from: draw.maybe(0.15, |draw| {
            rules.horizon.start.saturating_add(draw.between_i64(1..=latest.max(1)).days())
        }),
        priority: Ratio::from_nano(draw.pick(&[1_000_000_000, 1_000_000_000, 1_000_000_000, 1_500_000_000])),
    }
}

/// Mornings, afternoons, a day or two of the week, or any times: two to six.
fn usual_slots(draw: &mut Draw) -> BTreeSet<SlotId> {
    let same_start =
        |start: usize| (0..WEEKDAYS.len()).map(move |day| SlotId::from(day * STARTS.len() + start));
    match draw.between(0..=3) {
        0 => same_start(0).collect(),
        1 => {
            let start = draw.between(1..=2);
            same_start(start).collect()
        }
        2 => two_days(draw),
        _ => some_slots(draw, 2, 6),
    }
}

fn decimal<Q: super::draw::Quantity>(hundredths: i64) -> Q {
    Q::from_nano(hundredths * 10_000_000)
}
