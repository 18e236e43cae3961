//! Turns a verdict into text for people, in the language of the messages.
//!
//! Each rule has three messages in `rules.ftl`: `rule-NAME` (its label), `reason-NAME` (one sentence) and `violation-NAME`, which
//! takes the subjects by kind (`$cycle`, `$resident`, `$party`, `$venue`, `$trainer`, `$kit`, `$commune`, `$date`, `$week`;
//! several of a kind are joined by commas, communes by arrows), `$more` (the number of further cycles, not named), `$measured`
//! and `$limit`. Closures that explain the violation follow the sentence.

use jiff::civil::Date;

use super::{Disagreement, Limit, Measure, Subject, Verdict, Violation};
use crate::instance::Instance;
use crate::instance::entities::{Scope, Slot};
use crate::instance::ids::CommuneId;
use crate::messages::{Messages, Value};
use crate::rules::Rule;

/// Kinds of subjects; each is the name of a message variable.
const KINDS: [&str; 9] = ["cycle", "resident", "party", "venue", "trainer", "kit", "commune", "date", "week"];

const MINUTES_OF_DAY: f64 = 1440.0;

/// The verdict as text: a first line with the result, then each broken rule with its reason and its violations.
pub fn render(verdict: &Verdict, instance: &Instance, messages: &Messages) -> String {
    let mut lines = vec![messages.text("verdict", &[("violations", verdict.violations.len().into())])];
    for rule in Rule::ALL {
        let mut broken = verdict.violations.iter().filter(|violation| violation.rule == rule).peekable();
        if broken.peek().is_some() {
            let label = messages.text(&format!("rule-{}", rule.name()), &[]);
            let reason = messages.text(&format!("reason-{}", rule.name()), &[]);
            let variables =
                [("code", rule.code().into()), ("label", label.into()), ("reason", reason.into())];
            lines.push(messages.text("verdict-rule", &variables));
            lines.extend(broken.map(|violation| format!("  - {}", sentence(violation, instance, messages))));
        }
    }
    lines.join("\n") + "\n"
}

/// Disagreements as text, one line each; empty where there are none.
pub fn render_figures(disagreements: &[Disagreement], messages: &Messages) -> String {
    let mut text = String::new();
    for disagreement in disagreements {
        text.push_str("- ");
        text.push_str(&disagreement_sentence(disagreement, messages));
        text.push('\n');
    }
    text
}

/// One violation as a sentence.
pub fn sentence(violation: &Violation, instance: &Instance, messages: &Messages) -> String {
    let wording = Wording { instance, messages };
    let of_kind = |kind| {
        let subjects = violation.subjects.iter().map(|subject| wording.subject(subject));
        let texts: Vec<String> = subjects.filter(|(of, _)| *of == kind).map(|(_, text)| text).collect();
        (kind, Value::from(texts.join(if kind == "commune" { " → " } else { ", " })))
    };
    let mut variables: Vec<(&str, Value)> = KINDS.into_iter().map(of_kind).collect();
    let more = violation.subjects.iter().find_map(|subject| match subject {
        Subject::More(count) => Some(*count),
        _ => None,
    });
    variables.push(("more", more.unwrap_or_default().into()));
    variables.push(("measured", wording.value(&violation.measured)));
    variables.push(("limit", wording.limit_of(violation).into()));
    let sentence = messages.text(&format!("violation-{}", violation.rule.name()), &variables);
    sentence + &wording.closures(&violation.subjects)
}

struct Wording<'a> {
    instance: &'a Instance,
    messages: &'a Messages,
}

