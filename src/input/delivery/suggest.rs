//! Proposes a mapping for an export, from the words of its questions and answers; a person corrects it.
//!
//! Slots are recognised by weekday and part of the day: `Mardi matin` is every slot of Tuesday that begins before noon.
//! What is not recognised is listed, to be filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use csv::StringRecord;
use jiff::civil::Weekday;

use super::mapped::split;
use super::target::NUMBER;
use super::{Opened, open, own_sheet};
use crate::diagnostics::{Faults, WithWarnings};
use crate::input::enrolments::{FIRST_NAME, NAME, SLOTS};
use crate::input::ground::Ground;
use crate::input::sheet::{GridRow, Sheet};
use crate::input::value;
use crate::input::when;
use crate::input::words::folded;
use crate::instance::entities::Slot;

/// Words that identify a question, the surest first; the first column with a word in the question takes it.
const WORDS: [(&str, &[&str]); 14] = [
    ("id", &["numero de dossier", "n dossier", "id dossier"]),
    ("email", &["courriel", "mail"]),
    ("phone", &["telephone", "portable", "mobile"]),
    ("first_name", &["prenom"]),
    ("name", &["nom"]),
    ("slots", &["creneau", "disponibilite", "disponible", "horaire", "quand"]),
    ("commune", &["commune", "ville"]),
    ("address", &["adresse"]),
    ("party", &["vient avec", "venir avec", "accompagne", "conjoint"]),
    ("needs_tablet", &["tablette", "materiel", "equipement"]),
    ("step_free", &["fauteuil", "mobilite", "accessib", "pmr"]),
    ("max_travel_min", &["trajet", "deplacement"]),
    ("track", &["parcours", "niveau", "theme"]),
    ("withdrawn", &["desist", "annul"]),
];

/// Columns answered by yes or no.
const YES_OR_NO: [&str; 3] = ["needs_tablet", "step_free", "withdrawn"];

/// Number of different answers above which a question counts as answered freely.
const ANSWERS: usize = 60;

/// A proposed mapping.
#[derive(Debug, Default)]
pub struct Suggestion {
    /// Questions by the column, or the slot, that they seem to lead to.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Values that answers seem to have, by column; empty if they were not recognised.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Questions that lead nowhere.
    pub left: Vec<String>,
}

/// Proposes a mapping for an export.
///
/// # Errors
/// Why the file cannot be read.
pub fn suggest(path: &Path, ground: &Ground) -> WithWarnings<Suggestion> {
    let mut faults = Faults::default();
    let sheet = open(path, &mut faults).and_then(|opened| match opened {
        Opened::Text(sheet) => Some(sheet),
        Opened::Book { ref file, ref workbook } => match opened.visible(&mut faults).into_iter().next() {
            Some(sheet) => Some(sheet),
            None => own_sheet(file, workbook, &mut faults).map(Sheet::Cells),
        },
    });
    let suggestion = sheet.map(|sheet| proposed(&sheet, ground));
    faults.verdict(suggestion)
}

fn proposed(sheet: &Sheet, ground: &Ground) -> Suggestion {
    let filled = |cells: &StringRecord| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let Some((rows, header)) = split(sheet, filled) else { return Suggestion::default() };
    let (header, rows) = (&rows[header], &rows[header + 1..]);
    let mut found = Suggestion::default();
    for (position, question) in header.cells.iter().map(str::trim).enumerate() {
        if question.is_empty() {
            continue;
        }
        let answers = answers(rows, position);
        let column = slot_of(question, &answers, ground).or_else(|| column_of(question, &found.columns));
        let Some(column) = column else {
            found.left.push(question.to_owned());
            continue;
        };
        if column == SLOTS.name {
            let phrases =
                answers.iter().flat_map(|answer| answer.split([',', ';', '\n', '|'])).map(str::trim);
            let phrases: BTreeSet<&str> = phrases.filter(|phrase| !phrase.is_empty()).collect();
            let meant = |phrase: &&str| ((*phrase).to_owned(), slots_of(phrase, ground.slots()).join(" "));
            let meanings = phrases.iter().map(meant);
            found.values.entry(column.clone()).or_default().extend(meanings);
        } else if YES_OR_NO.contains(&column.as_str()) {
            let unclear = answers.iter().filter(|answer| value::boolean(answer).is_err());
            let meanings: BTreeMap<String, String> =
                unclear.map(|answer| (answer.clone(), yes_or_no(answer).to_owned())).collect();
            if !meanings.is_empty() {
                found.values.insert(column.clone(), meanings);
            }
        }
        found.columns.entry(column).or_default().push(question.to_owned());
    }
    // A first name is put before the surname, in one column.
    if let Some(first) = found.columns.remove(FIRST_NAME.name) {
        found.columns.entry(NAME.name.to_owned()).or_default().splice(0..0, first);
    }
    found
}

