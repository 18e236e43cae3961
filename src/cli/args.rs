//! What was typed: the program's commands. Their texts are in the catalogue of messages (`help` puts them in).

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
    /// Language of everything that people read.
    #[arg(long, global = true, value_name = "fr|en", value_parser = lang)]
    pub lang: Option<Lang>,
    /// Whether what people read on the terminal is coloured.
    #[arg(long, global = true, value_name = "auto|always|never", env = "ATELIERS_COLOR", value_enum)]
    pub color: Option<Colour>,
    /// Only what was asked for, and errors.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Tells of the search while it goes on.
    #[arg(short, long, global = true)]
    pub verbose: bool,
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
    /// Opens the planner's page.
    #[cfg(feature = "web")]
    Serve(ServeArgs),
    /// Says who may open the planner's page from other machines.
    #[cfg(feature = "web")]
    People(PeopleArgs),
    /// Reads everything and reports every fault.
    Validate(ValidateArgs),
    /// Finds a plan, proves how good it is and writes it.
    Plan(PlanArgs),
    /// Judges a plan.
    Check(CheckArgs),
    /// Freezes a plan as what people were told.
    Announce(AnnounceArgs),
    /// Amends tables and plan.
    Amend(AmendArgs),
    /// Lists what was announced.
    History(HistoryArgs),
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
    /// Makes forms for town halls.
    Forms(FormsArgs),
    /// Gathers what town halls send back.
    Collect(CollectArgs),
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
