//! Searches of a project for display.

use crate::app::planning::board::Heard;
use crate::app::planning::order::Amount;
use crate::app::planning::{Look, Stage, drawings, told};
use crate::messages::Messages;

/// The searches of a project.
#[derive(Debug, Default)]
pub(super) struct Searches {
    /// Queued and running searches, then the last one that ended; the running one first.
    pub(super) shown: Vec<Shown>,
    /// The running or next search; while there is one, this part of the page is polled.
    pub(super) at_work: Option<u64>,
    /// The notice that the search seen running has ended.
    pub(super) news: String,
}

/// A search.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) number: u64,
    /// The request.
    pub(super) asked: String,
    /// Its state or its result, in paragraphs.
    pub(super) stage: Vec<String>,
    /// `good`, `bad` or `plain`.
    pub(super) kind: &'static str,
    /// Label of its button, if it can be stopped.
    pub(super) stop: Option<&'static str>,
    /// Label and figure.
    pub(super) figures: Vec<[String; 2]>,
    pub(super) drawings: Option<[String; 2]>,
}

impl Searches {
    /// The searches now, for a reader who saw the search `seen` running.
    pub(super) fn of(looks: &[Look], seen: Option<u64>, messages: &Messages) -> Self {
        let is_over = |look: &&Look| look.end().is_some();
        let (over, others): (Vec<&Look>, Vec<&Look>) = looks.iter().partition(is_over);
        let mut shown: Vec<Shown> = others.iter().map(|look| one(look, messages)).collect();
        shown.extend(over.last().map(|look| one(look, messages)));
        let ended = over.iter().find(|look| Some(look.number) == seen);
        Self {
            shown,
            at_work: others.first().map(|look| look.number),
            news: ended.map(|look| told::stage(&look.stage, messages)).unwrap_or_default(),
        }
    }
}

fn one(look: &Look, messages: &Messages) -> Shown {
    let words = told::stage(&look.stage, messages);
    let (kind, stop) = match &look.stage {
        Stage::Waits(_) => ("plain", Some("planning-leave")),
        Stage::Reads | Stage::Searches { is_stopping: false } => ("plain", Some("planning-stop")),
        Stage::Searches { is_stopping: true } | Stage::Writes => ("plain", None),
        Stage::Over(end) if end.is_good() => ("good", None),
        Stage::Over(_) => ("bad", None),
    };
    Shown {
        number: look.number,
        asked: told::amount(look.order.amount, messages),
        stage: words.split("\n\n").map(str::to_owned).collect(),
        kind,
        stop,
        figures: figures(&look.heard, messages),
        drawings: drawings(&look.heard, messages),
    }
}

fn figures(heard: &Heard, messages: &Messages) -> Vec<[String; 2]> {
    let Some(cycles) = heard.cycles else { return Vec::new() };
    let known = |figure: Option<String>| figure.unwrap_or_else(|| "–".to_owned());
    let money = |amount: f64| messages.money(amount, 0);
    let time = told::duration(heard.seconds, messages);
    let limit = heard.limit_s.map(|limit| told::duration(limit, messages));
    let time = limit.map_or(time.clone(), |limit| {
        messages.text("planning-time-of", &[("time", time.into()), ("limit", limit.into())])
    });
    let count = |number: usize| messages.number(number as f64, 0);
    let served = [("served", count(heard.served).into()), ("interested", count(heard.residents).into())];
    let rows = [
        ("planning-objective", known(heard.objective().map(money))),
        ("planning-bound", known(heard.bound().map(money))),
        ("planning-gap", known(heard.gap().map(|gap| messages.percent(gap, 2)))),
        ("label-served", messages.text("summary-served", &served)),
        ("label-cycles", count(cycles)),
        ("planning-time", time),
    ];
    rows.map(|(key, figure)| [messages.text(key, &[]), figure]).into()
}

/// The named amounts of search: the name, its label, and its purpose.
pub(super) fn amounts(messages: &Messages) -> Vec<[String; 3]> {
    let row = |amount: Amount| {
        let key = format!("planning-choice-{amount}");
        [amount.to_string(), messages.text(&key, &[]), messages.text(&format!("{key}-how"), &[])]
    };
    Amount::words().into_iter().map(row).collect()
}
