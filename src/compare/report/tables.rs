//! The tables of the report for people: titles and cells as text, for Markdown and for the page.

use super::{Comparison, EFFECTS};
use crate::compare::effects::of_one;
use crate::compare::pareto::{front, steps};
use crate::compare::robustness::{choices, hosts};
use crate::compare::study::Entry;
use crate::compare::verdict::{Certainty, LEAST_SEARCHES};

/// A table of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Worded {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Comparison<'_> {
    fn text(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }

    /// The name of an indicator for people.
    pub(super) fn name(&self, column: &str) -> String {
        let key = format!("indicator-{column}");
        if self.messages.has(&key) { self.text(&key) } else { column.to_owned() }
    }

    /// The value of an indicator as text.
    pub(super) fn figure(&self, column: &str, value: f64) -> String {
        let messages = self.messages;
        match crate::compare::columns::find(column).map_or("", |column| column.unit) {
            "€" if column.ends_with("per_participant") => messages.money(value, 2),
            "€" => messages.money(value, 0),
            "min" | "d" => messages.number(value, 1),
            // As many decimals as on the terminal and in the report.
            _ if column == "gap" => messages.percent(value, 2),
            _ if column.ends_with("share") => messages.percent(value, 1),
            _ => messages.number(value, 0),
        }
    }

    pub(super) fn known(&self, plan: &Entry, column: &str) -> String {
        plan.number(column).map_or("–".to_owned(), |value| self.figure(column, value))
    }

    /// A difference with its sign.
    pub(super) fn difference(&self, plan: &Entry, column: &str) -> String {
        let both = plan.number(column).zip(self.study.baseline().number(column));
        both.map_or("–".to_owned(), |(own, other)| {
            let text = self.figure(column, own - other);
            if 0.0 < own - other { format!("+{text}") } else { text }
        })
    }

    /// The verdict on a plan's scenario compared with the baseline's.
    pub(super) fn verdict(&self, plan: &Entry) -> String {
        let verdict = plan.against(self.study.baseline());
        let way = verdict.direction.map_or("", |way| way.name());
        self.text(format!("verdict-{}-{way}", verdict.certainty.name()).trim_end_matches('-'))
    }

    /// The range in which the searches of a scenario end, if there were several.
    pub(super) fn reach(&self, plan: &Entry, column: &str) -> String {
        plan.reach(column).map_or("–".to_owned(), |reach| self.between((reach.low, reach.high), column))
    }

    fn between(&self, (low, high): (f64, f64), column: &str) -> String {
        format!("{} – {}", self.figure(column, low), self.figure(column, high))
    }

    /// Whether a plan is on the front, or breaks rules.
    pub(super) fn standing(&self, plan: &Entry, stands: bool) -> String {
        match (plan.is_legal(), stands) {
            (false, _) => self.text("compare-breaks-rules"),
            (true, true) => self.text("compare-on-front"),
            (true, false) => String::new(),
        }
    }

    /// Every plan with its indicators and differences from the baseline.
    pub(super) fn plans(&self) -> Worded {
        let stands = front(self.study, self.trade);
        let mut heads = vec![self.text("compare-plan")];
        heads.extend(self.shown().map(|column| self.name(column)));
        heads.extend(["served", "net", "objective"].map(|column| {
            self.messages.text("compare-difference", &[("indicator", self.name(column).into())])
        }));
        heads.extend(["compare-reach", "compare-verdict", "compare-front"].map(|key| self.text(key)));
        let row = |(position, plan): (usize, &Entry)| {
            let mut row = vec![plan.portrait.label.clone()];
            row.extend(self.shown().map(|column| self.known(plan, column)));
            if position == self.study.baseline {
                row.extend([self.text("compare-baseline"), String::new(), String::new()]);
                row.extend([self.reach(plan, "objective"), String::new()]);
            } else {
                row.extend(["served", "net", "objective"].map(|column| self.difference(plan, column)));
                row.extend([self.reach(plan, "objective"), self.verdict(plan)]);
            }
            row.push(self.standing(plan, stands[position]));
            row
        };
        Worded { heads, rows: self.study.plans.iter().enumerate().map(row).collect() }
    }

    /// The cost of the next residents along the front.
    pub(super) fn steps(&self) -> Worded {
        let keys = ["step-from", "step-to", "step-residents", "step-net", "step-each"];
        let label = |position: usize| self.study.plans[position].portrait.label.clone();
        let rows = steps(self.study).into_iter().map(|step| {
            vec![
                label(step.from),
                label(step.to),
                self.messages.number(step.residents, 0),
                self.messages.money(step.net, 0),
                self.messages.money(step.each(), 2),
            ]
        });
        Worded { heads: keys.map(|key| self.text(key)).into(), rows: rows.collect() }
    }

    /// Means over all plans with each value of each axis.
    pub(super) fn effects(&self) -> Worded {
        let mut heads = vec![self.text("compare-axis"), self.text("compare-value")];
        heads.extend(EFFECTS.map(|column| self.name(column)));
        let mut rows = Vec::new();
        for axis in self.study.choices() {
            let spreads = EFFECTS.map(|column| of_one(self.study, axis, column));
            for (rank, label) in axis.labels.iter().enumerate() {
                let mut row = vec![axis.name.clone(), label.clone()];
                row.extend(EFFECTS.iter().zip(&spreads).map(|(column, spreads)| {
                    spreads[rank].map_or("–".to_owned(), |spread| {
                        let mean = self.figure(column, spread.mean);
                        let of_seeds =
                            spread.of_seeds.map(|ends| format!(" ({})", self.between(ends, column)));
                        mean + &of_seeds.unwrap_or_default()
                    })
                }));
                rows.push(row);
            }
        }
        Worded { heads, rows }
    }

    /// Choices over demand seeds.
    pub(super) fn robustness(&self) -> Worded {
        let mut heads = vec![self.text("robust-choice")];
        heads.extend(
            [
                "robust-seeds",
                "robust-best",
                "robust-median-objective",
                "robust-worst-objective",
                "robust-regret",
                "robust-median-net",
                "robust-median-share",
                "robust-worst-share",
            ]
            .map(|key| self.text(key)),
        );
        let seeds = self.study.seeds().map(|axis| axis.name.as_str()).unwrap_or_default();
        let axes: Vec<&str> =
            self.study.axes.iter().map(|axis| axis.name.as_str()).filter(|name| *name != seeds).collect();
        let rows = choices(self.study).into_iter().map(|choice| {
            let parts: Vec<String> =
                axes.iter().zip(&choice.at).map(|(axis, label)| format!("{axis} {label}")).collect();
            let money = |amount| self.messages.money(amount, 0);
            let percent = |share| self.messages.percent(share, 1);
            vec![
                parts.join(", "),
                self.messages.number(choice.n_seeds as f64, 0),
                self.messages.number(choice.n_best as f64, 0),
                money(choice.median_objective),
                money(choice.worst_objective),
                money(choice.worst_regret),
                money(choice.median_net),
                percent(choice.median_share),
                percent(choice.worst_share),
            ]
        });
        Worded { heads, rows: rows.collect() }
    }

    /// How often each commune hosts.
    pub(super) fn hosts(&self) -> Worded {
        let keys = ["diff-insee", "diff-commune", "hosts-plans", "hosts-cycles"];
        let n_plans = self.study.legal().count() as f64;
        let rows = hosts(self.study).into_iter().map(|host| {
            vec![
                host.insee,
                host.name,
                self.messages.percent(host.n_plans as f64 / n_plans, 0),
                self.messages.number(host.n_cycles as f64 / n_plans, 1),
            ]
        });
        Worded { heads: keys.map(|key| self.text(key)).into(), rows: rows.collect() }
    }

    /// A sentence on the number of differences of each certainty, and one on the plans that break rules.
    pub(super) fn caution(&self) -> String {
        let illegal = self.study.illegal();
        let count = |certainty| self.study.count(certainty).into();
        let variables = [
            ("proven", count(Certainty::Proven)),
            ("beyond", count(Certainty::BeyondNoise)),
            ("open", count(Certainty::WithinNoise)),
            ("others", (self.study.plans.len() - 1).into()),
            ("baseline", self.study.baseline().portrait.label.as_str().into()),
        ];
        let caution = self.messages.text("compare-caution", &variables);
        if illegal.is_empty() {
            return caution;
        }
        let variables = [("plans", illegal.len().into()), ("names", illegal.join(", ").into())];
        format!("{caution} {}", self.messages.text("compare-illegal", &variables))
    }

    /// Explanation of the verdicts; if searches were not repeated, how to repeat them.
    pub(super) fn meaning(&self) -> String {
        let are_repeated = self.study.plans.iter().any(|plan| LEAST_SEARCHES <= plan.searches.len());
        let more = if are_repeated { "compare-beyond-means" } else { "compare-beyond-needs" };
        let variables = [("searches", LEAST_SEARCHES.into())];
        let more = self.messages.text(more, &variables);
        format!("{} {more} {}", self.text("compare-proven-means"), self.text("compare-open-means"))
    }
}
