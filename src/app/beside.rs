//! What an export reads next to scenario and plan: contacts, outlines, and the calendars published before.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::own_templates::own_templates;
use super::reading::both;
use crate::contacts::Contacts;
use crate::diagnostics::Diagnostic;
use crate::input::{self, CALENDAR_BYTES, FILE_BYTES};
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::calendar::Earlier;
use crate::output::calendar::unread::Unread;
use crate::output::export::Outlines;
use crate::output::paper::Own;
use crate::output::write::in_words;

/// Where to look.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// Names.
    pub contacts: Option<&'a Path>,
    /// The folder of an earlier export.
    pub previous: Option<&'a Path>,
    /// Outlines of communes.
    pub boundaries: Option<&'a Path>,
    /// The planner's own templates.
    pub templates: Option<&'a Path>,
    /// The table of communes; outlines are looked for in its folder.
    pub communes: &'a Path,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Further {
    /// Outlines of communes.
    pub outlines: Outlines,
    /// Names.
    pub contacts: Option<Contacts>,
    /// What was published before.
    pub earlier: Earlier,
    /// The planner's own templates.
    pub templates: Own,
}

/// Files that cannot be used.
#[derive(Debug)]
pub struct Unusable {
    /// The calendars published before.
    pub previous: Option<NoCalendars>,
    /// The folder of templates, and the cause, in words.
    pub templates: Option<(PathBuf, String)>,
    /// Faults and warnings of tables and outlines.
    pub findings: Vec<Diagnostic>,
}

/// Why the calendars published before cannot be continued.
#[derive(Debug)]
pub enum NoCalendars {
    /// A folder or file that cannot be read.
    Unreadable(PathBuf, String),
    /// A file that cannot be read as a calendar of this program.
    Faulty(Vec<Diagnostic>),
    /// A folder without a calendar.
    Empty(PathBuf),
    /// A calendar that does not belong to these.
    Foreign(PathBuf, Unread),
}

impl Unusable {
    /// Why calendars and templates cannot be used, in words, one line each.
    pub fn words(&self, messages: &Messages) -> Vec<String> {
        let mut lines: Vec<String> = self.previous.iter().filter_map(|why| why.words(messages)).collect();
        lines.extend(self.templates.iter().map(|(folder, cause)| {
            let variables =
                [("folder", folder.display().to_string().into()), ("cause", cause.as_str().into())];
            messages.text("templates-unreadable", &variables)
        }));
        lines
    }

    /// Faults and warnings of calendars, tables and outlines.
    pub fn found(&self) -> impl Iterator<Item = &Diagnostic> {
        let calendars = match &self.previous {
            Some(NoCalendars::Faulty(faults)) => faults.as_slice(),
            _ => &[],
        };
        calendars.iter().chain(&self.findings)
    }
}

impl NoCalendars {
    /// In words; `None` if the errors of a file are reported instead.
    fn words(&self, messages: &Messages) -> Option<String> {
        let (path, cause) = match self {
            Self::Unreadable(path, cause) => (path, cause.clone()),
            Self::Empty(path) => (path, messages.text("previous-empty", &[])),
            Self::Foreign(path, unread) => (path, of_unread(unread, messages)),
            Self::Faulty(_) => return None,
        };
        let variables = [("file", path.display().to_string().into()), ("cause", cause.into())];
        Some(messages.text("previous-unreadable", &variables))
    }
}

fn of_unread(unread: &Unread, messages: &Messages) -> String {
    match unread {
        Unread::NotACalendar { line } => {
            messages.text("previous-no-calendar", &[("line", line.to_string().into())])
        }
        Unread::NotOurs { uid } => messages.text("previous-event", &[("uid", uid.as_str().into())]),
        Unread::OtherSeries => messages.text("previous-other-plan", &[]),
    }
}

impl Beside<'_> {
    /// Reads all of them, with the warnings; faults of templates are worded by `messages`.
    ///
    /// # Errors
    /// The faults of each part.
    pub fn read(
        &self,
        instance: &Instance,
        messages: &Messages,
    ) -> Result<(Further, Vec<Diagnostic>), Box<Unusable>> {
        let beside = self.communes.with_extension("geojson");
        let outlines = self.boundaries.or_else(|| beside.is_file().then_some(beside.as_path()));
        let outlines = outlines.map(|path| input::read_boundaries(path, None));
        let contacts = self.contacts.map(|path| input::read_contacts(path, instance));
        let outlines = outlines.unwrap_or_else(|| Ok((Outlines::new(), Vec::new())));
        let contacts = contacts
            .map_or_else(|| Ok((None, Vec::new())), |read| read.map(|(read, more)| (Some(read), more)));
        let nothing = Earlier::nothing(instance);
        let earlier = match self.previous {
            Some(folder) => earlier(nothing, folder, messages),
            None => Ok(nothing),
        };
        let named = |folder: &Path, cause| (folder.to_owned(), cause);
        let own = |folder| own_templates(folder, messages).map_err(|cause| named(folder, cause));
        let templates = self.templates.map_or_else(|| Ok(Own::default()), own);
        match (both(outlines, contacts), earlier, templates) {
            (Ok(((outlines, contacts), warnings)), Ok(earlier), Ok(templates)) => {
                Ok((Further { outlines, contacts, earlier, templates }, warnings))
            }
            (tables, earlier, templates) => Err(Box::new(Unusable {
                previous: earlier.err(),
                templates: templates.err(),
                findings: tables.map_or_else(|faults| faults, |(_, warnings)| warnings),
            })),
        }
    }
}

/// Every calendar below a folder.
fn earlier(nothing: Earlier, folder: &Path, messages: &Messages) -> Result<Earlier, NoCalendars> {
    let unreadable =
        |fault: io::Error| NoCalendars::Unreadable(folder.to_owned(), in_words(&fault, messages));
    let files = below(folder).map_err(unreadable)?;
    let is_calendar = |path: &PathBuf| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("ics"));
    let calendars: Vec<PathBuf> = files.into_iter().filter(is_calendar).collect();
    if calendars.is_empty() {
        return Err(NoCalendars::Empty(folder.to_owned()));
    }
    let mut earlier = nothing;
    let mut left = FILE_BYTES;
    for path in calendars {
        let text = input::read_text(&path, CALENDAR_BYTES.min(left)).map_err(NoCalendars::Faulty)?;
        left = left.saturating_sub(text.len() as u64);
        let folder = path.parent().and_then(Path::file_name).and_then(OsStr::to_str).unwrap_or_default();
        earlier.read(&text, folder).map_err(|unread| NoCalendars::Foreign(path.clone(), unread))?;
    }
    Ok(earlier)
}

/// Every file below a folder, in the order of their paths; links to folders are not followed.
///
/// # Errors
/// If the folder, or one below it, cannot be listed.
pub fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() && !path.is_symlink() {
            files.extend(below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// When a plan was written, UTC, to the second: the date of the documents made from it. The clock would give different
/// bytes every time; if the file system stores no times, it is the epoch.
pub fn written_at(plan: &Path) -> DateTime {
    let modified = fs::metadata(plan).and_then(|metadata| metadata.modified()).ok();
    let stamp = modified.and_then(|time| Timestamp::try_from(time).ok()).unwrap_or_default();
    let whole = Timestamp::from_second(stamp.as_second()).unwrap_or_default();
    whole.to_zoned(TimeZone::UTC).datetime()
}
