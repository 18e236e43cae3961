//! Plans what is left of a batch.

use super::opened::{Agenda, Failure, Opened};
use super::site::{Lost, Outside, Site};
use crate::batch;
use crate::batch::run::Task;
use crate::solve::Stop;

/// How a run went.
#[derive(Debug, Clone, PartialEq)]
pub struct Ran {
    /// Number of variants planned now, including those without a result.
    pub n_run: usize,
    /// Variants that were finished before.
    pub n_before: usize,
    /// Variants without a result.
    pub lost: Vec<Lost>,
    /// What ended the run early, if anything.
    pub cut: Option<Cut>,
    /// Whether every variant that was asked for has its plan.
    pub is_all_well: bool,
    /// Seconds since the batch began.
    pub elapsed_s: f64,
    /// Share of the jobs' time that was spent outside searches, from the first search to the last.
    pub share_outside: f64,
}

/// What ended a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cut {
    /// It was cancelled.
    Interrupted,
    /// Memory was short.
    Memory {
        /// The limit, GiB.
        limit_gib: f64,
    },
}

/// Plans what is left, as many variants at a time as there are jobs; finished variants are not planned again.
///
/// # Errors
/// If threads cannot be created.
pub fn run(opened: &Opened, agenda: &Agenda, outside: &Outside) -> Result<Ran, Failure> {
    let (tasks, n_to_run) = (&agenda.tasks, agenda.tasks.len());
    let n_before = agenda.n_before();
    let site = Site::new(outside, outside.limits.clone(), (n_before, n_to_run));
    work(opened, tasks, &site)?;
    let counts = site.counts();
    let is_all_well = counts.n_done == n_to_run;
    let cut = outside.limits.stop().filter(|_| !is_all_well).and_then(|stop| match stop {
        Stop::Interrupted => Some(Cut::Interrupted),
        Stop::MemoryLimit => Some(Cut::Memory { limit_gib: outside.limits.memory.limit_gib() }),
        Stop::TimeLimit => None,
    });
    Ok(Ran {
        n_run: counts.n_done + counts.n_failed,
        n_before,
        cut,
        is_all_well,
        elapsed_s: outside.limits.elapsed_s(),
        share_outside: site.share_outside(opened.prepared.jobs.min(n_to_run).max(1)),
        lost: site.lost(),
    })
}

/// Plans these variants under watch.
pub(super) fn work(opened: &Opened, tasks: &[Task], site: &Site) -> Result<(), Failure> {
    let jobs = opened.prepared.jobs.min(tasks.len()).max(1);
    batch::run::run(&opened.prepared.batch, tasks, jobs, &opened.store, site.documents(), site)
        .map_err(|fault| Failure::threads(jobs, &fault))
}
