//! What a command writes to the terminal: answers to stdout, everything else to stderr.
//!
//! Names from files may hold characters that a terminal obeys, or that reverse what is read: they are shown as `�`, here, on
//! the one way out.

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

/// How much is told on stderr.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Voice {
    /// Faults only.
    Quiet,
    /// Warnings and notes as well.
    #[default]
    Usual,
    /// The search while it goes on as well.
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

    /// Speaks as it was asked to.
    pub(super) fn speak(&self, voice: Voice, colour: Colour) {
        self.voice.set(voice);
        self.paint.replace(Paint::new(colour, Self::is_watched(), &self.messages));
    }

    /// How much is told.
    pub(super) fn voice(&self) -> Voice {
        self.voice.get()
    }

    /// A message of the catalogue.
    pub fn text(&self, key: &str, variables: &[(&str, Value)]) -> String {
        self.messages.text(key, variables)
    }

    /// Writes a line (or several) of the answer to stdout.
    pub fn print(&self, text: &str) {
        if let Err(fault) = writeln!(stdout().lock(), "{}", harmless(text.trim_end_matches('\n'))) {
            // A reader that has seen enough (`| head`) is no fault.
            let has_left = fault.kind() == ErrorKind::BrokenPipe;
            self.stdout_failed.set(self.stdout_failed.get() || !has_left);
        }
    }

    /// Writes a line (or several) to stderr.
    pub fn tell(&self, text: &str) {
        // Nobody is left to hear that stderr is closed.
        let text = harmless(text.trim_end_matches('\n'));
        let _ = writeln!(stderr().lock(), "{}", self.paint.borrow().painted(&text));
    }

    /// Writes to stderr what is good to know and no fault.
    pub(super) fn note(&self, text: &str) {
        if self.voice.get() != Voice::Quiet {
            self.tell(text);
        }
    }

    /// Tells what is wrong, under the word for `error`.
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

    /// Last word: an answer that could not be written is not done.
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

/// Writes a line of a search, from whichever thread, to stderr.
pub(super) fn tell_line(text: &str) {
    let _ = writeln!(stderr().lock(), "{}", harmless(text));
}

/// A text without characters that a terminal obeys.
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
