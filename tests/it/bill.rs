//! The bill of changes: whom a plan that follows an announced one concerns, and that the amounts add up.

use std::collections::BTreeMap;

use ateliers::check::check;
use ateliers::instance::announced::Failure;
use ateliers::instance::units::Euros;
use ateliers::instance::{Instance, InstanceData};
use ateliers::messages::{Lang, Messages};
use ateliers::output::{CHANGES, Delivery, NAMES, files};
use ateliers::plan::proof::Proof;
use ateliers::plan::reasons::explain;
use ateliers::plan::solved::Solved;
use ateliers::plan::{Fate, Plan, Repair, price};

use crate::announced::{BEGUN, COMMITTED, OPEN, hit, instance, newcomers, standing_plan};
use crate::breaking;
use crate::fixture::{ANA, JULES, LIBRARY, UMA, day};

type Row = BTreeMap<String, String>;

/// The files written for a plan, by name.
fn written(instance: &Instance, plan: &Plan, lang: Lang) -> Vec<(String, Vec<u8>)> {
    let verdict = check(instance, plan);
    let objective = verdict.breakdown.objective();
    let proof = Proof::new(instance, objective, objective.to_f64()).expect("a bound that is reached");
    let solved = Solved {
        plan: plan.clone(),
        breakdown: verdict.breakdown,
        proof,
        status: "optimal",
        lp_solver: "none".to_owned(),
        reasons: explain(instance, plan),
    };
    let messages = Messages::new(lang);
    let delivery =
        Delivery { instance, solved: &solved, messages: &messages, seed: 1, wall_s: 0.0, only: &[] };
    files(&delivery).into_iter().map(|file| (file.name, file.bytes)).collect()
}

fn rows(instance: &Instance, plan: &Plan, lang: Lang) -> Vec<Row> {
    let files = written(instance, plan, lang);
    let (_, bytes) = files.iter().find(|(name, _)| name == CHANGES).expect("a bill");
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark");
    let delimiter = if lang == Lang::Fr { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
    reader.deserialize().map(|row| row.expect("a row with a cell for each column")).collect()
}

/// Who is told, of which cycles, why, and the euros.
fn shown(row: &Row) -> String {
    ["concerns", "id", "cycle_before", "cycle_after", "reason", "cost"].map(|key| row[key].as_str()).join(" ")
}

fn bill(change: impl FnOnce(&mut InstanceData), edit: impl FnOnce(&mut Plan)) -> Vec<String> {
    let (instance, mut plan) = (instance(change), standing_plan());
    edit(&mut plan);
    rows(&instance, &plan, Lang::En).iter().map(shown).collect()
}

/// Billionths of a euro.
fn nano(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<9}").parse().expect("an amount")
}

#[test]
fn what_stands_concerns_nobody() {
    assert_eq!(bill(|_| {}, |_| {}), Vec::<String>::new());
}

#[test]
fn the_bill_is_there_where_a_plan_was_announced_and_before_the_plan_itself() {
    let names = |instance: &Instance| -> Vec<String> {
        let files = written(instance, &standing_plan(), Lang::Fr);
        files.into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names(&crate::fixture::instance(|_| {})), NAMES);
    let announced = names(&instance(|_| {}));
    assert_eq!(announced[announced.len() - 2..], [CHANGES, "plan.json"]);
}

#[test]
fn a_closed_cycle_concerns_its_people_its_town_hall_and_its_trainer() {
    let closed = bill(|_| {}, |plan| _ = plan.cycles.remove(OPEN));
    assert_eq!(
        closed,
        [
            "person Jules C003  lost 8.00",
            "person Karim C003  lost 8.00",
            "mairie 25057 C003  closed 20.00",
            "trainer Uma C003  closed 0.00",
        ]
    );
}

#[test]
fn whoever_finds_another_place_is_told_of_both_and_newcomers_of_their_first() {
    let (instance, mut plan) = (instance(|_| {}), standing_plan());
    plan.cycles.remove(OPEN);
    plan.cycles[COMMITTED].participants.push(JULES);
    plan.cycles.push(newcomers("C004", [day(1, 26), day(2, 2)]));
    let rows = rows(&instance, &plan, Lang::En);
    let people: Vec<String> = rows.iter().filter(|row| row["concerns"] == "person").map(shown).collect();
    assert_eq!(
        people,
        [
            "person Farid  C004 first_appointment 0.00",
            "person Jules C003 C002 new_appointment 8.00",
            "person Karim C003  lost 8.00",
            "person Lila  C004 first_appointment 0.00",
        ]
    );
    let jules = rows.iter().find(|row| row["id"] == "Jules").expect("he is told");
    assert_eq!(
        [&jules["before"], &jules["after"]].map(|words| words.replace('\u{a0}', " ")),
        [
            "Monday 10:00: 2 and 9 February 2026 (library, Bethoncourt)",
            "Monday 14:00: 12 and 26 January 2026 (school, Valentigney)",
        ]
    );
    let others: Vec<String> = rows.iter().filter(|row| row["concerns"] != "person").map(shown).collect();
    assert_eq!(
        others,
        [
            "mairie 25057 C003  closed 20.00",
            "mairie 25057  C004 new_cycle 0.00",
            "trainer Uma C003  closed 0.00",
            "trainer Uma  C004 new_cycle 0.00",
        ]
    );
}

