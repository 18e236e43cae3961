//! Cycles changed by hand on the page of an announced plan: lists of what is free, verdict and price first.

use std::fs;
use std::path::PathBuf;

use axum::http::StatusCode;

use super::Desk;
use super::life::{accept, done, files, happened, mark, refused};

const LIFE: &str = "/projects/small/life";

/// A desk with a project that has a second trainer, and whose plan was announced.
fn announced() -> (Desk, PathBuf) {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    let trainers = fs::read_to_string(folder.join("trainers.csv")).expect("a table");
    fs::write(
        folder.join("trainers.csv"),
        format!("{}\nT2,Animateur 2,25539,*,31,0.4,\n", trainers.trim_end()),
    )
    .expect("written");
    done(&desk.post(&format!("{LIFE}/announce"), "day=2026-01-04"), "announced");
    (desk, folder)
}

/// The possible changes of a cycle.
fn chosen(desk: &Desk, cycle: &str) -> String {
    let page = desk.get(&format!("{LIFE}?cycle={cycle}"));
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    page.text.replace('\u{a0}', " ")
}

/// The values that a list's choices send.
fn values(page: &str, list: &str) -> Vec<String> {
    let options =
        page.split(&format!("<select id=\"{list}\"")).nth(1).and_then(|rest| rest.split("</select>").next());
    let options = options.unwrap_or_default().split("<option value=\"").skip(1);
    options.filter_map(|option| Some(option.split('"').next()?.to_owned())).collect()
}

/// A change that is accepted; before that, nothing is written.
#[track_caller]
fn decided(desk: &Desk, folder: &std::path::Path, form: &str) -> String {
    let before = files(folder);
    let shown = happened(desk, form);
    assert!(shown.contains("Ce que cela change") && shown.contains("Objectif (coût net"), "{shown}");
    assert_eq!(files(folder), before, "nothing is written yet");
    done(&accept(desk, &mark(&shown)), "kept");
    shown.replace('\u{a0}', " ")
}

#[test]
fn cycles_are_chosen_by_room_and_dates_in_words() {
    let (desk, _) = announced();
    let page = chosen(&desk, "C002");
    assert!(
        page.contains("Hérimoncourt – Salle des fêtes : lundi 9 h 30, 5 et 12 janvier 2026 (C001)"),
        "{page}"
    );
    assert!(page.contains("<option value=\"C002\" selected>"), "{page}");
    assert_eq!(values(&page, "stand-in"), ["2026-01-20 T2", "2026-01-27 T2"]);
    assert!(page.contains("<optgroup label=\"mardi 20 janvier 2026\">"), "{page}");
    assert!(page.contains("20/01/2026 – Animateur 2 (T2)</option>"), "{page}");
    assert_eq!(values(&page, "postpone"), ["2026-01-20", "2026-01-27"]);
    assert!(page.contains("du 27/01/2026 au 03/02/2026"), "{page}");
    assert_eq!(
        (values(&page, "other-trainer"), values(&page, "slot")),
        (vec!["T2".into()], vec!["tue-1400".into()])
    );
    assert!(page.contains("Fermer ce cycle") && !page.contains("Interrompre ce cycle"), "{page}");
    // Members of a party leave together.
    assert_eq!(values(&chosen(&desk, "C001"), "members"), ["R01", "R02\tR03", "R04"]);
    // Once it has begun, it is broken off.
    done(&desk.post(&format!("{LIFE}/today"), "day=2026-01-21"), "today");
    let page = chosen(&desk, "C002");
    assert!(page.contains("Interrompre ce cycle") && !page.contains("Fermer ce cycle"), "{page}");
    assert_eq!(values(&page, "stand-in"), ["2026-01-27 T2"]);
    // A cycle whose sessions were all held cannot be chosen.
    assert_eq!(values(&page, "cycle"), ["C002"]);
    assert!(chosen(&desk, "C001").contains("n’est plus dans le dernier plan"));
}

