//! `kits`: `id, tablets, depot`.

use crate::diagnostics::{Code, Faults};
use crate::input::column::{Column, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::names::Names;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::instance::entities::Kit;

const ID: Column = required("id", "Malle");
const TABLETS: Column = required("tablets", "Tablettes");
const DEPOT: Column = required("depot", "Dépôt");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[ID, TABLETS, DEPOT];

/// Reads the cases of tablets.
pub(crate) fn kits(parts: &Parts, communes: &Communes, faults: &mut Faults) -> Vec<Kit> {
    let mut names = Names::new(Code::UnknownKit);
    let mut kits = Vec::new();
    parts.each_row(Layout::of(COLUMNS), faults, |row| kits.extend(kit(row, communes, &mut names)));
    kits
}

fn kit(row: &mut Row<'_>, communes: &Communes, names: &mut Names) -> Option<Kit> {
    let id = names.register(row, ID);
    let tablets = row.count(TABLETS, None);
    let depot = communes.referred(row, DEPOT);
    Some(Kit { id: id?, tablets: tablets?, depot: depot? })
}
