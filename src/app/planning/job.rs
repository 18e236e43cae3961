//! One search, from its data to its files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::board::Board;
use super::order::{Order, Start};
use super::place::place;
use super::room::Room;
use super::trace::{self, Trace};
use crate::app::background::Standing;
use crate::app::common::Failure;
use crate::app::judge::{self, judge};
use crate::app::limits::Limits;
use crate::app::lock::{Task, lock};
use crate::app::plan::{NoPlan, Planned, Prepared, Request, deliver, open, prepare, search};
use crate::app::projects::Project;
use crate::app::projects::state::last_plan;
use crate::app::search::{Hold, Watched};
use crate::input::Sources;
use crate::messages::Messages;
use crate::output::PLAN;
use crate::pipeline::again;
use crate::solve::Status;

/// Interval between two saves of the best plan so far.
const PERIOD: Duration = Duration::from_secs(5);
/// Smaller amounts count as zero, euros.
const HALF_A_CENT: f64 = 0.005;

/// The stage of a search.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Queued; the number of jobs before it.
    Waits(usize),
    /// It reads the data.
    Reads,
    /// It is searching; once asked to stop, it ends as soon as possible.
    Searches {
        /// Whether it was asked to stop.
        is_stopping: bool,
    },
    /// It writes its plan.
    Writes,
    /// It is over.
    Over(Arc<End>),
}

/// How a search ended.
#[derive(Debug)]
pub enum End {
    /// Its plan is written.
    Written(Written),
    /// The existing plan is for the same data, keeps all rules and is better: it is not replaced.
    Stays,
    /// Something could not be read or written.
    Failed(Failure),
    /// Another program is searching in the project.
    Elsewhere,
    /// The system gives no threads.
    NoThreads,
    /// An internal error; nothing was written.
    OurFault,
}

impl End {
    /// Whether the project now has a good plan, this one or the existing one.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Stays | Self::Written(Written { is_earlier: false, .. }))
    }
}

/// A plan that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its folder.
    pub folder: PathBuf,
    /// Why the search ended: as in `plan.json`.
    pub status: &'static str,
    /// Whether the plan found last was invalid, by an internal error, and this is an earlier one.
    pub is_earlier: bool,
    /// Whether the starting plan could not be read with today's data.
    pub is_without_start: bool,
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A queued or started search.
#[derive(Debug)]
pub(super) struct Search {
    pub(super) number: u64,
    pub(super) order: Order,
    pub(super) board: Board,
    project: Project,
    hold: Hold,
    standing: Standing<Stage>,
}

impl Search {
    pub(super) fn new(number: u64, project: Project, order: Order) -> Self {
        let standing = Standing::default();
        let hold = Hold::under(standing.flag());
        Self { number, order, board: Board::default(), project, hold, standing }
    }

    pub(super) fn is_in(&self, folder: &Path) -> bool {
        self.project.folder == folder
    }

    pub(super) fn is_over(&self) -> bool {
        self.standing.is(|stage| matches!(stage, Stage::Over(_)))
    }

    /// Its stage; `before` counts the jobs before it while it is queued.
    pub(super) fn stage(&self, before: impl Fn() -> usize) -> Stage {
        self.standing.stage().unwrap_or_else(|| Stage::Waits(before()))
    }

    /// Asks it to end with its best plan.
    pub(super) fn stop(&self) {
        self.standing.stop();
        self.standing.change(|stage| {
            if let Stage::Searches { is_stopping } = stage {
                *is_stopping = true;
            }
        });
    }

    /// Searches, and writes the plan.
    pub(super) fn run(&self, room: &Room) {
        let over = |end| {
            self.board.stops();
            Stage::Over(Arc::new(end))
        };
        let work = || over(self.worked(room).unwrap_or_else(|end| end));
        self.standing.work(Stage::Reads, work, || over(End::OurFault));
    }

