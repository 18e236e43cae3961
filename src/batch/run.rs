//! Plans variants concurrently: each in its own threads, so that none waits in the middle of another.
//!
//! # Design
//! Why a pool for each job, and not one pool for all? In a pool shared with other variants, a solver that waits for its
//! threads would start another variant meanwhile and not return to its own until that one ends. Instead, a job of the
//! outer pool takes the next variant from a queue and plans it in an inner pool with the threads of one variant. The plan
//! does not depend on which job took it, nor on the number of jobs. The baseline, for which all others wait, has the
//! threads of all jobs.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

use super::Batch;
use super::ground::Ground;
use super::record::{LOG, RECORD, Record};
use super::settings::VariantSettings;
use super::store::{Before, Store};
use super::tally::{Delivered, Tally};
use super::variant::{SCENARIO, Variant};
use crate::compare::Portrait;
use crate::compare::columns::{COLUMNS, figures};
use crate::input::digest::sha256;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::write::in_words;
use crate::output::{Delivery, File, files};
use crate::pipeline::{self, Fault};
use crate::plan::Plan;
use crate::plan::solved::Solved;
use crate::solve::heard::Heard;
use crate::solve::{Stop, Watch};

/// Stops that leave a search unfinished: they depend on the machine's other load. A search that heard of one is not
/// whole, whatever its status: its plan may be optimal and yet differ from the one of the whole search.
const CUT_SHORT: [Stop; 2] = [Stop::Interrupted, Stop::MemoryLimit];

/// The world outside a batch: clock, terminal, Ctrl-C.
pub trait BatchWatch: Sync {
    /// The searches of a variant start, as many at once as the settings say; returns the watch of these searches.
    fn start(&self, variant: &Variant, settings: &VariantSettings) -> Box<dyn SearchWatch + '_>;
    /// A variant has ended.
    fn end(&self, variant: &Variant, end: &End);
    /// Whether no further search should start.
    fn is_stopped(&self) -> bool;
    /// Another process plans the baseline: waits a while.
    fn wait(&self);
}

/// The world outside one search.
pub trait SearchWatch: Watch {
    /// Seconds since the search started.
    fn elapsed_s(&self) -> f64;
    /// How the search went, in words.
    fn log(&self, instance: &Instance, solved: &Solved) -> String;
}

/// How a variant ended.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// Its plan is written.
    Done(Box<Record>),
    /// Another process planned it in the meantime.
    Elsewhere,
    /// There is no plan; the cause.
    Failed(String),
    /// Its folder could not be written; the cause.
    Unwritable(String),
    /// It was interrupted, or memory was short; what an earlier run found is kept.
    Stopped,
}

/// A variant to plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Its position.
    pub position: usize,
    /// Number of searches that it needs, including those that it has.
    pub searches: usize,
}

impl Batch {
    /// The variant with as many searches as the batch asks for.
    pub fn task(&self, position: usize) -> Task {
        Task { position, searches: self.search.seeds }
    }
}

/// Plans these variants, `jobs` at a time; the baseline first, if the others start from its plan.
///
/// # Errors
/// If the threads cannot be created.
pub fn run(
    batch: &Batch,
    tasks: &[Task],
    jobs: usize,
    store: &Store,
    documents: &Messages,
    watch: &dyn BatchWatch,
) -> Result<(), ThreadPoolBuildError> {
    let world = World { batch, store, documents, watch };
    let threads = batch.search.threads.max(1);
    let pool = |threads: usize| ThreadPoolBuilder::new().num_threads(threads).build();
    let mut left: Vec<Task> = tasks.to_vec();
    let ground = if batch.is_grounded() && !left.is_empty() {
        let own = left.iter().position(|task| task.position == batch.baseline);
        let own = own.map(|own| left.remove(own));
        world.ground(own, &pool(threads * jobs)?)
    } else {
        None
    };
    let (outer, next) = (pool(jobs)?, AtomicUsize::new(0));
    let inner: Vec<ThreadPool> = (0..jobs).map(|_| pool(threads)).collect::<Result<_, _>>()?;
    outer.broadcast(|job| {
        while !watch.is_stopped() {
            let Some(&task) = left.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
            let one = world.one(task, ground.as_ref());
            watch.end(one.variant, &one.run(&inner[job.index()]).0);
        }
    });
    Ok(())
}

