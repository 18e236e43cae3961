//! `OpenDocument` workbooks.

use std::io::BufRead;

use csv::StringRecord;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{CELLS, COLUMNS, Package, ROWS, Refusal, SHEETS, TEXT_BYTES, damaged};
use super::text::{self, without_result};
use super::xlsx::attribute;
use super::{Content, SheetName, legible};
use crate::input::formula;
use crate::input::sheet::GridRow;

/// All sheets of a workbook and their content, in order.
pub(super) fn read(package: &mut Package) -> Result<(Vec<SheetName>, Vec<Content>), Refusal> {
    let xml = package.xml("content.xml")?.ok_or_else(|| Refusal::Damaged("content.xml".to_owned()))?;
    let mut walk = Walk { xml, buffer: Vec::new(), n_cells: 0, n_bytes: 0 };
    let (mut names, mut contents) = (Vec::new(), Vec::new());
    while let Some(start) = walk.next_start()? {
        if start.local_name().as_ref() != b"table" || start.name().as_ref() != b"table:table" {
            continue;
        }
        if names.len() == SHEETS {
            return Err(Refusal::TooLarge("workbook-sheets", SHEETS as u64));
        }
        let name = legible(&attribute(&start, "name")?.unwrap_or_default());
        names.push(SheetName { name, is_hidden: false });
        contents.push(walk.sheet()?);
    }
    Ok((names, contents))
}

/// A pass over the document.
struct Walk<'a> {
    xml: Reader<Box<dyn BufRead + 'a>>,
    buffer: Vec<u8>,
    n_cells: u64,
    n_bytes: usize,
}

/// A cell, and how often it is repeated.
struct Cell {
    text: String,
    repeats: usize,
}

