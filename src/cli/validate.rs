//! `ateliers validate`: reads everything, reports every fault and warning, and summarises what was understood.

use std::path::PathBuf;

use clap::Args;

use super::answer::{answer, unanswered};
use super::{Outcome, Terminal, annotate, echo, reading, told};
use crate::app::answers::Understood;
use crate::app::common::Failure;
use crate::app::validate::{Request, Validated, validate};
use crate::diagnostics::Diagnostic;
use crate::input::Sources;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct ValidateArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The annotated copy of the workbook to write.
    #[arg(long, value_name = "XLSX")]
    annotate: Option<PathBuf>,
    /// Prints an answer for programs.
    #[arg(long)]
    json: bool,
}

/// Reads and reports.
pub(super) fn run(args: &ValidateArgs, terminal: &Terminal) -> Outcome {
    match validate(&Request { sources: &Sources::disk(), scenario: &args.scenario }) {
        Ok(validated) => {
            reading::tell(&validated.warnings, terminal);
            let annotated = annotated(args, &validated.warnings, terminal);
            tell(args, &validated, terminal);
            annotated
        }
        Err(failure) => {
            if args.json {
                unanswered::<Understood>(&failure, terminal);
            }
            let outcome = told::failure(&failure, terminal);
            if let Failure::Input(found) = &failure {
                annotated(args, &found.faults, terminal);
            }
            outcome
        }
    }
}

/// Writes the annotated copy, if one was asked for.
fn annotated(args: &ValidateArgs, findings: &[Diagnostic], terminal: &Terminal) -> Outcome {
    let Some(out) = &args.annotate else { return Outcome::Done };
    annotate::copy(&crate::app::annotate::Request { scenario: &args.scenario, findings, out }, terminal)
}

fn tell(args: &ValidateArgs, validated: &Validated, terminal: &Terminal) {
    if args.json {
        answer(&validated.warnings, Understood::of(validated), terminal);
    } else {
        terminal.print(&echo::echo(validated, &terminal.messages));
    }
}
