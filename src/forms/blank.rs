//! The workbook to start from: a sheet for each table, the scenario's keys, and a page that says how to fill them in.
//!
//! Headings carry what their column means as a comment, cells offer lists (communes, slots, yes or no, scopes), dates and
//! numbers have their formats, a commune that the workbook does not know turns red, a cell that is needed and empty
//! yellow. What the example fills in is marked as invented, in italics. The workbook is read as any other
//! (`input::workbook_scenario`), so it can be planned as it is.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, ExcelDateTime, Format,
    FormatAlign, Note, Workbook, Worksheet, XlsxError,
};
use serde_json::Value as Json;

use super::field::Field;
use super::lists::Lists;
use super::look::Look;
use crate::input::column::{Column, NOTE};
use crate::input::scenario_file::{ScenarioFile, schema};
use crate::input::tables::kind::Kind;
use crate::messages::{Lang, Messages};

/// Rows that are prepared on each sheet of a table.
const ROWS: u32 = 3_000;

/// What the workbook starts with.
#[derive(Debug)]
pub struct Start {
    /// Its scenario: name, horizon and every key.
    pub scenario: ScenarioFile,
    /// Its tables with their English columns, as the fields of CSV files.
    pub tables: Vec<(Kind, Vec<Vec<String>>)>,
    /// What the file will be called.
    pub file: String,
}

impl Start {
    /// The rows of a table below its header, as `columns` and a note have them.
    fn rows(&self, kind: Kind) -> Vec<Vec<&str>> {
        let Some((_, table)) = self.tables.iter().find(|(known, _)| *known == kind) else {
            return Vec::new();
        };
        let Some((header, rows)) = table.split_first() else { return Vec::new() };
        let columns = kind.columns().iter().chain([&NOTE]);
        let places: Vec<Option<usize>> =
            columns.map(|column| header.iter().position(|name| name == column.name)).collect();
        let field = |row: &'_ Vec<String>, place: &Option<usize>| -> Option<usize> {
            place.filter(|&place| place < row.len())
        };
        rows.iter()
            .map(|row| places.iter().map(|it| field(row, it).map_or("", |at| row[at].as_str())).collect())
            .collect()
    }
}

/// The workbook's bytes.
///
/// # Errors
/// In words, if the tables hold more than a workbook can.
pub fn blank(start: &Start, messages: &Messages) -> Result<Vec<u8>, String> {
    written(start, messages).map_err(|fault| fault.to_string())
}

fn written(start: &Start, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    guide(workbook.add_worksheet(), start, messages)?;
    settings(workbook.add_worksheet(), &start.scenario, messages)?;
    let lists = Lists::of(&start.rows(Kind::Communes), &start.rows(Kind::Slots), messages);
    let order = [
        Kind::Residents,
        Kind::Venues,
        Kind::Trainers,
        Kind::Kits,
        Kind::Slots,
        Kind::Closures,
        Kind::Communes,
        Kind::Roads,
        Kind::Distances,
    ];
    for kind in order {
        let sheet = Sheet { kind, lists: &lists, messages, rows: start.rows(kind) };
        sheet.write(workbook.add_worksheet())?;
    }
    lists.write(workbook.add_worksheet(), messages)?;
    workbook.save_to_buffer()
}

/// How to fill the workbook in.
fn guide(sheet: &mut Worksheet, start: &Start, messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text("book-guide", &[]))?;
    sheet.set_column_width(0, 110)?.set_screen_gridlines(false);
    on_paper(sheet);
    let title = Format::new().set_bold().set_font_size(16).set_font_color(DARK);
    sheet.write_string_with_format(0, 0, messages.text("book-guide-title", &[]), &title)?;
    let text = messages.text("book-guide-text", &[("file", start.file.as_str().into())]);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (line, row) in text.lines().zip(2_u32..) {
        sheet.write_string_with_format(row, 0, line.trim(), &wrapped)?;
    }
    Ok(())
}

