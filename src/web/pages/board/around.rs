//! Replanning a part of the plan: the form, the progress of the search, and the plan found.

use super::view::View;
use super::words::{signed, time};
use crate::app::amend::shown::HEAD;
use crate::app::edit::around::attempt::{Attempt, End, SECONDS, Stage, USUAL_S};
use crate::app::edit::around::differences::{Change, Changed, Differences, differences, price};
use crate::app::edit::around::improve::Found;
use crate::app::edit::around::reach::{Focus, Nowhere};
use crate::app::edit::lists::Line;
use crate::app::edit::state::State;
use crate::app::planning::told::duration;
use crate::messages::Messages;

/// The page on which it is shown.
pub(super) struct Place<'a> {
    /// The address of the page.
    pub(super) base: &'a str,
    pub(super) view: &'a View,
    pub(super) messages: &'a Messages,
    /// The version of the plan shown.
    pub(super) version: u64,
}

/// Replanning a part of the plan.
pub(super) struct Around {
    pub(super) base: String,
    /// Query appended to the address of a step, so that the view stays the same.
    pub(super) query: String,
    pub(super) version: u64,
    /// Outcome of the last search if there is nothing to adopt: CSS class and text.
    pub(super) outcome: Option<(&'static str, String)>,
    /// The form; `None` while a search is running or its result is to be adopted.
    pub(super) form: Option<Form>,
    pub(super) work: Option<Work>,
    pub(super) offer: Option<Offer>,
}

/// The form for a new search.
pub(super) struct Form {
    /// The cycle whose page is open.
    pub(super) cycle: Option<Choice>,
    pub(super) trainers: Vec<Choice>,
    pub(super) communes: Vec<Choice>,
    /// Durations in seconds: value, label, and whether it is the default.
    pub(super) seconds: Vec<(u32, String, bool)>,
}

/// An option for the centre of the search.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: String,
}

/// A queued or running search.
pub(super) struct Work {
    /// Address for polling its progress.
    pub(super) address: String,
    pub(super) lines: Vec<String>,
    /// Elapsed seconds and the limit; `None` while it is queued.
    pub(super) progress: Option<(f64, f64)>,
    pub(super) is_stopping: bool,
}

/// A better plan.
pub(super) struct Offer {
    pub(super) text: String,
    /// Warning if the plan has changed since; otherwise empty.
    pub(super) warning: String,
    /// Changed cycles: identifier, address, and a description of the change.
    pub(super) cycles: Vec<(String, String, String)>,
    pub(super) people: Vec<String>,
    pub(super) head: Vec<String>,
    pub(super) terms: Vec<[String; 4]>,
}

impl Around {
    /// The state of the search around a part of the plan, relative to the current plan.
    pub(super) fn of(place: &Place, now: &State, attempt: Option<&Attempt>) -> Self {
        let mut around = Self {
            base: place.base.to_owned(),
            query: place.view.address(""),
            version: place.version,
            outcome: None,
            form: None,
            work: None,
            offer: None,
        };
        match attempt.map(|attempt| (attempt, attempt.stage())) {
            None => {}
            Some((attempt, Stage::Over(end))) => match &*end {
                End::Found(found) if found.better.is_some() => {
                    around.offer = offer(place, now, attempt, found);
                }
                // An unsuccessful search says nothing about a plan that has changed since.
                _ if attempt.order().state.plan != now.plan => {}
                end => around.outcome = Some(outcome(end, &attempt.order().focus, now, place.messages)),
            },
            Some((attempt, stage)) => around.work = Some(work(place, now, attempt, &stage)),
        }
        let is_free = around.work.is_none() && around.offer.is_none();
        around.form = is_free.then(|| form(place, now));
        around
    }

    /// Whether there is no search to report: only the form is shown.
    pub(super) fn is_at_rest(&self) -> bool {
        self.work.is_none() && self.offer.is_none() && self.outcome.is_none()
    }

    /// The outcome of a finished search, in one sentence.
    pub(super) fn news(&self) -> Option<(&'static str, String)> {
        let found = self.offer.as_ref().map(|offer| ("good", offer.text.clone()));
        found.or_else(|| self.outcome.clone())
    }
}

