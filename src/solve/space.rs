//! All choices open to a plan: classes of parties, and patterns (venue × slot × first date) with the trainers who may run them.
//! Built once from the instance; holds everything the inner loops need, as floats and dense tables.
//!
//! # Size
//! A rollout of 72 communes over half a year has about 150 venues × 8 slots × 20 first dates = 24,000 patterns on 300 runs, 1,900
//! classes, and 100 classes for each commune and slot.

mod absence;
mod attendance;
mod barred;
mod lookups;
mod offers;
mod parts;
mod seating;
pub mod standing;

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use typed_index_collections::TiVec;

use super::classes::{Class, classes};
use super::courses::Course;
use super::courses::settled::Settled;
use super::nodes::Nodes;
use super::roster::Stock;
use crate::instance::Instance;
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, CommuneId, SlotId, TrackId, TrainerId, VenueId};
pub use absence::Absence;
use barred::barred;
use lookups::{
    Journeys, Way, approaches, equity_goals, fetching, hosts, meeting_at, nearest, nobody_served,
    patterns_of_run, ranks, runs_of_slot, slots_of, starts, venues_of, ways, weeks, worth,
};
use offers::{crews, patterns, staff};
pub use parts::{Appointment, Candidate, Day, Meeting, Pattern, Run, Staff};
use standing::Standing;

/// All choices open to a plan.
#[derive(Debug, Clone)]
pub struct Space<'a> {
    /// The validated problem.
    pub instance: &'a Instance,
    /// Interchangeable parties.
    pub classes: Vec<Class>,
    /// Session days at a slot.
    pub runs: Vec<Run>,
    /// Where and when a cycle may run.
    pub patterns: Vec<Pattern>,
    /// Runs of each slot, ascending.
    pub runs_of_slot: TiVec<SlotId, Vec<usize>>,
    /// Patterns of each run, ascending.
    pub patterns_of_run: Vec<Vec<usize>>,
    /// Trainers.
    pub staff: TiVec<TrainerId, Staff>,
    /// Places (indices in [`Self::hosts`]) that a trainer cannot reach in time on the days of a run, given the sessions held in
    /// every plan; by trainer and run.
    barred: BTreeMap<(TrainerId, usize), Vec<usize>>,
    /// Crews: trainers that no rule and no cost distinguishes, listed under the first of each crew; empty for the others.
    pub crews: TiVec<TrainerId, Vec<TrainerId>>,
    /// The first trainer of each trainer's crew.
    pub leader: TiVec<TrainerId, TrainerId>,
    /// Communes that have a pattern, ascending.
    pub hosts: Vec<CommuneId>,
    /// Position of a commune in [`Self::hosts`].
    pub place_of: TiVec<CommuneId, Option<usize>>,
    /// Slots of each weekday (Monday first) in the order of their starts.
    pub weekday_slots: [Vec<SlotId>; 7],
    /// Position of a slot among those of its weekday.
    pub rank: TiVec<SlotId, usize>,
    /// Classes that may attend, by track, commune and slot.
    pub candidates: BTreeMap<(TrackId, CommuneId, SlotId), Vec<Candidate>>,
    /// Meeting points: a track, commune and slot with candidates and patterns.
    pub meetings: Vec<Meeting>,
    /// Meeting points that each class could attend.
    pub meetings_of: Vec<Vec<usize>>,
    /// Meeting point of a track, place and slot: `[(track × places + place) × slots + slot]`.
    meeting_at: Vec<Option<usize>>,
    /// Venues of each commune.
    pub venues_of: TiVec<CommuneId, Vec<VenueId>>,
    /// Slots of each class, `[class × slots + slot]`.
    slots_of: FixedBitSet,
    /// Journeys of each class to each host.
    journeys: Journeys,
    /// Trainers of each host commune, in ascending cost of the round trip from their base.
    nearest: Vec<Vec<TrainerId>>,
    /// Legs between communes, `[from × communes + to]`.
    ways: Vec<Way>,
    /// Kits.
    pub stock: Stock,
    /// Whether there are enough kits for every trainer to take one on the same day that suffices for the largest group.
    pub has_ample_kits: bool,
    /// Legs from and to each depot, `[commune × depots + depot]`.
    approaches: Vec<[Way; 2]>,
    /// Cost of a trainer's round trip from base to depot, euros, `[trainer × depots + depot]`.
    fetching: Vec<f64>,
    /// Patterns of each venue and slot, `[venue × slots + slot]`: an index range, ordered by first day.
    starts: Vec<std::ops::Range<usize>>,
    /// Days of the horizon.
    pub n_days: usize,
    /// ISO week of each day, counted from the first.
    pub week_of: Vec<usize>,
    /// The fixed part of the cost of serving nobody, euros: everyone left out, including those in no class; the absence of
    /// communes that cannot host; and the base of announced cycles. Equity and the absence of other communes are added to it.
    pub all_unserved: f64,
    /// Sessions of a cycle.
    pub n_sessions: usize,
    /// Fewest participants.
    pub min_group: usize,
    /// One kit tablet for all sessions of a cycle, euros.
    pub tablet: f64,
    /// Telephone help of one participant, euros.
    pub support: f64,
    /// Value of serving one party of each class, euros: the cost of leaving it out, its share in its communes' equity, or its fee
    /// less support, whichever is largest.
    pub worth: Vec<f64>,
    /// Residents of each commune who should be served (equity).
    pub equity_goal: TiVec<CommuneId, f64>,
    /// Euros for one resident below the goal.
    pub equity_cost: f64,
    /// Cycles that communes should host.
    pub absence: Absence,
    /// Announced cycles as choices.
    pub standing: Standing,
}

