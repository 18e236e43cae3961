//! `ateliers territory distances`: measured distances, from what routing engines and statistics offices give.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::app::territory::distances::{Gathered, Request, gather, write};
use crate::cli::{Outcome, Terminal, reading, told};
use crate::input::matrix::Called;

/// What was typed.
#[derive(Debug, Args)]
pub(in crate::cli) struct DistancesArgs {
    /// OSRM's or Valhalla's JSON, or tables of pairs.
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    files: Vec<PathBuf>,
    /// The table of communes.
    #[arg(long, value_name = "CSV")]
    communes: PathBuf,
    /// The table of distances to write.
    #[arg(long, value_name = "CSV")]
    out: PathBuf,
    /// The column of the start.
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
    /// The column of the end.
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// The column of the duration.
    #[arg(long, value_name = "NAME")]
    time: Option<String>,
    /// Its unit.
    #[arg(long, value_name = "s|min|h", value_enum)]
    time_unit: Option<TimeUnit>,
    /// The column of the length.
    #[arg(long, value_name = "NAME")]
    length: Option<String>,
    /// Its unit.
    #[arg(long, value_name = "m|km", value_enum)]
    length_unit: Option<LengthUnit>,
}

/// A unit of durations.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum TimeUnit {
    /// Seconds.
    S,
    /// Minutes.
    Min,
    /// Hours.
    H,
}

/// A unit of lengths.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LengthUnit {
    /// Metres.
    M,
    /// Kilometres.
    Km,
}

impl DistancesArgs {
    fn called(&self) -> Called<'_> {
        Called {
            from: self.from.as_deref(),
            to: self.to.as_deref(),
            time: self.time.as_deref(),
            time_unit: self.time_unit.map(|unit| match unit {
                TimeUnit::S => 1.0,
                TimeUnit::Min => 60.0,
                TimeUnit::H => 3_600.0,
            }),
            length: self.length.as_deref(),
            length_unit: self.length_unit.map(|unit| match unit {
                LengthUnit::M => 1.0,
                LengthUnit::Km => 1_000.0,
            }),
        }
    }
}

/// Does it.
pub(super) fn run(args: &DistancesArgs, terminal: &Terminal) -> Outcome {
    let request =
        Request { communes: &args.communes, files: &args.files, called: args.called(), out: &args.out };
    let written = gather(&request).and_then(|gathered: Gathered| {
        reading::tell(&gathered.warnings, terminal);
        write(&gathered, &args.out).map(|()| gathered)
    });
    match written {
        Ok(gathered) => {
            let variables = [
                ("pairs", gathered.pairs.len().into()),
                ("communes", gathered.communes.len().into()),
                ("file", args.out.display().to_string().into()),
            ];
            terminal.print(&terminal.text("territory-distances-done", &variables));
            Outcome::Done
        }
        Err(failure) => told::failure(&failure, terminal),
    }
}
