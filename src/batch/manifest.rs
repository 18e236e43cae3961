//! The file from which `compare` knows what varied in a folder of plans.

use super::Batch;
use super::axis::{Axis, Subject};
use super::results::label;
use crate::compare::manifest::{AxisEntry, MANIFEST, Manifest, SearchEntry, VariantEntry};
use crate::output::File;
use crate::solve::effort::WORK_VERSION;

/// The file.
///
/// # Panics
/// Never: a manifest has plain keys.
pub fn manifest(batch: &Batch) -> File {
    let variants = batch.variants.iter().map(|variant| {
        let at = batch.axes.iter().zip(&variant.point.at);
        VariantEntry {
            name: variant.name().to_owned(),
            groups: variant.point.groups.clone(),
            at: at.map(|(axis, &value)| (axis.name.clone(), label(axis, value).to_owned())).collect(),
        }
    });
    let manifest = Manifest {
        format: 1,
        scenario: batch.base.instance.name.clone(),
        baseline: batch.variants[batch.baseline].name().to_owned(),
        search: search(batch),
        axes: batch.axes.iter().map(|axis| entry(batch, axis)).collect(),
        variants: variants.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("a manifest has plain keys");
    bytes.push(b'\n');
    File::new(MANIFEST, bytes)
}

fn search(batch: &Batch) -> SearchEntry {
    let search = &batch.search;
    SearchEntry {
        effort: search.effort.map(|effort| effort.name().to_owned()),
        work_limit: search.work_limit,
        work_version: WORK_VERSION,
        time_limit_s: search.time_limit_s,
        gap: search.gap,
        seeds: search.seeds,
        from_baseline: batch.is_grounded(),
    }
}

fn entry(batch: &Batch, axis: &Axis) -> AxisEntry {
    let position = batch.axes.iter().position(|known| known.name == axis.name).unwrap_or_default();
    let mut labels: Vec<String> = axis.values.iter().map(|value| value.label.clone()).collect();
    let leaves_the_base = batch.variants.iter().any(|variant| variant.point.at[position].is_none());
    if leaves_the_base && !labels.contains(&axis.base_label) {
        labels.insert(0, axis.base_label.clone());
    }
    AxisEntry { name: axis.name.clone(), is_seed: axis.subject == Subject::Seed, labels }
}
