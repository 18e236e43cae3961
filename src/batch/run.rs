//! Variants side by side: each in threads of its own, so that none waits in the middle of another.
//!
//! # Design
//! Why a pool for each job, and not one pool for all? A solver that waits for its threads would, in a pool shared with
//! other variants, start one of those meanwhile and not come back to its own until that one ends. One job of the outer
//! pool takes the next variant from a queue, and plans it in an inner pool of the threads of one variant. The plan does
//! not depend on which job took it, nor on how many jobs there are.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

use super::record::{RECORD, Record, key};
use super::store::Store;
use super::variant::{SCENARIO, Variant};
use super::{Batch, Search};
use crate::compare::Portrait;
use crate::compare::columns::{COLUMNS, values};
use crate::input::digest::sha256;
use crate::instance::Instance;
use crate::instance::rules::SolverSettings;
use crate::messages::Messages;
use crate::output::{Delivery, File, NAMES, files};
use crate::pipeline::{self, Fault};
use crate::plan::solved::Solved;
use crate::solve::heard::Heard;
use crate::solve::{Settings, Stop, Watch};

/// A variant's log in its folder.
pub const LOG: &str = "log.txt";

/// Stops that finish no variant: they depend on what else was at work. A search that heard of one is not whole, whatever
/// its status: what it found by then may be optimal and yet another plan than the whole search would have found.
const CUT_SHORT: [Stop; 2] = [Stop::Interrupted, Stop::MemoryLimit];

/// Every file of a finished variant, the record last.
pub fn file_names() -> Vec<&'static str> {
    [SCENARIO, LOG].into_iter().chain(NAMES).chain([RECORD]).collect()
}

/// What steers the search of one variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VariantSettings {
    /// For the search itself.
    pub solve: Settings,
    /// Seconds on the wall clock; infinite where there is no limit.
    pub time_limit_s: f64,
}

impl VariantSettings {
    /// What the batch says, over what the variant's scenario wishes. A work limit without a time limit switches the
    /// scenario's time limit off: the clock would make the plan depend on the machine.
    pub fn new(search: &Search, scenario: &SolverSettings) -> Self {
        let untimed = search.work_limit.map(|_| f64::INFINITY);
        Self {
            solve: Settings {
                gap: search.gap.unwrap_or(scenario.gap),
                work_limit: search.work_limit,
                seed: scenario.seed,
            },
            time_limit_s: search.time_limit_s.or(untimed).unwrap_or(scenario.time_limit_s),
        }
    }
}

/// The world outside a batch: clock, terminal, Ctrl-C.
pub trait Crew: Sync {
    /// A variant starts; who watches its search.
    fn start(&self, variant: &Variant, settings: &VariantSettings) -> Box<dyn Shift + '_>;
    /// A variant has ended.
    fn end(&self, variant: &Variant, end: &End);
    /// Whether no other variant should start.
    fn is_stopped(&self) -> bool;
}

/// The world outside one variant.
pub trait Shift: Watch {
    /// Seconds since the variant started.
    fn elapsed_s(&self) -> f64;
    /// How the search went, in words.
    fn log(&self, instance: &Instance, solved: &Solved) -> String;
}

/// How a variant ended.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// Its plan is written.
    Done(Box<Record>),
    /// There is no plan, and why.
    Failed(String),
    /// Its folder could not be written, and why.
    Unwritable(String),
    /// It was interrupted, or memory was short; nothing was written.
    Stopped,
}

/// Runs these variants, `jobs` at a time.
///
/// # Errors
/// If the threads cannot be had.
pub fn run(
    batch: &Batch,
    positions: &[usize],
    jobs: usize,
    store: &Store,
    documents: &Messages,
    crew: &dyn Crew,
) -> Result<(), ThreadPoolBuildError> {
    let outer = ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let pool = || ThreadPoolBuilder::new().num_threads(batch.search.threads.max(1)).build();
    let inner: Vec<ThreadPool> = (0..jobs).map(|_| pool()).collect::<Result<_, _>>()?;
    let next = AtomicUsize::new(0);
    outer.broadcast(|job| {
        while !crew.is_stopped() {
            let Some(&position) = positions.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
            let variant = &batch.variants[position];
            let one = One { batch, variant, store, documents };
            crew.end(variant, &one.run(&inner[job.index()], crew));
        }
    });
    Ok(())
}

