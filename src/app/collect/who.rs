//! Identifies the person of each row: a known resident, or a new one, under an identifier that reveals nothing about them.
//!
//! A row with a number of this program is that resident, unless the names are those of two people. A number of another
//! system is stored with the resident. A row without a number is the resident with the same name, and the same telephone or
//! e-mail; otherwise a resident from the same form with the same name in the same commune, in the order of their numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::{KEY, Kept, ORIGIN};
use super::waiting::Waiting;
use crate::diagnostics::{Code, Diagnostic, Fact};
use crate::input::delivery::{Delivery, Origin};
use crate::input::enrolments::{Fields, Said};
use crate::input::folded;

/// The person of a row.
#[derive(Debug, Clone)]
pub(super) enum Who {
    /// A known resident.
    Known(String),
    /// A new resident, with their number.
    New(String),
    /// None: the row cannot be accepted.
    Nobody(Vec<Diagnostic>),
}

/// A name as a key for comparison: independent of word order and spelling of letters.
pub(super) fn name_key(name: &str) -> String {
    let folded = folded(name);
    let mut words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !["m", "mr", "mme", "mlle", "madame", "monsieur"].contains(word))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names may be one person's: they have a word in common. A married name changes the surname, a typing error
/// the first name; not both.
fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (name_key(one), name_key(other));
    let words: BTreeSet<&str> = one.split(' ').collect();
    one.is_empty() || other.is_empty() || other.split(' ').any(|word| words.contains(word))
}

/// A name in a commune.
type Home = (String, String);

/// Identifies the rows of one collection.
struct Searcher<'a> {
    kept: &'a Kept,
    by_key: BTreeMap<(&'a str, &'a str), &'a str>,
    // By home, the form they came from, and whether that form numbered them.
    by_home: Waiting<'a, (Home, String, bool)>,
    // By name, and the column and value of a telephone or e-mail.
    by_reach: Waiting<'a, (String, &'static str, String)>,
    // Identifiers already assigned to a row of this collection, with its name.
    used: BTreeMap<String, String>,
}

/// The person of every row of the deliveries, in their order.
pub(super) fn who(deliveries: &[Delivery], kept: &Kept) -> Vec<Vec<Who>> {
    let mut searcher = Searcher::new(kept);
    let mut found: Vec<Vec<Option<Who>>> =
        deliveries.iter().map(|delivery| vec![None; delivery.rows.len()]).collect();
    // Numbers are most reliable, then agreement of more than the name.
    for pass in [Searcher::by_number, Searcher::by_reach, Searcher::by_home] {
        for (delivery, found) in deliveries.iter().zip(&mut found) {
            for (row, found) in delivery.rows.iter().zip(found).filter(|(_, found)| found.is_none()) {
                *found = pass(&mut searcher, &delivery.origin, row);
                if let Some(Who::Known(id) | Who::New(id)) = found {
                    searcher.used.insert(id.clone(), name(row).to_owned());
                }
            }
        }
    }
    let mut numbers = Numbers::of(kept, searcher.used.keys());
    let mut known = |(row, found): (&Said, Option<Who>)| found.unwrap_or_else(|| stranger(row, &mut numbers));
    let each = deliveries.iter().zip(found);
    each.map(|(delivery, found)| delivery.rows.iter().zip(found).map(&mut known).collect()).collect()
}

/// A new person, without a number of this program.
fn stranger(row: &Said, numbers: &mut Numbers) -> Who {
    if row.id.is_none() && name(row).is_empty() {
        let fault = Diagnostic::new(Code::MissingValue, row.at.clone());
        return Who::Nobody(vec![fault.with("column", Fact::Message("collect-column-name"))]);
    }
    Who::New(numbers.next(row.fields.get(COMMUNE).map_or("", String::as_str)))
}

const NAME: &str = "name";
/// Columns that distinguish people of one name.
const REACH: [&str; 2] = ["phone", "email"];
const COMMUNE: &str = "commune";

fn name(row: &Said) -> &str {
    row.person.get(NAME).map_or("", String::as_str)
}

fn home(row: &Said) -> Home {
    (name_key(name(row)), row.fields.get(COMMUNE).cloned().unwrap_or_default())
}

impl<'a> Searcher<'a> {
    fn new(kept: &'a Kept) -> Self {
        let mut searcher = Self {
            kept,
            by_key: BTreeMap::new(),
            by_home: Waiting::default(),
            by_reach: Waiting::default(),
            used: BTreeMap::new(),
        };
        for id in kept.said.ids() {
            let key = kept.said.cell(id, KEY);
            if !key.is_empty() {
                searcher.by_key.insert((kept.said.cell(id, ORIGIN), key), id);
            }
        }
        for id in kept.enrolments.ids() {
            let name = name_key(kept.contacts.cell(id, NAME));
            if name.is_empty() {
                continue;
            }
            for column in REACH {
                let there = folded(kept.contacts.cell(id, column));
                if !there.is_empty() {
                    searcher.by_reach.add((name.clone(), column, there), id);
                }
            }
            if kept.said.has(id) {
                let commune = kept.meant.get(id).and_then(|fields| fields.get(COMMUNE)).cloned();
                let is_numbered = !kept.said.cell(id, KEY).is_empty();
                let home = (name, commune.unwrap_or_default());
                searcher.by_home.add((home, kept.said.cell(id, ORIGIN).to_owned(), is_numbered), id);
            }
        }
        searcher
    }

    fn is_free(&self, id: &str) -> bool {
        !self.used.contains_key(id)
    }

