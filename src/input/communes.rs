//! The communes, and the texts that name one: its INSEE code, its name, or both; by mistake its postal code.

use std::collections::{BTreeMap, HashMap};

use super::codes;
use super::column::Column;
use super::names::Names;
use super::row::Row;
use super::words::folded;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, nearest};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;

/// A commune that asks for cycles, and the place where it does.
#[derive(Debug)]
pub(crate) struct Wish {
    pub(crate) commune: CommuneId,
    pub(crate) at: Place,
}

/// The communes of a territory, found by code.
#[derive(Debug)]
pub(crate) struct Communes {
    pub(crate) rows: Vec<Commune>,
    /// Those that ask for cycles.
    pub(crate) wishes: Vec<Wish>,
    names: Names,
    by_postal_code: BTreeMap<String, Vec<usize>>,
    // INSEE codes that are also the postal code of other communes, with those communes.
    shared: HashMap<String, Vec<usize>>,
    // By folded name.
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Communes {
    /// Communes, with their codes in `names` in the same order.
    pub(crate) fn new(rows: Vec<Commune>, names: Names) -> Self {
        let mut by_postal_code: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (position, commune) in rows.iter().enumerate() {
            if let Some(code) = &commune.postal_code {
                by_postal_code.entry(code.clone()).or_default().push(position);
            }
        }
        let mut shared = HashMap::new();
        for commune in &rows {
            let alike = by_postal_code.get(&commune.insee).into_iter().flatten().copied();
            let others: Vec<usize> = alike.filter(|&other| rows[other].insee != commune.insee).collect();
            if !others.is_empty() {
                shared.insert(commune.insee.clone(), others);
            }
        }
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (position, commune) in rows.iter().enumerate() {
            by_name.entry(folded(&commune.name)).or_default().push(position);
        }
        Self { rows, wishes: Vec::new(), names, by_postal_code, shared, by_name }
    }

    /// Whether the whole table was read.
    pub(crate) fn is_complete(&self) -> bool {
        self.names.is_complete()
    }

    /// The commune that `column` names; reports a missing or unknown one.
    pub(crate) fn referred(&self, row: &mut Row<'_>, column: Column) -> Option<CommuneId> {
        let text = row.text(column)?;
        self.resolved(row, column, text)
    }

    /// The commune that `text` names, found in `column` of the row; reports an unknown one.
    pub(crate) fn resolved(&self, row: &mut Row<'_>, column: Column, text: &str) -> Option<CommuneId> {
        // Most are known: no place is built for them.
        match self.names.known(text).filter(|_| !self.shared.contains_key(text)) {
            Some(known) => Some(known.into()),
            None => self.found(text, &row.at(column), row.faults),
        }
    }

    /// The commune at an end of a road or a measured pair: programs write these tables, and they contain no postal codes.
    pub(crate) fn end(&self, row: &mut Row<'_>, column: Column) -> Option<CommuneId> {
        let text = row.text(column)?;
        self.names.known(text).map(CommuneId::from).or_else(|| self.resolved(row, column, text))
    }

    /// The commune that `text` names; reports an unknown one, and warns of a code that may have another meaning.
    pub(crate) fn found(&self, text: &str, at: &Place, faults: &mut Faults) -> Option<CommuneId> {
        let read = codes::insee(text);
        let known = read.as_ref().and_then(|read| self.names.known(&read.code));
        if let (Some(known), Some(read)) = (known, &read) {
            self.warn(read, text, at, faults);
            return Some(known.into());
        }
        let is_code = read.is_some() || codes::postal(text).is_some();
        let called = if is_code { &[] } else { self.called(text) };
        match (self.names.position(text), called) {
            (_, &[position]) => return self.id_of(position),
            (None, [_, _, ..]) => {
                let fault = Diagnostic::new(Code::AmbiguousCommune, at.clone()).with("value", text);
                faults.add(fault.with("communes", self.listed(called)));
            }
            (None, []) => {
                faults.add_with(Code::UnknownCommune, at.clone(), |fault| self.explained(fault, text));
            }
            (Some(position), _) => return Some(position.into()),
        }
        None
    }

    /// The communes with a name, or the one with a name and its code: `Étupes (25228)`, `25228 Étupes`.
    fn called(&self, text: &str) -> &[usize] {
        if let Some(named) = self.by_name.get(&folded(text)) {
            return named;
        }
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        let Some(code) = words.find(|word| word.len() == 5 && codes::insee(word).is_some()) else {
            return &[];
        };
        let named = self.by_name.get(&folded(&text.replace(code, " "))).map_or(&[][..], Vec::as_slice);
        let code = code.to_uppercase();
        let own = named.iter().position(|&position| self.rows[position].insee == code);
        own.map_or(&[], |own| &named[own..=own])
    }

    /// Rows with a fault have a position too, but are missing from the rows.
    fn id_of(&self, row: usize) -> Option<CommuneId> {
        self.names.known(&self.rows[row].insee).map(CommuneId::from)
    }

    fn warn(&self, read: &codes::Read, text: &str, at: &Place, faults: &mut Faults) {
        if read.is_mended {
            let warning = Diagnostic::new(Code::CodeMended, at.clone()).with("value", text);
            faults.add_once(text, warning.with("found", read.code.as_str()).hinting("hint-as-text"));
        }
        if let Some(others) = self.shared.get(&read.code) {
            let name =
                self.rows.iter().find(|commune| commune.insee == read.code).map(|own| own.name.as_str());
            let warning = Diagnostic::new(Code::AlsoPostalCode, at.clone()).with("value", read.code.as_str());
            let warning = warning.with("name", name.unwrap_or_default());
            faults.add_once(&read.code, warning.with("communes", self.listed(others)));
        }
    }

    /// A fault that names the unknown text and, where possible, the intended code: that of the commune whose name or
    /// postal code it is. A code is never taken for another one: its commune may have been merged.
    fn explained(&self, fault: Diagnostic, text: &str) -> Diagnostic {
        let fault = fault.with("value", text);
        let postal = codes::postal(text).and_then(|read| self.by_postal_code.get(&read.code));
        if let Some(communes) = postal {
            let facts = [("value", text.into()), ("communes", self.listed(communes))];
            return fault.advising("hint-postal-code", facts.into());
        }
        let named = self.named(text);
        match named.as_slice() {
            [] if codes::insee(text).is_some() => fault.hinting("hint-merged"),
            [] => fault,
            [commune] => {
                let Commune { insee, name, .. } = &self.rows[*commune];
                let facts: [(_, Fact); 2] =
                    [("name", name.as_str().into()), ("found", insee.as_str().into())];
                fault.advising("hint-insee-of", facts.into())
            }
            several => fault.advising("hint-homonyms", vec![("communes", self.listed(several))]),
        }
    }

    /// The communes that a text names: by a code within it (`Étupes (25228)`), by name, or nearly.
    fn named(&self, text: &str) -> Vec<usize> {
        let by_code = |word: &str| {
            let read = codes::insee(word)?;
            self.rows.iter().position(|commune| commune.insee == read.code)
        };
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let has_name = text.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        if !has_name {
            return Vec::new();
        }
        if let Some(found) = words.into_iter().filter(|word| word.len() == 5).find_map(by_code) {
            return vec![found];
        }
        let folded = folded(&text.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>());
        let known = self.by_name.keys().map(String::as_str);
        let name = self.by_name.get(&folded).or_else(|| self.by_name.get(nearest(&folded, known)?));
        name.cloned().unwrap_or_default()
    }

    /// Their names and codes.
    fn listed(&self, communes: &[usize]) -> Fact {
        let commune = |&position: &usize| &self.rows[position];
        Fact::listing(
            communes.iter().map(commune).map(|Commune { name, insee, .. }| format!("{name} ({insee})")),
        )
    }
}