impl Wording<'_> {
    fn subject(&self, subject: &Subject) -> (&'static str, String) {
        match subject {
            Subject::Cycle(id) => ("cycle", id.clone()),
            Subject::Resident(id) => ("resident", self.instance.residents[*id].id.clone()),
            Subject::Party(id) => ("party", self.instance.parties[*id].id.clone().unwrap_or_default()),
            Subject::Venue(id) => ("venue", self.instance.venues[*id].id.clone()),
            Subject::Trainer(id) => ("trainer", self.instance.trainers[*id].id.clone()),
            Subject::Kit(id) => ("kit", self.instance.kits[*id].id.clone()),
            Subject::Commune(id) => ("commune", self.commune(*id)),
            Subject::Date(date) => ("date", self.messages.date(*date)),
            Subject::Week(monday) => ("week", self.messages.date(*monday)),
            Subject::More(count) => ("more", count.to_string()),
            Subject::Closed(date, closure) => ("closed", self.closed_day(*date, *closure)),
        }
    }

    /// The closed days among the subjects, to append to the sentence; empty if there are none.
    fn closures(&self, subjects: &[Subject]) -> String {
        let is_closed = |subject: &&Subject| matches!(subject, Subject::Closed(..));
        let days: Vec<String> = subjects.iter().filter(is_closed).map(|day| self.subject(day).1).collect();
        if days.is_empty() {
            return String::new();
        }
        let variables = [("days", days.join(", ").into())];
        format!(" ({})", self.messages.text("violation-closed", &variables))
    }

    /// A closed day with what is closed and, where stated, why.
    fn closed_day(&self, date: Date, closure: usize) -> String {
        let closure = &self.instance.closures[closure];
        let scope = match closure.scope {
            Scope::All => self.messages.text("closure-all", &[]),
            Scope::Commune(commune) => {
                self.messages.text("closure-commune", &[("commune", self.commune(commune).into())])
            }
            Scope::Venue(venue) => self
                .messages
                .text("closure-venue", &[("venue", self.instance.venues[venue].id.as_str().into())]),
            Scope::Trainer(trainer) => self
                .messages
                .text("closure-trainer", &[("trainer", self.instance.trainers[trainer].id.as_str().into())]),
        };
        let mut variables = vec![("date", self.messages.date(date).into()), ("scope", scope.into())];
        variables.extend(closure.reason.as_deref().map(|reason| ("reason", reason.into())));
        let key = if closure.reason.is_some() { "closed-day-because" } else { "closed-day" };
        self.messages.text(key, &variables)
    }

    /// A measured value; a count stays a number, so that a message can choose between singular and plural.
    fn value(&self, measure: &Measure) -> Value {
        if let Measure::Count(count) = measure { (*count).into() } else { self.measure(measure).into() }
    }

    fn measure(&self, measure: &Measure) -> String {
        let text = |key: &str, value: Value| self.messages.text(key, &[("value", value)]);
        match measure {
            Measure::Count(count) => count.to_string(),
            Measure::Minutes(minutes) => {
                text("measure-minutes", short(self.messages, minutes.to_f64()).into())
            }
            Measure::Days(days) => text("measure-days", usize::try_from(*days).unwrap_or_default().into()),
            Measure::Euros(euros) => self.messages.euros(*euros),
            Measure::Date(date) => self.messages.date(*date),
            Measure::Dates(dates) if dates.is_empty() => text("measure-no_date", "".into()),
            Measure::Dates(dates) => {
                dates.iter().map(|&date| self.messages.date(date)).collect::<Vec<_>>().join(", ")
            }
            Measure::Time(minutes) => self.messages.time_of_day((minutes.to_f64() % MINUTES_OF_DAY) as u16),
            Measure::Slot(slot) => self.slot(&self.instance.slots[*slot]),
            Measure::Track(track) => self.instance.tracks[*track].clone(),
            Measure::Commune(commune) => self.commune(*commune),
            Measure::StepFree(true) => text("measure-step_free", "".into()),
            Measure::StepFree(false) => text("measure-steps", "".into()),
            Measure::NoWay => text("measure-no_way", "".into()),
        }
    }

    /// The limit of a violation. Missing dates mean that the calendar ends only for the rule `session_dates`.
    fn limit_of(&self, violation: &Violation) -> String {
        match &violation.limit {
            Limit::Exactly(dates @ Measure::Dates(_)) if violation.rule != Rule::SessionDates => {
                self.measure(dates)
            }
            limit => self.limit(limit),
        }
    }

    fn limit(&self, limit: &Limit) -> String {
        let text = |key: &str, measure: &Measure| {
            self.messages.text(key, &[("value", self.measure(measure).into())])
        };
        match limit {
            Limit::AtLeast(measure @ Measure::Date(_)) => text("limit-from", measure),
            Limit::AtLeast(measure @ Measure::Time(_)) => text("limit-from_time", measure),
            Limit::AtMost(measure @ Measure::Date(_)) => text("limit-until", measure),
            Limit::AtLeast(measure) => text("limit-at_least", measure),
            Limit::AtMost(measure) => text("limit-at_most", measure),
            Limit::Exactly(Measure::Dates(dates)) if dates.is_empty() => {
                self.messages.text("limit-no_date", &[])
            }
            Limit::Exactly(measure @ Measure::Dates(dates))
                if dates.len() < self.instance.rules.cycle.sessions =>
            {
                text("limit-too_few_dates", measure)
            }
            Limit::Exactly(measure) => text("limit-exactly", measure),
            Limit::OneOf(measures) => {
                let names: Vec<String> = measures.iter().map(|measure| self.measure(measure)).collect();
                self.messages.text("limit-one_of", &[("value", names.join(", ").into())])
            }
            Limit::Outside(from, until) if from == until => text("limit-not_on", &Measure::Date(*from)),
            Limit::Outside(from, until) => {
                let ends = [
                    ("from", self.messages.date(*from).into()),
                    ("until", self.messages.date(*until).into()),
                ];
                self.messages.text("limit-outside", &ends)
            }
            Limit::Reachable => self.messages.text("limit-reachable", &[]),
        }
    }

    fn commune(&self, commune: CommuneId) -> String {
        let commune = &self.instance.communes[commune];
        format!("{} ({})", commune.name, commune.insee)
    }

    fn slot(&self, slot: &Slot) -> String {
        let time = self.messages.time_of_day(slot.start_minute);
        format!("{} ({} {time})", slot.id, self.messages.weekday(slot.weekday))
    }
}