/// The scenario's keys: value, default, meaning.
fn settings(sheet: &mut Worksheet, scenario: &ScenarioFile, messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text("book-settings", &[]))?;
    sheet.set_freeze_panes(1, 0)?;
    on_paper(sheet);
    for (key, width, column) in
        [("key", 34.0, 0_u16), ("value", 22.0, 1), ("default", 16.0, 2), ("meaning", 90.0, 3)]
    {
        let heading = messages.text(&format!("book-{key}"), &[]);
        sheet.write_string_with_format(0, column, heading, &heading_format(column < 2))?;
        sheet.set_column_width(column, width)?;
    }
    let values = serde_json::to_value(scenario).unwrap_or_default();
    let schema = schema().to_value();
    let mut row = 1_u32;
    for (section, property) in schema["properties"].as_object().into_iter().flatten() {
        if section == "data" {
            continue;
        }
        let keys = property["properties"].as_object();
        let Some(keys) = keys else {
            setting(sheet, row, section, (&values[section], &Json::Null), messages)?;
            row += 1;
            continue;
        };
        for key in keys.keys() {
            let default = &property["default"][key];
            let path = format!("{section}.{key}");
            setting(sheet, row, &path, (&values[section][key], default), messages)?;
            row += 1;
        }
    }
    Ok(())
}

fn setting(
    sheet: &mut Worksheet,
    row: u32,
    key: &str,
    (value, default): (&Json, &Json),
    messages: &Messages,
) -> Result<(), XlsxError> {
    let message = format!("scenario-{}", key.replace(['.', '_'], "-"));
    sheet.write_string(row, 0, key)?;
    put_json(sheet, row, 1, value, &Format::new().set_align(FormatAlign::Left), messages)?;
    let grey = Format::new().set_align(FormatAlign::Left).set_font_color(Color::Gray);
    put_json(sheet, row, 2, default, &grey, messages)?;
    sheet.write_string(row, 3, messages.text(&message, &[]))?;
    Ok(())
}

fn put_json(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Json,
    format: &Format,
    messages: &Messages,
) -> Result<(), XlsxError> {
    match value {
        Json::Null => {}
        Json::Array(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
            sheet.write_string_with_format(row, column, texts.join(" "), format)?;
        }
        Json::String(text) => match (text.parse::<f64>(), ExcelDateTime::parse_from_str(text)) {
            (Ok(number), _) => _ = sheet.write_number_with_format(row, column, number, format)?,
            (_, Ok(date)) if text.len() == 10 => {
                let format = format.clone().set_num_format(date_format(messages.lang));
                sheet.write_datetime_with_format(row, column, &date, &format)?;
            }
            _ => _ = sheet.write_string_with_format(row, column, text, format)?,
        },
        other => {
            let number = other.as_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, number, format)?;
        }
    }
    Ok(())
}

const DARK: Color = Color::RGB(0x1F_3A_5F);
const MILD: Color = Color::RGB(0x5B_7B_A6);
const RED: Color = Color::RGB(0xF4_B6_B0);
const YELLOW: Color = Color::RGB(0xFF_F2_B3);

/// A4, landscape, as wide as the page.
fn on_paper(sheet: &mut Worksheet) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
}

fn heading_format(is_required: bool) -> Format {
    let background = if is_required { DARK } else { MILD };
    Format::new().set_bold().set_font_color(Color::White).set_background_color(background).set_text_wrap()
}

fn date_format(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "dd/mm/yyyy",
        Lang::En => "yyyy-mm-dd",
    }
}

/// The sheet of a table.
struct Sheet<'a> {
    kind: Kind,
    lists: &'a Lists,
    messages: &'a Messages,
    rows: Vec<Vec<&'a str>>,
}

