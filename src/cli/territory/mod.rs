//! `ateliers territory`: derives or invents data about a territory that no table contains.

mod distances;
mod estimate;
mod invent;
mod roads;

use clap::{Args, Subcommand};

use super::{Outcome, Terminal};

/// The command's arguments.
#[derive(Debug, Args)]
pub struct TerritoryArgs {
    /// What to derive or invent.
    #[command(subcommand)]
    command: TerritoryCommand,
}

/// What can be derived or invented.
#[derive(Debug, Subcommand)]
pub(super) enum TerritoryCommand {
    /// Roads from commune boundaries.
    Roads(roads::RoadsArgs),
    /// Measured distances from routing engines.
    Distances(distances::DistancesArgs),
    /// A whole scenario over real communes.
    Invent(invent::InventArgs),
}

/// Runs the command.
pub(super) fn run(args: &TerritoryArgs, terminal: &Terminal) -> Outcome {
    match &args.command {
        TerritoryCommand::Roads(args) => roads::run(args, terminal),
        TerritoryCommand::Distances(args) => distances::run(args, terminal),
        TerritoryCommand::Invent(args) => invent::run(args, terminal),
    }
}
