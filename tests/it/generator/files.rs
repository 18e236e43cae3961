//! A generated instance as the files that a user would write, for tests of readers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ateliers::instance::InstanceData;
use ateliers::instance::entities::{Leg, Scope};
use ateliers::instance::ids::{CommuneId, SlotId};
use ateliers::instance::units::NANO;
use jiff::civil::Date;

/// Writes scenario and tables into `folder`, and returns the scenario's path. Ways are written as measured pairs, since
/// an instance contains distances, not roads.
pub(crate) fn write(data: &InstanceData, folder: &Path) -> PathBuf {
    let tables = [
        ("communes", communes(data)),
        ("roads", "from,to,km,minutes\n".to_owned()),
        ("distances", distances(data)),
        ("slots", slots(data)),
        ("venues", venues(data)),
        ("trainers", trainers(data)),
        ("kits", kits(data)),
        ("residents", residents(data)),
        ("closures", closures(data)),
    ];
    let mut scenario = format!("name = \"{}\"\n[data]\n", data.name);
    for (name, text) in tables {
        std::fs::write(folder.join(format!("{name}.csv")), text).expect("a table can be written");
        let _ = writeln!(scenario, "{name} = \"{name}.csv\"");
    }
    scenario += &settings(data);
    let path = folder.join("scenario.toml");
    std::fs::write(&path, scenario).expect("a scenario can be written");
    path
}

/// Billionths as a decimal number.
fn decimal(nano: i64) -> String {
    format!("{}.{:09}", nano / NANO, nano % NANO)
}

fn optional(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn insee(data: &InstanceData, commune: CommuneId) -> &str {
    &data.communes[commune].insee
}

fn ids<'a>(data: &'a InstanceData, slots: impl IntoIterator<Item = &'a SlotId>) -> String {
    slots.into_iter().map(|&slot| data.slots[slot].id.as_str()).collect::<Vec<_>>().join(" ")
}

fn table(header: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    rows.fold(format!("{header}\n"), |text, row| text + &row.join(",") + "\n")
}

fn communes(data: &InstanceData) -> String {
    let rows = data.communes.iter().map(|commune| {
        let place = [commune.lat.to_string(), commune.lon.to_string()];
        let names = [commune.insee.clone(), commune.name.clone()];
        [&names[..], &place, &[commune.min_cycles.to_string()]].concat()
    });
    table("insee,name,lat,lon,min_cycles", rows)
}

fn distances(data: &InstanceData) -> String {
    let pairs = data.communes.keys().flat_map(|from| data.communes.keys().map(move |to| (from, to)));
    let rows = pairs.filter(|(from, to)| from != to).filter_map(|(from, to)| {
        let Leg { minutes, km } = data.travel.leg(from, to)?;
        let names = [from, to].map(|commune| insee(data, commune).to_owned());
        Some([names, [decimal(km.nano()), decimal(minutes.nano())]].concat())
    });
    table("from,to,km,minutes", rows)
}

fn slots(data: &InstanceData) -> String {
    let rows = data.slots.iter().map(|slot| {
        let weekday = format!("{:?}", slot.weekday).to_lowercase();
        let start = format!("{:02}:{:02}", slot.start_minute / 60, slot.start_minute % 60);
        vec![slot.id.clone(), weekday[..3].to_owned(), start]
    });
    table("id,weekday,start", rows)
}

fn venues(data: &InstanceData) -> String {
    let rows = data.venues.iter().map(|venue| {
        vec![
            venue.id.clone(),
            insee(data, venue.commune).to_owned(),
            venue.name.clone(),
            venue.seats.to_string(),
            ids(data, &venue.slots),
            decimal(venue.cost_per_session.nano()),
            u8::from(venue.step_free).to_string(),
            venue.tablets.to_string(),
            optional(venue.availability.from),
            optional(venue.availability.until),
        ]
    });
    let header =
        "id,commune,name,seats,slots,cost_per_session,step_free,tablets,available_from,available_until";
    table(header, rows)
}

fn trainers(data: &InstanceData) -> String {
    let rows = data.trainers.iter().map(|trainer| {
        let tracks: Vec<&str> = trainer.tracks.iter().map(|&track| data.tracks[track].as_str()).collect();
        vec![
            trainer.id.clone(),
            trainer.name.clone(),
            insee(data, trainer.base).to_owned(),
            ids(data, &trainer.slots),
            tracks.join(" "),
            decimal(trainer.hourly_cost.nano()),
            decimal(trainer.km_cost.nano()),
            trainer.max_sessions_per_day.to_string(),
            trainer.max_sessions_per_week.to_string(),
            trainer.max_sessions.map(|most| most.to_string()).unwrap_or_default(),
            optional(trainer.availability.from),
            optional(trainer.availability.until),
        ]
    });
    let header = "id,name,base,slots,tracks,hourly_cost,km_cost,max_sessions_per_day,max_sessions_per_week,\
                  max_sessions,available_from,available_until";
    table(header, rows)
}

