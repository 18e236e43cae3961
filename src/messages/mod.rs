//! The catalogue of messages: everything a person reads, in French and in English.
//!
//! One file per domain and language (`fr/cli.ftl`, `en/cli.ftl`, …), in Fluent's syntax, compiled in. A tidy test
//! checks that both languages have the same messages with the same variables. Figures and dates are worded by
//! [`figures`], as each language writes them; tables of a terminal are set in [`lines`]; what a system refuses has its keys
//! in [`system`].

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

    /// The language named by a tag (`fr`, `fr_FR.UTF-8`, `en-GB`), where it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Name, text of each source file of the catalogue in this language.
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
        let tag = match lang {
            Lang::Fr => "fr",
            Lang::En => "en",
        };
        let locale: LanguageIdentifier = tag.parse().expect("a plain language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        for (name, source) in lang.sources() {
            let resource = FluentResource::try_new(source.to_owned());
            let resource =
                resource.unwrap_or_else(|(_, faults)| panic!("{name}.ftl in {lang:?}: {faults:?}"));
            bundle.add_resource(resource).unwrap_or_else(|twice| panic!("{name}.ftl in {lang:?}: {twice:?}"));
        }
        Self { lang, bundle }
    }

    /// Whether the catalogue has a message of this key.
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

/// What fills a variable of a message: a text as it is, or a count that chooses between singular and plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// A whole number; a message may select a plural form by it.
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
