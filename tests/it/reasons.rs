//! One line for each reason: the change of the fixture, the resident, and the expected reason.

use std::collections::BTreeSet;

use ateliers::instance::InstanceData;
use ateliers::instance::ids::{KitId, ResidentId};
use ateliers::instance::units::{Euros, Minutes};
use ateliers::messages::{Lang, Messages};
use ateliers::output::reason as reason_in_words;
use ateliers::plan::Plan;
use ateliers::plan::reasons::{Clash, Reason, explain};
use insta::assert_snapshot;

use crate::fixture::{
    AUDINCOURT, BASE, BETHONCOURT, CHLOE, DENIS, EMMA, FARID, GASTON, HELENE, INDEVILLERS, KARIM, LIBRARY,
    LILA, MAUD, MON_1400, SCHOOL, SMARTPHONE, TOM, TUE_1400, UMA, VALENTIGNEY, day, instance, legal_plan,
};

/// The reason of one resident of the changed fixture, under a plan.
#[track_caller]
fn reason(change: impl FnOnce(&mut InstanceData), plan: &Plan, resident: ResidentId) -> Reason {
    let instance = instance(change);
    let reasons = explain(&instance, plan);
    let found = reasons.into_iter().find(|(unserved, _)| *unserved == resident);
    found.expect("the resident is unserved").1
}

fn nobody() -> Plan {
    Plan::default()
}

#[test]
fn a_home_too_far_from_every_venue() {
    let limit = Minutes::whole(5);
    let nearest = Some((LIBRARY, Minutes::whole(10)));
    assert_eq!(reason(|_| {}, &nobody(), GASTON), Reason::NoVenueInReach { nearest, limit });
}

#[test]
fn a_home_without_a_road() {
    let found = reason(|data| data.residents[EMMA].commune = INDEVILLERS, &nobody(), EMMA);
    assert_eq!(found, Reason::NoVenueInReach { nearest: None, limit: Minutes::whole(20) });
}

#[test]
fn venues_of_communes_that_may_not_host_do_not_count() {
    let found = reason(|data| data.rules.hosts.communes = vec![AUDINCOURT], &nobody(), EMMA);
    assert_eq!(found.code(), "no_venue_in_reach");
}

#[test]
fn steps_everywhere() {
    let found = reason(|data| data.venues[LIBRARY].step_free = false, &nobody(), HELENE);
    assert_eq!(found, Reason::NoStepFreeVenue { in_reach: 2 });
}

#[test]
fn no_room_open_when_the_resident_can_come() {
    let shut = |data: &mut InstanceData| {
        data.venues[LIBRARY].slots.remove(&MON_1400);
        data.venues[SCHOOL].slots.remove(&MON_1400);
    };
    assert_eq!(reason(shut, &nobody(), EMMA), Reason::NoSlotInCommon { venues: 2 });
}

#[test]
fn a_track_that_nobody_teaches() {
    let found = reason(|data| data.trainers[UMA].tracks = BTreeSet::from([BASE]), &nobody(), FARID);
    assert_eq!(found, Reason::TrackNotTaught);
}

#[test]
fn a_track_that_nobody_teaches_then() {
    let change = |data: &mut InstanceData| {
        data.trainers[UMA].slots.remove(&TUE_1400);
        data.residents[FARID].slots = BTreeSet::from([TUE_1400]);
    };
    assert_eq!(reason(change, &nobody(), FARID), Reason::NoTrainerAtSlot);
}