fn form(place: &Place, now: &State) -> Form {
    let (instance, messages) = (&now.instance, place.messages);
    let choice = |focus: Focus| Choice { value: focus.value(), words: called(&focus, now, messages) };
    let cycle = place.view.cycle.clone().filter(|id| now.plan.cycles.iter().any(|cycle| cycle.id == *id));
    let mut communes: Vec<Choice> =
        instance.communes.iter().map(|one| choice(Focus::Commune(one.insee.clone()))).collect();
    communes.sort_by(|one, other| one.words.cmp(&other.words));
    let seconds = SECONDS.iter().map(|&one| (one, duration(one.into(), messages), one == USUAL_S));
    Form {
        cycle: cycle.map(|id| choice(Focus::Cycle(id))),
        trainers: instance.trainers.iter().map(|one| choice(Focus::Trainer(one.id.clone()))).collect(),
        communes,
        seconds: seconds.collect(),
    }
}

/// Label of the centre of a search.
pub(super) fn called(focus: &Focus, now: &State, messages: &Messages) -> String {
    let instance = &now.instance;
    let known = match focus {
        Focus::Cycle(id) => {
            let cycle = now.plan.cycles.iter().find(|cycle| cycle.id == *id);
            let commune = cycle.map(|cycle| &instance.communes[instance.venues[cycle.venue].commune].name);
            let words = |commune: &String| {
                let variables = [("cycle", id.as_str().into()), ("commune", commune.as_str().into())];
                messages.text("web-around-cycle", &variables)
            };
            commune.map(words)
        }
        Focus::Trainer(id) => {
            let trainer = instance.trainers.iter().find(|one| one.id == *id);
            trainer.map(|one| if one.name.is_empty() { one.id.clone() } else { one.name.clone() })
        }
        Focus::Commune(insee) => {
            let commune = instance.communes.iter().find(|one| one.insee == *insee);
            commune.map(|one| one.name.clone())
        }
    };
    let name = |focus: &Focus| match focus {
        Focus::Cycle(name) | Focus::Trainer(name) | Focus::Commune(name) => name.clone(),
    };
    known.unwrap_or_else(|| name(focus))
}

fn work(place: &Place, now: &State, attempt: &Attempt, stage: &Stage) -> Work {
    let (messages, seen) = (place.messages, attempt.seen());
    let plain = |key: &str| messages.text(key, &[]);
    let place_of = called(&attempt.order().focus, now, messages);
    let mut lines = vec![messages.text("web-around-works", &[("where", place_of.into())])];
    if let Stage::Waits(before) = stage {
        lines.push(messages.text("planning-waits", &[("before", (*before).into())]));
    }
    let is_stopping = matches!(stage, Stage::Works { is_stopping: true });
    let progress =
        seen.limits.as_ref().map(|limits| (limits.elapsed_s().min(limits.limit_s), limits.limit_s));
    if let Some((elapsed, limit)) = progress {
        let counts = [("cycles", seen.cycles.len().into()), ("waiting", seen.waiting.into())];
        lines.push(messages.text("web-around-scope", &counts));
        let times =
            [("time", duration(elapsed, messages).into()), ("limit", duration(limit, messages).into())];
        lines.push(messages.text("web-around-time", &times));
        let spared = seen.spared.to_f64();
        lines.push(if spared == 0.0 {
            plain("web-around-none-yet")
        } else {
            messages.text("web-around-so-far", &[("price", signed(-spared, messages).into())])
        });
    }
    if is_stopping {
        lines.push(plain("web-around-stopping"));
    }
    Work { address: place.view.address(&format!("{}/around", place.base)), lines, progress, is_stopping }
}

