//! Finds a plan, proves how good it is and writes it.
//!
//! Three steps, so that a caller can report on each before the next: [`prepare`] reads the files and determines the
//! settings, [`search`] plans, [`deliver`] writes.

use std::fs;
use std::path::Path;

use super::announce::is_announced;
use super::common::Failure;
use super::only::Part;
use super::reading::{plan_of, scenario};
use super::search::Watched;
use crate::check::check;
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::write::Folder;
use crate::output::{CHANGES, Delivery, NAMES, files};
use crate::pipeline::{self, Fault};
use crate::plan::Plan;
use crate::plan::solved::Solved;
use crate::solve::Settings;
use crate::solve::effort::{Effort, Size};

/// What to plan.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The sources of the files.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// Settings that override the scenario's.
    pub wishes: Wishes,
    /// A plan of it as the start of the search: the plan found costs no more than the legal part of this one.
    pub start: Option<&'a Path>,
    /// The parts of an announced plan that may change, as arguments; empty for all of it.
    pub only: &'a [String],
}

/// Settings that override the scenario's; `None` keeps the scenario's.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Wishes {
    /// Seconds on the wall clock.
    pub time_limit_s: Option<f64>,
    /// Stop when this relative gap is proven.
    pub gap: Option<f64>,
    /// The gap without which the answer is no.
    pub required_gap: Option<f64>,
    /// Stop after this much work.
    pub work_limit: Option<u64>,
    /// The work for an instance of this size, if no work limit is set.
    pub effort: Option<Effort>,
    /// Seed of every random choice.
    pub seed: Option<u64>,
    /// Threads; 0 is all.
    pub threads: Option<usize>,
}

/// The settings of one planning run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanSettings {
    /// Those of the search itself.
    pub solve: Settings,
    /// Seconds on the wall clock; infinite if there is no limit.
    pub time_limit_s: f64,
    /// Threads; 0 is all.
    pub threads: usize,
    /// The gap without which the answer is no.
    pub required_gap: Option<f64>,
}

impl PlanSettings {
    /// `wishes` override the scenario. A work limit without a time limit switches the scenario's time limit off: the
    /// clock would make the plan depend on the machine.
    pub fn new(wishes: &Wishes, instance: &Instance) -> Self {
        let scenario = &instance.rules.solver;
        let of_effort = || wishes.effort.map(|effort| effort.work(Size::of(instance)));
        let work_limit = wishes.work_limit.or_else(of_effort);
        let untimed = work_limit.map(|_| f64::INFINITY);
        Self {
            solve: Settings {
                gap: wishes.gap.or(wishes.required_gap).unwrap_or(scenario.gap),
                work_limit,
                seed: wishes.seed.unwrap_or(scenario.seed),
            },
            time_limit_s: wishes.time_limit_s.or(untimed).unwrap_or(scenario.time_limit_s),
            threads: wishes.threads.unwrap_or(scenario.threads),
            required_gap: wishes.required_gap,
        }
    }
}

/// A scenario that is ready to be planned.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The problem.
    pub instance: Instance,
    /// The settings that apply.
    pub settings: PlanSettings,
    /// The plan from which the search starts.
    pub start: Option<Plan>,
    /// The part to replan, if not all of it.
    pub part: Option<Part>,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
}

/// Reads the scenario and the plan from which to start, and determines the settings.
///
/// # Errors
/// Every fault and warning of all files; an invalid part.
pub fn prepare(request: &Request) -> Result<Prepared, Failure> {
    let read = scenario(request.sources, request.scenario)?;
    let start = request.start.map(|path| plan_of(request.sources, &read, path)).transpose()?;
    let settings = PlanSettings::new(&request.wishes, &read.instance);
    let is_whole = request.only.is_empty();
    let part =
        (!is_whole).then(|| Part::new(&read.instance, request.only)).transpose().map_err(Failure::Part)?;
    Ok(Prepared {
        instance: read.instance,
        settings,
        start: start.map(|(plan, _)| plan),
        part,
        warnings: read.warnings,
    })
}

