//! Files as text: decodes what spreadsheets in France write.
//!
//! UTF-8 with or without a byte-order mark, UTF-16 with one, and Windows-1252 for text that is not UTF-8. A file with
//! control characters is not text in any of them.

use std::path::Path;

use encoding_rs::{Encoding, WINDOWS_1252};
use sha2::{Digest, Sha256};

use super::file::Refused;
use super::limits::FILE_BYTES;
use super::sources::Sources;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, nearest};

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file, under the name that was given.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Reads a file; `None` if a fault was reported. Its bytes are added to `digest` as they are on disk. A file that
    /// cannot be opened is reported where it is `named`, for example in a scenario.
    pub fn read(
        sources: &Sources,
        path: &Path,
        named: Option<Place>,
        digest: &mut Sha256,
        faults: &mut Faults,
    ) -> Option<Self> {
        let name = path.display().to_string();
        let bytes = bytes_at(sources, path, named, FILE_BYTES, faults)?;
        digest.update(&bytes);
        Self::decoded(&name, bytes, faults)
    }

    /// Reads a file on disk that is not part of a digest; `None` if a fault was reported.
    pub(crate) fn of_disk(path: &Path, faults: &mut Faults) -> Option<Self> {
        Self::read(&Sources::disk(), path, None, &mut Sha256::new(), faults)
    }

    /// The text of bytes that were read from the file `name`; `None` if a fault was reported.
    pub(crate) fn decoded(name: &str, bytes: Vec<u8>, faults: &mut Faults) -> Option<Self> {
        match decoded(bytes) {
            Ok(text) => Some(Self { name: name.to_owned(), text }),
            Err(not_text) => {
                let place = Place::line(name, not_text.line);
                let fault = Diagnostic::new(Code::NotText, place);
                faults.add(if not_text.is_spreadsheet { fault.hinting("hint-save-as-csv") } else { fault });
                None
            }
        }
    }

    /// The line of a byte of the text, and the character within that line, both from 1.
    pub(crate) fn line_and_character(&self, byte: usize) -> (u64, u64) {
        let before = self.text.get(..byte.min(self.text.len())).unwrap_or_default();
        let line = before.bytes().filter(|&byte| byte == b'\n').count() as u64 + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() as u64 + 1)
    }

    /// The text of a line or, if it is blank, of the last line before it that is not.
    pub(crate) fn text_at(&self, line: u64) -> &str {
        let until = self.text.lines().take(line as usize).map(str::trim);
        until.filter(|text| !text.is_empty()).last().unwrap_or_default()
    }
}

/// The start of each line of a text, to find the line of a byte without counting from the top.
#[derive(Debug, Clone)]
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> Self {
        let after =
            text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(newline, _)| newline + 1);
        Self(std::iter::once(0).chain(after).collect())
    }

    /// The line of a byte, from 1.
    pub(crate) fn line(&self, byte: usize) -> u64 {
        self.0.partition_point(|&start| start <= byte) as u64
    }
}

/// The bytes of a file of at most `limit`. `None` if a fault was reported, where the file is `named` or for the file
/// itself.
pub(crate) fn bytes_at(
    sources: &Sources,
    path: &Path,
    named: Option<Place>,
    limit: u64,
    faults: &mut Faults,
) -> Option<Vec<u8>> {
    let name = path.display().to_string();
    let refused = match sources.read(path, limit) {
        Ok(bytes) => return Some(bytes),
        Err(refused) => refused,
    };
    let place = named.unwrap_or_else(|| Place::file(&name));
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
    let fault = match refused {
        Refused::Missing => missing(sources, path, place),
        Refused::NotAFile => Diagnostic::new(Code::NotAFile, place),
        Refused::TooLarge(size, limit) => Diagnostic::new(Code::FileTooLarge, place)
            .with("size", megabytes(size))
            .with("limit", megabytes(limit)),
        Refused::Unreadable(error) => {
            Diagnostic::new(Code::FileUnreadable, place).with("cause", Fact::system(&error))
        }
    };
    faults.add(fault.with("file", name));
    None
}

/// The fault of a missing file; its folder may hold one with a similar name.
fn missing(sources: &Sources, path: &Path, place: Place) -> Diagnostic {
    let names = sources.names_in(path.parent().unwrap_or(Path::new("")));
    let wanted = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // A Windows path on another system.
    let slashed = path.display().to_string().replace('\\', "/");
    if slashed.len() == path.as_os_str().len()
        && Path::new(&slashed) != path
        && sources.has(Path::new(&slashed))
    {
        return Diagnostic::new(Code::FileMissing, place).suggesting("hint-write-slashes", Some(slashed));
    }
    let found = nearest(wanted, names.iter().map(String::as_str)).filter(|&found| found != wanted);
    Diagnostic::new(Code::FileMissing, place).suggesting("hint-nearest", found)
}

/// Where a file proves not to be text.
struct NotText {
    line: u64,
    is_spreadsheet: bool,
}

fn decoded(bytes: Vec<u8>) -> Result<String, NotText> {
    // Workbooks of every office suite are ZIP archives or OLE containers.
    let is_spreadsheet = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let text = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]).map(Into::into)
        }
        None => Some(String::from_utf8(bytes).unwrap_or_else(|error| {
            WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned()
        })),
    };
    let text: String = text.ok_or(NotText { line: 1, is_spreadsheet })?;
    match first_control(&text) {
        // Old Macintosh programs end lines with a carriage return alone.
        None if !text.contains('\n') => Ok(text.replace('\r', "\n")),
        None => Ok(text),
        Some(byte) => {
            let line = text[..byte].bytes().filter(|&byte| byte == b'\n').count() as u64 + 1;
            Err(NotText { line, is_spreadsheet })
        }
    }
}

/// The position of the first control character that a text must not contain.
fn first_control(text: &str) -> Option<usize> {
    // Those beyond ASCII are two bytes, of which the first is `0xc2`.
    let may_control = |byte: u8| byte < b' ' || byte == 0x7f || byte == 0xc2;
    let is_blank = |byte: u8| matches!(byte, b'\t' | b'\r' | b'\n');
    let suspect = text.bytes().position(|byte| may_control(byte) && !is_blank(byte))?;
    let is_foreign = |character: char| character.is_control() && !matches!(character, '\t' | '\r' | '\n');
    text[suspect..].find(is_foreign).map(|byte| suspect + byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decoded(bytes.to_vec()).ok()
    }

    #[test]
    fn the_encodings_of_spreadsheets_are_told_apart() {
        let expected = Some("Hérimoncourt".to_owned());
        assert_eq!(text("Hérimoncourt".as_bytes()), expected);
        assert_eq!(text(b"\xef\xbb\xbfH\xc3\xa9rimoncourt"), expected);
        assert_eq!(text(b"H\xe9rimoncourt"), expected);
        let utf16: Vec<u8> = "\u{feff}Hérimoncourt".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16), expected);
    }

    #[test]
    fn bytes_that_no_text_has_are_refused() {
        assert_eq!(text(b"id\n\x00\x01"), None);
        assert_eq!(text(b"\xff\xfe\x00"), None);
        assert_eq!(text(b"PK\x03\x04"), None);
        assert_eq!(text(b"\x81\x8d"), None);
    }
}