impl Walk<'_> {
    fn next(&mut self) -> Result<Event<'static>, Refusal> {
        self.buffer.clear();
        Ok(self.xml.read_event_into(&mut self.buffer).map_err(damaged)?.into_owned())
    }

    /// The next opening tag; `None` at the end.
    fn next_start(&mut self) -> Result<Option<BytesStart<'static>>, Refusal> {
        loop {
            match self.next()? {
                Event::Start(start) => return Ok(Some(start)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Reads a sheet, after its opening tag.
    fn sheet(&mut self) -> Result<Content, Refusal> {
        let mut content = Content::default();
        let (mut line, mut column) = (1_u64, 0_usize);
        loop {
            match self.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    b"table-column" => {
                        let repeats = repeats(&start, "number-columns-repeated", COLUMNS as u64)? as usize;
                        if is_hidden(&start)? {
                            content.hidden_columns.extend(column..column + repeats.min(SHOWN));
                        }
                        column = (column + repeats).min(COLUMNS);
                    }
                    b"table-row" => {
                        let repeats = repeats(&start, "number-rows-repeated", ROWS)?;
                        let is_hidden = is_hidden(&start)?;
                        let cells = self.row()?;
                        if !cells.is_empty() {
                            self.count(&cells, repeats)?;
                            for line in line..line + repeats {
                                content.rows.push(GridRow { line, cells: StringRecord::from(cells.clone()) });
                                content.hidden_rows.extend(is_hidden.then_some(line));
                            }
                        }
                        line = (line + repeats).min(ROWS);
                    }
                    b"table-header-rows"
                    | b"table-header-columns"
                    | b"table-row-group"
                    | b"table-column-group"
                    | b"table-rows"
                    | b"table-columns" => {}
                    _ => self.skip()?,
                },
                Event::End(end) if end.local_name().as_ref() == b"table" => return Ok(content),
                Event::Eof => return Err(Refusal::Damaged("EOF".to_owned())),
                _ => {}
            }
        }
    }

    /// Reads the cells of a row, after its opening tag, up to the last that is not blank.
    fn row(&mut self) -> Result<Vec<String>, Refusal> {
        let mut cells: Vec<String> = Vec::new();
        let mut n_blank = 0_usize;
        loop {
            match self.next()? {
                Event::Start(start)
                    if matches!(start.local_name().as_ref(), b"table-cell" | b"covered-table-cell") =>
                {
                    let cell = self.cell(&start)?;
                    if cell.text.trim().is_empty() {
                        n_blank = (n_blank + cell.repeats).min(COLUMNS);
                        continue;
                    }
                    if cells.len() + n_blank + cell.repeats > COLUMNS {
                        return Err(Refusal::TooLarge("workbook-columns", COLUMNS as u64));
                    }
                    cells.resize(cells.len() + n_blank, String::new());
                    cells.resize(cells.len() + cell.repeats, cell.text);
                    n_blank = 0;
                }
                Event::Start(_) => self.skip()?,
                Event::End(_) => return Ok(cells),
                Event::Eof => return Err(Refusal::Damaged("EOF".to_owned())),
                _ => {}
            }
        }
    }

    fn count(&mut self, cells: &[String], repeats: u64) -> Result<(), Refusal> {
        self.n_cells = self.n_cells.saturating_add(repeats.saturating_mul(cells.len() as u64));
        let n_bytes: usize = cells.iter().map(String::len).sum();
        self.n_bytes = self.n_bytes.saturating_add(n_bytes.saturating_mul(repeats as usize));
        if self.n_cells > CELLS {
            return Err(Refusal::TooLarge("workbook-cells", CELLS));
        }
        if self.n_bytes > TEXT_BYTES {
            return Err(Refusal::TooLarge("workbook-text", TEXT_BYTES as u64 >> 20));
        }
        Ok(())
    }

    /// Reads a cell, after its opening tag.
    fn cell(&mut self, start: &BytesStart<'_>) -> Result<Cell, Refusal> {
        let repeats = repeats(start, "number-columns-repeated", COLUMNS as u64)? as usize;
        let shown = self.paragraphs()?;
        let of = |name: &str| attribute(start, name);
        let is_error = start
            .attributes()
            .flatten()
            .any(|it| it.key.as_ref() == b"calcext:value-type" && it.value.as_ref() == b"error");
        let kind = start.try_get_attribute("office:value-type").map_err(damaged)?;
        let kind = kind.map(|kind| String::from_utf8_lossy(&kind.value).into_owned());
        let text = match kind.as_deref() {
            _ if is_error => {
                if formula::is_error(&shown) {
                    shown
                } else {
                    "#N/A".to_owned()
                }
            }
            Some("float" | "currency" | "percentage") => {
                let value = of("value")?.unwrap_or_default();
                value.parse::<f64>().map_or(value, text::number)
            }
            Some("date") => of("date-value")?.map_or(shown, |value| text::date(&value)),
            Some("time") => of("time-value")?.map_or(shown, |value| text::duration(&value)),
            Some("boolean") => of("boolean-value")?.unwrap_or(shown),
            Some(_) => of("string-value")?.unwrap_or(shown),
            None if of("formula")?.is_some() => without_result(),
            None => shown,
        };
        Ok(Cell { text, repeats })
    }

    /// Reads the text of a cell, after its opening tag, to its end: its paragraphs, without comments and drawings.
    fn paragraphs(&mut self) -> Result<String, Refusal> {
        let mut text = String::new();
        let mut depth = 0_usize;
        let mut n_paragraphs = 0;
        loop {
            match self.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    b"p" | b"h" if depth == 0 => {
                        if n_paragraphs > 0 {
                            text.push('\n');
                        }
                        (n_paragraphs, depth) = (n_paragraphs + 1, depth + 1);
                    }
                    b"s" => {
                        let count = repeats(&start, "c", MOST_SPACES)?;
                        text.extend(std::iter::repeat_n(' ', count as usize));
                        depth += 1;
                    }
                    b"tab" | b"line-break" => {
                        text.push(if start.local_name().as_ref() == b"tab" { '\t' } else { '\n' });
                        depth += 1;
                    }
                    _ if depth > 0 && start.name().as_ref().starts_with(b"text:") => depth += 1,
                    _ => self.skip()?,
                },
                Event::Text(piece) if depth > 0 => text.push_str(&piece.xml10_content().map_err(damaged)?),
                Event::GeneralRef(name) if depth > 0 => text.push_str(&resolved(&name)?),
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(Refusal::Damaged("EOF".to_owned())),
                _ => {}
            }
            if text.len() > TEXT_BYTES {
                return Err(Refusal::TooLarge("workbook-text", TEXT_BYTES as u64 >> 20));
            }
        }
    }

    /// Skips the content of an element, after its opening tag, to its end.
    fn skip(&mut self) -> Result<(), Refusal> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(Refusal::Damaged("EOF".to_owned())),
                _ => {}
            }
        }
    }
}

/// Number of hidden columns of one group that are reported.
const SHOWN: usize = 50;
/// Most spaces that one element may expand to.
const MOST_SPACES: u64 = 10_000;

/// How often an element is repeated, at most `most`.
fn repeats(start: &BytesStart<'_>, name: &str, most: u64) -> Result<u64, Refusal> {
    let stated = attribute(start, name)?.map(|text| text.parse::<u64>().map_err(damaged)).transpose()?;
    Ok(stated.unwrap_or(1).clamp(1, most))
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool, Refusal> {
    Ok(attribute(start, "visibility")?.is_some_and(|it| it == "collapse" || it == "filter"))
}

/// A character that the document writes as a reference; only those defined by XML itself.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, Refusal> {
    if let Some(letter) = reference.resolve_char_ref().map_err(damaged)? {
        return Ok(letter.to_string());
    }
    let name = String::from_utf8_lossy(reference).into_owned();
    let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
    known.ok_or_else(|| Refusal::Damaged(format!("&{name};")))
}