    /// Matches by a number, of this program or another system.
    fn by_number(&mut self, origin: &Origin, row: &Said) -> Option<Who> {
        if !row.faults.is_empty() {
            return Some(Who::Nobody(row.faults.clone()));
        }
        let number = row.id.as_deref()?;
        if *origin != Origin::Own {
            let known = self.by_key.get(&(origin.name(), number)).copied();
            // If it appears twice in one export, the first counts.
            return known
                .map(|id| if self.is_free(id) { Who::Known(id.to_owned()) } else { twice(row, number) });
        }
        let there = self.kept.contacts.cell(number, NAME);
        let here = self.used.get(number);
        let is_another = |known: &str| !may_be_one(known, name(row));
        let id = number.to_owned();
        Some(match here {
            Some(here) if is_another(here) => taken(row, number),
            Some(_) => twice(row, number),
            None if is_another(there) => taken(row, number),
            None if self.kept.has(number) => Who::Known(id),
            None => Who::New(id),
        })
    }

    /// Matches by name, and telephone or e-mail.
    fn by_reach(&mut self, origin: &Origin, row: &Said) -> Option<Who> {
        has_only_a_name(origin, row).then_some(())?;
        let key = name_key(name(row));
        let said =
            REACH.iter().filter_map(|&column| Some((key.clone(), column, folded(row.person.get(column)?))));
        let used = &self.used;
        let found = self.by_reach.first(said, |id| used.contains_key(id))?;
        Some(Who::Known(found.to_owned()))
    }

    /// Matches by name and commune, among those of the same form.
    fn by_home(&mut self, origin: &Origin, row: &Said) -> Option<Who> {
        has_only_a_name(origin, row).then_some(())?;
        // An unused number belongs to somebody else than a stored number.
        let numbered: &[bool] = if row.id.is_none() { &[false, true] } else { &[false] };
        let homes = numbered.iter().map(|&is_numbered| (home(row), form(origin).to_owned(), is_numbered));
        let used = &self.used;
        let found = self.by_home.first(homes, |id| used.contains_key(id))?;
        Some(Who::Known(found.to_owned()))
    }
}

/// Whether a row is matched by its name.
fn has_only_a_name(origin: &Origin, row: &Said) -> bool {
    let has_number = row.id.is_some() && *origin == Origin::Own;
    !has_number && !name(row).is_empty()
}

/// The stored origin of a person without a number of this program.
pub(super) fn form(origin: &Origin) -> &str {
    match origin {
        Origin::Own => "table",
        Origin::Foreign(name) => name,
    }
}

fn twice(row: &Said, number: &str) -> Who {
    let fault = Diagnostic::new(Code::DuplicateId, row.at.clone()).with("value", number);
    Who::Nobody(vec![fault.with("first", "").with("other", "key")])
}

fn taken(row: &Said, number: &str) -> Who {
    let fault = Diagnostic::new(Code::NumberTaken, row.at.clone()).with("value", number);
    Who::Nobody(vec![fault.hinting("hint-new-line")])
}

/// Numbers for people without one: `E25304-001`. Those of forms begin with `R`, so that they cannot collide with a line
/// that was handed out.
struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    fn of<'a>(kept: &'a Kept, used: impl Iterator<Item = &'a String>) -> Self {
        let mut last: BTreeMap<String, usize> = BTreeMap::new();
        let known = kept.enrolments.ids().chain(kept.contacts.ids()).chain(kept.said.ids());
        for id in known.chain(used.map(String::as_str)) {
            let numbered = id
                .rsplit_once('-')
                .and_then(|(prefix, number)| Some((prefix, number.parse::<usize>().ok()?)));
            if let Some((prefix, number)) = numbered {
                let last = last.entry(prefix.to_owned()).or_default();
                *last = number.max(*last);
            }
        }
        Self(last)
    }

    fn next(&mut self, commune: &str) -> String {
        let prefix = format!("E{commune}");
        let last = self.0.entry(prefix.clone()).or_default();
        *last += 1;
        format!("{prefix}-{:03}", *last)
    }
}

/// Residents with the same name in the same commune as one of `touched`, except those who have withdrawn: groups of
/// several identifiers.
pub(super) fn namesakes(kept: &Kept, touched: &BTreeSet<String>) -> Vec<(String, Vec<String>)> {
    let mut homes: BTreeMap<Home, Vec<String>> = BTreeMap::new();
    let nothing = Fields::new();
    for id in kept.enrolments.ids() {
        let fields = kept.meant.get(id).unwrap_or(&nothing);
        let name = name_key(kept.contacts.cell(id, NAME));
        let is_gone = fields.get("withdrawn").is_some_and(|it| it == "1");
        if !name.is_empty() && !is_gone {
            let commune = fields.get(COMMUNE).cloned().unwrap_or_default();
            homes.entry((name, commune)).or_default().push(id.to_owned());
        }
    }
    let doubtful =
        homes.into_iter().filter(|(_, ids)| ids.len() > 1 && ids.iter().any(|id| touched.contains(id)));
    doubtful.map(|((_, commune), ids)| (commune, ids)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_any_order() {
        assert_eq!(name_key("DUPONT Jeanne"), name_key("Mme Jeanne Dupont"));
        assert_ne!(name_key("Jean Dupont"), name_key("Jeanne Dupont"));
    }

    #[test]
    fn two_names_without_a_word_in_common_are_two_people() {
        assert!(may_be_one("Jeanne Dupont", "Jeanne Martin") && may_be_one("Jane Dupont", "Jeanne DUPONT"));
        assert!(may_be_one("", "Jeanne Dupont"));
        assert!(!may_be_one("Jeanne Dupont", "Paul Martin"));
    }
}
