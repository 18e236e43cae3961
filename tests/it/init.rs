//! `ateliers init` and `ateliers schema` as a user runs them.

use std::fs;

use ateliers::input::read_scenario;
use serde_json::Value;

use crate::books::files_of;
use crate::cli::Place;

#[test]
fn a_new_folder_validates_without_a_word_and_can_be_planned_at_once() {
    for lang in ["fr", "en"] {
        let place = Place::empty();
        let run = place.run(&format!("init here --lang {lang}"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let read = read_scenario(&place.path("here/scenario.toml")).expect("a scenario");
        assert_eq!(read.warnings, []);
        assert!(read.instance.is_invented);
        assert!((25..=35).contains(&read.instance.residents.len()), "{}", read.instance.residents.len());
        let run = place.run("plan here/scenario.toml --out here/plan --work-limit 1 --lang en");
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(place.run("check here/scenario.toml here/plan/plan.json").code, 0);
    }
}

#[test]
fn tables_open_in_the_spreadsheets_of_their_language_and_say_the_same() {
    let read = |lang: &str| {
        let place = Place::empty();
        assert_eq!(place.run(&format!("init here --lang {lang}")).code, 0);
        let scenario = read_scenario(&place.path("here/scenario.toml")).expect("a scenario").instance;
        (place, scenario)
    };
    let ((french, plan), (english, same)) = (read("fr"), read("en"));
    assert_eq!((&plan.communes, &plan.venues), (&same.communes, &same.venues));
    assert_eq!((&plan.trainers, &plan.residents), (&same.trainers, &same.residents));
    for name in
        ["communes", "roads", "slots", "venues", "trainers", "kits", "residents", "closures", "distances"]
    {
        let bytes = |place: &Place| fs::read(place.path(&format!("here/{name}.csv"))).expect("a table");
        let text = String::from_utf8(bytes(&french)).expect("UTF-8");
        let (header, _) = text.strip_prefix('\u{feff}').expect("a mark").split_once('\n').expect("a header");
        assert!(header.contains(';') && !header.contains(','), "{name}: {header}");
        let plain = String::from_utf8(bytes(&english)).expect("UTF-8");
        assert!(
            plain.lines().next().is_some_and(|header| header.contains(',') && !header.contains(';')),
            "{name}"
        );
    }
    let roads = fs::read_to_string(french.path("here/roads.csv")).expect("a table");
    assert!(roads.contains("25004;25304;3,95;5,9;"), "{roads}");
}

#[test]
fn the_scenario_is_commented_in_the_chosen_language() {
    let scenario = |lang: &str| {
        let place = Place::empty();
        assert_eq!(place.run(&format!("init here --lang {lang}")).code, 0);
        fs::read_to_string(place.path("here/scenario.toml")).expect("the scenario")
    };
    assert!(scenario("fr").contains("# participation des usagers\u{a0}: ce que paie chaque participant"));
    assert!(scenario("en").contains("# paid by each participant"));
}

#[test]
fn what_the_scenario_writes_out_are_the_engines_defaults() {
    let place = Place::empty();
    assert_eq!(place.run("init here --lang en").code, 0);
    let path = place.path("here/scenario.toml");
    let written = read_scenario(&path).expect("a scenario").instance;
    // The same scenario without any key that has a default: name, data and horizon remain.
    let text = fs::read_to_string(&path).expect("the scenario");
    let end = text.find("[cycle]").expect("the first section of defaults");
    fs::write(&path, &text[..end]).expect("written");
    let defaults = read_scenario(&path).expect("a scenario").instance;
    assert_eq!(written.rules, defaults.rules);
}

#[test]
fn keys_that_are_switched_on_are_read() {
    let place = Place::empty();
    assert_eq!(place.run("init here --lang en").code, 0);
    let path = place.path("here/scenario.toml");
    let mut text = fs::read_to_string(&path).expect("the scenario");
    for key in ["distances", "timezone", "max_cycles_per_commune", "max_gross"] {
        let off = format!("# {key} = ");
        assert!(text.contains(&off), "{key}");
        text = text.replace(&off, &format!("{key} = "));
    }
    fs::write(&path, text).expect("written");
    let read = read_scenario(&path).expect("a scenario");
    assert_eq!(read.warnings, []);
    assert!(read.instance.rules.costs.max_gross.is_some());
    assert_eq!(read.instance.rules.hosts.max_cycles_per_commune, Some(6));
}

#[test]
fn files_that_are_there_are_never_replaced() {
    let place = Place::empty();
    fs::create_dir(place.path("here")).expect("made");
    fs::write(place.path("here/residents.csv"), "mine").expect("written");
    let run = place.run("init here --lang en");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("already contains residents.csv"), "{}", run.stderr);
    assert_eq!(fs::read_dir(place.path("here")).expect("the folder").count(), 1);
    assert_eq!(fs::read_to_string(place.path("here/residents.csv")).expect("the table"), "mine");
    // Files of other names are no obstacle.
    fs::rename(place.path("here/residents.csv"), place.path("here/notes.txt")).expect("renamed");
    assert_eq!(place.run("init here").code, 0);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let place = Place::empty();
    fs::write(place.path("file"), "").expect("written");
    let run = place.run("init file/within --lang en");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("cannot write file/within"), "{}", run.stderr);
}

#[test]
fn schemas_are_printed() {
    let place = Place::empty();
    let schema = |of: &str| -> Value {
        let run = place.run(&format!("schema {of}"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        serde_json::from_str(&run.stdout).expect("JSON")
    };
    assert_eq!(schema("scenario")["properties"]["costs"]["properties"]["fee"]["default"], 35);
    assert_eq!(schema("plan")["properties"]["cycles"]["type"], "array");
    let batch = schema("batch");
    assert_eq!(batch["properties"]["axis"]["items"]["properties"]["first"]["enum"][1], "kits");
    assert_eq!(batch["required"][0], "scenario");
    let run = place.run("schema residents --lang en");
    assert_eq!(run.code, 2);
}

#[test]
fn notes_of_the_shipped_tables_are_in_the_chosen_language() {
    let place = Place::empty();
    for (lang, own, other) in
        [("fr", "recensement 2023", "census 2023"), ("en", "census 2023", "recensement")]
    {
        place.told(&format!("init tables-{lang} --lang {lang}"), 0);
        place.told(&format!("init book-{lang} --workbook --lang {lang}"), 0);
        let table = fs::read_to_string(place.path(&format!("tables-{lang}/communes.csv"))).expect("a table");
        let book = fs::read(place.path(&format!("book-{lang}/plan.xlsx"))).expect("a workbook");
        let texts =
            files_of(&book).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml").expect("texts").1;
        for all in [table, texts] {
            assert!(all.contains(own) && !all.contains(other), "{lang}");
        }
    }
}

#[test]
fn a_long_list_of_slots_is_shown_whole_and_numbers_keep_away_from_texts() {
    let place = Place::empty();
    place.told("init book --workbook --lang fr", 0);
    let files = files_of(&fs::read(place.path("book/plan.xlsx")).expect("a workbook"));
    let part = |name: &str| &files.iter().find(|(known, _)| known == name).expect("a part").1;
    // The third sheet contains the enrolments: two lines for five mornings, one for `*`.
    let enrolments = part("xl/worksheets/sheet3.xml");
    assert!(enrolments.contains("ht=\"30\"") && enrolments.contains("ht=\"15\""), "{enrolments}");
    assert!(part("xl/styles.xml").contains("horizontal=\"right\" vertical=\"top\" indent=\"1\""));
}