#[test]
fn a_stand_in_is_told_and_so_is_the_trainer_who_is_replaced() {
    let told = bill(
        |data| hit(data, COMMITTED, day(1, 26), Failure::Trainer),
        |plan| {
            let repair = Repair { date: day(1, 26), venue: None, trainer: Some(UMA) };
            plan.cycles[COMMITTED].repairs.push(repair);
        },
    );
    assert_eq!(told, ["trainer Tom C002 C002 replaced 0.00", "trainer Uma C002 C002 stand_in 15.00"]);
}

#[test]
fn another_room_concerns_the_town_halls_of_both() {
    let told = bill(
        |data| hit(data, COMMITTED, day(1, 26), Failure::Venue),
        |plan| {
            let repair = Repair { date: day(1, 26), venue: Some(LIBRARY), trainer: None };
            plan.cycles[COMMITTED].repairs.push(repair);
        },
    );
    assert_eq!(
        told,
        [
            "person Chloé C002 C002 moved 8.00",
            "person Denis C002 C002 moved 8.00",
            "mairie 25057 C002 C002 moved 0.00",
            "mairie 25580 C002 C002 moved 20.00",
            "trainer Tom C002 C002 moved 0.00",
        ]
    );
}

#[test]
fn whoever_withdraws_is_not_called_when_their_cycle_ends() {
    let told = bill(
        |data| {
            data.venues[LIBRARY].availability.until = Some(day(1, 11));
            data.residents[ANA].withdrawn = true;
            let party = data.residents[ANA].party;
            data.parties[party].members.clear();
        },
        |plan| {
            plan.cycles.remove(OPEN);
            plan.kit_roster.truncate(1);
            let begun = &mut plan.cycles[BEGUN];
            (begun.fate, begun.participants) = (Fate::BrokenOff, begun.participants[1..].to_vec());
            begun.sessions.truncate(1);
        },
    );
    assert_eq!(told[0], "person Bruno C001 C001 broken_off 8.00");
    assert!(!told.iter().any(|row| row.contains("Ana")), "{told:?}");
}

#[test]
fn the_bill_adds_up_to_the_term_of_the_objective_whatever_the_plan() {
    let mut n_rows = 0;
    // Weights with every decimal that a scenario may write.
    let instance = instance(|data| {
        let weights = &mut data.rules.weights;
        (weights.call, weights.notice, weights.stand_in) = (
            Euros::from_nano(7_123_456_789),
            Euros::from_nano(21_000_000_001),
            Euros::from_nano(333_333_333),
        );
    });
    for case in breaking::cases() {
        let mut plan = standing_plan();
        (case.plan)(&mut plan);
        for position in 0..plan.cycles.len() {
            let mut ended = plan.clone();
            ended.cycles[position].fate = if position % 2 == 0 { Fate::BrokenOff } else { Fate::New };
            let rows = rows(&instance, &ended, Lang::En);
            let sum: i64 = rows.iter().map(|row| nano(&row["cost"])).sum();
            let term = price(&instance, &ended).service.changes.expect("a plan was announced");
            assert_eq!(sum, term.nano(), "{:?}", rows.iter().map(shown).collect::<Vec<_>>());
            n_rows += rows.len();
        }
    }
    assert!(n_rows > 200, "only {n_rows} rows");
}

#[test]
fn both_languages_have_the_same_rows_in_their_own_words() {
    let (instance, mut plan) = (instance(|_| {}), standing_plan());
    plan.cycles.remove(OPEN);
    let (french, english) = (rows(&instance, &plan, Lang::Fr), rows(&instance, &plan, Lang::En));
    assert_eq!(french.len(), english.len());
    let words = french[0]["before"].replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(words, "lundi 10 h 00 : 2 et 9 février 2026 (library, Bethoncourt)");
    assert_eq!(french[0]["cost"], "8,00");
}
