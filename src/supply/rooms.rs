//! Invented rooms of communes.

use rand::RngExt;
use rand::seq::index;
use rand_pcg::Pcg64;
use typed_index_collections::TiSlice;

use super::one_of;
use crate::demand::stream;
use crate::instance::entities::{Commune, Slot};
use crate::instance::ids::CommuneId;

/// From this number of inhabitants on, a commune has one more room.
const ONE_MORE_FROM: [u64; 3] = [3_000, 10_000, 20_000];
/// And another for each further multiple of this number.
const ONE_MORE_FOR_EACH: u64 = 20_000;
/// A village below has a room less often.
const VILLAGE: u64 = 200;
/// How often it has one.
const VILLAGES_WITH_ROOM: f64 = 0.7;
/// Fewest and most slots of the week at which a room is open.
const OPEN_SLOTS: std::ops::RangeInclusive<usize> = 5..=10;
/// Share of rooms without a step.
const STEP_FREE: f64 = 0.75;
/// Share of rooms in which tablets stay.
const WITH_TABLETS: f64 = 0.4;
/// Hire, euros a session: half of the rooms are lent.
const HIRE: [u64; 10] = [0, 0, 0, 0, 0, 10, 10, 15, 20, 30];

/// An invented room: a row of `venues.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedRoom {
    /// Where it is.
    pub commune: CommuneId,
    /// Its number in the commune, from 1.
    pub number: usize,
    /// Seats for participants.
    pub seats: usize,
    /// Identifiers of the slots at which it is open.
    pub slots: Vec<String>,
    /// Hire, whole euros a session.
    pub cost_per_session: u64,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// Tablets that stay in it.
    pub tablets: usize,
}

/// The rooms of every commune, in the order of the table. The commune with most inhabitants always has one.
pub fn rooms(communes: &TiSlice<CommuneId, Commune>, slots: &[Slot], seed: u64) -> Vec<InventedRoom> {
    let largest = communes.iter().map(|commune| commune.population).max();
    let mut rooms = Vec::new();
    for (id, commune) in communes.iter_enumerated() {
        let least = usize::from(Some(commune.population) == largest);
        let n_rooms = number_of_rooms(commune, seed).max(least);
        rooms.extend((1..=n_rooms).map(|number| room(id, commune, number, slots, seed)));
    }
    rooms
}

fn number_of_rooms(commune: &Commune, seed: u64) -> usize {
    let Some(population) = commune.population else { return 1 };
    if population < VILLAGE {
        let draw: f64 = stream(seed, &format!("rooms of {}", commune.insee), None).random();
        return usize::from(draw < VILLAGES_WITH_ROOM);
    }
    let beyond = population.saturating_sub(ONE_MORE_FROM[2]) / ONE_MORE_FOR_EACH;
    1 + ONE_MORE_FROM.iter().filter(|&&from| from <= population).count() + beyond as usize
}

/// One room. Every draw is made, used or not, so that nothing shifts what another one draws.
fn room(id: CommuneId, commune: &Commune, number: usize, slots: &[Slot], seed: u64) -> InventedRoom {
    let mut draws = stream(seed, &format!("room of {}", commune.insee), Some(number as u64));
    let seats = one_of(seats(commune), &mut draws);
    let n_open = draws.random_range(OPEN_SLOTS);
    let cost_per_session = one_of(&HIRE, &mut draws);
    let [step, with_tablets] = draws.random::<[f64; 2]>();
    let tablets = one_of(tablets(commune), &mut draws);
    InventedRoom {
        commune: id,
        number,
        seats,
        slots: open(slots, n_open, &mut draws),
        cost_per_session,
        step_free: step < STEP_FREE,
        tablets: if with_tablets < WITH_TABLETS { tablets } else { 0 },
    }
}

/// Seats that rooms of such a commune have.
fn seats(commune: &Commune) -> &'static [usize] {
    match commune.population.unwrap_or(0) {
        0..500 => &[8, 8, 10, 12, 12],
        500..3_000 => &[10, 12, 12, 14, 16],
        _ => &[12, 14, 16, 20, 30],
    }
}

/// Tablets that stay in rooms of such a commune, where any do.
fn tablets(commune: &Commune) -> &'static [usize] {
    if commune.population.unwrap_or(0) < ONE_MORE_FROM[0] { &[2, 4] } else { &[4, 6, 8] }
}

/// Some of the slots, in their order.
fn open(slots: &[Slot], n_open: usize, draws: &mut Pcg64) -> Vec<String> {
    let mut places = index::sample(draws, slots.len(), n_open.min(slots.len())).into_vec();
    places.sort_unstable();
    places.into_iter().map(|place| slots[place].id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use typed_index_collections::TiVec;

    use super::*;

    fn commune(insee: &str, population: Option<u64>) -> Commune {
        Commune { population, ..Commune::at(insee, 47.0, 6.0) }
    }

    fn slots() -> Vec<Slot> {
        let slot =
            |hour: u16| Slot { id: format!("mon-{hour}"), weekday: Weekday::Monday, start_minute: hour * 60 };
        (8..20).map(slot).collect()
    }

    fn rooms_of(communes: Vec<Commune>) -> Vec<InventedRoom> {
        rooms(&TiVec::from(communes), &slots(), 1)
    }

    #[test]
    fn towns_have_more_rooms() {
        for (population, n_rooms) in
            [(Some(200), 1), (Some(3_000), 2), (Some(10_000), 3), (Some(20_000), 4), (Some(120_000), 9)]
        {
            assert_eq!(rooms_of(vec![commune("25001", population)]).len(), n_rooms, "{population:?}");
        }
        assert_eq!(rooms_of(vec![commune("25001", None)]).len(), 1);
    }

    #[test]
    fn most_but_not_all_villages_have_a_room() {
        let villages = (0..1_000).map(|place| commune(&format!("{place:05}"), Some(100)));
        let town = commune("99999", Some(5_000));
        let n_rooms = rooms_of(villages.chain([town]).collect()).len();
        // 700 of 1,000 expected and two of the town; four standard deviations are 58.
        assert!((644..=760).contains(&n_rooms), "{n_rooms}");
    }

    #[test]
    fn a_territory_of_one_village_has_somewhere_to_meet() {
        for place in 0..20 {
            assert_eq!(rooms_of(vec![commune(&format!("{place:05}"), Some(50))]).len(), 1);
        }
    }

    #[test]
    fn another_commune_changes_no_room_and_rooms_have_what_such_rooms_have() {
        let alone = rooms_of(vec![commune("25001", Some(30_000))]);
        let both = rooms_of(vec![commune("25001", Some(30_000)), commune("25002", Some(40_000))]);
        assert_eq!(both[..alone.len()], alone);
        for room in both {
            assert!((12..=30).contains(&room.seats) && OPEN_SLOTS.contains(&room.slots.len()), "{room:?}");
        }
    }
}
