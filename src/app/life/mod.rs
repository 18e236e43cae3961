//! Living with an announced plan: what happened is entered, planned again, billed, announced anew.
//!
//! - this file: how things stand;
//! - [`happened`]: what happened, as it is entered; [`proposals`]: what it comes to, until it is accepted or dropped;
//! - [`day`]: the day from which on a plan can change; [`telling`]: announcing the last plan.

pub mod day;
pub mod happened;
pub mod proposals;
pub mod telling;

use jiff::civil::Date;

use super::amend::Proposal;
use super::announce::history::{History, history};
use super::common::Failure;
use super::projects::Project;
use super::projects::state::{LastPlan, last_plan};
use super::reading::{plan_of, scenario};
use crate::check::{check, render};
use crate::input::Sources;
use crate::instance::Instance;
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::output::bill_rows;
use crate::plan::{Plan, changes};

/// How things stand.
#[derive(Debug)]
pub struct Life {
    /// What was announced so far.
    pub history: History,
    /// The day from which on the plan can change; none where nothing is announced.
    pub today: Option<Date>,
    /// The first and the last day of the season.
    pub season: (Date, Date),
    /// The last plan, which is amended and announced.
    pub plan: Option<LastPlan>,
    /// How often it breaks a rule with today's data; none where it cannot be read with them.
    pub broken: Option<usize>,
    /// What it changes of what people were told; none where nothing is announced, or it cannot be read with today's data.
    pub bill: Option<Bill>,
    /// Identifier and name of every trainer.
    pub trainers: Vec<[String; 2]>,
    /// Identifier, and commune and name, of every room.
    pub rooms: Vec<[String; 2]>,
}

/// What a plan changes of what people were told.
#[derive(Debug, Clone, PartialEq)]
pub struct Bill {
    /// Residents who must be told of a new appointment, or of having lost it.
    pub calls: usize,
    /// Announced cycles that no longer stand.
    pub notices: usize,
    /// Sessions led by another trainer than announced.
    pub stand_ins: usize,
    /// What that costs.
    pub cost: Euros,
    /// Everybody who must be told: who, commune, before, after, cost, why.
    pub rows: Vec<[String; 6]>,
}

/// How things stand in a project, in words where they are for people.
///
/// # Errors
/// If the data cannot be read.
pub fn life(project: &Project, messages: &Messages) -> Result<Life, Failure> {
    let sources = Sources::disk();
    let read = scenario(&sources, &project.scenario)?;
    let (instance, history) = (&read.instance, history(&project.scenario)?);
    let last = last_plan(&project.folder, Some(&instance.digest), history.announcements.last());
    let plan = last.as_ref().and_then(|last| plan_of(&sources, &read, &last.path).ok()).map(|(plan, _)| plan);
    Ok(Life {
        today: instance.announced.as_ref().map(|announced| announced.today),
        season: (instance.rules.horizon.start, instance.rules.horizon.end),
        broken: plan.as_ref().map(|plan| check(instance, plan).violations.len()),
        bill: plan.and_then(|plan| bill(instance, &plan, messages)),
        plan: last,
        trainers: instance.trainers.iter().map(|one| [one.id.clone(), one.name.clone()]).collect(),
        rooms: instance.venues.iter().map(|one| [one.id.clone(), room(instance, one)]).collect(),
        history,
    })
}

/// What a plan breaks after something happened, in words; none where it keeps every rule, or there is no plan.
pub fn verdict(proposal: &Proposal, messages: &Messages) -> Option<String> {
    let (_, after) = proposal.plans.as_ref()?;
    if after.verdict.is_legal() {
        return None;
    }
    let (n_new, n_all) = (proposal.newly_broken().len(), after.verdict.violations.len());
    let variables = [("new", n_new.into()), ("old", (n_all - n_new).into())];
    let broken = render(&after.verdict, &proposal.read.instance, messages);
    Some([broken.trim_end(), &messages.text("amend-broken", &variables)].join("\n"))
}

fn room(instance: &Instance, venue: &crate::instance::entities::Venue) -> String {
    [instance.communes[venue.commune].name.as_str(), &venue.name].join(" – ")
}

fn bill(instance: &Instance, plan: &Plan, messages: &Messages) -> Option<Bill> {
    let changes = changes(instance, plan)?;
    Some(Bill {
        calls: changes.calls.len(),
        notices: changes.notices.len(),
        stand_ins: changes.stand_ins.len(),
        cost: changes.cost(instance),
        rows: bill_rows(instance, plan, messages)?,
    })
}
