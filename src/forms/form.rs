//! The form that a town hall fills in: its enrolments, with a cross for each slot, and the names on a sheet of their own.
//!
//! Every line has its number, which stays that person's; the two sheets are joined by it. Lists offer the communes, the tracks
//! and yes or no. What is on the sheet of names is read by `collect` and `export` alone.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, FormatAlign,
    FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use super::lists::Lists;
use super::sheet::{Sheet, name};
use super::style::{DARK, YELLOW, heading_format, on_paper};
use crate::diagnostics::letters;
use crate::input::column::Column;
use crate::input::enrolments::{Fields, PEOPLE};
use crate::input::tables::kind::Kind;
use crate::instance::entities::{Commune, Slot};
use crate::messages::{Lang, Messages};

/// Columns of enrolments that a town hall fills in before and after the crosses.
const BEFORE: [&str; 2] = ["id", "commune"];
const AFTER: [&str; 7] =
    ["track", "needs_tablet", "step_free", "max_travel_min", "party", "available_from", "withdrawn"];

/// Where crosses are, and how wide their columns are, characters.
const CROSS: f64 = 11.0;

/// What the forms of a territory have in common.
#[derive(Debug, Clone, Copy)]
pub struct Territory<'a> {
    /// Its communes.
    pub communes: &'a [Commune],
    /// Its slots, each a column.
    pub slots: &'a [Slot],
    /// The tracks to choose from.
    pub tracks: &'a [String],
}

/// A line of a form.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its number.
    pub id: String,
    /// What is known of the enrolment.
    pub fields: Fields,
    /// What is known of the person.
    pub person: Fields,
}

/// The form of a commune, as the bytes of a workbook.
///
/// # Errors
/// In words, if it holds more than a workbook can.
pub fn form(
    commune: &Commune,
    lines: &[Line],
    territory: &Territory,
    messages: &Messages,
) -> Result<Vec<u8>, String> {
    written(commune, lines, territory, messages).map_err(|fault| fault.to_string())
}

fn written(
    commune: &Commune,
    lines: &[Line],
    territory: &Territory,
    messages: &Messages,
) -> Result<Vec<u8>, XlsxError> {
    let slots: Vec<[String; 3]> = territory.slots.iter().map(slot_row).collect();
    let communes: Vec<Vec<&str>> = territory
        .communes
        .iter()
        .map(|commune| vec![commune.insee.as_str(), commune.name.as_str()])
        .collect();
    let slot_rows: Vec<Vec<&str>> =
        slots.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let lists = Lists::of(&communes, &slot_rows, messages).with_tracks(territory.tracks);
    let mut workbook = Workbook::new();
    guide(workbook.add_worksheet(), commune, messages)?;
    let sheet = workbook.add_worksheet();
    enrolments(sheet, lines, &Crosses { territory, lists: &lists }, messages)?;
    people(workbook.add_worksheet(), lines, messages)?;
    lists.write(workbook.add_worksheet(), messages)?;
    workbook.save_to_buffer()
}

/// Identifier, weekday and start of a slot, as its table has them.
fn slot_row(slot: &Slot) -> [String; 3] {
    let weekday = format!("{:?}", slot.weekday).to_lowercase();
    let start = format!("{:02}:{:02}", slot.start_minute / 60, slot.start_minute % 60);
    [slot.id.clone(), weekday[..3].to_owned(), start]
}

fn guide(sheet: &mut Worksheet, commune: &Commune, messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text("book-guide", &[]))?;
    sheet.set_column_width(0, 110)?.set_screen_gridlines(false);
    on_paper(sheet);
    let title = Format::new().set_bold().set_font_size(16).set_font_color(DARK);
    let name = [("commune", commune.name.as_str().into())];
    sheet.write_string_with_format(0, 0, messages.text("form-title", &name), &title)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (line, row) in messages.text("form-text", &[]).lines().zip(2_u32..) {
        sheet.write_string_with_format(row, 0, line.trim(), &wrapped)?;
    }
    Ok(())
}

/// The columns of slots.
struct Crosses<'a> {
    territory: &'a Territory<'a>,
    lists: &'a Lists,
}

impl Crosses<'_> {
    /// What the column of a slot is called: in words, or by its identifier where another has the same weekday and time.
    fn heading(&self, slot: &Slot) -> String {
        let moment = |slot: &Slot| (slot.weekday.to_monday_zero_offset(), slot.start_minute);
        let alike = self.territory.slots.iter().filter(|other| moment(other) == moment(slot));
        if alike.count() > 1 { slot.id.clone() } else { self.lists.slots(&slot.id) }
    }
}

fn column(name: &str) -> Column {
    let known = Kind::Residents.columns().iter().find(|column| column.name == name);
    known.copied().expect("a column of enrolments")
}

