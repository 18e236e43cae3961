//! Writes what an amendment comes to: tables, scenario and plan, all of them or none, with a copy of each file that was there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{PLAN, Proposal};
use crate::app::common::Failure;
use crate::input::{FILE_BYTES, read_bytes};
use crate::messages::Messages;
use crate::output::write::{Folder, write_file};
use crate::output::{Delivery, File, files};
use crate::plan::Plan;
use crate::plan::proof::{Proof, floor, gap};
use crate::plan::reasons::explain;
use crate::plan::solved::Solved;
use crate::solve::milp;

/// What a plan that was changed by hand says of its search.
const STATUS: &str = "amended";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Files with what is new.
    pub written: Vec<PathBuf>,
    /// Copies of what was there.
    pub copies: Vec<PathBuf>,
}

/// A file to write, and what is there.
struct Step {
    /// As it was named.
    named: PathBuf,
    /// Without links.
    path: PathBuf,
    bytes: Vec<u8>,
    before: Option<Vec<u8>>,
    is_private: bool,
}

/// Writes all of it, texts of the plan in the language of `documents`.
///
/// # Errors
/// If a file cannot be written; all are then as they were.
pub fn keep(proposal: &Proposal, documents: &Messages) -> Result<Kept, Failure> {
    let mut wanted: Vec<(PathBuf, Vec<u8>)> =
        proposal.files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect();
    if let Some((_, after)) = &proposal.plans {
        let files = plan_files(proposal, &after.plan, documents);
        wanted.extend(files.into_iter().map(|file| (proposal.out.join(&file.name), file.bytes)));
    }
    let steps: Vec<Step> = wanted.into_iter().map(|(path, bytes)| step(&path, bytes)).collect();
    // Tables of the plan follow from it: they have no copies.
    let (tables, of_plan) = steps.split_at(proposal.files.len());
    let plan = of_plan.iter().filter(|step| step.path.ends_with(PLAN));
    let copied: Vec<&Step> = tables.iter().chain(plan).collect();
    let (mut kept, mut all) = (Kept::default(), copies(&copied));
    kept.copies = all.iter().map(|step| step.named.clone()).collect();
    kept.written = copied.iter().map(|step| step.named.clone()).collect();
    all.extend(steps);
    write(all)?;
    Ok(kept)
}

/// The files of the amended plan. No search was made: its bound is what no plan can beat at a glance.
fn plan_files(proposal: &Proposal, plan: &Plan, documents: &Messages) -> Vec<File> {
    let instance = &proposal.read.instance;
    let breakdown = crate::plan::price(instance, plan);
    let objective = breakdown.objective().to_f64();
    let bound = floor(instance).to_f64().min(objective);
    let proof = Proof { objective, bound, gap: gap(objective, bound) };
    let reasons = explain(instance, plan);
    let solved =
        Solved { plan: plan.clone(), breakdown, proof, status: STATUS, lp_solver: milp::version(), reasons };
    let seed = instance.rules.solver.seed;
    files(&Delivery { instance, solved: &solved, messages: documents, seed, wall_s: 0.0, only: &[] })
}

fn step(named: &Path, bytes: Vec<u8>) -> Step {
    let path = resolved(named);
    let before = read_bytes(&path, FILE_BYTES).ok();
    let is_private = is_private(&path);
    Step { named: named.to_owned(), path, bytes, before, is_private }
}

/// A path without links, so that they stay and what they lead to is written; of what is not there yet, as far as it is.
fn resolved(path: &Path) -> PathBuf {
    let whole = |there: &Path| {
        let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
        fs::canonicalize(there).ok()
    };
    let found = path.ancestors().find_map(|there| Some((whole(there)?, path.strip_prefix(there).ok()?)));
    match found {
        Some((there, rest)) if rest.as_os_str().is_empty() => there,
        Some((there, rest)) => there.join(rest),
        None => path.to_owned(),
    }
}

/// Whether nobody but its owner may read a file.
#[cfg(unix)]
fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    const OTHERS: u32 = 0o077;
    fs::metadata(path).is_ok_and(|there| there.permissions().mode() & OTHERS == 0)
}

#[cfg(not(unix))]
fn is_private(_path: &Path) -> bool {
    false
}

/// Copies of the files that are there, under names that none of them has: `residents.before-amendment-3.csv`.
fn copies(steps: &[&Step]) -> Vec<Step> {
    let there: Vec<(&Step, &Vec<u8>)> =
        steps.iter().filter_map(|step| Some((*step, step.before.as_ref()?))).collect();
    let named = |path: &Path, number: u32| {
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        path.with_extension(format!("before-amendment-{number}.{extension}"))
    };
    let is_free = |number: &u32| there.iter().all(|(step, _)| !named(&step.path, *number).exists());
    let number = (1..u32::MAX).find(is_free).unwrap_or(1);
    let copy = |(step, before): &(&Step, &Vec<u8>)| Step {
        named: named(&step.named, number),
        path: named(&step.path, number),
        bytes: (*before).clone(),
        before: None,
        is_private: step.is_private,
    };
    there.iter().map(copy).collect()
}

/// Writes folder by folder, each as a whole; where one fails, those before it get back what they had.
fn write(steps: Vec<Step>) -> Result<(), Failure> {
    let mut folders: BTreeMap<PathBuf, Vec<Step>> = BTreeMap::new();
    for step in steps {
        let folder = step.path.parent().unwrap_or(Path::new("")).to_owned();
        folders.entry(folder).or_default().push(step);
    }
    // A folder that holds others is written with them: all at once, also where the program is killed.
    let mut groups: Vec<(PathBuf, Vec<Step>)> = Vec::new();
    for (folder, steps) in folders {
        match groups.iter_mut().find(|(home, _)| folder.starts_with(home)) {
            Some((_, of_home)) => of_home.extend(steps),
            None => groups.push((folder, steps)),
        }
    }
    let mut opened = Vec::new();
    for (folder, steps) in groups {
        let open = Folder::open(&folder, &[]).map_err(|fault| Failure::folder(&folder, fault))?;
        opened.push((folder, open, steps));
    }
    let mut done: Vec<Step> = Vec::new();
    for (folder, open, steps) in opened {
        if let Err(fault) = open.write(&as_files(&folder, &steps)) {
            done.iter().for_each(undo);
            return Err(Failure::folder(&folder, fault));
        }
        done.extend(steps);
    }
    Ok(())
}

fn as_files(folder: &Path, steps: &[Step]) -> Vec<File> {
    let file = |step: &Step| {
        let name = step.path.strip_prefix(folder).unwrap_or(&step.path);
        let name = name.to_string_lossy().replace('\\', "/");
        File { name, bytes: step.bytes.clone(), names_people: step.is_private }
    };
    steps.iter().map(file).collect()
}

/// Gives a file back what it had. What cannot be given back has its copy beside it.
fn undo(step: &Step) {
    let _ = match &step.before {
        Some(before) => write_file(&step.path, before),
        None => fs::remove_file(&step.path),
    };
}
