//! Makes all documents of a project's last plan, and writes all or none.

use std::path::{Path, PathBuf};

use super::apart;
use super::failure::Failure;
use super::list::{KINDS, LIST, List, Listed};
use super::{Extent, contacts, folder_of, published, templates};
use crate::app::common::Failure as Common;
use crate::app::export::{Request, make, prepare, try_folder, write};
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::reading::digest_of;
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::messages::Messages;
use crate::output::File;
use crate::output::export::{Audience, Export};

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its plan.
    pub plan: &'a Path,
    /// The recipients.
    pub extent: Extent,
    /// Its file of names, one of [`contacts`].
    pub contacts: Option<&'a str>,
    /// Its folder with the planner's own templates, one of [`templates`].
    pub templates: Option<&'a str>,
    /// Its folder with calendars that were sent earlier, one of [`published`].
    pub previous: Option<&'a str>,
    /// The program's path, which makes documents with the planner's own templates in a separate process.
    pub program: &'a Path,
    /// The catalogue in the language of the documents.
    pub documents: &'a Messages,
}

/// Makes and writes them. `go_on` receives the number made and the total, and says whether to continue. Returns the number of
/// documents, and warnings about the input.
///
/// # Errors
/// If an input cannot be read, the plan is not valid, it was stopped, or the folder is not writable.
pub fn produce(
    order: &Order,
    messages: &Messages,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<(usize, Vec<Diagnostic>), Failure> {
    let Order { project, plan, documents, extent, .. } = *order;
    let contacts = known(order.contacts, project, contacts).map_err(|()| Failure::NoContacts)?;
    let templates = known(order.templates, project, templates).map_err(|()| Failure::NoTemplates)?;
    let previous = known(order.previous, project, published).map_err(|()| Failure::NoPrevious)?;
    let request = Request {
        sources: &Sources::disk(),
        scenario: &project.scenario,
        plan,
        audiences: &[],
        contacts: contacts.as_deref(),
        previous: previous.as_deref(),
        templates: None,
        boundaries: None,
        is_changed_only: extent == Extent::Changed,
    };
    let of_plan = digest_of(&Sources::disk(), plan).unwrap_or_default();
    let prepared = prepare(&request, messages).map_err(|failure| Failure::Export(Box::new(failure)))?;
    let export = prepared.export(documents);
    let out = folder_of(project, extent);
    try_folder(&out)?;
    let mut files = match templates.as_deref() {
        None => make(&export, &prepared.audiences, go_on).map_err(Failure::Unfinished)?,
        templates => {
            let request = Request { templates, ..request };
            let (program, lang) = (order.program, documents.lang);
            apart::made(&apart::Order { program, request: &request, project: &project.folder, lang }, go_on)?
        }
    };
    let listed = files.iter().filter_map(|file| listed(file, &export)).collect();
    let list = List { plan: of_plan, contacts: order.contacts.map(str::to_owned), documents: listed };
    files.push(File::new(LIST, list.bytes()));
    let _held = lock(&project.folder, Task::Serve).map_err(Common::from)?;
    write(&out, &files)?;
    Ok((files.len() - 1, prepared.warnings.clone()))
}

/// The path of `name`, which must be among the names found in the project.
fn known(
    name: Option<&str>,
    project: &Project,
    all: fn(&Project) -> Vec<String>,
) -> Result<Option<PathBuf>, ()> {
    let Some(name) = name else { return Ok(None) };
    let is_one = all(project).iter().any(|known| known == name);
    if is_one { Ok(Some(project.folder.join(name))) } else { Err(()) }
}

/// The list entry of a document, from the folders of its path.
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

/// The name of the recipient whose folder this is.
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
