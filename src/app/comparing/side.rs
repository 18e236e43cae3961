//! Plans side by side, and the changes from the first to each of the others.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use crate::app::common::{Failure, Findings};
use crate::app::compare::searches;
use crate::app::named::{Portrayed, Unportrayed, portray_from};
use crate::app::told;
use crate::compare::diff::{diff, words};
use crate::compare::pareto::Trade;
use crate::compare::report::Comparison;
pub use crate::compare::report::{Beside, Row};
use crate::compare::study::{Entry, Study};
use crate::messages::Messages;
use crate::output::export::Outlines;

/// Maximum number of plans side by side: each is read and checked.
pub const MOST: usize = 6;

/// Plans side by side.
#[derive(Debug, Clone, Default)]
pub struct Sides {
    /// Their figures; `None` if no plan can be read.
    pub beside: Option<Beside>,
    /// Notes that the reader should see before the figures.
    pub notes: Vec<String>,
    /// The changes from the baseline to each other plan: a title and the text.
    pub changes: Vec<[String; 2]>,
}

/// Reads and checks these plans; the first is the baseline. A plan that cannot be read is left out, and a note says so.
pub fn sides(chosen: &[Candidate], messages: &Messages) -> Sides {
    let mut sides = Sides::default();
    let mut read: Vec<(Portrayed, Entry)> = Vec::new();
    for candidate in chosen.iter().take(MOST) {
        let (sources, named) = match candidate.named() {
            Ok(found) => found,
            Err(why) => {
                sides.notes.push(left_out(&candidate.label, &why, messages));
                continue;
            }
        };
        match portray_from(&sources, &named) {
            Ok(plan) => {
                sides.notes.extend(notes(&plan, messages));
                let found = searches(&plan.named.plan);
                let entry = Entry::new(plan.portrait.clone(), BTreeMap::new(), found);
                read.push((plan, entry));
            }
            Err(why) => sides.notes.push(unread(&candidate.label, why, messages)),
        }
    }
    if let Some(((base, _), others)) = read.split_first() {
        for (other, _) in others {
            let changes = diff(&base.portrait, &other.portrait);
            let names = [
                ("before", base.portrait.label.as_str().into()),
                ("after", other.portrait.label.as_str().into()),
            ];
            let title = messages.text("web-compare-changes", &names);
            sides.changes.push([title, words(&changes, messages)]);
        }
        sides.beside = Some(figures(read.into_iter().map(|(_, entry)| entry).collect(), messages));
    }
    sides
}

fn figures(plans: Vec<Entry>, messages: &Messages) -> Beside {
    let study = Study { plans, axes: Vec::new(), baseline: 0 };
    let (trade, outlines) = (Trade::default(), Outlines::new());
    Comparison { study: &study, trade: &trade, messages, outlines: &outlines, pair: None }.beside()
}

/// The notes about a plan.
fn notes(plan: &Portrayed, messages: &Messages) -> Vec<String> {
    let (judgement, name) = (plan.portrait.judgement, [("plan", plan.portrait.label.as_str().into())]);
    let mut keys = Vec::new();
    if plan.is_of_other_input {
        keys.push("web-compare-of-other-data");
    }
    if !judgement.is_legal() {
        keys.push("plan-illegal");
    } else if !judgement.is_sound() && !plan.is_of_other_input {
        keys.push("plan-wrong-figures");
    }
    keys.into_iter().map(|key| messages.text(key, &name)).collect()
}

fn unread(label: &str, why: Unportrayed, messages: &Messages) -> String {
    match why {
        Unportrayed::NoScenario(_) => messages.text("compare-left-out", &[("plan", label.into())]),
        Unportrayed::Faulty { faults, .. } => {
            left_out(label, &Failure::Input(Findings { before: Vec::new(), faults }), messages)
        }
    }
}

fn left_out(label: &str, why: &Failure, messages: &Messages) -> String {
    let left_out = messages.text("compare-left-out", &[("plan", label.into())]);
    format!("{left_out}\n{}", told::words(why, messages))
}
