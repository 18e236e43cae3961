//! A draft: a plan under construction, as groups on patterns, with the objective updated with every change.
//!
//! A draft is legal unless it is crowded ([`Draft::crowding`]), or a day lost a session without which it cannot be travelled
//! ([`Draft::is_legal`]). Each change is checked against the rules that it can break, and refused if one would be broken; its
//! exact cost (including tours and kits) is known at once. The plan that is delivered is rebuilt from integers by [`Draft::plan`]
//! and priced again by `plan::price`.
//!
//! - this file: groups, unserved parties, opening and closing;
//! - `account`: costs in cash, equity and absence, and what is left of the budget;
//! - `days`: trainers' days: moving (H7), limits (H6), tours;
//! - `kits`: which kit each trainer takes (H8);
//! - `places`: rooms (H4) and host communes (H9);
//! - `bound`: committed cycles, each in one of its courses.

mod account;
mod bound;
mod days;
mod export;
mod import;
mod kits;
mod places;
mod stretch;

use std::collections::BTreeSet;

use typed_index_collections::TiVec;

use super::space::{Day, Space};
use crate::instance::ids::{CommuneId, TrackId, TrainerId, VenueId};
pub use account::ROUNDING;
use days::{Days, Held, Shift};

/// A cycle under construction.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Index into [`Space::patterns`].
    pub pattern: usize,
    /// The trainer.
    pub trainer: TrainerId,
    /// The track.
    pub track: TrackId,
    /// Class and number of parties, no class twice.
    pub members: Vec<(usize, usize)>,
    /// Participants.
    pub persons: usize,
    /// Participants who borrow a tablet.
    pub borrowers: usize,
}

impl Group {
    fn held(&self, number: usize) -> Held {
        Held { number, pattern: self.pattern, trainer: self.trainer }
    }
}

/// A tentative move of a group to another pattern or trainer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The group's number.
    pub number: usize,
    /// The new pattern: index into [`Space::patterns`].
    pub pattern: usize,
    /// The new trainer.
    pub trainer: TrainerId,
}

/// A plan under construction.
#[derive(Debug, Clone)]
pub struct Draft<'s> {
    space: &'s Space<'s>,
    groups: Vec<Option<Group>>,
    /// Numbers of closed groups, which are reused.
    free: BTreeSet<usize>,
    left: Vec<usize>,
    /// Open groups that each class attends, each group once.
    holders: Vec<Vec<usize>>,
    served: TiVec<CommuneId, usize>,
    days: Days,
    at_venue: TiVec<VenueId, Vec<usize>>,
    /// Open groups of each commune that are not broken off.
    hosted: TiVec<CommuneId, Vec<usize>>,
    /// Cycles of each commune that are broken off.
    broken_off: TiVec<CommuneId, usize>,
    /// Open groups of each commune that continue no announced cycle.
    n_new: TiVec<CommuneId, usize>,
    /// Participants beyond the seats of their groups.
    crowding: usize,
    /// Objective without tours, euros.
    direct: f64,
    /// Gross cost without tours, euros.
    direct_gross: f64,
}

impl<'s> Draft<'s> {
    /// The plan without new cycles: committed ones are moved in turn to their cheapest courses.
    pub fn new(space: &'s Space<'s>) -> Self {
        let mut draft = Self::empty(space);
        draft.go_on();
        draft
    }

    /// A draft without any group.
    fn empty(space: &'s Space<'s>) -> Self {
        let n_communes = space.instance.communes.len();
        Self {
            space,
            groups: Vec::new(),
            free: BTreeSet::new(),
            left: space
                .classes
                .iter()
                .map(|class| if class.is_split { 0 } else { class.parties.len() })
                .collect(),
            holders: vec![Vec::new(); space.classes.len()],
            served: vec![0; n_communes].into(),
            days: Days::new(space),
            at_venue: vec![Vec::new(); space.instance.venues.len()].into(),
            hosted: vec![Vec::new(); n_communes].into(),
            broken_off: vec![0; n_communes].into(),
            n_new: vec![0; n_communes].into(),
            crowding: 0,
            direct: space.nobody_served(),
            direct_gross: space.standing.base.gross,
        }
    }

