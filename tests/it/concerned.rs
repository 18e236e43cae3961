//! Whom the changes of an announced plan concern: their documents, letters, and the bill on paper.

use std::fs;

use ateliers::instance::Instance;
use ateliers::plan::Plan;
use ateliers::plan::bill::bill;
use ateliers::plan::concerned::{Concerned, concerned};
use ateliers::plan::undone::undone;
use serde_json::{Value, json};

use crate::announced::{COMMITTED, OPEN, instance, newcomers, standing_plan};
use crate::breaking::UNCHANGED;
use crate::cli::{Place, files};
use crate::fixture::{JULES, TOM, day};
use crate::followed::{announced, break_off, export, follow, state, week_later};

/// Contacts of everybody in the place.
fn with_contacts(place: &Place) {
    let halls = "id,name,phone\n25304,Mairie A,03 81 00 00 04\n25539,Mairie B,03 81 00 00 39\n";
    let people =
        (1..=12).map(|number| format!("R{number:02},Prénom Nominventé{number},06 00 00 00 {number:02}"));
    let contacts = halls.to_owned() + &people.collect::<Vec<String>>().join("\n");
    fs::write(place.path("contacts.csv"), contacts).expect("written");
}

/// Every document of an export, by its path.
fn documents(place: &Place, arguments: &str) -> Vec<String> {
    let _ = fs::remove_dir_all(place.path("out"));
    place.told(&format!("export announced.toml now/plan.json --out out --lang fr {arguments}"), 0);
    files(&place.path("out")).into_keys().collect()
}

/// The value of an expression over the data of a template.
fn said(place: &Place, template: &str, expression: &str) -> String {
    said_where(place, template, "true", expression)
}

/// The same for the first document that satisfies a condition.
fn said_where(place: &Place, template: &str, condition: &str, expression: &str) -> String {
    with_contacts(place);
    let own = place.path("own");
    let _ = fs::remove_dir_all(&own);
    fs::create_dir(&own).expect("a folder");
    let text = format!("#let data = json(\"data.json\")\n#if {condition} {{ panic({expression}) }}\n");
    fs::write(own.join(template), text).expect("written");
    let arguments =
        "export announced.toml now/plan.json --out out --contacts contacts.csv --templates own --lang fr";
    place.told(arguments, 2).replace("\\u{a0}", " ").replace("\\u{202f}", " ")
}

#[test]
fn only_those_whom_the_changes_concern_receive_documents() {
    let place = week_later();
    with_contacts(&place);
    assert_eq!(
        documents(&place, "--changed-only --contacts contacts.csv"),
        [
            "animateurs/T1/calendrier.ics",
            "animateurs/T1/feuille-de-route.pdf",
            "animateurs/T2/calendrier.ics",
            "animateurs/T2/feuille-de-route.pdf",
            "cycles/C001-25304-Herimoncourt/emargement.pdf",
            "cycles/C002-25539-Seloncourt/changements.pdf",
            "cycles/C002-25539-Seloncourt/emargement.pdf",
            "mairies/25304-Herimoncourt/affiche.pdf",
            "mairies/25304-Herimoncourt/calendrier.ics",
            "mairies/25304-Herimoncourt/classeur.xlsx",
            "mairies/25539-Seloncourt/affiche.pdf",
            "mairies/25539-Seloncourt/calendrier.ics",
            "mairies/25539-Seloncourt/classeur.xlsx",
            "rapport/bordereau-des-changements.pdf",
        ]
    );
    // They receive the same documents as among all recipients.
    let read = |name: &str| fs::read(place.path("out").join(name)).expect("a document");
    let names = ["animateurs/T1/calendrier.ics", "mairies/25539-Seloncourt/affiche.pdf"];
    let few = names.map(read);
    let all = documents(&place, "--contacts contacts.csv");
    assert!(all.iter().any(|name| name.starts_with("mairies/25314")), "{all:?}");
    assert!(all.contains(&"cycles/C002-25539-Seloncourt/changements.pdf".to_owned()), "{all:?}");
    assert_eq!(names.map(read), few);
}

#[test]
fn whoever_joins_or_leaves_concerns_their_town_halls_and_their_trainer() {
    let place = week_later();
    announced(&place, "announced.toml", "plan.json", "2026-01-06", &[]);
    // R05 of Seloncourt has left C002, before it began; nobody is called.
    let residents = fs::read_to_string(place.path("residents.csv")).expect("a table");
    let withdrawn = |line: &str| match line {
        line if line.starts_with("id,") => format!("{line},withdrawn\n"),
        line => format!("{line},{}\n", u8::from(line.starts_with("R05"))),
    };
    fs::write(place.path("residents.csv"), residents.lines().map(withdrawn).collect::<String>())
        .expect("written");
    follow(&place, "now", |plan| plan["cycles"][1]["participants"] = json!(["R06", "R07", "R08"]));
    with_contacts(&place);
    let found = documents(&place, "--changed-only --contacts contacts.csv");
    let folders: Vec<&str> = found
        .iter()
        .filter(|name| name.ends_with("ics"))
        .map(|name| name.rsplit_once('/').expect("a folder").0)
        .collect();
    assert_eq!(folders, ["animateurs/T1", "mairies/25539-Seloncourt"]);
    assert!(found.contains(&"cycles/C002-25539-Seloncourt/emargement.pdf".to_owned()), "{found:?}");
    assert!(
        !found.iter().any(|name| name.contains("C001") || name.contains("/changements.pdf")),
        "{found:?}"
    );
}

