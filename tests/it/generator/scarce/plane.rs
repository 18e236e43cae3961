//! Communes on a plane: their points, their populations, roads between neighbours.

use ateliers::instance::entities::Leg;
use ateliers::instance::units::{Kilometres, Minutes};
use ateliers::territory::{Road, Travel};

use super::Draw;

/// Mean area of a commune, square kilometres.
const AREA: f64 = 20.0;
/// Number of roads from a commune to its nearest ones.
const NEIGHBOURS: usize = 3;
/// Length of a road divided by the straight line.
const DETOUR: f64 = 1.3;
/// 40 km an hour.
const MINUTES_PER_KM: f64 = 1.5;
/// Inhabitants from which a commune is a town.
const TOWN: usize = 5_000;

/// Ten to forty communes.
pub(super) struct Plane {
    /// Kilometres.
    points: Vec<(f64, f64)>,
    populations: Vec<usize>,
}

impl Plane {
    pub(super) fn new(draw: &mut Draw) -> Self {
        let n = draw.between(10..=40);
        let side = (n as f64 * AREA).sqrt();
        let tenths = (side * 10.0) as i64;
        let mut coordinate = || draw.between_i64(0..=tenths) as f64 / 10.0;
        let points = (0..n).map(|_| (coordinate(), coordinate())).collect();
        // One in eight is a town; one of them is large.
        let population = |position: usize| match position {
            0 => draw.between(15_000..=30_000),
            _ if draw.chance(0.12) => draw.between(TOWN..=9_000),
            _ => draw.between(200..=2_500),
        };
        Self { points, populations: (0..n).map(population).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    pub(super) fn point(&self, commune: usize) -> (f64, f64) {
        self.points[commune]
    }

    pub(super) fn population(&self, commune: usize) -> usize {
        self.populations[commune]
    }

    pub(super) fn is_town(&self, commune: usize) -> bool {
        self.populations[commune] >= TOWN
    }

    /// Communes, most inhabitants first.
    pub(super) fn largest(&self) -> Vec<usize> {
        let mut communes: Vec<usize> = (0..self.len()).collect();
        communes.sort_by_key(|&commune| std::cmp::Reverse(self.populations[commune]));
        communes
    }

    /// The home of a resident.
    pub(super) fn home(&self, draw: &mut Draw) -> usize {
        let everybody: usize = self.populations.iter().sum();
        let mut number = draw.between(0..=everybody - 1);
        for (commune, &population) in self.populations.iter().enumerate() {
            if number < population {
                return commune;
            }
            number -= population;
        }
        unreachable!("the number is below the sum")
    }

    /// Distances along roads to the nearest communes; disconnected parts are joined by the shortest link.
    pub(super) fn travel(&self) -> Travel {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for from in 0..self.len() {
            let mut others: Vec<usize> = (0..self.len()).filter(|&to| to != from).collect();
            others.sort_by(|&one, &other| self.km(from, one).total_cmp(&self.km(from, other)));
            pairs.extend(others.into_iter().take(NEIGHBOURS).map(|to| (from.min(to), from.max(to))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        while let Some(link) = self.missing_link(&pairs) {
            pairs.push(link);
        }
        let road = |&(from, to): &(usize, usize)| {
            let km = (self.km(from, to) * DETOUR * 100.0).round() / 100.0;
            let minutes = (km * MINUTES_PER_KM * 10.0).round() / 10.0;
            let leg = Leg { minutes: Minutes::from_f64(minutes.max(0.1)), km: Kilometres::from_f64(km) };
            Road { from: from.into(), to: to.into(), leg }
        };
        Travel::new(self.len(), &pairs.iter().map(road).collect::<Vec<_>>(), &[])
    }

    /// The shortest link from the communes that can be reached from the first one to the others.
    fn missing_link(&self, pairs: &[(usize, usize)]) -> Option<(usize, usize)> {
        let mut is_reached = vec![false; self.len()];
        is_reached[0] = true;
        while let Some(&(from, to)) = pairs.iter().find(|&&(from, to)| is_reached[from] != is_reached[to]) {
            is_reached[from] = true;
            is_reached[to] = true;
        }
        let inside = (0..self.len()).filter(|&commune| is_reached[commune]);
        let across = inside.flat_map(|from| {
            (0..self.len())
                .filter(|&commune| !is_reached[commune])
                .map(move |to| (from, to))
                .collect::<Vec<_>>()
        });
        across.min_by(|&one, &other| self.km(one.0, one.1).total_cmp(&self.km(other.0, other.1)))
    }

    /// Along a straight line.
    fn km(&self, from: usize, to: usize) -> f64 {
        let ((x, y), (other_x, other_y)) = (self.points[from], self.points[to]);
        (x - other_x).hypot(y - other_y)
    }
}
