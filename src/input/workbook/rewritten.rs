//! Writes values into cells of a sheet of an Excel workbook. Formats, formulas, other sheets and everything else are
//! kept: only the sheet's XML changes, at these cells.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write as _};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::package::{Package, Refusal, damaged};
use super::xlsx::{attribute, column_of, files};
use crate::diagnostics::letters;
use crate::input::splice::spliced;
use crate::input::when;

/// Why a workbook cannot be changed.
#[derive(Debug)]
pub(crate) enum Unwritten {
    /// It is damaged.
    Damaged(Refusal),
    /// The cell to write holds a formula: its line, from 1, and position, from 0.
    Formula(u64, usize),
}

impl From<Refusal> for Unwritten {
    fn from(refusal: Refusal) -> Self {
        Self::Damaged(refusal)
    }
}

/// The values to write, and the line after which new cells are modelled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    /// Values by line, from 1, and position, from 0.
    pub(crate) by_line: BTreeMap<u64, BTreeMap<usize, String>>,
    /// The line whose cells new ones look like.
    pub(crate) model: Option<u64>,
}

/// The bytes of a workbook with these values in a sheet.
///
/// # Errors
/// If it cannot be read, or a cell holds a formula.
pub(crate) fn rewritten(bytes: &Arc<[u8]>, sheet: &str, cells: &Cells) -> Result<Vec<u8>, Unwritten> {
    let mut package = Package::open(Arc::clone(bytes))?;
    let file = files(&mut package)?.remove(sheet).ok_or_else(|| damaged(sheet))?;
    let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).map_err(damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for position in 0..archive.len() {
        let entry = archive.by_index_raw(position).map_err(damaged)?;
        if entry.name() != file {
            writer.raw_copy_file(entry).map_err(damaged)?;
            continue;
        }
        let moment = entry.last_modified().unwrap_or_default();
        drop(entry);
        let mut xml = Vec::new();
        let mut entry = archive.by_index(position).map_err(damaged)?;
        io::copy(&mut entry, &mut xml).map_err(damaged)?;
        let xml = String::from_utf8(xml).map_err(damaged)?;
        let options = SimpleFileOptions::default().last_modified_time(moment);
        writer.start_file(&file, options).map_err(damaged)?;
        writer.write_all(Page::of(&xml)?.with(cells)?.as_bytes()).map_err(damaged)?;
    }
    Ok(writer.finish().map_err(damaged)?.into_inner())
}

/// The positions of a sheet's rows in its XML.
struct Page<'a> {
    xml: &'a str,
    rows: BTreeMap<u64, RowSpan>,
    /// All of `sheetData`, and the range between its tags; the latter is `None` if it is a single tag.
    data: Range<usize>,
    inner: Option<Range<usize>>,
    /// The prefix of its elements' names, with its colon.
    prefix: String,
    /// The text that states the extent of the sheet.
    dimension: Option<(Range<usize>, String)>,
}

#[derive(Default)]
struct RowSpan {
    whole: Range<usize>,
    /// The end of its first tag, and whether that is its only one.
    opened: usize,
    is_alone: bool,
    /// The start of its last tag.
    closing: usize,
    cells: BTreeMap<usize, CellSpan>,
}

#[derive(Default)]
struct CellSpan {
    whole: Range<usize>,
    style: Option<String>,
    kind: Option<String>,
    has_formula: bool,
    has_value: bool,
}

impl CellSpan {
    fn is_text(&self) -> bool {
        self.kind.as_deref().is_some_and(|kind| kind != "n")
    }
}

