//! The one reader of files: everything that the program reads goes through here.
//!
//! A folder, a pipe or a device in place of a file is refused rather than waited for, and no file is read beyond the
//! limit that its reader sets, whatever its size claims to be.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Why a file was not read.
#[derive(Debug)]
pub enum Refused {
    /// It does not exist.
    Missing,
    /// It is not a regular file.
    NotAFile,
    /// It is larger than the limit; its size, as far as it is known, and the limit, bytes.
    TooLarge(u64, u64),
    /// The system refuses.
    Unreadable(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Missing => ErrorKind::NotFound.into(),
            Refused::NotAFile => ErrorKind::InvalidInput.into(),
            Refused::TooLarge(..) => ErrorKind::FileTooLarge.into(),
            Refused::Unreadable(error) => error,
        }
    }
}

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// If it is not a file, too large or cannot be read.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Refused> {
    // Checked before it is opened: opening a pipe waits for its writer.
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(Refused::NotAFile);
    }
    if metadata.len() > limit {
        return Err(Refused::TooLarge(metadata.len(), limit));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // A file may grow while it is read, and system files claim to be empty.
    let mut reader = File::open(path)?.take(limit.saturating_add(1));
    reader.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Refused::TooLarge(bytes.len() as u64, limit)) } else { Ok(bytes) }
}

/// The names of the entries of a folder; none if it cannot be listed.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let home = tempfile::tempdir().expect("a folder");
        assert!(matches!(read(home.path(), 10), Err(Refused::NotAFile)));
        assert!(matches!(read(&home.path().join("none"), 10), Err(Refused::Missing)));
        #[cfg(unix)]
        assert!(matches!(read(Path::new("/dev/zero"), 10), Err(Refused::NotAFile)));
    }

    #[test]
    fn nothing_is_read_beyond_the_limit() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("a.csv");
        std::fs::write(&path, b"12345").expect("written");
        assert_eq!(read(&path, 5).ok().as_deref(), Some(b"12345".as_slice()));
        assert!(matches!(read(&path, 4), Err(Refused::TooLarge(5, 4))));
        // Claims to be empty, and is not.
        #[cfg(target_os = "linux")]
        assert!(matches!(read(Path::new("/proc/self/maps"), 4), Err(Refused::TooLarge(5, 4))));
    }
}
