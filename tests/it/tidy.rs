//! What the compiler does not check: imports between modules, access to the world, sizes, and the catalogue of messages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ateliers::messages::{Lang, Messages};

/// The modules that each module may import besides itself. Modules that word texts for people may import `messages`;
/// `cli` may import everything, and nothing may import `cli`.
const IMPORTS: [(&str, &[&str]); 22] = [
    (
        "app",
        &[
            "batch",
            "check",
            "compare",
            "contacts",
            "demand",
            "diagnostics",
            "forms",
            "ids",
            "input",
            "instance",
            "messages",
            "output",
            "pipeline",
            "plan",
            "rules",
            "solve",
            "supply",
            "territory",
            "units",
        ],
    ),
    (
        "batch",
        &[
            "compare",
            "demand",
            "diagnostics",
            "engine",
            "input",
            "instance",
            "messages",
            "output",
            "pipeline",
            "plan",
            "solve",
        ],
    ),
    ("check", &["instance", "plan", "rules", "messages"]),
    ("compare", &["check", "instance", "messages", "output", "plan"]),
    ("contacts", &["instance"]),
    ("demand", &["instance"]),
    ("diagnostics", &["messages"]),
    ("engine", &[]),
    ("forms", &["diagnostics", "input", "instance", "messages", "territory"]),
    ("ids", &[]),
    ("input", &["contacts", "instance", "territory", "diagnostics", "plan"]),
    ("instance", &["ids", "territory", "units"]),
    ("messages", &["instance"]),
    (
        "output",
        &["check", "contacts", "demand", "engine", "instance", "messages", "plan", "supply", "territory"],
    ),
    ("pipeline", &["input", "instance", "solve", "check", "plan"]),
    ("plan", &["instance", "rules"]),
    ("rules", &[]),
    ("solve", &["instance", "plan", "rules"]),
    ("supply", &["demand", "instance", "territory"]),
    ("territory", &["ids", "units"]),
    ("units", &[]),
    ("web", &["app", "diagnostics", "messages"]),
];

/// Functions that reach outside the program, and the only places that may call them.
const EDGES: [(&str, &[&str]); 20] = [
    ("std::fs", &["src/app/", "src/batch/store.rs", "src/input/", "src/output/write"]),
    ("std::env", &["src/cli/", "src/main.rs"]),
    ("std::process", &["src/app/documents/apart.rs", "src/app/lock.rs", "src/cli/", "src/main.rs"]),
    (
        "Instant",
        &[
            "src/app/limits.rs",
            "src/app/memory.rs",
            "src/cli/",
            "src/web/guard/people.rs",
            "src/web/server.rs",
        ],
    ),
    ("SystemTime", &["src/cli/"]),
    ("Zoned::now", &["src/cli/", "src/web/clock.rs"]),
    ("sysinfo", &["src/app/memory.rs"]),
    ("clap", &["src/cli/"]),
    ("ctrlc", &["src/cli/"]),
    ("indicatif", &["src/cli/"]),
    ("stdout()", &["src/cli/"]),
    ("stderr()", &["src/cli/"]),
    ("getrandom", &["src/web/secret.rs", "src/app/people/password.rs"]),
    ("axum", &["src/web/"]),
    ("println!", &[]),
    ("minreq", &["src/input/osrm/"]),
    ("std::net", &["src/web/"]),
    ("rand::rng", &[]),
    ("good_lp", &["src/solve/milp/"]),
    ("highs", &["src/solve/milp/"]),
];

const MOST_LINES: usize = 450;

/// A source file: its path from the repository's root, and its lines without comments and unit tests.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) code: Vec<String>,
    pub(crate) n_lines: usize,
}

impl Source {
    /// The module below the crate, e.g. `check` for `src/check/kits.rs`; `None` for the roots.
    fn module(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src/")?;
        let module = below.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main"].contains(&module)).then_some(module)
    }

