//! The page about tables, data/README.md: generated from the columns that are read and the catalogue that explains them.

use std::fmt::Write as _;
use std::fs;

use ateliers::input::column::Column;
use ateliers::input::tables::kind::Kind;
use ateliers::messages::{Lang, Messages};

const PAGE: &str = "data/README.md";
/// The markers around the generated part.
const MARKS: [&str; 2] = ["<!-- tables -->\n", "<!-- end of tables -->"];
const HEAD: &str = "\
| column · colonne | in French · en français | required · obligatoire | meaning, unit, default | example | sens, unité, valeur par défaut | exemple |
| --- | --- | --- | --- | --- | --- | --- |
";

/// The catalogue's explanation of a column: its meaning with unit and default, and an example.
fn told(kind: Kind, column: Column, messages: &Messages) -> (String, String) {
    let key = format!("column-{}-{}", kind.name(), column.name.replace('_', "-"));
    let mark = match messages.lang {
        Lang::Fr => "Exemple\u{a0}:",
        Lang::En => "Example:",
    };
    let text = messages.text(&key, &[]);
    let (meaning, example) = text.split_once(mark).unwrap_or((text.as_str(), ""));
    (meaning.trim().to_owned(), example.trim().to_owned())
}

/// The columns of every table in both languages.
fn made() -> String {
    let (french, english) = (Messages::new(Lang::Fr), Messages::new(Lang::En));
    let mut page = String::new();
    for kind in Kind::ALL {
        let optional = if kind.is_required() { "" } else { ", optional · facultatif" };
        let _ = write!(page, "\n### `{}` · {}{optional}\n\n{HEAD}", kind.name(), kind.french());
        for &column in kind.columns() {
            let needed = if column.is_required { "yes · oui" } else { "no · non" };
            let ((meaning, example), (sens, exemple)) =
                (told(kind, column, &english), told(kind, column, &french));
            let cells = [column.french, needed, &meaning, &example, &sens, &exemple].join(" | ");
            let _ = writeln!(page, "| `{}` | {cells} |", column.name);
        }
    }
    page + "\n"
}

/// Run with `UPDATE_README=1` to update the columns.
#[test]
fn the_page_on_tables_has_every_column_as_it_is_read() {
    let page = fs::read_to_string(PAGE).expect("the page");
    let (head, rest) = page.split_once(MARKS[0]).expect("a first mark");
    let (told, tail) = rest.split_once(MARKS[1]).expect("a second mark");
    let made = made();
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(PAGE, [head, MARKS[0], &made, MARKS[1], tail].concat()).expect("written");
    } else {
        assert_eq!(told, made, "{PAGE} is out of date: run with UPDATE_README=1 and look at the difference");
    }
}

#[test]
fn every_column_says_what_it_means_with_an_example_and_what_an_empty_cell_stands_for() {
    let mut faults = Vec::new();
    for (lang, empty) in [(Lang::En, "if empty"), (Lang::Fr, "si vide")] {
        let messages = Messages::new(lang);
        for kind in Kind::ALL {
            for &column in kind.columns() {
                let (meaning, example) = told(kind, column, &messages);
                let is_told = !meaning.is_empty() && !example.is_empty();
                if !is_told || meaning.contains(empty) == column.is_required {
                    faults.push(format!("{lang:?}: {}.{}: {meaning} | {example}", kind.name(), column.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
