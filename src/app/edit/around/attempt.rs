//! A background search around a part of a plan; it continues while the planner leaves the page and returns.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::improve::{Found, NotSearched, Seen, Sight, improve};
use super::reach::{Focus, Nowhere};
use crate::app::edit::state::State;
use crate::app::limits::Limits;
use crate::app::plan::{NoPlan, PlanSettings, Wishes};
use crate::app::planning::queue::{Full, Queue};
use crate::app::planning::room::Room;
use crate::app::search::Hold;

/// Durations that can be chosen, seconds.
pub const SECONDS: [u32; 4] = [5, 10, 15, 30];
/// Default duration, seconds.
pub const USUAL_S: u32 = 10;

/// The request for a search.
#[derive(Debug, Clone)]
pub struct Order {
    /// The plan from which it starts.
    pub state: State,
    /// Centre of the part.
    pub focus: Focus,
    /// Duration, one of [`SECONDS`].
    pub seconds: u32,
}

/// The stage of a search.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Queued; the number of jobs before it.
    Waits(usize),
    /// Running; once asked to stop, it ends as soon as possible.
    Works {
        /// Whether it was asked to stop.
        is_stopping: bool,
    },
    /// Finished.
    Over(Arc<End>),
}

/// The result of a search.
#[derive(Debug)]
pub enum End {
    /// The search ran.
    Found(Box<Found>),
    /// Nothing can be replanned.
    Nowhere(Nowhere),
    /// It was stopped before it started.
    NotBegun,
    /// The system has no thread for it.
    NoThreads,
    /// Internal error.
    OurFault,
}

/// A search around a part of a plan.
#[derive(Debug)]
pub struct Attempt {
    number: u64,
    order: Order,
    queue: Queue,
    hold: Hold,
    sight: Sight,
    /// `None` before its turn.
    stage: Mutex<Option<Stage>>,
}

impl Attempt {
    /// Starts a search, or queues it behind other jobs of its project in `folder`.
    ///
    /// # Errors
    /// If the queue is full.
    pub fn start((queue, room): (&Queue, Room), folder: &Path, order: Order) -> Result<Arc<Self>, Full> {
        let attempt = Arc::new(Self {
            number: queue.number(),
            order,
            queue: queue.clone(),
            hold: Hold::default(),
            sight: Sight::default(),
            stage: Mutex::default(),
        });
        let own = Arc::clone(&attempt);
        queue.enter(attempt.number, folder, move || own.run(&room))?;
        Ok(attempt)
    }

    /// The request.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Its stage.
    pub fn stage(&self) -> Stage {
        let waits = || Stage::Waits(self.queue.before(self.number).unwrap_or(0));
        self.at().clone().unwrap_or_else(waits)
    }

    /// The better plan, if the search has finished and found one.
    pub fn better(&self) -> Option<State> {
        let Stage::Over(end) = self.stage() else { return None };
        if let End::Found(found) = &*end { found.better.clone() } else { None }
    }

    /// Whether discarding it would lose something: it is queued or running, or it found a better plan.
    pub fn is_of_use(&self) -> bool {
        !matches!(self.stage(), Stage::Over(_)) || self.better().is_some()
    }

    /// Its progress so far.
    pub fn seen(&self) -> Seen {
        self.sight.seen()
    }

    /// Asks it to end with the best plan so far; a queued one does not start.
    pub fn stop(&self) {
        self.hold.cancel();
        let mut stage = self.at();
        if self.queue.leave(self.number) {
            *stage = Some(Stage::Over(End::NotBegun.into()));
        } else if let Some(Stage::Works { is_stopping }) = &mut *stage {
            *is_stopping = true;
        }
    }

    fn run(&self, room: &Room) {
        *self.at() = Some(Stage::Works { is_stopping: false });
        let end = catch_unwind(AssertUnwindSafe(|| self.searched(room))).unwrap_or(End::OurFault);
        *self.at() = Some(Stage::Over(end.into()));
    }

    fn at(&self) -> MutexGuard<'_, Option<Stage>> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn searched(&self, room: &Room) -> End {
        let Order { state, focus, seconds } = &self.order;
        let seconds = f64::from(*seconds);
        let wishes = Wishes { time_limit_s: Some(seconds), gap: Some(0.0), ..Wishes::default() };
        let mut settings = PlanSettings::new(&wishes, &state.instance);
        settings.threads = room.threads(settings.threads);
        let limits = Limits::beginning(seconds, self.hold.flag(), room.memory());
        match improve(state, focus, settings, (limits, &self.hold, &self.sight)) {
            Ok(found) => End::Found(found.into()),
            Err(NotSearched::Nowhere(why)) => End::Nowhere(why),
            Err(NotSearched::Failed(NoPlan::Threads { .. })) => End::NoThreads,
            Err(NotSearched::Failed(NoPlan::OurFault { .. })) => End::OurFault,
        }
    }
}
