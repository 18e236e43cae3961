//! `ateliers plan`: finds a plan, proves how good it is and writes it.
//!
//! # Design
//! When is the answer no (exit code 1)? Every valid input has a plan, if only that of serving nobody, so a plan that is
//! written is an answer: 0. `--gap` says when to stop, as in the scenario, and reaching a limit first is not a failure.
//! A script that needs a proof asks for it with `--require-gap`, and gets 1 without it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Instant;

use clap::builder::Resettable;
use clap::{Args, Command, value_parser};

use super::announced::AnnouncedArgs;
use super::answer::{answer, unanswered};
use super::values::{effort, not_negative, positive};
use super::watcher::Watcher;
use super::{Outcome, Terminal, memory, reading, told};
use crate::app::answers::Summary;
use crate::app::only::Part;
use crate::app::plan::{NoPlan, Planned, Prepared, Request, Wishes, deliver, open, prepare, search};
use crate::check;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::summary::summary;
use crate::output::write::Folder;
use crate::pipeline::Fault;
use crate::solve::Status;
use crate::solve::effort::Effort;

/// The command's arguments. One with an `env` may also be set in the environment; the command line takes precedence.
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
    /// The same as a word: the amount of work for an instance of this size.
    #[arg(long, value_name = "WORD", value_parser = effort, conflicts_with = "work_limit")]
    effort: Option<Effort>,
    /// Limit of memory, GiB.
    #[arg(long, value_name = "GIB", env = "ATELIERS_MEMORY_LIMIT", value_parser = positive, allow_negative_numbers = true)]
    memory_limit: Option<f64>,
    /// Seed of every random choice.
    #[arg(long, value_name = "N", env = "ATELIERS_SEED", allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Threads; 0 is all.
    #[arg(long, value_name = "N", env = "ATELIERS_THREADS", value_parser = value_parser!(u16).range(0..=1024), allow_negative_numbers = true)]
    threads: Option<u16>,
    /// The parts of the announced plan that may change.
    #[arg(long, value_name = "PART", num_args = 1)]
    only: Vec<String>,
    /// The announced plan, if the scenario does not name it.
    #[command(flatten)]
    announced: AnnouncedArgs,
    /// Prints an answer for programs.
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
            effort: self.effort,
            seed: self.seed,
            threads: self.threads.map(usize::from),
        }
    }
}

/// Lets a word for the amount of search on the command line take precedence over a number in the environment; only on
/// the command line do the two exclude each other.
pub(super) fn typed_first(command: Command, arguments: &[OsString]) -> Command {
    let is_effort = |argument: &OsString| {
        argument.to_str().is_some_and(|text| text == "--effort" || text.starts_with("--effort="))
    };
    if !arguments.iter().any(is_effort) {
        return command;
    }
    let without = |plan: Command| plan.mut_arg("work_limit", |limit| limit.env(Resettable::Reset));
    command.mut_subcommand("plan", without)
}