#[test]
fn changes_are_of_an_announced_plan() {
    let place = week_later();
    let said = place.told("export scenario.toml plan.json --out out --changed-only --lang en", 2);
    assert!(said.contains("requires an announced plan") && !place.path("out").exists(), "{said}");
    place.told(
        "export scenario.toml now/plan.json --out out --changed-only --announced plan.json --today 2026-01-12",
        1,
    );
}

#[test]
fn a_letter_of_correction_sets_the_old_appointment_beside_the_new_one() {
    let place = week_later();
    let both = "let one = data.letters.first(); (one.before + one.after).map(side => side.dates.join(\", \") + \" : \" + side.venue)";
    let letter =
        said(&place, "corrections.typ", &format!("{{ {both}.join(\" | \") + one.name + one.sender }}"));
    let expected = "mardi 20 janvier 2026, mardi 27 janvier 2026 : =Médiathèque, étage | \
                    mardi 20 janvier 2026 : =Médiathèque, étage | mardi 27 janvier 2026 : Salle des fêtes\
                    Prénom Nominventé5Mairie B";
    assert!(letter.contains(expected), "{letter}");
    let words = said(&place, "corrections.typ", "data.letters.map(one => one.subject + one.intro).join()");
    assert!(words.contains("changement des séances"), "{words}");
}

#[test]
fn a_cycle_that_is_broken_off_has_no_papers_but_those_of_its_sessions_and_its_people_are_told() {
    let place = week_later();
    announced(&place, "announced.toml", "plan.json", "2026-01-12", &["C002 2026-01-27 trainer"]);
    follow(&place, "now", break_off);
    with_contacts(&place);
    let of_cycle = |found: &[String]| -> Vec<String> {
        found
            .iter()
            .filter(|name| name.contains("C002"))
            .map(|name| name.rsplit('/').next().unwrap_or_default().to_owned())
            .collect()
    };
    for arguments in ["--contacts contacts.csv", "--contacts contacts.csv --changed-only"] {
        assert_eq!(of_cycle(&documents(&place, arguments)), ["changements.pdf", "emargement.pdf"]);
    }
    let sheet = said_where(
        &place,
        "attendance.typ",
        "data.sessions.len() == 1",
        "data.sessions.flatten().join(\"|\")",
    );
    assert!(sheet.contains("20/01/2026"), "{sheet}");
    let letter = said(
        &place,
        "corrections.typ",
        "{ let one = data.letters.first(); one.intro + one.lines.join() + one.absent }",
    );
    for words in ["jusqu’à son terme", "remboursée", "reste enregistrée", "03 81 00 00 39"] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    // It is closed to enrolment, and the town hall's poster does not show it.
    let poster = said_where(
        &place,
        "poster.typ",
        "data.commune == \"Seloncourt\"",
        "\"shown: \" + str(data.here.len())",
    );
    assert!(poster.contains("shown: 0"), "{poster}");
    let calendars = export(&place, "announced.toml", "now/plan.json", "out");
    assert_eq!(state(&calendars["T1"]["C002-2"]), ("1", "CANCELLED"));
    assert_eq!(state(&calendars["25539-Seloncourt"]["C002-2"]), ("1", "CANCELLED"));
    // Lost before its first session, it is gone, and only the letters remain.
    announced(&place, "announced.toml", "plan.json", "2026-01-12", &["C002 2026-01-20 trainer"]);
    follow(&place, "now", |plan| {
        plan["cycles"].as_array_mut().expect("cycles").truncate(1);
        plan["kit_roster"].as_array_mut().expect("a roster").truncate(2);
        plan["closed"] = json!(["C002"]);
    });
    assert_eq!(of_cycle(&documents(&place, "--contacts contacts.csv")), ["changements.pdf"]);
    let letter = said(
        &place,
        "corrections.typ",
        "{ let one = data.letters.first(); one.intro + str(one.after.len()) }",
    );
    assert!(
        letter.contains(
            "n’aura pas lieu comme prévu, et nous n’avons pas pu vous trouver d’autre place pour le moment :0"
        ),
        "{letter}"
    );
}

