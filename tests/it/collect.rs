//! Forms for town halls, and what comes back: new residents, changes, and that manual changes of a planner survive.

use std::fs;
use std::path::Path;

use ateliers::input::{read_scenario, read_workbook};

use crate::books::{Sheet, xlsx};
use crate::cli::Place;

/// Codes of `diagnostics` that these tests trigger.
pub(crate) const CODES: [&str; 1] = ["E901"];

pub(crate) const COLLECT: &str = "collect back --out enrolments.csv --contacts contacts.csv --lang fr";

/// The small territory, with forms made, and enrolments still to come.
pub(crate) fn territory() -> Place {
    let place = Place::new();
    place.edit("scenario.toml", "residents.csv", "enrolments.csv");
    fs::create_dir(place.path("back")).expect("a folder");
    place.told("forms scenario.toml --out forms --lang fr --lines 5", 0);
    place
}

/// The sheets of a workbook.
fn sheets(path: &Path) -> Vec<Sheet> {
    let grids = read_workbook(path).expect("a workbook");
    let sheet = |grid: ateliers::input::sheet::Grid| {
        let last = grid.rows.last().map_or(0, |row| row.line as usize);
        let mut rows = vec![Vec::new(); last];
        for row in grid.rows {
            rows[row.line as usize - 1] = row.cells.iter().map(str::to_owned).collect();
        }
        (grid.name, rows)
    };
    grids.into_iter().map(sheet).collect()
}

/// Fills in cells of the form of Hérimoncourt, each by its line's number and its column, and sends it back; names go to
/// their own sheet.
fn sent_back(place: &Place, cells: &[(&str, &str, &str)]) {
    filled(place, "forms/25304-Herimoncourt.xlsx", "back/herimoncourt.xlsx", cells);
}

fn filled(place: &Place, form: &str, back: &str, cells: &[(&str, &str, &str)]) {
    let mut sheets = sheets(&place.path(form));
    for (number, column, value) in cells {
        let with = |(name, rows): &&mut Sheet| {
            ["Inscriptions", "Personnes"].contains(&name.as_str())
                && rows[0].iter().any(|title| title == column)
        };
        let (_, rows) = sheets.iter_mut().rev().find(with).unwrap_or_else(|| panic!("no column {column}"));
        let at = rows[0].iter().position(|title| title == column).expect("a column");
        let row = rows.iter_mut().find(|row| row.first().is_some_and(|id| id == number));
        let row = row.unwrap_or_else(|| panic!("no line {number}"));
        row.resize(row.len().max(at + 1), String::new());
        (*value).clone_into(&mut row[at]);
    }
    fs::write(place.path(back), xlsx(&sheets)).expect("written");
}

/// Jeanne and Paul, who come together.
const TWO: [(&str, &str, &str); 8] = [
    ("R25304-001", "Nom", "Jeanne Dupont"),
    ("R25304-001", "Téléphone", "0612345678"),
    ("R25304-001", "lundi 9h30", "x"),
    ("R25304-001", "Tablette à prêter", "oui"),
    ("R25304-002", "Nom", "Paul Dupont"),
    ("R25304-002", "lundi 9h30", "x"),
    ("R25304-002", "mardi 14h", "x"),
    ("R25304-002", "Vient avec", "Jeanne DUPONT"),
];

pub(crate) fn text(place: &Place, name: &str) -> String {
    fs::read_to_string(place.path(name)).unwrap_or_default()
}

/// A cell of a table in the French dialect.
pub(crate) fn cell(place: &Place, file: &str, id: &str, column: &str) -> String {
    let table = text(place, file);
    let mut rows =
        table.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let at = header.iter().position(|name| *name == column).unwrap_or_else(|| panic!("{column} in {table}"));
    let own = header.iter().position(|name| *name == "id").expect("an id");
    let row = rows.find(|row| row[own] == id).unwrap_or_else(|| panic!("{id} in {table}"));
    row[at].to_owned()
}

