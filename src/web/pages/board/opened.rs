//! The open plan that a request refers to.

use std::sync::Arc;

use axum::http::StatusCode;

use super::view::View;
use crate::app::edit::state::State;
use crate::app::projects::Project;
use crate::app::projects::plans::{PlanFile, plan_named, plans};
use crate::web::edits::{NotOpen, Open};
use crate::web::fault::Fault;
use crate::web::tabs::address;
use crate::web::visit::Visit;

/// An open plan, and its view.
pub(super) struct Opened<'a> {
    pub(super) visit: &'a Visit,
    pub(super) project: &'a Project,
    pub(super) open: Arc<Open>,
    pub(super) view: View,
    /// The address of the page.
    pub(super) base: String,
}

impl Opened<'_> {
    /// The version and a copy of the plan, so that others can continue while it is evaluated; a tab with another version is refused.
    pub(super) fn seen(&self, version: Option<u64>) -> Result<(u64, State), Fault> {
        let edit = self.open.edit();
        let now = self.open.version(&edit);
        let outdated = || Fault::new(StatusCode::CONFLICT, "web-board-news-tab");
        version.is_none_or(|seen| seen == now).then(|| (now, edit.now().clone())).ok_or_else(outdated)
    }

    /// The view after a step: an open page follows its cycle to a new identifier; with `is_followed`, the week follows the cycle.
    pub(super) fn look_at(&mut self, moved: &str, is_followed: bool) {
        if self.view.cycle.is_some() {
            self.view.cycle = Some(moved.to_owned());
        }
        let lines = self.open.edit().now().lines();
        let first =
            lines.iter().find(|line| line.id == moved).and_then(|line| line.sessions.first().copied());
        if let Some(first) = first.filter(|_| is_followed) {
            self.view = self.view.in_week(first);
        }
    }
}

/// The plan of a request: the one it names; else the last one used, if it is in use (a search or unsaved changes); else the last
/// of the project. `None` if the project has no plan.
pub(super) fn opened<'a>(
    visit: &'a Visit,
    project: &'a Project,
    view: &View,
) -> Result<Option<Opened<'a>>, Fault> {
    let edits = &visit.site.edits;
    let wanted = view.plan.as_deref().filter(|name| !name.is_empty());
    let is_kept = |open: &Arc<Open>| wanted.is_some() || open.is_in_use();
    let open = if let Some(open) = edits.find(&project.name, wanted).filter(is_kept) {
        open
    } else {
        let file = match wanted {
            Some(name) => Some(plan_named(project, name).ok_or_else(Fault::nowhere)?),
            None => last_of(project, &edits.kept(&project.folder)),
        };
        let Some(file) = file else { return Ok(None) };
        let there = edits.find(&project.name, Some(&file.name));
        there.map_or_else(|| edits.open(project, &file).map_err(refused), Ok)?
    };
    let view = View { plan: Some(open.name()), ..view.clone() };
    Ok(Some(Opened { visit, project, open, view, base: format!("{}/plan", address(&project.name)) }))
}

/// The plan that was being edited when the program was killed, else the last of the project.
fn last_of(project: &Project, kept: &[String]) -> Option<PlanFile> {
    let mut all = plans(project);
    let position = all.iter().position(|plan| kept.contains(&plan.name)).unwrap_or_default();
    (position < all.len()).then(|| all.swap_remove(position))
}

fn refused(why: NotOpen) -> Fault {
    match why {
        NotOpen::Failed(failure) => failure.into(),
        NotOpen::Full => Fault::new(StatusCode::CONFLICT, "web-board-full"),
    }
}
