//! `announced.toml`: what is stored with an announced plan. It also marks its folder: `plan` writes nothing there.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Table, value};

use crate::app::judge::Judged;
use crate::input::{RECORD_BYTES, read_text};
use crate::output::calendar::identity::series;
use crate::plan::{Cycle, changes};

/// The folder of announced plans, next to the scenario.
pub(in crate::app) const FOLDER: &str = "announced";
/// Its file name.
pub const LABEL: &str = "announced.toml";
/// Version of the format.
const FORMAT: i64 = 1;

/// What is stored with an announced plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The day of the announcement.
    pub date: Date,
    /// Consecutive number of the announcement.
    pub number: u32,
    /// The scenario's name.
    pub scenario: String,
    /// The series, which distinguishes its season's calendars from others.
    pub series: Option<String>,
    /// The day from which the plan held.
    pub today: Option<Date>,
    /// Digest of the input with which the plan was checked.
    pub input_digest: String,
    /// Cycles.
    pub cycles: usize,
    /// Residents in these cycles.
    pub participants: usize,
    /// Net + service, euros.
    pub objective: f64,
    /// The changes from the previous announcement; `None` if there was none.
    pub changes: Option<Changed>,
}

/// The changes from the previous announcement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changed {
    /// Residents who were told of a new appointment, or of having lost it.
    pub calls: usize,
    /// Announced cycles that no longer stood.
    pub notices: usize,
    /// Sessions led by another trainer than announced.
    pub stand_ins: usize,
    /// Cost, euros.
    pub cost: f64,
}

impl Label {
    /// The label of a checked plan.
    pub(super) fn of(judged: &Judged, date: Date, number: u32) -> Self {
        let (instance, plan) = (&judged.read.scenario.instance, &judged.read.plan);
        let before = judged.read.scenario.announced.as_deref().and_then(beside);
        let told = instance.announced.as_ref().map(|told| told.today);
        Self {
            date,
            number,
            scenario: instance.name.clone(),
            series: before.and_then(|before| before.series).or_else(|| Some(series(instance))),
            today: Some(told.unwrap_or(instance.rules.horizon.start)),
            input_digest: instance.digest.clone(),
            cycles: plan.cycles.len(),
            participants: plan.cycles.iter().map(Cycle::served).map(<[_]>::len).sum(),
            objective: judged.verdict.breakdown.objective().to_f64(),
            changes: changes(instance, plan).map(|changes| Changed {
                calls: changes.calls.len(),
                notices: changes.notices.len(),
                stand_ins: changes.stand_ins.len(),
                cost: changes.cost(instance).to_f64(),
            }),
        }
    }

    /// The text of the label.
    pub(super) fn text(&self) -> String {
        let count = |n: usize| value(i64::try_from(n).unwrap_or(i64::MAX));
        let mut file = DocumentMut::new();
        file["format"] = value(FORMAT);
        file["date"] = value(self.date.to_string());
        file["number"] = value(i64::from(self.number));
        file["scenario"] = value(&self.scenario);
        if let Some(series) = &self.series {
            file["series"] = value(series);
        }
        if let Some(today) = self.today {
            file["today"] = value(today.to_string());
        }
        file["input_digest"] = value(&self.input_digest);
        file["cycles"] = count(self.cycles);
        file["participants"] = count(self.participants);
        file["objective"] = value(self.objective);
        if let Some(changed) = self.changes {
            let mut changes = Table::new();
            changes["calls"] = count(changed.calls);
            changes["notices"] = count(changed.notices);
            changes["stand_ins"] = count(changed.stand_ins);
            changes["cost"] = value(changed.cost);
            file["changes"] = Item::Table(changes);
        }
        file.to_string()
    }

    /// Parses a text; `None` if it is not one of our labels.
    pub(super) fn read(text: &str) -> Option<Self> {
        let file: DocumentMut = text.parse().ok()?;
        let word = |key: &str| Some(file.get(key)?.as_str()?.to_owned());
        let count = |item: Option<&Item>| usize::try_from(item?.as_integer()?).ok();
        let changed = |changes: &Item| {
            Some(Changed {
                calls: count(changes.get("calls"))?,
                notices: count(changes.get("notices"))?,
                stand_ins: count(changes.get("stand_ins"))?,
                cost: changes.get("cost")?.as_float()?,
            })
        };
        Some(Self {
            date: word("date")?.parse().ok()?,
            number: u32::try_from(file.get("number")?.as_integer()?).ok()?,
            scenario: word("scenario")?,
            series: word("series"),
            today: word("today").and_then(|day| day.parse().ok()),
            input_digest: word("input_digest")?,
            cycles: count(file.get("cycles"))?,
            participants: count(file.get("participants"))?,
            objective: file.get("objective")?.as_float()?,
            changes: file.get("changes").and_then(changed),
        })
    }
}

/// The label of an announced plan, if `announce` stored one with it.
pub fn beside(plan: &Path) -> Option<Label> {
    let text = read_text(&plan.parent()?.join(LABEL), RECORD_BYTES).ok()?;
    Label::read(&text)
}

/// Folders of announcements with their numbers: `2027-02-15-3`.
pub(in crate::app) fn numbers(home: &Path) -> Vec<(u32, PathBuf)> {
    let names = fs::read_dir(home).into_iter().flatten().flatten().map(|entry| entry.path());
    let number = |folder: PathBuf| {
        let (date, number) = folder.file_name()?.to_str()?.rsplit_once('-')?;
        date.parse::<Date>().ok()?;
        Some((number.parse().ok()?, folder))
    };
    names.filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_as_it_was_written() {
        let first = Label {
            date: jiff::civil::date(2027, 2, 15),
            number: 3,
            scenario: "\"pays\" de Montbéliard".to_owned(),
            series: Some("pays-00".to_owned()),
            today: Some(jiff::civil::date(2027, 2, 8)),
            input_digest: "ab".to_owned(),
            cycles: 39,
            participants: 454,
            objective: -12.5,
            changes: None,
        };
        assert_eq!(Label::read(&first.text()), Some(first.clone()));
        let changes = Some(Changed { calls: 11, notices: 2, stand_ins: 1, cost: 143.0 });
        let second = Label { changes, ..first };
        assert_eq!(Label::read(&second.text()), Some(second));
        assert_eq!(Label::read("date = \"yesterday\""), None);
    }
}
