//! `ateliers territory`: what no table gives about a territory.

mod distances;
mod estimate;
mod invent;
mod roads;

use clap::{Args, Subcommand};

use super::{Outcome, Terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct TerritoryArgs {
    /// What to derive or invent.
    #[command(subcommand)]
    command: TerritoryCommand,
}

/// What can be derived or invented of a territory.
#[derive(Debug, Subcommand)]
pub(super) enum TerritoryCommand {
    /// Roads from commune boundaries.
    Roads(roads::RoadsArgs),
    /// Measured distances from routing engines.
    Distances(distances::DistancesArgs),
    /// A whole scenario over real communes.
    Invent(invent::InventArgs),
}

/// Does it.
pub(super) fn run(args: &TerritoryArgs, terminal: &Terminal) -> Outcome {
    match &args.command {
        TerritoryCommand::Roads(args) => roads::run(args, terminal),
        TerritoryCommand::Distances(args) => distances::run(args, terminal),
        TerritoryCommand::Invent(args) => invent::run(args, terminal),
    }
}
