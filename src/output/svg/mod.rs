//! Charts and maps as SVG, made at export time: the report is readable without scripts, and papers print the same
//! drawings.
//!
//! Each module turns plain figures and words into one drawing: [`map`], [`bars`], [`histogram`], [`gantt`], [`heat`],
//! [`scatter`], [`curves`] (both in a [`frame`]), [`effect`], [`matrix`]. They know neither plan nor catalogue. Shapes
//! carry a class, by which a page paints them in either colour scheme, and a plain colour for use without a style sheet.
//! The templates escape texts.

pub mod bars;
pub mod curves;
pub mod effect;
pub mod frame;
pub mod gantt;
pub mod heat;
pub mod histogram;
pub mod map;
pub mod matrix;
pub mod scale;
pub mod scatter;

use std::fmt;

/// Six steps from few to many: light to dark, distinguishable without colour vision.
pub const STEPS: [&str; 6] = ["#e3ecf6", "#bfd5ec", "#8fb8de", "#5a95ca", "#2e6da8", "#164679"];

/// A drawing's name and description, for readers who cannot see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Name, unique in its page; its other identifiers start with it.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What can be read from it, in a sentence.
    pub description: String,
}

/// A coordinate or a length, with as many decimals as a screen shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Px(pub f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.1}", self.0);
        let text = text.strip_suffix(".0").unwrap_or(&text);
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// The step of a share from 0 to 1.
pub fn step(share: f64) -> usize {
    ((share * STEPS.len() as f64).floor().max(0.0) as usize).min(STEPS.len() - 1)
}

/// A round number not below `value`, for the end of an axis: 1, 2 or 5 times a power of ten.
pub fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|&end| value <= end).unwrap_or(value)
}

/// What `template` renders.
///
/// # Panics
/// Never: templates are checked when the program is built, and writing to memory does not fail.
pub(crate) fn drawn(template: &impl askama::Template) -> String {
    template.render().expect("a template that was compiled in")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        assert_eq!([Px(1.0), Px(1.25), Px(-0.01)].map(|px| px.to_string()), ["1", "1.2", "0"]);
    }

    #[test]
    fn axes_end_at_round_numbers() {
        let ends = [0.0, 0.7, 12.0, 50.0, 51.0].map(|value| Px(round_up(value)).to_string());
        assert_eq!(ends, ["1", "1", "20", "50", "100"]);
    }

    #[test]
    fn shares_fall_into_six_steps() {
        assert_eq!([0.0, 0.16, 0.17, 0.99, 1.0].map(step), [0, 0, 1, 5, 5]);
    }
}
