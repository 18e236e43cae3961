//! What was typed: the program's commands. Their texts are in the catalogue of messages (`help` puts them in).

use clap::{ArgAction, Parser, Subcommand};

use super::batch::BatchArgs;
use super::check::CheckArgs;
use super::compare::CompareArgs;
use super::demand::DemandArgs;
use super::diff::DiffArgs;
use super::explain::ExplainArgs;
use super::export::ExportArgs;
use super::init::InitArgs;
use super::language;
use super::plan::PlanArgs;
use super::schema::SchemaArgs;
use super::templates::TemplatesArgs;
use super::territory::TerritoryArgs;
use super::validate::ValidateArgs;
use crate::messages::Lang;
use crate::solve::effort::Effort;

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
    /// Plans many variants of a scenario.
    Batch(BatchArgs),
    /// Sets several plans beside each other.
    Compare(CompareArgs),
    /// Says what changed between two plans.
    Diff(DiffArgs),
    /// Makes what mairies, trainers, planners and other systems receive.
    Export(ExportArgs),
    /// Makes a folder to start from.
    Init(InitArgs),
    /// Derives what no table gives about a territory.
    Territory(TerritoryArgs),
    /// Invents enrolments.
    Demand(DemandArgs),
    /// Describes a file to programs.
    Schema(SchemaArgs),
    /// Writes the templates of the papers, to be changed.
    Templates(TemplatesArgs),
    /// Explains codes of faults and warnings.
    Explain(ExplainArgs),
}

fn lang(text: &str) -> Result<Lang, &'static str> {
    language::named(text).ok_or("fr|en")
}

/// A finite number that is not negative; a decimal comma is read as well.
pub(super) fn not_negative(text: &str) -> Result<f64, &'static str> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| "number")?;
    if number.is_finite() && number >= 0.0 { Ok(number) } else { Err("number") }
}

/// A finite number above zero.
pub(super) fn positive(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number > 0.0 { Ok(number) } else { Err("number") })
}

/// A finite number that is one or more.
pub(super) fn at_least_one(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number >= 1.0 { Ok(number) } else { Err("number") })
}

/// A word for an amount of search.
pub(super) fn effort(text: &str) -> Result<Effort, &'static str> {
    Effort::from_name(text).ok_or("effort")
}

/// A share: from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number <= 1.0 { Ok(number) } else { Err("share") })
}
