//! The lists that cells of a workbook offer, in the words of its language.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::look::Look;
use crate::messages::{Lang, Messages};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Lists, each a column of a hidden sheet.
#[derive(Debug)]
pub(super) struct Lists {
    /// By INSEE code, what a commune is called: its name, with its code where another has the same.
    communes: BTreeMap<String, String>,
    /// By identifier, a slot in words.
    slots: BTreeMap<String, String>,
    slot_order: Vec<String>,
    weekdays: Vec<String>,
    tracks: Vec<String>,
    yes: String,
    no: String,
    all: String,
    sheet: String,
    lang: Lang,
}

impl Lists {
    /// The lists of a territory, from the rows of its communes (code, name, …) and of its slots (identifier, weekday, start).
    pub(super) fn of(communes: &[Vec<&str>], slots: &[Vec<&str>], messages: &Messages) -> Self {
        let mut n_named: BTreeMap<&str, usize> = BTreeMap::new();
        for row in communes {
            *n_named.entry(row[1]).or_default() += 1;
        }
        let called = |row: &Vec<&str>| {
            let (code, name) = (row[0], row[1]);
            if n_named.get(name) == Some(&1) { name.to_owned() } else { format!("{name} ({code})") }
        };
        let weekday = |day: &str| {
            let known = WEEKDAYS.iter().find(|(short, _)| *short == day);
            known.map_or_else(|| day.to_owned(), |(_, weekday)| messages.weekday(*weekday))
        };
        let in_words = |row: &Vec<&str>| format!("{} {}", weekday(row[1]), time(row[2], messages.lang));
        let text = |key: &str| messages.text(key, &[]);
        Self {
            communes: communes.iter().map(|row| (row[0].to_owned(), called(row))).collect(),
            slot_order: slots.iter().map(in_words).collect(),
            slots: slots.iter().map(|row| (row[0].to_owned(), in_words(row))).collect(),
            weekdays: WEEKDAYS.iter().map(|(_, day)| messages.weekday(*day)).collect(),
            tracks: Vec::new(),
            yes: text("book-yes"),
            no: text("book-no"),
            all: text("book-all"),
            sheet: text("book-lists"),
            lang: messages.lang,
        }
    }

    /// The same with tracks to choose from.
    pub(super) fn with_tracks(mut self, tracks: &[String]) -> Self {
        self.tracks = tracks.to_vec();
        self
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.communes.values().cloned().collect();
        names.sort();
        names
    }

    fn columns(&self) -> [(Look, Vec<String>); 6] {
        let scopes = self.names().into_iter().map(|name| format!("commune:{name}"));
        [
            (Look::Commune, self.names()),
            (Look::Slots, std::iter::once("*".to_owned()).chain(self.slot_order.iter().cloned()).collect()),
            (Look::Weekday, self.weekdays.clone()),
            (Look::YesNo, vec![self.yes.clone(), self.no.clone()]),
            (Look::Scope, std::iter::once(self.all.clone()).chain(scopes).collect()),
            (Look::Track, self.tracks.clone()),
        ]
    }

    /// Where the list for a column is; `None` where it offers none.
    pub(super) fn formula(&self, look: Look) -> Option<String> {
        let columns = self.columns();
        let position = columns.iter().position(|(known, list)| *known == look && !list.is_empty())?;
        let letter = crate::diagnostics::letters(position);
        let n_rows = columns[position].1.len();
        Some(format!("={}!${letter}$1:${letter}${n_rows}", self.sheet))
    }

    /// Where the names of communes are.
    pub(super) fn communes_formula(&self) -> String {
        format!("{}!$A$1:$A${}", self.sheet, self.communes.len().max(1))
    }

    /// Writes the lists to a sheet that is hidden.
    pub(super) fn write(&self, sheet: &mut Worksheet, messages: &Messages) -> Result<(), XlsxError> {
        sheet.set_name(messages.text("book-lists", &[]))?.set_hidden(true);
        for ((_, entries), column) in self.columns().into_iter().zip(0_u16..) {
            for (entry, row) in entries.iter().zip(0_u32..) {
                sheet.write_string(row, column, entry)?;
            }
        }
        Ok(())
    }

    /// A commune by what it is called.
    pub(super) fn commune(&self, code: &str) -> String {
        self.communes.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// A list of slots in words.
    pub(super) fn slots(&self, list: &str) -> String {
        let in_words = |id: &str| self.slots.get(id).cloned().unwrap_or_else(|| id.to_owned());
        list.split_whitespace().map(in_words).collect::<Vec<_>>().join(", ")
    }

    /// A weekday by its name.
    pub(super) fn weekday(&self, short: &str) -> String {
        let position = WEEKDAYS.iter().position(|(known, _)| *known == short);
        position.map_or_else(|| short.to_owned(), |position| self.weekdays[position].clone())
    }

    /// `1` as yes, `0` as no.
    pub(super) fn yes_or_no(&self, text: &str) -> String {
        match text {
            "1" => self.yes.clone(),
            "0" => self.no.clone(),
            other => other.to_owned(),
        }
    }

    /// What is closed, in the language of the workbook.
    pub(super) fn scope(&self, text: &str) -> String {
        match text.split_once(':') {
            None => self.all.clone(),
            Some(("commune", code)) => format!("commune:{}", self.commune(code)),
            Some(("venue", id)) if self.lang == Lang::Fr => format!("salle:{id}"),
            Some(("trainer", id)) if self.lang == Lang::Fr => format!("animateur:{id}"),
            Some(_) => text.to_owned(),
        }
    }
}

/// `09:30` as people write it: `9h30` in French, `9:30` in English.
fn time(text: &str, lang: Lang) -> String {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "00"));
    let hours = hours.trim_start_matches('0');
    let hours = if hours.is_empty() { "0" } else { hours };
    match (lang, minutes) {
        (Lang::Fr, "00") => format!("{hours}h"),
        (Lang::Fr, _) => format!("{hours}h{minutes}"),
        (Lang::En, _) => format!("{hours}:{minutes}"),
    }
}
