//! How the workbooks to fill in look: colours, headings, paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use crate::messages::Lang;
use crate::messages::lines::wrapped_lines;

/// Headings of columns that every row needs.
pub(super) const DARK: Color = Color::RGB(0x1F_3A_5F);
/// Other headings.
pub(super) const MILD: Color = Color::RGB(0x5B_7B_A6);
/// What is not known.
pub(super) const RED: Color = Color::RGB(0xF4_B6_B0);
/// What is missing.
pub(super) const YELLOW: Color = Color::RGB(0xFF_F2_B3);

/// The highest row of a sheet, points.
const HIGHEST: f64 = 409.0;

/// A4, landscape, as wide as the page.
pub(super) fn on_paper(sheet: &mut Worksheet) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
}

/// How high a row is whose texts are wrapped at so many characters: not every spreadsheet finds that out by itself.
pub(super) fn height_of<'a>(texts: impl IntoIterator<Item = (&'a String, usize)>) -> f64 {
    let lines = texts.into_iter().map(|(text, width)| wrapped_lines(text, width)).max();
    (15.0 * lines.unwrap_or(1).max(1) as f64).min(HIGHEST)
}

/// How a heading looks.
pub(super) fn heading_format(is_required: bool) -> Format {
    let background = if is_required { DARK } else { MILD };
    Format::new().set_bold().set_font_color(Color::White).set_background_color(background).set_text_wrap()
}

/// Numbers and days stand at the right of their column, away from the text of the next.
pub(super) fn at_the_right(format: Format) -> Format {
    format.set_align(FormatAlign::Right).set_indent(1)
}

/// How a date is shown.
pub(super) fn date_format(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "dd/mm/yyyy",
        Lang::En => "yyyy-mm-dd",
    }
}