#[test]
fn the_bill_names_people_on_paper_where_contacts_are_given_and_never_on_the_page() {
    let place = week_later();
    let rows = said(
        &place,
        "bill.typ",
        "data.people.map(one => one.title + one.changes.map(change => change.before + change.people.map(person => person.name + person.phone).join(\"+\")).join(\"|\")).join()",
    );
    // Appointments before and after are printed once above all four.
    let once = "Seloncourt (4 personnes)mardi 14 h 00 : 20 et 27 janvier 2026";
    assert!(rows.contains(once) && rows.matches("20 et 27 janvier").count() == 1, "{rows}");
    assert!(rows.contains("Prénom Nominventé506 00 00 00 05+Prénom Nominventé6"), "{rows}");
    let halls = said(
        &place,
        "bill.typ",
        "(data.mairies + data.trainers).map(one => one.title + one.phone + one.documents).join(\"|\")",
    );
    assert!(
        halls.contains("Hérimoncourt03 81 00 00 04nouvelle affiche")
            && halls.contains("T2nouvelle feuille de route"),
        "{halls}"
    );
    let changes =
        said(&place, "bill.typ", "data.changes.map(one => one.cycle + one.cost + one.gain).join(\"|\")");
    assert!(
        changes.contains("C0024 appels, 52,00 € en toutimposé")
            && changes.contains("C001aucun appel, 15,00 € en toutimposé"),
        "{changes}"
    );
    documents(&place, "--contacts contacts.csv");
    let page = fs::read_to_string(place.path("out/rapport/rapport.html")).expect("a report");
    assert!(page.contains("Ce qui change") && page.contains("<table id=\"bill\""), "no section");
    assert!(!page.contains("Nominventé") && !page.contains("06 00 00"), "a name on the page");
    // Without contacts the paper has no names, and others may read it.
    assert!(documents(&place, "--only report").contains(&"rapport/bordereau-des-changements.pdf".to_owned()));
}

#[test]
fn what_a_change_gains_is_what_the_plan_would_cost_more_without_it() {
    let place = week_later();
    announced(&place, "announced.toml", "plan.json", "2026-01-05", &[]);
    follow(&place, "now", |plan| {
        plan["cycles"].as_array_mut().expect("cycles").truncate(1);
        plan["kit_roster"].as_array_mut().expect("a roster").truncate(2);
        plan["closed"] = json!(["C002"]);
    });
    let run = place.run("diff plan.json now --scenario announced.toml --json");
    let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let rest = |side: usize| {
        let side = &answer["result"]["plans"][side];
        side["objective"].as_f64().expect("euros") - side["service"]["changes"].as_f64().expect("euros")
    };
    let loss = rest(1) - rest(0);
    assert!(loss > 0.0, "{loss}");
    let shown = said(&place, "bill.typ", "data.changes.map(one => one.cost + one.gain).join()");
    let amount = format!("{loss:.2}").replace('.', ",");
    let expected = format!("4 appels, 52,00 € en toutcoûte de plus {amount} €");
    assert!(shown.replace(' ', "").contains(&expected.replace(' ', "")), "{expected}: {shown}");
}

/// Whose documents a plan changes, by its bill.
fn whom(instance: &Instance, plan: &Plan) -> Option<Concerned> {
    concerned(instance, plan, &bill(instance, plan).unwrap_or_default())
}

#[test]
fn what_stands_concerns_no_documents_and_another_kit_only_its_trainer() {
    let instance = instance(UNCHANGED);
    assert_eq!(whom(&instance, &standing_plan()), Some(Concerned::default()));
    let mut plan = standing_plan();
    plan.kit_roster.pop();
    let expected = Concerned { trainers: [TOM].into(), ..Concerned::default() };
    assert_eq!(whom(&instance, &plan), Some(expected));
    assert_eq!(whom(&crate::fixture::instance(UNCHANGED), &plan), None);
}

#[test]
fn a_change_that_is_undone_gives_the_announced_cycle_with_its_people() {
    let instance = instance(UNCHANGED);
    let by_id = |mut plan: Plan| {
        plan.cycles.sort_by(|one, other| one.id.cmp(&other.id));
        plan
    };
    // Jules of the closed cycle found another place, and others a new cycle.
    let mut plan = standing_plan();
    plan.cycles.remove(OPEN);
    plan.closed.push("C003".to_owned());
    plan.cycles[COMMITTED].participants.push(JULES);
    plan.cycles.push(newcomers("C004", [day(1, 26), day(2, 2)]));
    let mut expected = standing_plan();
    expected.cycles.push(newcomers("C004", [day(1, 26), day(2, 2)]));
    assert_eq!(undone(&instance, &plan, "C003").map(by_id), Some(by_id(expected)));
    let without = undone(&instance, &plan, "C004").expect("it is in the plan");
    assert_eq!(without.cycles, plan.cycles[..2]);
    assert_eq!(undone(&instance, &plan, "C009"), None);
}
