//! One batch: its duration is estimated, then it is planned and compared.

use std::path::Path;
use std::sync::Arc;

use super::kept::Kept;
use crate::app::background::Standing;
use crate::app::batch;
use crate::app::batch::{
    Cut, Estimate, Failure, Outside, Prepared, Request, Sink, agenda, deliver, estimate, look, open, prepare,
    run,
};
use crate::app::common::Failure as Common;
use crate::app::compare;
use crate::app::limits::Limits;
use crate::app::planning::room::Room;
use crate::app::projects::Project;
use crate::app::reading::scenario;
use crate::input::{Sources, read_boundaries};
use crate::messages::{Lang, Messages};

/// The stage of a batch.
#[derive(Debug, Clone)]
pub enum Stage {
    /// Queued; the number of jobs before it.
    Waits(usize),
    /// Its duration is being estimated.
    Estimates,
    /// It can be started.
    Ready(Estimate),
    /// It is being planned.
    Runs(Heard),
    /// It is being compared.
    Compares,
    /// It is over.
    Over(Arc<End>),
}

/// The progress of a running batch.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Heard {
    /// Number of variants done.
    pub n_over: usize,
    /// Number of all variants.
    pub of: usize,
    /// Seconds left, if known.
    pub left_s: Option<f64>,
    /// Whether it was asked to stop.
    pub is_stopping: bool,
}

/// How a batch ended.
#[derive(Debug)]
pub enum End {
    /// Variants are planned.
    Planned {
        /// Number of variants with a plan.
        n_finished: usize,
        /// Number of all variants.
        n_variants: usize,
        /// What ended it early.
        cut: Option<Cut>,
    },
    /// Something could not be read or written.
    Failed(Common),
    /// Another program is running it.
    AtWork,
    /// An internal error, or one of the machine.
    OurFault,
}

impl From<Common> for End {
    fn from(failure: Common) -> Self {
        Self::Failed(failure)
    }
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Common(failure) => Self::Failed(failure),
            Failure::AtWork(_) => Self::AtWork,
            Failure::Threads { .. } => Self::OurFault,
        }
    }
}

/// A queued or started batch.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) kept: Kept,
    project: Project,
    documents: Lang,
    standing: Standing<Stage>,
}

impl Attempt {
    pub(super) fn new(kept: Kept, project: &Project, documents: Lang) -> Self {
        let project = project.clone();
        Self { kept, project, documents, standing: Standing::default() }
    }

    pub(super) fn is_in(&self, project: &Path) -> bool {
        self.project.folder == project
    }

    /// Its stage; `before` counts the jobs before it while it is queued.
    pub(super) fn stage(&self, before: impl Fn() -> usize) -> Stage {
        self.standing.stage().unwrap_or_else(|| Stage::Waits(before()))
    }

    /// Whether it is neither queued nor running.
    pub(super) fn is_idle(&self) -> bool {
        self.standing.is(|stage| matches!(stage, Stage::Ready(_) | Stage::Over(_)))
    }

    /// Asks it to end as soon as possible.
    pub(super) fn stop(&self) {
        self.standing.stop();
        self.standing.change(|stage| {
            if let Stage::Runs(heard) = stage {
                heard.is_stopping = true;
            }
        });
    }

    /// Estimates its duration.
    pub(super) fn estimate(&self, room: &Room) {
        self.done(Stage::Estimates, || {
            let (prepared, limits) = (self.prepared(room)?, self.limits(room));
            let look = look(&prepared, None)?;
            Ok(Stage::Ready(estimate(&prepared, &look, &limits)))
        });
    }

    /// Plans it and compares its variants.
    pub(super) fn run(&self, room: &Room) {
        self.done(Stage::Runs(Heard::default()), || Ok(Stage::Over(Arc::new(self.planned(room)?))));
    }

    fn done(&self, begun: Stage, work: impl FnOnce() -> Result<Stage, End>) {
        let over = |end| Stage::Over(Arc::new(end));
        self.standing.work(begun, || work().unwrap_or_else(over), || over(End::OurFault));
    }

    fn prepared(&self, room: &Room) -> Result<Prepared, Common> {
        prepare(&Request { file: &self.kept.file(), jobs: room.threads(0), shard: None })
    }

    fn limits(&self, room: &Room) -> Limits {
        Limits::beginning(f64::INFINITY, self.standing.flag(), room.memory())
    }

    fn planned(&self, room: &Room) -> Result<End, End> {
        let documents = Messages::new(self.documents);
        let prepared = self.prepared(room)?;
        let opened = open(&prepared, &self.kept.out())?;
        let agenda = agenda(&opened);
        self.heard(agenda.n_before(), agenda.n_variants(), None);
        let ear = Ear { attempt: self, of: agenda.n_variants() };
        let outside = Outside { limits: self.limits(room), documents: &documents, sink: &ear };
        let ran = run(&opened, &agenda, &outside)?;
        self.standing.goes_on(Stage::Compares);
        let delivered = deliver(&opened, &documents)?;
        if delivered.n_finished > 0 {
            self.compared(&documents)?;
        }
        let (n_finished, n_variants) = (delivered.n_finished, delivered.n_variants);
        Ok(End::Planned { n_finished, n_variants, cut: ran.cut })
    }

    /// Writes the report of the variants that have a plan.
    fn compared(&self, documents: &Messages) -> Result<(), End> {
        let (plans, out) = ([self.kept.out()], self.kept.comparison());
        // The report is written even without a map.
        let outlines =
            scenario(&Sources::disk(), &self.project.scenario).ok().and_then(|read| read.outlines());
        let outlines = outlines.filter(|path| read_boundaries(path, None).is_ok());
        let request = compare::Request {
            plans: &plans,
            out: &out,
            baseline: None,
            axes: [None; 2],
            pair: None,
            boundaries: outlines.as_deref(),
            scenario: None,
        };
        let written = compare::gather(&request).and_then(|read| compare::compare(read, &request, documents));
        written.map(drop).map_err(|failure| match failure {
            compare::Failure::Common(failure) => End::Failed(failure),
            _ => End::OurFault,
        })
    }

    fn heard(&self, n_over: usize, of: usize, left_s: Option<f64>) {
        let is_stopping = self.standing.is_stopped();
        self.standing.change(|stage| {
            if let Stage::Runs(heard) = stage {
                *heard = Heard { n_over, of, left_s, is_stopping };
            }
        });
    }
}

/// Receives the progress of a batch.
struct Ear<'a> {
    attempt: &'a Attempt,
    of: usize,
}

impl Sink for Ear<'_> {
    fn progress(&self, standing: &batch::Standing) {
        self.attempt.heard(standing.n_over, self.of, standing.left_s);
    }
}
