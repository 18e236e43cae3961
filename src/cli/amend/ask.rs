//! Asks before something is kept.

use std::io::{IsTerminal, stdin};

use crate::cli::Terminal;

/// Whether to keep it: asks a person; without one, the answer is no.
pub(super) fn is_kept(terminal: &Terminal) -> bool {
    if !stdin().is_terminal() {
        terminal.tell(&terminal.text("amend-nobody-asked", &[]));
        return false;
    }
    terminal.tell(&terminal.text("amend-question", &[]));
    let mut answer = String::new();
    stdin().read_line(&mut answer).is_ok() && is_yes(&answer)
}

/// Whether an answer is yes, in either language.
fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "o" | "oui" | "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn only_yes_is_yes() {
        assert!(["o\n", " Oui \r\n", "y", "YES\n"].into_iter().all(is_yes));
        assert!(["", "\n", "n\n", "non\n", "ok\n"].into_iter().all(|answer| !is_yes(answer)));
    }
}
