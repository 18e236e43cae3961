//! Workbooks with a part or their bytes changed, truncated or doubled, given to every reader of workbooks: scenarios,
//! and returned forms. None panics, and none takes minutes. The same bytes in every run.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use ateliers::app::common::Failure;
use ateliers::app::validate::{Request, validate};
use ateliers::diagnostics::render;
use ateliers::input::delivery::read_delivery;
use ateliers::input::{Sources, read_ground};
use ateliers::messages::{Lang, Messages};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::books::{archive, files_of, ods, rewritten, sheet, sheets_of, xlsx};
use crate::cli::Place;

const SMALL: &str = "data/fixtures/small";

/// Mutations of each workbook; `ATELIERS_MUTATIONS` asks for more.
const ROUNDS: u64 = 500;
/// Longest time to read a workbook of a few kilobytes, even on a busy machine.
const LONGEST: Duration = Duration::from_mins(1);

/// Tokens in XML that are difficult for readers of workbooks.
const TOKENS: [&str; 30] = [
    "<",
    ">",
    "/>",
    "\"",
    "&",
    "&b;",
    "&#0;",
    "&#1;",
    "<!--",
    "<![CDATA[",
    "r=\"XFD1048577\"",
    "r=\"\"",
    "r=\"A0\"",
    "ref=\"B2:A1\"",
    "t=\"s\"",
    "t=\"d\"",
    "<v>99999999</v>",
    "<v>NaN</v>",
    "<v>1e999</v>",
    "<f>",
    "<c>",
    "</row>",
    "hidden=\"1\"",
    "s=\"9999\"",
    "date1904=\"1\"",
    "table:number-columns-repeated=\"-1\"",
    "table:number-rows-repeated=\"1048576\"",
    "office:date-value=\"x\"",
    "office:time-value=\"PT99999999999H\"",
    "office:value-type=\"date\"",
];

/// Replacements of numbers: positions, counts, days, styles.
const NUMBERS: [&str; 12] = [
    "",
    "0",
    "-1",
    "0.5",
    "1e300",
    "1048577",
    "2958466",
    "-657435",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "999999999999999999999999",
];

/// A workbook with one of its files changed, or with its bytes changed.
fn mutated(bytes: &[u8], random: &mut Pcg64Mcg) -> Vec<u8> {
    if random.random_range(0..4) == 0 {
        let mut bytes = bytes.to_vec();
        for _ in 0..random.random_range(1..6) {
            let at = random.random_range(0..bytes.len());
            bytes[at] = random.random_range(0..=255);
        }
        bytes.truncate(random.random_range(bytes.len() / 2..=bytes.len()).max(bytes.len() - 3));
        return bytes;
    }
    let mut files = files_of(bytes);
    let which = random.random_range(0..files.len());
    for _ in 0..random.random_range(1..5) {
        spoil(&mut files[which].1, random);
    }
    if random.random_range(0..20) == 0 {
        files.remove(random.random_range(0..files.len()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&files)
}

fn spoil(text: &mut String, random: &mut Pcg64Mcg) {
    let edge = |at: usize, text: &str| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let at = edge(random.random_range(0..=text.len()), text);
    let until = edge((at + random.random_range(1..30)).min(text.len()), text).max(at);
    // What begins from here on with the first of these, up to the second.
    let next = |open: fn(char) -> bool, close: fn(char) -> bool| {
        let from = at + text[at..].find(open)?;
        let length = text[from..].char_indices().skip(1).find(|(_, letter)| close(*letter))?.0;
        Some(from..from + length)
    };
    match random.random_range(0..7) {
        0 => _ = text.drain(at..until),
        1 => text.insert_str(at, TOKENS[random.random_range(0..TOKENS.len())]),
        2 => {
            let piece = text[at..until].to_owned();
            text.insert_str(at, &piece);
        }
        3 => text.replace_range(at..until, TOKENS[random.random_range(0..TOKENS.len())]),
        4 => {
            let Some(digits) = next(|it| it.is_ascii_digit(), |it| !it.is_ascii_digit()) else { return };
            text.replace_range(digits, NUMBERS[random.random_range(0..NUMBERS.len())]);
        }
        5 => {
            let Some(element) = next(|it| it == '<', |it| it == '<') else { return };
            text.drain(element);
        }
        _ => {
            let Some(element) = next(|it| it == '<', |it| it == '<') else { return };
            let again = text[element.clone()].to_owned();
            text.insert_str(element.end, &again);
        }
    }
}

/// Gives every mutation of a workbook to a reader.
fn each_mutation(number: u64, name: &str, sound: &[u8], read: impl Fn(Vec<u8>)) {
    let asked = std::env::var("ATELIERS_MUTATIONS").ok().and_then(|rounds| rounds.parse().ok());
    for round in 0..asked.unwrap_or(ROUNDS) {
        let bytes = mutated(sound, &mut Pcg64Mcg::seed_from_u64(number << 32 | round));
        let started = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| read(bytes)));
        assert!(done.is_ok(), "{name}, round {round}");
        assert!(started.elapsed() < LONGEST, "{name}, round {round}: {:?}", started.elapsed());
    }
}

