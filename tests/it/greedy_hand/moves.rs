//! The hand's three steps: open a cycle, let a party join one, close one.

use ateliers::instance::ids::{PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::instance::units::Euros;
use ateliers::plan::costs::{cycle_costs, tablets_needed};
use ateliers::plan::{Cycle, Fate, Plan};
use jiff::civil::Date;

use super::days::{Meeting, Tour};
use super::group::{Call, Group};
use super::state::State;

/// The effect of a step on the cycles.
#[derive(Debug, Clone)]
pub(super) enum Move {
    Open(Cycle),
    /// The cycle at this position has other participants.
    Change(usize, Vec<ResidentId>),
    Close(usize),
}

/// A step and the change of the objective; less is better.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) change: Euros,
    what: Move,
}

/// The place and time of a possible cycle.
struct Place<'s> {
    venue: VenueId,
    slot: SlotId,
    track: TrackId,
    dates: &'s [Date],
}

/// The better of two steps; the first of equals.
fn keep_better(best: &mut Option<Step>, step: Step) {
    if step.change < best.as_ref().map_or(Euros::ZERO, |best| best.change) {
        *best = Some(step);
    }
}

impl State<'_> {
    /// The plan after a step.
    pub(super) fn after(&self, step: &Step) -> Plan {
        let mut cycles = self.plan.cycles.clone();
        let dates = match &step.what {
            Move::Open(cycle) => {
                cycles.push(cycle.clone());
                cycle.sessions.clone()
            }
            Move::Change(position, participants) => {
                cycles[*position].participants.clone_from(participants);
                cycles[*position].sessions.clone()
            }
            Move::Close(position) => cycles.remove(*position).sessions,
        };
        let kit_roster = self.roster(&cycles, &dates);
        Plan { cycles, kit_roster, ..Plan::default() }
    }

    /// The best cycle to open, if one lowers the objective.
    pub(super) fn best_opening(&self) -> Option<Step> {
        let instance = self.atlas.instance;
        let mut best = None;
        for venue in instance.venues.keys().filter(|&venue| self.may_host(venue)) {
            for (slot, runs) in &self.atlas.runs[venue] {
                for track in instance.tracks.keys() {
                    let fits = |&party: &PartyId| {
                        !self.is_served[party] && self.atlas.fits(party, venue, *slot, track)
                    };
                    let parties: Vec<PartyId> = instance.parties.keys().filter(fits).collect();
                    let heads: usize = parties.iter().map(|&party| self.atlas.parties[party].size).sum();
                    if heads < instance.rules.cycle.min_group {
                        continue;
                    }
                    for dates in runs.iter().filter(|dates| self.is_free(venue, *slot, dates)) {
                        self.open_at(&Place { venue, slot: *slot, track, dates }, &parties, &mut best);
                    }
                }
            }
        }
        best
    }

    /// Tries all trainers and groups at one place and time.
    fn open_at(&self, place: &Place, parties: &[PartyId], best: &mut Option<Step>) {
        let instance = self.atlas.instance;
        let call = Call::new(self, place.venue, place.dates[0], parties);
        let cost = |trainer: TrainerId| {
            let costs = cycle_costs(instance, &cycle(place, trainer, Vec::new()));
            costs.gross()
        };
        let most = call.most_worth();
        let limit = |best: &Option<Step>| best.as_ref().map_or(Euros::ZERO, |best| best.change);
        // One more stop may make a tour slightly cheaper if measured ways break the triangle inequality.
        let is_promising = |&trainer: &TrainerId| cost(trainer) - most < limit(best);
        let key = (place.venue, place.slot, place.track);
        let trainers: Vec<TrainerId> = instance
            .trainers
            .keys()
            .filter(is_promising)
            .filter(|&trainer| self.can_lead(trainer, key, place.dates))
            .collect();
        if trainers.is_empty() {
            return;
        }
        let groups = call.groups();
        for trainer in trainers {
            let fixed = cost(trainer);
            let meeting =
                Meeting { start: instance.slots[place.slot].start_minute, venue: place.venue, need: 0 };
            let tours: Vec<(Date, Tour)> =
                place.dates.iter().map(|&date| (date, self.longer(date, trainer, meeting))).collect();
            for group in &groups {
                if fixed - group.worth >= limit(best) {
                    continue;
                }
                if let Some(change) = self.cost_of_opening(place, &tours, group, fixed) {
                    let participants = self.members(&group.parties);
                    let id = self.new_id();
                    let cycle = Cycle { id, ..cycle(place, trainer, participants) };
                    keep_better(best, Step { change, what: Move::Open(cycle) });
                }
            }
        }
    }

    /// The change of the objective; `None` if kits or money are insufficient.
    fn cost_of_opening(
        &self,
        place: &Place,
        tours: &[(Date, Tour)],
        group: &Group,
        fixed: Euros,
    ) -> Option<Euros> {
        let instance = self.atlas.instance;
        let costs = &instance.rules.costs;
        let need = group.borrowers.saturating_sub(instance.venues[place.venue].tablets);
        let travel: Option<Euros> = tours.iter().map(|(date, tour)| self.more(*date, tour, need)).sum();
        let gross = fixed
            + travel?
            + costs.support_per_participant.times(group.size)
            + costs.tablet_session.times(need * place.dates.len());
        self.can_pay(gross).then_some(fixed + travel? - group.worth)
    }

    /// The best party to let join a cycle, if one lowers the objective.
    pub(super) fn best_joining(&self) -> Option<Step> {
        let mut best = None;
        for (position, cycle) in self.plan.cycles.iter().enumerate() {
            let free = self.most_seats(cycle.venue).saturating_sub(cycle.participants.len());
            let fits = |party: &PartyId| {
                !self.is_served[*party]
                    && self.atlas.parties[*party].size <= free
                    && self.atlas.fits(*party, cycle.venue, cycle.slot, cycle.track)
                    && self.atlas.can_start(*party, cycle.sessions[0])
            };
            for party in self.atlas.instance.parties.keys().filter(fits) {
                self.join(position, party, &mut best);
            }
        }
        best
    }

    fn join(&self, position: usize, party: PartyId, best: &mut Option<Step>) {
        let instance = self.atlas.instance;
        let before = &self.plan.cycles[position];
        let mut after = before.clone();
        after.participants.extend(&instance.parties[party].members);
        after.participants.sort_unstable();
        let (had, need) =
            (tablets_needed(instance, before, before.venue), tablets_needed(instance, &after, after.venue));
        let start = instance.slots[before.slot].start_minute;
        let more = |&date: &Date| {
            let tour = self.changed(date, before.trainer, start, Some(need));
            self.more(date, &tour, 0)
        };
        let travel = if had == need { Some(Euros::ZERO) } else { before.sessions.iter().map(more).sum() };
        let Some(travel) = travel else { return };
        let (costs, costs_before) = (cycle_costs(instance, &after), cycle_costs(instance, before));
        let tablets = costs.tablets - costs_before.tablets;
        if self.can_pay(costs.gross() - costs_before.gross() + travel) {
            let worth = self.atlas.worth(party, before.venue, before.sessions[0]) + self.equity(party, &[]);
            let change = travel + tablets - worth;
            keep_better(best, Step { change, what: Move::Change(position, after.participants) });
        }
    }

    /// The best cycle to close, if one lowers the objective.
    pub(super) fn best_closing(&self) -> Option<Step> {
        let instance = self.atlas.instance;
        let mut best = None;
        for (position, cycle) in self.plan.cycles.iter().enumerate() {
            let start = instance.slots[cycle.slot].start_minute;
            let more = |&date: &Date| {
                let tour = self.changed(date, cycle.trainer, start, None);
                self.more(date, &tour, 0)
            };
            let Some(travel) = cycle.sessions.iter().map(more).sum::<Option<Euros>>() else { continue };
            let mut parties: Vec<PartyId> =
                cycle.participants.iter().map(|&member| instance.residents[member].party).collect();
            parties.sort_unstable();
            parties.dedup();
            let worth: Euros =
                parties.iter().map(|&party| self.atlas.worth(party, cycle.venue, cycle.sessions[0])).sum();
            let costs = cycle_costs(instance, cycle);
            let saved = costs.gross() - costs.support;
            let gross = travel - costs.gross();
            if self.can_pay(gross) {
                let change = travel - saved + worth + self.equity_lost(&parties);
                keep_better(&mut best, Step { change, what: Move::Close(position) });
            }
        }
        best
    }

    fn new_id(&self) -> String {
        let is_new = |id: &String| self.plan.cycles.iter().all(|cycle| cycle.id != *id);
        (1..usize::MAX)
            .map(|number| format!("H{number:03}"))
            .find(is_new)
            .expect("there are more numbers than cycles")
    }

    fn members(&self, parties: &[PartyId]) -> Vec<ResidentId> {
        let tables = &self.atlas.instance.parties;
        let mut members: Vec<ResidentId> =
            parties.iter().flat_map(|&party| tables[party].members.iter().copied()).collect();
        members.sort_unstable();
        members
    }
}

fn cycle(place: &Place, trainer: TrainerId, participants: Vec<ResidentId>) -> Cycle {
    Cycle {
        id: String::new(),
        venue: place.venue,
        slot: place.slot,
        track: place.track,
        trainer,
        participants,
        sessions: place.dates.to_vec(),
        repairs: Vec::new(),
        fate: Fate::New,
    }
}
