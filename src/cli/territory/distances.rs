//! `ateliers territory distances`: reads measured distances from routing engines and statistics offices.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum, value_parser};
use indicatif::{ProgressBar, ProgressStyle};

use crate::app::territory::distances::{Gathered, Request, gather, write};
use crate::cli::values::server;
use crate::cli::{Outcome, Terminal, reading, told};
use crate::input::matrix::Called;
use crate::input::osrm::{PAUSE, Server, TABLE_SIZE, TIMEOUT_S};

/// The command's arguments.
#[derive(Debug, Args)]
pub(in crate::cli) struct DistancesArgs {
    /// OSRM's or Valhalla's JSON, or tables of pairs.
    #[arg(value_name = "FILE", required_unless_present = "osrm", num_args = 1..)]
    files: Vec<PathBuf>,
    /// An OSRM server to ask for the missing pairs.
    #[arg(long, value_name = "URL", value_parser = server)]
    osrm: Option<String>,
    /// Most communes in one request to it.
    #[arg(long, value_name = "N", requires = "osrm", default_value_t = TABLE_SIZE, hide_default_value = true, value_parser = table_size)]
    table_size: usize,
    /// How long one answer may take, seconds.
    #[arg(long, value_name = "S", requires = "osrm", default_value_t = TIMEOUT_S, hide_default_value = true, value_parser = value_parser!(u64).range(1..=86_400))]
    timeout: u64,
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

/// Most communes in a request: at least two.
fn table_size(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|&count| count >= 2).ok_or("count")
}

impl DistancesArgs {
    fn server(&self) -> Option<Server<'_>> {
        let url = self.osrm.as_deref()?;
        Some(Server { url, table_size: self.table_size, timeout_s: self.timeout, pause: PAUSE })
    }

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

/// Runs the command.
pub(super) fn run(args: &DistancesArgs, terminal: &Terminal) -> Outcome {
    let called = args.called();
    let request = Request {
        communes: &args.communes,
        files: &args.files,
        called,
        server: args.server(),
        out: &args.out,
    };
    let bar = terminal.shows_progress().then(bar).filter(|_| args.osrm.is_some());
    let gathered = gather(&request, &|done, all| {
        if let Some(bar) = &bar {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    });
    if let Some(bar) = &bar {
        bar.finish_and_clear();
    }
    let written = gathered.and_then(|gathered: Gathered| {
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

/// The progress bar of a server's answers, if a person watches.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {elapsed_precise} {bar:24} {pos}/{len}");
    let bar = ProgressBar::new(0);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
