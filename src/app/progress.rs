//! Progress of a search in words: for the terminal's status line, and for the log of a variant.

use crate::messages::{Messages, Value};
use crate::plan::proof::gap;
use crate::solve::schedule::{End, Phase, Task};
use crate::solve::{Progress, Stage};

/// The progress of a search, in words.
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

/// The purpose of a search phase, what ends it, and when it dives.
pub fn phase_words(phase: &Phase, messages: &Messages) -> String {
    let task = match phase.task {
        Task::FirstPlan => "phase-first-plan",
        Task::Ascent => "phase-ascent",
        Task::Proof => "phase-proof",
    };
    let ends: Vec<String> = phase.ends.iter().map(|&end| end_words(end, messages)).collect();
    let percents: Vec<String> = phase.dives.iter().map(|&share| messages.percent(share, 0)).collect();
    let variables = [
        ("task", messages.text(task, &[]).into()),
        ("ends", ends.join(", ").into()),
        ("dives", percents.join(", ").into()),
    ];
    messages.text(if phase.dives.is_empty() { "phase" } else { "phase-dives" }, &variables)
}

fn end_words(end: End, messages: &Messages) -> String {
    let (key, count, amount) = match end {
        End::Steps(n_steps) => ("phase-steps", n_steps, None),
        End::Rounds(n_rounds) => ("phase-rounds", n_rounds, None),
        End::Work(work) => ("phase-work", work, None),
        End::Share(share) => ("phase-share", 0, Some(messages.percent(share, 0))),
        End::Gap(gap) => ("phase-gap", 0, Some(messages.percent(gap, 2))),
        End::Time => ("phase-time", 0, None),
    };
    let amount = amount.unwrap_or_else(|| messages.number(count as f64, 0));
    messages.text(key, &[("count", Value::from(count as usize)), ("amount", amount.into())])
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
            let ends = vec![End::Rounds(1234), End::Share(0.35)];
            let phase = Phase { task: Task::Ascent, ends, dives: &[0.5, 0.65] };
            let told = phase_words(&phase, &messages);
            assert!(["234", "35", "50", "65"].iter().all(|figure| told.contains(figure)), "{told}");
            let progress = Progress { stage: Stage::Bound, objective: 110.0, bound: 100.0 };
            let words = words(&progress, &messages);
            assert!(words.contains("110") && words.contains('9'), "{words}");
        }
    }
}