    /// How many `super::` lead from this file to the crate's root.
    fn depth(&self) -> usize {
        let below = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        below.split('/').count()
    }

    fn says(&self, words: &str) -> Option<usize> {
        self.code.iter().position(|line| line.contains(words))
    }
}

pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    visit(&root.join(folder), &mut |path| {
        if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(path).expect("a source file can be read");
            let relative = path.strip_prefix(root).expect("it lies below the root");
            let path = relative.to_string_lossy().replace('\\', "/");
            let is_test = path.ends_with("/tests.rs");
            let code = if is_test { Vec::new() } else { code(&text) };
            found.push(Source { path, code, n_lines: text.lines().count() });
        }
    });
    found
}

fn visit(folder: &Path, seen: &mut impl FnMut(&PathBuf)) {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { visit(&path, seen) } else { seen(&path) }
    }
}

/// Lines before the unit tests, with comments blanked.
fn code(text: &str) -> Vec<String> {
    let before_tests = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let without_comment = |line: &str| {
        let is_comment = line.trim_start().starts_with("//");
        if is_comment { String::new() } else { line.split(" // ").next().unwrap_or_default().to_owned() }
    };
    before_tests.map(without_comment).collect()
}

/// Names that follow `prefix` in a line, e.g. those of modules after `crate::`.
fn names_after<'a>(line: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    line.split(prefix)
        .skip(1)
        .map(move |rest| rest.split(|character| !is_name(character)).next().unwrap_or_default())
}

