//! The checker table: one legal plan, and for every rule a change that breaks exactly it.

use ateliers::check::{Limit, Measure, check, render};
use ateliers::instance::InstanceData;
use ateliers::instance::entities::Availability;
use ateliers::instance::ids::KitId;
use ateliers::instance::units::{Euros, Minutes};
use ateliers::messages::{Lang, Messages};
use ateliers::plan::{KitUse, Plan, price};
use ateliers::rules::Rule;

use crate::fixture::{
    ANA, BASE, BETHONCOURT, BRUNO, CHLOE, COUPLE, DENIS, EMMA, FARID, GASTON, HELENE, INDEVILLERS, INES,
    JULES, KARIM, LIBRARY, LILA, MAUD, MON_0900, MON_1000, MON_1400, MON_1600, SCHOOL, SMARTPHONE, TOM,
    TUE_1400, UMA, VALENTIGNEY, cycle, day, instance, legal_plan,
};

/// A change that breaks one rule, with what the checker should measure there first.
struct Case {
    rule: Rule,
    data: fn(&mut InstanceData),
    plan: fn(&mut Plan),
    measured: Measure,
    limit: Limit,
}

const UNCHANGED: fn(&mut InstanceData) = |_| {};
const AS_IT_IS: fn(&mut Plan) = |_| {};

fn count(count: usize) -> Measure {
    Measure::Count(count)
}

fn minutes(minutes: i64) -> Measure {
    Measure::Minutes(Minutes::whole(minutes))
}

/// Minutes after midnight.
fn time(minutes: i64) -> Measure {
    Measure::Time(Minutes::whole(minutes))
}

fn group_and_residents() -> Vec<Case> {
    vec![
        Case {
            rule: Rule::GroupSize,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].participants = vec![ANA],
            measured: count(1),
            limit: Limit::AtLeast(count(2)),
        },
        Case {
            rule: Rule::OneCycleEach,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].participants.push(BRUNO),
            measured: count(2),
            limit: Limit::AtMost(count(1)),
        },
        Case {
            rule: Rule::ResidentTrack,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].participants.push(FARID),
            measured: Measure::Track(BASE),
            limit: Limit::Exactly(Measure::Track(SMARTPHONE)),
        },
        Case {
            rule: Rule::ResidentSlot,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].participants.push(EMMA),
            measured: Measure::Slot(MON_0900),
            limit: Limit::OneOf(vec![Measure::Slot(MON_1400)]),
        },
        Case {
            rule: Rule::TravelLimit,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].participants.push(GASTON),
            measured: minutes(10),
            limit: Limit::AtMost(minutes(5)),
        },
        Case {
            rule: Rule::StepFree,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].participants.push(HELENE),
            measured: Measure::StepFree(false),
            limit: Limit::Exactly(Measure::StepFree(true)),
        },
        Case {
            rule: Rule::ResidentAvailable,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].participants.push(INES),
            measured: Measure::Date(day(1, 5)),
            limit: Limit::AtLeast(Measure::Date(day(1, 6))),
        },
        Case {
            rule: Rule::PartyTogether,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].participants = vec![CHLOE, JULES],
            measured: count(1),
            limit: Limit::Exactly(count(2)),
        },
    ]
}

fn venues_and_dates() -> Vec<Case> {
    vec![
        Case {
            rule: Rule::VenueSlot,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].slot = MON_1600,
            measured: Measure::Slot(MON_1600),
            limit: Limit::OneOf(vec![Measure::Slot(MON_1400), Measure::Slot(TUE_1400)]),
        },
        Case {
            rule: Rule::VenueAvailable,
            data: |data| {
                data.venues[SCHOOL].availability = Availability { from: None, until: Some(day(1, 18)) };
            },
            plan: |plan| plan.cycles[1].sessions = vec![day(1, 12), day(1, 26)],
            measured: Measure::Date(day(1, 26)),
            limit: Limit::AtMost(Measure::Date(day(1, 18))),
        },
        // 10:00 is the 600th minute of the day, 11:00 the 660th.
        Case {
            rule: Rule::VenueOverlap,
            data: UNCHANGED,
            plan: |plan| {
                let mondays = plan.cycles[0].sessions.clone();
                plan.cycles.push(cycle("C003", (LIBRARY, MON_1000, BASE, UMA), &[JULES, KARIM], &mondays));
            },
            measured: time(600),
            limit: Limit::AtLeast(time(660)),
        },
        Case {
            rule: Rule::SessionDates,
            data: UNCHANGED,
            plan: |plan| plan.cycles[0].sessions.reverse(),
            measured: Measure::Dates(vec![day(1, 12), day(1, 5)]),
            limit: Limit::Exactly(Measure::Dates(vec![day(1, 5), day(1, 12)])),
        },
        Case {
            rule: Rule::Horizon,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].sessions = vec![day(2, 23), day(3, 2)],
            measured: Measure::Date(day(3, 2)),
            limit: Limit::AtMost(Measure::Date(day(3, 1))),
        },
        // 19 January is closed, so the session after the 12th is on the 26th.
        Case {
            rule: Rule::MaxGap,
            data: |data| data.rules.cycle.max_gap_days = 13,
            plan: |plan| plan.cycles[1].sessions = vec![day(1, 12), day(1, 26)],
            measured: Measure::Days(14),
            limit: Limit::AtMost(Measure::Days(13)),
        },
    ]
}

