//! The kinds of tables: what each is called, and its columns.

use super::{closures, communes, kits, residents, roads, slots, trainers, venues};
use crate::input::column::Column;

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Municipalities.
    Communes,
    /// Edges of the commune graph.
    Roads,
    /// Measured pairs of communes.
    Distances,
    /// Weekly times.
    Slots,
    /// Rooms.
    Venues,
    /// People who run sessions.
    Trainers,
    /// Cases of tablets.
    Kits,
    /// Interested people.
    Residents,
    /// Days without sessions.
    Closures,
}

impl Kind {
    /// Every kind, in the order in which tables are read and digested.
    pub const ALL: [Self; 9] = [
        Self::Communes,
        Self::Roads,
        Self::Distances,
        Self::Slots,
        Self::Venues,
        Self::Trainers,
        Self::Kits,
        Self::Residents,
        Self::Closures,
    ];

    /// The kind of this name; `None` where there is none.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What files for programs call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Communes => "communes",
            Self::Roads => "roads",
            Self::Distances => "distances",
            Self::Slots => "slots",
            Self::Venues => "venues",
            Self::Trainers => "trainers",
            Self::Kits => "kits",
            Self::Residents => "residents",
            Self::Closures => "closures",
        }
    }

    /// The scenario's key that names it: `data.residents`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Communes => "data.communes",
            Self::Roads => "data.roads",
            Self::Distances => "data.distances",
            Self::Slots => "data.slots",
            Self::Venues => "data.venues",
            Self::Trainers => "data.trainers",
            Self::Kits => "data.kits",
            Self::Residents => "data.residents",
            Self::Closures => "data.closures",
        }
    }

    /// Its columns.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Communes => communes::COLUMNS,
            Self::Roads | Self::Distances => roads::COLUMNS,
            Self::Slots => slots::COLUMNS,
            Self::Venues => venues::COLUMNS,
            Self::Trainers => trainers::COLUMNS,
            Self::Kits => kits::COLUMNS,
            Self::Residents => residents::COLUMNS,
            Self::Closures => closures::COLUMNS,
        }
    }
}
