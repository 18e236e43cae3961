//! Residents who wait in spite of a plan, the reasons, unused seats and sessions, and what can be tried.
//!
//! - this file: the plan's leftovers, by commune; [`mod@map`]: the same as a map;
//! - [`side`]: figures of a plan, for comparison; [`choices`]: what can be tried;
//! - [`trial`]: one change to try, as the tables or settings that it changes; `table`: changes of a table's cells;
//! - [`wrong`]: why something cannot be tried, [`told`]: words for it;
//! - `attempt`: a trial planned in memory; [`trials`]: those of a site, and how one is adopted.

mod attempt;
pub mod choices;
pub mod map;
pub mod side;
mod table;
pub mod told;
pub mod trial;
pub mod trials;
pub mod wrong;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::common::Failure;
use super::export::is_bound_claimed;
use super::projects::Project;
use super::projects::state::last_plan;
use super::reading::{ScenarioAndPlan, scenario_and_plan};
use crate::input::Sources;
use crate::instance::Instance;
use crate::instance::entities::Commune;
use crate::instance::ids::{CommuneId, ResidentId};
use crate::messages::Messages;
use crate::messages::collation::collation_key;
use crate::output::{leftovers, reason};
use crate::plan::idle::main_reasons;
use crate::plan::price;
use crate::plan::reasons::{Reason, explain};
use choices::Choices;
use map::Spot;
use side::Side;

/// The residents who wait, with the last plan.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Figures of the plan.
    pub today: Side,
    /// Whether it was made from other data than today's.
    pub is_old: bool,
    /// Whether a table is labelled as generated.
    pub is_invented: bool,
    /// Number of residents left out, in words; `None` if there are none.
    pub title: Option<String>,
    /// Number of residents for each main reason, and the reason.
    pub reasons: Vec<[String; 2]>,
    /// What is unused nevertheless, in words.
    pub idle: Option<String>,
    /// The residents who wait, by commune: those with most of them first.
    pub communes: Vec<OfCommune>,
    /// Every commune, with the number of residents who wait.
    pub spots: Vec<Spot>,
    /// The path at which outlines of communes are looked up.
    pub outlines: PathBuf,
    /// What can be tried.
    pub choices: Choices,
}

/// The residents who wait in a commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfCommune {
    /// Its name.
    pub name: String,
    /// The main reasons, each with its number of residents.
    pub reasons: Vec<(String, usize)>,
    /// Identifier of each resident, and reason.
    pub people: Vec<[String; 2]>,
}

/// Figures of the last plan of a project, and what can be tried, without the residents who wait: for comparison with trials.
/// `None` if there is no plan.
///
/// # Errors
/// If the data or the plan cannot be read.
pub fn beside(project: &Project, messages: &Messages) -> Result<Option<(Side, Choices)>, Failure> {
    let Some(last) = last_plan(&project.folder, None, None) else { return Ok(None) };
    let read = scenario_and_plan(&Sources::disk(), &project.scenario, &last.path)?;
    let instance = &read.scenario.instance;
    Ok(Some((today(&read), Choices::of(instance, &[], messages))))
}

/// Figures of the plan, with its bound if that is valid for today's data.
fn today(read: &ScenarioAndPlan) -> Side {
    let instance = &read.scenario.instance;
    Side::of(instance, &read.plan, read.file.bound.filter(|_| is_bound_claimed(instance, &read.file)))
}

/// The residents who wait with the last plan of a project, in words; `None` if there is no plan.
///
/// # Errors
/// If the data or the plan cannot be read.
pub fn waiting(project: &Project, messages: &Messages) -> Result<Option<Waiting>, Failure> {
    let Some(last) = last_plan(&project.folder, None, None) else { return Ok(None) };
    let read = scenario_and_plan(&Sources::disk(), &project.scenario, &last.path)?;
    let instance = &read.scenario.instance;
    let reasons = explain(instance, &read.plan);
    let gross = price(instance, &read.plan).costs.gross();
    let left = leftovers(instance, (&read.plan, gross), &reasons, messages);
    let is_old = read.file.input_digest.as_ref().is_some_and(|digest| *digest != instance.digest);
    let (title, main, idle) =
        left.map_or((None, Vec::new(), None), |left| (Some(heading(&left.title)), left.reasons, left.idle));
    Ok(Some(Waiting {
        today: today(&read),
        is_old,
        is_invented: instance.is_invented,
        title,
        reasons: main,
        idle,
        communes: by_commune(instance, &reasons, messages),
        spots: spots(instance, &reasons),
        outlines: read.scenario.communes.with_extension("geojson"),
        choices: Choices::of(instance, &reasons, messages),
    }))
}

/// The title of a list as a heading, without its final colon.
fn heading(title: &str) -> String {
    title.trim_end_matches(|letter: char| letter == ':' || letter.is_whitespace()).to_owned()
}

fn spots(instance: &Instance, reasons: &[(ResidentId, Reason)]) -> Vec<Spot> {
    let counts = instance.by_commune(reasons.iter().map(|&(resident, _)| resident));
    let both = instance.communes.iter().zip(counts);
    let spot = |(commune, count): (&Commune, usize)| Spot {
        insee: commune.insee.clone(),
        name: commune.name.clone(),
        point: (commune.lon, commune.lat),
        count,
    };
    both.map(spot).collect()
}

fn by_commune(instance: &Instance, reasons: &[(ResidentId, Reason)], messages: &Messages) -> Vec<OfCommune> {
    let mut communes: BTreeMap<CommuneId, Vec<(ResidentId, Reason)>> = BTreeMap::new();
    for (resident, why) in reasons {
        communes.entry(instance.residents[*resident].commune).or_default().push((*resident, why.clone()));
    }
    let one = |(commune, reasons): (CommuneId, Vec<(ResidentId, Reason)>)| {
        let main = main_reasons(&reasons);
        let worded = |(code, count): (&str, usize)| (messages.text(&format!("left-{code}"), &[]), count);
        let person = |(resident, why): &(ResidentId, Reason)| {
            [instance.residents[*resident].id.clone(), reason(why, instance, messages)]
        };
        OfCommune {
            name: instance.communes[commune].name.clone(),
            reasons: main.into_iter().map(worded).collect(),
            people: reasons.iter().map(person).collect(),
        }
    };
    let mut communes: Vec<OfCommune> = communes.into_iter().map(one).collect();
    communes.sort_by_key(|one| (std::cmp::Reverse(one.people.len()), collation_key(&one.name)));
    communes
}
