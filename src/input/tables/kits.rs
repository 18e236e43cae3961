//! `kits`: `id, tablets, depot`.

use super::Communes;
use crate::diagnostics::{Code, Faults};
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, required};
use crate::instance::entities::Kit;

pub(super) const COLUMNS: &[Column] = &[required("id"), required("tablets"), required("depot")];

/// Reads the cases of tablets.
pub(crate) fn kits(source: Option<&Source>, communes: &Communes, faults: &mut Faults) -> Vec<Kit> {
    let mut names = Names::new(Code::UnknownKit);
    let mut kits = Vec::new();
    if let Some(source) = source {
        each_row(source, COLUMNS, faults, |row| kits.extend(kit(row, communes, &mut names)));
    }
    kits
}

fn kit(row: &mut Row<'_>, communes: &Communes, names: &mut Names) -> Option<Kit> {
    let id = names.register(row, "id");
    let tablets = row.count("tablets", None);
    let depot = communes.referred(row, "depot");
    Some(Kit { id: id?, tablets: tablets?, depot: depot? })
}
