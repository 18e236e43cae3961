//! Duals translated for pricing: prices that hold everywhere, and the charges of a trainer for a run.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::super::milp::lp::RowIndex;
use super::super::nodes::spot;
use super::super::space::Space;
use crate::instance::ids::{CommuneId, TrainerId, VenueId};

/// What a cycle pays for the resources it uses, and earns for serving people, at one dual point. Every price is non-negative
/// except `worth` and `host`. A dual of the wrong sign (rounding) counts as zero, which keeps bounds valid.
#[derive(Debug, Clone)]
pub struct Prices {
    /// Value of serving one party of each class: the cost of leaving it out, less the price of its row, plus equity.
    pub worth: Vec<f64>,
    /// Price of one more cycle in each commune, less its value if the commune should host more.
    pub host: TiVec<CommuneId, f64>,
    /// Price of one euro of gross cost, in addition to the euro itself.
    pub budget: f64,
    /// `Σ dual × right-hand side` over all rows, plus the constant: the bound before pricing, euros.
    pub base: f64,
    /// Dual of each row, of the right sign.
    pub duals: Vec<f64>,
    /// Duals of the rows of announced cycles as given; in `duals` they are zero.
    pub agreed: BTreeMap<RowIndex, f64>,
}

impl Prices {
    /// The prices if all duals are zero.
    pub(crate) fn without_rows(space: &Space, base: f64) -> Self {
        Self {
            worth: space.classes.iter().map(|class| class.unserved).collect(),
            host: space.instance.communes.iter().map(|_| 0.0).collect(),
            budget: 0.0,
            base,
            duals: Vec::new(),
            agreed: BTreeMap::new(),
        }
    }
}

/// The charges of a trainer for a run, euros.
#[derive(Debug, Clone)]
pub struct Charges {
    /// The trainer.
    pub trainer: TrainerId,
    /// Independent of the place: paid time, and the rows for time, day, week and total.
    pub run: f64,
    /// At each place, `[place × 2 + kit]`: tours; infinite if the trainer cannot reach it.
    pub places: Vec<f64>,
    /// With a kit of each level; level 0 means no kit.
    pub kits: Vec<f64>,
    /// At individual venues.
    pub venues: Vec<(VenueId, f64)>,
    /// What one party of a class pays at a place, `[place × 2 + kit]`, ascending by class.
    pub tolls: BTreeMap<usize, Vec<(usize, f64)>>,
}

impl Charges {
    /// The charges if all duals are zero.
    pub(crate) fn without_rows(space: &Space, trainer: TrainerId) -> Self {
        Self {
            trainer,
            run: 0.0,
            places: vec![0.0; space.nodes().n_spots()],
            kits: vec![0.0; space.stock.levels().len() + 1],
            venues: Vec::new(),
            tolls: BTreeMap::new(),
        }
    }

    /// Makes a place unreachable for the trainer.
    pub(crate) fn bar(&mut self, place: usize) {
        for has_kit in [false, true] {
            self.places[spot(place, has_kit)] = f64::INFINITY;
        }
    }

    /// The charge for a group with a kit of this level at a venue.
    pub fn at(&self, venue: VenueId, place: usize, level: usize) -> f64 {
        let here = self.venues.iter().filter(|(other, _)| *other == venue).map(|(_, charge)| charge);
        self.run + self.places[spot(place, level > 0)] + self.kits[level] + here.sum::<f64>()
    }
}
