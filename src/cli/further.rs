//! What an export reads beside scenario and plan: contacts, outlines, and the calendars published before.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::own_templates::own_templates;
use super::{Outcome, Terminal, reading};
use crate::contacts::Contacts;
use crate::input::{self, CALENDAR_BYTES, FILE_BYTES};
use crate::instance::Instance;
use crate::output::calendar::Earlier;
use crate::output::calendar::earlier::Unread;
use crate::output::export::Outlines;
use crate::output::paper::Own;

/// Where to look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) contacts: Option<&'a Path>,
    pub(super) previous: Option<&'a Path>,
    pub(super) boundaries: Option<&'a Path>,
    pub(super) templates: Option<&'a Path>,
    /// The table of communes, beside which outlines are looked for.
    pub(super) communes: &'a Path,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Further {
    pub(super) outlines: Outlines,
    pub(super) contacts: Option<Contacts>,
    pub(super) earlier: Earlier,
    pub(super) templates: Own,
}

impl Beside<'_> {
    /// Reads all of it; the faults of all files are told.
    ///
    /// # Errors
    /// [`Outcome::BadInput`] if any has a fault.
    pub(super) fn read(&self, instance: &Instance, terminal: &Terminal) -> Result<Further, Outcome> {
        let beside = self.communes.with_extension("geojson");
        let outlines = self.boundaries.or_else(|| beside.is_file().then_some(beside.as_path()));
        let outlines = outlines.map(|path| input::read_boundaries(path, None));
        let contacts = self.contacts.map(|path| input::read_contacts(path, instance));
        let outlines = outlines.unwrap_or_else(|| Ok((Outlines::new(), Vec::new())));
        let contacts = contacts
            .map_or_else(|| Ok((None, Vec::new())), |read| read.map(|(read, more)| (Some(read), more)));
        let nothing = Earlier::nothing(instance);
        let earlier = match self.previous {
            Some(folder) => earlier(nothing, folder, terminal),
            None => Ok(nothing),
        };
        let templates =
            self.templates.map_or_else(|| Ok(Own::default()), |folder| own_templates(folder, terminal));
        let (outlines, contacts, warnings) = reading::both(outlines, contacts, terminal)?;
        reading::tell(&warnings, terminal);
        Ok(Further { outlines, contacts, earlier: earlier?, templates: templates? })
    }
}

/// Every calendar below a folder.
fn earlier(nothing: Earlier, folder: &Path, terminal: &Terminal) -> Result<Earlier, Outcome> {
    let unreadable = |path: &Path, cause: &str| {
        let variables = [("file", path.display().to_string().into()), ("cause", cause.into())];
        terminal.tell_error(&terminal.text("previous-unreadable", &variables));
        Outcome::BadInput
    };
    let files = below(folder).map_err(|fault| unreadable(folder, &fault.to_string()))?;
    let is_calendar = |path: &PathBuf| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("ics"));
    let calendars: Vec<PathBuf> = files.into_iter().filter(is_calendar).collect();
    if calendars.is_empty() {
        return Err(unreadable(folder, &terminal.text("previous-empty", &[])));
    }
    let mut earlier = nothing;
    let mut left = FILE_BYTES;
    for path in calendars {
        let read = input::read_text(&path, CALENDAR_BYTES.min(left));
        let text = read.map_err(|faults| reading::refuse(&faults, terminal))?;
        left = left.saturating_sub(text.len() as u64);
        let folder = path.parent().and_then(Path::file_name).and_then(OsStr::to_str).unwrap_or_default();
        earlier.read(&text, folder).map_err(|unread| unreadable(&path, &why(&unread, terminal)))?;
    }
    Ok(earlier)
}

fn why(unread: &Unread, terminal: &Terminal) -> String {
    match unread {
        Unread::NotACalendar { line } => terminal.text("previous-no-calendar", &[("line", (*line).into())]),
        Unread::NotOurs { uid } => terminal.text("previous-event", &[("uid", uid.as_str().into())]),
        Unread::OtherSeries => terminal.text("previous-other-plan", &[]),
    }
}

/// Every file below a folder, in the order of their paths; links to folders are not followed.
pub(super) fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
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

/// When a plan was written, UTC, to the second: the date of the documents made from it. The clock would give other
/// bytes every time; where the file system keeps no times, the epoch stands.
pub(super) fn written_at(plan: &Path) -> DateTime {
    let modified = fs::metadata(plan).and_then(|metadata| metadata.modified()).ok();
    let stamp = modified.and_then(|time| Timestamp::try_from(time).ok()).unwrap_or_default();
    let whole = Timestamp::from_second(stamp.as_second()).unwrap_or_default();
    whole.to_zoned(TimeZone::UTC).datetime()
}
