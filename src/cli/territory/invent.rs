//! `ateliers territory invent`: a whole scenario over real communes, to plan at a size that no enrolments exist for yet.
//!
//! Communes and boundaries are real, roads are estimated, all else is invented; what is written is a folder like any
//! other, to be edited, validated and planned.

use std::path::PathBuf;

use clap::{Args, value_parser};
use jiff::ToSpan;
use jiff::civil::Date;
use typed_index_collections::{TiSlice, TiVec};

use super::doubts::doubts;
use super::roads::EstimateArgs;
use crate::cli::anew::write_anew;
use crate::cli::demand::{MOST_RESIDENTS, usual_week, without_population};
use crate::cli::init::template;
use crate::cli::{Outcome, Terminal, reading};
use crate::demand::{InventedResident, Parameters, Window, invent, rate_of};
use crate::diagnostics::Diagnostic;
use crate::input::{
    Boundaries, HORIZON_DAYS, MOST_COMMUNES, insee_code, read_boundaries, read_communes_and_closures,
    read_slots,
};
use crate::instance::entities::{Closure, Commune, Scope, Slot};
use crate::instance::ids::CommuneId;
use crate::messages::{Messages, Value};
use crate::output::{File, invented, residents, roads, table::Table};
use crate::supply::{kits, pauses, rooms, trainers};
use crate::territory::{Derivation, Road, nearest, roads_from_boundaries};

/// Residents for whom there is a trainer, unless more or fewer are asked for: about as many as in `data/pma/rollout`.
const RESIDENTS_OF_TRAINER: usize = 600;
/// Late enrolments start this long after the first day, and this long before the last, days: a cycle must still fit in.
const FIRST_LATE: i32 = 28;
const LAST_LATE: i32 = 70;

/// What was typed.
#[derive(Debug, Args)]
pub(in crate::cli) struct InventArgs {
    /// The table of communes, with populations.
    #[arg(long, value_name = "CSV")]
    communes: PathBuf,
    /// Their boundaries.
    #[arg(long, value_name = "GEOJSON")]
    boundaries: PathBuf,
    /// How many residents enrol.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=MOST_RESIDENTS as i64))]
    residents: u32,
    /// First day of the plan.
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// Last day of the plan.
    #[arg(long, value_name = "DATE")]
    to: Date,
    /// The folder to make.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Keep these many communes, nearest to the centre.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    nearest: Option<u32>,
    /// The centre.
    #[arg(long, value_name = "INSEE")]
    centre: Option<String>,
    /// How many trainers.
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=1000))]
    trainers: Option<u32>,
    /// How many kits.
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

/// What was read.
struct Found {
    communes: TiVec<CommuneId, Commune>,
    closures: Vec<Closure>,
    boundaries: Boundaries,
    slots: Vec<Slot>,
    /// What may not be what was meant.
    warnings: Vec<Diagnostic>,
}

/// A territory ready to be written.
struct Territory {
    communes: TiVec<CommuneId, Commune>,
    derivation: Derivation,
    /// Closures that concern it; invented ones where none were given.
    closures: Table,
    residents: Vec<InventedResident>,
    n_trainers: usize,
    n_kits: usize,
}

