//! Changes of a plan: step, undo, redo; saving and discarding.

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::opened::{Opened, opened};
use super::targets::refused;
use super::told::{PlanPart, Told};
use super::verdict::by_step;
use super::view::View;
use super::words::{signed, time};
use crate::app::amend::change::{Change, Place};
use crate::app::edit::Edit;
use crate::app::edit::save::Failure;
use crate::app::edit::step::Step;
use crate::app::projects::{Project, ProjectName};
use crate::app::saved::{What, note};
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::visit::{Answer, Visit};

/// The version of the plan that a tab shows.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Seen {
    pub(super) version: Option<u64>,
    /// Whether to check only for changes in the server, and not on disk, which is slower.
    pub(super) quick: Option<String>,
}

/// A step: a cycle to another place, or a resident to another cycle.
#[derive(Debug, Deserialize)]
pub(super) struct Wish {
    version: u64,
    cycle: Option<String>,
    slot: Option<String>,
    venue: Option<String>,
    trainer: Option<String>,
    first: Option<String>,
    resident: Option<String>,
    to: Option<String>,
    /// Whether to show the cycle's new week.
    follow: Option<String>,
}

/// The name for saving a plan.
#[derive(Debug, Deserialize)]
pub(super) struct Name {
    version: u64,
    name: String,
}

impl Wish {
    fn step(self) -> Result<Step, Fault> {
        let said = |text: Option<String>| text.filter(|text| !text.is_empty());
        let wrong = || Fault::of(StatusCode::BAD_REQUEST);
        if let Some(resident) = said(self.resident) {
            return Ok(Step::Resident { resident, to: said(self.to) });
        }
        let first = said(self.first).map(|day| day.parse().map_err(|_| wrong())).transpose()?;
        let place =
            Place { slot: said(self.slot), venue: said(self.venue), trainer: said(self.trainer), first };
        let cycle = said(self.cycle).ok_or_else(wrong)?;
        Ok(Step::Cycle { cycle, change: Change::Place(place) })
    }
}

/// Makes a step.
pub(super) async fn step(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(wish): Form<Wish>,
) -> Answer {
    let is_followed = wish.follow.is_some();
    changed(visit, project, view, wish.version, move |edit, messages| {
        let step = wish.step()?;
        edit.make(&step).map_err(|wrong| refused(&wrong, messages))?;
        let (text, moved) = made(edit, &step, messages);
        let kind = if edit.newly_broken().is_empty() { "good" } else { "bad" };
        Ok(Told { kind, text, moved, is_followed })
    })
    .await
}

/// Undoes the last step.
pub(super) async fn undo(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(seen): Form<Seen>,
) -> Answer {
    walked(visit, project, (view, seen), Edit::undo, ["web-board-undone", "web-board-nothing-undone"]).await
}

/// Redoes the last undone step.
pub(super) async fn redo(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(seen): Form<Seen>,
) -> Answer {
    walked(visit, project, (view, seen), Edit::redo, ["web-board-redone", "web-board-nothing-redone"]).await
}

