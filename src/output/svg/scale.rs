//! An axis of numbers: the position of a value, and the round values that label it.

use super::Px;

/// A labelled value of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its position.
    pub at: Px,
    /// Its label.
    pub label: String,
}

/// Maps values to positions in a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

/// Approximate number of labelled values.
const TICKS: f64 = 5.0;

impl Scale {
    /// A scale from round value to round value around `values`, drawn between two positions. Round values must be
    /// distinguishable in the words of `worded`.
    pub fn around(
        values: impl Iterator<Item = f64>,
        (from, to): (f64, f64),
        worded: &dyn Fn(f64) -> String,
    ) -> Self {
        let known = values.filter(|value| value.is_finite());
        let (low, high) = known
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        // Around nothing, or one value.
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        let (low, high) = if high - low > 0.0 { (low, high) } else { (low - 0.5, high + 0.5) };
        let step = super::round_up((high - low) / TICKS).max(grain(worded));
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, from, to }
    }

    /// The position of a value.
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

/// The smallest power of ten whose words differ from those of zero: 1 if `worded` rounds to whole numbers.
fn grain(worded: &dyn Fn(f64) -> String) -> f64 {
    let none = worded(0.0);
    (-6..=6).map(|power| 10_f64.powi(power)).find(|&value| worded(value) != none).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_round_values() {
        let plain = |value: f64| value.to_string();
        let scale = Scale::around([102.0, 398.0].into_iter(), (0.0, 100.0), &plain);
        let ticks = scale.ticks(&plain);
        let labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels, ["100", "200", "300", "400"]);
        assert!((scale.at(250.0) - 50.0).abs() < 1e-9);
        assert!(Scale::around([7.0].into_iter(), (0.0, 1.0), &plain).at(7.0).is_finite());
    }

    #[test]
    fn no_value_is_written_twice_beside_an_axis() {
        let rounded: [&dyn Fn(f64) -> String; 3] =
            [&|value| format!("{value:.0}"), &|value| format!("{:.1} %", value * 100.0), &|value| {
                format!("{value:.1}")
            }];
        for words in rounded {
            for values in [[65.2, 65.9], [65.0, 66.0], [0.0, 0.0], [64.999, 65.0], [0.1, 0.1004], [-2.0, 7.0]]
            {
                let scale = Scale::around(values.into_iter(), (0.0, 100.0), words);
                let labels: Vec<String> = scale.ticks(words).into_iter().map(|tick| tick.label).collect();
                let mut distinct = labels.clone();
                distinct.sort();
                distinct.dedup();
                assert!(labels.len() > 1 && distinct.len() == labels.len(), "{values:?}: {labels:?}");
                assert!(values.iter().all(|&value| (-0.001..=100.001).contains(&scale.at(value))));
            }
        }
    }
}
