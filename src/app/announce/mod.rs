//! Freezes a plan as announced, and records it in the scenario.
//!
//! - this file: checks, writes, updates the scenario;
//! - [`label`]: what is stored with an announced plan;
//! - [`history`]: the announcements so far.
//!
//! # Design
//! Announced plans are in `announced/2027-02-15-3/` next to the scenario: the day, and a consecutive number. None is ever
//! replaced. The scenario's decisions about the previous plan (`release`, `keep`, `hit`) only applied to that one and are
//! removed; a copy of the previous scenario is kept. `today` is never before the season, in which sessions could be held.

pub mod history;
pub mod label;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::label::{FOLDER, LABEL, Label, numbers};
use super::common::Failure as Common;
use super::judge::{self, Judged, judge};
use super::lock::{Task, lock};
use super::reading::{Announced, announcing, as_named, scenario};
use crate::diagnostics::Diagnostic;
use crate::input::announcing::Announcement;
use crate::input::{FILE_BYTES, Sources, in_place_of, is_workbook, read_bytes};
use crate::output::write::{Folder, write_file};
use crate::output::{File, PLAN};

/// Number of attempts at a number that another process takes meanwhile.
const TRIES: u32 = 100;

/// What to announce.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
    /// The day of the announcement.
    pub date: Date,
}

/// Why nothing was announced.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// The plan breaks rules.
    Illegal(Box<Judged>),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// A plan that was announced.
#[derive(Debug, Clone)]
pub struct Done {
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    /// The folder that contains it.
    pub folder: PathBuf,
    /// The scenario's section now; for a workbook, what its planner must enter there.
    pub announcement: Announcement,
    /// The copy of the previous scenario; `None` for a workbook, which is not changed.
    pub before: Option<PathBuf>,
}

/// Checks the plan, keeps it, and updates the scenario.
///
/// # Errors
/// If anything cannot be read or written, or the plan breaks rules; everything is then unchanged.
pub fn announce(request: &Request) -> Result<Done, Failure> {
    let scenario_folder = request.scenario.parent().unwrap_or(Path::new(""));
    let _lock = lock(scenario_folder, Task::Announce).map_err(Common::from)?;
    let sources = Sources::disk();
    let judged =
        judge(&judge::Request { sources: &sources, scenario: request.scenario, plan: request.plan })?;
    if !judged.verdict.is_legal() {
        return Err(Failure::Illegal(Box::new(judged)));
    }
    let plan = read_bytes(request.plan, FILE_BYTES).map_err(Common::input)?;
    let home = scenario_folder.join(FOLDER);
    let (folder, number) = reserved(&home, request.date).map_err(|fault| Common::folder(&home, fault))?;
    let written = kept(request, &judged, &plan, (&folder, number));
    if written.is_err() {
        // Its content was written by this call.
        let _ = fs::remove_dir_all(&folder);
        let _ = fs::remove_dir(&home);
    }
    written
}

/// Creates a new folder with the next number.
fn reserved(home: &Path, date: Date) -> io::Result<(PathBuf, u32)> {
    fs::create_dir_all(home)?;
    let next = numbers(home).into_iter().map(|(number, _)| number).max().unwrap_or(0) + 1;
    let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in next..next.saturating_add(TRIES) {
        let folder = home.join(format!("{date}-{number}"));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok((folder, number)),
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => taken = fault,
            Err(fault) => return Err(fault),
        }
    }
    Err(taken)
}

fn kept(
    request: &Request,
    judged: &Judged,
    plan: &[u8],
    (folder, number): (&Path, u32),
) -> Result<Done, Failure> {
    let instance = &judged.read.scenario.instance;
    let announcement = Announcement {
        plan: as_named(request.scenario, &folder.join(PLAN)).replace('\\', "/"),
        today: Some(request.date.max(instance.rules.horizon.start)),
        notice_days: None,
        replaces: true,
    };
    let sources = Sources::disk().with(folder.join(PLAN), plan);
    let told = announcing(&sources, request.scenario, &announcement)?;
    // The scenario must be valid with it; otherwise nothing is written.
    scenario(&told.sources, &told.scenario)?;
    let label = Label::of(judged, request.date, number);
    let files = [File::new(LABEL, label.text().into_bytes()), File::new(PLAN, plan.to_vec())];
    Folder::open(folder, &[LABEL, PLAN])
        .and_then(|opened| opened.write(&files))
        .map_err(|fault| Common::folder(folder, fault))?;
    let before = if is_workbook(request.scenario) { None } else { Some(replaced(request, folder, &told)?) };
    let warnings = judged.read.scenario.warnings.clone();
    Ok(Done { warnings, folder: folder.to_owned(), announcement, before })
}

/// Replaces the scenario and keeps a copy of the previous one, named after the announcement.
fn replaced(request: &Request, folder: &Path, told: &Announced) -> Result<PathBuf, Failure> {
    let (path, name) = (request.scenario, folder.file_name().unwrap_or_default().to_string_lossy());
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let copy = path.with_extension(format!("before-{name}.{extension}"));
    let old = read_bytes(path, FILE_BYTES).map_err(Common::input)?;
    write_file(&copy, &old).map_err(|fault| Common::file(&copy, fault))?;
    write_file(path, &in_place_of(&old, &told.text)).map_err(|fault| {
        let _ = fs::remove_file(&copy);
        Common::file(path, fault)
    })?;
    Ok(copy)
}

/// Whether a folder holds an announced plan: nothing else is written there.
pub(super) fn is_announced(folder: &Path) -> bool {
    folder.join(LABEL).exists()
}
