//! The kits that the sessions of a cycle use.

use jiff::civil::Date;

use super::state::State;
use crate::instance::announced::Session;
use crate::plan::Cycle;
use crate::plan::costs::tablets_needed;

/// The kit of a session that needs one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kit {
    /// Its identifier.
    Taken(String),
    /// None is available: a rule is broken.
    Missing,
}

/// The borrowed tablets of a cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tablets {
    /// Number of participants who borrow one.
    pub borrowers: usize,
    /// Most tablets that a session takes from a kit.
    pub from_kit: usize,
    /// The kits of its sessions, each with its days of use, by first use.
    pub kits: Vec<(Kit, Vec<Date>)>,
}

impl State {
    /// The kit of a session; `None` if it needs none.
    pub(super) fn kit_of(&self, cycle: &Cycle, held: &Session) -> Option<Kit> {
        if tablets_needed(&self.instance, cycle, held.venue) == 0 {
            return None;
        }
        let is_own = |date: Date, trainer| (date, trainer) == (held.date, held.trainer);
        let taken = self.plan.kit_roster.iter().find(|taken| is_own(taken.date, taken.trainer));
        Some(taken.map_or(Kit::Missing, |taken| Kit::Taken(self.instance.kits[taken.kit].id.clone())))
    }

    /// The borrowed tablets of a cycle.
    pub(super) fn tablets(&self, cycle: &Cycle) -> Tablets {
        let borrows = |one: &&crate::instance::ids::ResidentId| self.instance.residents[**one].needs_tablet;
        let needed = |held: Session| tablets_needed(&self.instance, cycle, held.venue);
        let mut kits: Vec<(Kit, Vec<Date>)> = Vec::new();
        for held in cycle.meetings() {
            let Some(kit) = self.kit_of(cycle, &held) else { continue };
            match kits.iter_mut().find(|(one, _)| *one == kit) {
                Some((_, dates)) => dates.push(held.date),
                None => kits.push((kit, vec![held.date])),
            }
        }
        Tablets {
            borrowers: cycle.participants.iter().filter(borrows).count(),
            from_kit: cycle.meetings().map(needed).max().unwrap_or(0),
            kits,
        }
    }
}
