//! Typed indices: one for each table, so that a venue's index cannot be used for a trainer.
//!
//! An index is a position in the table of an [`Instance`](crate::instance::Instance). The identifiers that people
//! write (`V-25304-1`, `R00017`) stay in the entities' `id` fields.

/// Declares index types over `u32` that a [`typed_index_collections::TiVec`] accepts.
macro_rules! typed_indices {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                Self(u32::try_from(position).expect("tables hold fewer than 2^32 rows"))
            }
        }

        impl From<$name> for usize {
            fn from(index: $name) -> Self {
                index.0 as usize
            }
        }
    )+};
}

typed_indices! {
    /// Position of a commune in [`Instance::communes`](crate::instance::InstanceData::communes).
    CommuneId,
    /// Position of a weekly slot in [`Instance::slots`](crate::instance::InstanceData::slots).
    SlotId,
    /// Position of a venue in [`Instance::venues`](crate::instance::InstanceData::venues).
    VenueId,
    /// Position of a trainer in [`Instance::trainers`](crate::instance::InstanceData::trainers).
    TrainerId,
    /// Position of a kit in [`Instance::kits`](crate::instance::InstanceData::kits).
    KitId,
    /// Position of a resident in [`Instance::residents`](crate::instance::InstanceData::residents).
    ResidentId,
    /// Position of a party in [`Instance::parties`](crate::instance::InstanceData::parties).
    PartyId,
    /// Position of a track in [`Instance::tracks`](crate::instance::InstanceData::tracks).
    TrackId,
    /// Position of a cycle in [`Announced::cycles`](crate::instance::announced::Announced::cycles).
    AnnouncedId,
}