fn kits(data: &InstanceData) -> String {
    let rows = data
        .kits
        .iter()
        .map(|kit| vec![kit.id.clone(), kit.tablets.to_string(), insee(data, kit.depot).to_owned()]);
    table("id,tablets,depot", rows)
}

fn residents(data: &InstanceData) -> String {
    let rows = data.residents.iter().map(|resident| {
        vec![
            resident.id.clone(),
            insee(data, resident.commune).to_owned(),
            ids(data, &resident.slots),
            data.tracks[resident.track].clone(),
            u8::from(resident.needs_tablet).to_string(),
            decimal(resident.max_travel.nano()),
            u8::from(resident.step_free).to_string(),
            data.parties[resident.party].id.clone().unwrap_or_default(),
            optional(resident.available_from),
            decimal(resident.priority.nano()),
            u8::from(resident.withdrawn).to_string(),
        ]
    });
    let header = "id,commune,slots,track,needs_tablet,max_travel_min,step_free,party,available_from,priority,withdrawn";
    table(header, rows)
}

fn closures(data: &InstanceData) -> String {
    let rows = data.closures.iter().map(|closure| {
        let scope = match closure.scope {
            Scope::All => "all".to_owned(),
            Scope::Commune(commune) => format!("commune:{}", insee(data, commune)),
            Scope::Venue(venue) => format!("venue:{}", data.venues[venue].id),
            Scope::Trainer(trainer) => format!("trainer:{}", data.trainers[trainer].id),
        };
        vec![closure.from.to_string(), closure.until.to_string(), scope]
    });
    table("from,until,scope", rows)
}

fn settings(data: &InstanceData) -> String {
    let rules = &data.rules;
    let (cycle, travel, costs, weights) = (&rules.cycle, &rules.travel, &rules.costs, &rules.weights);
    let hosts: Vec<String> =
        rules.hosts.communes.iter().map(|&host| format!("\"{}\"", insee(data, host))).collect();
    let most_cycles =
        rules.hosts.max_cycles_per_commune.map(|most| format!("max_cycles_per_commune = {most}\n"));
    let budget = costs.max_gross.map(|most| format!("max_gross = {}\n", decimal(most.nano())));
    let horizon = format!("[horizon]\nstart = {}\nend = {}\n", rules.horizon.start, rules.horizon.end);
    let cycle_keys = format!(
        "[cycle]\nsessions = {}\nsession_minutes = {}\nmin_group = {}\nmax_group = {}\nmax_gap_days = {}\n",
        cycle.sessions,
        decimal(cycle.session_minutes.nano()),
        cycle.min_group,
        cycle.max_group,
        cycle.max_gap_days
    );
    let travel_keys = format!(
        "[travel]\nmax_travel_min = {}\nlocal_minutes = {}\nlocal_km = {}\nturnaround_min = {}\n",
        decimal(travel.max_travel.nano()),
        decimal(travel.local.minutes.nano()),
        decimal(travel.local.km.nano()),
        decimal(travel.turnaround.nano())
    );
    let hosts_keys =
        format!("[hosts]\ncommunes = [{}]\n{}", hosts.join(", "), most_cycles.unwrap_or_default());
    let costs_keys = format!(
        "[costs]\nprep_minutes = {}\ntablet_session = {}\nsupport_per_participant = {}\ncycle_setup = {}\nfee = {}\n{}",
        decimal(costs.prep.nano()),
        decimal(costs.tablet_session.nano()),
        decimal(costs.support_per_participant.nano()),
        decimal(costs.cycle_setup.nano()),
        decimal(costs.fee.nano()),
        budget.unwrap_or_default()
    );
    let weights_keys = format!(
        "[weights]\nunserved = {}\ntravel_minute = {}\nwait_week = {}\nequity_target = {}\nequity_shortfall = {}\naway = {}\nabsence = {}\n",
        decimal(weights.unserved.nano()),
        decimal(weights.travel_minute.nano()),
        decimal(weights.wait_week.nano()),
        decimal(weights.equity_target.nano()),
        decimal(weights.equity_shortfall.nano()),
        decimal(weights.away.nano()),
        decimal(weights.absence.nano())
    );
    [horizon, cycle_keys, travel_keys, hosts_keys, costs_keys, weights_keys].concat()
}
