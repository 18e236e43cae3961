//! `ateliers plan`: finds a plan, proves how good it is and writes it.
//!
//! # Design
//! When is the answer no (exit code 1)? Every valid input has a plan, if only that of serving nobody, so a plan that
//! is written is an answer: 0. `--gap` says when to stop, as in the scenario, and reaching a limit first is no
//! failure. A script that needs a proof asks for it with `--require-gap`, and gets 1 without it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, value_parser};

use super::args::{effort, not_negative, positive};
use super::memory::Memory;
use super::settings::PlanSettings;
use super::watcher::Watcher;
use super::{Outcome, Terminal, reading, summary};
use crate::check;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::write::Folder;
use crate::output::{Delivery, NAMES, files};
use crate::pipeline::{self, Fault};
use crate::plan::solved::Solved;
use crate::solve::Status;
use crate::solve::effort::Effort;

/// What was typed.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Seconds on the wall clock.
    #[arg(long, value_name = "S", value_parser = not_negative, allow_negative_numbers = true)]
    pub(super) time_limit: Option<f64>,
    /// Stop when this relative gap is proven.
    #[arg(long, value_name = "G", value_parser = not_negative, allow_negative_numbers = true)]
    pub(super) gap: Option<f64>,
    /// Exit with 1 unless this relative gap is proven.
    #[arg(long, value_name = "G", value_parser = not_negative, allow_negative_numbers = true)]
    pub(super) require_gap: Option<f64>,
    /// Stop after this much work.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(super) work_limit: Option<u64>,
    /// The same as a word: as much work as an instance of this size asks for.
    #[arg(long, value_name = "WORD", value_parser = effort, conflicts_with = "work_limit")]
    pub(super) effort: Option<Effort>,
    /// GiB of memory that may be used.
    #[arg(long, value_name = "GIB", value_parser = positive, allow_negative_numbers = true)]
    pub(super) memory_limit: Option<f64>,
    /// Seed of every random choice.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(super) seed: Option<u64>,
    /// Threads; 0 is all.
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(0..=1024), allow_negative_numbers = true)]
    pub(super) threads: Option<u16>,
}

/// Reads, plans, writes, tells.
pub(super) fn run(args: &PlanArgs, terminal: &Terminal) -> Outcome {
    planned(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn planned(args: &PlanArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let started = Instant::now();
    let instance = reading::scenario(&args.scenario, terminal)?;
    let settings = PlanSettings::new(args, &instance);
    let memory = Memory::new(args.memory_limit, terminal)?;
    let watcher = Watcher::new(started, settings.time_limit_s, memory, &terminal.messages);
    let folder = open(&args.out, terminal)?;
    let solved = solved(&instance, &settings, &watcher, terminal)?;
    let documents = Messages::new(terminal.documents);
    let wall_s = watcher.elapsed_s();
    let delivery = Delivery {
        instance: &instance,
        solved: &solved,
        messages: &documents,
        seed: settings.solve.seed,
        wall_s,
    };
    folder.write(&files(&delivery)).map_err(|fault| unwritable(&args.out, &fault, terminal))?;
    terminal.print(&summary::summary(&instance, &solved, wall_s, &terminal.messages));
    terminal.tell(&terminal.text("plan-written", &[("folder", args.out.display().to_string().into())]));
    if solved.status == Status::MemoryLimit.name() {
        let limit = terminal.messages.number(watcher.memory_limit_gib(), 2);
        terminal.tell(&terminal.text("plan-memory-short", &[("limit", limit.into())]));
    }
    Ok(judged(&settings, &solved, terminal))
}

fn open(out: &Path, terminal: &Terminal) -> Result<Folder, Outcome> {
    Folder::open(out, &NAMES).map_err(|fault| unwritable(out, &fault, terminal))
}

/// Tells of a folder that cannot be written to.
pub(super) fn unwritable(out: &Path, fault: &std::io::Error, terminal: &Terminal) -> Outcome {
    let variables = [("folder", out.display().to_string().into()), ("fault", fault.to_string().into())];
    terminal.tell_error(&terminal.text("folder-unwritable", &variables));
    Outcome::BadInput
}

/// Plans in a pool of the threads asked for.
fn solved(
    instance: &Instance,
    settings: &PlanSettings,
    watcher: &Watcher,
    terminal: &Terminal,
) -> Result<Solved, Outcome> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.threads).build().map_err(|fault| {
        let variables =
            [("threads", settings.threads.to_string().into()), ("fault", fault.to_string().into())];
        terminal.tell_error(&terminal.text("threads-unavailable", &variables));
        Outcome::BadInput
    })?;
    let solved = pool.install(|| pipeline::plan(instance, &settings.solve, None, watcher));
    watcher.finish();
    solved.map_err(|fault| our_fault(&fault, instance, terminal))
}

/// Tells of a plan that does not hold; it is not written.
fn our_fault(fault: &Fault, instance: &Instance, terminal: &Terminal) -> Outcome {
    match fault {
        Fault::IllegalPlan { verdict, .. } => {
            terminal.tell_error(&terminal.text("fault-illegal-plan", &[]));
            terminal.tell(&check::render(verdict, instance, &terminal.messages));
        }
        Fault::BrokenBound(broken) => {
            let amount = |amount: f64| terminal.messages.money(amount, 6).into();
            let variables = [("bound", amount(broken.bound)), ("objective", amount(broken.objective))];
            terminal.tell_error(&terminal.text("fault-broken-bound", &variables));
        }
    }
    terminal.tell(&terminal.text("fault-report", &[]));
    Outcome::OurFault
}

/// Whether the plan is what was required.
fn judged(settings: &PlanSettings, solved: &Solved, terminal: &Terminal) -> Outcome {
    let Some(required) = settings.required_gap.filter(|&gap| solved.proof.gap > gap) else {
        return Outcome::Done;
    };
    let percent = |share| terminal.messages.percent(share, 3).into();
    let variables = [("gap", percent(solved.proof.gap)), ("required", percent(required))];
    terminal.tell_error(&terminal.text("gap-not-proven", &variables));
    Outcome::No
}
