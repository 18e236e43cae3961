//! What spreadsheets in France write, and what people type.

use ateliers::input::{Read, read_communes};
use ateliers::instance::Instance;
use ateliers::instance::units::{Euros, Kilometres, Minutes};

use super::village::{FILES, Village, places};

fn original(file: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == file).expect("a file of the village").1
}

/// Everything except the digest, which is over bytes.
fn tables(instance: &Instance) -> String {
    let mut data = (**instance).clone();
    data.digest.clear();
    format!("{data:?}")
}

/// The file, written in another way, has the same meaning as the original.
#[track_caller]
fn says_the_same(file: &str, content: impl AsRef<[u8]>) {
    let Read { instance, warnings, .. } = Village::new().with(file, content).sound();
    assert_eq!(places(&warnings), Vec::<String>::new());
    assert_eq!(tables(&instance), tables(&Village::new().sound().instance));
}

#[test]
fn semicolons_and_tabs_delimit_as_commas_do() {
    for file in ["communes.csv", "venues.csv", "residents.csv", "closures.csv"] {
        says_the_same(file, original(file).replace(',', ";"));
        says_the_same(file, original(file).replace(',', "\t"));
    }
}

#[test]
fn decimal_commas_are_read() {
    says_the_same("roads.csv", original("roads.csv").replace(',', ";").replace('.', ","));
    says_the_same(
        "roads.csv",
        "from,to,km,minutes\n25388,25304,\"11,2\",\"16,5\"\n25388,25304,\"10,9\",17\n",
    );
}

#[test]
fn encodings_are_told_apart() {
    let text = original("communes.csv");
    says_the_same("communes.csv", format!("\u{feff}{text}"));
    let windows: Vec<u8> =
        text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    says_the_same("communes.csv", windows);
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(to_bytes).collect()
    };
    says_the_same("communes.csv", utf16(u16::to_le_bytes));
    says_the_same("communes.csv", utf16(u16::to_be_bytes));
}

#[test]
fn line_ends_blank_lines_and_rows_of_delimiters_do_not_count() {
    let text = original("kits.csv");
    says_the_same("kits.csv", text.replace('\n', "\r\n"));
    says_the_same("kits.csv", text.replace('\n', "\n\n,,\n\n"));
    says_the_same("kits.csv", text.trim_end());
    says_the_same("kits.csv", format!("sep=,\r\n{text}"));
    says_the_same("kits.csv", format!("sep=;\n{}", text.replace(',', ";")));
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let village = Village::new().with("kits.csv", "sep=;\n\nid;tablets;depot\n\r\n;;\nK1;douze;25388\n");
    assert_eq!(places(&village.findings()), ["E304 kits.csv:6 tablets"]);
    let village = Village::new().with("kits.csv", "id,tablets,depot\n\"K\n1\",12,25388\nK2,douze,25388\n");
    assert_eq!(places(&village.findings()), ["E304 kits.csv:4 tablets"]);
}

#[test]
fn columns_are_found_by_name_in_any_order_and_case() {
    says_the_same("kits.csv", "Depot , TABLETS,id\n25388,12,K1\n");
}

#[test]
fn quoted_fields_hold_delimiters_quotes_and_line_breaks() {
    let name = "Salle \"A\", 1er étage\nentrée B";
    let village = Village::new().replacing(
        "venues.csv",
        "Salle des fêtes",
        &format!("\"{}\"", name.replace('"', "\"\"")),
    );
    assert_eq!(village.sound().instance.venues.raw[0].name, name);
}

#[test]
fn fields_are_trimmed() {
    says_the_same("kits.csv", "id,tablets,depot\n K1 , 12 , 25388 \n");
}

#[test]
fn dates_and_booleans_have_french_forms() {
    let text = original("residents.csv");
    says_the_same("residents.csv", text.replace("2026-02-01", "01/02/2026"));
    says_the_same("residents.csv", text.replace("base,1", "base,VRAI").replace("base,0", "base,non"));
    says_the_same("scenario.toml", original("scenario.toml").replace("2026-01-05", "\"05/01/2026\""));
}

#[test]
fn numbers_are_exact_to_the_ninth_decimal() {
    let village = Village::new().with("distances.csv", "from,to,km,minutes\n25388,01269,0.1,28.666666667\n");
    let instance = village.sound().instance;
    let leg = instance.travel.leg(0.into(), 2.into()).unwrap();
    assert_eq!(leg.minutes, Minutes::from_nano(28_666_666_667));
    assert_eq!(leg.km, Kilometres::from_nano(100_000_000));
    // Seventeen digits and more: no float holds them.
    let village = Village::new().adding("scenario.toml", "[travel]\nlocal_minutes = +100_000.123456789\n");
    assert_eq!(village.sound().instance.rules.travel.local.minutes, Minutes::from_nano(100_000_123_456_789));
    let village = Village::new().adding("scenario.toml", "[costs]\nmax_gross = 99999999.000000001\n");
    let budget = village.sound().instance.rules.costs.max_gross;
    assert_eq!(budget, Some(Euros::from_nano(99_999_999_000_000_001)));
}

#[test]
fn numbers_of_toml_may_have_an_exponent() {
    let village =
        Village::new().adding("scenario.toml", "[costs]\nmax_gross = 5.25e4\n[solver]\ngap = 1E-4\n");
    let rules = village.sound().instance.rules.clone();
    assert_eq!(rules.costs.max_gross, Some(Euros::from_nano(52_500_000_000_000)));
    assert!((rules.solver.gap - 1e-4).abs() < 1e-12);
}

#[test]
fn coordinates_may_carry_more_digits_than_quantities() {
    let village = Village::new().replacing("communes.csv", "47.51,6.8,", "47.510000000001234,6.8,");
    assert!((village.sound().instance.communes.raw[0].lat - 47.51).abs() < 1e-9);
}

#[test]
fn communes_can_be_read_alone() {
    let village = Village::new();
    let (communes, warnings) = read_communes(&village.path("communes.csv")).unwrap();
    assert_eq!((communes.len(), warnings.len()), (4, 0));
    assert_eq!(communes.raw[2].insee, "01269");
    let faults = read_communes(&village.path("kits.csv")).unwrap_err();
    assert!(places(&faults).contains(&"E201 kits.csv:1".to_owned()));
}
