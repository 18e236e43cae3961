//! Where and when a resident could attend, from the input alone: venues in reach, step-free where needed, slots in common, a
//! trainer for the track, dates in the calendar, tablets.
//!
//! What is ignored here (other residents, other cycles, budget) can only reduce the prospects, so a resident without any is
//! unserved in every legal plan.
//!
//! # Cost
//! One search for the latest first session of each track, venue and slot; then, for each resident, venues in reach × slots.

use std::collections::BTreeSet;

use jiff::civil::Date;
use typed_index_collections::TiVec;

use super::reason::{Clash, Reason};
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// A venue and a slot at which a resident could attend.
pub type Place = (VenueId, SlotId);

/// What the input allows, prepared for queries about residents.
#[derive(Debug)]
pub struct Prospects<'a> {
    /// The input.
    pub instance: &'a Instance,
    /// Venues that may host and can hold a group, by commune.
    usable: TiVec<CommuneId, Vec<VenueId>>,
    /// Whether some trainer can teach there, by track, venue and slot; cached, because every resident needs it.
    is_taught: Table<bool>,
    /// Latest possible first session of a cycle, by track, venue and slot.
    last_start: Table<Option<Date>>,
    largest_kit: usize,
}

impl<'a> Prospects<'a> {
    /// Prepares the tables.
    pub fn new(instance: &'a Instance) -> Self {
        let mut usable = TiVec::from(vec![Vec::new(); instance.communes.len()]);
        for (id, venue) in instance.venues.iter_enumerated() {
            let holds_a_group = instance.places_at(id) >= instance.rules.cycle.min_group;
            if instance.is_host(venue.commune) && holds_a_group {
                usable[venue.commune].push(id);
            }
        }
        let (mut is_taught, mut last_start) = (Table::new(instance, false), Table::new(instance, None));
        for track in instance.tracks.keys() {
            for place in usable.iter().flatten().flat_map(|&venue| slots_of(instance, venue)) {
                let mut trainers = instance.trainers.keys();
                *is_taught.at(track, place) =
                    trainers.any(|trainer| can_teach(instance, trainer, track, place));
                *last_start.at(track, place) = last_first_session(instance, track, place, |_, _| true);
            }
        }
        let largest_kit = instance.kits.iter().map(|kit| kit.tablets).max().unwrap_or(0);
        Self { instance, usable, is_taught, last_start, largest_kit }
    }

    /// Places at which the resident's whole party could attend, sorted; or what prevents attendance.
    ///
    /// # Errors
    /// The first obstacle, where no plan could serve the resident.
    pub fn places(&self, resident: ResidentId) -> Result<Vec<Place>, Reason> {
        let party = self.instance.residents[resident].party;
        let members = &self.instance.parties[party].members;
        if members.len() == 1 {
            return self.places_alone(resident);
        }
        let largest = self.usable.iter().flatten().map(|&venue| self.instance.places_at(venue)).max();
        if let Some(places) = largest.filter(|&places| places < members.len()) {
            return Err(Reason::PartyTooLarge { members: members.len(), places });
        }
        let mut shared = self.places_alone(resident)?;
        for &member in members.iter().filter(|&&member| member != resident) {
            let theirs = self
                .places_alone(member)
                .map_err(|obstacle| Reason::PartyMember { member, code: obstacle.code() })?;
            shared.retain(|place| theirs.binary_search(place).is_ok());
        }
        let suitable: Vec<Place> =
            shared.iter().copied().filter(|&place| self.suits_party(party, place)).collect();
        if suitable.is_empty() {
            let clash = self.clash(party, &shared);
            return Err(Reason::PartyIncompatible { members: members.len(), clash });
        }
        Ok(suitable)
    }

    /// Why no place suits all members of a party together, although each has some. `shared` are the places that suit each member.
    fn clash(&self, party: PartyId, shared: &[Place]) -> Clash {
        let instance = self.instance;
        let members = || instance.parties[party].members.iter().map(|&member| &instance.residents[member]);
        let tracks: BTreeSet<TrackId> = members().map(|member| member.track).collect();
        if tracks.len() > 1 {
            return Clash::Tracks { tracks: tracks.len() };
        }
        let share = |slot: &SlotId| members().all(|member| member.slots.contains(slot));
        if shared.is_empty() {
            let have_slot = members().next().is_some_and(|member| member.slots.iter().any(share));
            return if have_slot { Clash::Venues } else { Clash::Slots };
        }
        let most =
            |of: &dyn Fn(VenueId) -> usize| shared.iter().map(|&(venue, _)| of(venue)).max().unwrap_or(0);
        let places = most(&|venue| instance.places_at(venue));
        if places < members().count() {
            return Clash::Places { places };
        }
        let needed = members().filter(|member| member.needs_tablet).count();
        let available = most(&|venue| instance.venues[venue].tablets + self.largest_kit);
        if available < needed { Clash::Tablets { needed, available } } else { Clash::Dates }
    }

