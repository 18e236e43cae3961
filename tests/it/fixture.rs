//! A small instance that is easy to picture, and a legal plan for it, to be broken rule by rule.
//!
//! Audincourt (base and depot) – 10 min, 8 km – Bethoncourt – 12 min, 9 km – Valentigney; Indevillers has no road.
//! Cycles have 2 sessions of 120 minutes, groups of 2 to 4. Everything is closed on 19 January, and Tom is away on
//! 2 February.

use std::collections::BTreeSet;

use ateliers::instance::entities::{
    Availability, Closure, Commune, Kit, Leg, Party, Resident, Scope, Slot, Trainer, Venue,
};
use ateliers::instance::ids::{CommuneId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::instance::rules::{
    Costs, CycleRules, Horizon, HostRules, Rules, SolverSettings, TravelRules, Weights,
};
use ateliers::instance::units::{Euros, Kilometres, Minutes, NANO, Ratio};
use ateliers::instance::zone::Zone;
use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::{Cycle, Fate, KitUse, Plan};
use ateliers::territory::{Road, Travel};
use jiff::civil::{Date, Weekday};

pub(crate) const AUDINCOURT: CommuneId = CommuneId(0);
pub(crate) const BETHONCOURT: CommuneId = CommuneId(1);
pub(crate) const VALENTIGNEY: CommuneId = CommuneId(2);
pub(crate) const INDEVILLERS: CommuneId = CommuneId(3);

pub(crate) const MON_0900: SlotId = SlotId(0);
pub(crate) const MON_1000: SlotId = SlotId(1);
pub(crate) const MON_1400: SlotId = SlotId(2);
pub(crate) const MON_1600: SlotId = SlotId(3);
pub(crate) const TUE_1400: SlotId = SlotId(4);

pub(crate) const BASE: TrackId = TrackId(0);
pub(crate) const SMARTPHONE: TrackId = TrackId(1);

/// In Bethoncourt, 4 seats, step-free, 10 euros a session.
pub(crate) const LIBRARY: VenueId = VenueId(0);
/// In Valentigney, 3 seats, with steps, free.
pub(crate) const SCHOOL: VenueId = VenueId(1);

/// Teaches `base`, not on Tuesdays.
pub(crate) const TOM: TrainerId = TrainerId(0);
/// Teaches everything, at any time.
pub(crate) const UMA: TrainerId = TrainerId(1);

pub(crate) const ANA: ResidentId = ResidentId(0);
pub(crate) const BRUNO: ResidentId = ResidentId(1);
pub(crate) const CHLOE: ResidentId = ResidentId(2);
pub(crate) const DENIS: ResidentId = ResidentId(3);
pub(crate) const EMMA: ResidentId = ResidentId(4);
pub(crate) const FARID: ResidentId = ResidentId(5);
pub(crate) const GASTON: ResidentId = ResidentId(6);
pub(crate) const HELENE: ResidentId = ResidentId(7);
pub(crate) const INES: ResidentId = ResidentId(8);
pub(crate) const JULES: ResidentId = ResidentId(9);
pub(crate) const KARIM: ResidentId = ResidentId(10);
pub(crate) const LILA: ResidentId = ResidentId(11);
pub(crate) const MAUD: ResidentId = ResidentId(12);

/// The party of Chloé and Denis.
pub(crate) const COUPLE: PartyId = PartyId(2);

/// A day of 2026.
pub(crate) fn day(month: i8, day: i8) -> Date {
    jiff::civil::date(2026, month, day)
}

/// Thousandths of a unit, in billionths.
pub(crate) const fn milli(thousandths: i64) -> i64 {
    thousandths * NANO / 1000
}

pub(crate) fn leg(minutes: i64, km: i64) -> Leg {
    Leg { minutes: Minutes::whole(minutes), km: Kilometres::whole(km) }
}

/// A cycle of the fixture; participants are sorted.
pub(crate) fn cycle(
    id: &str,
    (venue, slot, track, trainer): (VenueId, SlotId, TrackId, TrainerId),
    participants: &[ResidentId],
    sessions: &[Date],
) -> Cycle {
    let (participants, sessions) = (participants.to_vec(), sessions.to_vec());
    let (id, repairs, fate) = (id.to_owned(), Vec::new(), Fate::New);
    Cycle { id, venue, slot, track, trainer, participants, sessions, repairs, fate }
}

/// Tom teaches Ana and Bruno at the library on Monday mornings, then Chloé and Denis at the school in the afternoon.
/// Ana needs a tablet, so he takes the large kit.
pub(crate) fn legal_plan() -> Plan {
    let mondays = [day(1, 5), day(1, 12)];
    let kit = |date| KitUse { date, trainer: TOM, kit: 0.into() };
    Plan {
        cycles: vec![
            cycle("C001", (LIBRARY, MON_0900, BASE, TOM), &[ANA, BRUNO], &mondays),
            cycle("C002", (SCHOOL, MON_1400, BASE, TOM), &[CHLOE, DENIS], &mondays),
        ],
        kit_roster: mondays.map(kit).to_vec(),
        ..Plan::default()
    }
}

pub(crate) fn instance(change: impl FnOnce(&mut InstanceData)) -> Instance {
    let mut data = data();
    change(&mut data);
    Instance::new(data)
}

fn data() -> InstanceData {
    let names = ["Audincourt", "Bethoncourt", "Valentigney", "Indevillers"];
    let roads = [
        Road { from: AUDINCOURT, to: BETHONCOURT, leg: leg(10, 8) },
        Road { from: BETHONCOURT, to: VALENTIGNEY, leg: leg(12, 9) },
    ];
    InstanceData {
        name: "fixture".to_owned(),
        digest: "0".repeat(64),
        is_invented: true,
        communes: names.into_iter().zip(["25031", "25057", "25580", "25314"]).map(commune).collect(),
        slots: vec![
            slot("mon-0900", Weekday::Monday, 9),
            slot("mon-1000", Weekday::Monday, 10),
            slot("mon-1400", Weekday::Monday, 14),
            slot("mon-1600", Weekday::Monday, 16),
            slot("tue-1400", Weekday::Tuesday, 14),
        ]
        .into(),
        venues: vec![
            venue("library", BETHONCOURT, 4, &[MON_0900, MON_1000, MON_1400]),
            Venue { step_free: false, ..venue("school", VALENTIGNEY, 3, &[MON_1400, TUE_1400]) },
        ]
        .into(),
        trainers: vec![
            trainer("Tom", &[MON_0900, MON_1000, MON_1400, MON_1600], &[BASE]),
            trainer("Uma", &[MON_0900, MON_1000, MON_1400, MON_1600, TUE_1400], &[BASE, SMARTPHONE]),
        ]
        .into(),
        kits: vec![kit("large", 2), kit("small", 1)].into(),
        residents: residents().into(),
        parties: parties().into(),
        tracks: vec!["base".to_owned(), "smartphone".to_owned()].into(),
        closures: vec![closure(day(1, 19), Scope::All), closure(day(2, 2), Scope::Trainer(TOM))],
        rules: rules(),
        travel: Travel::new(names.len(), &roads, &[]),
        announced: None,
    }
}

fn commune((name, insee): (&str, &str)) -> Commune {
    Commune {
        insee: insee.to_owned(),
        name: name.to_owned(),
        lat: 47.4,
        lon: 6.8,
        population: None,
        postal_code: None,
        area_km2: None,
        min_cycles: 0,
    }
}

fn slot(id: &str, weekday: Weekday, hour: u16) -> Slot {
    Slot { id: id.to_owned(), weekday, start_minute: hour * 60 }
}

fn venue(id: &str, commune: CommuneId, seats: usize, slots: &[SlotId]) -> Venue {
    let is_library = id == "library";
    Venue {
        id: id.to_owned(),
        commune,
        name: id.to_owned(),
        seats,
        slots: slots.iter().copied().collect(),
        cost_per_session: Euros::whole(if is_library { 10 } else { 0 }),
        step_free: true,
        tablets: 0,
        availability: Availability::default(),
        address: None,
    }
}

fn trainer(id: &str, slots: &[SlotId], tracks: &[TrackId]) -> Trainer {
    Trainer {
        id: id.to_owned(),
        name: id.to_owned(),
        base: AUDINCOURT,
        slots: slots.iter().copied().collect(),
        tracks: tracks.iter().copied().collect(),
        hourly_cost: Euros::whole(32),
        km_cost: Euros::from_nano(milli(500)),
        max_sessions_per_day: 2,
        max_sessions_per_week: 4,
        max_sessions: None,
        availability: Availability::default(),
    }
}

fn kit(id: &str, tablets: usize) -> Kit {
    Kit { id: id.to_owned(), tablets, depot: AUDINCOURT }
}

fn closure(date: Date, scope: Scope) -> Closure {
    Closure { from: date, until: date, scope, reason: None }
}

/// Everybody lives in Bethoncourt, can come at any time, travels up to 20 minutes and learns `base`, unless stated
/// otherwise here.
fn residents() -> Vec<Resident> {
    let names = [
        "Ana", "Bruno", "Chloé", "Denis", "Emma", "Farid", "Gaston", "Hélène", "Inès", "Jules", "Karim",
        "Lila", "Maud",
    ];
    let mut residents: Vec<Resident> = names.into_iter().enumerate().map(resident).collect();
    let mut of = |id: ResidentId, change: fn(&mut Resident)| change(&mut residents[usize::from(id)]);
    of(ANA, |ana| ana.needs_tablet = true);
    of(EMMA, |emma| emma.slots = BTreeSet::from([MON_1400]));
    of(FARID, |farid| farid.track = SMARTPHONE);
    of(GASTON, |gaston| {
        gaston.commune = AUDINCOURT;
        gaston.max_travel = Minutes::whole(5);
    });
    of(HELENE, |helene| helene.step_free = true);
    of(INES, |ines| ines.available_from = Some(day(1, 6)));
    of(LILA, |lila| lila.track = SMARTPHONE);
    of(MAUD, |maud| maud.needs_tablet = true);
    residents
}

fn resident((position, id): (usize, &str)) -> Resident {
    // Chloé (2) and Denis (3) share a party, so those after them have a position one lower.
    let party = if position <= 2 { position } else { position - 1 };
    Resident {
        id: id.to_owned(),
        commune: BETHONCOURT,
        slots: [MON_0900, MON_1000, MON_1400, MON_1600, TUE_1400].into(),
        track: BASE,
        needs_tablet: false,
        max_travel: Minutes::whole(20),
        step_free: false,
        party: party.into(),
        available_from: None,
        priority: Ratio::whole(1),
        withdrawn: false,
    }
}

fn parties() -> Vec<Party> {
    let alone = |position: usize| Party { id: None, members: vec![position.into()] };
    let couple = Party { id: Some("couple".to_owned()), members: vec![CHLOE, DENIS] };
    (0..2).map(alone).chain([couple]).chain((4..13).map(alone)).collect()
}

fn rules() -> Rules {
    Rules {
        horizon: Horizon { start: day(1, 5), end: day(3, 1) },
        zone: Zone::default(),
        cycle: CycleRules {
            sessions: 2,
            session_minutes: Minutes::whole(120),
            min_group: 2,
            max_group: 4,
            max_gap_days: 14,
        },
        travel: TravelRules {
            max_travel: Minutes::whole(20),
            local: Leg { minutes: Minutes::whole(4), km: Kilometres::from_nano(milli(1500)) },
            turnaround: Minutes::whole(20),
        },
        hosts: HostRules {
            communes: vec![AUDINCOURT, BETHONCOURT, VALENTIGNEY, INDEVILLERS],
            max_cycles_per_commune: None,
        },
        costs: Costs {
            prep: Minutes::whole(30),
            tablet_session: Euros::from_nano(milli(500)),
            support_per_participant: Euros::whole(12),
            cycle_setup: Euros::whole(60),
            fee: Euros::whole(35),
            max_gross: None,
        },
        weights: Weights {
            unserved: Euros::whole(400),
            travel_minute: Euros::from_nano(milli(800)),
            wait_week: Euros::whole(4),
            equity_target: Ratio::from_nano(milli(500)),
            equity_shortfall: Euros::whole(150),
            away: Euros::ZERO,
            absence: Euros::whole(1000),
            call: Euros::whole(8),
            notice: Euros::whole(20),
            stand_in: Euros::whole(15),
        },
        letters: ateliers::instance::rules::Letters::default(),
        solver: SolverSettings { time_limit_s: 60.0, gap: 0.0, seed: 1, threads: 0 },
    }
}
