//! Numbering of nodes: where and when a session of a trainer's day may be, and whether it needs a kit.
//!
//! The nodes of a slot are contiguous, and slots are in time order: `(rank × n_places + place) × 2 + kit`. Within a slot, a
//! node's *spot* is `place × 2 + kit`.

use std::ops::Range;

/// The nodes of a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nodes {
    /// Host communes.
    pub n_places: usize,
}

impl Nodes {
    /// Number of spots of a slot.
    pub const fn n_spots(self) -> usize {
        self.n_places * 2
    }

    /// Nodes of a slot, by its position among those of the weekday.
    pub const fn of_slot(self, rank: usize) -> Range<usize> {
        rank * self.n_spots()..(rank + 1) * self.n_spots()
    }

    /// The node of a session.
    pub fn node(self, rank: usize, place: usize, has_kit: bool) -> usize {
        rank * self.n_spots() + spot(place, has_kit)
    }

    /// The place of a node.
    pub const fn place(self, node: usize) -> usize {
        node / 2 % self.n_places
    }

    /// The position of a node's slot among those of the weekday.
    pub const fn rank(self, node: usize) -> usize {
        node / 2 / self.n_places
    }
}

/// The spot of a place, with or without a kit.
pub fn spot(place: usize, has_kit: bool) -> usize {
    place * 2 + usize::from(has_kit)
}

/// Both spots of a place.
pub const fn spots_of(place: usize) -> Range<usize> {
    place * 2..place * 2 + 2
}

/// Whether a node or spot needs a kit.
pub const fn has_kit(node: usize) -> bool {
    node % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_slot_place_and_kit() {
        let nodes = Nodes { n_places: 3 };
        let mut next = 0;
        for rank in 0..4 {
            assert_eq!(nodes.of_slot(rank), next..next + 6);
            for (place, kit) in (0..3).flat_map(|place| [(place, false), (place, true)]) {
                let node = nodes.node(rank, place, kit);
                assert_eq!(
                    (node, nodes.rank(node), nodes.place(node), has_kit(node)),
                    (next, rank, place, kit)
                );
                let spot = spot(place, kit);
                assert_eq!(nodes.of_slot(rank).nth(spot), Some(node));
                assert!(spots_of(place).contains(&spot));
                next += 1;
            }
        }
    }
}