    /// The first day on which the whole party can start; `None` means any day.
    pub fn party_available_from(&self, party: PartyId) -> Option<Date> {
        let members = &self.instance.parties[party].members;
        members.iter().filter_map(|&member| self.instance.residents[member].available_from).max()
    }

    /// Latest first session of a cycle with some trainer for whom `is_free` holds on its dates.
    pub(super) fn last_start_where(
        &self,
        track: TrackId,
        place: Place,
        is_free: impl Fn(TrainerId, &[Date]) -> bool,
    ) -> Option<Date> {
        self.last_start.get(track, place)?;
        last_first_session(self.instance, track, place, is_free)
    }

    /// Whether a place that suits each member can take them together.
    fn suits_party(&self, party: PartyId, place: Place) -> bool {
        let instance = self.instance;
        let members = || instance.parties[party].members.iter().map(|&member| &instance.residents[member]);
        let Some(track) = members().next().map(|member| member.track) else { return false };
        let borrowers = members().filter(|member| member.needs_tablet).count();
        let from = self.party_available_from(party);
        members().all(|member| member.track == track)
            && members().count() <= instance.places_at(place.0)
            && borrowers <= instance.venues[place.0].tablets + self.largest_kit
            && self.last_start.get(track, place).is_some_and(|last| from.is_none_or(|from| from <= last))
    }

    /// Places at which the resident could attend alone, sorted; or what prevents attendance.
    fn places_alone(&self, resident: ResidentId) -> Result<Vec<Place>, Reason> {
        let venues = self.within_reach(resident)?;
        let venues = self.step_free(resident, venues)?;
        let places = self.at_their_slots(resident, &venues)?;
        let places = self.taught(resident, places)?;
        let places = self.in_time(resident, places)?;
        self.with_tablet(resident, places)
    }

    fn within_reach(&self, resident: ResidentId) -> Result<Vec<VenueId>, Reason> {
        let limit = self.instance.residents[resident].max_travel;
        let mut nearest: Option<(Minutes, VenueId)> = None;
        let mut reached = Vec::new();
        for venues in &self.usable {
            let Some(&first) = venues.first() else { continue };
            let Some(minutes) = self.instance.journey(resident, first) else { continue };
            if minutes <= limit {
                reached.extend_from_slice(venues);
            }
            nearest = Some(nearest.map_or((minutes, first), |best| best.min((minutes, first))));
        }
        if reached.is_empty() {
            let nearest = nearest.map(|(minutes, venue)| (venue, minutes));
            return Err(Reason::NoVenueInReach { nearest, limit });
        }
        reached.sort_unstable();
        Ok(reached)
    }

    fn step_free(&self, resident: ResidentId, mut venues: Vec<VenueId>) -> Result<Vec<VenueId>, Reason> {
        let in_reach = venues.len();
        let must_be = self.instance.residents[resident].step_free;
        venues.retain(|&venue| !must_be || self.instance.venues[venue].step_free);
        if venues.is_empty() { Err(Reason::NoStepFreeVenue { in_reach }) } else { Ok(venues) }
    }

    fn at_their_slots(&self, resident: ResidentId, venues: &[VenueId]) -> Result<Vec<Place>, Reason> {
        let theirs = &self.instance.residents[resident].slots;
        let open = venues.iter().flat_map(|&venue| slots_of(self.instance, venue));
        let places: Vec<Place> = open.filter(|(_, slot)| theirs.contains(slot)).collect();
        if places.is_empty() { Err(Reason::NoSlotInCommon { venues: venues.len() }) } else { Ok(places) }
    }

    fn taught(&self, resident: ResidentId, mut places: Vec<Place>) -> Result<Vec<Place>, Reason> {
        let track = self.instance.residents[resident].track;
        if !self.instance.trainers.iter().any(|trainer| trainer.tracks.contains(&track)) {
            return Err(Reason::TrackNotTaught);
        }
        places.retain(|&place| self.is_taught.get(track, place));
        if places.is_empty() { Err(Reason::NoTrainerAtSlot) } else { Ok(places) }
    }

