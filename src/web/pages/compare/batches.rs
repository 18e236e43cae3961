//! The polled part of the comparison page: the batches of a project.

use axum::extract::Query;

use crate::app::comparing::batches::{End, Heard, Look, Stage};
use crate::app::comparing::kept::PAGE;
use crate::app::comparing::told;
use crate::app::projects::Project;
use crate::messages::Messages;
use crate::web::in_project::InProject;
use crate::web::layout::Layout;
use crate::web::tabs::{Tab, address};
use crate::web::visit::{Answer, Visit, page};

/// The batches of a project.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The latest first.
    pub(super) batches: Vec<Batch>,
    /// The running or next batch; while there is one, this part of the page is polled.
    pub(super) at_work: Option<u32>,
    /// The notice that the batch seen running has ended.
    pub(super) news: String,
}

/// A batch.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) number: u32,
    pub(super) title: String,
    /// Its state, in paragraphs.
    pub(super) stage: Vec<String>,
    /// Whether an error occurred.
    pub(super) is_bad: bool,
    /// Number of variants done and their total, while it runs.
    pub(super) progress: Option<(usize, usize)>,
    /// Key of the button that starts or continues it.
    pub(super) begin: Option<&'static str>,
    pub(super) can_stop: bool,
    pub(super) can_discard: bool,
    /// Name of its report, if there is one.
    pub(super) report: Option<&'static str>,
    /// Names of the files to download.
    pub(super) files: Vec<&'static str>,
}

impl Shown {
    /// The batches now, for a reader who saw the batch `seen` running.
    pub(super) fn of(visit: &Visit, project: &Project, seen: Option<u32>) -> Self {
        let (looks, messages) = (visit.site.batches.looks(project), visit.messages());
        let batches: Vec<Batch> = looks.iter().map(|look| Batch::of(look, messages)).collect();
        let over = batches.iter().find(|batch| Some(batch.number) == seen && !batch.can_stop);
        let news = over.map(|batch| {
            let lines: Vec<&str> =
                std::iter::once(&batch.title).chain(&batch.stage).map(String::as_str).collect();
            lines.join("\n")
        });
        Self {
            at_work: looks.iter().find(|look| look.is_busy()).map(|look| look.kept.number),
            batches,
            news: news.unwrap_or_default(),
        }
    }
}

impl Batch {
    fn of(look: &Look, messages: &Messages) -> Self {
        let (kept, is_busy) = (&look.kept, look.is_busy());
        let number = kept.number.to_string();
        let variants = kept.variants();
        let (variants, planned) = (variants.len(), kept.planned_of(variants).len());
        let words = look.stage.as_ref().map(|stage| told::stage(stage, messages));
        let words = words.unwrap_or_else(|| found(planned, variants, messages));
        let is_whole = variants > 0 && planned == variants && kept.has_report();
        let begin = if planned == 0 { "web-compare-begin" } else { "web-compare-go-on" };
        let report = kept.has_report().then_some(PAGE).filter(|_| !is_busy);
        Self {
            number: kept.number,
            title: messages.text("web-compare-batch", &[("number", number.into())]),
            stage: words.split("\n\n").map(str::to_owned).collect(),
            is_bad: look.stage.as_ref().is_some_and(is_bad),
            progress: look.stage.as_ref().and_then(progress),
            begin: (!is_busy && !is_whole).then_some(begin),
            can_stop: is_busy,
            can_discard: !is_busy && planned == 0,
            files: if is_busy { Vec::new() } else { kept.files() },
            report,
        }
    }
}

/// The state of a batch, from its folder alone.
fn found(planned: usize, variants: usize, messages: &Messages) -> String {
    if variants == 0 {
        return messages.text("web-compare-not-begun", &[]);
    }
    messages.text("web-compare-planned", &[("finished", planned.into()), ("variants", variants.into())])
}

fn is_bad(stage: &Stage) -> bool {
    matches!(stage, Stage::Over(end) if !matches!(**end, End::Planned { .. }))
}

fn progress(stage: &Stage) -> Option<(usize, usize)> {
    match *stage {
        Stage::Runs(Heard { n_over, of, .. }) if of > 0 => Some((n_over, of)),
        _ => None,
    }
}

#[derive(askama::Template)]
#[template(path = "compare/batches.html", config = "src/web/askama.toml")]
struct Part<'a> {
    layout: Layout<'a>,
    home: String,
    shown: Shown,
}

/// The response to polling. A reader who saw a batch running gets one notice when it has ended.
pub(super) async fn now(
    visit: Visit,
    InProject(project): InProject,
    fields: Query<std::collections::BTreeMap<String, String>>,
) -> Answer {
    let seen = fields.get("seen").and_then(|number| number.parse().ok());
    let name = project.name.clone();
    let shown = visit.work(move |visit| Shown::of(visit, &project, seen)).await?;
    let home = format!("{}/compare", address(&name));
    page(&Part { layout: visit.layout("").of(&name, Tab::Compare), home, shown })
}
