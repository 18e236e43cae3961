//! Plans that follow an announced one: what may change in it, and the cost of that, computed by hand.

use ateliers::check::check;
use ateliers::instance::announced::{Commitment, Failure};
use ateliers::instance::ids::{AnnouncedId, ResidentId};
use ateliers::instance::units::{Euros, Ratio};
use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::{Fate, Plan, Repair, price};
use ateliers::rules::Rule;

use crate::announced::{BEGUN, COMMITTED, OPEN, hit, instance, newcomers, standing_plan};
use crate::breaking::UNCHANGED;
use crate::fixture::{BRUNO, CHLOE, DENIS, HELENE, JULES, KARIM, LIBRARY, SCHOOL, TOM, UMA, day};
use crate::solving::{settings, solved};

/// The rules that a changed plan breaks, and the cost of its changes in euros.
fn judged(instance: &Instance, change: impl FnOnce(&mut Plan)) -> (Vec<Rule>, i64) {
    let mut plan = standing_plan();
    change(&mut plan);
    let broken = check(instance, &plan).violations.iter().map(|found| found.rule).collect();
    let changes = price(instance, &plan).service.changes.expect("a plan was announced");
    assert_eq!(changes.nano() % Euros::whole(1).nano(), 0, "whole euros in the fixture");
    (broken, changes.nano() / Euros::whole(1).nano())
}

fn withdraw(data: &mut InstanceData, resident: ResidentId) {
    data.residents[resident].withdrawn = true;
    let party = data.residents[resident].party;
    data.parties[party].members.retain(|&member| member != resident);
}

#[test]
fn what_stands_breaks_no_rule_and_changes_nothing() {
    let instance = instance(UNCHANGED);
    assert_eq!(judged(&instance, |_| {}), (vec![], 0));
    let (_, today) = instance.standing().expect("a plan was announced");
    let commitments: Vec<Commitment> = today.cycles.iter().map(|cycle| cycle.commitment).collect();
    assert_eq!(commitments, [Commitment::Begun, Commitment::Committed, Commitment::Open]);
    assert_eq!(price(&crate::fixture::instance(UNCHANGED), &standing_plan()).service.changes, None);
}

#[test]
fn what_is_open_to_change_may_close_at_the_price_of_its_calls_and_notice() {
    // Jules and Karim are called (2 × 8 euros), the town hall is told (20).
    assert_eq!(judged(&instance(UNCHANGED), |plan| _ = plan.cycles.remove(OPEN)), (vec![], 36));
    let kept = instance(|data| {
        let announced = data.announced.as_mut().expect("a plan was announced");
        announced.cycles[AnnouncedId::from(OPEN)].is_kept = true;
    });
    assert_eq!(judged(&kept, |plan| _ = plan.cycles.remove(OPEN)), (vec![Rule::CommittedStands], 36));
    let released = instance(|data| {
        let announced = data.announced.as_mut().expect("a plan was announced");
        announced.cycles[AnnouncedId::from(COMMITTED)].is_released = true;
    });
    assert_eq!(judged(&released, |plan| _ = plan.cycles.remove(COMMITTED)), (vec![], 36));
}

#[test]
fn a_session_without_its_trainer_is_led_by_a_stand_in_or_postponed_or_the_last() {
    let ill = instance(|data| hit(data, COMMITTED, day(1, 26), Failure::Trainer));
    assert_eq!(judged(&ill, |_| {}), (vec![Rule::StandIn], 0));
    let led_by_uma = |plan: &mut Plan| {
        let repair = Repair { date: day(1, 26), venue: None, trainer: Some(UMA) };
        plan.cycles[COMMITTED].repairs.push(repair);
    };
    assert_eq!(judged(&ill, led_by_uma), (vec![], 15));
    // The longest pause is 14 days: from the 12th to the 26th and no further, and Tom is away on the 2nd.
    let later = |plan: &mut Plan| plan.cycles[COMMITTED].sessions[1] = day(2, 9);
    assert_eq!(judged(&ill, later), (vec![Rule::Postponed], 36));
    let patient = instance(|data| {
        hit(data, COMMITTED, day(1, 26), Failure::Trainer);
        data.rules.cycle.max_gap_days = 28;
    });
    assert_eq!(judged(&patient, later), (vec![], 36));
    let broken_off = |plan: &mut Plan| {
        plan.cycles[COMMITTED].fate = Fate::BrokenOff;
        plan.cycles[COMMITTED].sessions.truncate(1);
    };
    assert_eq!(judged(&ill, broken_off), (vec![], 36));
}

