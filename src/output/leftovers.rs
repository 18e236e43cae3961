//! Residents left out, by main reason, and unused resources: lines for the summary and for the report.

use crate::instance::Instance;
use crate::instance::ids::ResidentId;
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::plan::Plan;
use crate::plan::idle::{Idle, Share, idle, main_reasons};
use crate::plan::reasons::Reason;

/// Number of reasons that are listed; the others are counted together.
const SHOWN: usize = 4;

/// What a plan leaves out or unused, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftovers {
    /// Number of residents left out.
    pub title: String,
    /// The number of residents for each main reason, and the reason.
    pub reasons: Vec<[String; 2]>,
    /// What is still free; `None` if nothing is.
    pub idle: Option<String>,
}

/// Residents left out and unused resources of a plan that costs `gross`; `None` if everybody is served.
pub fn leftovers(
    instance: &Instance,
    (plan, gross): (&Plan, Euros),
    reasons: &[(ResidentId, Reason)],
    messages: &Messages,
) -> Option<Leftovers> {
    if reasons.is_empty() {
        return None;
    }
    let number = |count: usize| messages.number(count as f64, 0);
    let counts = main_reasons(reasons);
    let shown = if counts.len() > SHOWN + 1 { SHOWN } else { counts.len() };
    let row = |&(code, count): &(&str, usize)| [number(count), messages.text(&format!("left-{code}"), &[])];
    let mut rows: Vec<[String; 2]> = counts[..shown].iter().map(row).collect();
    let others: usize = counts[shown..].iter().map(|(_, count)| count).sum();
    if others > 0 {
        rows.push([number(others), messages.text("left-others", &[])]);
    }
    let title = messages.text("left-title", &[("residents", reasons.len().into())]);
    Some(Leftovers { title, reasons: rows, idle: free(&idle(instance, plan, gross), messages) })
}

fn free(idle: &Idle, messages: &Messages) -> Option<String> {
    let share = |key: &str, share: Share| {
        let number = |count: usize| messages.number(count as f64, 0).into();
        (share.free > 0)
            .then(|| messages.text(key, &[("free", number(share.free)), ("of", number(share.of))]))
    };
    let budget = idle.budget.filter(|&left| left > Euros::ZERO);
    let parts = [
        share("idle-trainers", idle.trainer_sessions),
        share("idle-kits", idle.kit_days),
        budget.map(|left| messages.text("idle-budget", &[("left", messages.euros(left).into())])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| messages.text("idle-line", &[("parts", parts.join(", ").into())]))
}
