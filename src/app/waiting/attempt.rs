//! A trial, planned in memory from today's plan: nothing is written.

use std::path::Path;
use std::sync::Arc;

use super::side::Side;
use super::trial::Trial;
use super::wrong::Wrong;
use crate::app::background::Standing;
use crate::app::export::is_bound_claimed;
use crate::app::limits::Limits;
use crate::app::plan::{NoPlan, Prepared, Request, Wishes, prepare, search};
use crate::app::planning::room::Room;
use crate::app::projects::Project;
use crate::app::projects::state::last_plan;
use crate::app::reading::scenario_and_plan;
use crate::app::search::{Hold, Sink, Watched};
use crate::input::Sources;
use crate::messages::{Lang, Messages};
use crate::solve::Progress;
use crate::solve::effort::Effort;

/// Time limit of a trial in seconds, for any size of the problem.
const LONGEST_S: f64 = 30.0;

/// The stage of a trial.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Queued; the number of jobs before it.
    Waits(usize),
    /// It is being planned.
    Works,
    /// It is over.
    Over(Arc<End>),
}

/// The result of a trial.
#[derive(Debug)]
pub enum End {
    /// The starting plan, and the one found.
    Found {
        /// Today's plan.
        before: Side,
        /// The trial's.
        after: Side,
    },
    /// It cannot be tried.
    Wrong(Wrong),
    /// There is no longer a plan to start from.
    NoPlan,
    /// An internal error, or one of the machine.
    OurFault,
}

/// A queued or started trial.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) number: u64,
    pub(super) trial: Trial,
    project: Project,
    documents: Lang,
    standing: Standing<Stage>,
}

/// The sink of a trial, which is not watched.
struct Deaf;

impl Sink for Deaf {
    fn progress(&self, _: &Progress) {}
}

impl Attempt {
    pub(super) fn new(number: u64, project: Project, trial: Trial, documents: Lang) -> Self {
        Self { number, trial, project, documents, standing: Standing::default() }
    }

    pub(super) fn is_in(&self, folder: &Path) -> bool {
        self.project.folder == folder
    }

    /// Its stage; `before` counts the jobs before it while it is queued.
    pub(super) fn stage(&self, before: impl Fn() -> usize) -> Stage {
        self.standing.stage().unwrap_or_else(|| Stage::Waits(before()))
    }

    pub(super) fn is_over(&self) -> bool {
        self.standing.is(|stage| matches!(stage, Stage::Over(_)))
    }

    /// Asks it to end as soon as possible.
    pub(super) fn stop(&self) {
        self.standing.stop();
    }

    /// Plans it.
    pub(super) fn run(&self, room: &Room) {
        let over = |end| Stage::Over(Arc::new(end));
        let work = || over(self.planned(room).unwrap_or_else(|end| end));
        self.standing.work(Stage::Works, work, || over(End::OurFault));
    }

    fn planned(&self, room: &Room) -> Result<End, End> {
        let last = last_plan(&self.project.folder, None, None).ok_or(End::NoPlan)?;
        let (sources, scenario) = (Sources::disk(), self.project.scenario.as_path());
        let today = scenario_and_plan(&sources, scenario, &last.path)
            .map_err(|failure| End::Wrong(failure.into()))?;
        let instance = &today.scenario.instance;
        let bound = today.file.bound.filter(|_| is_bound_claimed(instance, &today.file));
        let before = Side::of(instance, &today.plan, bound);
        let mut prepared = self.prepared(sources, &last.path).map_err(End::Wrong)?;
        prepared.settings.threads = room.threads(prepared.settings.threads);
        let (flag, hold) = (self.standing.flag(), Hold::under(self.standing.flag()));
        let limits = Limits::beginning(LONGEST_S, flag, room.memory());
        let found = search(&prepared, &Watched::new(limits, &hold, &Deaf));
        let planned = match found {
            Ok(planned) => planned,
            Err(NoPlan::OurFault { earlier: Some(earlier), .. }) => *earlier,
            Err(_) => return Err(End::OurFault),
        };
        let after = Side::of(&prepared.instance, &planned.solved.plan, Some(planned.solved.proof.bound));
        Ok(End::Found { before, after })
    }

    /// The scenario with the change to try.
    fn prepared(&self, sources: Sources, start: &Path) -> Result<Prepared, Wrong> {
        let files = self.trial.files(&self.project.scenario, &Messages::new(self.documents))?;
        let with =
            files.iter().fold(sources, |sources, file| sources.with(&file.path, file.bytes.as_slice()));
        let wishes = Wishes { effort: Some(Effort::Quick), ..Wishes::default() };
        let (scenario, start) = (self.project.scenario.as_path(), Some(start));
        Ok(prepare(&Request { sources: &with, scenario, wishes, start, only: &[] })?)
    }
}
