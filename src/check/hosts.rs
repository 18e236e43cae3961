//! H9: which communes host, and how often.

use std::collections::BTreeMap;

use super::case::{Case, subject};
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::ids::CommuneId;
use crate::plan::Cycle;
use crate::rules::Rule;

/// The venue's commune is among `hosts.communes`; for a committed cycle this is no longer required (rule L2).
pub(super) fn host_commune(case: &Case) -> Vec<Violation> {
    let hosts = &case.instance.rules.hosts.communes;
    let judge = |cycle: &Cycle| {
        let commune = case.instance.venues[cycle.venue].commune;
        (!hosts.contains(&commune)).then(|| Violation {
            rule: Rule::HostCommune,
            subjects: vec![subject(cycle), Subject::Venue(cycle.venue)],
            measured: Measure::Commune(commune),
            limit: Limit::OneOf(hosts.iter().copied().map(Measure::Commune).collect()),
        })
    };
    let bound =
        case.plan.cycles.iter().filter(|cycle| !cycle.is_broken_off() && case.committed(cycle).is_none());
    bound.filter_map(judge).collect()
}

/// At most `max_cycles_per_commune` cycles in a commune, counting all; where a plan was announced, this forbids only new ones.
pub(super) fn host_limit(case: &Case) -> Vec<Violation> {
    let Some(most) = case.instance.rules.hosts.max_cycles_per_commune else { return Vec::new() };
    let mut hosted: BTreeMap<CommuneId, usize> = BTreeMap::new();
    for cycle in &case.plan.cycles {
        *hosted.entry(case.instance.venues[cycle.venue].commune).or_default() += 1;
    }
    let found = |(commune, n_cycles)| Violation {
        rule: Rule::HostLimit,
        subjects: vec![Subject::Commune(commune)],
        measured: Measure::Count(n_cycles),
        limit: Limit::AtMost(Measure::Count(most)),
    };
    let commune = |cycle: &Cycle| case.instance.venues[cycle.venue].commune;
    let forbids = |host: CommuneId| case.new_cycles().any(|cycle| commune(cycle) == host);
    let crowded = hosted.into_iter().filter(|&(_, n_cycles)| n_cycles > most);
    crowded.filter(|&(host, _)| forbids(host)).map(found).collect()
}
