//! Participants and waiting residents, by pseudonymous identifier; what each commune gets.

use crate::instance::Instance;
use crate::instance::entities::Resident;
use crate::instance::ids::ResidentId;
use crate::instance::units::Minutes;
use crate::output::export::Export;
use crate::output::export::facts::shares_served;
use crate::output::grid::{Grid, Value};
use crate::output::reason;
use crate::plan::Cycle;
use crate::plan::indicators::is_measured;

/// A row for each participant that `is_of_interest`, by cycle.
pub fn participants(export: &Export, is_of_interest: impl Fn(&Cycle, &Resident) -> bool) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let columns = [
        ("head-resident", 14.0),
        ("head-home", 22.0),
        ("head-cycle", 9.0),
        ("head-commune", 22.0),
        ("head-venue", 34.0),
        ("head-first", 12.0),
        ("head-travel-min", 12.0),
        ("head-travel-km", 10.0),
        ("head-travel-kind", 12.0),
        ("head-tablet", 10.0),
        ("head-party", 14.0),
    ];
    let mut grid = Grid::new(messages, "sheet-participants", columns);
    let yes_no = |yes: bool| messages.text(if yes { "echo-yes" } else { "echo-no" }, &[]);
    for cycle in &plan.cycles {
        let venue = &instance.venues[cycle.venue];
        for &id in &cycle.participants {
            let resident = &instance.residents[id];
            if !is_of_interest(cycle, resident) {
                continue;
            }
            let way = instance.way(resident.commune, venue.commune);
            let kind =
                if is_measured(instance, id, cycle.venue) { "travel-measured" } else { "travel-estimated" };
            grid.push([
                (&resident.id).into(),
                (&instance.communes[resident.commune].name).into(),
                (&cycle.id).into(),
                (&instance.communes[venue.commune].name).into(),
                (&venue.name).into(),
                Value::known(cycle.sessions.first().copied(), Value::from),
                Value::known(way, |way| Value::Decimal(way.minutes.to_f64(), 1)),
                Value::known(way, |way| Value::Decimal(way.km.to_f64(), 1)),
                messages.text(kind, &[]).into(),
                yes_no(resident.needs_tablet).into(),
                party(instance, id),
            ]);
        }
    }
    grid
}

/// A row for each resident who waits and `is_of_interest`, with the reason.
pub fn waiting(export: &Export, is_of_interest: impl Fn(&Resident) -> bool) -> Grid {
    let Export { instance, messages, .. } = export;
    let columns = [
        ("head-resident", 14.0),
        ("head-home", 22.0),
        ("head-track", 12.0),
        ("head-party", 14.0),
        ("head-reason", 90.0),
    ];
    let mut grid = Grid::new(messages, "sheet-waiting", columns);
    for (id, why) in &export.reasons {
        let resident = &instance.residents[*id];
        if is_of_interest(resident) {
            grid.push([
                (&resident.id).into(),
                (&instance.communes[resident.commune].name).into(),
                (&instance.tracks[resident.track]).into(),
                party(instance, *id),
                reason(why, instance, messages).into(),
            ]);
        }
    }
    grid
}

fn party(instance: &Instance, resident: ResidentId) -> Value {
    let party = &instance.parties[instance.residents[resident].party];
    Value::known(party.id.as_ref(), Value::from)
}

/// A row for each commune with enrolments: who is served, and how far they travel.
pub fn fairness(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let columns = [
        ("head-insee", 9.0),
        ("head-commune", 26.0),
        ("head-interested", 12.0),
        ("head-served", 12.0),
        ("head-unserved", 12.0),
        ("head-share", 12.0),
        ("head-cycles-here", 14.0),
        ("head-mean-travel", 16.0),
    ];
    let mut grid = Grid::new(messages, "sheet-fairness", columns);
    for (commune, share) in shares_served(instance, plan) {
        let cycles_here =
            plan.cycles.iter().filter(|cycle| instance.venues[cycle.venue].commune == commune).count();
        let journeys = plan.cycles.iter().flat_map(|cycle| {
            let from_here = cycle.served().iter().filter(|&&id| instance.residents[id].commune == commune);
            from_here.filter_map(|&id| instance.journey(id, cycle.venue))
        });
        let minutes: Vec<f64> = journeys.map(Minutes::to_f64).collect();
        let mean = (!minutes.is_empty()).then(|| minutes.iter().sum::<f64>() / minutes.len() as f64);
        grid.push([
            (&instance.communes[commune].insee).into(),
            (&instance.communes[commune].name).into(),
            share.interested.into(),
            share.served.into(),
            (share.interested - share.served).into(),
            Value::known(share.ratio(), Value::Percent),
            cycles_here.into(),
            Value::known(mean, |mean| Value::Decimal(mean, 1)),
        ]);
    }
    grid
}
