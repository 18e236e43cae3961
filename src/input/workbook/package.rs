//! The ZIP archive of a workbook, within limits.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::sync::Arc;

use quick_xml::Reader;
use zip::ZipArchive;

use crate::diagnostics::{Code, Diagnostic, Fact, Place};

/// Limit of the bytes to which a workbook unpacks: about twice a table of a million residents.
const UNPACKED_BYTES: u64 = 1 << 30;
/// Files in the archive.
const ENTRIES: usize = 10_000;
/// Sheets of a workbook.
pub(super) const SHEETS: usize = 256;
/// Rows of the longest sheet.
pub(super) const ROWS: u64 = 1_048_576;
/// Columns of the widest sheet.
pub(super) const COLUMNS: usize = 16_384;
/// Cells of a sheet, including blank ones before the last of each row.
pub(super) const CELLS: u64 = 12_000_000;
/// Bytes of all texts of a sheet: one long text may be in many cells.
pub(super) const TEXT_BYTES: usize = 1 << 29;

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is damaged, or not a workbook.
    Damaged(String),
    /// It is protected by a password.
    Protected,
    /// It exceeds a limit: the key of a message, and the limit.
    TooLarge(&'static str, u64),
}

impl Refusal {
    /// The fault, at a place that names the file.
    pub(crate) fn told(self, place: Place) -> Diagnostic {
        match self {
            Self::Damaged(cause) => Diagnostic::new(Code::WorkbookUnreadable, place).with("cause", cause),
            Self::Protected => Diagnostic::new(Code::WorkbookProtected, place),
            Self::TooLarge(what, limit) => {
                let fault = Diagnostic::new(Code::WorkbookTooLarge, place).with("what", Fact::Message(what));
                fault.with("limit", limit.to_string())
            }
        }
    }
}

/// Damage, with its cause in the library's words.
pub(super) fn damaged(error: impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(error.to_string())
}

/// An archive that unpacks to a bounded number of bytes.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
}

impl Package {
    /// Opens an archive, and unpacks it once to check that it can be: the sizes stated in an archive may be false.
    pub(super) fn open(bytes: Arc<[u8]>) -> Result<Self, Refusal> {
        // An Excel workbook with a password is an OLE container.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Refusal::Protected);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > ENTRIES {
            return Err(Refusal::TooLarge("workbook-files", ENTRIES as u64));
        }
        let mut left = UNPACKED_BYTES;
        for position in 0..archive.len() {
            let entry = archive.by_index(position).map_err(damaged)?;
            let is_xml = [".xml", ".rels"].iter().any(|end| entry.name().to_lowercase().ends_with(end));
            left = drained(entry, left, is_xml)?;
        }
        Ok(Self { archive })
    }

    /// Whether the archive has this file.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The files of the archive with this ending, ignoring case.
    pub(super) fn ending(&self, end: &str) -> Vec<String> {
        let names = self.archive.file_names().filter(|name| name.to_lowercase().ends_with(end));
        names.map(str::to_owned).collect()
    }

    /// A file of the archive as XML; `None` if there is none.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Reader<Box<dyn BufRead + '_>>>, Refusal> {
        if !self.has(name) {
            return Ok(None);
        }
        let entry = self.archive.by_name(name).map_err(damaged)?;
        let reader: Box<dyn BufRead + '_> = Box::new(BufReader::new(entry.take(UNPACKED_BYTES)));
        let mut reader = Reader::from_reader(reader);
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(reader))
    }
}

/// The rest of the budget of bytes to unpack, after an entry. A document type is refused: workbooks have none.
fn drained(mut entry: impl Read, left: u64, is_xml: bool) -> Result<u64, Refusal> {
    const DOCTYPE: &[u8] = b"<!DOCTYPE";
    let mut chunk = vec![0; 1 << 16];
    let mut tail: Vec<u8> = Vec::new();
    let mut left = left;
    loop {
        let n_read = entry.read(&mut chunk).map_err(damaged)?;
        if n_read == 0 {
            return Ok(left);
        }
        left = left
            .checked_sub(n_read as u64)
            .ok_or(Refusal::TooLarge("workbook-unpacked", UNPACKED_BYTES >> 20))?;
        if is_xml {
            tail.extend_from_slice(&chunk[..n_read]);
            if tail.windows(DOCTYPE.len()).any(|bytes| bytes == DOCTYPE) {
                return Err(Refusal::Damaged("<!DOCTYPE>".to_owned()));
            }
            tail.drain(..tail.len().saturating_sub(DOCTYPE.len()));
        }
    }
}
