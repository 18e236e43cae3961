//! What all requests share.

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

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The folder of projects.
    pub folder: PathBuf,
    /// The language of all pages; that of each browser where none is set.
    pub lang: Option<Lang>,
    /// How much, and how long.
    pub limits: Limits,
    /// People of other machines; none where one person uses it on this one.
    pub shared: Option<Shared>,
    /// The program itself, which makes documents with templates of the planner's own in a process apart.
    pub program: PathBuf,
}

/// A site for people of other machines.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The address and the port to listen on.
    pub listen: SocketAddr,
    /// The address at which browsers reach it.
    pub address: PublicAddress,
    /// The file with who may come in.
    pub file: PathBuf,
    /// Who may, as read from it.
    pub people: People,
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
    /// Where what is edited and not saved is kept.
    pub(super) shelf: Arc<Shelf>,
    /// Tables that are edited.
    pub(super) drafts: Drafts,
    /// Documents that are being made.
    pub(super) exports: Exports,
    /// What is tried for those who wait.
    pub(super) trials: Trials,
    /// Small batches of variants.
    pub(super) batches: Batches,
    /// What happened to announced plans, until it is accepted.
    pub(super) proposals: Proposals,
    /// Plans that are being changed.
    pub(super) edits: Edits,
    lang: Option<Lang>,
    french: Messages,
    english: Messages,
}

impl Site {
    /// A site on a port of this machine, or for people of others.
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

    /// Takes no more work, and asks to end what is at work behind the pages: searches with their best plan, trials, batches and
    /// searches around a cycle with what they have, documents without anything.
    pub(super) fn end_work(&self) {
        self.planning.end();
        self.trials.end();
        self.batches.end();
        self.edits.end();
        self.exports.stop();
    }

    /// Waits until nothing is at work behind the pages, not longer than is left each time.
    pub(super) fn wait_for_work(&self, left: impl Fn() -> Duration) {
        self.planning.wait(left());
        self.exports.wait(left());
    }

    /// Whether nobody on the way to it can read passwords and names.
    pub fn is_private(&self) -> bool {
        self.gate.is_private()
    }

    /// The address by which a browser gets in, with the secret in it where there is one.
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
