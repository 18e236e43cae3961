//! The planner's own templates: those that replace the built-in ones, fonts, and the files that they refer to.
//!
//! # Safety
//! A folder of templates may come from somebody else. Nothing outside it is read, by a link or by a path; files to which no
//! template refers are not read; and the total size is limited.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::input::file::{Refused, read as read_file};
use crate::messages::Messages;
use crate::output::paper::{Own, TEMPLATES};
use crate::output::write::in_words;

/// Maximum size of all templates, fonts and pictures together.
const MOST_BYTES: u64 = 64 << 20;

/// Reads the templates and fonts of a folder.
///
/// # Errors
/// Why the folder cannot be used, in words of the catalogue.
pub(super) fn own_templates(folder: &Path, messages: &Messages) -> Result<Own, String> {
    let home = fs::canonicalize(folder).map_err(|fault| in_words(&fault, messages))?;
    let folder = Folder { home, left: MOST_BYTES.into(), messages: Messages::new(messages.lang) };
    let mut own = Own::default();
    for name in TEMPLATES.map(|(name, _)| name.to_owned()) {
        own.files.extend(folder.file(&name)?.map(|bytes| (name, bytes)));
    }
    // A folder with none of the names would have no effect, which is surely a mistake.
    if own.files.is_empty() {
        let names = TEMPLATES.map(|(name, _)| name).join(", ");
        return Err(messages.text("templates-none", &[("names", names.into())]));
    }
    for name in folder.fonts()? {
        own.files.extend(folder.file(&name)?.map(|bytes| (name, bytes)));
    }
    own.reader = Some(Box::new(move |name| folder.file(name)));
    Ok(own)
}

/// A folder; paths that lead out of it are refused.
struct Folder {
    /// Its path, without links.
    home: PathBuf,
    /// Bytes that may still be read.
    left: AtomicU64,
    messages: Messages,
}

impl Folder {
    /// Names of the fonts in it.
    fn fonts(&self) -> Result<Vec<String>, String> {
        let entries = fs::read_dir(&self.home).map_err(|fault| in_words(&fault, &self.messages))?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let is_font = |name: &String| {
            let kind = Path::new(name).extension();
            kind.is_some_and(|kind| ["otf", "ttf"].iter().any(|font| kind.eq_ignore_ascii_case(font)))
        };
        let mut fonts: Vec<String> = names.filter(is_font).collect();
        fonts.sort();
        Ok(fonts)
    }

    /// The bytes of a file in it; `None` if there is no such file.
    fn file(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let is_within = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = match fs::canonicalize(self.home.join(name)) {
            Ok(path) => path,
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(self.unreadable(name, &fault)),
        };
        if !is_within || !path.starts_with(&self.home) {
            return Err(self.text("templates-outside", name));
        }
        let metadata = fs::metadata(&path).map_err(|fault| self.unreadable(name, &fault))?;
        if !metadata.is_file() {
            return Ok(None);
        }
        let left = self.left.load(Ordering::Relaxed);
        let bytes = read_file(&path, left).map_err(|refused| match refused {
            Refused::TooLarge(..) => self.text("templates-too-large", name),
            other => self.unreadable(name, &other.into()),
        })?;
        self.left.store(left - bytes.len() as u64, Ordering::Relaxed);
        Ok(Some(bytes))
    }

    fn unreadable(&self, name: &str, fault: &io::Error) -> String {
        format!("{name}: {}", in_words(fault, &self.messages))
    }

    fn text(&self, key: &str, name: &str) -> String {
        let limit = (MOST_BYTES >> 20) as usize;
        self.messages.text(key, &[("file", name.into()), ("limit", limit.into())])
    }
}
