//! What the calendars showed of the plans that were announced so far.
//!
//! `announce` numbers the plans that it keeps, so that those before the one that the scenario names are found beside it: an
//! event that was changed twice has `SEQUENCE` 2. A plan that today's tables cannot read any more is left out with those
//! before it. An announced plan that lies elsewhere is the only one.

use std::path::Path;

use super::announce::label::{beside, numbers};
use crate::input::{Read, Sources, read_plan_from};
use crate::instance::Instance;
use crate::output::export::Told;
use crate::plan::Plan;

/// What the calendars showed.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// The series of their identifiers, where it was kept.
    pub(super) series: Option<String>,
    /// The announced plans, the last one last.
    pub(super) plans: Vec<Told>,
}

/// The plans that were announced of a scenario.
pub(super) fn published(sources: &Sources, scenario: &Read) -> Published {
    let instance = &scenario.instance;
    let Some((path, announced)) = scenario.announced.as_deref().zip(instance.announced.as_ref()) else {
        return Published::default();
    };
    let label = beside(path);
    let mut plans =
        label.as_ref().map(|label| before(sources, instance, path, label.number)).unwrap_or_default();
    let today = label.as_ref().and_then(|label| label.today).unwrap_or(instance.rules.horizon.start);
    plans.push(Told { plan: Plan::told(announced), today });
    Published { series: label.and_then(|label| label.series), plans }
}

/// The plans that were announced before the one of a number, in their order.
fn before(sources: &Sources, instance: &Instance, path: &Path, number: u32) -> Vec<Told> {
    let Some((home, name)) = path.parent().and_then(Path::parent).zip(path.file_name()) else {
        return Vec::new();
    };
    let mut folders = numbers(home);
    folders.retain(|(of, _)| *of < number);
    folders.sort();
    let told = |folder: &Path| {
        let path = folder.join(name);
        let today = beside(&path)?.today?;
        let (plan, _) = read_plan_from(sources, &path, instance).ok()?;
        Some(Told { plan, today })
    };
    let mut plans: Vec<Told> = folders.iter().rev().map_while(|(_, folder)| told(folder)).collect();
    plans.reverse();
    plans
}