impl<'a> Space<'a> {
    /// Enumerates the choices of an instance.
    pub fn new(instance: &'a Instance) -> Self {
        let classes = classes(instance);
        let settled = Settled::new(instance);
        let (mut runs, mut patterns) = patterns(instance, &settled);
        let (n_usual, n_usual_runs) = (patterns.len(), runs.len());
        let mut standing = Standing::new(instance, &settled, &mut runs, &mut patterns);
        standing.price(instance, &classes, &patterns);
        let candidates = candidates(&classes);
        let (meetings, meetings_of) = meetings(instance, &classes, &candidates, &runs, &patterns[..n_usual]);
        let horizon = instance.rules.horizon;
        let n_days = usize::try_from(days_between(horizon.start, horizon.end) + 1).unwrap_or(0);
        let (hosts, place_of) = hosts(instance, &mut patterns, &standing);
        let absence = Absence::new(instance, &place_of, &standing.base);
        let (weekday_slots, rank) = ranks(instance);
        let staff = staff(instance, &runs[..n_usual_runs], &standing.base, &settled);
        let (crews, leader) = crews(&staff, instance.announced.is_none());
        let ways = ways(instance);
        let stock = Stock::new(instance);
        let largest_group = patterns.iter().map(|pattern| pattern.capacity).max().unwrap_or(0);
        Self {
            approaches: approaches(instance, stock.depots()),
            fetching: fetching(instance, &staff, stock.depots()),
            has_ample_kits: stock.is_ample(staff.len(), largest_group),
            stock,
            barred: barred(instance, &settled, &staff, (&runs[..n_usual_runs], &hosts)),
            crews,
            leader,
            meeting_at: meeting_at(instance, &meetings, &hosts, &place_of),
            starts: starts(instance, &runs, &patterns[..n_usual]),
            slots_of: slots_of(instance, &classes),
            journeys: Journeys::new(&classes, &place_of, hosts.len()),
            nearest: nearest(&staff, &ways, &hosts, instance.communes.len()),
            ways,
            venues_of: venues_of(instance),
            hosts,
            place_of,
            weekday_slots,
            rank,
            instance,
            staff,
            candidates,
            meetings,
            meetings_of,
            n_days,
            week_of: weeks(instance, n_days),
            all_unserved: nobody_served(instance) + absence.certain + standing.base.objective,
            absence,
            n_sessions: instance.rules.cycle.sessions,
            min_group: instance.rules.cycle.min_group,
            support: instance.rules.costs.support_per_participant.to_f64(),
            tablet: instance.rules.costs.tablet_session.to_f64() * instance.rules.cycle.sessions as f64,
            worth: classes.iter().map(|class| worth(instance, class)).collect(),
            equity_goal: equity_goals(instance, &standing.base),
            equity_cost: instance.rules.weights.equity_shortfall.to_f64(),
            runs_of_slot: runs_of_slot(instance, &runs, &patterns[..n_usual]),
            patterns_of_run: patterns_of_run(&runs, &patterns[..n_usual]),
            standing,
            classes,
            runs,
            patterns,
        }
    }

