//! The page with the form.

use std::collections::BTreeMap;

use axum::extract::Query;
use serde::Deserialize;

use super::field::{Group, groups};
use super::found::Found;
use crate::app::projects::{Project, ProjectName};
use crate::app::settings::Settings;
use crate::app::settings::kept::{Filled, TakenUp, others, taken_up};
use crate::diagnostics::message;
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

/// The action just completed.
#[derive(Debug, Deserialize)]
pub(super) struct Done {
    /// Files written, and copies of their previous content.
    saved: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "settings/form.html", config = "src/web/askama.toml")]
struct FormPage<'a> {
    layout: Layout<'a>,
    home: String,
    file: String,
    told: String,
    kept: Vec<String>,
    others: Vec<String>,
    /// Whether there are changes to discard.
    is_changed: bool,
    refused: Vec<String>,
    unwritable: Option<String>,
    changed: Vec<String>,
    state: State,
    was: Vec<(String, String)>,
    groups: Vec<Group>,
}

/// Number of errors, and where they are.
pub(super) struct State {
    /// Severity: `bad` or `good`.
    pub(super) kind: &'static str,
    /// Its sign.
    pub(super) sign: &'static str,
    /// In words.
    pub(super) words: String,
    /// Errors in tables, in words, if there are any.
    pub(super) elsewhere: Option<String>,
    /// The address of the tables.
    pub(super) data: String,
    /// Findings that belong to no key of the form.
    pub(super) others: Vec<String>,
    /// A notice if the scenario was changed elsewhere.
    pub(super) outdated: Option<String>,
}

impl State {
    /// The state for these findings.
    pub(super) fn of(found: &Found, project: &ProjectName, messages: &Messages) -> Self {
        let is_good = found.n_faults == 0;
        let elsewhere = (found.n_elsewhere > 0)
            .then(|| messages.text("web-settings-elsewhere", &[("faults", found.n_elsewhere.into())]));
        Self {
            kind: if is_good { "good" } else { "bad" },
            sign: if is_good { "✓" } else { "✕" },
            words: messages.text("web-settings-faults", &[("faults", found.n_faults.into())]),
            elsewhere,
            data: format!("{}/data", address(project)),
            others: found.others.clone(),
            outdated: found.is_outdated.then(|| messages.text("web-settings-outdated", &[])),
        }
    }
}

/// The form with the scenario's current values.
pub(super) async fn form(visit: Visit, InProject(project): InProject, Query(done): Query<Done>) -> Answer {
    visit
        .work(move |visit| {
            let (messages, by) = (visit.messages(), visit.signed());
            let taken_up = taken_up(&project.scenario, &by, &visit.site.shelf, &project.folder)?;
            let told = done.saved.map(|_| messages.text("web-settings-saved", &[]));
            let told =
                Told { done: told.unwrap_or_default(), kept: kept(&taken_up, messages), ..Told::default() };
            shown(visit, &project, &taken_up.settings, told)
        })
        .await?
}

/// The notice that the form contains earlier changes that were not saved, if it does.
fn kept(taken_up: &TakenUp, messages: &Messages) -> Vec<String> {
    let Some(by) = &taken_up.by else { return Vec::new() };
    let kept = messages.text("web-settings-kept", &[("time", by.time(messages).into())]);
    let carried = taken_up.is_carried.then(|| messages.text("draft-carried", &[]));
    std::iter::once(kept).chain(carried).collect()
}

/// Unsaved changes of other people, one line each.
pub(super) fn of_others(visit: &Visit, project: &Project) -> Vec<String> {
    let messages = visit.messages();
    let line = |filled: Filled| {
        let keys: Vec<&str> = filled.own.keys().map(String::as_str).collect();
        let variables = [("by", filled.by.words(messages).into()), ("keys", keys.join(", ").into())];
        messages.text("web-settings-others", &variables)
    };
    let filled = others(&visit.signed(), &visit.site.shelf, &project.folder);
    filled.into_iter().map(line).collect()
}

#[derive(askama::Template)]
#[template(path = "settings/others.html", config = "src/web/askama.toml")]
struct OthersPart {
    others: Vec<String>,
}

/// Unsaved changes of other people, polled from time to time.
pub(super) async fn others_part(visit: Visit, InProject(project): InProject) -> Answer {
    let others = visit.work(move |visit| of_others(visit, &project)).await?;
    page(&OthersPart { others })
}

/// Notices above the form.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The action just completed.
    pub(super) done: String,
    /// That it contains earlier unsaved changes.
    pub(super) kept: Vec<String>,
    /// Why nothing was saved.
    pub(super) refused: String,
    /// Changes by other people.
    pub(super) changed: Vec<String>,
}

/// The form with settings as filled in.
pub(super) fn shown(visit: &Visit, project: &Project, settings: &Settings, told: Told) -> Answer {
    let messages = visit.messages();
    let sections = settings.form();
    let found = Found::of(&settings.judge(), &sections, messages);
    let keys = sections.iter().flat_map(|section| &section.fields).map(|field| field.key.as_str());
    let was: BTreeMap<&str, &str> = keys.filter_map(|key| Some((key, settings.written(key)?))).collect();
    page(&FormPage {
        layout: visit.layout(&messages.text("web-tab-settings", &[])).of(&project.name, Tab::Settings),
        home: format!("{}/settings", address(&project.name)),
        file: project.scenario.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        told: told.done,
        kept: told.kept,
        others: of_others(visit, project),
        is_changed: !settings.changed().is_empty(),
        refused: told.refused.lines().map(str::to_owned).collect(),
        unwritable: settings.unwritable().map(|finding| message(finding, messages)),
        changed: told.changed,
        state: State::of(&found, &project.name, messages),
        was: was.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
        groups: groups(&sections, &found, messages),
    })
}
