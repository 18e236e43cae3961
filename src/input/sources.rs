//! Sources of files: the disk, bytes in memory under the names of files, or both.
//!
//! A scenario is read in the same way from either. Bytes in memory take precedence over a file of the same name on disk:
//! a page that edits one table holds that table, and reads the others from the folder.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::file::{self, Refused};

/// Named byte sources.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    held: BTreeMap<PathBuf, Arc<[u8]>>,
    has_disk: bool,
}

impl Sources {
    /// The files of the disk.
    pub fn disk() -> Self {
        Self { held: BTreeMap::new(), has_disk: true }
    }

    /// An empty source in memory; nothing is read from disk.
    pub fn memory() -> Self {
        Self::default()
    }

    /// The same, with these bytes as the file at `path`.
    #[must_use]
    pub fn with(mut self, path: impl AsRef<Path>, bytes: impl Into<Arc<[u8]>>) -> Self {
        self.held.insert(plain(path.as_ref()), bytes.into());
        self
    }

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If there is none, it is not a file, too large or cannot be read.
    pub fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refused> {
        match self.held.get(&plain(path)) {
            Some(bytes) if bytes.len() as u64 > limit => Err(Refused::TooLarge(bytes.len() as u64, limit)),
            Some(bytes) => Ok(bytes.to_vec()),
            None if self.has_disk => file::read(path, limit),
            None => Err(Refused::Missing),
        }
    }

    /// Whether there is a file of this name.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.held.contains_key(&plain(path)) || self.has_disk && path.is_file()
    }

    /// The names of the files in a folder, sorted.
    pub(crate) fn names_in(&self, folder: &Path) -> Vec<String> {
        let folder = plain(folder);
        let held = self.held.keys().filter(|path| path.parent() == Some(&folder));
        let mut names: Vec<String> =
            held.filter_map(|path| path.file_name()?.to_str().map(str::to_owned)).collect();
        if self.has_disk {
            names.extend(file::names_in(&folder));
        }
        names.sort();
        names.dedup();
        names
    }
}

/// A path with `.` removed and `..` resolved.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => _ = plain.pop(),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_memory_stand_before_the_disk_and_alone_without_it() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("a.csv");
        std::fs::write(&path, b"disk").expect("written");
        let disk = Sources::disk();
        assert_eq!(disk.read(&path, 10).ok().as_deref(), Some(b"disk".as_slice()));
        let held = disk.with(home.path().join("b/../a.csv"), *b"held");
        assert_eq!(held.read(&path, 10).ok().as_deref(), Some(b"held".as_slice()));
        assert!(matches!(held.read(&path, 3), Err(Refused::TooLarge(4, 3))));
        assert!(matches!(Sources::memory().read(&path, 10), Err(Refused::Missing)));
        let memory = Sources::memory().with("./x/a.csv", *b"1").with("x/b.csv", *b"2").with("c.csv", *b"3");
        assert_eq!(memory.names_in(Path::new("x")), ["a.csv", "b.csv"]);
        assert!(memory.has(Path::new("c.csv")) && !memory.has(Path::new("a.csv")));
    }
}