fn trainers() -> Vec<Case> {
    vec![
        Case {
            rule: Rule::TrainerSlot,
            data: UNCHANGED,
            plan: |plan| {
                plan.cycles[1].slot = TUE_1400;
                plan.cycles[1].sessions = vec![day(1, 6), day(1, 13)];
            },
            measured: Measure::Slot(TUE_1400),
            limit: Limit::OneOf([MON_0900, MON_1000, MON_1400, MON_1600].map(Measure::Slot).to_vec()),
        },
        Case {
            rule: Rule::TrainerTrack,
            data: UNCHANGED,
            plan: |plan| {
                let mondays = plan.cycles[0].sessions.clone();
                plan.cycles[1] =
                    cycle("C002", (LIBRARY, MON_1400, SMARTPHONE, TOM), &[FARID, LILA], &mondays);
            },
            measured: Measure::Track(SMARTPHONE),
            limit: Limit::OneOf(vec![Measure::Track(BASE)]),
        },
        Case {
            rule: Rule::TrainerAvailable,
            data: UNCHANGED,
            plan: |plan| plan.cycles[1].sessions = vec![day(1, 26), day(2, 2)],
            measured: Measure::Date(day(2, 2)),
            limit: Limit::Outside(day(2, 2), day(2, 2)),
        },
        Case {
            rule: Rule::TrainerDay,
            data: |data| data.trainers[TOM].max_sessions_per_day = 1,
            plan: AS_IT_IS,
            measured: count(2),
            limit: Limit::AtMost(count(1)),
        },
        Case {
            rule: Rule::TrainerWeek,
            data: |data| data.trainers[TOM].max_sessions_per_week = 1,
            plan: AS_IT_IS,
            measured: count(2),
            limit: Limit::AtMost(count(1)),
        },
        // From 11:00 in Bethoncourt to 14:00 in Valentigney: 180 minutes, of which 12 on the road.
        Case {
            rule: Rule::TrainerMoving,
            data: |data| data.rules.travel.turnaround = Minutes::whole(169),
            plan: AS_IT_IS,
            measured: minutes(180),
            limit: Limit::AtLeast(minutes(181)),
        },
        Case {
            rule: Rule::TrainerReach,
            data: |data| data.trainers[TOM].base = INDEVILLERS,
            plan: AS_IT_IS,
            measured: Measure::NoWay,
            limit: Limit::Reachable,
        },
    ]
}

fn kits_hosts_and_budget() -> Vec<Case> {
    vec![
        Case {
            rule: Rule::KitTaken,
            data: UNCHANGED,
            plan: |plan| plan.kit_roster.truncate(1),
            measured: count(0),
            limit: Limit::Exactly(count(1)),
        },
        Case {
            rule: Rule::KitSize,
            data: |data| data.kits[KitId(0)].tablets = 0,
            plan: AS_IT_IS,
            measured: count(0),
            limit: Limit::AtLeast(count(1)),
        },
        Case {
            rule: Rule::KitShared,
            data: UNCHANGED,
            plan: |plan| {
                let mondays = plan.cycles[0].sessions.clone();
                plan.cycles.push(cycle("C003", (LIBRARY, MON_1400, BASE, UMA), &[KARIM, MAUD], &mondays));
                plan.kit_roster.extend(mondays.iter().map(|&date| KitUse {
                    date,
                    trainer: UMA,
                    kit: 0.into(),
                }));
            },
            measured: count(2),
            limit: Limit::AtMost(count(1)),
        },
        Case {
            rule: Rule::KitUnneeded,
            data: UNCHANGED,
            plan: |plan| plan.kit_roster.push(KitUse { date: day(1, 6), trainer: TOM, kit: 1.into() }),
            measured: count(0),
            limit: Limit::AtLeast(count(1)),
        },
        Case {
            rule: Rule::HostCommune,
            data: |data| data.rules.hosts.communes = vec![BETHONCOURT],
            plan: AS_IT_IS,
            measured: Measure::Commune(VALENTIGNEY),
            limit: Limit::OneOf(vec![Measure::Commune(BETHONCOURT)]),
        },
        Case {
            rule: Rule::HostLimit,
            data: |data| data.rules.hosts.max_cycles_per_commune = Some(1),
            plan: |plan| {
                let mondays = plan.cycles[0].sessions.clone();
                plan.cycles.push(cycle("C003", (LIBRARY, MON_1400, BASE, UMA), &[JULES, KARIM], &mondays));
            },
            measured: count(2),
            limit: Limit::AtMost(count(1)),
        },
        Case {
            rule: Rule::Budget,
            data: |data| data.rules.costs.max_gross = Some(Euros::whole(589)),
            plan: AS_IT_IS,
            measured: Measure::Euros(Euros::from_nano(GROSS)),
            limit: Limit::AtMost(Measure::Euros(Euros::whole(589))),
        },
    ]
}

/// Gross cost of the legal plan: 4 sessions of 2.5 paid hours at 32 euros (320); two days of 44 minutes and 34 km
/// (2 × 40.466 666 666); the library twice (20); one tablet twice (1); support of four (48); two cycles (120).
const GROSS: i64 = 589_933_333_332;

fn cases() -> Vec<Case> {
    let mut cases = group_and_residents();
    cases.extend(venues_and_dates());
    cases.extend(trainers());
    cases.extend(kits_hosts_and_budget());
    cases
}

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
    // 9:00 to 9:10 at the library, 9:10 to 9:20 at the school, 9:30 back at the library: even the 20 minutes between
    // the first and the last are less than the turnaround of 25.
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
    let pairs: Vec<_> =
        check(&quick, &plan).violations.into_iter().map(|found| (found.rule, found.measured)).collect();
    let expected = [minutes(0), minutes(20), minutes(10)].map(|pause| (Rule::TrainerMoving, pause));
    assert_eq!(pairs, [expected.clone(), expected].concat());
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
