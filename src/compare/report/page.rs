//! A comparison as a single self-contained page, which opens from a USB stick: tables, front, effects, robustness, and two plans
//! on the map.

use super::tables::Worded;
use super::{Comparison, EFFECTS, maps};
use crate::compare::effects::{of_one, of_two};
use crate::compare::manifest::AxisEntry;
use crate::compare::pareto::front;
use crate::compare::study::Entry;
use crate::compare::verdict::Certainty;
use crate::output::grid::{Column, Grid, Value};
use crate::output::page::{Headline, Page, Section, figure, folded, page as written, paragraph, table};
use crate::output::svg::Words;
use crate::output::svg::effect::{Panel, Range, effects};
use crate::output::svg::frame::Axis;
use crate::output::svg::matrix::{Matrix, matrix};
use crate::output::svg::scatter::{Point, Standing, scatter};

/// The page as a file.
pub(super) fn page(comparison: &Comparison) -> Vec<u8> {
    let text = |key: &str| comparison.messages.text(key, &[]);
    let study = comparison.study;
    let mut sections = vec![plans(comparison), trade(comparison)];
    if study.choices().next().is_some() {
        sections.push(axes(comparison));
    }
    sections.push(robustness(comparison));
    sections.extend(pair(comparison));
    let whole = Page {
        title: text("compare-title"),
        subtitle: study.baseline().portrait.scenario.clone(),
        notice: if study.is_invented() { text("invented-notice") } else { String::new() },
        headlines: headlines(comparison),
        sections,
        footer: text("compare-footer"),
    };
    written(&whole, comparison.messages)
}

fn headlines(comparison: &Comparison) -> Vec<Headline> {
    let (study, messages) = (comparison.study, comparison.messages);
    let count = |count: usize| messages.number(count as f64, 0);
    let on_front = front(study, comparison.trade).into_iter().filter(|stands| *stands).count();
    let headline = |figure: String, key: &str| Headline {
        figure,
        label: messages.text(key, &[]),
        detail: String::new(),
    };
    vec![
        headline(count(study.plans.len()), "headline-plans"),
        headline(count(on_front), "headline-front"),
        headline(count(study.count(Certainty::Proven)), "headline-proven"),
        headline(count(study.count(Certainty::BeyondNoise)), "headline-beyond"),
        headline(count(study.count(Certainty::WithinNoise)), "headline-open"),
    ]
}

fn section(comparison: &Comparison, id: &str, lead: String, body: String) -> Section {
    let title = comparison.messages.text(&format!("compare-{id}"), &[]);
    Section { id: id.to_owned(), title, lead, body }
}

fn lead(comparison: &Comparison, id: &str) -> String {
    comparison.messages.text(&format!("compare-{id}-lead"), &[])
}

/// A cell that sorts by its numeric value.
fn cell(column: &str, value: Option<f64>) -> Value {
    Value::known(value, |value| match column {
        "gap" => Value::Decimal(value * 100.0, 2),
        "served_share" => Value::Decimal(value * 100.0, 1),
        "mean_travel_min" | "mean_wait_days" => Value::Decimal(value, 1),
        "net_per_participant" => Value::Decimal(value, 2),
        _ => Value::Decimal(value, 0),
    })
}

/// A heading with its unit, because cells contain bare figures.
fn heading(comparison: &Comparison, column: &str) -> String {
    let unit = match column {
        "gap" | "served_share" => "%",
        _ => crate::compare::columns::find(column).map_or("", |column| column.unit),
    };
    let name = comparison.name(column);
    if unit.is_empty() { name } else { format!("{name} ({unit})") }
}

fn plans(comparison: &Comparison) -> Section {
    let (study, text) = (comparison.study, |key: &str| comparison.messages.text(key, &[]));
    let differences = ["served", "net", "objective"];
    let mut titles = vec![text("compare-plan")];
    titles.extend(comparison.shown().map(|column| heading(comparison, column)));
    titles.extend(differences.map(|column| {
        comparison.messages.text("compare-difference", &[("indicator", heading(comparison, column).into())])
    }));
    titles.extend(["compare-reach", "compare-verdict", "compare-front"].map(text));
    let stands = front(study, comparison.trade);
    let row = |(position, plan): (usize, &Entry)| {
        let mut row = vec![Value::Text(plan.portrait.label.clone())];
        row.extend(comparison.shown().map(|column| cell(column, plan.number(column))));
        row.extend(differences.map(|column| {
            let both = plan.number(column).zip(study.baseline().number(column));
            Value::known(both, |(own, other)| Value::Decimal(own - other, 0))
        }));
        row.push(Value::Text(comparison.reach(plan, "objective")));
        let is_baseline = position == study.baseline;
        let verdict = if is_baseline { text("compare-baseline") } else { comparison.verdict(plan) };
        row.push(Value::Text(verdict));
        row.push(Value::Text(comparison.standing(plan, stands[position])));
        row
    };
    let grid = Grid {
        title: text("compare-plans"),
        columns: titles.into_iter().map(|title| Column { title, width: 12.0 }).collect(),
        rows: study.plans.iter().enumerate().map(row).collect(),
        total: None,
    };
    let estimated = study.plans.iter().any(Entry::is_estimated);
    let estimated = if estimated { paragraph(&text("compare-estimated")) } else { String::new() };
    let body = paragraph(&comparison.caution())
        + &paragraph(&comparison.meaning())
        + &estimated
        + &table("plans-table", "plans", &grid, comparison.messages);
    section(comparison, "plans", lead(comparison, "plans"), body)
}

