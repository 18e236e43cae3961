//! Converts a plan to a draft, from which a search starts.
//!
//! The plan may come from elsewhere: another scenario, an earlier day, or a person. Its cycles are adopted in order as far as
//! they are legal here; the rest is left to the search.

use std::collections::BTreeMap;

use super::super::space::{Day, Space};
use super::Draft;
use crate::instance::announced::Session;
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, ResidentId, TrainerId};
use crate::plan::{Cycle, Plan};

impl<'s> Draft<'s> {
    /// The draft of all cycles of a plan that are legal here, each after those before it: with those of its participants who may
    /// attend it, at its venue and slot, on its first date or the next possible one, with its trainer or the nearest available
    /// one. A cycle with too few participants left is omitted.
    ///
    /// The plan's ids are those of the instance; cycles of venues, slots or tracks beyond it are omitted.
    pub fn of_plan(space: &'s Space<'s>, plan: &Plan) -> Self {
        let mut draft = Self::new(space);
        let unit_of = units_of_residents(space);
        for cycle in &plan.cycles {
            draft.take_over(cycle, &unit_of);
        }
        draft
    }

    fn take_over(&mut self, cycle: &Cycle, unit_of: &Units) {
        let space = self.space;
        let instance = space.instance;
        let is_known = usize::from(cycle.venue) < instance.venues.len()
            && usize::from(cycle.slot) < instance.slots.len()
            && usize::from(cycle.track) < instance.tracks.len();
        let first = cycle.sessions.first().map(|&date| days_between(instance.rules.horizon.start, date));
        let (true, Some(first)) = (is_known, first) else { return };
        if let Some(told) = instance.announced.as_ref().and_then(|announced| announced.find(&cycle.id))
            && self.take_up(told, cycle, unit_of)
        {
            return;
        }
        let Some(pattern) = space.first_start(cycle.venue, cycle.slot, first.max(0) as Day) else { return };
        let members = self.members_from(cycle, pattern, unit_of);
        if self.counts(&members).0 < space.min_group {
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

    /// Adopts an announced cycle. A committed one takes the course it has in the plan, with those who joined it; one open to
    /// change continues as in the plan or, failing that, in another course. Returns whether the cycle is dealt with.
    fn take_up(&mut self, told: AnnouncedId, cycle: &Cycle, unit_of: &Units) -> bool {
        let (space, Some(announced)) = (self.space, &self.space.instance.announced) else { return false };
        let to_come: Vec<Session> = cycle.to_come(announced.today).collect();
        let patterns = &space.standing.of_cycle[told];
        let has_it = |pattern: &&usize| match space.patterns[**pattern].course {
            Some(course) => {
                let course = &space.standing.courses[course];
                course.sessions == to_come && course.is_broken_off == cycle.is_broken_off()
            }
            None => true,
        };
        let found = patterns.iter().find(has_it).copied();
        let Some(number) = space.standing.bound.iter().position(|&bound| bound == told) else {
            let trainer = announced.cycles[told].trainer;
            // As in the plan; if that is not possible, in the first possible of its other courses, which are sorted by cost.
            let repaired = patterns.iter().copied().filter(|&pattern| !space.is_broken_off(pattern));
            return found.into_iter().chain(repaired).any(|pattern| {
                let members = self.members_from(cycle, pattern, unit_of);
                space.patterns[pattern].least <= self.counts(&members).0
                    && self.open_within_budget(pattern, trainer, cycle.track, members).is_some()
            });
        };
        if let Some(pattern) =
            found.filter(|&pattern| self.group(number).is_some_and(|group| group.pattern != pattern))
        {
            self.change_course(number, pattern);
        }
        if let Some(pattern) = self.group(number).map(|group| group.pattern) {
            for (class, count) in self.members_from(cycle, pattern, unit_of) {
                let persons = self.group(number).map_or(0, |group| group.persons);
                let is_room = persons + space.classes[class].size * count <= space.patterns[pattern].capacity;
                (0..count)
                    .filter(|_| is_room)
                    .for_each(|_| _ = self.has_tablets(number, class) && self.put(number, class));
            }
        }
        true
    }

    /// Parties of each class among a cycle's participants who may attend a pattern and are unserved, within its seats.
    fn members_from(&self, cycle: &Cycle, pattern: usize, unit_of: &Units) -> Vec<(usize, usize)> {
        let space = self.space;
        let mut present: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for unit in cycle.participants.iter().filter_map(|resident| unit_of.get(resident)) {
            *present.entry(*unit).or_default() += 1;
        }
        let mut members: BTreeMap<usize, usize> = BTreeMap::new();
        let mut seats = space.patterns[pattern].capacity;
        for ((class, _), present) in present {
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

/// Class, and index within it, of each resident's party, for parties that have a class.
type Units = BTreeMap<ResidentId, (usize, usize)>;

fn units_of_residents(space: &Space) -> Units {
    let mut units = Units::new();
    for (class, entry) in space.classes.iter().enumerate() {
        for (number, party) in entry.parties.iter().enumerate() {
            units.extend(party.iter().map(|&resident| (resident, (class, number))));
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::check;
    use crate::input::read_scenario;
    use crate::solve::improve::{Clock, Walk};

    /// A clock that never stops.
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
        // A duplicate participant, a duplicate cycle, an unknown venue.
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
