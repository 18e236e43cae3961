//! A derived road, and the length of the straight line between its ends.

use geo::{Distance, Haversine, Point};

use super::commune::Commune;
use super::travel::Road;

/// Why two communes are joined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Link {
    /// They share a border of this many metres.
    Border(f64),
    /// It is the shortest link between two parts of the territory.
    Shortest,
}

/// A road and why it exists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DerivedRoad {
    /// The road; `from` has the smaller INSEE code.
    pub road: Road,
    /// Why the two communes are joined.
    pub link: Link,
}

/// Great-circle distance between the points of two communes, metres.
pub fn great_circle_m(one: &Commune, other: &Commune) -> f64 {
    Haversine.distance(Point::new(one.lon, one.lat), Point::new(other.lon, other.lat))
}
