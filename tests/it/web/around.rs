//! Replanning a part of the plan: in the background, offered, adopted as one step; it never overwrites later changes.

use std::time::Duration;

use ateliers::app::announce::{Request, announce};
use axum::http::StatusCode;
use jiff::civil::date;

use super::board::{PLAN, files, later, part, sent, version};
use super::{Answered, Desk};

/// Sends a resident to the waiting list; returns the plan afterwards.
fn away(desk: &Desk, resident: &str) -> Answered {
    let form = format!("version={}&resident={resident}&to=", version(&desk.get(PLAN)));
    sent(desk, &format!("{PLAN}/step"), &form)
}

#[track_caller]
fn started(desk: &Desk, shown: &Answered, around: &str) -> Answered {
    let form = format!("version={}&around={around}&seconds=5", version(shown));
    let started = sent(desk, &format!("{PLAN}/around"), &form);
    assert_eq!(started.status, StatusCode::OK, "{}", started.text);
    started
}

/// The offer or outcome once the search has finished.
#[track_caller]
fn over(desk: &Desk) -> String {
    for _ in 0..600 {
        let shown = part(desk, &format!("{PLAN}/around")).text;
        if !shown.contains("hx-get") {
            return shown;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("never over")
}

fn taken(desk: &Desk, shown: &Answered) -> Answered {
    sent(desk, &format!("{PLAN}/around/take"), &format!("version={}", version(shown)))
}

#[test]
fn what_is_found_is_offered_and_becomes_one_step() {
    let desk = Desk::with(&["small"]);
    let before = files(&desk);
    let draft = away(&desk, "R04");
    assert!(draft.text.contains("Améliorer autour d’ici"), "{}", draft.text);
    let begun = started(&desk, &draft, "cycle%3AC001");
    assert!(
        begun.text.contains("Recherche en cours autour de\u{a0}: cycle C001, Hérimoncourt"),
        "{}",
        begun.text
    );
    let found = over(&desk);
    for words in ["Un meilleur plan est trouvé", "R04", "Reprendre dans le plan", "Objectif", "hx-swap-oob"]
    {
        assert!(found.contains(words), "{words}\n{found}");
    }
    // Nothing has changed yet, and leaving the page loses nothing.
    let again = desk.get(PLAN);
    assert_eq!(version(&again), version(&draft));
    assert!(
        again.text.contains("Reprendre dans le plan") && !again.text.contains("quand même"),
        "{}",
        again.text
    );
    let took = taken(&desk, &again);
    assert!(
        took.text.contains("comme un seul geste") && took.text.contains("Améliorer</button>"),
        "{}",
        took.text
    );
    assert!(!took.text.contains("Reprendre dans le plan"));
    assert!(desk.get(&format!("{PLAN}?cycle=C001")).text.contains("data-person=\"R04\""));
    let gone = taken(&desk, &took);
    assert!(gone.status == StatusCode::CONFLICT && gone.text.contains("n’est plus là"), "{}", gone.text);
    let undone = sent(&desk, &format!("{PLAN}/undo"), &format!("version={}", version(&took)));
    assert!(undone.text.contains("geste annulé"), "{}", undone.text);
    let redone = sent(&desk, &format!("{PLAN}/redo"), &format!("version={}", version(&undone)));
    assert_eq!(files(&desk), before, "nothing is saved by itself");
    let again = started(&desk, &redone, "trainer%3AT1");
    assert!(again.text.contains("autour de\u{a0}: Animatrice 1"), "{}", again.text);
    let nothing = over(&desk);
    assert!(nothing.contains("Rien de mieux") && nothing.contains("c’est prouvé"), "{nothing}");
    let saved =
        sent(&desk, &format!("{PLAN}/save"), &format!("version={}&name=essai", version(&desk.get(PLAN))));
    assert!(saved.text.contains("enregistré dans le dossier"), "{}", saved.text);
}

#[test]
fn what_changed_meanwhile_is_not_replaced_silently() {
    let desk = Desk::with(&["small"]);
    let draft = away(&desk, "R04");
    started(&desk, &draft, "commune%3A25304");
    over(&desk);
    let moved = sent(&desk, &format!("{PLAN}/step"), &later(&version(&draft)));
    assert!(moved.text.contains("a changé depuis le début de cette recherche"), "{}", moved.text);
    assert!(moved.text.contains("Reprendre quand même"), "{}", moved.text);
    // A tab with the earlier version is refused.
    let old = taken(&desk, &draft);
    assert!(old.text.contains("dans un autre onglet") && version(&old) == version(&moved), "{}", old.text);
    // After undoing to the plan from which the search started, there is no warning.
    let back = sent(&desk, &format!("{PLAN}/undo"), &format!("version={}", version(&moved)));
    assert!(
        !back.text.contains("quand même") && back.text.contains("Reprendre dans le plan"),
        "{}",
        back.text
    );
    let moved = sent(&desk, &format!("{PLAN}/redo"), &format!("version={}", version(&back)));
    let took = taken(&desk, &moved);
    let undone = sent(&desk, &format!("{PLAN}/undo"), &format!("version={}", version(&took)));
    assert_eq!(undone.status, StatusCode::OK);
    let weeks = desk.get(&format!("{PLAN}?week=2026-01-27&cycle=C002")).text;
    assert!(
        weeks.contains("data-cycle=\"C002\"") && weeks.contains("1/2"),
        "undo leads back to what was replaced"
    );
    // Discarding the changes also discards the search.
    started(&desk, &desk.get(PLAN), "cycle%3AC001");
    let left = sent(&desk, &format!("{PLAN}/leave"), &format!("version={}", version(&desk.get(PLAN))));
    assert!(left.text.contains("Modifications abandonnées") && left.text.contains("Améliorer</button>"));
}

#[test]
fn a_search_can_be_stopped_left_and_asked_wrongly() {
    let desk = Desk::with(&["small"]);
    let draft = away(&desk, "R04");
    for form in ["around=cycle%3AC001&seconds=7", "around=x", "around=room%3AV&seconds=5"] {
        let refused = sent(&desk, &format!("{PLAN}/around"), &format!("version={}&{form}", version(&draft)));
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{form}");
    }
    let old = sent(&desk, &format!("{PLAN}/around"), "version=7&around=cycle%3AC001&seconds=5");
    assert!(old.text.contains("dans un autre onglet"), "{}", old.text);
    started(&desk, &draft, "cycle%3AC009");
    assert!(over(&desk).contains("n’existe plus"));
    started(&desk, &draft, "cycle%3AC001");
    assert_eq!(sent(&desk, &format!("{PLAN}/around/stop"), "").status, StatusCode::OK);
    over(&desk);
    let left = sent(&desk, &format!("{PLAN}/around/leave"), "");
    assert!(left.text.contains("écarté") && left.text.contains("Améliorer</button>"), "{}", left.text);
    // Without a script, forms redirect to the page, and the progress is a page.
    let form = format!("version={}&around=cycle%3AC001&seconds=5", version(&draft));
    assert_eq!(desk.post(&format!("{PLAN}/around"), &form).status, StatusCode::SEE_OTHER);
    over(&desk);
    assert!(desk.get(&format!("{PLAN}/around")).text.contains("<!doctype html>"));
    let took = desk.post(&format!("{PLAN}/around/take"), &format!("version={}", version(&draft)));
    assert_eq!(took.status, StatusCode::SEE_OTHER);
}

#[test]
fn what_was_announced_may_be_joined() {
    let desk = Desk::with(&["small"]);
    let small = desk.home.path().join("small");
    let (scenario, plan) = (small.join("scenario.toml"), small.join("plan.json"));
    announce(&Request { scenario: &scenario, plan: &plan, date: date(2026, 1, 19) }).expect("announced");
    let draft = away(&desk, "R06");
    assert!(draft.text.contains("R06\u{a0}: n’est plus tenu"), "{}", draft.text);
    started(&desk, &draft, "trainer%3AT1");
    let found = over(&desk);
    // C001 has been held, and C002 is committed: people may join it, as it begins tomorrow.
    assert!(found.contains("C002") && found.contains("R06") && !found.contains("C001"), "{found}");
}