    fn in_time(&self, resident: ResidentId, mut places: Vec<Place>) -> Result<Vec<Place>, Reason> {
        let (track, from) = {
            let resident = &self.instance.residents[resident];
            (resident.track, resident.available_from)
        };
        let last = places.iter().filter_map(|&place| self.last_start.get(track, place)).max();
        let Some(last) = last else { return Err(Reason::NoOpenDates) };
        if let Some(from) = from.filter(|&from| last < from) {
            return Err(Reason::TooLate { from, last });
        }
        let is_in_time = |last: Date| from.is_none_or(|from| from <= last);
        places.retain(|&place| self.last_start.get(track, place).is_some_and(is_in_time));
        Ok(places)
    }

    fn with_tablet(&self, resident: ResidentId, mut places: Vec<Place>) -> Result<Vec<Place>, Reason> {
        let needs_one = self.instance.residents[resident].needs_tablet;
        places.retain(|&(venue, _)| !needs_one || self.instance.venues[venue].tablets + self.largest_kit > 0);
        if places.is_empty() { Err(Reason::NoTablet) } else { Ok(places) }
    }
}

/// Number of residents who could attend at each venue and slot, by track.
#[derive(Debug)]
pub struct Crowd {
    counts: Table<usize>,
}

impl Crowd {
    /// Counts `residents` at all their places.
    pub fn count(prospects: &Prospects, residents: impl Iterator<Item = ResidentId>) -> Self {
        let mut counts = Table::new(prospects.instance, 0);
        for resident in residents {
            let track = prospects.instance.residents[resident].track;
            for place in prospects.places(resident).unwrap_or_default() {
                *counts.at(track, place) += 1;
            }
        }
        Self { counts }
    }

    /// The largest count at any of `places`.
    pub fn largest(&self, track: TrackId, places: &[Place]) -> usize {
        places.iter().map(|&place| self.counts.get(track, place)).max().unwrap_or(0)
    }
}

fn slots_of(instance: &Instance, venue: VenueId) -> impl Iterator<Item = Place> + '_ {
    instance.venues[venue].slots.iter().map(move |&slot| (venue, slot))
}

/// Whether the trainer teaches the track, works at the slot, can reach the venue and return, and may lead a whole cycle.
fn can_teach(instance: &Instance, trainer: TrainerId, track: TrackId, (venue, slot): Place) -> bool {
    let (trainer, commune) = (&instance.trainers[trainer], instance.venues[venue].commune);
    let is_reachable =
        || instance.way(trainer.base, commune).is_some() && instance.way(commune, trainer.base).is_some();
    let may_lead = trainer.max_sessions.is_none_or(|most| instance.rules.cycle.sessions <= most);
    may_lead && trainer.tracks.contains(&track) && trainer.slots.contains(&slot) && is_reachable()
}

/// The latest date on which a cycle could start with some trainer for whom `is_free` holds on its dates.
fn last_first_session(
    instance: &Instance,
    track: TrackId,
    (venue, slot): Place,
    is_free: impl Fn(TrainerId, &[Date]) -> bool,
) -> Option<Date> {
    let trainers = instance.trainers.keys();
    let able: Vec<TrainerId> =
        trainers.filter(|&trainer| can_teach(instance, trainer, track, (venue, slot))).collect();
    if able.is_empty() {
        return None;
    }
    let fits = |&first: &Date| {
        let Some(dates) = instance.session_dates(venue, slot, first) else { return false };
        let is_available = |date: &Date| instance.venues[venue].availability.contains(*date);
        let all_worked = |&trainer: &TrainerId| {
            dates.iter().all(|&date| instance.works_on(trainer, date)) && is_free(trainer, &dates)
        };
        dates.iter().all(is_available) && able.iter().any(all_worked)
    };
    instance.slot_dates(slot).into_iter().rev().find(fits)
}

/// A value for each track, venue and slot.
#[derive(Debug)]
struct Table<T> {
    values: Vec<T>,
    n_venues: usize,
    n_slots: usize,
}

impl<T: Copy> Table<T> {
    fn new(instance: &Instance, value: T) -> Self {
        let (n_venues, n_slots) = (instance.venues.len(), instance.slots.len());
        Self { values: vec![value; instance.tracks.len() * n_venues * n_slots], n_venues, n_slots }
    }

    fn index(&self, track: TrackId, (venue, slot): Place) -> usize {
        (usize::from(track) * self.n_venues + usize::from(venue)) * self.n_slots + usize::from(slot)
    }

    fn get(&self, track: TrackId, place: Place) -> T {
        self.values[self.index(track, place)]
    }

    fn at(&mut self, track: TrackId, place: Place) -> &mut T {
        let index = self.index(track, place);
        &mut self.values[index]
    }
}
