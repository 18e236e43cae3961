//! The folder of a batch, held by this process, and what is left to do in it.

use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuildError;

use super::prepared::{Prepared, Shard};
use crate::app::common::Failure as Common;
use crate::batch::manifest::manifest;
use crate::batch::run::Task;
use crate::batch::store::{Before, Held, Store, Work};

/// Why a batch cannot be run.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// Another process is working in the folder.
    AtWork(PathBuf),
    /// The threads cannot be created.
    Threads {
        /// The number of jobs asked for.
        threads: usize,
        /// The cause.
        fault: String,
    },
}

impl Failure {
    pub(super) fn threads(threads: usize, fault: &ThreadPoolBuildError) -> Self {
        Self::Threads { threads, fault: fault.to_string() }
    }

    pub(super) fn folder(out: &Path, fault: std::io::Error) -> Self {
        Self::Common(Common::folder(out, fault))
    }
}

/// A batch and the folder that it holds; the folder is released when this is dropped.
#[derive(Debug)]
pub struct Opened<'a> {
    pub(super) prepared: &'a Prepared,
    pub(super) store: Store,
    pub(super) out: PathBuf,
    _held: Held,
}

impl<'a> Opened<'a> {
    /// Takes a folder for some work, and writes the batch's manifest.
    pub(super) fn new(prepared: &'a Prepared, out: &Path, work: Work) -> Result<Self, Failure> {
        let unwritable = |fault| Failure::folder(out, fault);
        let store = Store::open(out).map_err(unwritable)?;
        let held = store.hold(work).map_err(unwritable)?;
        let held = held.ok_or_else(|| Failure::AtWork(out.to_owned()))?;
        store.alone(|| store.write(&[manifest(&prepared.batch)])).map_err(unwritable)?;
        Ok(Self { prepared, store, out: out.to_owned(), _held: held })
    }
}

/// Takes the folder, and writes the tables of all variants into it.
///
/// # Errors
/// If it cannot be written to, or another process is working in it.
pub fn open<'a>(prepared: &'a Prepared, out: &Path) -> Result<Opened<'a>, Failure> {
    let work = prepared.shard.map_or(Work::Whole, |Shard { rank, of }| Work::Part(rank, of));
    let opened = Opened::new(prepared, out, work)?;
    let store = &opened.store;
    store
        .alone(|| store.write_tables(&prepared.batch.variants))
        .map_err(|fault| Failure::folder(out, fault))?;
    Ok(opened)
}

/// The work to do in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The variants without a plan, and the baseline if they start from it and it has none.
    pub(super) tasks: Vec<Task>,
    /// Number of variants, including finished ones.
    n_variants: usize,
    /// Existing results that cannot be used.
    pub stale: Vec<Stale>,
}

impl Agenda {
    /// Number of variants, including finished ones.
    pub fn n_variants(&self) -> usize {
        self.n_variants
    }

    /// Number of finished variants.
    pub fn n_before(&self) -> usize {
        self.n_variants - self.tasks.len()
    }
}

/// A variant that is planned again although some of its files exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stale {
    /// It belongs to another input, other settings or another version.
    Outdated {
        /// The variant's name.
        variant: String,
    },
    /// A file is missing or is not what was written.
    Damaged {
        /// The variant's name.
        variant: String,
        /// The file's name.
        file: String,
    },
}

/// Determines what is left to do.
pub fn agenda(opened: &Opened) -> Agenda {
    let (batch, mut stale) = (&opened.prepared.batch, Vec::new());
    let mut is_left = |position: &usize| {
        let variant = &batch.variants[*position];
        let name = || variant.name().to_owned();
        match batch.before(&opened.store, variant) {
            Before::Finished(_) => return false,
            Before::Nothing | Before::Failed(_) | Before::Partly(_) => {}
            Before::Outdated => stale.push(Stale::Outdated { variant: name() }),
            Before::Damaged(file) => stale.push(Stale::Damaged { variant: name(), file }),
        }
        true
    };
    let positions = opened.prepared.positions();
    let mut left: Vec<usize> = positions.iter().copied().filter(&mut is_left).collect();
    let mut n_variants = positions.len();
    let needs_ground = batch.is_grounded() && !left.is_empty() && !positions.contains(&batch.baseline);
    if needs_ground && is_left(&batch.baseline) {
        left.insert(0, batch.baseline);
        n_variants += 1;
    }
    Agenda { tasks: left.into_iter().map(|position| batch.task(position)).collect(), n_variants, stale }
}
