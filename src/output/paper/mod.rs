//! Papers: PDF documents, typeset by Typst from templates that a planner can replace.
//!
//! A document is a template and its data: a JSON value whose words come from the catalogue, so that a template contains
//! no words itself. The templates (`templates/*.typ`) and the font (Inter, in `data/fonts`) are part of the program. A
//! template of the planner's replaces ours of the same name, and can use any other file in its folder (a logo, a font).
//! PDFs are tagged, state their language and embed the used part of the font.
//!
//! Making a document reads nothing except the files next to a planner's template that the template asks for, each once,
//! through a [`Reader`] that the edge provides: no network, no clock. The date is that of the plan.
//!
//! # Design
//! A build without the feature `papers` leaves Typst out, and with it all papers: see [`Press::EXISTS`]. The data of
//! papers is still compiled, so that only one of two files differs.

pub mod bill;
pub mod confirmation;
pub mod correction;
pub mod cycle;
pub mod estimate;
mod letter;
pub mod poster;
#[cfg_attr(not(feature = "papers"), path = "no_press.rs")]
mod press;
pub mod road_book;

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde_json::{Value as Json, json};

use crate::messages::{Lang, Messages};
pub use press::Press;

/// The templates that are part of the program.
pub const TEMPLATES: [(&str, &str); 8] = [
    ("style.typ", include_str!("templates/style.typ")),
    ("poster.typ", include_str!("templates/poster.typ")),
    ("road-book.typ", include_str!("templates/road-book.typ")),
    ("attendance.typ", include_str!("templates/attendance.typ")),
    ("confirmations.typ", include_str!("templates/confirmations.typ")),
    ("corrections.typ", include_str!("templates/corrections.typ")),
    ("bill.typ", include_str!("templates/bill.typ")),
    ("estimate.typ", include_str!("templates/estimate.typ")),
];

/// Reads a file next to the planner's templates by its name: a logo, or a template that another includes. `None` if
/// there is no such file; an error says why it cannot be read.
pub type Reader = Box<dyn Fn(&str) -> Result<Option<Vec<u8>>, String> + Send + Sync>;

/// The planner's own templates.
#[derive(Default)]
pub struct Own {
    /// Templates that replace ours, and fonts, by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Reads the other files that they use.
    pub reader: Option<Reader>,
}

impl std::fmt::Debug for Own {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Own").field("files", &self.files.keys()).finish_non_exhaustive()
    }
}

/// What every document states: its language, its title, and that its data is invented, if it is.
fn frame(title: &str, is_invented: bool, made: DateTime, messages: &Messages) -> Json {
    // Printed at the bottom of each page.
    let notice = if is_invented { messages.text("invented-above", &[]) } else { String::new() };
    let lang = match messages.lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    let made = messages.text("paper-made", &[("date", messages.date(made.date()).into())]);
    json!({ "lang": lang, "title": title, "notice": notice, "made": made, "scale": 1.0 })
}

/// The words of a template: the catalogue's texts by key without `prefix`.
fn words<const N: usize>(messages: &Messages, prefix: &str, keys: [&str; N]) -> Json {
    keys.into_iter().map(|key| (key.to_owned(), messages.text(&format!("{prefix}-{key}"), &[]))).collect()
}