/// A number without decimals if it is whole, else with two.
fn short(messages: &Messages, value: f64) -> String {
    messages.number(value, usize::from(value.fract() != 0.0) * 2)
}

fn disagreement_sentence(disagreement: &Disagreement, messages: &Messages) -> String {
    let amount = |value: f64| Value::from(messages.money(value, 2));
    let percent = |value: f64| Value::from(messages.percent(value, 3));
    let named = |key: &str, id: &str| messages.text(key, &[("id", id.into())]);
    match disagreement {
        Disagreement::Amount { key, stated, recomputed } => messages.text(
            "disagreement-amount",
            &[("key", (*key).into()), ("stated", amount(*stated)), ("recomputed", amount(*recomputed))],
        ),
        Disagreement::Gap { stated, recomputed } => messages
            .text("disagreement-gap", &[("stated", percent(*stated)), ("recomputed", percent(*recomputed))]),
        Disagreement::Bound { bound, objective } => messages
            .text("disagreement-bound", &[("bound", amount(*bound)), ("objective", amount(*objective))]),
        Disagreement::Origin { key, stated, expected } => messages.text(
            "disagreement-origin",
            &[
                ("key", (*key).into()),
                ("stated", stated.clone().into()),
                ("expected", expected.clone().into()),
            ],
        ),
        Disagreement::RepeatedCycle(id) => named("disagreement-repeated_cycle", id),
        Disagreement::Stands(id) => named("disagreement-stands", id),
        Disagreement::Closed { stated, expected } => {
            let listed = |ids: &[String]| if ids.is_empty() { "–".to_owned() } else { ids.join(", ") };
            let variables = [("stated", listed(stated).into()), ("expected", listed(expected).into())];
            messages.text("disagreement-closed", &variables)
        }
        Disagreement::NotListed(id) => named("disagreement-not_listed", id),
        Disagreement::ListedAndServed(id) => named("disagreement-listed_and_served", id),
        Disagreement::ListedWithdrawn(id) => named("disagreement-listed_withdrawn", id),
        Disagreement::ListedTwice(id) => named("disagreement-listed_twice", id),
        Disagreement::Unknown(id) => named("disagreement-unknown", id),
    }
}
