//! `ateliers batch`: plans many variants of a scenario, to compare their figures.
//!
//! # Design
//! When is the answer no (exit code 1)? When a variant has no plan yet: it failed, its folder could not be written, it
//! was interrupted, or another shard has not run it. Finished variants are still written.

mod args;
mod bar;
mod duration;
mod estimate;
mod told;

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::{Outcome, Terminal, memory, reading, watcher};
use crate::app;
use crate::app::batch::{Opened, Outside, Prepared, Request, agenda, decide, deliver, merge, open, prepare};
use crate::app::limits::Limits;
use crate::messages::Messages;
pub(super) use args::BatchArgs;
use bar::Bar;

/// Reads, runs, writes, reports.
pub(super) fn run(args: &BatchArgs, terminal: &Terminal) -> Outcome {
    done(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn done(args: &BatchArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let started = Instant::now();
    let request = Request { file: &args.file, jobs: args.jobs.into(), shard: args.shard };
    let prepared = prepare(&request).map_err(|failure| super::told::failure(&failure, terminal))?;
    reading::tell(&prepared.warnings, terminal);
    let memory = Arc::new(memory::limited(args.memory_limit, terminal)?);
    let limits = Limits { started, limit_s: f64::INFINITY, is_interrupted: Arc::default(), memory };
    let Some(out) = args.out.as_ref().filter(|_| !args.dry_run) else {
        return estimate::tell(&prepared, args.out.as_deref(), &limits, terminal);
    };
    if args.merge {
        let merged = merge(&prepared, out, &args.from);
        let (opened, lost) = merged.map_err(|failure| told::failure(failure, terminal))?;
        told::not_taken(&lost, out, terminal);
        return delivered(&opened, out, terminal);
    }
    let opened = open(&prepared, out).map_err(|failure| told::failure(failure, terminal))?;
    let is_all_well = ran(args, &opened, &prepared, limits, terminal)?;
    match args.shard {
        None => delivered(&opened, out, terminal),
        Some(_) if !is_all_well => Ok(Outcome::No),
        Some(shard) => {
            let (rank, of) = (shard.rank.to_string(), shard.of.to_string());
            terminal.tell(&terminal.text("batch-shard-done", &[("rank", rank.into()), ("of", of.into())]));
            Ok(Outcome::Done)
        }
    }
}

/// Plans what is left, and searches further if that is asked for; returns whether every variant has its plan.
fn ran(
    args: &BatchArgs,
    opened: &Opened,
    prepared: &Prepared,
    limits: Limits,
    terminal: &Terminal,
) -> Result<bool, Outcome> {
    let agenda = agenda(opened);
    told::stale(&agenda.stale, terminal);
    watcher::on_interrupt(&limits.is_interrupted);
    let documents = Messages::new(terminal.documents);
    let bar = Bar::new(&agenda, prepared.jobs, terminal);
    let outside = Outside { limits, documents: &documents, sink: &bar };
    let ran = app::batch::run(opened, &agenda, &outside);
    bar.close();
    let ran = ran.map_err(|failure| told::failure(failure, terminal))?;
    told::ran(&ran, terminal);
    if args.until_decided && ran.is_all_well {
        let decided = decide(opened, args.budget(), &outside, &mut |round| told::round(round, terminal));
        told::decided(&decided.map_err(|failure| told::failure(failure, terminal))?, terminal);
    }
    Ok(ran.is_all_well)
}

/// Writes the results of the finished variants, and reports the others.
fn delivered(opened: &Opened, out: &Path, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let documents = Messages::new(terminal.documents);
    let delivered = deliver(opened, &documents).map_err(|failure| told::failure(failure, terminal))?;
    told::delivered(&delivered, out, terminal);
    Ok(if delivered.is_whole() { Outcome::Done } else { Outcome::No })
}