impl<'a> Page<'a> {
    fn of(xml: &'a str) -> Result<Self, Refusal> {
        let (rows, data, prefix) = (BTreeMap::new(), 0..0, String::new());
        let mut page = Self { xml, rows, data, inner: None, prefix, dimension: None };
        let mut reader = Reader::from_str(xml);
        let (mut row, mut column) = (0_u64, None);
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(damaged)?;
            let end = reader.buffer_position() as usize;
            match event {
                Event::Start(tag) => page.enter(&tag, (start..end, false), (&mut row, &mut column))?,
                Event::Empty(tag) => page.enter(&tag, (start..end, true), (&mut row, &mut column))?,
                Event::End(tag) => page.leave(tag.local_name().as_ref(), start..end, (row, column)),
                Event::Eof => return Ok(page),
                _ => {}
            }
        }
    }

    fn enter(
        &mut self,
        tag: &BytesStart<'_>,
        (span, is_alone): (Range<usize>, bool),
        (row, column): (&mut u64, &mut Option<usize>),
    ) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            b"dimension" => {
                let reach = attribute(tag, "ref")?;
                self.dimension = reach.map(|reach| (span, reach));
            }
            b"sheetData" => {
                let name = tag.name();
                let prefix =
                    name.prefix().map(|prefix| String::from_utf8_lossy(prefix.as_ref()).into_owned());
                self.prefix = prefix.map(|prefix| prefix + ":").unwrap_or_default();
                self.inner = (!is_alone).then_some(span.end..span.end);
                self.data = span;
            }
            b"row" => {
                let number = attribute(tag, "r")?.map(|text| text.parse().map_err(damaged)).transpose()?;
                *row = number.unwrap_or(*row + 1);
                *column = None;
                let (opened, closing) = (span.end, span.end);
                let found = RowSpan { whole: span, opened, is_alone, closing, cells: BTreeMap::new() };
                self.rows.insert(*row, found);
            }
            b"c" => {
                let own = attribute(tag, "r")?.and_then(|cell| column_of(&cell));
                let at = own.unwrap_or(column.map_or(0, |column| column + 1));
                *column = Some(at);
                let (style, kind) = (attribute(tag, "s")?, attribute(tag, "t")?);
                let cell = CellSpan { whole: span, style, kind, ..CellSpan::default() };
                self.rows.entry(*row).or_default().cells.insert(at, cell);
            }
            name @ (b"f" | b"v" | b"is") => {
                if let Some(cell) = column.and_then(|at| self.rows.get_mut(row)?.cells.get_mut(&at)) {
                    let found = if name == b"f" { &mut cell.has_formula } else { &mut cell.has_value };
                    *found = true;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn leave(&mut self, name: &[u8], span: Range<usize>, (row, column): (u64, Option<usize>)) {
        match name {
            b"sheetData" => {
                self.data.end = span.end;
                if let Some(inner) = &mut self.inner {
                    inner.end = span.start;
                }
            }
            b"row" => {
                if let Some(row) = self.rows.get_mut(&row) {
                    (row.whole.end, row.closing) = (span.end, span.start);
                }
            }
            b"c" => {
                if let Some(cell) = column.and_then(|at| self.rows.get_mut(&row)?.cells.get_mut(&at)) {
                    cell.whole.end = span.end;
                }
            }
            _ => {}
        }
    }

    fn with(&self, cells: &Cells) -> Result<String, Unwritten> {
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        let model = cells.model.and_then(|line| self.rows.get(&line));
        for (&line, values) in &cells.by_line {
            match self.rows.get(&line) {
                Some(row) => changes.extend(self.changed(line, row, values, model)?),
                None => changes.push(self.added(line, values, model)),
            }
        }
        if self.inner.is_none() {
            let rows: Vec<String> = changes.drain(..).map(|(_, row)| row).collect();
            let name = format!("{}sheetData", self.prefix);
            changes.push((self.data.clone(), format!("<{name}>{}</{name}>", rows.concat())));
        }
        changes.extend(self.reach(cells));
        Ok(spliced(self.xml, changes))
    }

    /// The changes within an existing row.
    fn changed(
        &self,
        line: u64,
        row: &RowSpan,
        values: &BTreeMap<usize, String>,
        model: Option<&RowSpan>,
    ) -> Result<Vec<(Range<usize>, String)>, Unwritten> {
        let mut spliced = Vec::new();
        for (&column, value) in values {
            let own = row.cells.get(&column);
            if own.is_some_and(|cell| cell.has_formula) {
                return Err(Unwritten::Formula(line, column));
            }
            let text = self.cell((line, column), value, own, model);
            let next = row.cells.range(column..).next().map_or(row.closing, |(_, next)| next.whole.start);
            spliced.push((own.map_or(next..next, |cell| cell.whole.clone()), text));
        }
        if row.is_alone {
            let tag = self.xml[row.whole.start..row.opened].trim_end_matches("/>").trim_end();
            let cells: String = spliced.into_iter().map(|(_, text)| text).collect();
            return Ok(vec![(row.whole.clone(), format!("{tag}>{cells}</{}row>", self.prefix))]);
        }
        Ok(spliced)
    }

    /// A new row, and its position.
    fn added(
        &self,
        line: u64,
        values: &BTreeMap<usize, String>,
        model: Option<&RowSpan>,
    ) -> (Range<usize>, String) {
        let end = self.inner.as_ref().map_or(self.data.end, |inner| inner.end);
        let place = self.rows.range(line..).next().map_or(end, |(_, next)| next.whole.start);
        let cell = |(&column, value): (&usize, &String)| self.cell((line, column), value, None, model);
        let cells: String = values.iter().map(cell).collect();
        let name = format!("{}row", self.prefix);
        (place..place, format!("<{name} r=\"{line}\">{cells}</{name}>"))
    }

    /// A cell with a value: of its previous kind, or else of the kind in the same column of the model row. Its style is
    /// chosen likewise.
    fn cell(
        &self,
        (line, column): (u64, usize),
        value: &str,
        own: Option<&CellSpan>,
        model: Option<&RowSpan>,
    ) -> String {
        let alike = model.and_then(|row| row.cells.get(&column));
        let style = own.and_then(|cell| cell.style.as_ref()).or(alike.and_then(|cell| cell.style.as_ref()));
        let style = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
        let (name, prefix) = (reference(line, column), &self.prefix);
        let number = match own.filter(|own| own.has_value).or(alike) {
            Some(alike) if alike.is_text() => None,
            Some(_) => number(value).or_else(|| decimal(value)).or_else(|| serial(value)),
            None => number(value),
        };
        match number {
            _ if value.is_empty() => format!("<{prefix}c r=\"{name}\"{style}/>"),
            Some(number) => {
                format!("<{prefix}c r=\"{name}\"{style}><{prefix}v>{number}</{prefix}v></{prefix}c>")
            }
            None => format!(
                "<{prefix}c r=\"{name}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}\
                 </{prefix}t></{prefix}is></{prefix}c>",
                escape(value)
            ),
        }
    }

    /// The new extent of the sheet, if it states one.
    fn reach(&self, cells: &Cells) -> Option<(Range<usize>, String)> {
        let (tag, reach) = self.dimension.as_ref()?;
        let (first, last) = reach.split_once(':').unwrap_or((reach, reach));
        let row: u64 = last.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?;
        let lines = cells.by_line.keys().copied().max()?;
        let columns = cells.by_line.values().filter_map(|values| values.keys().max()).max()?;
        let last = reference(row.max(lines), column_of(last)?.max(*columns));
        Some((tag.clone(), self.xml[tag.clone()].replace(reach.as_str(), &format!("{first}:{last}"))))
    }
}

fn reference(line: u64, column: usize) -> String {
    format!("{}{line}", letters(column))
}

/// The text of a whole number that loses nothing by being stored as a number.
fn number(text: &str) -> Option<String> {
    let keeps_zero = !text.starts_with('0') || text == "0";
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits && keeps_zero && text.len() < 16).then(|| text.to_owned())
}

