//! `ateliers territory roads`: roads from commune boundaries.

use std::path::PathBuf;

use clap::Args;

use super::doubts::doubts;
use crate::cli::args::{at_least_one, not_negative, positive};
use crate::cli::replace::{may_replace, write_table};
use crate::cli::{Outcome, Terminal, reading};
use crate::input::{read_boundaries, read_communes};
use crate::output::roads::{ESTIMATED, roads};
use crate::territory::{Derivation, Estimate, Link, roads_from_boundaries};

/// What was typed.
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

/// How roads are estimated from boundaries.
#[derive(Debug, Args)]
pub(in crate::cli) struct EstimateArgs {
    /// Length by road over length as the crow flies.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    detour: Option<f64>,
    /// Kilometres an hour.
    #[arg(long, value_name = "KM/H", value_parser = positive)]
    speed: Option<f64>,
    /// How far apart two outlines of one border may run, metres.
    #[arg(long, value_name = "M", value_parser = not_negative)]
    tolerance: Option<f64>,
    /// The property that holds the INSEE code.
    #[arg(long, value_name = "NAME")]
    pub(super) code_property: Option<String>,
}

/// Does it.
pub(super) fn run(args: &RoadsArgs, terminal: &Terminal) -> Outcome {
    let boundaries = read_boundaries(&args.boundaries, args.estimate.code_property.as_deref());
    let (communes, boundaries, mut found) =
        match reading::both(read_communes(&args.communes), boundaries, terminal) {
            Ok(read) => read,
            Err(outcome) => return outcome,
        };
    if !may_replace(&args.out, ESTIMATED, terminal) {
        return Outcome::BadInput;
    }
    let derivation = roads_from_boundaries(&communes, &boundaries, &args.estimate.estimate());
    found.extend(doubts(&derivation, &communes, &args.communes, &args.boundaries));
    reading::tell(&found, terminal);
    let written = write_table(&args.out, &roads(&derivation.roads, &communes), terminal);
    if written == Outcome::Done {
        terminal.print(&summary(&derivation, communes.len(), args, terminal));
    }
    written
}

impl EstimateArgs {
    /// The standard estimate with what was typed over it.
    pub(super) fn estimate(&self) -> Estimate {
        let standard = Estimate::default();
        Estimate {
            detour: self.detour.unwrap_or(standard.detour),
            speed_kmh: self.speed.unwrap_or(standard.speed_kmh),
            tolerance_m: self.tolerance.unwrap_or(standard.tolerance_m),
        }
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
