//! Arguments for the estimate of roads.

use std::path::Path;

use clap::Args;

use crate::app::territory::borders::Borders;
use crate::cli::values::{at_least_one, not_negative, positive};
use crate::territory::Estimate;

/// How roads are estimated from boundaries.
#[derive(Debug, Args)]
pub(in crate::cli) struct EstimateArgs {
    /// Length by road divided by length as the crow flies.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    detour: Option<f64>,
    /// Speed, km/h.
    #[arg(long, value_name = "KM/H", value_parser = positive)]
    speed: Option<f64>,
    /// Largest distance between two outlines of one border, metres.
    #[arg(long, value_name = "M", value_parser = not_negative)]
    tolerance: Option<f64>,
    /// The property that holds the INSEE code.
    #[arg(long, value_name = "NAME")]
    code_property: Option<String>,
}

impl EstimateArgs {
    /// Boundaries with these arguments.
    pub(super) fn borders<'a>(&'a self, file: &'a Path) -> Borders<'a> {
        Borders { file, code_property: self.code_property.as_deref(), estimate: self.estimate() }
    }

    /// The default estimate, overridden by the arguments.
    fn estimate(&self) -> Estimate {
        let standard = Estimate::default();
        Estimate {
            detour: self.detour.unwrap_or(standard.detour),
            speed_kmh: self.speed.unwrap_or(standard.speed_kmh),
            tolerance_m: self.tolerance.unwrap_or(standard.tolerance_m),
        }
    }
}