/// What all variants share.
#[derive(Clone, Copy)]
struct World<'a> {
    batch: &'a Batch,
    store: &'a Store,
    documents: &'a Messages,
    watch: &'a dyn BatchWatch,
}

impl<'a> World<'a> {
    fn one(self, task: Task, ground: Option<&'a Ground>) -> One<'a> {
        let variant = &self.batch.variants[task.position];
        let (settings, key) = (self.batch.settings_of(variant), self.batch.key_of(variant));
        One { world: self, variant, settings, key, n_searches: task.searches, ground }
    }

    /// The baseline's plan, planned first where it is asked for; nothing if it has none. Only one process plans it at
    /// a time: of several parts that share a folder, the others wait and read it.
    fn ground(self, task: Option<Task>, pool: &ThreadPool) -> Option<Ground> {
        let one = self.one(task.unwrap_or(self.batch.task(self.batch.baseline)), None);
        let _held = self.store.hold_ground(&|| {
            self.watch.wait();
            !self.watch.is_stopped()
        });
        if let Before::Finished(record) = self.store.before(one.variant.name(), &one.key, one.n_searches) {
            if task.is_some() {
                self.watch.end(one.variant, &End::Elsewhere);
            }
            let instance = one.variant.instance(&self.batch.base).ok()?;
            let plan = self.store.plan(one.variant.name(), &record, &instance)?;
            return Some(Ground { instance, plan });
        }
        if self.watch.is_stopped() {
            return None;
        }
        let (end, ground) = one.run(pool);
        self.watch.end(one.variant, &end);
        ground
    }
}

/// One variant that is being planned.
struct One<'a> {
    world: World<'a>,
    variant: &'a Variant,
    settings: VariantSettings,
    key: String,
    n_searches: usize,
    ground: Option<&'a Ground>,
}

/// Why a search found nothing.
enum Nothing {
    Stopped,
    Failed(String),
}