fn enrolments(
    sheet: &mut Worksheet,
    lines: &[Line],
    crosses: &Crosses<'_>,
    messages: &Messages,
) -> Result<(), XlsxError> {
    let slots = crosses.territory.slots;
    sheet.set_name(name(Kind::Residents, messages.lang))?;
    sheet.set_repeat_rows(0, 0)?;
    on_paper(sheet);
    sheet.set_row_height(0, 48)?;
    let field = |line: &Line, column: &str| match column {
        "id" => line.id.clone(),
        column => line.fields.get(column).cloned().unwrap_or_default(),
    };
    let table = |columns: Vec<Column>, texts: &[Vec<String>], sheet: &mut Worksheet, from: u16| {
        let rows = texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let n_prepared = lines.len() as u32;
        let kind = Kind::Residents;
        let own =
            Sheet { kind, columns, lists: crosses.lists, messages, rows, n_prepared, has_communes: false };
        own.write_from(sheet, from)
    };
    let texts = |columns: &[&str]| -> Vec<Vec<String>> {
        lines.iter().map(|line| columns.iter().map(|column| field(line, column)).collect()).collect()
    };
    table(BEFORE.into_iter().map(column).collect(), &texts(&BEFORE), sheet, 0)?;
    let mut position = BEFORE.len() as u16;
    for slot in slots {
        cross(sheet, position, &crosses.heading(slot), lines.len() as u32, messages)?;
        for (line, row) in lines.iter().zip(1_u32..) {
            let list = line.fields.get("slots").map_or("", String::as_str);
            if list == "*" || list.split(' ').any(|id| id == slot.id) {
                sheet.write_string_with_format(row, position, "x", &centred())?;
            }
        }
        position += 1;
    }
    mark_uncrossed(sheet, BEFORE.len() as u16, position - 1, lines.len() as u32, messages)?;
    table(AFTER.into_iter().map(column).collect(), &texts(&AFTER), sheet, position)?;
    sheet.set_freeze_panes(1, BEFORE.len() as u16)?;
    Ok(())
}

fn centred() -> Format {
    let grid = Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0xC8_CE_D6));
    grid.set_align(FormatAlign::Center)
}

/// The column of a slot, to be crossed.
fn cross(
    sheet: &mut Worksheet,
    position: u16,
    heading: &str,
    n_lines: u32,
    messages: &Messages,
) -> Result<(), XlsxError> {
    let format = heading_format(true).set_align(FormatAlign::Center);
    sheet.write_string_with_format(0, position, heading, &format)?;
    let note = Note::new(messages.text("form-cross", &[])).add_author_prefix(false);
    sheet.insert_note(0, position, &note.set_width(260).set_height(70))?;
    sheet.set_column_width(position, CROSS)?;
    for row in 1..=n_lines {
        sheet.write_blank(row, position, &centred())?;
    }
    let marks = DataValidation::new()
        .allow_list_strings(&["x"])?
        .set_error_message(messages.text("form-cross", &[]))?
        .set_error_style(DataValidationErrorStyle::Stop);
    sheet.add_data_validation(1, position, n_lines, position, &marks)?;
    Ok(())
}

/// A line that has a name, and no cross, is yellow where the crosses go.
fn mark_uncrossed(
    sheet: &mut Worksheet,
    first: u16,
    last: u16,
    n_lines: u32,
    messages: &Messages,
) -> Result<(), XlsxError> {
    if last < first {
        return Ok(());
    }
    let [from, to] = [first, last].map(|position| letters(usize::from(position)));
    let people = messages.text("form-people", &[]);
    let rule = format!("=AND({people}!$B2<>\"\",COUNTA(${from}2:${to}2)=0)");
    let yellow = Format::new().set_background_color(YELLOW);
    let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(yellow);
    sheet.add_conditional_format(1, first, n_lines, last, &rule)?;
    Ok(())
}

/// The names, by number.
fn people(sheet: &mut Worksheet, lines: &[Line], messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text("form-people", &[]))?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    on_paper(sheet);
    sheet.set_row_height(0, 32)?;
    // One column for the whole name.
    let columns = PEOPLE.iter().filter(|column| column.name != "first_name");
    for (column, position) in columns.zip(0_u16..) {
        let title = match messages.lang {
            Lang::Fr => column.french,
            Lang::En => column.name,
        };
        let width = if matches!(column.name, "name" | "address" | "email") { 34.0 } else { 17.0 };
        sheet.write_string_with_format(0, position, title, &heading_format(position < 2))?;
        sheet.set_column_width(position, width)?;
        let note = messages.text(&format!("form-people-{}", column.name), &[]);
        let note = Note::new(note).add_author_prefix(false).set_width(260).set_height(70);
        sheet.insert_note(0, position, &note)?;
        // A telephone number is a text: it keeps its zero.
        let text = Format::new().set_num_format("@");
        sheet.set_column_format(position, &text)?;
        for (line, row) in lines.iter().zip(1_u32..) {
            let value = if column.name == "id" { Some(&line.id) } else { line.person.get(column.name) };
            match value {
                Some(value) => _ = sheet.write_string_with_format(row, position, value, &text)?,
                None => _ = sheet.write_blank(row, position, &text)?,
            }
        }
    }
    Ok(())
}
