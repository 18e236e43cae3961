//! Texts for people outside the catalogue: string literals of several words, by kind.
//!
//! Texts only for programmers or programs are exempt: those of `expect` and attributes, names and `key=value` pairs. All
//! other worded literals in the code have their reason below.

use std::path::Path;

use crate::tidy::{Source, sources};

/// Places where literals of several words are allowed, how each begins (empty: all), and why.
const EXCEPTIONS: &[(&str, &[&str], &str)] = &[
    (
        "src/app/init/mod.rs",
        &["population: ", "to confirm"],
        "notes of the shipped tables, as they stand there",
    ),
    ("src/app/lock.rs", &["pid = "], "a file for programs"),
    ("src/batch/record.rs", &[], "what a result depends on, to be digested: read by nobody"),
    ("src/batch/variant.rs", &["seed ", "times ", "first "], "keys under which tables are kept in memory"),
    ("src/cli/confined.rs", &[], "what a runtime says when it dies: looked for, not told"),
    ("src/compare/report/page.rs", &["<div"], "markup"),
    ("src/input/column.rs", &[], "names of columns in files, which the contract gives"),
    ("src/input/coordinates.rs", &["lat {}, lon {}"], "a pair of values under the names of their columns"),
    ("src/input/delivery/", &[], "what forms and other systems ask and answer"),
    ("src/input/kinds.rs", &["array of tables"], "what the TOML library calls a type: looked for, not told"),
    ("src/input/matrix.rs", &[], "names of columns in files"),
    ("src/input/parties.rs", &["sans objet"], "what people write in cells"),
    ("src/input/plan.rs", &[" at line "], "what a library says: cut off, not told"),
    ("src/input/row.rs", &["€ / km"], "what people write in cells"),
    (
        "src/input/scenario_file/scalars.rs",
        &[],
        "what serde expects; the walk along the schema reports before",
    ),
    ("src/input/tables/", &[], "names of columns in files, which the contract gives"),
    ("src/input/toml_mend.rs", &[], "what the TOML library says: looked for, not told"),
    ("src/input/walk/reading.rs", &["value = "], "a line of TOML that the program writes for itself"),
    ("src/input/workbook_scenario.rs", &[], "names of columns and sheets in files"),
    ("src/messages/", &[], "the catalogue, and how it joins words of both languages"),
    ("src/output/distances.rs", &["mesuré / measured"], "the label of a table, in both languages"),
    ("src/output/export/systems.rs", &[], "words that a national format prescribes"),
    ("src/output/page/mod.rs", &["<"], "markup"),
    ("src/output/plan_json.rs", &["ateliers "], "names and versions"),
    (
        "src/output/residents.rs",
        &["inventé / invented"],
        "a label in both languages, by which files are recognised",
    ),
    (
        "src/output/roads.rs",
        &["{ESTIMATED} ("],
        "labels by which files are recognised, in tables that are digested",
    ),
    ("src/output/svg/", &[], "names of classes"),
    ("src/solve/milp/mod.rs", &["HiGHS "], "name and version"),
    ("src/supply/rooms.rs", &["rooms of ", "room of "], "names of random streams"),
    (
        "src/territory/mod.rs",
        &["estimé / estimated"],
        "a label in both languages, by which files are recognised",
    ),
    ("src/web/guard/cookie.rs", &["{name}={value}"], "a header, whose words are those of HTTP"),
    (
        "src/web/pages/documents/send.rs",
        &["sandbox ", "default-src", "attachment; "],
        "headers, whose words are those of HTTP",
    ),
    ("src/web/headers.rs", &["default-src"], "a header, whose words are those of HTTP"),
];

/// Code before a text for programmers.
const FOR_PROGRAMMERS: [&str; 4] = [".expect(", "reason = ", "unreachable!(", "panic!("];