    /// The numbering of the nodes of a trainer's day.
    pub fn nodes(&self) -> Nodes {
        Nodes { n_places: self.hosts.len() }
    }

    /// First day of a pattern.
    pub fn first_day(&self, pattern: usize) -> Day {
        self.patterns[pattern].first
    }

    /// Places that a trainer cannot reach in time on the days of a run, given the sessions held in every plan.
    pub(crate) fn barred(&self, trainer: TrainerId, run: usize) -> &[usize] {
        self.barred.get(&(trainer, run)).map_or(&[], Vec::as_slice)
    }

    /// The place of a commune in which sessions may be held.
    pub(crate) fn place(&self, commune: CommuneId) -> usize {
        self.place_of[commune].expect("every commune in which a session may be has a place")
    }

    /// Commune of a pattern's venue.
    pub fn commune(&self, pattern: usize) -> CommuneId {
        self.patterns[pattern].host
    }

    /// The sessions of a pattern that a trainer runs.
    pub fn appointments(&self, pattern: usize, trainer: TrainerId) -> impl Iterator<Item = Appointment> {
        let place = &self.patterns[pattern];
        let of_course = place.course.map(|course| self.standing.appointments(course));
        let days = &self.runs[place.run].days;
        let usual = move |day: Day| Appointment { day, trainer, venue: place.venue, host: place.host };
        (0..days.len()).map(move |number| of_course.map_or_else(|| usual(days[number]), |all| all[number]))
    }

    /// Hire, set-up and trainer's time of a cycle, euros.
    pub fn cash(&self, pattern: usize, trainer: TrainerId) -> f64 {
        let place = &self.patterns[pattern];
        let time = if place.course.is_some() { 0.0 } else { self.staff[trainer].cycle_time };
        place.fixed + time
    }

    /// Cost of changing what was announced, regardless of who attends, euros. A cycle open to change needs no notice if it
    /// continues with its own trainer and track.
    pub fn changes(&self, (pattern, trainer): (usize, TrainerId), track: TrackId) -> f64 {
        let goes_on = self.goes_on((pattern, trainer), track).is_some();
        if goes_on { self.patterns[pattern].changes } else { 0.0 }
    }

    /// The announced cycle that continues if `trainer` runs `pattern` for a group of a track.
    pub fn goes_on(&self, (pattern, trainer): (usize, TrainerId), track: TrackId) -> Option<AnnouncedId> {
        let place = &self.patterns[pattern];
        if let Some(course) = place.course {
            return Some(self.standing.courses[course].cycle);
        }
        let announced = self.instance.announced.as_ref()?;
        // A new cycle may have the days and the room of an announced one, but is still a different cycle.
        let is_same = |told: &AnnouncedId| {
            (announced.cycles[*told].trainer, announced.cycles[*told].track) == (trainer, track)
        };
        let goes_on = |told: &AnnouncedId| self.standing.of_cycle[*told].contains(&pattern);
        place.told.filter(is_same).filter(goes_on)
    }

