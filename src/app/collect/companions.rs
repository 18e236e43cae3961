//! Resolves whom residents come with. A town hall writes a name, which must not get into the enrolments: it becomes that
//! person's number. A name that several give becomes the number of the first. An unknown name is left out, and reported.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::Kept;
use super::who::{Who, name_key};
use crate::input::delivery::Delivery;
use crate::input::enrolments::{Fields, Said};
use crate::input::{folded, is_answer};

const PARTY: &str = "party";

/// What identifies people here: their numbers, their names, and names that several give.
pub(super) struct Companions<'a> {
    numbers: Vec<&'a str>,
    // By name; by name and commune.
    by_name: BTreeMap<String, BTreeSet<&'a str>>,
    by_home: BTreeMap<(String, &'a str), BTreeSet<&'a str>>,
    sharing: BTreeMap<String, Vec<&'a str>>,
    // Values that the enrolments already contain.
    ours: BTreeSet<&'a str>,
}

/// Whom a resident comes with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Companion {
    /// No companion.
    Nobody,
    /// This resident.
    Known(String),
    /// An unknown person.
    Unknown,
}

fn commune(fields: &Fields) -> &str {
    fields.get("commune").map_or("", String::as_str)
}

impl<'a> Companions<'a> {
    pub(super) fn of(deliveries: &'a [Delivery], who: &'a [Vec<Who>], kept: &'a Kept) -> Self {
        let ours = kept.meant.values().filter_map(|fields| fields.get(PARTY)).map(String::as_str);
        let mut companions = Self {
            numbers: Vec::new(),
            by_name: BTreeMap::new(),
            by_home: BTreeMap::new(),
            sharing: BTreeMap::new(),
            ours: ours.collect(),
        };
        for id in kept.enrolments.ids() {
            let home = kept.meant.get(id).map_or("", commune);
            companions.add(id, kept.contacts.cell(id, "name"), home);
        }
        for (delivery, who) in deliveries.iter().zip(who) {
            for (row, who) in delivery.rows.iter().zip(who) {
                let (Who::Known(id) | Who::New(id)) = who else { continue };
                companions.add(id, row.person.get("name").map_or("", String::as_str), commune(&row.fields));
                if let Some(text) = row.fields.get(PARTY) {
                    companions.sharing.entry(folded(text)).or_default().push(id);
                }
            }
        }
        companions.numbers.sort_unstable();
        companions
    }

    fn add(&mut self, id: &'a str, name: &str, commune: &'a str) {
        self.numbers.push(id);
        let name = name_key(name);
        // A previous home counts as well.
        if self.by_name.entry(name.clone()).or_default().insert(id) {
            self.by_home.entry((name, commune)).or_default().insert(id);
        }
    }

    /// Whom the resident `id` of a row comes with; `None` if it does not say.
    pub(super) fn whom(&self, id: &str, row: &Said) -> Option<Companion> {
        let text = row.fields.get(PARTY)?;
        if is_answer(text) {
            return Some(Companion::Nobody);
        }
        if self.numbers.binary_search(&text.as_str()).is_ok() || self.ours.contains(text.as_str()) {
            return Some(Companion::Known(text.clone()));
        }
        let name = name_key(text);
        let one = |named: Option<&BTreeSet<&str>>| {
            let mut others = named?.iter().filter(|other| **other != id);
            let first = others.next()?;
            others.next().is_none().then(|| (*first).to_owned())
        };
        let elsewhere = one(self.by_name.get(&name));
        let known = one(self.by_home.get(&(name, commune(&row.fields)))).or(elsewhere);
        let sharing = self.sharing.get(&folded(text)).map_or(&[][..], Vec::as_slice);
        Some(match (known, sharing) {
            (Some(one), _) => Companion::Known(one),
            (None, [first, _, ..]) if *first == id => Companion::Nobody,
            (None, [first, _, ..]) => Companion::Known((*first).to_owned()),
            (None, _) => Companion::Unknown,
        })
    }
}
