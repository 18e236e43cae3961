//! No input makes the reader panic, and large ones are read.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ateliers::diagnostics::{SHOWN_PER_CODE, render};
use ateliers::messages::{Lang, Messages};
use ateliers::plan::{Plan, price};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};

use super::village::{FILES, Village};

/// Opened once: this takes longer than reading the village.
static CATALOGUES: LazyLock<[Messages; 2]> = LazyLock::new(|| Lang::ALL.map(Messages::new));

/// A change to the bytes of a file, at a place relative to its length.
#[derive(Debug, Clone)]
enum Mutation {
    Replace(u8),
    Insert(Vec<u8>),
    Remove(usize),
    Repeat(usize),
}

/// Passages that have a meaning somewhere.
fn passages() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 1..4),
        proptest::sample::select(vec![
            "\"",
            ",",
            ";",
            "\n",
            "\r",
            "\t",
            "*",
            " ",
            "-1",
            "1e999",
            "nan",
            "inf",
            "99999999999999999999",
            "0.0000000001",
            "-9999-01-01",
            "9999-12-31",
            "[",
            "]",
            "[[data]]",
            "=",
            "{",
            "}",
            "null",
            "\u{feff}",
            "é",
            "\u{1}",
            "sep=;\n",
            "'''",
            ":",
            "commune:",
            "23:59",
        ])
        .prop_map(|passage| passage.as_bytes().to_vec()),
    ]
}

fn mutations() -> impl Strategy<Value = Vec<(usize, f64, Mutation)>> {
    let mutation = prop_oneof![
        any::<u8>().prop_map(Mutation::Replace),
        passages().prop_map(Mutation::Insert),
        (1_usize..20).prop_map(Mutation::Remove),
        (1_usize..60).prop_map(Mutation::Repeat),
        Just(Mutation::Remove(10_000)),
    ];
    vec((0..FILES.len(), 0.0..1.0, mutation), 1..5)
}

fn mutated(bytes: &mut Vec<u8>, place: f64, mutation: &Mutation) {
    let at = (place * bytes.len() as f64) as usize;
    match mutation {
        Mutation::Replace(byte) if at < bytes.len() => bytes[at] = *byte,
        Mutation::Replace(_) => {}
        Mutation::Insert(passage) => _ = bytes.splice(at..at, passage.iter().copied()),
        Mutation::Remove(count) => _ = bytes.drain(at..(at + count).min(bytes.len())),
        Mutation::Repeat(count) => {
            let passage = bytes[at..(at + count).min(bytes.len())].to_vec();
            bytes.splice(at..at, passage);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mutated_input_makes_the_reader_panic(mutations in mutations()) {
        let village = Village::new();
        let mut files: Vec<Vec<u8>> = FILES.iter().map(|(_, text)| text.as_bytes().to_vec()).collect();
        for (file, place, mutation) in &mutations {
            mutated(&mut files[*file], *place, mutation);
        }
        for ((name, _), bytes) in FILES.iter().zip(&files) {
            village.write(name, bytes);
        }
        let findings = village.findings();
        for messages in CATALOGUES.iter() {
            render(&findings, messages);
        }
        if let Ok(read) = village.read() {
            // What was accepted can be priced.
            price(&read.instance, &Plan::default());
        }
    }
}

#[test]
fn a_million_residents_are_read() {
    let mut table = "id,commune,slots,track,needs_tablet,max_travel_min,party,available_from\n".to_owned();
    for number in 0..1_000_000 {
        writeln!(table, "R{number:07},25388,tue-0930 thu-1400,base,1,12.5,,2026-02-01").unwrap();
    }
    let read = Village::new().with("residents.csv", table).sound();
    assert_eq!(read.instance.residents.len(), 1_000_000);
}

#[test]
fn a_million_faulty_rows_are_told_briefly() {
    let mut table = "id,commune,slots\n".to_owned();
    for number in 0..1_000_000 {
        writeln!(table, "R{number},2538,tue-093").unwrap();
    }
    let findings = Village::new().with("residents.csv", table).findings();
    assert!(render(&findings, &Messages::new(Lang::Fr)).len() < 20_000);
}

#[test]
fn a_hundred_thousand_strangers_in_a_plan_are_told_briefly() {
    let strangers: Vec<String> = (0..100_000).map(|number| format!("\"X{number}\"")).collect();
    let village = Village::new().replacing("plan.json", "\"R2\", \"R1\"", &strangers.join(",\n"));
    let findings = village.findings();
    assert_eq!(findings.len(), SHOWN_PER_CODE);
    assert_eq!(findings[1].at.line, Some(4));
    assert!(render(&findings, &CATALOGUES[0]).len() < 20_000);
}

#[test]
fn a_hundred_thousand_hosts_are_read() {
    let hosts = vec!["\"25304\""; 100_000].join(",\n");
    let village = Village::new().replacing("scenario.toml", "\"25388\", \"25304\"", &hosts);
    assert_eq!(village.sound().instance.rules.hosts.communes.len(), 1);
}

#[test]
fn a_hundred_thousand_strange_columns_are_told_briefly() {
    let header: Vec<String> = (0..100_000).map(|number| format!("{number}{}", "x".repeat(100))).collect();
    let table = format!("id,commune,slots,{}\n", header.join(","));
    let findings = Village::new().with("residents.csv", table).findings();
    assert!(render(&findings, &CATALOGUES[0]).len() < 20_000);
}
