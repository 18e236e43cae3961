//! Plans next to each other, and small batches from a form to their report.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use axum::http::StatusCode;

use super::Desk;
use super::waiting::planned_book;

const COMPARE: &str = "/projects/small/compare";

/// The project `small` with a second plan, from which one cycle was dropped.
fn two_plans() -> (Desk, PathBuf) {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    fs::create_dir(folder.join("second")).expect("a folder");
    let text = fs::read_to_string(folder.join("plan.json")).expect("a plan");
    let mut plan: serde_json::Value = serde_json::from_str(&text).expect("a plan");
    let cycles = plan["cycles"].as_array_mut().expect("cycles");
    assert!(cycles.len() > 1);
    let dropped = cycles.pop().expect("a cycle");
    let is_dropped = |entry: &serde_json::Value| {
        dropped["sessions"].as_array().expect("sessions").contains(&entry["date"])
    };
    plan["kit_roster"].as_array_mut().expect("a roster").retain(|entry| !is_dropped(entry));
    fs::write(folder.join("second/plan.json"), plan.to_string()).expect("written");
    (desk, folder)
}

/// The page once no batch is running any more.
#[track_caller]
fn settled(desk: &Desk) -> String {
    settled_at(desk, COMPARE)
}

#[track_caller]
fn settled_at(desk: &Desk, page: &str) -> String {
    for _ in 0..3000 {
        let shown = desk.get(page).text;
        if !shown.contains("hx-get") {
            return shown;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("never over");
}

/// Whether a commune is drawn as an area, and not as a point.
fn has_outlines(report: &str) -> bool {
    let paths = report.split("d=\"M").skip(1).filter_map(|rest| rest.split('"').next());
    paths.map(|path| path.matches('L').count()).max().unwrap_or_default() > 20
}

#[track_caller]
fn sent(desk: &Desk, path: &str, form: &str) {
    let answer = desk.post(&format!("{COMPARE}/batches{path}"), form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

#[test]
fn two_plans_stand_side_by_side_with_what_changes() {
    let (desk, _) = two_plans();
    let shown = desk.get(&format!("{COMPARE}?plan=.&plan=second&base=.")).text;
    for words in ["Habitants servis", "Coût net", "référence", "mêmes données", "Fermés :", "De «"] {
        let plain = shown.replace('\u{a0}', " ");
        assert!(plain.contains(words), "{words}: {shown}");
    }
    assert!(
        shown.contains("class=\"more\">-") || shown.contains("class=\"more\">−"),
        "fewer are served: {shown}"
    );
    // In the other direction, the cycle is opened.
    let turned = desk.get(&format!("{COMPARE}?plan=.&plan=second&base=second")).text;
    assert!(turned.replace('\u{a0}', " ").contains("Ouverts :"), "{turned}");
    // By default the last two are compared.
    assert!(desk.get(COMPARE).text.contains("Côte à côte"));
}

#[test]
fn what_cannot_be_compared_is_told() {
    let (desk, folder) = two_plans();
    let one = desk.get(&format!("{COMPARE}?plan=second")).text;
    assert!(one.contains("Cochez au moins deux plans") && !one.contains("Côte à côte"));
    let none = desk.get(&format!("{COMPARE}?plan=../small&plan=%2Fetc"));
    assert_eq!(none.status, StatusCode::OK);
    assert!(none.text.contains("Cochez au moins deux plans"));
    let text = fs::read_to_string(folder.join("plan.json")).expect("a plan");
    fs::write(folder.join("second/plan.json"), text.replace("\"T1\"", "\"T9\"")).expect("written");
    let broken = desk.get(COMPARE).text;
    assert!(broken.contains("laissé de côté") && broken.contains("T9"), "{broken}");
    fs::write(folder.join("second/plan.json"), "<script>").expect("written");
    let broken = desk.get(COMPARE);
    assert_eq!(broken.status, StatusCode::OK);
    assert!(!broken.text.contains("<script>\n") && broken.text.contains("laissé de côté"));
    fs::remove_file(folder.join("second/plan.json")).expect("removed");
    assert!(desk.get(COMPARE).text.contains("qu’un plan"));
    fs::remove_file(folder.join("plan.json")).expect("removed");
    assert!(desk.get(COMPARE).text.contains("pas encore de plan"));
}

#[test]
fn lists_that_are_none_make_no_batch() {
    let (desk, folder) = two_plans();
    let asked = [
        ("effort=quick", "au moins une ligne"),
        ("effort=quick&trainers=deux", "nombres entiers"),
        ("effort=quick&minutes=1 2 3 4 5 6 7 8&smallest=1 2 3 4 5 6 7 8", "64, pour 60"),
        ("effort=much&kits=1", "Choisissez"),
    ];
    for (form, words) in asked {
        let refused = desk.post(&format!("{COMPARE}/batches"), &form.replace(' ', "+"));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(refused.text.contains(words), "{form}: {}", refused.text);
    }
    assert!(!folder.join("batches").exists());
}

#[test]
fn what_was_announced_is_offered_as_people_were_told() {
    let (desk, folder) = two_plans();
    let announce = || {
        let done = desk.post("/projects/small/life/announce", "day=2026-01-04");
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    };
    announce();
    let shown = desk.get(COMPARE).text.replace('\u{a0}', " ");
    assert!(shown.contains("plan annoncé le 04/01/2026 (annonce nº 1)"), "{shown}");
    // Another plan is announced afterwards: the first one is still what people were told.
    fs::remove_file(folder.join("scenario.toml")).expect("removed");
    let before = folder.join("scenario.before-2026-01-04-1.toml");
    fs::copy(before, folder.join("scenario.toml")).expect("copied");
    fs::remove_dir_all(folder.join("second")).expect("removed");
    announce();
    let both = "plan=announced%2F2026-01-04-1&plan=announced%2F2026-01-04-2&base=announced%2F2026-01-04-1";
    let shown = desk.get(&format!("{COMPARE}?{both}")).text.replace('\u{a0}', " ");
    assert!(shown.contains("Côte à côte") && shown.contains("Ouverts :"), "{shown}");
    assert!(!shown.contains("enfreint") && !shown.contains("laissé de côté"), "{shown}");
    let none = desk.get(&format!("{COMPARE}?plan=announced%2F..%2F..&plan=."));
    assert!(none.status == StatusCode::OK && none.text.contains("Cochez au moins deux plans"));
    // A plan that cannot be read with today's data is reported.
    let told = folder.join("announced/2026-01-04-1/plan.json");
    let text = fs::read_to_string(&told).expect("a plan");
    fs::write(&told, text.replace("\"T1\"", "\"T9\"")).expect("written");
    let shown = desk.get(&format!("{COMPARE}?{both}")).text;
    assert!(shown.contains("laissé de côté") && shown.contains("T9"), "{shown}");
}

#[test]
fn a_batch_of_a_workbook_is_planned_and_reported() {
    let desk = planned_book();
    let page = "/projects/livre/compare";
    let sent = |path: &str, form: &str| {
        let answer = desk.post(&format!("{page}/batches{path}"), form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    };
    sent("", "effort=quick&minutes=20");
    let ready = settled_at(&desk, page);
    assert!(ready.replace('\u{a0}', " ").contains("2 variantes à planifier, environ"), "{ready}");
    sent("/begin", "number=1");
    let over = settled_at(&desk, page).replace('\u{a0}', " ");
    assert!(
        over.contains("Variantes qui ont un plan : 2 sur 2") && over.contains("Voir le rapport"),
        "{over}"
    );
    let report = desk.get(&format!("{page}/batches/1/comparison.html"));
    assert!(report.status == StatusCode::OK && report.text.contains("minutes-20"));
    let beside = desk.get(&format!("{page}?plan=plan&plan=batches%2F1%2Fminutes-20")).text;
    assert!(beside.contains("Côte à côte"), "{beside}");
}

#[test]
fn a_batch_that_is_stopped_keeps_what_is_planned_and_reports_it() {
    let (desk, folder) = two_plans();
    // Invalid outlines do not prevent the report.
    fs::write(folder.join("communes.geojson"), "{}").expect("written");
    sent(&desk, "", "effort=usual&minutes=5,6,7,8,9,10,11,12,13,14,15,16,17,18&repeated=1");
    sent(&desk, "/stop", "number=1");
    settled(&desk);
    sent(&desk, "/begin", "number=1");
    let planned = || {
        let variants = fs::read_dir(folder.join("batches/1/out/variants")).into_iter().flatten().flatten();
        variants.filter(|variant| variant.path().join("plan.json").is_file()).count()
    };
    while planned() == 0 {
        assert!(desk.get(COMPARE).text.contains("hx-get"), "it is over: {}", desk.get(COMPARE).text);
        std::thread::sleep(Duration::from_millis(20));
    }
    sent(&desk, "/stop", "number=1");
    let over = settled(&desk).replace('\u{a0}', " ");
    let kept = planned();
    assert!((1..15).contains(&kept), "{kept}");
    assert!(over.contains(&format!("Variantes qui ont un plan : {kept} sur 15")), "{kept}: {over}");
    for words in ["Le lot a été arrêté : il peut reprendre", "Voir le rapport", "Reprendre le lot"] {
        assert!(over.contains(words), "{words}: {over}");
    }
    assert_eq!(desk.get(&format!("{COMPARE}/batches/1/comparison.html")).status, StatusCode::OK);
}

#[test]
fn a_batch_is_estimated_planned_compared_and_its_report_sent() {
    let (desk, folder) = two_plans();
    fs::copy("data/pma/territory/communes.geojson", folder.join("communes.geojson")).expect("copied");
    sent(&desk, "", "effort=quick&minutes=5%2C+15");
    let ready = settled(&desk);
    assert!(ready.replace('\u{a0}', " ").contains("3 variantes à planifier, environ"), "{ready}");
    assert!(ready.contains("Lancer le lot") && !folder.join("batches/1/out/variants").exists());
    sent(&desk, "/begin", "number=1");
    let over = settled(&desk);
    assert!(over.replace('\u{a0}', " ").contains("Variantes qui ont un plan : 3 sur 3"), "{over}");
    assert!(!over.contains("Lancer le lot") && !over.contains("Reprendre le lot"), "{over}");
    let report = desk.get(&format!("{COMPARE}/batches/1/comparison.html"));
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.header("content-security-policy").starts_with("sandbox allow-scripts"));
    assert!(report.header("content-disposition").starts_with("inline"));
    assert!(report.text.contains("minutes") && has_outlines(&report.text), "communes have their boundaries");
    for name in ["results.csv", "comparison.csv", "comparison.html?keep=1"] {
        let kept = desk.get(&format!("{COMPARE}/batches/1/{name}"));
        assert_eq!(kept.status, StatusCode::OK, "{name}");
        assert!(kept.header("content-disposition").starts_with("attachment"), "{name}");
    }
    for name in ["batch.toml", "..%2fbatch.toml", "batch.json", ""] {
        assert_eq!(desk.get(&format!("{COMPARE}/batches/1/{name}")).status, StatusCode::NOT_FOUND, "{name}");
    }
    assert_eq!(desk.get(&format!("{COMPARE}/batches/2/results.csv")).status, StatusCode::NOT_FOUND);
    // Its variants can be compared with the project's plans, with the words of a batch's own report.
    let beside = desk.get(&format!(
        "{COMPARE}?plan=batches%2F1%2Fminutes-5&plan=batches%2F1%2Fbase&base=batches%2F1%2Fbase"
    ));
    let words = beside.text.replace('\u{a0}', " ");
    assert!(words.contains("lot 1 : minutes-5") && words.contains("Côte à côte"), "{words}");
    let is_said =
        ["prouvé</td>", "trop proche pour trancher</td>"].iter().any(|verdict| words.contains(verdict));
    assert!(is_said, "{words}");
    // Planned results cannot be removed by a form.
    sent(&desk, "/discard", "number=1");
    assert!(folder.join("batches/1/out").is_dir());
}

#[test]
fn a_batch_that_was_cut_is_gone_on_with_and_one_not_begun_is_removed() {
    let (desk, folder) = two_plans();
    sent(&desk, "", "effort=quick&trainers=1");
    settled(&desk);
    sent(&desk, "/stop", "number=7");
    sent(&desk, "/discard", "number=1");
    assert!(!folder.join("batches/1").exists());
    assert_eq!(desk.post(&format!("{COMPARE}/batches/begin"), "number=1").status, StatusCode::NOT_FOUND);
    sent(&desk, "", "effort=quick&minutes=5");
    settled(&desk);
    sent(&desk, "/begin", "number=1");
    settled(&desk);
    // As after a kill: a variant and the report are missing.
    fs::remove_dir_all(folder.join("batches/1/comparison")).expect("removed");
    fs::remove_file(folder.join("batches/1/out/variants/minutes-5/plan.json")).expect("removed");
    let cut = desk.get(COMPARE).text;
    assert!(cut.contains("Reprendre le lot"), "{cut}");
    sent(&desk, "/begin", "number=1");
    let over = settled(&desk).replace('\u{a0}', " ");
    assert!(over.contains("2 sur 2") && over.contains("Voir le rapport"), "{over}");
}

#[test]
fn data_with_faults_are_told_by_the_batch() {
    let (desk, folder) = two_plans();
    sent(&desk, "", "effort=quick&trainers=1");
    settled(&desk);
    fs::write(folder.join("trainers.csv"), "id\n").expect("written");
    sent(&desk, "/begin", "number=1");
    let told = settled(&desk);
    assert!(told.contains("trainers.csv") && told.contains("fault"), "{told}");
}
