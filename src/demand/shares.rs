//! Values with the frequency of each, and draws among them.

/// Values and the frequency of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares<T>(Vec<(T, f64)>);

impl<T> Shares<T> {
    /// From values and their shares; negative shares count as zero.
    pub fn new(shares: Vec<(T, f64)>) -> Self {
        Self(shares)
    }

    /// The values and their shares, in order.
    pub fn iter(&self) -> impl Iterator<Item = &(T, f64)> {
        self.0.iter()
    }

    /// Sum of all shares.
    pub fn total(&self) -> f64 {
        self.0.iter().map(|(_, share)| share.max(0.0)).sum()
    }

    /// The value of a draw from [0, 1), when the shares are scaled to a total of 1.
    pub(super) fn pick(&self, draw: f64) -> Option<&T> {
        let possible = || self.0.iter().filter(|(_, share)| *share > 0.0);
        self.at(draw * self.total()).or_else(|| possible().next_back().map(|(value, _)| value))
    }

    /// The value of a draw from [0, 1); none beyond the sum of all shares.
    pub(super) fn pick_if_any(&self, draw: f64) -> Option<&T> {
        self.at(draw)
    }

    fn at(&self, place: f64) -> Option<&T> {
        let mut reached = 0.0;
        let found = self.0.iter().find(|(_, share)| {
            reached += share.max(0.0);
            place < reached
        });
        found.map(|(value, _)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_scaled_to_one_where_a_value_must_be_chosen() {
        let shares = Shares::new(vec![("a", 1.0), ("b", 3.0)]);
        // `a` takes the first quarter.
        assert_eq!([0.0, 0.24, 0.26, 0.99].map(|draw| *shares.pick(draw).unwrap()), ["a", "a", "b", "b"]);
    }

    #[test]
    fn beyond_the_shares_nothing_is_chosen_where_a_value_is_optional() {
        let shares = Shares::new(vec![(8, 0.1), (20, 0.2)]);
        assert_eq!(
            [0.05, 0.15, 0.35].map(|draw| shares.pick_if_any(draw).copied()),
            [Some(8), Some(20), None]
        );
    }
}
