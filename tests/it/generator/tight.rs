//! Tiny instances with one scarce resource, for the oracle that enumerates all plans.

use ateliers::instance::InstanceData;
use ateliers::instance::entities::Party;
use ateliers::instance::ids::{PartyId, ResidentId, SlotId, TrackId};
use ateliers::instance::units::{Euros, Minutes, Ratio};
use jiff::ToSpan;

use super::scarce::Resource;
use super::{Draw, TINY, plain};

/// The tiny instance of a seed with a scarce resource; a budget is left to callers who know what plans cost.
pub(crate) fn tight(resource: Resource, seed: u64) -> InstanceData {
    let mut data = plain(seed, &TINY);
    let draw = &mut Draw::new(seed);
    data.name = format!("tight-{}-{seed}", resource.name());
    data.rules.costs.max_gross = None;
    match resource {
        Resource::KitsFew | Resource::KitsSmall | Resource::KitsOdd | Resource::RoomTablets => {
            tablets(resource, draw, &mut data);
        }
        Resource::TrainerWeeks => {
            data.trainers.iter_mut().for_each(|trainer| trainer.max_sessions_per_week = 1);
        }
        Resource::TrainerDays => {
            data.trainers.iter_mut().for_each(|trainer| trainer.max_sessions_per_day = 1);
        }
        Resource::CommuneCycles => {
            data.rules.hosts.max_cycles_per_commune = Some(1);
            data.rules.weights.wait_week = Euros::whole(20);
        }
        Resource::Seats => {
            let least = data.rules.cycle.min_group;
            data.rules.cycle.max_group = least + 4;
            data.venues.iter_mut().for_each(|venue| venue.seats = draw.between(least..=least + 1));
        }
        Resource::MinGroup => {
            data.rules.cycle.min_group = draw.between(2..=3);
            data.rules.cycle.max_group = data.rules.cycle.min_group + draw.between(0..=1);
        }
        Resource::StepFree => {
            data.residents.iter_mut().for_each(|resident| resident.step_free = draw.chance(0.5));
            data.venues.iter_mut().for_each(|venue| venue.step_free = draw.chance(0.5));
        }
        Resource::LargeParties => together(draw, &mut data),
        Resource::RareTracks => tracks(draw, &mut data),
        Resource::RareSlots => {
            let slots: Vec<SlotId> = data.slots.keys().collect();
            data.residents.iter_mut().for_each(|resident| resident.slots = [draw.pick(&slots)].into());
        }
        Resource::Radius => {
            data.residents.iter_mut().for_each(|resident| resident.max_travel = Minutes::whole(5));
        }
        Resource::Horizon => {
            let days = 7 * data.rules.cycle.sessions as i64;
            data.rules.horizon.end = data.rules.horizon.start.saturating_add(days.days());
        }
        Resource::DearEquity => {
            data.rules.weights.equity_target = Ratio::from_nano(700_000_000);
            data.rules.weights.equity_shortfall = Euros::whole(1500);
        }
        Resource::BudgetSmall | Resource::BudgetHalf | Resource::BudgetLarge => {}
    }
    data
}

/// Four in five need a tablet, and kits are as the resource says.
fn tablets(resource: Resource, draw: &mut Draw, data: &mut InstanceData) {
    data.residents.iter_mut().for_each(|resident| resident.needs_tablet = draw.chance(0.8));
    let in_rooms: &[usize] = if resource == Resource::RoomTablets { &[0, 1, 2] } else { &[0, 0, 1] };
    data.venues.iter_mut().for_each(|venue| venue.tablets = draw.pick(in_rooms));
    match resource {
        Resource::KitsFew => {
            data.kits.truncate(1);
            data.kits.iter_mut().for_each(|kit| kit.tablets = 12);
        }
        Resource::KitsSmall => data.kits.iter_mut().for_each(|kit| kit.tablets = draw.between(1..=2)),
        Resource::KitsOdd => {
            let sizes = [1, 3].into_iter();
            data.kits.iter_mut().zip(sizes).for_each(|(kit, size)| kit.tablets = size);
        }
        _ => data.kits.truncate(0),
    }
}

/// Residents in parties of two or three with one track.
fn together(draw: &mut Draw, data: &mut InstanceData) {
    let n_residents = data.residents.len();
    let mut parties: Vec<Party> = Vec::new();
    let mut start = 0;
    while start < n_residents {
        let end = (start + draw.between(2..=3).min(data.rules.cycle.max_group)).min(n_residents);
        let track = data.residents[ResidentId::from(start)].track;
        let members: Vec<ResidentId> = (start..end).map(ResidentId::from).collect();
        for &member in &members {
            data.residents[member].party = PartyId::from(parties.len());
            data.residents[member].track = track;
        }
        let id = (members.len() > 1).then(|| format!("P{}", parties.len()));
        parties.push(Party { id, members });
        start = end;
    }
    data.parties = parties.into();
}

/// Two tracks, each taught by one trainer where there are two.
fn tracks(draw: &mut Draw, data: &mut InstanceData) {
    data.tracks = vec!["base".to_owned(), "smartphone".to_owned()].into();
    for party in &data.parties {
        let track = TrackId::from(draw.between(0..=1));
        party.members.iter().for_each(|&member| data.residents[member].track = track);
    }
    let n_trainers = data.trainers.len();
    for (position, trainer) in data.trainers.iter_mut().enumerate() {
        let taught = (0..2).filter(|track| n_trainers == 1 || track % n_trainers == position);
        trainer.tracks = taught.map(TrackId::from).collect();
    }
}
