//! Output of a command to the terminal: answers to stdout, everything else to stderr.
//!
//! Names from files may contain characters that control a terminal, or that reverse text: they are replaced by `�` here,
//! through which all output goes.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};

use super::Outcome;
use super::colour::{Colour, Paint};
use crate::messages::{Lang, Messages, Value};

/// The two streams and the languages to use.
#[derive(Debug)]
pub struct Terminal {
    /// The catalogue in the terminal's language.
    pub messages: Messages,
    /// The language of the documents that a command writes.
    pub documents: Lang,
    voice: Cell<Voice>,
    paint: RefCell<Paint>,
    stdout_failed: Cell<bool>,
}

/// How much is written to stderr.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Voice {
    /// Faults only.
    Quiet,
    /// Also warnings and notes.
    #[default]
    Usual,
    /// Also the progress of the search.
    Verbose,
}

impl Terminal {
    /// Opens the catalogue.
    pub(super) fn new(lang: Lang, documents: Lang) -> Self {
        Self {
            messages: Messages::new(lang),
            documents,
            voice: Cell::default(),
            paint: RefCell::default(),
            stdout_failed: Cell::new(false),
        }
    }

    /// Sets how much is written, and whether in colour.
    pub(super) fn speak(&self, voice: Voice, colour: Colour) {
        self.voice.set(voice);
        self.paint.replace(Paint::new(colour, Self::is_watched(), &self.messages));
    }

    /// How much is written to stderr.
    pub(super) fn voice(&self) -> Voice {
        self.voice.get()
    }

    /// A message of the catalogue.
    pub fn text(&self, key: &str, variables: &[(&str, Value)]) -> String {
        self.messages.text(key, variables)
    }

    /// Writes one or more lines of the answer to stdout.
    pub fn print(&self, text: &str) {
        if let Err(fault) = writeln!(stdout().lock(), "{}", harmless(text.trim_end_matches('\n'))) {
            // A reader that has seen enough (`| head`) is not a fault.
            let has_left = fault.kind() == ErrorKind::BrokenPipe;
            self.stdout_failed.set(self.stdout_failed.get() || !has_left);
        }
    }

    /// Writes one or more lines to stderr.
    pub fn tell(&self, text: &str) {
        // If stderr is closed, there is nobody left to tell.
        let text = harmless(text.trim_end_matches('\n'));
        let _ = writeln!(stderr().lock(), "{}", self.paint.borrow().painted(&text));
    }

    /// Writes useful information that is not a fault to stderr.
    pub(super) fn note(&self, text: &str) {
        if self.voice.get() != Voice::Quiet {
            self.tell(text);
        }
    }

    /// Reports an error, after the word for `error`.
    pub fn tell_error(&self, text: &str) {
        self.tell(&self.text("error-line", &[("text", text.into())]));
    }

    /// Whether a person watches stderr.
    pub(super) fn is_watched() -> bool {
        stderr().is_terminal()
    }

    /// Whether a progress line makes sense.
    pub(super) fn shows_progress(&self) -> bool {
        Self::is_watched() && self.voice.get() == Voice::Usual
    }

    /// Returns the final outcome: an answer that could not be written is not done.
    pub(super) fn close(&self, outcome: Outcome) -> Outcome {
        let is_lost = |fault: std::io::Error| fault.kind() != ErrorKind::BrokenPipe;
        let flush_failed = stdout().flush().is_err_and(is_lost);
        if outcome == Outcome::Done && (self.stdout_failed.get() || flush_failed) {
            self.tell_error(&self.text("stdout-failed", &[]));
            return Outcome::BadInput;
        }
        outcome
    }
}

/// Writes a line about a search to stderr, from any thread.
pub(super) fn tell_line(text: &str) {
    let _ = writeln!(stderr().lock(), "{}", harmless(text));
}

/// A text without characters that control a terminal.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_order = |character: char| {
        let is_control = character.is_control() && !matches!(character, '\n' | '\t');
        is_control || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(is_order) { text.replace(is_order, "\u{fffd}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_written() {
        assert_eq!(
            harmless("a\u{1b}[31mb\u{9b}2Jc\rd\u{7f}\u{202e}e"),
            "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}d\u{fffd}\u{fffd}e"
        );
        let plain = "Été à 9\u{a0}h\u{202f}30\n\tœuvre – 5 €";
        assert!(matches!(harmless(plain), Cow::Borrowed(same) if same == plain));
    }
}
