//! Settings are saved into their scenario.

use std::collections::BTreeMap;

use axum::Form;
use axum::response::{IntoResponse, Redirect};

use super::form::shown;
use crate::app::common::Failure as Common;
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::settings::save::{Failure, Outdated};
use crate::app::settings::{Settings, resumed};
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::tabs::address;
use crate::web::visit::{Answer, Visit};

/// Before the name of a field that tells what was written when the form was made.
const WAS: &str = "was:";
/// The field that says what to do.
const DO: &str = "do";

/// Saves them, unless the scenario is another by now; or checks them only.
pub(super) async fn save(
    visit: Visit,
    InProject(project): InProject,
    Form(texts): Form<BTreeMap<String, String>>,
) -> Answer {
    visit.work(move |visit| kept(visit, &project, texts)).await?
}

fn kept(visit: &Visit, project: &Project, texts: BTreeMap<String, String>) -> Answer {
    let messages = visit.messages();
    let (settings, is_save) = filled_in(project, texts);
    if !is_save {
        return shown(visit, project, (&settings, String::new()), Vec::new());
    }
    if settings.changed().is_empty() {
        let told = messages.text("web-settings-nothing", &[]);
        return shown(visit, project, (&settings, told), Vec::new());
    }
    let lock = lock(&project.folder, Task::Serve).map_err(Common::from)?;
    let saved = settings.save();
    drop(lock);
    match saved {
        Ok(_) => Ok(Redirect::to(&format!("{}/settings?saved=1", address(&project.name))).into_response()),
        Err(Failure::Common(failure)) => Err(failure.into()),
        Err(Failure::Outdated(outdated)) => {
            let changed = elsewhere(&outdated, messages);
            shown(visit, project, (&outdated.carried(&settings), String::new()), changed)
        }
    }
}

/// Settings as a form has them, and whether they are to be saved.
pub(super) fn filled_in(project: &Project, texts: BTreeMap<String, String>) -> (Settings, bool) {
    let is_save = texts.get(DO).is_some_and(|what| what == "save");
    let (was, own): (BTreeMap<_, _>, BTreeMap<_, _>) =
        texts.into_iter().filter(|(key, _)| key != DO).partition(|(key, _)| key.starts_with(WAS));
    let was = was.into_iter().map(|(key, text)| (key[WAS.len()..].to_owned(), text)).collect();
    let mut settings = resumed(&project.scenario, was);
    settings.set(own);
    (settings, is_save)
}

/// What somebody else changed, a line for each key.
fn elsewhere(outdated: &Outdated, messages: &Messages) -> Vec<String> {
    let line = |(key, was, now): &(String, Option<String>, Option<String>)| {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
        let variables = [("key", key.as_str().into()), ("was", text(was).into()), ("now", text(now).into())];
        messages.text("web-settings-changed", &variables)
    };
    outdated.changed.iter().map(line).collect()
}
