//! Workbooks (`.xlsx`, `.xlsm`, `.ods`): their sheets as texts, cell by cell, with limits.
//!
//! A workbook is an untrusted ZIP archive: `package` limits what it unpacks to and refuses document types (no entity is
//! ever resolved) before anything is read. Cells are read by value: real dates, times, numbers, booleans and percentages
//! become the text that the readers of tables take (`text`). A formula counts as its last result and is never run; an
//! error remains an error, and a formula that was never computed is reported.
//!
//! # Design
//! Excel's files are read by calamine, cell by cell (its ranges span the rectangle around all cells, so two cells in
//! opposite corners would take all memory). What calamine does not report (hidden rows and columns, formulas without a
//! result) comes from a pass over the sheet's XML, which also finds damage and counts cells first. `OpenDocument` has its
//! own reader here: calamine drops the errors of formulas, and hangs at the end of a file that stops within a comment.

mod ods;
mod package;
mod rewritten;
mod text;
mod xlsx;

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use super::sheet::GridRow;
use package::{Package, Refusal};
pub(crate) use rewritten::{Cells, Unwritten, rewritten};

/// What a sheet holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// Its rows that are not blank, from the top.
    pub(crate) rows: Vec<GridRow>,
    /// Numbers of the rows that are hidden and not blank, from 1.
    pub(crate) hidden_rows: Vec<u64>,
    /// Positions of the columns that are hidden, from 0.
    pub(crate) hidden_columns: Vec<usize>,
}

/// A workbook.
pub(crate) struct Workbook {
    /// Its bytes.
    pub(crate) bytes: Arc<[u8]>,
    sheets: Vec<SheetName>,
    book: RefCell<Book>,
}

/// A sheet, before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetName {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
}

enum Book {
    Xlsx(Box<xlsx::Xlsx>),
    Ods(Vec<Content>),
}

/// Whether a file is a workbook, by its extension.
pub(crate) fn is_workbook(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    ["xlsx", "xlsm", "ods"].iter().any(|known| known.eq_ignore_ascii_case(end))
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// Why it cannot be read as a workbook.
    pub(crate) fn open(bytes: Arc<[u8]>) -> Result<Self, Refusal> {
        let mut package = Package::open(Arc::clone(&bytes))?;
        let (sheets, book) = if package.has("content.xml") {
            let (sheets, contents) = ods::read(&mut package)?;
            (sheets, Book::Ods(contents))
        } else {
            let (sheets, xlsx) = xlsx::open(package, Arc::clone(&bytes))?;
            (sheets, Book::Xlsx(Box::new(xlsx)))
        };
        Ok(Self { bytes, sheets, book: RefCell::new(book) })
    }

    /// Its sheets, in order.
    pub(crate) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// What the sheet at a position holds.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn content(&self, position: usize) -> Result<Content, Refusal> {
        match &mut *self.book.borrow_mut() {
            Book::Xlsx(xlsx) => xlsx.content(&self.sheets[position].name),
            Book::Ods(contents) => Ok(contents[position].clone()),
        }
    }
}

/// A name without control characters, which a terminal would obey.
fn legible(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
