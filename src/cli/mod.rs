//! The command line: raw arguments -> settings -> command -> exit code.
//!
//! One file per command holds its arguments (clap derive) and its action. A new command takes five steps, and a test
//! fails if the last is forgotten: its file; its `mod` line here; its variant in [`args::Command`]; its line in
//! `dispatch`; its texts in `messages/{fr,en}/cli.ftl` (`command-<path>`, `examples-<path>`, `arg-<path>-<argument>`).
//!
//! All words come from the catalogue of messages. stdout carries what was asked for, stderr the rest.

mod amend;
mod annotate;
mod announce;
mod announced;
mod answer;
pub mod args;
mod audience;
mod batch;
mod check;
mod collect;
mod colour;
mod compare;
mod confined;
mod demand;
mod diff;
mod drawing;
mod echo;
mod explain;
mod export;
mod forms;
mod help;
mod history;
mod init;
mod language;
mod leftovers;
mod making;
mod memory;
mod outcome;
#[cfg(feature = "web")]
mod people;
mod plan;
mod reading;
mod schema;
#[cfg(feature = "web")]
mod serve;
mod shares;
mod templates;
mod terminal;
mod territory;
mod told;
mod unusable;
mod usage;
mod validate;
mod values;
mod watcher;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use crate::messages::{Lang, Messages};
use args::{Cli, Command};
pub use outcome::Outcome;
pub use terminal::Terminal;
use terminal::Voice;

/// Runs the command in `arguments` (`arguments[0]` is the program) and returns how it ended.
pub fn run(arguments: &[OsString]) -> Outcome {
    let chosen = language::typed(arguments).or_else(language::of_the_environment);
    let terminal = Terminal::new(
        chosen.or_else(language::of_the_machine).unwrap_or(Lang::En),
        chosen.or_else(language::of_the_machine).unwrap_or(Lang::Fr),
    );
    let outcome = match parse(arguments, &terminal.messages) {
        Ok(cli) => {
            terminal.speak(voice(&cli), cli.color.unwrap_or_default());
            dispatch(&cli, &terminal)
        }
        Err(error) => usage::answer(&error, arguments, &terminal),
    };
    terminal.close(outcome)
}

fn parse(arguments: &[OsString], messages: &Messages) -> Result<Cli, clap::Error> {
    let command = plan::typed_first(help::worded(Cli::command(), messages), arguments);
    let matches = command.try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

fn voice(cli: &Cli) -> Voice {
    match (cli.quiet, cli.verbose) {
        (true, _) => Voice::Quiet,
        (_, true) => Voice::Verbose,
        _ => Voice::Usual,
    }
}

fn dispatch(cli: &Cli, terminal: &Terminal) -> Outcome {
    match &cli.command {
        Command::Validate(args) => validate::run(args, terminal),
        Command::Plan(args) => plan::run(args, terminal),
        Command::Check(args) => check::run(args, terminal),
        Command::Announce(args) => announce::run(args, terminal),
        Command::Amend(args) => amend::run(args, terminal),
        Command::History(args) => history::run(args, terminal),
        Command::Batch(args) => batch::run(args, terminal),
        Command::Compare(args) => compare::run(args, terminal),
        Command::Diff(args) => diff::run(args, terminal),
        Command::Export(args) => export::run(args, terminal),
        Command::Init(args) => init::run(args, terminal),
        #[cfg(feature = "web")]
        Command::Serve(args) => serve::run(args, cli.lang.or_else(language::of_the_environment), terminal),
        #[cfg(feature = "web")]
        Command::People(args) => people::run(args, terminal),
        Command::Forms(args) => forms::run(args, terminal),
        Command::Collect(args) => collect::run(args, terminal),
        Command::Territory(args) => territory::run(args, terminal),
        Command::Demand(args) => demand::run(args, terminal),
        Command::Schema(args) => schema::run(args, terminal),
        Command::Templates(args) => templates::run(args, terminal),
        Command::Explain(args) => explain::run(args, terminal),
    }
}
