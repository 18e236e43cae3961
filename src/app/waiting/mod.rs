//! Who waits although a plan is there, why, what is free all the same, and what could be tried.
//!
//! - this file: the plan's leftovers, by commune; [`mod@map`]: the same as a map;
//! - [`side`]: a plan in figures, to be set beside another; [`choices`]: what there is to try;
//! - [`trial`]: one thing that is tried, as the tables or settings it changes; `table`: cells of a table that it changes;
//! - [`wrong`]: why something cannot be tried, [`told`]: words for it;
//! - `attempt`: a trial planned in memory; [`trials`]: those of a site, and how one is taken over.

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

/// Who waits beside a plan.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The plan in figures.
    pub today: Side,
    /// Whether it was made from other data than today's.
    pub is_old: bool,
    /// Whether a table says that it was invented.
    pub is_invented: bool,
    /// How many are left out, in words; none where nobody is.
    pub title: Option<String>,
    /// How many for each main reason, and the reason.
    pub reasons: Vec<[String; 2]>,
    /// What is free all the same, in words.
    pub idle: Option<String>,
    /// Those who wait, by commune: those with most of them first.
    pub communes: Vec<OfCommune>,
    /// Every commune, and how many wait there.
    pub spots: Vec<Spot>,
    /// Where outlines of communes are looked for.
    pub outlines: PathBuf,
    /// What there is to try.
    pub choices: Choices,
}

/// Who waits in a commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfCommune {
    /// Its name.
    pub name: String,
    /// The main reasons, each with how many it keeps out.
    pub reasons: Vec<(String, usize)>,
    /// Identifier of each resident, and why.
    pub people: Vec<[String; 2]>,
}

/// The last plan of a project in figures, and what there is to try, without who waits: what trials are shown beside. None where
/// there is no plan.
///
/// # Errors
/// If the data or the plan cannot be read.
pub fn beside(project: &Project, messages: &Messages) -> Result<Option<(Side, Choices)>, Failure> {
    let Some(last) = last_plan(&project.folder, None, None) else { return Ok(None) };
    let read = scenario_and_plan(&Sources::disk(), &project.scenario, &last.path)?;
    let instance = &read.scenario.instance;
    Ok(Some((today(&read), Choices::of(instance, &[], messages))))
}

/// The plan in figures, with its bound where it holds for today's data.
fn today(read: &ScenarioAndPlan) -> Side {
    let instance = &read.scenario.instance;
    Side::of(instance, &read.plan, read.file.bound.filter(|_| is_bound_claimed(instance, &read.file)))
}

/// Who waits beside the last plan of a project, in words; none where there is no plan.
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

/// A title that leads over to a list, as a heading of its own.
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