#[test]
fn each_town_hall_gets_a_form_with_its_own_numbers() {
    let place = territory();
    let mut names: Vec<String> = fs::read_dir(place.path("forms"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["25304-Herimoncourt.xlsx", "25314-Indevillers.xlsx", "25539-Seloncourt.xlsx"]);
    let sheets = sheets(&place.path("forms/25539-Seloncourt.xlsx"));
    let [_, (enrolments, rows), (people, persons), _] = sheets.as_slice() else { panic!("{sheets:?}") };
    assert_eq!([enrolments, people], ["Inscriptions", "Personnes"]);
    assert_eq!(rows[0][..4], ["Inscription", "Commune", "lundi 9h30", "mardi 14h"]);
    assert!(!rows[0].contains(&"Nom".to_owned()) && persons[0].contains(&"Nom".to_owned()));
    assert_eq!(rows[5][..2], ["R25539-005", "Seloncourt"]);
    assert_eq!((rows.len(), persons[5][0].as_str()), (6, "R25539-005"));
    // Existing files are not replaced, and an unknown commune is reported.
    place.told("forms scenario.toml --out forms", 2);
    assert!(place.told("forms scenario.toml --out other --only 25999", 2).contains("25999"));
}

#[test]
fn what_comes_back_is_shown_kept_and_nothing_new_the_second_time() {
    let place = territory();
    sent_back(&place, &TWO);
    let told = place.told(COLLECT, 1);
    assert!(told.contains("R25304-001") && told.contains("--yes") && !told.contains("Jeanne"), "{told}");
    assert!(!place.path("enrolments.csv").exists() && !place.path("contacts.csv").exists());

    place.told(&format!("{COLLECT} --yes"), 0);
    let (enrolments, contacts) = (text(&place, "enrolments.csv"), text(&place, "contacts.csv"));
    assert_eq!(cell(&place, "enrolments.csv", "R25304-001", "slots"), "mon-0930");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-001", "needs_tablet"), "1");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-002", "slots"), "mon-0930 tue-1400");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-002", "party"), "R25304-001");
    assert_eq!(cell(&place, "contacts.csv", "R25304-001", "phone"), "06 12 34 56 78");
    let said = text(&place, "enrolments.collected.csv");
    for name in ["Jeanne", "Paul", "Dupont", "DUPONT"] {
        assert!(!enrolments.contains(name) && !said.contains(name), "{name}");
        assert!(contacts.contains(name) || name == "DUPONT", "{name}");
    }
    let read = read_scenario(&place.path("scenario.toml")).expect("sound").instance;
    assert_eq!((read.residents.len(), read.parties.len()), (2, 1));

    let told = place.told(COLLECT, 0);
    assert!(told.contains("Rien de nouveau"), "{told}");
    assert_eq!((enrolments, contacts), (text(&place, "enrolments.csv"), text(&place, "contacts.csv")));
    assert_eq!(said, text(&place, "enrolments.collected.csv"));
}

#[cfg(unix)]
#[test]
fn only_their_owner_may_read_the_names() {
    use std::os::unix::fs::PermissionsExt;

    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let rights = |name| fs::metadata(place.path(name)).expect("a file").permissions().mode() & 0o077;
    assert_eq!(["contacts.csv", "contacts.collected.csv"].map(rights), [0, 0]);
    assert_ne!(rights("enrolments.csv"), 0);
    place.told("forms scenario.toml --out again --contacts contacts.csv", 0);
    assert_eq!(rights("again/25304-Herimoncourt.xlsx"), 0);
}

#[test]
fn what_changed_and_who_withdrew_is_told() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let later = [("R25304-001", "mardi 14h", "x"), ("R25304-002", "Désistement", "oui")];
    sent_back(&place, &[TWO.as_slice(), &later].concat());
    let told = place.told(&format!("{COLLECT} --yes"), 0);
    assert!(told.contains("Créneaux\u{a0}: mon-0930 → mon-0930 tue-1400"), "{told}");
    assert!(told.contains("Désistement\u{a0}: 0 → 1"), "{told}");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-002", "withdrawn"), "1");
}

#[test]
fn an_empty_cell_and_an_emptied_line_delete_nothing() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let before = text(&place, "enrolments.csv");
    // Jeanne's line contains only her name; Paul's is as it was handed out.
    sent_back(&place, &[("R25304-001", "Nom", "Jeanne Dupont")]);
    let told = place.told(COLLECT, 0);
    assert!(told.contains("R25304-002 est inscrite, et sa ligne est vide"), "{told}");
    assert_eq!(text(&place, "enrolments.csv"), before);
}

