//! Who is writing in a project: one process at a time, the page or a command, so that neither overwrites what the other changed.
//!
//! `.ateliers.lock` in the project's folder names the process and what it does. It is held while tables are read, changed and
//! written; reading and searching need none. What a process that died left there is no lock.

use std::fmt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::output::write::lock::{self, Held};

/// Its name in the folder.
const FILE: &str = ".ateliers.lock";
/// How long another one's writing is waited for, in steps.
const TRIES: usize = 50;
const STEP: Duration = Duration::from_millis(100);

/// What a process does that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The page writes.
    Serve,
    /// `ateliers amend`.
    Amend,
    /// `ateliers announce`.
    Announce,
    /// `ateliers collect`.
    Collect,
}

impl Task {
    const ALL: [Self; 4] = [Self::Serve, Self::Amend, Self::Announce, Self::Collect];

    /// Its name: the command's.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::Amend => "amend",
            Self::Announce => "announce",
            Self::Collect => "collect",
        }
    }
}

/// A process that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// Its number.
    pub pid: u32,
    /// What it does.
    pub task: Task,
}

impl fmt::Display for Writer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "pid = {}\ntask = \"{}\"\n", self.pid, self.task.name())
    }
}

impl Writer {
    /// What a lock says; none where that is not ours, or the system keeps it from others.
    fn read(text: &str) -> Option<Self> {
        let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        let named = value("task")?.trim_matches('"');
        let task = Task::ALL.into_iter().find(|task| task.name() == named)?;
        Some(Self { pid: value("pid")?.parse().ok()?, task })
    }
}

/// Another process is still writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// In which folder.
    pub folder: PathBuf,
    /// Who it is, where that can be told.
    pub by: Option<Writer>,
}

/// The right to write in a project; it ends with this value.
#[derive(Debug)]
pub struct Lock {
    _held: Option<Held>,
}

/// Takes the lock of a folder, after some seconds of waiting for another process at most. A folder that is not there yet, or in which
/// nobody may write, has none.
///
/// # Errors
/// If another process is still writing.
pub fn lock(folder: &Path, task: Task) -> Result<Lock, Locked> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (path, text) = (folder.join(FILE), signed(task));
    let mut other = None;
    for _ in 0..TRIES {
        match lock::take(&path, &text) {
            Ok(Ok(held)) => return Ok(Lock { _held: Some(held) }),
            Ok(Err(text)) => other = Writer::read(&text),
            // What follows is told by the attempt to write.
            Err(_) => return Ok(Lock { _held: None }),
        }
        sleep(STEP);
    }
    Err(Locked { folder: folder.to_owned(), by: other })
}

/// What a lock of this process says.
pub(super) fn signed(task: Task) -> String {
    Writer { pid: std::process::id(), task }.to_string()
}

/// Who is writing in a folder now.
pub fn writer(folder: &Path) -> Option<Option<Writer>> {
    lock::holder(&folder.join(FILE)).map(|text| Writer::read(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_is_told_and_waited_for() {
        let home = tempfile::tempdir().expect("a folder");
        assert_eq!(writer(home.path()), None);
        let held = lock(home.path(), Task::Amend).expect("free");
        let own = Writer { pid: std::process::id(), task: Task::Amend };
        assert_eq!(writer(home.path()), Some(Some(own)));
        let folder = home.path().to_owned();
        let waiting = std::thread::spawn(move || lock(&folder, Task::Serve).map(|_held| ()));
        sleep(STEP);
        drop(held);
        assert_eq!(waiting.join().expect("no panic"), Ok(()));
        assert_eq!(writer(home.path()), None);
    }

    #[test]
    fn what_a_process_that_died_left_is_no_lock() {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::write(home.path().join(FILE), Writer { pid: 1, task: Task::Collect }.to_string())
            .expect("a file");
        assert_eq!(writer(home.path()), None);
        assert!(lock(home.path(), Task::Serve).is_ok());
    }

    #[test]
    fn a_writer_is_read_as_it_was_written() {
        for task in Task::ALL {
            let one = Writer { pid: 4711, task };
            assert_eq!(Writer::read(&one.to_string()), Some(one));
        }
        assert_eq!(Writer::read("pid = 1\ntask = \"other\""), None);
    }
}
