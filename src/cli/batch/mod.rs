//! `ateliers batch`: plans many variants of a scenario, to decide with figures.
//!
//! # Design
//! When is the answer no (exit code 1)? When a variant has no plan yet: it failed, its folder could not be written, it
//! was interrupted, or another shard has not run it. What is finished is written all the same.
//!
//! Why are variants that the memory limit ends not kept, as `plan` keeps its plan? What they reach by then depends on the
//! others at work, and those that follow would find no memory at all. The batch stops, and goes on with fewer jobs.

mod estimate;
mod further;
mod sample;
mod site;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::{Args, value_parser};

use super::told::unwritable;
use super::values::{not_negative, positive};
use super::{Outcome, Terminal, memory, reading};
use crate::batch::manifest::manifest;
use crate::batch::record::file_names;
use crate::batch::results::{self, Row};
use crate::batch::run::Task;
use crate::batch::store::{Before, Held, Store, Work};
use crate::batch::{self, Batch};
use crate::messages::Messages;
use site::Site;

/// What was typed.
#[derive(Debug, Args)]
pub struct BatchArgs {
    /// The batch file.
    #[arg(value_name = "BATCH.toml")]
    file: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// Variants at a time; 0 is as many as there are cores.
    #[arg(long, value_name = "N", env = "ATELIERS_JOBS", value_parser = value_parser!(u16).range(0..=1024), default_value = "0", hide_default_value = true, allow_negative_numbers = true)]
    jobs: u16,
    /// GiB of memory that may be used.
    #[arg(long, value_name = "GIB", env = "ATELIERS_MEMORY_LIMIT", value_parser = positive, allow_negative_numbers = true)]
    memory_limit: Option<f64>,
    /// Run only one of several parts.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    shard: Option<Shard>,
    /// Run nothing, put the results of all shards together.
    #[arg(long, conflicts_with_all = ["shard", "dry_run"])]
    merge: bool,
    /// Folders of shards that were run elsewhere.
    #[arg(long, value_name = "DIR", num_args = 1.., requires = "merge")]
    from: Vec<PathBuf>,
    /// Run nothing, list the variants.
    #[arg(long)]
    dry_run: bool,
    /// Further searches where they may decide.
    #[arg(long, conflicts_with_all = ["shard", "merge", "dry_run"])]
    until_decided: bool,
    /// Most work for these.
    #[arg(long, value_name = "N", requires = "until_decided", allow_negative_numbers = true)]
    further_work: Option<u64>,
    /// Most seconds for these.
    #[arg(long, value_name = "S", value_parser = not_negative, requires = "until_decided", allow_negative_numbers = true)]
    further_time: Option<f64>,
}

/// One of several parts of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shard {
    /// Which, from 1.
    rank: usize,
    /// Of how many.
    of: usize,
}

impl Shard {
    fn has(self, position: usize) -> bool {
        position % self.of == self.rank - 1
    }
}

fn shard(text: &str) -> Result<Shard, &'static str> {
    let (rank, of) = text.split_once('/').ok_or("I/N")?;
    let number = |text: &str| text.trim().parse::<usize>().map_err(|_| "I/N");
    let (rank, of) = (number(rank)?, number(of)?);
    if (1..=of).contains(&rank) { Ok(Shard { rank, of }) } else { Err("I/N") }
}

