//! What was typed: the program's commands. Their texts are in the catalogue of messages (`help` puts them in).

use clap::{ArgAction, Parser, Subcommand};

use super::check::CheckArgs;
use super::language;
use super::plan::PlanArgs;
use super::validate::ValidateArgs;
use crate::messages::Lang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "ateliers", version, disable_help_flag = true, disable_version_flag = true)]
pub struct Cli {
    /// Language of everything that people read.
    #[arg(long, global = true, value_name = "fr|en", value_parser = lang)]
    pub lang: Option<Lang>,
    /// Asks for help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Asks for the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Reads everything and reports every fault.
    Validate(ValidateArgs),
    /// Finds a plan, proves how good it is and writes it.
    Plan(PlanArgs),
    /// Judges a plan.
    Check(CheckArgs),
}

fn lang(text: &str) -> Result<Lang, &'static str> {
    language::named(text).ok_or("fr|en")
}

/// A finite number that is not negative; a decimal comma is read as well.
pub(super) fn not_negative(text: &str) -> Result<f64, &'static str> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| "number")?;
    if number.is_finite() && number >= 0.0 { Ok(number) } else { Err("number") }
}
