//! A combination of values as a scenario of its own.
//!
//! Tables are replaced in this order, so that axes add up: another file, enrolments of another seed, every party several
//! times, the first rows.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::axis::{Axis, AxisValue, Subject};
use super::grid::Point;
use crate::demand::{Parameters, invent};
use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::stock::base::Base;
use crate::input::stock::stored::{Stored, Tables, Told};
use crate::input::stock::variant::{ANNOUNCED, Setting};
use crate::input::tables::kind::Kind;
use crate::input::{WithWarnings, rows};
use crate::instance::Instance;
use crate::instance::rules::SolverSettings;
use crate::output::residents::residents;
use crate::solve::effort::Size;

/// Folder of the variants within that of the batch.
pub const VARIANTS: &str = "variants";
/// Folder of the tables that variants share.
pub const TABLES: &str = "tables";
/// A variant's scenario in its folder.
pub const SCENARIO: &str = "scenario.toml";

/// A scenario of a batch.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Which combination it is.
    pub point: Point,
    /// The text of its scenario file.
    pub text: String,
    /// Its tables.
    pub tables: Tables,
    /// The announced plan from which it continues, if any.
    pub announced: Option<Arc<Told>>,
    /// SHA-256 of the scenario, its tables and the announced plan, as plans carry it.
    pub digest: String,
    /// Solver settings of its scenario.
    pub solver: SolverSettings,
    /// What the amount of search is derived from, where the batch names it by a word.
    pub size: Option<Size>,
    settings: Vec<Setting>,
}

impl Variant {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.point.name
    }

    /// Reads the variant again: a batch of many variants keeps none of their instances in memory.
    ///
    /// # Errors
    /// Never for a variant that was read before.
    pub fn instance(&self, base: &Base) -> Result<Instance, Vec<Diagnostic>> {
        let name = format!("{VARIANTS}/{}/{SCENARIO}", self.name());
        let files = (&self.tables, self.announced.as_deref());
        base.read_variant(&name, &self.text, &self.settings, files).map(|(instance, _)| instance)
    }

    /// The files that it shares with other variants: name and bytes of each.
    pub fn shared(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables.values().map(|stored| (stored.file.as_str(), stored.bytes.as_slice()));
        tables.chain(self.announced.iter().map(|told| (told.file.as_str(), told.bytes.as_slice())))
    }
}

/// Makes variants; a table that several of them use is made once.
pub(super) struct Made<'a> {
    base: &'a Base,
    axes: &'a [Axis],
    folder: &'a Path,
    enrolments: &'a Parameters,
    is_sized: bool,
    // Tables, by the file that each was made from and by what was done to it.
    tables: Mutex<BTreeMap<(String, String), Arc<Stored>>>,
    // Announced plans, by the file that a value names.
    told: Mutex<BTreeMap<String, Arc<Told>>>,
}

impl<'a> Made<'a> {
    pub(super) fn new(
        base: &'a Base,
        axes: &'a [Axis],
        folder: &'a Path,
        enrolments: &'a Parameters,
        is_sized: bool,
    ) -> Self {
        Self { base, axes, folder, enrolments, is_sized, tables: Mutex::default(), told: Mutex::default() }
    }

    /// The variant of a point, read and checked.
    pub(super) fn variant(&self, point: &Point) -> WithWarnings<Variant> {
        let mut faults = Faults::default();
        let settings = self.settings(point);
        let tables = self.tables(point, &settings, &mut faults);
        let announced = self.announced(&settings, &mut faults);
        if faults.has_error() {
            return Err(faults.into_sorted());
        }
        let name = format!("{}-{}", self.base.instance.name, point.name);
        let files = (&tables, announced.as_deref());
        let text = self.base.variant(&name, &settings, files, &format!("../../{TABLES}/"));
        let file = format!("{VARIANTS}/{}/{SCENARIO}", point.name);
        let (instance, warnings) = self.base.read_variant(&file, &text, &settings, files)?;
        let variant = Variant {
            point: point.clone(),
            text,
            tables,
            announced,
            digest: instance.digest.clone(),
            solver: instance.rules.solver,
            size: self.is_sized.then(|| Size::of(&instance)),
            settings,
        };
        Ok((variant, warnings))
    }

