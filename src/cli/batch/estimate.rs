//! Words for what a batch would run, and how long that may take.

use std::path::Path;

use super::duration::duration;
use super::told;
use crate::app::batch::{Basis, Listed, Prepared, estimate, look};
use crate::app::limits::Limits;
use crate::cli::{Outcome, Terminal};
use crate::messages::lines::{Align, aligned};

/// Lists the variants and estimates the time.
pub(super) fn tell(
    prepared: &Prepared,
    out: Option<&Path>,
    limits: &Limits,
    terminal: &Terminal,
) -> Result<Outcome, Outcome> {
    let look = look(prepared, out).map_err(|failure| told::failure(failure, terminal))?;
    for (variant, fault) in &look.unwritable {
        told::unwritable(variant, fault, terminal);
    }
    tell_variants(&look.listed, terminal);
    let estimate = estimate(prepared, &look, limits);
    let basis = match estimate.basis {
        None => String::new(),
        Some(Basis::Sample { seconds }) => {
            terminal.text("batch-estimate-sample", &[("time", duration(seconds, &terminal.messages).into())])
        }
        Some(Basis::Finished) => terminal.text("batch-estimate-finished", &[]),
        Some(Basis::Limits) => terminal.text("batch-estimate-limit", &[]),
    };
    let variables = [
        ("variants", look.listed.len().into()),
        ("left", estimate.n_left.into()),
        ("jobs", prepared.jobs.into()),
        ("time", duration(estimate.seconds, &terminal.messages).into()),
        ("basis", basis.into()),
    ];
    terminal.print(&format!("\n{}", terminal.text("batch-dry-run", &variables)));
    Ok(if look.unwritable.is_empty() { Outcome::Done } else { Outcome::No })
}

fn tell_variants(listed: &[Listed], terminal: &Terminal) {
    let line = |variant: &Listed| {
        let at: Vec<String> = variant.at.iter().map(|(axis, value)| format!("{axis}={value}")).collect();
        let mark = if variant.is_finished { terminal.text("batch-finished", &[]) } else { String::new() };
        [variant.name.clone(), variant.groups.join(" "), at.join(" "), mark]
    };
    let lines: Vec<[String; 4]> = listed.iter().map(line).collect();
    terminal.print(&aligned(&lines, [Align::Left; 4]));
}
