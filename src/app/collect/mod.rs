//! Gathers what town halls send back into the tables of enrolments and of contacts.
//!
//! A person keeps the identifier that they got first (`who`). What the planner changed by hand survives, because what was
//! collected before is kept beside the tables (`enrolments.collected.csv`): a town hall's answer counts where it is not
//! the one of last time (`merge`). Nothing is written before it was shown ([`preview`]) and accepted; what is accepted is
//! written whole. Names are in the table of contacts and what is kept beside it, and nowhere else.
//!
//! # Design
//! Two people of the same name and commune may be one who enrolled twice, or two: both are kept under numbers of their own, and
//! told, since nothing here knows which. A row without a number is the person of last time if it comes from the same
//! form; from another one, only if telephone or e-mail agree as well.

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

/// What is read of what came back.
const READ: [&str; 6] = ["xlsx", "xlsm", "ods", "csv", "tsv", "txt"];
/// A scenario's usual names.
const SCENARIOS: [&str; 2] = [SCENARIO, "plan.xlsx"];

/// What to gather.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Files, and folders with files.
    pub from: &'a [PathBuf],
    /// The scenario whose communes and slots are meant; else the one beside the enrolments.
    pub scenario: Option<&'a Path>,
    /// The table of enrolments.
    pub enrolments: &'a Path,
    /// The table of contacts.
    pub contacts: &'a Path,
    /// What the questions of another form mean.
    pub mapping: Option<&'a Path>,
    /// The slots of people who name none, as a list.
    pub default_slots: Option<&'a str>,
    /// Whether a town hall's new answer replaces what the planner changed by hand.
    pub replaces_own: bool,
}

/// Why nothing was gathered.
#[derive(Debug)]
pub enum Failure {
    /// As elsewhere.
    Common(Common),
    /// No scenario was named, and none is beside this.
    NoScenario(PathBuf),
    /// There is nothing to read.
    NoFile,
    /// A table is to be written to a workbook.
    NotATable(PathBuf),
    /// Slots that the scenario does not have.
    UnknownSlots(String),
    /// A file is there that is no preview.
    NotAPreview(PathBuf),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// What was gathered, ready to be kept.
#[derive(Debug)]
pub struct Collection {
    /// What it changes.
    pub preview: Preview,
    /// What may not say what was meant.
    pub warnings: Vec<Diagnostic>,
    /// How the scenario names the table of enrolments.
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

/// Reads what came back and compares it with what is there.
///
/// # Errors
/// If the scenario, a file as a whole, or a table that is there cannot be read.
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

/// The scenario that is named, else the one beside a table.
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

/// A list of slots, each of which the scenario has.
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

/// Everything that came back, with what is good to know.
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
    // A sheet of lists is hidden in every form, and most have columns of their own.
    findings.retain(|finding| !matches!(finding.code, Code::HiddenColumns | Code::UnknownColumn));
    if is_sound { Ok((deliveries, findings)) } else { Err(Common::input(findings).into()) }
}

/// The files to read, in the order of their paths within each folder; neither our own tables, nor what office programs leave.
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
