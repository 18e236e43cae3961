//! `ateliers territory invent`: a whole scenario over real communes, to plan at a size for which there are no enrolments yet.

use std::path::PathBuf;

use clap::{Args, value_parser};
use jiff::civil::Date;

use super::estimate::EstimateArgs;
use crate::app::demand::MOST_RESIDENTS;
use crate::app::territory::invent::{Failure, Invented, Request, invent};
use crate::cli::{Outcome, Terminal, reading, told};
use crate::input::MOST_COMMUNES;
use crate::messages::Messages;

/// The command's arguments.
#[derive(Debug, Args)]
pub(in crate::cli) struct InventArgs {
    /// The table of communes, with populations.
    #[arg(long, value_name = "CSV")]
    communes: PathBuf,
    /// Their boundaries.
    #[arg(long, value_name = "GEOJSON")]
    boundaries: PathBuf,
    /// Number of residents who enrol.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=MOST_RESIDENTS as i64))]
    residents: u32,
    /// First day of the plan.
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// Last day of the plan.
    #[arg(long, value_name = "DATE")]
    to: Date,
    /// The folder to create.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Keeps this number of communes, nearest to the centre.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    nearest: Option<u32>,
    /// The centre.
    #[arg(long, value_name = "INSEE")]
    centre: Option<String>,
    /// Number of trainers.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=1000))]
    trainers: Option<u32>,
    /// Number of kits.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(0..=1000))]
    kits: Option<u32>,
    /// The table of weekly times.
    #[arg(long, value_name = "CSV")]
    slots: Option<PathBuf>,
    /// Days without sessions.
    #[arg(long, value_name = "CSV")]
    closures: Option<PathBuf>,
    /// Seed of every draw.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// How the roads are estimated.
    #[command(flatten)]
    estimate: EstimateArgs,
}

impl InventArgs {
    fn request(&self) -> Request<'_> {
        let count = |typed: Option<u32>| typed.map(|count| count as usize);
        Request {
            communes: &self.communes,
            borders: self.estimate.borders(&self.boundaries),
            residents: self.residents as usize,
            from: self.from,
            to: self.to,
            nearest: count(self.nearest),
            centre: self.centre.as_deref(),
            trainers: count(self.trainers),
            kits: count(self.kits),
            slots: self.slots.as_deref(),
            closures: self.closures.as_deref(),
            seed: self.seed.unwrap_or(1),
            out: &self.out,
        }
    }
}

/// Runs the command.
pub(super) fn run(args: &InventArgs, terminal: &Terminal) -> Outcome {
    let (request, documents) = (args.request(), Messages::new(terminal.documents));
    let made = invent(&request, &documents).and_then(|invented| {
        reading::tell(&invented.warnings, terminal);
        invented.write().map(|()| invented)
    });
    match made {
        Ok(invented) => {
            terminal.print(&summary(&invented, args, terminal));
            Outcome::Done
        }
        Err(failure) => failed(&failure, terminal),
    }
}

fn summary(invented: &Invented, args: &InventArgs, terminal: &Terminal) -> String {
    let folder = args.out.display().to_string();
    let scenario = args.out.join("scenario.toml").display().to_string();
    let variables = [
        ("residents", invented.n_residents.into()),
        ("communes", invented.n_communes.into()),
        ("trainers", invented.n_trainers.into()),
        ("kits", invented.n_kits.into()),
        ("parts", invented.n_parts.into()),
        ("folder", folder.into()),
        ("scenario", scenario.into()),
    ];
    terminal.text("territory-invent-done", &variables)
}

/// Reports why nothing was invented.
fn failed(failure: &Failure, terminal: &Terminal) -> Outcome {
    let refuse = |key: &str, variables: &[(&str, String)]| {
        let variables: Vec<_> =
            variables.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        told::error(key, &variables, terminal)
    };
    match failure {
        Failure::Common(common) => told::failure(common, terminal),
        Failure::Dates { from, to } => {
            refuse("invent-dates", &[("from", from.to_string()), ("to", to.to_string())])
        }
        Failure::TooFewCommunes(communes) => {
            refuse("invent-too-few-communes", &[("communes", communes.to_string())])
        }
        Failure::TooManyCommunes => {
            refuse("invent-too-many-communes", &[("limit", MOST_COMMUNES.to_string())])
        }
        Failure::UnknownCentre(code) => refuse("invent-unknown-centre", &[("code", code.clone())]),
        Failure::TooFewInhabitants(inhabitants) => {
            refuse("invent-too-few-inhabitants", &[("inhabitants", inhabitants.to_string())])
        }
    }
}
