//! Excel's workbooks.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Cursor};
use std::sync::Arc;

use calamine::{Data, Reader as _, SheetType, SheetVisible};
use csv::StringRecord;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{CELLS, COLUMNS, Package, ROWS, Refusal, SHEETS, TEXT_BYTES, damaged};
use super::text::{of_cell, without_result};
use super::{Content, SheetName, legible};
use crate::input::sheet::GridRow;

/// An open workbook.
pub(super) struct Xlsx {
    package: Package,
    reader: calamine::Xlsx<Cursor<Arc<[u8]>>>,
    // Names of sheets in the workbook, and their files in the archive, by displayed name.
    sheets: BTreeMap<String, (String, Option<String>)>,
}

/// Opens a workbook; also returns its sheets in order.
pub(super) fn open(mut package: Package, bytes: Arc<[u8]>) -> Result<(Vec<SheetName>, Xlsx), Refusal> {
    let files = files(&mut package)?;
    for texts in package.ending("sharedstrings.xml") {
        sound_count(&mut package, &texts)?;
    }
    let reader = calamine::Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let of_cells = reader.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<SheetName> = of_cells
        .map(|sheet| SheetName {
            name: legible(&sheet.name),
            is_hidden: sheet.visible != SheetVisible::Visible,
        })
        .collect();
    if names.len() > SHEETS {
        return Err(Refusal::TooLarge("workbook-sheets", SHEETS as u64));
    }
    let all = reader.sheets_metadata().iter();
    let sheets = all.map(|it| (legible(&it.name), (it.name.clone(), files.get(&it.name).cloned()))).collect();
    Ok((names, Xlsx { package, reader, sheets }))
}

impl Xlsx {
    /// The content of a sheet.
    pub(super) fn content(&mut self, sheet: &str) -> Result<Content, Refusal> {
        let Some((name, file)) = self.sheets.get(sheet) else { return Ok(Content::default()) };
        let file = file.as_deref().ok_or_else(|| Refusal::Damaged(sheet.to_owned()))?;
        let xml = self.package.xml(file)?.ok_or_else(|| Refusal::Damaged(file.to_owned()))?;
        let scan = Scan::of(xml)?;
        let mut cells = self.reader.worksheet_cells_reader(name).map_err(damaged)?;
        let mut rows = Rows { without_result: &scan.without_result, ..Rows::default() };
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            rows.take(u64::from(row) + 1, column as usize, &cell.get_value().clone().into())?;
        }
        Ok(Content { rows: rows.all(), hidden_rows: scan.hidden_rows, hidden_columns: scan.hidden_columns })
    }
}

/// Rows that are filled cell by cell.
#[derive(Default)]
struct Rows<'a> {
    by_line: BTreeMap<u64, Vec<String>>,
    without_result: &'a [(u64, usize)],
    n_bytes: usize,
    n_cells: u64,
}

