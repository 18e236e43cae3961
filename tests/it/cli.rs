//! The program as a user runs it: exit code, stdout and stderr, in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a copy of `data/fixtures/small`, in which the program runs.
pub(crate) struct Place {
    home: TempDir,
}

/// How a run ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Every file below a folder: its path with `/`, and its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

impl Place {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        for entry in fs::read_dir("data/fixtures/small").expect("the fixture") {
            let entry = entry.expect("a file");
            fs::copy(entry.path(), home.path().join(entry.file_name())).expect("copied");
        }
        Self { home }
    }

    /// The same with a batch file.
    pub(crate) fn with_batch(batch: &str) -> Self {
        let place = Self::new();
        fs::write(place.path("batch.toml"), batch).expect("written");
        place
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { home: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Replaces text in a file of the folder.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path(name)).expect("a file");
        assert!(text.contains(from), "{name} has no `{from}`");
        fs::write(self.path(name), text.replacen(from, to, 1)).expect("written");
        self
    }

    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
        command.current_dir(self.home.path()).args(arguments.split_whitespace());
        for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("COLUMNS", "100");
        command
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        ended(&mut self.command(arguments))
    }

    /// Runs the program, which must end with `code`, and returns all its output.
    #[track_caller]
    pub(crate) fn told(&self, arguments: &str, code: i32) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, code, "{}", run.shown());
        run.stdout + &run.stderr
    }

    /// Like [`Self::told`], limited to `kilobytes` of memory.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn told_within(&self, arguments: &str, kilobytes: u64, code: i32) -> String {
        let program = env!("CARGO_BIN_EXE_ateliers");
        let mut shell = Command::new("sh");
        shell.current_dir(self.home.path());
        shell.arg("-c").arg(format!("ulimit -c 0; ulimit -v {kilobytes}; exec {program} {arguments}"));
        let run = ended(&mut shell);
        assert_eq!(run.code, code, "{}", run.shown());
        run.stdout + &run.stderr
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(name)).expect("a file")).expect("JSON")
    }
}

fn ended(command: &mut Command) -> Run {
    let output = command.output().expect("the program runs");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Run {
    /// Everything a user sees.
    pub(crate) fn shown(&self) -> String {
        format!("exit code {}\n--- stdout\n{}--- stderr\n{}", self.code, self.stdout, self.stderr)
    }
}

/// All bytes of a folder's files by name, except the line of `wall_s`.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let mut contents: Vec<(String, String)> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let entry = entry.expect("a file");
            let text = fs::read_to_string(entry.path()).expect("text");
            let text: Vec<&str> = text.lines().filter(|line| !line.contains("\"wall_s\"")).collect();
            (entry.file_name().to_string_lossy().into_owned(), text.join("\n"))
        })
        .collect();
    contents.sort();
    contents
}

#[test]
fn help_is_worded_in_both_languages() {
    let place = Place::new();
    for command in ["validate", "plan", "check"] {
        for lang in ["fr", "en"] {
            let run = place.run(&format!("{command} --help --lang {lang}"));
            assert_snapshot!(format!("help_{command}_{lang}"), run.shown());
        }
    }
}

#[test]
fn every_command_has_help_with_examples_and_exit_codes() {
    let place = Place::new();
    let root = place.run("--help --lang en").stdout;
    let commands = root.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next());
    let lines = commands.expect("a list of commands").lines();
    let names: Vec<&str> =
        lines.filter_map(|line| line.strip_prefix("  ")).filter_map(|line| line.split(' ').next()).collect();
    for name in names.into_iter().filter(|name| !name.is_empty()) {
        let run = place.run(&format!("{name} --help --lang en"));
        assert_eq!(run.code, 0, "{name}");
        assert!(run.stdout.contains("Examples:") && run.stdout.contains("Exit codes:"), "{name}");
    }
}

#[test]
fn usage_errors_say_what_is_meant_and_exit_with_2() {
    let place = Place::new();
    let wrong = [
        ("unknown_option", "plan scenario.toml --out x --tim-limit 3"),
        ("unknown_command", "plon scenario.toml"),
        ("missing_argument", "plan scenario.toml"),
        ("missing_value", "plan scenario.toml --out"),
        ("wrong_value", "plan scenario.toml --out x --gap much"),
        ("negative_value", "plan scenario.toml --out x --time-limit=-1"),
        ("no_memory", "plan scenario.toml --out x --memory-limit 0"),
        ("negative_memory", "plan scenario.toml --out x --memory-limit -2"),
        ("memory_not_a_number", "plan scenario.toml --out x --memory-limit NaN"),
        ("twice", "plan scenario.toml --out x --seed 1 --seed 2"),
        ("wrong_language", "--lang de validate scenario.toml"),
    ];
    for (name, arguments) in wrong {
        for lang in ["fr_FR.UTF-8", "en_GB.UTF-8"] {
            let run = ended(place.command(arguments).env("LANG", lang));
            assert_eq!(run.code, 2, "{name}");
            assert_snapshot!(format!("usage_{name}_{}", &lang[..2]), run.shown());
        }
    }
    assert!(!place.path("x").exists());
}

