//! `kit_roster.csv`: a row for each kit and day that it is out: who fetches it, where, and for which cycles.

use super::Delivery;
use super::table::Table;
use crate::plan::costs::tablets_of_day;
use crate::plan::tour::working_days;

const HEADER: [&str; 10] = [
    "date",
    "weekday",
    "kit",
    "tablets",
    "tablets_needed",
    "depot",
    "depot_name",
    "trainer",
    "trainer_name",
    "cycles",
];

/// The table.
pub(super) fn kit_roster(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, messages, .. } = delivery;
    let mut table = Table::new(&HEADER);
    for day in working_days(instance, &solved.plan) {
        let cycles = day.cycles.iter().map(|&cycle| &solved.plan.cycles[cycle]);
        let needed = tablets_of_day(instance, &solved.plan, &day);
        let names: Vec<&str> = cycles.map(|cycle| cycle.id.as_str()).collect();
        for &id in &day.kits {
            let (kit, trainer) = (&instance.kits[id], &instance.trainers[day.trainer]);
            let depot = &instance.communes[kit.depot];
            table.push([
                day.date.into(),
                messages.weekday(day.date.weekday()).into(),
                (&kit.id).into(),
                kit.tablets.into(),
                needed.into(),
                (&depot.insee).into(),
                (&depot.name).into(),
                (&trainer.id).into(),
                (&trainer.name).into(),
                names.join(" ").into(),
            ]);
        }
    }
    delivery.labelled(table)
}
