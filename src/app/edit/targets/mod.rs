//! Possible places for a cycle, and possible cycles for a resident: each with the first rule broken and the change of price.
//!
//! - this file: the queries, and the choice of method;
//! - [`spots`]: the places that exist for a cycle; [`effect`]: the effect of a move;
//! - `apart`: a cycle to be moved, and the plan without it;
//! - `found`: results shared by its places; `moving`: the effect of each;
//! - `days`: the effect of its sessions on days, for one room, slot and trainer.
//!
//! # Design
//! Checking a whole plan takes some tenths of a millisecond, and a cycle has 100,000 possible places in a territory of 72
//! communes. So rules and prices are evaluated only on the part that a place affects: the cycle alone, the sessions on its
//! weekday with one of its own in every week at once, its trainer's weeks, its commune. The checker and
//! [`costs`](crate::plan::costs) still do the evaluation, on smaller plans. A test compares every answer with that for the whole
//! plan. If a move is more than a change of place (repairs of an announced cycle), the whole plan is evaluated.

mod apart;
mod days;
pub mod effect;
mod found;
mod moving;
pub mod spots;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use self::apart::Apart;
use self::effect::{Effect, Seat, Target};
use self::moving::targets;
use self::spots::{Spot, Wanted, repairs, spots};
use super::state::State;
use super::step::Step;
use crate::app::amend::change::Change;
use crate::app::amend::wrong::{Named, Wrong};
use crate::instance::announced::Commitment;
use crate::plan::{Cycle, Fate};

impl State {
    /// All places to which a cycle may be moved, by slot, room, trainer and first day, including its current one.
    ///
    /// # Errors
    /// If the cycle cannot be changed.
    pub fn places_for(&self, id: &str, wanted: &Wanted) -> Result<Vec<Target>, Wrong> {
        let position = self.plan.cycles.iter().position(|cycle| cycle.id == id);
        let known = self.plan.cycles.iter().map(|cycle| cycle.id.as_str());
        let position = position.ok_or_else(|| Wrong::unknown(Named::Cycle, id, known))?;
        let cycle = &self.plan.cycles[position];
        let spots = match self.commitment(cycle) {
            Some(Commitment::Finished) => return Err(Wrong::Finished(id.to_owned())),
            _ if cycle.is_broken_off() => return Err(Wrong::BrokenOff(id.to_owned())),
            Some(Commitment::Begun) => repairs(&self.instance, cycle, wanted),
            _ => spots(&self.instance, wanted),
        };
        let (apart, as_whole): (Vec<Spot>, Vec<Spot>) =
            spots.into_iter().partition(|spot| self.is_apart(cycle, spot));
        let mut found: Vec<Target> =
            as_whole.iter().map(|spot| self.as_whole(cycle, *spot)).collect::<Result<_, _>>()?;
        if let Some(moved) = Apart::new(self, cycle, &apart)? {
            found.extend(targets(&moved, &apart));
        }
        found.sort_unstable_by_key(|target| target.spot);
        Ok(found)
    }

    /// All cycles that a resident may attend, and the waiting list, each once, including the current one.
    ///
    /// # Errors
    /// If there is no such resident, or they have withdrawn.
    pub fn seats_for(&self, resident: &str) -> Result<Vec<Seat>, Wrong> {
        let cycles = self.plan.cycles.iter().filter(|cycle| !cycle.is_broken_off());
        let open = cycles.filter(|cycle| self.commitment(cycle) != Some(Commitment::Finished));
        let seats: Vec<Option<String>> = open.map(|cycle| Some(cycle.id.clone())).chain([None]).collect();
        let seat = |cycle: Option<String>| {
            let step = Step::Resident { resident: resident.to_owned(), to: cycle.clone() };
            Ok(Seat { cycle, effect: self.effect_of(&step)? })
        };
        seats.into_par_iter().map(seat).collect()
    }

    /// The effect of a step: the whole plan is judged and priced.
    fn effect_of(&self, step: &Step) -> Result<Effect, Wrong> {
        let after = match self.after(step) {
            Ok(after) => after,
            Err(Wrong::Already | Wrong::In(..)) => return Ok(Effect::NONE),
            Err(wrong) => return Err(wrong),
        };
        let before = &self.verdict.breakdown;
        Ok(Effect {
            broken: after.newly_broken(self).first().map(|found| found.rule),
            difference: after.verdict.breakdown.objective() - before.objective(),
        })
    }

    fn as_whole(&self, cycle: &Cycle, spot: Spot) -> Result<Target, Wrong> {
        let change = Change::Place(spot.place(&self.instance));
        let step = Step::Cycle { cycle: cycle.id.clone(), change };
        Ok(Target { spot, effect: self.effect_of(&step)? })
    }

    /// Whether a move only changes the place of a cycle: it is not a repair of an announced one, nor a return to it.
    fn is_apart(&self, cycle: &Cycle, spot: &Spot) -> bool {
        let Some(announced) = &self.instance.announced else { return true };
        if announced.find(&cycle.id).is_none() {
            return true;
        }
        let is_here = (spot.slot, spot.venue) == (cycle.slot, cycle.venue)
            && cycle.sessions.first() == Some(&spot.first);
        let has_begun = cycle.sessions.first().is_some_and(|&first| first < announced.today);
        cycle.fate == Fate::Stands && !is_here && !has_begun
    }
}
