//! For every rule, a change of the legal plan that breaks exactly that rule.

use ateliers::check::{Limit, Measure};
use ateliers::instance::InstanceData;
use ateliers::instance::entities::Availability;
use ateliers::instance::ids::KitId;
use ateliers::instance::units::{Euros, Minutes};
use ateliers::plan::{KitUse, Plan};
use ateliers::rules::Rule;

use crate::breaking_promises;
use crate::fixture::{
    ANA, BASE, BETHONCOURT, BRUNO, CHLOE, EMMA, FARID, GASTON, HELENE, INDEVILLERS, INES, JULES, KARIM,
    LIBRARY, LILA, MAUD, MON_0900, MON_1000, MON_1400, MON_1600, SCHOOL, SMARTPHONE, TOM, TUE_1400, UMA,
    VALENTIGNEY, cycle, day,
};

/// A change that breaks one rule, with the first value that the checker should measure.
pub(crate) struct Case {
    pub(crate) rule: Rule,
    pub(crate) data: fn(&mut InstanceData),
    pub(crate) plan: fn(&mut Plan),
    pub(crate) measured: Measure,
    pub(crate) limit: Limit,
}

pub(crate) const UNCHANGED: fn(&mut InstanceData) = |_| {};
const AS_IT_IS: fn(&mut Plan) = |_| {};

pub(crate) fn count(count: usize) -> Measure {
    Measure::Count(count)
}

pub(crate) fn minutes(minutes: i64) -> Measure {
    Measure::Minutes(Minutes::whole(minutes))
}

/// Minutes after midnight.
pub(crate) fn time(minutes: i64) -> Measure {
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
        Case {
            rule: Rule::TrainerTotal,
            data: |data| data.trainers[TOM].max_sessions = Some(3),
            plan: AS_IT_IS,
            measured: count(4),
            limit: Limit::AtMost(count(3)),
        },
    ]
}

fn moving() -> Vec<Case> {
    vec![
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

fn kits() -> Vec<Case> {
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
    ]
}

fn hosts_and_budget() -> Vec<Case> {
    vec![
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
pub(crate) const GROSS: i64 = 589_933_333_332;

fn withdrawals() -> Vec<Case> {
    vec![Case {
        rule: Rule::Withdrawn,
        data: |data| {
            data.residents[BRUNO].withdrawn = true;
            data.parties[data.residents[BRUNO].party].members.clear();
        },
        plan: AS_IT_IS,
        measured: count(1),
        limit: Limit::AtMost(count(0)),
    }]
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = group_and_residents();
    cases.extend(venues_and_dates());
    cases.extend(trainers());
    cases.extend(moving());
    cases.extend(kits());
    cases.extend(hosts_and_budget());
    cases.extend(withdrawals());
    cases.extend(breaking_promises::what_was_promised());
    cases.extend(breaking_promises::repairs());
    cases.extend(breaking_promises::what_is_new());
    cases
}
