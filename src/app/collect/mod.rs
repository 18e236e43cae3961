//! Collects what town halls send back into the tables of enrolments and contacts.
//!
//! A person keeps their first identifier (`who`). Manual changes of the planner survive, because what was collected
//! before is stored next to the tables (`enrolments.collected.csv`): a town hall's answer counts if it differs from its
//! previous one (`merge`). Nothing is written before it was shown ([`preview`]) and accepted; what is accepted is
//! written atomically. Names are in the table of contacts and in the file stored with it, and nowhere else.
//!
//! # Design
//! Two people of the same name and commune may be one who enrolled twice, or two: both are kept under separate numbers,
//! and reported, since the program cannot tell. A row without a number is the person of last time if it comes from the
//! same form; from another one, only if telephone or e-mail agree as well.

mod companions;
mod kept;
mod merge;
pub mod preview;
mod suggest;
mod table;
mod waiting;
mod who;

use std::path::{Path, PathBuf};

use super::beside::below;
use super::common::Failure as Common;
use super::reading::{SCENARIO, as_named};
use crate::diagnostics::{Code, Diagnostic};
use crate::input::delivery::mapping::{Mapping, read_mapping};
use crate::input::delivery::{Delivery, read_delivery};
use crate::input::{Ground, is_workbook, read_ground};
use kept::Kept;
use preview::Preview;
pub use suggest::{Proposed, propose, write as write_proposed};

/// Extensions of the files that are read.
const READ: [&str; 6] = ["xlsx", "xlsm", "ods", "csv", "tsv", "txt"];
/// The usual names of a scenario.
const SCENARIOS: [&str; 2] = [SCENARIO, "plan.xlsx"];

/// What to collect.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Files, and folders with files.
    pub from: &'a [PathBuf],
    /// The scenario with the communes and slots; by default the one next to the enrolments.
    pub scenario: Option<&'a Path>,
    /// The table of enrolments.
    pub enrolments: &'a Path,
    /// The table of contacts.
    pub contacts: &'a Path,
    /// The mapping for the questions of another form.
    pub mapping: Option<&'a Path>,
    /// The slots of residents who name none, as a list.
    pub default_slots: Option<&'a str>,
    /// Whether a town hall's new answer replaces a manual change of the planner.
    pub replaces_own: bool,
}

/// Why nothing was collected.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// No scenario was named, and there is none in this folder.
    NoScenario(PathBuf),
    /// There is nothing to read.
    NoFile,
    /// A table would have to be written into a workbook.
    NotATable(PathBuf),
    /// Slots that the scenario does not have.
    UnknownSlots(String),
    /// The file of the preview exists and is not a preview.
    NotAPreview(PathBuf),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// A collection, ready to be kept.
#[derive(Debug)]
pub struct Collection {
    /// What it changes.
    pub preview: Preview,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    /// The scenario's name for the table of enrolments.
    pub named: String,
    /// Whether the scenario is a workbook.
    pub is_of_workbook: bool,
    kept: Kept,
    is_changed: bool,
}

impl Collection {
    /// Writes the tables, in the language of `documents`.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep(&self, documents: crate::messages::Lang) -> Result<(), Common> {
        if self.is_changed { self.kept.write(documents) } else { Ok(()) }
    }
}

/// Reads what came back and compares it with the existing tables.
///
/// # Errors
/// If the scenario, a file as a whole, or an existing table cannot be read.
pub fn prepare(request: &Request) -> Result<Collection, Failure> {
    if let Some(path) = [request.enrolments, request.contacts].into_iter().find(|path| is_workbook(path)) {
        return Err(Failure::NotATable(path.to_owned()));
    }
    let scenario = beside(request.scenario, request.enrolments)?;
    let ground = ground(Some(&scenario), request.enrolments)?;
    let default_slots = request.default_slots.map(|list| slots(list, &ground)).transpose()?;
    let mapping = mapping(request.mapping, &ground)?;
    let before = Kept::read(request.enrolments, request.contacts, &ground).map_err(Common::input)?;
    let (deliveries, warnings) = deliveries(request, &before, &ground, mapping.as_ref())?;
    let mut kept = before.clone();
    let defaults = preview::Defaults { slots: default_slots.as_deref(), replaces_own: request.replaces_own };
    let preview = preview::gather(&deliveries, &mut kept, &defaults, &ground);
    let is_changed = kept != before;
    let named = as_named(&scenario, request.enrolments).replace('\\', "/");
    Ok(Collection { preview, warnings, named, is_of_workbook: is_workbook(&scenario), kept, is_changed })
}

/// The named scenario, or else the one next to a table.
fn beside(scenario: Option<&Path>, table: &Path) -> Result<PathBuf, Failure> {
    let folder = table.parent().unwrap_or(Path::new(""));
    let found = || SCENARIOS.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    scenario.map(Path::to_owned).or_else(found).ok_or_else(|| Failure::NoScenario(folder.to_owned()))
}

/// The scenario's communes and slots.
pub(super) fn ground(scenario: Option<&Path>, table: &Path) -> Result<Ground, Failure> {
    let scenario = beside(scenario, table)?;
    let (ground, _) = read_ground(&scenario).map_err(Common::input)?;
    Ok(ground)
}

/// A list of slots, all of which the scenario has.
fn slots(list: &str, ground: &Ground) -> Result<String, Failure> {
    let is_known = |id: &str| id == "*" || ground.slots().iter().any(|slot| slot.id == id);
    match list.split_whitespace().find(|id| !is_known(id)) {
        Some(unknown) => Err(Failure::UnknownSlots(unknown.to_owned())),
        None => Ok(list.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn mapping(path: Option<&Path>, ground: &Ground) -> Result<Option<Mapping>, Failure> {
    let read = path.map(|path| read_mapping(path, ground)).transpose().map_err(Common::input)?;
    Ok(read.map(|(mapping, _)| mapping))
}

/// Everything that came back, with the findings about it.
fn deliveries(
    request: &Request,
    kept: &Kept,
    ground: &Ground,
    mapping: Option<&Mapping>,
) -> Result<(Vec<Delivery>, Vec<Diagnostic>), Failure> {
    let files = files(request, kept)?;
    if files.is_empty() {
        return Err(Failure::NoFile);
    }
    let (mut deliveries, mut findings, mut is_sound) = (Vec::new(), Vec::new(), true);
    for file in files {
        match read_delivery(&file, ground, mapping) {
            Ok((delivery, more)) => {
                deliveries.push(delivery);
                findings.extend(more);
            }
            Err(more) => {
                is_sound = false;
                findings.extend(more);
            }
        }
    }
    // Every form has a hidden sheet of lists, and most have columns of their own.
    findings.retain(|finding| !matches!(finding.code, Code::HiddenColumns | Code::UnknownColumn));
    if is_sound { Ok((deliveries, findings)) } else { Err(Common::input(findings).into()) }
}

/// The files to read, by path within each folder; without our own tables and temporary files of office programs.
fn files(request: &Request, kept: &Kept) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in request.from {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let found = below(path).map_err(|fault| Common::folder(path, fault))?;
        let is_read = |path: &PathBuf| {
            let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let is_own = kept
                .paths()
                .iter()
                .chain(request.mapping.map(Path::to_owned).as_ref())
                .any(|own| same(own, path));
            READ.contains(&end.as_str()) && !name.starts_with("~$") && !name.starts_with('.') && !is_own
        };
        files.extend(found.into_iter().filter(is_read));
    }
    Ok(files)
}

fn same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole(one) == whole(other)
}
