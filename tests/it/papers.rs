//! The content of papers: the data passed to templates, read by templates that fail with it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::cli::Place;

const SCENARIO: &str = "data/fixtures/small/scenario.toml";
const PLAN: &str = "data/fixtures/small/plan.json";

/// A folder with the small plan in which R05, of Seloncourt, goes to Hérimoncourt, and with contacts.
fn home(contacts: &str) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let plan = fs::read_to_string(PLAN).expect("the plan");
    let plan = plan.replace("\"R04\"]", "\"R04\", \"R05\"]").replace("[\"R05\", ", "[");
    fs::write(home.path().join("plan.json"), plan).expect("written");
    fs::write(home.path().join("contacts.csv"), contacts).expect("written");
    home
}

/// The value of an expression over the data of a template, in an export with contacts.
fn said(home: &TempDir, template: &str, expression: &str) -> String {
    said_in(Path::new(SCENARIO), home, template, expression)
}

/// The same with another scenario of the same data.
fn said_in(scenario: &Path, home: &TempDir, template: &str, expression: &str) -> String {
    let templates = home.path().join("templates");
    let _ = fs::remove_dir_all(&templates);
    fs::create_dir(&templates).expect("a folder");
    let text = format!("#let data = json(\"data.json\")\n#panic({expression})\n");
    fs::write(templates.join(template), text).expect("written");
    let path = |name: &str| -> PathBuf { home.path().join(name) };
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    command.arg("export").args([scenario, &path("plan.json"), Path::new("--out"), &path("out")]);
    command.arg("--contacts").arg(path("contacts.csv")).arg("--templates").arg(templates);
    let output = command.args(["--lang", "fr"]).output().expect("the program runs");
    // Typst shows hard spaces by their code.
    String::from_utf8_lossy(&output.stderr).replace("\\u{a0}", " ").replace("\\u{202f}", " ")
}

#[test]
fn a_letter_comes_from_the_town_hall_where_the_person_enrolled() {
    let home = home("id,name\n25304,Mairie A\n25539,Mairie B\nR01,Ana Un\nR05,Eva Cinq\n");
    let shown = "data.letters.map(one => one.name + \", \" + one.sender + \", \" + one.date).join(\"|\")";
    let said = said(&home, "confirmations.typ", shown);
    assert!(said.contains("Ana Un, Mairie A, Hérimoncourt, le "), "{said}");
    assert!(said.contains("Eva Cinq, Mairie B, Seloncourt, le "), "{said}");
}

/// A letter without its names: the common parts, then those of the first letter.
const LETTER: &str = "(data.words.capacity, data.subject, data.words.courtesy, data.letters.first().absent, \
                      data.letters.first().signature, data.letters.first().privacy, \
                      data.letters.first().lines.join(\" \")).join(\"|\")";

