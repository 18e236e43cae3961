//! Parameters of invented enrolments set by arguments or by a section of a batch file, over the defaults.

use super::availability::Weekly;
use super::parameters::{Parameters, Window};
use super::shares::Shares;

/// The parameters that are set; the others take the defaults of [`Parameters`].
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "the names are those of the parameters")]
pub struct Wished {
    pub rate: Option<f64>,
    pub spread: Option<f64>,
    pub couples: Option<f64>,
    pub tablet: Option<f64>,
    pub step_free: Option<f64>,
    pub late: Option<f64>,
    pub availability: Vec<(Weekly, f64)>,
    pub tracks: Vec<(String, f64)>,
    pub own_travel: Vec<(f64, f64)>,
    pub priority: Vec<(f64, f64)>,
    pub window: Option<Window>,
}

impl Wished {
    /// The resulting parameters.
    pub fn parameters(self) -> Parameters {
        let usual = Parameters::default();
        Parameters {
            rate: self.rate.unwrap_or(usual.rate),
            spread: self.spread.unwrap_or(usual.spread),
            couples: self.couples.unwrap_or(usual.couples),
            tablet: self.tablet.unwrap_or(usual.tablet),
            step_free: self.step_free.unwrap_or(usual.step_free),
            late: self.late.unwrap_or(usual.late),
            availability: over(self.availability, usual.availability),
            tracks: over(self.tracks, usual.tracks),
            own_travel: over(self.own_travel, usual.own_travel),
            priority: over(self.priority, usual.priority),
            window: self.window,
        }
    }
}

/// Given shares replace all default ones.
fn over<T>(given: Vec<(T, f64)>, usual: Shares<T>) -> Shares<T> {
    if given.is_empty() { usual } else { Shares::new(given) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_stands_over_the_defaults_and_the_rest_stays() {
        let usual = Parameters::default();
        assert_eq!(Wished::default().parameters(), usual);
        let tracks = vec![("base".to_owned(), 1.0)];
        let wished = Wished { rate: Some(0.5), tracks: tracks.clone(), ..Wished::default() }.parameters();
        assert_eq!(wished, Parameters { rate: 0.5, tracks: Shares::new(tracks), ..usual });
    }
}
