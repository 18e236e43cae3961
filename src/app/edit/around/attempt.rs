//! A search around a part of a plan that goes on in the background, while the page of whoever asked for it comes and goes.

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

/// Seconds that can be asked for.
pub const SECONDS: [u32; 4] = [5, 10, 15, 30];
/// Seconds that are proposed.
pub const USUAL_S: u32 = 10;

/// What is asked of it.
#[derive(Debug, Clone)]
pub struct Order {
    /// The plan that it sets out from.
    pub state: State,
    /// Around what.
    pub focus: Focus,
    /// For how long, one of [`SECONDS`].
    pub seconds: u32,
}

/// How it stands.
#[derive(Debug, Clone)]
pub enum Stage {
    /// It waits until so many others are over.
    Waits(usize),
    /// It searches; told to stop, it ends as soon as it can.
    Works {
        /// Whether it was told to stop.
        is_stopping: bool,
    },
    /// It is over.
    Over(Arc<End>),
}

/// What came of it.
#[derive(Debug)]
pub enum End {
    /// What was found.
    Found(Box<Found>),
    /// There is nothing to plan again.
    Nowhere(Nowhere),
    /// It was stopped before it began.
    NotBegun,
    /// The threads cannot be had.
    NoThreads,
    /// A fault of the program's own.
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
    /// None before its turn.
    stage: Mutex<Option<Stage>>,
}

impl Attempt {
    /// Begins a search, or queues it behind others of its project, which lies in `folder`.
    ///
    /// # Errors
    /// If too many wait already.
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

    /// What was asked of it.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// How it stands.
    pub fn stage(&self) -> Stage {
        let waits = || Stage::Waits(self.queue.before(self.number).unwrap_or(0));
        self.at().clone().unwrap_or_else(waits)
    }

    /// The better plan that it found, once it is over.
    pub fn better(&self) -> Option<State> {
        let Stage::Over(end) = self.stage() else { return None };
        if let End::Found(found) = &*end { found.better.clone() } else { None }
    }

    /// Whether something would be lost with it: it waits or is at work, or it found a better plan.
    pub fn is_of_use(&self) -> bool {
        !matches!(self.stage(), Stage::Over(_)) || self.better().is_some()
    }

    /// What was seen of it so far.
    pub fn seen(&self) -> Seen {
        self.sight.seen()
    }

    /// Asks it to end with the best so far; one that waits does not begin.
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
