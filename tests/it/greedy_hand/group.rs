//! Who joins a cycle: members by priority and device, up to the seats and the tablets.

use ateliers::instance::ids::{PartyId, VenueId};
use ateliers::instance::units::Euros;
use jiff::civil::Date;

use super::state::State;

/// Parties chosen for a cycle.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) parties: Vec<PartyId>,
    pub(super) size: usize,
    pub(super) borrowers: usize,
    /// The value of serving them rather than leaving them out, without the cycle itself.
    pub(super) worth: Euros,
}

/// The order in which parties are chosen.
#[derive(Clone, Copy)]
enum Order {
    /// By value per seat.
    Seat,
    /// By value of the party.
    Party,
    /// Those who bring a device first, then by value per seat.
    Device,
}

/// Unserved parties that may come to a venue from a day on, with their values.
pub(super) struct Call<'s, 'a> {
    state: &'s State<'a>,
    venue: VenueId,
    parties: Vec<(PartyId, Euros)>,
}

impl<'s, 'a> Call<'s, 'a> {
    pub(super) fn new(state: &'s State<'a>, venue: VenueId, first: Date, parties: &[PartyId]) -> Self {
        let atlas = state.atlas;
        let can_come = parties.iter().copied().filter(|&party| atlas.can_start(party, first));
        let parties = can_come.map(|party| (party, atlas.worth(party, venue, first))).collect();
        Self { state, venue, parties }
    }

    /// Upper bound of the value of a group.
    pub(super) fn most_worth(&self) -> Euros {
        let seat = |&(party, worth): &(PartyId, Euros)| {
            let size = self.state.atlas.parties[party].size;
            ((worth + self.state.equity(party, &[])).nano() / size as i64 + 1, size)
        };
        let mut seats: Vec<(i64, usize)> = self.parties.iter().map(seat).filter(|seat| seat.0 > 0).collect();
        seats.sort_unstable_by(|one, other| other.cmp(one));
        let mut free = self.state.most_seats(self.venue);
        let mut most = 0;
        for (worth, size) in seats {
            let taken = size.min(free);
            most += worth * taken as i64;
            free -= taken;
        }
        Euros::from_nano(most)
    }

    /// The distinct best groups, for each order and each number of tablets in a kit.
    pub(super) fn groups(&self) -> Vec<Group> {
        let instance = self.state.atlas.instance;
        let in_room = instance.venues[self.venue].tablets;
        let mut tablets: Vec<usize> = instance.kits.iter().map(|kit| kit.tablets).chain([0]).collect();
        tablets.sort_unstable();
        tablets.dedup();
        let n_borrowers: usize =
            self.parties.iter().map(|&(party, _)| self.state.atlas.parties[party].borrowers).sum();
        let mut groups = Vec::new();
        for tablets in tablets {
            for order in [Order::Seat, Order::Party, Order::Device] {
                let group = self.gather(order, in_room + tablets);
                groups.extend(group.filter(|group| !groups.contains(group)));
            }
            if n_borrowers <= in_room + tablets {
                break;
            }
        }
        groups
    }

    /// Chooses parties one by one, as long as there is room and either it is worth it or the group is too small.
    fn gather(&self, order: Order, most_borrowers: usize) -> Option<Group> {
        let parties = &self.state.atlas.parties;
        let least = self.state.atlas.instance.rules.cycle.min_group;
        let most = self.state.most_seats(self.venue);
        let mut group = Group { parties: Vec::new(), size: 0, borrowers: 0, worth: Euros::ZERO };
        let mut waiting = self.parties.clone();
        loop {
            let has_room = |party: PartyId| {
                let company = &parties[party];
                group.size + company.size <= most && group.borrowers + company.borrowers <= most_borrowers
            };
            waiting.retain(|&(party, _)| has_room(party));
            let gains = waiting.iter().enumerate().map(|(place, &(party, worth))| {
                let gain = worth + self.state.equity(party, &group.parties) - self.tablets(&group, party);
                (place, party, gain)
            });
            let called = gains.filter(|&(_, _, gain)| group.size < least || gain > Euros::ZERO);
            let best = called.max_by_key(|&(place, party, gain)| {
                (self.rank(order, party, gain), std::cmp::Reverse(place))
            });
            let Some((place, party, gain)) = best else { break };
            waiting.swap_remove(place);
            group.size += parties[party].size;
            group.borrowers += parties[party].borrowers;
            group.worth += gain;
            group.parties.push(party);
        }
        group.parties.sort_unstable();
        (least <= group.size).then_some(group)
    }

    fn rank(&self, order: Order, party: PartyId, gain: Euros) -> (bool, i64) {
        let company = &self.state.atlas.parties[party];
        let seat = gain.nano() / company.size as i64;
        match order {
            Order::Seat => (true, seat),
            Order::Party => (true, gain.nano()),
            Order::Device => (company.borrowers == 0, seat),
        }
    }

    /// The cost of the tablets that a party needs beyond those of the group and the room.
    fn tablets(&self, group: &Group, party: PartyId) -> Euros {
        let instance = self.state.atlas.instance;
        let in_room = instance.venues[self.venue].tablets;
        let after = (group.borrowers + self.state.atlas.parties[party].borrowers).saturating_sub(in_room);
        let before = group.borrowers.saturating_sub(in_room);
        instance.rules.costs.tablet_session.times((after - before) * instance.rules.cycle.sessions)
    }
}
