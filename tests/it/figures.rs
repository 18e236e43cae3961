//! Claims of a plan file, one wrong claim at a time.

use ateliers::check::{Disagreement, figures, render_figures};
use ateliers::messages::{Lang, Messages};
use ateliers::plan::file::{CostEntry, PlanFile, ServiceEntry, UnservedEntry};
use ateliers::plan::{Plan, price};

use crate::edited;
use crate::fixture::{EMMA, instance, legal_plan};

/// The legal plan with every figure right: gross 589.93, income 140, service 3600 + 25.6 + 375.
fn honest() -> PlanFile {
    let (instance, plan) = (instance(|_| {}), legal_plan());
    let breakdown = price(&instance, &plan);
    let (costs, service) = (breakdown.costs, breakdown.service);
    let unserved = plan.unserved(&instance).into_iter().map(|id| UnservedEntry {
        resident: instance.residents[id].id.clone(),
        reason: "any".to_owned(),
        detail: String::new(),
    });
    PlanFile {
        scenario: Some("fixture".to_owned()),
        input_digest: Some("0".repeat(64)),
        unserved: Some(unserved.collect()),
        costs: Some(CostEntry {
            trainer_time: 320.0,
            trainer_travel: 80.93,
            venues: 20.0,
            tablets: 1.0,
            support: 48.0,
            setup: 120.0,
            gross: costs.gross().to_f64(),
            income: 140.0,
            net: costs.net().to_f64(),
        }),
        service: Some(ServiceEntry {
            unserved: 3600.0,
            travel: service.travel.to_f64(),
            waiting: 0.0,
            equity: 375.0,
            place: Some(0.0),
            changes: None,
        }),
        objective: Some(4450.53),
        only: None,
        bound: Some(4005.477),
        gap: Some(0.1),
        ..edited::file(&instance, &plan)
    }
}

#[track_caller]
fn check(change: fn(&mut PlanFile), expected: &[Disagreement]) {
    let mut file = honest();
    change(&mut file);
    let found = figures(&instance(|_| {}), &legal_plan(), &file);
    assert_eq!(found, expected);
    for messages in Lang::ALL.map(Messages::new) {
        assert_eq!(render_figures(&found, &messages).lines().count(), expected.len());
    }
}

#[test]
fn an_honest_plan_has_no_disagreement() {
    check(|_| {}, &[]);
}

#[test]
fn a_plan_without_figures_has_no_disagreement() {
    let instance = instance(|_| {});
    let bare = edited::file(&instance, &legal_plan());
    assert_eq!(figures(&instance, &legal_plan(), &bare), []);
}

#[test]
fn a_file_of_another_scenario_input_or_format_is_told_apart() {
    let origin = |key, stated: &str, expected: &str| Disagreement::Origin {
        key,
        stated: stated.to_owned(),
        expected: expected.to_owned(),
    };
    check(|file| file.format = 2, &[origin("format", "2", "1")]);
    check(|file| file.scenario = Some("other".to_owned()), &[origin("scenario", "other", "fixture")]);
    check(|file| file.input_digest = Some("ff".to_owned()), &[origin("input_digest", "ff", &"0".repeat(64))]);
}

#[test]
fn an_amount_may_be_wrong_by_a_cent_and_no_more() {
    check(|file| file.costs.as_mut().unwrap().venues = 20.009, &[]);
    let wrong = |key, stated, recomputed| Disagreement::Amount { key, stated, recomputed };
    check(|file| file.costs.as_mut().unwrap().venues = 20.02, &[wrong("costs.venues", 20.02, 20.0)]);
    check(|file| file.service.as_mut().unwrap().equity = 0.0, &[wrong("service.equity", 0.0, 375.0)]);
    check(|file| file.service.as_mut().unwrap().place = Some(7.0), &[wrong("service.place", 7.0, 0.0)]);
    check(|file| file.service.as_mut().unwrap().place = None, &[]);
}

#[test]
fn a_gap_is_that_of_objective_and_bound() {
    check(
        |file| file.gap = Some(0.0),
        &[Disagreement::Gap { stated: 0.0, recomputed: (4450.53 - 4005.477) / 4450.53 }],
    );
}

#[test]
fn a_bound_above_the_objective_is_no_bound() {
    let objective = 4_450_533_333_332_f64 / 1e9;
    let beaten = Disagreement::Bound { bound: 4451.0, objective };
    let change = |file: &mut PlanFile| {
        file.bound = Some(4451.0);
        file.gap = None;
    };
    check(change, &[beaten]);
}

#[test]
fn what_breaks_a_rule_does_not_beat_a_bound() {
    let mut file = honest();
    file.bound = Some(file.objective.unwrap() + 1.0);
    file.gap = None;
    file.kit_roster.clear();
    let instance = instance(|_| {});
    let plan = Plan { kit_roster: Vec::new(), ..legal_plan() };
    let found = figures(&instance, &plan, &file);
    assert!(!found.iter().any(|one| matches!(one, Disagreement::Bound { .. })), "{found:?}");
}

#[test]
fn the_unserved_are_listed_once_each_and_nobody_else() {
    let entry = |resident: &str| UnservedEntry {
        resident: resident.to_owned(),
        reason: "any".to_owned(),
        detail: String::new(),
    };
    assert_eq!(honest().unserved.unwrap()[0], entry("Emma"));
    check(
        |file| {
            file.unserved.as_mut().unwrap().remove(0);
        },
        &[Disagreement::NotListed("Emma".to_owned())],
    );
    let add = |name: &'static str| {
        let mut file = honest();
        file.unserved.as_mut().unwrap().push(entry(name));
        figures(&instance(|_| {}), &legal_plan(), &file)
    };
    assert_eq!(add("Emma"), [Disagreement::ListedTwice("Emma".to_owned())]);
    assert_eq!(add("Ana"), [Disagreement::ListedAndServed("Ana".to_owned())]);
    assert_eq!(add("Zoé"), [Disagreement::Unknown("Zoé".to_owned())]);
}

#[test]
fn two_cycles_with_one_identifier_are_told() {
    let (instance, mut plan) = (instance(|_| {}), legal_plan());
    "C001".clone_into(&mut plan.cycles[1].id);
    let bare = edited::file(&instance, &plan);
    assert_eq!(figures(&instance, &plan, &bare), [Disagreement::RepeatedCycle("C001".to_owned())]);
}

#[test]
fn whoever_has_withdrawn_is_not_among_the_unserved() {
    let instance = instance(|data| {
        data.residents[EMMA].withdrawn = true;
        data.parties[data.residents[EMMA].party].members.clear();
    });
    let mut file = PlanFile { unserved: honest().unserved, ..edited::file(&instance, &legal_plan()) };
    let found = figures(&instance, &legal_plan(), &file);
    assert_eq!(found, [Disagreement::ListedWithdrawn("Emma".to_owned())]);
    for messages in Lang::ALL.map(Messages::new) {
        assert!(!render_figures(&found, &messages).contains("disagreement"));
    }
    file.unserved.as_mut().unwrap().remove(0);
    assert_eq!(figures(&instance, &legal_plan(), &file), []);
}
