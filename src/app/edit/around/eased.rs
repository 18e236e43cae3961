//! Returns people to the cycle that they attended before a search if that costs nothing: a search itself has no preference for it.
//!
//! Each party that changed cycle is tried in its old one, in a free place or in exchange for a party that moved there; the
//! whole plan is judged each time.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::attended::attended;
use crate::app::amend::Judged;
use crate::app::amend::today::{standing, with_kits};
use crate::app::edit::state::State;
use crate::instance::Instance;
use crate::instance::ids::{PartyId, ResidentId};
use crate::plan::{Cycle, Plan};

/// Most plans judged: each takes some tenths of a millisecond, or some milliseconds in a large plan.
const MOST: usize = 400;

/// The plan `after` a search with fewer people in other cycles than `before`; it is legal and costs no more.
pub(super) fn eased(before: &State, after: State) -> State {
    let was = attended(&before.plan.cycles);
    let (mut best, mut n_tried) = (after, 0);
    for party in before.instance.parties.keys() {
        for plan in returns(&best.instance, &best.plan, &was, party) {
            if n_tried == MOST {
                return best;
            }
            n_tried += 1;
            let plan = with_kits(&best.instance, &before.plan, standing(&best.instance, plan));
            let Judged { plan, verdict, .. } = Judged::of(&best.instance, plan);
            let is_no_dearer = verdict.breakdown.objective() <= best.verdict.breakdown.objective();
            if verdict.is_legal() && is_no_dearer {
                let (instance, decisions) = (Arc::clone(&best.instance), best.decisions.clone());
                best = State { instance, plan, verdict, decisions, goes_on_as: None };
                break;
            }
        }
    }
    best
}

/// Plans that return a party to its old cycle: to a free place, or in exchange for a party of equal size that moved there.
fn returns(instance: &Instance, plan: &Plan, was: &BTreeMap<ResidentId, &str>, party: PartyId) -> Vec<Plan> {
    let members = &instance.parties[party].members;
    let place = |id: Option<&&str>| id.and_then(|id| plan.cycles.iter().position(|cycle| cycle.id == **id));
    let home = members.first().and_then(|first| place(was.get(first)));
    let (Some(home), true) = (home, are_together(members, |one| was.get(&one).copied())) else {
        return Vec::new();
    };
    let now = attended(&plan.cycles);
    let here = members.first().and_then(|first| now.get(first).copied());
    if place(here.as_ref()) == Some(home) || !are_together(members, |one| now.get(&one).copied()) {
        return Vec::new();
    }
    let Some(here) = place(here.as_ref()) else { return vec![moved(plan, members, home)] };
    let mut plans = Vec::new();
    if plan.cycles[home].participants.len() + members.len() <= instance.places_at(plan.cycles[home].venue) {
        plans.push(moved(plan, members, home));
    }
    for &one in &plan.cycles[home].participants {
        let others = &instance.parties[instance.residents[one].party].members;
        let came = others.iter().all(|other| was.get(other) != Some(&plan.cycles[home].id.as_str()));
        let fits = others.iter().all(|&other| fits(instance, other, &plan.cycles[here]));
        // Each party only once, by its first member.
        if others.first() == Some(&one) && others.len() == members.len() && came && fits {
            plans.push(moved(&moved(plan, members, home), others, here));
        }
    }
    plans
}

fn are_together<T: PartialEq>(members: &[ResidentId], place: impl Fn(ResidentId) -> T) -> bool {
    members.windows(2).all(|pair| place(pair[0]) == place(pair[1]))
}

/// Quick check whether a cycle suits a resident; the checker decides.
fn fits(instance: &Instance, id: ResidentId, cycle: &Cycle) -> bool {
    let one = &instance.residents[id];
    one.track == cycle.track && one.slots.contains(&cycle.slot) && instance.is_in_reach(id, cycle.venue)
}

/// The plan with a party in the cycle at a position and in no other.
fn moved(plan: &Plan, members: &[ResidentId], to: usize) -> Plan {
    let mut plan = plan.clone();
    for cycle in plan.cycles.iter_mut().filter(|cycle| !cycle.is_broken_off()) {
        cycle.participants.retain(|one| !members.contains(one));
    }
    plan.cycles[to].participants.extend(members);
    plan.cycles[to].participants.sort_unstable();
    plan
}
