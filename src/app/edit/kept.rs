//! Persists the unsaved steps of an edited plan, so that none is lost if the program is killed.
//!
//! The file names the plan and the data, and lists the steps; they are repeated when the plan is opened. It is
//! rewritten after each step: two hundred steps take some kilobytes. If the plan before the steps is in no file (a saved step was
//! undone, or a search changed the plan), it is stored in a second file, which is rewritten only when that plan changes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::state::State;
use super::step::{Step, from_to};
use super::{Edit, Request, open};
use crate::app::amend::decided::decided;
use crate::app::amend::keep::plan_text;
use crate::app::common::Failure;
use crate::app::drafts::Place;
use crate::app::drafts::signed::Signed;
use crate::app::drafts::taken_up::TakenUp;
use crate::app::reading::plan_of;
use crate::input::amending::decisions::Decisions;
use crate::input::digest::sha256;
use crate::output::PLAN;
use crate::plan::Plan;

/// Prefix and endings of the names of these files: of the steps, and of the plan before them.
const BEGINNING: &str = "plan-";
const ENDING: &str = ".json";
const WHOLE: &str = ".whole.json";
/// Characters of the digest that identifies a plan's name.
const LETTERS: usize = 16;

/// The files stored for an edited plan.
#[derive(Debug, Default)]
pub struct Kept {
    place: Option<Arc<Place>>,
    /// The plan's name when the file was last written.
    plan: Option<String>,
    /// The plan stored whole.
    whole: Option<Plan>,
    is_failing: bool,
}

/// The contents of a file of steps.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    /// The plan's folder.
    plan: String,
    /// The digest of its file.
    plan_digest: Option<String>,
    /// The digest of scenario and tables.
    data: String,
    is_of_its_own: bool,
    /// If the plan before the steps is stored whole: its decisions, and who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    whole: Option<(Decisions, Signed)>,
    steps: Vec<(Step, Signed)>,
}

fn file(plan: &str, ending: &str) -> String {
    format!("{BEGINNING}{}{ending}", &sha256(plan.as_bytes())[..LETTERS])
}

/// The plans whose steps are in these files.
pub fn of_plans(place: &Place, names: &[String]) -> Vec<String> {
    let is_it = |name: &&String| name.starts_with(BEGINNING) && !name.ends_with(WHOLE);
    let read = |name: &String| serde_json::from_slice::<Written>(&place.read(name)?).ok();
    names.iter().filter(is_it).filter_map(read).map(|written| written.plan).collect()
}

impl Kept {
    /// Whether the steps are on the disk.
    pub fn is_kept(&self) -> bool {
        self.plan.is_some() && !self.is_failing
    }

    /// Stores the unsaved steps of a plan, under the name of its folder; removes the files if there are none.
    pub fn note(&mut self, edit: &Edit, name: &str, place: impl FnOnce() -> Option<Arc<Place>>) {
        if !edit.has_unsaved() {
            self.forget();
            return;
        }
        if self.plan.as_ref().is_some_and(|plan| plan != name) {
            self.forget();
        }
        if self.place.is_none() {
            self.place = place();
        }
        let Some(place) = self.place.clone() else { return };
        let (written, whole) = edit.written(name, self.whole.as_ref());
        let is_new = whole.is_some_and(|state| self.whole.as_ref() != Some(&state.plan));
        if let Some(state) = whole.filter(|_| is_new) {
            let text = plan_text(&state.instance, &state.plan);
            self.whole = place.write(&file(name, WHOLE), &text).then(|| state.plan.clone());
        }
        let text = serde_json::to_vec(&written).unwrap_or_default();
        self.is_failing = !place.write(&file(name, ENDING), &text) || whole.is_some() && self.whole.is_none();
        self.plan = Some(name.to_owned());
    }

    /// Removes the files: the steps are saved, or discarded.
    pub fn forget(&mut self) {
        if let Some((place, plan)) = self.place.as_ref().zip(self.plan.take()) {
            for ending in [ENDING, WHOLE] {
                place.remove(&file(&plan, ending));
            }
        }
        *self = Self::default();
    }