/// Does it.
pub(super) fn run(args: &InventArgs, terminal: &Terminal) -> Outcome {
    made(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn made(args: &InventArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    if args.to < args.from || (args.to - args.from).get_days() >= HORIZON_DAYS {
        return Err(refuse("invent-dates", &[("from", args.from), ("to", args.to)], terminal));
    }
    let mut found = read(args, terminal)?;
    let documents = Messages::new(terminal.documents);
    let territory = territory(args, &found, &documents, terminal)?;
    let name = |path: &PathBuf| path.display().to_string();
    found.warnings.extend(without_population(&territory.communes.raw, &name(&args.communes)));
    found.warnings.extend(doubts(
        &territory.derivation,
        &territory.communes,
        &args.communes,
        &args.boundaries,
    ));
    reading::tell(&found.warnings, terminal);
    write_anew(&args.out, &files(&territory, args, &found, &documents), terminal)?;
    terminal.print(&summary(&territory, args, terminal));
    Ok(Outcome::Done)
}

fn read(args: &InventArgs, terminal: &Terminal) -> Result<Found, Outcome> {
    let tables = read_communes_and_closures(&args.communes, args.closures.as_deref());
    let boundaries = read_boundaries(&args.boundaries, args.estimate.code_property.as_deref());
    let slots = args.slots.as_deref().map_or_else(|| Ok((usual_week(), Vec::new())), read_slots);
    let both = match (boundaries, slots) {
        (Ok((boundaries, mut warnings)), Ok((slots, more))) => {
            warnings.extend(more);
            Ok(((boundaries, slots), warnings))
        }
        (boundaries, slots) => {
            let findings =
                |read: Result<Vec<Diagnostic>, Vec<Diagnostic>>| read.unwrap_or_else(|faults| faults);
            let mut all = findings(boundaries.map(|(_, warnings)| warnings));
            all.extend(findings(slots.map(|(_, warnings)| warnings)));
            Err(all)
        }
    };
    let ((communes, closures), (boundaries, slots), warnings) = reading::both(tables, both, terminal)?;
    Ok(Found { communes, closures, boundaries, slots, warnings })
}

/// Chooses the communes, joins them, and invents who enrols.
fn territory(
    args: &InventArgs,
    found: &Found,
    documents: &Messages,
    terminal: &Terminal,
) -> Result<Territory, Outcome> {
    let estimate = args.estimate.estimate();
    let derive = |communes: &TiSlice<CommuneId, Commune>| {
        roads_from_boundaries(communes, &found.boundaries, &estimate)
    };
    let whole = derive(&found.communes);
    let kept = kept(args, &found.communes, &whole, terminal)?;
    let communes: TiVec<CommuneId, Commune> = kept.iter().map(|&id| found.communes[id].clone()).collect();
    let derivation = if kept.len() == found.communes.len() { whole } else { derive(&communes) };
    let (parameters, seed) = (parameters(args), args.seed.unwrap_or(1));
    let n_residents = args.residents as usize;
    let Some(rate) = rate_of(&communes.raw, n_residents, &parameters, seed) else {
        let inhabitants: u64 = communes.iter().filter_map(|commune| commune.population).sum();
        return Err(refuse("invent-too-few-inhabitants", &[("inhabitants", inhabitants)], terminal));
    };
    let residents = invent(&communes.raw, &found.slots, &Parameters { rate, ..parameters }, seed);
    let n_trainers =
        args.trainers.map_or(n_residents.div_ceil(RESIDENTS_OF_TRAINER), |trainers| trainers as usize);
    let n_kits = args.kits.map_or(n_trainers, |kits| kits as usize);
    let closures = match &args.closures {
        Some(_) => invented::closures(&closures_of(args, &found.closures, &kept), &communes),
        None => invented::pauses(&pauses(args.from, args.to), documents),
    };
    Ok(Territory { communes, derivation, closures, residents, n_trainers, n_kits })
}

/// The communes asked for, in the order of the table.
///
/// # Errors
/// If there are not as many, if there is no such centre, or if they are more than can be planned; told.
fn kept(
    args: &InventArgs,
    communes: &TiSlice<CommuneId, Commune>,
    whole: &Derivation,
    terminal: &Terminal,
) -> Result<Vec<CommuneId>, Outcome> {
    let n_kept = args.nearest.map_or(communes.len(), |nearest| nearest as usize);
    if communes.is_empty() || communes.len() < n_kept {
        return Err(refuse("invent-too-few-communes", &[("communes", communes.len())], terminal));
    }
    if MOST_COMMUNES < n_kept {
        return Err(refuse("invent-too-many-communes", &[("limit", MOST_COMMUNES)], terminal));
    }
    let by_size = |a: &CommuneId, b: &CommuneId| {
        let (one, other) = (&communes[*a], &communes[*b]);
        one.population.cmp(&other.population).then_with(|| other.insee.cmp(&one.insee))
    };
    let centre = match &args.centre {
        Some(code) => {
            let code = insee_code(code).unwrap_or_else(|| code.clone());
            communes.keys().find(|&id| communes[id].insee == code)
        }
        None => communes.keys().max_by(by_size),
    };
    let Some(centre) = centre else {
        let code = args.centre.clone().unwrap_or_default();
        return Err(refuse("invent-unknown-centre", &[("code", code)], terminal));
    };
    let roads: Vec<Road> = whole.roads.iter().map(|derived| derived.road).collect();
    Ok(nearest(communes, &roads, centre, n_kept))
}

/// Closures that touch the horizon, of everything or of a commune that is kept, at its new position.
fn closures_of(args: &InventArgs, closures: &[Closure], kept: &[CommuneId]) -> Vec<Closure> {
    let touches = |closure: &&Closure| closure.from <= args.to && args.from <= closure.until;
    let moved = |closure: &Closure| {
        let scope = match closure.scope {
            Scope::Commune(id) => Scope::Commune(kept.binary_search(&id).ok()?.into()),
            other => other,
        };
        Some(Closure { scope, ..closure.clone() })
    };
    closures.iter().filter(touches).filter_map(moved).collect()
}

/// The usual enrolments; late ones are spread over the horizon.
fn parameters(args: &InventArgs) -> Parameters {
    let window =
        args.from.checked_add(FIRST_LATE.days()).ok().zip(args.to.checked_sub(LAST_LATE.days()).ok());
    let window = window.filter(|(from, until)| from <= until).map(|(from, until)| Window { from, until });
    Parameters { window, ..Parameters::default() }
}

fn files(territory: &Territory, args: &InventArgs, found: &Found, documents: &Messages) -> Vec<File> {
    let Territory { communes, derivation, closures, residents, n_trainers, n_kits } = territory;
    let (slots, seed) = (&found.slots, args.seed.unwrap_or(1));
    let rooms = rooms(communes, slots, seed);
    let trainers = trainers(communes, slots, *n_trainers, seed);
    let tables = [
        ("communes.csv", invented::communes(communes)),
        ("roads.csv", roads::roads(&derivation.roads, communes)),
        ("slots.csv", invented::slots(slots)),
        ("venues.csv", invented::venues(&rooms, communes, documents)),
        ("trainers.csv", invented::trainers(&trainers, communes, documents)),
        ("kits.csv", invented::kits(&kits(communes, *n_kits), communes)),
        ("residents.csv", residents::residents(residents)),
        ("closures.csv", closures.clone()),
    ];
    let file = |name: &str, bytes: Vec<u8>| File::new(name, bytes);
    let mut files: Vec<File> = tables.iter().map(|(name, table)| file(name, table.plain())).collect();
    files.push(file("communes.geojson", invented::outlines(communes, &found.boundaries)));
    let sizes = sizes(territory);
    let scenario = template::defaults(documents.text("invented-name", &sizes), args.from, args.to);
    let text = template::scenario(&scenario, &documents.text("invented-head", &sizes), documents);
    files.push(file("scenario.toml", text.into()));
    files
}

fn sizes(territory: &Territory) -> [(&'static str, Value); 4] {
    [
        ("residents", territory.residents.len().into()),
        ("communes", territory.communes.len().into()),
        ("trainers", territory.n_trainers.into()),
        ("kits", territory.n_kits.into()),
    ]
}

fn summary(territory: &Territory, args: &InventArgs, terminal: &Terminal) -> String {
    let folder = args.out.display().to_string();
    let scenario = args.out.join("scenario.toml").display().to_string();
    let mut variables = sizes(territory).to_vec();
    variables.extend([
        ("parts", territory.derivation.n_components.into()),
        ("folder", folder.into()),
        ("scenario", scenario.into()),
    ]);
    terminal.text("territory-invent-done", &variables)
}

/// Tells what cannot be.
fn refuse<T: ToString>(key: &str, variables: &[(&str, T)], terminal: &Terminal) -> Outcome {
    let variables: Vec<(&str, Value)> =
        variables.iter().map(|(name, value)| (*name, value.to_string().into())).collect();
    terminal.tell_error(&terminal.text(key, &variables));
    Outcome::BadInput
}