/// Outcome of a search without a better plan.
fn outcome(end: &End, focus: &Focus, now: &State, messages: &Messages) -> (&'static str, String) {
    let plain = |key: &str| messages.text(key, &[]);
    match end {
        End::Found(found) => {
            let place = called(focus, now, messages);
            let key = if now.verdict.is_legal() { "web-around-nothing" } else { "web-around-not-mended" };
            let nothing = messages.text(key, &[("where", place.into())]);
            let proven = found.is_best.then(|| plain("web-around-nothing-better"));
            ("good", [nothing].into_iter().chain(proven).collect::<Vec<_>>().join(" "))
        }
        End::Nowhere(Nowhere::Gone) => ("warn", plain("web-around-gone")),
        End::Nowhere(Nowhere::Fixed) => ("warn", plain("web-around-fixed")),
        End::NotBegun => ("warn", plain("web-around-not-begun")),
        End::NoThreads => ("bad", plain("planning-no-threads")),
        End::OurFault => ("bad", [plain("web-around-our-fault"), plain("fault-report")].join(" ")),
    }
}

fn offer(place: &Place, now: &State, attempt: &Attempt, found: &Found) -> Option<Offer> {
    let (messages, before, after) = (place.messages, &attempt.order().state, found.better.as_ref()?);
    let plain = |key: &str| messages.text(key, &[]);
    let told = differences(before, after);
    let is_outdated = (&now.plan, &now.decisions) != (&before.plan, &before.decisions);
    Some(Offer {
        text: found_words(attempt, found, after, messages),
        warning: if is_outdated { plain("web-around-outdated") } else { String::new() },
        cycles: told.cycles.iter().map(|changed| cycle(place, changed)).collect(),
        people: people(&told, messages),
        head: HEAD.iter().map(|key| plain(key)).collect(),
        terms: price(before, after, messages),
    })
}

fn found_words(attempt: &Attempt, found: &Found, after: &State, messages: &Messages) -> String {
    let before = &attempt.order().state;
    let objective = |state: &State| state.verdict.breakdown.objective();
    let difference = signed((objective(after) - objective(before)).to_f64(), messages);
    let place = called(&attempt.order().focus, before, messages);
    let variables = [("where", place.into()), ("price", difference.into())];
    let key = if before.verdict.is_legal() { "web-around-found" } else { "web-around-mended" };
    let proven = found.is_best.then(|| messages.text("web-around-best", &[]));
    [messages.text(key, &variables)].into_iter().chain(proven).collect::<Vec<_>>().join(" ")
}

/// A changed cycle: identifier, address of its page if it existed before, and a description of the change.
fn cycle(place: &Place, changed: &Changed) -> (String, String, String) {
    let messages = place.messages;
    let key = match changed.change {
        Change::Opened => "web-around-opened",
        Change::Closed => "web-around-closed",
        Change::Moved => "web-around-moved",
        Change::People => "web-around-people",
    };
    let words = |line: &Option<Line>| line.as_ref().map(|line| at(line, messages)).unwrap_or_default();
    let count = |line: &Option<Line>| line.as_ref().map_or(0, |line| line.participants);
    let variables = [
        ("before", words(&changed.before).into()),
        ("after", words(&changed.after).into()),
        ("was", count(&changed.before).into()),
        ("now", count(&changed.after).into()),
        ("come", changed.exchanged.0.into()),
        ("leave", changed.exchanged.1.into()),
    ];
    let address = changed.before.as_ref().map(|line| place.view.of_cycle(&line.id).address(place.base));
    (changed.id.clone(), address.unwrap_or_default(), messages.text(key, &variables))
}

fn at(line: &Line, messages: &Messages) -> String {
    let first = line.sessions.first().map(|&day| messages.date(day)).unwrap_or_default();
    let variables = [
        ("time", time(line.time, messages).into()),
        ("date", first.into()),
        ("venue", line.venue.as_str().into()),
        ("commune", line.commune.as_str().into()),
        ("trainer", line.trainer.as_str().into()),
    ];
    messages.text("web-board-elsewhere", &variables)
}

fn people(told: &Differences, messages: &Messages) -> Vec<String> {
    let lists = [
        ("web-around-served", &told.served),
        ("web-around-lost", &told.lost),
        ("web-around-elsewhere", &told.elsewhere),
    ];
    let words = |(key, names): (&str, &Vec<String>)| {
        let variables = [("count", names.len().into()), ("names", names.join(", ").into())];
        (!names.is_empty()).then(|| messages.text(key, &variables))
    };
    lists.into_iter().filter_map(words).collect()
}