/// Undoes or redoes one step, and reports with the first key that there was one, with the second that there was none.
async fn walked(
    visit: Visit,
    project: Project,
    (view, seen): (View, Seen),
    walk: fn(&mut Edit) -> bool,
    [done, nothing]: [&'static str; 2],
) -> Answer {
    changed(visit, project, view, seen.version.unwrap_or_default(), move |edit, messages| {
        let key = if walk(edit) { done } else { nothing };
        Ok(Told::new("good", messages.text(key, &[])))
    })
    .await
}

/// Changes the plan, unless the tab shows another version; then the tab is told, and shows the current plan.
async fn changed(
    visit: Visit,
    project: Project,
    view: View,
    version: u64,
    change: impl FnOnce(&mut Edit, &Messages) -> Result<Told, Fault> + Send + 'static,
) -> Answer {
    visit
        .work(move |visit| {
            let mut opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let messages = visit.messages();
            let told = {
                let mut edit = opened.open.edit();
                if opened.open.version(&edit) == version {
                    edit.signs(visit.signed());
                    change(&mut edit, messages)?
                } else {
                    outdated(visit, &edit)?
                }
            };
            if let Some(moved) = &told.moved {
                opened.look_at(moved, told.is_followed);
            }
            answer(&opened, told)
        })
        .await?
}

/// The notice for a tab that shows another version. Without a script to show it next to the plan, it is a separate page.
pub(super) fn outdated(visit: &Visit, edit: &Edit) -> Result<Told, Fault> {
    let who = edit.last_by().name();
    let key = if who.is_empty() { "web-board-outdated" } else { "web-board-outdated-by" };
    if !visit.is_part {
        return Err(Fault::new(StatusCode::CONFLICT, key).with("who", who));
    }
    Ok(Told::new("bad", visit.messages().text(key, &[("who", who.into())])))
}

/// The part of the page that changes; without a script, a redirect to the page.
pub(super) fn answer(opened: &Opened, told: Told) -> Answer {
    let address = opened.view.address(&opened.base);
    if !opened.visit.is_part {
        return Ok(Redirect::to(&address).into_response());
    }
    let part = PlanPart::of(opened, told)?;
    Ok(([("hx-replace-url", address)], part).into_response())
}

/// A description of the step and its effect; and the cycle that it moved.
fn made(edit: &Edit, step: &Step, messages: &Messages) -> (String, Option<String>) {
    let price = signed(by_step(edit), messages);
    let broken = edit.newly_broken().len();
    let come = messages.text("web-board-comes", &[("price", price.into()), ("broken", broken.into())]);
    let (what, moved) = match step {
        Step::Cycle { cycle, .. } => {
            let new = edit.now().goes_on_as.as_ref();
            let id = new.unwrap_or(cycle);
            let moved = moved_cycle(edit, id, messages);
            let variables = [("from", cycle.as_str().into()), ("cycle", id.as_str().into())];
            let goes_on = new.map(|_| messages.text("web-board-goes-on", &variables));
            let told: Vec<String> = goes_on.into_iter().chain([moved]).collect();
            (told.join(" "), Some(id.clone()))
        }
        Step::Resident { resident, to } => {
            let key = if to.is_some() { "web-board-joined" } else { "web-board-left" };
            let to = to.as_deref().unwrap_or_default();
            let variables = [("resident", resident.as_str().into()), ("cycle", to.into())];
            (messages.text(key, &variables), None)
        }
    };
    (format!("{what} {come}"), moved)
}

fn moved_cycle(edit: &Edit, id: &str, messages: &Messages) -> String {
    let Some(line) = edit.now().lines().into_iter().find(|line| line.id == id) else { return String::new() };
    let first = line.sessions.first().map(|&day| messages.date(day)).unwrap_or_default();
    let variables = [
        ("cycle", id.into()),
        ("time", time(line.time, messages).into()),
        ("date", first.into()),
        ("place", format!("{}, {}", line.commune, line.venue).into()),
        ("trainer", line.trainer.into()),
    ];
    messages.text("web-board-moved", &variables)
}

/// Saves the plan as a separate one; editing continues on it.
pub(super) async fn save(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(name): Form<Name>,
) -> Answer {
    visit
        .work(move |visit| {
            let mut opened = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            let folder: ProjectName = name.name.trim().parse().map_err(|_| no_name(&name.name))?;
            {
                let mut edit = opened.open.edit();
                if opened.open.version(&edit) != name.version {
                    let told = outdated(visit, &edit)?;
                    drop(edit);
                    return answer(&opened, told);
                }
                edit.signs(visit.signed());
                let saved = edit.save_as(&project, &folder, visit.messages());
                saved.map_err(|failure| not_saved(failure, visit.messages()))?;
            }
            note(&project, What::Plan(folder.to_string()), &visit.signed());
            opened.open.rename(folder.as_str());
            opened.view.plan = Some(folder.to_string());
            let text = visit.messages().text("web-board-saved", &[("folder", folder.as_str().into())]);
            answer(&opened, Told::new("good", text))
        })
        .await?
}

fn no_name(typed: &str) -> Fault {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    match ProjectName::nearest(typed) {
        Some(near) if !typed.trim().is_empty() => {
            Fault::new(status, "web-new-bad-name-near").with("near", near.to_string())
        }
        _ => Fault::new(status, "web-board-no-name"),
    }
}

fn not_saved(failure: Failure, messages: &Messages) -> Fault {
    match failure {
        Failure::Common(failure) => failure.into(),
        Failure::Broken(found) => {
            let mut rules: Vec<String> =
                found.iter().map(|one| messages.text(&format!("rule-{}", one.rule.name()), &[])).collect();
            rules.dedup();
            let fault = Fault::new(StatusCode::CONFLICT, "web-board-save-broken");
            fault.with("rules", rules.join(", "))
        }
        Failure::Changed(_) => Fault::new(StatusCode::CONFLICT, "web-board-save-changed"),
    }
}

/// Discards unsaved changes: the plan is reopened from disk.
pub(super) async fn leave(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(seen): Form<Seen>,
) -> Answer {
    visit
        .work(move |visit| {
            let there = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            if let Some(told) = behind(&there, seen.version)? {
                return answer(&there, told);
            }
            visit.site.edits.close(&there.open);
            let opened = opened(visit, &project, &there.view)?.ok_or_else(Fault::nowhere)?;
            answer(&opened, Told::new("good", visit.messages().text("web-board-left-as-it-is", &[])))
        })
        .await?
}

/// Repeats the unsaved steps with the current data.
pub(super) async fn again(
    visit: Visit,
    InProject(project): InProject,
    Query(view): Query<View>,
    Form(seen): Form<Seen>,
) -> Answer {
    visit
        .work(move |visit| {
            let mut there = opened(visit, &project, &view)?.ok_or_else(Fault::nowhere)?;
            if let Some(told) = behind(&there, seen.version)? {
                return answer(&there, told);
            }
            there.open = visit.site.edits.again(&there.open)?;
            answer(&there, Told::new("good", visit.messages().text("draft-again", &[])))
        })
        .await?
}

/// The notice for a tab that shows another version of the plan; `None` if it shows the current one.
fn behind(there: &Opened, seen: Option<u64>) -> Result<Option<Told>, Fault> {
    let edit = there.open.edit();
    let is_seen = Some(there.open.version(&edit)) == seen;
    if is_seen { Ok(None) } else { outdated(there.visit, &edit).map(Some) }
}
