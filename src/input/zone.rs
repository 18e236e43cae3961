//! The time zone of a scenario: the one it names, or that of its communes.
//!
//! # Design
//! A plan has one zone: trainers move between its communes, and times of day are compared with each other. Communes
//! whose clocks differ within the horizon are therefore a fault, unless the scenario names its zone. Zones of different
//! names with the same clocks (Guadeloupe, Saint-Martin) do no harm; the one of the lowest code then serves for all.

use super::communes::Communes;
use super::limits::HORIZON_DAYS;
use super::scenario::Scenario;
use super::scenario_file::HorizonSection;
use crate::diagnostics::{Code, Diagnostic, Faults, nearest};
use crate::instance::entities::Commune;
use crate::instance::zone::Zone;

/// The key that sets the time zone.
const KEY: &str = "horizon.timezone";

/// The zone of every session. Reports an unknown zone, and communes in several zones if the scenario names none.
pub(super) fn zone(scenario: &Scenario, communes: &Communes, faults: &mut Faults) -> Zone {
    match &scenario.file.horizon.timezone {
        Some(name) => named(name.trim(), scenario, faults),
        None => of_communes(scenario, &communes.rows, faults),
    }
}

fn named(name: &str, scenario: &Scenario, faults: &mut Faults) -> Zone {
    Zone::named(name).unwrap_or_else(|| {
        faults.add_with(Code::UnknownZone, scenario.place(KEY), |fault| {
            fault.with("value", name).suggesting("hint-nearest", meant(name))
        });
        Zone::default()
    })
}

/// The intended zone: one with a similar name, or whose place has a similar name.
fn meant(name: &str) -> Option<&'static str> {
    let place = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
    let by_place = || {
        let found = nearest(name, Zone::names().map(place))?;
        Zone::names().find(|&zone| place(zone) == found)
    };
    nearest(name, Zone::names()).or_else(by_place)
}

fn of_communes(scenario: &Scenario, communes: &[Commune], faults: &mut Faults) -> Zone {
    let mut by_code: Vec<&Commune> = communes.iter().collect();
    by_code.sort_by(|one, other| one.insee.cmp(&other.insee));
    by_code.dedup_by_key(|commune| Zone::name_for(&commune.insee));
    let Some((first, others)) = by_code.split_first() else { return Zone::default() };
    let zone_of = |commune: &Commune| Zone::named(Zone::name_for(&commune.insee)).unwrap_or_default();
    let zone = zone_of(first);
    let HorizonSection { start, end, .. } = scenario.file.horizon;
    // A horizon that is too long is a separate fault.
    let end = end.0.min(start.0.saturating_add(jiff::Span::new().days(HORIZON_DAYS)));
    if let Some(other) = others.iter().find(|other| !zone_of(other).agrees_with(&zone, start.0, end)) {
        let fault = Diagnostic::new(Code::ZonesMixed, scenario.place("horizon").key(KEY));
        let told = |commune: &Commune| format!("{} ({})", commune.name, commune.insee);
        let fault = fault.with("one", told(first)).with("zone", zone.name());
        let fault = fault.with("other", told(other)).with("other_zone", zone_of(other).name());
        faults.add(fault.suggesting("hint-one-zone", Some(zone.name())));
    }
    zone
}
