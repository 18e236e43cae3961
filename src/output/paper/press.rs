//! Typesets documents with Typst, from templates and data in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::civil::DateTime;
use serde_json::{Value as Json, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime};
use typst::layout::PagedDocument;
use typst::syntax::{FileId, Source, VirtualPath};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{Own, Reader, TEMPLATES};

/// The font of every paper: narrow enough for tables, clear at a distance, with tabular figures.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../data/fonts/Inter-Regular.otf"),
    include_bytes!("../../../data/fonts/Inter-Italic.otf"),
    include_bytes!("../../../data/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../../data/fonts/Inter-Bold.otf"),
];

/// Sizes that are tried for a document of one page, largest first.
const SCALES: [f64; 10] = [1.3, 1.15, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48];

/// Fonts and templates, ready to typeset; shared by all documents and threads.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    files: BTreeMap<String, Bytes>,
    reader: Option<Reader>,
    /// Files read from the planner's folder, by name.
    read: Mutex<BTreeMap<String, FileResult<Bytes>>>,
    n_printed: AtomicUsize,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("files", &self.files.keys()).finish_non_exhaustive()
    }
}

impl Press {
    /// Whether this build makes papers.
    pub const EXISTS: bool = true;

    /// Creates a press with the program's templates; the planner's own replace those of the same name.
    pub fn new(own: Own) -> Self {
        let Own { files: own, reader } = own;
        let ours = FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font)));
        let is_font = |name: &str| {
            let name = name.to_ascii_lowercase();
            [".otf", ".ttf"].iter().any(|kind| name.ends_with(kind))
        };
        let theirs = own.iter().filter(|(name, _)| is_font(name));
        let theirs = theirs.flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.clone())));
        let fonts: Vec<Font> = ours.chain(theirs).collect();
        let ours = TEMPLATES.map(|(name, text)| (name.to_owned(), Bytes::new(text.as_bytes())));
        let mut files: BTreeMap<String, Bytes> = ours.into();
        files.extend(own.into_iter().map(|(name, bytes)| (name, Bytes::new(bytes))));
        let book = FontBook::from_fonts(&fonts);
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(book),
            fonts,
            files,
            reader,
            read: Mutex::default(),
            n_printed: AtomicUsize::new(0),
        }
    }

    /// A file next to the planner's templates; the same on every call.
    fn beside(&self, path: &Path) -> FileResult<Bytes> {
        let not_found = || FileError::NotFound(path.to_owned());
        let (Some(reader), Some(name)) = (&self.reader, path.to_str()) else { return Err(not_found()) };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let found = read.entry(name.to_owned()).or_insert_with(|| match reader(name) {
            Ok(Some(bytes)) => Ok(Bytes::new(bytes)),
            Ok(None) => Err(not_found()),
            Err(cause) => Err(FileError::Other(Some(cause.into()))),
        });
        found.clone()
    }

    /// Typesets a template with its data.
    ///
    /// # Errors
    /// The fault of the template, with its line, in the words of Typst.
    pub fn print(&self, template: &str, data: &Json, made: DateTime) -> Result<Vec<u8>, String> {
        let sheet = self.sheet(template, data, made);
        let printed = sheet.document().and_then(|document| pdf(&document, &sheet));
        self.forget();
        printed
    }

    /// Typesets a document of one page: at the largest size up to `largest` (1 is ten points) at which all of it fits.
    /// If it fits at no size, it runs over visibly rather than being cut off.
    ///
    /// # Errors
    /// The fault of the template, as for [`Self::print`].
    pub fn print_on_one_page(
        &self,
        template: &str,
        mut data: Json,
        made: DateTime,
        largest: f64,
    ) -> Result<Vec<u8>, String> {
        let mut scales = SCALES.into_iter().filter(|&scale| scale <= largest).peekable();
        let printed = loop {
            data["scale"] = json!(scales.next().unwrap_or(largest));
            let sheet = self.sheet(template, &data, made);
            match sheet.document() {
                Ok(document) if document.pages.len() <= 1 || scales.peek().is_none() => {
                    break pdf(&document, &sheet);
                }
                Ok(_) => {}
                Err(fault) => break Err(fault),
            }
        };
        self.forget();
        printed
    }

    /// Regularly drops what Typst has memoised about earlier documents, which grows with each and helps few others. Not
    /// after every document, since the templates would be evaluated again each time.
    fn forget(&self) {
        const DOCUMENTS: usize = 32;
        if self.n_printed.fetch_add(1, Ordering::Relaxed) % DOCUMENTS == DOCUMENTS - 1 {
            typst::comemo::evict(0);
        }
    }

    fn sheet<'a>(&'a self, template: &str, data: &Json, made: DateTime) -> Sheet<'a> {
        Sheet { press: self, main: file(template), data: Bytes::from_string(data.to_string()), made }
    }
}

/// The PDF: accessible by the rules of PDF/UA-1, which our own templates obey. If a template of the planner's does not,
/// the PDF is tagged but does not claim to conform.
fn pdf(document: &PagedDocument, sheet: &Sheet<'_>) -> Result<Vec<u8>, String> {
    let timestamp = sheet.date_and_time().map(Timestamp::new_utc);
    let options = |standards| PdfOptions { timestamp, standards, ..PdfOptions::default() };
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
    typst_pdf::pdf(document, &options(accessible))
        .or_else(|_| typst_pdf::pdf(document, &options(PdfStandards::default())))
        .map_err(|faults| worded(&faults, sheet))
}

/// One document being made.
struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    data: Bytes,
    made: DateTime,
}

impl Sheet<'_> {
    fn document(&self) -> Result<PagedDocument, String> {
        typst::compile(self).output.map_err(|faults| worded(&faults, self))
    }

    fn date_and_time(&self) -> Option<Datetime> {
        let (date, time) = (self.made.date(), self.made.time());
        Datetime::from_ymd_hms(
            i32::from(date.year()),
            date.month() as u8,
            date.day() as u8,
            time.hour() as u8,
            time.minute() as u8,
            time.second() as u8,
        )
    }
}

/// Faults with their line in the template.
fn worded(faults: &[SourceDiagnostic], sheet: &Sheet<'_>) -> String {
    let one = |fault: &SourceDiagnostic| {
        let place = fault.span.id().and_then(|id| {
            let source = sheet.source(id).ok()?;
            let byte = source.range(fault.span)?.start;
            let line = source.lines().byte_to_line(byte)? + 1;
            Some(format!("{}:{line}: ", id.vpath().as_rootless_path().display()))
        });
        format!("{}{}", place.unwrap_or_default(), fault.message)
    };
    faults.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn file(name: &str) -> FileId {
    FileId::new(None, VirtualPath::new(name))
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().as_rootless_path();
        let name = path.to_string_lossy();
        if name == "data.json" && id.package().is_none() {
            return Ok(self.data.clone());
        }
        if id.package().is_some() {
            return Err(FileError::NotFound(path.to_owned()));
        }
        self.press.files.get(name.as_ref()).map_or_else(|| self.press.beside(path), |found| Ok(found.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<i64>) -> Option<Datetime> {
        let date = self.made.date();
        Datetime::from_ymd(i32::from(date.year()), date.month() as u8, date.day() as u8)
    }
}
