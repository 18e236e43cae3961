//! Workbooks as spreadsheets write them, for tests of their readers.

use std::io::{Cursor, Write as _};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet: its name and its rows.
pub(crate) type Sheet = (String, Vec<Vec<String>>);

/// A sheet of texts.
pub(crate) fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let row = |row: &&[&str]| row.iter().map(|field| (*field).to_owned()).collect();
    (name.to_owned(), rows.iter().map(row).collect())
}

/// An Excel workbook whose fields have the types that they look like: dates, times, numbers, percentages, booleans,
/// formulas (`=1+1|2`, with their result), texts.
pub(crate) fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    hidden_xlsx(sheets, &[], &[])
}

/// The same, with rows (from 0) and columns of the first sheet hidden.
pub(crate) fn hidden_xlsx(sheets: &[Sheet], rows: &[u32], columns: &[u16]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (position, (name, table)) in sheets.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (row, fields) in (0..).zip(table) {
            for (column, field) in (0..).zip(fields) {
                write(sheet, row, column, field);
            }
        }
        if position == 0 {
            for &row in rows {
                sheet.set_row_hidden(row).expect("a row");
            }
            for &column in columns {
                sheet.set_column_hidden(column).expect("a column");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn write(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, column: u16, field: &str) {
    let done = if let Some((formula, result)) = field.strip_prefix('=').and_then(|it| it.split_once('|')) {
        sheet.write_formula(row, column, Formula::new(formula).set_result(result))
    } else if is_date(field) {
        let date = ExcelDateTime::parse_from_str(field).expect("a date");
        sheet.write_datetime_with_format(row, column, &date, &Format::new().set_num_format("dd/mm/yyyy"))
    } else if is_time(field) {
        let time = ExcelDateTime::parse_from_str(field).expect("a time");
        sheet.write_datetime_with_format(row, column, &time, &Format::new().set_num_format("hh:mm"))
    } else if let Some(share) = field.strip_suffix(" %").and_then(|share| share.parse::<f64>().ok()) {
        sheet.write_number_with_format(row, column, share / 100.0, &Format::new().set_num_format("0 %"))
    } else if let Some(number) = number(field) {
        sheet.write_number(row, column, number)
    } else if let Ok(is_true) = field.parse::<bool>() {
        sheet.write_boolean(row, column, is_true)
    } else if field.is_empty() {
        return;
    } else {
        sheet.write_string(row, column, field)
    };
    done.expect("written");
}

fn is_date(field: &str) -> bool {
    field.len() == 10 && field.split('-').map(str::len).eq([4, 2, 2])
}

fn is_time(field: &str) -> bool {
    field.len() == 5 && field.split(':').map(str::len).eq([2, 2]) && !field.contains(char::is_alphabetic)
}

/// The number that a spreadsheet makes of a field, unless it would lose a leading zero.
fn number(field: &str) -> Option<f64> {
    let is_number = field.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let keeps_zero = !field.starts_with('0') || field.starts_with("0.") || field == "0";
    field.parse().ok().filter(|_| is_number && keeps_zero)
}

/// An `OpenDocument` workbook with the same values.
pub(crate) fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets {
        tables += &["<table:table table:name=\"", &escaped(name), "\">"].concat();
        tables += "<table:table-column table:number-columns-repeated=\"1024\"/>";
        for row in rows {
            let cells: Vec<String> = row.iter().map(|field| ods_cell(field)).collect();
            tables += &["<table:table-row>", &cells.concat(), "</table:table-row>"].concat();
        }
        tables += "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
                   table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    }
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &ods_document(&tables)),
    ])
}

/// A document around these tables.
pub(crate) fn ods_document(tables: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
}

fn ods_cell(field: &str) -> String {
    let shown = format!("<text:p>{}</text:p>", escaped(field));
    let cell = |attributes: &str| {
        format!(
            "<table:table-cell {attributes}><office:annotation><text:p>note</text:p></office:annotation>{shown}</table:table-cell>"
        )
    };
    if field.is_empty() {
        "<table:table-cell/>".to_owned()
    } else if is_date(field) {
        cell(&format!("office:value-type=\"date\" office:date-value=\"{field}\""))
    } else if is_time(field) {
        let (hours, minutes) = field.split_once(':').expect("a time");
        cell(&format!("office:value-type=\"time\" office:time-value=\"PT{hours}H{minutes}M00S\""))
    } else if let Some(number) = number(field) {
        cell(&format!("office:value-type=\"float\" office:value=\"{number}\""))
    } else if let Ok(is_true) = field.parse::<bool>() {
        cell(&format!("office:value-type=\"boolean\" office:boolean-value=\"{is_true}\""))
    } else {
        cell("office:value-type=\"string\"")
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A ZIP archive of these files.
pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The files of an archive, with their text.
pub(crate) fn files_of(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let file = |position| {
        let mut file = archive.by_index(position).expect("a file");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).expect("text");
        (file.name().to_owned(), text)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive").len()).map(file).collect()
}

/// A workbook with a passage of its XML replaced.
pub(crate) fn rewritten(bytes: &[u8], passage: &str, by: &str) -> Vec<u8> {
    let files: Vec<(String, String)> =
        files_of(bytes).into_iter().map(|(name, text)| (name, text.replace(passage, by))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&files)
}

/// The sheets of the scenario in a folder, in French or English: every CSV table, and every key in the scenario.
pub(crate) fn sheets_of(folder: &Path, is_french: bool) -> Vec<Sheet> {
    use ateliers::input::tables::kind::Kind;
    let text = std::fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    let document: toml_edit::DocumentMut = text.parse().expect("TOML");
    let mut settings = vec![if is_french { vec!["Clé", "Valeur"] } else { vec!["key", "value"] }]
        .into_iter()
        .map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    let mut sheets = Vec::new();
    for (section, item) in document.iter() {
        let Some(table) = item.as_table() else {
            settings.push(vec![section.to_owned(), plain(item)]);
            continue;
        };
        for (key, item) in table {
            if section != "data" {
                settings.push(vec![format!("{section}.{key}"), plain(item)]);
                continue;
            }
            let kind = Kind::named(key).expect("a table");
            let name = if is_french { kind.french() } else { kind.name() };
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_path(folder.join(plain(item)))
                .expect("a table");
            let mut rows: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("a row").iter().map(str::to_owned).collect())
                .collect();
            if is_french {
                for field in &mut rows[0] {
                    let column = kind.columns().iter().find(|column| column.name == field);
                    *field = column.map_or_else(|| field.clone(), |column| column.french.to_owned());
                }
            }
            sheets.push((name.to_owned(), rows));
        }
    }
    sheets.push((if is_french { "Paramètres" } else { "scenario" }.to_owned(), settings));
    sheets
}

/// A value as written in a cell.
fn plain(item: &toml_edit::Item) -> String {
    let value = item.as_value().expect("a value").clone().decorated("", "");
    match value {
        toml_edit::Value::Array(list) => {
            let texts: Vec<&str> = list.iter().filter_map(toml_edit::Value::as_str).collect();
            texts.join(" ")
        }
        toml_edit::Value::String(text) => text.into_value(),
        other => other.to_string(),
    }
}