#[test]
fn trainers_whose_sessions_are_all_taken() {
    // Two sessions of Uma's are a cycle; with one she cannot lead any.
    let most = |of_uma: usize| {
        move |data: &mut InstanceData| {
            data.trainers[UMA].max_sessions = Some(of_uma);
            data.residents[FARID].slots = BTreeSet::from([TUE_1400]);
        }
    };
    assert_eq!(reason(most(1), &nobody(), FARID), Reason::NoTrainerAtSlot);
    assert_ne!(reason(most(2), &nobody(), FARID), Reason::NoTrainerAtSlot);
    // Tom has led his four when Emma asks, and Uma has none.
    let taken = |data: &mut InstanceData| {
        data.trainers[TOM].max_sessions = Some(5);
        data.trainers[UMA].max_sessions = Some(0);
        data.residents[EMMA].slots = BTreeSet::from([MON_1400]);
        data.residents[EMMA].commune = BETHONCOURT;
        data.venues[SCHOOL].slots.remove(&MON_1400);
    };
    let mut plan = legal_plan();
    plan.cycles[1].slot = TUE_1400;
    assert_eq!(reason(taken, &plan, EMMA), Reason::NothingFree);
}

#[test]
fn whoever_has_withdrawn_forms_no_group() {
    let only_lila_and_farid = |withdrawn: bool| {
        move |data: &mut InstanceData| {
            data.residents[LILA].withdrawn = withdrawn;
            if withdrawn {
                data.parties[data.residents[LILA].party].members.clear();
            }
        }
    };
    // The two of them want to learn of smartphones, which groups of two or more do.
    assert_ne!(reason(only_lila_and_farid(false), &nobody(), FARID).code(), "too_few_neighbours");
    let found = reason(only_lila_and_farid(true), &nobody(), FARID);
    assert_eq!(found, Reason::TooFewNeighbours { best: 1, needed: 2 });
}

#[test]
fn no_room_in_the_calendar() {
    let change = |data: &mut InstanceData| data.rules.horizon.end = day(1, 11);
    assert_eq!(reason(change, &nobody(), EMMA), Reason::NoOpenDates);
}

#[test]
fn free_only_after_the_last_cycle_starts() {
    // Mondays until 1 March: 16 and 23 February make the last cycle, Tuesdays 17 and 24.
    let found = reason(|data| data.residents[KARIM].available_from = Some(day(2, 18)), &nobody(), KARIM);
    assert_eq!(found, Reason::TooLate { from: day(2, 18), last: day(2, 17) });
}

#[test]
fn no_tablet_to_lend() {
    assert_eq!(reason(|data| data.kits = Vec::new().into(), &nobody(), MAUD), Reason::NoTablet);
}

#[test]
fn a_party_larger_than_every_group() {
    let found = reason(|data| data.rules.cycle.max_group = 1, &nobody(), CHLOE);
    // With min_group still 2 no venue could hold a group at all; so the smallest group goes down as well.
    assert_eq!(found.code(), "no_venue_in_reach");
    let change = |data: &mut InstanceData| (data.rules.cycle.min_group, data.rules.cycle.max_group) = (1, 1);
    assert_eq!(reason(change, &nobody(), CHLOE), Reason::PartyTooLarge { members: 2, places: 1 });
}

#[test]
fn a_party_that_nothing_suits_together() {
    let apart = |data: &mut InstanceData| data.residents[DENIS].track = SMARTPHONE;
    let clash = Clash::Tracks { tracks: 2 };
    assert_eq!(reason(apart, &nobody(), CHLOE), Reason::PartyIncompatible { members: 2, clash });
}