#[test]
fn a_session_without_its_room_is_in_another_one_that_suits_everybody() {
    let closed = instance(|data| hit(data, COMMITTED, day(1, 26), Failure::Venue));
    assert_eq!(judged(&closed, |_| {}), (vec![Rule::OtherRoom], 0));
    let in_the_library = |plan: &mut Plan| {
        let repair = Repair { date: day(1, 26), venue: Some(LIBRARY), trainer: None };
        plan.cycles[COMMITTED].repairs.push(repair);
    };
    assert_eq!(judged(&closed, in_the_library), (vec![], 36));
    let led_by_uma = |plan: &mut Plan| {
        let repair = Repair { date: day(1, 26), venue: Some(LIBRARY), trainer: Some(UMA) };
        plan.cycles[COMMITTED].repairs.push(repair);
    };
    assert_eq!(judged(&closed, led_by_uma), (vec![Rule::StandIn], 36), "her colleague is well");
    let full = instance(|data| {
        hit(data, COMMITTED, day(1, 26), Failure::Venue);
        data.venues[LIBRARY].seats = 1;
    });
    let alone = |plan: &mut Plan| {
        in_the_library(plan);
        plan.cycles.remove(OPEN);
    };
    assert_eq!(judged(&full, alone).0, [Rule::OtherRoom]);
}

#[test]
fn whoever_withdraws_leaves_and_those_who_stay_are_enough() {
    let alone = instance(|data| withdraw(data, DENIS));
    assert_eq!(judged(&alone, |_| {}).0, [Rule::Withdrawn]);
    let without = |plan: &mut Plan| plan.cycles[COMMITTED].participants = vec![CHLOE];
    assert_eq!(judged(&alone, without), (vec![], 0), "who withdraws is not called");
    // A group of one is thin: it may be broken off at once, and keeps no session, so that it disappears.
    assert_eq!(judged(&alone, |plan| _ = plan.cycles.remove(COMMITTED)), (vec![], 28));
    let released = instance(|data| {
        data.announced.as_mut().expect("a plan was announced").released.insert(DENIS);
    });
    assert_eq!(judged(&released, without), (vec![], 8));
}

#[test]
fn newcomers_join_what_has_not_begun_and_open_what_is_new() {
    let instance = instance(UNCHANGED);
    assert_eq!(judged(&instance, |plan| plan.cycles[OPEN].participants.push(HELENE)).0, [], "open");
    // The school has steps and three seats: the third member of the couple's group may be Jules, whom the library loses.
    let moved = |plan: &mut Plan| {
        plan.cycles[COMMITTED].participants.push(JULES);
        plan.cycles.remove(OPEN);
    };
    assert_eq!(judged(&instance, moved), (vec![], 36), "both of the library are called, whatever they get");
    let crowd = |plan: &mut Plan| {
        plan.cycles[COMMITTED].participants.push(JULES);
        plan.cycles[COMMITTED].participants.push(ResidentId(10));
        plan.cycles.remove(OPEN);
    };
    assert_eq!(judged(&instance, crowd).0, [Rule::GroupSize]);
    let new = |plan: &mut Plan| plan.cycles.push(newcomers("C004", [day(1, 26), day(2, 2)]));
    assert_eq!(judged(&instance, new), (vec![], 0));
}

