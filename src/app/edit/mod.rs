//! A plan that is being changed by hand: in memory, step by step, with verdict and price after each.
//!
//! - this file: the plan that is open, its steps, undo and redo;
//! - [`state`]: a plan after some steps; [`step`]: what a step does;
//! - [`around`]: a part of it planned again by a search, all else pinned;
//! - [`targets`]: where a cycle or a resident may go, and what that costs;
//! - [`board`]: a week of it as a table; [`lists`]: its cycles, and its people; [`sheet`]: a cycle on one page; [`map`]: the territory;
//! - [`closed`]: days on which nothing may take place; [`kits`]: which kits are used;
//! - [`told`]: what it breaks, in words;
//! - [`save`]: the files of a plan of its own; [`kept`]: its steps on the disk until then; [`news`]: what others changed on the disk meanwhile.
//!
//! # Design
//! Steps are [`amend`](super::amend)'s changes: what the contract leaves to the planner of an announced plan (`release`, `hit`) is decided
//! with them, and written into the scenario when the plan is saved. A plan that was never announced needs no decision. Any step is made,
//! whatever it breaks; only what breaks no rule that the plan did not break when it was opened can be saved.

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

/// Steps that can be taken back; earlier ones are forgotten.
const MOST_STEPS: usize = 200;

/// What to open.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Where the files come from.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
}

/// A plan that is open, with its steps.
#[derive(Debug, Clone)]
pub struct Edit {
    sources: Sources,
    scenario: PathBuf,
    /// The plan's file: that which was opened, or as which it was saved.
    plan: PathBuf,
    /// Whether it was saved there, and not only opened.
    is_of_its_own: bool,
    /// The digest of that file.
    plan_digest: Option<String>,
    read: Read,
    /// The digest of scenario and tables as they are on the disk.
    digest: String,
    /// Decisions that are in the scenario since the plan was saved.
    written: Decisions,
    /// How often it was changed, so that others can tell what they saw from what is.
    version: u64,
    /// The plan as it was opened.
    opened: State,
    /// The plan before the first step that can be taken back, then after each; never empty.
    states: Vec<State>,
    /// What led from each of these to the next.
    made: Vec<Made>,
    /// Who makes steps now.
    by: Signed,
    /// The state that is looked at.
    at: usize,
    /// The state that is in the files; none where its step was undone and forgotten.
    saved: Option<usize>,
}

/// What led from a state of a plan to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The step; none where another plan took its place.
    pub step: Option<Step>,
    /// Who made it, and when.
    pub by: Signed,
}

/// Opens a plan, as it stands today.
///
/// # Errors
/// If scenario or plan cannot be understood.
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

/// Opens a plan of a project from the disk.
///
/// # Errors
/// If scenario or plan cannot be understood.
pub fn open_in(project: &Project, plan: &PlanFile) -> Result<Edit, Failure> {
    let sources = Sources::disk();
    open(&Request { sources: &sources, scenario: &project.scenario, plan: &plan.path })
}

impl Edit {
    /// The plan as it is.
    pub fn now(&self) -> &State {
        &self.states[self.at]
    }

    /// The plan before the last step; as it is where there is none.
    pub fn before(&self) -> &State {
        &self.states[self.at.saturating_sub(1)]
    }

    /// The plan as it was opened.
    pub fn opened(&self) -> &State {
        &self.opened
    }

    /// How often it was changed.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What was read of the scenario.
    pub fn read(&self) -> &Read {
        &self.read
    }

    /// Whether it was saved as a plan of its own.
    pub fn is_of_its_own(&self) -> bool {
        self.is_of_its_own
    }

    /// Makes a step. Those that were undone are forgotten.
    ///
    /// # Errors
    /// If it cannot be made; the plan is then as it was.
    pub fn make(&mut self, step: &Step) -> Result<&State, Wrong> {
        let after = self.now().after(step)?;
        Ok(self.push(after, Some(step.clone())))
    }

    /// Takes another plan of the same input in place of the one there is, as one step. Steps that were undone are forgotten.
    pub fn go_on_as(&mut self, after: State) -> &State {
        self.push(after, None)
    }

    /// Steps from here on are made by somebody.
    pub fn signs(&mut self, by: Signed) {
        self.by = by;
    }

    /// Who changed it last; nobody since it was opened where the time is that of no change.
    pub fn last_by(&self) -> &Signed {
        &self.by
    }

    /// What led from the plan in the files to the plan as it is; where steps that were saved were undone, from the first that can be.
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

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let can = self.can_undo();
        self.at -= usize::from(can);
        self.version += u64::from(can);
        can
    }

    /// Makes the step again that was undone last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let can = self.can_redo();
        self.at += usize::from(can);
        self.version += u64::from(can);
        can
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a step that was undone.
    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.states.len()
    }

    /// Whether the plan is another than the one in the files.
    pub fn has_unsaved(&self) -> bool {
        self.saved != Some(self.at)
    }

    /// What the plan breaks and did not break when it was opened.
    pub fn newly_broken(&self) -> Vec<&Violation> {
        self.now().newly_broken(self.opened())
    }
}
