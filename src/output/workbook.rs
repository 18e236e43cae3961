//! Workbooks: a sheet for each table with real dates and numbers, a frozen heading, filters, widths and print setup.
//!
//! # Safety
//! Texts are written as texts, never as formulas, whatever they begin with; those that begin like a formula carry the
//! mark that spreadsheets themselves set (`quotePrefix`), so that they stay texts when they are edited.
//!
//! # What a sheet cannot hold
//! Texts longer than a cell allows are cut short with `…`; dates before 1900 are texts. Only a table of more than a
//! million rows is refused.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::grid::{Column, Grid, Value};
use super::table::is_like_formula;
use crate::messages::lines::wrapped_lines;
use crate::messages::{Lang, Messages};

/// Paper of the sheets: A4, in Excel's numbering.
const A4: u8 = 9;

/// Height of the heading row, points.
const HEADING_HEIGHT: f64 = 20.0;

/// Height of a line and of the highest row, points; width of a text's indent, characters.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
const INDENT: f64 = 2.0;

/// Properties of a workbook.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its title, also printed at the top of every page.
    pub title: &'a str,
    /// A line printed at the bottom of every page: for example, that the data is invented.
    pub notice: &'a str,
    /// When it was made.
    pub made: DateTime,
}

/// Width of a bold character, and of the button that filters a column, in characters.
const BOLD_CHARACTER: f64 = 1.15;
const FILTER_BUTTON: f64 = 3.0;

/// Longest text of a cell, of a document property, and of the left half of a header or footer, in UTF-16 units, in which
/// Excel counts.
const CELL: usize = 32_767;
const PROPERTY: usize = 255;
const MARGIN: usize = 200;
/// Most rows of a sheet, including that of the headings.
const ROWS: usize = 1_048_576;

/// A workbook's bytes; a sheet for each table.
///
/// # Errors
/// If a table has more rows than a sheet can have, in words.
pub fn workbook(about: &About, grids: &[Grid], messages: &Messages) -> Result<Vec<u8>, String> {
    if let Some(grid) = grids.iter().find(|grid| ROWS <= grid.rows.len() + usize::from(grid.total.is_some()))
    {
        let variables = [("sheet", grid.title.as_str().into()), ("rows", grid.rows.len().into())];
        return Err(messages.text("workbook-too-long", &variables));
    }
    written(about, grids, messages).map_err(|fault| fault.to_string())
}

fn written(about: &About, grids: &[Grid], messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let time = about.made.time();
    // A plan dated before 1900 gives documents dated 1900.
    let day = excel_date(about.made.date()).map_or_else(|| ExcelDateTime::from_ymd(1900, 1, 1), Ok)?;
    let made = day.and_hms(time.hour() as u16, time.minute() as u8, f64::from(time.second()))?;
    let [title, subject] = [about.title, about.notice].map(|text| shortened(text, PROPERTY));
    let properties = DocProperties::new().set_title(title).set_subject(subject);
    workbook.set_properties(&properties.set_creation_datetime(&made));
    let formats = Formats::new(messages);
    for grid in grids {
        fill(workbook.add_worksheet(), about, grid, &formats)?;
    }
    workbook.save_to_buffer()
}

/// The format of each kind of cell.
struct Formats<'a> {
    messages: &'a Messages,
    heading: Format,
    text: Format,
    marked: Format,
    whole: Format,
    money: Format,
    percent: Format,
    date: Format,
    time: Format,
    decimals: [Format; 4],
}

impl<'a> Formats<'a> {
    fn new(messages: &'a Messages) -> Self {
        let (date, money) = match messages.lang {
            Lang::Fr => ("dd/mm/yyyy", "#,##0.00\\ \"€\""),
            Lang::En => ("yyyy-mm-dd", "\"€\"#,##0.00"),
        };
        let number = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        let heading = Format::new()
            .set_bold()
            .set_background_color(Color::RGB(0x1F_3A_5F))
            .set_font_color(Color::White)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin);
        // Indented, so that a right-aligned figure does not touch the text next to it; from the left, since some
        // spreadsheets otherwise ignore the indent.
        let text = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
        let text = text.set_indent(1).set_text_wrap();
        Self {
            messages,
            heading,
            marked: text.clone().set_quote_prefix(),
            text,
            whole: number("#,##0"),
            money: number(money),
            percent: number("0%"),
            date: number(date).set_align(FormatAlign::Left),
            time: number("hh:mm").set_align(FormatAlign::Left),
            decimals: ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"].map(number),
        }
    }
}

