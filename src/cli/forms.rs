//! `ateliers forms`: makes an enrolment workbook for each town hall.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, reading, told};
use crate::app::forms::{Failure, MOST_LINES, Made, Request, forms};
use crate::messages::Messages;

/// Default number of lines for new enrolments.
const LINES: u64 = 40;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct FormsArgs {
    /// The scenario.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The folder to create.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Forms for these communes only.
    #[arg(long, value_name = "INSEE", value_delimiter = ' ', num_args = 1..)]
    only: Vec<String>,
    /// The names of residents already enrolled: their lines come first.
    #[arg(long, value_name = "CSV")]
    contacts: Option<PathBuf>,
    /// Number of lines for new enrolments.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_LINES as u64))]
    lines: Option<u64>,
}

/// Runs the command.
pub(super) fn run(args: &FormsArgs, terminal: &Terminal) -> Outcome {
    let request = Request {
        scenario: &args.scenario,
        only: &args.only,
        contacts: args.contacts.as_deref(),
        lines: args.lines.unwrap_or(LINES) as usize,
        out: &args.out,
    };
    match forms(&request, &Messages::new(terminal.documents)) {
        Ok(made) => done(&made, args, terminal),
        Err(Failure::Common(failure)) => told::failure(&failure, terminal),
        Err(Failure::UnknownCommunes(codes)) => {
            told::error("demand-unknown-communes", &[("codes", codes.join(", ").into())], terminal)
        }
    }
}

fn done(made: &Made, args: &FormsArgs, terminal: &Terminal) -> Outcome {
    reading::tell(&made.warnings, terminal);
    let folder = args.out.display().to_string();
    let variables =
        [("forms", made.files.len().into()), ("known", made.n_known.into()), ("folder", folder.into())];
    terminal.print(&terminal.text("forms-done", &variables));
    Outcome::Done
}
