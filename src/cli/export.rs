//! `ateliers export`: makes the documents for mairies, trainers, planners and other systems.

use std::path::PathBuf;

use clap::Args;

use super::announced::AnnouncedArgs;
use super::audience::AudienceArg;
use super::making::Making;
use super::{Outcome, Terminal, confined, leftovers, reading, told, unusable};
use crate::app::export::{Failure, Prepared, Request, make, prepare, try_folder, write};
use crate::check::{render, render_figures};
use crate::messages::{Messages, Value};
use crate::output::File;
use crate::output::export::{Audience, Export, Unfinished};
use crate::plan::concerned::Concerned;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The plan to export.
    #[arg(value_name = "PLAN.json")]
    plan: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The audiences; all by default.
    #[arg(long, value_name = "AUDIENCES", value_delimiter = ',')]
    only: Vec<AudienceArg>,
    /// Names, for attendance sheets and letters.
    #[arg(long, value_name = "contacts.csv")]
    contacts: Option<PathBuf>,
    /// The folder of an earlier export.
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// The planner's own templates.
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Outlines of communes.
    #[arg(long, value_name = "communes.geojson")]
    boundaries: Option<PathBuf>,
    /// Makes documents only for those concerned by the changes.
    #[arg(long)]
    changed_only: bool,
    /// The announced plan, if the scenario does not name it.
    #[command(flatten)]
    announced: AnnouncedArgs,
}

/// Reads, checks, makes, writes, reports.
pub(super) fn run(args: &ExportArgs, terminal: &Terminal) -> Outcome {
    let confined = args.templates.as_ref().and_then(|_| confined::run(terminal));
    let here = || exported(args, terminal).map_or_else(|outcome| outcome, |()| Outcome::Done);
    confined.unwrap_or_else(here)
}

fn exported(args: &ExportArgs, terminal: &Terminal) -> Result<(), Outcome> {
    let audiences: Vec<Audience> = args.only.iter().map(|&typed| typed.into()).collect();
    let (sources, scenario) =
        args.announced.told(&args.scenario).map_err(|failure| told::failure(&failure, terminal))?;
    let request = Request {
        sources: &sources,
        scenario: &scenario,
        plan: &args.plan,
        audiences: &audiences,
        contacts: args.contacts.as_deref(),
        previous: args.previous.as_deref(),
        templates: args.templates.as_deref(),
        boundaries: args.boundaries.as_deref(),
        is_changed_only: args.changed_only,
    };
    let prepared = prepare(&request, &terminal.messages).map_err(|failure| failed(failure, terminal))?;
    reading::tell(&prepared.read.scenario.warnings, terminal);
    reading::tell(&prepared.warnings, terminal);
    let documents = Messages::new(terminal.documents);
    let export = prepared.export(&documents);
    let files = made(args, &export, &prepared, terminal)?;
    tell(args, &export, &prepared.audiences, &files, terminal);
    if prepared.lacks_papers() {
        terminal.note(&terminal.text("papers-left-out", &[]));
    }
    Ok(())
}

/// Makes every document, then writes all or none.
fn made(
    args: &ExportArgs,
    export: &Export,
    prepared: &Prepared,
    terminal: &Terminal,
) -> Result<Vec<File>, Outcome> {
    let unwritable = |failure| told::failure(&failure, terminal);
    try_folder(&args.out).map_err(unwritable)?;
    let making = Making::new(terminal);
    let made = make(export, &prepared.audiences, &|made, of| making.go_on(made, of));
    making.finish();
    let files = made.map_err(|unfinished| untold(&unfinished, terminal))?;
    write(&args.out, &files).map_err(unwritable)?;
    Ok(files)
}

fn tell(args: &ExportArgs, export: &Export, audiences: &[Audience], files: &[File], terminal: &Terminal) {
    if export.instance.is_invented {
        terminal.print(&terminal.text("invented-notice", &[]));
    }
    match export.concerned() {
        Some(concerned) => terminal.print(&terminal.text("export-changed", &counted(concerned))),
        None => audiences.iter().for_each(|audience| {
            terminal.print(&terminal.text(&format!("export-{}", audience.name()), &[]));
        }),
    }
    leftovers::tell_gone(export, audiences, terminal);
    // Documents that no change concerns are kept.
    if !args.changed_only {
        leftovers::tell_strangers(&args.out, files, terminal);
    }
    let variables = [("files", files.len().into()), ("folder", args.out.display().to_string().into())];
    terminal.note(&terminal.text("export-written", &variables));
}

/// Numbers of recipients if only changes are asked for.
fn counted(concerned: &Concerned) -> [(&'static str, Value); 3] {
    [
        ("mairies", concerned.mairies.len().into()),
        ("cycles", concerned.cycles.len().into()),
        ("trainers", concerned.trainers.len().into()),
    ]
}

/// Reports why there can be no documents.
fn failed(failure: Failure, terminal: &Terminal) -> Outcome {
    let key = match &failure {
        Failure::WrongFigures(_) => "export-wrong-figures",
        _ => "export-illegal",
    };
    match failure {
        Failure::Common(common) => told::failure(&common, terminal),
        Failure::NoPapers => told::error("papers-missing", &[], terminal),
        Failure::NothingAnnounced => told::error("export-nothing-announced", &[], terminal),
        Failure::CyclesNeedContacts => told::error("export-cycles-need-contacts", &[], terminal),
        Failure::Beside { before, unusable } => {
            reading::tell(&before, terminal);
            unusable::tell(&unusable, terminal)
        }
        Failure::Illegal(refused) | Failure::WrongFigures(refused) => {
            for warnings in &refused.before {
                reading::tell(warnings, terminal);
            }
            terminal.tell_error(&terminal.text(key, &[]));
            terminal.tell(&if refused.verdict.is_legal() {
                render_figures(&refused.disagreements, &terminal.messages)
            } else {
                render(&refused.verdict, &refused.instance, &terminal.messages)
            });
            Outcome::No
        }
        Failure::OurFault => Outcome::OurFault,
    }
}

/// Reports why no documents were made.
fn untold(unfinished: &Unfinished, terminal: &Terminal) -> Outcome {
    match unfinished {
        Unfinished::Stopped => {
            terminal.tell_error(&terminal.text("export-stopped", &[]));
            Outcome::Interrupted
        }
        Unfinished::Faulty { path, fault } => {
            let variables = [("path", path.as_str().into()), ("fault", fault.as_str().into())];
            terminal.tell_error(&terminal.text("export-faulty", &variables));
            Outcome::BadInput
        }
    }
}
