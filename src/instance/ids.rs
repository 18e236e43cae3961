//! Typed indices: one for each table, so that a venue's index cannot be used for a trainer.
//!
//! An index is a position in the table of an [`Instance`](super::Instance). The identifiers that people
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
    /// Position of a commune in [`Instance::communes`](super::InstanceData::communes).
    CommuneId,
    /// Position of a weekly slot in [`Instance::slots`](super::InstanceData::slots).
    SlotId,
    /// Position of a venue in [`Instance::venues`](super::InstanceData::venues).
    VenueId,
    /// Position of a trainer in [`Instance::trainers`](super::InstanceData::trainers).
    TrainerId,
    /// Position of a kit in [`Instance::kits`](super::InstanceData::kits).
    KitId,
    /// Position of a resident in [`Instance::residents`](super::InstanceData::residents).
    ResidentId,
    /// Position of a party in [`Instance::parties`](super::InstanceData::parties).
    PartyId,
    /// Position of a track in [`Instance::tracks`](super::InstanceData::tracks).
    TrackId,
}
