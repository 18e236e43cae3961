//! Checks that each commune lies where its department is: a warning for each that does not.
//!
//! A code tells the position of a commune to within some hundreds of kilometres: mainland France with Corsica, or one of
//! the overseas territories. A commune elsewhere may be invented and is accepted, unless it is at 0, 0, would be right
//! with latitude and longitude exchanged, or is thousands of kilometres from the others.

use geo::{Distance, Haversine, Point};

use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::entities::Commune;

/// Distance from the others, metres, beyond which a commune is not in their territory.
const FAR_M: f64 = 1_500_000.0;

/// A rectangle on the map, degrees.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    south: f64,
    north: f64,
    west: f64,
    east: f64,
}

const MAINLAND: Bounds = Bounds { south: 41.0, north: 51.5, west: -5.6, east: 10.0 };

/// Bounds of the overseas territories, by the first three characters of a code.
const OVERSEAS: [(&str, Bounds); 11] = [
    ("971", Bounds { south: 15.5, north: 16.8, west: -62.0, east: -60.8 }),
    ("972", Bounds { south: 14.2, north: 15.1, west: -61.5, east: -60.6 }),
    ("973", Bounds { south: 2.0, north: 6.2, west: -55.0, east: -51.0 }),
    ("974", Bounds { south: -21.7, north: -20.6, west: 55.0, east: 56.2 }),
    ("975", Bounds { south: 46.5, north: 47.4, west: -56.8, east: -55.9 }),
    ("976", Bounds { south: -13.3, north: -12.4, west: 44.8, east: 45.5 }),
    ("977", Bounds { south: 17.7, north: 18.1, west: -63.1, east: -62.6 }),
    ("978", Bounds { south: 17.9, north: 18.3, west: -63.3, east: -62.8 }),
    ("986", Bounds { south: -14.7, north: -13.0, west: -178.5, east: -175.8 }),
    ("987", Bounds { south: -28.5, north: -7.0, west: -155.5, east: -133.5 }),
    ("988", Bounds { south: -23.5, north: -18.5, west: 158.0, east: 173.0 }),
];

impl Bounds {
    fn of(insee: &str) -> Self {
        let overseas = OVERSEAS.iter().find(|(prefix, _)| insee.starts_with(prefix));
        overseas.map_or(MAINLAND, |(_, bounds)| *bounds)
    }

    fn contain(self, lat: f64, lon: f64) -> bool {
        (self.south..=self.north).contains(&lat) && (self.west..=self.east).contains(&lon)
    }
}

/// What is wrong with a commune's point by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It is at 0, 0.
    Nowhere,
    /// It would be right with latitude and longitude exchanged.
    Swapped,
}

/// What is wrong with the point of a commune; `None` if nothing is known to be.
pub(crate) fn doubt(commune: &Commune) -> Option<Doubt> {
    let Commune { lat, lon, .. } = *commune;
    let bounds = Bounds::of(&commune.insee);
    if lat.abs() < 0.01 && lon.abs() < 0.01 {
        return Some(Doubt::Nowhere);
    }
    (!bounds.contain(lat, lon) && bounds.contain(lon, lat)).then_some(Doubt::Swapped)
}

/// Warns of communes with an implausible point; `places` are those of their latitudes.
pub(crate) fn check(communes: &[Commune], places: &[Place], faults: &mut Faults) {
    let sound: Vec<&Commune> = communes.iter().filter(|commune| doubt(commune).is_none()).collect();
    let middle = middle(&sound);
    for (commune, at) in communes.iter().zip(places) {
        let told = |code| {
            let warning = Diagnostic::new(code, at.clone()).with("commune", commune.insee.as_str());
            warning.with("name", commune.name.as_str())
        };
        let swapped = format!("lat {}, lon {}", commune.lon, commune.lat);
        match (doubt(commune), middle) {
            (Some(Doubt::Nowhere), _) => faults.add(told(Code::NoCoordinates).hinting("hint-look-up-point")),
            (Some(Doubt::Swapped), _) => {
                faults.add(told(Code::CoordinatesSwapped).suggesting("hint-write", Some(swapped)));
            }
            (None, Some(middle)) if is_lost(commune, middle) => {
                let metres = Haversine.distance(Point::new(commune.lon, commune.lat), middle);
                let warning = told(Code::FarFromOthers).with("km", format!("{:.0}", metres / 1_000.0));
                faults.add(warning.hinting("hint-look-up-point"));
            }
            _ => {}
        }
    }
}

/// Whether a commune is neither where its code says nor near the others.
fn is_lost(commune: &Commune, middle: Point) -> bool {
    let is_home = Bounds::of(&commune.insee).contain(commune.lat, commune.lon);
    !is_home && FAR_M < Haversine.distance(Point::new(commune.lon, commune.lat), middle)
}

/// The middle of a territory, robust against a few wrong points: the median latitude and longitude of the communes that
/// are where their codes say or, if none is, of all.
fn middle(communes: &[&Commune]) -> Option<Point> {
    let is_home = |commune: &&&Commune| Bounds::of(&commune.insee).contain(commune.lat, commune.lon);
    let home: Vec<&Commune> = communes.iter().filter(is_home).copied().collect();
    let communes = if home.is_empty() { communes.to_vec() } else { home };
    let median = |degrees: fn(&Commune) -> f64| {
        let mut all: Vec<f64> = communes.iter().map(|commune| degrees(commune)).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied()
    };
    Some(Point::new(median(|commune| commune.lon)?, median(|commune| commune.lat)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(communes: &[Commune]) -> Vec<(Code, Option<u64>)> {
        let mut faults = Faults::default();
        let places: Vec<Place> = (2..).take(communes.len()).map(|line| Place::line("c.csv", line)).collect();
        check(communes, &places, &mut faults);
        faults.into_sorted().iter().map(|finding| (finding.code, finding.at.line)).collect()
    }

    #[test]
    fn points_without_sense_are_told_on_their_line() {
        let communes = [
            Commune::at("01004", 45.96, 5.36),
            Commune::at("01041", 0.0, 0.0),
            Commune::at("01007", 5.36, 46.0),
            Commune::at("01089", 45.97, 95.3),
            Commune::at("97411", 55.45, -20.88),
        ];
        let expected = [
            (Code::NoCoordinates, Some(3)),
            (Code::CoordinatesSwapped, Some(4)),
            (Code::FarFromOthers, Some(5)),
            (Code::CoordinatesSwapped, Some(6)),
        ];
        assert_eq!(codes(&communes), expected);
    }

    #[test]
    fn communes_that_stand_where_their_codes_say_are_left_in_peace() {
        let communes = [
            Commune::at("25388", 47.5, 6.8),
            Commune::at("2A004", 41.92, 8.73),
            Commune::at("29155", 48.46, -5.1),
            Commune::at("97411", -20.88, 55.45),
            Commune::at("98818", -22.27, 166.46),
        ];
        assert_eq!(codes(&communes), []);
        // An invented territory elsewhere.
        assert_eq!(codes(&[Commune::at("10001", 12.0, 30.0), Commune::at("10002", 12.5, 30.5)]), []);
    }

    #[test]
    fn a_whole_table_with_exchanged_columns_is_told_row_by_row() {
        let communes = [Commune::at("01004", 5.36, 45.96), Commune::at("01007", 5.36, 46.0)];
        assert_eq!(codes(&communes).len(), 2);
    }
}
