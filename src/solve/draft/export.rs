//! Converts a draft to a plan: classes become residents again, and kits are assigned day by day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;

use super::super::courses::base::as_told;
use super::super::roster::match_kits;
use super::super::space::Day;
use super::{Draft, Group, ROUNDING};
use crate::instance::Instance;
use crate::instance::announced::{Announced, Commitment};
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, KitId, ResidentId, TrainerId};
use crate::plan::costs::tablets_needed;
use crate::plan::ids::{Ids, told_ids};
use crate::plan::{Cycle, Fate, KitUse, Plan, price};

impl Draft<'_> {
    /// The plan of this draft: cycles ordered by session days, start, venue and trainer; parties of a class in the order of the
    /// table. Announced cycles that continue keep their ids; finished ones are included.
    pub fn plan(&self) -> Plan {
        let mut order: Vec<&Group> = self.groups().map(|(_, group)| group).collect();
        order.sort_by_key(|group| {
            let place = &self.space.patterns[group.pattern];
            let run = &self.space.runs[place.run];
            (run.days.clone(), self.space.instance.session_time(run.slot).0, place.venue, group.trainer)
        });
        let mut next_party = vec![0; self.space.classes.len()];
        let mut ids = Ids::after(told_ids(self.space.instance).cloned().collect(), order.len());
        let mut cycles = Vec::new();
        for group in order {
            let participants = self.participants(group, &mut next_party);
            let goes_on = self.space.goes_on((group.pattern, group.trainer), group.track);
            cycles.extend(match goes_on {
                Some(cycle) => self.announced(group, cycle).map(|told| Cycle { participants, ..told }),
                None => Some(self.cycle(group, ids.next_id(), participants)),
            });
        }
        let Some((announced, today)) = self.space.instance.standing() else {
            return Plan { cycles, kit_roster: self.kit_roster(), closed: Vec::new() };
        };
        let finished =
            announced.cycles.keys().filter(|&id| today.cycles[id].commitment == Commitment::Finished);
        cycles.extend(finished.map(|id| {
            let told = &announced.cycles[id];
            as_told(announced, id, &told.sessions, Fate::Stands, told.participants.clone())
        }));
        list_left(self.space.instance, announced, &mut cycles);
        cycles.sort_by_key(|cycle| {
            let start = self.space.instance.session_time(cycle.slot).0;
            (cycle.sessions.first().copied(), start, cycle.venue, cycle.trainer, cycle.id.clone())
        });
        let kit_roster = self.roster_of(announced, &cycles);
        let mut plan = Plan { cycles, kit_roster, closed: Vec::new() };
        plan.closed = plan.closed_since(announced);
        plan
    }

    /// An announced cycle that continues as in `group`, without participants; `None` if it is left out.
    fn announced(&self, group: &Group, cycle: AnnouncedId) -> Option<Cycle> {
        let space = self.space;
        let announced = space.instance.announced.as_ref()?;
        let mut sessions = announced.held(cycle).to_vec();
        let course = space.patterns[group.pattern].course;
        let of_course = course.map(|course| &space.standing.courses[course].sessions[..]);
        sessions.extend(of_course.unwrap_or_else(|| announced.to_come(cycle)));
        let fate = if space.is_broken_off(group.pattern) { Fate::BrokenOff } else { Fate::Stands };
        (!sessions.is_empty()).then(|| as_told(announced, cycle, &sessions, fate, Vec::new()))
    }

    fn participants(&self, group: &Group, next_party: &mut [usize]) -> Vec<ResidentId> {
        let mut participants: Vec<ResidentId> = Vec::new();
        for &(class, count) in &group.members {
            let first = next_party[class];
            next_party[class] += count;
            participants.extend(self.space.classes[class].parties[first..first + count].iter().flatten());
        }
        participants.sort_unstable();
        participants
    }

    fn cycle(&self, group: &Group, id: String, participants: Vec<ResidentId>) -> Cycle {
        let place = &self.space.patterns[group.pattern];
        let run = &self.space.runs[place.run];
        Cycle {
            id,
            venue: place.venue,
            slot: run.slot,
            track: group.track,
            trainer: group.trainer,
            participants,
            sessions: run.days.iter().map(|&day| self.date(day)).collect(),
            repairs: Vec::new(),
            fate: Fate::New,
        }
    }

    /// Checks rule H10. A plan may cost exactly the budget: where float sums are inconclusive, its exact price decides.
    pub(super) fn is_within_budget(&self) -> bool {
        if self.beyond_budget().abs() > ROUNDING {
            return self.beyond_budget() < 0.0;
        }
        let limit = self.space.instance.rules.costs.max_gross;
        limit.is_none_or(|limit| price(self.space.instance, &self.plan()).costs.gross() <= limit)
    }

    /// The kits of the trainers who need one on a day.
    fn kits_of(&self, date: Date, day: Day, needs: &[(TrainerId, usize)]) -> Vec<KitUse> {
        let amounts: Vec<usize> = needs.iter().map(|&(_, need)| need).collect();
        // Among equal tours, the smallest sufficient kit is taken, so that large ones stay free.
        let tour = |index: usize, kit: KitId| {
            let kit = &self.space.instance.kits[kit];
            self.days.tour_from(self.space, needs[index].0, day, kit.depot) + kit.tablets as f64 * 1e-9
        };
        let kits = match_kits(self.space.instance, &amounts, tour).expect("a draft has a kit for every need");
        needs.iter().zip(kits).map(|(&(trainer, _), kit)| KitUse { date, trainer, kit }).collect()
    }

    fn kit_roster(&self) -> Vec<KitUse> {
        let mut roster = Vec::new();
        for day in 0..self.space.n_days {
            let needs = self.days.needs(self.space, day);
            roster.extend(self.kits_of(self.date(day), day, &needs));
        }
        roster.sort_unstable();
        roster
    }

    /// The kit roster where a plan was announced: as announced for held days; for days to come, by the needs of the cycles,
    /// including those broken off.
    fn roster_of(&self, announced: &Announced, cycles: &[Cycle]) -> Vec<KitUse> {
        let instance = self.space.instance;
        let mut roster: Vec<KitUse> = announced.kits_taken().copied().collect();
        let mut needs: BTreeMap<Date, BTreeMap<TrainerId, usize>> = BTreeMap::new();
        for cycle in cycles {
            for session in cycle.to_come(announced.today) {
                let need = tablets_needed(instance, cycle, session.venue);
                let most = needs.entry(session.date).or_default().entry(session.trainer).or_default();
                *most = need.max(*most);
            }
        }
        for (date, of_day) in needs {
            let needy: Vec<(TrainerId, usize)> = of_day.into_iter().filter(|&(_, need)| need > 0).collect();
            let day = days_between(instance.rules.horizon.start, date).max(0) as Day;
            roster.extend(self.kits_of(date, day, &needy));
        }
        roster.sort_unstable();
        roster
    }

    fn date(&self, day: Day) -> Date {
        let start = self.space.instance.rules.horizon.start;
        start.checked_add(Span::new().days(day as i64)).expect("days of the horizon are dates")
    }
}

/// Fills in the participants of broken-off cycles: those announced in them who have not withdrawn and attend no other.
fn list_left(instance: &Instance, announced: &Announced, cycles: &mut [Cycle]) {
    let served: BTreeSet<ResidentId> = cycles.iter().flat_map(Cycle::served).copied().collect();
    for cycle in cycles.iter_mut().filter(|cycle| cycle.is_broken_off()) {
        let Some(id) = announced.find(&cycle.id) else { continue };
        let remaining = announced.cycles[id].remaining(&instance.residents);
        cycle.participants = remaining.filter(|one| !served.contains(one)).collect();
    }
}
