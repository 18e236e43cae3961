//! `unserved.csv`: a row for each resident in no cycle, with the reason: its code, its words, and its figures.

use super::table::{Cell, Table};
use super::{Delivery, reasons};
use crate::instance::units::NANO;

const HEADER: [&str; 9] =
    ["resident", "home", "home_name", "party", "track", "priority", "reason", "explanation", "detail"];

/// The table.
pub(super) fn unserved(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, messages, .. } = delivery;
    let mut table = Table::new(&HEADER);
    for (id, reason) in &solved.reasons {
        let resident = &instance.residents[*id];
        let home = &instance.communes[resident.commune];
        table.push([
            (&resident.id).into(),
            (&home.insee).into(),
            (&home.name).into(),
            Cell::known(instance.parties[resident.party].id.as_ref(), Cell::from),
            (&instance.tracks[resident.track]).into(),
            Cell::Number((resident.priority.nano() as f64 / NANO as f64).to_string()),
            reason.code().into(),
            reasons::reason(reason, instance, messages).into(),
            reasons::detail(reason, instance).into(),
        ]);
    }
    delivery.labelled(table)
}
