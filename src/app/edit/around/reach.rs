//! What is near a cycle, a trainer or a commune: cycles that may change, and residents who may join another.
//!
//! Near means within `travel.max_travel_min` from room to room, or within twice that for cycles of the same trainer.
//! Only a number of the nearest cycles may change, so that some seconds suffice.

use std::collections::BTreeSet;

use typed_index_collections::TiVec;

use crate::app::edit::state::State;
use crate::check::Subject;
use crate::instance::announced::standing::Today;
use crate::instance::announced::{Announced, AnnouncedCycle, Commitment};
use crate::instance::ids::{CommuneId, ResidentId, TrainerId, VenueId};
use crate::instance::units::Minutes;
use crate::plan::Cycle;

/// Most nearby cycles that may change.
const MOST: usize = 12;

/// The centre of the part to replan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Focus {
    /// A cycle, by its identifier, and what is near it.
    Cycle(String),
    /// A trainer's cycles, by the trainer's identifier, and what is near them.
    Trainer(String),
    /// A commune, by its INSEE code: what is near it or attended from there.
    Commune(String),
}

impl Focus {
    /// Parses the value of a form: `cycle:C012`, `trainer:T1`, `commune:25388`.
    pub fn typed(text: &str) -> Option<Self> {
        let (kind, name) = text.split_once(':')?;
        match kind {
            "cycle" => Some(Self::Cycle(name.to_owned())),
            "trainer" => Some(Self::Trainer(name.to_owned())),
            "commune" => Some(Self::Commune(name.to_owned())),
            _ => None,
        }
    }

    /// The value that [`Self::typed`] parses.
    pub fn value(&self) -> String {
        match self {
            Self::Cycle(name) => format!("cycle:{name}"),
            Self::Trainer(name) => format!("trainer:{name}"),
            Self::Commune(name) => format!("commune:{name}"),
        }
    }
}

/// Why nothing can be replanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nowhere {
    /// The cycle, trainer or commune does not exist.
    Gone,
    /// Nothing nearby may change, and nobody nearby is waiting.
    Fixed,
}

/// The part that may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Around {
    /// Positions in the plan of the cycles that may be moved, changed or closed.
    pub(super) touched: BTreeSet<usize>,
    /// Positions of the committed cycles that have not begun: people may join them (rule L2).
    pub(super) joined: BTreeSet<usize>,
    /// Positions of the committed cycles that break a rule, at any distance: they may be repaired as the contract allows
    /// (rule L4).
    pub(super) mended: BTreeSet<usize>,
    /// Residents who may attend another cycle than now, or one at all.
    pub(super) free: BTreeSet<ResidentId>,
    /// Number of them who are waiting.
    pub(super) n_waiting: usize,
}

/// The origin of distances.
#[derive(Debug, Default)]
struct Centre {
    /// Positions of the cycles named by the focus.
    own: BTreeSet<usize>,
    venues: BTreeSet<VenueId>,
    commune: Option<CommuneId>,
    trainers: BTreeSet<TrainerId>,
}

impl Around {
    /// The part around a focus. Cycles that break a rule may change at any distance: no legal plan exists with them unchanged.
    pub(super) fn new(state: &State, focus: &Focus) -> Result<Self, Nowhere> {
        let centre = Centre::of(state, focus).ok_or(Nowhere::Gone)?;
        let (mut touched, joined): (BTreeSet<usize>, BTreeSet<usize>) =
            centre.nearest(state).into_iter().partition(|&position| may_change(state, position));
        let (open, bound): (BTreeSet<usize>, BTreeSet<usize>) =
            broken(state).into_iter().partition(|&position| may_change(state, position));
        touched.extend(open);
        let mended: BTreeSet<usize> = bound.into_iter().filter(|&at| may_be_repaired(state, at)).collect();
        let joined: BTreeSet<usize> = &joined - &mended;
        let (free, n_waiting) = free(state, &centre, (&touched, &joined));
        if touched.is_empty() && mended.is_empty() && n_waiting == 0 {
            return Err(Nowhere::Fixed);
        }
        Ok(Self { touched, joined, mended, free, n_waiting })
    }

