//! Parameters of invented enrolments; every figure can be overridden on the command line.
//!
//! # Sources
//! `rate`: 15.4 % of people of 15 and over had no digital skills in 2021 (INSEE Première 1953); that some 83 % of
//! inhabitants are 15 or over, and that one in ten of those concerned enrols, are our assumptions: 0.154 × 0.83 × 0.1 =
//! 0.0128 of all inhabitants. Every other default is an assumption, chosen so that each rule of the planning has an
//! effect; replace it by what enrolment shows.

use jiff::civil::Date;

use super::availability::Weekly;
use super::shares::Shares;

/// Parameters of invented enrolments. Shares are between 0 and 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// Residents who enrol, for each inhabitant.
    pub rate: f64,
    /// Largest deviation of a commune's rate from `rate`, as a share of it: town halls differ in zeal.
    pub spread: f64,
    /// Share of residents who come as a couple.
    pub couples: f64,
    /// Weekly availability patterns and the frequency of each.
    pub availability: Shares<Weekly>,
    /// Tracks and the frequency of each.
    pub tracks: Shares<String>,
    /// Share of residents who need a tablet.
    pub tablet: f64,
    /// Residents' own limits of the journey (minutes one way), and the share of residents with each; the others take the
    /// scenario's.
    pub own_travel: Shares<f64>,
    /// Share of residents who need a step-free venue.
    pub step_free: f64,
    /// Priorities and the frequency of each.
    pub priority: Shares<f64>,
    /// Share of enrolments that come late; needs `window`.
    pub late: f64,
    /// When late enrolments can start; without it no enrolment is late.
    pub window: Option<Window>,
}

/// First and last day on which late enrolments may start to be available.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            rate: 0.0128,
            spread: 0.25,
            couples: 0.14,
            availability: Shares::new(vec![
                (Weekly::Any, 0.20),
                (Weekly::Mornings, 0.20),
                (Weekly::Afternoons, 0.25),
                (Weekly::LateAfternoons, 0.10),
                (Weekly::SomeDays, 0.20),
                (Weekly::FewSlots, 0.05),
            ]),
            tracks: Shares::new(vec![("base".to_owned(), 1.0)]),
            tablet: 0.45,
            // No car; happy to drive; happy to drive far.
            own_travel: Shares::new(vec![(8.0, 0.10), (20.0, 0.12), (30.0, 0.08)]),
            step_free: 0.06,
            priority: Shares::new(vec![(1.0, 0.70), (1.5, 0.20), (2.0, 0.10)]),
            late: 0.30,
            window: None,
        }
    }
}

impl Parameters {
    /// Share of *enrolments* that are couples when `couples` is the share of *residents* in couples: with p couples
    /// among enrolments, 2p of 1 + p residents come in couples.
    pub(super) fn couples_among_enrolments(&self) -> f64 {
        self.couples / (2.0 - self.couples)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_of_residents_in_couples_is_a_ninth_of_enrolments() {
        // 9 enrolments of which 1 couple are 10 residents, 2 of them in a couple.
        let parameters = Parameters { couples: 0.2, ..Parameters::default() };
        assert!((parameters.couples_among_enrolments() - 1.0 / 9.0).abs() < 1e-12);
    }
}
