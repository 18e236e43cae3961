//! Tables held in memory, each under the name of its copy in a folder that all variants share.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Faults, Place};
use crate::input::digest::sha256;
use crate::input::limits::FILE_BYTES;
use crate::input::source::{Source, bytes_at};
use crate::input::sources::Sources;
use crate::input::tables::kind::Kind;

/// A table in memory.
#[derive(Debug)]
pub struct Stored {
    /// Name of its copy in a folder shared by all variants: `residents-1f0c….csv`, the same for the same bytes.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its text, under the name that people know.
    pub source: Arc<Source>,
}

impl Stored {
    /// A table, known to people as `name`; a fault is reported and gives `None`.
    pub fn new(kind: Kind, name: &str, bytes: Vec<u8>, faults: &mut Faults) -> Option<Arc<Self>> {
        let file = format!("{}-{}.csv", kind.name(), &sha256(&bytes)[..12]);
        let source = Source::decoded(name, bytes.clone(), faults)?;
        Some(Arc::new(Self { file, bytes, source: Arc::new(source) }))
    }

    /// Reads a table that is named at a place; a fault is reported there and gives `None`.
    pub fn read(kind: Kind, path: &Path, named: Place, faults: &mut Faults) -> Option<Arc<Self>> {
        let bytes = bytes_at(&Sources::disk(), path, Some(named), FILE_BYTES, faults)?;
        Self::new(kind, &path.display().to_string(), bytes, faults)
    }
}

/// Tables by their kind.
pub type Tables = BTreeMap<Kind, Arc<Stored>>;
