//! A plan prepared for the hand: days, rooms, who is served, what is left of budget and limits.

use std::collections::BTreeMap;

use ateliers::instance::ids::{CommuneId, KitId, PartyId, SlotId, TrackId, TrainerId, VenueId};
use ateliers::instance::units::{Euros, Ratio};
use ateliers::plan::costs::tablets_needed;
use ateliers::plan::{Breakdown, Cycle, KitUse, Plan, price};
use jiff::civil::Date;
use typed_index_collections::TiVec;

use super::atlas::Atlas;
use super::days::{Meeting, Tour, matched};

/// A plan and its consequences.
pub(super) struct State<'a> {
    pub(super) atlas: &'a Atlas<'a>,
    pub(super) plan: Plan,
    breakdown: Breakdown,
    days: BTreeMap<Date, Day>,
    /// Sessions of each trainer in each ISO week.
    weeks: BTreeMap<(TrainerId, i16, i8), usize>,
    /// Slots at which a venue is occupied.
    taken: BTreeMap<(VenueId, Date), Vec<SlotId>>,
    pub(super) is_served: TiVec<PartyId, bool>,
    /// Residents of each commune who are served.
    served: TiVec<CommuneId, usize>,
    /// Cycles in each commune.
    hosted: TiVec<CommuneId, usize>,
}

/// All tours of a date, and their cost with the kits of the plan.
#[derive(Default)]
struct Day {
    tours: Vec<Tour>,
    cost: Euros,
}

impl<'a> State<'a> {
    pub(super) fn new(atlas: &'a Atlas<'a>, plan: Plan) -> Self {
        let instance = atlas.instance;
        let mut state = Self {
            atlas,
            breakdown: price(instance, &plan),
            days: days(atlas, &plan.cycles, &plan.kit_roster),
            weeks: BTreeMap::new(),
            taken: BTreeMap::new(),
            is_served: vec![false; instance.parties.len()].into(),
            served: vec![0; instance.communes.len()].into(),
            hosted: vec![0; instance.communes.len()].into(),
            plan,
        };
        for cycle in &state.plan.cycles {
            state.hosted[instance.venues[cycle.venue].commune] += 1;
            for &date in &cycle.sessions {
                *state.weeks.entry(week(cycle.trainer, date)).or_default() += 1;
                state.taken.entry((cycle.venue, date)).or_default().push(cycle.slot);
            }
            for &member in &cycle.participants {
                let resident = &instance.residents[member];
                state.served[resident.commune] += 1;
                state.is_served[resident.party] = true;
            }
        }
        state
    }

    pub(super) fn objective(&self) -> Euros {
        self.breakdown.objective()
    }

    /// Whether the budget allows `more` gross cost.
    pub(super) fn can_pay(&self, more: Euros) -> bool {
        let budget = self.atlas.instance.rules.costs.max_gross;
        budget.is_none_or(|most| self.breakdown.costs.gross() + more <= most)
    }

    pub(super) fn most_seats(&self, venue: VenueId) -> usize {
        self.atlas.instance.rules.cycle.max_group.min(self.atlas.instance.venues[venue].seats)
    }

    /// Whether one more cycle may be hosted in this venue's commune.
    pub(super) fn may_host(&self, venue: VenueId) -> bool {
        let (instance, commune) = (self.atlas.instance, self.atlas.instance.venues[venue].commune);
        let most = instance.rules.hosts.max_cycles_per_commune;
        instance.is_host(commune) && most.is_none_or(|most| self.hosted[commune] < most)
    }

    pub(super) fn is_free(&self, venue: VenueId, slot: SlotId, dates: &[Date]) -> bool {
        let overlaps = |&other: &SlotId| self.atlas.instance.slots_overlap(slot, other);
        let taken = dates.iter().filter_map(|&date| self.taken.get(&(venue, date)));
        !taken.flatten().any(overlaps)
    }

    /// Whether a trainer may lead one more cycle: rules H6 and H7, except ways from and to base and depots.
    pub(super) fn can_lead(
        &self,
        trainer: TrainerId,
        (venue, slot, track): (VenueId, SlotId, TrackId),
        dates: &[Date],
    ) -> bool {
        let entity = &self.atlas.instance.trainers[trainer];
        let has_time = |&date: &Date| {
            let meetings = self.tour(date, trainer).map_or(&[][..], |tour| &tour.meetings);
            self.atlas.instance.works_on(trainer, date)
                && meetings.len() < entity.max_sessions_per_day
                && self.weeks.get(&week(trainer, date)).is_none_or(|&n| n < entity.max_sessions_per_week)
                && meetings.iter().all(|meeting| self.can_move(*meeting, venue, slot))
        };
        let led = self.plan.cycles.iter().filter(|cycle| cycle.trainer == trainer);
        let n_led = led.map(|cycle| cycle.sessions.len()).sum::<usize>() + dates.len();
        entity.slots.contains(&slot)
            && entity.tracks.contains(&track)
            && entity.max_sessions.is_none_or(|most| n_led <= most)
            && dates.iter().all(has_time)
    }

    /// Whether there is time between a meeting and another one at this venue and slot.
    fn can_move(&self, meeting: Meeting, venue: VenueId, slot: SlotId) -> bool {
        let instance = self.atlas.instance;
        let start = instance.slots[slot].start_minute;
        let is_later = start >= meeting.start;
        let (from, to) = if is_later { (meeting.venue, venue) } else { (venue, meeting.venue) };
        let pause = i64::from(start.abs_diff(meeting.start));
        let needed = instance
            .way_between_venues(from, to)
            .map(|leg| leg.minutes + instance.rules.travel.turnaround + instance.rules.cycle.session_minutes);
        needed.is_some_and(|needed| needed <= ateliers::instance::units::Minutes::whole(pause))
    }

