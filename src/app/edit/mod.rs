//! A plan being edited by hand: in memory, step by step, with verdict and price after each.
//!
//! - this file: the open plan, its steps, undo and redo;
//! - [`state`]: a plan after some steps; [`step`]: the effect of a step;
//! - [`around`]: a part of it replanned by a search, with everything else pinned;
//! - [`targets`]: the possible places for a cycle or a resident, and what they cost;
//! - [`board`]: a week as a table; [`lists`]: cycles and residents; [`sheet`]: a cycle on one page; [`map`]: the territory;
//! - [`closed`]: days on which no session is possible; [`kits`]: the kits in use;
//! - [`told`]: broken rules, in words;
//! - [`save`]: the files of a separate plan; [`kept`]: its unsaved steps on disk; [`news`]: concurrent changes on disk.
//!
//! # Design
//! Steps are the changes of [`amend`](super::amend): the decisions that the contract leaves to the planner of an announced plan
//! (`release`, `hit`) are made with them, and written to the scenario when the plan is saved. A plan never announced needs
//! none. A step may break any rule; a plan can be saved only if it breaks no rule that it did not break when it was opened.

pub mod around;
pub mod board;
pub mod closed;
pub mod kept;
pub mod kits;
pub mod lists;
pub mod map;
pub mod news;
pub mod save;
pub mod sheet;
pub mod state;
pub mod step;
pub mod targets;
pub mod told;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::state::State;
use self::step::Step;
use super::amend::wrong::Wrong;
use super::common::Failure;
use super::drafts::signed::Signed;
use super::projects::Project;
use super::projects::plans::PlanFile;
use super::reading::{digest_of, scenario_and_plan};
use crate::check::Violation;
use crate::input::amending::decisions::Decisions;
use crate::input::{Read, Sources};

/// Steps that can be undone; earlier ones are discarded.
const MOST_STEPS: usize = 200;

/// What to open.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Source of the files.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
}

/// An open plan, with its steps.
#[derive(Debug, Clone)]
pub struct Edit {
    sources: Sources,
    scenario: PathBuf,
    /// The plan's file: the one opened, or the one saved to.
    plan: PathBuf,
    /// Whether it was saved there as a separate plan, and not only opened.
    is_of_its_own: bool,
    /// The digest of that file.
    plan_digest: Option<String>,
    read: Read,
    /// The digest of scenario and tables on disk.
    digest: String,
    /// Decisions already in the scenario since the plan was saved.
    written: Decisions,
    /// Counter of changes, by which other tabs detect that they show an old version.
    version: u64,
    /// The plan as it was opened.
    opened: State,
    /// The plan before the first step that can be undone, then after each step; never empty.
    states: Vec<State>,
    /// The step from each state to the next.
    made: Vec<Made>,
    /// Author of the next steps.
    by: Signed,
    /// Index of the current state.
    at: usize,
    /// Index of the state in the files; `None` if its step was undone and discarded.
    saved: Option<usize>,
}

/// A transition between two states of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The step; `None` if the plan was replaced by another.
    pub step: Option<Step>,
    /// Who made it, and when.
    pub by: Signed,
}

/// Opens a plan as of today.
///
/// # Errors
/// If scenario or plan is invalid.
pub fn open(request: &Request) -> Result<Edit, Failure> {
    let read = scenario_and_plan(request.sources, request.scenario, request.plan)?;
    let opened = State::of(Arc::new(read.scenario.instance.clone()), &read.plan);
    Ok(Edit {
        sources: request.sources.clone(),
        scenario: request.scenario.to_owned(),
        plan: request.plan.to_owned(),
        is_of_its_own: false,
        plan_digest: digest_of(request.sources, request.plan),
        digest: read.scenario.instance.digest.clone(),
        read: read.scenario,
        written: Decisions::default(),
        version: 0,
        states: vec![opened.clone()],
        made: Vec::new(),
        by: Signed::default(),
        opened,
        at: 0,
        saved: Some(0),
    })
}

/// Opens a plan of a project from disk.
///
/// # Errors
/// If scenario or plan is invalid.
pub fn open_in(project: &Project, plan: &PlanFile) -> Result<Edit, Failure> {
    let sources = Sources::disk();
    open(&Request { sources: &sources, scenario: &project.scenario, plan: &plan.path })
}

impl Edit {
    /// The current plan.
    pub fn now(&self) -> &State {
        &self.states[self.at]
    }

    /// The plan before the last step; the current one if there is none.
    pub fn before(&self) -> &State {
        &self.states[self.at.saturating_sub(1)]
    }

    /// The plan as it was opened.
    pub fn opened(&self) -> &State {
        &self.opened
    }

    /// Counter of changes.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The scenario as read.
    pub fn read(&self) -> &Read {
        &self.read
    }

    /// Whether it was saved as a separate plan.
    pub fn is_of_its_own(&self) -> bool {
        self.is_of_its_own
    }

    /// Makes a step. Undone steps are discarded.
    ///
    /// # Errors
    /// If it cannot be made; the plan is then unchanged.
    pub fn make(&mut self, step: &Step) -> Result<&State, Wrong> {
        let after = self.now().after(step)?;
        Ok(self.push(after, Some(step.clone())))
    }

    /// Replaces the plan by another of the same input, as one step. Undone steps are discarded.
    pub fn go_on_as(&mut self, after: State) -> &State {
        self.push(after, None)
    }

    /// Sets the author of the next steps.
    pub fn signs(&mut self, by: Signed) {
        self.by = by;
    }

    /// The author of the last change; nobody if its time is the default.
    pub fn last_by(&self) -> &Signed {
        &self.by
    }

    /// Steps from the plan in the files to the current one; if saved steps were undone, all steps that can be undone.
    pub fn unsaved(&self) -> &[Made] {
        let saved = self.saved.filter(|&saved| saved <= self.at).unwrap_or_default();
        &self.made[saved..self.at]
    }

    fn push(&mut self, after: State, step: Option<Step>) -> &State {
        self.states.truncate(self.at + 1);
        self.made.truncate(self.at);
        self.saved = self.saved.filter(|&saved| saved <= self.at);
        self.states.push(after);
        self.made.push(Made { step, by: self.by.clone() });
        self.at += 1;
        if self.states.len() > MOST_STEPS + 1 {
            self.states.remove(0);
            self.made.remove(0);
            self.at -= 1;
            self.saved = self.saved.and_then(|saved| saved.checked_sub(1));
        }
        self.version += 1;
        self.now()
    }

    /// Undoes the last step; returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let can = self.can_undo();
        self.at -= usize::from(can);
        self.version += u64::from(can);
        can
    }

    /// Redoes the last undone step; returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let can = self.can_redo();
        self.at += usize::from(can);
        self.version += u64::from(can);
        can
    }

    /// Whether a step can be undone.
    pub fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether a step can be redone.
    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.states.len()
    }

    /// Whether the plan differs from the one in the files.
    pub fn has_unsaved(&self) -> bool {
        self.saved != Some(self.at)
    }

    /// Violations that the plan did not have when it was opened.
    pub fn newly_broken(&self) -> Vec<&Violation> {
        self.now().newly_broken(self.opened())
    }
}
