//! `ateliers schema`: prints the JSON Schema of the scenario, of the batch, of the plan or of an answer for programs,
//! made from the types that read and write them.

use clap::{Args, ValueEnum};
use schemars::schema_for;

use super::{Outcome, Terminal};
use crate::app::answers;
use crate::input::{batch_file, scenario_file};
use crate::plan::file::PlanFile;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The file to describe.
    #[arg(value_name = "scenario|batch|plan|…", value_enum, hide_possible_values = true)]
    of: Described,
}

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Described {
    /// The scenario.
    Scenario,
    /// The batch.
    Batch,
    /// The plan.
    Plan,
    /// The answer of `validate --json`.
    Validation,
    /// The answer of `check --json`.
    Judgement,
    /// The answer of `diff --json`.
    Difference,
    /// The answer of `plan --json`.
    Summary,
    /// The answer of `amend --json`.
    Amendment,
}

/// Runs the command.
pub(super) fn run(args: &SchemaArgs, terminal: &Terminal) -> Outcome {
    let schema = match args.of {
        Described::Scenario => scenario_file::schema(),
        Described::Batch => batch_file::schema(),
        Described::Plan => schema_for!(PlanFile),
        Described::Validation => answers::validation_schema(),
        Described::Judgement => answers::judgement_schema(),
        Described::Difference => answers::difference_schema(),
        Described::Summary => answers::summary_schema(),
        Described::Amendment => answers::amendment_schema(),
    };
    match serde_json::to_string_pretty(&schema) {
        Ok(text) => {
            terminal.print(&text);
            Outcome::Done
        }
        Err(_) => Outcome::OurFault,
    }
}
