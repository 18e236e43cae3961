//! The plans announced so far, as the published calendars showed them.
//!
//! `announce` numbers the plans that it keeps, so that earlier ones are found next to the one that the scenario names: an
//! event that was changed twice has `SEQUENCE` 2. If today's tables can no longer read a plan, it is left out with all
//! earlier ones. If the announced plan is in another folder, it is the only one.

use std::path::Path;

use super::announce::label::{beside, numbers};
use crate::input::{Read, Sources, read_plan_from};
use crate::instance::Instance;
use crate::output::export::Told;
use crate::plan::Plan;

/// What the calendars showed.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// The series of their identifiers, if it was kept.
    pub(super) series: Option<String>,
    /// The announced plans, in order.
    pub(super) plans: Vec<Told>,
}

/// The announced plans of a scenario.
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

/// The plans announced before the plan with this number, in order.
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
