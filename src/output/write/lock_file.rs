//! A file that is opened to be locked.

use std::fs::File;
use std::io;
use std::ops::{Deref, DerefMut};
use std::path::Path;

/// An open file whose lock, if it has one, is released when this is dropped.
///
/// # Design
/// Is closing the file not enough? A process that another thread is starting shares every open file until its own
/// program begins, and a lock lasts until the last of them is closed: attempts in between would be refused.
#[derive(Debug)]
pub struct LockFile(File);

impl LockFile {
    /// Opens a file to lock, creating it if necessary; its content is kept.
    ///
    /// # Errors
    /// If it can be neither opened nor created.
    pub fn new(path: &Path) -> io::Result<Self> {
        File::options().read(true).write(true).create(true).truncate(false).open(path).map(Self)
    }

    /// Opens an existing file to lock.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn existing(path: &Path) -> io::Result<Self> {
        File::options().read(true).write(true).open(path).map(Self)
    }
}

impl Deref for LockFile {
    type Target = File;

    fn deref(&self) -> &File {
        &self.0
    }
}

impl DerefMut for LockFile {
    fn deref_mut(&mut self) -> &mut File {
        &mut self.0
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        // If it has no lock, or the system has none, there is nothing to release.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_given_back_though_somebody_else_still_has_the_file_open() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("lock");
        let first = LockFile::new(&path).expect("a file");
        first.try_lock().expect("free");
        // The handle of a process that is just being started.
        let inherited = first.try_clone().expect("open twice");
        drop(first);
        let second = LockFile::existing(&path).expect("a file");
        second.try_lock().expect("free again");
        drop(inherited);
        assert!(LockFile::existing(&path).expect("a file").try_lock().is_err(), "still held by the second");
    }
}
