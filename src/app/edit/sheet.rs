//! A cycle on one page: its participants, where they come from, its costs; and, on request, its alternatives.

use super::kits::Tablets;
use super::state::State;
use super::targets::effect::Target;
use super::targets::spots::{Spot, Wanted};
use crate::instance::ids::ResidentId;
use crate::plan::Cycle;
use crate::plan::costs::{CostPosts, ServicePosts, attendance};
use crate::plan::places::places_left;
use crate::plan::shares::shares;
use crate::units::{Euros, Minutes};

/// A cycle on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The cycle.
    pub cycle: Cycle,
    /// Participants.
    pub people: Vec<Person>,
    /// Free places.
    pub places: usize,
    /// The tablets and kits that it uses.
    pub tablets: Tablets,
    /// Its cash cost, including its share of the trainers' days.
    pub costs: CostPosts,
    /// Travel, waiting and away terms of its participants; the other terms belong to the whole plan.
    pub service: ServicePosts,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Pseudonymous identifier.
    pub id: String,
    /// Home commune.
    pub commune: String,
    /// One-way minutes; `None` if there is no path.
    pub minutes: Option<Minutes>,
    /// Number of others in their party who attend.
    pub companions: usize,
}

/// Why a cycle is where it is: its alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// Number of other places to which it may move without breaking a rule.
    pub legal: usize,
    /// Number of these that are cheaper.
    pub cheaper: usize,
    /// The best of these, cheapest first.
    pub best: Vec<Target>,
}

impl State {
    /// The page of a cycle; `None` if there is no cycle of this identifier.
    pub fn sheet(&self, id: &str) -> Option<Sheet> {
        let position = self.plan.cycles.iter().position(|cycle| cycle.id == id)?;
        let cycle = &self.plan.cycles[position];
        let costs = shares(&self.instance, &self.plan).cycles[position];
        let people = cycle.participants.iter().map(|&one| self.person(cycle, one)).collect();
        Some(Sheet {
            cycle: cycle.clone(),
            people,
            places: places_left(&self.instance, cycle),
            tablets: self.tablets(cycle),
            costs,
            service: attendance(&self.instance, cycle),
        })
    }

    fn person(&self, cycle: &Cycle, id: ResidentId) -> Person {
        let resident = &self.instance.residents[id];
        let members = &self.instance.parties[resident.party].members;
        Person {
            id: resident.id.clone(),
            commune: self.instance.communes[resident.commune].name.clone(),
            minutes: self.instance.journey(id, cycle.venue),
            companions: members.iter().filter(|&&one| one != id && cycle.participants.contains(&one)).count(),
        }
    }

    /// The alternatives of a cycle, with at most `most` of the best places; `None` if it cannot be moved.
    pub fn why(&self, id: &str, most: usize) -> Option<Why> {
        let cycle = self.plan.cycles.iter().find(|cycle| cycle.id == id)?;
        let mut legal = self.places_for(id, &Wanted::default()).ok()?;
        legal.retain(|target| target.effect.broken.is_none() && target.spot != Spot::of(cycle));
        let cheaper = legal.iter().filter(|target| target.effect.difference < Euros::ZERO).count();
        let n_legal = legal.len();
        let key = |target: &Target| (target.effect.difference, target.spot);
        if most < n_legal {
            legal.select_nth_unstable_by_key(most, key);
            legal.truncate(most);
        }
        legal.sort_by_key(key);
        Some(Why { legal: n_legal, cheaper, best: legal })
    }
}
