//! Announced cycles as choices: a pattern for each possible course, with who may attend it and at what cost.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use typed_index_collections::TiVec;

use super::super::classes::Class;
use super::super::courses::base::{Base, as_told};
use super::super::courses::settled::Settled;
use super::super::courses::{Choices, Course, courses};
use super::seating::{OtherRooms, Seating, seatings};
use super::{Appointment, Day, Pattern, Run};
use crate::instance::Instance;
use crate::instance::announced::{AnnouncedCycle, Commitment, Session};
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, CommuneId, ResidentId, SlotId, TrainerId, VenueId};
use crate::instance::units::Euros;
use crate::plan::Fate;
use crate::plan::costs::{attendance, cycle_costs};

/// Announced cycles as choices. Empty if no plan was announced.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// All courses.
    pub courses: Vec<Course>,
    /// Sessions to come of each course.
    appointments: Vec<Vec<Appointment>>,
    /// Trainers who stand in, with their number of sessions, for each course.
    stand_ins: Vec<Vec<(TrainerId, usize)>>,
    /// Trainers with their number of sessions, for each course, without those that are part of every plan.
    engaged: Vec<Vec<(TrainerId, usize)>>,
    /// Patterns of each announced cycle's courses.
    pub of_cycle: TiVec<AnnouncedId, Vec<usize>>,
    /// Cycles that every plan has in one of their courses. In a draft they are the first groups, in this order: cycles with a
    /// single course come first.
    pub bound: Vec<AnnouncedId>,
    /// Indices into `bound` of the cycles with several courses.
    pub choices: Vec<usize>,
    /// Cost of one party of a class in a course, euros, by pattern and class, where the usual rules do not apply.
    attendance: BTreeMap<(usize, usize), f64>,
    /// Classes that may not attend each course, because of its other rooms or its seating.
    unfit: Vec<FixedBitSet>,
    /// Options of each session, for cycles with more courses than are kept.
    pub loose: BTreeMap<AnnouncedId, Vec<Choices>>,
    /// Whether cycles are open to change.
    pub has_open: bool,
    /// The part that no plan can change any more.
    pub base: Base,
}

impl Standing {
    /// Appends the patterns of all courses, and their runs.
    pub(super) fn new(
        instance: &Instance,
        settled: &Settled,
        runs: &mut Vec<Run>,
        patterns: &mut Vec<Pattern>,
    ) -> Self {
        let mut standing = Self { base: Base::new(instance), ..Self::default() };
        let Some((_, today)) = instance.standing() else { return standing };
        for (id, going_on) in courses(instance, settled).into_iter_enumerated() {
            let mut own = Vec::new();
            standing.loose.extend(going_on.loose.map(|choices| (id, choices)));
            for course in going_on.kept {
                if let Some(usual) = same_as_usual(instance, &course, runs, patterns) {
                    own.push(usual);
                    continue;
                }
                for seating in seatings(instance, &course) {
                    own.push(standing.add(instance, (course.clone(), seating), runs, patterns));
                }
            }
            standing.count_led(instance, id, &own, patterns);
            standing.of_cycle.push(own);
            let is_bound = !matches!(today.cycles[id].commitment, Commitment::Finished | Commitment::Open);
            standing.bound.extend(is_bound.then_some(id));
            standing.has_open |= today.cycles[id].commitment == Commitment::Open;
        }
        mark_alike(instance, runs, patterns);
        let of_cycle = &standing.of_cycle;
        standing.bound.sort_by_key(|&id| (of_cycle[id].len() > 1, id));
        let has_choice = |&number: &usize| standing.of_cycle[standing.bound[number]].len() > 1;
        standing.choices = (0..standing.bound.len()).filter(has_choice).collect();
        standing
    }

    /// Counts, for each trainer, the sessions to come of a committed cycle that they lead in every one of its courses.
    fn count_led(&mut self, instance: &Instance, id: AnnouncedId, own: &[usize], patterns: &[Pattern]) {
        let (_, today) = instance.standing().expect("a course is of an announced cycle");
        if today.cycles[id].commitment == Commitment::Open || self.loose.contains_key(&id) {
            return;
        }
        let courses = || own.iter().filter_map(|&pattern| patterns[pattern].course);
        for (trainer, led) in self.base.led_at_least.iter_mut_enumerated() {
            let by = |course: usize| {
                let sessions = self.courses[course].sessions.iter();
                sessions.filter(|session| session.trainer == trainer).count()
            };
            *led += courses().map(by).min().unwrap_or(0);
        }
    }

