//! Where a search stood over time, in a bounded number of points.

/// Points that are kept at most: twice what a drawing tells apart.
const MOST: usize = 1000;

/// Where a search stood from some time on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Seconds since it began.
    pub seconds: f64,
    /// Objective of its best plan, euros; infinite before the first.
    pub objective: f64,
    /// What no plan can beat, euros.
    pub bound: f64,
}

/// Where a search stood.
#[derive(Debug, Default, Clone)]
pub(super) struct Curve {
    points: Vec<Point>,
}

impl Curve {
    /// Adds where it stands now, unless nothing has changed. Where there are too many points, every second one goes.
    pub(super) fn add(&mut self, point: Point) {
        let figures = |point: &Point| (point.objective, point.bound);
        if self.points.last().is_some_and(|last| figures(last) == figures(&point)) {
            return;
        }
        self.points.push(point);
        if MOST < self.points.len() {
            // The last one stays, whatever its place.
            let n_points = self.points.len();
            let mut rank = 0;
            self.points.retain(|_| {
                rank += 1;
                rank % 2 == 1 || rank == n_points
            });
        }
    }

    pub(super) fn points(&self) -> &[Point] {
        &self.points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: u32) -> Point {
        Point { seconds: second.into(), objective: 1e6 - f64::from(second), bound: 0.0 }
    }

    #[test]
    fn the_number_of_points_is_bounded_and_first_and_last_stay() {
        let mut curve = Curve::default();
        for second in 0..100_000 {
            curve.add(at(second));
            assert!(curve.points().len() <= MOST && curve.points().last() == Some(&at(second)));
        }
        assert!(curve.points().len() >= MOST / 2 && curve.points().first() == Some(&at(0)));
        assert!(curve.points().is_sorted_by(|one, other| one.seconds < other.seconds));
    }

    #[test]
    fn what_has_not_changed_is_no_point() {
        let mut curve = Curve::default();
        curve.add(at(1));
        curve.add(Point { seconds: 2.0, ..at(1) });
        assert_eq!(curve.points(), [at(1)]);
    }
}
