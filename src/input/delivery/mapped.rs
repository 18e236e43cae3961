//! Translates an export with a mapping: its questions become the names of columns, its answers become values. Every cell keeps
//! its place, so that faults point at it; an answer that the mapping does not know is kept, and validated like any value.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::mapping::Mapping;
use super::target::{NUMBER, target};
use crate::diagnostics::{Code, Diagnostic, Faults, nearest};
use crate::input::enrolments::SLOTS;
use crate::input::ground::Ground;
use crate::input::records::{Next, Records};
use crate::input::sheet::{Grid, GridRow, Sheet};
use crate::input::words::folded;

/// The last row that may be the header.
const DEEPEST: u64 = 30;

/// The rows of a sheet, or of a text at this delimiter.
pub(super) fn rows(sheet: &Sheet, delimiter: u8) -> Vec<GridRow> {
    let mut records = Records::of(sheet, delimiter);
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    loop {
        match records.next(&mut record) {
            Next::Record(line) | Next::Unclosed(line) => rows.push(GridRow { line, cells: record.clone() }),
            Next::End => return rows,
        }
    }
}

/// The rows, read with the delimiter under which one of the first rows scores best; and that row's position. `None` if none
/// scores.
pub(in crate::input) fn split(
    sheet: &Sheet,
    score: impl Fn(&StringRecord) -> usize,
) -> Option<(Vec<GridRow>, usize)> {
    let delimiters: &[u8] = if matches!(sheet, Sheet::Text(_)) { b",;\t" } else { b"," };
    let under = |&delimiter: &u8| {
        let rows = rows(sheet, delimiter);
        let first = rows.iter().enumerate().filter(|(_, row)| row.line <= DEEPEST);
        let (header, best) = first.map(|(at, row)| (at, score(&row.cells))).rev().max_by_key(|it| it.1)?;
        (best > 0).then_some((best, rows, header))
    };
    let best = delimiters.iter().filter_map(under).max_by_key(|found| found.0)?;
    Some((best.1, best.2))
}

/// A sheet of the same kind with these rows.
pub(super) fn with_rows(sheet: &Sheet, rows: Vec<GridRow>) -> Sheet {
    match sheet {
        Sheet::Cells(grid) => Sheet::Cells(Grid { rows, ..grid.clone() }),
        Sheet::Text(_) | Sheet::Records(_) => {
            Sheet::Records(Grid { file: sheet.file().to_owned(), name: String::new(), rows })
        }
    }
}

/// The translated sheet; `None` if it has none of the mapping's questions. A question that it lacks is reported.
pub(super) fn mapped(
    sheet: &Sheet,
    mapping: &Mapping,
    ground: &Ground,
    faults: &mut Faults,
) -> Option<Sheet> {
    let asked: Vec<String> = mapping.columns.values().flatten().map(|question| folded(question)).collect();
    let score = |cells: &StringRecord| {
        let keys: Vec<String> = cells.iter().map(folded).collect();
        asked.iter().filter(|question| keys.contains(question)).count()
    };
    let (mut rows, header) = split(sheet, score)?;
    let names: Vec<String> = rows[header].cells.iter().map(|name| name.trim().to_owned()).collect();
    let keys: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (column, questions) in &mapping.columns {
        for question in questions {
            if let Some(position) = keys.iter().position(|key| *key == folded(question)) {
                places.entry(column).or_default().push(position);
                continue;
            }
            let at = sheet.line(rows[header].line);
            let fault = Diagnostic::new(Code::UnknownQuestion, at).with("value", question.as_str());
            let near = nearest(question, names.iter().map(String::as_str));
            faults.add(fault.with("column", column.as_str()).suggesting("hint-nearest", near));
        }
    }
    let titles = titles(&names, &places, ground);
    for row in rows.iter_mut().skip(header + 1) {
        row.cells = reworded(&row.cells, &titles, &places, mapping);
    }
    rows[header].cells = titles.iter().map(String::as_str).collect();
    Some(with_rows(sheet, rows.split_off(header)))
}

/// The header: the name of each mapped column at its first question; other titles are kept, unless they name a mapped column.
fn titles(names: &[String], places: &BTreeMap<&str, Vec<usize>>, ground: &Ground) -> Vec<String> {
    let title = |(position, name): (usize, &String)| {
        let leads_to = places.iter().find(|(_, at)| at.contains(&position));
        match (leads_to, target(name, ground)) {
            (Some((column, at)), _) if at.first() == Some(&position) => (*column).to_owned(),
            (Some(_), _) => String::new(),
            // A number of the other system is an identifier only if the mapping says so.
            (None, Some(other)) if places.contains_key(other.as_str()) || other == NUMBER => String::new(),
            (None, _) => name.clone(),
        }
    };
    names.iter().enumerate().map(title).collect()
}

fn reworded(
    cells: &StringRecord,
    titles: &[String],
    places: &BTreeMap<&str, Vec<usize>>,
    mapping: &Mapping,
) -> StringRecord {
    let field = |position: usize| cells.get(position).unwrap_or_default().trim();
    let cell = |position: usize| {
        let Some(title) = titles.get(position) else { return field(position).to_owned() };
        // Cells under an empty title are ignored.
        if title.is_empty() {
            return String::new();
        }
        let mark = if title == SLOTS.name { ", " } else { " " };
        let joined = match places.get(title.as_str()) {
            Some(at) => {
                at.iter().map(|&at| field(at)).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(mark)
            }
            None => field(position).to_owned(),
        };
        match mapping.values.get(title) {
            Some(meanings) if title == SLOTS.name => list(&joined, meanings),
            Some(meanings) => meanings.get(&folded(&joined)).cloned().unwrap_or(joined),
            None => joined,
        }
    };
    (0..cells.len().max(titles.len())).map(cell).collect()
}

/// A list of answers translated to values; an answer may contain the separators of the list.
fn list(text: &str, meanings: &BTreeMap<String, String>) -> String {
    let parts: Vec<&str> =
        text.split([',', ';', '\n', '|']).map(str::trim).filter(|it| !it.is_empty()).collect();
    let mut meant: Vec<&str> = Vec::new();
    let mut from = 0;
    while from < parts.len() {
        let longest = (from + 1..=parts.len()).rev().find_map(|to| {
            let meaning = meanings.get(&folded(&parts[from..to].join(" ")))?;
            Some((to, meaning))
        });
        let (to, meaning) = longest.map_or((from + 1, parts[from]), |(to, meaning)| (to, meaning.as_str()));
        meant.extend(Some(meaning).filter(|meaning| !meaning.is_empty()));
        from = to;
    }
    meant.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_with_commas_in_them_are_found_before_shorter_ones() {
        let meanings = [
            ("Mardi matin (9h30, 11h30)", "tue-0930 tue-1130"),
            ("Jeudi", "thu-1400"),
            ("Je ne sais pas", ""),
        ];
        let meanings = meanings.map(|(answer, meaning)| (folded(answer), meaning.to_owned())).into();
        assert_eq!(list("Jeudi, Mardi matin (9h30, 11h30)", &meanings), "thu-1400, tue-0930 tue-1130");
        assert_eq!(list("jeudi;Le soir", &meanings), "thu-1400, Le soir");
        assert_eq!(list("Je ne sais pas", &meanings), "");
    }
}
