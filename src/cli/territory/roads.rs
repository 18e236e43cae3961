//! `ateliers territory roads`: roads from commune boundaries.

use std::path::PathBuf;

use clap::Args;

use super::estimate::EstimateArgs;
use crate::app::territory::roads::{Derived, Request, derive, write};
use crate::cli::{Outcome, Terminal, reading, told};
use crate::territory::{Derivation, Link};

/// The command's arguments.
#[derive(Debug, Args)]
pub(in crate::cli) struct RoadsArgs {
    /// The table of communes.
    #[arg(long, value_name = "CSV")]
    communes: PathBuf,
    /// Their boundaries.
    #[arg(long, value_name = "GEOJSON")]
    boundaries: PathBuf,
    /// The table of roads to write.
    #[arg(long, value_name = "CSV")]
    out: PathBuf,
    /// How the roads are estimated.
    #[command(flatten)]
    estimate: EstimateArgs,
}

/// Runs the command.
pub(super) fn run(args: &RoadsArgs, terminal: &Terminal) -> Outcome {
    let request = Request {
        communes: &args.communes,
        borders: args.estimate.borders(&args.boundaries),
        out: &args.out,
    };
    let written = derive(&request).and_then(|derived: Derived| {
        reading::tell(&derived.warnings, terminal);
        write(&derived, &args.out).map(|()| derived)
    });
    match written {
        Ok(derived) => {
            terminal.print(&summary(&derived.derivation, derived.communes.len(), args, terminal));
            Outcome::Done
        }
        Err(failure) => told::failure(&failure, terminal),
    }
}

fn summary(derivation: &Derivation, n_communes: usize, args: &RoadsArgs, terminal: &Terminal) -> String {
    let is_link = |link: Link| link == Link::Shortest;
    let n_links = derivation.roads.iter().filter(|derived| is_link(derived.link)).count();
    terminal.text(
        "territory-roads-done",
        &[
            ("roads", derivation.roads.len().into()),
            ("communes", n_communes.into()),
            ("borders", (derivation.roads.len() - n_links).into()),
            ("links", n_links.into()),
            ("parts", derivation.n_components.into()),
            ("unknown", derivation.unknown_boundaries.len().into()),
            ("file", args.out.display().to_string().into()),
        ],
    )
}
