//! Makes the documents for mairies, trainers, planners and other systems.
//!
//! # Design
//! Why is the plan checked first, as by [`judge`](super::judge)? Documents with other dates or totals than `plan.json`
//! are worse than none, so an illegal plan, or one whose figures do not follow from its cycles, is refused. A bound is
//! taken from the plan only if its `input_digest` is that of the input, since it is a statement about that input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use super::beside::{Beside, Further, Unusable, below, written_at};
use super::common::Failure as Common;
use super::gains::gains;
use super::published::{Published, published};
use super::reading::{ScenarioAndPlan, scenario_and_plan};
use crate::check::{Disagreement, Verdict, check, figures};
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::File;
use crate::output::calendar::Earlier;
use crate::output::calendar::identity::Whose;
use crate::output::export::{Audience, Bill, Export, Told, Unfinished, documents};
use crate::output::paper::Press;
use crate::output::write::Folder;
use crate::plan::Breakdown;
use crate::plan::bill::bill;
use crate::plan::concerned::concerned;
use crate::plan::file::PlanFile;
use crate::plan::proof::Proof;
use crate::plan::reasons::explain;

/// What to export.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The sources of scenario and plan.
    pub sources: &'a Sources,
    /// The scenario.
    pub scenario: &'a Path,
    /// The plan.
    pub plan: &'a Path,
    /// The audiences; empty for all.
    pub audiences: &'a [Audience],
    /// Names, for attendance sheets and letters.
    pub contacts: Option<&'a Path>,
    /// The folder of an earlier export.
    pub previous: Option<&'a Path>,
    /// The planner's own templates.
    pub templates: Option<&'a Path>,
    /// Outlines of communes.
    pub boundaries: Option<&'a Path>,
    /// Whether only those concerned by the changes of the announced plan receive documents.
    pub is_changed_only: bool,
}

/// Why there are no documents.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// Papers of cycles are explicitly asked for, but there are no names to put on them.
    CyclesNeedContacts,
    /// Only changes are asked for, but no plan was announced.
    NothingAnnounced,
    /// Papers are asked for, but this build makes none.
    NoPapers,
    /// Files next to scenario and plan cannot be used.
    Beside {
        /// Warnings of the scenario.
        before: Vec<Diagnostic>,
        /// The files, and their faults.
        unusable: Box<Unusable>,
    },
    /// The plan breaks rules.
    Illegal(Box<Refused>),
    /// The figures in the plan's file do not follow from its cycles.
    WrongFigures(Box<Refused>),
    /// Our fault: the plan's cost cannot be proven.
    OurFault,
}

