//! A file to which lines are appended: an appended line survives the end of the program, and appending takes no longer in a long
//! file.
//!
//! An incomplete line, from a killed program or a full disk, is removed when the file is opened again. Only the file's owner may
//! read it.
//!
//! # Design
//! Appending does not wait for the disk: these lines are typed by people, a cell at a time, and a power cut loses only the last
//! seconds.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{PRIVATE, temporary};

/// A file to which lines are appended.
#[derive(Debug)]
pub struct Lines {
    path: PathBuf,
    file: File,
    /// Size of its complete lines, in bytes.
    bytes: u64,
}

impl Lines {
    /// Creates a file with these lines, replacing an existing one. Its folder must exist.
    ///
    /// # Errors
    /// If it cannot be written; an existing file is then unchanged.
    pub fn begin(path: &Path, lines: &[String]) -> io::Result<Self> {
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let mut new = temporary(path.parent().unwrap_or(Path::new("")), PRIVATE)?;
        new.write_all(text.as_bytes())?;
        let file = new.persist(path)?;
        Ok(Self { path: path.to_owned(), file, bytes: text.len() as u64 })
    }

    /// Opens an existing file with the content `bytes`; returns its complete lines.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn again(path: &Path, bytes: &[u8]) -> io::Result<(Self, Vec<String>)> {
        let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let file = OpenOptions::new().write(true).open(path)?;
        let mut lines = Self { path: path.to_owned(), file, bytes: whole as u64 };
        lines.cut()?;
        let text = String::from_utf8_lossy(&bytes[..whole]);
        Ok((lines, text.lines().map(str::to_owned).collect()))
    }

    /// Appends a line.
    ///
    /// # Errors
    /// If it cannot be written; the line is then not in the file.
    pub fn add(&mut self, line: &str) -> io::Result<()> {
        let text = format!("{line}\n");
        if let Err(fault) = self.file.write_all(text.as_bytes()) {
            self.cut()?;
            return Err(fault);
        }
        self.bytes += text.len() as u64;
        Ok(())
    }

    /// Removes the file.
    pub fn remove(self) {
        let _ = fs::remove_file(self.path);
    }

    /// Removes an incomplete line.
    fn cut(&mut self) -> io::Result<()> {
        self.file.set_len(self.bytes)?;
        self.file.seek(SeekFrom::Start(self.bytes)).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|&line| line.to_owned()).collect()
    }

    #[test]
    fn lines_are_there_as_soon_as_they_are_added_and_a_cut_one_is_none() {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("lines");
        let mut lines = Lines::begin(&path, &texts(&["a"])).expect("begun");
        lines.add("b").expect("added");
        assert_eq!(fs::read(&path).expect("read"), b"a\nb\n");
        drop(lines);
        fs::write(&path, "a\nb\nc").expect("a cut line");
        let (mut lines, read) = Lines::again(&path, b"a\nb\nc").expect("opened");
        assert_eq!(read, ["a", "b"]);
        lines.add("é").expect("added");
        assert_eq!(fs::read_to_string(&path).expect("read"), "a\nb\né\n");
        lines.remove();
        assert!(!path.exists());
        assert!(Lines::begin(&home.path().join("none/lines"), &[]).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_them() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("lines");
        Lines::begin(&path, &texts(&["a"])).expect("begun");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o077, 0);
    }
}
