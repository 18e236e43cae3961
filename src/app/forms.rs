//! Forms for town halls: a small workbook for each commune, in which enrolments are returned (`collect`).
//!
//! Its lines have unused numbers. If the names of enrolled residents are given, their lines come first, filled in: the town hall
//! sees whom it has reported, and notes what changed.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::common::Failure as Common;
use super::placing::write_anew;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::forms::form::{Line, Territory, form};
use crate::input::enrolments::{Said, enrolled as everybody};
use crate::input::register::{CONTACTS, Register, read_register};
use crate::input::{Ground, read_ground};
use crate::instance::entities::Commune;
use crate::messages::Messages;
use crate::output::File;
use crate::output::export::paths::Names;

/// Maximum number of blank lines of a form: a town hall does not fill in more by hand.
pub const MOST_LINES: usize = 1_000;

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The scenario.
    pub scenario: &'a Path,
    /// INSEE codes of the communes; empty for all.
    pub only: &'a [String],
    /// The file of names of enrolled residents.
    pub contacts: Option<&'a Path>,
    /// Number of lines for new enrolments.
    pub lines: usize,
    /// The folder to create.
    pub out: &'a Path,
}

/// Why there are no forms.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// Communes that are not in the scenario.
    UnknownCommunes(Vec<String>),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// Forms that were made.
#[derive(Debug)]
pub struct Made {
    /// The forms.
    pub files: Vec<PathBuf>,
    /// Number of lines already filled in.
    pub n_known: usize,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
}

/// Makes a form for each commune, in the language of `documents`, and writes all of them or none.
///
/// # Errors
/// If the scenario or the contacts cannot be read, a commune is unknown, or a file already exists.
pub fn forms(request: &Request, documents: &Messages) -> Result<Made, Failure> {
    let (ground, warnings) = read_ground(request.scenario).map_err(Common::input)?;
    let contacts = request.contacts.map(contacts).transpose().map_err(Common::input)?;
    let is_wanted = |commune: &&Commune| request.only.is_empty() || request.only.contains(&commune.insee);
    let communes: Vec<&Commune> = ground.communes().iter().filter(is_wanted).collect();
    let unknown = request.only.iter().filter(|code| communes.iter().all(|commune| commune.insee != **code));
    let unknown: Vec<String> = unknown.cloned().collect();
    if !unknown.is_empty() {
        return Err(Failure::UnknownCommunes(unknown));
    }
    let tracks = ground.tracks();
    let territory = Territory { communes: ground.communes(), slots: ground.slots(), tracks: &tracks };
    let enrolled = enrolled(&ground);
    let mut names = Names::default();
    let (mut files, mut n_known) = (Vec::new(), 0);
    for commune in communes {
        let known = known(commune, &enrolled, contacts.as_ref());
        n_known += known.len();
        let names_people = !known.is_empty();
        let lines: Vec<Line> = known.into_iter().chain(blank(commune, &enrolled, request.lines)).collect();
        let bytes = form(commune, &lines, &territory, documents)
            .map_err(|cause| Common::file(request.out, io::Error::other(cause)))?;
        let name = names.take(&[&commune.insee, &commune.name]) + ".xlsx";
        files.push(File { name, bytes, names_people });
    }
    write_anew(request.out, &files)?;
    let files = files.iter().map(|file| request.out.join(&file.name)).collect();
    Ok(Made { files, n_known, warnings })
}

/// The names; the file must exist.
fn contacts(path: &Path) -> Result<Register, Vec<Diagnostic>> {
    let missing = || {
        let file = path.display().to_string();
        vec![Diagnostic::new(Code::FileMissing, Place::file(&file)).with("file", file)]
    };
    read_register(path, CONTACTS)?.0.ok_or_else(missing)
}

/// The enrolled residents, by number.
fn enrolled(ground: &Ground) -> BTreeMap<String, Said> {
    everybody(ground).into_iter().filter_map(|said| Some((said.id.clone()?, said))).collect()
}

/// The lines of a commune's residents whose names are known.
fn known(commune: &Commune, enrolled: &BTreeMap<String, Said>, contacts: Option<&Register>) -> Vec<Line> {
    let Some(contacts) = contacts else { return Vec::new() };
    let is_here = |said: &&Said| said.fields.get("commune") == Some(&commune.insee);
    let line = |said: &Said| {
        let id = said.id.clone()?;
        let person = contacts.fields(&id, CONTACTS);
        // Without a name, the line's owner could not be identified.
        person.contains_key("name").then(|| Line { id, fields: said.fields.clone(), person })
    };
    enrolled.values().filter(is_here).filter_map(line).collect()
}

/// Lines for new enrolments, with numbers after those in use.
fn blank(commune: &Commune, enrolled: &BTreeMap<String, Said>, count: usize) -> impl Iterator<Item = Line> {
    let prefix = format!("R{}-", commune.insee);
    let number = |id: &String| id.strip_prefix(&prefix)?.parse::<usize>().ok();
    let last = enrolled.keys().filter_map(number).max().unwrap_or_default();
    let home = [("commune", commune.insee.clone())];
    (last + 1..=last + count).map(move |number| Line {
        id: format!("{prefix}{number:03}"),
        fields: home.clone().into(),
        ..Line::default()
    })
}
