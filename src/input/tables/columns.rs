//! The columns of each kind of table.

use super::kind::Kind;
use super::{closures, communes, kits, residents, roads, slots, trainers, venues};
use crate::input::column::{Column, NOTE};

impl Kind {
    /// The key of the catalogue's message that explains a column.
    pub fn meaning_of(self, column: Column) -> String {
        if column == NOTE {
            return "column-note".to_owned();
        }
        format!("column-{}-{}", self.name(), column.name.replace('_', "-"))
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
