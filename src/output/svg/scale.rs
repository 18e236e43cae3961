//! An axis of numbers: where a value stands, and the round values that are written beside it.

use super::Px;

/// A value written beside an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: Px,
    /// Its words.
    pub label: String,
}

/// From values to places of a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

/// Values beside an axis, about.
const TICKS: f64 = 5.0;

impl Scale {
    /// A scale from round value to round value around `values`, drawn between two places.
    pub fn around(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let known = values.filter(|value| value.is_finite());
        let (low, high) = known
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        // Around nothing, or one value.
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        let (low, high) = if high - low > 0.0 { (low, high) } else { (low - 0.5, high + 0.5) };
        let step = super::round_up((high - low) / TICKS);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, from, to }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// The round values of the scale.
    pub fn ticks(&self, worded: &dyn Fn(f64) -> String) -> Vec<Tick> {
        let n_steps = ((self.high - self.low) / self.step).round() as usize;
        let values = (0..=n_steps).map(|rank| self.low + rank as f64 * self.step);
        values.map(|value| Tick { at: Px(self.at(value)), label: worded(value) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_round_values() {
        let scale = Scale::around([102.0, 398.0].into_iter(), 0.0, 100.0);
        let ticks = scale.ticks(&|value| value.to_string());
        let labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels, ["100", "200", "300", "400"]);
        assert!((scale.at(250.0) - 50.0).abs() < 1e-9);
        assert!(Scale::around([7.0].into_iter(), 0.0, 1.0).at(7.0).is_finite());
    }
}