    fn tour(&self, date: Date, trainer: TrainerId) -> Option<&Tour> {
        self.days.get(&date)?.tours.iter().find(|tour| tour.trainer == trainer)
    }

    /// The trainer's tour of a date with one more meeting.
    pub(super) fn longer(&self, date: Date, trainer: TrainerId, meeting: Meeting) -> Tour {
        let known = self.tour(date, trainer).map_or(&[][..], |tour| &tour.meetings);
        Tour::new(self.atlas, trainer, [known, &[meeting]].concat())
    }

    /// The trainer's tour of a date without the meeting at this time, or with another need for it.
    pub(super) fn changed(&self, date: Date, trainer: TrainerId, start: u16, need: Option<usize>) -> Tour {
        let mut meetings = self.tour(date, trainer).expect("a cycle meets").meetings.clone();
        meetings.retain(|meeting| meeting.start != start || need.is_some());
        for meeting in meetings.iter_mut().filter(|meeting| meeting.start == start) {
            meeting.need = need.unwrap_or_default();
        }
        Tour::new(self.atlas, trainer, meetings)
    }

    /// The additional cost of a date's tours if `tour` replaces the trainer's, with kits assigned again and at least
    /// `need` tablets in its largest need; `None` if the kits are insufficient.
    pub(super) fn more(&self, date: Date, tour: &Tour, need: usize) -> Option<Euros> {
        let day = self.days.get(&date);
        let others = day.into_iter().flat_map(|day| &day.tours).filter(|other| other.trainer != tour.trainer);
        let tours: Vec<(usize, &Tour)> =
            others.map(|other| (other.need(), other)).chain([(tour.need().max(need), tour)]).collect();
        let before = day.map_or(Euros::ZERO, |day| day.cost);
        matched(self.atlas.instance, &tours).map(|matching| matching.cost - before)
    }

    /// The gain in equity from serving a party, together with others.
    pub(super) fn equity(&self, party: PartyId, others: &[PartyId]) -> Euros {
        let weights = &self.atlas.instance.rules.weights;
        if weights.equity_shortfall == Euros::ZERO {
            return Euros::ZERO;
        }
        let gained = |&(commune, more): &(CommuneId, usize)| {
            let homes = others.iter().flat_map(|&other| &self.atlas.parties[other].homes);
            let called: usize = homes.filter(|home| home.0 == commune).map(|home| home.1).sum();
            let served = self.served[commune] + called;
            self.shortfall(commune, served) - self.shortfall(commune, served + more)
        };
        self.atlas.parties[party].homes.iter().map(gained).sum()
    }

    /// The loss in equity from no longer serving these parties.
    pub(super) fn equity_lost(&self, parties: &[PartyId]) -> Euros {
        let mut leaving: BTreeMap<CommuneId, usize> = BTreeMap::new();
        for &(commune, size) in parties.iter().flat_map(|&party| &self.atlas.parties[party].homes) {
            *leaving.entry(commune).or_default() += size;
        }
        let lost = |(commune, size)| {
            let served = self.served[commune];
            self.shortfall(commune, served - size) - self.shortfall(commune, served)
        };
        leaving.into_iter().map(lost).sum()
    }

    fn shortfall(&self, commune: CommuneId, served: usize) -> Euros {
        let weights = &self.atlas.instance.rules.weights;
        let wanted = weights.equity_target.times(self.atlas.interested[commune]);
        weights.equity_shortfall.by((wanted - Ratio::whole(served as i64)).max(Ratio::ZERO))
    }

    /// The kit roster if these cycles replace the plan's: kits are assigned again on `dates`.
    pub(super) fn roster(&self, cycles: &[Cycle], dates: &[Date]) -> Vec<KitUse> {
        let mut roster = self.plan.kit_roster.clone();
        roster.retain(|taken| !dates.contains(&taken.date));
        for (&date, day) in days(self.atlas, cycles, &[]).iter().filter(|(date, _)| dates.contains(date)) {
            let tours: Vec<(usize, &Tour)> = day.tours.iter().map(|tour| (tour.need(), tour)).collect();
            let matching = matched(self.atlas.instance, &tours).expect("the step found kits");
            let takers = day.tours.iter().zip(matching.kits);
            roster.extend(
                takers.filter_map(|(tour, kit)| Some(KitUse { date, trainer: tour.trainer, kit: kit? })),
            );
        }
        roster.sort_unstable();
        roster
    }
}

fn week(trainer: TrainerId, date: Date) -> (TrainerId, i16, i8) {
    let week = date.iso_week_date();
    (trainer, week.year(), week.week())
}

fn days(atlas: &Atlas, cycles: &[Cycle], roster: &[KitUse]) -> BTreeMap<Date, Day> {
    let mut meetings: BTreeMap<(Date, TrainerId), Vec<Meeting>> = BTreeMap::new();
    for cycle in cycles {
        let start = atlas.instance.slots[cycle.slot].start_minute;
        let meeting =
            Meeting { start, venue: cycle.venue, need: tablets_needed(atlas.instance, cycle, cycle.venue) };
        for &date in &cycle.sessions {
            meetings.entry((date, cycle.trainer)).or_default().push(meeting);
        }
    }
    let kits: BTreeMap<(Date, TrainerId), KitId> =
        roster.iter().map(|taken| ((taken.date, taken.trainer), taken.kit)).collect();
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for ((date, trainer), meetings) in meetings {
        let tour = Tour::new(atlas, trainer, meetings);
        let day = days.entry(date).or_default();
        day.cost += tour.cost(kits.get(&(date, trainer)).copied()).unwrap_or_default();
        day.tours.push(tour);
    }
    days
}