/// Reads, runs, writes, tells.
pub(super) fn run(args: &BatchArgs, terminal: &Terminal) -> Outcome {
    done(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn done(args: &BatchArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let started = Instant::now();
    let (batch, warnings) = batch::read(&args.file).map_err(|faults| reading::refuse(&faults, terminal))?;
    reading::tell(&warnings, terminal);
    let jobs = match usize::from(args.jobs) {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    let mine = |position: &usize| args.shard.is_none_or(|shard| shard.has(*position));
    let positions: Vec<usize> = (0..batch.variants.len()).filter(mine).collect();
    let memory = Arc::new(memory::limited(args.memory_limit, terminal)?);
    let Some(out) = args.out.as_ref().filter(|_| !args.dry_run) else {
        let tried = args.out.as_deref().map_or(Ok(Outcome::Done), |out| tried(&batch, out, terminal))?;
        let store = args.out.as_deref().map(Store::reading);
        estimate::list(&batch, &positions, jobs, store.as_ref(), &memory, terminal);
        return Ok(tried);
    };
    let told = |fault: std::io::Error| unwritable(out, &fault, terminal);
    let store = Store::open(out).map_err(told)?;
    let _held = held(args, &store, out, terminal)?;
    store.alone(|| store.write(&[manifest(&batch)])).map_err(told)?;
    if args.merge {
        take_over(&batch, &store, &args.from, terminal);
        return told_of(&batch, &store, args, terminal);
    }
    store.alone(|| store.write_tables(&batch.variants)).map_err(told)?;
    let left = unfinished(&batch, &store, &positions, terminal);
    let others = left.iter().filter(|task| !positions.contains(&task.position)).count();
    let site = Site::new(started, positions.len() + others, left.len(), jobs, memory, terminal);
    let shop = Shop { batch: &batch, store: &store, jobs, terminal };
    shop.run(&left, &site)?;
    site.tell(jobs, terminal);
    if args.until_decided && site.is_all_well() {
        further::decide(&shop, &site, (args.further_work, args.further_time))?;
    }
    let Some(shard) = args.shard else { return told_of(&batch, &store, args, terminal) };
    if !site.is_all_well() {
        return Ok(Outcome::No);
    }
    let variables = [("rank", shard.rank.to_string().into()), ("of", shard.of.to_string().into())];
    terminal.tell(&terminal.text("batch-shard-done", &variables));
    Ok(Outcome::Done)
}

/// The right to work in the folder; that another process has it is told.
fn held(args: &BatchArgs, store: &Store, out: &Path, terminal: &Terminal) -> Result<Held, Outcome> {
    let work = match args.shard {
        Some(Shard { rank, of }) => Work::Part(rank, of),
        None if args.merge => Work::Merge,
        None => Work::Whole,
    };
    store.hold(work).map_err(|fault| unwritable(out, &fault, terminal))?.ok_or_else(|| {
        let folder = out.display().to_string();
        terminal.tell_error(&terminal.text("batch-at-work", &[("folder", folder.into())]));
        Outcome::BadInput
    })
}

/// Tries whether the folder and every variant's could be written; what could not is told, as a run would tell it.
fn tried(batch: &Batch, out: &Path, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let faults = Store::trial(out, &batch.variants).map_err(|fault| unwritable(out, &fault, terminal))?;
    for (name, fault) in &faults {
        let variables = [("variant", (*name).into()), ("fault", fault.to_string().into())];
        terminal.tell_error(&terminal.text("batch-unwritable", &variables));
    }
    Ok(if faults.is_empty() { Outcome::Done } else { Outcome::No })
}

/// Runs variants of a batch in its folder.
struct Shop<'a> {
    batch: &'a Batch,
    store: &'a Store,
    jobs: usize,
    terminal: &'a Terminal,
}

impl Shop<'_> {
    fn run(&self, tasks: &[Task], site: &Site) -> Result<(), Outcome> {
        let documents = Messages::new(self.terminal.documents);
        let jobs = self.jobs.min(tasks.len()).max(1);
        let ran = batch::run::run(self.batch, tasks, jobs, self.store, &documents, site);
        site.close();
        ran.map_err(|fault| {
            let variables = [("threads", jobs.to_string().into()), ("fault", fault.to_string().into())];
            self.terminal.tell_error(&self.terminal.text("threads-unavailable", &variables));
            Outcome::BadInput
        })
    }
}

/// The variants that have no plan yet, and the baseline where they start from it and it has none; what is damaged is told.
fn unfinished(batch: &Batch, store: &Store, positions: &[usize], terminal: &Terminal) -> Vec<Task> {
    let is_left = |position: &usize| {
        let variant = &batch.variants[*position];
        match batch.before(store, variant) {
            Before::Finished(_) => false,
            Before::Nothing | Before::Failed(_) | Before::Partly(_) => true,
            Before::Outdated => {
                terminal.tell(&terminal.text("batch-outdated", &[("variant", variant.name().into())]));
                true
            }
            Before::Damaged(file) => {
                let variables = [("variant", variant.name().into()), ("file", file.into())];
                terminal.tell(&terminal.text("batch-damaged", &variables));
                true
            }
        }
    };
    let mut left: Vec<usize> = positions.iter().copied().filter(is_left).collect();
    let needs_ground = batch.is_grounded() && !left.is_empty() && !positions.contains(&batch.baseline);
    if needs_ground && is_left(&batch.baseline) {
        left.insert(0, batch.baseline);
    }
    left.into_iter().map(|position| batch.task(position)).collect()
}

/// Takes finished variants over from the folders of shards.
fn take_over(batch: &Batch, store: &Store, from: &[PathBuf], terminal: &Terminal) {
    if let Err(fault) = store.write_tables(&batch.variants) {
        terminal.tell_error(&fault.to_string());
    }
    for variant in &batch.variants {
        let is_finished = |store: &Store| matches!(batch.before(store, variant), Before::Finished(_));
        if is_finished(store) {
            continue;
        }
        let others = from.iter().map(|folder| Store::reading(folder));
        let Some(other) = others.into_iter().find(is_finished) else { continue };
        if let Err(fault) = store.take_over(&other, variant.name(), &file_names()) {
            let variables = [("variant", variant.name().into()), ("fault", fault.to_string().into())];
            terminal.tell_error(&terminal.text("batch-unwritable", &variables));
        }
    }
}

/// Writes the results of what is finished, and tells what is not.
fn told_of(batch: &Batch, store: &Store, args: &BatchArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let mut rows: Vec<Row> = Vec::with_capacity(batch.variants.len());
    let mut missing: Vec<&str> = Vec::new();
    for variant in &batch.variants {
        match batch.before(store, variant) {
            Before::Finished(record) | Before::Failed(record) => rows.push((variant, *record)),
            _ => missing.push(variant.name()),
        }
    }
    let documents = Messages::new(terminal.documents);
    let out = args.out.clone().unwrap_or_default();
    store
        .write(&results::files(batch, &rows, &documents))
        .map_err(|fault| unwritable(&out, &fault, terminal))?;
    let n_failed = rows.iter().filter(|(_, record)| record.failure.is_some()).count();
    let none = |(_, record): &&Row| record.figures.get("served").is_some_and(|served| served == "0");
    let variables = [
        ("finished", (rows.len() - n_failed).into()),
        ("variants", batch.variants.len().into()),
        ("failed", n_failed.into()),
        ("missing", missing.len().into()),
        ("nobody", rows.iter().filter(none).count().into()),
        ("folder", out.display().to_string().into()),
    ];
    if batch.base.instance.is_invented {
        terminal.print(&terminal.text("invented-notice", &[]));
    }
    terminal.print(&terminal.text("batch-done", &variables));
    if !missing.is_empty() {
        terminal.tell(&terminal.text("batch-missing", &[("names", shortened(&missing).into())]));
    }
    Ok(if missing.is_empty() && n_failed == 0 { Outcome::Done } else { Outcome::No })
}

/// The first names of a list, and how many follow.
fn shortened(names: &[&str]) -> String {
    const SHOWN: usize = 8;
    let first = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if SHOWN < names.len() { format!("{first}, … (+{})", names.len() - SHOWN) } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_several_and_together_they_are_all() {
        assert_eq!(shard("2/3"), Ok(Shard { rank: 2, of: 3 }));
        for wrong in ["0/3", "4/3", "3", "a/b", "1/0", ""] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
        for position in 0..10 {
            let holders = (1..=3).filter(|&rank| Shard { rank, of: 3 }.has(position)).count();
            assert_eq!(holders, 1);
        }
    }
}
