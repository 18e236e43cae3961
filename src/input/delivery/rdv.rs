//! The participations of RDV Service Public: a row for each appointment of each person. A person with several is one
//! resident, described by the last of them; a cancelled appointment is a withdrawal.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::mapped::{mapped, with_rows};
use super::mapping::Mapping;
use crate::diagnostics::Faults;
use crate::input::ground::Ground;
use crate::input::sheet::{GridRow, Sheet};
use crate::input::words::folded;

/// Name of the origin.
pub(super) const NAME: &str = "rdv";

/// Our columns, and their names there.
const COLUMNS: [(&str, &str); 3] =
    [("name", "usager"), ("commune", "commune du responsable"), ("withdrawn", "statut")];

/// The people of an export, with our column names; `None` if it is another table.
pub(super) fn reworded(sheet: &Sheet, ground: &Ground, faults: &mut Faults) -> Option<Sheet> {
    let is_header = |cells: &StringRecord| {
        let has = |name: &str| cells.iter().any(|cell| folded(cell) == name);
        usize::from(has("usager") && has("rdv id"))
    };
    super::mapped::split(sheet, is_header)?;
    let columns = COLUMNS.map(|(column, name)| (column.to_owned(), vec![name.to_owned()])).into();
    let mapping = Mapping { name: NAME.to_owned(), columns, ..Mapping::default() };
    let sheet = mapped(sheet, &mapping, ground, faults)?;
    let (Sheet::Cells(grid) | Sheet::Records(grid)) = &sheet else { return None };
    let (header, rows) = grid.rows.split_first()?;
    let at = |name: &str| header.cells.iter().position(|title| title == name);
    let (name, commune, status) = (at("name")?, at("commune"), at("withdrawn"));
    let mut last: BTreeMap<String, GridRow> = BTreeMap::new();
    for row in rows {
        let field = |position: Option<usize>| position.and_then(|at| row.cells.get(at)).unwrap_or_default();
        let who = format!("{}\n{}", folded(field(Some(name))), folded(field(commune)));
        let is_cancelled = ["annul", "excus"].iter().any(|word| folded(field(status)).starts_with(word));
        let cell = |(position, text): (usize, &str)| match Some(position) {
            it if it == status => if is_cancelled { "1" } else { "" }.to_owned(),
            _ => text.to_owned(),
        };
        let cells: StringRecord = row.cells.iter().enumerate().map(cell).collect();
        last.insert(who, GridRow { line: row.line, cells });
    }
    let mut people: Vec<GridRow> = last.into_values().collect();
    people.sort_by_key(|row| row.line);
    people.insert(0, header.clone());
    Some(with_rows(&sheet, people))
}
