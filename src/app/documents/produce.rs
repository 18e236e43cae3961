//! Makes all documents of a project's last plan, and writes them or none.

use std::path::Path;

use super::list::{KINDS, LIST, List, Listed};
use super::{Extent, contacts, folder_of};
use crate::app::common::Failure as Common;
use crate::app::export::{self, Request, make, prepare, try_folder, write};
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::reading::digest_of;
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::messages::Messages;
use crate::output::File;
use crate::output::export::{Audience, Export, Unfinished};

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its plan.
    pub plan: &'a Path,
    /// Whose documents.
    pub extent: Extent,
    /// Its file of names, one of [`contacts`].
    pub contacts: Option<&'a str>,
    /// The catalogue in the language of the documents.
    pub documents: &'a Messages,
}

/// Why there are no documents.
#[derive(Debug)]
pub enum Failure {
    /// There is no such file of names.
    NoContacts,
    /// As elsewhere.
    Export(Box<export::Failure>),
    /// It was stopped, or a document could not be made.
    Unfinished(Unfinished),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Export(Box::new(export::Failure::Common(failure)))
    }
}

/// Makes and writes them; `go_on` hears how many of how many are made and says whether to make the next. Gives how many there are,
/// and warnings of what was read.
///
/// # Errors
/// If something cannot be read, the plan does not hold, it was stopped, or the folder cannot be written to.
pub fn produce(
    order: &Order,
    messages: &Messages,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<(usize, Vec<Diagnostic>), Failure> {
    let Order { project, plan, documents, extent, .. } = *order;
    let is_known = |name: &&str| contacts(project).iter().any(|known| known == name);
    let names =
        order.contacts.map(|name| Some(name).filter(is_known).ok_or(Failure::NoContacts)).transpose()?;
    let names = names.map(|name| (name, project.folder.join(name)));
    let request = Request {
        sources: &Sources::disk(),
        scenario: &project.scenario,
        plan,
        audiences: &[],
        contacts: names.as_ref().map(|(_, path)| path.as_path()),
        previous: None,
        templates: None,
        boundaries: None,
        is_changed_only: extent == Extent::Changed,
    };
    let of_plan = digest_of(&Sources::disk(), plan).unwrap_or_default();
    let prepared = prepare(&request, messages).map_err(|failure| Failure::Export(Box::new(failure)))?;
    let export = prepared.export(documents);
    let out = folder_of(project, extent);
    try_folder(&out)?;
    let mut files = make(&export, &prepared.audiences, go_on).map_err(Failure::Unfinished)?;
    let listed = files.iter().filter_map(|file| listed(file, &export)).collect();
    let list = List { plan: of_plan, contacts: names.map(|(name, _)| name.to_owned()), documents: listed };
    files.push(File::new(LIST, list.bytes()));
    let _held = lock(&project.folder, Task::Serve).map_err(Common::from)?;
    write(&out, &files)?;
    Ok((files.len() - 1, prepared.warnings.clone()))
}

/// For whom a document is, by the folders that it lies in.
fn listed(file: &File, export: &Export) -> Option<Listed> {
    let mut folders = file.name.split('/');
    let top = folders.next()?;
    let word = |audience: &Audience| export.messages.text(&format!("folder-{}", audience.name()), &[]);
    let audience = Audience::ALL.into_iter().find(|audience| word(audience) == top)?;
    let folder = folders.next().filter(|_| file.name.matches('/').count() > 1).unwrap_or_default();
    let name = file.name.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let kind = KINDS.into_iter().find(|kind| export.messages.text(&format!("file-{kind}"), &[]) == stem);
    Some(Listed {
        path: file.name.clone(),
        audience: audience.name().to_owned(),
        recipient: recipient(audience, folder, export),
        kind: kind.unwrap_or(stem).to_owned(),
    })
}

/// What somebody is called whose folder is this.
fn recipient(audience: Audience, folder: &str, export: &Export) -> String {
    let instance = export.instance;
    let town = |code: &str| {
        let mut communes = instance.communes.iter();
        communes.find(|commune| commune.insee == code).map(|commune| commune.name.clone())
    };
    let mut words = folder.split('-');
    let called = match audience {
        Audience::Mairies => words.next().and_then(town),
        Audience::Trainers => {
            let mut trainers = instance.trainers.iter();
            trainers
                .find(|trainer| trainer.id == folder)
                .map(|trainer| format!("{} ({})", trainer.name, trainer.id))
        }
        Audience::Cycles => words
            .find_map(town)
            .map(|town| format!("{}, {town}", folder.split('-').next().unwrap_or_default())),
        Audience::Report | Audience::Systems => None,
    };
    called.unwrap_or_else(|| folder.to_owned())
}
