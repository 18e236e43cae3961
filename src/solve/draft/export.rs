//! From a draft to a plan: classes become residents again, kits are handed out day by day.

use jiff::Span;
use jiff::civil::Date;

use super::super::roster::match_kits;
use super::super::space::Day;
use super::{Draft, Group, ROUNDING};
use crate::instance::ids::{KitId, PartyId, ResidentId};
use crate::plan::{Cycle, Fate, KitUse, Plan, price};

impl Draft<'_> {
    /// The plan of this draft: cycles in the order of their first date, slot, venue; parties of a class in the
    /// order of the table.
    pub fn plan(&self) -> Plan {
        let mut order: Vec<&Group> = self.groups().map(|(_, group)| group).collect();
        order.sort_by_key(|group| {
            let place = &self.space.patterns[group.pattern];
            let run = &self.space.runs[place.run];
            (run.days.clone(), self.space.instance.session_time(run.slot).0, place.venue, group.trainer)
        });
        let mut next_party = vec![0; self.space.classes.len()];
        let digits = order.len().to_string().len().max(3);
        let mut cycles = Vec::new();
        for (position, group) in order.into_iter().enumerate() {
            cycles.push(self.cycle(group, format!("C{:0digits$}", position + 1), &mut next_party));
        }
        Plan { cycles, kit_roster: self.kit_roster(), closed: Vec::new() }
    }

    fn cycle(&self, group: &Group, id: String, next_party: &mut [usize]) -> Cycle {
        let place = &self.space.patterns[group.pattern];
        let run = &self.space.runs[place.run];
        let mut participants: Vec<ResidentId> = Vec::new();
        for &(class, count) in &group.members {
            let first = next_party[class];
            next_party[class] += count;
            for &party in &self.space.classes[class].parties[first..first + count] {
                participants.extend(self.members(party));
            }
        }
        participants.sort_unstable();
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

    fn members(&self, party: PartyId) -> &[ResidentId] {
        &self.space.instance.parties[party].members
    }

    /// Rule H10. A plan may cost exactly what there is: where sums of floats cannot tell, its price in whole numbers does.
    pub(super) fn is_within_budget(&self) -> bool {
        if self.beyond_budget().abs() > ROUNDING {
            return self.beyond_budget() < 0.0;
        }
        let limit = self.space.instance.rules.costs.max_gross;
        limit.is_none_or(|limit| price(self.space.instance, &self.plan()).costs.gross() <= limit)
    }

    fn kit_roster(&self) -> Vec<KitUse> {
        let mut roster = Vec::new();
        for day in 0..self.space.n_days {
            let needs = self.days.needs(self.space, day);
            let amounts: Vec<usize> = needs.iter().map(|&(_, need)| need).collect();
            // Equal tours leave the choice open; the smallest kit that does is taken, large ones stay free.
            let tour = |index: usize, kit: KitId| {
                let kit = &self.space.instance.kits[kit];
                self.days.tour_from(self.space, needs[index].0, day, kit.depot) + kit.tablets as f64 * 1e-9
            };
            let kits =
                match_kits(self.space.instance, &amounts, tour).expect("a draft has a kit for every need");
            let uses = needs.iter().zip(kits);
            roster.extend(uses.map(|(&(trainer, _), kit)| KitUse { date: self.date(day), trainer, kit }));
        }
        roster.sort_unstable();
        roster
    }

    fn date(&self, day: Day) -> Date {
        let start = self.space.instance.rules.horizon.start;
        start.checked_add(Span::new().days(day as i64)).expect("days of the horizon are dates")
    }
}
