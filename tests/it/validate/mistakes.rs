//! Mistakes in a scenario's TOML: each is reported in both languages with its correction, and hides nothing else.

use ateliers::diagnostics::render;
use ateliers::messages::{Lang, Messages};

use super::village::{Village, places};

#[test]
fn mistakes_of_toml_do_not_hide_faults_of_tables_nor_each_other() {
    let village = Village::new()
        .replacing("scenario.toml", "name = \"village\"", "name = “village”")
        .replacing("scenario.toml", "start = 2026-01-05", "start = 05/01/2026")
        .replacing("scenario.toml", "max_group = 4", "max_group = 4\nsession_minutes = 120,5")
        .replacing("scenario.toml", "\"kits.csv\"", "\".\\kits.csv\"")
        .adding("residents.csv", "R4,99999,sun-0000,base,,,,\n")
        .adding("kits.csv", "K1,-1,99999\n");
    let mut found = places(&village.findings());
    found.sort();
    let expected = [
        "E101 scenario.toml:1 8",
        "E101 scenario.toml:13 9",
        "E101 scenario.toml:18 22",
        "E101 scenario.toml:9 11",
        "E305 kits.csv:3 tablets",
        "E401 kits.csv:3 depot",
        "E401 residents.csv:5 commune",
        "E402 residents.csv:5 slots",
        "E408 kits.csv:3 id",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_mistake_is_told_in_the_readers_language_with_the_line_as_it_was_meant() {
    let village = Village::new().adding("scenario.toml", "[costs]\nfee = 35,00\n???\n");
    let findings = village.findings();
    assert_eq!(places(&findings), ["E101 scenario.toml:21 9", "E101 scenario.toml:22 4"]);
    let french = render(&findings, &Messages::new(Lang::Fr));
    assert!(
        french.contains("les nombres s’écrivent avec un point") && french.contains("fee = 35.00"),
        "{french}"
    );
    for english in ["expected", "unexpected", "anglais", "key"] {
        assert!(!french.contains(english), "`{english}` in {french}");
    }
    let text = render(&findings, &Messages::new(Lang::En));
    assert!(
        text.contains("numbers have a decimal point") && text.contains("hint: write: fee = 35.00"),
        "{text}"
    );
}

#[test]
fn a_key_whose_line_is_left_out_is_not_missed_as_well() {
    let village = Village::new().replacing("scenario.toml", "end = 2026-07-03", "end = \"2026\" \"07\"");
    assert_eq!(places(&village.findings()), ["E101 scenario.toml:14 14"]);
}

#[test]
fn a_path_whose_backslash_was_taken_for_another_character_is_told_as_such() {
    let village = Village::new().replacing("scenario.toml", "\"trainers.csv\"", "\"data\\trainers.csv\"");
    let findings = village.findings();
    assert_eq!(places(&findings), ["E101 scenario.toml:8 data.trainers"]);
    let text = render(&findings, &Messages::new(Lang::En));
    assert!(text.contains("data/trainers.csv"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_path_of_windows_that_would_be_right_with_slashes_is_told_so() {
    let village = Village::new().replacing("scenario.toml", "\"kits.csv\"", "'.\\kits.csv'");
    let findings = village.findings();
    assert_eq!(places(&findings), ["E001 scenario.toml:9 data.kits"]);
    assert!(render(&findings, &Messages::new(Lang::En)).contains("with slashes"));
}

#[test]
fn hints_on_quotes_are_given_only_where_they_can_be_right() {
    let hint = |value: &str| {
        let village = Village::new().adding("scenario.toml", &format!("[costs]\nfee = {value}\n"));
        render(&village.findings(), &Messages::new(Lang::En))
    };
    assert!(hint("\"35,00 €\"").contains("without quotes: 35.00"));
    assert!(!hint("\"thirty\"").contains("hint:"));
    let village = Village::new().replacing("scenario.toml", "\"25304\"", "1269");
    let text = render(&village.findings(), &Messages::new(Lang::En));
    assert!(text.contains("in quotes: \"01269\""), "{text}");
}