#[test]
fn what_the_planner_changed_stays_until_the_town_hall_says_something_new() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let header = text(&place, "enrolments.csv").lines().next().expect("a header").to_owned();
    let [priority, withdrawn] = ["priority", "withdrawn"].map(|name| {
        header.trim_start_matches('\u{feff}').split(';').position(|it| it == name).expect("a column")
    });
    let table = text(&place, "enrolments.csv");
    let by_hand = |line: &str| {
        let mut fields: Vec<&str> = line.split(';').collect();
        match fields[0] {
            "R25304-001" => (fields[priority], fields[2]) = ("3", "mardi 14h"),
            "R25304-002" => fields[withdrawn] = "oui",
            _ => {}
        }
        fields.join(";") + ";à rappeler\n"
    };
    let edited: String = table.lines().map(by_hand).collect();
    fs::write(place.path("enrolments.csv"), edited.replacen("à rappeler", "note", 1)).expect("written");
    assert!(place.told(COLLECT, 0).contains("Rien de nouveau"));

    // The town hall reports another slot for Jeanne, whose slots the planner changed; and Paul needs a tablet.
    let later = [("R25304-001", "mardi 14h", "x"), ("R25304-002", "Tablette à prêter", "oui")];
    sent_back(&place, &[TWO.as_slice(), &later].concat());
    let told = place.told(&format!("{COLLECT} --yes"), 0);
    assert!(told.contains("votre valeur est gardée"), "{told}");
    let jeanne = |column| cell(&place, "enrolments.csv", "R25304-001", column);
    assert_eq!([jeanne("slots"), jeanne("priority"), jeanne("note")], ["mardi 14h", "3", "à rappeler"]);
    assert_eq!(cell(&place, "enrolments.csv", "R25304-002", "withdrawn"), "oui");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-002", "needs_tablet"), "1");

    // It is reported until it is decided.
    let told = place.told(&format!("{COLLECT} --yes --prefer-town-halls"), 0);
    assert!(told.contains("tue-1400 → mon-0930 tue-1400"), "{told}");
    assert_eq!(jeanne("slots"), "mon-0930 tue-1400");
    assert_eq!(jeanne("priority"), "3");
}

#[test]
fn a_row_that_cannot_be_taken_goes_back_with_its_reason() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let later = [
        ("R25304-001", "Nom", "Ahmed Benali"),
        ("R25304-003", "Nom", "Claire Petit"),
        ("R25304-004", "Nom", "Denis Roy"),
        ("R25304-004", "lundi 9h30", "peut-être"),
        ("R25304-005", "Nom", "Emma Blanc"),
        ("R25304-005", "lundi 9h30", "x"),
    ];
    sent_back(&place, &[TWO.as_slice(), &later].concat());
    let told = place.told(&format!("{COLLECT} --yes --preview seen.xlsx"), 0);
    for code in ["E901", "E301", "E317"] {
        assert!(told.contains(code), "{code} in {told}");
    }
    assert!(!told.contains("Benali") && !told.contains("Petit"), "{told}");
    assert_eq!(cell(&place, "contacts.csv", "R25304-001", "name"), "Jeanne Dupont");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-005", "slots"), "mon-0930");
    let sheets = sheets(&place.path("seen.xlsx"));
    let (name, refused) = &sheets[0];
    assert_eq!((name.as_str(), refused.len()), ("Refusées", 4), "{refused:?}");
    assert!(refused.iter().any(|row| row[0] == "R25304-004" && row[2] == "Inscriptions!C5"), "{refused:?}");
    let all: String = sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(String::as_str).collect();
    assert!(!all.contains("Dupont") && !all.contains("Benali") && all.contains("R25304-005"), "{all}");
    // A file of another origin is not replaced.
    let refused = place.told(&format!("{COLLECT} --yes --preview forms/25304-Herimoncourt.xlsx"), 2);
    assert!(refused.contains("n’est pas un classeur de retour"), "{refused}");
}

#[test]
fn however_many_rows_are_at_fault_none_is_taken_in_part() {
    let place = territory();
    let rows = (1..=30).map(|number| format!("Anne N{number};Hérimoncourt;*;#N/A\n"));
    let list: String = std::iter::once("Nom;Commune;Créneaux;Trajet max\n".to_owned()).chain(rows).collect();
    fs::write(place.path("back/liste.csv"), list).expect("written");
    let told = place.told(COLLECT, 0);
    assert!(told.contains("Lignes refusées") && told.contains("  30\n") && told.contains("E314"), "{told}");
    assert!(told.contains("30 erreurs"), "{told}");
}

#[test]
fn a_name_without_a_number_and_a_number_twice_are_told() {
    let place = territory();
    sent_back(&place, &TWO);
    let path = place.path("back/herimoncourt.xlsx");
    let mut sheets = sheets(&path);
    let people = &mut sheets[2].1;
    people.push(["", "Zoé Simon"].map(str::to_owned).to_vec());
    people.push(["R25304-001", "Luc Henry"].map(str::to_owned).to_vec());
    fs::write(&path, xlsx(&sheets)).expect("written");
    let told = place.told(&format!("{COLLECT} --yes"), 0);
    assert!(told.contains("Personnes!A7") && told.contains("E301"), "{told}");
    assert!(told.contains("Personnes!A8") && told.contains("E408"), "{told}");
    assert_eq!(cell(&place, "contacts.csv", "R25304-001", "name"), "Jeanne Dupont");
    assert_eq!(text(&place, "contacts.csv").lines().count(), 3);
}