/// One variant at work.
struct One<'a> {
    batch: &'a Batch,
    variant: &'a Variant,
    store: &'a Store,
    documents: &'a Messages,
}

impl One<'_> {
    fn run(&self, pool: &ThreadPool, crew: &dyn Crew) -> End {
        let settings = self.batch.settings_of(self.variant);
        let shift = crew.start(self.variant, &settings);
        let mut record = Record::new(self.variant, key(self.variant, &settings));
        // Its faults were told before anything ran.
        let Ok(instance) = self.variant.instance(&self.batch.base) else {
            return self.failed(record, "input");
        };
        let started = shift.elapsed_s();
        let watch = Heard::new(&*shift);
        let planned = catch_unwind(AssertUnwindSafe(|| {
            pool.install(|| pipeline::plan(&instance, &settings.solve, None, &watch))
        }));
        record.solver_s = shift.elapsed_s() - started;
        let is_cut = watch.first().is_some_and(|stop| CUT_SHORT.contains(&stop));
        match planned {
            Err(panic) => self.failed(record, &words_of(&*panic)),
            Ok(Err(fault)) => self.failed(record, &cause(&fault)),
            Ok(Ok(_)) if is_cut => End::Stopped,
            Ok(Ok(solved)) => self.done(record, &instance, &solved, &settings, &*shift),
        }
    }

    fn done(
        &self,
        mut record: Record,
        instance: &Instance,
        solved: &Solved,
        settings: &VariantSettings,
        shift: &dyn Shift,
    ) -> End {
        let portrait = Portrait::of_solved(self.variant.name(), instance, solved);
        let figures = COLUMNS.iter().map(|column| column.name.to_owned()).zip(values(&portrait));
        record.figures = figures.collect();
        let delivery = Delivery {
            instance,
            solved,
            messages: self.documents,
            seed: settings.solve.seed,
            wall_s: record.solver_s,
        };
        let mut all = vec![self.scenario(), file(LOG, shift.log(instance, solved).into_bytes())];
        all.extend(files(&delivery));
        record.files = all.iter().map(|file| (file.name.clone(), sha256(&file.bytes))).collect();
        record.wall_s = shift.elapsed_s();
        all.push(file(RECORD, record.bytes()));
        match self.store.write_variant(self.variant.name(), &all) {
            Ok(()) => End::Done(Box::new(record)),
            Err(fault) => End::Unwritable(fault.to_string()),
        }
    }

    fn failed(&self, mut record: Record, cause: &str) -> End {
        record.failure = Some(cause.to_owned());
        let files =
            [self.scenario(), file(LOG, format!("{cause}\n").into_bytes()), file(RECORD, record.bytes())];
        // A failure that cannot be recorded is told all the same.
        let _ = self.store.write_failure(self.variant.name(), &files);
        End::Failed(cause.to_owned())
    }

    fn scenario(&self) -> File {
        file(SCENARIO, self.variant.text.clone().into_bytes())
    }
}

fn file(name: &'static str, bytes: Vec<u8>) -> File {
    File::new(name, bytes)
}

/// A fault of ours in words for its report.
fn cause(fault: &Fault) -> String {
    match fault {
        Fault::IllegalPlan { verdict, .. } => {
            let rules: Vec<String> =
                verdict.violations.iter().map(|violation| violation.rule.name().to_owned()).collect();
            format!("illegal plan: {}", rules.join(", "))
        }
        Fault::BrokenBound(broken) => format!("bound {} above objective {}", broken.bound, broken.objective),
    }
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
}