fn fill(sheet: &mut Worksheet, about: &About, grid: &Grid, formats: &Formats<'_>) -> Result<(), XlsxError> {
    sheet.set_name(&grid.title)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, heading_height(grid))?;
    for (column, number) in grid.columns.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, number, &column.title, &formats.heading)?;
        sheet.set_column_width(number, width(column))?;
    }
    // The filter ends before the total, which must be neither hidden nor sorted away.
    for (row, number) in grid.rows.iter().chain(&grid.total).zip(1_u32..) {
        if let Some(height) = height(row, grid) {
            sheet.set_row_height(number, height)?;
        }
        for (value, column) in row.iter().zip(0_u16..) {
            put(sheet, (number, column), value, formats)?;
        }
    }
    let (last_row, last_column) = (grid.rows.len() as u32, grid.columns.len().saturating_sub(1) as u16);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let doubled = |text: &str, most: usize| shortened(text, most).replace('&', "&&");
    let printed = |text: &str| {
        let whole = doubled(text, MARGIN);
        if whole.encode_utf16().count() <= MARGIN { whole } else { doubled(text, MARGIN / 2) }
    };
    sheet.set_header(format!("&L{}&R&A", printed(about.title)));
    sheet.set_footer(format!("&L{}&R&P / &N", printed(about.notice)));
    Ok(())
}

/// The width of a column, characters. The longest word of a bold heading and the button of its filter need space; text
/// that is cut off cannot be read on paper.
fn width(column: &Column) -> f64 {
    let longest = column.title.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    column.width.max(longest as f64 * BOLD_CHARACTER + FILTER_BUTTON)
}

/// The height of the headings; long ones take several lines.
fn heading_height(grid: &Grid) -> f64 {
    let lines = grid.columns.iter().map(|column| {
        wrapped_lines(&column.title, ((width(column) - FILTER_BUTTON) / BOLD_CHARACTER) as usize)
    });
    HEADING_HEIGHT + LINE * lines.max().unwrap_or(1).saturating_sub(1) as f64
}

/// The height of a row with wrapped text: some spreadsheets do not determine it themselves.
fn height(row: &[Value], grid: &Grid) -> Option<f64> {
    let lines = row.iter().zip(&grid.columns).map(|(value, column)| match value {
        Value::Text(text) => wrapped_lines(text, (width(column) - INDENT) as usize),
        _ => 1,
    });
    let most = lines.max().filter(|&lines| lines > 1)?;
    Some((LINE * most as f64).min(HIGHEST))
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    formats: &Formats<'_>,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => {
            let format = if is_like_formula(text) { &formats.marked } else { &formats.text };
            sheet.write_string_with_format(row, column, shortened(text, CELL), format)?;
        }
        Value::Whole(count) => {
            sheet.write_number_with_format(row, column, *count as f64, &formats.whole)?;
        }
        Value::Decimal(number, decimals) => {
            let format = &formats.decimals[(*decimals).min(formats.decimals.len() - 1)];
            sheet.write_number_with_format(row, column, *number, format)?;
        }
        Value::Money(amount) => {
            sheet.write_number_with_format(row, column, amount.to_f64(), &formats.money)?;
        }
        Value::Percent(share) => {
            sheet.write_number_with_format(row, column, *share, &formats.percent)?;
        }
        Value::Date(date) => {
            if let Some(day) = excel_date(*date) {
                sheet.write_datetime_with_format(row, column, &day, &formats.date)?;
            } else {
                sheet.write_string_with_format(row, column, value.shown(formats.messages), &formats.text)?;
            }
        }
        Value::Time(minute) => {
            let time = ExcelDateTime::from_hms(minute / 60, (minute % 60) as u8, 0)?;
            sheet.write_datetime_with_format(row, column, &time, &formats.time)?;
        }
        Value::Empty => {}
    }
    Ok(())
}