impl One<'_> {
    /// Plans the variant; returns the plan for the variants that start from it.
    fn run(&self, pool: &ThreadPool) -> (End, Option<Ground>) {
        // Its faults were reported before anything ran.
        let Ok(instance) = self.variant.instance(&self.world.batch.base) else {
            return (self.failed(&self.world.documents.text("batch-cause-input", &[])), None);
        };
        let (mut record, mut tally, mut log) = self.before(&instance);
        // A variant that continues an announced plan starts from that plan.
        let ground = self.ground.filter(|_| instance.announced.is_none());
        let start = ground.map(|ground| ground.start_of(&instance));
        if tally.found.len() < self.n_searches {
            match self.search(tally.found.len(), &instance, start.as_ref(), pool) {
                Ok(searched) => {
                    for (seed, solved) in searched.found {
                        tally.take(seed, &instance, solved);
                    }
                    record.solver_s += searched.solver_s;
                    record.wall_s += searched.wall_s;
                    log.push_str(&searched.log);
                }
                Err(Nothing::Failed(cause)) => return (self.failed(&cause), None),
                Err(Nothing::Stopped) => return (End::Stopped, None),
            }
        }
        let (end, plan) = self.done(record, &instance, tally, log);
        (end, plan.map(|plan| Ground { instance, plan }))
    }

    /// What there is from an earlier run: its record, searches and log.
    fn before(&self, instance: &Instance) -> (Record, Tally, String) {
        let (store, name) = (self.world.store, self.variant.name());
        if let Before::Partly(record) | Before::Finished(record) =
            store.before(name, &self.key, self.n_searches)
        {
            let plan = store.plan(name, &record, instance);
            let tally = plan.and_then(|plan| Tally::after(&record, plan, instance).ok());
            if let Some(tally) = tally {
                return (*record, tally, store.log(name));
            }
        }
        (Record::new(self.variant, self.key.clone(), &self.settings), Tally::new(), String::new())
    }

    /// Runs the missing searches, from this rank on, concurrently.
    fn search(
        &self,
        rank: usize,
        instance: &Instance,
        start: Option<&Plan>,
        pool: &ThreadPool,
    ) -> Result<Searched, Nothing> {
        if self.world.watch.is_stopped() {
            return Err(Nothing::Stopped);
        }
        let settings = self.settings.of_searches(rank, self.n_searches - rank);
        let outside = self.world.watch.start(self.variant, &settings);
        let started = outside.elapsed_s();
        let watch = Heard::new(&*outside);
        let planned = catch_unwind(AssertUnwindSafe(|| {
            pool.install(|| {
                pipeline::plan_with_seeds(instance, &settings.solve, settings.seeds, start, &watch)
            })
        }));
        let solver_s = outside.elapsed_s() - started;
        let is_cut = watch.first().is_some_and(|stop| CUT_SHORT.contains(&stop));
        match planned {
            Err(panic) => Err(Nothing::Failed(words_of(&*panic, self.world.documents))),
            Ok(Err(fault)) => Err(Nothing::Failed(cause(&fault, self.world.documents))),
            Ok(Ok(_)) if is_cut => Err(Nothing::Stopped),
            Ok(Ok(found)) => {
                let log = best_of(&found).map(|best| outside.log(instance, best)).unwrap_or_default();
                let seeds = (0..).map(|rank| settings.solve.seed.wrapping_add(rank));
                let found = seeds.zip(found).collect();
                Ok(Searched { found, solver_s, wall_s: outside.elapsed_s(), log })
            }
        }
    }

    /// Writes what was found; returns the plan, whether it was written or not.
    fn done(
        &self,
        mut record: Record,
        instance: &Instance,
        tally: Tally,
        log: String,
    ) -> (End, Option<Plan>) {
        record.searches.clone_from(&tally.found);
        let Delivered { solved, seed } = match tally.delivered() {
            Ok(Some(delivered)) => delivered,
            Ok(None) => return (End::Stopped, None),
            Err(fault) => return (self.failed(&cause(&fault, self.world.documents)), None),
        };
        let portrait = Portrait::of_solved(self.variant.name(), instance, &solved);
        let texts = figures(&portrait).into_iter().map(|figure| figure.text());
        record.figures = COLUMNS.iter().map(|column| column.name.to_owned()).zip(texts).collect();
        record.seed = seed;
        let documents = self.world.documents;
        let delivery = Delivery {
            instance,
            solved: &solved,
            messages: documents,
            seed,
            wall_s: record.solver_s,
            only: &[],
        };
        let mut all = vec![self.scenario(), file(LOG, log.into_bytes())];
        all.extend(files(&delivery));
        record.files = all.iter().map(|file| (file.name.clone(), sha256(&file.bytes))).collect();
        all.push(file(RECORD, record.bytes()));
        let end = match self.world.store.write_variant(self.variant.name(), &all) {
            Ok(()) => End::Done(Box::new(record)),
            Err(fault) => End::Unwritable(in_words(&fault, documents)),
        };
        (end, Some(solved.plan))
    }

    fn failed(&self, cause: &str) -> End {
        let mut record = Record::new(self.variant, self.key.clone(), &self.settings);
        record.failure = Some(cause.to_owned());
        let files =
            [self.scenario(), file(LOG, format!("{cause}\n").into_bytes()), file(RECORD, record.bytes())];
        // A failure that cannot be recorded is still reported.
        let _ = self.world.store.write_failure(self.variant.name(), &files);
        End::Failed(cause.to_owned())
    }

    fn scenario(&self) -> File {
        file(SCENARIO, self.variant.text.clone().into_bytes())
    }
}

/// The plan with the lowest objective.
fn best_of(found: &[Solved]) -> Option<&Solved> {
    found.iter().min_by_key(|solved| solved.breakdown.objective())
}

/// Finished searches.
struct Searched {
    /// What each found, by its seed.
    found: Vec<(u64, Solved)>,
    solver_s: f64,
    wall_s: f64,
    log: String,
}

fn file(name: &'static str, bytes: Vec<u8>) -> File {
    File::new(name, bytes)
}

/// Our own fault in words, for the report.
fn cause(fault: &Fault, messages: &Messages) -> String {
    match fault {
        Fault::IllegalPlan { verdict, .. } => {
            let rules: Vec<&str> = verdict.violations.iter().map(|violation| violation.rule.name()).collect();
            messages.text("batch-cause-illegal", &[("rules", rules.join(", ").into())])
        }
        Fault::BrokenBound(broken) => {
            let amount = |amount: f64| messages.money(amount, 6).into();
            let variables = [("bound", amount(broken.bound)), ("objective", amount(broken.objective))];
            messages.text("batch-cause-bound", &variables)
        }
    }
}

/// The message of a panic, for the developer who fixes it.
fn words_of(panic: &(dyn Any + Send), messages: &Messages) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or(panic.downcast_ref::<&str>().copied());
    text.map_or_else(|| messages.text("batch-cause-panic", &[]), str::to_owned)
}
