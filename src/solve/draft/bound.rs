//! Committed cycles in a draft: each is a group in one of its courses, in every draft.

use super::{Draft, Group};
use crate::instance::ids::{AnnouncedId, TrackId, TrainerId};

/// A course's trainer, track and members (class and number of parties).
type Attended = (TrainerId, TrackId, Vec<(usize, usize)>);

impl Draft<'_> {
    /// Whether no move takes parties of a class out of a group: they were announced in that committed cycle, and must stay in it
    /// (rule L2) or could not come back.
    pub fn stays(&self, number: usize, class: usize) -> bool {
        let entry = &self.space.classes[class];
        self.bound_cycle(number)
            .is_some_and(|cycle| entry.must_stay_in(cycle) || (entry.is_split && entry.is_of(cycle)))
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

    /// Continues an announced cycle in the course of a pattern, with these members in addition to those who must stay, as far as
    /// the rules allow.
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
        let may_leave = |class: &usize| !space.classes[*class].must_stay_in(course.cycle);
        for &(class, count) in before.iter().filter(|(class, _)| may_leave(class)) {
            (count_in(members, class)..count).take_while(|_| self.change_member(number, class, -1)).count();
        }
        for &(class, count) in members {
            for _ in count_in(&before, class)..count {
                let is_own = self.is_out(class) && space.classes[class].is_of(course.cycle);
                if is_own || self.left(class) > 0 {
                    self.change_member(number, class, 1);
                }
            }
        }
    }

    /// Opens a committed cycle in a course, with those announced in it as far as there are seats; `false`, with nothing changed, if
    /// a rule forbids it.
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
        let members = if space.is_broken_off(pattern) { Vec::new() } else { self.members_of(cycle, pattern) };
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

    /// Classes announced in a committed cycle that could attend one of its courses, with the number of their parties. If the course
    /// has too few seats for all of them, only those who must stay; the other seats are for those who gain most, of whom only
    /// members of split parties take theirs now, because they cannot join later.
    fn members_of(&self, cycle: AnnouncedId, pattern: usize) -> Vec<(usize, usize)> {
        let space = self.space;
        let of_cycle = (0..space.classes.len()).filter(|&class| space.classes[class].is_of(cycle));
        let mut seated: Vec<usize> = of_cycle.filter(|&class| space.fits(class, pattern)).collect();
        let n_parties = |class: usize| space.classes[class].parties.len();
        let n_persons = |of: &[usize]| -> usize {
            of.iter().map(|&class| space.classes[class].size * n_parties(class)).sum()
        };
        let seats = space.patterns[pattern].capacity;
        if n_persons(&seated) > seats {
            let must_stay = |&class: &usize| space.classes[class].must_stay_in(cycle);
            let (staying, others): (Vec<usize>, Vec<usize>) = seated.into_iter().partition(must_stay);
            // Whoever may leave is a class of one person.
            let n_free = seats.saturating_sub(n_persons(&staying));
            let favoured = self.by_gain(others, pattern).into_iter().take(n_free);
            seated = staying.into_iter().chain(favoured.filter(|&class| self.is_out(class))).collect();
            seated.sort_unstable();
        }
        seated.into_iter().map(|class| (class, n_parties(class))).collect()
    }

    /// Those classes for which attending a pattern is better than being unserved, most gainful first.
    fn by_gain(&self, classes: Vec<usize>, pattern: usize) -> Vec<usize> {
        let gain = |class: usize| {
            let cost = self.space.attendance(class, pattern)?;
            Some((self.space.classes[class].unserved + self.equity_gain(class) - cost, class))
        };
        let mut gains: Vec<(f64, usize)> = classes.into_iter().filter_map(gain).collect();
        gains.retain(|&(gain, _)| gain > 0.0);
        gains.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        gains.into_iter().map(|(_, class)| class).collect()
    }
}
