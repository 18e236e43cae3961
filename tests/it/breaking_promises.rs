//! For every rule of a plan that follows an announced one, a change of what stands that breaks exactly that rule.

use ateliers::check::{Limit, Measure};
use ateliers::plan::{Fate, Plan, Repair};
use ateliers::rules::Rule;

use crate::announced::{BEGUN, COMMITTED, announce, newcomers, standing_plan};
use crate::breaking::{Case, count};
use crate::fixture::{CHLOE, HELENE, LIBRARY, UMA, day};

/// A case of the announced plan, changed from the state in which everything stands.
macro_rules! standing {
    ($rule:ident, $plan:expr, $measured:expr, $limit:expr $(,)?) => {
        Case {
            rule: Rule::$rule,
            data: announce,
            plan: |plan| {
                *plan = standing_plan();
                let change: fn(&mut Plan) = $plan;
                change(plan);
            },
            measured: $measured,
            limit: $limit,
        }
    };
}

fn dates(dates: &[(i8, i8)]) -> Measure {
    Measure::Dates(dates.iter().map(|&(month, date)| day(month, date)).collect())
}

pub(crate) fn what_was_promised() -> Vec<Case> {
    let once = || Limit::Exactly(count(1));
    vec![
        standing!(
            HeldSessions,
            |plan| plan.cycles[BEGUN].sessions = vec![day(1, 12)],
            dates(&[]),
            Limit::Exactly(dates(&[(1, 5)])),
        ),
        standing!(CommittedStands, |plan| _ = plan.cycles.remove(COMMITTED), count(0), once()),
        standing!(
            ParticipantsStay,
            |plan| plan.cycles[COMMITTED].participants = vec![CHLOE],
            count(0),
            once()
        ),
        standing!(NobodyJoins, |plan| plan.cycles[BEGUN].participants.push(HELENE), count(0), once()),
        standing!(HeldKits, |plan| _ = plan.kit_roster.remove(0), count(0), Limit::Exactly(count(1)),),
    ]
}

pub(crate) fn repairs() -> Vec<Case> {
    let of_the_couple = || Limit::Exactly(count(2));
    vec![
        standing!(
            StandIn,
            |plan| {
                let repair = Repair { date: day(1, 26), venue: None, trainer: Some(UMA) };
                plan.cycles[COMMITTED].repairs.push(repair);
            },
            Measure::Date(day(1, 26)),
            of_the_couple(),
        ),
        standing!(
            OtherRoom,
            |plan| {
                let repair = Repair { date: day(1, 26), venue: Some(LIBRARY), trainer: None };
                plan.cycles[COMMITTED].repairs.push(repair);
            },
            Measure::Date(day(1, 26)),
            of_the_couple(),
        ),
        standing!(
            Postponed,
            |plan| plan.cycles[COMMITTED].sessions[1] = day(2, 9),
            dates(&[(1, 12), (2, 9)]),
            Limit::Exactly(dates(&[(1, 12), (1, 26)])),
        ),
        standing!(
            BrokenOff,
            |plan| {
                plan.cycles[COMMITTED].fate = Fate::BrokenOff;
                plan.cycles[COMMITTED].sessions.truncate(1);
            },
            dates(&[(1, 12)]),
            Limit::Exactly(dates(&[])),
        ),
    ]
}

pub(crate) fn what_is_new() -> Vec<Case> {
    vec![
        standing!(
            Notice,
            |plan| plan.cycles.push(newcomers("C004", [day(1, 12), day(1, 26)])),
            Measure::Date(day(1, 12)),
            Limit::AtLeast(Measure::Date(day(1, 26))),
        ),
        // C000 was closed before.
        standing!(
            NewId,
            |plan| plan.cycles.push(newcomers("C000", [day(1, 26), day(2, 2)])),
            count(0),
            Limit::Exactly(count(0)),
        ),
    ]
}
