//! The part of the page that changes with the plan: its view, the page of a cycle, verdict and price.

use std::collections::BTreeSet;

use super::around::{Around, Place};
use super::sheet::{Page, WhyAt, page};
use super::verdict::{Verdict, verdict};
use super::view::{Kind, View};
use super::week::{Maker, Week};
use super::words::{did, seats, time};
use crate::app::edit::Edit;
use crate::app::edit::around::attempt::Attempt;
use crate::app::edit::lists::Enrolled;
use crate::app::edit::map::Map;
use crate::app::edit::state::State;
use crate::messages::Messages;

/// Most people listed.
const LISTED: usize = 300;

/// Most steps listed.
const STEPS: usize = 20;

/// The view of the plan.
pub(super) struct Looking<'a> {
    /// The address of the page.
    pub(super) base: &'a str,
    pub(super) view: &'a View,
    pub(super) messages: &'a Messages,
    /// The version of the plan shown.
    pub(super) version: u64,
    /// The plan's folder, and those of all plans of the project.
    pub(super) name: &'a str,
    pub(super) names: &'a [String],
    /// The cycle that the last step moved.
    pub(super) moved: Option<&'a str>,
    /// Whether unsaved changes are on disk.
    pub(super) is_kept: bool,
    /// The search around a part of it, running or finished.
    pub(super) attempt: Option<&'a Attempt>,
    /// Whether a step was just made: alternatives of a cycle take some time to compute, and are then shown only on request.
    pub(super) is_after_step: bool,
}

/// The part of the page that changes with the plan.
pub(super) struct Desk {
    pub(super) base: String,
    /// Key of the notice above the plan, if a table of its scenario is marked as invented.
    pub(super) notice: Option<&'static str>,
    pub(super) version: u64,
    /// Query appended to the address of a step, so that the view stays the same.
    pub(super) query: String,
    /// Plans: name, label, and whether it is this one.
    pub(super) plans: Vec<(String, String, bool)>,
    pub(super) plan: String,
    /// Views: address, key of the label, and whether it is shown.
    pub(super) ways: Vec<(String, &'static str, bool)>,
    pub(super) week: Option<Week>,
    pub(super) cycles: Option<Vec<Row>>,
    pub(super) people: Option<People>,
    pub(super) map: Option<Map>,
    pub(super) waiting: Waiting,
    pub(super) sheet: Option<Page>,
    /// Replanning a part of the plan.
    pub(super) around: Around,
    pub(super) verdict: Verdict,
    pub(super) can_undo: bool,
    pub(super) can_redo: bool,
    pub(super) is_unsaved: bool,
    /// Unsaved steps, latest first: author and time, and a description.
    pub(super) steps: Vec<[String; 2]>,
    /// Their number, in words.
    pub(super) n_steps: String,
    /// Key of the text about unsaved changes.
    pub(super) kept: &'static str,
    /// Suggested name for saving.
    pub(super) own_name: String,
}

/// A cycle in the list.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) address: String,
    pub(super) cells: Vec<String>,
    pub(super) is_open: bool,
}

/// Enrolled residents, all or of one commune.
pub(super) struct People {
    /// Communes: name, and whether it is selected.
    pub(super) communes: Vec<(String, bool)>,
    pub(super) rows: Vec<Somebody>,
    pub(super) more: String,
}

/// An enrolled resident.
pub(super) struct Somebody {
    pub(super) id: String,
    pub(super) commune: String,
    pub(super) track: String,
    pub(super) companions: String,
    /// The cycle and its address; `None` if they are waiting.
    pub(super) cycle: Option<(String, String)>,
}

/// Waiting residents.
pub(super) struct Waiting {
    pub(super) title: String,
    pub(super) people: Vec<Somebody>,
    pub(super) more: String,
}

