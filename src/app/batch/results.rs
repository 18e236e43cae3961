//! The results of the finished variants, whichever process planned them.

use std::io;
use std::path::{Path, PathBuf};

use super::opened::{Failure, Opened};
use super::prepared::Prepared;
use crate::batch::record::file_names;
use crate::batch::results::{HAS_PARQUET, Row, files};
use crate::batch::store::{Before, Store, Work};
use crate::messages::Messages;

/// What could not be copied.
#[derive(Debug)]
pub enum NotTaken {
    /// The tables that all variants share.
    Tables(io::Error),
    /// A variant.
    Variant {
        /// Its name.
        variant: String,
        /// The cause.
        fault: io::Error,
    },
}

/// Takes the folder and copies finished variants from the folders of other parts, as far as they are missing.
///
/// # Errors
/// If the folder cannot be written to, or another process is working in it.
pub fn merge<'a>(
    prepared: &'a Prepared,
    out: &Path,
    from: &[PathBuf],
) -> Result<(Opened<'a>, Vec<NotTaken>), Failure> {
    let opened = Opened::new(prepared, out, Work::Merge)?;
    let (batch, store) = (&prepared.batch, &opened.store);
    let mut lost: Vec<NotTaken> =
        store.write_tables(&batch.variants).err().map(NotTaken::Tables).into_iter().collect();
    for variant in &batch.variants {
        let is_finished = |store: &Store| matches!(batch.before(store, variant), Before::Finished(_));
        if is_finished(store) {
            continue;
        }
        let Some(other) = from.iter().map(|folder| Store::reading(folder)).find(is_finished) else {
            continue;
        };
        if let Err(fault) = store.take_over(&other, variant.name(), &file_names()) {
            lost.push(NotTaken::Variant { variant: variant.name().to_owned(), fault });
        }
    }
    Ok((opened, lost))
}

/// What the results contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Number of variants.
    pub n_variants: usize,
    /// Number of variants with a plan.
    pub n_finished: usize,
    /// Number of failed variants.
    pub n_failed: usize,
    /// Number of plans that serve nobody.
    pub n_nobody: usize,
    /// Names of the variants that were not run.
    pub missing: Vec<String>,
    /// Whether this build omits the results for data tools.
    pub lacks_parquet: bool,
    /// Whether the scenario's enrolments are invented.
    pub is_invented: bool,
}

impl Delivered {
    /// Whether every variant has a plan.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.n_failed == 0
    }
}

/// Writes the results of the finished variants, in the language of `documents`.
///
/// # Errors
/// If they cannot be written.
pub fn deliver(opened: &Opened, documents: &Messages) -> Result<Delivered, Failure> {
    let batch = &opened.prepared.batch;
    let mut rows: Vec<Row> = Vec::with_capacity(batch.variants.len());
    let mut missing: Vec<String> = Vec::new();
    for variant in &batch.variants {
        match batch.before(&opened.store, variant) {
            Before::Finished(record) | Before::Failed(record) => rows.push((variant, *record)),
            _ => missing.push(variant.name().to_owned()),
        }
    }
    let files = files(batch, &rows, documents);
    opened.store.write(&files).map_err(|fault| Failure::folder(&opened.out, fault))?;
    let n_failed = rows.iter().filter(|(_, record)| record.failure.is_some()).count();
    let serves_nobody = |(_, record): &&Row| record.figures.get("served").is_some_and(|served| served == "0");
    Ok(Delivered {
        n_variants: batch.variants.len(),
        n_finished: rows.len() - n_failed,
        n_failed,
        n_nobody: rows.iter().filter(serves_nobody).count(),
        missing,
        lacks_parquet: !HAS_PARQUET,
        is_invented: batch.base.instance.is_invented,
    })
}
