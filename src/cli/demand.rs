//! `ateliers demand`: invented enrolments, for planning before real ones exist.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::{Date, Weekday};

use super::args::share;
use super::replace::{may_replace, write_table};
use super::{Outcome, Terminal, reading};
use crate::demand::{Parameters, Pattern, Shares, Window, invent};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::{read_communes, read_slots};
use crate::instance::entities::{Commune, Slot};
use crate::output::residents::{INVENTED, residents};

/// Residents that are invented at a time: a hundred times those of an agglomeration, in a table of 100 MB.
pub(super) const MOST_RESIDENTS: usize = 1_000_000;

/// What was typed. What is not typed keeps the default of [`Parameters`].
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
    /// Enrol in these communes only.
    #[arg(long, value_name = "INSEE", value_delimiter = ' ', num_args = 1..)]
    only: Vec<String>,
    /// Seed of every draw.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The table of weekly times.
    #[arg(long, value_name = "CSV")]
    slots: Option<PathBuf>,
    /// How far a commune's rate may lie from the rate.
    #[arg(long, value_name = "0..1", value_parser = share)]
    spread: Option<f64>,
    /// Share of residents who come as a couple.
    #[arg(long, value_name = "0..1", value_parser = share)]
    couples: Option<f64>,
    /// Weekly availability patterns.
    #[arg(long, value_name = "PATTERN=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = pattern)]
    availability: Vec<(Pattern, f64)>,
    /// Tracks.
    #[arg(long, value_name = "TRACK=SHARE", value_delimiter = ' ', num_args = 1.., value_parser = track)]
    tracks: Vec<(String, f64)>,
    /// Share of residents who need a tablet.
    #[arg(long, value_name = "0..1", value_parser = share)]
    tablet: Option<f64>,
    /// Limits of their own to the journey.
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

/// Does it.
pub(super) fn run(args: &DemandArgs, terminal: &Terminal) -> Outcome {
    let Some(parameters) = parameters(args, terminal) else { return Outcome::BadInput };
    let communes = read_communes(&args.communes);
    let slots = args.slots.as_deref().map_or_else(|| Ok((usual_week(), Vec::new())), read_slots);
    let (communes, slots, mut found) = match reading::both(communes, slots, terminal) {
        Ok(read) => read,
        Err(outcome) => return outcome,
    };
    let Some(communes) = kept(communes.into(), &args.only, terminal) else { return Outcome::BadInput };
    if !is_bearable(&communes, &parameters, terminal) || !may_replace(&args.out, INVENTED, terminal) {
        return Outcome::BadInput;
    }
    found.extend(without_population(&communes, &args.communes.display().to_string()));
    reading::tell(&found, terminal);
    let invented = invent(&communes, &slots, &parameters, args.seed.unwrap_or(1));
    let written = write_table(&args.out, &residents(&invented), terminal);
    if written == Outcome::Done {
        let variables = [
            ("residents", invented.len().into()),
            ("communes", communes.len().into()),
            ("file", args.out.display().to_string().into()),
        ];
        terminal.print(&terminal.text("demand-done", &variables));
    }
    written
}

/// The defaults with what was typed over them; `None` where two arguments do not fit, which is told.
fn parameters(args: &DemandArgs, terminal: &Terminal) -> Option<Parameters> {
    let mut parameters = Parameters::default();
    for (given, place) in [
        (args.rate, &mut parameters.rate),
        (args.spread, &mut parameters.spread),
        (args.couples, &mut parameters.couples),
        (args.tablet, &mut parameters.tablet),
        (args.step_free, &mut parameters.step_free),
        (args.late, &mut parameters.late),
    ] {
        *place = given.unwrap_or(*place);
    }
    for (given, place) in
        [(&args.own_travel, &mut parameters.own_travel), (&args.priority, &mut parameters.priority)]
    {
        replace_shares(given, place);
    }
    replace_shares(&args.availability, &mut parameters.availability);
    replace_shares(&args.tracks, &mut parameters.tracks);
    parameters.window = args.late_from.zip(args.late_until).map(|(from, until)| Window { from, until });
    let fault = if parameters.own_travel.total() > 1.0 {
        Some("demand-own-travel-above-one")
    } else if [parameters.availability.total(), parameters.tracks.total(), parameters.priority.total()]
        .contains(&0.0)
    {
        Some("demand-shares-zero")
    } else if parameters.window.is_some_and(|window| window.until < window.from) {
        Some("demand-window-reversed")
    } else {
        None
    };
    if let Some(key) = fault {
        terminal.tell_error(&terminal.text(key, &[]));
    }
    fault.is_none().then_some(parameters)
}

