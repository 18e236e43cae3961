//! Withdrawals, closures and late enrolments as rows of their tables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::page::Page;
use super::{Changed, Desk, amended, unwritable};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::column::{AVAILABLE_FROM, Column, NOTE};
use crate::input::encoding::{decoded, in_place_of, with_line_feeds};
use crate::input::header::Layout;
use crate::input::open::OpenFiles;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::slots::Slots;
use crate::input::sources::Sources;
use crate::input::tables;
use crate::input::tables::kind::Kind;
use crate::input::tables::residents::Known;
use crate::input::tracks::Tracks;
use crate::input::workbook::is_workbook;
use crate::instance::ids::SlotId;
use crate::instance::units::Minutes;

/// Whole days on which something is closed, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

/// What is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed<'a> {
    /// A room.
    Venue(&'a str),
    /// A trainer, who is absent.
    Trainer(&'a str),
}

impl Closed<'_> {
    fn scope(self, is_french: bool) -> String {
        match (self, is_french) {
            (Self::Venue(id), false) => format!("venue:{id}"),
            (Self::Venue(id), true) => format!("salle:{id}"),
            (Self::Trainer(id), false) => format!("trainer:{id}"),
            (Self::Trainer(id), true) => format!("animateur:{id}"),
        }
    }
}

/// The column of this name.
fn column(kind: Kind, name: &str) -> Column {
    *kind.columns().iter().find(|column| column.name == name).expect("a column of the table")
}

/// Marks residents as withdrawn.
///
/// # Errors
/// Every fault of the files that are read or cannot be changed.
pub fn withdrawing(
    sources: &Sources,
    scenario: &Path,
    residents: &BTreeSet<&str>,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    amended(sources, scenario, |desk, faults| {
        let parts = desk.parts(Kind::Residents, faults);
        let (id, withdrawn) = (column(Kind::Residents, "id"), column(Kind::Residents, "withdrawn"));
        let mut lines: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
        let layout =
            Layout::with_slots(Kind::Residents.columns(), column(Kind::Residents, "slots"), &desk.slots);
        parts.each_row(layout, &mut Faults::default(), |row| {
            if row.given(id).is_some_and(|given| residents.contains(given)) {
                lines.entry(row.spot().part as usize).or_default().push(u64::from(row.spot().line));
            }
        });
        let files = desk.files(Kind::Residents);
        let page = |part: usize| Page::of(files[part].clone(), &parts.sheets[part], layout);
        let pages: Vec<(Page, Vec<u64>)> =
            lines.into_iter().filter_map(|(part, lines)| Some((page(part)?, lines))).collect();
        for (mut page, lines) in pages {
            let position = page.column(withdrawn);
            let yes = affirmed(page.sample(position).as_deref());
            for line in lines {
                page.set(line, position, yes.to_owned());
            }
            page.write(desk, faults)?;
        }
        Some(())
    })
}

/// The word for "yes" in the style of a column.
fn affirmed(sample: Option<&str>) -> &'static str {
    match sample.map(str::to_lowercase).as_deref() {
        Some("oui" | "non" | "o" | "n") => "oui",
        Some("yes" | "no" | "y") => "yes",
        Some("true" | "false") => "true",
        Some("vrai" | "faux") => "vrai",
        _ => "1",
    }
}

/// Closes rooms, or records absences of trainers, on whole days. A scenario without closures gets a new table next to it.
///
/// # Errors
/// Every fault of the files that are read or cannot be changed.
pub fn closing(
    sources: &Sources,
    scenario: &Path,
    closed: &[Closed],
    period: Period,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    amended(sources, scenario, |desk, faults| {
        let parts = desk.parts(Kind::Closures, faults);
        let layout = Layout::of(Kind::Closures.columns());
        let file = desk.files(Kind::Closures).pop();
        let page = file.zip(parts.sheets.last()).and_then(|(file, sheet)| Page::of(file, sheet, layout));
        let Some(mut page) = page else { return new_closures(desk, closed, period, faults) };
        let [from, until, scope] =
            ["from", "until", "scope"].map(|name| page.column(column(Kind::Closures, name)));
        let (sample, is_french) = (page.sample(from), page.header.is_french());
        let day = |date: Date| {
            let is_french = sample.as_deref().is_some_and(|sample| sample.contains('/'));
            if is_french { date.strftime("%d/%m/%Y").to_string() } else { date.to_string() }
        };
        for closed in closed {
            let days = [(from, day(period.from)), (until, day(period.until))];
            page.add(days.into_iter().chain([(scope, closed.scope(is_french))]).collect());
        }
        page.write(desk, faults)
    })
}

/// A new table of closures, and the scenario that names it.
fn new_closures(
    desk: &mut Desk<'_>,
    closed: &[Closed],
    Period { from, until }: Period,
    faults: &mut Faults,
) -> Option<()> {
    let whole = Place::file(&desk.path.display().to_string());
    if is_workbook(desk.path) {
        let fault = Diagnostic::new(Code::MissingSheet, whole).with("file", desk.path.display().to_string());
        faults.add(fault.with("value", Kind::Closures.french()).with("sheets", ""));
        return None;
    }
    let name = free_name(desk);
    let bytes = desk.bytes(desk.path, faults)?;
    let Some(text) = naming(&with_line_feeds(&decoded(&bytes).0), &name) else {
        faults.add(unwritable(whole, desk.path, "unwritable-toml", "hint-write-toml"));
        return None;
    };
    let rows = closed.iter().map(|one| format!("{from},{until},{},", one.scope(false)));
    let lines: Vec<String> = std::iter::once("from,until,scope,reason".to_owned()).chain(rows).collect();
    let table = lines.join("\n") + "\n";
    desk.changed.insert(desk.folder().join(name), table.into_bytes());
    desk.changed.insert(desk.path.to_owned(), in_place_of(&bytes, &text));
    Some(())
}

