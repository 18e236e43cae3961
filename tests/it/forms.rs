//! Workbooks that people fill in: the initial one can be planned unchanged, and the annotated one says what to correct.

use std::fs;
use std::path::Path;

use ateliers::input::read_scenario;
use ateliers::input::tables::kind::Kind;
use ateliers::messages::{Lang, Messages};

use crate::books::{files_of, sheet, sheets_of, xlsx};
use crate::cli::Place;

#[test]
fn every_column_is_explained_in_both_languages() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for kind in Kind::ALL {
            for column in kind.columns() {
                let key = format!("column-{}-{}", kind.name(), column.name.replace('_', "-"));
                assert!(messages.has(&key), "{key} in {lang:?}");
            }
        }
        assert!(messages.has("column-note"));
    }
}

#[test]
fn the_workbook_to_start_from_can_be_planned_as_it_is_in_both_languages() {
    let mut objectives = Vec::new();
    for lang in ["fr", "en"] {
        let place = Place::empty();
        place.told(&format!("init new --workbook --lang {lang}"), 0);
        let read = read_scenario(&place.path("new/plan.xlsx")).expect("sound");
        assert_eq!(read.warnings, [], "{lang}");
        assert!(read.instance.is_invented, "{lang}");
        assert_eq!(read.instance.communes.len(), 72);
        place.told("plan new/plan.xlsx --out plan --work-limit 200", 0);
        let plan = fs::read_to_string(place.path("plan/plan.json")).expect("a plan");
        let plan: serde_json::Value = serde_json::from_str(&plan).expect("JSON");
        objectives.push(plan["objective"].clone());
        // Existing files are not replaced.
        place.told("init new --workbook", 2);
    }
    assert_eq!(objectives[0], objectives[1]);
}

#[test]
fn another_territory_takes_the_place_of_ours() {
    let place = Place::new();
    place.told("init new --workbook --communes communes.csv --lang fr", 0);
    let read = read_scenario(&place.path("new/plan.xlsx")).expect("sound").instance;
    assert_eq!(
        read.communes.iter().map(|it| it.insee.as_str()).collect::<Vec<_>>(),
        ["25304", "25539", "25314"]
    );
    assert!(!read.venues.is_empty() && !read.residents.is_empty());
}

#[test]
fn an_annotated_copy_marks_the_faulty_cells_and_leads_to_them() {
    let place = Place::new();
    let mut sheets = sheets_of(Path::new("data/fixtures/small"), true);
    let residents = sheets.iter_mut().find(|(name, _)| name == "Inscriptions").expect("the enrolments");
    residents.1[1][1] = "Nulle Part".to_owned();
    sheets.push(sheet("Notes de l’équipe", &[&["à voir"]]));
    fs::write(place.path("plan.xlsx"), xlsx(&sheets)).expect("written");
    place.told("validate plan.xlsx --annotate seen.xlsx --lang fr", 2);
    let files = files_of(&fs::read(place.path("seen.xlsx")).expect("a copy"));
    let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(files.iter().any(|(name, text)| name.contains("comments") && text.contains("Nulle Part")));
    assert!(all.contains("Anomalies") && all.contains("Inscriptions!B2") && all.contains("F4B6B0"), "{all}");
    // A copy may be replaced by another; other files may not.
    place.told("validate plan.xlsx --annotate seen.xlsx --lang fr", 2);
    let refused = place.told("validate plan.xlsx --annotate plan.xlsx --lang fr", 2);
    assert!(refused.contains("rien n’a été écrit"), "{refused}");
    // The copy reads like the workbook, once corrected.
    let told = place.told("validate scenario.toml --annotate other.xlsx --lang fr", 2);
    assert!(told.contains("aucun classeur"), "{told}");
}
