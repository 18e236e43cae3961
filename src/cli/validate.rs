//! `ateliers validate`: reads everything, reports every fault and warning, and echoes what was understood.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, annotate, reading};
use crate::input::read_scenario;
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, ResidentId, TrainerId};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::output;
use crate::plan::reasons::Reason;
use crate::plan::reasons::prospects::{Prospects, places_of};

/// What was typed.
#[derive(Debug, Args)]
pub struct ValidateArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The annotated copy of the workbook to write.
    #[arg(long, value_name = "XLSX")]
    annotate: Option<PathBuf>,
}

/// Reads and tells.
pub(super) fn run(args: &ValidateArgs, terminal: &Terminal) -> Outcome {
    let (read, findings) = match read_scenario(&args.scenario) {
        Ok(read) => (Some(read.instance), read.warnings),
        Err(faults) => (None, faults),
    };
    reading::tell(&findings, terminal);
    let annotated = args
        .annotate
        .as_deref()
        .map_or(Outcome::Done, |out| annotate::annotate(&args.scenario, &findings, out, terminal));
    let Some(instance) = read else { return Outcome::BadInput };
    terminal.print(&echo(&instance, &terminal.messages));
    annotated
}

/// Everything that was understood.
fn echo(instance: &Instance, messages: &Messages) -> String {
    let mut parts = vec![head(instance, messages), tables(instance, messages)];
    parts.push(offer(instance, messages));
    parts.push(communes(instance, messages));
    parts.push(without_prospects(instance, messages));
    parts.join("\n")
}

fn head(instance: &Instance, messages: &Messages) -> String {
    let horizon = instance.rules.horizon;
    let variables = [
        ("scenario", instance.name.as_str().into()),
        ("period", messages.period(horizon.start, horizon.end).into()),
    ];
    let mut text = messages.text("echo-title", &variables) + "\n";
    if instance.is_invented {
        text.push_str(&messages.text("invented-notice", &[]));
        text.push('\n');
    }
    text
}

fn tables(instance: &Instance, messages: &Messages) -> String {
    let hosts = instance.rules.hosts.communes.len();
    let together = instance.parties.iter().filter(|party| party.members.len() > 1).count();
    let counts = [
        ("echo-communes", instance.communes.len()),
        ("echo-hosts", hosts),
        ("echo-slots", instance.slots.len()),
        ("echo-venues", instance.venues.len()),
        ("echo-trainers", instance.trainers.len()),
        ("echo-kits", instance.kits.len()),
        ("echo-residents", instance.interested().count()),
        ("echo-withdrawn", instance.residents.len() - instance.interested().count()),
        ("echo-parties", together),
        ("echo-tracks", instance.tracks.len()),
        ("echo-closures", instance.closures.len()),
    ];
    let shown = counts.into_iter().filter(|&(key, count)| key != "echo-withdrawn" || count > 0);
    let rows: Vec<[String; 2]> =
        shown.map(|(key, count)| [messages.text(key, &[]), messages.number(count as f64, 0)]).collect();
    messages.text("echo-tables", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}

/// Seats and trainer hours within the horizon, beside what serving everyone would take.
fn offer(instance: &Instance, messages: &Messages) -> String {
    let cycle = &instance.rules.cycle;
    let hosts = instance.venues.keys().filter(|&venue| instance.is_host(instance.venues[venue].commune));
    let offered = hosts.map(|venue| (instance.sessions_offered_by_venue(venue), places_of(instance, venue)));
    let (sessions, seats) =
        offered.fold((0, 0), |sums, (sessions, places)| (sums.0 + sessions, sums.1 + sessions * places));
    let trainer_sessions = |trainer: TrainerId| instance.sessions_offered_by_trainer(trainer);
    let of_trainers: usize = instance.trainers.keys().map(trainer_sessions).sum();
    let n_residents = instance.interested().count();
    let needed = n_residents.div_ceil(cycle.max_group.max(1)) * cycle.sessions;
    let hours = |sessions: usize| messages.number(cycle.session_minutes.times(sessions).to_f64() / 60.0, 0);
    let count = |count: usize| messages.number(count as f64, 0);
    let rows: Vec<[String; 2]> = [
        ("echo-sessions-offered", count(sessions)),
        ("echo-seats-offered", count(seats)),
        ("echo-trainer-sessions", count(of_trainers)),
        ("echo-trainer-hours", hours(of_trainers)),
        ("echo-seats-needed", count(n_residents * cycle.sessions)),
        ("echo-hours-needed", hours(needed)),
    ]
    .map(|(key, figure)| [messages.text(key, &[]), figure])
    .into();
    messages.text("echo-offer", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}

/// Residents of each commune, and the rooms it has.
fn communes(instance: &Instance, messages: &Messages) -> String {
    let mut counts: BTreeMap<CommuneId, (usize, usize)> = BTreeMap::new();
    for (_, resident) in instance.interested() {
        counts.entry(resident.commune).or_default().0 += 1;
    }
    for venue in &instance.venues {
        counts.entry(venue.commune).or_default().1 += 1;
    }
    let header = ["echo-insee", "echo-commune", "echo-residents", "echo-venues", "echo-may-host"];
    let mut rows = vec![header.map(|key| messages.text(key, &[]))];
    rows.extend(counts.into_iter().map(|(id, (residents, venues))| {
        let commune = &instance.communes[id];
        let may_host = if instance.is_host(id) { "echo-yes" } else { "echo-no" };
        let count = |count: usize| messages.number(count as f64, 0);
        [
            commune.insee.clone(),
            commune.name.clone(),
            count(residents),
            count(venues),
            messages.text(may_host, &[]),
        ]
    }));
    let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Left];
    messages.text("echo-per-commune", &[]) + "\n" + &aligned(&rows, aligns)
}

/// Who could attend no cycle of any plan, and why.
fn without_prospects(instance: &Instance, messages: &Messages) -> String {
    let prospects = Prospects::new(instance);
    let obstacle =
        |resident: ResidentId| prospects.places(resident).err().map(|obstacle| (resident, obstacle));
    let stuck: Vec<(ResidentId, Reason)> =
        instance.interested().map(|(id, _)| id).filter_map(obstacle).collect();
    let mut text = messages.text("echo-stuck", &[("residents", stuck.len().into())]) + "\n";
    let rows: Vec<[String; 3]> = stuck
        .iter()
        .map(|(id, obstacle)| {
            let resident = &instance.residents[*id];
            let home = instance.communes[resident.commune].name.clone();
            [resident.id.clone(), home, output::reason(obstacle, instance, messages)]
        })
        .collect();
    text.push_str(&aligned(&rows, [Align::Left; 3]));
    text
}