    fn add(
        &mut self,
        instance: &Instance,
        (course, seating): (Course, Seating),
        runs: &mut Vec<Run>,
        patterns: &mut Vec<Pattern>,
    ) -> usize {
        let appointments: Vec<Appointment> =
            course.sessions.iter().map(|session| Appointment::of(instance, session)).collect();
        let days = appointments.iter().map(|held| held.day).collect();
        let slot = instance.announced.as_ref().map(|told| told.cycles[course.cycle].slot);
        runs.push(Run { slot: slot.expect("a course is of an announced cycle"), days });
        patterns.push(pattern_of(instance, (&course, seating), runs.len() - 1, self.courses.len()));
        let (stand_ins, engaged) = engaged(instance, &course);
        self.stand_ins.push(stand_ins);
        self.engaged.push(engaged);
        self.courses.push(course);
        self.appointments.push(appointments);
        patterns.len() - 1
    }

    /// Computes the cost of announced participants in the courses of their cycle, once classes are known.
    pub(super) fn price(&mut self, instance: &Instance, classes: &[Class], patterns: &[Pattern]) {
        let Some((announced, _)) = instance.standing() else { return };
        let of_courses = patterns.iter().filter_map(|pattern| Some((pattern.course?, pattern.is_closed)));
        self.unfit = of_courses
            .map(|(course, is_closed)| unfit(instance, (&self.courses[course], is_closed), classes))
            .collect();
        for (index, pattern) in patterns.iter().enumerate() {
            let Some(course) = pattern.course.map(|course| &self.courses[course]) else { continue };
            if course.is_broken_off {
                continue;
            }
            for (class, entry) in classes.iter().enumerate().filter(|(_, class)| class.is_of(course.cycle)) {
                let members = entry.parties[0].clone();
                let mut sessions = announced.held(course.cycle).to_vec();
                sessions.extend(&course.sessions);
                let cycle = as_told(announced, course.cycle, &sessions, Fate::Stands, members);
                let rates = &instance.rules.costs;
                let call = if course.is_as_told { Euros::ZERO } else { instance.rules.weights.call };
                let each = (rates.support_per_participant - rates.fee + call).times(entry.size);
                let cost = each + attendance(instance, &cycle).total();
                self.attendance.insert((index, class), cost.to_f64());
            }
        }
    }

    /// Whether a class may attend a course, given its other rooms and its seating.
    pub(super) fn fits(&self, class: usize, course: usize) -> bool {
        !self.unfit[course].contains(class)
    }

    /// Cost of one party of a class in a course of the cycle in which it was announced, euros.
    pub(crate) fn attendance(&self, class: usize, pattern: usize) -> Option<f64> {
        self.attendance.get(&(pattern, class)).copied()
    }

    /// Trainers who stand in for sessions of a course, with their number.
    pub(crate) fn stand_ins(&self, course: usize) -> &[(TrainerId, usize)] {
        &self.stand_ins[course]
    }

    /// Trainers with their number of sessions of a course, without those that are part of every plan.
    pub(crate) fn engaged(&self, course: usize) -> &[(TrainerId, usize)] {
        &self.engaged[course]
    }

    /// Days of the horizon on which sessions have been held, with the trainer who led them.
    pub(crate) fn held_days(&self, instance: &Instance) -> impl Iterator<Item = (TrainerId, Day)> {
        let start = instance.rules.horizon.start;
        self.base
            .held
            .iter()
            .filter_map(move |held| Some((held.trainer, Day::try_from(days_between(start, held.date)).ok()?)))
    }

