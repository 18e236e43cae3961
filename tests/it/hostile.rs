//! Hostile names, templates and figures: reported, or written harmlessly.

use std::fs;

use crate::cli::Place;

#[test]
fn control_characters_in_names_are_told_and_never_reach_the_terminal() {
    let place = Place::new();
    for escape in ["\\u001b[31m", "\\u009b2J", "\\u007f", "\\n"] {
        place.edit("scenario.toml", "name = \"small\"", &format!("name = \"small{escape}\""));
        let said = place.told("validate scenario.toml --lang fr", 2);
        assert!(said.contains("E110") && said.contains("scenario.toml:2"), "{said:?}");
        assert!(!said.contains(['\u{1b}', '\u{9b}', '\u{7f}']), "{said:?}");
        place.edit("scenario.toml", &format!("name = \"small{escape}\""), "name = \"small\"");
    }
    place.edit("plan.json", "\"C001\"", "\"C\\u001b[31m\"");
    let said = place.told("check scenario.toml plan.json --lang en", 2);
    assert!(said.contains("E110") && !said.contains('\u{1b}'), "{said:?}");
    let said = place.told("validate \u{1b}[31mscenario.toml --lang en", 2);
    assert!(said.contains("\u{fffd}[31mscenario.toml") && !said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn what_plan_accepts_export_writes() {
    let days = [("1850-01-07", "1850-03-03"), ("0001-01-01", "0001-03-01"), ("9999-10-01", "9999-12-31")];
    for (start, end) in days {
        let place = Place::new();
        place.edit("scenario.toml", "start = 2026-01-05", &format!("start = {start}"));
        place.edit("scenario.toml", "end = 2026-03-01", &format!("end = {end}"));
        let said = planned_and_exported(&place, "mairies,trainers,report,systems");
        assert!(place.path("out/rapport/plan.xlsx").is_file(), "{start}: {said}");
    }
    let place = Place::new();
    place.edit("venues.csv", "Salle des fêtes", &"=Salle & ".repeat(4_000));
    place.edit("scenario.toml", "name = \"small\"", &format!("name = \"{}\"", "a & b ".repeat(100)));
    let said = planned_and_exported(&place, "systems,report");
    assert!(!said.contains("Excel"), "{said}");
}

fn planned_and_exported(place: &Place, audiences: &str) -> String {
    place.told("plan scenario.toml --out plan --work-limit 200 --lang fr", 0);
    place.told(&format!("export scenario.toml plan/plan.json --out out --only {audiences} --lang fr"), 0)
}

/// A folder with the fixture and one template with the text `text`.
#[cfg(unix)]
fn with_template(text: &str) -> Place {
    let place = Place::new();
    fs::create_dir(place.path("own")).expect("a folder");
    fs::write(place.path("own/road-book.typ"), text).expect("written");
    place
}

#[cfg(unix)]
const EXPORT: &str = "export scenario.toml plan.json --out out --only trainers --templates own --lang en";

#[cfg(unix)]
#[test]
fn templates_do_not_lead_out_of_their_folder() {
    let secret = with_template("#read(\"p.txt\")");
    fs::write(secret.path("secret.txt"), "secret").expect("written");
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(secret.path(from), secret.path(to)).expect("a link");
    };
    link("secret.txt", "own/p.txt");
    let said = secret.told(EXPORT, 2);
    assert!(said.contains("p.txt points outside the template folder"), "{said}");
    assert!(!secret.path("out").exists());
    for path in ["../secret.txt", "/../secret.txt", "deeper/../../secret.txt"] {
        fs::write(secret.path("own/road-book.typ"), format!("#read(\"{path}\")")).expect("written");
        secret.told(EXPORT, 2);
    }
    // A template itself, and a folder, as links.
    fs::remove_file(secret.path("own/road-book.typ")).expect("removed");
    link("secret.txt", "own/road-book.typ");
    let said = secret.told(EXPORT, 2);
    assert!(said.contains("road-book.typ points outside"), "{said}");
    fs::remove_file(secret.path("own/road-book.typ")).expect("removed");
    fs::create_dir(secret.path("elsewhere")).expect("a folder");
    fs::write(secret.path("elsewhere/p.txt"), "secret").expect("written");
    link("elsewhere", "own/further");
    fs::write(secret.path("own/road-book.typ"), "#read(\"further/p.txt\")").expect("written");
    secret.told(EXPORT, 2);
    // Files within the folder are read, by a link or in a subfolder.
    fs::create_dir(secret.path("own/pictures")).expect("a folder");
    fs::write(secret.path("own/pictures/words.txt"), "words").expect("written");
    link("own/pictures/words.txt", "own/words.txt");
    fs::write(secret.path("own/road-book.typ"), "#read(\"words.txt\") #read(\"pictures/words.txt\")")
        .expect("written");
    secret.told(EXPORT, 0);
}

#[cfg(unix)]
#[test]
fn only_what_templates_ask_for_is_read_and_not_without_limit() {
    let place = with_template("A word.");
    let grown = fs::File::create(place.path("own/film.mp4")).and_then(|file| file.set_len(3 << 30));
    grown.expect("a file may be sparse");
    let fifo = std::process::Command::new("mkfifo").arg(place.path("own/notes")).status();
    assert!(fifo.is_ok_and(|status| status.success()));
    place.told(EXPORT, 0);
    fs::write(place.path("own/road-book.typ"), "#read(\"film.mp4\", encoding: none).len()").expect("written");
    let said = place.told(EXPORT, 2);
    assert!(said.contains("with film.mp4, the templates and what they use exceed 64 MiB"), "{said}");
    fs::write(place.path("own/road-book.typ"), "#read(\"notes\")").expect("written");
    place.told(EXPORT, 2);
}

#[cfg(unix)]
#[test]
fn templates_that_take_too_much_are_told_and_nothing_is_written() {
    let nested = format!("#({}1{})", "(".repeat(100_000), ")".repeat(100_000));
    let doubled = "#let s = \"a\"; #for i in range(40) { s = s + s }\n#s".to_owned();
    let huge = "#range(100000000000000)".to_owned();
    for template in [nested, doubled, huge] {
        let place = with_template(&template);
        let said = place.told_within(EXPORT, 3_000_000, 2);
        assert!(said.contains("your templates need more than"), "{template:.60}: {said}");
        assert!(!said.contains("fatal runtime error") && !said.contains("memory allocation"), "{said}");
        assert!(!place.path("out").exists(), "{template:.60}");
    }
}