/// An unused file name for the table.
fn free_name(desk: &Desk<'_>) -> String {
    let numbered = (2..).map(|number| format!("closures-{number}.csv"));
    let mut names = std::iter::once("closures.csv".to_owned()).chain(numbered);
    names.find(|name| !desk.sources.has(&desk.folder().join(name))).unwrap_or_default()
}

/// The text of a scenario, with its table of closures added; `None` if it is not TOML.
fn naming(text: &str, closures: &str) -> Option<String> {
    let mut file: toml_edit::DocumentMut = text.parse().ok()?;
    file.get_mut("data")?.as_table_like_mut()?.insert("closures", toml_edit::value(closures));
    Some(file.to_string())
}

/// The values of an enrolment, and its slots.
struct Enrolment {
    values: Vec<(Column, String)>,
    slots: BTreeSet<SlotId>,
}

/// Adds the enrolments of a file; a resident is available from `today` where the file does not say otherwise. Returns their
/// number.
///
/// # Errors
/// Every fault of the file, checked together with the residents already enrolled, and of files that cannot be changed.
pub fn adding(
    sources: &Sources,
    scenario: &Path,
    file: &Path,
    today: Option<Date>,
) -> Result<(Vec<Changed>, usize), Vec<Diagnostic>> {
    let mut n_added = 0;
    let changed = amended(sources, scenario, |desk, faults| {
        let open = OpenFiles::new(sources, Path::new(""));
        let name = file.display().to_string();
        let late = open.sheet(&name, Some(Kind::Residents), None, &mut Sha256::new(), faults)?;
        let known = desk.parts(Kind::Residents, faults);
        let sheets: Vec<_> = known.sheets.iter().cloned().chain([late]).collect();
        let part = sheets.len() - 1;
        let enrolments = enrolments(desk, &Parts::new(sheets, part + 1), part, faults)?;
        n_added = enrolments.len();
        let slots = column(Kind::Residents, "slots");
        let layout = Layout::with_slots(Kind::Residents.columns(), slots, &desk.slots);
        let path: PathBuf = desk.files(Kind::Residents).pop()?;
        let mut page = Page::of(path, known.sheets.last()?, layout)?;
        for enrolment in enrolments {
            let row = written(&enrolment, &mut page, &desk.slots, today);
            page.add(row);
        }
        page.write(desk, faults)
    })?;
    Ok((changed, n_added))
}

/// The enrolments of the last part; all were read with the earlier ones and have no fault.
fn enrolments(desk: &Desk<'_>, parts: &Parts, part: usize, faults: &mut Faults) -> Option<Vec<Enrolment>> {
    let communes = tables::communes::communes(&desk.parts(Kind::Communes, faults), faults);
    let trainers = desk.parts(Kind::Trainers, faults);
    let trainers = tables::trainers::trainers(&trainers, &communes, &desk.slots, faults);
    let mut tracks = Tracks::taught(&trainers.taught, trainers.table.names.is_complete());
    let (max_travel, patterns) = (Minutes::whole(0), std::collections::HashMap::new());
    let mut known =
        Known { communes: &communes, slots: &desk.slots, tracks: &mut tracks, max_travel, patterns };
    tables::residents::residents(parts, &mut known, faults);
    if faults.has_error() {
        return None;
    }
    let slots = column(Kind::Residents, "slots");
    let layout = Layout::with_slots(Kind::Residents.columns(), slots, &desk.slots);
    let mut found = Vec::new();
    parts.each_row(layout, &mut Faults::default(), |row| {
        if row.spot().part as usize == part {
            found.push(enrolment(row, slots, desk));
        }
    });
    Some(found)
}

fn enrolment(row: &mut Row<'_>, slots: Column, desk: &Desk<'_>) -> Enrolment {
    let columns = Kind::Residents.columns().iter().copied().chain([NOTE]);
    let values = columns.filter_map(|column| Some((column, row.given(column)?.to_owned()))).collect();
    Enrolment { values, slots: desk.slots.of_row(row, slots).unwrap_or_default() }
}

/// The row of an enrolment, by position in the table.
fn written(
    enrolment: &Enrolment,
    page: &mut Page,
    slots: &Slots,
    today: Option<Date>,
) -> BTreeMap<usize, String> {
    let list = column(Kind::Residents, "slots");
    let name = |slot: SlotId| slots.rows[usize::from(slot)].id.clone();
    let has_marks = !page.header.marks.is_empty();
    let is_given = |wanted: Column| enrolment.values.iter().any(|(column, _)| *column == wanted);
    let today = today.filter(|_| !is_given(AVAILABLE_FROM)).map(|today| (AVAILABLE_FROM, today.to_string()));
    let listed = || enrolment.slots.iter().map(|&slot| name(slot)).collect::<Vec<_>>().join(" ");
    let listed = (!has_marks && !is_given(list)).then(|| (list, listed()));
    let mut row = BTreeMap::new();
    for (column, value) in enrolment.values.iter().cloned().chain(listed).chain(today) {
        if !(has_marks && column == list) {
            row.insert(page.column(column), value);
        }
    }
    for &slot in enrolment.slots.iter().filter(|_| has_marks) {
        let mark = page.header.marks.iter().find(|mark| mark.slot == slot).map(|mark| mark.position);
        row.insert(mark.unwrap_or_else(|| page.named(&name(slot))), "x".to_owned());
    }
    row
}
