//! A tentative change of a draft: its steps are recorded, and undone in reverse order if it is not accepted.

use super::super::draft::{Draft, Group};
use super::toll::Toll;
use crate::instance::ids::{TrackId, TrainerId};

/// A recorded step.
#[derive(Debug, Clone)]
enum Step {
    Opened(usize),
    Closed(usize, Group),
    Put(usize, usize),
    Taken(usize, usize),
}

/// A draft during a change.
pub(super) struct Trial<'d, 's> {
    draft: &'d mut Draft<'s>,
    steps: Vec<Step>,
    /// Groups with lower numbers keep their venue, time and trainer; their members may change.
    n_held: usize,
    /// Objective and penalties before the change, euros.
    before: f64,
    /// Largest accepted increase of the objective with penalties, euros.
    pub(super) limit: f64,
    /// Penalties for exceeding limits.
    pub(super) toll: Toll,
}

impl<'d, 's> Trial<'d, 's> {
    pub(super) fn new(draft: &'d mut Draft<'s>, limit: f64, toll: Toll) -> Self {
        let before = draft.objective() + toll.of(draft);
        Self { draft, steps: Vec::new(), n_held: 0, before, limit, toll }
    }

    /// The same change, which may neither close nor move groups with numbers below this one.
    pub(super) fn holding(self, n_held: usize) -> Self {
        Self { n_held, ..self }
    }

    /// Whether a group must stay open on its terms.
    pub(super) fn holds(&self, number: usize) -> bool {
        number < self.n_held || self.draft.is_bound(number)
    }

