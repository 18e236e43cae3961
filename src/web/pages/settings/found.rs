//! Findings of the settings as filled in, by key.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::settings::{Judged, Section};
use crate::diagnostics::Severity;
use crate::messages::Messages;
use crate::web::pages::finding::{kind, words};

/// The findings.
#[derive(Debug, Default)]
pub(super) struct Found {
    by_key: BTreeMap<String, Vec<(&'static str, String)>>,
    /// Findings that belong to no key of the form, in words: keys that are not recognised.
    pub(super) others: Vec<String>,
    /// Number of errors at keys.
    pub(super) n_faults: usize,
    /// Number of errors in tables.
    pub(super) n_elsewhere: usize,
    /// Whether the scenario was changed elsewhere meanwhile.
    pub(super) is_outdated: bool,
}

impl Found {
    /// The findings of a check of the form.
    pub(super) fn of(judged: &Judged, form: &[Section], messages: &Messages) -> Self {
        let known: BTreeSet<&str> =
            form.iter().flat_map(|section| &section.fields).map(|field| field.key.as_str()).collect();
        let mut found = Self { is_outdated: judged.is_outdated, ..Self::default() };
        for located in judged.findings.iter().filter(|located| located.finding.severity() != Severity::Note) {
            let finding = &located.finding;
            let faults = if finding.severity() == Severity::Error { 1 + finding.and_more } else { 0 };
            match &located.key {
                Some(key) if known.contains(key.as_str()) => {
                    found.n_faults += faults;
                    let line = (kind(finding), words(finding, messages));
                    found.by_key.entry(key.clone()).or_default().push(line);
                }
                Some(key) => {
                    found.n_faults += faults;
                    let variables =
                        [("key", key.as_str().into()), ("message", words(finding, messages).into())];
                    found.others.push(messages.text("web-settings-other", &variables));
                }
                None => found.n_elsewhere += faults,
            }
        }
        found
    }

    /// The findings of a key.
    pub(super) fn at(&self, key: &str) -> Vec<(&'static str, String)> {
        self.by_key.get(key).cloned().unwrap_or_default()
    }
}
