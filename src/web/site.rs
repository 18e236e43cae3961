//! What all requests share.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::guard::gate::Gate;
use crate::app::planning::Planning;
use crate::app::projects::Projects;
use crate::messages::{Lang, Messages};

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The folder of projects.
    pub folder: PathBuf,
    /// The language of all pages; that of each browser where none is set.
    pub lang: Option<Lang>,
    /// How much, and how long.
    pub limits: Limits,
}

/// How much is taken in, and how long it may last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The head of a request, from its first byte or from the end of the one before.
    pub head: Duration,
    /// A request whose head was read, with its answer.
    pub request: Duration,
    /// What was begun when the program is told to end.
    pub ending: Duration,
    /// Requests that are answered at once; others wait.
    pub at_once: usize,
    /// Open connections; others wait.
    pub connections: usize,
    /// Bytes of a form.
    pub form_bytes: usize,
    /// Bytes of a file that is sent.
    pub file_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            request: Duration::from_mins(1),
            ending: Duration::from_secs(5),
            at_once: 16,
            connections: 256,
            form_bytes: 2 << 20,
            file_bytes: 64 << 20,
        }
    }
}

/// What all requests share.
#[derive(Debug)]
pub struct Site {
    pub(super) projects: Projects,
    pub(super) limits: Limits,
    pub(super) gate: Gate,
    pub(super) turns: Arc<Semaphore>,
    /// Searches at work, and those that wait.
    pub(super) planning: Planning,
    lang: Option<Lang>,
    french: Messages,
    english: Messages,
}

impl Site {
    /// A site on a port of this machine.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn new(opening: &Opening, port: u16) -> io::Result<Self> {
        Ok(Self {
            projects: Projects::of(&opening.folder),
            limits: opening.limits,
            gate: Gate::new(port)?,
            turns: Arc::new(Semaphore::new(opening.limits.at_once)),
            planning: Planning::default(),
            lang: opening.lang,
            french: Messages::new(Lang::Fr),
            english: Messages::new(Lang::En),
        })
    }

    /// The address by which a browser gets in, with the secret in it.
    pub fn address(&self) -> String {
        self.gate.address()
    }

    /// The same for one browser that is opened now: its secret works once, since other users of the machine may see how a
    /// browser is started.
    pub fn address_once(&self) -> String {
        self.gate.address_once()
    }

    /// The language of all pages, where it is set.
    pub(super) fn lang(&self) -> Option<Lang> {
        self.lang
    }

    /// The catalogue.
    pub(super) fn messages(&self, lang: Lang) -> &Messages {
        match lang {
            Lang::Fr => &self.french,
            Lang::En => &self.english,
        }
    }
}
