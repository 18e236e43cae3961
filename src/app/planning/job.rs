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

/// How often the best plan so far is put by.
const PERIOD: Duration = Duration::from_secs(5);
/// An amount that is nothing, euros.
const HALF_A_CENT: f64 = 0.005;

/// What a search does.
#[derive(Debug, Clone)]
pub enum Stage {
    /// It waits until so many others are over.
    Waits(usize),
    /// It reads the data.
    Reads,
    /// It searches; told to stop, it ends as soon as it can.
    Searches {
        /// Whether it was told to stop.
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
    /// The plan that is there keeps all rules with the same data and is better: it stays.
    Stays,
    /// Something could not be read or written.
    Failed(Failure),
    /// Another program searches in the project.
    Elsewhere,
    /// The threads cannot be had.
    NoThreads,
    /// A fault of the program's own; nothing was written.
    OurFault,
}

impl End {
    /// Whether there is a good plan now, this one or one that was there.
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
    /// Whether what was found last does not hold, a fault of the program's own, and this one was found before.
    pub is_earlier: bool,
    /// Whether the plan to set out from could not be read with today's data.
    pub is_without_start: bool,
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A search that was ordered.
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

    /// What it does; `before` tells how many are before it, where it waits.
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

    /// Searches and writes.
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
        // A bad path fails before the search, not after.
        drop(open(&out)?);
        let trace = Trace::begin(&self.project.folder, &self.order)?.ok_or(End::Elsewhere)?;
        let found = self.searched(&prepared, room, &trace);
        self.standing.goes_on(Stage::Writes);
        let (planned, is_earlier) = holding(found)?;
        let documents = Messages::new(self.order.documents);
        self.board.ends(planned.solved.proof.objective, planned.solved.proof.bound);
        // Where it cannot be written to its place, it can be gone on from.
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

    /// What is to be planned; and whether the plan to set out from cannot be read with today's data.
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

    /// Searches, and puts the best plan by now and then.
    fn searched(&self, prepared: &Prepared, room: &Room, trace: &Trace) -> Result<Planned, NoPlan> {
        let limits = Limits::beginning(prepared.settings.time_limit_s, self.hold.flag(), room.memory());
        self.board.begins(&limits, prepared.instance.interested().count());
        self.standing.goes_on(Stage::Searches { is_stopping: self.standing.is_stopped() });
        let watched = Watched::new(limits, &self.hold, &self.board);
        thread::scope(|scope| {
            let (over, is_over) = channel::<()>();
            scope.spawn(move || self.put_by(&is_over, prepared, trace));
            // Gone when the search ends, however it does.
            let _over = over;
            search(prepared, &watched)
        })
    }

    /// Puts the best plan by until the search is over, where it holds and is better than the one before.
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
            // What cannot be put by now may be so the next time.
            if trace.keep(&planned, &prepared.instance, &documents).is_ok() {
                kept = objective;
            }
        }
    }

    /// Whether a plan is there that keeps all rules, is of the same data and costs less.
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

/// The plan that holds, and whether it is not the last that was found. Where there is none, the best that was put by can be gone on
/// from.
fn holding(found: Result<Planned, NoPlan>) -> Result<(Planned, bool), End> {
    match found {
        Ok(planned) => Ok((planned, false)),
        Err(NoPlan::OurFault { earlier: Some(earlier), .. }) => Ok((*earlier, true)),
        Err(NoPlan::OurFault { earlier: None, .. }) => Err(End::OurFault),
        Err(NoPlan::Threads { .. }) => Err(End::NoThreads),
    }
}