    pub(super) fn draft(&self) -> &Draft<'s> {
        self.draft
    }

    /// Change of the objective with penalties so far, euros.
    pub(super) fn change(&self) -> f64 {
        self.draft.objective() + self.toll.of(self.draft) - self.before
    }

    /// Change of the penalties if the gross cost changed by `gross` euros.
    pub(super) fn spending(&self, gross: f64) -> f64 {
        self.toll.spending(self.draft, gross)
    }

    pub(super) fn open(
        &mut self,
        pattern: usize,
        trainer: TrainerId,
        track: TrackId,
        members: Vec<(usize, usize)>,
    ) -> Option<usize> {
        let number = self.draft.open(pattern, trainer, track, members)?;
        self.steps.push(Step::Opened(number));
        Some(number)
    }

    pub(super) fn close(&mut self, number: usize) -> Option<Group> {
        if self.holds(number) {
            return None;
        }
        let group = self.draft.close(number)?;
        self.steps.push(Step::Closed(number, group.clone()));
        Some(group)
    }

    /// Puts a committed cycle into another course; `false`, without any change, if a rule forbids it.
    pub(super) fn change_course(&mut self, number: usize, pattern: usize) -> bool {
        let Some(group) = self.draft.change_course(number, pattern) else { return false };
        self.steps.extend([Step::Closed(number, group), Step::Opened(number)]);
        true
    }

    pub(super) fn put(&mut self, number: usize, class: usize) -> bool {
        let is_done = self.draft.put(number, class);
        if is_done {
            self.steps.push(Step::Put(number, class));
        }
        is_done
    }

    pub(super) fn take(&mut self, number: usize, class: usize) -> bool {
        let is_done = self.draft.take(number, class);
        if is_done {
            self.steps.push(Step::Taken(number, class));
        }
        is_done
    }

    /// Keeps the change if it is sound and within the limit, otherwise undoes it. Returns whether it was kept.
    pub(super) fn settle(&mut self) -> bool {
        if !self.steps.is_empty() && self.change() <= self.limit && self.is_sound() {
            return true;
        }
        self.undo();
        false
    }

    /// Whether every changed group that is open has a legal size, and every day can be travelled.
    fn is_sound(&self) -> bool {
        let is_group = |&number: &usize| {
            let Some(group) = self.draft.group(number) else { return true };
            self.draft.space().patterns[group.pattern].least <= group.persons
        };
        let touched = self.steps.iter().map(|step| match *step {
            Step::Opened(number)
            | Step::Closed(number, _)
            | Step::Put(number, _)
            | Step::Taken(number, _) => number,
        });
        self.draft.can_be_travelled() && touched.into_iter().all(|number| is_group(&number))
    }

    /// Undoes all steps, the last one first.
    pub(super) fn undo(&mut self) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Opened(number) => {
                    self.draft.close(number);
                }
                Step::Closed(number, group) => self.draft.reopen(number, group),
                Step::Put(number, class) => self.draft.change_back(number, class, -1),
                Step::Taken(number, class) => self.draft.change_back(number, class, 1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::space::Space;
    use super::*;
    use crate::instance::InstanceData;
    use crate::instance::entities::{Resident, Trainer};
    use crate::instance::hamlet::{
        AFTERNOON, AMONT, AVAL, BASE, LIBRARY, MILIEU, MORNING, NOON, SCHOOL, enrol, instance, leg, measured,
        resident,
    };
    use crate::instance::ids::{KitId, SlotId, TrainerId, VenueId};

    const TOM: TrainerId = TrainerId(0);
    const LEA: TrainerId = TrainerId(1);

    /// Eight people who can attend any session; the only path between Amont and Aval leads through Milieu, where one must stop.
    fn apart(data: &mut InstanceData) {
        data.travel = measured(&[(AMONT, MILIEU, leg(10, 10)), (MILIEU, AVAL, leg(10, 10))]);
        for _ in 0..8 {
            let slots = [MORNING, NOON, AFTERNOON].into();
            enrol(data, vec![Resident { slots, needs_tablet: true, ..resident() }]);
        }
    }

    /// Opens groups of two, and returns their numbers.
    fn opened(draft: &mut Draft, groups: &[(VenueId, SlotId, TrainerId)]) -> Vec<usize> {
        let open = |&(venue, slot, trainer): &(VenueId, SlotId, TrainerId)| {
            let pattern = draft.space().starts(venue, slot).start;
            draft.open(pattern, trainer, BASE, vec![(0, 2)]).expect("a legal group")
        };
        groups.iter().map(open).collect()
    }

    #[test]
    fn what_broke_a_day_is_taken_back_through_the_day_that_it_broke() {
        let instance = instance(|data| {
            apart(data);
            data.kits.iter_mut().for_each(|kit| kit.depot = AMONT);
        });
        let space = Space::new(&instance);
        let mut draft = Draft::new(&space);
        let day = [(SCHOOL, MORNING, TOM), (SCHOOL, AFTERNOON, TOM), (LIBRARY, NOON, TOM)];
        let numbers = opened(&mut draft, &day);
        let (plan, objective) = (draft.plan(), draft.objective());
        let mut trial = Trial::new(&mut draft, f64::INFINITY, Toll::FREE);
        trial.close(numbers[0]);
        assert!(!trial.draft().is_legal(), "nobody gets from Amont to Aval");
        trial.close(numbers[2]);
        assert!(trial.draft().is_legal());
        trial.undo();
        assert!(draft.is_legal());
        assert_eq!(draft.plan(), plan);
        assert!((draft.objective() - objective).abs() < 1e-9);
    }

    #[test]
    fn a_day_for_which_no_kits_are_left_is_broken() {
        let instance = instance(|data| {
            apart(data);
            data.venues[LIBRARY].commune = AMONT;
            data.rules.hosts.communes = vec![AMONT, MILIEU];
            let lea = Trainer { id: "Lea".to_owned(), ..data.trainers[TOM].clone() };
            data.trainers.push(lea);
            data.trainers[TOM].base = AVAL;
            data.kits[KitId(1)].depot = AMONT;
        });
        let space = Space::new(&instance);
        let mut draft = Draft::new(&space);
        let days = [
            (SCHOOL, MORNING, TOM),
            (SCHOOL, AFTERNOON, TOM),
            (LIBRARY, NOON, TOM),
            (LIBRARY, AFTERNOON, LEA),
        ];
        let numbers = opened(&mut draft, &days);
        let (plan, objective) = (draft.plan(), draft.objective());
        let mut trial = Trial::new(&mut draft, f64::INFINITY, Toll::FREE);
        trial.close(numbers[0]);
        assert!(
            !trial.draft().is_legal(),
            "Tom gets from no depot to Amont, and Lea has the kit that is kept there"
        );
        trial.undo();
        assert!(draft.is_legal());
        assert_eq!(draft.plan(), plan);
        assert!((draft.objective() - objective).abs() < 1e-9);
    }
}
