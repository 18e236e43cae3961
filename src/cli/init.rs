//! `ateliers init`: creates a folder that is ready to edit, and that can be planned unchanged.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, reading, told};
use crate::app::common::Failure;
use crate::app::init::{Elsewhere, Form, init};
use crate::input::Sources;
use crate::messages::Messages;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to create.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// One workbook instead of a scenario and tables.
    #[arg(long)]
    workbook: bool,
    /// The communes of another territory.
    #[arg(long, value_name = "FILE", requires = "workbook")]
    communes: Option<PathBuf>,
    /// Their boundaries, from which the roads are derived.
    #[arg(long, value_name = "GEOJSON", requires = "communes")]
    boundaries: Option<PathBuf>,
}

impl InitArgs {
    fn form<'a>(&'a self, sources: &'a Sources) -> Form<'a> {
        if !self.workbook {
            return Form::Tables;
        }
        let elsewhere = self.communes.as_deref();
        let boundaries = self.boundaries.as_deref();
        Form::Workbook(elsewhere.map(|communes| Elsewhere { sources, communes, boundaries }))
    }
}

/// Runs the command.
pub(super) fn run(args: &InitArgs, terminal: &Terminal) -> Outcome {
    match made(args, terminal) {
        Ok(scenario) => {
            let folder = args.folder.display().to_string();
            let variables = [("folder", folder.into()), ("scenario", scenario.display().to_string().into())];
            terminal.print(&terminal.text("init-done", &variables));
            Outcome::Done
        }
        Err(failure) => told::failure(&failure, terminal),
    }
}

/// Creates the folder; returns the scenario in it.
fn made(args: &InitArgs, terminal: &Terminal) -> Result<PathBuf, Failure> {
    let initial = init(&args.folder, args.form(&Sources::disk()), &Messages::new(terminal.documents))?;
    reading::tell(&initial.warnings, terminal);
    initial.write()?;
    Ok(initial.scenario)
}
