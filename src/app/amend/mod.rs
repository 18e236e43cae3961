//! Amends a scenario and the plan that people were told: what happened, and what a planner decides by hand.
//!
//! - this file: what is asked, and what it comes to: verdict and price before anything is kept;
//! - [`mod@change`], `place` and `people`: changes of a cycle; `days`: days for them;
//! - `decided`: an instance with what a planner decides;
//! - `today`: a plan as it stands today, with its kits;
//! - [`wrong`]: why something cannot be done, [`mod@words`] for it; [`shown`]: what it comes to, in words and figures;
//! - [`keep`]: the files, all of them or none.
//!
//! # Design
//! The announced plan is what people were told: it is never changed. The amended plan is one of its own, which the next amendment goes
//! on from, and which is announced in its turn. What happened (a withdrawal, an illness) is kept whatever it breaks: it is so. What is
//! decided by hand is kept only if it breaks no rule that the plan did not break before; what the contract leaves to the planner
//! (`release`, `keep`, `hit`) is written into the scenario with it.

pub mod change;
mod days;
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

/// The folder of amended plans, beside the scenario.
pub(super) const FOLDER: &str = "amended";

/// What to amend.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan; that of the folder or, where there is none, the announced one, where none is named.
    pub plan: Option<&'a Path>,
    /// The folder of the amended plan; one beside the scenario, named like the announced one's, where none is named.
    pub out: Option<&'a Path>,
    /// How.
    pub amendment: &'a Amendment,
}

/// What happened, or is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// Residents withdraw.
    Withdraw(Vec<String>),
    /// A trainer is absent.
    Absent {
        /// Who.
        trainer: String,
        /// When.
        period: Period,
    },
    /// Rooms are closed.
    Closed {
        /// Which.
        venues: Vec<String>,
        /// When.
        period: Period,
    },
    /// The enrolments of a file come late.
    Add(PathBuf),
    /// A cycle is changed by hand.
    Change {
        /// Its identifier.
        cycle: String,
        /// How.
        change: Change,
    },
}

/// Why nothing can be amended.
#[derive(Debug)]
pub enum Failure {
    /// As elsewhere.
    Common(Common),
    /// It cannot be done as it is asked.
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

/// A plan that was judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The plan.
    pub plan: Plan,
    /// What the checker says, and what it costs.
    pub verdict: Verdict,
    /// What it changes of what people were told.
    pub changes: Option<Changes>,
}

impl Judged {
    /// Judges and prices a plan.
    pub(super) fn of(instance: &Instance, plan: Plan) -> Self {
        let (verdict, changes) = (check(instance, &plan), changes(instance, &plan));
        Self { plan, verdict, changes }
    }
}

/// What an amendment comes to. Nothing is written yet.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The scenario as it will be.
    pub read: Read,
    /// The plan before and after; none where none is known.
    pub plans: Option<(Judged, Judged)>,
    /// What the planner decides.
    pub outcome: Outcome,
    /// Tables and scenario that change.
    pub files: Vec<Changed>,
    /// Enrolments that are added.
    pub n_added: usize,
    /// The folder of the amended plan.
    pub out: PathBuf,
    /// Whether it is decided, and not simply so.
    is_decision: bool,
}

impl Proposal {
    /// Where the amended plan is to be written.
    pub fn plan_file(&self) -> PathBuf {
        self.out.join(PLAN)
    }

    /// What the plan breaks after and did not break before.
    pub fn newly_broken(&self) -> Vec<&Violation> {
        let Some((before, after)) = &self.plans else { return Vec::new() };
        after.verdict.violations.iter().filter(|now| is_new(&before.verdict.violations, now)).collect()
    }

    /// Whether it may be kept: what happened always, what is decided where it breaks nothing that was not broken before.
    pub fn may_be_kept(&self) -> bool {
        !self.is_decision || self.newly_broken().is_empty()
    }
}

/// Whether nothing that was broken before is broken by the same, and no further.
pub(super) fn is_new(before: &[Violation], now: &Violation) -> bool {
    !before.iter().any(|was| is_no_worse(was, now))
}

/// Whether a rule is broken by the same as before, and no further.
fn is_no_worse(was: &Violation, now: &Violation) -> bool {
    let is_same = (was.rule, &was.subjects) == (now.rule, &now.subjects);
    let is_nearer = match (&was.measured, &now.measured, &now.limit) {
        (Measure::Count(was), Measure::Count(now), Limit::AtMost(_)) => now <= was,
        (Measure::Count(was), Measure::Count(now), Limit::AtLeast(_)) => now >= was,
        (was, now, _) => was == now,
    };
    is_same && is_nearer
}

/// Finds out what an amendment comes to.
///
/// # Errors
/// If anything cannot be read or written into, or it cannot be done.
pub fn propose(request: &Request) -> Result<Proposal, Failure> {
    propose_from(Sources::disk(), request)
}

/// The same with files that are held in memory.
///
/// # Errors
/// As [`propose`].
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
                // Residents who are new may have changed the order of what it refers to.
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

/// A plan as it stands today, judged.
pub(super) fn as_it_stands(instance: &Instance, plan: &Plan) -> Judged {
    Judged::of(instance, with_kits(instance, plan, standing(instance, plan.clone())))
}

/// The folder of amended plans: one for each announced plan, so that none is taken for a change of another.
fn home(scenario: &Path, told: Option<&Path>) -> PathBuf {
    let home = scenario.parent().unwrap_or(Path::new("")).join(FOLDER);
    let folder = told.map(|told| as_named(scenario, told));
    let folder = folder.as_deref().and_then(|told| Path::new(told).parent()?.file_name());
    folder.map_or(home.clone(), |folder| home.join(folder))
}

/// What happened, in the tables; and how many enrolments are added.
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
