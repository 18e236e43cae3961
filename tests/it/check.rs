//! The checker table: one legal plan, and for every rule a change that breaks exactly that rule.

use ateliers::check::{Limit, Subject, Violation, check, render};
use ateliers::instance::units::{Euros, Minutes};
use ateliers::messages::{Lang, Messages};
use ateliers::plan::reasons::explain;
use ateliers::plan::{Cycle, KitUse, Plan, price};
use ateliers::rules::Rule;

use crate::fixture::{
    BASE, BRUNO, CHLOE, COUPLE, DENIS, EMMA, JULES, KARIM, LIBRARY, MON_1000, MON_1400, SCHOOL, TOM,
    TUE_1400, UMA, cycle, day, instance, legal_plan,
};

use crate::breaking::{GROSS, UNCHANGED, cases, count, minutes, time};
#[test]
fn the_legal_plan_breaks_no_rule() {
    assert_eq!(check(&instance(UNCHANGED), &legal_plan()).violations, []);
}

#[test]
fn serving_nobody_is_legal() {
    assert!(check(&instance(UNCHANGED), &Plan::default()).is_legal());
}

#[test]
fn each_change_breaks_exactly_its_rule_with_its_measured_value_and_limit() {
    for case in cases() {
        let (instance, mut plan) = (instance(case.data), legal_plan());
        (case.plan)(&mut plan);
        let verdict = check(&instance, &plan);
        let broken: Vec<Rule> = verdict.violations.iter().map(|violation| violation.rule).collect();
        assert!(!broken.is_empty(), "{:?} goes unnoticed", case.rule);
        assert!(broken.iter().all(|&rule| rule == case.rule), "{:?} breaks {broken:?}", case.rule);
        let first = &verdict.violations[0];
        assert_eq!((&first.measured, &first.limit), (&case.measured, &case.limit), "{:?}", case.rule);
    }
}

#[test]
fn every_rule_has_a_breaking_plan_and_messages_in_both_languages() {
    let cases = cases();
    for rule in Rule::ALL {
        assert_eq!(cases.iter().filter(|case| case.rule == rule).count(), 1, "breaking plans of {rule:?}");
        for messages in Lang::ALL.map(Messages::new) {
            for part in ["rule", "reason", "violation"] {
                let key = format!("{part}-{}", rule.name());
                assert!(messages.has(&key), "{key} in {:?}", messages.lang);
            }
        }
    }
}

#[test]
fn every_violation_is_worded_in_both_languages() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let mut text = String::new();
        for case in cases() {
            let (instance, mut plan) = (instance(case.data), legal_plan());
            (case.plan)(&mut plan);
            text += &render(&check(&instance, &plan), &instance, &messages);
        }
        assert!(!text.contains('{'), "a variable was not filled in:\n{text}");
        insta::assert_snapshot!(format!("violations_{lang:?}"), text);
    }
}

#[test]
fn the_legal_plan_costs_what_a_hand_computes() {
    let breakdown = price(&instance(UNCHANGED), &legal_plan());
    assert_eq!(breakdown.costs.gross().nano(), GROSS);
    assert_eq!(breakdown.costs.income, Euros::whole(4 * 35));
    // Nine of thirteen are left out; Ana and Bruno travel 4 minutes, Chloé and Denis 12; everybody starts at once;
    // Bethoncourt has 12 interested and 4 served (2 short), Audincourt 1 and 0 (half a person short).
    assert_eq!(breakdown.service.unserved, Euros::whole(9 * 400));
    assert_eq!(breakdown.service.travel, Euros::from_nano(25_600_000_000));
    assert_eq!(breakdown.service.waiting, Euros::ZERO);
    assert_eq!(breakdown.service.equity, Euros::whole(375));
}

#[test]
fn whoever_attends_outside_their_own_commune_counts() {
    // Chloé and Denis of Bethoncourt meet in Valentigney.
    let instance = instance(|data| data.rules.weights.away = Euros::whole(50));
    assert_eq!(price(&instance, &legal_plan()).service.place, Euros::whole(100));
}

#[test]
fn a_commune_that_hosts_too_few_cycles_counts_for_each_below() {
    // Bethoncourt and Valentigney host one each; nothing can be held in Indevillers.
    let place = |wanted: [usize; 4]| {
        let instance = instance(|data| {
            data.communes.iter_mut().zip(wanted).for_each(|(commune, n)| commune.min_cycles = n);
            data.rules.weights.absence = Euros::whole(300);
        });
        price(&instance, &legal_plan()).service.place
    };
    assert_eq!(place([0, 1, 1, 0]), Euros::ZERO);
    assert_eq!(place([0, 3, 1, 2]), Euros::whole(4 * 300));
}

