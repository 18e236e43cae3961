//! What varies: axes and their values, checked against the base scenario.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, nearest};
use crate::input::batch_file::{AxisSection, Literal};
use crate::input::rows;
use crate::input::stock::base::Base;
use crate::input::tables::kind::Kind;
use crate::messages::Messages;
use crate::output::export::paths::is_reserved;

/// Something that varies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Its name, a column of the results.
    pub name: String,
    /// What it changes.
    pub subject: Subject,
    /// The values it takes.
    pub values: Vec<AxisValue>,
    /// Label of the base scenario's own value.
    pub base_label: String,
    // Positions of the values, by their text in the file and by their labels.
    written: BTreeMap<String, usize>,
    labelled: BTreeMap<String, usize>,
}

/// What an axis changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A key of the scenario; a key of `[data]` names another table.
    Key(String),
    /// How many rows of a table are kept, from the first: `trainers` or `kits`.
    First(Kind),
    /// How many times every party enrols.
    Multiplied,
    /// The seed of invented enrolments.
    Seed,
}

impl Subject {
    /// The table or key that is changed; two axes may share one only where their effects add up.
    fn target(&self) -> &str {
        match self {
            Self::Key(key) => key,
            Self::First(kind) => kind.name(),
            Self::Multiplied => "multiplied",
            Self::Seed => "data.residents",
        }
    }
}

/// A value of an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisValue {
    /// Its text in the file.
    pub literal: Literal,
    /// Its label.
    pub label: String,
    /// Its place in the file.
    pub place: Place,
}

impl Axis {
    /// The position of a value, given by its text in the file or by its label.
    pub fn position(&self, value: &Literal) -> Option<usize> {
        let (written, labelled) = (self.written.get(&value.0), self.labelled.get(&value.label()));
        written.into_iter().chain(labelled).min().copied()
    }
}

/// Whether a name is that of a column of the results, which no axis may take.
pub type Taken<'a> = &'a dyn Fn(&str) -> bool;

/// Checks the axes of a batch file; every fault is reported.
pub(super) fn axes(
    sections: &[AxisSection],
    places: &BTreeMap<String, Place>,
    base: &Base,
    is_taken: Taken,
    faults: &mut Faults,
) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::new();
    for (position, section) in sections.iter().enumerate() {
        let path = format!("axis[{position}]");
        let at = |key: &str| place(places, &format!("{path}.{key}"), &path);
        check_name(&section.name, at("name"), faults);
        if is_taken(&section.name) {
            faults.add(Diagnostic::new(Code::ColumnTaken, at("name")).with("value", section.name.as_str()));
        }
        if axes.iter().any(|axis| axis.name == section.name) {
            faults.add(Diagnostic::new(Code::NamedTwice, at("name")).with("value", section.name.as_str()));
        }
        let Some(subject) = subject(section, &at, base, faults) else { continue };
        if let Some(other) = axes.iter().find(|axis| axis.subject.target() == subject.target()) {
            let fault = Diagnostic::new(Code::AxesCollide, at("name")).with("one", other.name.as_str());
            faults.add(fault.with("other", section.name.as_str()));
        }
        let values = values(section, &subject, &at, base, faults);
        let base_label = base_label(&subject, base);
        let positions = |name: fn(&AxisValue) -> &String| {
            // Of two values that are alike, which is a fault, the first is kept.
            values.iter().enumerate().rev().map(|(position, value)| (name(value).clone(), position)).collect()
        };
        let (written, labelled) = (positions(|value| &value.literal.0), positions(|value| &value.label));
        axes.push(Axis { name: section.name.clone(), subject, values, base_label, written, labelled });
    }
    axes
}

/// The place of a key, or of its parent where the key is not written.
pub(super) fn place(places: &BTreeMap<String, Place>, key: &str, otherwise: &str) -> Place {
    let found = places.get(key).or_else(|| places.get(otherwise)).cloned();
    found.unwrap_or_else(|| Place::default().key(key))
}

/// Reports a name that could be neither a folder nor a column.
pub(super) fn check_name(name: &str, at: Place, faults: &mut Faults) {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.+".contains(character);
    let has_form = !name.is_empty() && !name.starts_with(['.', '-', '+']) && name.chars().all(is_plain);
    if !has_form || is_reserved(name) {
        faults.add(Diagnostic::new(Code::BadName, at).with("value", name));
    }
}