#[test]
fn no_mutated_workbook_makes_the_reader_of_scenarios_panic() {
    let small = sheets_of(Path::new(SMALL), true);
    let messages = Messages::new(Lang::Fr);
    for (number, (name, sound)) in (0..).zip([("w.xlsx", xlsx(&small)), ("w.ods", ods(&small))]) {
        let read = |bytes: Vec<u8>| {
            let sources = Sources::memory().with(name, bytes);
            validate(&Request { sources: &sources, scenario: Path::new(name) })
        };
        assert!(read(sound.clone()).is_ok(), "{name}");
        each_mutation(number, name, &sound, |bytes| match read(bytes) {
            Ok(validated) => _ = render(&validated.warnings, &messages),
            Err(Failure::Input(found)) => assert!(!render(&found.faults, &messages).is_empty()),
            Err(other) => panic!("no fault of a workbook: {other:?}"),
        });
    }
}

#[test]
fn no_mutated_form_makes_the_reader_of_deliveries_panic() {
    let place = Place::new();
    place.told("forms scenario.toml --out forms --lang fr --lines 2 --only 25304", 0);
    let form = fs::read(place.path("forms/25304-Herimoncourt.xlsx")).expect("a form");
    let table = sheet(
        "Inscriptions",
        &[
            &["Inscription", "Commune", "Créneaux", "Nom", "Téléphone", "Disponible du"],
            &["R1", "Hérimoncourt", "lundi 9h30", "Ana Z", "0612345678", "2026-01-31"],
            &["R2", "25539", "*", "Bo Y", "", ""],
        ],
    );
    let (ground, _) = read_ground(&place.path("scenario.toml")).expect("a scenario");
    let messages = Messages::new(Lang::Fr);
    for (number, (name, sound)) in (2..).zip([("form.xlsx", form), ("form.ods", ods(&[table]))]) {
        let path = place.path(name);
        fs::write(&path, &sound).expect("written");
        assert!(read_delivery(&path, &ground, None).is_ok(), "{name}");
        each_mutation(number, name, &sound, |bytes| {
            fs::write(&path, bytes).expect("written");
            match read_delivery(&path, &ground, None) {
                Ok((_, found)) => _ = render(&found, &messages),
                Err(faults) => assert!(!render(&faults, &messages).is_empty()),
            }
        });
    }
}

#[test]
fn a_cell_that_no_sheet_has_is_a_fault_of_the_workbook() {
    let sound = xlsx(&sheets_of(Path::new(SMALL), true));
    for (passage, by) in [
        ("r=\"A2\"", "r=\"A4294967296\""),
        ("r=\"A2\"", "r=\"XFE2\""),
        ("<row r=\"2\"", "<row r=\"99999999999\""),
        ("<dimension ref=\"A1:", "<dimension ref=\"ZZZZZZZZ9:"),
        ("<dimension ref=\"A1:", "<dimension ref=\"XFD1048576:"),
        (" uniqueCount=\"", " uniqueCount=\"4294967295"),
    ] {
        let spoilt = rewritten(&sound, passage, by);
        assert_ne!(spoilt, sound, "{passage}");
        let sources = Sources::memory().with("w.xlsx", spoilt);
        let read = validate(&Request { sources: &sources, scenario: Path::new("w.xlsx") });
        let Err(Failure::Input(found)) = read else { panic!("{by} is read") };
        assert!(found.faults.iter().any(|fault| fault.code.id() == "E007"), "{by}: {:?}", found.faults);
    }
}
