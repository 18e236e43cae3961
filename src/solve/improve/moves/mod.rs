//! The moves of a walk: one file each, and one list. To add a move, add a file and a line.

mod change_course;
mod close_group;
mod leave;
mod move_day;
mod move_group;
mod open_group;
mod swap_groups;
mod swap_trainers;
mod transfer;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::tally::Tally;
use super::trial::Trial;

/// The scale of a move's cost: changes of people, or of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    Person,
    Group,
}

/// A kind of move.
#[derive(Debug)]
pub(super) struct Kind {
    /// Its name; its label is `move-NAME` of the catalogue.
    name: &'static str,
    /// Expected number of tries in a thousand steps.
    weight: i32,
    pub(super) scale: Scale,
    /// Tries a random move of this kind.
    pub(super) attempt: fn(&mut Trial, &mut Pcg64Mcg),
}

/// Sum of the weights.
const STEPS: i32 = 1000;

/// All moves. Weights sum to [`STEPS`].
pub(super) const MOVES: [Kind; 9] = [
    Kind { name: "transfer", weight: 450, scale: Scale::Person, attempt: transfer::transfer },
    Kind { name: "leave", weight: 5, scale: Scale::Person, attempt: leave::leave },
    Kind { name: "move-group", weight: 380, scale: Scale::Group, attempt: move_group::move_group },
    Kind { name: "swap-groups", weight: 55, scale: Scale::Group, attempt: swap_groups::swap_groups },
    Kind { name: "swap-trainers", weight: 20, scale: Scale::Group, attempt: swap_trainers::swap_trainers },
    Kind { name: "move-day", weight: 70, scale: Scale::Group, attempt: move_day::move_day },
    Kind { name: "open-group", weight: 17, scale: Scale::Group, attempt: open_group::open_group },
    Kind { name: "close-group", weight: 3, scale: Scale::Group, attempt: close_group::close_group },
    Kind { name: "change-course", weight: 0, scale: Scale::Group, attempt: change_course::change_course },
];

/// Share of steps that change the course of a committed cycle, if one has several; the other moves are drawn by weight.
const CHANGES_OF_COURSE: f64 = 0.05;

/// Statistics of each move, all 0.
pub(super) fn tallies() -> [Tally; MOVES.len()] {
    std::array::from_fn(|kind| Tally::new(MOVES[kind].name))
}

/// A random position in [`MOVES`]; the last move only if `has_courses`.
pub(super) fn some_kind(random: &mut Pcg64Mcg, has_courses: bool) -> usize {
    if has_courses && random.random_bool(CHANGES_OF_COURSE) {
        return MOVES.len() - 1;
    }
    let drawn = random.random_range(0..STEPS);
    let mut passed = 0;
    let is_it = |kind: &Kind| {
        passed += kind.weight;
        drawn < passed
    };
    MOVES.iter().position(is_it).expect("weights sum to all steps")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn weights_sum_to_all_steps_and_every_move_has_a_name_and_words() {
        assert_eq!(MOVES.iter().map(|kind| kind.weight).sum::<i32>(), STEPS);
        let names: BTreeSet<&str> = MOVES.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), MOVES.len());
        for lang in Lang::ALL {
            for name in &names {
                assert!(!Messages::new(lang).text(&format!("move-{name}"), &[]).is_empty(), "{name}");
            }
        }
    }
}
