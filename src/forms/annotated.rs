//! A copy of a workbook in which each faulty cell is coloured and says what is wrong and what to do, with a sheet that lists
//! all findings and leads to the cells: it goes back to the town hall.
//!
//! The copy has the cells' values: numbers, dates and texts as they are, formulas by their last result; not their formats.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Note, Url, Workbook, Worksheet, XlsxError};

use super::style::{height_of, on_paper};
use crate::diagnostics::{Diagnostic, Severity, Within, hint, message};
use crate::input::sheet::Grid;
use crate::messages::{Lang, Messages};

const RED: Color = Color::RGB(0xF4_B6_B0);
const YELLOW: Color = Color::RGB(0xFF_E5_99);

/// Characters of a line of what is wrong, and of what to do.
const WHAT: usize = 80;
const HINT: usize = 60;

/// Characters of a sheet's name that leave room for a number.
const MOST_OF_NAME: usize = 27;

/// Longest note, UTF-16 units: Excel takes 32,767, nobody reads them.
const NOTE: usize = 2_000;

/// The copy's bytes; `findings` are those of this workbook.
///
/// # Errors
/// In words, if the sheets hold more than a workbook can.
pub fn annotated(sheets: &[Grid], findings: &[Diagnostic], messages: &Messages) -> Result<Vec<u8>, String> {
    written(sheets, findings, messages).map_err(|fault| fault.to_string())
}

fn written(sheets: &[Grid], findings: &[Diagnostic], messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let list_name = messages.text("annotate-sheet", &[]);
    let mut taken = Vec::new();
    let mut all = std::iter::once(&list_name).chain(sheets.iter().map(|sheet| &sheet.name));
    let mut names: Vec<String> = all.by_ref().map(|name| free_name(name, &mut taken)).collect();
    let list_name = names.remove(0);
    let name_of = |name: &String| {
        let position = sheets.iter().position(|sheet| sheet.name == *name);
        position.map_or_else(|| name.clone(), |position| names[position].clone())
    };
    let sheet = workbook.add_worksheet();
    sheet.set_name(&list_name)?;
    list(sheet, findings, &name_of, messages)?;
    for (grid, name) in sheets.iter().zip(&names) {
        let own = findings.iter().filter(|finding| finding.at.sheet.as_ref() == Some(&grid.name));
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        copy(sheet, grid, &by_cell(own), messages)?;
    }
    workbook.save_to_buffer()
}

/// A name that Excel takes (31 characters, not all), and that no other sheet has.
fn free_name(name: &str, taken: &mut Vec<String>) -> String {
    let plain = |letter: char| if "[]:*?/\\".contains(letter) { '_' } else { letter };
    let name: String = name.trim_matches('\'').chars().map(plain).take(MOST_OF_NAME).collect();
    let name = if name.is_empty() { "_".to_owned() } else { name };
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let mut all = std::iter::once(name.clone()).chain(numbered);
    let free = all.find(|it| !taken.contains(&it.to_lowercase())).unwrap_or(name);
    taken.push(free.to_lowercase());
    free
}

/// Findings by row and column, both from 0.
type ByCell<'a> = BTreeMap<(u32, u16), Vec<&'a Diagnostic>>;

fn by_cell<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> ByCell<'a> {
    let mut cells = ByCell::new();
    for finding in findings {
        cells.entry(cell_of(finding)).or_default().push(finding);
    }
    cells
}

fn cell_of(finding: &Diagnostic) -> (u32, u16) {
    let row = finding.at.line.unwrap_or(1).saturating_sub(1);
    let column = match finding.at.within {
        Within::Cell(position, _) => position,
        _ => 0,
    };
    (row as u32, column as u16)
}