/// The desk of the current plan.
pub(super) fn desk(edit: &Edit, looking: &Looking) -> Desk {
    let &Looking { base, view, messages, name, names, moved, is_after_step, .. } = looking;
    let (state, kind) = (edit.now(), view.kind());
    let is = |one: Kind| kind == one;
    let enrolled = state.enrolled();
    let why = |id: &str| WhyAt {
        address: view.of_cycle(id).address(&format!("{base}/why")),
        is_at_once: !is_after_step,
    };
    let maker = Maker { base, view, messages, moved };
    let way =
        |(of, named, key): (Kind, &str, &'static str)| (view.shown_as(named).address(base), key, is(of));
    Desk {
        base: base.to_owned(),
        notice: edit.read().instance.is_invented.then_some("web-invented"),
        version: looking.version,
        query: view.address(""),
        plans: names.iter().map(|one| (one.clone(), called(one), one == name)).collect(),
        plan: name.to_owned(),
        ways: Kind::ALL.into_iter().map(way).collect(),
        week: is(Kind::Week).then(|| maker.week(state)),
        cycles: is(Kind::Cycles).then(|| cycles(state, looking)),
        map: is(Kind::Map).then(|| edit.map(messages)),
        waiting: waiting(&enrolled, looking),
        people: is(Kind::People).then(|| people(&enrolled, looking)),
        sheet: view.cycle.as_deref().and_then(|id| page(state, id, why(id), messages)),
        around: Around::of(&Place { base, view, messages, version: looking.version }, state, looking.attempt),
        verdict: verdict(edit, messages),
        can_undo: edit.can_undo(),
        can_redo: edit.can_redo(),
        is_unsaved: edit.has_unsaved(),
        steps: steps(edit, messages),
        n_steps: messages.text("web-board-steps", &[("count", edit.unsaved().len().into())]),
        kept: match (edit.has_unsaved(), looking.is_kept) {
            (false, _) => "web-board-all-saved",
            (true, true) => "web-board-unsaved",
            (true, false) => "web-board-unsaved-here",
        },
        own_name: own_name(edit, looking),
    }
}

/// The latest unsaved steps.
fn steps(edit: &Edit, messages: &Messages) -> Vec<[String; 2]> {
    let last = edit.unsaved().iter().rev().take(STEPS);
    last.map(|made| [made.by.words(messages), did(made.step.as_ref(), messages)]).collect()
}

/// Label of a plan: its folder, or its file if that is in the project folder itself.
fn called(name: &str) -> String {
    if name == "." { "plan.json".to_owned() } else { name.to_owned() }
}

/// The name of its separate folder if it has one, else an unused name.
fn own_name(edit: &Edit, looking: &Looking) -> String {
    if edit.is_of_its_own() {
        return looking.name.to_owned();
    }
    let named = |number: usize| looking.messages.text("web-board-own-name", &[("number", number.into())]);
    let is_free = |name: &String| !looking.names.contains(name);
    (1..1000).map(named).find(is_free).unwrap_or_default()
}

fn cycles(state: &State, looking: &Looking) -> Vec<Row> {
    let messages = looking.messages;
    let lines = state.lines().into_iter();
    let row = lines.map(|line| {
        let first = line.sessions.first().map(|&day| messages.date(day)).unwrap_or_default();
        let seats = if line.is_broken_off {
            messages.text("web-board-broken-off", &[])
        } else {
            seats(line.participants, line.places, messages)
        };
        Row {
            address: looking.view.of_cycle(&line.id).address(looking.base),
            is_open: looking.view.cycle.as_ref() == Some(&line.id),
            cells: vec![
                format!("{}, {}", line.commune, line.venue),
                time(line.time, messages),
                first,
                line.trainer,
                line.track,
                seats,
                messages.euros(line.net),
            ],
            id: line.id,
        }
    });
    row.collect()
}

fn somebody(one: &Enrolled, looking: &Looking) -> Somebody {
    let companions = looking.messages.text("web-board-companions", &[("companions", one.companions.into())]);
    let address = |id: &String| (id.clone(), looking.view.of_cycle(id).address(looking.base));
    Somebody {
        id: one.id.clone(),
        commune: one.commune.clone(),
        track: one.track.clone(),
        companions,
        cycle: one.cycle.as_ref().map(address),
    }
}

/// The first of some residents, and the number of others in words.
fn listed<'a>(all: impl Iterator<Item = &'a Enrolled>, looking: &Looking) -> (Vec<Somebody>, String) {
    let all: Vec<&Enrolled> = all.collect();
    let more = all.len().saturating_sub(LISTED);
    let shown = all.into_iter().take(LISTED).map(|one| somebody(one, looking)).collect();
    (shown, looking.messages.text("web-board-more", &[("more", more.into())]))
}

fn people(enrolled: &[Enrolled], looking: &Looking) -> People {
    let wanted = looking.view.commune.as_deref().unwrap_or_default();
    let communes: BTreeSet<&str> = enrolled.iter().map(|one| one.commune.as_str()).collect();
    let is_wanted = |one: &&Enrolled| wanted.is_empty() || one.commune == wanted;
    let (rows, more) = listed(enrolled.iter().filter(is_wanted), looking);
    let communes = communes.into_iter().map(|name| (name.to_owned(), name == wanted));
    People { communes: communes.collect(), rows, more }
}

fn waiting(enrolled: &[Enrolled], looking: &Looking) -> Waiting {
    let waits = |one: &&Enrolled| one.cycle.is_none();
    let count = enrolled.iter().filter(waits).count();
    let (people, more) = listed(enrolled.iter().filter(waits), looking);
    Waiting { title: looking.messages.text("web-board-waiting", &[("waiting", count.into())]), people, more }
}