    fn chosen<'p>(
        &self,
        point: &'p Point,
    ) -> impl Iterator<Item = (&'a Subject, &'a AxisValue)> + use<'a, 'p> {
        let chosen = self.axes.iter().zip(&point.at);
        chosen.filter_map(|(axis, &value)| Some((&axis.subject, &axis.values[value?])))
    }

    /// The keys that a point sets: those of its axes, then its own, which take precedence.
    fn settings(&self, point: &Point) -> Vec<Setting> {
        let of_axis = |(subject, value): (&Subject, &AxisValue)| match subject {
            Subject::Key(key) => {
                Some(Setting { key: key.clone(), value: value.literal.clone(), place: value.place.clone() })
            }
            _ => None,
        };
        let mut settings: Vec<Setting> = self.chosen(point).filter_map(of_axis).collect();
        settings.retain(|setting| point.set.iter().all(|own| own.key != setting.key));
        settings.extend(point.set.iter().cloned());
        settings
    }

    fn tables(&self, point: &Point, settings: &[Setting], faults: &mut Faults) -> Tables {
        let mut tables = self.base.tables.clone();
        for setting in settings {
            let Some(kind) = setting.key.strip_prefix("data.").and_then(Kind::named) else { continue };
            let key = (setting.value.0.clone(), kind.name().to_owned());
            let files = setting.value.texts();
            let read = |faults: &mut Faults| Stored::read(kind, &files, self.folder, &setting.place, faults);
            if let Some(stored) = self.once(key, faults, read) {
                tables.insert(kind, stored);
            }
        }
        let chosen = || self.chosen(point);
        for (_, value) in chosen().filter(|(subject, _)| **subject == Subject::Seed) {
            self.exchange(&mut tables, Kind::Residents, &format!("seed {}", value.literal.0), faults, |_| {
                Some(self.invented(value.literal.whole()?))
            });
        }
        for (_, value) in chosen().filter(|(subject, _)| **subject == Subject::Multiplied) {
            let factor = value.literal.number().unwrap_or(1.0);
            self.exchange(&mut tables, Kind::Residents, &format!("times {factor}"), faults, |stored| {
                rows::multiplied(&stored.parts, factor)
            });
        }
        for (subject, value) in chosen() {
            let &Subject::First(kind) = subject else { continue };
            let wanted = value.literal.whole().unwrap_or_default() as usize;
            let found = tables.get(&kind).map_or(0, |stored| rows::count(kind, &stored.parts));
            if found < wanted {
                let fault = Diagnostic::new(Code::TooFewRows, value.place.clone());
                faults.add(fault.with("value", wanted.to_string()).with("found", found));
            }
            self.exchange(&mut tables, kind, &format!("first {wanted}"), faults, |stored| {
                rows::first(kind, &stored.parts, wanted)
            });
        }
        tables
    }

    /// The announced plan: the one that a setting names, or else the base scenario's.
    fn announced(&self, settings: &[Setting], faults: &mut Faults) -> Option<Arc<Told>> {
        let Some(setting) = settings.iter().find(|setting| setting.key == ANNOUNCED) else {
            return self.base.announced.clone();
        };
        let file = setting.value.texts().pop()?;
        let mut known = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = known.get(&file) {
            return Some(Arc::clone(told));
        }
        let told = Told::read(&file, self.folder, &setting.place, faults)?;
        known.insert(file, Arc::clone(&told));
        Some(told)
    }

    /// Replaces a table by one made from it.
    fn exchange(
        &self,
        tables: &mut Tables,
        kind: Kind,
        what: &str,
        faults: &mut Faults,
        make: impl FnOnce(&Stored) -> Option<Vec<u8>>,
    ) {
        let Some(stored) = tables.get(&kind).cloned() else { return };
        let made = self.once((stored.file.clone(), what.to_owned()), faults, |faults| {
            Stored::new(kind, &stored.parts.name(), make(&stored)?, faults)
        });
        if let Some(made) = made {
            tables.insert(kind, made);
        }
    }

    /// Makes a table, or returns the one that was made before.
    fn once(
        &self,
        key: (String, String),
        faults: &mut Faults,
        make: impl FnOnce(&mut Faults) -> Option<Arc<Stored>>,
    ) -> Option<Arc<Stored>> {
        let mut known = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stored) = known.get(&key) {
            return Some(Arc::clone(stored));
        }
        let made = make(faults)?;
        known.insert(key, Arc::clone(&made));
        Some(made)
    }

    fn invented(&self, seed: u64) -> Vec<u8> {
        let instance = &self.base.instance;
        residents(&invent(&instance.communes.raw, &instance.slots.raw, self.enrolments, seed)).plain()
    }
}