#[test]
fn without_a_command_the_help_is_told_as_an_error() {
    let run = Place::new().run("--lang fr");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("Utilisation\u{a0}:"), "{}", run.shown());
}

#[test]
fn without_a_language_the_terminal_is_english_and_documents_are_french() {
    let place = Place::new();
    let run = place.run("plan scenario.toml --out out");
    assert!(run.stdout.starts_with("Plan for small"), "{}", run.shown());
    let table = fs::read_to_string(place.path("out/unserved.csv")).expect("a table");
    assert!(table.contains(';') && table.contains("plain-pied"), "{table}");
}

#[test]
fn validate_echoes_what_was_understood() {
    let place = Place::new();
    for lang in ["fr", "en"] {
        assert_snapshot!(
            format!("validate_{lang}"),
            place.run(&format!("validate scenario.toml --lang {lang}")).shown()
        );
    }
}

#[test]
fn faulty_input_is_told_at_once_and_nothing_is_written() {
    let place = Place::new();
    place.edit("residents.csv", "R01,25304", "R01,25305").edit("venues.csv", ",10,", ",ten,");
    place.edit("scenario.toml", "min_group", "min_groop");
    let run = place.run("plan scenario.toml --out out --lang en");
    assert_eq!(run.code, 2);
    assert_snapshot!("faulty_input", run.shown());
    assert!(!place.path("out").exists());
    assert_eq!(place.run("validate scenario.toml").code, 2);
    assert_eq!(place.run("check scenario.toml plan.json").code, 2);
}

#[test]
fn a_missing_scenario_is_bad_input() {
    assert_eq!(Place::new().run("validate nowhere.toml").code, 2);
}

#[test]
fn check_passes_a_legal_plan_made_by_hand() {
    let place = Place::new();
    for lang in ["fr", "en"] {
        let run = place.run(&format!("check scenario.toml plan.json --lang {lang}"));
        assert_snapshot!(format!("check_legal_{lang}"), run.shown());
    }
}

#[test]
fn check_tells_every_broken_rule_of_an_edited_plan() {
    let place = Place::new();
    place.edit("plan.json", "\"R03\", ", "").edit("plan.json", "2026-01-27\"]", "2026-01-28\"]");
    for lang in ["fr", "en"] {
        let run = place.run(&format!("check scenario.toml plan.json --lang {lang}"));
        assert_eq!(run.code, 1);
        assert_snapshot!(format!("check_edited_{lang}"), run.shown());
    }
}

#[test]
fn check_refuses_what_is_not_a_plan() {
    let place = Place::new();
    fs::write(place.path("plan.json"), "{\"format\": 1, \"cycles\": 3}").expect("written");
    assert_eq!(place.run("check scenario.toml plan.json").code, 2);
}

#[test]
fn a_plan_passes_its_own_check() {
    let place = Place::new();
    let run = place.run("plan scenario.toml --out out/deep --seed 5 --lang fr");
    assert_eq!(run.code, 0, "{}", run.shown());
    let check = place.run("check scenario.toml out/deep/plan.json --lang en");
    assert_eq!(check.code, 0, "{}", check.shown());
    let plan = place.json("out/deep/plan.json");
    assert_eq!(plan["solver"]["seed"], 5);
    let version = plan["solver"]["version"].as_str().expect("a text");
    let is_whole = version.starts_with(concat!("ateliers ", env!("CARGO_PKG_VERSION"), "+"))
        && version.contains(", HiGHS 1.");
    assert!(is_whole, "{version}");
    let (objective, bound) = (plan["objective"].as_f64(), plan["bound"].as_f64());
    assert!(bound <= objective && bound.is_some(), "{bound:?} {objective:?}");
}

#[test]
fn a_figure_changed_by_hand_is_found() {
    let place = Place::new();
    place.run("plan scenario.toml --out out");
    let net = place.json("out/plan.json")["costs"]["net"].to_string();
    place.edit("out/plan.json", &format!("\"net\": {net}"), "\"net\": 123456.0");
    let run = place.run("check scenario.toml out/plan.json --lang en");
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("123,456.00"), "{}", run.shown());
}

#[test]
fn threads_change_nothing() {
    let place = Place::new();
    for threads in ["1", "2", "3"] {
        let run =
            place.run(&format!("plan scenario.toml --out out{threads} --work-limit 20 --threads {threads}"));
        assert_eq!(run.code, 0, "{}", run.shown());
    }
    assert_eq!(contents(&place.path("out1")), contents(&place.path("out2")));
    assert_eq!(contents(&place.path("out1")), contents(&place.path("out3")));
}

