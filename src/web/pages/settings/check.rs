//! Checks the settings while they are filled in.

use std::collections::BTreeMap;

use axum::Form;

use super::field::{Note, notes};
use super::form::State;
use super::found::Found;
use super::save::filled_in;
use crate::app::settings::kept::keep;
use crate::web::in_project::InProject;
use crate::web::visit::{Answer, Visit, page};

#[derive(askama::Template)]
#[template(path = "settings/check.html", config = "src/web/askama.toml")]
struct CheckPart {
    state: State,
    notes: Vec<Note>,
    differs: String,
}

/// Checks them, and returns the note below each key.
pub(super) async fn check(
    visit: Visit,
    InProject(project): InProject,
    Form(texts): Form<BTreeMap<String, String>>,
) -> Answer {
    visit
        .work(move |visit| {
            let messages = visit.messages();
            let (settings, _) = filled_in(&project, texts);
            keep(&settings, &visit.signed(), &visit.site.shelf, &project.folder);
            let sections = settings.form();
            let found = Found::of(&settings.judge(), &sections, messages);
            page(&CheckPart {
                state: State::of(&found, &project.name, messages),
                notes: notes(&sections, &found, messages),
                differs: messages.text("web-settings-differs", &[]),
            })
        })
        .await?
}