    /// Whether a cycle may be different after the search.
    pub(super) fn may_differ(&self, position: usize) -> bool {
        [&self.touched, &self.joined, &self.mended].into_iter().any(|some| some.contains(&position))
    }
}

impl Centre {
    fn of(state: &State, focus: &Focus) -> Option<Self> {
        let (instance, cycles) = (&state.instance, &state.plan.cycles);
        let mut centre = Self::default();
        match focus {
            Focus::Cycle(id) => {
                let position = cycles.iter().position(|cycle| cycle.id == *id)?;
                centre.trainers = cycles[position].meetings().map(|session| session.trainer).collect();
                centre.own = [position].into();
            }
            Focus::Trainer(id) => {
                let trainer = instance.trainers.iter_enumerated().find(|(_, one)| one.id == *id)?.0;
                let leads = |cycle: &Cycle| cycle.meetings().any(|session| session.trainer == trainer);
                centre.trainers = [trainer].into();
                centre.own = positions(cycles, leads);
            }
            Focus::Commune(insee) => {
                let commune = instance.communes.iter_enumerated().find(|(_, one)| one.insee == *insee)?.0;
                let lives = |&one: &ResidentId| instance.residents[one].commune == commune;
                let concerns = |cycle: &Cycle| {
                    instance.venues[cycle.venue].commune == commune || cycle.participants.iter().any(lives)
                };
                centre.commune = Some(commune);
                centre.own = positions(cycles, concerns);
                return Some(centre);
            }
        }
        centre.venues = centre.own.iter().map(|&position| cycles[position].venue).collect();
        Some(centre)
    }

    /// Minutes from the centre to a room; `None` if there is no path.
    fn minutes(&self, state: &State, venue: VenueId) -> Option<Minutes> {
        let instance = &state.instance;
        let from_rooms = self.venues.iter().map(|&from| instance.way_between_venues(from, venue));
        let from_commune = self.commune.map(|from| instance.way(from, instance.venues[venue].commune));
        from_rooms.chain(from_commune).flatten().map(|leg| leg.minutes).min()
    }

    /// The nearest cycles that may change or be joined; the centre's own come first.
    fn nearest(&self, state: &State) -> BTreeSet<usize> {
        let near = state.instance.rules.travel.max_travel;
        let far = near + near;
        let distance = |position: usize| {
            let cycle = &state.plan.cycles[position];
            let is_own = self.own.contains(&position);
            let minutes = if is_own { Minutes::whole(0) } else { self.minutes(state, cycle.venue)? };
            let limit = if self.trainers.contains(&cycle.trainer) { far } else { near };
            (minutes <= limit).then_some((!is_own, minutes, position))
        };
        let is_open = |&position: &usize| may_change(state, position) || may_be_joined(state, position);
        let open = (0..state.plan.cycles.len()).filter(is_open);
        let mut found: Vec<_> = open.filter_map(distance).collect();
        found.sort_unstable();
        found.into_iter().take(MOST).map(|(.., position)| position).collect()
    }
}

fn positions(cycles: &[Cycle], is_one: impl Fn(&Cycle) -> bool) -> BTreeSet<usize> {
    (0..cycles.len()).filter(|&position| is_one(&cycles[position])).collect()
}

/// Whether a cycle may be moved, changed or closed without a decision: it was not announced, or is open to change.
fn may_change(state: &State, position: usize) -> bool {
    let cycle = &state.plan.cycles[position];
    !cycle.is_broken_off() && state.commitment(cycle).is_none_or(|bound| bound == Commitment::Open)
}

/// Whether people may join a cycle that changes only by decision: it is committed, and has not begun.
fn may_be_joined(state: &State, position: usize) -> bool {
    let cycle = &state.plan.cycles[position];
    !cycle.is_broken_off() && state.commitment(cycle) == Some(Commitment::Committed)
}