/// All findings, with links to their cells.
fn list(
    sheet: &mut Worksheet,
    findings: &[Diagnostic],
    name_of: &dyn Fn(&String) -> String,
    messages: &Messages,
) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    on_paper(sheet);
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (key, column, width) in
        [("annotate-place", 0_u16, 28), ("annotate-what", 1, WHAT), ("annotate-hint", 2, HINT)]
    {
        sheet.write_string_with_format(0, column, messages.text(key, &[]), &bold)?;
        sheet.set_column_width(column, width as f64)?;
    }
    for (finding, row) in findings.iter().zip(1_u32..) {
        match (&finding.at.sheet, finding.at.cell()) {
            (Some(name), Some(cell)) => {
                let name = name_of(name);
                let target = format!("internal:'{}'!{cell}", name.replace('\'', "''"));
                let link = Url::new(target).set_text(format!("{name}!{cell}"));
                sheet.write_url(row, 0, link)?;
            }
            (Some(name), None) => _ = sheet.write_string(row, 0, name)?,
            (None, _) => {}
        }
        let (what, hint) = (message(finding, messages), hint(finding, messages).unwrap_or_default());
        sheet.set_row_height(row, height_of([(&what, WHAT), (&hint, HINT)]))?;
        sheet.write_string_with_format(row, 1, what, &wrapped)?;
        sheet.write_string_with_format(row, 2, hint, &wrapped)?;
    }
    Ok(())
}

/// A sheet with its faulty cells marked.
fn copy(
    sheet: &mut Worksheet,
    grid: &Grid,
    findings: &ByCell<'_>,
    messages: &Messages,
) -> Result<(), XlsxError> {
    for row in &grid.rows {
        for (text, column) in row.cells.iter().zip(0_u16..) {
            let at = ((row.line - 1) as u32, column);
            let format = findings.get(&at).map_or_else(Format::new, |found| marked(found));
            put(sheet, at, text, &format, messages.lang)?;
        }
    }
    for (&(row, column), found) in findings {
        let is_written = grid.rows.iter().any(|it| it.line == u64::from(row) + 1)
            && grid
                .rows
                .iter()
                .find(|it| it.line == u64::from(row) + 1)
                .is_some_and(|it| it.cells.get(usize::from(column)).is_some_and(|text| !text.is_empty()));
        if !is_written {
            sheet.write_blank(row, column, &marked(found))?;
        }
        let words: Vec<String> = found.iter().map(|finding| in_words(finding, messages)).collect();
        let text: String = words.join("\n\n").chars().take(NOTE).collect();
        sheet.insert_note(
            row,
            column,
            &Note::new(text).add_author_prefix(false).set_width(340).set_height(140),
        )?;
    }
    Ok(())
}

fn marked(found: &[&Diagnostic]) -> Format {
    let is_error = found.iter().any(|finding| finding.severity() == Severity::Error);
    Format::new().set_background_color(if is_error { RED } else { YELLOW })
}

fn in_words(finding: &Diagnostic, messages: &Messages) -> String {
    let what = message(finding, messages);
    hint(finding, messages).map_or_else(|| what.clone(), |hint| format!("{what}\n{hint}"))
}

/// The value that a text was read from.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
    lang: Lang,
) -> Result<(), XlsxError> {
    let is_date = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    let is_time = text.len() == 8 && text.split(':').map(str::len).eq([2, 2, 2]);
    let as_date = || ExcelDateTime::parse_from_str(text).ok();
    match (number(text), as_date().filter(|_| is_date || is_time)) {
        _ if text.is_empty() || text.starts_with('\u{1}') => {}
        (Some(number), _) => _ = sheet.write_number_with_format(row, column, number, format)?,
        (None, Some(moment)) => {
            let shown = match lang {
                _ if is_time => "hh:mm",
                Lang::Fr => "dd/mm/yyyy",
                Lang::En => "yyyy-mm-dd",
            };
            let format = format.clone().set_num_format(shown);
            sheet.write_datetime_with_format(row, column, &moment, &format)?;
        }
        (None, None) => _ = sheet.write_string_with_format(row, column, text, format)?,
    }
    Ok(())
}

/// A number that loses nothing by being one: no code with a leading zero.
fn number(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    let keeps_zero = !text.starts_with('0') || text == "0" || text.starts_with("0.");
    text.parse().ok().filter(|_| is_plain && keeps_zero && text.len() < 16)
}
