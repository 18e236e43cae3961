//! The sheet of beneficiaries of La Coop de la médiation numérique: two header rows, an example row, then people.
//!
//! Its columns are identified by position, as La Coop itself reads them: surname, first name, year of birth, commune,
//! INSEE code, postal code, telephone, e-mail, gender, notes. The codes are formulas over the commune's name: if one has
//! no result, or an error, the commune is found by name.

use csv::StringRecord;

use super::mapped::{split, with_rows};
use crate::input::codes;
use crate::input::sheet::{GridRow, Sheet};
use crate::input::words::folded;

/// Name of the origin.
pub(super) const NAME: &str = "coop";

/// Our names of its columns; columns that are not used have no title.
const TITLES: [&str; 10] = ["name", "first_name", "", "", "commune", "", "phone", "email", "", ""];
const COMMUNE: usize = 3;
const INSEE: usize = 4;

/// The people on the sheet, with our column names; `None` if it is another sheet.
pub(super) fn reworded(sheet: &Sheet) -> Option<Sheet> {
    let (rows, header) = split(sheet, |cells| usize::from(is_header(cells)))?;
    let mut people: Vec<GridRow> = rows.into_iter().skip(header).collect();
    let title = people.first_mut()?;
    title.cells = TITLES.iter().copied().collect();
    let mut kept = vec![title.clone()];
    kept.extend(people.iter().skip(1).filter(|row| !is_example(&row.cells)).map(person));
    Some(with_rows(sheet, kept))
}

fn starts(cells: &StringRecord, position: usize, word: &str) -> bool {
    cells.get(position).is_some_and(|cell| folded(cell).starts_with(word))
}

fn is_header(cells: &StringRecord) -> bool {
    starts(cells, 0, "nom")
        && starts(cells, 1, "prenom")
        && starts(cells, 2, "annee")
        && starts(cells, COMMUNE, "commune")
}

fn is_example(cells: &StringRecord) -> bool {
    starts(cells, 0, "exemple") || starts(cells, 1, "exemple")
}

fn person(row: &GridRow) -> GridRow {
    let field = |position: usize| row.cells.get(position).unwrap_or_default();
    let code = Some(field(INSEE)).filter(|text| codes::insee(text).is_some());
    let cell = |position: usize| match TITLES[position] {
        "" => "",
        "commune" => code.unwrap_or(field(COMMUNE)),
        _ => field(position),
    };
    let cells = (0..TITLES.len()).map(cell).collect();
    GridRow { line: row.line, cells }
}
