//! Says which engine is built: the commit, whether its sources were changed since, and a digest of them; and strips the
//! program.
//!
//! Runs again when the sources change, or when `HEAD` moves, and at no other time. A build outside git, or within the
//! repository of somebody else, has no commit and says so.

use std::path::{Path, PathBuf};
use std::process::Command;

/// All that the program is made from.
const SOURCES: [&str; 6] = ["src", "build.rs", "Cargo.toml", "Cargo.lock", "data/fonts", "data/pma/example"];

/// Set by whoever profiles the program: its symbols stay.
const SYMBOLS: &str = "ATELIERS_SYMBOLS";

fn main() {
    strip();
    for path in SOURCES.map(Path::new).into_iter().filter(|path| path.exists()) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let commit = if is_ours() { git(&["rev-parse", "HEAD"]) } else { None };
    for path in commit.iter().flat_map(|_| moving()) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let changes = ["--no-optional-locks", "status", "--porcelain", "--untracked-files=all", "--"];
    let is_modified = commit.is_some()
        && git(&[changes.as_slice(), &SOURCES].concat()).is_none_or(|changes| !changes.is_empty());
    println!("cargo::rustc-env=ATELIERS_COMMIT={}", commit.unwrap_or_default());
    println!("cargo::rustc-env=ATELIERS_MODIFIED={is_modified}");
    println!("cargo::rustc-env=ATELIERS_SOURCES={:016x}", digest());
}

/// The program goes without symbols and lines, which are four fifths of it. The profile's own `strip` would not do: it
/// compiles every dependency anew, HiGHS included, for a program that differs from the tests' in nothing else. Only the
/// program is stripped, so that tests and benches name their lines; elsewhere than on Linux they are in files of their own.
fn strip() {
    println!("cargo::rerun-if-env-changed={SYMBOLS}");
    let is_linux = std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    if is_linux && std::env::var_os(SYMBOLS).is_none() {
        println!("cargo::rustc-link-arg-bins=-Wl,--strip-all");
    }
}

/// What git answers here, whatever repository a hook may have set; `None` where it cannot.
fn git(arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    let output = command.args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

/// Whether the repository is this package's own.
fn is_ours() -> bool {
    let top = git(&["rev-parse", "--show-toplevel"]).and_then(|top| Path::new(&top).canonicalize().ok());
    top.is_some() && top == Path::new(".").canonicalize().ok()
}

/// Files that change when `HEAD` moves: its log, or where git keeps none, itself and what it names.
fn moving() -> Vec<PathBuf> {
    let file = |name: &str| git(&["rev-parse", "--git-path", name]).map(PathBuf::from);
    let there = |name: &str| file(name).filter(|path| path.is_file());
    if let Some(log) = there("logs/HEAD") {
        return vec![log];
    }
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]).and_then(|branch| there(&branch));
    [there("HEAD"), branch, there("packed-refs")].into_iter().flatten().collect()
}

/// FNV-1a over names and bytes of all sources, in the order of their names.
fn digest() -> u64 {
    let mut files = Vec::new();
    for path in SOURCES {
        gather(Path::new(path), &mut files);
    }
    files.sort();
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for path in files {
        let name = path.to_string_lossy().replace('\\', "/");
        let bytes = std::fs::read(&path).unwrap_or_default();
        for &byte in name.as_bytes().iter().chain(&[0]).chain(&bytes).chain(&[0]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    state
}

/// Every file of a folder and below it, or the file itself; hidden ones are none of ours.
fn gather(path: &Path, files: &mut Vec<PathBuf>) {
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    if path.is_file() && !is_hidden {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            gather(&entry.path(), files);
        }
    }
}
