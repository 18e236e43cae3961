//! Residents who join or leave a cycle.

use super::change::Desk;
use super::wrong::{Named, Wrong};
use crate::input::amending::decisions::List;
use crate::instance::Instance;
use crate::instance::ids::ResidentId;

impl Desk<'_> {
    fn residents(&self, names: &[String]) -> Result<Vec<ResidentId>, Wrong> {
        names.iter().map(|name| resident(self.instance, name)).collect()
    }

    /// Residents join the cycle, and leave any other one.
    pub(super) fn join(&mut self, names: &[String]) -> Result<(), Wrong> {
        let residents = self.residents(names)?;
        let instance = self.instance;
        let named = |which: &dyn Fn(&ResidentId) -> bool| -> Vec<String> {
            let found = residents.iter().filter(|&one| which(one));
            found.map(|&one| instance.residents[one].id.clone()).collect()
        };
        let withdrawn = named(&|&one| instance.residents[one].withdrawn);
        if !withdrawn.is_empty() {
            return Err(Wrong::Withdrawn(withdrawn));
        }
        let there = named(&|one| self.cycle().participants.contains(one));
        if !there.is_empty() {
            return Err(Wrong::In(self.cycle().id.clone(), there));
        }
        for resident in residents {
            let others = (0..self.plan.cycles.len()).filter(|&other| other != self.position);
            let others: Vec<usize> =
                others.filter(|&other| self.plan.cycles[other].served().contains(&resident)).collect();
            for other in others {
                self.part(other, resident);
            }
            let promised = self.told().is_some_and(|told| {
                told.announced.released.contains(&resident) && told.cycle.participants.contains(&resident)
            });
            if promised {
                self.take_back(List::Release, &instance.residents[resident].id);
            }
            let participants = &mut self.cycle_mut().participants;
            participants.push(resident);
            participants.sort_unstable();
        }
        Ok(())
    }

    /// Residents leave the cycle.
    pub(super) fn leave(&mut self, names: &[String]) -> Result<(), Wrong> {
        let residents = self.residents(names)?;
        let is_gone = |one: &&ResidentId| !self.cycle().participants.contains(one);
        let gone: Vec<String> =
            residents.iter().filter(is_gone).map(|&one| self.instance.residents[one].id.clone()).collect();
        if !gone.is_empty() {
            return Err(Wrong::NotIn(self.cycle().id.clone(), gone));
        }
        for resident in residents {
            self.part(self.position, resident);
        }
        Ok(())
    }

    /// Removes a resident from a cycle, and releases them if it is committed to them.
    fn part(&mut self, position: usize, resident: ResidentId) {
        let told = self.told_of(&self.plan.cycles[position]);
        let is_bound = told.is_some_and(|told| {
            let is_promised = told.cycle.participants.contains(&resident);
            let is_free = self.instance.may_leave(told.id, resident);
            told.standing.commitment.is_committed() && is_promised && !is_free
        });
        if is_bound {
            self.decide(List::Release, &self.instance.residents[resident].id);
        }
        self.plan.cycles[position].participants.retain(|&one| one != resident);
    }
}

/// The resident with a name.
pub(in crate::app) fn resident(instance: &Instance, name: &str) -> Result<ResidentId, Wrong> {
    let residents = &instance.residents;
    let found = residents.iter_enumerated().find(|(_, one)| one.id == name).map(|(id, _)| id);
    found.ok_or_else(|| Wrong::unknown(Named::Resident, name, residents.iter().map(|one| one.id.as_str())))
}
