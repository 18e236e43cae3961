//! Weekly availability patterns: the slots that an enrolment can attend.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::seq::index;
use rand_pcg::Pcg64;

use super::shares::Shares;
use crate::instance::entities::Slot;

/// Noon, in minutes after midnight: mornings start before.
const NOON: u16 = 12 * 60;
/// Late afternoons start at four, in minutes after midnight.
const FOUR: u16 = 16 * 60;
/// Means every slot in a table.
const EVERY_SLOT: &str = "*";

/// A weekly availability pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weekly {
    /// Every slot.
    Any,
    /// Slots that start before noon.
    Mornings,
    /// Slots that start from noon on and before four.
    Afternoons,
    /// Slots that start at four or later: for people who work.
    LateAfternoons,
    /// All slots of two or three weekdays.
    SomeDays,
    /// Two slots of the week.
    FewSlots,
}

impl Weekly {
    /// All patterns.
    pub const ALL: [Self; 6] =
        [Self::Any, Self::Mornings, Self::Afternoons, Self::LateAfternoons, Self::SomeDays, Self::FewSlots];

    /// Name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Mornings => "mornings",
            Self::Afternoons => "afternoons",
            Self::LateAfternoons => "late",
            Self::SomeDays => "days",
            Self::FewSlots => "few",
        }
    }

    /// Positions of the slots that it allows; `days` decides which days or slots if the pattern leaves that open.
    fn positions(self, slots: &[Slot], days: u64) -> Vec<usize> {
        let starting = |from: u16, until: u16| {
            let within =
                |place: &usize| from <= slots[*place].start_minute && slots[*place].start_minute < until;
            (0..slots.len()).filter(within).collect()
        };
        match self {
            Self::Any => (0..slots.len()).collect(),
            Self::Mornings => starting(0, NOON),
            Self::Afternoons => starting(NOON, FOUR),
            Self::LateAfternoons => starting(FOUR, u16::MAX),
            Self::SomeDays => some_days(slots, days),
            Self::FewSlots => chosen(slots.len(), 2, days),
        }
    }
}

/// The slots of an enrolment, by name: `pattern` (a draw from [0, 1)) chooses among the patterns that allow some slot.
pub(super) fn slots_of(shares: &Shares<Weekly>, slots: &[Slot], pattern: f64, days: u64) -> Vec<String> {
    let fits = |pattern: Weekly| !pattern.positions(slots, days).is_empty();
    let possible = Shares::new(shares.iter().copied().filter(|&(pattern, _)| fits(pattern)).collect());
    match possible.pick(pattern) {
        None | Some(Weekly::Any) => vec![EVERY_SLOT.to_owned()],
        Some(other) => {
            other.positions(slots, days).into_iter().map(|place| slots[place].id.clone()).collect()
        }
    }
}

/// All slots of two or of three (equally often) of the weekdays that have slots.
fn some_days(slots: &[Slot], days: u64) -> Vec<usize> {
    let weekday = |slot: &Slot| slot.weekday.to_monday_zero_offset();
    let weekdays: Vec<i8> = slots.iter().map(weekday).collect::<BTreeSet<_>>().into_iter().collect();
    let n_days = if days.is_multiple_of(2) { 2 } else { 3 };
    let kept: BTreeSet<i8> =
        chosen(weekdays.len(), n_days, days).into_iter().map(|place| weekdays[place]).collect();
    (0..slots.len()).filter(|&place| kept.contains(&weekday(&slots[place]))).collect()
}

/// `amount` of the first `length` positions, in order; all of them if there are fewer.
fn chosen(length: usize, amount: usize, seed: u64) -> Vec<usize> {
    let mut stream = Pcg64::seed_from_u64(seed);
    let mut places = index::sample(&mut stream, length, amount.min(length)).into_vec();
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;

    fn week() -> Vec<Slot> {
        let slot = |weekday: Weekday, hour: u16| Slot {
            id: format!("{weekday:?}-{hour}"),
            weekday,
            start_minute: hour * 60,
        };
        let days = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
        days.into_iter().flat_map(|day| [9, 14, 16].map(|hour| slot(day, hour))).collect()
    }

    #[test]
    fn patterns_choose_by_hour_and_day() {
        let week = week();
        // Each day has three slots: at 9, 14 and 16 o'clock.
        assert_eq!(Weekly::Mornings.positions(&week, 0), [0, 3, 6, 9]);
        assert_eq!(Weekly::Afternoons.positions(&week, 0), [1, 4, 7, 10]);
        assert_eq!(Weekly::LateAfternoons.positions(&week, 0), [2, 5, 8, 11]);
        assert_eq!(Weekly::SomeDays.positions(&week, 4).len(), 2 * 3);
        assert_eq!(Weekly::SomeDays.positions(&week, 5).len(), 3 * 3);
        assert_eq!(Weekly::FewSlots.positions(&week, 5).len(), 2);
    }

    #[test]
    fn a_pattern_without_a_slot_is_never_chosen() {
        let mornings: Vec<Slot> = week().into_iter().filter(|slot| slot.start_minute < NOON).collect();
        let shares = Shares::new(vec![(Weekly::Afternoons, 0.9), (Weekly::FewSlots, 0.1)]);
        assert_eq!(slots_of(&shares, &mornings, 0.5, 1).len(), 2);
        assert_eq!(slots_of(&shares, &[], 0.5, 1), ["*"]);
    }
}