/// A plan from which no documents are made.
#[derive(Debug)]
pub struct Refused {
    /// Warnings of everything that was read.
    pub before: [Vec<Diagnostic>; 2],
    /// The problem.
    pub instance: Instance,
    /// The checker's verdict.
    pub verdict: Verdict,
    /// Figures that do not follow from the cycles.
    pub disagreements: Vec<Disagreement>,
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// A plan from which documents can be made.
#[derive(Debug)]
pub struct Prepared {
    /// Scenario and plan.
    pub read: ScenarioAndPlan,
    /// Warnings about the files next to them.
    pub warnings: Vec<Diagnostic>,
    /// The audiences.
    pub audiences: Vec<Audience>,
    breakdown: Breakdown,
    proof: Proof,
    further: Further,
    told: Vec<Told>,
    is_changed_only: bool,
    press: Press,
    made: DateTime,
}

/// Reads everything and checks the plan; faults of templates are worded by `messages`.
///
/// # Errors
/// If something cannot be read, or the plan does not hold.
pub fn prepare(request: &Request, messages: &Messages) -> Result<Prepared, Failure> {
    if !Press::EXISTS && asks_for_papers(request) {
        return Err(Failure::NoPapers);
    }
    if request.audiences.contains(&Audience::Cycles) && request.contacts.is_none() {
        return Err(Failure::CyclesNeedContacts);
    }
    let read = scenario_and_plan(request.sources, request.scenario, request.plan)?;
    if request.is_changed_only && read.scenario.instance.announced.is_none() {
        return Err(Failure::NothingAnnounced);
    }
    let beside = Beside {
        contacts: request.contacts,
        previous: request.previous,
        boundaries: request.boundaries,
        templates: request.templates,
        communes: &read.scenario.communes,
    };
    let (mut further, warnings) = match beside.read(&read.scenario.instance, messages) {
        Ok(found) => found,
        Err(unusable) => return Err(Failure::Beside { before: read.scenario.warnings, unusable }),
    };
    // Published calendars contain more than the plans from which they were made.
    let mut told = Vec::new();
    if request.previous.is_none() {
        let Published { series, plans } = published(request.sources, &read.scenario);
        further.earlier = series.map_or(further.earlier, Earlier::of_series);
        told = plans;
    }
    let (instance, file) = (&read.scenario.instance, &read.file);
    let (verdict, disagreements) = (check(instance, &read.plan), disagreements(&read));
    let proof = proof(instance, file, &verdict);
    let breakdown = verdict.breakdown;
    if !verdict.is_legal() || !disagreements.is_empty() {
        let is_legal = verdict.is_legal();
        let before = [read.scenario.warnings, warnings];
        let refused = Refused { before, instance: read.scenario.instance, verdict, disagreements };
        let failure = if is_legal { Failure::WrongFigures } else { Failure::Illegal };
        return Err(failure(Box::new(refused)));
    }
    Ok(Prepared {
        audiences: audiences(request),
        breakdown,
        proof: proof.ok_or(Failure::OurFault)?,
        press: Press::new(std::mem::take(&mut further.templates)),
        made: written_at(request.plan),
        told,
        is_changed_only: request.is_changed_only,
        read,
        warnings,
        further,
    })
}

/// Figures that do not follow from the plan. A plan announced since was made before the scenario named it: its digest differs.
fn disagreements(read: &ScenarioAndPlan) -> Vec<Disagreement> {
    let instance = &read.scenario.instance;
    let mut found = figures(instance, &read.plan, &read.file);
    if instance.announced.as_ref().is_some_and(|announced| read.plan.is_told(announced)) {
        found.retain(|one| !matches!(one, Disagreement::Origin { key: "input_digest", .. }));
    }
    found
}

/// The named audiences, or else all; without other systems if only changes are asked for, since their tables are complete ones.
fn audiences(request: &Request) -> Vec<Audience> {
    let is_asked = |audience: &Audience| !request.is_changed_only || *audience != Audience::Systems;
    let all = Audience::ALL.into_iter().filter(is_asked);
    if request.audiences.is_empty() { all.collect() } else { request.audiences.to_vec() }
}

/// Whether the request only makes sense for papers; a request without any of this takes what there is.
fn asks_for_papers(request: &Request) -> bool {
    let is_cycles = request.audiences.contains(&Audience::Cycles);
    is_cycles || request.contacts.is_some() || request.templates.is_some()
}

/// The proof of a plan, if it holds.
fn proof(instance: &Instance, file: &PlanFile, verdict: &Verdict) -> Option<Proof> {
    let claimed = file.bound.filter(|_| is_bound_claimed(instance, file)).unwrap_or(f64::NEG_INFINITY);
    let objective = verdict.breakdown.objective();
    // `figures` has compared the bound with the objective: in the worst case the bound that needs no search remains.
    Proof::new(instance, objective, claimed)
        .or_else(|_| Proof::new(instance, objective, f64::NEG_INFINITY))
        .ok()
}

/// Whether the plan states a bound for all of this very input.
pub(in crate::app) fn is_bound_claimed(instance: &Instance, file: &PlanFile) -> bool {
    file.bound.is_some() && file.only.is_none() && file.input_digest.as_ref() == Some(&instance.digest)
}

impl Prepared {
    /// Whether papers are left out that another build would make.
    pub fn lacks_papers(&self) -> bool {
        !Press::EXISTS && self.audiences.iter().any(|audience| *audience != Audience::Systems)
    }

