//! Replaces files: all of them or none, with copies of the previous ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::common::Failure;
use crate::input::amending::Changed;
use crate::input::{FILE_BYTES, read_bytes};
use crate::output::File;
use crate::output::write::{Folder, write_file};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Files with new content.
    pub written: Vec<PathBuf>,
    /// Copies of the previous files.
    pub copies: Vec<PathBuf>,
}

impl Kept {
    /// These files, and these copies of the previous ones.
    pub(super) fn of(written: &[&Step], copies: &[Step]) -> Self {
        Self {
            written: written.iter().map(|step| step.named.clone()).collect(),
            copies: copies.iter().map(|step| step.named.clone()).collect(),
        }
    }
}

/// A file to write, and its previous content.
pub(super) struct Step {
    /// The path as given.
    named: PathBuf,
    /// The path with links resolved.
    pub(super) path: PathBuf,
    bytes: Vec<u8>,
    before: Option<Vec<u8>>,
    is_private: bool,
}

impl Step {
    /// Replaces the content of a file by these bytes.
    pub(super) fn of(named: &Path, bytes: Vec<u8>) -> Self {
        let path = resolved(named);
        let before = read_bytes(&path, FILE_BYTES).ok();
        let is_private = is_private(&path);
        Self { named: named.to_owned(), path, bytes, before, is_private }
    }
}

/// A path with links resolved, so that they are kept and their targets are written; of a missing file, as far as it exists.
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

/// Whether only its owner may read a file.
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

/// Copies of the existing files, under unused names: `residents.before-amendment-3.csv`, where the third label is
/// `before-amendment-3`.
pub(super) fn copies(steps: &[&Step], label: impl Fn(u32) -> String) -> Vec<Step> {
    let is_free = |number: &u32| {
        let there = steps.iter().filter(|step| step.before.is_some());
        there.map(|step| labelled(&step.path, &label(*number))).all(|path| !path.exists())
    };
    let number = (1..u32::MAX).find(is_free).unwrap_or(1);
    last_copies(steps, &label(number))
}

/// Copies of the existing files under names with this label, replacing earlier copies.
fn last_copies(steps: &[&Step], label: &str) -> Vec<Step> {
    let copy = |step: &&Step| {
        let (bytes, path) = (step.before.clone()?, labelled(&step.path, label));
        let before = read_bytes(&path, FILE_BYTES).ok();
        Some(Step { named: labelled(&step.named, label), path, bytes, before, is_private: step.is_private })
    };
    steps.iter().filter_map(copy).collect()
}

/// `residents.before-edit.csv` for `residents.csv`.
fn labelled(path: &Path, label: &str) -> PathBuf {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    path.with_extension(format!("{label}.{extension}"))
}

/// The label of the copy of a file's last version, which the next edit replaces.
const LAST: &str = "before-edit";

/// Writes files of a scenario, with a copy of the last version of each.
///
/// # Errors
/// If one cannot be written; all are then unchanged.
pub(super) fn replace(files: Vec<Changed>) -> Result<Kept, Failure> {
    let steps: Vec<Step> = files.into_iter().map(|file| Step::of(&file.path, file.bytes)).collect();
    let written: Vec<&Step> = steps.iter().collect();
    let mut all = last_copies(&written, LAST);
    let kept = Kept::of(&written, &all);
    all.extend(steps);
    write(all)?;
    Ok(kept)
}

/// Writes folder by folder, each atomically; if one fails, the earlier ones get their previous content back.
pub(super) fn write(steps: Vec<Step>) -> Result<(), Failure> {
    let mut folders: BTreeMap<PathBuf, Vec<Step>> = BTreeMap::new();
    for step in steps {
        let folder = step.path.parent().unwrap_or(Path::new("")).to_owned();
        folders.entry(folder).or_default().push(step);
    }
    // A folder that contains others is written with them: all at once, even if the program is killed.
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

/// Restores the previous content of a file. If that fails, its copy is next to it.
fn undo(step: &Step) {
    let _ = match &step.before {
        Some(before) => write_file(&step.path, before),
        None => fs::remove_file(&step.path),
    };
}
