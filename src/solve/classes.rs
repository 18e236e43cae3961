//! Groups residents that no rule and no cost distinguishes into classes.
//!
//! A party attends together or not at all (rule H3), so the solver sees only parties, never single members. Parties that agree in
//! everything that rules and costs depend on form one class. Irrelevant differences are normalised away first: a travel limit
//! becomes the set of host communes within it, and an `available_from` before the horizon becomes the horizon's start.

use std::collections::{BTreeMap, BTreeSet};

use crate::instance::Instance;
use crate::instance::announced::Commitment;
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, CommuneId, ResidentId, SlotId, TrackId};

/// Parties that are interchangeable in every plan.
#[derive(Debug, Clone)]
pub struct Class {
    /// The members of each party, in the order of the table.
    pub parties: Vec<Vec<ResidentId>>,
    /// Members of each party.
    pub size: usize,
    /// Members of each party who borrow a tablet.
    pub borrowers: usize,
    /// The track they want to learn.
    pub track: TrackId,
    /// Slots at which all members can come.
    pub slots: BTreeSet<SlotId>,
    /// Whether a member needs a step-free venue.
    pub step_free: bool,
    /// First day on which all members can start, days after the horizon's start.
    pub earliest: i32,
    /// Home communes with the number of members who live there.
    pub homes: Vec<(CommuneId, usize)>,
    /// Cost of leaving one party out, euros; including calls to members who lose what they were promised.
    pub unserved: f64,
    /// Cost of one day of waiting, euros: `wait_week / 7` for each member.
    pub wait_day: f64,
    /// Waiting before members are available, which does not count: subtracted from `wait_day × first day`, euros.
    pub wait_credit: f64,
    /// Support less fee of one party, plus calls to members who were announced in a cycle, euros.
    pub joining: f64,
    /// Cost of those calls, saved if the party attends what its members were promised, euros.
    pub calls: f64,
    /// Announced cycles promised to members, with the number of those members.
    pub promised: Vec<(AnnouncedId, usize)>,
    /// The committed cycle in which all members were announced, and whether they may leave it.
    pub bound: Option<Bound>,
    /// Whether other members of their party were announced elsewhere or not at all, and their cycle may be broken off. Then the
    /// party is one again (rule L3), and drafts serve the members only in the cycle in which they were announced, if any.
    pub is_split: bool,
    /// Host communes that every member can reach, with the cost of their journeys and of leaving their own commune, euros;
    /// sorted.
    pub reach: Vec<(CommuneId, f64)>,
}

/// A committed cycle in which members of a party were announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// The cycle.
    pub cycle: AnnouncedId,
    /// Whether they may leave it (rule L2).
    pub may_leave: bool,
}

impl Class {
    /// Whether a party must stay in a cycle as long as the cycle continues (rule L2).
    pub fn must_stay_in(&self, cycle: AnnouncedId) -> bool {
        self.bound.is_some_and(|bound| bound.cycle == cycle && !bound.may_leave)
    }

    /// Whether all members were announced in this committed cycle.
    pub fn is_of(&self, cycle: AnnouncedId) -> bool {
        self.bound.is_some_and(|bound| bound.cycle == cycle)
    }

    /// Cost of calls saved if a party attends the cycle it was promised, or one like it, euros.
    pub fn spared(&self, cycle: AnnouncedId) -> f64 {
        let n_promised: usize = self.promised.iter().map(|&(_, count)| count).sum();
        let own =
            self.promised.iter().find(|&&(promised, _)| promised == cycle).map_or(0, |&(_, count)| count);
        if own == 0 { 0.0 } else { self.calls * own as f64 / n_promised as f64 }
    }

    /// Cost of waiting for a first session on day `first`, euros.
    pub fn waiting(&self, first: i32) -> f64 {
        self.wait_day * f64::from(first) - self.wait_credit
    }
}

