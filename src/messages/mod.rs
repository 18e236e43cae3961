//! The catalogue of messages: everything a person reads, in French and in English.
//!
//! One file per domain and language (`fr/cli.ftl`, `en/cli.ftl`, …), in Fluent's syntax, compiled in. A tidy test checks
//! that both languages have the same messages with the same variables. [`figures`] formats figures and dates in the
//! style of each language; [`lines`] aligns tables on a terminal; [`system`] has the keys of the system's errors.

pub mod collation;
pub mod figures;
pub mod lines;
pub mod system;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language that people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The language named by a tag (`fr`, `fr_FR.UTF-8`, `en-GB`), if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Name and text of each source file of the catalogue in this language.
    pub fn sources(self) -> [(&'static str, &'static str); 13] {
        match self {
            Self::Fr => [
                ("batch", include_str!("fr/batch.ftl")),
                ("cli", include_str!("fr/cli.ftl")),
                ("collect", include_str!("fr/collect.ftl")),
                ("columns", include_str!("fr/columns.ftl")),
                ("compare", include_str!("fr/compare.ftl")),
                ("diagnostics", include_str!("fr/diagnostics.ftl")),
                ("documents", include_str!("fr/documents.ftl")),
                ("export", include_str!("fr/export.ftl")),
                ("papers", include_str!("fr/papers.ftl")),
                ("report", include_str!("fr/report.ftl")),
                ("rules", include_str!("fr/rules.ftl")),
                ("scenario", include_str!("fr/scenario.ftl")),
                ("web", include_str!("fr/web.ftl")),
            ],
            Self::En => [
                ("batch", include_str!("en/batch.ftl")),
                ("cli", include_str!("en/cli.ftl")),
                ("collect", include_str!("en/collect.ftl")),
                ("columns", include_str!("en/columns.ftl")),
                ("compare", include_str!("en/compare.ftl")),
                ("diagnostics", include_str!("en/diagnostics.ftl")),
                ("documents", include_str!("en/documents.ftl")),
                ("export", include_str!("en/export.ftl")),
                ("papers", include_str!("en/papers.ftl")),
                ("report", include_str!("en/report.ftl")),
                ("rules", include_str!("en/rules.ftl")),
                ("scenario", include_str!("en/scenario.ftl")),
                ("web", include_str!("en/web.ftl")),
            ],
        }
    }
}

/// The catalogue in one language.
pub struct Messages {
    /// Its language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Messages {
    /// Opens the catalogue in `lang`.
    ///
    /// # Panics
    /// If a file of the catalogue is not valid Fluent, which any test that opens it excludes.
    pub fn new(lang: Lang) -> Self {
        Self::of(lang, str::to_owned)
    }

    /// Opens the catalogue in `lang` for pages, with typographic quotation marks: `` `T1` `` becomes « T1 » or “T1”.
    ///
    /// # Panics
    /// As [`Messages::new`].
    pub fn for_pages(lang: Lang) -> Self {
        Self::of(lang, |source| quoted(source, lang))
    }

    fn of(lang: Lang, written: impl Fn(&str) -> String) -> Self {
        let tag = match lang {
            Lang::Fr => "fr",
            Lang::En => "en",
        };
        let locale: LanguageIdentifier = tag.parse().expect("a plain language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| grouped(value, Lang::Fr),
            Lang::En => |value, _| grouped(value, Lang::En),
        }));
        for (name, source) in lang.sources() {
            let resource = FluentResource::try_new(written(source));
            let resource =
                resource.unwrap_or_else(|(_, faults)| panic!("{name}.ftl in {lang:?}: {faults:?}"));
            bundle.add_resource(resource).unwrap_or_else(|twice| panic!("{name}.ftl in {lang:?}: {twice:?}"));
        }
        Self { lang, bundle }
    }

    /// Whether the catalogue has a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message `key` with its variables filled in.
    ///
    /// # Panics
    /// If the catalogue has no such message, which the tidy test excludes for keys written in the code.
    pub fn text(&self, key: &str, variables: &[(&str, Value)]) -> String {
        let message = self.bundle.get_message(key).and_then(|message| message.value());
        let pattern =
            message.unwrap_or_else(|| panic!("the catalogue has no message `{key}` in {:?}", self.lang));
        let mut args = FluentArgs::new();
        for (name, value) in variables {
            args.set((*name).to_owned(), value.fluent());
        }
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }
}

/// A count in the style of the language: `2 032`, `2,032`.
fn grouped(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures::number(number.value, 0, lang)),
        _ => None,
    }
}

/// A file of the catalogue with quotation marks of its language instead of pairs of backticks in a line.
fn quoted(source: &str, lang: Lang) -> String {
    let (open, close) = match lang {
        Lang::Fr => ("«\u{a0}", "\u{a0}»"),
        Lang::En => ("“", "”"),
    };
    let line = |line: &str| {
        let parts: Vec<&str> = line.split('`').collect();
        let marks = [open, close].into_iter().cycle();
        let marked = parts.iter().skip(1).zip(marks).map(|(part, mark)| format!("{mark}{part}"));
        parts[0].to_owned() + &marked.collect::<String>()
    };
    source.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The value of a variable of a message: a text, or a count that selects singular or plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Shown unchanged.
    Text(String),
    /// A whole number, written with thousands separators; a message may select a plural form by it.
    Count(usize),
}

impl Value {
    fn fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text.clone()),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_their_thousands_apart() {
        let shown = |lang, count: usize| {
            Messages::new(lang).text("web-state-no-fault", &[("residents", count.into())])
        };
        assert!(shown(Lang::Fr, 2032).contains("2\u{202f}032 inscriptions"));
        assert!(shown(Lang::En, 12_032).contains("12,032 "));
        assert!(shown(Lang::Fr, 1).contains("1 inscription"));
    }

    #[test]
    fn pages_quote_names_and_terminals_mark_them() {
        let shown = |messages: &Messages| messages.text("hint-nearest", &[("found", "a `b".into())]);
        assert_eq!(shown(&Messages::new(Lang::En)), "did you mean `a `b`?");
        assert_eq!(shown(&Messages::for_pages(Lang::En)), "did you mean “a `b”?");
        assert!(shown(&Messages::for_pages(Lang::Fr)).contains("«\u{a0}a `b\u{a0}»"));
    }
}
