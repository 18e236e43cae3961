//! `ateliers demand`: invented enrolments, for planning before real ones exist.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::shares::{number, pattern, track};
use super::values::share;
use super::{Outcome, Terminal, reading, told};
use crate::app::demand::{Failure, Invented, MOST_RESIDENTS, Misfit, Request, prepare};
use crate::demand::{Parameters, Weekly, Window, Wished};

/// The command's arguments; those that are not given keep the default of [`Parameters`].
#[derive(Debug, Args)]
pub struct DemandArgs {
    /// The table of communes, with populations.
    #[arg(long, value_name = "CSV")]
    communes: PathBuf,
    /// The table of residents to write.
    #[arg(long, value_name = "CSV")]
    out: PathBuf,
    /// Residents who enrol, for each inhabitant.
    #[arg(long, value_name = "0..1", value_parser = share)]
    rate: Option<f64>,
    /// Residents of these communes only.
    #[arg(long, value_name = "INSEE", value_delimiter = ' ', num_args = 1..)]
    only: Vec<String>,
    /// Seed of every draw.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The table of weekly times.
    #[arg(long, value_name = "CSV")]
    slots: Option<PathBuf>,
    /// Largest deviation of a commune's rate, as a share of the rate.
    #[arg(long, value_name = "0..1", value_parser = share)]
    spread: Option<f64>,
    /// Share of residents who come as a couple.
    #[arg(long, value_name = "0..1", value_parser = share)]
    couples: Option<f64>,
    /// Weekly availability patterns.
    #[arg(long, value_name = "PATTERN=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = pattern)]
    availability: Vec<(Weekly, f64)>,
    /// Tracks.
    #[arg(long, value_name = "TRACK=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = track)]
    tracks: Vec<(String, f64)>,
    /// Share of residents who need a tablet.
    #[arg(long, value_name = "0..1", value_parser = share)]
    tablet: Option<f64>,
    /// Residents' own limits of the journey.
    #[arg(long, value_name = "MINUTES=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = number)]
    own_travel: Vec<(f64, f64)>,
    /// Share of residents who need a step-free venue.
    #[arg(long, value_name = "0..1", value_parser = share)]
    step_free: Option<f64>,
    /// Priorities.
    #[arg(long, value_name = "PRIORITY=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = number)]
    priority: Vec<(f64, f64)>,
    /// Share of enrolments that come late.
    #[arg(long, value_name = "0..1", value_parser = share, requires = "late_from")]
    late: Option<f64>,
    /// First day on which late enrolments may start to be available.
    #[arg(long, value_name = "DATE", requires = "late_until")]
    late_from: Option<Date>,
    /// Last such day.
    #[arg(long, value_name = "DATE", requires = "late_from")]
    late_until: Option<Date>,
}

/// Runs the command.
pub(super) fn run(args: &DemandArgs, terminal: &Terminal) -> Outcome {
    match invented(args, terminal) {
        Ok(Invented { n_residents, n_communes }) => {
            let variables = [
                ("residents", n_residents.into()),
                ("communes", n_communes.into()),
                ("file", args.out.display().to_string().into()),
            ];
            terminal.print(&terminal.text("demand-done", &variables));
            Outcome::Done
        }
        Err(failure) => failed(&failure, terminal),
    }
}

fn invented(args: &DemandArgs, terminal: &Terminal) -> Result<Invented, Failure> {
    let request = Request {
        communes: &args.communes,
        slots: args.slots.as_deref(),
        only: &args.only,
        parameters: parameters(args),
        seed: args.seed.unwrap_or(1),
        out: &args.out,
    };
    let prepared = prepare(&request)?;
    reading::tell(&prepared.warnings, terminal);
    prepared.write()
}

/// Reports why nothing was invented.
fn failed(failure: &Failure, terminal: &Terminal) -> Outcome {
    match failure {
        Failure::Common(common) => told::failure(common, terminal),
        Failure::Parameters(misfit) => {
            let key = match misfit {
                Misfit::OwnTravelAboveOne => "demand-own-travel-above-one",
                Misfit::SharesZero => "demand-shares-zero",
                Misfit::WindowReversed => "demand-window-reversed",
            };
            told::error(key, &[], terminal)
        }
        Failure::UnknownCommunes(codes) => {
            told::error("demand-unknown-communes", &[("codes", codes.join(", ").into())], terminal)
        }
        Failure::TooMany(residents) => {
            let variables = [("residents", (*residents).into()), ("limit", MOST_RESIDENTS.into())];
            told::error("demand-too-many", &variables, terminal)
        }
    }
}

/// The defaults, overridden by the arguments.
fn parameters(args: &DemandArgs) -> Parameters {
    let wished = Wished {
        rate: args.rate,
        spread: args.spread,
        couples: args.couples,
        tablet: args.tablet,
        step_free: args.step_free,
        late: args.late,
        availability: args.availability.clone(),
        tracks: args.tracks.clone(),
        own_travel: args.own_travel.clone(),
        priority: args.priority.clone(),
        window: args.late_from.zip(args.late_until).map(|(from, until)| Window { from, until }),
    };
    wished.parameters()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demand::Shares;
    use crate::messages::{Lang, Messages};

    fn shares<T>(shares: &Shares<T>, name: impl Fn(&T) -> String) -> String {
        let words = shares.iter().map(|(value, share)| match share {
            share if *share < 1.0 => format!("{}={share:.2}", name(value)),
            _ => format!("{}=1", name(value)),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_help_states_the_defaults_that_apply() {
        let Parameters {
            rate,
            spread,
            couples,
            availability,
            tracks,
            tablet,
            own_travel,
            step_free,
            priority,
            late,
            ..
        } = Parameters::default();
        let defaults = [
            ("rate", rate.to_string()),
            ("spread", spread.to_string()),
            ("couples", couples.to_string()),
            ("availability", shares(&availability, |pattern| pattern.name().to_owned())),
            ("tracks", shares(&tracks, Clone::clone)),
            ("tablet", tablet.to_string()),
            ("own-travel", shares(&own_travel, f64::to_string)),
            ("step-free", step_free.to_string()),
            ("priority", shares(&priority, f64::to_string)),
            ("late", format!("{late:.2}")),
        ];
        for messages in Lang::ALL.map(Messages::new) {
            for (name, default) in &defaults {
                let help = messages.text(&format!("arg-demand-{name}"), &[]);
                let default = format!(": {default}");
                assert!(help.contains(&default), "{name}: `{help}` does not say `{default}`");
            }
        }
    }
}
