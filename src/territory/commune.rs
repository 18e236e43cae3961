//! A commune, and the way between two places: the elements of a territory.

use crate::units::{Kilometres, Minutes};

/// A municipality, where residents live and venues are.
#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    /// INSEE code, e.g. `25388`.
    pub insee: String,
    /// Name, e.g. `Montbéliard`.
    pub name: String,
    /// Latitude of its point, degrees (WGS84).
    pub lat: f64,
    /// Longitude of its point, degrees (WGS84).
    pub lon: f64,
    /// Inhabitants, where known.
    pub population: Option<u64>,
    /// Postal code, where known.
    pub postal_code: Option<String>,
    /// Area in square kilometres, where known.
    pub area_km2: Option<f64>,
    /// Minimal number of cycles that it should host.
    pub min_cycles: usize,
}

impl Commune {
    /// A commune with a code, which is also its name, and a point, degrees (WGS84); nothing else is known.
    pub fn at(insee: &str, lat: f64, lon: f64) -> Self {
        Self {
            insee: insee.to_owned(),
            name: insee.to_owned(),
            lat,
            lon,
            population: None,
            postal_code: None,
            area_km2: None,
            min_cycles: 0,
        }
    }
}

/// The length of a way from one place to another.
///
/// Ordered by minutes, then kilometres: the order in which PROBLEM.md section 3 prefers paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Leg {
    /// Duration.
    pub minutes: Minutes,
    /// Length.
    pub km: Kilometres,
}

impl Leg {
    /// A way of zero length: from a place to itself.
    pub const ZERO: Self = Self { minutes: Minutes::ZERO, km: Kilometres::ZERO };
}

impl std::ops::Add for Leg {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { minutes: self.minutes + other.minutes, km: self.km + other.km }
    }
}
