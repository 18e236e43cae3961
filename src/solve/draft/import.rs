//! From a plan to a draft: what a search starts from.
//!
//! The plan may come from elsewhere: another scenario, yesterday, a person. What of it is legal here is taken, cycle by cycle
//! in its order; the rest is left to the search.

use std::collections::BTreeMap;

use super::super::space::{Day, Space};
use super::Draft;
use crate::instance::calendar::days_between;
use crate::instance::ids::{PartyId, TrainerId};
use crate::plan::{Cycle, Plan};

impl<'s> Draft<'s> {
    /// The draft of all cycles of a plan that are legal here, each after those before it: with those of its participants who
    /// may attend it, at its venue and slot, on its first date or the next that is possible, by its trainer or the nearest
    /// one who is free. A cycle that has too few participants left is left out.
    ///
    /// The plan's ids are those of the instance; cycles of venues, slots or trainers beyond it are left out.
    pub fn of_plan(space: &'s Space<'s>, plan: &Plan) -> Self {
        let mut draft = Self::new(space);
        let class_of = class_of_party(space);
        for cycle in &plan.cycles {
            draft.take_over(cycle, &class_of);
        }
        draft
    }

    fn take_over(&mut self, cycle: &Cycle, class_of: &BTreeMap<PartyId, usize>) {
        let space = self.space;
        let instance = space.instance;
        let is_known = usize::from(cycle.venue) < instance.venues.len()
            && usize::from(cycle.slot) < instance.slots.len()
            && usize::from(cycle.track) < instance.tracks.len();
        let first = cycle.sessions.first().map(|&date| days_between(instance.rules.horizon.start, date));
        let (true, Some(first)) = (is_known, first) else { return };
        let Some(pattern) = space.first_start(cycle.venue, cycle.slot, first.max(0) as Day) else { return };
        let members = self.members_from(cycle, pattern, class_of);
        let persons: usize = members.iter().map(|&(class, count)| space.classes[class].size * count).sum();
        if persons < space.min_group {
            return;
        }
        let others = space.nearest(pattern).iter().copied().filter(|&trainer| trainer != cycle.trainer);
        let own = (usize::from(cycle.trainer) < space.staff.len()).then_some(cycle.trainer);
        let trainers: Vec<TrainerId> = own.into_iter().chain(others).collect();
        let run = space.patterns[pattern].run;
        let teaches = |trainer: TrainerId| {
            let staff = &space.staff[trainer];
            staff.tracks.contains(usize::from(cycle.track)) && staff.runs.contains(run)
        };
        trainers.into_iter().filter(|&trainer| teaches(trainer)).find(|&trainer| {
            self.open_within_budget(pattern, trainer, cycle.track, members.clone()).is_some()
        });
    }

    /// Parties of each class among a cycle's participants who may attend on a pattern and are left, within its seats.
    fn members_from(
        &self,
        cycle: &Cycle,
        pattern: usize,
        class_of: &BTreeMap<PartyId, usize>,
    ) -> Vec<(usize, usize)> {
        let space = self.space;
        let mut parties: BTreeMap<PartyId, usize> = BTreeMap::new();
        for &resident in &cycle.participants {
            if let Some(resident) = space.instance.residents.get(resident).filter(|one| !one.withdrawn) {
                *parties.entry(resident.party).or_default() += 1;
            }
        }
        let mut members: BTreeMap<usize, usize> = BTreeMap::new();
        let mut seats = space.patterns[pattern].capacity;
        for (party, present) in parties {
            let Some(&class) = class_of.get(&party) else { continue };
            let entry = &space.classes[class];
            let taken = members.get(&class).copied().unwrap_or(0);
            let may_attend = entry.track == cycle.track && space.fits(class, pattern);
            if may_attend && present == entry.size && entry.size <= seats && taken < self.left(class) {
                members.insert(class, taken + 1);
                seats -= entry.size;
            }
        }
        members.into_iter().collect()
    }
}

/// The class of each party that has one.
fn class_of_party(space: &Space) -> BTreeMap<PartyId, usize> {
    let classes = space.classes.iter().enumerate();
    classes.flat_map(|(class, entry)| entry.parties.iter().map(move |&party| (party, class))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::check;
    use crate::input::read_scenario;
    use crate::solve::improve::{Clock, Walk};

    /// A clock that never ends anything.
    struct Endless;

    impl Clock for Endless {
        fn is_over(&self) -> bool {
            false
        }

        fn left(&self, _n_steps: u64) -> f64 {
            f64::INFINITY
        }
    }

    #[test]
    fn a_plan_becomes_the_draft_it_was_made_of_and_a_foreign_one_what_is_legal_of_it() {
        let path = Path::new("data/bench/instances/tiny/scenario.toml");
        let instance = read_scenario(path).expect("a valid scenario").instance;
        let space = Space::new(&instance);
        let mut walk = Walk::new(&Draft::new(&space), 1, &Endless);
        walk.walk(20_000, &Endless);
        let mut plan = walk.best().plan();
        let back = Draft::of_plan(&space, &plan);
        assert!((back.objective() - walk.best().objective()).abs() < 1e-6);
        assert!(plan.cycles.len() > 1 && back.plan().cycles == plan.cycles);
        // Somebody twice, a cycle twice, a venue from elsewhere.
        let again = plan.cycles[0].clone();
        plan.cycles[1].participants.extend(again.participants.clone());
        plan.cycles.push(again);
        let mut elsewhere = plan.cycles[0].clone();
        elsewhere.venue = instance.venues.len().into();
        plan.cycles.push(elsewhere);
        let mended = Draft::of_plan(&space, &plan).plan();
        assert!(!mended.cycles.is_empty() && check(&instance, &mended).is_legal());
    }
}
