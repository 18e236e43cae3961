//! The state of batches in words.

use super::attempt::{End, Heard, Stage};
use super::order::{MOST_VARIANTS, Unclear};
use crate::app::batch::{Basis, Cut, Estimate};
use crate::app::planning::told::duration;
use crate::app::told;
use crate::messages::Messages;

/// The stage of a batch.
pub fn stage(stage: &Stage, messages: &Messages) -> String {
    let plain = |key: &str| messages.text(key, &[]);
    match stage {
        Stage::Waits(before) => messages.text("planning-waits", &[("before", (*before).into())]),
        Stage::Estimates => plain("web-compare-estimates"),
        Stage::Ready(estimate) => ready(estimate, messages),
        Stage::Runs(Heard { is_stopping: true, .. }) => plain("planning-stops"),
        Stage::Runs(heard) => runs(heard, messages),
        Stage::Compares => plain("web-compare-compares"),
        Stage::Over(end) => self::end(end, messages),
    }
}

fn ready(estimate: &Estimate, messages: &Messages) -> String {
    let basis = match estimate.basis {
        Some(Basis::Sample { .. }) => "web-compare-basis-sample",
        Some(Basis::Limits) => "web-compare-basis-limits",
        Some(Basis::Finished) | None => "web-compare-basis-finished",
    };
    let variables = [
        ("variants", estimate.n_left.into()),
        ("time", duration(estimate.seconds, messages).into()),
        ("basis", messages.text(basis, &[]).into()),
    ];
    messages.text("web-compare-ready", &variables)
}

fn runs(heard: &Heard, messages: &Messages) -> String {
    let variables = [("over", heard.n_over.into()), ("of", heard.of.into())];
    let words = messages.text("web-compare-runs", &variables);
    let left = heard
        .left_s
        .map(|seconds| messages.text("web-compare-left", &[("time", duration(seconds, messages).into())]));
    left.map_or(words.clone(), |left| format!("{words} {left}"))
}

fn end(end: &End, messages: &Messages) -> String {
    let plain = |key: &str| messages.text(key, &[]);
    match end {
        End::Planned { n_finished, n_variants, cut } => {
            let variables = [("finished", (*n_finished).into()), ("variants", (*n_variants).into())];
            let why = match cut {
                None => None,
                Some(Cut::Interrupted) => Some("web-compare-interrupted"),
                Some(Cut::Memory { .. }) => Some("web-compare-memory"),
            };
            let words = messages.text("web-compare-planned", &variables);
            why.map_or(words.clone(), |why| format!("{words} {}", plain(why)))
        }
        End::Failed(failure) => told::words(failure, messages),
        End::AtWork => plain("web-compare-at-work"),
        End::OurFault => plain("planning-our-fault"),
    }
}

/// What is wrong with the input.
pub fn unclear(unclear: Unclear, messages: &Messages) -> String {
    match unclear {
        Unclear::Nothing => messages.text("web-compare-no-axis", &[]),
        Unclear::Effort => messages.text("planning-no-amount", &[]),
        Unclear::List(axis) => {
            let axis = messages.text(&format!("web-compare-axis-{}", axis.name()), &[]);
            messages.text("web-compare-no-list", &[("axis", axis.into())])
        }
        Unclear::TooMany(number) => {
            let variables = [("number", number.into()), ("most", MOST_VARIANTS.into())];
            messages.text("web-compare-too-many", &variables)
        }
    }
}