fn subject(
    section: &AxisSection,
    at: &dyn Fn(&str) -> Place,
    base: &Base,
    faults: &mut Faults,
) -> Option<Subject> {
    let AxisSection { key, first, demand, .. } = section;
    let n_given = [key, first, demand].into_iter().flatten().count();
    if n_given != 1 {
        let fault = Diagnostic::new(Code::AxisSubject, at("name")).with("value", section.name.as_str());
        faults.add(fault.with("count", n_given));
        return None;
    }
    if key.as_ref().is_some_and(|key| !base.has(key, &at("key"), faults)) {
        return None;
    }
    let of_key = key.clone().map(Subject::Key);
    let of_rows = || first.as_deref().and_then(Kind::named).map(Subject::First);
    let of_demand = || match demand.as_deref() {
        Some("multiplied") => Some(Subject::Multiplied),
        _ => Some(Subject::Seed),
    };
    of_key.or_else(of_rows).or_else(of_demand)
}

fn values(
    section: &AxisSection,
    subject: &Subject,
    at: &dyn Fn(&str) -> Place,
    base: &Base,
    faults: &mut Faults,
) -> Vec<AxisValue> {
    let (n_values, n_labels) = (section.values.len(), section.labels.len());
    if n_values == 0 {
        faults.add(Diagnostic::new(Code::MissingValue, at("values")).with("column", "values"));
    }
    if n_labels > 0 && n_labels != n_values {
        let fault = Diagnostic::new(Code::LabelCount, at("labels")).with("found", n_labels);
        faults.add(fault.with("expected", n_values));
    }
    let mut values: Vec<AxisValue> = Vec::with_capacity(n_values);
    let (mut labels, mut literals) = (BTreeSet::new(), BTreeSet::new());
    for (position, literal) in section.values.iter().enumerate() {
        let place = at(&format!("values[{position}]"));
        let label = section.labels.get(position).cloned().unwrap_or_else(|| literal.label());
        if !(labels.insert(label.clone()) & literals.insert(literal)) {
            faults.add(Diagnostic::new(Code::ValueTwice, place.clone()).with("value", label.as_str()));
        }
        check_value(subject, literal, &place, base, faults);
        values.push(AxisValue { literal: literal.clone(), label, place });
    }
    values
}

/// Upper limit of the factor of `multiplied`.
const MOST_TIMES: f64 = 100.0;

fn check_value(subject: &Subject, literal: &Literal, place: &Place, base: &Base, faults: &mut Faults) {
    let refused = |code| Diagnostic::new(code, place.clone()).with("value", literal.0.as_str());
    match subject {
        Subject::Key(key) => _ = base.takes(key, literal, place, faults),
        Subject::First(_) | Subject::Seed if literal.whole().is_none() => {
            faults.add(refused(Code::NotWhole));
        }
        Subject::Multiplied => match literal.number() {
            None => faults.add(refused(Code::NotANumber)),
            Some(factor) if !(0.0..=MOST_TIMES).contains(&factor) => {
                faults.add(refused(Code::OutOfRange).with("low", "0").with("high", MOST_TIMES.to_string()));
            }
            Some(_) => {}
        },
        Subject::First(_) | Subject::Seed => {}
    }
}

fn base_label(subject: &Subject, base: &Base) -> String {
    match subject {
        Subject::Key(key) => base.label_of(key),
        Subject::First(kind) => {
            let stored = base.tables.get(kind);
            stored.map_or(0, |stored| rows::count(*kind, &stored.parts)).to_string()
        }
        Subject::Multiplied => "1".to_owned(),
        Subject::Seed => String::new(),
    }
}

/// Finds an axis by name; an unknown name is reported with the nearest known one.
pub(super) fn find(axes: &[Axis], name: &str, at: Place, faults: &mut Faults) -> Option<usize> {
    let found = axes.iter().position(|axis| axis.name == name);
    if found.is_none() {
        let known = axes.iter().map(|axis| axis.name.as_str());
        let fault = Diagnostic::new(Code::UnknownAxis, at).with("value", name);
        faults.add(fault.suggesting("hint-nearest", nearest(name, known)));
    }
    found
}

/// Finds a value of an axis; one that is not among its values is reported.
pub(super) fn find_value(axis: &Axis, value: &Literal, at: Place, faults: &mut Faults) -> Option<usize> {
    let found = axis.position(value);
    if found.is_none() {
        let known: Vec<&str> = axis.values.iter().map(|known| known.label.as_str()).collect();
        let fault = Diagnostic::new(Code::NotAnAxisValue, at).with("value", value.0.as_str());
        faults.add(fault.with("axis", axis.name.as_str()).with("offered", Fact::from(known.join(", "))));
    }
    found
}

/// What an axis changes, in words.
pub fn words(axis: &Axis, messages: &Messages) -> String {
    match &axis.subject {
        Subject::Key(key) => messages.text("axis-key", &[("key", key.as_str().into())]),
        Subject::First(kind) => messages.text("axis-first", &[("table", kind.name().into())]),
        Subject::Multiplied => messages.text("axis-multiplied", &[]),
        Subject::Seed => messages.text("axis-seed", &[]),
    }
}
