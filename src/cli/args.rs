//! The program's commands and common options. Their texts are in the catalogue of messages (inserted by `help`).

use clap::{ArgAction, Parser, Subcommand};

use super::amend::AmendArgs;
use super::announce::AnnounceArgs;
use super::batch::BatchArgs;
use super::check::CheckArgs;
use super::collect::CollectArgs;
use super::colour::Colour;
use super::compare::CompareArgs;
use super::demand::DemandArgs;
use super::diff::DiffArgs;
use super::explain::ExplainArgs;
use super::export::ExportArgs;
use super::forms::FormsArgs;
use super::history::HistoryArgs;
use super::init::InitArgs;
use super::language;
#[cfg(feature = "web")]
use super::people::PeopleArgs;
use super::plan::PlanArgs;
use super::schema::SchemaArgs;
#[cfg(feature = "web")]
use super::serve::ServeArgs;
use super::templates::TemplatesArgs;
use super::territory::TerritoryArgs;
use super::validate::ValidateArgs;
use crate::messages::Lang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "ateliers", version, disable_help_flag = true, disable_version_flag = true)]
pub struct Cli {
    /// Language of all texts for people.
    #[arg(long, global = true, value_name = "fr|en", value_parser = lang)]
    pub lang: Option<Lang>,
    /// Whether terminal output is coloured.
    #[arg(long, global = true, value_name = "auto|always|never", env = "ATELIERS_COLOR", value_enum)]
    pub color: Option<Colour>,
    /// Prints only what was asked for, and errors.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Reports the progress of the search.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Prints help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Prints the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Opens the planner's page.
    #[cfg(feature = "web")]
    Serve(ServeArgs),
    /// Manages who may open the planner's page from other machines.
    #[cfg(feature = "web")]
    People(PeopleArgs),
    /// Reads everything and reports every fault.
    Validate(ValidateArgs),
    /// Finds a plan, proves how good it is and writes it.
    Plan(PlanArgs),
    /// Checks a plan.
    Check(CheckArgs),
    /// Freezes a plan as announced.
    Announce(AnnounceArgs),
    /// Amends tables and plan.
    Amend(AmendArgs),
    /// Lists the announcements.
    History(HistoryArgs),
    /// Plans many variants of a scenario.
    Batch(BatchArgs),
    /// Compares several plans.
    Compare(CompareArgs),
    /// Lists the changes between two plans.
    Diff(DiffArgs),
    /// Makes the documents for mairies, trainers, planners and other systems.
    Export(ExportArgs),
    /// Creates a folder to start from.
    Init(InitArgs),
    /// Makes forms for town halls.
    Forms(FormsArgs),
    /// Collects what town halls send back.
    Collect(CollectArgs),
    /// Derives data about a territory that no table contains.
    Territory(TerritoryArgs),
    /// Invents enrolments.
    Demand(DemandArgs),
    /// Prints the JSON Schema of a file.
    Schema(SchemaArgs),
    /// Writes the templates of the papers, for editing.
    Templates(TemplatesArgs),
    /// Explains codes of faults and warnings.
    Explain(ExplainArgs),
}

fn lang(text: &str) -> Result<Lang, &'static str> {
    language::named(text).ok_or("fr|en")
}