impl Rows<'_> {
    fn take(&mut self, line: u64, column: usize, value: &Data) -> Result<(), Refusal> {
        let text = match of_cell(value) {
            empty if empty.is_empty() && self.without_result.binary_search(&(line, column)).is_ok() => {
                without_result()
            }
            text => text,
        };
        self.n_bytes += text.len();
        if self.n_bytes > TEXT_BYTES {
            return Err(Refusal::TooLarge("workbook-text", TEXT_BYTES as u64 >> 20));
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        let cells = self.by_line.entry(line).or_default();
        if cells.len() <= column {
            self.n_cells += (column + 1 - cells.len()) as u64;
            if self.n_cells > CELLS {
                return Err(Refusal::TooLarge("workbook-cells", CELLS));
            }
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    fn all(self) -> Vec<GridRow> {
        let row = |(line, cells): (u64, Vec<String>)| GridRow { line, cells: StringRecord::from(cells) };
        self.by_line.into_iter().map(row).collect()
    }
}

/// What a pass over a sheet finds in addition to its values.
#[derive(Default)]
struct Scan {
    hidden_rows: Vec<u64>,
    hidden_columns: Vec<usize>,
    /// Row, from 1, and column, from 0, of formulas without a result; sorted.
    without_result: Vec<(u64, usize)>,
}

/// The position of a pass.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what was met in a cell, one by one")]
struct At {
    row: u64,
    column: usize,
    // Number of cells of the row up to the last with a value.
    width: u64,
    is_hidden: bool,
    is_text_formula: bool,
    has_formula: bool,
    has_value: bool,
    is_in_value: bool,
}

impl Scan {
    fn of(mut xml: Reader<Box<dyn BufRead + '_>>) -> Result<Self, Refusal> {
        let (mut scan, mut at, mut buffer) = (Self::default(), At::default(), Vec::new());
        let (mut n_cells, mut depth) = (0_u64, 0_usize);
        let mut without_result = BTreeSet::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(start) => {
                    depth += 1;
                    scan.enter(&start, &mut at)?;
                }
                Event::Text(text) => at.has_value |= at.is_in_value && !text.is_empty(),
                Event::GeneralRef(_) | Event::CData(_) => at.has_value |= at.is_in_value,
                Event::End(end) => {
                    depth -= 1;
                    match end.local_name().as_ref() {
                        b"v" | b"is" => at.is_in_value = false,
                        b"c" => {
                            if at.has_formula && !at.has_value && !at.is_text_formula {
                                without_result.insert((at.row, at.column));
                                at.has_value = true;
                            }
                            if at.has_value {
                                at.width = at.width.max(at.column as u64 + 1);
                            }
                        }
                        b"row" => {
                            n_cells += at.width;
                            if at.is_hidden && at.width > 0 {
                                scan.hidden_rows.push(at.row);
                            }
                        }
                        _ => {}
                    }
                }
                Event::Eof if depth > 0 => return Err(Refusal::Damaged("EOF".to_owned())),
                Event::Eof => break,
                _ => {}
            }
            if n_cells > CELLS {
                return Err(Refusal::TooLarge("workbook-cells", CELLS));
            }
        }
        scan.without_result = without_result.into_iter().collect();
        Ok(scan)
    }

    fn enter(&mut self, start: &BytesStart<'_>, at: &mut At) -> Result<(), Refusal> {
        let number = |name: &str| -> Result<Option<u64>, Refusal> {
            attribute(start, name)?.map(|text| text.parse().map_err(damaged)).transpose()
        };
        let is_hidden = || -> Result<bool, Refusal> {
            Ok(attribute(start, "hidden")?.is_some_and(|text| text == "1" || text == "true"))
        };
        match start.local_name().as_ref() {
            b"col" if is_hidden()? => {
                let (first, last) = (number("min")?.unwrap_or(1), number("max")?.unwrap_or(1));
                // All columns to the right of a table are often hidden at once.
                let last = last.min(first.saturating_add(SHOWN_COLUMNS));
                self.hidden_columns.extend((first..=last).map(|column| column.saturating_sub(1) as usize));
            }
            b"row" => {
                let row = number("r")?.unwrap_or(at.row + 1);
                if !(1..=ROWS).contains(&row) {
                    return Err(Refusal::Damaged("row".to_owned()));
                }
                *at = At { row, is_hidden: is_hidden()?, column: usize::MAX, ..At::default() };
            }
            b"dimension" => sound_corners(start, "ref")?,
            b"c" => {
                sound_corners(start, "r")?;
                let column = attribute(start, "r")?.and_then(|cell| column_of(&cell));
                at.column = column.unwrap_or(at.column.wrapping_add(1));
                at.is_text_formula = attribute(start, "t")?.is_some_and(|kind| kind == "str");
                (at.has_formula, at.has_value) = (false, false);
            }
            b"f" => at.has_formula = true,
            b"v" => at.is_in_value = true,
            b"is" => (at.is_in_value, at.has_value) = (true, true),
            _ => {}
        }
        Ok(())
    }
}

