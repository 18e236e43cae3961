//! Whether a file is unchanged, without reading it: by modification time and length. To be certain, compare the
//! contents.

use std::fs;
use std::path::Path;

use jiff::Timestamp;

/// Modification time and length of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    modified: Timestamp,
    bytes: u64,
}

impl Touched {
    /// Those of a file; `None` if there is no file, or the system records no times.
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