#[test]
fn imports_go_in_the_directions_of_the_architecture() {
    let allowed: BTreeMap<&str, &[&str]> = IMPORTS.into();
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(module) = source.module().filter(|&module| module != "cli") else { continue };
        let Some(allowed) = allowed.get(module) else {
            faults.push(format!("{}: say in this test what `{module}` may import", source.path));
            continue;
        };
        for line in &source.code {
            let foreign =
                names_after(line, "crate::").filter(|name| *name != module && !allowed.contains(name));
            faults.extend(foreign.map(|name| format!("{}: `{module}` may not import `{name}`", source.path)));
            if line.contains(&"super::".repeat(source.depth())) {
                faults.push(format!("{}: reaches the crate's root by `super`: {line}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_checker_does_not_know_the_solver() {
    for source in sources("src/check") {
        for word in ["solve::", "solve}", "solve;", "pipeline"] {
            assert_eq!(source.says(word), None, "{} says `{word}`", source.path);
        }
    }
}

#[test]
fn only_the_edges_touch_the_world_and_only_one_door_leads_to_the_solver() {
    let mut faults = Vec::new();
    for source in sources("src") {
        for (words, edges) in EDGES {
            let is_edge = edges.iter().any(|edge| source.path.starts_with(edge));
            if let Some(line) = source.says(words).filter(|_| !is_edge) {
                faults.push(format!("{}:{}: `{words}` is not allowed here", source.path, line + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Functions that read a file, or open one to read.
const READING: [&str; 6] =
    ["fs::read", "read_to_string", "read_to_end", "File::open", "OpenOptions", "::from_path("];

#[test]
fn every_file_is_read_by_the_one_reader_that_has_limits() {
    let mut faults = Vec::new();
    // Written files are locked while they wait, and their list is read back, in a folder that the program created; the
    // holder of a lock is read; lines are appended to an existing file.
    let own = [
        "src/input/file.rs",
        "src/output/write/lines.rs",
        "src/output/write/lock.rs",
        "src/output/write/stage.rs",
    ];
    for source in sources("src").into_iter().filter(|source| !own.contains(&source.path.as_str())) {
        for (number, line) in source.code.iter().enumerate() {
            let line = line.replace("fs::read_dir", "").replace("fs::read_link", "");
            if READING.iter().any(|words| line.contains(words)) {
                faults.push(format!("{}:{}: use `input::file::read`: {line}", source.path, number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Functions that read, plan or write: the work of a use case, which a page needs as well.
const WORK: [&str; 11] = [
    "read_scenario",
    "read_plan",
    "read_communes",
    "read_slots",
    "read_boundaries",
    "read_contacts",
    "read_workbook",
    "Folder::open",
    "write_file",
    "pipeline::plan",
    "crate::batch",
];

#[test]
fn edges_leave_the_work_to_the_use_cases() {
    let mut faults = Vec::new();
    for source in ["src/cli", "src/web"].into_iter().flat_map(sources) {
        let said = WORK.iter().filter_map(|words| Some((words, source.says(words)?)));
        faults.extend(said.map(|(words, line)| format!("{}:{}: `{words}`", source.path, line + 1)));
    }
    assert!(faults.is_empty(), "belongs into `app`:\n{}", faults.join("\n"));
}

#[test]
fn commands_are_short() {
    let mut lines: Vec<usize> = sources("src/cli").iter().map(|source| source.n_lines).collect();
    lines.sort_unstable();
    let median = lines[lines.len() / 2];
    assert!(median < 80, "half of the files of `cli` have {median} lines or more");
}

/// The text of a key in a template: `layout.text("…")`.
#[test]
fn every_message_that_a_template_names_is_in_the_catalogue() {
    let messages = Lang::ALL.map(Messages::new);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/templates");
    let mut n_named = 0;
    visit(&folder, &mut |path| {
        let text = std::fs::read_to_string(path).expect("a template can be read");
        for rest in text.split("text(\"").skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            n_named += 1;
            assert!(messages.iter().all(|messages| messages.has(key)), "{}: no `{key}`", path.display());
        }
    });
    assert!(n_named > 5, "only {n_named} messages found in templates");
}

#[test]
fn nothing_is_imported_by_a_glob() {
    for source in sources("src") {
        assert_eq!(source.says("::*;"), None, "{} imports a glob", source.path);
    }
}

#[test]
fn no_file_is_longer_than_it_can_be_read() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(sources);
    let long: Vec<String> = all
        .filter(|source| source.n_lines > MOST_LINES)
        .map(|source| format!("{}: {} lines", source.path, source.n_lines))
        .collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn the_repository_stands_alone() {
    let neighbour = concat!("../", "shared");
    for source in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        assert_eq!(source.says(neighbour), None, "{} names a folder outside the repository", source.path);
    }
}

/// Messages of a language with the variables they take.
fn catalogue(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in lang.sources() {
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts =
                line.chars().next().is_some_and(|character| character.is_alphabetic() || character == '-');
            if let Some((name, _)) = line.split_once('=').filter(|_| starts) {
                name.trim().clone_into(&mut key);
                let is_new = messages.insert(key.clone(), BTreeSet::new()).is_none();
                assert!(is_new, "{file}.ftl has `{key}` twice in {lang:?}");
            }
            let variables = names_after(line, "$").map(ToOwned::to_owned);
            messages.entry(key.clone()).or_default().extend(variables);
        }
    }
    messages.remove("");
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (french, english) = (catalogue(Lang::Fr), catalogue(Lang::En));
    let mut faults: Vec<String> = Vec::new();
    for key in french.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (french.get(key), english.get(key)) {
            (Some(fr), Some(en)) if fr == en => {}
            (fr, en) => faults.push(format!("`{key}`: French {fr:?}, English {en:?}")),
        }
    }
    assert!(french.len() > 100, "the catalogue was not read");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_message_that_the_code_names_is_in_the_catalogue() {
    let messages = Lang::ALL.map(Messages::new);
    let mut n_named = 0;
    for source in sources("src") {
        // Joined into one line, so that a call that rustfmt broke reads like any other.
        let code: String = source.code.iter().map(|line| line.trim()).collect();
        for rest in code.split("messages.text(\"").skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            n_named += 1;
            assert!(messages.iter().all(|messages| messages.has(key)), "{}: no message `{key}`", source.path);
        }
    }
    assert!(n_named > 20, "only {n_named} messages found in the code");
}