/// Groups the parties of an instance into classes, in order of first appearance. Parties that no cycle could ever take (members
/// of several tracks, no slot in common, no host in reach, all withdrawn) are omitted.
pub fn classes(instance: &Instance) -> Vec<Class> {
    let hosts: Vec<CommuneId> = usable_hosts(instance);
    let mut class_of: BTreeMap<Key, usize> = BTreeMap::new();
    let mut classes: Vec<Class> = Vec::new();
    for unit in units(instance) {
        let Some(class) = class_of_one(instance, &hosts, &unit) else { continue };
        match class_of.entry(key(instance, &class)) {
            std::collections::btree_map::Entry::Occupied(found) => {
                classes[*found.get()].parties.push(unit.members);
            }
            std::collections::btree_map::Entry::Vacant(vacant) => {
                vacant.insert(classes.len());
                classes.push(class);
            }
        }
    }
    classes
}

/// People who attend together or not at all: a party, or those of its members who were announced in one committed cycle (rule
/// L3); members who may leave that cycle form a unit each.
struct Unit {
    members: Vec<ResidentId>,
    bound: Option<Bound>,
    is_split: bool,
}

/// All units of an instance, party by party; residents announced in a finished cycle are in none.
fn units(instance: &Instance) -> Vec<Unit> {
    let mut units = Vec::new();
    for party in &instance.parties {
        let Some((_, today)) = instance.standing() else {
            units.push(Unit { members: party.members.clone(), bound: None, is_split: false });
            continue;
        };
        let mut of_party: BTreeMap<Option<(Bound, Option<ResidentId>)>, Vec<ResidentId>> = BTreeMap::new();
        for &member in party.members.iter().filter(|&&member| !today.has_attended(member)) {
            let bound = today.committed_to(member).map(|cycle| {
                let may_leave = instance.may_leave(cycle, member);
                (Bound { cycle, may_leave }, may_leave.then_some(member))
            });
            of_party.entry(bound).or_default().push(member);
        }
        let may_break = |bound: &Option<(Bound, Option<ResidentId>)>| {
            bound.is_some_and(|(bound, _)| !today.cycles[bound.cycle].kept_if_broken_off().is_empty())
        };
        let is_split = of_party.len() > 1 && of_party.keys().any(may_break);
        let made = of_party.into_iter().map(|(bound, members)| Unit {
            members,
            bound: bound.map(|(bound, _)| bound),
            is_split,
        });
        units.extend(made);
    }
    units
}

/// Everything that rules and costs depend on, in comparable form.
type Key = (
    (usize, usize, TrackId, BTreeSet<SlotId>, bool, i32),
    Vec<(CommuneId, i32, i64)>,
    Vec<CommuneId>,
    (Option<Bound>, bool, Vec<(AnnouncedId, usize)>, Option<ResidentId>),
);

fn key(instance: &Instance, class: &Class) -> Key {
    let start = instance.rules.horizon.start;
    let mut members: Vec<(CommuneId, i32, i64)> = class.parties[0]
        .iter()
        .map(|&id| {
            let resident = &instance.residents[id];
            let from = resident.available_from.map_or(0, |date| days_between(start, date).max(0));
            (resident.commune, from, resident.priority.nano())
        })
        .collect();
    members.sort_unstable();
    let reach = class.reach.iter().map(|&(commune, _)| commune).collect();
    let slots = class.slots.clone();
    // Members who stay in a cycle that no longer suits them may have any limit and slots.
    let alone = class.bound.map(|_| class.parties[0][0]);
    (
        (class.size, class.borrowers, class.track, slots, class.step_free, class.earliest),
        members,
        reach,
        (class.bound, class.is_split, class.promised.clone(), alone),
    )
}

fn usable_hosts(instance: &Instance) -> Vec<CommuneId> {
    let with_venue: BTreeSet<CommuneId> = instance.venues.iter().map(|venue| venue.commune).collect();
    let told = instance.announced.iter().flat_map(|announced| &announced.cycles);
    let told: BTreeSet<CommuneId> = told.map(|cycle| instance.venues[cycle.venue].commune).collect();
    with_venue.into_iter().filter(|&commune| instance.is_host(commune) || told.contains(&commune)).collect()
}

