//! The workbook to start from: a sheet for each table, the scenario's keys, and a page that says how to fill them in.
//!
//! Headings carry what their column means as a comment, cells offer lists (communes, slots, yes or no, scopes), dates and
//! numbers have their formats, a commune that the workbook does not know turns red, a cell that is needed and empty
//! yellow. What the example fills in is marked as invented, in italics. The workbook is read as any other
//! (`input::workbook_scenario`), so it can be planned as it is.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use serde_json::Value as Json;

use super::lists::Lists;
use super::sheet::Sheet;
use super::style::{DARK, date_format, heading_format, on_paper};
use crate::input::column::NOTE;
use crate::input::scenario_file::{ScenarioFile, meaning_of, schema};
use crate::input::tables::kind::Kind;
use crate::messages::Messages;

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
        let columns = kind.columns().iter().copied().chain([NOTE]).collect();
        let rows = start.rows(kind);
        let sheet =
            Sheet { kind, columns, lists: &lists, messages, rows, n_prepared: ROWS, has_communes: true };
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
    sheet.write_string(row, 0, key)?;
    put_json(sheet, row, 1, value, &Format::new().set_align(FormatAlign::Left), messages)?;
    let grey = Format::new().set_align(FormatAlign::Left).set_font_color(Color::Gray);
    put_json(sheet, row, 2, default, &grey, messages)?;
    sheet.write_string(row, 3, as_in_a_cell(&messages.text(&meaning_of(key), &[])))?;
    Ok(())
}

/// A meaning whose example of a list is written as one writes it in a cell: without brackets and quotes.
fn as_in_a_cell(meaning: &str) -> String {
    let meaning = meaning.replace("\"*\"", "*");
    let list = meaning.split_once("[\"").and_then(|(before, rest)| {
        let (list, after) = rest.split_once("\"]")?;
        Some((before, list.split("\", \"").collect::<Vec<_>>(), after))
    });
    let Some((before, entries, after)) = list else { return meaning };
    let mark = if entries.iter().any(|entry| entry.contains(' ')) { "; " } else { " " };
    [before, &entries.join(mark), after].concat()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_of_a_list_is_one_that_a_cell_takes() {
        let written = |text: &str| as_in_a_cell(text);
        assert_eq!(
            written("codes, such as [\"25304\", \"25539\"]; \"*\": all"),
            "codes, such as 25304 25539; *: all"
        );
        let days = "such as [\"C015 2027-03-02 trainer\", \"C016 2027-03-04 venue\"]";
        assert_eq!(written(days), "such as C015 2027-03-02 trainer; C016 2027-03-04 venue");
        assert_eq!(written("length of a session"), "length of a session");
    }
}
