//! Codes, days, times and numbers as people and their spreadsheets write them.

use ateliers::diagnostics::{Code, Diagnostic, render};
use ateliers::input::{read_contacts, read_scenario};
use ateliers::instance::units::{Euros, Kilometres, Minutes};
use ateliers::messages::{Lang, Messages};
use jiff::civil::date;

use super::village::{FILES, Village, places};

fn english(findings: &[Diagnostic]) -> String {
    render(findings, &Messages::new(Lang::En))
}

/// The village, with codes that lost their leading zero in these tables.
fn without_zeros(files: &[&str]) -> Village {
    let village = Village::new()
        .adding("venues.csv", "V3,01269,Mairie,8,*,\n")
        .adding("residents.csv", "R4,01269,*,base,0,20,,\n")
        .adding("closures.csv", "2026-03-09,2026-03-09,commune:01269,\n")
        .replacing("scenario.toml", "\"25304\"]", "\"25304\", \"01269\"]");
    for (file, _) in FILES.iter().filter(|(file, _)| files.contains(file)) {
        let text = std::fs::read_to_string(village.path(file)).expect("a file");
        village.write(file, text.replace("01269", "1269").as_bytes());
    }
    village
}

#[test]
fn codes_that_lost_their_zero_are_read_the_same_whichever_tables_lost_it() {
    let sets: [&[&str]; 4] = [
        &["communes.csv"],
        &["venues.csv", "residents.csv"],
        &["distances.csv", "closures.csv", "scenario.toml"],
        &["communes.csv", "venues.csv", "residents.csv", "distances.csv", "closures.csv", "scenario.toml"],
    ];
    for files in sets {
        let read = without_zeros(files).sound();
        let nantua = &read.instance.communes.raw[2];
        assert_eq!((nantua.insee.as_str(), nantua.name.as_str()), ("01269", "Nantua"));
        assert_eq!(read.instance.residents.raw[3].commune, 2.into());
        assert_eq!(read.instance.rules.hosts.communes.len(), 3);
        assert!(read.warnings.iter().all(|warning| warning.code == Code::CodeMended));
        assert_eq!(read.warnings.len(), files.len(), "once in each table: {:?}", places(&read.warnings));
    }
}

#[test]
fn another_communes_code_is_never_proposed() {
    let village = Village::new().adding(
        "residents.csv",
        "R4,25389,*,base,,,,\nR5,01270,*,base,,,,\nR6,1270,*,base,,,,\nR7,25388 Hérimoncourt,*,base,,,,\n",
    );
    let findings = village.findings();
    assert_eq!(findings.len(), 4);
    for finding in &findings[..3] {
        let text = english(std::slice::from_ref(finding));
        assert!(text.contains("merged") && !text.contains("`25388`") && !text.contains("`01269`"), "{text}");
    }
    assert!(english(&findings[3..]).contains("Montbéliard is `25388`"));
}

