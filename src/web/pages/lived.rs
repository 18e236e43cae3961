//! The state of an announced plan, and the effects of an event, for display.

use std::path::Path;

use axum::http::StatusCode;

use super::standing::plan_words;
use crate::app::amend::shown::{changes_in_words, price};
use crate::app::amend::words::words;
use crate::app::amend::wrong::Wrong;
use crate::app::amend::{Failure, Proposal};
use crate::app::announce::history::row;
use crate::app::edit::told::Broken;
use crate::app::life::ways::Ways;
use crate::app::life::{Bill, Life};
use crate::app::projects::Project;
use crate::app::{life, told};
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::visit::Visit;

/// The state of the plan.
#[derive(Debug)]
pub(super) struct Lived {
    /// The first day on which the plan can change, for a form; empty if nothing is announced.
    pub(super) today: String,
    /// The first and last day of the season, for forms.
    pub(super) season: [String; 2],
    /// The last plan, in words; empty if there is none.
    pub(super) plan: String,
    /// That it breaks rules or cannot be read with today's data, in words; empty if it is sound.
    pub(super) unsound: String,
    /// The changes of which people must be told: label and number.
    pub(super) bill: Vec<[String; 2]>,
    /// Everyone who must be told.
    pub(super) rows: Vec<[String; 6]>,
    /// Announcements, the latest first.
    pub(super) history: Vec<[String; 8]>,
    pub(super) trainers: Vec<[String; 2]>,
    pub(super) rooms: Vec<[String; 2]>,
    /// Cycles that continue, and whether each is chosen.
    pub(super) cycles: Vec<([String; 2], bool)>,
    /// The possible changes of the chosen cycle.
    pub(super) ways: Option<Ways>,
}

impl Lived {
    pub(super) fn of(life: &Life, messages: &Messages) -> Self {
        let named = |[id, name]: &[String; 2]| [id.clone(), format!("{name} ({id})")];
        let is_chosen = |id: &str| life.ways.as_ref().is_some_and(|ways| ways.cycle == id);
        Self {
            today: life.today.map(|today| today.to_string()).unwrap_or_default(),
            season: [life.season.0.to_string(), life.season.1.to_string()],
            plan: life.plan.as_ref().map(|plan| plan_words(plan, messages)).unwrap_or_default(),
            unsound: unsound(life, messages),
            bill: life.bill.as_ref().map(|bill| figures(bill, messages)).unwrap_or_default(),
            rows: life.bill.as_ref().map(|bill| bill.rows.clone()).unwrap_or_default(),
            history: life.history.announcements.iter().rev().map(|label| row(label, messages)).collect(),
            trainers: life.trainers.iter().map(named).collect(),
            rooms: life.rooms.clone(),
            cycles: life.cycles.iter().map(|one| (one.clone(), is_chosen(&one[0]))).collect(),
            ways: life.ways.clone(),
        }
    }
}

fn unsound(life: &Life, messages: &Messages) -> String {
    match (&life.plan, life.broken) {
        (None, _) | (_, Some(0)) => String::new(),
        (_, Some(count)) => messages.text("life-unsound", &[("count", count.into())]),
        (_, None) => messages.text("life-unreadable", &[]),
    }
}

fn figures(bill: &Bill, messages: &Messages) -> Vec<[String; 2]> {
    let count = |number: usize| messages.number(number as f64, 0);
    let rows = [
        ("label-calls", count(bill.calls)),
        ("label-notices", count(bill.notices)),
        ("label-stand-ins", count(bill.stand_ins)),
        ("label-changes", messages.euros(bill.cost)),
    ];
    rows.map(|(key, figure)| [messages.text(key, &[]), figure]).into()
}

/// The effects of an event.
#[derive(Debug, Default)]
pub(super) struct Proposed {
    /// The changes, one line each.
    pub(super) changes: Vec<String>,
    /// Whether the plan afterwards keeps every rule; in paragraphs.
    pub(super) verdict: Vec<String>,
    /// The rules that it breaks.
    pub(super) broken: Vec<Broken>,
    /// `good`, `warn` or `bad`.
    pub(super) kind: &'static str,
    /// Name, before, after, difference.
    pub(super) price: Vec<[String; 4]>,
    /// The token that accepts it; empty if it cannot be accepted.
    pub(super) mark: String,
}

impl Proposed {
    /// The effects of the event recorded in a project; `None` if there is no event.
    pub(super) fn of(visit: &Visit, project: &Project) -> Option<Self> {
        let messages = visit.messages();
        let sent = visit.site.proposals.sent(&project.folder);
        let shown = |path: &Path| match &sent {
            Some((held, name)) if held == path => name.clone(),
            _ => path.strip_prefix(&project.folder).unwrap_or(path).display().to_string(),
        };
        Some(match visit.site.proposals.look(project)? {
            Ok((proposal, mark)) => Self::found(&proposal, mark, messages, shown),
            Err(failure) => {
                let mut words = wrong(&failure, messages);
                if let Some((held, name)) = &sent {
                    words = words.replace(&held.display().to_string(), name);
                }
                let verdict = words.split("\n\n").map(str::to_owned).collect();
                Self { verdict, kind: "bad", ..Self::default() }
            }
        })
    }

    fn found(
        proposal: &Proposal,
        mark: String,
        messages: &Messages,
        shown: impl Fn(&Path) -> String,
    ) -> Self {
        let plain = |key: &str| messages.text(key, &[]);
        let broken = life::broken(proposal, messages);
        let (verdict, kind) = match broken.first() {
            None if proposal.plans.is_some() => (plain("life-legal"), "good"),
            None => (plain("life-tables-only"), "good"),
            Some(_) if !proposal.may_be_kept() => (plain("life-refused"), "bad"),
            Some(first) if first.is_new => (plain("life-broken"), "warn"),
            Some(_) => (plain("life-broken-before"), "warn"),
        };
        let priced = proposal.plans.as_ref().map(|(before, after)| price(before, after, messages));
        Self {
            changes: changes_in_words(proposal, messages, shown),
            verdict: vec![verdict],
            broken,
            kind,
            price: priced.unwrap_or_default(),
            mark: if proposal.may_be_kept() { mark } else { String::new() },
        }
    }
}

/// Why something cannot be done, in words, with a suggested name.
fn wrong(failure: &Failure, messages: &Messages) -> String {
    match failure {
        Failure::Common(failure) => told::words(failure, messages),
        // The catalogue's text for these names commands.
        Failure::Wrong(Wrong::NoPlan) => messages.text("life-no-plan", &[]),
        Failure::Wrong(Wrong::NotAnnounced(cycle)) => {
            messages.text("life-not-announced", &[("cycle", cycle.as_str().into())])
        }
        Failure::Wrong(wrong) => {
            let mut text = words(wrong, messages);
            if let Wrong::Unknown { nearest: Some(nearest), .. } = wrong {
                let variables = [("name", nearest.as_str().into())];
                text.push_str("\n\n");
                text.push_str(&messages.text("usage-nearest", &variables));
            }
            sentence(&text)
        }
    }
}

/// Capitalises the first letter of a text.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The same as an error.
pub(super) fn refusal(failure: Failure, messages: &Messages) -> Fault {
    match failure {
        Failure::Common(failure) => failure.into(),
        wrong @ Failure::Wrong(_) => {
            let why = self::wrong(&wrong, messages);
            Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "waiting-refused").with("why", why)
        }
    }
}