#[test]
fn a_letter_has_capacity_object_contact_courtesy_signature_and_notice() {
    let hall =
        "25304,Mairie A,03 81 00 00 00,a@mairie.example\n25539,Mairie A,03 81 00 00 00,a@mairie.example\n";
    let letter = said(&home(&format!("id,name,phone,email\n{hall}")), "confirmations.typ", LETTER);
    for part in [
        "Organisateur des ateliers numériques|Objet : confirmation de votre inscription",
        "|Nous vous prions d’agréer, Madame, Monsieur,",
        "par téléphone au 03 81 00 00 00 ou par courriel à a@mairie.example",
        "|Mairie A|Données personnelles. Responsable du traitement : Mairie A.",
        "à régler à la première séance.",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    // Without a contact, the town hall is named without a number.
    let letter = said(&home("id,name\nR01,Ana Un\n"), "confirmations.typ", LETTER);
    assert!(letter.contains("prévenir votre mairie") && !letter.contains("par téléphone"), "{letter}");
}

#[test]
fn where_the_fee_is_paid_who_signs_and_the_notice_are_settings() {
    let home = home("id,name\n25304,Mairie A\n");
    for entry in fs::read_dir("data/fixtures/small").expect("the fixture") {
        let entry = entry.expect("a file");
        if entry.file_name() != "plan.json" {
            fs::copy(entry.path(), home.path().join(entry.file_name())).expect("copied");
        }
    }
    let scenario = home.path().join("scenario.toml");
    let mut text = fs::read_to_string(&scenario).expect("the scenario");
    text.push_str(
        "\n[letters]\npayment = \"à la mairie, par chèque\"\nsignatory = \"La maire, Ida Sept\"\n\
         privacy = \"Elles sont conservées un an.\"\n",
    );
    fs::write(&scenario, text).expect("written");
    let letter = said_in(&scenario, &home, "confirmations.typ", LETTER);
    assert!(letter.contains("à régler à la mairie, par chèque."), "{letter}");
    assert!(
        letter.contains("|La maire, Ida Sept|") && letter.contains(" Elles sont conservées un an."),
        "{letter}"
    );
    assert!(!letter.contains("première séance."), "{letter}");
}

#[test]
fn participants_are_listed_by_surname_as_in_a_french_dictionary() {
    let names = "R01,Zoé Martin\nR02,Elsa Martin\nR03,Élodie Martin\nR04,ÉCABERT Zacharie\nR05,Anne Zola\n";
    let said = said(
        &home(&format!("id,name\n{names}")),
        "attendance.typ",
        "data.rows.map(row => row.name).join(\"|\")",
    );
    assert!(said.contains("ÉCABERT Zacharie|Élodie Martin|Elsa Martin|Zoé Martin|Anne Zola"), "{said}");
}

#[test]
fn letters_attendance_sheets_and_road_books_say_the_same_of_tablets() {
    let home = home("id,name\nR07,Lia Sept\n");
    // In C002, R07 and R08 need one; the room has one.
    let both = "2 tablettes à prêter : 1 de la salle (chargée par la mairie), 1 de la malle (chargée par l’animateur)";
    let details = "data.weeks.map(week => week.days.map(day => day.stops.map(stop => \
                   if stop.is-session { stop.detail } else { \"\" }))).flatten().join(\"|\")";
    let book = said(&home, "road-book.typ", details);
    assert!(book.contains(both), "{book}");
    // In C001, R01 and R05 need one, and the room has none.
    let kit = "2 tablettes à prêter : aucune de la salle, 2 de la malle (chargées par l’animateur)";
    assert!(book.contains(kit), "{book}");
    // The first fault in order is reported: that of C001.
    let sheet = said(&home, "attendance.typ", "data.facts.map(fact => fact.at(1)).join(\"|\")");
    assert!(sheet.contains(kit), "{sheet}");
    let letter = said(&home, "confirmations.typ", "data.letters.map(one => one.lines.first()).join(\"|\")");
    assert_eq!(letter.matches("de la malle de l’animateur, qui la charge").count(), 2, "{letter}");
}

#[test]
fn amounts_have_cents_days_are_no_periods_and_what_is_above_is_called_so() {
    let home = home("id,name\n25304,Mairie A\n");
    let letter = said(
        &home,
        "confirmations.typ",
        "data.letters.map(one => one.lines.last()).join(\"|\") + data.notice",
    );
    assert!(letter.contains("35,00 €") && letter.contains("ce qui précède"), "{letter}");
    let poster = said(&home, "poster.typ", "data.enrol.join(\"|\")");
    assert!(poster.contains("35,00 €"), "{poster}");
    let estimate = said(
        &home,
        "estimate.typ",
        "data.headlines.map(one => one.at(0)).join(\"|\") + data.totals.map(one => one.amount).join(\"|\")",
    );
    assert!(
        estimate.contains(',') && estimate.contains("−280,00 €") && !estimate.contains("-280"),
        "{estimate}"
    );
    let weeks = said(&home, "road-book.typ", "data.weeks.map(week => week.title).join(\"|\")");
    assert!(weeks.contains("Semaine 2 : le lundi 5 janvier 2026|"), "{weeks}");
}

#[test]
fn the_report_is_named_among_what_is_written_and_in_the_help() {
    let place = Place::new();
    let told = place.told("export scenario.toml plan.json --out out --only report --lang fr", 0);
    assert!(told.contains("rapport.html") && place.path("out/rapport/rapport.html").exists(), "{told}");
    assert!(place.told("export --help --lang fr", 0).contains("rapport.html"));
    // Its map names the communes; audiences may be given in French.
    let page = fs::read_to_string(place.path("out/rapport/rapport.html")).expect("the report");
    let map =
        page.split("id=\"territory\"").nth(1).and_then(|rest| rest.split("</svg>").next()).expect("a map");
    assert!(map.contains(">Hérimoncourt</text>") && map.contains(">Seloncourt</text>"), "{map}");
    place.told("export scenario.toml plan.json --out fr --only rapport,animateurs,systemes --lang fr", 0);
    let told = place.told("export scenario.toml plan.json --out en --only report --lang en", 0);
    assert!(told.contains("report.html") && place.path("en/report/report.html").exists(), "{told}");
}

#[test]
fn the_gap_of_documents_is_that_of_the_terminal() {
    let place = Place::new();
    let summary = place.told("plan scenario.toml --out out --work-limit 0 --lang fr", 0);
    let plan = fs::read_to_string(place.path("out/plan.json")).expect("the plan");
    let plan: serde_json::Value = serde_json::from_str(&plan).expect("JSON");
    let figure = |key: &str| plan[key].as_f64().expect("a figure");
    assert!(figure("gap") > 0.001, "nothing is proven by no work: {}", figure("gap"));
    assert!((figure("gap") - (figure("objective") - figure("bound")) / figure("objective")).abs() < 1e-6);
    let shown = format!("{:.2}", figure("gap") * 100.0).replace('.', ",") + "\u{a0}%";
    assert!(summary.contains(&shown), "{shown} in {summary}");
    place.told("export scenario.toml out/plan.json --out papers --only report --lang fr", 0);
    let report = fs::read_to_string(place.path("papers/rapport/rapport.html")).expect("the report");
    assert!(report.contains(&shown), "{shown} in the report");
}