#[test]
fn whoever_has_withdrawn_counts_neither_as_left_out_nor_for_equity() {
    let instance = instance(|data| {
        data.residents[EMMA].withdrawn = true;
        data.parties[data.residents[EMMA].party].members.clear();
    });
    let service = price(&instance, &legal_plan()).service;
    // Eight of twelve are left out; Bethoncourt has 11 interested and 4 served, Audincourt 1 and 0.
    assert_eq!((service.unserved, service.equity), (Euros::whole(8 * 400), Euros::whole(300)));
    assert!(explain(&instance, &legal_plan()).iter().all(|&(resident, _)| resident != EMMA));
}

#[test]
fn dates_edited_by_hand_are_judged_against_the_first_open_weeks() {
    // 19 January is closed; 13 January is a Tuesday.
    let edits = [
        vec![],
        vec![day(1, 5)],
        vec![day(1, 5), day(1, 5)],
        vec![day(1, 5), day(1, 12), day(1, 12)],
        vec![day(1, 5), day(1, 12), day(1, 26)],
        vec![day(1, 5), day(1, 13)],
        vec![day(1, 12), day(1, 19)],
        vec![day(1, 19), day(1, 26)],
        vec![day(1, 6), day(1, 13)],
        vec![day(1, 26), day(2, 9)],
    ];
    for dates in edits {
        let mut plan = legal_plan();
        plan.cycles[1].sessions.clone_from(&dates);
        let violations = check(&instance(UNCHANGED), &plan).violations;
        let rules: Vec<Rule> = violations.iter().map(|violation| violation.rule).collect();
        assert_eq!(rules, [Rule::SessionDates], "{dates:?}");
    }
}

#[test]
fn a_group_is_too_large_for_the_seats_or_for_the_rules() {
    let instance = instance(UNCHANGED);
    let mut plan = legal_plan();
    plan.cycles[1].participants.extend([JULES, KARIM]);
    plan.cycles[0].participants.extend([BRUNO, BRUNO, BRUNO]);
    let violations = check(&instance, &plan).violations;
    let sizes: Vec<_> = violations.iter().filter(|violation| violation.rule == Rule::GroupSize).collect();
    // Bruno, listed four times, is one person: only the school is too small.
    assert_eq!(sizes.len(), 1);
    assert_eq!((&sizes[0].measured, &sizes[0].limit), (&count(4), &Limit::AtMost(count(3))));
    let twice = violations.iter().find(|violation| violation.rule == Rule::OneCycleEach);
    assert_eq!(twice.map(|violation| &violation.measured), Some(&count(4)));
}

#[test]
fn a_party_is_together_in_the_same_cycle_and_nowhere_else() {
    let instance = instance(UNCHANGED);
    let split = |first: &[_], second: &[_]| {
        let mut plan = legal_plan();
        plan.cycles[0].participants.extend_from_slice(first);
        plan.cycles[1].participants = second.to_vec();
        let violations = check(&instance, &plan).violations;
        violations.into_iter().any(|violation| {
            violation.rule == Rule::PartyTogether
                && violation.subjects.contains(&ateliers::check::Subject::Party(COUPLE))
        })
    };
    assert!(split(&[CHLOE], &[DENIS, JULES]));
    assert!(split(&[CHLOE], &[JULES, KARIM]));
    assert!(split(&[CHLOE], &[CHLOE, DENIS]));
    assert!(!split(&[], &[JULES, KARIM]));
}

#[test]
fn sessions_past_midnight_overlap_those_of_the_next_day() {
    let late = instance(|data| {
        data.slots[MON_1000].start_minute = 23 * 60;
        data.slots[TUE_1400].start_minute = 30;
        data.venues[LIBRARY].slots.insert(TUE_1400);
    });
    let tuesdays = [day(1, 6), day(1, 13)];
    let mut plan = legal_plan();
    plan.cycles[0].slot = MON_1000;
    plan.cycles[1] = cycle("C002", (LIBRARY, TUE_1400, BASE, UMA), &[CHLOE, DENIS], &tuesdays);
    let violations = check(&late, &plan).violations;
    assert_eq!(violations.len(), 2);
    assert_eq!(violations[0].rule, Rule::VenueOverlap);
    // 00:30 on Tuesday is the 1470th minute of Monday, and the group of 23:00 leaves at the 1500th.
    assert_eq!((&violations[0].measured, &violations[0].limit), (&time(1470), &Limit::AtLeast(time(1500))));
}

