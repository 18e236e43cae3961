//! `ateliers collect`: collects what town halls send back, and shows the changes before keeping them.
//!
//! # Design
//! Without `--yes` and without anybody to ask, nothing is kept, and the exit code is 1: the answer is not yet yes. A row
//! that cannot be accepted does not stop the others: it is returned with its reason, and the exit code is that of the rest.

mod told;

use std::io::{BufRead, IsTerminal, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, Terminal, reading};
use crate::app::beside::written_at;
use crate::app::collect::{Collection, Failure, Request, prepare, propose, write_proposed};
use crate::app::common::Failure as Common;
use crate::app::lock::{Task, lock};
use crate::messages::Messages;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct CollectArgs {
    /// Files, and folders with files.
    #[arg(value_name = "FILE", num_args = 1.., required_unless_present = "suggest")]
    from: Vec<PathBuf>,
    /// The table of enrolments; with `--suggest`, the mapping.
    #[arg(long, value_name = "FILE", required_unless_present = "suggest")]
    out: Option<PathBuf>,
    /// The table of names.
    #[arg(long, value_name = "CSV", required_unless_present = "suggest")]
    contacts: Option<PathBuf>,
    /// The scenario with the communes and slots.
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<PathBuf>,
    /// The mapping for the questions and answers of another form.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The slots of residents who name none.
    #[arg(long, value_name = "LIST")]
    default_slots: Option<String>,
    /// A workbook of the changes.
    #[arg(long, value_name = "XLSX")]
    preview: Option<PathBuf>,
    /// Lets new answers of town halls replace manual changes.
    #[arg(long)]
    prefer_town_halls: bool,
    /// Keeps it without asking.
    #[arg(long, short)]
    yes: bool,
    /// Proposes a mapping for an export.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from", "contacts", "mapping", "preview", "yes", "default_slots", "prefer_town_halls"])]
    suggest: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &CollectArgs, terminal: &Terminal) -> Outcome {
    let ended = match (&args.suggest, &args.out, &args.contacts) {
        (Some(export), ..) => suggested(export, args, terminal),
        (None, Some(enrolments), Some(contacts)) => {
            let request = Request {
                from: &args.from,
                scenario: args.scenario.as_deref(),
                enrolments,
                contacts,
                mapping: args.mapping.as_deref(),
                default_slots: args.default_slots.as_deref(),
                replaces_own: args.prefer_town_halls,
            };
            collected(&request, args, terminal)
        }
        // The command line requires both.
        _ => Ok(Outcome::BadInput),
    };
    ended.unwrap_or_else(|failure| told::failure(&failure, terminal))
}

/// Proposes a mapping: in a file, or on stdout.
fn suggested(export: &Path, args: &CollectArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let proposed = propose(export, args.scenario.as_deref())?;
    let documents = Messages::new(terminal.documents);
    match &args.out {
        Some(path) => {
            write_proposed(&proposed, path, written_at(export), &documents)?;
            let file = path.display().to_string();
            terminal.print(&terminal.text("mapping-written", &[("file", file.into())]));
        }
        None => terminal.print(&proposed.toml(&documents)),
    }
    Ok(Outcome::Done)
}

fn collected(request: &Request, args: &CollectArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    // Between reading and writing no other process may change the tables.
    let _lock =
        lock(request.enrolments.parent().unwrap_or(Path::new("")), Task::Collect).map_err(Common::from)?;
    let collection = prepare(request)?;
    reading::tell(&collection.warnings, terminal);
    told::preview(&collection.preview, terminal);
    if let Some(path) = &args.preview {
        let made = request.from.first().map(|file| written_at(file)).unwrap_or_default();
        collection.preview.write(path, made, &Messages::new(terminal.documents))?;
        let file = path.display().to_string();
        terminal.print(&terminal.text("collect-preview-written", &[("file", file.into())]));
    }
    let written = [request.enrolments, request.contacts].map(|path| path.display().to_string());
    kept(&collection, args.yes, written, terminal).map_err(Failure::Common)
}

/// Keeps what was shown, if it is wanted.
fn kept(
    collection: &Collection,
    is_wanted: bool,
    written: [String; 2],
    terminal: &Terminal,
) -> Result<Outcome, Common> {
    if collection.preview.is_empty() {
        collection.keep(terminal.documents)?;
        terminal.print(&terminal.text("collect-nothing", &[]));
        return Ok(Outcome::Done);
    }
    if !is_wanted && !is_agreed(terminal) {
        terminal.print(&terminal.text("collect-not-kept", &[]));
        return Ok(Outcome::No);
    }
    collection.keep(terminal.documents)?;
    let [enrolments, contacts] = written;
    let named = collection.named.as_str().into();
    let variables = [("enrolments", enrolments.into()), ("contacts", contacts.into()), ("named", named)];
    let key = if collection.is_of_workbook { "collect-kept-workbook" } else { "collect-kept" };
    terminal.print(&terminal.text(key, &variables));
    Ok(Outcome::Done)
}

/// Asks a person; without one, the answer is no.
fn is_agreed(terminal: &Terminal) -> bool {
    if !stdin().is_terminal() || !Terminal::is_watched() {
        return false;
    }
    terminal.tell(&terminal.text("collect-question", &[]));
    let mut answer = String::new();
    let is_heard = stdin().lock().read_line(&mut answer).is_ok();
    is_heard && matches!(answer.trim().to_lowercase().as_str(), "o" | "oui" | "y" | "yes")
}
