//! A file that says who is writing, locked for as long as its writer lives.
//!
//! What counts is the system's own lock on the open file, which ends with its process, however that ends: a lock of a
//! killed process is free at once. The text in the file says who its holder was, for people.
//!
//! # Design
//! A holder that ends removes the file while it is still locked. Another process may have opened it before: it then
//! locks a file without a name, notices that by reading the file of that name again, and starts over. Where a file
//! system has no locks, a text that is less than a day old counts as a lock.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::lock_file::LockFile;
use super::stage::is_old;

/// Number of attempts, for holders that end at the same moment.
const TRIES: usize = 100;
/// Bytes of the longest text.
const LONGEST: u64 = 4096;

/// A lock that is held; it is released when this value is dropped.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    /// Open as long as the lock is held.
    _file: LockFile,
}

/// Takes a lock with a text about its holder; returns the present holder's text if it is taken.
///
/// # Errors
/// If the file cannot be written.
pub fn take(path: &Path, text: &str) -> io::Result<Result<Held, String>> {
    for _ in 0..TRIES {
        let mut file = LockFile::new(path)?;
        if !is_taken_over(&file) {
            return Ok(Err(said(&mut file).unwrap_or_default()));
        }
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(text.as_bytes())?;
        if is_there(path, text) {
            return Ok(Ok(Held { path: path.to_owned(), _file: file }));
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// The text of a lock's holder; `None` if it is free.
pub fn holder(path: &Path) -> Option<String> {
    let mut file = LockFile::existing(path).ok()?;
    (!is_taken_over(&file)).then(|| said(&mut file).unwrap_or_default())
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Takes the system's lock on a file, if it is free.
fn is_taken_over(file: &File) -> bool {
    match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => is_old(file) || file.metadata().is_ok_and(|it| it.len() == 0),
    }
}

/// Whether the file of this name has this text; if the system prevents even its holder from reading it, whether it exists.
fn is_there(path: &Path, text: &str) -> bool {
    File::open(path).is_ok_and(|mut file| said(&mut file).is_none_or(|seen| seen == text))
}

/// The text of a file; `None` if the system prevents reading it.
fn said(file: &mut File) -> Option<String> {
    let mut text = String::new();
    file.seek(SeekFrom::Start(0)).ok()?;
    file.take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_the_next_takes_it() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("lock");
        let first = take(&path, "first, a longer text").expect("a file").expect("free");
        assert_eq!(take(&path, "second").expect("a file").err().as_deref(), Some("first, a longer text"));
        assert_eq!(holder(&path).as_deref(), Some("first, a longer text"));
        drop(first);
        assert!(!path.exists() && holder(&path).is_none());
        let second = take(&path, "second").expect("a file").expect("free");
        assert_eq!(holder(&path).as_deref(), Some("second"));
        drop(second);
    }

    #[test]
    fn what_a_process_that_died_left_is_free() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("lock");
        fs::write(&path, "pid = 1").expect("a file");
        assert_eq!(holder(&path), None);
        assert!(take(&path, "mine").expect("a file").is_ok());
    }

    #[test]
    fn it_is_never_held_twice() {
        use std::sync::atomic::{AtomicUsize, Ordering};

        let home = tempfile::tempdir().expect("a folder");
        let (path, inside, taken) = (home.path().join("lock"), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for number in 0..4 {
                let (path, inside, taken) = (&path, &inside, &taken);
                scope.spawn(move || {
                    for round in 0..200 {
                        let Ok(Ok(held)) = take(path, &format!("{number} {round}")) else { continue };
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        taken.fetch_add(1, Ordering::SeqCst);
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(held);
                    }
                });
            }
        });
        assert!(taken.into_inner() > 0);
    }
}