    /// Restores the stored steps of a plan that has just been opened, if any.
    pub fn taken_up(edit: &mut Edit, name: &str, place: &Arc<Place>) -> Option<(Self, TakenUp)> {
        let bytes = place.read(&file(name, ENDING))?;
        let mut kept =
            Self { place: Some(Arc::clone(place)), plan: Some(name.to_owned()), ..Self::default() };
        let written = serde_json::from_slice::<Written>(&bytes).ok();
        let taken_up = written.and_then(|written| {
            let whole = written.whole.is_some().then(|| place.read(&file(name, WHOLE))).flatten();
            edit.made_again(written, whole)
        });
        if taken_up.is_none() {
            kept.forget();
        }
        Some((kept, taken_up?))
    }
}

impl Edit {
    /// Reopens the plan with the current data and repeats its unsaved steps as far as possible; also returns what to tell about
    /// them, if there are any.
    ///
    /// # Errors
    /// If scenario or plan is no longer valid.
    pub fn again(&self) -> Result<(Self, Option<TakenUp>), Failure> {
        let request = Request { sources: &self.sources, scenario: &self.scenario, plan: &self.plan };
        let mut again = open(&request)?;
        again.is_of_its_own = self.is_of_its_own;
        let (written, whole) = self.written("", None);
        let whole = whole.map(|state| plan_text(&state.instance, &state.plan));
        let told = again.made_again(written, whole).map(|told| TakenUp { has_ended: false, ..told });
        again.signs(self.by.clone());
        Ok((again, told))
    }

    /// The content to store; and the state before the steps, if it is in no file. A state stored earlier is preferred.
    fn written(&self, name: &str, known: Option<&Plan>) -> (Written, Option<&State>) {
        let saved = self.saved.filter(|&saved| saved <= self.at);
        let first = saved.unwrap_or_default();
        let is_whole = |&at: &usize| self.made[at - 1].step.is_none();
        let taken = (first + 1..=self.at).rev().find(is_whole);
        let is_in_file = taken.is_none() && saved.is_some();
        let is_known = |&at: &usize| !is_in_file && Some(&self.states[at].plan) == known;
        let from = taken.unwrap_or(first);
        let from = (from..=self.at).rev().find(is_known).unwrap_or(from);
        let whole = (!is_in_file).then(|| &self.states[from]);
        let by = || self.made.get(from.saturating_sub(1)).map(|made| made.by.clone()).unwrap_or_default();
        let steps = self.made[from..self.at].iter();
        let written = Written {
            plan: name.to_owned(),
            plan_digest: self.plan_digest.clone(),
            data: self.digest.clone(),
            is_of_its_own: self.is_of_its_own,
            whole: whole.map(|state| (from_to(&self.written, &state.decisions), by())),
            steps: steps.filter_map(|made| Some((made.step.clone()?, made.by.clone()))).collect(),
        };
        (written, whole)
    }

    /// Repeats stored steps as far as possible; `None` if there are none.
    fn made_again(&mut self, written: Written, whole: Option<Vec<u8>>) -> Option<TakenUp> {
        let by = written.whole.iter().map(|(_, by)| by).chain(written.steps.iter().map(|(_, by)| by));
        let mut told = TakenUp::of(by)?;
        let is_same = written.data == self.digest && written.plan_digest == self.plan_digest;
        told.is_carried = !is_same;
        self.is_of_its_own = written.is_of_its_own;
        if let Some((decisions, by)) = written.whole {
            match whole.and_then(|bytes| self.whole(&decisions, &bytes)) {
                Some(state) => {
                    self.signs(by);
                    self.go_on_as(state);
                }
                None => told.n_lost += 1,
            }
        }
        for (step, by) in &written.steps {
            self.signs(by.clone());
            told.n_lost += usize::from(self.make(step).is_err());
        }
        (self.at > 0 || told.n_lost > 0).then_some(told)
    }

    /// The state of a plan stored whole; `None` if it cannot be read with the current data.
    fn whole(&self, decisions: &Decisions, bytes: &[u8]) -> Option<State> {
        let path = self.plan.with_file_name("whole").join(PLAN);
        let sources = self.sources.clone().with(&path, bytes);
        let (plan, _) = plan_of(&sources, &self.read, &path).ok()?;
        let instance = Arc::new(decided(&self.opened.instance, decisions));
        Some(State { decisions: decisions.clone(), ..State::of(instance, &plan) })
    }
}
