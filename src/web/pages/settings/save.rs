//! Saves settings into their scenario.

use std::collections::BTreeMap;

use axum::Form;
use axum::response::{IntoResponse, Redirect};

use super::form::{Told, shown};
use crate::app::common::Failure as Common;
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::saved::{What, note};
use crate::app::settings::kept::{forget, keep};
use crate::app::settings::save::{Failure, Outdated};
use crate::app::settings::{Settings, resumed};
use crate::app::told::words;
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::pages::standing::file_name;
use crate::web::tabs::address;
use crate::web::visit::{Answer, Visit};

/// Prefix of the fields that carry the texts from when the form was made.
const WAS: &str = "was:";
/// The field with the action.
const DO: &str = "do";
/// Its value to discard unsaved input.
const LEAVE: &str = "leave";

/// Saves the settings, unless the scenario has changed meanwhile; or only checks them.
pub(super) async fn save(
    visit: Visit,
    InProject(project): InProject,
    Form(texts): Form<BTreeMap<String, String>>,
) -> Answer {
    visit.work(move |visit| kept(visit, &project, texts)).await?
}

fn kept(visit: &Visit, project: &Project, texts: BTreeMap<String, String>) -> Answer {
    let (messages, by) = (visit.messages(), visit.signed());
    let home = format!("{}/settings", address(&project.name));
    let (shelf, folder) = (&visit.site.shelf, project.folder.as_path());
    if texts.get(DO).is_some_and(|what| what == LEAVE) {
        forget(&by, shelf, folder);
        return Ok(Redirect::to(&home).into_response());
    }
    let (settings, is_save) = filled_in(project, texts);
    keep(&settings, &by, shelf, folder);
    if !is_save {
        return shown(visit, project, &settings, Told::default());
    }
    if settings.changed().is_empty() {
        let done = messages.text("web-settings-nothing", &[]);
        return shown(visit, project, &settings, Told { done, ..Told::default() });
    }
    match written(project, &settings) {
        Ok(()) => {
            forget(&by, shelf, folder);
            note(project, What::Files(file_name(&project.scenario)), &by);
            Ok(Redirect::to(&format!("{home}?saved=1")).into_response())
        }
        // Unsaved input is kept, to be saved once the cause is removed.
        Err(Failure::Common(failure)) => {
            let refused = words(&failure, messages);
            shown(visit, project, &settings, Told { refused, ..Told::default() })
        }
        Err(Failure::Outdated(outdated)) => {
            let (changed, carried) = (elsewhere(&outdated, messages), outdated.carried(&settings));
            keep(&carried, &by, shelf, folder);
            shown(visit, project, &carried, Told { changed, ..Told::default() })
        }
    }
}

fn written(project: &Project, settings: &Settings) -> Result<(), Failure> {
    let _held = lock(&project.folder, Task::Serve).map_err(Common::from)?;
    settings.save().map(|_| ())
}

/// The settings of a form, and whether to save them.
pub(super) fn filled_in(project: &Project, texts: BTreeMap<String, String>) -> (Settings, bool) {
    let is_save = texts.get(DO).is_some_and(|what| what == "save");
    let (was, own): (BTreeMap<_, _>, BTreeMap<_, _>) =
        texts.into_iter().filter(|(key, _)| key != DO).partition(|(key, _)| key.starts_with(WAS));
    let was = was.into_iter().map(|(key, text)| (key[WAS.len()..].to_owned(), text)).collect();
    let mut settings = resumed(&project.scenario, was);
    settings.set(own);
    (settings, is_save)
}

/// What somebody else changed, one line per key.
fn elsewhere(outdated: &Outdated, messages: &Messages) -> Vec<String> {
    let line = |(key, was, now): &(String, Option<String>, Option<String>)| {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
        let variables = [("key", key.as_str().into()), ("was", text(was).into()), ("now", text(now).into())];
        messages.text("web-settings-changed", &variables)
    };
    outdated.changed.iter().map(line).collect()
}
