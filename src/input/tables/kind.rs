//! The kinds of tables, and their names.

use crate::input::words::folded;

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

    /// The kind with this name, if any.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in files for programs.
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

    /// The scenario's key for its files: `data.residents`.
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

    /// The French name of its sheet.
    pub const fn french(self) -> &'static str {
        match self {
            Self::Communes => "Communes",
            Self::Roads => "Routes",
            Self::Distances => "Distances",
            Self::Slots => "Créneaux",
            Self::Venues => "Salles",
            Self::Trainers => "Animateurs",
            Self::Kits => "Malles",
            Self::Residents => "Inscriptions",
            Self::Closures => "Fermetures",
        }
    }

    /// Whether a sheet with this name contains it.
    pub(crate) fn is_called(self, sheet: &str) -> bool {
        let key = folded(sheet);
        key == self.name() || key == folded(self.french())
    }

    /// Whether a scenario needs it.
    pub const fn is_required(self) -> bool {
        !matches!(self, Self::Distances | Self::Closures)
    }
}