fn class_of_one(instance: &Instance, hosts: &[CommuneId], unit: &Unit) -> Option<Class> {
    let members = &unit.members;
    let residents: Vec<_> = members.iter().map(|&id| &instance.residents[id]).collect();
    let track = residents.first()?.track;
    let is_bound = unit.bound.is_some();
    if residents.iter().any(|resident| resident.track != track) && !is_bound {
        return None;
    }
    let slots = residents.iter().skip(1).fold(residents[0].slots.clone(), |common, resident| {
        common.intersection(&resident.slots).copied().collect()
    });
    let reach: Vec<(CommuneId, f64)> = hosts
        .iter()
        .filter_map(|&host| journey_cost(instance, members, host).map(|cost| (host, cost)))
        .collect();
    if (slots.is_empty() || reach.is_empty()) && !is_bound {
        return None;
    }
    let (weights, rates) = (&instance.rules.weights, &instance.rules.costs);
    let start = instance.rules.horizon.start;
    let from = |date| days_between(start, date).max(0);
    let arrivals: Vec<i32> =
        residents.iter().map(|resident| resident.available_from.map_or(0, from)).collect();
    let mut homes: BTreeMap<CommuneId, usize> = BTreeMap::new();
    for resident in &residents {
        *homes.entry(resident.commune).or_default() += 1;
    }
    let promised = promised(instance, members);
    let n_promised: usize = promised.iter().map(|&(_, count)| count).sum();
    let calls = weights.call.to_f64() * n_promised as f64;
    let size = residents.len();
    let wait_each = weights.wait_week.to_f64() / 7.0;
    Some(Class {
        parties: vec![members.clone()],
        size,
        borrowers: residents.iter().filter(|resident| resident.needs_tablet).count(),
        track,
        slots,
        step_free: residents.iter().any(|resident| resident.step_free),
        earliest: arrivals.iter().copied().max().unwrap_or(0),
        homes: homes.into_iter().collect(),
        unserved: residents
            .iter()
            .map(|resident| weights.unserved.by(resident.priority).to_f64())
            .sum::<f64>()
            + lost_calls(instance, members),
        wait_day: wait_each * size as f64,
        wait_credit: wait_each * arrivals.iter().map(|&day| f64::from(day)).sum::<f64>(),
        joining: (rates.support_per_participant - rates.fee).to_f64() * size as f64 + calls,
        calls,
        promised,
        bound: unit.bound,
        is_split: unit.is_split,
        reach,
    })
}

/// Announced cycles promised to members, with the number of those members, ascending.
fn promised(instance: &Instance, members: &[ResidentId]) -> Vec<(AnnouncedId, usize)> {
    let Some((_, today)) = instance.standing() else { return Vec::new() };
    let mut promised: BTreeMap<AnnouncedId, usize> = BTreeMap::new();
    for cycle in members.iter().filter_map(|&member| today.promised[member]) {
        *promised.entry(cycle).or_default() += 1;
    }
    promised.into_iter().collect()
}

/// Cost of telling members that they lose what they were promised if no cycle serves them, euros.
pub(super) fn lost_calls(instance: &Instance, members: &[ResidentId]) -> f64 {
    let Some((_, today)) = instance.standing() else { return 0.0 };
    let loses = |member: &&ResidentId| {
        today.promised[**member].is_some_and(|id| {
            let standing = &today.cycles[id];
            // Participants of a cycle that stays broken off as announced keep its remaining sessions.
            let keeps = standing.commitment == Commitment::BrokenOff && standing.first_shaken().is_none();
            !standing.to_come.is_empty() && !keeps
        })
    };
    instance.rules.weights.call.to_f64() * members.iter().filter(loses).count() as f64
}

