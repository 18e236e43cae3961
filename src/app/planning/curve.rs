//! Progress of a search over time, in a limited number of points.

/// Maximum number of points: twice what a drawing can show.
const MOST: usize = 1000;

/// The state of a search from a time on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Seconds since it began.
    pub seconds: f64,
    /// Objective of its best plan, euros; infinite before the first.
    pub objective: f64,
    /// Lower bound, euros.
    pub bound: f64,
}

/// The progress of a search.
#[derive(Debug, Default, Clone)]
pub(super) struct Curve {
    points: Vec<Point>,
}

impl Curve {
    /// Adds the current state, unless it is unchanged. If there are too many points, every second one is removed.
    pub(super) fn add(&mut self, point: Point) {
        let figures = |point: &Point| (point.objective, point.bound);
        if self.points.last().is_some_and(|last| figures(last) == figures(&point)) {
            return;
        }
        self.points.push(point);
        if MOST < self.points.len() {
            // The last one is kept, whatever its position.
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
