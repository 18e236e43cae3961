//! The state of a project, in words.

use std::path::Path;

use crate::app::lock::Writer;
use crate::app::projects::Project;
use crate::app::projects::state::{LastPlan, Next, State};
use crate::messages::Messages;
use crate::web::visit::Visit;

/// The state of a project.
#[derive(Debug)]
pub(super) struct Standing {
    /// One line each: data, plan, announcement, running writer.
    pub(super) marks: Vec<Mark>,
    /// The next step: title and sentence.
    pub(super) next: [String; 2],
}

/// A line with a sign for its severity.
#[derive(Debug)]
pub(super) struct Mark {
    /// `good`, `bad`, `warn` or `plain`.
    pub(super) kind: &'static str,
    /// The sign drawn before it.
    pub(super) sign: &'static str,
    /// Its text.
    pub(super) text: String,
}

impl Mark {
    /// A line of the given kind.
    pub(super) fn new(kind: &'static str, text: String) -> Self {
        let sign = match kind {
            "good" => "✓",
            "bad" => "✕",
            "warn" => "!",
            _ => "·",
        };
        Self { kind, sign, text }
    }
}

impl Standing {
    /// The state of a project, and whether one of its searches is running.
    pub(super) fn seen(state: &State, project: &Project, visit: &Visit) -> Self {
        let mut standing = Self::of(state, visit.messages());
        if visit.site.planning.is_busy(&project.folder) {
            standing.marks.push(Mark::new("plain", visit.messages().text("web-state-searching", &[])));
        }
        standing
    }

    /// The state in words.
    fn of(state: &State, messages: &Messages) -> Self {
        let mut marks = data(state, messages);
        marks.extend(state.is_invented.then(|| Mark::new("plain", messages.text("web-invented", &[]))));
        marks.push(match &state.plan {
            Some(last) => plan(last, messages),
            None => Mark::new("plain", messages.text("web-state-no-plan", &[])),
        });
        if let Some(label) = &state.announced {
            let variables =
                [("date", messages.date(label.date).into()), ("number", label.number.to_string().into())];
            marks.push(Mark::new("good", messages.text("web-state-announced", &variables)));
        }
        marks.extend(state.writer.map(|writer| Mark::new("warn", written(writer, messages))));
        let key = next_key(state.next());
        let next = [key.to_owned(), format!("{key}-how")].map(|key| messages.text(&key, &[]));
        Self { marks, next }
    }
}

fn data(state: &State, messages: &Messages) -> Vec<Mark> {
    let (n_faults, n_warnings) = (state.n_faults(), state.n_warnings());
    let mut marks = Vec::new();
    if n_faults > 0 {
        let text = messages.text("web-state-faults", &[("faults", n_faults.into())]);
        marks.push(Mark::new("bad", text));
    } else {
        let residents = state.residents.unwrap_or_default();
        let text = messages.text("web-state-no-fault", &[("residents", residents.into())]);
        marks.push(Mark::new("good", text));
    }
    if n_warnings > 0 {
        let text = messages.text("web-state-warnings", &[("warnings", n_warnings.into())]);
        marks.push(Mark::new("warn", text));
    }
    marks
}

/// A plan in one line.
pub(super) fn plan_words(last: &LastPlan, messages: &Messages) -> String {
    let date = last.written.map(|written| messages.date(written.date())).unwrap_or_default();
    let variables = [
        ("date", date.into()),
        ("cycles", last.cycles.into()),
        ("participants", last.participants.into()),
        ("objective", last.objective.map_or("none".to_owned(), |amount| messages.money(amount, 0)).into()),
        ("gap", last.gap.map_or("none".to_owned(), |gap| messages.percent(gap, 1)).into()),
    ];
    messages.text("web-state-plan", &variables)
}

fn plan(last: &LastPlan, messages: &Messages) -> Mark {
    let text = plan_words(last, messages);
    if last.is_of_today == Some(false) {
        let old = messages.text("web-state-plan-old", &[]);
        return Mark::new("warn", format!("{text} {old}"));
    }
    Mark::new("good", text)
}

fn written(writer: Option<Writer>, messages: &Messages) -> String {
    let task = writer.map_or("…", |writer| writer.task.name());
    messages.text("web-state-writer", &[("task", task.into())])
}

fn next_key(next: Next) -> &'static str {
    match next {
        Next::Correct => "web-next-correct",
        Next::Plan => "web-next-plan",
        Next::PlanAgain => "web-next-plan-again",
        Next::Announce => "web-next-announce",
        Next::Live => "web-next-live",
    }
}

/// The name of a file, without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn every_next_step_is_worded() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for next in [Next::Correct, Next::Plan, Next::PlanAgain, Next::Announce, Next::Live] {
                let key = next_key(next);
                assert!(messages.has(key) && messages.has(&format!("{key}-how")), "{lang:?} {key}");
            }
        }
    }
}