/// A date in Excel's count; `None` before 1900.
fn excel_date(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

/// A text of at most `most` UTF-16 units; a shortened one ends with `…`.
fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most || text.encode_utf16().count() <= most {
        return text.into();
    }
    let mut left = most - 1;
    let fits = |character: &char| {
        let fitting = left.checked_sub(character.len_utf16());
        left = fitting.unwrap_or(0);
        fitting.is_some()
    };
    (text.chars().take_while(fits).collect::<String>() + "…").into()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_no_cell_holds_is_cut_short_or_written_as_text() {
        let messages = Messages::new(Lang::Fr);
        let mut grid = Grid::new(&messages, "sheet-sessions", [("head-date", 12.0), ("head-address", 30.0)]);
        let long = "é&𝄞".repeat(20_000);
        for day in [date(1, 1, 1), date(1899, 12, 31), date(1900, 1, 1), date(9999, 12, 31)] {
            grid.push([day.into(), long.as_str().into()]);
        }
        let made = date(-44, 3, 15).at(0, 0, 0, 0);
        let about = About { title: &long, notice: &long, made };
        assert!(workbook(&about, &[grid.clone()], &messages).is_ok_and(|bytes| bytes.starts_with(b"PK")));
        let row = grid.rows[0].clone();
        grid.rows = std::iter::repeat_n(Vec::new(), ROWS - 1).chain([row]).collect();
        let fault =
            workbook(&About { title: "", notice: "", made }, &[grid], &messages).expect_err("too long");
        assert!(fault.contains("Séances"), "{fault}");
    }

    /// A part of a workbook.
    fn part(bytes: Vec<u8>, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        std::io::read_to_string(archive.by_name(name).expect("a part")).expect("XML")
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let messages = Messages::new(Lang::Fr);
        let mut grid = Grid::new(&messages, "sheet-sessions", [("head-date", 12.0), ("head-address", 30.0)]);
        for text in ["1 rue Haute", "un mot et un mot et un mot et un mot"] {
            grid.push(["x".into(), text.into()]);
        }
        let made = date(2026, 1, 1).at(0, 0, 0, 0);
        let bytes = workbook(&About { title: "", notice: "", made }, &[grid], &messages).expect("a workbook");
        let xml = part(bytes, "xl/worksheets/sheet1.xml");
        assert!(xml.contains("<row r=\"3\" spans=\"1:2\" ht=\"30\""), "{xml}");
        assert!(xml.contains("<row r=\"2\" spans=\"1:2\">"), "{xml}");
        assert!(xml.contains("<row r=\"1\" spans=\"1:2\" ht=\"20."), "{xml}");
    }

    #[test]
    fn texts_keep_away_from_figures() {
        let messages = Messages::new(Lang::Fr);
        let mut grid = Grid::new(&messages, "sheet-sessions", [("head-date", 12.0), ("head-address", 30.0)]);
        grid.push([Value::Whole(5), "base".into()]);
        let made = date(2026, 1, 1).at(0, 0, 0, 0);
        let bytes = workbook(&About { title: "", notice: "", made }, &[grid], &messages).expect("a workbook");
        assert!(part(bytes, "xl/styles.xml").contains("horizontal=\"left\" vertical=\"top\" indent=\"1\""));
    }

    #[test]
    fn a_long_heading_takes_lines_and_not_the_page() {
        let column = |title: &str, width: f64| Column { title: title.to_owned(), width };
        let tablets = column("Tablettes de la salle (chargées par la mairie)", 14.0);
        assert!(width(&tablets) < 20.0, "{}", width(&tablets));
        let grid = Grid {
            title: String::new(),
            columns: vec![column("Date", 12.0), tablets],
            rows: Vec::new(),
            total: None,
        };
        assert!(heading_height(&grid) >= HEADING_HEIGHT + 2.0 * LINE, "{}", heading_height(&grid));
    }

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!(shortened("Étupes", 6), "Étupes");
        assert_eq!(shortened("Étupes", 5), "Étup…");
        assert_eq!(shortened("a𝄞b𝄞", 4), "a𝄞…");
        assert_eq!(shortened("a𝄞b𝄞", 3), "a…");
    }
}
