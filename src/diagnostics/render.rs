//! Turns findings into text, in either language, readable without colour.

use super::code::Severity;
use super::diagnostic::Diagnostic;
use super::fact::Fact;
use super::place::{Place, Within};
use crate::messages::{Messages, Value};

/// All findings, one paragraph each, in the order given.
pub fn render(diagnostics: &[Diagnostic], messages: &Messages) -> String {
    let paragraphs: Vec<String> =
        diagnostics.iter().map(|diagnostic| render_one(diagnostic, messages)).collect();
    paragraphs.join("\n")
}

/// One finding: what is wrong, where, and what to do.
pub fn render_one(diagnostic: &Diagnostic, messages: &Messages) -> String {
    let head = match diagnostic.severity() {
        Severity::Error => "diagnostic-error",
        Severity::Warning => "diagnostic-warning",
        Severity::Note => "diagnostic-note",
    };
    let message = message(diagnostic, messages);
    let mut text = messages.text(head, &[("code", diagnostic.code.id().into()), ("message", message.into())]);
    text.push_str("\n  ");
    text.push_str(&place(&diagnostic.at, messages));
    text.push('\n');
    if let Some(words) = hint(diagnostic, messages) {
        text.push_str("\n  ");
        text.push_str(&messages.text("diagnostic-hint", &[("hint", words.into())]));
        text.push('\n');
    }
    if let Some(words) = more(diagnostic, messages) {
        text.push_str("\n  ");
        text.push_str(&words);
        text.push('\n');
    }
    text
}

/// What is wrong, without place or hint.
pub fn message(diagnostic: &Diagnostic, messages: &Messages) -> String {
    messages.text(diagnostic.code.id(), &values(&diagnostic.facts, messages))
}

/// What to do, if known.
pub fn hint(diagnostic: &Diagnostic, messages: &Messages) -> Option<String> {
    let hint = diagnostic.hint.as_ref()?;
    Some(messages.text(hint.key, &values(&hint.facts, messages)))
}

/// The number of further findings of this code in its file that are only counted, in words.
pub fn more(diagnostic: &Diagnostic, messages: &Messages) -> Option<String> {
    let variables = [
        ("code", diagnostic.code.id().into()),
        ("file", diagnostic.at.file.as_str().into()),
        ("count", diagnostic.and_more.into()),
    ];
    (diagnostic.and_more > 0).then(|| messages.text("diagnostic-more", &variables))
}

/// Where it is, in words.
pub fn place(at: &Place, messages: &Messages) -> String {
    let file = ("file", Value::from(at.to_string()));
    match &at.within {
        Within::Line => messages.text("diagnostic-at", &[file]),
        Within::Character(character) => {
            messages.text("diagnostic-at-character", &[file, ("character", character.to_string().into())])
        }
        Within::Cell(_, column) if column.is_empty() => messages.text("diagnostic-at", &[file]),
        Within::Column(column) | Within::Cell(_, column) => {
            messages.text("diagnostic-at-column", &[file, ("column", legible(column).into())])
        }
        Within::Key(key) => messages.text("diagnostic-at-key", &[file, ("key", legible(key).into())]),
    }
}

fn values(facts: &[(&'static str, Fact)], messages: &Messages) -> Vec<(&'static str, Value)> {
    let value = |fact: &Fact| match fact {
        Fact::Text(text) => Value::Text(legible(text)),
        Fact::Count(count) => Value::Count(*count),
        Fact::List(things) => {
            Value::Text(things.iter().map(|thing| legible(thing)).collect::<Vec<_>>().join(", "))
        }
        Fact::Message(key) => Value::Text(messages.text(key, &[])),
    };
    facts.iter().map(|(name, fact)| (*name, value(fact))).collect()
}

/// Length of the longest value quoted in full, in characters.
const LONGEST_QUOTED: usize = 80;

/// A value from a file on one line, with control characters replaced, so that a terminal does not interpret them.
fn legible(text: &str) -> String {
    let mut legible: String = text
        .chars()
        .take(LONGEST_QUOTED)
        .map(|character| if character.is_control() { '\u{fffd}' } else { character })
        .collect();
    if text.chars().nth(LONGEST_QUOTED).is_some() {
        legible.push('…');
    }
    legible
}
