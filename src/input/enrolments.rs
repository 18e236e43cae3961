//! Enrolments column by column, as town halls, planners and other systems write them: the material of a collection.
//!
//! An empty field says nothing and is not a fault: the collection decides whether a new resident has said enough. Fields
//! are in the plain form of the planning's tables (INSEE codes, identifiers of slots, `1` and `0`, ISO dates), so that
//! equal meanings are equal texts. Names of people are kept apart from the rest.

use std::collections::BTreeMap;
use std::fmt;

use super::column::{AVAILABLE_FROM, Column, optional, required};
use super::ground::Ground;
use super::header::Layout;
use super::limits;
use super::parts::Parts;
use super::row::Row;
use super::slots::Slots;
use super::tables::residents::{MAX_TRAVEL_MIN, NEEDS_TABLET, PARTY, PRIORITY, STEP_FREE, TRACK, WITHDRAWN};
use super::tracks::Tracks;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, Severity, Within};
use crate::instance::units::NANO;

pub(super) const ID: Column = optional("id", "Inscription");
pub(super) const COMMUNE: Column = required("commune", "Commune");
pub(super) const SLOTS: Column = optional("slots", "Créneaux");
pub(super) const NAME: Column = optional("name", "Nom");
pub(super) const FIRST_NAME: Column = optional("first_name", "Prénom");
const PHONE: Column = optional("phone", "Téléphone");
const EMAIL: Column = optional("email", "Courriel");
const ADDRESS: Column = optional("address", "Adresse");

/// The columns of an enrolment, including those about the person.
pub const COLUMNS: &[Column] = &[
    ID,
    COMMUNE,
    SLOTS,
    TRACK,
    NEEDS_TABLET,
    MAX_TRAVEL_MIN,
    STEP_FREE,
    PARTY,
    AVAILABLE_FROM,
    PRIORITY,
    WITHDRAWN,
    NAME,
    FIRST_NAME,
    PHONE,
    EMAIL,
    ADDRESS,
];

/// How to reach people, by the number of their enrolment.
pub const PEOPLE: &[Column] = &[required("id", "Inscription"), NAME, FIRST_NAME, PHONE, EMAIL, ADDRESS];

/// Fields by the names of their columns; an absent field says nothing.
pub type Fields = BTreeMap<&'static str, String>;

/// What a row says about one person.
#[derive(Clone, Default)]
pub struct Said {
    /// The place of the row.
    pub at: Place,
    /// The number of the enrolment, or the identifier in another system.
    pub id: Option<String>,
    /// Fields of the enrolment.
    pub fields: Fields,
    /// Name, address, telephone, e-mail.
    pub person: Fields,
    /// Faults of the row.
    pub faults: Vec<Diagnostic>,
}

/// Keeps names out of logs that print with `{:?}`.
impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Said").field("at", &self.at).field("id", &self.id).finish_non_exhaustive()
    }
}

impl Said {
    /// Whether a row of a form is as it was handed out, with nothing but its number and its commune.
    pub fn is_blank(&self) -> bool {
        self.faults.is_empty() && self.person.is_empty() && self.fields.keys().all(|key| *key == COMMUNE.name)
    }
}

/// The residents already enrolled, as far as the scenario's table can be read.
pub fn enrolled(ground: &Ground) -> Vec<Said> {
    rows(&ground.residents, ground, &mut Faults::default())
}