/// The distinct answers to a question.
fn answers(rows: &[GridRow], position: usize) -> BTreeSet<String> {
    let answers = rows.iter().filter_map(|row| row.cells.get(position)).map(str::trim);
    answers.filter(|answer| !answer.is_empty()).map(str::to_owned).take(rows.len().min(5_000)).collect()
}

/// The column that a question asks for, if no other question has it; names and slots may have several.
fn column_of(question: &str, taken: &BTreeMap<String, Vec<String>>) -> Option<String> {
    let question = folded(question);
    let is_free = |column: &str| !taken.contains_key(column) || column == SLOTS.name;
    let has = |word: &&str| format!(" {question}").contains(&format!(" {word}"));
    let found = WORDS.iter().find(|(column, words)| is_free(column) && words.iter().any(has))?;
    Some(found.0.to_owned())
}

/// The slot that a question asks for by itself: `Vos disponibilités [Mardi 9h30]`, answered by yes or no.
fn slot_of(question: &str, answers: &BTreeSet<String>, ground: &Ground) -> Option<String> {
    let inner = question.rsplit_once('[').map_or(question, |(_, inner)| inner.trim_end_matches(']'));
    let are_marks = answers.iter().all(|answer| value::mark(answer).is_ok());
    match slots_of(inner, ground.slots()).as_slice() {
        [slot] if are_marks && folded(question) != NUMBER => Some(slot.clone()),
        _ => None,
    }
}

/// The slots that a phrase describes by weekday, by part of the day or by hour.
fn slots_of(phrase: &str, slots: &[Slot]) -> Vec<String> {
    let words = folded(phrase);
    let all: Vec<&str> = words.split(' ').collect();
    let days: Vec<Weekday> = all.iter().filter_map(|word| whole_weekday(word)).collect();
    let hours = hours(&words);
    let is_every =
        all.first().is_some_and(|first| ["tous", "toutes", "chaque", "every", "all"].contains(first));
    if days.is_empty() && !(is_every && hours.is_some()) {
        return Vec::new();
    }
    let exact = when::weekday_and_time(phrase).and_then(|(_, start)| start);
    let is_meant = |slot: &&Slot| {
        let is_day = days.is_empty() || days.contains(&slot.weekday);
        let is_hour = match (exact, &hours) {
            (Some(start), _) => slot.start_minute == start,
            (None, Some(hours)) => hours.contains(&slot.start_minute),
            (None, None) => true,
        };
        is_day && is_hour
    };
    slots.iter().filter(is_meant).map(|slot| slot.id.clone()).collect()
}

/// A weekday written out, or shortened to at least three letters: `ma` is ambiguous.
fn whole_weekday(word: &str) -> Option<Weekday> {
    when::weekday(word).ok().filter(|_| word.len() > 2)
}

/// The minutes of the day between which slots of a part of the day begin.
fn hours(words: &str) -> Option<std::ops::Range<u16>> {
    let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if has(&["apres midi", "aprem", "afternoon"]) {
        Some(12 * 60..18 * 60)
    } else if has(&["matin", "morning"]) {
        Some(0..12 * 60)
    } else if has(&["soir", "evening"]) {
        Some(17 * 60..24 * 60)
    } else if has(&["midi", "noon"]) {
        Some(11 * 60 + 30..14 * 60)
    } else {
        None
    }
}

/// The value of an answer to a yes-or-no question; empty if it is neither.
fn yes_or_no(answer: &str) -> &'static str {
    let words = folded(answer);
    match words.split(' ').next() {
        Some("oui" | "yes") => "1",
        Some("non" | "no" | "pas" | "aucun" | "aucune") => "0",
        _ => "",
    }
}

impl Suggestion {
    /// The values to write down; none for a question that is answered freely.
    pub fn meanings(&self) -> impl Iterator<Item = (&String, &BTreeMap<String, String>)> {
        self.values.iter().filter(|(_, answers)| answers.len() <= ANSWERS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(id: &str, weekday: Weekday, hour: u16) -> Slot {
        Slot { id: id.to_owned(), weekday, start_minute: hour * 60 }
    }

    #[test]
    fn slots_are_told_by_weekday_and_part_of_the_day() {
        let week = [
            slot("tue-0900", Weekday::Tuesday, 9),
            slot("tue-1400", Weekday::Tuesday, 14),
            slot("thu-1400", Weekday::Thursday, 14),
            slot("thu-1830", Weekday::Thursday, 18),
        ];
        let cases = [
            ("Mardi matin", "tue-0900"),
            ("le mardi après-midi", "tue-1400"),
            ("Mardi", "tue-0900 tue-1400"),
            ("mardi 14h", "tue-1400"),
            ("Jeudi soir", "thu-1830"),
            ("Tous les après-midis", "tue-1400 thu-1400"),
            ("Mardi ou jeudi après-midi", "tue-1400 thu-1400"),
            ("Selon les semaines", ""),
            ("Je préfère le matin", ""),
            ("lundi matin", ""),
        ];
        for (phrase, expected) in cases {
            assert_eq!(slots_of(phrase, &week).join(" "), expected, "{phrase}");
        }
    }
}
