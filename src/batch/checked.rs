//! A batch that was read and checked: its variants, and the settings of their searches.

use super::axis::Axis;
use super::record;
use super::settings::{Role, Search, VariantSettings};
use super::variant::Variant;
use crate::input::stock::base::Base;

/// A batch in which everything was checked.
#[derive(Debug)]
pub struct Batch {
    /// The base scenario.
    pub base: Base,
    /// What varies.
    pub axes: Vec<Axis>,
    /// The variants, in the order of the file.
    pub variants: Vec<Variant>,
    /// The position of the variant with which others are compared.
    pub baseline: usize,
    /// How much each variant is searched.
    pub search: Search,
}

impl Batch {
    /// Whether variants start from the baseline's plan.
    pub fn is_grounded(&self) -> bool {
        self.search.is_grounded && self.variants.len() > 1
    }

    /// The settings of a variant's searches. A result depends on them, on the variant's input and on the plan from which
    /// it starts; the parameters of invented enrolments are already part of the tables made from them.
    pub fn settings_of(&self, variant: &Variant) -> VariantSettings {
        let role = match (self.is_grounded(), self.is_baseline(variant)) {
            (false, _) => Role::Alone,
            (true, true) => Role::Ground,
            (true, false) => Role::Grounded,
        };
        VariantSettings::new(&self.search, variant, role)
    }

    /// The key that recognises a variant's result.
    pub fn key_of(&self, variant: &Variant) -> String {
        let settings = self.settings_of(variant);
        let baseline = &self.variants[self.baseline];
        let ground = || record::key(baseline, &self.settings_of(baseline), None);
        let ground = (settings.role == Role::Grounded).then(ground);
        record::key(variant, &settings, ground.as_deref())
    }

    fn is_baseline(&self, variant: &Variant) -> bool {
        variant.name() == self.variants[self.baseline].name()
    }
}