fn replace_shares<T: Clone>(given: &[(T, f64)], place: &mut Shares<T>) {
    if !given.is_empty() {
        *place = Shares::new(given.to_vec());
    }
}

/// The communes asked for, or all; `None` where one of them is not in the table, which is told.
fn kept(communes: Vec<Commune>, only: &[String], terminal: &Terminal) -> Option<Vec<Commune>> {
    let is_known = |code: &&String| communes.iter().any(|commune| commune.insee == **code);
    let unknown: Vec<&str> = only.iter().filter(|code| !is_known(code)).map(String::as_str).collect();
    if !unknown.is_empty() {
        terminal
            .tell_error(&terminal.text("demand-unknown-communes", &[("codes", unknown.join(", ").into())]));
        return None;
    }
    let is_kept = |commune: &Commune| only.is_empty() || only.contains(&commune.insee);
    Some(communes.into_iter().filter(is_kept).collect())
}

/// Whether the residents that these communes could have at most can be held in memory and planned; told if not.
fn is_bearable(communes: &[Commune], parameters: &Parameters, terminal: &Terminal) -> bool {
    let population: u64 = communes.iter().filter_map(|commune| commune.population).sum();
    let n_residents = (population as f64 * parameters.rate * (1.0 + parameters.spread)) as usize;
    if n_residents > MOST_RESIDENTS {
        let variables = [("residents", n_residents.into()), ("limit", MOST_RESIDENTS.into())];
        terminal.tell_error(&terminal.text("demand-too-many", &variables));
    }
    n_residents <= MOST_RESIDENTS
}

/// Monday to Friday at 9:30, 14:00 and 16:30, under identifiers such as `mon-0930`.
pub(super) fn usual_week() -> Vec<Slot> {
    let days = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
    ];
    let times = [("0930", 9 * 60 + 30), ("1400", 14 * 60), ("1630", 16 * 60 + 30)];
    let slots = days.into_iter().flat_map(|(day, weekday)| {
        times.map(|(time, start_minute)| Slot { id: format!("{day}-{time}"), weekday, start_minute })
    });
    slots.collect()
}

/// Communes in which nobody is invented.
pub(super) fn without_population(communes: &[Commune], file: &str) -> Vec<Diagnostic> {
    let mut faults = Faults::default();
    for commune in communes.iter().filter(|commune| commune.population.is_none()) {
        let warning = Diagnostic::new(Code::PopulationUnknown, Place::file(file));
        faults.add(warning.with("commune", commune.insee.as_str()).with("name", commune.name.as_str()));
    }
    faults.into_sorted()
}

fn pattern(text: &str) -> Result<(Pattern, f64), &'static str> {
    let (name, part) = split(text)?;
    let pattern = Pattern::ALL.into_iter().find(|pattern| pattern.name() == name);
    Ok((pattern.ok_or("any|mornings|afternoons|late|days|few")?, part))
}

fn track(text: &str) -> Result<(String, f64), &'static str> {
    let (name, part) = split(text)?;
    if name.is_empty() { Err("TRACK=SHARE") } else { Ok((name.to_owned(), part)) }
}

fn number(text: &str) -> Result<(f64, f64), &'static str> {
    let (number, part) = split(text)?;
    Ok((super::args::not_negative(number)?, part))
}

/// A name and its share.
fn split(text: &str) -> Result<(&str, f64), &'static str> {
    let (name, part) = text.rsplit_once('=').ok_or("NAME=SHARE")?;
    Ok((name.trim(), share(part)?))
}

#[cfg(test)]
mod tests {
    use super::*;
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