#[test]
fn people_of_one_name_are_shown_and_never_merged() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    // Another list, without numbers: one Jeanne whose telephone is that of the first, and two whose is not.
    fs::remove_file(place.path("back/herimoncourt.xlsx")).expect("removed");
    let list = "Nom;Commune;Créneaux;Téléphone\nDUPONT Jeanne;Hérimoncourt;tue-1400;0699999999\n\
        Jeanne Dupont;Hérimoncourt;*;06 12 34 56 78\nJeanne Dupont;Hérimoncourt;mon-0930;\n";
    fs::write(place.path("back/liste.csv"), list).expect("written");
    let told = place.told(&format!("{COLLECT} --yes"), 0);
    assert!(
        told.contains("Hérimoncourt\u{a0}: E25304-001, E25304-002, R25304-001 portent le même nom"),
        "{told}"
    );
    assert_eq!(cell(&place, "enrolments.csv", "E25304-001", "slots"), "tue-1400");
    assert_eq!(cell(&place, "enrolments.csv", "E25304-002", "slots"), "mon-0930");
    assert_eq!(cell(&place, "enrolments.csv", "R25304-001", "slots"), "*");
    // They keep their numbers.
    let before = text(&place, "enrolments.csv");
    assert!(place.told(COLLECT, 0).contains("Rien de nouveau"));
    assert_eq!(text(&place, "enrolments.csv"), before);
}

#[test]
fn a_form_with_those_who_have_enrolled_comes_back_unchanged() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    place.told("forms scenario.toml --out again --contacts contacts.csv --lang fr --lines 5", 0);
    filled(&place, "again/25304-Herimoncourt.xlsx", "back/herimoncourt.xlsx", &[]);
    let told = place.told(COLLECT, 0);
    assert!(told.contains("Rien de nouveau"), "{told}");
    // New lines have unused numbers.
    let rows = &sheets(&place.path("again/25304-Herimoncourt.xlsx"))[1].1;
    let numbers: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7].map(|number| format!("R25304-00{number}")));
}

#[test]
fn names_that_spreadsheets_would_run_are_written_as_texts() {
    let place = territory();
    let list = "Nom;Commune;Créneaux\n=HYPERLINK(1);Hérimoncourt;*\n";
    fs::write(place.path("back/liste.csv"), list).expect("written");
    place.told(&format!("{COLLECT} --yes"), 0);
    assert_eq!(cell(&place, "contacts.csv", "E25304-001", "name"), "'=HYPERLINK(1)");
    assert!(place.told(COLLECT, 0).contains("Rien de nouveau"));
}

#[test]
fn what_cannot_be_gathered_is_told_and_nothing_is_written() {
    let place = territory();
    assert!(place.told(COLLECT, 2).contains("aucun classeur"));
    fs::write(place.path("back/rien.xlsx"), "PK").expect("written");
    assert!(place.told(COLLECT, 2).contains("rien.xlsx"));
    let told = place.told("collect back --out out.xlsx --contacts contacts.csv --lang fr", 2);
    assert!(told.contains("fichiers CSV"), "{told}");
    let told = place.told("collect back --out back/out.csv --contacts contacts.csv --lang fr", 2);
    assert!(told.contains("--scenario"), "{told}");
    assert!(!place.path("contacts.csv").exists());
}

#[test]
fn the_scenario_is_told_to_name_the_table_as_it_sees_it() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told("init sub --workbook --lang fr", 0);
    let out = "--out sub/enrolments.csv --contacts sub/contacts.csv --yes --lang fr";
    let told = place.told(&format!("collect back --scenario sub/plan.xlsx {out}"), 0);
    assert!(told.contains("clé data.residents, valeur enrolments.csv"), "{told}");
    fs::remove_file(place.path("sub/enrolments.csv")).expect("removed");
    let told = place.told(&format!("collect back --scenario scenario.toml {out}"), 0);
    assert_eq!(cell(&place, "sub/enrolments.csv", "R25304-001", "slots"), "mon-0930");
    assert!(told.contains("residents = \"sub/enrolments.csv\""), "{told}");
}

#[test]
fn whoever_was_taken_out_of_a_table_comes_back_whole() {
    let place = territory();
    sent_back(&place, &TWO);
    place.told(&format!("{COLLECT} --yes"), 0);
    let before = ["enrolments.csv", "contacts.csv"].map(|name| text(&place, name));
    for name in ["enrolments.csv", "contacts.csv"] {
        let without: Vec<String> = text(&place, name)
            .lines()
            .filter(|line| !line.starts_with("R25304-001"))
            .map(str::to_owned)
            .collect();
        fs::write(place.path(name), without.join("\n") + "\n").expect("written");
    }
    place.told(&format!("{COLLECT} --yes"), 0);
    for (name, before) in ["enrolments.csv", "contacts.csv"].into_iter().zip(before) {
        let sorted = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(sorted(&text(&place, name)), sorted(&before), "{name}");
    }
}