/// Number of hidden columns of one group that are reported.
const SHOWN_COLUMNS: u64 = 50;

/// Refuses a list of texts that states many more than it has: calamine allocates memory for the stated number.
fn sound_count(package: &mut Package, file: &str) -> Result<(), Refusal> {
    const MORE: usize = 1_000;
    let (mut stated, mut n_texts) = (0, 0);
    each_start(package, file, |start| {
        match start.local_name().as_ref() {
            b"sst" => {
                let counts = attributes(start, "uniqueCount")?;
                stated = counts.iter().map(|count| count.parse().unwrap_or(0)).max().unwrap_or(0).max(stated);
            }
            b"si" => n_texts += 1,
            _ => {}
        }
        Ok(())
    })?;
    if stated > 2 * n_texts + MORE { Err(damaged("uniqueCount")) } else { Ok(()) }
}

/// Refuses an attribute that does not name cells of a sheet, or names a reversed rectangle: calamine computes with them.
fn sound_corners(start: &BytesStart<'_>, name: &str) -> Result<(), Refusal> {
    for text in attributes(start, name)? {
        let mut last = (1, 0);
        for cell in text.split(':') {
            let next = corner(cell).filter(|next| last.0 <= next.0 && last.1 <= next.1);
            last = next.ok_or_else(|| damaged(&text))?;
        }
    }
    Ok(())
}

/// Row, from 1, and column, from 0, of a possible cell of a sheet: 14 and 2 for `C14`.
fn corner(cell: &str) -> Option<(u64, usize)> {
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = cell.split_at(digits);
    let is_plain = letters.bytes().all(|letter| letter.is_ascii_alphabetic()) && letters.len() <= 3;
    let column = column_of(letters).filter(|&column| is_plain && column < COLUMNS)?;
    let row = digits.parse().ok().filter(|row| (1..=ROWS).contains(row))?;
    Some((row, column))
}

/// The position of a cell's column, from 0: 2 for `C14`.
pub(super) fn column_of(cell: &str) -> Option<usize> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number =
        letters.fold(0, |number, letter| 26 * number + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    Ok(attributes(start, name)?.into_iter().next())
}

/// All attributes with a name, with any prefix.
fn attributes(start: &BytesStart<'_>, name: &str) -> Result<Vec<String>, Refusal> {
    let mut found = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(damaged)?;
        if attribute.key.local_name().as_ref() == name.as_bytes() {
            let value = String::from_utf8_lossy(&attribute.value);
            found.push(quick_xml::escape::unescape(&value).map_err(damaged)?.into_owned());
        }
    }
    Ok(found)
}

/// The file of each sheet in the archive, by the sheet's name.
pub(super) fn files(package: &mut Package) -> Result<BTreeMap<String, String>, Refusal> {
    let mut targets = BTreeMap::new();
    each_start(package, "xl/_rels/workbook.xml.rels", |start| {
        if let (Some(id), Some(target)) = (attribute(start, "Id")?, attribute(start, "Target")?) {
            let target = target.trim_start_matches('/').trim_start_matches("xl/").to_owned();
            targets.insert(id, format!("xl/{target}"));
        }
        Ok(())
    })?;
    let mut files = BTreeMap::new();
    each_start(package, "xl/workbook.xml", |start| {
        if start.local_name().as_ref() == b"sheet"
            && let (Some(name), Some(id)) = (attribute(start, "name")?, attribute(start, "id")?)
            && let Some(file) = targets.get(&id)
        {
            files.insert(name, file.clone());
        }
        Ok(())
    })?;
    Ok(files)
}

fn each_start(
    package: &mut Package,
    file: &str,
    mut take: impl FnMut(&BytesStart<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut xml = package.xml(file)?.ok_or_else(|| Refusal::Damaged(file.to_owned()))?;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(start) => take(&start)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