#[test]
fn an_older_plan_is_replaced_whole() {
    let place = Place::new();
    fs::create_dir(place.path("out")).expect("a folder");
    for name in ["plan.json", "cycles.csv"] {
        fs::write(place.path("out").join(name), "old").expect("written");
    }
    assert_eq!(place.run("plan scenario.toml --out out").code, 0);
    let files = contents(&place.path("out"));
    assert_eq!(files.len(), 7, "{files:?}");
    assert!(files.iter().all(|(_, text)| text != "old"));
}

#[test]
fn a_bad_folder_fails_at_once_and_leaves_nothing() {
    let place = Place::new();
    fs::write(place.path("taken"), "a file").expect("written");
    fs::create_dir_all(place.path("blocked/costs.csv")).expect("a folder");
    for out in ["taken", "taken/within", "blocked"] {
        // An hour's search would be noticed.
        let run = place.run(&format!("plan scenario.toml --out {out} --time-limit 3600 --lang en"));
        assert_eq!(run.code, 2, "{}", run.shown());
        assert!(run.stderr.contains("cannot write to"), "{}", run.shown());
    }
    assert_eq!(fs::read_to_string(place.path("taken")).expect("a file"), "a file");
    assert_eq!(fs::read_dir(place.path("blocked")).expect("a folder").count(), 1);
}

#[test]
fn a_required_gap_that_is_not_proven_is_a_no() {
    let place = Place::new();
    // No work at all proves nothing.
    let run = place.run("plan scenario.toml --out out --work-limit 0 --require-gap 0 --lang en");
    let gap = place.json("out/plan.json")["gap"].as_f64().expect("a gap");
    assert_eq!(run.code, i32::from(gap > 0.0), "{}", run.shown());
    let run = place.run("plan scenario.toml --out out --work-limit 0 --require-gap 1000000");
    assert_eq!(run.code, 0, "{}", run.shown());
}

#[test]
fn a_scenario_without_residents_has_a_plan() {
    let place = Place::new();
    fs::write(place.path("residents.csv"), "id,commune,slots\n").expect("written");
    let run = place.run("plan scenario.toml --out out --lang fr");
    assert_eq!(run.code, 0, "{}", run.shown());
    let plan = place.json("out/plan.json");
    assert_eq!((plan["objective"].as_f64(), plan["gap"].as_f64()), (Some(0.0), Some(0.0)));
}

#[test]
fn an_answer_that_cannot_be_written_is_not_done() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let place = Place::new();
    let to = fs::OpenOptions::new().write(true).open(full).expect("a device");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_ateliers"))
        .args(["validate", "scenario.toml"])
        .current_dir(place.home.path())
        .stdout(to)
        .status();
    assert_eq!(status.expect("the program runs").code(), Some(2));
}

#[test]
fn a_memory_limit_ends_the_search_with_a_legal_plan() {
    let place = Place::new();
    // An hour's search would be noticed; no program fits into a MiB.
    let search = "plan scenario.toml --time-limit 3600 --lang en";
    let run = place.run(&format!("{search} --out out --memory-limit 0,001"));
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stdout.contains("memory limit") && run.stderr.contains("--memory-limit"), "{}", run.shown());
    assert_eq!(place.json("out/plan.json")["solver"]["status"], "memory_limit");
    assert_eq!(contents(&place.path("out")).len(), 7);
    assert_eq!(place.run("check scenario.toml out/plan.json").code, 0);
    let run = place.run(&format!("{search} --out roomy --memory-limit 1000000 --work-limit 20"));
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_ne!(place.json("roomy/plan.json")["solver"]["status"], "memory_limit");
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.shown());
}

/// The search is interrupted as soon as its folder shows that it handles signals; what it has found by then is delivered.
#[cfg(unix)]
#[test]
fn ctrl_c_delivers_the_best_plan_so_far() {
    let place = Place::new();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ateliers"))
        .args(["plan", "scenario.toml", "--out", "out", "--time-limit", "3600", "--lang", "en"])
        .current_dir(place.home.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the program runs");
    while !place.path("out").exists() && child.try_wait().expect("a child").is_none() {
        std::thread::yield_now();
    }
    let signal = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).output();
    signal.expect("kill runs");
    assert_eq!(child.wait().expect("a child").code(), Some(0));
    let status = place.json("out/plan.json")["solver"]["status"].as_str().map(str::to_owned);
    assert_ne!(status.as_deref(), Some("time_limit"));
    assert_eq!(place.run("check scenario.toml out/plan.json").code, 0);
    assert_eq!(contents(&place.path("out")).len(), 7);
}
