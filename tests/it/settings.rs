//! The settings of a scenario as a form: from the schema, checked while it is filled in, saved with everything else kept.

use std::collections::BTreeMap;
use std::fs;

use ateliers::app::settings::save::Failure;
use ateliers::app::settings::{Field, Settings, Takes, open, resumed};
use ateliers::messages::{Lang, Messages};

use crate::books::{sheets_of, xlsx};
use crate::cli::{Place, files};

#[track_caller]
fn settings(place: &Place, scenario: &str) -> Settings {
    open(&place.path(scenario)).expect("it can be read")
}

#[track_caller]
fn field(settings: &Settings, key: &str) -> Field {
    let fields = settings.form().into_iter().flat_map(|section| section.fields);
    fields.into_iter().find(|field| field.key == key).expect("a key")
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|&(key, text)| (key.to_owned(), text.to_owned())).collect()
}

fn findings(settings: &Settings) -> Vec<(&'static str, Option<String>)> {
    let found = settings.judge().findings.into_iter();
    let found = found.map(|located| (located.finding.code.id(), located.key));
    found.filter(|(code, _)| code.starts_with('E')).collect()
}

#[test]
fn every_key_of_the_schema_has_a_field_with_words_in_both_languages() {
    let place = Place::new();
    let form = settings(&place, "scenario.toml").form();
    let n_fields: usize = form.iter().map(|section| section.fields.len()).sum();
    let schema = ateliers::input::scenario_file::schema().to_value();
    let keys = schema["properties"].as_object().expect("keys").values();
    let n_keys: usize = keys.map(|of| of["properties"].as_object().map_or(1, serde_json::Map::len)).sum();
    assert_eq!(n_fields, n_keys);
    let names: Vec<&String> = form.iter().flat_map(|section| &section.meaning).collect();
    let meanings = form.iter().flat_map(|section| &section.fields).map(|field| &field.meaning);
    for message in names.into_iter().chain(meanings) {
        for lang in Lang::ALL {
            let text = Messages::new(lang).text(message, &[]);
            assert!(!text.is_empty() && text != *message, "{lang:?}: no words for {message}");
        }
    }
}

#[test]
fn a_field_has_its_unit_default_range_and_what_differs() {
    let place = Place::new();
    let settings = settings(&place, "scenario.toml");
    let of = |key: &str| {
        let field = field(&settings, key);
        (field.takes, field.unit.clone(), field.default.clone(), field.value.clone(), field.differs())
    };
    let some = |text: &str| Some(text.to_owned());
    let (_, unit, default, value, differs) = of("travel.max_travel_min");
    assert_eq!((unit, default, value, differs), (some("min"), some("15"), some("15"), false));
    let (takes, unit, default, value, differs) = of("cycle.max_gap_days");
    assert_eq!((takes, unit, default), (Takes::Whole(0, 3660), some("d"), some("21")));
    assert_eq!((value, differs), (some("14"), true));
    assert_eq!(of("costs.fee").1, some("EUR"));
    assert_eq!(of("weights.equity_target"), (Takes::Number(0, 1), None, some("0.5"), None, false));
    assert_eq!(of("data.residents").0, Takes::Files);
    assert_eq!(of("hosts.communes"), (Takes::List, None, some("*"), None, false));
    assert_eq!(of("horizon.start"), (Takes::Date, None, None, some("2026-01-05"), true));
    assert_eq!(field(&settings, "costs.max_gross").example.as_deref(), Some("50000"));
    assert!(
        field(&settings, "horizon.start").is_required && !field(&settings, "costs.max_gross").is_required
    );
}

#[test]
fn settings_are_checked_before_they_are_saved() {
    let place = Place::new();
    let before = files(&place.path(""));
    let mut settings = settings(&place, "scenario.toml");
    assert_eq!(findings(&settings), []);
    settings.set(texts(&[
        ("costs.fee", "beaucoup"),
        ("horizon.start", "31/02/2026"),
        ("hosts.communes", "25304 25999"),
    ]));
    let found = findings(&settings);
    for key in ["costs.fee", "horizon.start", "hosts.communes"] {
        assert!(found.iter().any(|(_, of)| of.as_deref() == Some(key)), "{key}: {found:?}");
    }
    settings.set(texts(&[
        ("costs.fee", "40,50 €"),
        ("horizon.start", "06/01/2026"),
        ("hosts.communes", "25304"),
    ]));
    assert_eq!(findings(&settings), []);
    assert_eq!(files(&place.path("")), before);
}