    fn worked(&self, room: &Room) -> Result<End, End> {
        let (mut prepared, is_without_start) = self.prepared()?;
        prepared.settings.threads = room.threads(prepared.settings.threads);
        let out = place(&self.project.folder);
        // An invalid path fails before the search, not after.
        drop(open(&out)?);
        let trace = Trace::begin(&self.project.folder, &self.order)?.ok_or(End::Elsewhere)?;
        let found = self.searched(&prepared, room, &trace);
        self.standing.goes_on(Stage::Writes);
        let (planned, is_earlier) = holding(found)?;
        let documents = Messages::new(self.order.documents);
        self.board.ends(planned.solved.proof.objective, planned.solved.proof.bound);
        // If it cannot be written to its place, a search can continue from it.
        trace.keep(&planned, &prepared.instance, &documents)?;
        if self.is_better_there(&out, &prepared, &planned) {
            trace.end();
            return Ok(End::Stays);
        }
        let _lock = lock(&self.project.folder, Task::Serve).map_err(Failure::from)?;
        deliver(&planned, &prepared.instance, (open(&out)?, &out), &documents)?;
        trace.end();
        let status = planned.solved.status;
        Ok(End::Written(Written { folder: out, status, is_earlier, is_without_start }))
    }

    /// The prepared search; and whether the starting plan cannot be read with today's data.
    fn prepared(&self) -> Result<(Prepared, bool), Failure> {
        let start = match self.order.start {
            Start::Anew => None,
            Start::Last => last_plan(&self.project.folder, None, None).map(|last| last.path),
            Start::Cut => Some(trace::plan_of(&self.project.folder)).filter(|path| path.is_file()),
        };
        let with = |start: Option<&Path>| {
            let wishes = self.order.amount.wishes();
            prepare(&Request {
                sources: &Sources::disk(),
                scenario: &self.project.scenario,
                wishes,
                start,
                only: &[],
            })
        };
        match with(start.as_deref()) {
            Err(_) if start.is_some() => Ok((with(None)?, true)),
            prepared => Ok((prepared?, false)),
        }
    }

    /// Searches, and regularly saves the best plan.
    fn searched(&self, prepared: &Prepared, room: &Room, trace: &Trace) -> Result<Planned, NoPlan> {
        let limits = Limits::beginning(prepared.settings.time_limit_s, self.hold.flag(), room.memory());
        self.board.begins(&limits, prepared.instance.interested().count());
        self.standing.goes_on(Stage::Searches { is_stopping: self.standing.is_stopped() });
        let watched = Watched::new(limits, &self.hold, &self.board);
        thread::scope(|scope| {
            let (over, is_over) = channel::<()>();
            scope.spawn(move || self.put_by(&is_over, prepared, trace));
            // Dropped when the search ends, even by a panic.
            let _over = over;
            search(prepared, &watched)
        })
    }

    /// Saves the best plan until the search has ended, if it is valid and better than the one saved before.
    fn put_by(&self, is_over: &Receiver<()>, prepared: &Prepared, trace: &Trace) {
        let documents = Messages::new(self.order.documents);
        let mut kept = f64::INFINITY;
        while is_over.recv_timeout(PERIOD) == Err(RecvTimeoutError::Timeout) {
            let Some(((objective, bound), plan)) = self.board.figures().zip(self.hold.best()) else {
                continue;
            };
            if kept <= objective {
                continue;
            }
            let Ok(solved) = again(&prepared.instance, plan, bound, Status::Interrupted) else { continue };
            let (seed, wall_s) = (prepared.settings.solve.seed, self.board.heard().seconds);
            let planned = Planned { solved, seed, wall_s, required_gap: None, only: Vec::new() };
            // A plan that cannot be saved now may be saved next time.
            if trace.keep(&planned, &prepared.instance, &documents).is_ok() {
                kept = objective;
            }
        }
    }

    /// Whether there is a plan for the same data that keeps all rules and costs less.
    fn is_better_there(&self, out: &Path, prepared: &Prepared, planned: &Planned) -> bool {
        let request = judge::Request {
            sources: &Sources::disk(),
            scenario: &self.project.scenario,
            plan: &out.join(PLAN),
        };
        judge(&request).is_ok_and(|there| {
            let is_same = there.read.scenario.instance.digest == prepared.instance.digest;
            let objective = there.verdict.breakdown.objective().to_f64();
            let is_less = objective + HALF_A_CENT < planned.solved.proof.objective;
            is_same && there.verdict.is_legal() && is_less
        })
    }
}

/// The valid plan, and whether it is not the one found last. If there is none, a search can continue from the best saved one.
fn holding(found: Result<Planned, NoPlan>) -> Result<(Planned, bool), End> {
    match found {
        Ok(planned) => Ok((planned, false)),
        Err(NoPlan::OurFault { earlier: Some(earlier), .. }) => Ok((*earlier, true)),
        Err(NoPlan::OurFault { earlier: None, .. }) => Err(End::OurFault),
        Err(NoPlan::Threads { .. }) => Err(End::NoThreads),
    }
}
