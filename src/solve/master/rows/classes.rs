//! No party attends twice (H2, H3): `Σ_c a_kc λ_c ≤ n_k` for each class k.

use super::super::super::space::Space;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Prices;
use super::kind::{Entries, FirstGuess, Kind, Start};

const NATURE: Nature = Nature { name: "class", is_lone: true, is_room: false };

/// The rows of classes, which come first: row and class have the same index.
#[derive(Debug, Clone)]
pub(crate) struct Classes;

impl Kind for Classes {
    fn new(_: &mut Start) -> Self {
        Self
    }

    fn write(&mut self, start: &mut Start) {
        for (index, class) in start.space.classes.iter().enumerate() {
            let row = start.rows.at_most(&NATURE, &[], class.parties.len() as f64);
            debug_assert_eq!(row, index, "rows of classes come first");
        }
    }

    fn enter(&self, _: &Space, column: &Column, entries: &mut Entries) {
        column.members.iter().for_each(|&(class, count)| entries.add(class, count as f64));
    }

    fn price(&self, _: &Space, duals: &[f64], prices: &mut Prices) {
        prices.worth.iter_mut().zip(duals).for_each(|(worth, dual)| *worth += dual);
    }

    fn guess(&self, space: &Space, guess: &FirstGuess, duals: &mut [f64]) {
        for (dual, class) in duals.iter_mut().zip(&space.classes) {
            *dual = (guess.worth * class.size as f64 - class.unserved).min(0.0);
        }
    }
}
