//! `ateliers templates`: writes the templates of the papers, for editing and use with `export --templates`.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::app::placing::write_anew;
use crate::output::File;
use crate::output::paper::TEMPLATES;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct TemplatesArgs {
    /// The folder to write to.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Runs the command.
pub(super) fn run(args: &TemplatesArgs, terminal: &Terminal) -> Outcome {
    let files = TEMPLATES.map(|(name, text)| File::new(name, text.into()));
    match write_anew(&args.folder, &files) {
        Ok(()) => {
            let folder = args.folder.display().to_string();
            terminal.print(&terminal.text("templates-done", &[("folder", folder.into())]));
            Outcome::Done
        }
        Err(failure) => told::failure(&failure, terminal),
    }
}
