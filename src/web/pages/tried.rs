//! Trials of a project for display: each next to the plan from which it started.

use crate::app::projects::Project;
use crate::app::waiting::choices::Choices;
use crate::app::waiting::side::Side;
use crate::app::waiting::told;
use crate::app::waiting::trials::{End, Look, Stage};
use crate::messages::Messages;
use crate::web::visit::Visit;

/// The trials of a project.
#[derive(Debug, Default)]
pub(super) struct Tried {
    /// The trials, the latest first.
    pub(super) shown: Vec<Shown>,
    /// Figures of today's plan, for comparison.
    pub(super) today: Vec<String>,
    /// A note if another search alone can improve today's plan.
    pub(super) loose: String,
    /// The running or next trial; while there is one, this part of the page is polled.
    pub(super) at_work: Option<u64>,
    /// The notice that the trial seen running has ended.
    pub(super) news: String,
}

/// A trial.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) number: u64,
    /// What it tries.
    pub(super) what: String,
    /// Its state, if it has no figures; in paragraphs.
    pub(super) stage: Vec<String>,
    /// Figures of its plan, each with the difference from the plan from which it started; empty without a plan.
    pub(super) figures: Vec<[String; 2]>,
}

impl Tried {
    /// The trials now, for a reader who saw the trial `seen` running.
    pub(super) fn of(
        visit: &Visit,
        project: &Project,
        found: Option<(&Side, &Choices)>,
        seen: Option<u64>,
    ) -> Self {
        let Some((today, choices)) = found else { return Self::default() };
        let (looks, messages) = (visit.site.trials.looks(&project.folder), visit.messages());
        let is_over = |look: &&Look| matches!(look.stage, Stage::Over(_));
        let one = |look: &Look| one(look, choices, messages);
        let ended = looks.iter().filter(is_over).find(|look| Some(look.number) == seen);
        let news = ended.map(|look| {
            let what = told::trial(&look.trial, choices, messages);
            messages.text("waiting-over", &[("what", what.into())])
        });
        let loose = today.is_loose().then(|| messages.text("waiting-loose", &[]));
        Self {
            loose: loose.unwrap_or_default(),
            shown: looks.iter().rev().map(one).collect(),
            today: figures(today, messages).into(),
            at_work: looks.iter().find(|look| !is_over(look)).map(|look| look.number),
            news: news.unwrap_or_default(),
        }
    }
}

fn one(look: &Look, choices: &Choices, messages: &Messages) -> Shown {
    let plain = |key: &str| messages.text(key, &[]);
    let (stage, figures) = match &look.stage {
        Stage::Waits(before) => {
            (messages.text("planning-waits", &[("before", (*before).into())]), Vec::new())
        }
        Stage::Works => (plain("planning-searches"), Vec::new()),
        Stage::Over(end) => match &**end {
            End::Found { before, after } => (String::new(), beside(before, after, messages)),
            End::Wrong(wrong) => (told::wrong(wrong, messages), Vec::new()),
            End::NoPlan => (plain("waiting-no-plan"), Vec::new()),
            End::OurFault => (plain("planning-our-fault"), Vec::new()),
        },
    };
    Shown {
        number: look.number,
        what: told::trial(&look.trial, choices, messages),
        stage: stage.split("\n\n").filter(|words| !words.is_empty()).map(str::to_owned).collect(),
        figures,
    }
}

/// Figures of a plan, in the order of the table's columns.
fn figures(side: &Side, messages: &Messages) -> [String; 6] {
    let count = |number: usize| messages.number(number as f64, 0);
    let money = |amount: f64| messages.money(amount, 0);
    let served = [("served", count(side.served).into()), ("interested", count(side.interested).into())];
    let known = |figure: Option<String>| figure.unwrap_or_else(|| "–".to_owned());
    [
        messages.text("summary-served", &served),
        count(side.cycles),
        money(side.net),
        money(side.objective),
        known(side.bound.map(money)),
        known(side.gap().map(|gap| messages.percent(gap, 1))),
    ]
}

/// Figures of a plan, each with its difference from the other's if both are numbers.
fn beside(before: &Side, after: &Side, messages: &Messages) -> Vec<[String; 2]> {
    let counted = |before: usize, after: usize| messages.signed(after as i64 - before as i64);
    let money = |before: f64, after: f64| {
        let more = (after - before).round();
        let sign = if more > 0.0 { "+" } else { "" };
        sign.to_owned() + &messages.money(more, 0)
    };
    let differences = [
        counted(before.served, after.served),
        counted(before.cycles, after.cycles),
        money(before.net, after.net),
        money(before.objective, after.objective),
        String::new(),
        String::new(),
    ];
    figures(after, messages).into_iter().zip(differences).map(|(figure, more)| [figure, more]).collect()
}
