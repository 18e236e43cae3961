//! Several plans to compare: what varied between them, and every indicator of each.

use std::collections::BTreeMap;

use super::columns::{self, COLUMNS, Kind};
use super::manifest::AxisEntry;
use super::portrait::Portrait;

/// Plans to compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The plans, in the order in which they were named.
    pub plans: Vec<Entry>,
    /// What varied between them; empty where nothing is known of it.
    pub axes: Vec<AxisEntry>,
    /// Position of the plan with which the others are compared.
    pub baseline: usize,
}

/// A plan of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The plan.
    pub portrait: Portrait,
    /// Label of its value on each axis.
    pub at: BTreeMap<String, String>,
    values: Vec<String>,
}

/// What the bounds prove of a plan's scenario against another's: where its best plan lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proven {
    /// The best plan of the one is below every plan of the other.
    Lower,
    /// The best plan of the one is above that of the other.
    Higher,
    /// Gaps overlap, or a plan has no bound: the difference is not proven.
    Not,
}

impl Entry {
    /// A plan with what varied.
    pub fn new(portrait: Portrait, at: BTreeMap<String, String>) -> Self {
        let values = columns::values(&portrait).into();
        Self { portrait, at, values }
    }

    /// The value of a column as plain text; empty where it is not known.
    pub fn text(&self, column: &str) -> &str {
        let position = COLUMNS.iter().position(|known| known.name == column);
        position.map_or("", |position| self.values[position].as_str())
    }

    /// The value of a column, where it is a number and known.
    pub fn number(&self, column: &str) -> Option<f64> {
        columns::find(column).filter(|column| column.kind != Kind::Text)?;
        self.text(column).parse().ok()
    }

    /// Whether the plan keeps every rule: one that does not is on no front and proves nothing.
    pub fn is_legal(&self) -> bool {
        self.portrait.judgement.is_legal()
    }

    /// Where the objective of the scenario's best plan lies: between the bound and this plan's objective.
    pub fn interval(&self) -> Option<(f64, f64)> {
        Some((self.portrait.proof.as_ref()?.bound, self.portrait.breakdown.objective().to_f64()))
    }

    /// What is proven of this scenario's best plan against that of another.
    pub fn against(&self, other: &Self) -> Proven {
        match (self.interval(), other.interval()) {
            (Some((_, high)), Some((low, _))) if high < low => Proven::Lower,
            (Some((low, _)), Some((_, high))) if high < low => Proven::Higher,
            _ => Proven::Not,
        }
    }
}

impl Study {
    /// The plan with which the others are compared.
    pub fn baseline(&self) -> &Entry {
        &self.plans[self.baseline]
    }

    /// Axes whose values are answers to compare, not seeds.
    pub fn choices(&self) -> impl Iterator<Item = &AxisEntry> {
        self.axes.iter().filter(|axis| !axis.is_seed && axis.labels.len() > 1)
    }

    /// The axis of demand seeds, where there is one with several.
    pub fn seeds(&self) -> Option<&AxisEntry> {
        self.axes.iter().find(|axis| axis.is_seed && axis.labels.len() > 1)
    }

    /// Whether any plan is made from invented data.
    pub fn is_invented(&self) -> bool {
        self.plans.iter().any(|plan| plan.portrait.is_invented)
    }

    /// The plans that keep every rule.
    pub fn legal(&self) -> impl Iterator<Item = &Entry> {
        self.plans.iter().filter(|plan| plan.is_legal())
    }

    /// The names of the plans that do not.
    pub fn illegal(&self) -> Vec<&str> {
        let illegal = self.plans.iter().filter(|plan| !plan.is_legal());
        illegal.map(|plan| plan.portrait.label.as_str()).collect()
    }

    /// How many scenarios are not proven to differ from the baseline's.
    pub fn n_not_proven(&self) -> usize {
        let others = self.plans.iter().enumerate().filter(|(position, _)| *position != self.baseline);
        others.filter(|(_, plan)| plan.against(self.baseline()) == Proven::Not).count()
    }

    /// The legal plan of the lowest objective beside the baseline, for a pair to look at.
    pub fn best_beside_baseline(&self) -> Option<usize> {
        let is_other = |&position: &usize| position != self.baseline && self.plans[position].is_legal();
        let others = (0..self.plans.len()).filter(is_other);
        let objective = |position: usize| self.plans[position].portrait.breakdown.objective();
        others.min_by_key(|&position| objective(position))
    }
}
