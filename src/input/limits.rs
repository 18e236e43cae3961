//! The largest values that are accepted. Larger figures are typing errors, and would overflow fixed point.
//!
//! A quantity is a whole number of billionths in 64 bits, so it stays below 9.2 billion units. A path over 5,000
//! communes with roads of a million minutes stays below that; `amounts` checks sums of money as a whole.

use std::ops::RangeInclusive;

/// Minutes of a road, a journey, a session: up to a million, nearly two years.
pub(crate) const MINUTES: RangeInclusive<i64> = 0..=1_000_000;
/// Kilometres of a road.
pub(crate) const KILOMETRES: RangeInclusive<i64> = 0..=1_000_000;
/// Euros of a price, a rate or a weight.
pub(crate) const EUROS: RangeInclusive<i64> = 0..=100_000_000;
/// Priority of a resident.
pub(crate) const PRIORITY: RangeInclusive<i64> = 0..=1_000_000;
/// Seats, tablets, sessions: anything counted.
pub(crate) const COUNT: RangeInclusive<i64> = 0..=1_000_000;
/// Inhabitants of a commune.
pub(crate) const POPULATION: RangeInclusive<i64> = 0..=1_000_000_000;
/// Area of a commune, square kilometres.
pub(crate) const AREA_KM2: RangeInclusive<i64> = 0..=1_000_000;
/// Degrees north.
pub(crate) const LATITUDE: RangeInclusive<i64> = -90..=90;
/// Degrees east.
pub(crate) const LONGITUDE: RangeInclusive<i64> = -180..=180;

/// Days of the longest horizon: ten years.
pub(crate) const HORIZON_DAYS: i32 = 3_660;
/// Communes of the largest territory: distances between all pairs then take 600 MB.
pub(crate) const COMMUNES: usize = 5_000;
/// Bytes of the largest file: about ten times a table of a million residents.
pub(crate) const FILE_BYTES: u64 = 1 << 30;
/// Bytes of the largest calendar: about twice that of a town hall with a hundred sessions a day for ten years.
pub(crate) const CALENDAR_BYTES: u64 = 1 << 29;
/// Bytes of the largest record or manifest of a batch.
pub(crate) const RECORD_BYTES: u64 = 1 << 28;
