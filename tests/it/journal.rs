//! The journal of measurements: numbered rows, newest first, which the source's documentation cites and does not repeat.

use std::fs;
use std::path::Path;

/// The rows of the journal: their cells, the number first.
fn rows() -> Vec<Vec<String>> {
    let journal = fs::read_to_string("benches/journal.md").expect("the journal");
    let lines = journal.lines().filter(|line| line.starts_with("| ")).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// Every source file: its path and its comments, joined.
fn comments() -> Vec<(String, String)> {
    let mut found = Vec::new();
    visit(Path::new("src"), &mut found);
    assert!(found.len() > 100, "the source was found");
    found
}

fn visit(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            visit(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("//"));
            let joined: Vec<&str> = lines.map(|line| line.trim_start_matches(['/', '!']).trim()).collect();
            found.push((path.display().to_string(), joined.join(" ")));
        }
    }
}

/// Numbers of the rows that a comment cites in parentheses: `(row 3)`, `(benches/journal.md, rows 4 to 8)`.
fn cited(comment: &str) -> Vec<usize> {
    let Some((_, rest)) = comment.split_once("(`benches/journal.md`") else { return Vec::new() };
    let first = rest.split(')').next().unwrap_or_default();
    let others = rest.split("(row").skip(1).filter_map(|part| part.split(')').next());
    let words = [first]
        .into_iter()
        .chain(others)
        .flat_map(|part| part.split(|letter: char| !letter.is_ascii_digit()));
    words.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn rows_are_numbered_newest_first() {
    let rows = rows();
    assert!(rows.len() >= 35, "{}", rows.len());
    for (row, expected) in rows.iter().zip((1..=rows.len()).rev()) {
        assert_eq!(row.len(), 8, "{row:?}");
        assert_eq!(row[0].parse(), Ok(expected), "{row:?}");
        assert!(row[1].parse::<jiff::civil::Date>().is_ok(), "{row:?}");
    }
    assert!(rows.windows(2).all(|pair| pair[0][1] >= pair[1][1]), "the newest first");
}

#[test]
fn every_row_that_the_source_cites_exists() {
    let n_rows = rows().len();
    let mut n_cited = 0;
    for (path, comment) in comments() {
        for number in cited(&comment) {
            assert!((1..=n_rows).contains(&number), "{path}: row {number}");
            n_cited += 1;
        }
    }
    assert!(n_cited >= 10, "{n_cited}");
}

#[test]
fn no_measurement_of_an_instance_stands_in_the_source() {
    for (path, comment) in comments() {
        for instance in
            ["`tiny`", "`pilot`", "`phase1`", "`rollout`", "`year-5000`", "`region-20000`", "was measured on"]
        {
            assert!(!comment.contains(instance), "{path} tells of {instance}: a row of benches/journal.md");
        }
    }
}