    /// All sessions of all courses, with their slots.
    pub(crate) fn all_appointments<'a>(
        &'a self,
        patterns: &'a [Pattern],
    ) -> impl Iterator<Item = (SlotId, Appointment)> + 'a {
        patterns
            .iter()
            .filter_map(|pattern| Some((pattern.slot, pattern.course?)))
            .flat_map(|(slot, course)| self.appointments[course].iter().map(move |&held| (slot, held)))
    }

    /// Sessions that a trainer has held in a week.
    pub(crate) fn held_in_week(
        &self,
        instance: &Instance,
        week_of: &[usize],
        (trainer, week): (TrainerId, usize),
    ) -> usize {
        let held = self.held_days(instance);
        held.filter(|&(by, day)| by == trainer && week_of.get(day) == Some(&week)).count()
    }

    /// Cycles open to change that a trainer was announced to lead.
    pub(crate) fn open_of(instance: &Instance, trainer: TrainerId) -> usize {
        open(instance).filter(|told| told.trainer == trainer).count()
    }

    /// Cycles, new or open to change, that a commune may still host; the limit forbids only new ones (PROBLEM.md section 8).
    pub(crate) fn hosts_left(instance: &Instance, commune: CommuneId, limit: usize) -> usize {
        let Some(announced) = &instance.announced else { return limit };
        let is_here = |told: &AnnouncedCycle| instance.venues[told.venue].commune == commune;
        // A cycle with held sessions is in every plan.
        let certain = announced.cycles.keys().filter(|&id| !announced.held(id).is_empty());
        let certain = certain.filter(|&id| is_here(&announced.cycles[id])).count();
        limit.saturating_sub(certain).max(open(instance).filter(|told| is_here(told)).count())
    }

    /// Communes in which a session of an announced cycle may be held.
    pub(super) fn communes(&self, instance: &Instance) -> impl Iterator<Item = CommuneId> {
        let of_courses = self.appointments.iter().flatten().map(|held| held.host);
        let loose = self.loose.values().flatten().flat_map(|choices| &choices.ways);
        of_courses.chain(loose.map(|session| instance.venues[session.venue].commune))
    }

    /// The rooms of a course, including those of held sessions.
    pub(super) fn rooms<'a>(
        &'a self,
        instance: &'a Instance,
        course: usize,
    ) -> impl Iterator<Item = VenueId> + 'a {
        let course = &self.courses[course];
        let held = instance.announced.iter().flat_map(|announced| announced.held(course.cycle));
        held.chain(&course.sessions).map(|session| session.venue)
    }

    /// The sessions of a course.
    pub(super) fn appointments(&self, course: usize) -> &[Appointment] {
        &self.appointments[course]
    }
}

/// Cycles that are open to change.
fn open(instance: &Instance) -> impl Iterator<Item = &AnnouncedCycle> {
    instance.standing().into_iter().flat_map(|(announced, today)| {
        let ids = today.cycles.iter_enumerated();
        let open = ids.filter(|(_, standing)| standing.commitment == Commitment::Open);
        open.map(move |(id, _)| &announced.cycles[id])
    })
}

/// The pattern of a course: like that of a new cycle, except for its cost and who may attend.
fn pattern_of(
    instance: &Instance,
    (course, seating): (&Course, Seating),
    run: usize,
    index: usize,
) -> Pattern {
    let (announced, today) = instance.standing().expect("a course is of an announced cycle");
    let (told, standing) = (&announced.cycles[course.cycle], &today.cycles[course.cycle]);
    let (rules, weights) = (&instance.rules, &instance.rules.weights);
    let mut sessions = announced.held(course.cycle).to_vec();
    sessions.extend(&course.sessions);
    let cash = cycle_costs(instance, &as_told(announced, course.cycle, &sessions, Fate::Stands, Vec::new()));
    let is_open = standing.commitment == Commitment::Open;
    let is_left_out = sessions.is_empty();
    let notice = match (course.is_as_told, is_open) {
        _ if standing.to_come.is_empty() => 0.0,
        (true, true) => -weights.notice.to_f64(),
        (true, false) | (false, true) => 0.0,
        (false, false) => weights.notice.to_f64(),
    };
    let remaining = told.remaining(&instance.residents);
    let borrowers = remaining.filter(|&one| instance.residents[one].needs_tablet).count();
    let first = sessions.first().map_or(0, |session| days_between(rules.horizon.start, session.date).max(0));
    Pattern {
        venue: told.venue,
        host: instance.venues[told.venue].commune,
        place: 0,
        step_free: instance.venues[told.venue].step_free,
        run,
        slot: told.slot,
        first: first as Day,
        capacity: seating.capacity,
        least: if is_open && !course.is_broken_off { rules.cycle.min_group } else { 0 },
        fixed: if is_left_out { 0.0 } else { cash.gross().to_f64() },
        tablet: rules.costs.tablet_session.to_f64() * sessions.len() as f64,
        changes: notice + weights.stand_in.to_f64() * course.n_stand_ins as f64,
        told: course.is_as_told.then_some(course.cycle),
        course: Some(index),
        listed: if course.is_broken_off { borrowers } else { 0 },
        is_closed: seating.is_closed,
    }
}