#[test]
fn every_pair_of_a_day_needs_time_to_move_and_not_only_neighbours() {
    // 9:00 to 9:10 at the library, 9:10 to 9:20 at the school, 9:30 back at the library: even the 20 minutes between the
    // first and the last are less than the turnaround of 25. The first is too close to both others.
    let quick = instance(|data| {
        data.rules.cycle.session_minutes = Minutes::whole(10);
        data.rules.travel.turnaround = Minutes::whole(25);
        data.slots[MON_1000].start_minute = 9 * 60 + 10;
        data.slots[MON_1400].start_minute = 9 * 60 + 30;
        data.trainers[TOM].max_sessions_per_day = 3;
        data.venues[SCHOOL].slots.insert(MON_1000);
    });
    let mut plan = legal_plan();
    plan.cycles[1].slot = MON_1000;
    let mondays = plan.cycles[0].sessions.clone();
    plan.cycles.push(cycle("C003", (LIBRARY, MON_1400, BASE, TOM), &[JULES, KARIM], &mondays));
    let violations = check(&quick, &plan).violations;
    let found: Vec<_> =
        violations.iter().map(|found| (found.rule, cycles(found), found.measured.clone())).collect();
    let moving = |cycles: &[&str], pause| {
        (Rule::TrainerMoving, cycles.iter().map(ToString::to_string).collect::<Vec<_>>(), minutes(pause))
    };
    let expected = [moving(&["C001", "C002", "C003"], 0), moving(&["C002", "C003"], 10)];
    assert_eq!(found, [expected.clone(), expected].concat());
}

/// Identifiers of a violation's cycles.
fn cycles(violation: &Violation) -> Vec<String> {
    let id = |subject: &Subject| match subject {
        Subject::Cycle(id) => Some(id.clone()),
        _ => None,
    };
    violation.subjects.iter().filter_map(id).collect()
}

#[test]
fn a_thousand_sessions_at_once_are_a_thousand_violations_and_not_all_their_pairs() {
    let mut plan = legal_plan();
    let first = plan.cycles[0].clone();
    let others = (0..999).map(|number| Cycle { id: format!("X{number:03}"), ..first.clone() });
    plan.cycles = std::iter::once(first.clone()).chain(others).collect();
    let verdict = check(&instance(UNCHANGED), &plan);
    for rule in [Rule::VenueOverlap, Rule::TrainerMoving] {
        let of_rule: Vec<&Violation> = verdict.violations.iter().filter(|found| found.rule == rule).collect();
        assert_eq!(of_rule.len(), 2 * 999, "each but the last of both days");
        assert_eq!(cycles(of_rule[0]), ["C001", "X000", "X001", "X002"]);
        assert!(of_rule[0].subjects.contains(&Subject::More(996)), "{:?}", of_rule[0]);
        // Of the last four of a day, the first names all others.
        assert_eq!(cycles(of_rule[995]), ["X994", "X995", "X996", "X997"]);
        assert!(of_rule[995].subjects.contains(&Subject::More(1)));
        assert_eq!(cycles(of_rule[998]), ["X997", "X998"]);
        assert!(!of_rule[998].subjects.iter().any(|subject| matches!(subject, Subject::More(_))));
    }
    let text = render(&verdict, &instance(UNCHANGED), &Messages::new(Lang::En));
    assert!(
        text.contains("of cycles C001, X000, X001, X002 and 996 more, the second starts at"),
        "{text:.2000}"
    );
}

#[test]
fn two_kits_for_one_day_are_one_too_many() {
    let mut plan = legal_plan();
    plan.kit_roster.push(KitUse { date: day(1, 5), trainer: TOM, kit: 1.into() });
    let violations = check(&instance(UNCHANGED), &plan).violations;
    assert_eq!(violations.iter().map(|violation| violation.rule).collect::<Vec<_>>(), [Rule::KitTaken]);
    assert_eq!(violations[0].measured, count(2));
}

#[test]
fn tablets_of_the_room_need_no_kit() {
    let equipped = instance(|data| data.venues[LIBRARY].tablets = 1);
    let rules: Vec<Rule> =
        check(&equipped, &legal_plan()).violations.iter().map(|found| found.rule).collect();
    assert_eq!(rules, [Rule::KitUnneeded, Rule::KitUnneeded]);
    let without = Plan { kit_roster: Vec::new(), ..legal_plan() };
    assert!(check(&equipped, &without).is_legal());
}