#[test]
fn whoever_was_announced_keeps_a_seat_that_is_gone_unless_somebody_joins() {
    let instance = instance(|data| {
        data.venues[SCHOOL].seats = 1;
        let announced = data.announced.as_mut().expect("a plan was announced");
        announced.released.extend([CHLOE, DENIS]);
        withdraw(data, KARIM);
        data.residents[JULES].priority = Ratio::whole(50);
    });
    let only = |participants: Vec<ResidentId>| {
        move |plan: &mut Plan| {
            plan.cycles[COMMITTED].participants = participants;
            plan.cycles.remove(OPEN);
        }
    };
    assert_eq!(judged(&instance, only(vec![CHLOE, DENIS])).0, [], "nobody joins");
    assert_eq!(judged(&instance, only(vec![DENIS, JULES])).0, [Rule::GroupSize]);
    assert_eq!(judged(&instance, only(vec![JULES])).0, []);
    let mut plan = standing_plan();
    only(vec![JULES])(&mut plan);
    let price = price(&instance, &plan).objective().to_f64();
    let solved = solved(&instance, &settings(1, 2_000));
    assert!(solved.bound <= price + 0.01 && solved.objective <= price + 0.01, "{price}: {solved:?}");
}

#[test]
fn limits_count_what_was_held_and_forbid_only_what_is_new() {
    // Tom leads one session before today and three to come.
    let tired = instance(|data| data.trainers[TOM].max_sessions = Some(3));
    assert_eq!(judged(&tired, |_| {}).0, []);
    let crowded = instance(|data| data.rules.hosts.max_cycles_per_commune = Some(1));
    assert_eq!(judged(&crowded, |_| {}).0, [], "two in the library stand");
    let new = |plan: &mut Plan| plan.cycles.push(newcomers("C004", [day(1, 26), day(2, 2)]));
    assert_eq!(judged(&crowded, new).0, [Rule::HostLimit]);
    let poor = instance(|data| data.rules.costs.max_gross = Some(Euros::whole(1)));
    assert_eq!(judged(&poor, |_| {}).0, []);
    assert_eq!(judged(&poor, new).0, [Rule::Budget]);
}

#[test]
fn a_lowered_limit_strains_what_was_announced_under_it() {
    // Tom has two sessions on the 12th; with one a day, either may be repaired, and one must.
    let lowered = instance(|data| data.trainers[TOM].max_sessions_per_day = 1);
    assert_eq!(judged(&lowered, |_| {}).0, [Rule::TrainerDay]);
    let led_by_uma = |cycle: usize| {
        move |plan: &mut Plan| {
            let repair = Repair { date: day(1, 12), venue: None, trainer: Some(UMA) };
            plan.cycles[cycle].repairs.push(repair);
        }
    };
    assert_eq!(judged(&lowered, led_by_uma(COMMITTED)), (vec![], 15));
    let instance = instance(UNCHANGED);
    assert_eq!(judged(&instance, led_by_uma(COMMITTED)).0, [Rule::StandIn], "nothing is strained");
    let (_, today) = lowered.standing().expect("a plan was announced");
    let strained: Vec<Vec<bool>> = today
        .cycles
        .iter()
        .map(|cycle| cycle.to_come.iter().map(|session| session.is_strained).collect())
        .collect();
    assert_eq!(strained, [vec![true], vec![true, false], vec![false, false]]);
}

#[test]
fn a_begun_cycle_whose_room_is_gone_ends_with_what_was_held() {
    let lost = instance(|data| data.venues[LIBRARY].availability.until = Some(day(1, 11)));
    let broken: Vec<Rule> = judged(&lost, |_| {}).0;
    assert!(broken.contains(&Rule::OtherRoom), "{broken:?}");
    let ended = |plan: &mut Plan| {
        plan.cycles[BEGUN].fate = Fate::BrokenOff;
        plan.cycles[BEGUN].sessions.truncate(1);
        plan.kit_roster.truncate(1);
        plan.cycles.remove(OPEN);
    };
    // Ana and Bruno, Jules and Karim are called; both groups of the library end.
    assert_eq!(judged(&lost, ended), (vec![], 4 * 8 + 2 * 20));
    let unlisted = |plan: &mut Plan| {
        ended(plan);
        plan.cycles[BEGUN].participants.retain(|&one| one != BRUNO);
    };
    assert_eq!(judged(&lost, unlisted).0, [Rule::BrokenOff], "Bruno attends no other and is not listed");
    let school = |plan: &mut Plan| {
        let repair = Repair { date: day(1, 12), venue: Some(SCHOOL), trainer: None };
        plan.cycles[BEGUN].repairs.push(repair);
        plan.cycles.remove(OPEN);
    };
    assert_eq!(judged(&lost, school).0, [Rule::OtherRoom], "the school is not open in the morning");
}