#[test]
fn tables_are_read_as_people_write_them() {
    // French columns, communes by name, slots in words and as columns with crosses, company by identifier.
    let residents = "Inscription;Commune;Mardi 9h30;thu-1400;Vient avec;Tablette à prêter\n\
                     R1;MONTBELIARD;x;;;oui\nR2;Herimoncourt;X;oui;R1;n\nR3;Étupes;;1;R2;\nR4;Nantua (01269);x;non;;O\n";
    let venues = "Salle;Commune;Nom;Places;Créneaux\nV1;Montbéliard;Salle;12;mardi 9h30, jeudi 14h\nV2;25304;Mairie;8;*\n";
    let read = Village::new()
        .adding("communes.csv", "25228,Étupes,47.5,6.86,3600\n")
        .with("residents.csv", residents)
        .with("venues.csv", venues)
        .with("closures.csv", "Du;Au;Portée;Motif\n07/02/2026;22/02/2026;Tous;vacances\n2026-03-02;2026-03-02;commune : étupes;\n2026-03-03;2026-03-03;salle:V1;\n2026-03-03;2026-03-03;animateur:T1;\n")
        .replacing("scenario.toml", "[\"25388\", \"25304\"]", "[\"Montbéliard\", \"Hérimoncourt\"]")
        .sound();
    let instance = &read.instance;
    let residents = &instance.residents.raw;
    assert_eq!(residents.iter().map(|it| usize::from(it.commune)).collect::<Vec<_>>(), [0, 1, 4, 2]);
    assert_eq!(residents.iter().map(|it| it.slots.len()).collect::<Vec<_>>(), [1, 2, 1, 1]);
    assert_eq!(residents.iter().map(|it| it.needs_tablet).collect::<Vec<_>>(), [true, false, false, true]);
    // R3 names R2, who names R1.
    let parties: Vec<usize> = instance.parties.iter().map(|party| party.members.len()).collect();
    assert_eq!(parties, [3, 1]);
    assert_eq!(instance.venues.raw[0].slots.len(), 2);
    assert_eq!((instance.closures.len(), instance.rules.hosts.communes.len()), (4, 2));
    // They have no slot in common, which is reported; that they live in three communes is not, since they named each other.
    assert_eq!(places(&read.warnings), ["W509 residents.csv:3 Vient avec"]);
}

#[test]
fn communes_of_one_name_are_listed() {
    let village = Village::new()
        .adding("communes.csv", "25001,Saint-Étienne,47.1,6.1,\n25002,St Etienne,47.2,6.2,\n")
        .adding("residents.csv", "R4,saint étienne,*,base,,,,\n");
    let text = english(&village.findings());
    assert!(text.contains("Saint-Étienne (25001), St Etienne (25002)"), "{text}");
}

#[test]
fn rows_may_lack_empty_optional_fields_at_their_end_or_have_some_more() {
    let rows = "R4,25304,*\nR5,25304,*,base,1,20,,,,,\nR6,25304,*,base\n";
    let read = Village::new().adding("residents.csv", rows).sound();
    assert_eq!((read.instance.residents.len(), read.warnings.len()), (6, 0));
    let header = "id,commune,slots,track,needs_tablet,,,\n";
    let read =
        Village::new().with("residents.csv", format!("{header}R1,25304,*\nR2,25304,*,base,1,,,\n")).sound();
    assert!(read.instance.residents.raw[1].needs_tablet);
}

#[test]
fn weekdays_times_numbers_and_days_are_read_as_people_write_them() {
    let slots = "id;weekday;start\ntue-0930;mardi;9h30\nthu-1400;Jeu.;14 h\n";
    let roads = "from;to;km;minutes\n25388;25304;1 011,5 km;16,5 min\n";
    let trainers = "id;name;base;slots;hourly_cost;km_cost;available_from;available_until\n\
                    T1;Claire;25388;*;32,50 €/h;0,40 €;01/02/27;2027-02-28 00:00:00\n";
    let read = Village::new()
        .with("slots.csv", slots)
        .with("roads.csv", roads)
        .with("trainers.csv", trainers)
        .replacing("communes.csv", "25800", "25\u{202f}800")
        .replacing("venues.csv", "*,\n", "*,\"5,50\u{a0}€\"\n")
        .sound();
    assert_eq!(places(&read.warnings), Vec::<String>::new());
    let instance = read.instance;
    assert_eq!(instance.slots.raw[1].start_minute, 14 * 60);
    assert_eq!(instance.communes.raw[0].population, Some(25_800));
    let leg = instance.travel.leg(0.into(), 1.into()).expect("a road");
    assert_eq!(
        (leg.km, leg.minutes),
        (Kilometres::from_nano(1_011_500_000_000), Minutes::from_nano(16_500_000_000))
    );
    assert_eq!(instance.venues.raw[1].cost_per_session, Euros::from_nano(5_500_000_000));
    let trainer = &instance.trainers.raw[0];
    assert_eq!(
        (trainer.hourly_cost, trainer.km_cost),
        (Euros::from_nano(32_500_000_000), Euros::from_nano(400_000_000))
    );
    assert_eq!(trainer.availability.from, Some(date(2027, 2, 1)));
    assert_eq!(trainer.availability.until, Some(date(2027, 2, 28)));
}

