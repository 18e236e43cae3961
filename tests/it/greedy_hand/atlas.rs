//! What no step changes: who fits where, possible first dates, the cost of each way for a trainer.

use std::collections::{BTreeMap, BTreeSet};

use ateliers::instance::Instance;
use ateliers::instance::calendar::days_between;
use ateliers::instance::entities::Party;
use ateliers::instance::ids::{CommuneId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::instance::units::{Euros, Minutes};
use jiff::civil::Date;
use typed_index_collections::TiVec;

/// The dates of a cycle.
type Dates = Vec<Date>;

/// The instance with precomputed look-ups.
pub(super) struct Atlas<'a> {
    pub(super) instance: &'a Instance,
    pub(super) parties: TiVec<PartyId, Company>,
    /// One-way minutes of a party to a venue, all members together; `None` if a member cannot go there.
    journeys: TiVec<VenueId, TiVec<PartyId, Option<Minutes>>>,
    /// The dates of every cycle that a venue and its slots allow.
    pub(super) runs: TiVec<VenueId, Vec<(SlotId, Vec<Dates>)>>,
    /// The cost of the way between two places for a trainer; row by row.
    ways: TiVec<TrainerId, Vec<Option<Euros>>>,
    /// Residents of each commune.
    pub(super) interested: TiVec<CommuneId, usize>,
}

/// A party in summary.
pub(super) struct Company {
    pub(super) size: usize,
    /// Members who need a tablet.
    pub(super) borrowers: usize,
    /// `None` if the members want different tracks.
    track: Option<TrackId>,
    /// Slots at which all can come.
    slots: BTreeSet<SlotId>,
    /// The day from which all can come.
    from: Option<Date>,
    /// The communes where they live, with the number of members in each.
    pub(super) homes: Vec<(CommuneId, usize)>,
    /// The weight of leaving them out.
    left_out: Euros,
}

impl<'a> Atlas<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let mut interested = TiVec::from(vec![0; instance.communes.len()]);
        for resident in &instance.residents {
            interested[resident.commune] += 1;
        }
        let journeys = |venue: VenueId| {
            instance.parties.iter().map(|party| journeys_together(instance, party, venue)).collect()
        };
        Self {
            instance,
            parties: instance.parties.iter().map(|party| Company::new(instance, party)).collect(),
            journeys: instance.venues.keys().map(journeys).collect(),
            runs: instance.venues.keys().map(|venue| runs(instance, venue)).collect(),
            ways: instance.trainers.keys().map(|trainer| ways(instance, trainer)).collect(),
            interested,
        }
    }

    /// The cost of the way between two different places for a trainer.
    pub(super) fn way(&self, trainer: TrainerId, from: CommuneId, to: CommuneId) -> Option<Euros> {
        self.ways[trainer][usize::from(from) * self.instance.communes.len() + usize::from(to)]
    }

    /// Whether a party may attend this track at this venue and slot, on some day.
    pub(super) fn fits(&self, party: PartyId, venue: VenueId, slot: SlotId, track: TrackId) -> bool {
        let company = &self.parties[party];
        company.track == Some(track) && company.slots.contains(&slot) && self.journeys[venue][party].is_some()
    }

    /// Whether all members of a party can come from this day on.
    pub(super) fn can_start(&self, party: PartyId, first: Date) -> bool {
        self.parties[party].from.is_none_or(|from| from <= first)
    }

    /// The value of serving a party rather than leaving it out, without equity, tablets and the cycle itself.
    pub(super) fn worth(&self, party: PartyId, venue: VenueId, first: Date) -> Euros {
        let (rules, company) = (&self.instance.rules, &self.parties[party]);
        let start = rules.horizon.start;
        let members = &self.instance.parties[party].members;
        let from = |&member: &ResidentId| {
            self.instance.residents[member].available_from.map_or(start, |from| from.max(start))
        };
        let days: i32 = members.iter().map(|member| days_between(from(member), first)).sum();
        let minutes = self.journeys[venue][party].expect("the party fits");
        company.left_out + (rules.costs.fee - rules.costs.support_per_participant).times(company.size)
            - rules.weights.travel_minute.per_minute(minutes)
            - rules.weights.wait_week.scaled(i128::from(days), 7)
    }
}

impl Company {
    fn new(instance: &Instance, party: &Party) -> Self {
        let members = || party.members.iter().map(|&member| &instance.residents[member]);
        let first = &instance.residents[party.members[0]];
        let mut homes = BTreeMap::new();
        let mut slots = first.slots.clone();
        for member in members() {
            *homes.entry(member.commune).or_default() += 1;
            slots.retain(|slot| member.slots.contains(slot));
        }
        Self {
            size: party.members.len(),
            borrowers: members().filter(|member| member.needs_tablet).count(),
            track: members().all(|member| member.track == first.track).then_some(first.track),
            slots,
            from: members().filter_map(|member| member.available_from).max(),
            homes: homes.into_iter().collect(),
            left_out: members().map(|member| instance.rules.weights.unserved.by(member.priority)).sum(),
        }
    }
}

fn journeys_together(instance: &Instance, party: &Party, venue: VenueId) -> Option<Minutes> {
    let journey = |&member: &ResidentId| {
        let resident = &instance.residents[member];
        let minutes = instance.journey(member, venue)?;
        let can_go =
            minutes <= resident.max_travel && (instance.venues[venue].step_free || !resident.step_free);
        can_go.then_some(minutes)
    };
    party.members.iter().map(journey).sum()
}

fn runs(instance: &Instance, venue: VenueId) -> Vec<(SlotId, Vec<Vec<Date>>)> {
    let entity = &instance.venues[venue];
    let of_slot = |&slot: &SlotId| {
        let first_days = instance.slot_dates(slot).into_iter();
        let runs = first_days.filter_map(|first| instance.session_dates(venue, slot, first));
        (slot, runs.filter(|dates| dates.iter().all(|&date| entity.availability.contains(date))).collect())
    };
    entity.slots.iter().map(of_slot).collect()
}

fn ways(instance: &Instance, trainer: TrainerId) -> Vec<Option<Euros>> {
    let rates = &instance.trainers[trainer];
    let cost = |from, to| {
        let leg = instance.way(from, to)?;
        Some(rates.km_cost.per_km(leg.km) + rates.hourly_cost.per_hour(leg.minutes))
    };
    let communes = || instance.communes.keys();
    communes()
        .flat_map(|from| communes().map(move |to| (from, to)))
        .map(|(from, to)| cost(from, to))
        .collect()
}