/// What Chloé and Denis do not share in a changed fixture.
#[track_caller]
fn clash(change: impl FnOnce(&mut InstanceData)) -> Clash {
    match reason(change, &nobody(), CHLOE) {
        Reason::PartyIncompatible { members: 2, clash } => clash,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_party_does_not_share_is_told() {
    let slots = clash(|data| {
        data.residents[CHLOE].slots = BTreeSet::from([MON_1400]);
        data.residents[DENIS].slots = BTreeSet::from([TUE_1400]);
    });
    assert_eq!(slots, Clash::Slots);
    // Chloé needs the step-free library; Denis, who moved to Valentigney, travels no further than the school.
    let venues = clash(|data| {
        data.residents[CHLOE].step_free = true;
        data.residents[DENIS].commune = VALENTIGNEY;
        data.residents[DENIS].max_travel = Minutes::whole(5);
    });
    assert_eq!(venues, Clash::Venues);
    // Tuesdays there is only the school, with one seat.
    let places = clash(|data| {
        data.rules.cycle.min_group = 1;
        data.venues[SCHOOL].seats = 1;
        data.residents[CHLOE].slots = BTreeSet::from([TUE_1400]);
    });
    assert_eq!(places, Clash::Places { places: 1 });
    let tablets = clash(|data| {
        data.kits[KitId(0)].tablets = 1;
        data.residents[CHLOE].needs_tablet = true;
        data.residents[DENIS].needs_tablet = true;
    });
    assert_eq!(tablets, Clash::Tablets { needed: 2, available: 1 });
}

#[test]
fn a_couple_is_not_told_that_a_cycle_with_one_place_is_full() {
    // Both can come on Monday afternoons only, where C002 at the school has one of its two places left.
    let change = |data: &mut InstanceData| {
        data.venues[SCHOOL].seats = 2;
        data.venues[LIBRARY].slots.remove(&MON_1400);
        for member in [CHLOE, DENIS] {
            data.residents[member].slots = BTreeSet::from([MON_1400]);
        }
    };
    let mut plan = legal_plan();
    plan.cycles[1].participants = vec![EMMA];
    let expected = Reason::TooFewPlaces { members: 2, cycles: 1, places: 1, nearest: "C002".to_owned() };
    assert_eq!(reason(change, &plan, CHLOE), expected);
    // If there is room for both, the reason is about both; if there is none, it is full.
    plan.cycles[1].participants.clear();
    let expected = Reason::NotJoined { nearest: "C002".to_owned(), places: 2, members: 2 };
    assert_eq!(reason(change, &plan, DENIS), expected);
    plan.cycles[1].participants = vec![EMMA, HELENE];
    assert_eq!(reason(change, &plan, DENIS), Reason::CyclesFull { cycles: 1, nearest: "C002".to_owned() });
}

#[test]
fn a_party_with_a_member_who_cannot_come() {
    let far = |data: &mut InstanceData| data.residents[DENIS].commune = INDEVILLERS;
    let expected = Reason::PartyMember { member: DENIS, code: "no_venue_in_reach" };
    assert_eq!(reason(far, &nobody(), CHLOE), expected);
}

#[test]
fn too_few_who_want_the_same() {
    // Farid and Lila learn to use a smartphone; a group of three cannot be.
    let found = reason(|data| data.rules.cycle.min_group = 3, &nobody(), LILA);
    assert_eq!(found, Reason::TooFewNeighbours { best: 2, needed: 3 });
}

#[test]
fn a_cycle_that_is_full() {
    // Emma can come on Monday afternoons only; C002 at the school is full once it has but two seats.
    let found = reason(|data| data.venues[SCHOOL].seats = 2, &legal_plan(), EMMA);
    assert_eq!(found, Reason::CyclesFull { cycles: 1, nearest: "C002".to_owned() });
}

#[test]
fn a_cycle_that_has_a_place_left() {
    let found = reason(|_| {}, &legal_plan(), EMMA);
    assert_eq!(found, Reason::NotJoined { nearest: "C002".to_owned(), places: 1, members: 1 });
}

#[test]
fn a_budget_that_pays_no_further_cycle() {
    let found = reason(|data| data.rules.costs.max_gross = Some(Euros::whole(100)), &nobody(), EMMA);
    assert_eq!(found, Reason::BudgetSpent { left: Euros::whole(100) });
}

#[test]
fn too_few_left_for_another_cycle() {
    // Of all who want `base`, only Emma is left with the Monday afternoon at the school.
    let served = |data: &mut InstanceData| data.rules.cycle.min_group = 4;
    let mut plan = legal_plan();
    plan.cycles.truncate(1);
    plan.cycles[0].participants =
        vec![ResidentId(0), ResidentId(1), CHLOE, DENIS, HELENE, ResidentId(8), ResidentId(9), KARIM, MAUD];
    assert_eq!(reason(served, &plan, EMMA), Reason::TooFewLeft { best: 1, needed: 4 });
}

#[test]
fn every_trainer_is_taken() {
    // One session a day, and both Mondays of the horizon are those of C001.
    let change = |data: &mut InstanceData| {
        data.trainers.truncate(usize::from(TOM) + 1);
        data.trainers[TOM].max_sessions_per_day = 1;
        data.rules.horizon.end = day(1, 12);
    };
    let mut plan = legal_plan();
    plan.cycles.truncate(1);
    assert_eq!(reason(change, &plan, EMMA), Reason::NothingFree);
}

#[test]
fn the_commune_holds_as_many_cycles_as_it_may() {
    let change = |data: &mut InstanceData| {
        data.rules.hosts.communes = vec![BETHONCOURT];
        data.rules.hosts.max_cycles_per_commune = Some(1);
    };
    let mut plan = legal_plan();
    plan.cycles.truncate(1);
    assert_eq!(reason(change, &plan, EMMA), Reason::NothingFree);
}

#[test]
fn nothing_opened() {
    let found = reason(|_| {}, &nobody(), FARID);
    assert_eq!(found, Reason::NoCycleOpened { best: 2 });
    // Tom does not teach `smartphone`; without Uma there is no trainer for it.
    let without_uma = reason(|data| data.trainers.truncate(usize::from(TOM) + 1), &nobody(), FARID);
    assert_eq!(without_uma, Reason::TrackNotTaught);
}

/// One reason of each kind.
fn every_reason() -> Vec<Reason> {
    let limit = Minutes::whole(8);
    let nearest = || "C002".to_owned();
    vec![
        Reason::NoVenueInReach { nearest: Some((LIBRARY, Minutes::whole(9))), limit },
        Reason::NoVenueInReach { nearest: None, limit },
        Reason::NoStepFreeVenue { in_reach: 1 },
        Reason::NoSlotInCommon { venues: 2 },
        Reason::TrackNotTaught,
        Reason::NoTrainerAtSlot,
        Reason::NoOpenDates,
        Reason::TooLate { from: day(2, 18), last: day(2, 17) },
        Reason::NoTablet,
        Reason::PartyTooLarge { members: 13, places: 12 },
        Reason::PartyIncompatible { members: 2, clash: Clash::Tracks { tracks: 2 } },
        Reason::PartyIncompatible { members: 2, clash: Clash::Slots },
        Reason::PartyIncompatible { members: 3, clash: Clash::Venues },
        Reason::PartyIncompatible { members: 9, clash: Clash::Places { places: 8 } },
        Reason::PartyIncompatible { members: 4, clash: Clash::Tablets { needed: 3, available: 2 } },
        Reason::PartyIncompatible { members: 2, clash: Clash::Dates },
        Reason::PartyMember { member: DENIS, code: "no_tablet" },
        Reason::TooFewNeighbours { best: 1, needed: 2 },
        Reason::TooFewPlaces { members: 2, cycles: 1, places: 1, nearest: nearest() },
        Reason::TooFewPlaces { members: 3, cycles: 2, places: 2, nearest: nearest() },
        Reason::CyclesFull { cycles: 2, nearest: nearest() },
        Reason::NotJoined { nearest: nearest(), places: 1, members: 1 },
        Reason::NotJoined { nearest: nearest(), places: 3, members: 2 },
        Reason::BudgetSpent { left: Euros::whole(1234) },
        Reason::TooFewLeft { best: 3, needed: 4 },
        Reason::NothingFree,
        Reason::NoCycleOpened { best: 9 },
    ]
}

#[test]
fn every_reason_is_worded_in_both_languages() {
    let instance = instance(|_| {});
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let words: Vec<String> = every_reason()
            .iter()
            .map(|found| format!("{}: {}", found.code(), reason_in_words(found, &instance, &messages)))
            .collect();
        let words = words.join("\n");
        assert!(!words.contains('$'), "a variable is missing:\n{words}");
        assert_snapshot!(format!("reasons_{lang:?}").to_lowercase(), words);
    }
}