    /// The changes from the announced plan.
    fn bill(&self) -> Option<Bill<'_>> {
        let (instance, plan) = (&self.read.scenario.instance, &self.read.plan);
        let lines = bill(instance, plan)?;
        // Each gain needs a new check of the plan, and only the report shows them.
        let is_told = self.audiences.contains(&Audience::Report);
        let changes = if is_told { gains(instance, plan, &self.breakdown, &lines) } else { Vec::new() };
        Some(Bill { concerned: concerned(instance, plan, &lines)?, changes, lines })
    }

    /// The data of the documents, in the language of `documents`.
    pub fn export<'a>(&'a self, documents: &'a Messages) -> Export<'a> {
        let instance = &self.read.scenario.instance;
        let bill = self.bill();
        Export {
            instance,
            plan: &self.read.plan,
            breakdown: self.breakdown,
            proof: self.proof,
            is_bound_claimed: is_bound_claimed(instance, &self.read.file),
            only: self.read.file.only.as_deref().unwrap_or_default(),
            reasons: explain(instance, &self.read.plan),
            outlines: &self.further.outlines,
            contacts: self.further.contacts.as_ref(),
            earlier: &self.further.earlier,
            told: &self.told,
            bill,
            is_changed_only: self.is_changed_only,
            press: &self.press,
            made: self.made,
            messages: documents,
        }
    }
}

/// Makes every document. `go_on` receives the number made and the total, and decides whether to make the next one.
///
/// # Errors
/// If it was stopped, or a document could not be made (because of a fault in one of the planner's templates).
pub fn make(
    export: &Export,
    audiences: &[Audience],
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<Vec<File>, Unfinished> {
    documents(export, audiences, go_on)
}

/// Checks that a folder can be written to, without changing it: a template may end the program.
///
/// # Errors
/// If it cannot.
pub fn try_folder(out: &Path) -> Result<(), Common> {
    Folder::open(out, &[]).map(drop).map_err(|fault| Common::folder(out, fault))
}

/// Writes all documents or none.
///
/// # Errors
/// If one cannot be written.
pub fn write(out: &Path, files: &[File]) -> Result<(), Common> {
    let opened = Folder::open(out, &[]);
    opened.and_then(|folder| folder.write(files)).map_err(|fault| Common::folder(out, fault))
}

/// Whose calendar was made only for its cancellations.
pub fn gone<'a>(export: &'a Export, audiences: &[Audience]) -> Vec<&'a str> {
    let is_asked = |whose: &Whose| match whose {
        Whose::Mairie(_) => audiences.contains(&Audience::Mairies),
        Whose::Trainer(_) => audiences.contains(&Audience::Trainers),
    };
    let gone = export.earlier.gone(export.instance).into_iter();
    gone.filter(|(whose, _)| is_asked(whose)).map(|(whose, _)| whose.id()).collect()
}

/// Files that an earlier export left in the folders of this one. They are not removed, since a user may have adopted
/// them.
pub fn strangers(out: &Path, files: &[File]) -> Vec<PathBuf> {
    let written: BTreeSet<PathBuf> = files.iter().map(|file| out.join(&file.name)).collect();
    let tops: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| Some(out.join(file.name.split('/').next()?))).collect();
    let found = tops.iter().flat_map(|folder| below(folder).unwrap_or_default());
    found.filter(|path| !written.contains(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_asked_for_by_their_audience_their_names_or_their_templates() {
        let (path, sources) = (Path::new("plan"), Sources::disk());
        let all = Request {
            sources: &sources,
            scenario: path,
            plan: path,
            audiences: &[],
            contacts: None,
            previous: None,
            templates: None,
            boundaries: None,
            is_changed_only: false,
        };
        assert!(!asks_for_papers(&all), "everything that there is, is not papers");
        assert!(!asks_for_papers(&Request { audiences: &[Audience::Mairies, Audience::Report], ..all }));
        assert!(asks_for_papers(&Request { audiences: &[Audience::Mairies, Audience::Cycles], ..all }));
        assert!(asks_for_papers(&Request { contacts: Some(path), ..all }));
        assert!(asks_for_papers(&Request { templates: Some(path), ..all }));
    }
}
