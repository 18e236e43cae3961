//! An announced plan in use: events are entered, the plan is changed, the changes and their cost listed, and it is announced again.
//!
//! - this file: the state of the plan;
//! - `cycles`: the cycles that continue; [`ways`]: possible changes of one of them, as lists to choose from;
//! - [`happened`]: events, as entered; [`proposals`]: their effects, until they are accepted or dropped;
//! - [`day`]: the first day on which a plan can change; [`telling`]: announcing the last plan.

mod cycles;
pub mod day;
pub mod happened;
pub mod proposals;
pub mod telling;
pub mod ways;

use jiff::civil::Date;

use self::cycles::ongoing;
use self::ways::{Ways, ways};
use super::amend::Proposal;
use super::amend::today::standing;
use super::announce::history::{History, history};
use super::common::Failure;
use super::edit::told::{self, Broken};
use super::projects::Project;
use super::projects::state::{LastPlan, last_plan};
use super::reading::{plan_of, scenario};
use crate::check::check;
use crate::input::Sources;
use crate::instance::Instance;
use crate::instance::entities::Venue;
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::messages::collation::collation_key;
use crate::output::bill_rows;
use crate::plan::{Plan, changes};

/// The state of a project's plan.
#[derive(Debug)]
pub struct Life {
    /// The announcements so far.
    pub history: History,
    /// The first day on which the plan can change; `None` if nothing is announced.
    pub today: Option<Date>,
    /// The first and last day of the season.
    pub season: (Date, Date),
    /// The last plan, which can be amended and announced.
    pub plan: Option<LastPlan>,
    /// Number of violations with today's data; `None` if it cannot be read with them.
    pub broken: Option<usize>,
    /// Its changes of what people were told; `None` if nothing is announced, or it cannot be read with today's data.
    pub bill: Option<Bill>,
    /// Identifier and name of every trainer.
    pub trainers: Vec<[String; 2]>,
    /// Identifier, and commune with name, of every room.
    pub rooms: Vec<[String; 2]>,
    /// Identifier, and room, time and dates in words, of every cycle that continues.
    pub cycles: Vec<[String; 2]>,
    /// The possible changes of the chosen cycle.
    pub ways: Option<Ways>,
}

/// The changes of a plan that people must be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Bill {
    /// Residents who must be told of a new appointment, or that they lose theirs.
    pub calls: usize,
    /// Announced cycles that are no longer held.
    pub notices: usize,
    /// Sessions led by another trainer than announced.
    pub stand_ins: usize,
    /// The cost of these changes.
    pub cost: Euros,
    /// Everyone who must be told: person, commune, before, after, cost, reason.
    pub rows: Vec<[String; 6]>,
}

/// The state of a project's plan, with texts for people, and the possible changes of the chosen cycle.
///
/// # Errors
/// If the data cannot be read.
pub fn life(project: &Project, chosen: Option<&str>, messages: &Messages) -> Result<Life, Failure> {
    let sources = Sources::disk();
    let read = scenario(&sources, &project.scenario)?;
    let (instance, history) = (&read.instance, history(&project.scenario)?);
    let last = last_plan(&project.folder, Some(&instance.digest), history.announcements.last());
    let plan = last.as_ref().and_then(|last| plan_of(&sources, &read, &last.path).ok()).map(|(plan, _)| plan);
    let today = plan.as_ref().map(|plan| standing(instance, plan.clone()));
    let (cycles, ways) = today.map_or_else(Default::default, |plan| {
        let ways = chosen.and_then(|id| ways(instance, &plan, id, messages));
        (ongoing(instance, &plan, messages), ways)
    });
    Ok(Life {
        cycles,
        ways,
        today: instance.announced.as_ref().map(|announced| announced.today),
        season: (instance.rules.horizon.start, instance.rules.horizon.end),
        broken: plan.as_ref().map(|plan| check(instance, plan).violations.len()),
        bill: plan.and_then(|plan| bill(instance, &plan, messages)),
        plan: last,
        trainers: instance.trainers.iter().map(|one| [one.id.clone(), one.name.clone()]).collect(),
        rooms: rooms(instance),
        history,
    })
}

/// The rules that a plan breaks after an event, in words; empty if it keeps them all, or there is no plan.
pub fn broken(proposal: &Proposal, messages: &Messages) -> Vec<Broken> {
    let all = proposal.plans.as_ref().map(|(_, after)| after.verdict.violations.as_slice());
    told::broken(&proposal.read.instance, all.unwrap_or_default(), &proposal.newly_broken(), messages)
}

/// Rooms by commune and name; identifiers distinguish rooms of the same name.
fn rooms(instance: &Instance) -> Vec<[String; 2]> {
    let name = |venue: &Venue| [instance.communes[venue.commune].name.as_str(), &venue.name].join(" – ");
    let mut rooms: Vec<[String; 2]> =
        instance.venues.iter().map(|venue| [venue.id.clone(), name(venue)]).collect();
    rooms.sort_by_cached_key(|[id, name]| (collation_key(name), id.clone()));
    let names: Vec<String> = rooms.iter().map(|[_, name]| name.clone()).collect();
    let is_shared = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
    let told_apart = |[id, name]: [String; 2]| {
        if is_shared(&name) { [id.clone(), format!("{name} ({id})")] } else { [id, name] }
    };
    rooms.into_iter().map(told_apart).collect()
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