/// A number with decimals, after a point or a comma.
fn decimal(text: &str) -> Option<String> {
    let point = text.replace(',', ".");
    let (whole, decimals) = point.strip_prefix('-').unwrap_or(&point).split_once('.')?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_exact = point.len() < 16 && (whole == "0" || !whole.starts_with('0'));
    (are_digits(whole) && are_digits(decimals) && is_exact).then_some(point)
}

/// The day number of a date.
fn serial(text: &str) -> Option<String> {
    let date = when::date(text).ok()?;
    let first = Date::new(1899, 12, 30).ok()?;
    Some(first.until(date).ok()?.get_days().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(xml: &str, cells: &[(u64, usize, &str)], model: Option<u64>) -> String {
        let mut given = Cells { model, ..Cells::default() };
        for &(line, column, value) in cells {
            given.by_line.entry(line).or_default().insert(column, value.to_owned());
        }
        Page::of(xml).expect("XML").with(&given).expect("no formula")
    }

    const SHEET: &str = "<worksheet><dimension ref=\"A1:C2\"/><sheetData><row r=\"1\" spans=\"1:3\"><c r=\"A1\" \
                         t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"4\"><v>46054</v></c><c r=\"C2\" \
                         t=\"s\"><v>1</v></c></row></sheetData><pageMargins left=\"1\"/></worksheet>";

    #[test]
    fn cells_are_replaced_or_inserted_in_their_order_and_keep_their_style() {
        let text = |name: &str, value: &str| {
            format!("<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{value}</t></is></c>")
        };
        let now = written(SHEET, &[(1, 1, "a<b"), (2, 0, "x"), (2, 1, "7"), (2, 3, "07")], None);
        assert!(now.contains(&format!("<v>0</v></c>{}</row>", text("B1", "a&lt;b"))), "{now}");
        let second = "<row r=\"2\"><c r=\"A2\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c>\
                      <c r=\"B2\"><v>7</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>";
        assert!(now.contains(&format!("{second}{}</row>", text("D2", "07"))), "{now}");
        assert!(
            now.contains("ref=\"A1:D2\"") && now.ends_with("<pageMargins left=\"1\"/></worksheet>"),
            "{now}"
        );
    }

    #[test]
    fn rows_are_added_like_the_one_above() {
        let now = written(SHEET, &[(3, 0, "2026-02-03"), (3, 2, "25388"), (4, 0, "1")], Some(2));
        let third = "<row r=\"3\"><c r=\"A3\" s=\"4\"><v>46056</v></c><c r=\"C3\" t=\"inlineStr\">";
        assert!(now.contains(third), "a code beside texts stays one: {now}");
        assert!(now.contains("<row r=\"4\"><c r=\"A4\" s=\"4\"><v>1</v></c></row></sheetData>"), "{now}");
        let between = written(&now.replace("r=\"4\"", "r=\"9\""), &[(5, 0, "1"), (12, 0, "2")], None);
        let (five, nine, twelve) =
            (between.find("r=\"5\""), between.find("r=\"9\""), between.find("r=\"12\""));
        assert!(five < nine && nine < twelve && five.is_some(), "{between}");
    }

    #[test]
    fn a_value_is_of_the_kind_of_the_one_before_it() {
        let cell = |value: &str| written(SHEET, &[(2, 0, value)], None);
        assert!(cell("5,50").contains("<c r=\"A2\" s=\"4\"><v>5.50</v></c>"), "{}", cell("5,50"));
        assert!(
            cell("03/02/2026").contains("<c r=\"A2\" s=\"4\"><v>46056</v></c>"),
            "{}",
            cell("03/02/2026")
        );
        assert!(cell("01,5").contains("01,5</t>"), "{}", cell("01,5"));
        let text = written(SHEET, &[(2, 2, "7")], None);
        assert!(text.contains("<c r=\"C2\" t=\"inlineStr\">"), "a code that was a text stays one: {text}");
    }

    #[test]
    fn a_sheet_or_row_of_one_tag_is_opened_and_prefixes_are_kept() {
        let now = written("<x:w><x:sheetData /></x:w>", &[(1, 0, "1"), (2, 0, "2")], None);
        let row =
            |line: u8| format!("<x:row r=\"{line}\"><x:c r=\"A{line}\"><x:v>{line}</x:v></x:c></x:row>");
        assert_eq!(now, format!("<x:w><x:sheetData>{}{}</x:sheetData></x:w>", row(1), row(2)));
        let now = written("<w><sheetData><row r=\"2\" ht=\"3\"/></sheetData></w>", &[(2, 1, "")], None);
        assert_eq!(now, "<w><sheetData><row r=\"2\" ht=\"3\"><c r=\"B2\"/></row></sheetData></w>");
    }

    #[test]
    fn a_formula_is_not_overwritten() {
        let xml = "<w><sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row></sheetData></w>";
        let mut cells = Cells::default();
        cells.by_line.entry(1).or_default().insert(0, "3".to_owned());
        let refused = Page::of(xml).expect("XML").with(&cells);
        assert!(matches!(refused, Err(Unwritten::Formula(1, 0))));
    }
}
