//! Creates a project: from an existing workbook, from the initial workbook, over a territory, or as a copy of another project.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::{NoName, Project, ProjectName, Projects};
use crate::app::common::{Failure as Common, Unwritable};
use crate::app::init::{Elsewhere, Form, init};
use crate::app::reading::scenario;
use crate::input::file::names_in;
use crate::input::{Sources, is_scenario_book, is_workbook};
use crate::messages::Messages;
use crate::output::File;
use crate::output::write::{copied_folder, new_folder};

/// An uploaded file.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its name, as uploaded.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What to start from.
#[derive(Debug, Clone)]
pub enum Start {
    /// A workbook with our sheets; it may have faults, which are corrected in the project.
    Workbook(Sent),
    /// The initial workbook, over the shipped territory.
    Blank,
    /// The same over another territory.
    Territory {
        /// Its communes: a table or a workbook.
        communes: Sent,
        /// Their boundaries, from which roads are derived.
        boundaries: Option<Sent>,
    },
    /// Another project.
    Copy(Project),
}

/// Why no project was made.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// The uploaded file is not a workbook, by its name.
    NotABook(String),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// Creates a project atomically; texts of an initial workbook are in the language of `documents`.
///
/// # Errors
/// If the name is taken, the uploaded files cannot be used, or nothing can be written.
pub fn create(
    projects: &Projects,
    name: &ProjectName,
    start: Start,
    documents: &Messages,
) -> Result<(), Failure> {
    let is_same = |other: &String| other.to_lowercase() == name.as_str().to_lowercase();
    if names_in(projects.home()).iter().any(is_same) || projects.find(name).is_some() {
        return Err(taken(projects, name).into());
    }
    let place = name.within(projects.home());
    let unwritten = |fault: io::Error| unwritten(projects, name, fault);
    let files = match start {
        Start::Copy(project) => {
            return Ok(copied_folder(&project.folder, &place).map_err(unwritten)?);
        }
        Start::Workbook(sent) => vec![book(sent)?],
        Start::Blank => initial(&place, Form::Workbook(None), documents)?,
        Start::Territory { communes, boundaries } => {
            let named = |name: &str| Path::new(name).file_name().unwrap_or_default().to_owned();
            let (table, outlines) =
                (named(&communes.name), boundaries.as_ref().map(|sent| named(&sent.name)));
            let mut sources = Sources::memory().with(&table, communes.bytes);
            if let (Some(name), Some(sent)) = (&outlines, boundaries) {
                sources = sources.with(name, sent.bytes);
            }
            let elsewhere = Elsewhere {
                sources: &sources,
                communes: Path::new(&table),
                boundaries: outlines.as_ref().map(Path::new),
            };
            initial(&place, Form::Workbook(Some(elsewhere)), documents)?
        }
    };
    Ok(new_folder(&place, &files).map_err(unwritten)?)
}

/// The initial workbook. Warnings of its readers are also reported for the project.
fn initial(place: &Path, form: Form, documents: &Messages) -> Result<Vec<File>, Common> {
    init(place, form, documents).map(|initial| initial.files().to_vec())
}

/// A workbook under its own name, if that is a valid one.
fn book(sent: Sent) -> Result<File, Failure> {
    let own = Path::new(&sent.name).file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    if !is_workbook(Path::new(&own)) {
        return Err(Failure::NotABook(own));
    }
    let name: Result<ProjectName, NoName> = own.parse();
    let end = Path::new(&own).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.map_or_else(|_| format!("plan.{end}"), |name| name.to_string());
    let sources = Sources::memory().with(&name, sent.bytes.as_slice());
    if !is_scenario_book(&sources, Path::new(&name)).map_err(Common::input)? {
        // The error says which sheets are missing.
        scenario(&sources, Path::new(&name))?;
    }
    Ok(File::new(name, sent.bytes))
}

fn taken(projects: &Projects, name: &ProjectName) -> Common {
    Common::Taken { folder: projects.home().to_owned(), files: vec![name.to_string()] }
}

fn unwritten(projects: &Projects, name: &ProjectName, fault: io::Error) -> Common {
    let is_taken = matches!(fault.kind(), ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty);
    if is_taken {
        taken(projects, name)
    } else {
        Common::Folder(Unwritable { path: name.within(projects.home()), fault })
    }
}