/// The rows of a table. Faults of a row are stored with it; those of the table are reported.
pub(super) fn rows(parts: &Parts, ground: &Ground, faults: &mut Faults) -> Vec<Said> {
    let mut tracks = ground.wanted();
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    let mut of_form = Faults::default();
    let layout = Layout::with_slots(COLUMNS, SLOTS, &ground.slots);
    parts.each_row(layout, &mut of_form, |row| {
        // Taken row by row, so that each is kept and not merely counted.
        others.extend(std::mem::take(row.faults).into_sorted());
        let fields = fields(row, ground, &mut tracks);
        let person = named(row);
        let id = row.given(ID).map(str::to_owned);
        let at = Place { within: Within::default(), ..row.at(ID) };
        let found = std::mem::take(row.faults).into_sorted();
        let (own, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().partition(|finding| finding.severity() == Severity::Error);
        others.extend(warnings);
        rows.push(Said { at, id, fields, person, faults: own });
    });
    others.extend(of_form.into_sorted());
    let (of_rows, of_table): (Vec<Diagnostic>, Vec<Diagnostic>) = others.into_iter().partition(is_of_row);
    blame(&mut rows, of_rows);
    of_table.into_iter().filter(|it| it.code != Code::UnknownColumn).for_each(|it| faults.add(it));
    rows
}

/// Whether a fault of form belongs to a single row.
fn is_of_row(finding: &Diagnostic) -> bool {
    matches!(
        finding.code,
        Code::FieldCount
            | Code::UnclosedQuote
            | Code::FormulaError
            | Code::FormulaWithoutResult
            | Code::ControlCharacter
    )
}

/// Assigns faults to their rows; these rows are refused, whatever else they say.
fn blame(rows: &mut Vec<Said>, faults: Vec<Diagnostic>) {
    let whole = |at: &Place| Place { within: Within::default(), ..at.clone() };
    let mut positions: BTreeMap<Place, usize> = if faults.is_empty() {
        BTreeMap::new()
    } else {
        rows.iter().map(|row| row.at.clone()).zip(0..).collect()
    };
    for fault in faults {
        let at = whole(&fault.at);
        let position = *positions.entry(at.clone()).or_insert(rows.len());
        if position == rows.len() {
            rows.push(Said { at, ..Said::default() });
        }
        rows[position].faults.push(fault);
    }
}

fn fields(row: &mut Row<'_>, ground: &Ground, tracks: &mut Tracks) -> Fields {
    let yes_or_no = |is_so: bool| if is_so { "1" } else { "0" }.to_owned();
    let commune = row.given(COMMUNE).and_then(|text| ground.communes.resolved(row, COMMUNE, text));
    let track = row.given(TRACK).filter(|track| tracks.wanted(row, TRACK, track).is_some());
    let mut said = vec![
        (COMMUNE, commune.map(|id| ground.communes.rows[usize::from(id)].insee.clone())),
        (SLOTS, slots(row, &ground.slots)),
        (TRACK, track.map(str::to_owned)),
        (PARTY, row.given(PARTY).map(str::to_owned)),
    ];
    for column in [NEEDS_TABLET, STEP_FREE, WITHDRAWN] {
        let given = row.given(column).and_then(|_| row.boolean(column));
        said.push((column, given.map(yes_or_no)));
    }
    let minutes = row.given(MAX_TRAVEL_MIN).and_then(|_| row.minutes(MAX_TRAVEL_MIN, None));
    said.push((MAX_TRAVEL_MIN, minutes.map(|minutes| plain(minutes.nano()))));
    let priority = row.given(PRIORITY).and_then(|_| row.decimal(PRIORITY, &limits::PRIORITY, None));
    said.push((PRIORITY, priority.map(plain)));
    let from = row.optional_date(AVAILABLE_FROM).flatten();
    said.push((AVAILABLE_FROM, from.map(|date| date.to_string())));
    said.into_iter().filter_map(|(column, value)| Some((column.name, value?))).collect()
}

/// The identifiers of the slots that a row lists or marks, in the order of their table; `*` if the row says so.
fn slots(row: &mut Row<'_>, slots: &Slots) -> Option<String> {
    if row.has_marks() {
        (0..row.marks().len()).find_map(|index| row.mark(index))?;
    } else if row.given(SLOTS)? == "*" {
        return Some("*".to_owned());
    }
    let chosen = slots.of_row(row, SLOTS)?;
    let names = chosen.into_iter().filter_map(|slot| slots.rows.get(usize::from(slot)));
    Some(names.map(|slot| slot.id.as_str()).collect::<Vec<_>>().join(" "))
}

/// Name of a person and how to reach them; a first name is put before the surname.
pub(super) fn named(row: &Row<'_>) -> Fields {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let given = |column: Column| row.given(column).map(spaced);
    let parts = [given(FIRST_NAME), given(NAME)].into_iter().flatten();
    let name = parts.reduce(|first, last| format!("{first} {last}"));
    let said = [
        (NAME, name),
        (PHONE, given(PHONE).map(|it| phone(&it))),
        (EMAIL, given(EMAIL)),
        (ADDRESS, given(ADDRESS)),
    ];
    said.into_iter().filter_map(|(column, value)| Some((column.name, value?))).collect()
}

/// A French telephone number as people write it: `+33 6…` becomes `06…`; a number that lost its zero gets it back.
fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_plain =
        text.chars().all(|letter| letter.is_ascii_digit() || " .-+()\u{a0}\u{202f}".contains(letter));
    let national = match digits.strip_prefix("0033").or_else(|| digits.strip_prefix("33")) {
        Some(rest) if is_plain && rest.trim_start_matches('0').len() == 9 => rest.trim_start_matches('0'),
        _ if is_plain && digits.trim_start_matches('0').len() == 9 => digits.trim_start_matches('0'),
        _ => return text.to_owned(),
    };
    let pairs: Vec<&str> = (0..4).map(|pair| &national[1 + 2 * pair..3 + 2 * pair]).collect();
    format!("0{} {}", &national[..1], pairs.join(" "))
}

/// A quantity in billionths as a decimal number without needless zeros.
fn plain(nano: i64) -> String {
    let (whole, rest) = (nano / NANO, nano % NANO);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:09}").trim_end_matches('0').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_one_however_it_is_written() {
        for text in [
            "0612345678",
            "06 12 34 56 78",
            "06.12.34.56.78",
            "+33 6 12 34 56 78",
            "612345678",
            "0033612345678",
        ] {
            assert_eq!(phone(text), "06 12 34 56 78", "{text}");
        }
        for text in ["+32 470 12 34 56", "06 12 (le soir)", "12"] {
            assert_eq!(phone(text), text);
        }
    }

    #[test]
    fn quantities_have_no_needless_zeros() {
        assert_eq!([plain(20 * NANO), plain(17_500_000_000), plain(1)], ["20", "17.5", "0.000000001"]);
    }
}