/// The front, and the cost of the next resident along it.
fn trade(comparison: &Comparison) -> Section {
    let (study, messages, trade) = (comparison.study, comparison.messages, comparison.trade);
    let stands = front(study, trade);
    let point = |(position, plan): (usize, &Entry)| {
        let plan = Some(plan).filter(|plan| plan.is_legal())?;
        let at = (plan.number(&trade.x)?, plan.number(&trade.y)?);
        let standing = match (position == study.baseline, stands[position]) {
            (true, _) => Standing::Baseline,
            (false, true) => Standing::Front,
            (false, false) => Standing::Dominated,
        };
        let hint = format!(
            "{}: {} {}, {} {}",
            plan.portrait.label,
            comparison.name(&trade.x),
            comparison.figure(&trade.x, at.0),
            comparison.name(&trade.y),
            comparison.figure(&trade.y, at.1)
        );
        let ends = |column: &str, own: f64| plan.reach(column).map_or((own, own), |it| (it.low, it.high));
        let reach = Some([ends(&trade.x, at.0), ends(&trade.y, at.1)]);
        Some(Point { at, standing, is_on_front: stands[position], reach, hint })
    };
    let points: Vec<Point> = study.plans.iter().enumerate().filter_map(point).collect();
    let [x_title, y_title] = [&trade.x, &trade.y].map(|column| comparison.name(column));
    let x_words = |value: f64| comparison.figure(&trade.x, value);
    let y_words = |value: f64| comparison.figure(&trade.y, value);
    let words = drawing(comparison, "front", &[]);
    let drawn = scatter(
        &words,
        &points,
        &Axis { title: &x_title, worded: &x_words },
        &Axis { title: &y_title, worded: &y_words },
    );
    let mut body = figure(&drawn, &words.description, false);
    let steps = comparison.steps();
    if steps.rows.is_empty() {
        body.push_str(&paragraph(&messages.text("compare-no-steps", &[])));
    } else {
        body.push_str(&paragraph(&lead(comparison, "steps")));
        body.push_str(&sheet(comparison, "steps", "compare-steps", steps));
    }
    section(comparison, "trade", lead(comparison, "trade"), body)
}

