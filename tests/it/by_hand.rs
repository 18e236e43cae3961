//! `ateliers check` on plans made by hand: what they may omit, and what is reported about people and days that are gone.

use std::fs;

use ateliers::check::{check, render};
use ateliers::instance::InstanceData;
use ateliers::instance::entities::Scope;
use ateliers::messages::{Lang, Messages};
use jiff::civil::Date;

use crate::cli::Place;
use crate::fixture::{LIBRARY, TOM, day, instance, legal_plan};

#[test]
fn a_plan_needs_only_its_cycles_and_its_kit_roster() {
    let place = Place::new();
    place.edit("plan.json", "\"format\": 1,", "");
    let told = place.told("check scenario.toml plan.json --lang en", 0);
    assert!(told.contains("no rule is broken"), "{told}");
    // It states no figures, so none of them can agree.
    assert!(told.contains("states no figures") && !told.contains("figures agree"), "{told}");
    place.edit("plan.json", "\"cycles\": [", "\"objective\": 2030.72, \"cycles\": [");
    let told = place.told("check scenario.toml plan.json --lang fr", 0);
    assert!(told.contains("concordent"), "{told}");
    place.edit("plan.json", "2030.72", "2030.12");
    let told = place.told("check scenario.toml plan.json --lang fr", 1);
    assert!(told.contains("1 chiffre indiqué par le plan est faux"), "{told}");
}

#[test]
fn a_participant_who_left_the_table_is_told_with_what_to_do() {
    let place = Place::new();
    let residents = fs::read_to_string(place.path("residents.csv")).expect("a table");
    let kept: Vec<&str> = residents.lines().filter(|line| !line.starts_with("R04,")).collect();
    fs::write(place.path("residents.csv"), kept.join("\n") + "\n").expect("written");
    let told = place.told("check scenario.toml plan.json --lang fr", 2);
    assert!(told.contains("`R04`") && told.contains("cycle `C001`"), "{told}");
    // A resident with a similar identifier is somebody else.
    assert!(!told.contains("vouliez-vous dire") && told.contains("remettez sa ligne"), "{told}");
    // A difference in case is the same person.
    place.edit("plan.json", "\"R04\"", "\"r03\"");
    let told = place.told("check scenario.toml plan.json --lang en", 2);
    assert!(told.contains("did you mean `R03`?"), "{told}");
}

#[test]
fn someone_listed_as_unserved_who_left_the_table_is_told_with_what_to_do() {
    let place = Place::new();
    let list = ["R09", "R10", "R11", "R12", "R99"]
        .map(|id| format!("{{\"resident\": \"{id}\", \"reason\": \"\", \"detail\": \"\"}}"));
    let list = format!("\"unserved\": [{}], \"cycles\": [", list.join(", "));
    place.edit("plan.json", "\"cycles\": [", &list);
    let told = place.told("check scenario.toml plan.json --lang fr", 1);
    assert!(told.contains("R99") && told.contains("retirez-le de `unserved`"), "{told}");
}

/// The verdict on the second cycle held on other days, in French.
fn with_sessions(change: impl FnOnce(&mut InstanceData), sessions: &[Date]) -> String {
    let instance = instance(change);
    let mut plan = legal_plan();
    plan.cycles[1].sessions = sessions.to_vec();
    plan.kit_roster.retain(|taken| plan.cycles.iter().any(|cycle| cycle.sessions.contains(&taken.date)));
    render(&check(&instance, &plan), &instance, &Messages::new(Lang::Fr)).replace('\u{a0}', " ")
}

#[test]
fn a_session_on_a_closed_day_is_told_with_its_closure() {
    let named = |data: &mut InstanceData| data.closures[0].reason = Some("Fête patronale".to_owned());
    let told = with_sessions(named, &[day(1, 12), day(1, 19)]);
    assert!(told.contains("fermé : 19/01/2026, « Fête patronale », fermeture générale"), "{told}");
    // Closed for its commune, without a reason: the last day of the horizon, after which no cycle can begin.
    let village = |data: &mut InstanceData| {
        data.rules.horizon.end = day(1, 19);
        let commune = data.venues[ateliers::instance::ids::VenueId(1)].commune;
        data.closures[0].scope = Scope::Commune(commune);
    };
    let told = with_sessions(village, &[day(1, 19)]);
    assert!(told.contains("fermeture de la commune Valentigney (25580)"), "{told}");
    assert!(told.contains("aucune date possible") && told.contains("période du plan"), "{told}");
}

#[test]
fn a_trainers_closed_day_is_told_with_its_reason() {
    let named = |data: &mut InstanceData| data.closures[1].reason = Some("formation".to_owned());
    let told = with_sessions(named, &[day(1, 26), day(2, 2)]);
    assert!(told.contains("attendu : pas le 02/02/2026"), "{told}");
    assert!(told.contains("« formation », absence de l’animateur Tom"), "{told}");
    assert_ne!(LIBRARY, legal_plan().cycles[1].venue);
    assert_eq!(TOM, legal_plan().cycles[1].trainer);
}

#[test]
fn a_participant_who_has_withdrawn_breaks_a_rule_and_the_next_plan_is_made_without_them() {
    let place = Place::new();
    let residents = fs::read_to_string(place.path("residents.csv")).expect("a table");
    let with_withdrawals = residents.lines().map(|line| match line.split(',').next() {
        Some("id") => format!("{line},withdrawn"),
        Some("R04") => format!("{line},oui"),
        _ => format!("{line},"),
    });
    let lines: Vec<String> = with_withdrawals.collect();
    fs::write(place.path("residents.csv"), lines.join("\n") + "\n").expect("written");
    let told = place.told("check scenario.toml plan.json --lang en", 1);
    assert!(told.contains("resident R04 has withdrawn but is listed in cycle C001"), "{told}");
    let told = place.told("validate scenario.toml --lang en", 0);
    assert!(told.contains("Residents who have withdrawn"), "{told}");
    let told = place.told("plan scenario.toml --work-limit 2000 --out out --lang en", 0);
    assert!(told.contains("of 11"), "{told}");
    let plan = fs::read_to_string(place.path("out/plan.json")).expect("a plan");
    assert!(!plan.contains("R04"), "{plan}");
    place.told("check scenario.toml out/plan.json", 0);
}