/// Reads, plans, writes, reports.
pub(super) fn run(args: &PlanArgs, terminal: &Terminal) -> Outcome {
    planned(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn planned(args: &PlanArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let started = Instant::now();
    let prepared = args.announced.told(&args.scenario).and_then(|(sources, scenario)| {
        prepare(&Request {
            sources: &sources,
            scenario: &scenario,
            wishes: args.wishes(),
            start: None,
            only: &args.only,
        })
    });
    let prepared = prepared.map_err(|failure| {
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
    let found = search(&prepared, &watcher.watched(limits));
    watcher.finish();
    let is_short = found.as_ref().is_ok_and(|found| found.solved.status == Status::MemoryLimit.name());
    let outcome = delivered(args, &prepared, found, folder, terminal)?;
    if is_short {
        let limit = terminal.messages.number(limit_gib, 2);
        terminal.note(&terminal.text("plan-memory-short", &[("limit", limit.into())]));
    }
    Ok(outcome)
}

/// Writes what was found and reports on it; if that does not hold, the last earlier plan that does.
fn delivered(
    args: &PlanArgs,
    prepared: &Prepared,
    found: Result<Planned, NoPlan>,
    folder: Folder,
    terminal: &Terminal,
) -> Result<Outcome, Outcome> {
    let instance = &prepared.instance;
    let (planned, fault) = match found {
        Ok(planned) => (planned, None),
        Err(NoPlan::OurFault { fault, earlier: Some(earlier) }) => (*earlier, Some(fault)),
        Err(NoPlan::OurFault { fault, earlier: None }) => {
            return Err(our_fault(&fault, false, instance, terminal));
        }
        Err(NoPlan::Threads { threads, fault }) => {
            let variables = [("threads", threads.to_string().into()), ("fault", fault.into())];
            return Err(told::error("threads-unavailable", &variables, terminal));
        }
    };
    let documents = Messages::new(terminal.documents);
    deliver(&planned, instance, (folder, &args.out), &documents)
        .map_err(|failure| told::failure(&failure, terminal))?;
    tell(args, prepared, &planned, terminal);
    Ok(match fault {
        Some(fault) => our_fault(&fault, true, instance, terminal),
        None => judged(&planned, terminal),
    })
}

fn tell(args: &PlanArgs, prepared: &Prepared, planned: &Planned, terminal: &Terminal) {
    let Prepared { instance, warnings, .. } = prepared;
    if args.json {
        answer(warnings, Summary::of(planned, instance, &args.out), terminal);
    } else {
        let Planned { solved, wall_s, .. } = planned;
        terminal.print(&summary(instance, solved, *wall_s, &terminal.messages));
        prepared.part.iter().for_each(|part| terminal.print(&part_words(part, terminal)));
    }
    terminal.note(&terminal.text("plan-written", &[("folder", args.out.display().to_string().into())]));
}

/// What was replanned and what was kept: the part to which bound and gap apply.
fn part_words(part: &Part, terminal: &Terminal) -> String {
    let variables = [("parts", part.names.join(", ").into()), ("kept", part.n_kept.into())];
    let words = terminal.text("plan-only", &variables);
    if part.shaken.is_empty() {
        return words;
    }
    let shaken = [("cycles", part.shaken.join(", ").into()), ("count", part.shaken.len().into())];
    words + "\n" + &terminal.text("plan-only-shaken", &shaken)
}

/// Reports a plan that does not hold and is not written; an earlier one may have been.
fn our_fault(fault: &Fault, is_earlier_written: bool, instance: &Instance, terminal: &Terminal) -> Outcome {
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
    if is_earlier_written {
        terminal.tell(&terminal.text("fault-earlier-written", &[]));
    }
    terminal.tell(&terminal.text("fault-report", &[]));
    Outcome::OurFault
}

/// Whether the plan satisfies `--require-gap`.
fn judged(planned: &Planned, terminal: &Terminal) -> Outcome {
    let Some(required) = planned.unproven_gap() else { return Outcome::Done };
    let percent = |share| terminal.messages.percent(share, 3).into();
    let variables = [("gap", percent(planned.solved.proof.gap)), ("required", percent(required))];
    terminal.tell_error(&terminal.text("gap-not-proven", &variables));
    Outcome::No
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use clap::{CommandFactory, FromArgMatches};

    use super::*;
    use crate::app::limits::Limits;
    use crate::app::memory::Memory;
    use crate::app::search::{Hold, Sink, Watched};
    use crate::cli::args::{self, Cli};
    use crate::input::Sources;
    use crate::messages::Lang;
    use crate::solve::Progress;

    struct Deaf;

    impl Sink for Deaf {
        fn progress(&self, _: &Progress) {}
    }

    fn typed(words: &[&str]) -> PlanArgs {
        let matches = Cli::command().try_get_matches_from(words).expect("well typed");
        match Cli::from_arg_matches(&matches).expect("well typed").command {
            args::Command::Plan(plan) => plan,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn where_a_plan_does_not_hold_the_last_one_that_does_is_written_with_the_fault() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("plan");
        let path = out.display().to_string();
        let scenario = "data/bench/instances/tiny/scenario.toml";
        let args = typed(&["ateliers", "plan", scenario, "--out", &path, "--work-limit", "200"]);
        let request = Request {
            sources: &Sources::disk(),
            scenario: Path::new(scenario),
            wishes: args.wishes(),
            start: None,
            only: &[],
        };
        let prepared = prepare(&request).expect("a valid scenario");
        let hold = Hold::default();
        let (is_interrupted, memory) = (hold.flag().clone(), Memory::unlimited().into());
        let limits = Limits { started: Instant::now(), limit_s: f64::INFINITY, is_interrupted, memory };
        let good = search(&prepared, &Watched::new(limits, &hold, &Deaf)).expect("a plan");
        let mut illegal = good.solved.plan.clone();
        illegal.cycles[0].participants.clear();
        let verdict = || Box::new(check::check(&prepared.instance, &illegal));
        let terminal = Terminal::new(Lang::En, Lang::En);
        let ended = |earlier: Option<Box<Planned>>| {
            let fault = Fault::IllegalPlan { verdict: verdict(), earlier: None };
            let folder = open(&out).expect("a folder");
            delivered(&args, &prepared, Err(NoPlan::OurFault { fault, earlier }), folder, &terminal)
        };
        assert_eq!(ended(None), Err(Outcome::OurFault));
        assert!(!out.join("plan.json").exists(), "there is no plan that holds");
        assert_eq!(ended(Some(Box::new(good))), Ok(Outcome::OurFault));
        assert!(out.join("plan.json").exists(), "the one that holds is lost");
    }

    #[test]
    fn a_word_that_is_typed_comes_before_a_number_of_the_environment() {
        let limited = |arguments: &[&str]| {
            let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
            let command = typed_first(Cli::command(), &arguments);
            let plan = command.find_subcommand("plan").expect("the command");
            plan.get_arguments()
                .any(|argument| argument.get_env().is_some_and(|env| env == "ATELIERS_WORK_LIMIT"))
        };
        assert!(limited(&["ateliers", "plan", "s.toml", "--out", "plan"]));
        assert!(!limited(&["ateliers", "plan", "s.toml", "--effort", "quick"]));
        assert!(!limited(&["ateliers", "plan", "s.toml", "--effort=quick"]));
    }
}
