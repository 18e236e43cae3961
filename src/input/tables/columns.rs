//! The columns of each kind of table.

use super::kind::Kind;
use super::{closures, communes, kits, residents, roads, slots, trainers, venues};
use crate::input::column::Column;

impl Kind {
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
