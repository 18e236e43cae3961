//! Whom people come with. A town hall writes a name, which is no business of the enrolments: it becomes the number of that
//! person; a name that several share becomes the number of the first of them. A name of nobody is left out, and told.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::Kept;
use super::who::{Who, name_key};
use crate::input::delivery::Delivery;
use crate::input::enrolments::{Fields, Said};
use crate::input::{folded, is_answer};

const PARTY: &str = "party";

/// What people may be called here: their numbers, their names, and names that several share.
pub(super) struct Companions<'a> {
    numbers: Vec<&'a str>,
    // By name, a number and its commune.
    by_name: BTreeMap<String, Vec<(&'a str, &'a str)>>,
    sharing: BTreeMap<String, Vec<&'a str>>,
    // What the enrolments say already.
    ours: BTreeSet<&'a str>,
}

/// Whom somebody comes with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Companion {
    /// Nobody else.
    Nobody,
    /// This one.
    Known(String),
    /// Somebody of whom nothing is known.
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
        let named = self.by_name.entry(name_key(name)).or_default();
        if named.iter().all(|(known, _)| *known != id) {
            named.push((id, commune));
        }
    }

    /// Whom the row of `id` comes with; `None` where it does not say.
    pub(super) fn whom(&self, id: &str, row: &Said) -> Option<Companion> {
        let text = row.fields.get(PARTY)?;
        if is_answer(text) {
            return Some(Companion::Nobody);
        }
        if self.numbers.binary_search(&text.as_str()).is_ok() || self.ours.contains(text.as_str()) {
            return Some(Companion::Known(text.clone()));
        }
        let named = self.by_name.get(&name_key(text)).map_or(&[][..], Vec::as_slice);
        let others: Vec<&(&str, &str)> = named.iter().filter(|(other, _)| *other != id).collect();
        let near: Vec<&str> = others
            .iter()
            .filter(|(_, home)| *home == commune(&row.fields))
            .map(|(other, _)| *other)
            .collect();
        let sharing = self.sharing.get(&folded(text)).map_or(&[][..], Vec::as_slice);
        Some(match (near.as_slice(), others.as_slice(), sharing) {
            (&[one], ..) | (_, &[&(one, _)], _) => Companion::Known(one.to_owned()),
            (_, _, [first, _, ..]) if *first == id => Companion::Nobody,
            (_, _, [first, _, ..]) => Companion::Known((*first).to_owned()),
            _ => Companion::Unknown,
        })
    }
}
