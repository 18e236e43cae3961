//! `ateliers explain`: what a diagnostic's code means and what to do about it; without a code, all are listed.

use clap::Args;

use super::{Outcome, Terminal};
use crate::diagnostics::{Code, Severity};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// The command's arguments.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The codes; without any, all are listed.
    #[arg(value_name = "CODE")]
    codes: Vec<String>,
}

/// Explains codes, or lists all.
pub(super) fn run(args: &ExplainArgs, terminal: &Terminal) -> Outcome {
    if args.codes.is_empty() {
        terminal.print(&list(&terminal.messages));
        return Outcome::Done;
    }
    let found: Vec<Option<Code>> = args.codes.iter().map(|typed| named(typed)).collect();
    let mut unknown = args.codes.iter().zip(&found).filter(|(_, code)| code.is_none()).peekable();
    if unknown.peek().is_some() {
        for (typed, _) in unknown {
            terminal.tell_error(&terminal.text("explain-unknown", &[("code", typed.as_str().into())]));
        }
        terminal.tell(&terminal.text("explain-unknown-hint", &[]));
        return Outcome::BadInput;
    }
    let paragraphs: Vec<String> =
        found.into_iter().flatten().map(|code| explanation(code, &terminal.messages)).collect();
    terminal.print(&paragraphs.join("\n\n"));
    Outcome::Done
}

/// The code with this identifier, in either case, with characters that may have been copied with it: `E407`, `e407`, `[E407]`.
fn named(typed: &str) -> Option<Code> {
    let id = typed.rsplit('[').next()?.trim_end_matches([']', ':', ' ']);
    Code::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
}

/// The code with its message, then why it is reported and what to do.
fn explanation(code: Code, messages: &Messages) -> String {
    let head = match code.severity() {
        Severity::Error => "diagnostic-error",
        Severity::Warning => "diagnostic-warning",
        Severity::Note => "diagnostic-note",
    };
    let head =
        messages.text(head, &[("code", code.id().into()), ("message", message(code, messages).into())]);
    format!("{head}\n\n{}", messages.text(code.explanation(), &[]))
}

/// A line for each code.
fn list(messages: &Messages) -> String {
    let row = |code: &Code| [code.id().to_owned(), message(*code, messages)];
    let rows: Vec<[String; 2]> = Code::ALL.iter().map(row).collect();
    let title = messages.text("explain-list", &[("codes", rows.len().into())]);
    let more = messages.text("explain-more", &[("codes", Code::ALL[0].id().into())]);
    format!("{title}\n\n{}\n{more}", aligned(&rows, [Align::Left, Align::Left]))
}

/// A code's message with an ellipsis for each value that a finding would contain.
fn message(code: Code, messages: &Messages) -> String {
    let unfilled = messages.text(code.id(), &[]);
    let mut parts = unfilled.split("{$");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + "…" + part.split_once('}').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for &code in Code::ALL {
                let text = explanation(code, &messages);
                assert!(!text.contains(['{', '$']), "{lang:?}: {text}");
                let (head, why) = text.split_once("\n\n").expect("a message and its explanation");
                assert!(head.contains(code.id()) && why.len() > 20, "{lang:?}: {text}");
            }
            assert_eq!(list(&messages).matches("\n  ").count(), Code::ALL.len());
        }
    }

    #[test]
    fn a_code_is_found_however_it_was_copied() {
        for typed in ["E407", "e407", "[E407]", "erreur[E407]:"] {
            assert_eq!(named(typed), Some(Code::UnknownResident), "{typed}");
        }
        assert_eq!(named("E999"), None);
    }
}
