//! `residents.csv`: invented residents, labelled so in every row.

use super::table::{Cell, Table};
use crate::demand::InventedResident;

/// The note of every invented resident; a file that contains it may be replaced.
pub const INVENTED: &str = "inventé / invented";

/// The table of invented residents.
pub fn residents(residents: &[InventedResident]) -> Table {
    let mut table = Table::new(&[
        "id",
        "commune",
        "slots",
        "track",
        "needs_tablet",
        "max_travel_min",
        "step_free",
        "party",
        "available_from",
        "priority",
        "note",
    ]);
    for resident in residents {
        table.push([
            Cell::from(&resident.id),
            Cell::from(&resident.commune),
            Cell::from(resident.slots.join(" ")),
            Cell::from(&resident.track),
            Cell::yes_no(resident.needs_tablet),
            Cell::known(resident.max_travel_min, |minutes| Cell::Number(minutes.to_string())),
            Cell::yes_no(resident.step_free),
            Cell::known(resident.party.as_ref(), Cell::from),
            Cell::known(resident.available_from, Cell::from),
            Cell::Number(resident.priority.to_string()),
            Cell::from(INVENTED),
        ]);
    }
    table
}
