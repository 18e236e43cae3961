//! Fits the exponent of a growth.

use std::fmt;

/// A power law fitted to points, and its steepest step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    /// Exponent by least squares of the logarithms.
    exponent: f64,
    /// Share of the variance of the logarithms that it explains (R²), 0 to 1.
    explained: f64,
    /// The largest exponent between two neighbouring points, and their x values.
    steepest: (f64, f64, f64),
}

impl Fit {
    /// Fits points in ascending order; `None` for fewer than three, which any line fits.
    pub(crate) fn new(points: &[(f64, f64)]) -> Option<Self> {
        if points.len() < 3 {
            return None;
        }
        let logs: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x.ln(), y.ln())).collect();
        let n = logs.len() as f64;
        let mean_x = logs.iter().map(|log| log.0).sum::<f64>() / n;
        let mean_y = logs.iter().map(|log| log.1).sum::<f64>() / n;
        let covariance: f64 = logs.iter().map(|log| (log.0 - mean_x) * (log.1 - mean_y)).sum();
        let (of_x, of_y): (f64, f64) = (
            logs.iter().map(|log| (log.0 - mean_x).powi(2)).sum(),
            logs.iter().map(|log| (log.1 - mean_y).powi(2)).sum(),
        );
        let steps = logs.windows(2).zip(points).map(|(pair, &(from, _))| {
            ((pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0), from, pair[1].0.exp())
        });
        Some(Self {
            exponent: covariance / of_x,
            explained: if of_y > 0.0 { covariance * covariance / (of_x * of_y) } else { 1.0 },
            steepest: steps.max_by(|one, other| one.0.total_cmp(&other.0))?,
        })
    }
}

impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steepest, from, to) = self.steepest;
        write!(f, "exponent {:>5.2} (R² {:.2})", self.exponent, self.explained)?;
        write!(f, ", steepest {steepest:>5.2} from {from:.0} to {to:.0}")
    }
}