/// String literals of a file with their lines, without those for programmers.
fn literals(source: &Source) -> Vec<(usize, String)> {
    let text = source.code.join("\n");
    let letters: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < letters.len() {
        let from = at;
        match letters[at] {
            'r' if is_raw(&letters, at) => {
                let n_marks = letters[at + 1..].iter().take_while(|&&letter| letter == '#').count();
                let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', n_marks)).collect();
                at += 2 + n_marks;
                let begin = at;
                while at < letters.len() && !letters[at..].starts_with(&end) {
                    at += 1;
                }
                found.push((line, before(&letters, from), letters[begin..at].iter().collect::<String>()));
                at += end.len();
            }
            '"' => {
                at += 1;
                while at < letters.len() && letters[at] != '"' {
                    at += if letters[at] == '\\' { 2 } else { 1 };
                }
                let end = at.min(letters.len());
                found.push((line, before(&letters, from), letters[from + 1..end].iter().collect()));
                at += 1;
            }
            // A character, not the name of a lifetime.
            '\'' if letters.get(at + 1) == Some(&'\\') => at += 4,
            '\'' if letters.get(at + 2) == Some(&'\'') => at += 3,
            _ => at += 1,
        }
        line += letters[from..at.min(letters.len())].iter().filter(|&&letter| letter == '\n').count();
    }
    let is_for_people = |(_, before, _): &(usize, String, String)| {
        let statement = before.rsplit([';', '{', '}']).next().unwrap_or_default();
        !FOR_PROGRAMMERS.iter().any(|call| before.ends_with(call)) && !statement.contains("assert")
    };
    found.into_iter().filter(is_for_people).map(|(line, _, text)| (line, text)).collect()
}

fn is_raw(letters: &[char], at: usize) -> bool {
    let is_name = at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_');
    let mut after = letters[at + 1..].iter().skip_while(|&&letter| letter == '#');
    !is_name && after.next() == Some(&'"')
}

/// The code before a literal, without blanks at its end.
fn before(letters: &[char], at: usize) -> String {
    let text: String = letters[at.saturating_sub(200)..at].iter().collect();
    let call = text.trim_end();
    // `reason = "…"` keeps its blank.
    if call.ends_with('=') { format!("{call} ") } else { call.to_owned() }
}

/// Whether a literal is worded: it has several words, at least one of which is neither a name nor a placeholder.
fn is_worded(literal: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in literal.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let is_word = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
        word.chars().count() > 1
            && word.chars().all(|letter| letter.is_alphabetic() || "’'-".contains(letter))
    };
    let is_pair = |word: &&str| word.contains(['=', '_']);
    literal.trim().contains(' ') && plain.split_whitespace().filter(|word| !is_pair(word)).any(is_word)
}

fn is_excepted(path: &str, literal: &str) -> bool {
    let is_named =
        |begins: &[&str]| begins.is_empty() || begins.iter().any(|begin| literal.starts_with(begin));
    EXCEPTIONS.iter().any(|(at, begins, _)| path.starts_with(at) && is_named(begins))
}

#[test]
fn what_people_read_is_worded_in_the_catalogue() {
    let (mut faults, mut n_seen) = (Vec::new(), 0);
    for source in sources("src") {
        for (line, literal) in literals(&source) {
            n_seen += 1;
            if is_worded(&literal) && !is_excepted(&source.path, &literal) {
                faults.push(format!("{}:{line}: {literal}", source.path));
            }
        }
    }
    assert!(n_seen > 2000, "only {n_seen} literals were read");
    assert!(faults.is_empty(), "worded outside the catalogue:\n{}", faults.join("\n"));
}

#[test]
fn no_exception_is_left_that_nothing_needs() {
    let all = sources("src");
    for (at, begins, why) in EXCEPTIONS {
        let own: Vec<String> = all
            .iter()
            .filter(|source| source.path.starts_with(at))
            .flat_map(|source| literals(source).into_iter().map(|(_, literal)| literal))
            .filter(|literal| is_worded(literal))
            .collect();
        assert!(!own.is_empty(), "{at}: nothing is worded there ({why})");
        for begin in *begins {
            assert!(
                own.iter().any(|literal| literal.starts_with(begin)),
                "{at}: nothing begins with `{begin}`"
            );
        }
    }
}

#[test]
fn a_text_is_told_from_what_only_programs_read() {
    for text in ["{} is a folder", "cannot write {name}", "il reste {n} places", "Not found: {}"] {
        assert!(is_worded(text), "{text}");
    }
    for text in ["no-such-key", "{} {}", "members={members} places={places}", "a b", "{name} =", "Bonjour"] {
        assert!(!is_worded(text), "{text}");
    }
    let code = [
        "let a = 'x';",
        "f(r#\"raw words\"#, \"more \\\" words\");",
        "x.expect(\"for programmers\");",
        "assert_eq!(1, 2, \"for them as well\");",
    ];
    let source = Source { path: String::new(), code: code.map(str::to_owned).into(), n_lines: code.len() };
    assert_eq!(
        literals(&source),
        [(2, "raw words".to_owned()), (2, "more \\\" words".to_owned())],
        "literals of every form, with their lines"
    );
}

#[test]
fn every_exception_names_something_that_is_there() {
    for (at, _, _) in EXCEPTIONS {
        assert!(Path::new(at).exists(), "{at}");
    }
}
