//! Amends a scenario and its announced plan: events, and manual decisions of a planner.
//!
//! - this file: the request and its effects: verdict and price before anything is kept;
//! - [`mod@change`], `place` and `people`: changes of a cycle; `days`: days for them;
//! - `decided`: an instance with the planner's decisions;
//! - `today`: a plan as of today, with its kits;
//! - [`wrong`]: why something cannot be done, [`mod@words`] for it; [`shown`]: the effects, in words and figures;
//! - [`keep`]: the files, all of them or none.
//!
//! # Design
//! The announced plan is what people were told: it is never changed. The amended plan is a separate one, which the next
//! amendment continues, and which is announced in turn. Events (a withdrawal, an illness) are kept whatever rules they
//! break: they are facts. Manual decisions are kept only if they break no rule that the plan did not break before;
//! decisions that the contract leaves to the planner (`release`, `keep`, `hit`) are written into the scenario with them.

pub mod change;
pub(super) mod days;
pub(super) mod decided;
pub mod keep;
pub(super) mod people;
mod place;
pub mod shown;
pub(super) mod today;
pub mod words;
pub mod wrong;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::change::{Change, Outcome, change};
use self::people::resident;
use self::today::{standing, with_kits};
use self::wrong::{Named, Wrong};
use super::announce::is_announced;
use super::common::Failure as Common;
use super::reading::{as_named, plan_of, scenario};
use crate::check::{Limit, Measure, Verdict, Violation, check};
use crate::input::amending::Changed;
use crate::input::amending::decisions::deciding;
use crate::input::amending::rows::{Closed, Period, adding, closing, withdrawing};
use crate::input::{Read, Sources, announced_plan};
use crate::instance::Instance;
use crate::output::PLAN;
use crate::plan::{Changes, Plan, changes};

/// The folder of amended plans, next to the scenario.
pub(super) const FOLDER: &str = "amended";

/// What to amend.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan; by default that of the folder or, if there is none, the announced one.
    pub plan: Option<&'a Path>,
    /// The folder of the amended plan; by default one next to the scenario, named like the announced plan's.
    pub out: Option<&'a Path>,
    /// The amendment.
    pub amendment: &'a Amendment,
}

/// An event, or a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// Residents withdraw.
    Withdraw(Vec<String>),
    /// A trainer is absent.
    Absent {
        /// The trainer.
        trainer: String,
        /// The days.
        period: Period,
    },
    /// Rooms are closed.
    Closed {
        /// The rooms.
        venues: Vec<String>,
        /// The days.
        period: Period,
    },
    /// The enrolments of a file arrive late.
    Add(PathBuf),
    /// A cycle is changed by hand.
    Change {
        /// Its identifier.
        cycle: String,
        /// The change.
        change: Change,
    },
}

/// Why nothing can be amended.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// It cannot be done as requested.
    Wrong(Wrong),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

impl From<Wrong> for Failure {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

/// A plan with its verdict.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The plan.
    pub plan: Plan,
    /// The checker's verdict, with the costs.
    pub verdict: Verdict,
    /// The changes of what people were told.
    pub changes: Option<Changes>,
}

impl Judged {
    /// Checks and prices a plan.
    pub(super) fn of(instance: &Instance, plan: Plan) -> Self {
        let (verdict, changes) = (check(instance, &plan), changes(instance, &plan));
        Self { plan, verdict, changes }
    }
}

/// The effects of an amendment. Nothing is written yet.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The scenario after the amendment.
    pub read: Read,
    /// The plan before and after; `None` if there is no plan.
    pub plans: Option<(Judged, Judged)>,
    /// The planner's decisions.
    pub outcome: Outcome,
    /// Tables and scenario that change.
    pub files: Vec<Changed>,
    /// Number of enrolments that are added.
    pub n_added: usize,
    /// The folder of the amended plan.
    pub out: PathBuf,
    /// Whether it is a decision, and not an event.
    is_decision: bool,
}

impl Proposal {
    /// The path of the amended plan.
    pub fn plan_file(&self) -> PathBuf {
        self.out.join(PLAN)
    }

    /// Violations that the plan has after the amendment and did not have before.
    pub fn newly_broken(&self) -> Vec<&Violation> {
        let Some((before, after)) = &self.plans else { return Vec::new() };
        after.verdict.violations.iter().filter(|now| is_new(&before.verdict.violations, now)).collect()
    }

    /// Whether it may be kept: an event always, a decision if it newly breaks no rule.
    pub fn may_be_kept(&self) -> bool {
        !self.is_decision || self.newly_broken().is_empty()
    }
}

/// Whether a violation is new: no earlier one has the same rule and subjects and was at least as bad.
pub(super) fn is_new(before: &[Violation], now: &Violation) -> bool {
    !before.iter().any(|was| is_no_worse(was, now))
}

/// Whether a violation has the same rule and subjects as before, and is no worse.
fn is_no_worse(was: &Violation, now: &Violation) -> bool {
    let is_same = (was.rule, &was.subjects) == (now.rule, &now.subjects);
    let is_nearer = match (&was.measured, &now.measured, &now.limit) {
        (Measure::Count(was), Measure::Count(now), Limit::AtMost(_)) => now <= was,
        (Measure::Count(was), Measure::Count(now), Limit::AtLeast(_)) => now >= was,
        (was, now, _) => was == now,
    };
    is_same && is_nearer
}

