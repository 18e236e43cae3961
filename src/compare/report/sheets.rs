//! A comparison as tables for spreadsheets and programs; their headers are the same in both languages.

use super::{Comparison, EFFECTS};
use crate::compare::columns::{COLUMNS, Figure};
use crate::compare::effects::{Spread, of_one, of_two};
use crate::compare::pareto::{front, steps as steps_of};
use crate::compare::robustness::{choices, hosts as hosts_of};
use crate::compare::searches::Reach;
use crate::compare::study::Entry;
use crate::compare::verdict::{Certainty, Direction};
use crate::output::table::{Cell, Table};

/// Indicators for which the difference from the baseline and the range over searches are written.
const DIFFERENCES: [&str; 3] = ["served", "net", "objective"];

/// A row for each plan: axes, indicators, differences to the baseline.
pub(super) fn plans(comparison: &Comparison) -> Table {
    let Comparison { study, trade, .. } = comparison;
    let mut header = vec!["plan".to_owned()];
    header.extend(study.axes.iter().map(|axis| axis.name.clone()));
    header.extend(COLUMNS.iter().map(|column| column.name.to_owned()));
    header.extend(DIFFERENCES.map(|column| format!("{column}_difference")));
    header
        .extend(["is_baseline", "on_front", "is_legal", "against_baseline", "certainty"].map(str::to_owned));
    header.push("searches".to_owned());
    header.extend(
        DIFFERENCES.iter().flat_map(|column| REACH.iter().map(move |part| format!("{column}_{part}"))),
    );
    let stands = front(study, trade);
    let row = |(position, plan): (usize, &Entry)| {
        let mut row: Vec<Cell> = vec![plan.portrait.label.as_str().into()];
        row.extend(study.axes.iter().map(|axis| value(plan.at.get(&axis.name).map_or("", String::as_str))));
        row.extend(COLUMNS.iter().map(|column| cell(plan.figure(column.name))));
        row.extend(against(comparison, plan, position, stands[position]));
        row.push(plan.searches.len().max(1).into());
        row.extend(DIFFERENCES.iter().flat_map(|column| reach(plan.reach(column))));
        row
    };
    let rows = study.plans.iter().enumerate().map(row).collect();
    Table::with_columns(header, rows)
}

/// Suffixes of the columns for a figure's range over the searches of a scenario.
const REACH: [&str; 3] = ["low", "median", "high"];

fn reach(reach: Option<Reach>) -> [Cell; 3] {
    let known = |value: fn(&Reach) -> f64| Cell::known(reach, |reach| Cell::rounded(value(&reach), 2));
    [known(|reach| reach.low), known(|reach| reach.median), known(|reach| reach.high)]
}

fn cell(figure: &Figure) -> Cell {
    match figure {
        Figure::Unknown => Cell::Empty,
        Figure::Text(text) if text.is_empty() => Cell::Empty,
        Figure::Text(text) => text.as_str().into(),
        Figure::Number(..) => Cell::Number(figure.text()),
    }
}

/// A plan compared with the baseline: differences, whether it is on the front and legal, direction and certainty.
fn against(comparison: &Comparison, plan: &Entry, position: usize, stands: bool) -> Vec<Cell> {
    let study = comparison.study;
    let difference = |column: &str| {
        let both = plan.number(column).zip(study.baseline().number(column));
        Cell::known(both, |(own, other)| Cell::rounded(own - other, 2))
    };
    let mut cells: Vec<Cell> = DIFFERENCES.map(difference).into();
    cells.push(Cell::yes_no(position == study.baseline));
    cells.push(Cell::yes_no(stands));
    cells.push(Cell::yes_no(plan.is_legal()));
    let verdict = (position != study.baseline).then(|| plan.against(study.baseline()));
    let direction = verdict.and_then(|verdict| verdict.direction);
    cells.push(Cell::known(direction, |direction: Direction| direction.name().into()));
    cells.push(Cell::known(verdict.map(|verdict| verdict.certainty), |certainty: Certainty| {
        certainty.name().into()
    }));
    cells
}

/// A label of an axis, as a number if it is one.
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
        "mean_of_seeds_low",
        "mean_of_seeds_high",
    ]);
    let axes: Vec<_> = study.choices().collect();
    for column in EFFECTS {
        for (rank, axis) in axes.iter().enumerate() {
            for (label, spread) in axis.labels.iter().zip(of_one(study, axis, column)) {
                let at = [axis.name.as_str().into(), value(label), Cell::Empty, Cell::Empty];
                if let Some(row) = effect(at, column, spread) {
                    table.push(row);
                }
            }
            for other in &axes[rank + 1..] {
                for (label, row) in axis.labels.iter().zip(of_two(study, axis, other, column)) {
                    for (other_label, spread) in other.labels.iter().zip(row) {
                        let of_other = [other.name.as_str().into(), value(other_label)];
                        let [name, other_value] = of_other;
                        let at = [axis.name.as_str().into(), value(label), name, other_value];
                        if let Some(row) = effect(at, column, spread) {
                            table.push(row);
                        }
                    }
                }
            }
        }
    }
    table
}

/// The row of an indicator over the plans with the values `at`; `None` if there is no plan.
fn effect(at: [Cell; 4], column: &str, spread: Option<Spread>) -> Option<[Cell; 11]> {
    let spread = spread?;
    let [axis, own, other_axis, other] = at;
    let euros = |value: f64| Cell::rounded(value, 2);
    let of_seeds = |end: fn((f64, f64)) -> f64| Cell::known(spread.of_seeds, |ends| euros(end(ends)));
    Some([
        axis,
        own,
        other_axis,
        other,
        column.into(),
        spread.n_plans.into(),
        euros(spread.mean),
        euros(spread.low),
        euros(spread.high),
        of_seeds(|ends| ends.0),
        of_seeds(|ends| ends.1),
    ])
}

/// A row for each choice planned for several demand seeds.
pub(super) fn robustness(comparison: &Comparison) -> Table {
    let study = comparison.study;
    let seeds = study.seeds().map(|axis| axis.name.clone()).unwrap_or_default();
    let axes = study.axes.iter().filter(|axis| axis.name != seeds);
    let mut header: Vec<String> = axes.map(|axis| axis.name.clone()).collect();
    let figures = [
        "seeds",
        "best_beyond_noise",
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
        row.push(choice.n_best.into());
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
