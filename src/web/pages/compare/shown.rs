//! The page: the chosen plans side by side, and the batches below.

use axum::extract::Query;

use super::batches::Shown;
use crate::app::comparing::candidates::{Candidate, candidates};
use crate::app::comparing::order::{Axis, MOST_VARIANTS};
use crate::app::comparing::side::{MOST, Sides, sides};
use crate::app::projects::Project;
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::pages::searches::amounts;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

#[derive(askama::Template)]
#[template(path = "compare/page.html", config = "src/web/askama.toml")]
struct ComparePage<'a> {
    layout: Layout<'a>,
    home: String,
    /// The project's own plans, then the variants of each batch under its title.
    groups: Vec<Group>,
    /// A note on the choice.
    choice: String,
    sides: Sides,
    axes: Vec<[String; 3]>,
    efforts: Vec<[String; 3]>,
    most: String,
    shown: Shown,
}

/// Plans to choose from.
struct Group {
    /// Empty for the project's own.
    title: String,
    is_open: bool,
    choices: Vec<Choice>,
}

/// A plan to choose.
struct Choice {
    name: String,
    label: String,
    written: String,
    is_chosen: bool,
    is_base: bool,
}

/// The query: the chosen plans, and the base with which they are compared.
#[derive(Debug, Default)]
struct Asked {
    plans: Vec<String>,
    base: Option<String>,
}

impl Asked {
    fn of(fields: Vec<(String, String)>) -> Self {
        let mut asked = Self::default();
        for (name, text) in fields {
            match name.as_str() {
                "plan" => asked.plans.push(text),
                "base" => asked.base = Some(text),
                _ => {}
            }
        }
        asked
    }

    /// The chosen plans, the base first; without a query, the project's two latest plans.
    fn among<'a>(&self, all: &'a [Candidate]) -> Vec<&'a Candidate> {
        let is_asked =
            |plan: &&Candidate| self.plans.contains(&plan.name) || self.base.as_ref() == Some(&plan.name);
        let mut chosen: Vec<&Candidate> = if self.plans.is_empty() && self.base.is_none() {
            all.iter().filter(|plan| plan.batch.is_none()).take(2).collect()
        } else {
            all.iter().filter(is_asked).collect()
        };
        let base = chosen.iter().position(|plan| self.base.as_ref() == Some(&plan.name));
        // By default the base is the earliest plan.
        let base = base.or(chosen.len().checked_sub(1));
        if let Some(base) = base {
            chosen[..=base].rotate_right(1);
        }
        chosen
    }
}

/// Plans side by side, and batches.
pub(super) async fn shown(
    visit: Visit,
    InProject(project): InProject,
    Query(fields): Query<Vec<(String, String)>>,
) -> Answer {
    visit.work(move |visit| compared(visit, &project, &Asked::of(fields))).await?
}

fn compared(visit: &Visit, project: &Project, asked: &Asked) -> Answer {
    let messages = visit.messages();
    let all = candidates(project, messages);
    let chosen = asked.among(&all);
    let choice = match (all.len(), chosen.len()) {
        (0, _) => messages.text("web-compare-no-plan", &[]),
        (1, _) => messages.text("web-compare-one-plan", &[]),
        (_, number) if number > MOST => messages.text("web-compare-most", &[("most", MOST.into())]),
        (_, number) if number < 2 => messages.text("web-compare-too-few", &[]),
        _ => String::new(),
    };
    let sides = if choice.is_empty() {
        sides(&chosen.iter().map(|&plan| plan.clone()).collect::<Vec<_>>(), messages)
    } else {
        Sides::default()
    };
    page(&ComparePage {
        layout: visit.layout(&messages.text("web-compare-title", &[])).of(&project.name, Tab::Compare),
        home: format!("{}/compare", address(&project.name)),
        groups: groups(&all, &chosen, messages),
        choice,
        sides,
        axes: axes(messages),
        efforts: amounts(messages),
        most: messages.text("web-compare-batch-most", &[("most", MOST_VARIANTS.into())]),
        shown: Shown::of(visit, project, None),
    })
}

fn groups(all: &[Candidate], chosen: &[&Candidate], messages: &Messages) -> Vec<Group> {
    let mut groups: Vec<(Option<u32>, Vec<Choice>)> = Vec::new();
    for plan in all {
        let choice = Choice {
            name: plan.name.clone(),
            label: plan.label.clone(),
            written: plan.written.map(|written| messages.date(written.date())).unwrap_or_default(),
            is_chosen: chosen.iter().any(|one| one.name == plan.name),
            is_base: chosen.first().is_some_and(|base| base.name == plan.name),
        };
        match groups.last_mut().filter(|(batch, _)| *batch == plan.batch) {
            Some((_, choices)) => choices.push(choice),
            None => groups.push((plan.batch, vec![choice])),
        }
    }
    let title = |batch: Option<u32>| match batch {
        None => String::new(),
        Some(number) => messages.text("web-compare-batch", &[("number", number.to_string().into())]),
    };
    let group = |(batch, choices): (Option<u32>, Vec<Choice>)| {
        let is_open = choices.iter().any(|choice| choice.is_chosen);
        Group { title: title(batch), is_open, choices }
    };
    groups.into_iter().map(group).collect()
}

/// Name, label and example of each axis.
fn axes(messages: &Messages) -> Vec<[String; 3]> {
    let axis = |axis: Axis| {
        let text = |what: &str| messages.text(&format!("web-compare-{what}-{}", axis.name()), &[]);
        [axis.name().to_owned(), text("axis"), text("how")]
    };
    Axis::ALL.into_iter().map(axis).collect()
}
