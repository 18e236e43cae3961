//! Tables in memory, each with the name of its copy in a folder that all variants share.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::diagnostics::{Faults, Place};
use crate::input::digest::sha256;
use crate::input::limits::FILE_BYTES;
use crate::input::open::{OpenFiles, file_and_sheet};
use crate::input::parts::Parts;
use crate::input::rows::written;
use crate::input::sheet::Sheet;
use crate::input::source::{Source, bytes_at};
use crate::input::sources::Sources;
use crate::input::tables::kind::Kind;
use crate::input::workbook::is_workbook;

/// A table in memory.
#[derive(Debug)]
pub struct Stored {
    /// Name of its copy in a folder shared by all variants: `residents-1f0c….csv`, the same for the same bytes.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its content, under the names that people know.
    pub parts: Parts,
}

impl Stored {
    /// A table, known to people as `name`; `None` if a fault was reported.
    pub fn new(kind: Kind, name: &str, bytes: Vec<u8>, faults: &mut Faults) -> Option<Arc<Self>> {
        let file = format!("{}-{}.csv", kind.name(), &sha256(&bytes)[..12]);
        let source = Source::decoded(name, bytes.clone(), faults)?;
        let parts = Parts::new(vec![Arc::new(Sheet::Text(source))], 1);
        Some(Arc::new(Self { file, bytes, parts }))
    }

    /// Reads a table whose parts are named at the place `named`; `None` if a fault was reported there. A table in
    /// several files, or in a workbook, is kept as one text.
    pub fn read(
        kind: Kind,
        files: &[String],
        folder: &Path,
        named: &Place,
        faults: &mut Faults,
    ) -> Option<Arc<Self>> {
        let sources = Sources::disk();
        if let [file] = files
            && !is_workbook(Path::new(file_and_sheet(file).0))
        {
            let path = folder.join(file);
            let bytes = bytes_at(&sources, &path, Some(named.clone()), FILE_BYTES, faults)?;
            return Self::new(kind, &path.display().to_string(), bytes, faults);
        }
        let open = OpenFiles::new(&sources, folder);
        let part =
            |file: &String| open.sheet(file, Some(kind), Some(named.clone()), &mut Sha256::new(), faults);
        let parts = Parts::new(files.iter().filter_map(part).collect(), files.len());
        let (header, rows) = parts.records(kind.columns())?;
        let bytes = written(&header, rows.iter());
        let file = format!("{}-{}.csv", kind.name(), &sha256(&bytes)[..12]);
        Some(Arc::new(Self { file, bytes, parts }))
    }
}

/// An announced plan in memory.
#[derive(Debug)]
pub struct Told {
    /// Name of its copy in a folder shared by all variants: `announced-1f0c….json`, the same for the same bytes.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its content, under the name that people know.
    pub source: Source,
}

impl Told {
    /// Reads a plan that is named at the place `named`; `None` if a fault was reported there.
    pub fn read(file: &str, folder: &Path, named: &Place, faults: &mut Faults) -> Option<Arc<Self>> {
        let path = folder.join(file);
        let bytes = bytes_at(&Sources::disk(), &path, Some(named.clone()), FILE_BYTES, faults)?;
        let file = format!("announced-{}.json", &sha256(&bytes)[..12]);
        let source = Source::decoded(&path.display().to_string(), bytes.clone(), faults)?;
        Some(Arc::new(Self { file, bytes, source }))
    }
}

/// Tables by their kind.
pub type Tables = BTreeMap<Kind, Arc<Stored>>;
