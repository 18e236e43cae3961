//! Reports files next to a plan that cannot be used for its export.

use std::path::Path;

use super::{Outcome, Terminal, reading, told};
use crate::app::beside::{NoCalendars, Unusable};
use crate::output::calendar::unread::Unread;

/// Reports all of them.
pub(super) fn tell(unusable: &Unusable, terminal: &Terminal) -> Outcome {
    if let Some(previous) = &unusable.previous {
        no_calendars(previous, terminal);
    }
    if let Some((folder, cause)) = &unusable.templates {
        let variables = [("folder", folder.display().to_string().into()), ("cause", cause.as_str().into())];
        terminal.tell_error(&terminal.text("templates-unreadable", &variables));
    }
    reading::tell(&unusable.findings, terminal);
    Outcome::BadInput
}

fn no_calendars(why: &NoCalendars, terminal: &Terminal) {
    let unreadable = |path: &Path, cause: String| {
        let variables = [("file", path.display().to_string().into()), ("cause", cause.into())];
        told::error("previous-unreadable", &variables, terminal);
    };
    match why {
        NoCalendars::Unreadable(path, cause) => unreadable(path, cause.clone()),
        NoCalendars::Empty(path) => unreadable(path, terminal.text("previous-empty", &[])),
        NoCalendars::Foreign(path, unread) => unreadable(path, in_words(unread, terminal)),
        NoCalendars::Faulty(faults) => reading::tell(faults, terminal),
    }
}

fn in_words(unread: &Unread, terminal: &Terminal) -> String {
    match unread {
        Unread::NotACalendar { line } => {
            terminal.text("previous-no-calendar", &[("line", line.to_string().into())])
        }
        Unread::NotOurs { uid } => terminal.text("previous-event", &[("uid", uid.as_str().into())]),
        Unread::OtherSeries => terminal.text("previous-other-plan", &[]),
    }
}
