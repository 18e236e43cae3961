//! The sheet of a table: headings with comments, cells with lists and formats, and the marks of what is missing or unknown.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, FormatAlign, Note,
    Worksheet, XlsxError,
};

use super::field::Field;
use super::lists::Lists;
use super::look::Look;
use super::style::{RED, YELLOW, at_the_right, date_format, heading_format, height_of, on_paper};
use crate::input::column::Column;
use crate::input::tables::kind::Kind;
use crate::messages::{Lang, Messages};

/// Characters of a line of a list of slots, within the width of its column.
const SLOTS_LINE: usize = 40;

/// What the sheet of a table is called.
pub(super) fn name(kind: Kind, lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => kind.french(),
        Lang::En => kind.name(),
    }
}

/// The sheet of a table.
pub(super) struct Sheet<'a> {
    /// What it holds.
    pub(super) kind: Kind,
    /// Its columns, from the first.
    pub(super) columns: Vec<Column>,
    /// The lists that it offers.
    pub(super) lists: &'a Lists,
    /// Its words.
    pub(super) messages: &'a Messages,
    /// Its rows; each has a field for each of the first columns.
    pub(super) rows: Vec<Vec<&'a str>>,
    /// Rows that are prepared.
    pub(super) n_prepared: u32,
    /// Whether the workbook has the table of communes, whose codes are known then.
    pub(super) has_communes: bool,
}

impl Sheet<'_> {
    /// Writes it under its name.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(name(self.kind, self.messages.lang))?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        on_paper(sheet);
        sheet.set_row_height(0, 32)?;
        self.write_from(sheet, 0)
    }

    /// Writes its columns from this one on, to a sheet that has its name already.
    pub(super) fn write_from(&self, sheet: &mut Worksheet, first: u16) -> Result<(), XlsxError> {
        let n_columns = first + self.columns.len() as u16;
        for (&column, position) in self.columns.iter().zip(first..) {
            self.heading(sheet, column, position)?;
            self.guard(sheet, column, position, n_columns)?;
        }
        for (row, number) in self.rows.iter().zip(1_u32..) {
            sheet.set_row_height(number, height_of(self.slots(row).iter().map(|list| (list, SLOTS_LINE))))?;
            let is_invented = row.last().is_some_and(|note| note.contains("invent"));
            for ((text, &column), position) in row.iter().zip(&self.columns).zip(first..) {
                self.put(sheet, (number, position), column, text, is_invented)?;
            }
        }
        Ok(())
    }

    /// The lists of slots of a row, in words.
    fn slots(&self, row: &[&str]) -> Vec<String> {
        let of_slots = row.iter().zip(&self.columns);
        let lists = of_slots.filter(|(_, column)| Look::of(self.kind, **column) == Look::Slots);
        lists.map(|(text, _)| self.lists.slots(text)).collect()
    }

    fn heading(&self, sheet: &mut Worksheet, column: Column, position: u16) -> Result<(), XlsxError> {
        let title = match self.messages.lang {
            Lang::Fr => column.french,
            Lang::En => column.name,
        };
        let look = Look::of(self.kind, column);
        let heading = heading_format(column.is_required);
        let heading = if look.is_measured() { at_the_right(heading) } else { heading };
        sheet.write_string_with_format(0, position, title, &heading)?;
        let key = self.kind.meaning_of(column);
        let need = if column.is_required { "column-required" } else { "column-optional" };
        let note = format!("{}\n{}", self.messages.text(&key, &[]), self.messages.text(need, &[]));
        sheet.insert_note(
            0,
            position,
            &Note::new(note).add_author_prefix(false).set_width(320).set_height(110),
        )?;
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
            // A list of slots is longer than its column.
            Look::Slots => Format::new().set_text_wrap(),
            _ => Format::new(),
        };
        let format = format.set_align(FormatAlign::Top);
        let format = if look.is_measured() { at_the_right(format) } else { format };
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
            sheet.add_data_validation(1, position, self.n_prepared, position, &validation)?;
        }
        if look == Look::Commune {
            let known = self.lists.communes_formula();
            let codes = name(Kind::Communes, self.messages.lang);
            let is_no_code = format!(",COUNTIF({codes}!$A$2:$A$10000,{letter}2)=0");
            let is_no_code = if self.has_communes { is_no_code.as_str() } else { "" };
            let rule = format!("=AND({letter}2<>\"\",COUNTIF({known},{letter}2)=0{is_no_code})");
            let red = Format::new().set_background_color(RED);
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(red);
            sheet.add_conditional_format(1, position, self.n_prepared, position, &rule)?;
        }
        if column.is_required {
            let rule = format!("=AND(COUNTA($A2:${last}2)>0,ISBLANK({letter}2))");
            let yellow = Format::new().set_background_color(YELLOW);
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(yellow);
            sheet.add_conditional_format(1, position, self.n_prepared, position, &rule)?;
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