    /// The space of choices of this draft.
    pub fn space(&self) -> &'s Space<'s> {
        self.space
    }

    /// Objective, euros.
    pub fn objective(&self) -> f64 {
        self.direct + self.days.cost()
    }

    /// Cost of all tours, euros.
    pub fn tours(&self) -> f64 {
        self.days.cost()
    }

    /// Whether the draft is a legal plan, provided that it is not crowded.
    pub fn is_legal(&self) -> bool {
        self.can_be_travelled() && self.is_within_budget()
    }

    /// Whether every day can be travelled and has its kits. Only a removal can break one: without the triangle inequality, a day
    /// may be impossible to travel without one of its stops.
    pub fn can_be_travelled(&self) -> bool {
        self.days.is_legal()
    }

    /// Maximum number of borrowers in a group on a pattern by a trainer, given the needs of others (rule H8): the tablets of the
    /// room and of the largest kit available on all its days.
    pub fn tablets(&self, pattern: usize, trainer: TrainerId) -> usize {
        if self.space.has_ample_kits {
            return usize::MAX;
        }
        self.space.room_tablets(pattern) + self.days.most_tablets(self.space, trainer, pattern)
    }

    /// Whether an open group has tablets for one more party of a class.
    pub fn has_tablets(&self, number: usize, class: usize) -> bool {
        let more = self.space.classes[class].borrowers;
        if more == 0 || self.space.has_ample_kits {
            return true;
        }
        self.group(number).is_some_and(|group| {
            let borrowers = group.borrowers + more;
            borrowers <= self.space.room_tablets(group.pattern)
                || borrowers <= self.tablets(group.pattern, group.trainer)
        })
    }

    /// Open groups with their numbers, ascending.
    pub fn groups(&self) -> impl Iterator<Item = (usize, &Group)> {
        self.groups.iter().enumerate().filter_map(|(number, group)| Some((number, group.as_ref()?)))
    }