/// Computes the effects of an amendment.
///
/// # Errors
/// If anything cannot be read or changed, or the amendment cannot be done.
pub fn propose(request: &Request) -> Result<Proposal, Failure> {
    propose_from(Sources::disk(), request)
}

/// The same with files in memory.
///
/// # Errors
/// Those of [`propose`].
pub fn propose_from(sources: Sources, request: &Request) -> Result<Proposal, Failure> {
    let read = scenario(&sources, request.scenario)?;
    let told = announced_plan(&sources, request.scenario).map_err(Common::input)?;
    let out = request.out.map_or_else(|| home(request.scenario, told.as_deref()), Path::to_owned);
    if is_announced(&out) {
        return Err(Common::Announced(out).into());
    }
    let own = Some(out.join(PLAN)).filter(|own| own.is_file());
    let path = request.plan.map(Path::to_owned).or(own).or(told);
    let given = path.as_deref().map(|path| plan_of(&sources, &read, path)).transpose()?.map(|(plan, _)| plan);
    let before = given.map(|given| (as_it_stands(&read.instance, &given), given));
    let (files, outcome, n_added, changed) = match request.amendment {
        Amendment::Change { cycle, change: wished } => {
            let Some((before, _)) = &before else { return Err(Wrong::NoPlan.into()) };
            let mut plan = before.plan.clone();
            let outcome = change(&read.instance, &mut plan, cycle, wished)?;
            let is_decided = !outcome.decisions.is_empty();
            let files = is_decided.then(|| deciding(&sources, request.scenario, &outcome.decisions));
            (files.transpose().map_err(Common::input)?.unwrap_or_default(), outcome, 0, Some(plan))
        }
        happened => {
            let (files, n_added) = of_tables(&sources, request.scenario, &read.instance, happened)?;
            (files, Outcome::default(), n_added, None)
        }
    };
    let amended = files.iter().fold(sources, |sources, file| sources.with(&file.path, file.bytes.as_slice()));
    let read = scenario(&amended, request.scenario)?;
    let plans = match (before, path) {
        (Some((before, given)), Some(path)) => {
            let plan = match changed {
                Some(plan) => plan,
                // New residents may have changed the order of the tables to which it refers.
                None => plan_of(&amended, &read, &path)?.0,
            };
            let plan = with_kits(&read.instance, &given, standing(&read.instance, plan));
            Some((before, Judged::of(&read.instance, plan)))
        }
        _ => None,
    };
    let is_decision = matches!(request.amendment, Amendment::Change { .. });
    Ok(Proposal { read, plans, outcome, files, n_added, out, is_decision })
}

/// A plan as of today, with its verdict.
pub(super) fn as_it_stands(instance: &Instance, plan: &Plan) -> Judged {
    Judged::of(instance, with_kits(instance, plan, standing(instance, plan.clone())))
}

/// The folder of amended plans: one for each announced plan, so that amendments of different ones are not confused.
fn home(scenario: &Path, told: Option<&Path>) -> PathBuf {
    let home = scenario.parent().unwrap_or(Path::new("")).join(FOLDER);
    let folder = told.map(|told| as_named(scenario, told));
    let folder = folder.as_deref().and_then(|told| Path::new(told).parent()?.file_name());
    folder.map_or(home.clone(), |folder| home.join(folder))
}

/// The changed tables after an event, and the number of added enrolments.
fn of_tables(
    sources: &Sources,
    scenario: &Path,
    instance: &Instance,
    happened: &Amendment,
) -> Result<(Vec<Changed>, usize), Failure> {
    let files = match happened {
        Amendment::Withdraw(residents) => {
            for name in residents {
                resident(instance, name)?;
            }
            let is_gone =
                |name: &&String| instance.residents.iter().any(|one| one.withdrawn && one.id == **name);
            if residents.iter().all(|name| is_gone(&name)) {
                return Err(Wrong::Withdrawn(residents.clone()).into());
            }
            let ids: BTreeSet<&str> =
                residents.iter().filter(|name| !is_gone(name)).map(String::as_str).collect();
            withdrawing(sources, scenario, &ids)
        }
        Amendment::Absent { trainer, period } => {
            let known = instance.trainers.iter().map(|one| one.id.as_str());
            check_known(Named::Trainer, trainer, known)?;
            check_period(*period)?;
            closing(sources, scenario, &[Closed::Trainer(trainer)], *period)
        }
        Amendment::Closed { venues, period } => {
            for venue in venues {
                check_known(Named::Venue, venue, instance.venues.iter().map(|one| one.id.as_str()))?;
            }
            check_period(*period)?;
            let closed: Vec<Closed> = venues.iter().map(|venue| Closed::Venue(venue)).collect();
            closing(sources, scenario, &closed, *period)
        }
        Amendment::Add(file) => {
            let today: Option<Date> = instance.announced.as_ref().map(|announced| announced.today);
            let (files, n_added) = adding(sources, scenario, file, today).map_err(Common::input)?;
            if n_added == 0 {
                return Err(Wrong::Empty(file.display().to_string()).into());
            }
            return Ok((files, n_added));
        }
        Amendment::Change { .. } => Ok(Vec::new()),
    };
    Ok((files.map_err(Common::input)?, 0))
}

fn check_known<'a>(
    what: Named,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), Wrong> {
    if known.clone().any(|known| known == name) { Ok(()) } else { Err(Wrong::unknown(what, name, known)) }
}

fn check_period(Period { from, until }: Period) -> Result<(), Wrong> {
    if from <= until { Ok(()) } else { Err(Wrong::Reversed(from, until)) }
}
