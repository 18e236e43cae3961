//! One batch: how long it may take is found out, then it is planned and compared.

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

/// How a batch stands.
#[derive(Debug, Clone)]
pub enum Stage {
    /// It waits until so many others are over.
    Waits(usize),
    /// How long it may take is being found out.
    Estimates,
    /// It can be begun.
    Ready(Estimate),
    /// It is being planned.
    Runs(Heard),
    /// It is being compared.
    Compares,
    /// It is over.
    Over(Arc<End>),
}

/// What was heard of a batch at work.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Heard {
    /// Variants that are over.
    pub n_over: usize,
    /// Of so many.
    pub of: usize,
    /// Seconds that are left, where that can be said.
    pub left_s: Option<f64>,
    /// Whether it was told to stop.
    pub is_stopping: bool,
}

/// How a batch ended.
#[derive(Debug)]
pub enum End {
    /// So many variants have a plan, of so many.
    Planned {
        /// Those that have one.
        n_finished: usize,
        /// Of so many.
        n_variants: usize,
        /// What ended it before it was through.
        cut: Option<Cut>,
    },
    /// Something could not be read or written.
    Failed(Common),
    /// Another program is at work in its folder.
    AtWork,
    /// A fault of the program's own, or of the machine.
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

/// A batch that was ordered.
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

    /// How it stands; `before` tells how many are before it, where it waits.
    pub(super) fn stage(&self, before: impl Fn() -> usize) -> Stage {
        self.standing.stage().unwrap_or_else(|| Stage::Waits(before()))
    }

    /// Whether it neither waits nor works.
    pub(super) fn is_idle(&self) -> bool {
        self.standing.is(|stage| matches!(stage, Stage::Ready(_) | Stage::Over(_)))
    }

    /// Asks it to end as soon as it can.
    pub(super) fn stop(&self) {
        self.standing.stop();
        self.standing.change(|stage| {
            if let Stage::Runs(heard) = stage {
                heard.is_stopping = true;
            }
        });
    }

    /// Finds out how long it may take.
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

    /// Writes the report of what has a plan.
    fn compared(&self, documents: &Messages) -> Result<(), End> {
        let (plans, out) = ([self.kept.out()], self.kept.comparison());
        // A map is no reason for there to be no report.
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

/// Hears of a batch for its attempt.
struct Ear<'a> {
    attempt: &'a Attempt,
    of: usize,
}

impl Sink for Ear<'_> {
    fn progress(&self, standing: &batch::Standing) {
        self.attempt.heard(standing.n_over, self.of, standing.left_s);
    }
}
