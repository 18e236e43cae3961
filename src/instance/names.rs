//! Maps the identifiers used in files to positions in the tables of an instance.

use std::collections::HashMap;

use super::InstanceData;
use super::ids::{KitId, ResidentId, SlotId, TrackId, TrainerId, VenueId};

/// The identifiers of a table, with their positions.
pub type Positions<'a, K> = HashMap<&'a str, K>;

/// The identifiers of everything that a plan refers to.
#[derive(Debug)]
pub struct Names<'a> {
    /// Venues.
    pub venues: Positions<'a, VenueId>,
    /// Slots.
    pub slots: Positions<'a, SlotId>,
    /// Tracks.
    pub tracks: Positions<'a, TrackId>,
    /// Trainers.
    pub trainers: Positions<'a, TrainerId>,
    /// Kits.
    pub kits: Positions<'a, KitId>,
    /// Residents.
    pub residents: Positions<'a, ResidentId>,
}

impl<'a> Names<'a> {
    /// The names of an instance.
    pub fn of(instance: &'a InstanceData) -> Self {
        Self {
            venues: positions(instance.venues.iter().map(|venue| &venue.id)),
            slots: positions(instance.slots.iter().map(|slot| &slot.id)),
            tracks: positions(instance.tracks.iter()),
            trainers: positions(instance.trainers.iter().map(|trainer| &trainer.id)),
            kits: positions(instance.kits.iter().map(|kit| &kit.id)),
            residents: positions(instance.residents.iter().map(|resident| &resident.id)),
        }
    }
}

fn positions<'a, K: From<usize>>(names: impl Iterator<Item = &'a String>) -> Positions<'a, K> {
    names.enumerate().map(|(position, name)| (name.as_str(), K::from(position))).collect()
}
