//! Overview of a scenario's tables.

use super::name::{page_of, title};
use crate::app::grid::overview::{Count, Overview, overview as of_scenario};
use crate::app::projects::Project;
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::pages::standing::Mark;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

#[derive(askama::Template)]
#[template(path = "data/overview.html", config = "src/web/askama.toml")]
struct OverviewPage<'a> {
    layout: Layout<'a>,
    entries: Vec<Entry>,
    elsewhere: Vec<Mark>,
    settings: String,
}

/// A table in the list.
struct Entry {
    title: String,
    address: String,
    file: String,
    meaning: String,
    marks: Vec<Mark>,
}

/// The list of tables.
pub(super) async fn overview(visit: Visit, InProject(project): InProject) -> Answer {
    let name = project.name.clone();
    let (entries, elsewhere) = visit.work(move |visit| listed(visit, &project)).await??;
    let title = visit.messages().text("web-tab-data", &[]);
    page(&OverviewPage {
        layout: visit.layout(&title).of(&name, Tab::Data),
        entries,
        elsewhere,
        settings: format!("{}/settings", address(&name)),
    })
}

fn listed(visit: &Visit, project: &Project) -> Result<(Vec<Entry>, Vec<Mark>), Fault> {
    let messages = visit.messages();
    let unsaved = visit.site.drafts.unsaved(project);
    let Overview { tables, elsewhere } = of_scenario(&project.scenario)?;
    let entry = |(table, count): (crate::app::grid::Named, Count)| {
        let mut marks = marks(count, messages);
        if unsaved.contains(&table.address) {
            marks.insert(0, Mark::new("warn", messages.text("web-grid-unsaved", &[])));
        } else if marks.is_empty() {
            marks.push(Mark::new("good", messages.text("web-grid-no-fault", &[])));
        }
        Entry {
            title: title(table.address, messages),
            address: page_of(&project.name, table.address),
            meaning: messages.text(&format!("web-table-{}-what", table.address.kind.name()), &[]),
            file: table.name,
            marks,
        }
    };
    Ok((tables.into_iter().map(entry).collect(), marks(elsewhere, messages)))
}

/// The number of findings, if there are any.
fn marks(count: Count, messages: &Messages) -> Vec<Mark> {
    let of = |kind, key: &'static str, name, count: usize| {
        (count > 0).then(|| Mark::new(kind, messages.text(key, &[(name, count.into())])))
    };
    let faults = of("bad", "web-grid-faults", "faults", count.faults);
    let warnings = of("warn", "web-grid-warnings", "warnings", count.warnings);
    faults.into_iter().chain(warnings).collect()
}
