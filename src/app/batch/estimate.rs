//! What a batch would run, and how long that may take.

use std::io;
use std::path::Path;

use super::opened::Failure;
use super::prepared::Prepared;
use super::sample::{Price, sampled};
use crate::app::limits::Limits;
use crate::batch::Batch;
use crate::batch::results::label;
use crate::batch::settings::Role;
use crate::batch::store::{Before, Store};

/// Speed-up of a search on two or more threads over one: walk and proof run concurrently.
const SIDE_BY_SIDE: f64 = 1.7;

/// The work to do.
#[derive(Debug)]
pub struct Look {
    /// The variants that are asked for.
    pub listed: Vec<Listed>,
    /// Names of variants whose folder could not be written, with the cause.
    pub unwritable: Vec<(String, io::Error)>,
    /// Positions of the variants that are left.
    left: Vec<usize>,
    /// The price of work in the finished variants.
    price: Option<Price>,
}

/// A variant that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// The groups that it belongs to.
    pub groups: Vec<String>,
    /// Its position on each axis: the axis' name, and the value's label.
    pub at: Vec<(String, String)>,
    /// Whether it has its plan.
    pub is_finished: bool,
}

/// An estimate of the time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Number of variants that are left.
    pub n_left: usize,
    /// Seconds for all of them.
    pub seconds: f64,
    /// The basis of the estimate; `None` if nothing is left.
    pub basis: Option<Basis>,
}

/// The basis of an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// Sample searches of some variants.
    Sample {
        /// Seconds that they took.
        seconds: f64,
    },
    /// The finished variants.
    Finished,
    /// The time limits.
    Limits,
}

/// Lists what a folder (`None`: an empty one) lacks, and checks that it could be written there, without leaving anything.
///
/// # Errors
/// If nothing could be written to the folder.
pub fn look(prepared: &Prepared, out: Option<&Path>) -> Result<Look, Failure> {
    let (batch, positions) = (&prepared.batch, prepared.positions());
    let tried =
        out.map(|out| Store::trial(out, &batch.variants).map_err(|fault| Failure::folder(out, fault)));
    let unwritable = tried.transpose()?.unwrap_or_default();
    let store = out.map(Store::reading);
    let known = store.map(|store| Known::of(batch, &positions, &store)).unwrap_or_default();
    let listed = |&position: &usize| listed(batch, position, known.finished.contains(&position));
    Ok(Look {
        listed: positions.iter().map(listed).collect(),
        unwritable: unwritable.into_iter().map(|(name, fault)| (name.to_owned(), fault)).collect(),
        left: positions.iter().copied().filter(|position| !known.finished.contains(position)).collect(),
        price: known.price,
    })
}

fn listed(batch: &Batch, position: usize, is_finished: bool) -> Listed {
    let variant = &batch.variants[position];
    let at = batch.axes.iter().zip(&variant.point.at);
    Listed {
        name: variant.name().to_owned(),
        groups: variant.point.groups.clone(),
        at: at.map(|(axis, &value)| (axis.name.clone(), label(axis, value).to_owned())).collect(),
        is_finished,
    }
}

/// Estimates the time of what is left; plans only a sample, and only if there is no other basis.
pub fn estimate(prepared: &Prepared, look: &Look, limits: &Limits) -> Estimate {
    let (batch, left, jobs) = (&prepared.batch, look.left.as_slice(), prepared.jobs);
    let price = look.price.or_else(|| sampled(batch, left, jobs, limits));
    let (seconds, basis) = match price {
        _ if left.is_empty() => (0.0, None),
        Some(price) => {
            let basis = price.sampled_s.map_or(Basis::Finished, |seconds| Basis::Sample { seconds });
            (work_s(batch, left, jobs, &price), Some(basis))
        }
        None => (limits_s(batch, left, jobs), Some(Basis::Limits)),
    };
    Estimate { n_left: left.len(), seconds, basis }
}

/// What the finished variants show.
#[derive(Default)]
struct Known {
    finished: Vec<usize>,
    price: Option<Price>,
}

impl Known {
    fn of(batch: &Batch, positions: &[usize], store: &Store) -> Self {
        let (mut finished, mut work, mut seconds) = (Vec::new(), 0.0, 0.0);
        for &position in positions {
            let variant = &batch.variants[position];
            let Before::Finished(record) = batch.before(store, variant) else { continue };
            finished.push(position);
            // The baseline uses the threads of all jobs.
            let is_like_others = batch.settings_of(variant).role != Role::Ground;
            if let Some(limit) = record.work_limit.filter(|_| is_like_others) {
                work += limit as f64 * record.searches.len() as f64;
                seconds += record.wall_s;
            }
        }
        let price = (work > 0.0).then(|| Price { unit_s: seconds / work, sampled_s: None });
        Self { finished, price }
    }
}

/// Seconds for the variants that are left, from the price of a unit of work.
fn work_s(batch: &Batch, left: &[usize], jobs: usize, price: &Price) -> f64 {
    let each = |&position: &usize| {
        let settings = batch.settings_of(&batch.variants[position]);
        let work = settings.solve.work_limit.unwrap_or_default() as f64;
        (work * price.unit_s).min(settings.time_limit_s) * settings.seeds as f64
    };
    total(batch, left, jobs, &each, if jobs > 1 { SIDE_BY_SIDE } else { 1.0 })
}

/// Seconds for the variants that are left, from their time limits.
fn limits_s(batch: &Batch, left: &[usize], jobs: usize) -> f64 {
    let each = |&position: &usize| {
        let settings = batch.settings_of(&batch.variants[position]);
        settings.time_limit_s * settings.seeds as f64
    };
    total(batch, left, jobs, &each, 1.0)
}

/// The baseline first, on all threads, then the others, `jobs` at a time.
fn total(
    batch: &Batch,
    left: &[usize],
    jobs: usize,
    each: &dyn Fn(&usize) -> f64,
    baseline_pace: f64,
) -> f64 {
    let is_first = |position: &&usize| batch.is_grounded() && **position == batch.baseline;
    let first: f64 = left.iter().filter(is_first).map(each).sum();
    let others: Vec<f64> = left.iter().filter(|position| !is_first(position)).map(each).collect();
    let mean = others.iter().sum::<f64>() / others.len().max(1) as f64;
    first / baseline_pace + mean * others.len().div_ceil(jobs) as f64
}