    /// The open group of this number.
    pub fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)?.as_ref()
    }

    /// Number of unserved parties of a class.
    pub fn left(&self, class: usize) -> usize {
        self.left[class]
    }

    /// Share of all persons who are unserved.
    pub fn share_left(&self) -> f64 {
        let classes = self.space.classes.iter().zip(&self.left);
        let left: usize = classes.map(|(class, &left)| class.size * left).sum();
        left as f64 / self.space.n_persons().max(1) as f64
    }

    /// Participants beyond the seats of their groups: a draft with any is not a legal plan.
    pub fn crowding(&self) -> usize {
        self.crowding
    }

    /// Numbers of the open groups that parties of a class attend, in no particular order.
    pub fn holders(&self, class: usize) -> &[usize] {
        &self.holders[class]
    }

    /// Numbers of the open groups in a commune, in no particular order.
    pub fn hosted(&self, commune: CommuneId) -> &[usize] {
        &self.hosted[commune]
    }

    /// Numbers of a trainer's groups with a session on a day, in time order.
    pub fn groups_on(&self, trainer: TrainerId, day: Day) -> impl Iterator<Item = usize> {
        self.days.groups(trainer, day)
    }

    /// Upper end of the numbers of groups: those of [`Self::groups`] are below.
    pub fn n_numbers(&self) -> usize {
        self.groups.len()
    }

    /// Whether a cycle of a track could be opened on `pattern` by `trainer`, regardless of who attends (rules H4, H6, H7, H9).
    pub fn can_open(&self, pattern: usize, trainer: TrainerId, track: TrackId) -> bool {
        self.space.may_run(pattern, trainer)
            && self.is_venue_free(pattern, trainer, |_| false)
            && self.may_host(pattern, trainer, track)
            && self.days.can_work(self.space, (pattern, trainer), track)
    }

    /// Increase of tour costs if groups were moved, euros, estimated without trying: the kits of other trainers stay as they are.
    /// Infinite if a venue or a trainer's day would not allow it.
    pub fn tour_change(&self, moves: &[Move]) -> f64 {
        let is_moved = |number: usize| moves.iter().any(|other| other.number == number);
        let is_possible = |new: &Move| {
            self.space.may_run(new.pattern, new.trainer)
                && self.is_venue_free(new.pattern, new.trainer, is_moved)
        };
        if !moves.iter().all(is_possible) {
            return f64::INFINITY;
        }
        let shift = |new: &Move| {
            let group = self.group(new.number)?;
            let need = self.space.kit_need(new.pattern, group.borrowers);
            let (from, to) = ((group.pattern, group.trainer), (new.pattern, new.trainer));
            Some(Shift { number: new.number, from, to, need })
        };
        let shifts: Option<Vec<Shift>> = moves.iter().map(shift).collect();
        shifts.map_or(f64::INFINITY, |shifts| self.days.change(self.space, &shifts))
    }

    /// Opens a cycle and returns its number; `None`, with nothing changed, if a rule would be broken. The caller ensures that the
    /// members fit the pattern (rule H2) and are unserved, and checks the budget.
    pub fn open(
        &mut self,
        pattern: usize,
        trainer: TrainerId,
        track: TrackId,
        members: Vec<(usize, usize)>,
    ) -> Option<usize> {
        if !self.can_open(pattern, trainer, track) {
            return None;
        }
        let mut group = Group { pattern, trainer, track, members, persons: 0, borrowers: 0 };
        (group.persons, group.borrowers) = self.counts(&group.members);
        debug_assert!(
            group.members.iter().all(|&(class, count)| self.is_out(class) || count <= self.left[class])
        );
        let number = self.free.first().copied().unwrap_or(self.groups.len());
        if !self.days.add(self.space, Held { number, pattern, trainer }, self.need(&group)) {
            return None;
        }
        self.install(number, group);
        Some(number)
    }

    /// Like [`Self::open`], but only within the budget (rule H10).
    pub fn open_within_budget(
        &mut self,
        pattern: usize,
        trainer: TrainerId,
        track: TrackId,
        members: Vec<(usize, usize)>,
    ) -> Option<usize> {
        let number = self.open(pattern, trainer, track, members)?;
        if self.overspent() > 0.0 {
            self.close(number);
            return None;
        }
        Some(number)
    }

    /// Reopens a closed cycle under its old number. Nothing else may have changed since. A day that was broken before the cycle
    /// was closed is broken again.
    pub fn reopen(&mut self, number: usize, group: Group) {
        self.days.add_back(self.space, group.held(number), self.need(&group));
        self.install(number, group);
    }

    /// Installs a group whose sessions are already on its trainer's days.
    fn install(&mut self, number: usize, group: Group) {
        self.account(&group, 1.0);
        self.crowding += self.beyond(group.pattern, group.persons);
        for &(class, count) in &group.members {
            if !self.is_out(class) {
                self.left[class] -= count;
            }
            self.holders[class].push(number);
        }
        for venue in self.venues_of(&group) {
            self.at_venue[venue].push(number);
        }
        self.host(&group, number);
        if number == self.groups.len() {
            self.groups.push(None);
        }
        self.groups[number] = Some(group);
        self.free.remove(&number);
    }

    /// Closes a cycle; its members become unserved.
    pub fn close(&mut self, number: usize) -> Option<Group> {
        let group = self.groups.get_mut(number)?.take()?;
        self.free.insert(number);
        self.days.remove(self.space, group.held(number));
        self.account(&group, -1.0);
        self.crowding -= self.beyond(group.pattern, group.persons);
        for &(class, count) in &group.members {
            if !self.is_out(class) {
                self.left[class] += count;
            }
            self.holders[class].retain(|&other| other != number);
        }
        for venue in self.venues_of(&group) {
            self.at_venue[venue].retain(|&other| other != number);
        }
        self.unhost(&group, number);
        Some(group)
    }

    /// Whether a class can only be served in the cycle in which it was announced.
    fn is_out(&self, class: usize) -> bool {
        self.space.classes[class].is_split
    }

    /// Adds one unserved party of `class` to an open cycle; `false`, with nothing changed, if none is left (members of a split
    /// party whose cycle is broken off are not) or no kit is free. The caller ensures that the party fits, the group stays within
    /// its seats and the plan within its budget.
    pub fn put(&mut self, number: usize, class: usize) -> bool {
        self.left[class] > 0 && self.change_member(number, class, 1)
    }

    /// Removes one party of `class` from an open cycle; `false`, with nothing changed, if the party must stay or the trainer's
    /// days could not be travelled without its kit. The caller ensures that the group is still large enough.
    pub fn take(&mut self, number: usize, class: usize) -> bool {
        if self.stays(number, class) {
            return false;
        }
        self.change_member(number, class, -1)
    }

    /// Undoes a `put` (`change` −1) or `take` (1). Nothing else may have changed since. A day that was broken before is broken
    /// again.
    pub fn change_back(&mut self, number: usize, class: usize, change: isize) {
        let Some(group) = &self.groups[number] else { return };
        let (held, needs) = (group.held(number), self.needs(group, class, change));
        if needs[0] != needs[1] {
            self.days.set_need_back(self.space, held, needs[1]);
        }
        self.count_member(number, class, change, needs);
    }

    fn change_member(&mut self, number: usize, class: usize, change: isize) -> bool {
        let Some(group) = &self.groups[number] else { return false };
        let (held, needs) = (group.held(number), self.needs(group, class, change));
        let is_possible = needs[0] == needs[1] || self.days.set_need(self.space, held, needs[1]);
        if is_possible {
            self.count_member(number, class, change, needs);
        }
        is_possible
    }

    /// Kit tablets that a group needs now, and with `change` more parties of a class.
    fn needs(&self, group: &Group, class: usize, change: isize) -> [usize; 2] {
        let borrowers = change * self.space.classes[class].borrowers as isize;
        [0, borrowers]
            .map(|more| self.space.kit_need(group.pattern, group.borrowers.wrapping_add_signed(more)))
    }

    /// Counts `change` more parties of a class in an open group, whose trainer's days are already set to its new one of `needs`.
    fn count_member(&mut self, number: usize, class: usize, change: isize, needs: [usize; 2]) {
        let Some(group) = &self.groups[number] else { return };
        let (pattern, entry) = (group.pattern, &self.space.classes[class]);
        let [old_need, new_need] = needs;
        let borrowers = group.borrowers.wrapping_add_signed(change * entry.borrowers as isize);
        let (size, tablet) = (entry.size, self.space.patterns[pattern].tablet);
        let persons = group.persons.wrapping_add_signed(change * size as isize);
        self.crowding += self.beyond(pattern, persons);
        self.crowding -= self.beyond(pattern, group.persons);
        let group = self.groups[number].as_mut().expect("it was there a moment ago");
        group.borrowers = borrowers;
        group.persons = persons;
        let place = group.members.iter().position(|&(other, _)| other == class).unwrap_or_else(|| {
            group.members.push((class, 0));
            self.holders[class].push(number);
            group.members.len() - 1
        });
        group.members[place].1 = group.members[place].1.wrapping_add_signed(change);
        if group.members[place].1 == 0 {
            group.members.swap_remove(place);
            self.holders[class].retain(|&other| other != number);
        }
        if !self.is_out(class) {
            self.left[class] = self.left[class].wrapping_add_signed(-change);
        }
        let tablets = tablet * (new_need as f64 - old_need as f64);
        let support = self.space.support * size as f64;
        self.direct_gross += tablets + support * change as f64;
        self.direct += tablets;
        self.account_parties(class, change, pattern);
    }

    /// Kit tablets that each session of a group needs (rule H8).
    pub fn need(&self, group: &Group) -> usize {
        self.space.kit_need(group.pattern, group.borrowers)
    }

    fn beyond(&self, pattern: usize, persons: usize) -> usize {
        persons.saturating_sub(self.space.patterns[pattern].capacity)
    }

    fn counts(&self, members: &[(usize, usize)]) -> (usize, usize) {
        members.iter().fold((0, 0), |(persons, borrowers), &(class, count)| {
            let class = &self.space.classes[class];
            (persons + class.size * count, borrowers + class.borrowers * count)
        })
    }
}

/// Whether two ascending lists of days have one in common.
pub fn share_a_day(one: &[usize], other: &[usize]) -> bool {
    let (mut i, mut j) = (0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => return true,
        }
    }
    false
}