/// The id, title and description of a chart.
fn drawing(comparison: &Comparison, id: &str, parts: &[&str]) -> Words {
    let messages = comparison.messages;
    let mut whole = vec![format!("drawing-{id}")];
    whole.extend(parts.iter().map(|part| part.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")));
    let variables = [("what", parts.join(" × ").into())];
    Words {
        id: whole.join("-"),
        title: messages.text(&format!("drawing-{id}"), &variables),
        description: messages.text(&format!("drawing-{id}-says"), &variables),
    }
}

/// A table of text as a table of the page.
fn sheet(comparison: &Comparison, id: &str, title: &str, worded: Worded) -> String {
    let grid = Grid {
        title: comparison.messages.text(title, &[]),
        columns: worded.heads.into_iter().map(|title| Column { title, width: 12.0 }).collect(),
        rows: worded.rows.into_iter().map(|row| row.into_iter().map(Value::Text).collect()).collect(),
        total: None,
    };
    table(&format!("{id}-table"), id, &grid, comparison.messages)
}

/// The effects of each axis, then of each pair of axes.
fn axes(comparison: &Comparison) -> Section {
    let study = comparison.study;
    let axes: Vec<&AxisEntry> = study.choices().collect();
    let mut body = String::new();
    for axis in &axes {
        body.push_str(&one_axis(comparison, axis));
    }
    for (rank, rows) in axes.iter().enumerate() {
        for columns in &axes[rank + 1..] {
            let drawn = ["net", "served"].map(|column| two_axes(comparison, rows, columns, column));
            body.push_str(&pair_of(&drawn));
        }
    }
    body.push_str(&sheet(comparison, "effects", "compare-effects", comparison.effects()));
    section(comparison, "effects", lead(comparison, "effects"), body)
}

fn one_axis(comparison: &Comparison, axis: &AxisEntry) -> String {
    let worded = EFFECTS.map(|column| move |value: f64| comparison.figure(column, value));
    let panels: Vec<Panel> = EFFECTS
        .iter()
        .zip(&worded)
        .map(|(column, worded)| {
            let spreads = of_one(comparison.study, axis, column);
            let range = |(label, spread): (&String, Option<crate::compare::effects::Spread>)| {
                let spread = spread?;
                let hint = format!(
                    "{label}: {} ({} – {})",
                    worded(spread.mean),
                    worded(spread.low),
                    worded(spread.high)
                );
                Some(Range {
                    label: label.clone(),
                    mean: spread.mean,
                    low: spread.low,
                    high: spread.high,
                    of_seeds: spread.of_seeds,
                    hint,
                })
            };
            Panel {
                title: comparison.name(column),
                values: axis.labels.iter().zip(spreads).filter_map(range).collect(),
                worded,
            }
        })
        .collect();
    let words = drawing(comparison, "effect", &[&axis.name]);
    figure(&effects(&words, &panels), &words.description, false)
}

fn two_axes(comparison: &Comparison, rows: &AxisEntry, columns: &AxisEntry, column: &str) -> String {
    let name = comparison.name(column);
    let words = drawing(comparison, "matrix", &[&name, &rows.name, &columns.name]);
    let cells = of_two(comparison.study, rows, columns, column);
    let worded =
        |spread: crate::compare::effects::Spread| (spread.mean, comparison.figure(column, spread.mean));
    let drawn = matrix(
        &words,
        &Matrix {
            corner: format!("{} ↓  {} →", rows.name, columns.name),
            rows: rows.labels.clone(),
            columns: columns.labels.clone(),
            cells: cells
                .into_iter()
                .map(|row| row.into_iter().map(|cell| cell.map(worded)).collect())
                .collect(),
        },
    );
    figure(&drawn, &words.title, false)
}

/// Figures side by side if there is room.
fn pair_of(figures: &[String]) -> String {
    format!("<div class=\"pair\">{}</div>", figures.concat())
}

fn robustness(comparison: &Comparison) -> Section {
    let robust = comparison.robustness();
    let mut body = if robust.rows.is_empty() {
        paragraph(&comparison.messages.text("compare-no-seeds", &[]))
    } else {
        sheet(comparison, "robustness", "compare-robustness", robust)
    };
    let hosts = sheet(comparison, "hosts", "compare-hosts", comparison.hosts());
    body.push_str(&paragraph(&lead(comparison, "hosts")));
    body.push_str(&folded(&comparison.messages.text("compare-hosts", &[]), &hosts));
    section(comparison, "robustness", lead(comparison, "robustness"), body)
}

/// Two plans on maps, and their difference.
fn pair(comparison: &Comparison) -> Option<Section> {
    let (one, other) = comparison.pair?;
    let plans = [&comparison.study.plans[one], &comparison.study.plans[other]];
    let mut drawn: Vec<String> = plans
        .iter()
        .enumerate()
        .map(|(rank, plan)| {
            let name = plan.portrait.label.as_str();
            let mut words = drawing(comparison, "map", &[name]);
            words.id = format!("map-{rank}");
            figure(&maps::of_plan(comparison, &plan.portrait, &words), &words.title, false)
        })
        .collect();
    let names = plans.map(|plan| plan.portrait.label.as_str());
    let mut words = drawing(comparison, "difference", &names);
    "map-difference".clone_into(&mut words.id);
    let difference = maps::difference(comparison, &plans[0].portrait, &plans[1].portrait, &words);
    let text = |key: &str| comparison.messages.text(key, &[]);
    let key = crate::output::page::key(&[
        ("s4".to_owned(), text("difference-more")),
        ("chosen".to_owned(), text("difference-fewer")),
        ("plain".to_owned(), text("difference-same")),
    ]);
    let diff = crate::compare::diff::diff(&plans[0].portrait, &plans[1].portrait);
    let words_of_diff = crate::compare::diff::words(&diff, comparison.messages);
    drawn.push(figure(&difference, &words.description, false));
    let body = pair_of(&drawn)
        + &key
        + &folded(&text("difference-words"), &format!("<pre>{}</pre>", escaped(&words_of_diff)));
    Some(section(comparison, "pair", lead(comparison, "pair"), body))
}

/// A text escaped for HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
