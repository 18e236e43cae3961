//! `ateliers export`: what mairies, trainers, planners and other systems receive.
//!
//! # Design
//! The plan is judged first, as `check` judges it. An illegal plan, or one whose own figures are not those of its cycles,
//! is refused (exit code 1): documents with other dates or totals than `plan.json` are worse than none. A bound is taken
//! from the plan only where its `input_digest` is that of the input, since it is a statement about that input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::further::{Beside, below, written_at};
use super::making::Making;
use super::{Outcome, Terminal, confined, reading};
use crate::check::{check, figures, render, render_figures};
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::File;
use crate::output::calendar::identity::Whose;
use crate::output::export::{Audience, Export, Unfinished, documents};
use crate::output::paper::Press;
use crate::output::write::Folder;
use crate::plan::file::PlanFile;
use crate::plan::proof::Proof;
use crate::plan::reasons::explain;
use crate::plan::{Breakdown, Plan};

/// What was typed.
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
    /// For whom; everyone by default.
    #[arg(long, value_name = "AUDIENCES", value_delimiter = ',')]
    only: Vec<AudienceArg>,
    /// Names, for attendance sheets and letters.
    #[arg(long, value_name = "contacts.csv")]
    contacts: Option<PathBuf>,
    /// The folder of an earlier export.
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Templates of the planner's own.
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Outlines of communes.
    #[arg(long, value_name = "communes.geojson")]
    boundaries: Option<PathBuf>,
}

/// Files of an earlier export that are named in the warning.
const STRANGERS_SHOWN: usize = 3;

/// An audience as it is typed; in French as well.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum AudienceArg {
    /// Town halls.
    Mairies,
    /// Each cycle.
    Cycles,
    /// Trainers.
    #[value(alias = "animateurs")]
    Trainers,
    /// The planner and the elected officials.
    #[value(alias = "rapport")]
    Report,
    /// Other systems.
    #[value(alias = "systemes", alias = "systèmes")]
    Systems,
}

impl From<AudienceArg> for Audience {
    fn from(typed: AudienceArg) -> Self {
        match typed {
            AudienceArg::Mairies => Self::Mairies,
            AudienceArg::Cycles => Self::Cycles,
            AudienceArg::Trainers => Self::Trainers,
            AudienceArg::Report => Self::Report,
            AudienceArg::Systems => Self::Systems,
        }
    }
}

/// Reads, judges, makes, writes, tells.
pub(super) fn run(args: &ExportArgs, terminal: &Terminal) -> Outcome {
    let confined = args.templates.as_ref().and_then(|_| confined::run(terminal));
    let here = || exported(args, terminal).map_or_else(|outcome| outcome, |()| Outcome::Done);
    confined.unwrap_or_else(here)
}

fn exported(args: &ExportArgs, terminal: &Terminal) -> Result<(), Outcome> {
    let wants_cycles = args.only.iter().any(|audience| matches!(audience, AudienceArg::Cycles));
    if wants_cycles && args.contacts.is_none() {
        terminal.tell_error(&terminal.text("export-cycles-need-contacts", &[]));
        return Err(Outcome::BadInput);
    }
    let (instance, communes) = reading::scenario_and_communes(&args.scenario, terminal)?;
    let (plan, file) = reading::plan(&args.plan, &instance, terminal)?;
    let beside = Beside {
        contacts: args.contacts.as_deref(),
        previous: args.previous.as_deref(),
        boundaries: args.boundaries.as_deref(),
        templates: args.templates.as_deref(),
        communes: &communes,
    };
    let further = beside.read(&instance, terminal)?;
    let (breakdown, proof) = judged(&instance, &plan, &file, terminal)?;
    let press = Press::new(further.templates);
    let documents_messages = Messages::new(terminal.documents);
    let export = Export {
        instance: &instance,
        plan: &plan,
        breakdown,
        proof,
        is_bound_claimed: is_bound_claimed(&instance, &file),
        reasons: explain(&instance, &plan),
        outlines: &further.outlines,
        contacts: further.contacts.as_ref(),
        earlier: &further.earlier,
        press: &press,
        made: written_at(&args.plan),
        messages: &documents_messages,
    };
    write(args, &export, terminal)
}

