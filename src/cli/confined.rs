//! Runs a command in a second process, so that its input cannot bring down this one.
//!
//! # Design
//! Why a second process? Templates are programs. One that doubles a text forty times, or nests ten thousand brackets,
//! ends the process in which it is typeset: failed allocations and stack overflows cannot be caught. So the command runs
//! in a second process, whose memory is watched, and whose end is reported in words, whatever it is.

use std::env;
use std::io::{BufRead, BufReader, Write, stderr};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::memory::Ward;
use super::watcher::on_interrupt;
use super::{Outcome, Terminal};
use crate::app::documents::apart::{CONFINED, MOST_BYTES};

/// Interval between two checks of it.
const PERIOD: Duration = Duration::from_millis(10);
/// How long it may take to stop after Ctrl-C.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why the second process was ended.
enum End {
    Itself(ExitStatus),
    Memory,
    Interrupted,
}

/// Runs the command in a second process. Returns `None` in that process, and where none can be started: the command must
/// then be run here.
pub(super) fn run(terminal: &Terminal) -> Option<Outcome> {
    if env::var_os(CONFINED).is_some() {
        return None;
    }
    let program = env::current_exe().ok()?;
    let mut command = Command::new(program);
    command.args(env::args_os().skip(1)).env(CONFINED, "1").stdin(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let told = child.stderr.take().map(|pipe| thread::spawn(|| pass_on(BufReader::new(pipe))));
    let end = watched(&mut child);
    // It has closed its end, or has ended.
    let _ = told.map(thread::JoinHandle::join);
    let outcome = match end {
        End::Itself(status) => status.code().and_then(of_code),
        End::Memory => None,
        End::Interrupted => {
            terminal.tell_error(&terminal.text("export-stopped", &[]));
            Some(Outcome::Interrupted)
        }
    };
    Some(outcome.unwrap_or_else(|| {
        let limit = (MOST_BYTES >> 30) as usize;
        terminal.tell_error(&terminal.text("templates-too-much", &[("limit", limit.into())]));
        Outcome::BadInput
    }))
}

/// Waits for the end of a process, or ends it.
fn watched(child: &mut Child) -> End {
    let is_interrupted = Arc::new(AtomicBool::new(false));
    on_interrupt(&is_interrupted);
    let ward = Ward::new(child.id(), MOST_BYTES);
    let mut asked: Option<Instant> = None;
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return End::Itself(status);
        }
        if is_interrupted.load(Ordering::Relaxed)
            && asked.get_or_insert_with(Instant::now).elapsed() > PATIENCE
        {
            ended(child);
            return End::Interrupted;
        }
        if ward.as_ref().is_some_and(Ward::is_above) {
            ended(child);
            return End::Memory;
        }
        thread::sleep(PERIOD);
    }
}

fn ended(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Copies the stderr of another process, except for the last words of the runtime that ended it.
fn pass_on(mut pipe: impl BufRead) {
    let is_last_word = |line: &[u8]| {
        let line = String::from_utf8_lossy(line);
        line.starts_with("memory allocation of ")
            || line.starts_with("fatal runtime error:")
            || line.contains("has overflowed its stack")
    };
    let (mut line, mut is_over) = (Vec::new(), false);
    while pipe.read_until(b'\n', &mut line).is_ok_and(|read| 0 < read) {
        // A backtrace may follow.
        is_over = is_over || is_last_word(&line);
        if !is_over {
            let _ = stderr().lock().write_all(&line);
        }
        line.clear();
    }
}

/// The outcome of one of our exit codes.
fn of_code(code: i32) -> Option<Outcome> {
    let ours = [Outcome::Done, Outcome::No, Outcome::BadInput, Outcome::OurFault, Outcome::Interrupted];
    ours.into_iter().find(|outcome| i32::from(outcome.code()) == code)
}