impl Sheet<'_> {
    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let name = match self.messages.lang {
            Lang::Fr => self.kind.french(),
            Lang::En => self.kind.name(),
        };
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        on_paper(sheet);
        sheet.set_row_height(0, 32)?;
        let columns: Vec<Column> = self.kind.columns().iter().copied().chain([NOTE]).collect();
        for (&column, position) in columns.iter().zip(0_u16..) {
            self.heading(sheet, column, position)?;
            self.guard(sheet, column, position, columns.len() as u16)?;
        }
        for (row, number) in self.rows.iter().zip(1_u32..) {
            let is_invented = row.last().is_some_and(|note| note.contains("invent"));
            for ((text, &column), position) in row.iter().zip(&columns).zip(0_u16..) {
                self.put(sheet, (number, position), column, text, is_invented)?;
            }
        }
        Ok(())
    }

    fn heading(&self, sheet: &mut Worksheet, column: Column, position: u16) -> Result<(), XlsxError> {
        let title = match self.messages.lang {
            Lang::Fr => column.french,
            Lang::En => column.name,
        };
        sheet.write_string_with_format(0, position, title, &heading_format(column.is_required))?;
        let key = if column == NOTE {
            "column-note".to_owned()
        } else {
            format!("column-{}-{}", self.kind.name(), column.name.replace('_', "-"))
        };
        let need = if column.is_required { "column-required" } else { "column-optional" };
        let note = format!("{}\n{}", self.messages.text(&key, &[]), self.messages.text(need, &[]));
        sheet.insert_note(
            0,
            position,
            &Note::new(note).add_author_prefix(false).set_width(320).set_height(110),
        )?;
        let look = Look::of(self.kind, column);
        sheet.set_column_width(position, look.width().max(title.chars().count() as f64 * 1.1 + 2.0))?;
        sheet.set_column_format(position, &self.format(look, false))?;
        Ok(())
    }

    fn format(&self, look: Look, is_invented: bool) -> Format {
        let format = match look {
            Look::Date => Format::new().set_num_format(date_format(self.messages.lang)),
            Look::Time => Format::new().set_num_format("hh:mm"),
            Look::Code => Format::new().set_num_format("@"),
            Look::Euros => Format::new().set_num_format("0.00"),
            _ => Format::new(),
        };
        if is_invented { format.set_italic().set_font_color(Color::RGB(0x5A_5A_5A)) } else { format }
    }

    /// The lists that a column offers, and the marks of what is missing or unknown.
    fn guard(
        &self,
        sheet: &mut Worksheet,
        column: Column,
        position: u16,
        n_columns: u16,
    ) -> Result<(), XlsxError> {
        let look = Look::of(self.kind, column);
        let letter = crate::diagnostics::letters(usize::from(position));
        let last = crate::diagnostics::letters(usize::from(n_columns) - 1);
        if let Some(list) = self.lists.formula(look) {
            let is_strict = matches!(look, Look::YesNo | Look::Weekday);
            let validation = DataValidation::new()
                .allow_list_formula(list.as_str().into())
                .show_error_message(is_strict)
                .set_error_style(DataValidationErrorStyle::Stop);
            sheet.add_data_validation(1, position, ROWS, position, &validation)?;
        }
        if look == Look::Commune {
            let known = self.lists.communes_formula();
            let codes = match self.messages.lang {
                Lang::Fr => "Communes!$A$2:$A$10000",
                Lang::En => "communes!$A$2:$A$10000",
            };
            let rule =
                format!("=AND({letter}2<>\"\",COUNTIF({known},{letter}2)=0,COUNTIF({codes},{letter}2)=0)");
            let red = Format::new().set_background_color(RED);
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(red);
            sheet.add_conditional_format(1, position, ROWS, position, &rule)?;
        }
        if column.is_required {
            let rule = format!("=AND(COUNTA($A2:${last}2)>0,ISBLANK({letter}2))");
            let yellow = Format::new().set_background_color(YELLOW);
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(yellow);
            sheet.add_conditional_format(1, position, ROWS, position, &rule)?;
        }
        Ok(())
    }

    fn put(
        &self,
        sheet: &mut Worksheet,
        (row, position): (u32, u16),
        column: Column,
        text: &str,
        is_invented: bool,
    ) -> Result<(), XlsxError> {
        let look = Look::of(self.kind, column);
        let format = self.format(look, is_invented);
        match Field::of(look, text, self.lists) {
            Field::Empty => {}
            Field::Text(text) => _ = sheet.write_string_with_format(row, position, text, &format)?,
            Field::Number(number) => {
                sheet.write_number_with_format(row, position, number, &format)?;
            }
            Field::Moment(moment) => {
                sheet.write_datetime_with_format(row, position, &moment, &format)?;
            }
        }
        Ok(())
    }
}
