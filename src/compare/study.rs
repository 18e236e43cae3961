//! Several plans to compare: what varied between them, and every indicator of each.

use std::collections::BTreeMap;

use super::columns::{COLUMNS, Figure, figures};
use super::manifest::AxisEntry;
use super::portrait::Portrait;
use super::searches::{Found, Reach};
use super::verdict::{Certainty, Evidence, Verdict, verdict};

/// Plans to compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The plans, in the order in which they were named.
    pub plans: Vec<Entry>,
    /// What varied between them; empty if unknown.
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
    /// The result of each search of its scenario; empty if unknown.
    pub searches: Vec<Found>,
    figures: [Figure; 36],
}

impl Entry {
    /// A plan with what varied, and the results of the searches of which it is the best.
    pub fn new(portrait: Portrait, at: BTreeMap<String, String>, searches: Vec<Found>) -> Self {
        let figures = figures(&portrait);
        Self { portrait, at, searches, figures }
    }

    /// The value of the plan in a column.
    pub fn figure(&self, column: &str) -> &Figure {
        let position = COLUMNS.iter().position(|known| known.name == column);
        position.map_or(&Figure::Unknown, |position| &self.figures[position])
    }

    /// The value of the plan in a column, if it is a known number.
    pub fn number(&self, column: &str) -> Option<f64> {
        self.figure(column).number()
    }

    /// The range of a column over the searches of the scenario, if there were several.
    pub fn reach(&self, column: &str) -> Option<Reach> {
        let values: Vec<f64> = self.searches.iter().filter_map(|found| found.number(column)).collect();
        Reach::of(&values).filter(|reach| reach.n > 1)
    }

    /// Whether the plan keeps every rule; a plan that does not is on no front and proves nothing.
    pub fn is_legal(&self) -> bool {
        self.portrait.judgement.is_legal()
    }

    /// What is known about the objective of the scenario's best plan; `None` if the plan has no proof.
    pub fn evidence(&self) -> Option<Evidence> {
        let bound = self.portrait.proof.as_ref()?.bound;
        let interval = (bound, self.portrait.breakdown.objective().to_f64());
        Some(Evidence { interval, searches: self.reach("objective") })
    }

    /// The verdict on this scenario's best plan compared with that of another.
    pub fn against(&self, other: &Self) -> Verdict {
        let both = self.evidence().zip(other.evidence());
        both.map_or(Verdict::OPEN, |(own, others)| verdict(&own, &others))
    }

    /// Whether its travel times are estimates.
    pub fn is_estimated(&self) -> bool {
        self.number("travel_is_measured") == Some(0.0)
    }
}

impl Study {
    /// The plan with which the others are compared.
    pub fn baseline(&self) -> &Entry {
        &self.plans[self.baseline]
    }

    /// Axes whose values are alternatives to compare, not seeds.
    pub fn choices(&self) -> impl Iterator<Item = &AxisEntry> {
        self.axes.iter().filter(|axis| !axis.is_seed && axis.labels.len() > 1)
    }

    /// The axis of demand seeds, if there is one with several.
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

    /// The labels of the plans that break a rule.
    pub fn illegal(&self) -> Vec<&str> {
        let illegal = self.plans.iter().filter(|plan| !plan.is_legal());
        illegal.map(|plan| plan.portrait.label.as_str()).collect()
    }

    /// Number of scenarios whose difference from the baseline's has this certainty.
    pub fn count(&self, certainty: Certainty) -> usize {
        let others = self.plans.iter().enumerate().filter(|(position, _)| *position != self.baseline);
        others.filter(|(_, plan)| plan.against(self.baseline()).certainty == certainty).count()
    }

    /// The legal plan with the lowest objective other than the baseline, to compare with it as a pair.
    pub fn best_beside_baseline(&self) -> Option<usize> {
        let is_other = |&position: &usize| position != self.baseline && self.plans[position].is_legal();
        let others = (0..self.plans.len()).filter(is_other);
        let objective = |position: usize| self.plans[position].portrait.breakdown.objective();
        others.min_by_key(|&position| objective(position))
    }
}