    /// Whether a pattern is a course that ends early.
    pub fn is_broken_off(&self, pattern: usize) -> bool {
        self.course(pattern).is_some_and(|course| course.is_broken_off)
    }

    /// The course of an announced cycle that a pattern represents, if any.
    pub fn course(&self, pattern: usize) -> Option<&Course> {
        self.patterns[pattern].course.map(|course| &self.standing.courses[course])
    }

    /// Whether a trainer may run a pattern, regardless of their other sessions (rule H6 except the track).
    pub fn may_run(&self, pattern: usize, trainer: TrainerId) -> bool {
        match (self.course(pattern), &self.instance.announced) {
            (Some(course), Some(announced)) => announced.cycles[course.cycle].trainer == trainer,
            _ => self.staff[trainer].runs.contains(self.patterns[pattern].run),
        }
    }

    /// The meeting point of a track at a pattern's commune and slot; `None` if nobody could attend.
    pub fn meeting(&self, track: TrackId, pattern: usize) -> Option<usize> {
        let Pattern { place, slot, .. } = self.patterns[pattern];
        let row = usize::from(track) * self.hosts.len() + place;
        self.meeting_at[row * self.instance.slots.len() + usize::from(slot)]
    }

    /// All trainers, in ascending cost of the round trip from their base to a pattern's venue.
    pub fn nearest(&self, pattern: usize) -> &[TrainerId] {
        &self.nearest[self.patterns[pattern].place]
    }

    /// Tablets that stay in the room of a pattern; the minimum if it has several rooms.
    pub fn room_tablets(&self, pattern: usize) -> usize {
        let place = &self.patterns[pattern];
        let own = self.instance.venues[place.venue].tablets;
        let Some(course) = place.course else { return own };
        let rooms =
            self.standing.appointments(course).iter().map(|held| self.instance.venues[held.venue].tablets);
        rooms.min().unwrap_or(own)
    }

    /// Kit tablets that each session of a group with this number of borrowers needs on a pattern (rule H8).
    pub fn kit_need(&self, pattern: usize, borrowers: usize) -> usize {
        (borrowers + self.patterns[pattern].listed).saturating_sub(self.room_tablets(pattern))
    }

    /// Lower bound on the kit tablets that each session of such a group needs: its rooms may differ in their tablets.
    pub fn least_kit_need(&self, pattern: usize, borrowers: usize) -> usize {
        let place = &self.patterns[pattern];
        let own = self.instance.venues[place.venue].tablets;
        let rooms = place.course.map(|course| self.standing.rooms(self.instance, course));
        let most = rooms.into_iter().flatten().map(|room| self.instance.venues[room].tablets).max();
        (borrowers + place.listed).saturating_sub(most.unwrap_or(own).max(own))
    }

    /// The earliest pattern of a venue and slot whose first session is on `day` or later.
    pub fn first_start(&self, venue: VenueId, slot: SlotId, day: Day) -> Option<usize> {
        let starts = self.starts(venue, slot);
        let place =
            starts.start + self.patterns[starts.clone()].partition_point(|pattern| pattern.first < day);
        starts.contains(&place).then_some(place)
    }

    /// Patterns of a venue and slot, ordered by first day.
    pub fn starts(&self, venue: VenueId, slot: SlotId) -> std::ops::Range<usize> {
        self.starts[usize::from(venue) * self.instance.slots.len() + usize::from(slot)].clone()
    }

    /// Highest value of serving one person, euros; 1 if no value is positive, so that it can serve as a scale.
    pub fn dearest_person(&self) -> f64 {
        let each = self.worth.iter().zip(&self.classes).map(|(worth, class)| worth / class.size as f64);
        let most = each.fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }

    /// Upper bound on the number of cycles of a plan, not counting courses of announced ones.
    pub fn most_cycles(&self) -> usize {
        self.n_persons() / self.min_group.max(1)
    }

    /// Persons in all classes.
    pub fn n_persons(&self) -> usize {
        self.classes.iter().map(|class| class.size * class.parties.len()).sum()
    }

