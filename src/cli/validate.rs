//! `ateliers validate`: reads everything, reports every fault and warning, and echoes what was understood.

use std::path::PathBuf;

use clap::Args;

use super::answer::{answer, unanswered};
use super::{Outcome, Terminal, echo, reading, told};
use crate::app::answers::Understood;
use crate::app::validate::{Request, validate};
use crate::input::Sources;

/// What was typed.
#[derive(Debug, Args)]
pub struct ValidateArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// An answer for programs.
    #[arg(long)]
    json: bool,
}

/// Reads and tells.
pub(super) fn run(args: &ValidateArgs, terminal: &Terminal) -> Outcome {
    match validate(&Request { sources: &Sources::disk(), scenario: &args.scenario }) {
        Ok(validated) => {
            reading::tell(&validated.warnings, terminal);
            if args.json {
                answer(&validated.warnings, Understood::of(&validated), terminal);
            } else {
                terminal.print(&echo::echo(&validated, &terminal.messages));
            }
            Outcome::Done
        }
        Err(failure) => {
            if args.json {
                unanswered::<Understood>(&failure, terminal);
            }
            told::failure(&failure, terminal)
        }
    }
}