#[test]
fn what_is_decided_is_priced_accepted_and_written() {
    let (desk, folder) = announced();
    let shown = decided(&desk, &folder, "what=stand-in&cycle=C002&session=2026-01-20+T2");
    assert!(shown.contains("C002, séance du 20/01/2026 : ne peut pas avoir lieu comme annoncé"), "{shown}");
    assert!(
        fs::read_to_string(folder.join("scenario.toml"))
            .expect("a scenario")
            .contains("C002 2026-01-20 trainer")
    );
    let plan = || fs::read_to_string(folder.join("amended/2026-01-04-1/plan.json")).expect("a plan");
    assert!(plan().contains("T2"));
    decided(&desk, &folder, "what=postpone&cycle=C002&session=2026-01-27");
    assert!(plan().contains("2026-02-03"));
    // A resident leaves a committed cycle, and joins it again.
    let shown = decided(&desk, &folder, "what=leave&cycle=C001&residents=R01");
    assert!(shown.contains("R01 : n’est plus tenu par l’annonce"), "{shown}");
    let page = chosen(&desk, "C001");
    assert!(values(&page, "joiners").contains(&"R01".to_owned()), "{page}");
    decided(&desk, &folder, "what=join&cycle=C001&residents=R01");
    assert_eq!(values(&chosen(&desk, "C001"), "members").len(), 3);
    decided(&desk, &folder, "what=trainer&cycle=C001&trainer=T2");
    decided(&desk, &folder, "what=close&cycle=C002");
    assert_eq!(values(&chosen(&desk, "C001"), "cycle"), ["C001"]);
    assert!(super::life::page(&desk).contains("Qui prévenir"));
}

#[test]
fn a_cycle_is_moved_to_a_later_start() {
    let (desk, folder) = announced();
    let shown = decided(&desk, &folder, "what=move&cycle=C002&slot=tue-1400&from=2026-01-26");
    assert!(shown.contains("Le cycle continue sous l’identifiant"), "{shown}");
    let page = chosen(&desk, "C001");
    assert!(page.contains("mardi 14 h 00, 27 janvier, 3 février 2026") && !page.contains("(C002)"), "{page}");
}

#[test]
fn what_breaks_a_rule_more_is_refused_with_the_rule() {
    let (desk, folder) = announced();
    let before = files(&folder);
    let shown = happened(&desk, "what=leave&cycle=C002&residents=R05%09R06");
    assert!(shown.contains("proposal bad") && shown.contains("cela ne peut pas être enregistré"), "{shown}");
    assert!(
        shown.contains("class=\"breaches\"") && shown.contains("C002") && !shown.contains("name=\"seen\""),
        "{shown}"
    );
    refused(&accept(&desk, "0000"), StatusCode::CONFLICT, "ont changé depuis");
    assert_eq!(files(&folder), before);
}

#[test]
fn what_cannot_be_decided_is_told_in_words() {
    let desk = Desk::with(&["small"]);
    let post = |form: &str| desk.post(&format!("{LIFE}/happened"), form);
    for form in ["what=stand-in&cycle=C001&session=", "what=join&cycle=C001", "what=close&cycle="] {
        refused(&post(form), StatusCode::UNPROCESSABLE_ENTITY, "Rien n’a été choisi");
    }
    refused(&post("what=move&cycle=C001&slot=x&from=x"), StatusCode::UNPROCESSABLE_ENTITY, "Un jour manque");
    let told = [
        ("what=postpone&cycle=C001&session=2026-01-05", "n’a pas été annoncé : ses séances"),
        ("what=close&cycle=C999", "Le plan n’a pas de cycle « C999 »"),
        ("what=trainer&cycle=C001&trainer=T1", "C’est déjà le cas"),
        ("what=close&cycle=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "Le plan n’a pas de cycle"),
    ];
    for (form, words) in told {
        let shown = happened(&desk, form).replace('\u{a0}', " ");
        assert!(shown.contains(words) && !shown.contains("name=\"seen\""), "{form}: {shown}");
        assert!(!shown.contains("ateliers announce") && !shown.contains("<script>alert"), "{shown}");
    }
    // Before anything is announced, a session is not replaced: the cycle is simply planned differently.
    let page = chosen(&desk, "C001");
    assert!(!page.contains("Reporter une séance") && page.contains("Changer de jour"), "{page}");
    fs::remove_file(desk.home.path().join("small/plan.json")).expect("removed");
    let shown = happened(&desk, "what=close&cycle=C001");
    assert!(shown.contains("pas encore de plan"), "{shown}");
}
