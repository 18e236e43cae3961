//! The sheet of beneficiaries of La Coop de la médiation numérique: two header rows, an example row, then people.
//!
//! Its columns are told by their position, as La Coop itself reads them: surname, first name, year of birth, commune, INSEE
//! code, postal code, telephone, e-mail, gender, notes. The codes are formulas over the commune's name: one without a
//! result, or with an error, leaves the name to tell the commune.

use csv::StringRecord;

use super::mapped::{split, with_rows};
use crate::input::codes;
use crate::input::sheet::{GridRow, Sheet};
use crate::input::words::folded;

/// What the origin is called.
pub(super) const NAME: &str = "coop";

/// What its columns are here; what nothing here asks for has no title.
const TITLES: [&str; 10] = ["name", "first_name", "", "", "commune", "", "phone", "email", "", ""];
const COMMUNE: usize = 3;
const INSEE: usize = 4;

/// The people of the sheet, under our columns; `None` where it is another sheet.
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
