//! A small instance for unit tests, whose costs can be worked out by hand.
//!
//! Amont – 10 min, 10 km – Milieu – 20 min, 20 km – Aval. Tom lives in Amont and costs one euro a minute and one euro a
//! kilometre, so a leg costs 20, 40 or 60 euros, and 4 + 2 = 6 within a commune. The halls of Milieu and Aval host; both kits are
//! kept in Aval. Sessions last two hours, turnaround takes 20 minutes, a cycle has two sessions.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::announced::{Announced, AnnouncedCycle, Failure, Session};
use super::entities::{Availability, Commune, Kit, Leg, Party, Resident, Slot, Trainer, Venue};
use super::ids::{CommuneId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use super::rules::{
    Costs, CycleRules, Horizon, HostRules, Letters, Rules, SolverSettings, TravelRules, Weights,
};
use super::units::{Euros, Kilometres, Minutes, Ratio};
use super::zone::Zone;
use super::{Instance, InstanceData};
use crate::territory::{MeasuredPair, Road, Travel};

pub(crate) const AMONT: CommuneId = CommuneId(0);
pub(crate) const MILIEU: CommuneId = CommuneId(1);
pub(crate) const AVAL: CommuneId = CommuneId(2);

/// 9.00 to 11.00: leaves enough time before the noon session if there is no drive.
pub(crate) const MORNING: SlotId = SlotId(0);
/// 11.30 to 13.30: leaves no time to drive to Milieu or Aval before 14.00, but enough to stay.
pub(crate) const NOON: SlotId = SlotId(1);
/// 14.00 to 16.00.
pub(crate) const AFTERNOON: SlotId = SlotId(2);

/// In Milieu.
pub(crate) const SCHOOL: VenueId = VenueId(0);
/// In Aval.
pub(crate) const LIBRARY: VenueId = VenueId(1);

pub(crate) const BASE: TrackId = TrackId(0);
pub(crate) const SMARTPHONE: TrackId = TrackId(1);

/// A day of March 2027; the horizon is Monday the 1st to Sunday the 28th.
pub(crate) fn march(day: i8) -> Date {
    jiff::civil::date(2027, 3, day)
}

pub(crate) fn leg(minutes: i64, km: i64) -> Leg {
    Leg { minutes: Minutes::whole(minutes), km: Kilometres::whole(km) }
}

/// The hamlet after `change`; without one it has no residents.
pub(crate) fn instance(change: impl FnOnce(&mut InstanceData)) -> Instance {
    let mut data = data();
    change(&mut data);
    Instance::new(data)
}

/// Enrols a party, and returns the positions of its members in the table.
pub(crate) fn enrol(data: &mut InstanceData, members: Vec<Resident>) -> Vec<ResidentId> {
    let party = data.parties.len().into();
    let first = data.residents.len();
    let enrolled: Vec<ResidentId> = (first..first + members.len()).map(ResidentId::from).collect();
    data.residents.extend(members.into_iter().map(|resident| Resident { party, ..resident }));
    data.parties.push(Party { id: None, members: enrolled.clone() });
    enrolled
}

/// Announces a cycle of `n_people` on Monday mornings at the school by Tom, from 8 March on, with these hit sessions; today is the 2nd.
pub(crate) fn tell(data: &mut InstanceData, n_people: usize, notice_days: i32, hit: Vec<(Date, Failure)>) {
    let participants = (0..n_people).map(|_| enrol(data, vec![resident()])[0]).collect();
    let session = |day| Session { date: march(day), venue: SCHOOL, trainer: TrainerId(0) };
    let cycle = AnnouncedCycle {
        id: "C001".to_owned(),
        venue: SCHOOL,
        slot: MORNING,
        track: BASE,
        trainer: TrainerId(0),
        participants,
        sessions: vec![session(8), session(15)],
        is_broken_off: false,
        is_released: false,
        is_kept: false,
        hit,
    };
    data.announced = Some(Announced {
        cycles: vec![cycle].into(),
        kits: Vec::new(),
        closed: Vec::new(),
        today: march(2),
        notice_days,
        released: BTreeSet::new(),
        pinned: BTreeSet::new(),
    });
}

/// Measured distances, without any road.
pub(crate) fn measured(pairs: &[(CommuneId, CommuneId, Leg)]) -> Travel {
    let pairs: Vec<MeasuredPair> =
        pairs.iter().map(|&(from, to, leg)| MeasuredPair { from, to, leg }).collect();
    Travel::new(3, &[], &pairs)
}

/// A resident of Milieu who can come on Monday mornings and travels up to 30 minutes.
pub(crate) fn resident() -> Resident {
    Resident {
        id: "somebody".to_owned(),
        commune: MILIEU,
        slots: BTreeSet::from([MORNING]),
        track: BASE,
        needs_tablet: false,
        max_travel: Minutes::whole(30),
        step_free: false,
        party: 0.into(),
        available_from: None,
        priority: Ratio::whole(1),
        withdrawn: false,
    }
}

fn data() -> InstanceData {
    let roads = [
        Road { from: AMONT, to: MILIEU, leg: leg(10, 10) },
        Road { from: MILIEU, to: AVAL, leg: leg(20, 20) },
    ];
    let slot =
        |start_minute: u16| Slot { id: start_minute.to_string(), weekday: Weekday::Monday, start_minute };
    InstanceData {
        name: "hamlet".to_owned(),
        digest: String::new(),
        is_invented: true,
        communes: ["Amont", "Milieu", "Aval"].map(commune).to_vec().into(),
        slots: [9 * 60, 11 * 60 + 30, 14 * 60].map(slot).to_vec().into(),
        venues: vec![venue("school", MILIEU), venue("library", AVAL)].into(),
        trainers: vec![tom()].into(),
        kits: vec![kit("large", 5), kit("small", 2)].into(),
        residents: Vec::new().into(),
        parties: Vec::new().into(),
        tracks: vec!["base".to_owned(), "smartphone".to_owned()].into(),
        closures: Vec::new(),
        rules: rules(),
        travel: Travel::new(3, &roads, &[]),
        announced: None,
    }
}

fn commune(name: &str) -> Commune {
    Commune::at(name, 47.0, 6.0)
}

fn venue(id: &str, commune: CommuneId) -> Venue {
    Venue {
        id: id.to_owned(),
        commune,
        name: id.to_owned(),
        seats: 10,
        slots: [MORNING, NOON, AFTERNOON].into(),
        cost_per_session: Euros::ZERO,
        step_free: true,
        tablets: 0,
        availability: Availability::default(),
        address: None,
    }
}

fn tom() -> Trainer {
    Trainer {
        id: "Tom".to_owned(),
        name: "Tom".to_owned(),
        base: AMONT,
        slots: [MORNING, NOON, AFTERNOON].into(),
        tracks: [BASE, SMARTPHONE].into(),
        hourly_cost: Euros::whole(60),
        km_cost: Euros::whole(1),
        max_sessions_per_day: 3,
        max_sessions_per_week: 6,
        max_sessions: None,
        availability: Availability::default(),
    }
}

fn kit(id: &str, tablets: usize) -> Kit {
    Kit { id: id.to_owned(), tablets, depot: AVAL }
}

fn rules() -> Rules {
    Rules {
        horizon: Horizon { start: march(1), end: march(28) },
        zone: Zone::default(),
        cycle: CycleRules {
            sessions: 2,
            session_minutes: Minutes::whole(120),
            min_group: 2,
            max_group: 4,
            max_gap_days: 21,
        },
        travel: TravelRules {
            max_travel: Minutes::whole(30),
            local: leg(4, 2),
            turnaround: Minutes::whole(20),
        },
        hosts: HostRules { communes: vec![MILIEU, AVAL], max_cycles_per_commune: None },
        costs: Costs {
            prep: Minutes::ZERO,
            tablet_session: Euros::whole(1),
            support_per_participant: Euros::whole(12),
            cycle_setup: Euros::whole(60),
            fee: Euros::whole(35),
            max_gross: None,
        },
        weights: Weights {
            unserved: Euros::whole(400),
            travel_minute: Euros::whole(1),
            wait_week: Euros::whole(7),
            equity_target: Ratio::ZERO,
            equity_shortfall: Euros::ZERO,
            away: Euros::ZERO,
            absence: Euros::whole(1000),
            call: Euros::whole(8),
            notice: Euros::whole(20),
            stand_in: Euros::whole(15),
        },
        letters: Letters::default(),
        solver: SolverSettings { time_limit_s: 60.0, gap: 0.0, seed: 1, threads: 0 },
    }
}