/// Cost of the journeys of all members to `host` and of leaving their own commune, euros; `None` if it is beyond the limit of any
/// of them.
fn journey_cost(instance: &Instance, members: &[ResidentId], host: CommuneId) -> Option<f64> {
    let weights = &instance.rules.weights;
    let mut cost = 0.0;
    for &id in members {
        let resident = &instance.residents[id];
        let minutes = instance.way(resident.commune, host)?.minutes;
        if minutes > resident.max_travel {
            return None;
        }
        cost += weights.travel_minute.per_minute(minutes).to_f64();
        if resident.commune != host {
            cost += weights.away.to_f64();
        }
    }
    Some(cost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::InstanceData;
    use crate::instance::entities::Resident;
    use crate::instance::hamlet::{
        AFTERNOON, AMONT, AVAL, MILIEU, MORNING, SMARTPHONE, enrol, instance, march, resident,
    };
    use crate::instance::units::{Euros, Minutes};

    /// Classes of a hamlet in which each entry of `parties` enrols together.
    #[track_caller]
    fn classes_of(parties: Vec<Vec<Resident>>) -> Vec<Class> {
        classes(&instance(|data: &mut InstanceData| {
            for members in parties {
                enrol(data, members);
            }
        }))
    }

    /// Parties of each class.
    fn sizes(classes: &[Class]) -> Vec<usize> {
        classes.iter().map(|class| class.parties.len()).collect()
    }

    #[test]
    fn who_is_available_before_the_horizon_is_available_from_its_start() {
        let since = |date| Resident { available_from: Some(date), ..resident() };
        let january = jiff::civil::date(2027, 1, 15);
        let found = classes_of(vec![vec![since(january)], vec![resident()], vec![since(march(1))]]);
        assert_eq!(sizes(&found), [3]);
        assert_eq!((found[0].earliest, found[0].wait_credit), (0, 0.0));
    }

    #[test]
    fn who_comes_later_waits_only_from_then_on() {
        // From Thursday the 4th, day 3: a session on Monday the 8th, day 7, is 4 days away at 7 / 7 euros a day.
        let found = classes_of(vec![
            vec![Resident { available_from: Some(march(4)), ..resident() }],
            vec![resident()],
        ]);
        assert_eq!(sizes(&found), [1, 1]);
        assert_eq!(found[0].earliest, 3);
        assert!((found[0].waiting(7) - 4.0).abs() < 1e-9);
        assert!((found[1].waiting(7) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn limits_that_reach_the_same_hosts_are_the_same() {
        // From Milieu: 4 minutes to its own hall, 20 to Aval.
        let within = |minutes| vec![Resident { max_travel: Minutes::whole(minutes), ..resident() }];
        let found = classes_of([4, 19, 20, 60, 3].map(within).into());
        assert_eq!(sizes(&found), [2, 2], "3 minutes reach no hall at all");
        assert_eq!(found[0].reach, [(MILIEU, 4.0)]);
        assert_eq!(found[1].reach, [(MILIEU, 4.0), (AVAL, 20.0)]);
    }

    #[test]
    fn who_leaves_their_own_commune_pays_for_that_beside_the_journey() {
        let found = classes(&instance(|data: &mut InstanceData| {
            data.rules.weights.away = Euros::whole(50);
            enrol(data, vec![resident(), Resident { commune: AVAL, ..resident() }]);
        }));
        // To Milieu, one travels 4 minutes and the other leaves Aval for 20; to Aval, it is the other way round.
        assert_eq!(found[0].reach, [(MILIEU, 74.0), (AVAL, 74.0)]);
    }

    #[test]
    fn members_of_a_party_count_in_any_order_and_share_slots_and_reach() {
        let limited = Resident { max_travel: Minutes::whole(10), needs_tablet: true, ..resident() };
        let from_afar = Resident {
            commune: AMONT,
            slots: BTreeSet::from([MORNING, AFTERNOON]),
            step_free: true,
            ..resident()
        };
        let couple = vec![limited.clone(), from_afar.clone()];
        let found = classes_of(vec![couple, vec![from_afar, limited]]);
        assert_eq!(sizes(&found), [2]);
        let class = &found[0];
        assert_eq!((class.size, class.borrowers, class.step_free), (2, 1, true));
        assert_eq!(class.slots, BTreeSet::from([MORNING]));
        assert_eq!(class.homes, [(AMONT, 1), (MILIEU, 1)]);
        // Only Milieu is within 10 minutes of Milieu: 4 minutes for one, 10 for the other, a euro each.
        assert_eq!(class.reach, [(MILIEU, 14.0)]);
        // Nobody waits for a session on the first day; support less fee is 12 − 35 euros each.
        assert_eq!((class.waiting(0), class.joining), (0.0, -46.0));
        assert!((class.unserved - 800.0).abs() < 1e-9);
    }

    #[test]
    fn whom_no_cycle_can_take_is_in_no_class() {
        let learner = Resident { track: SMARTPHONE, ..resident() };
        let late = Resident { slots: BTreeSet::from([AFTERNOON]), ..resident() };
        let found = classes_of(vec![vec![resident(), learner], vec![resident(), late], vec![resident()]]);
        assert_eq!(sizes(&found), [1]);
        assert_eq!(found[0].parties, [[ResidentId(4)]]);
    }
}
