//! The file by which `compare` knows what varied in a folder of plans.

use super::Batch;
use super::axis::{Axis, Subject};
use super::results::label;
use crate::compare::manifest::{AxisEntry, MANIFEST, Manifest, VariantEntry};
use crate::output::File;

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
        axes: batch.axes.iter().map(|axis| entry(batch, axis)).collect(),
        variants: variants.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("a manifest has plain keys");
    bytes.push(b'\n');
    File::new(MANIFEST, bytes)
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
