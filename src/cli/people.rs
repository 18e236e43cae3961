//! `ateliers people`: manages who may open the planner's page from other machines.

use std::io::{self, BufRead as _, IsTerminal as _, stdin};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{Outcome, Terminal, told};
use crate::app::people::{People, Unusable};
use crate::output::write::in_words;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct PeopleArgs {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The change; without one, people are listed.
    #[command(subcommand)]
    change: Option<Change>,
}

#[derive(Debug, Subcommand)]
enum Change {
    /// Adds a person, or sets another password.
    Add {
        /// The person's name.
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Removes a person.
    Remove {
        /// The person's name.
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// Lists, adds or removes.
pub(super) fn run(args: &PeopleArgs, terminal: &Terminal) -> Outcome {
    match changed(args, terminal) {
        Ok(words) => {
            terminal.print(&words);
            Outcome::Done
        }
        Err(unusable) => refused(&unusable, &args.file, terminal),
    }
}

fn changed(args: &PeopleArgs, terminal: &Terminal) -> Result<String, Unusable> {
    let named = |key: &str, name: &str| terminal.text(key, &[("name", name.trim().into())]);
    match &args.change {
        None => {
            let people = People::read(&args.file)?;
            let n_people = people.names().count();
            let lead = terminal.text("people-listed", &[("people", n_people.into())]);
            Ok(std::iter::once(lead.as_str()).chain(people.names()).collect::<Vec<_>>().join("\n  "))
        }
        Some(Change::Add { name }) => {
            let mut people = People::read_or_new(&args.file)?;
            people.add(name, &password(terminal).map_err(Unusable::File)?)?;
            people.write(&args.file)?;
            Ok(named("people-added", name))
        }
        Some(Change::Remove { name }) => {
            let mut people = People::read(&args.file)?;
            people.remove(name)?;
            people.write(&args.file)?;
            Ok(named("people-removed", name))
        }
    }
}

/// A password, typed without echo, or the first line of piped input.
fn password(terminal: &Terminal) -> io::Result<String> {
    if stdin().is_terminal() {
        return rpassword::prompt_password(format!("{} ", terminal.text("people-password", &[])));
    }
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Reports why people cannot be read or written.
pub(super) fn refused(unusable: &Unusable, path: &Path, terminal: &Terminal) -> Outcome {
    let file = || ("file", path.display().to_string().into());
    match unusable {
        Unusable::File(fault) => {
            let cause = in_words(fault, &terminal.messages);
            told::error("people-file", &[file(), ("cause", cause.into())], terminal)
        }
        Unusable::Format => told::error("people-format", &[file()], terminal),
        Unusable::Name => told::error("people-name", &[], terminal),
        Unusable::Unknown => told::error("people-unknown", &[file()], terminal),
        Unusable::Short(least) => told::error("people-short", &[("least", (*least).into())], terminal),
        Unusable::NoRandom => told::error("people-no-random", &[], terminal),
    }
}
