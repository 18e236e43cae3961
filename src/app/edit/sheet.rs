//! A cycle of a plan on one page: who, from where, what it costs; and, asked for by itself, what else there is for it.

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
    /// Who attends.
    pub people: Vec<Person>,
    /// Places that are left.
    pub places: usize,
    /// The tablets that it uses, and their kits.
    pub tablets: Tablets,
    /// Its cash, its share of the trainers' days included.
    pub costs: CostPosts,
    /// Travel, waiting and being away of those who attend; the other terms belong to the plan.
    pub service: ServicePosts,
}

/// Who attends a cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Pseudonymous identifier.
    pub id: String,
    /// Home commune.
    pub commune: String,
    /// One-way minutes; none where there is no way.
    pub minutes: Option<Minutes>,
    /// How many go with them.
    pub companions: usize,
}

/// Why a cycle is where it is: what else there is.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// Other places to which it may go without breaking a rule.
    pub legal: usize,
    /// How many of them are cheaper.
    pub cheaper: usize,
    /// The best of the others, cheapest first.
    pub best: Vec<Target>,
}

impl State {
    /// A cycle on one page; none where there is none of this identifier.
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

    /// Why a cycle is where it is, with some of the best other places; none where it cannot be moved.
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
