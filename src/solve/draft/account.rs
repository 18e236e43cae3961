//! The cost of a draft: sums updated with every change, and what is left of the budget (rule H10).

use std::collections::BTreeMap;

use super::{Draft, Group, Move};
use crate::instance::ids::CommuneId;

/// Precision of sums of amounts, euros.
pub const ROUNDING: f64 = 1e-6;

impl Draft<'_> {
    /// Euros of gross cost beyond the budget, without allowance for rounding; negative if some is left, −∞ without a budget or,
    /// where a plan was announced, without a new cycle (PROBLEM.md section 8).
    pub fn beyond_budget(&self) -> f64 {
        let limit = self.space.instance.rules.costs.max_gross;
        let has_new = || self.n_new.iter().any(|&n_new| n_new > 0);
        let limit = limit.filter(|_| self.space.instance.announced.is_none() || has_new());
        limit.map_or(f64::NEG_INFINITY, |limit| self.direct_gross + self.days.cost() - limit.to_f64())
    }

    /// Euros of gross cost beyond the budget, 0 if within it up to rounding. A draft that exceeds it is not a legal plan.
    pub fn overspent(&self) -> f64 {
        let beyond = self.beyond_budget();
        if beyond > ROUNDING { beyond } else { 0.0 }
    }

    /// Equity cost that serving one more party of `class` would save now, euros.
    pub fn equity_gain(&self, class: usize) -> f64 {
        let homes = &self.space.classes[class].homes;
        homes.iter().map(|&(home, count)| self.equity(home, 0) - self.equity(home, count as isize)).sum()
    }

    /// Equity cost if one party of `class` left, euros.
    pub fn equity_loss(&self, class: usize) -> f64 {
        let homes = &self.space.classes[class].homes;
        homes.iter().map(|&(home, count)| self.equity(home, -(count as isize)) - self.equity(home, 0)).sum()
    }

    /// Absence cost that one more cycle in a commune would save now, euros.
    pub fn hosting_gain(&self, commune: CommuneId) -> f64 {
        let (absence, hosted) = (&self.space.absence, self.hosted[commune].len());
        absence.of(commune, hosted) - absence.of(commune, hosted + 1)
    }

    /// Increase of the absence cost if groups were moved, euros.
    pub fn absence_change(&self, moves: &[Move]) -> f64 {
        let (space, absence) = (self.space, &self.space.absence);
        if absence.is_nothing() {
            return 0.0;
        }
        let mut more: BTreeMap<CommuneId, isize> = BTreeMap::new();
        for new in moves {
            let Some(group) = self.group(new.number) else { continue };
            *more.entry(space.commune(group.pattern)).or_default() -= 1;
            *more.entry(space.commune(new.pattern)).or_default() += 1;
        }
        let change = |(commune, more): (CommuneId, isize)| {
            let hosted = self.hosted[commune].len();
            absence.of(commune, hosted.saturating_add_signed(more)) - absence.of(commune, hosted)
        };
        more.into_iter().map(change).sum()
    }

    /// Recomputes all sums: sums that are only updated drift from the plan's cost, a little with every step.
    pub fn add_up(&mut self) {
        let groups: Vec<Group> = self.groups().map(|(_, group)| group.clone()).collect();
        self.days.add_up();
        (self.direct, self.direct_gross) = (self.space.nobody_served(), self.space.standing.base.gross);
        self.served.iter_mut().for_each(|served| *served = 0);
        for group in &groups {
            self.account(group, 1.0);
        }
        for (commune, _) in self.space.absence.wanted() {
            let absence = &self.space.absence;
            self.direct += absence.of(commune, self.hosted[commune].len()) - absence.of(commune, 0);
        }
    }

    /// Adds (`sign` 1) or subtracts (−1) the cost of a group without tours.
    pub(super) fn account(&mut self, group: &Group, sign: f64) {
        let space = self.space;
        let cash = space.cash(group.pattern, group.trainer)
            + space.patterns[group.pattern].tablet * self.need(group) as f64;
        let support = space.support * group.persons as f64;
        self.direct_gross += sign * (cash + support);
        self.direct += sign * (cash + space.changes((group.pattern, group.trainer), group.track));
        for &(class, count) in &group.members {
            self.account_parties(class, sign as isize * count as isize, group.pattern);
        }
    }

    /// Adds the cost of attendance of `change` more parties of a class in a cycle on `pattern`, and their effect on equity.
    pub(super) fn account_parties(&mut self, class: usize, change: isize, pattern: usize) {
        let attendance = self.space.attendance(class, pattern).unwrap_or(f64::INFINITY);
        let class = &self.space.classes[class];
        self.direct += (attendance - class.unserved) * change as f64;
        for &(home, members) in &class.homes {
            let change = change * members as isize;
            self.direct += self.equity(home, change) - self.equity(home, 0);
            let served = self.served[home].checked_add_signed(change);
            self.served[home] = served.expect("only those who were served leave");
        }
    }

    /// Cost of a commune's shortfall if `change` more of its residents were served, euros.
    fn equity(&self, commune: CommuneId, change: isize) -> f64 {
        let served = self.served[commune] as f64 + change as f64;
        (self.space.equity_goal[commune] - served).max(0.0) * self.space.equity_cost
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::space::Space;
    use super::*;
    use crate::instance::entities::Resident;
    use crate::instance::hamlet::{
        AFTERNOON, AMONT, BASE, LIBRARY, MILIEU, MORNING, NOON, SCHOOL, enrol, instance, resident,
    };
    use crate::instance::ids::TrainerId;
    use crate::instance::units::Euros;
    use crate::plan::price;

    const TOM: TrainerId = TrainerId(0);

    #[track_caller]
    fn compare(draft: &Draft) {
        let priced = price(draft.space().instance, &draft.plan()).objective().to_f64();
        assert!((draft.objective() - priced).abs() < 1e-6, "{} for {priced}", draft.objective());
    }

    #[test]
    fn a_cycle_saves_the_absence_of_its_commune_until_that_hosts_enough() {
        let instance = instance(|data| {
            // Amont has no room: its absence counts in every plan.
            data.communes[AMONT].min_cycles = 2;
            data.communes[MILIEU].min_cycles = 1;
            data.rules.weights.absence = Euros::whole(500);
            for _ in 0..8 {
                enrol(data, vec![Resident { slots: [MORNING, NOON, AFTERNOON].into(), ..resident() }]);
            }
        });
        let space = Space::new(&instance);
        let mut draft = Draft::new(&space);
        compare(&draft);
        let start = |venue, slot| space.starts(venue, slot).start;
        let mut numbers = Vec::new();
        for (slot, gain) in [(MORNING, 500.0), (AFTERNOON, 0.0)] {
            assert!((draft.hosting_gain(MILIEU) - gain).abs() < 1e-9);
            let number = draft.open(start(SCHOOL, slot), TOM, BASE, vec![(0, 2)]);
            numbers.push(number.expect("a legal group"));
            compare(&draft);
        }
        let to_aval = |number| Move { number, pattern: start(LIBRARY, NOON), trainer: TOM };
        assert!(draft.absence_change(&[to_aval(numbers[0])]).abs() < 1e-9);
        let both = [to_aval(numbers[0]), to_aval(numbers[1])];
        assert!((draft.absence_change(&both) - 500.0).abs() < 1e-9);
        draft.add_up();
        compare(&draft);
        for number in numbers {
            draft.close(number);
            compare(&draft);
        }
    }
}