/// Why there is no plan: valid input always has one.
#[derive(Debug)]
pub enum NoPlan {
    /// The threads cannot be created.
    Threads {
        /// The number asked for; 0 is all.
        threads: usize,
        /// The cause.
        fault: String,
    },
    /// The result of the search does not hold: a defect of this program.
    OurFault {
        /// What is wrong with it.
        fault: Fault,
        /// The last earlier plan that does hold, if any.
        earlier: Option<Box<Planned>>,
    },
}

impl NoPlan {
    fn of(mut fault: Fault, planned: impl Fn(Solved) -> Planned) -> Self {
        let earlier = match &mut fault {
            Fault::IllegalPlan { earlier, .. } => earlier.take(),
            Fault::BrokenBound(_) => None,
        };
        Self::OurFault { fault, earlier: earlier.map(|solved| Box::new(planned(*solved))) }
    }
}

/// A plan with its proof, and how long it took.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The plan, priced, checked and proven.
    pub solved: Solved,
    /// Seed of the search.
    pub seed: u64,
    /// Seconds since the start.
    pub wall_s: f64,
    /// The gap without which the answer is no.
    pub required_gap: Option<f64>,
    /// The replanned parts, if the rest was fixed: the proof applies to this restricted problem.
    pub only: Vec<String>,
}

impl Planned {
    /// The required gap, if it is not proven.
    pub fn unproven_gap(&self) -> Option<f64> {
        self.required_gap.filter(|&gap| self.solved.proof.gap > gap)
    }
}

/// Plans in a pool with the configured threads, until a limit is reached or the search is cancelled.
///
/// # Errors
/// If the threads cannot be created, or the result does not hold.
pub fn search(prepared: &Prepared, watched: &Watched) -> Result<Planned, NoPlan> {
    let Prepared { instance, settings, start, part, .. } = prepared;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.threads).build();
    let pool =
        pool.map_err(|fault| NoPlan::Threads { threads: settings.threads, fault: fault.to_string() })?;
    let problem = part.as_ref().map_or(instance, |part| &part.instance);
    let solved = pool.install(|| pipeline::plan(problem, &settings.solve, start.as_ref(), watched));
    let solved = solved.and_then(|solved| whole(prepared, solved));
    let (seed, required_gap) = (settings.solve.seed, settings.required_gap);
    let only = part.as_ref().map_or(Vec::new(), |part| part.names.clone());
    let planned =
        |solved| Planned { solved, seed, wall_s: watched.elapsed_s(), required_gap, only: only.clone() };
    match solved {
        Ok(solved) => {
            watched.keep(solved.plan.clone());
            Ok(planned(solved))
        }
        Err(fault) => Err(NoPlan::of(fault, planned)),
    }
}

/// Turns the plan of a part into one of the whole, where it must hold as well.
fn whole(prepared: &Prepared, mut solved: Solved) -> Result<Solved, Fault> {
    let Prepared { instance, part: Some(part), .. } = prepared else { return Ok(solved) };
    let verdict = check(instance, &solved.plan);
    if !verdict.is_legal() {
        return Err(Fault::IllegalPlan { verdict: Box::new(verdict), earlier: None });
    }
    part.explained(instance, &mut solved.reasons);
    Ok(solved)
}

/// Opens the folder of the plan's files: a bad path must fail before the search.
///
/// # Errors
/// If it cannot be written to, or holds an announced plan.
pub fn open(out: &Path) -> Result<Folder, Failure> {
    if is_announced(out) {
        return Err(Failure::Announced(out.to_owned()));
    }
    let names: Vec<&str> = NAMES.into_iter().chain([CHANGES]).collect();
    Folder::open(out, &names).map_err(|fault| Failure::folder(out, fault))
}

/// Writes the plan's files, all or none, in the language of `documents`.
///
/// # Errors
/// If they cannot be written.
pub fn deliver(
    planned: &Planned,
    instance: &Instance,
    (folder, out): (Folder, &Path),
    documents: &Messages,
) -> Result<(), Failure> {
    let Planned { solved, seed, wall_s, only, .. } = planned;
    let delivery = Delivery { instance, solved, messages: documents, seed: *seed, wall_s: *wall_s, only };
    folder.write(&files(&delivery)).map_err(|fault| Failure::folder(out, fault))?;
    if instance.announced.is_none() {
        // The bill of an earlier plan does not apply to this one.
        let _ = fs::remove_file(out.join(CHANGES));
    }
    Ok(())
}
