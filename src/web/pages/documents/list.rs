//! The documents of a project, by recipient.

use std::collections::BTreeMap;

use super::make::Progress;
use crate::app::documents::made::{Audience, Document, Made, made};
use crate::app::documents::{Extent, contacts, published, templates};
use crate::app::projects::Project;
use crate::app::projects::state::{LastPlan, state};
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::pages::standing::Mark;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

/// Types that a browser shows; all others are downloaded.
const SHOWN: [&str; 2] = ["pdf", "html"];

#[derive(askama::Template)]
#[template(path = "documents/list.html", config = "src/web/askama.toml")]
struct ListPage<'a> {
    layout: Layout<'a>,
    home: String,
    plan: Option<String>,
    contacts: Vec<String>,
    templates: Vec<String>,
    published: Vec<String>,
    progress: Option<Progress>,
    failure: Vec<String>,
    can_change: bool,
    sets: Vec<Set>,
}

/// Documents that were made together.
struct Set {
    id: &'static str,
    title: String,
    home: String,
    standing: Vec<Mark>,
    groups: Vec<Group>,
    all: String,
}

/// The documents for one kind of recipient.
struct Group {
    id: &'static str,
    title: String,
    meaning: String,
    recipients: Vec<Recipient>,
}

/// The documents for one recipient.
struct Recipient {
    name: String,
    papers: Vec<Paper>,
}

/// One document.
struct Paper {
    title: String,
    format: String,
    address: String,
    is_shown: bool,
}

/// The list of documents.
pub(super) async fn list(visit: Visit, InProject(project): InProject) -> Answer {
    visit.work(move |visit| shown(visit, &project)).await?
}

fn shown(visit: &Visit, project: &Project) -> Answer {
    let messages = visit.messages();
    let home = format!("{}/documents", address(&project.name));
    let state = state(project);
    let plan = state.plan.as_ref();
    let job = visit.site.exports.of(project);
    let failure = job.as_ref().and_then(|job| job.end()).and_then(Result::err);
    let progress = job.filter(|job| job.end().is_none()).map(|job| Progress::of(&job, &home, messages));
    let set = |extent: Extent| Some(set(extent, &made(project, extent)?, (plan, &home), messages));
    page(&ListPage {
        layout: visit.layout(&messages.text("web-tab-documents", &[])).of(&project.name, Tab::Documents),
        plan: plan.map(|plan| of_plan(plan, messages)),
        contacts: contacts(project),
        templates: templates(project),
        published: published(project),
        progress,
        failure: failure.map(|words| words.split("\n\n").map(str::to_owned).collect()).unwrap_or_default(),
        can_change: state.announced.is_some(),
        sets: [Extent::Changed, Extent::All].into_iter().filter_map(set).collect(),
        home,
    })
}

fn set(extent: Extent, made: &Made, (plan, home): (Option<&LastPlan>, &str), messages: &Messages) -> Set {
    let home = format!("{home}/{}", extent.name());
    Set {
        id: extent.name(),
        title: messages.text(&format!("web-documents-made-{}", extent.name()), &[]),
        standing: standing(made, plan, messages),
        groups: groups(made, &home, messages),
        all: messages.text("web-documents-all", &[("documents", made.documents.len().into())]),
        home,
    }
}

fn of_plan(plan: &LastPlan, messages: &Messages) -> String {
    let date = plan.written.map(|written| messages.date(written.date())).unwrap_or_default();
    let variables = [("date", date.into()), ("cycles", plan.cycles.into())];
    messages.text("web-documents-plan", &variables)
}

/// Whether they belong to the last plan, and that plan to today's data; and whether they contain names.
fn standing(made: &Made, plan: Option<&LastPlan>, messages: &Messages) -> Vec<Mark> {
    let said = |kind, key: &'static str| Mark::new(kind, messages.text(key, &[]));
    let mut marks = vec![match plan {
        Some(plan) if made.is_of(&plan.path) => said("good", "web-documents-current"),
        Some(_) => said("warn", "web-documents-old"),
        None => said("warn", "web-documents-no-plan-any-more"),
    }];
    if plan.is_some_and(|plan| plan.is_of_today == Some(false)) {
        marks.push(said("warn", "web-documents-data-changed"));
    }
    marks.push(match &made.contacts {
        Some(file) => {
            Mark::new("plain", messages.text("web-documents-names", &[("file", file.as_str().into())]))
        }
        None => said("plain", "web-documents-no-names"),
    });
    marks
}

fn groups(made: &Made, home: &str, messages: &Messages) -> Vec<Group> {
    let group = |audience: Audience| {
        let mut recipients: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        for document in made.documents.iter().filter(|document| document.audience == audience) {
            recipients.entry(&document.recipient).or_default().push(document);
        }
        let recipient = |(name, documents): (&str, Vec<&Document>)| Recipient {
            name: name.to_owned(),
            papers: documents.into_iter().map(|document| paper(document, home, messages)).collect(),
        };
        Group {
            id: audience.name(),
            title: messages.text(&format!("web-documents-{}", audience.name()), &[]),
            meaning: messages.text(&format!("web-documents-{}-what", audience.name()), &[]),
            recipients: recipients.into_iter().map(recipient).collect(),
        }
    };
    Audience::ALL.into_iter().map(group).filter(|group| !group.recipients.is_empty()).collect()
}

fn paper(document: &Document, home: &str, messages: &Messages) -> Paper {
    let key = format!("web-document-{}", document.kind);
    Paper {
        title: if messages.has(&key) { messages.text(&key, &[]) } else { document.kind.clone() },
        format: document.extension().to_uppercase(),
        address: format!("{home}/file/{}", document.path),
        is_shown: SHOWN.contains(&document.extension()),
    }
}
