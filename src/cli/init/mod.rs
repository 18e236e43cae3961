//! `ateliers init`: a folder that is ready to edit, and that can be planned as it is.
//!
//! The tables are a small piece of the shipped territory with invented enrolments, rooms, a trainer and a kit; the
//! scenario is written from the types that read it ([`template`]), so that its defaults are the engine's.

mod template;

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, Terminal};
use crate::messages::Messages;
use crate::output::File;
use crate::output::write::Folder;

/// What was typed.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// The example's tables, compiled in: the program stands alone.
const TABLES: [(&str, &str); 9] = [
    ("communes.csv", include_str!("../../../data/pma/example/communes.csv")),
    ("roads.csv", include_str!("../../../data/pma/example/roads.csv")),
    ("distances.csv", include_str!("../../../data/pma/example/distances.csv")),
    ("slots.csv", include_str!("../../../data/pma/example/slots.csv")),
    ("venues.csv", include_str!("../../../data/pma/example/venues.csv")),
    ("trainers.csv", include_str!("../../../data/pma/example/trainers.csv")),
    ("kits.csv", include_str!("../../../data/pma/example/kits.csv")),
    ("residents.csv", include_str!("../../../data/pma/example/residents.csv")),
    ("closures.csv", include_str!("../../../data/pma/example/closures.csv")),
];

/// The scenario's name in the folder.
const SCENARIO: &str = "scenario.toml";

/// Does it.
pub(super) fn run(args: &InitArgs, terminal: &Terminal) -> Outcome {
    let names: Vec<&str> = TABLES.iter().map(|(name, _)| *name).chain([SCENARIO]).collect();
    let taken: Vec<&str> = names.iter().copied().filter(|name| is_taken(&args.folder, name)).collect();
    let folder_name = args.folder.display().to_string();
    if !taken.is_empty() {
        let variables = [("folder", folder_name.into()), ("files", taken.join(", ").into())];
        terminal.tell_error(&terminal.text("init-taken", &variables));
        return Outcome::BadInput;
    }
    let written = Folder::open(&args.folder, &names)
        .and_then(|folder| folder.write(&files(&Messages::new(terminal.documents))));
    match written {
        Ok(()) => {
            let scenario = args.folder.join(SCENARIO).display().to_string();
            let variables = [("folder", folder_name.into()), ("scenario", scenario.into())];
            terminal.print(&terminal.text("init-done", &variables));
            Outcome::Done
        }
        Err(fault) => {
            let variables = [("file", folder_name.into()), ("cause", fault.to_string().into())];
            terminal.tell_error(&terminal.text("write-failed", &variables));
            Outcome::BadInput
        }
    }
}

/// Whether something of this name stands in the folder, a dangling link included.
fn is_taken(folder: &Path, name: &str) -> bool {
    std::fs::symlink_metadata(folder.join(name)).is_ok()
}

fn files(messages: &Messages) -> Vec<File> {
    let tables = TABLES.map(|(name, text)| File { name: name.to_owned(), bytes: text.into() });
    let scenario = File { name: SCENARIO.to_owned(), bytes: template::scenario(messages).into() };
    tables.into_iter().chain([scenario]).collect()
}
