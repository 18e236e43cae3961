//! Workbooks: each table a sheet with real dates and numbers, a frozen heading, filters, widths and print setup.
//!
//! # Safety
//! Texts are written as texts, never as formulas, whatever they begin with; those that begin like a formula carry the
//! mark that spreadsheets themselves put (`quotePrefix`), so that they stay texts when somebody edits them.

use jiff::civil::DateTime;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::grid::{Grid, Value};
use crate::messages::{Lang, Messages};

/// Paper of the sheets: A4, in Excel's numbering.
const A4: u8 = 9;

/// Rows are as high as a line of text needs to breathe, points.
const HEADING_HEIGHT: f64 = 20.0;

/// What a workbook says of itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its title, also printed at the top of every page.
    pub title: &'a str,
    /// A line printed at the bottom of every page: that the data is invented, say.
    pub notice: &'a str,
    /// When it was made.
    pub made: DateTime,
}

/// Width of a bold character, and of the button that filters a column, in characters.
const BOLD_CHARACTER: f64 = 1.15;
const FILTER_BUTTON: f64 = 3.0;

/// A workbook's bytes; a sheet for each table.
///
/// # Panics
/// If a table is larger than a sheet can be (a million rows), which no plan's is.
pub fn workbook(about: &About, grids: &[Grid], messages: &Messages) -> Vec<u8> {
    written(about, grids, messages).expect("titles and sizes of sheets are ours")
}

fn written(about: &About, grids: &[Grid], messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (date, time) = (about.made.date(), about.made.time());
    let made = ExcelDateTime::from_ymd(date.year() as u16, date.month() as u8, date.day() as u8)?.and_hms(
        time.hour() as u16,
        time.minute() as u8,
        f64::from(time.second()),
    )?;
    let properties = DocProperties::new().set_title(about.title).set_subject(about.notice);
    workbook.set_properties(&properties.set_creation_datetime(&made));
    let formats = Formats::new(messages.lang);
    for grid in grids {
        fill(workbook.add_worksheet(), about, grid, &formats)?;
    }
    workbook.save_to_buffer()
}

/// How each kind of cell looks.
struct Formats {
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

impl Formats {
    fn new(lang: Lang) -> Self {
        let (date, money) = match lang {
            Lang::Fr => ("dd/mm/yyyy", "#,##0.00\\ \"€\""),
            Lang::En => ("yyyy-mm-dd", "\"€\"#,##0.00"),
        };
        let number = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        let heading = Format::new()
            .set_bold()
            .set_background_color(Color::RGB(0x1F_3A_5F))
            .set_font_color(Color::White)
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin);
        // Indented, so that a figure on the right of its cell does not touch the text beside it.
        let text = Format::new().set_align(FormatAlign::Top).set_indent(1).set_text_wrap();
        Self {
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

fn fill(sheet: &mut Worksheet, about: &About, grid: &Grid, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(&grid.title)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, HEADING_HEIGHT)?;
    for (column, number) in grid.columns.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, number, &column.title, &formats.heading)?;
        // A bold heading and the button of its filter need room; what is cut off cannot be read on paper.
        let heading = column.title.chars().count() as f64 * BOLD_CHARACTER + FILTER_BUTTON;
        sheet.set_column_width(number, column.width.max(heading))?;
    }
    // The filter ends before the total: it must neither be hidden nor sorted away.
    for (row, number) in grid.rows.iter().chain(&grid.total).zip(1_u32..) {
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
    let printed = |text: &str| text.replace('&', "&&");
    sheet.set_header(format!("&L{}&R&A", printed(about.title)));
    sheet.set_footer(format!("&L{}&R&P / &N", printed(about.notice)));
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => {
            let is_like_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            let format = if is_like_formula { &formats.marked } else { &formats.text };
            sheet.write_string_with_format(row, column, text, format)?;
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
            let day = ExcelDateTime::from_ymd(date.year() as u16, date.month() as u8, date.day() as u8)?;
            sheet.write_datetime_with_format(row, column, &day, &formats.date)?;
        }
        Value::Time(minute) => {
            let time = ExcelDateTime::from_hms(minute / 60, (minute % 60) as u8, 0)?;
            sheet.write_datetime_with_format(row, column, &time, &formats.time)?;
        }
        Value::Empty => {}
    }
    Ok(())
}
