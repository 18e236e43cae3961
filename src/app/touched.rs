//! Whether a file is as it was, without reading it: by when it was written and how long it is. Whoever must be certain compares what it
//! holds.

use std::fs;
use std::path::Path;

use jiff::Timestamp;

/// When a file was written, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    modified: Timestamp,
    bytes: u64,
}

impl Touched {
    /// That of a file; none where there is no file, or the system keeps no times.
    pub fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let modified = about.modified().ok().and_then(|time| Timestamp::try_from(time).ok())?;
        Some(Self { modified, bytes: about.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_written_again_is_another() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("a.csv");
        assert_eq!((Touched::of(&path), Touched::of(home.path())), (None, None));
        fs::write(&path, "id\n").expect("written");
        let before = Touched::of(&path);
        assert!(before.is_some());
        assert_eq!(Touched::of(&path), before);
        fs::write(&path, "id\nA\n").expect("written");
        assert_ne!(Touched::of(&path), before);
    }
}