/// The costs and the proof of a plan that holds.
fn judged(
    instance: &Instance,
    plan: &Plan,
    file: &PlanFile,
    terminal: &Terminal,
) -> Result<(Breakdown, Proof), Outcome> {
    let verdict = check(instance, plan);
    let disagreements = figures(instance, plan, file);
    if !verdict.is_legal() {
        terminal.tell_error(&terminal.text("export-illegal", &[]));
        terminal.tell(&render(&verdict, instance, &terminal.messages));
        return Err(Outcome::No);
    }
    if !disagreements.is_empty() {
        terminal.tell_error(&terminal.text("export-wrong-figures", &[]));
        terminal.tell(&render_figures(&disagreements, &terminal.messages));
        return Err(Outcome::No);
    }
    let claimed = file.bound.filter(|_| is_bound_claimed(instance, file)).unwrap_or(f64::NEG_INFINITY);
    let objective = verdict.breakdown.objective();
    // `figures` has compared the bound with the objective: at worst the one that needs no search is left.
    let proof = Proof::new(instance, objective, claimed)
        .or_else(|_| Proof::new(instance, objective, f64::NEG_INFINITY))
        .map_err(|_| Outcome::OurFault)?;
    Ok((verdict.breakdown, proof))
}

/// Whether the plan states a bound, and for this very input.
fn is_bound_claimed(instance: &Instance, file: &PlanFile) -> bool {
    file.bound.is_some() && file.input_digest.as_ref() == Some(&instance.digest)
}

/// Makes every document, then writes them all or none.
fn write(args: &ExportArgs, export: &Export, terminal: &Terminal) -> Result<(), Outcome> {
    let audiences: Vec<Audience> = args.only.iter().map(|&typed| typed.into()).collect();
    let audiences = if audiences.is_empty() { Audience::ALL.to_vec() } else { audiences };
    let unwritable = |fault: &std::io::Error| {
        let variables =
            [("folder", args.out.display().to_string().into()), ("fault", fault.to_string().into())];
        terminal.tell_error(&terminal.text("folder-unwritable", &variables));
        Outcome::BadInput
    };
    let open = || Folder::open(&args.out, &[]).map_err(|fault| unwritable(&fault));
    // Tried before the documents are made, and left as it was: a template may end the program.
    drop(open()?);
    let making = Making::new(&terminal.messages);
    let made = documents(export, &audiences, &|made, of| making.go_on(made, of));
    making.finish();
    let files = made.map_err(|unfinished| untold(&unfinished, terminal))?;
    open()?.write(&files).map_err(|fault| unwritable(&fault))?;
    if export.instance.is_invented {
        terminal.print(&terminal.text("invented-notice", &[]));
    }
    for audience in &audiences {
        terminal.print(&terminal.text(&format!("export-{}", audience.name()), &[]));
    }
    tell_gone(export, &audiences, terminal);
    tell_strangers(&args.out, &files, terminal);
    let variables = [("files", files.len().into()), ("folder", args.out.display().to_string().into())];
    terminal.tell(&terminal.text("export-written", &variables));
    Ok(())
}

/// Tells whose calendar was made for its cancellations alone.
fn tell_gone(export: &Export, audiences: &[Audience], terminal: &Terminal) {
    let is_asked = |whose: &Whose| match whose {
        Whose::Mairie(_) => audiences.contains(&Audience::Mairies),
        Whose::Trainer(_) => audiences.contains(&Audience::Trainers),
    };
    let gone = export.earlier.gone(export.instance);
    let names: Vec<&str> =
        gone.iter().filter(|(whose, _)| is_asked(whose)).map(|(whose, _)| whose.id()).collect();
    if !names.is_empty() {
        terminal.tell(&terminal.text("export-gone", &[("names", names.join(", ").into())]));
    }
}

/// Warns of files that an earlier export left where this one wrote: a cycle that is no longer held, say. They are not
/// removed, since they may have become somebody's own.
fn tell_strangers(out: &Path, files: &[File], terminal: &Terminal) {
    let written: BTreeSet<PathBuf> = files.iter().map(|file| out.join(&file.name)).collect();
    let tops: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| Some(out.join(file.name.split('/').next()?))).collect();
    let strangers: Vec<PathBuf> = tops
        .iter()
        .flat_map(|folder| below(folder).unwrap_or_default())
        .filter(|path| !written.contains(path))
        .collect();
    if strangers.is_empty() {
        return;
    }
    let shown = strangers.iter().take(STRANGERS_SHOWN);
    let mut names: Vec<String> = shown.map(|path| path.display().to_string()).collect();
    if strangers.len() > STRANGERS_SHOWN {
        names.push("…".to_owned());
    }
    let variables = [
        ("files", strangers.len().into()),
        ("folder", out.display().to_string().into()),
        ("names", names.join(", ").into()),
    ];
    terminal.tell(&terminal.text("export-strangers", &variables));
}

/// Tells why there are no documents.
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