#[test]
fn saving_writes_the_keys_and_keeps_everything_else() {
    let place = Place::new();
    let before = fs::read_to_string(place.path("scenario.toml")).expect("a file").replace('\n', "\r\n");
    fs::write(place.path("scenario.toml"), &before).expect("written");
    let mut settings = settings(&place, "scenario.toml");
    settings.set(texts(&[
        ("costs.fee", "40,50 €"),
        ("horizon.start", "06/01/2026"),
        ("hosts.communes", "Hérimoncourt; Seloncourt"),
        ("cycle.max_gap_days", ""),
        ("name", "small"),
    ]));
    assert_eq!(settings.changed().len(), 4, "a text that is there already is no change");
    let saved = settings.save().unwrap_or_else(|failure| panic!("{failure:?}"));
    let expected = before.replace("2026-01-05", "2026-01-06").replace("max_gap_days", "# max_gap_days")
        + "\r\n[costs]\r\nfee = 40.50\r\n\r\n[hosts]\r\ncommunes = [\"Hérimoncourt\", \"Seloncourt\"]\r\n";
    assert_eq!(fs::read_to_string(place.path("scenario.toml")).expect("a file"), expected);
    assert_eq!(fs::read_to_string(place.path("scenario.before-edit.toml")).expect("a copy"), before);
    let form = saved.settings;
    assert_eq!(field(&form, "hosts.communes").value.as_deref(), Some("Hérimoncourt; Seloncourt"));
    assert!(form.changed().is_empty() && !field(&form, "cycle.max_gap_days").differs());
}

#[test]
fn a_scenario_that_was_changed_elsewhere_is_not_overwritten() {
    let place = Place::new();
    let mut settings = settings(&place, "scenario.toml");
    settings.set(texts(&[("costs.fee", "40")]));
    place.edit("scenario.toml", "max_group = 6", "max_group = 5");
    assert!(settings.judge().is_outdated);
    let Err(Failure::Outdated(outdated)) = settings.save() else { panic!("it was overwritten") };
    let changed = [("cycle.max_group".to_owned(), Some("6".to_owned()), Some("5".to_owned()))];
    assert_eq!(outdated.changed, changed);
    // The same if another process stored the previous values in between.
    let was = |field: Field| Some((field.key, field.value?));
    let fields =
        self::settings(&place, "scenario.toml").form().into_iter().flat_map(|section| section.fields);
    let mut again = resumed(&place.path("scenario.toml"), fields.filter_map(was).collect());
    again.set(texts(&[("costs.fee", "41")]));
    assert!(!again.judge().is_outdated);
    let carried = outdated.carried(&settings);
    carried.save().unwrap_or_else(|failure| panic!("{failure:?}"));
    let text = fs::read_to_string(place.path("scenario.toml")).expect("a file");
    assert!(text.contains("max_group = 5") && text.contains("fee = 40"), "{text}");
}

#[test]
fn the_settings_of_a_workbook_are_on_its_sheet() {
    let place = Place::new();
    let sheets = sheets_of(&place.path(""), true);
    fs::write(place.path("plan.xlsx"), xlsx(&sheets)).expect("written");
    let mut settings = self::settings(&place, "plan.xlsx");
    assert_eq!(field(&settings, "cycle.max_gap_days").value.as_deref(), Some("14"));
    settings.set(texts(&[("costs.fee", "peu"), ("cycle.max_gap_days", "10")]));
    assert_eq!(findings(&settings), [("E104", Some("costs.fee".to_owned()))]);
    settings.set(texts(&[("costs.fee", "40,5")]));
    let saved = settings.save().unwrap_or_else(|failure| panic!("{failure:?}")).settings;
    assert_eq!(field(&saved, "cycle.max_gap_days").value.as_deref(), Some("10"));
    assert_eq!(field(&saved, "costs.fee").value.as_deref(), Some("40.5"));
    assert_eq!(findings(&saved), []);
    assert!(place.path("plan.before-edit.xlsx").exists());
}
