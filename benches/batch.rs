//! Variants per minute with one job and with two, the share of time outside the solver, and memory from the first to the last
//! variant.
//!
//! ```text
//! cargo bench --bench batch                     24 variants of phase1, each with a work limit of 300
//! cargo bench --bench batch -- 200 40           200 variants, each with a work limit of 40
//! ```
//!
//! Protocol: the release build plans variants of `data/pma/phase1` (fees of 0, 1, 2, … euros) in a separate folder, with one
//! solver thread each, once for each number of jobs. Seconds are those of the whole program, including reading and writing. The
//! share outside the solver is the one the program reports, of the time from the first variant's start to the last one's end.
//! Memory is `VmRSS` of the program, sampled ten times a second. Nothing else should run on the machine.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Resident memory of a process in kilobytes; 0 if unknown.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn finished(out: &Path) -> usize {
    let folders = fs::read_dir(out.join("variants")).into_iter().flatten().flatten();
    folders.filter(|entry| entry.path().join("run.json").exists()).count()
}

fn batch(n_variants: usize, work: u64) -> String {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pma/phase1/scenario.toml");
    let fees: Vec<String> = (0..n_variants).map(|fee| fee.to_string()).collect();
    format!(
        "scenario = \"{}\"\nsearch = {{ work_limit = {work} }}\n[[axis]]\nname = \"fee\"\nkey = \"costs.fee\"\nvalues = [{}]\n",
        scenario.display(),
        fees.join(", ")
    )
}

fn run(n_variants: usize, work: u64, jobs: usize) -> String {
    let home = tempfile::tempdir().expect("a temporary folder");
    fs::write(home.path().join("batch.toml"), batch(n_variants, work)).expect("written");
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_ateliers"))
        .args(["batch", "batch.toml", "--out", "out", "--lang", "en", "--jobs", &jobs.to_string()])
        .current_dir(home.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // Memory when a tenth, a half, and all variants are finished.
    let mut memory: [u64; 3] = [0; 3];
    while child.try_wait().expect("a child").is_none() {
        let (done, held) = (finished(&home.path().join("out")), resident(child.id()));
        for (rank, share) in [0.1, 0.5, 1.0].into_iter().enumerate() {
            if done as f64 <= share * n_variants as f64 && held > 0 {
                memory[rank] = memory[rank].max(held);
            }
        }
        thread::sleep(Duration::from_millis(100));
    }
    let seconds = started.elapsed().as_secs_f64();
    let output = child.wait_with_output().expect("its words");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let outside = said.split(", ").find(|part| part.contains("outside")).unwrap_or("?").trim().to_owned();
    let pace = n_variants as f64 * 60.0 / seconds;
    let [tenth, half, all] = memory.map(|kilobytes| kilobytes / 1024);
    format!("{jobs:>4}  {pace:>14.1}  {seconds:>7.1}  {tenth:>5} / {half:>5} / {all:>5}  {outside}")
}

#[expect(clippy::print_stdout, reason = "a bench prints what it measured")]
fn main() {
    let numbers: Vec<u64> = env::args().filter_map(|argument| argument.parse().ok()).collect();
    // `cargo test --benches` runs it once, as small as possible.
    let is_bench = env::args().any(|argument| argument == "--bench");
    let (n_variants, work) = if is_bench { (24, 300) } else { (2, 1) };
    let n_variants = numbers.first().map_or(n_variants, |&n| n as usize);
    let work = numbers.get(1).copied().unwrap_or(work);
    println!("{n_variants} variants of phase1, work limit {work}");
    println!("jobs  variants / min        s  MB at 10 % / 50 % / 100 %");
    for jobs in [1, 2] {
        println!("{}", run(n_variants, work, jobs));
    }
}
