//! Colours on the terminal: the words at the start of a fault, a warning and a hint.

use clap::ValueEnum;

use crate::messages::Messages;

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Colour {
    /// If a person watches, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Ends every colour.
const PLAIN: &str = "\u{1b}[0m";

/// Words at the start of lines, and the codes of their colours.
#[derive(Debug, Clone, Default)]
pub(super) struct Paint {
    heads: Vec<(String, &'static str)>,
}

impl Paint {
    /// Chooses whether to colour; `is_watched` is whether a person watches.
    pub(super) fn new(colour: Colour, is_watched: bool, messages: &Messages) -> Self {
        let is_plain_wished = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_coloured = match colour {
            Colour::Auto => is_watched && !is_plain_wished,
            Colour::Always => true,
            Colour::Never => false,
        };
        if !is_coloured {
            return Self::default();
        }
        let nothing = [("code", "".into()), ("message", "".into()), ("hint", "".into()), ("text", "".into())];
        let head = |key: &str| {
            let head = messages.text(key, &nothing);
            head.split(['[', ':', '\u{a0}', '\u{202f}']).next().unwrap_or_default().trim().to_owned()
        };
        let (red, yellow, cyan) = ("\u{1b}[1;31m", "\u{1b}[1;33m", "\u{1b}[1;36m");
        let keys = [
            ("diagnostic-error", red),
            ("error-line", red),
            ("diagnostic-warning", yellow),
            ("diagnostic-hint", cyan),
        ];
        Self { heads: keys.map(|(key, code)| (head(key), code)).into() }
    }

    /// A text with the words at the start of its lines coloured.
    pub(super) fn painted(&self, text: &str) -> String {
        let line = |line: &str| {
            let words = line.trim_start();
            let indent = &line[..line.len() - words.len()];
            let begins = |head: &str| {
                let rest = words.strip_prefix(head)?;
                rest.starts_with(['[', ':', '\u{a0}', '\u{202f}']).then_some(rest)
            };
            let found = self.heads.iter().find_map(|(head, code)| Some((head, code, begins(head)?)));
            found.map_or(line.to_owned(), |(head, code, rest)| format!("{indent}{code}{head}{PLAIN}{rest}"))
        };
        text.split('\n').map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn heads_are_coloured_in_both_languages_and_nothing_else() {
        for (lang, fault, hint) in [
            (Lang::En, "error[E104]: an error: x", "  hint: y"),
            (Lang::Fr, "erreur[E104]\u{a0}: une erreur", "  conseil\u{a0}: y"),
        ] {
            let messages = Messages::new(lang);
            let paint = Paint::new(Colour::Always, false, &messages);
            let text = format!("{fault}\n\n{hint}\nplain");
            let painted = paint.painted(&text);
            assert_eq!(painted.matches(PLAIN).count(), 2, "{painted:?}");
            assert!(painted.starts_with("\u{1b}[1;31m") && painted.ends_with("\nplain"), "{painted:?}");
            assert_eq!(Paint::new(Colour::Never, true, &messages).painted(&text), text);
            assert_eq!(Paint::new(Colour::Auto, false, &messages).painted(&text), text);
        }
    }
}
