//! The lock of a project: one process writes at a time, the pages or a command, so that neither overwrites the other's changes.
//!
//! `.ateliers.lock` in the project's folder names the process and its task. It is held while tables are read, changed and
//! written; reading and searching do not need it. A file left by a process that died is not a lock.

use std::fmt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::output::write::lock::{self, Held};

/// Its name in the folder.
const FILE: &str = ".ateliers.lock";
/// Maximum number of attempts, one per step.
const TRIES: usize = 50;
const STEP: Duration = Duration::from_millis(100);

/// The task of a writing process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The pages write.
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

    /// Its name: that of the command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::Amend => "amend",
            Self::Announce => "announce",
            Self::Collect => "collect",
        }
    }
}

/// A writing process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// Its process id.
    pub pid: u32,
    /// Its task.
    pub task: Task,
}

impl fmt::Display for Writer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "pid = {}\ntask = \"{}\"\n", self.pid, self.task.name())
    }
}

impl Writer {
    /// Parses the text of a lock; `None` if it is not one of this program's.
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
    /// The folder.
    pub folder: PathBuf,
    /// The process, if known.
    pub by: Option<Writer>,
}

/// The right to write in a project; dropping it releases the lock.
#[derive(Debug)]
pub struct Lock {
    _held: Option<Held>,
}

/// Takes the lock of a folder; waits a few seconds at most for another process. If the folder does not exist yet or is not
/// writable, there is no lock to take.
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
            // The attempt to write reports the error.
            Err(_) => return Ok(Lock { _held: None }),
        }
        sleep(STEP);
    }
    Err(Locked { folder: folder.to_owned(), by: other })
}

/// The text of a lock of this process.
pub(super) fn signed(task: Task) -> String {
    Writer { pid: std::process::id(), task }.to_string()
}

/// The process writing in a folder now; `Some(None)` if it is unknown.
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
