//! The whole page, or the part that changes, with the outcome of a request.

use super::desk::{Desk, Looking, desk};
use super::opened::Opened;
use super::words::did;
use crate::app::edit::Edit;
use crate::app::projects::Project;
use crate::app::projects::plans::plans;
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::layout::Layout;
use crate::web::tabs::Tab;
use crate::web::visit::{Answer, Visit, page};

/// The outcome of a request: CSS class and text.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// `good`, `warn` or `bad`.
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// The cycle that was moved.
    pub(super) moved: Option<String>,
    /// Whether to show its first week.
    pub(super) is_followed: bool,
}

impl Told {
    /// Nothing to report.
    pub(super) fn nothing() -> Self {
        Self::default()
    }

    pub(super) fn new(kind: &'static str, text: String) -> Self {
        Self { kind, text, ..Self::default() }
    }
}

#[derive(askama::Template)]
#[template(path = "board.html", config = "src/web/askama.toml")]
struct PlanPage<'a> {
    layout: Layout<'a>,
    desk: Desk,
    /// Changes by others.
    news: News,
}

/// The part of the page that changes with the plan, and the outcome.
#[derive(askama::Template)]
#[template(path = "board-part.html", config = "src/web/askama.toml")]
pub(super) struct PlanPart<'a> {
    layout: Layout<'a>,
    desk: Desk,
    told: Told,
}

impl PlanPart<'_> {
    /// The part for the current plan.
    pub(super) fn of(opened: &Opened, told: Told) -> Answer {
        let desk = seen(opened, &opened.open.edit(), &told);
        page(&PlanPart { layout: opened.visit.layout(""), desk, told })
    }
}

/// The whole page.
pub(super) fn shown(opened: &Opened) -> Answer {
    let news = News::of(opened, None, false);
    let desk = seen(opened, &opened.open.edit(), &Told::nothing());
    page(&PlanPage { layout: layout(opened.visit, opened.project), desk, news })
}

fn layout<'a>(visit: &'a Visit, project: &Project) -> Layout<'a> {
    let title = visit.messages().text("web-board-title", &[]);
    visit.layout(&title).of(&project.name, Tab::Board)
}

fn seen(opened: &Opened, edit: &Edit, told: &Told) -> Desk {
    let name = opened.open.name();
    let mut names: Vec<String> = plans(opened.project).into_iter().map(|plan| plan.name).collect();
    if !names.contains(&name) {
        names.insert(0, name.clone());
    }
    let attempt = opened.open.attempt();
    let looking = Looking {
        base: &opened.base,
        view: &opened.view,
        messages: opened.visit.messages(),
        name: &name,
        names: &names,
        moved: told.moved.as_deref(),
        attempt: attempt.as_deref(),
        version: opened.open.version(edit),
        is_after_step: !told.text.is_empty(),
        is_kept: opened.open.is_kept(),
    };
    desk(edit, &looking)
}

/// Changes by others since the plan was opened, and since the version that a tab shows.
#[derive(Debug, Default)]
pub(super) struct News {
    /// In words.
    pub(super) lines: Vec<String>,
    /// Whether the plan has another version than the tab.
    pub(super) is_behind: bool,
    /// Address of the current plan.
    pub(super) address: String,
    /// If the data have changed: the address that repeats the steps with them, and the version to send.
    pub(super) again: Option<(String, u64)>,
}

impl News {
    /// The changes to report; with `is_quick`, without those on disk.
    pub(super) fn of(opened: &Opened, version: Option<u64>, is_quick: bool) -> Self {
        let (edit, messages) = (opened.open.edit(), opened.visit.messages());
        let is_behind = version.is_some_and(|version| version != opened.open.version(&edit));
        let mut lines: Vec<String> = opened
            .open
            .taken_up()
            .filter(|_| edit.has_unsaved())
            .map(|told| told.words(messages))
            .unwrap_or_default();
        if is_behind {
            lines.push(by_another(&edit, messages));
        }
        let news = if is_quick { crate::app::edit::news::News::default() } else { edit.news() };
        let of_disk = [(news.data, "web-board-news-data"), (news.plan, "web-board-news-plan")];
        lines.extend(of_disk.iter().filter(|(is, _)| *is).map(|(_, key)| messages.text(key, &[])));
        let again = news
            .data
            .then(|| (opened.view.address(&format!("{}/again", opened.base)), opened.open.version(&edit)));
        Self { lines, is_behind, address: opened.view.address(&opened.base), again }
    }
}

/// Notice that somebody else changed the plan: who, and the last step.
fn by_another(edit: &Edit, messages: &Messages) -> String {
    let who = edit.last_by().name();
    if who.is_empty() {
        return messages.text("web-board-news-tab", &[]);
    }
    let step = edit.unsaved().last().filter(|made| made.by == *edit.last_by());
    match step.map(|made| did(made.step.as_ref(), messages)) {
        None => messages.text("web-board-news-by", &[("who", who.into())]),
        Some(what) => messages.text("web-board-news-by-what", &[("who", who.into()), ("what", what.into())]),
    }
}

#[derive(askama::Template)]
#[template(path = "board-beside.html", config = "src/web/askama.toml")]
struct Beside<'a> {
    layout: Layout<'a>,
    part: String,
    back: String,
}

/// A part requested by htmx; for a browser without scripts, a page with that part.
pub(super) fn beside(opened: &Opened, part: &impl askama::Template) -> Answer {
    if opened.visit.is_part {
        return page(part);
    }
    let part = part.render().map_err(|_| Fault::ours())?;
    let back = opened.view.address(&opened.base);
    page(&Beside { layout: layout(opened.visit, opened.project), part, back })
}

#[derive(askama::Template)]
#[template(path = "board-none.html", config = "src/web/askama.toml")]
struct NoPlan<'a> {
    layout: Layout<'a>,
}

/// The page of a project without a plan.
pub(super) fn no_plan(visit: &Visit, project: &Project) -> Answer {
    page(&NoPlan { layout: layout(visit, project) })
}
