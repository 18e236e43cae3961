//! A comparison as tables for spreadsheets and programs; their headers are the same in both languages.

use super::{Comparison, EFFECTS};
use crate::compare::columns::{COLUMNS, Kind};
use crate::compare::effects::{of_one, of_two};
use crate::compare::pareto::{front, steps as steps_of};
use crate::compare::robustness::{choices, hosts as hosts_of};
use crate::compare::study::Proven;
use crate::output::table::{Cell, Table};

/// Name of what is proven, in files.
pub(super) const fn proven(proven: Proven) -> &'static str {
    match proven {
        Proven::Lower => "lower",
        Proven::Higher => "higher",
        Proven::Not => "not_proven",
    }
}

/// A row for each plan: axes, indicators, differences to the baseline.
pub(super) fn plans(comparison: &Comparison) -> Table {
    let Comparison { study, trade, .. } = comparison;
    let mut header = vec!["plan".to_owned()];
    header.extend(study.axes.iter().map(|axis| axis.name.clone()));
    header.extend(COLUMNS.iter().map(|column| column.name.to_owned()));
    let differences = ["served", "net", "objective"];
    header.extend(differences.map(|column| format!("{column}_difference")));
    header.extend(["is_baseline", "on_front", "best_plan_against_baseline", "is_legal"].map(str::to_owned));
    let stands = front(study, trade);
    let baseline = study.baseline();
    let row = |(position, plan): (usize, &crate::compare::study::Entry)| {
        let mut row: Vec<Cell> = vec![plan.portrait.label.as_str().into()];
        row.extend(study.axes.iter().map(|axis| value(plan.at.get(&axis.name).map_or("", String::as_str))));
        row.extend(COLUMNS.iter().map(|column| match (plan.text(column.name), column.kind) {
            ("", _) => Cell::Empty,
            (text, Kind::Text) => text.into(),
            (text, _) => Cell::Number(text.to_owned()),
        }));
        row.extend(differences.map(|column| {
            let both = plan.number(column).zip(baseline.number(column));
            Cell::known(both, |(own, other)| Cell::rounded(own - other, 2))
        }));
        row.push(Cell::yes_no(position == study.baseline));
        row.push(Cell::yes_no(stands[position]));
        row.push(proven(plan.against(baseline)).into());
        row.push(Cell::yes_no(plan.is_legal()));
        row
    };
    let rows = study.plans.iter().enumerate().map(row).collect();
    Table::with_columns(header, rows)
}

/// A label of an axis, as a number where it is one.
fn value(label: &str) -> Cell {
    match label.parse::<f64>() {
        Ok(number) if number.is_finite() => Cell::Number(label.to_owned()),
        _ if label.is_empty() => Cell::Empty,
        _ => label.into(),
    }
}

/// A row for each step along the front of net cost against residents served.
pub(super) fn steps(comparison: &Comparison) -> Table {
    let study = comparison.study;
    let mut table = Table::new(&["from", "to", "residents_more", "net_more", "net_for_each"]);
    for step in steps_of(study) {
        let label = |position: usize| Cell::from(study.plans[position].portrait.label.as_str());
        table.push([
            label(step.from),
            label(step.to),
            Cell::rounded(step.residents, 0),
            Cell::rounded(step.net, 2),
            Cell::rounded(step.each(), 2),
        ]);
    }
    table
}

/// A row for each value of each axis and each pair of values of two axes, and each indicator.
pub(super) fn effects(comparison: &Comparison) -> Table {
    let study = comparison.study;
    let mut table = Table::new(&[
        "axis",
        "value",
        "other_axis",
        "other_value",
        "indicator",
        "plans",
        "mean",
        "low",
        "high",
    ]);
    let axes: Vec<_> = study.choices().collect();
    for column in EFFECTS {
        for (rank, axis) in axes.iter().enumerate() {
            for (label, spread) in axis.labels.iter().zip(of_one(study, axis, column)) {
                let Some(spread) = spread else { continue };
                let [mean, low, high] =
                    [spread.mean, spread.low, spread.high].map(|value| Cell::rounded(value, 2));
                let own: [Cell; 2] = [axis.name.as_str().into(), value(label)];
                let [name, label] = own;
                let count = spread.n_plans.into();
                table.push([name, label, Cell::Empty, Cell::Empty, column.into(), count, mean, low, high]);
            }
            for other in &axes[rank + 1..] {
                for (label, row) in axis.labels.iter().zip(of_two(study, axis, other, column)) {
                    for (other_label, spread) in other.labels.iter().zip(row) {
                        let Some(spread) = spread else { continue };
                        let [mean, low, high] =
                            [spread.mean, spread.low, spread.high].map(|value| Cell::rounded(value, 2));
                        table.push([
                            axis.name.as_str().into(),
                            value(label),
                            other.name.as_str().into(),
                            value(other_label),
                            column.into(),
                            spread.n_plans.into(),
                            mean,
                            low,
                            high,
                        ]);
                    }
                }
            }
        }
    }
    table
}

/// A row for each choice that was planned for several demand seeds.
pub(super) fn robustness(comparison: &Comparison) -> Table {
    let study = comparison.study;
    let seeds = study.seeds().map(|axis| axis.name.clone()).unwrap_or_default();
    let axes = study.axes.iter().filter(|axis| axis.name != seeds);
    let mut header: Vec<String> = axes.map(|axis| axis.name.clone()).collect();
    let figures = [
        "seeds",
        "median_objective",
        "worst_objective",
        "worst_regret",
        "median_net",
        "worst_net",
        "median_served_share",
        "worst_served_share",
    ];
    header.extend(figures.map(str::to_owned));
    let rows = choices(study).into_iter().map(|choice| {
        let mut row: Vec<Cell> = choice.at.iter().map(|label| value(label)).collect();
        row.push(choice.n_seeds.into());
        let euros = [
            choice.median_objective,
            choice.worst_objective,
            choice.worst_regret,
            choice.median_net,
            choice.worst_net,
        ];
        row.extend(euros.map(|amount| Cell::rounded(amount, 2)));
        row.extend([choice.median_share, choice.worst_share].map(|share| Cell::rounded(share, 4)));
        row
    });
    Table::with_columns(header, rows.collect())
}

/// A row for each commune that hosts in some plan.
pub(super) fn hosts(comparison: &Comparison) -> Table {
    let study = comparison.study;
    let mut table = Table::new(&["insee", "commune", "plans_hosting", "share_of_plans", "cycles_per_plan"]);
    let n_plans = study.legal().count() as f64;
    for host in hosts_of(study) {
        table.push([
            host.insee.as_str().into(),
            host.name.as_str().into(),
            host.n_plans.into(),
            Cell::rounded(host.n_plans as f64 / n_plans, 4),
            Cell::rounded(host.n_cycles as f64 / n_plans, 2),
        ]);
    }
    table
}
