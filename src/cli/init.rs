//! `ateliers init`: a folder that is ready to edit, and that can be planned as it is.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::app::init::{SCENARIO, init};
use crate::messages::Messages;

/// What was typed.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Does it.
pub(super) fn run(args: &InitArgs, terminal: &Terminal) -> Outcome {
    if let Err(failure) = init(&args.folder, &Messages::new(terminal.documents)) {
        return told::failure(&failure, terminal);
    }
    let scenario = args.folder.join(SCENARIO).display().to_string();
    let folder = args.folder.display().to_string();
    let variables = [("folder", folder.into()), ("scenario", scenario.into())];
    terminal.print(&terminal.text("init-done", &variables));
    Outcome::Done
}
