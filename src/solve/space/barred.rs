//! Places that trainers cannot reach in time (rule H7), because every plan holds other sessions on their days.

use std::collections::BTreeMap;

use jiff::Span;
use typed_index_collections::TiVec;

use super::super::courses::settled::Settled;
use super::{Day, Run, Staff};
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, TrainerId};

/// Places (positions in `hosts`) that a trainer cannot reach in time on the days of a run that they work; no entry if none.
pub(super) fn barred(
    instance: &Instance,
    settled: &Settled,
    staff: &TiVec<TrainerId, Staff>,
    (runs, hosts): (&[Run], &[CommuneId]),
) -> BTreeMap<(TrainerId, usize), Vec<usize>> {
    let mut barred = BTreeMap::new();
    if instance.announced.is_none() {
        return barred;
    }
    let date = |day: Day| instance.rules.horizon.start.saturating_add(Span::new().days(day as i64));
    for (trainer, leader) in staff.iter_enumerated() {
        for index in leader.runs.ones() {
            let run = &runs[index];
            let is_out = |&place: &usize| {
                let reaches =
                    |&day: &Day| settled.lets_reach(instance, (trainer, run.slot, date(day)), hosts[place]);
                !run.days.iter().all(reaches)
            };
            let places: Vec<usize> = (0..hosts.len()).filter(is_out).collect();
            if !places.is_empty() {
                barred.insert((trainer, index), places);
            }
        }
    }
    barred
}
