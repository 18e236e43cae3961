//! Invented trainers.

use rand::RngExt;
use typed_index_collections::TiSlice;

use super::{bases, one_of};
use crate::demand::stream;
use crate::instance::entities::{Commune, Slot};
use crate::instance::ids::CommuneId;

/// Cost of an hour, euros: an assumption, no price was found.
const HOURLY: [u64; 4] = [29, 30, 31, 32];
/// Mileage, hundredths of a euro a kilometre: public service, order of 14 March 2022 (0.32 to 0.45).
const PER_KM: [u64; 4] = [36, 40, 40, 45];
/// Every fourth trainer has a free weekday.
const PART_TIME: usize = 4;

/// An invented trainer: a row of `trainers.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedTrainer {
    /// Number, from 1.
    pub number: usize,
    /// Commune where each working day starts and ends.
    pub base: CommuneId,
    /// Identifiers of the slots at which they work; empty for every slot.
    pub slots: Vec<String>,
    /// Whole euros an hour.
    pub hourly_cost: u64,
    /// Hundredths of a euro a kilometre.
    pub cents_per_km: u64,
    /// Most sessions on one day.
    pub max_sessions_per_day: usize,
    /// Most sessions in one ISO week.
    pub max_sessions_per_week: usize,
}

/// So many trainers, living as the inhabitants do (see [`bases`](super::bases())).
pub fn trainers(
    communes: &TiSlice<CommuneId, Commune>,
    slots: &[Slot],
    n_trainers: usize,
    seed: u64,
) -> Vec<InventedTrainer> {
    let bases = bases(communes, n_trainers);
    bases.into_iter().zip(1..).map(|(base, number)| trainer(base, number, slots, seed)).collect()
}

fn trainer(base: CommuneId, number: usize, slots: &[Slot], seed: u64) -> InventedTrainer {
    let mut draws = stream(seed, "trainer", Some(number as u64));
    let hourly_cost = one_of(&HOURLY, &mut draws);
    let cents_per_km = one_of(&PER_KM, &mut draws);
    let free = slots.get(draws.random_range(0..slots.len().max(1))).map(|slot| slot.weekday);
    let works = |slot: &&Slot| Some(slot.weekday) != free;
    let kept: Vec<String> = slots.iter().filter(works).map(|slot| slot.id.clone()).collect();
    // Where all slots are on one day, nobody is free on it.
    let is_part_time = number.is_multiple_of(PART_TIME) && !kept.is_empty();
    InventedTrainer {
        number,
        base,
        slots: if is_part_time { kept } else { Vec::new() },
        hourly_cost,
        cents_per_km,
        max_sessions_per_day: 3,
        max_sessions_per_week: if is_part_time { 11 } else { 12 },
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use typed_index_collections::TiVec;

    use super::*;

    #[test]
    fn every_fourth_trainer_has_a_free_weekday_and_more_trainers_change_none() {
        let commune =
            Commune { name: String::new(), population: Some(100), ..Commune::at("25001", 47.0, 6.0) };
        let communes = TiVec::from(vec![commune]);
        let days = [Weekday::Monday, Weekday::Tuesday, Weekday::Friday];
        let slot = |weekday| Slot { id: format!("{weekday:?}"), weekday, start_minute: 600 };
        let found = trainers(&communes, &days.map(slot), 8, 3);
        assert_eq!(found.iter().map(|it| it.slots.len()).collect::<Vec<_>>(), [0, 0, 0, 2, 0, 0, 0, 2]);
        assert_eq!(trainers(&communes, &days.map(slot), 5, 3), found[..5]);
        let monday = [slot(Weekday::Monday)];
        assert!(trainers(&communes, &monday, 4, 3).iter().all(|it| it.slots.is_empty()));
    }
}
