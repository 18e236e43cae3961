//! Where a search stands, in words: for the line of a terminal, and for the log of a variant.

use crate::messages::{Messages, Value};
use crate::plan::proof::gap;
use crate::solve::{Progress, Stage};

/// Where a search stands, in words.
pub fn words(progress: &Progress, messages: &Messages) -> String {
    let amount = |amount: f64| {
        Value::from(if amount.is_finite() { messages.money(amount, 0) } else { "–".to_owned() })
    };
    let gap = gap(progress.objective, progress.bound);
    let gap = if gap.is_finite() { messages.percent(gap, 2) } else { "–".to_owned() };
    let stage = match progress.stage {
        Stage::Construct => "stage-construct",
        Stage::Bound => "stage-bound",
    };
    let variables = [
        ("stage", messages.text(stage, &[]).into()),
        ("objective", amount(progress.objective)),
        ("bound", amount(progress.bound)),
        ("gap", gap.into()),
    ];
    messages.text("progress", &variables)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn every_stage_is_worded_even_before_there_is_a_plan() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for stage in [Stage::Construct, Stage::Bound] {
                let progress = Progress { stage, objective: f64::INFINITY, bound: f64::NEG_INFINITY };
                let words = words(&progress, &messages);
                assert!(words.contains('–') && !words.contains("inf"), "{words}");
            }
            let progress = Progress { stage: Stage::Bound, objective: 110.0, bound: 100.0 };
            let words = words(&progress, &messages);
            assert!(words.contains("110") && words.contains('9'), "{words}");
        }
    }
}
