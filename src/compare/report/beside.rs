//! Plans side by side as text: a row for each indicator, a column for each plan.

use super::Comparison;
use crate::compare::columns::find;
use crate::compare::study::Entry;
use crate::compare::verdict::LEAST_SEARCHES;

/// Plans side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Labels of the plans, in order.
    pub plans: Vec<String>,
    /// One for each indicator.
    pub rows: Vec<Row>,
    /// The verdict on each plan's objective compared with the baseline's.
    pub verdicts: Vec<String>,
    /// Explanation of the verdicts.
    pub meaning: String,
}

/// An indicator of every plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its value in each plan, and the difference from the baseline, empty if there is none.
    pub cells: Vec<[String; 2]>,
}

impl Comparison<'_> {
    /// The plans side by side.
    pub fn beside(&self) -> Beside {
        let plans = &self.study.plans;
        Beside {
            plans: plans.iter().map(|plan| plan.portrait.label.clone()).collect(),
            rows: self.shown().map(|column| self.row(column)).collect(),
            verdicts: (0..plans.len()).map(|position| self.said(position)).collect(),
            meaning: self.means(),
        }
    }

    /// Explanation of the verdicts, for readers who do not write batch files.
    fn means(&self) -> String {
        let are_repeated = self.study.plans.iter().any(|plan| LEAST_SEARCHES <= plan.searches.len());
        let searches = [("searches", LEAST_SEARCHES.into())];
        let beyond = if are_repeated { "compare-beyond-means" } else { "compare-beyond-page" };
        let parts = ["compare-proven-means", beyond, "compare-open-means"];
        parts.map(|key| self.messages.text(key, &searches)).join(" ")
    }

    /// Name of an indicator, with its unit if its figures carry none.
    fn titled(&self, column: &str) -> String {
        let name = self.name(column);
        let unit = match find(column).map_or("", |column| column.unit) {
            "d" => self.messages.text("compare-days", &[]),
            "min" => "min".to_owned(),
            _ => return name,
        };
        format!("{name} ({unit})")
    }

    fn row(&self, column: &str) -> Row {
        let cell = |(position, plan): (usize, &Entry)| {
            let is_compared = position != self.study.baseline && plan.number(column).is_some();
            let difference = if is_compared { self.difference(plan, column) } else { String::new() };
            [self.known(plan, column), difference]
        };
        Row { name: self.titled(column), cells: self.study.plans.iter().enumerate().map(cell).collect() }
    }

    /// Plans of the same data need no bound: their objectives can be compared directly.
    fn said(&self, position: usize) -> String {
        let (plan, base) = (&self.study.plans[position], self.study.baseline());
        let text = |key: &str| self.messages.text(key, &[]);
        if position == self.study.baseline {
            return text("compare-baseline");
        }
        if !plan.is_legal() {
            return text("compare-breaks-rules");
        }
        if !base.is_legal() {
            return text("compare-baseline-illegal");
        }
        if plan.portrait.inputs != base.portrait.inputs {
            return self.verdict(plan);
        }
        let [own, other] = [plan, base].map(|entry| entry.number("objective").unwrap_or_default());
        match own.total_cmp(&other) {
            std::cmp::Ordering::Less => text("compare-same-data-lower"),
            std::cmp::Ordering::Equal => text("compare-same-data-equal"),
            std::cmp::Ordering::Greater => text("compare-same-data-higher"),
        }
    }
}
