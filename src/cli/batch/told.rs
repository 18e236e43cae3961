//! Words for the progress and the end of a batch.

use std::io;
use std::path::Path;

use super::duration::duration;
use crate::app::batch::{Cut, Decided, Delivered, Ending, Failure, Lost, NotTaken, Ran, Round, Stale};
use crate::cli::{Outcome, Terminal, told};
use crate::output::write::in_words;

/// Reports why a batch cannot be run.
pub(super) fn failure(failure: Failure, terminal: &Terminal) -> Outcome {
    match failure {
        Failure::Common(failure) => told::failure(&failure, terminal),
        Failure::AtWork(folder) => {
            told::error("batch-at-work", &[("folder", folder.display().to_string().into())], terminal)
        }
        Failure::Threads { threads, fault } => {
            let variables = [("threads", threads.to_string().into()), ("fault", fault.into())];
            told::error("threads-unavailable", &variables, terminal)
        }
    }
}

/// Reports a variant whose folder cannot be written.
pub(super) fn unwritable(variant: &str, fault: &io::Error, terminal: &Terminal) {
    let fault = in_words(fault, &terminal.messages);
    let variables = [("variant", variant.into()), ("fault", fault.into())];
    terminal.tell_error(&terminal.text("batch-unwritable", &variables));
}

/// Reports what could not be copied from other folders.
pub(super) fn not_taken(lost: &[NotTaken], out: &Path, terminal: &Terminal) {
    for lost in lost {
        match lost {
            NotTaken::Tables(fault) => _ = told::unwritable(out, fault, terminal),
            NotTaken::Variant { variant, fault } => unwritable(variant, fault, terminal),
        }
    }
}

/// Reports existing results that cannot be used.
pub(super) fn stale(stale: &[Stale], terminal: &Terminal) {
    for stale in stale {
        terminal.tell(&match stale {
            Stale::Outdated { variant } => {
                terminal.text("batch-outdated", &[("variant", variant.as_str().into())])
            }
            Stale::Damaged { variant, file } => {
                let variables = [("variant", variant.as_str().into()), ("file", file.as_str().into())];
                terminal.text("batch-damaged", &variables)
            }
        });
    }
}

/// Reports how a run went: variants without a result, and the time taken.
pub(super) fn ran(ran: &Ran, terminal: &Terminal) {
    lost(&ran.lost, terminal);
    match ran.cut {
        Some(Cut::Interrupted) => terminal.tell(&terminal.text("batch-interrupted", &[])),
        Some(Cut::Memory { limit_gib }) => {
            let limit = terminal.messages.number(limit_gib, 2);
            terminal.tell(&terminal.text("batch-memory-short", &[("limit", limit.into())]));
        }
        None => {}
    }
    let minutes = (ran.elapsed_s / 60.0).max(1e-9);
    let variables = [
        ("run", ran.n_run.into()),
        ("before", ran.n_before.into()),
        ("time", duration(ran.elapsed_s, &terminal.messages).into()),
        ("pace", terminal.messages.number(ran.n_run as f64 / minutes, 1).into()),
        ("outside", terminal.messages.percent(ran.share_outside, 1).into()),
    ];
    terminal.tell(&terminal.text("batch-ran", &variables));
}

fn lost(lost: &[Lost], terminal: &Terminal) {
    for lost in lost {
        let (key, variant, cause) = match lost {
            Lost::Failed { variant, cause } => ("batch-failed", variant, cause),
            Lost::Unwritable { variant, cause } => ("batch-unwritable", variant, cause),
        };
        let variables = [("variant", variant.as_str().into()), ("fault", cause.as_str().into())];
        terminal.tell_error(&terminal.text(key, &variables));
    }
}

/// Reports that a round of further searches begins.
pub(super) fn round(round: Round, terminal: &Terminal) {
    let variables = [("round", round.rank.to_string().into()), ("variants", round.n_variants.into())];
    terminal.tell(&terminal.text("batch-further", &variables));
}

/// Reports how further searches ended.
pub(super) fn decided(decided: &Decided, terminal: &Terminal) {
    lost(&decided.lost, terminal);
    let why = match decided.ending {
        Ending::Settled => return terminal.tell(&terminal.text("batch-settled", &[])),
        Ending::OutOfSearches => "batch-out-of-searches",
        Ending::OutOfWork => "batch-out-of-work",
        Ending::OutOfTime => "batch-out-of-time",
        Ending::CutShort => "batch-cut-short",
    };
    let variables = [("open", decided.n_open.into()), ("why", terminal.text(why, &[]).into())];
    terminal.tell(&terminal.text("batch-not-settled", &variables));
}

/// Reports what the results contain.
pub(super) fn delivered(delivered: &Delivered, out: &Path, terminal: &Terminal) {
    let variables = [
        ("finished", delivered.n_finished.into()),
        ("variants", delivered.n_variants.into()),
        ("failed", delivered.n_failed.into()),
        ("missing", delivered.missing.len().into()),
        ("nobody", delivered.n_nobody.into()),
        ("folder", out.display().to_string().into()),
    ];
    if delivered.is_invented {
        terminal.print(&terminal.text("invented-notice", &[]));
    }
    terminal.print(&terminal.text("batch-done", &variables));
    if delivered.lacks_parquet {
        terminal.note(&terminal.text("batch-without-parquet", &[]));
    }
    if !delivered.missing.is_empty() {
        let names = shortened(&delivered.missing);
        terminal.tell(&terminal.text("batch-missing", &[("names", names.into())]));
    }
}

/// The first names of a list, and the number of others.
fn shortened(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let first = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if SHOWN < names.len() { format!("{first}, … (+{})", names.len() - SHOWN) } else { first }
}
