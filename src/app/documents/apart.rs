//! Documents with the planner's own templates, made in a separate process.
//!
//! # Design
//! Templates are programs: one that doubles a text forty times ends the process in which it is typeset; nothing can catch that.
//! So `ateliers export` makes these documents, in a process whose memory is limited, into a temporary folder. Existing documents,
//! and other users of the pages, are not affected.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::failure::{Apart, Failure};
use crate::app::beside::below;
use crate::app::common::Failure as Common;
use crate::app::export::Request;
use crate::app::memory::Ward;
use crate::input::{FILE_BYTES, read_bytes};
use crate::messages::Lang;
use crate::output::File;
use crate::output::export::Unfinished;

/// Tells a process that it is the supervised one, and must make the documents itself.
pub const CONFINED: &str = "ATELIERS_CONFINED";
/// Its memory limit, in bytes.
pub const MOST_BYTES: u64 = 4 << 30;
/// Interval between two checks.
const PERIOD: Duration = Duration::from_millis(20);
/// Its output folder, in the project's folder.
const FOLDER: &str = ".documents-apart";

/// The order for a separate process.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order<'a> {
    /// The program's path.
    pub(super) program: &'a Path,
    /// What to make, with the planner's templates.
    pub(super) request: &'a Request<'a>,
    /// The project's folder.
    pub(super) project: &'a Path,
    /// The language of the documents.
    pub(super) lang: Lang,
}

/// The documents, each under its path. `go_on` says whether to continue waiting.
///
/// # Errors
/// Why there are none.
pub(super) fn made(
    order: &Order,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<Vec<File>, Failure> {
    let out = Out(order.project.join(FOLDER));
    out.clear();
    let started = command(order, &out.0).spawn();
    let mut child = started.map_err(|fault| Common::file(order.program, fault))?;
    let pipe = child.stderr.take();
    let told = thread::spawn(move || {
        let lines = pipe.map(|pipe| BufReader::new(pipe).lines().map_while(Result::ok));
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    });
    let end = watched(&mut child, go_on);
    let told = told.join().unwrap_or_default();
    match end? {
        Some(0) => out.files(),
        Some(1..=3) => Err(Failure::Apart(Apart::Told(told))),
        _ => Err(too_much()),
    }
}

fn command(order: &Order, out: &Path) -> Command {
    let Request { scenario, plan, contacts, previous, templates, is_changed_only, .. } = *order.request;
    let lang = match order.lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    let mut command = Command::new(order.program);
    command.arg("export").args([scenario, plan]).arg("--out").arg(out).args(["--quiet", "--lang", lang]);
    for (option, path) in [("--contacts", contacts), ("--previous", previous), ("--templates", templates)] {
        if let Some(path) = path {
            command.arg(option).arg(path);
        }
    }
    command.args(is_changed_only.then_some("--changed-only"));
    command.env(CONFINED, "1").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Waits for the end of a process, or kills it; returns its exit code if it ended by itself.
fn watched(child: &mut Child, go_on: &(dyn Fn(usize, usize) -> bool + Sync)) -> Result<Option<i32>, Failure> {
    let ward = Ward::new(child.id(), MOST_BYTES);
    loop {
        let failure = match child.try_wait() {
            Ok(Some(status)) => return Ok(status.code()),
            _ if !go_on(0, 0) => Failure::Unfinished(Unfinished::Stopped),
            _ if ward.as_ref().is_some_and(Ward::is_above) => too_much(),
            _ => {
                thread::sleep(PERIOD);
                continue;
            }
        };
        let _ = child.kill();
        let _ = child.wait();
        return Err(failure);
    }
}

fn too_much() -> Failure {
    Failure::Apart(Apart::TooMuch { gib: (MOST_BYTES >> 30) as usize })
}

/// A folder that is removed on drop.
struct Out(PathBuf);

impl Out {
    fn clear(&self) {
        let _ = fs::remove_dir_all(&self.0);
    }

    fn files(&self) -> Result<Vec<File>, Failure> {
        let paths = below(&self.0).map_err(|fault| Common::folder(&self.0, fault))?;
        let file = |path: PathBuf| {
            let bytes = read_bytes(&path, FILE_BYTES).map_err(Common::input)?;
            let parts = path.strip_prefix(&self.0).unwrap_or(&path).components();
            let parts: Vec<String> =
                parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
            Ok(File::new(parts.join("/"), bytes))
        };
        paths.into_iter().map(file).collect()
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        self.clear();
    }
}
