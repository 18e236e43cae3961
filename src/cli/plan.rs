//! `ateliers plan`: finds a plan, proves how good it is and writes it.
//!
//! # Design
//! When is the answer no (exit code 1)? Every valid input has a plan, if only that of serving nobody, so a plan that
//! is written is an answer: 0. `--gap` says when to stop, as in the scenario, and reaching a limit first is no
//! failure. A script that needs a proof asks for it with `--require-gap`, and gets 1 without it.

use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, value_parser};

use super::answer::{answer, unanswered};
use super::values::{not_negative, positive};
use super::watcher::Watcher;
use super::{Outcome, Terminal, memory, reading, summary, told};
use crate::app::answers::Summary;
use crate::app::plan::{NoPlan, Planned, Prepared, Request, Wishes, deliver, open, prepare, search};
use crate::check;
use crate::input::Sources;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::pipeline::Fault;
use crate::solve::Status;

/// What was typed. What has an `env` may also stand in the environment; what was typed comes first.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Seconds on the wall clock.
    #[arg(long, value_name = "S", env = "ATELIERS_TIME_LIMIT", value_parser = not_negative, allow_negative_numbers = true)]
    time_limit: Option<f64>,
    /// Stop when this relative gap is proven.
    #[arg(long, value_name = "G", env = "ATELIERS_GAP", value_parser = not_negative, allow_negative_numbers = true)]
    gap: Option<f64>,
    /// Exit with 1 unless this relative gap is proven.
    #[arg(long, value_name = "G", value_parser = not_negative, allow_negative_numbers = true)]
    require_gap: Option<f64>,
    /// Stop after this much work.
    #[arg(long, value_name = "N", env = "ATELIERS_WORK_LIMIT", allow_negative_numbers = true)]
    work_limit: Option<u64>,
    /// GiB of memory that may be used.
    #[arg(long, value_name = "GIB", env = "ATELIERS_MEMORY_LIMIT", value_parser = positive, allow_negative_numbers = true)]
    memory_limit: Option<f64>,
    /// Seed of every random choice.
    #[arg(long, value_name = "N", env = "ATELIERS_SEED", allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Threads; 0 is all.
    #[arg(long, value_name = "N", env = "ATELIERS_THREADS", value_parser = value_parser!(u16).range(0..=1024), allow_negative_numbers = true)]
    threads: Option<u16>,
    /// An answer for programs.
    #[arg(long)]
    json: bool,
}

impl PlanArgs {
    fn wishes(&self) -> Wishes {
        Wishes {
            time_limit_s: self.time_limit,
            gap: self.gap,
            required_gap: self.require_gap,
            work_limit: self.work_limit,
            seed: self.seed,
            threads: self.threads.map(usize::from),
        }
    }
}

/// Reads, plans, writes, tells.
pub(super) fn run(args: &PlanArgs, terminal: &Terminal) -> Outcome {
    planned(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn planned(args: &PlanArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let started = Instant::now();
    let request = Request { sources: &Sources::disk(), scenario: &args.scenario, wishes: args.wishes() };
    let prepared = prepare(&request).map_err(|failure| {
        if args.json {
            unanswered::<Summary>(&failure, terminal);
        }
        told::failure(&failure, terminal)
    })?;
    reading::tell(&prepared.warnings, terminal);
    let memory = memory::limited(args.memory_limit, terminal)?;
    let limit_gib = memory.limit_gib();
    let watcher = Watcher::new(terminal);
    let limits = watcher.limits(started, prepared.settings.time_limit_s, memory);
    let folder = open(&args.out).map_err(|failure| told::failure(&failure, terminal))?;
    let planned = search(&prepared, &watcher.watched(limits));
    watcher.finish();
    let planned = planned.map_err(|why| tell_no_plan(&why, &prepared.instance, terminal))?;
    let documents = Messages::new(terminal.documents);
    deliver(&planned, &prepared.instance, (folder, &args.out), &documents)
        .map_err(|failure| told::failure(&failure, terminal))?;
    tell(args, &prepared, &planned, terminal);
    if planned.solved.status == Status::MemoryLimit.name() {
        let limit = terminal.messages.number(limit_gib, 2);
        terminal.note(&terminal.text("plan-memory-short", &[("limit", limit.into())]));
    }
    Ok(judged(&planned, terminal))
}

fn tell(args: &PlanArgs, prepared: &Prepared, planned: &Planned, terminal: &Terminal) {
    let Prepared { instance, warnings, .. } = prepared;
    if args.json {
        answer(warnings, Summary::of(planned, instance, &args.out), terminal);
    } else {
        let Planned { solved, wall_s, .. } = planned;
        terminal.print(&summary::summary(instance, solved, *wall_s, &terminal.messages));
    }
    terminal.note(&terminal.text("plan-written", &[("folder", args.out.display().to_string().into())]));
}

/// Tells why there is no plan; nothing is written.
fn tell_no_plan(why: &NoPlan, instance: &Instance, terminal: &Terminal) -> Outcome {
    match why {
        NoPlan::Threads { threads, fault } => {
            let variables = [("threads", threads.to_string().into()), ("fault", fault.as_str().into())];
            return told::error("threads-unavailable", &variables, terminal);
        }
        NoPlan::OurFault(Fault::IllegalPlan(verdict)) => {
            terminal.tell_error(&terminal.text("fault-illegal-plan", &[]));
            terminal.tell(&check::render(verdict, instance, &terminal.messages));
        }
        NoPlan::OurFault(Fault::BrokenBound(broken)) => {
            let amount = |amount: f64| terminal.messages.money(amount, 6).into();
            let variables = [("bound", amount(broken.bound)), ("objective", amount(broken.objective))];
            terminal.tell_error(&terminal.text("fault-broken-bound", &variables));
        }
    }
    terminal.tell(&terminal.text("fault-report", &[]));
    Outcome::OurFault
}

/// Whether the plan is what was required.
fn judged(planned: &Planned, terminal: &Terminal) -> Outcome {
    let Some(required) = planned.unproven_gap() else { return Outcome::Done };
    let percent = |share| terminal.messages.percent(share, 3).into();
    let variables = [("gap", percent(planned.solved.proof.gap)), ("required", percent(required))];
    terminal.tell_error(&terminal.text("gap-not-proven", &variables));
    Outcome::No
}
