//! Committed cycles in a draft: each is a group in one of its courses, in every draft.

use super::super::classes::Class;
use super::super::space::Space;
use super::{Draft, Group};
use crate::instance::ids::{AnnouncedId, TrackId, TrainerId};

/// A course's trainer, track and members (class and number of parties).
type Attended = (TrainerId, TrackId, Vec<(usize, usize)>);

impl Draft<'_> {
    /// Whether parties of a class must stay in a group: they were announced in that committed cycle (rule L2).
    pub fn stays(&self, number: usize, class: usize) -> bool {
        self.bound_cycle(number).is_some_and(|cycle| self.space.classes[class].stays_in(cycle))
    }

    /// Whether a group is a committed cycle, which every plan has in one of its courses.
    pub fn is_bound(&self, number: usize) -> bool {
        number < self.space.standing.bound.len()
    }

    pub(super) fn bound_cycle(&self, number: usize) -> Option<AnnouncedId> {
        self.space.standing.bound.get(number).copied()
    }

    /// Opens the committed cycles: those with one course in that course, the others broken off if possible; then moves each to
    /// its cheapest course, as far as the others allow.
    pub(super) fn go_on(&mut self) {
        let space = self.space;
        for (number, &cycle) in space.standing.bound.iter().enumerate() {
            let patterns = &space.standing.of_cycle[cycle];
            let mut last = patterns.iter().rev().copied();
            let found = last.find(|&pattern| patterns.len() == 1 || space.is_broken_off(pattern));
            let pattern = found.or(patterns.first().copied()).expect("a committed cycle has a course");
            if !self.take_course(number, pattern) {
                self.force_course(number, pattern);
            }
        }
        for number in 0..space.standing.bound.len() {
            self.improve_course(number);
        }
    }

    /// Moves a committed cycle to the course that is cheapest now.
    fn improve_course(&mut self, number: usize) {
        let cycle = self.space.standing.bound[number];
        let patterns = &self.space.standing.of_cycle[cycle];
        if patterns.len() < 2 {
            return;
        }
        for &pattern in patterns {
            let before = self.objective();
            let Some(group) = self.change_course(number, pattern) else { continue };
            if self.objective() >= before - 1e-9 || !self.is_legal() {
                self.close(number);
                self.reopen(number, group);
            }
        }
    }

    /// Moves a committed cycle to another course, at any cost, and returns the group that it was; `None`, with nothing changed,
    /// if a rule forbids it.
    pub fn change_course(&mut self, number: usize, pattern: usize) -> Option<Group> {
        let group = self.close(number)?;
        if self.take_course(number, pattern) {
            return Some(group);
        }
        self.reopen(number, group);
        None
    }

    /// Continues an announced cycle in the course of a pattern, with these members in addition to those who stay, as far as the
    /// rules allow.
    pub fn follow(&mut self, pattern: usize, members: &[(usize, usize)]) {
        let space = self.space;
        let (Some(course), Some(announced)) = (space.course(pattern), &space.instance.announced) else {
            return;
        };
        let Some(number) = space.standing.bound.iter().position(|&cycle| cycle == course.cycle) else {
            let told = &announced.cycles[course.cycle];
            self.open_within_budget(pattern, told.trainer, told.track, members.to_vec());
            return;
        };
        if self.group(number).is_some_and(|group| group.pattern != pattern) {
            self.change_course(number, pattern);
        }
        let count_in = |members: &[(usize, usize)], class: usize| {
            members.iter().find(|&&(other, _)| other == class).map_or(0, |&(_, count)| count)
        };
        let before = self.group(number).map_or(Vec::new(), |group| group.members.clone());
        for &(class, count) in &before {
            (count_in(members, class)..count).take_while(|_| self.take(number, class)).count();
        }
        for &(class, count) in members {
            for _ in count_in(&before, class)..count {
                if self.left(class) > 0 {
                    self.put(number, class);
                }
            }
        }
    }

    /// Opens a committed cycle in a course, with those who stay in it; `false`, with nothing changed, if a rule forbids it.
    fn take_course(&mut self, number: usize, pattern: usize) -> bool {
        let Some((trainer, track, members)) = self.course(number, pattern) else { return false };
        let opened = self.open(pattern, trainer, track, members);
        debug_assert!(opened.is_none_or(|opened| opened == number));
        opened.is_some()
    }

    /// The trainer, track and initial members of a course; `None` if the members are not all unserved.
    fn course(&self, number: usize, pattern: usize) -> Option<Attended> {
        let space = self.space;
        let cycle = self.bound_cycle(number)?;
        let told = &space.instance.announced.as_ref()?.cycles[cycle];
        let members =
            if space.is_broken_off(pattern) { Vec::new() } else { members_of(space, cycle, pattern) };
        let are_free = members.iter().all(|&(class, count)| self.is_out(class) || count <= self.left[class]);
        are_free.then_some((told.trainer, told.track, members))
    }

    /// Opens a committed cycle in a course regardless of rules; only needed if the announced plan breaks a rule that makes no
    /// session strained.
    fn force_course(&mut self, number: usize, pattern: usize) {
        let Some((trainer, track, members)) = self.course(number, pattern) else { return };
        let (persons, borrowers) = self.counts(&members);
        let group = Group { pattern, trainer, track, members, persons, borrowers };
        self.reopen(number, group);
    }
}

/// Classes announced in a committed cycle that could attend one of its courses, with the number of their parties; if the course
/// has too few seats for all of them, only those who may not leave.
fn members_of(space: &Space, cycle: AnnouncedId, pattern: usize) -> Vec<(usize, usize)> {
    let of_cycle = space.classes.iter().enumerate().filter(|(_, class)| class.is_of(cycle));
    let fitting: Vec<(usize, &Class)> = of_cycle.filter(|&(index, _)| space.fits(index, pattern)).collect();
    let persons: usize = fitting.iter().map(|(_, class)| class.size * class.parties.len()).sum();
    let has_seats = persons <= space.patterns[pattern].capacity;
    let stays = |class: &Class| has_seats || class.stays_in(cycle);
    let members = fitting.into_iter().filter(|(_, class)| stays(class));
    members.map(|(index, class)| (index, class.parties.len())).collect()
}