    /// Objective of the empty plan, euros.
    pub fn nobody_served(&self) -> f64 {
        let equity: f64 = self.equity_goal.iter().map(|goal| goal * self.equity_cost).sum();
        self.all_unserved + equity + self.absence.of_nothing()
    }

    /// The leaders of all crews, ascending.
    pub fn leaders(&self) -> impl Iterator<Item = TrainerId> {
        self.crews.iter_enumerated().filter(|(_, crew)| !crew.is_empty()).map(|(leader, _)| leader)
    }

    /// Number of trainers in a leader's crew.
    pub fn crew_size(&self, leader: TrainerId) -> f64 {
        self.crews[leader].len() as f64
    }

    /// Weekday of a day, Monday 0.
    pub fn weekday(&self, day: Day) -> usize {
        let offset = self.instance.rules.horizon.start.weekday().to_monday_zero_offset();
        (day + usize::try_from(offset).unwrap_or(0)) % 7
    }

    /// Cost of a leg for a trainer, euros; infinite if there is no path.
    pub fn leg_cost(&self, trainer: TrainerId, from: CommuneId, to: CommuneId) -> f64 {
        let staff = &self.staff[trainer];
        self.ways[usize::from(from) * self.instance.communes.len() + usize::from(to)].cost(staff)
    }

    /// Cost of a trainer's day besides the legs between its first and its last commune, with a kit from a depot (position in
    /// [`Stock::depots`]), euros; infinite if there is no path.
    pub fn round_cost(&self, trainer: TrainerId, ends: (CommuneId, CommuneId), depot: usize) -> f64 {
        let (staff, n_depots) = (&self.staff[trainer], self.stock.depots().len());
        let approach = |commune: CommuneId| &self.approaches[usize::from(commune) * n_depots + depot];
        let (there, back) = (approach(ends.0)[0], approach(ends.1)[1]);
        self.fetching[usize::from(trainer) * n_depots + depot] + (there.cost(staff) + back.cost(staff))
    }

    /// Whether every commune is reachable from every other.
    pub fn is_connected(&self) -> bool {
        self.ways.iter().all(|way| way.km.is_finite())
    }

    /// Cost of the leg between a base and a depot, which are one place within a commune.
    pub fn depot_cost(&self, trainer: TrainerId, from: CommuneId, to: CommuneId) -> f64 {
        if from == to { 0.0 } else { self.leg_cost(trainer, from, to) }
    }
}

fn candidates(classes: &[Class]) -> BTreeMap<(TrackId, CommuneId, SlotId), Vec<Candidate>> {
    let mut candidates: BTreeMap<_, Vec<Candidate>> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        for &(commune, travel) in &class.reach {
            for &slot in &class.slots {
                let list = candidates.entry((class.track, commune, slot)).or_default();
                list.push(Candidate { class: index, travel });
            }
        }
    }
    candidates
}

type Candidates = BTreeMap<(TrackId, CommuneId, SlotId), Vec<Candidate>>;

fn meetings(
    instance: &Instance,
    classes: &[Class],
    candidates: &Candidates,
    runs: &[Run],
    patterns: &[Pattern],
) -> (Vec<Meeting>, Vec<Vec<usize>>) {
    let mut at: BTreeMap<(CommuneId, SlotId), Vec<usize>> = BTreeMap::new();
    for (index, pattern) in patterns.iter().enumerate() {
        let commune = instance.venues[pattern.venue].commune;
        at.entry((commune, runs[pattern.run].slot)).or_default().push(index);
    }
    let (mut meetings, mut meetings_of) = (Vec::new(), vec![Vec::new(); classes.len()]);
    for (&(track, commune, slot), interested) in candidates {
        let Some(patterns) = at.get(&(commune, slot)) else { continue };
        for candidate in interested {
            meetings_of[candidate.class].push(meetings.len());
        }
        meetings.push(Meeting { track, commune, slot, patterns: patterns.clone() });
    }
    (meetings, meetings_of)
}