/// Whether the sessions to come of a committed cycle may be repaired.
fn may_be_repaired(state: &State, position: usize) -> bool {
    let cycle = &state.plan.cycles[position];
    matches!(state.commitment(cycle), Some(Commitment::Committed | Commitment::Begun))
}

/// Participants of the cycles that may change and waiting residents nearby, with their parties; and the number waiting.
fn free(
    state: &State,
    centre: &Centre,
    (touched, joined): (&BTreeSet<usize>, &BTreeSet<usize>),
) -> (BTreeSet<ResidentId>, usize) {
    let instance = &state.instance;
    let rooms = touched.iter().chain(joined).map(|&position| state.plan.cycles[position].venue);
    let rooms: BTreeSet<VenueId> = rooms.chain(centre.venues.iter().copied()).collect();
    let attend = |position: &usize| state.plan.cycles[*position].participants.iter().copied();
    let mut free: BTreeSet<ResidentId> = touched.iter().flat_map(attend).collect();
    let served: BTreeSet<ResidentId> = state.plan.cycles.iter().flat_map(Cycle::served).copied().collect();
    let waits = |one: &ResidentId| !served.contains(one) && !free.contains(one);
    let is_near = |one: &ResidentId| {
        centre.commune == Some(instance.residents[*one].commune)
            || rooms.iter().any(|&room| instance.is_in_reach(*one, room))
    };
    let seekers: BTreeSet<ResidentId> = instance.seekers().map(|(id, _)| id).filter(waits).collect();
    let near = seekers.iter().copied().filter(is_near);
    let members = |one: ResidentId| instance.parties[instance.residents[one].party].members.iter().copied();
    let come: BTreeSet<ResidentId> =
        near.flat_map(|one| members(one).chain([one])).filter(|one| seekers.contains(one)).collect();
    let n_waiting = come.len();
    free.extend(come);
    (free, n_waiting)
}

/// Cycles that break a rule in the current plan, alone or with others.
fn broken(state: &State) -> BTreeSet<usize> {
    if state.verdict.is_legal() {
        return BTreeSet::new();
    }
    let cycles = &state.plan.cycles;
    let listing = |one: ResidentId| positions(cycles, |cycle| cycle.participants.contains(&one));
    let mut found = shaken(state);
    for subject in state.verdict.violations.iter().flat_map(|violation| &violation.subjects) {
        match subject {
            Subject::Cycle(id) => found.extend(positions(cycles, |cycle| cycle.id == *id)),
            Subject::Resident(one) => found.extend(listing(*one)),
            Subject::Party(party) => {
                let members = &state.instance.parties[*party].members;
                found.extend(members.iter().copied().flat_map(listing));
            }
            _ => {}
        }
    }
    found
}

/// Cycles with a session that would be hit or strained if all cycles were kept as announced.
fn shaken(state: &State) -> BTreeSet<usize> {
    let kept = |cycle: &Cycle| AnnouncedCycle { is_kept: true, ..AnnouncedCycle::from(cycle) };
    let all = Announced { cycles: state.plan.cycles.iter().map(kept).collect(), ..as_of(state) };
    let standing = Today::new(&state.instance, &all).cycles;
    let shaken = standing.iter_enumerated().filter(|(_, cycle)| cycle.first_shaken().is_some());
    shaken.map(|(id, _)| usize::from(id)).collect()
}

/// The announcement dates of a plan, without any cycle: if no plan was announced, nothing has been held, and no notice is needed.
pub(super) fn as_of(state: &State) -> Announced {
    let told = state.instance.announced.as_ref();
    let start = state.instance.rules.horizon.start;
    let first = state.plan.cycles.iter().flat_map(|cycle| &cycle.sessions).min();
    Announced {
        cycles: TiVec::new(),
        kits: Vec::new(),
        closed: Vec::new(),
        today: told.map_or(first.map_or(start, |&first| first.min(start)), |told| told.today),
        notice_days: told.map_or(0, |told| told.notice_days),
        released: BTreeSet::new(),
        pinned: BTreeSet::new(),
    }
}