#[test]
fn a_spreadsheets_number_of_days_is_a_date_in_every_column_of_dates() {
    // 2026-03-09 and 2026-03-11.
    let read = Village::new().adding("closures.csv", "46090,46092,all,\n").sound();
    let closure = read.instance.closures.last().expect("a closure");
    assert_eq!((closure.from, closure.until), (date(2026, 3, 9), date(2026, 3, 11)));
    assert_eq!(places(&read.warnings), ["W316 closures.csv:4 from", "W316 closures.csv:4 until"]);
    // Elsewhere it is a number.
    assert_eq!(
        places(&Village::new().adding("kits.csv", "K2,46090,25388\n").sound().warnings),
        Vec::<String>::new()
    );
}

#[test]
fn strangers_whose_formula_failed_are_no_party() {
    let rows: Vec<String> = (4..11).map(|number| format!("R{number},25388,*,base,,,#N/A,\n")).collect();
    let findings = Village::new().adding("residents.csv", &rows.concat()).findings();
    assert_eq!(findings.len(), 7);
    assert!(findings.iter().all(|finding| finding.code == Code::FormulaError));
    // Also in columns of text, and in the note.
    let village = Village::new()
        .replacing("venues.csv", "Mairie", "#NOM?")
        .with("kits.csv", "id,tablets,depot,note\nK1,12,25388,#REF!\n");
    assert_eq!(places(&village.findings()), ["E314 kits.csv:2 note", "E314 venues.csv:3 name"]);
}

#[test]
fn members_of_a_doubtful_party_are_shown() {
    for name in ["0", "-", "non", "Aucun", "n/a"] {
        let rows = format!("R4,25388,*,base,,,{name},\nR5,25388,*,base,,,{name},\n");
        let warnings = Village::new().adding("residents.csv", &rows).sound().warnings;
        assert_eq!(places(&warnings), ["W515 residents.csv:5 party"], "{name}");
        assert!(english(&warnings).contains("R4 (Montbéliard), R5 (Montbéliard)"));
    }
    // A resident who is alone with such an answer came alone.
    let read = Village::new().adding("residents.csv", "R4,25388,*,base,,,non,\n").sound();
    assert_eq!(places(&read.warnings), Vec::<String>::new());
}

#[test]
fn nobody_gets_the_contact_of_another_person() {
    let village = Village::new().replacing("residents.csv", "R3,", "R0031,").with(
        "contacts.csv",
        "id,name\nR0032,Mme Exemple\nr-0031,M. Exemple\n1269,Mairie de Nantua\n25389,Mairie\nHerimoncourt,Mairie\n",
    );
    let instance = read_scenario(&village.path("scenario.toml")).expect("sound").instance;
    let findings = read_contacts(&village.path("contacts.csv"), &instance).expect_err("strangers");
    let expected = [
        "E407 contacts.csv:2 id",
        "E407 contacts.csv:3 id",
        "W315 contacts.csv:4 id",
        "E407 contacts.csv:5 id",
        "E407 contacts.csv:6 id",
    ];
    assert_eq!(places(&findings), expected);
    let hint = |position: usize| english(&findings[position..=position]);
    assert!(hint(0).contains("has withdrawn") && !hint(0).contains("R0031"), "{}", hint(0));
    assert!(hint(1).contains("did you mean `R0031`"), "{}", hint(1));
    assert!(hint(3).contains("merged") && !hint(3).contains("25388"), "{}", hint(3));
    assert!(hint(4).contains("Hérimoncourt is `25304`"), "{}", hint(4));
}