/// Classes that may not attend a course: those whom its other rooms do not suit (rule L4; announced participants of a session in
/// another room stay there), those who would join a closed course, and all classes if it is broken off.
fn unfit(instance: &Instance, (course, is_closed): (&Course, bool), classes: &[Class]) -> FixedBitSet {
    let mut unfit = FixedBitSet::with_capacity(classes.len());
    let rooms = OtherRooms::of(instance, course);
    if course.is_broken_off {
        unfit.insert_range(..);
        return unfit;
    }
    if rooms.moved.is_empty() && rooms.kept.is_empty() && !is_closed {
        return unfit;
    }
    let announced = instance.announced.as_ref().expect("a course is of an announced cycle");
    let told = &announced.cycles[course.cycle];
    let home = instance.venues[told.venue].commune;
    let suits = |class: &Class, room: VenueId, is_near: bool| {
        let room_of = &instance.venues[room];
        let in_reach = |&one: &ResidentId| instance.is_in_reach(one, room);
        (room_of.step_free || !class.step_free) && (is_near || class.parties.iter().flatten().all(in_reach))
    };
    for (index, class) in classes.iter().enumerate() {
        let is_told = class.parties[0].iter().all(|one| told.participants.contains(one));
        let mut moved = rooms.moved.iter();
        let moves = moved.all(|&room| suits(class, room, instance.venues[room].commune == home));
        let joins = is_told || (!is_closed && rooms.kept.iter().all(|&room| suits(class, room, false)));
        unfit.set(index, !(moves && joins));
    }
    unfit
}

/// The pattern of a new cycle that is the same as a cycle open to change continuing as announced, if any; marks it as such.
fn same_as_usual(
    instance: &Instance,
    course: &Course,
    runs: &[Run],
    patterns: &mut [Pattern],
) -> Option<usize> {
    let (announced, today) = instance.standing()?;
    let told = &announced.cycles[course.cycle];
    let is_plain = course.is_as_told
        && !course.is_broken_off
        && today.cycles[course.cycle].commitment == Commitment::Open
        && course
            .sessions
            .iter()
            .all(|session| (session.venue, session.trainer) == (told.venue, told.trainer));
    if !is_plain {
        return None;
    }
    let found = usual(instance, (told.venue, told.slot), &course.sessions, runs, patterns)?;
    patterns[found].told = Some(course.cycle);
    patterns[found].changes = -instance.rules.weights.notice.to_f64();
    Some(found)
}

/// The pattern of a new cycle in a room, at a slot and on the days of these sessions.
fn usual(
    instance: &Instance,
    place: (VenueId, SlotId),
    sessions: &[Session],
    runs: &[Run],
    patterns: &[Pattern],
) -> Option<usize> {
    let days: Vec<Day> = sessions.iter().map(|session| Appointment::of(instance, session).day).collect();
    patterns.iter().position(|pattern| {
        pattern.course.is_none() && (pattern.venue, pattern.slot) == place && runs[pattern.run].days == days
    })
}

/// Marks the patterns of new cycles that have the days and the room of an announced one, regardless of that one's future:
/// participants who move there need no call.
fn mark_alike(instance: &Instance, runs: &[Run], patterns: &mut [Pattern]) {
    let Some((announced, _)) = instance.standing() else { return };
    for (id, told) in announced.cycles.iter_enumerated() {
        let to_come = announced.to_come(id);
        let Some(venue) = to_come.first().map(|session| session.venue) else { continue };
        if to_come.iter().any(|session| session.venue != venue) {
            continue;
        }
        if let Some(found) = usual(instance, (venue, told.slot), to_come, runs, patterns) {
            patterns[found].told = patterns[found].told.or(Some(id));
        }
    }
}

/// Trainers who stand in for sessions of a course, with their number; and trainers with their number of sessions that are not
/// part of every plan: for a committed cycle the stand-ins, for one open to change all sessions.
type Engaged = (Vec<(TrainerId, usize)>, Vec<(TrainerId, usize)>);

fn engaged(instance: &Instance, course: &Course) -> Engaged {
    let (announced, today) = instance.standing().expect("a course is of an announced cycle");
    let told = announced.to_come(course.cycle);
    let (mut stand_ins, mut all) = (BTreeMap::new(), BTreeMap::new());
    for session in &course.sessions {
        let is_told = |other: &Session| other.date == session.date && other.trainer != session.trainer;
        *all.entry(session.trainer).or_default() += 1;
        if told.iter().any(is_told) {
            *stand_ins.entry(session.trainer).or_default() += 1;
        }
    }
    let stand_ins: Vec<(TrainerId, usize)> = stand_ins.into_iter().collect();
    let is_open = today.cycles[course.cycle].commitment == Commitment::Open;
    let engaged = if is_open { all.into_iter().collect() } else { stand_ins.clone() };
    (stand_ins, engaged)
}
