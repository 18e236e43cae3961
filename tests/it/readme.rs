//! The README's commands exist, and its tour shows the program's output.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The marker before each block whose output is compared.
const TOUR: &str = "<!-- tour -->\n```console\n";

/// A folder that looks like the repository to the tour's commands.
fn repository() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let copy = home.path().join("data/fixtures/small");
    fs::create_dir_all(&copy).expect("a folder");
    for entry in fs::read_dir("data/fixtures/small").expect("the fixture") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), copy.join(entry.file_name())).expect("copied");
    }
    home
}

/// The program's output for a command line, on both streams.
fn said(home: &Path, line: &str) -> String {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("ateliers"), "{line}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let output = command.current_dir(home).args(words).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    text(output.stdout) + &text(output.stderr)
}

/// The README as it should be: each block of the tour contains the output of its command.
fn told_anew(readme: &str) -> String {
    let home = repository();
    let mut parts = readme.split(TOUR);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (block, rest) = part.split_once("```").expect("a block ends");
        let line = block.lines().next().and_then(|line| line.strip_prefix("$ ")).expect("a command");
        text.extend([TOUR, "$ ", line, "\n", said(home.path(), line).as_str(), "```", rest]);
    }
    text
}

/// Lines without what differs between runs: seconds.
fn lasting(text: &str) -> Vec<&str> {
    text.lines().map(|line| if line.starts_with("  Time ") { "  Time" } else { line }).collect()
}

/// Run with `UPDATE_README=1` to update the tour.
#[test]
fn the_tour_shows_what_the_program_says() {
    let readme = fs::read_to_string("README.md").expect("the README");
    assert!(readme.contains(TOUR), "the README has a tour");
    let expected = told_anew(&readme);
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write("README.md", expected).expect("written");
    } else {
        assert_eq!(
            lasting(&readme),
            lasting(&expected),
            "run with UPDATE_README=1 and look at the difference"
        );
    }
}

#[test]
fn every_command_of_the_readme_exists() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `ateliers "));
    let commands: Vec<Vec<&str>> = rows
        .map(|row| {
            let words = row.split('`').next().unwrap_or_default().split_whitespace();
            words.take_while(|word| word.chars().all(|letter| letter.is_ascii_lowercase())).collect()
        })
        .collect();
    assert!(commands.len() >= 3, "{commands:?}");
    for command in commands {
        // `schema scenario` has an argument: `--help` goes to the command itself.
        let command = if command[0] == "schema" { &command[..1] } else { &command[..] };
        let run = Command::new(env!("CARGO_BIN_EXE_ateliers")).args(command).arg("--help").output();
        assert!(run.expect("the program runs").status.success(), "{command:?}");
    }
}

#[test]
fn the_two_lines_of_the_readme_are_whole() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let command = |name: &str| {
        let mark = format!("<!-- command: {name} -->\n```sh\n");
        let rest = readme.split_once(&mark).expect("a marked command").1;
        rest.split_once("\n```").expect("a block ends").0.to_owned()
    };
    let plan = command("plan");
    assert!(!plan.contains('\n') && !command("tests").contains('\n'), "one line each");
    assert!(command("tests").starts_with("cargo test --release"));
    for path in plan.split_whitespace().filter(|word| word.contains('/')) {
        assert!(Path::new(path).exists(), "{path}");
    }
}

/// The pages that the README links to, and what a page links to.
const PAGES: [&str; 6] = [
    "README.md",
    "benches/README.md",
    "data/README.md",
    "data/pma/README.md",
    "data/pma/phase1-batch/README.md",
    "tests/slurm/README.md",
];

/// Targets of a page's links that are files, and whether each is a picture.
fn links(page: &str) -> Vec<(String, bool)> {
    let text = fs::read_to_string(page).expect("a page");
    let parts: Vec<&str> = text.split("](").collect();
    parts
        .windows(2)
        .map(|pair| {
            let is_picture = pair[0]
                .rsplit('[')
                .next()
                .is_some_and(|label| pair[0][..pair[0].len() - label.len() - 1].ends_with('!'));
            (pair[1].split(')').next().unwrap_or_default().to_owned(), is_picture)
        })
        .filter(|(target, _)| !target.starts_with("http"))
        .collect()
}

#[test]
fn every_link_and_picture_of_the_pages_is_there() {
    for page in PAGES {
        let folder = Path::new(page).parent().expect("a folder");
        for (target, _) in links(page) {
            assert!(folder.join(&target).is_file(), "{page}: {target}");
        }
    }
    let n_pictures = |page| links(page).iter().filter(|(_, is_picture)| *is_picture).count();
    assert!(n_pictures("README.md") >= 2 && n_pictures("data/pma/phase1-batch/README.md") >= 4);
}

#[test]
fn every_page_is_reached_from_the_readme() {
    let linked = links("README.md");
    for page in &PAGES[1..] {
        assert!(linked.iter().any(|(target, _)| target == page), "{page}");
    }
}

#[test]
fn the_readme_stays_short() {
    let readme = fs::read_to_string("README.md").expect("the README");
    assert!(readme.lines().count() <= 220, "{} lines", readme.lines().count());
}
