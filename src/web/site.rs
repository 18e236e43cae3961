//! State shared by all requests.

use std::io;
pub use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::drafts::Drafts;
use super::edits::Edits;
use super::exports::Exports;
use super::guard::gate::Gate;
pub use super::guard::origin::PublicAddress;
use crate::app::comparing::batches::Batches;
use crate::app::drafts::Shelf;
use crate::app::life::proposals::Proposals;
use crate::app::people::People;
use crate::app::planning::Planning;
use crate::app::projects::Projects;
use crate::app::waiting::trials::Trials;
use crate::messages::{Lang, Messages};

/// The options of a site.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The folder of projects.
    pub folder: PathBuf,
    /// The language of all pages; if `None`, that of each browser.
    pub lang: Option<Lang>,
    /// Limits of size and time.
    pub limits: Limits,
    /// Access for people on other machines; `None` if one person uses the site on this machine.
    pub shared: Option<Shared>,
    /// The program's path, which makes documents with the planner's own templates in a separate process.
    pub program: PathBuf,
}

/// A site for people on other machines.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The address and port to listen on.
    pub listen: SocketAddr,
    /// The address used by browsers.
    pub address: PublicAddress,
    /// The file of people with access.
    pub file: PathBuf,
    /// The people read from it.
    pub people: People,
}

/// Limits of size and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Time to receive a request's head, from its first byte or from the end of the preceding request.
    pub head: Duration,
    /// Time to answer a request whose head was received.
    pub request: Duration,
    /// Time to complete requests and background work at shutdown.
    pub ending: Duration,
    /// Concurrent requests; others wait.
    pub at_once: usize,
    /// Open connections; others wait.
    pub connections: usize,
    /// Maximum size of a form, in bytes.
    pub form_bytes: usize,
    /// Maximum size of an uploaded file, in bytes.
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

/// State shared by all requests.
#[derive(Debug)]
pub struct Site {
    pub(super) projects: Projects,
    pub(super) limits: Limits,
    pub(super) gate: Gate,
    pub(super) turns: Arc<Semaphore>,
    /// Running and queued searches.
    pub(super) planning: Planning,
    /// The place on disk of unsaved changes.
    pub(super) shelf: Arc<Shelf>,
    /// Drafts of tables.
    pub(super) drafts: Drafts,
    /// Documents made in the background.
    pub(super) exports: Exports,
    /// Trials for the residents who wait.
    pub(super) trials: Trials,
    /// Small batches of variants.
    pub(super) batches: Batches,
    /// Events of announced plans, until they are accepted.
    pub(super) proposals: Proposals,
    /// Plans that are being changed.
    pub(super) edits: Edits,
    lang: Option<Lang>,
    french: Messages,
    english: Messages,
}

impl Site {
    /// A site for one person on a port of this machine, or for people on other machines.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn new(opening: &Opening, port: u16) -> io::Result<Self> {
        let gate = match &opening.shared {
            None => Gate::new(port)?,
            Some(shared) => Gate::shared(&shared.address, shared.people.clone(), &shared.file),
        };
        let (planning, shelf) = (Planning::default(), Arc::<Shelf>::default());
        let trials = Trials::beside(planning.queue(), planning.room());
        let batches = Batches::beside(planning.queue(), planning.room());
        Ok(Self {
            projects: Projects::of(&opening.folder),
            limits: opening.limits,
            gate,
            turns: Arc::new(Semaphore::new(opening.limits.at_once)),
            drafts: Drafts::new(&shelf)?,
            shelf: Arc::clone(&shelf),
            exports: Exports::new(&opening.program),
            planning,
            trials,
            batches,
            proposals: Proposals::default(),
            edits: Edits::new(&shelf),
            lang: opening.lang,
            french: Messages::for_pages(Lang::Fr),
            english: Messages::for_pages(Lang::En),
        })
    }

    /// Accepts no more background work, and stops what is running: searches keep their best plan; trials, batches and searches
    /// around a cycle their results so far; documents are dropped.
    pub(super) fn end_work(&self) {
        self.planning.end();
        self.trials.end();
        self.batches.end();
        self.edits.end();
        self.exports.stop();
    }

    /// Waits until no background work is running, each time for at most the time `left`.
    pub(super) fn wait_for_work(&self, left: impl Fn() -> Duration) {
        self.planning.wait(left());
        self.exports.wait(left());
    }

    /// Whether nobody between browser and site can read passwords and names.
    pub fn is_private(&self) -> bool {
        self.gate.is_private()
    }

    /// The address to open, with the secret if there is one.
    pub fn address(&self) -> String {
        self.gate.address()
    }

    /// The same for one browser that is opened now: its secret works once, since other users of the machine may see the
    /// browser's command line.
    pub fn address_once(&self) -> String {
        self.gate.address_once()
    }

    /// The language of all pages, if it is set.
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
