//! Reasons in words, for people, and in figures, for programs.

use crate::instance::Instance;
use crate::messages::{Messages, Value};
use crate::plan::reasons::Reason;

/// A reason in the words of the catalogue.
pub fn reason(reason: &Reason, instance: &Instance, messages: &Messages) -> String {
    let key = match reason {
        Reason::NoVenueInReach { nearest: None, .. } => "unserved-no_way".to_owned(),
        _ => format!("unserved-{}", reason.code()),
    };
    messages.text(&key, &variables(reason, instance, messages))
}

fn variables(reason: &Reason, instance: &Instance, messages: &Messages) -> Vec<(&'static str, Value)> {
    let minutes = |minutes: crate::instance::units::Minutes| messages.number(minutes.to_f64(), 1);
    match reason {
        Reason::NoVenueInReach { nearest: Some((venue, way)), limit } => vec![
            ("commune", instance.communes[instance.venues[*venue].commune].name.as_str().into()),
            ("minutes", minutes(*way).into()),
            ("limit", minutes(*limit).into()),
        ],
        Reason::NoStepFreeVenue { in_reach } => vec![("venues", (*in_reach).into())],
        Reason::NoSlotInCommon { venues } => vec![("venues", (*venues).into())],
        Reason::TooLate { from, last } => {
            vec![("from", messages.date(*from).into()), ("last", messages.date(*last).into())]
        }
        Reason::PartyTooLarge { members, places } => {
            vec![("members", (*members).into()), ("places", (*places).into())]
        }
        Reason::PartyMember { member, .. } => {
            vec![("member", instance.residents[*member].id.as_str().into())]
        }
        Reason::TooFewNeighbours { best, needed } | Reason::TooFewLeft { best, needed } => {
            vec![("best", (*best).into()), ("needed", (*needed).into())]
        }
        Reason::CyclesFull { cycles, nearest } => {
            vec![("cycles", (*cycles).into()), ("nearest", nearest.as_str().into())]
        }
        Reason::NotJoined { nearest } => vec![("nearest", nearest.as_str().into())],
        Reason::BudgetSpent { left } => vec![("left", messages.euros(*left).into())],
        Reason::NoCycleOpened { best } => vec![("best", (*best).into())],
        Reason::NoVenueInReach { nearest: None, .. }
        | Reason::TrackNotTaught
        | Reason::NoTrainerAtSlot
        | Reason::NoOpenDates
        | Reason::NoTablet
        | Reason::NothingFree
        | Reason::PartyIncompatible => Vec::new(),
    }
}

/// The figures behind a reason as `name=value`, separated by spaces: for programs, the same in every language.
pub(super) fn detail(reason: &Reason, instance: &Instance) -> String {
    match reason {
        Reason::NoVenueInReach { nearest: Some((venue, minutes)), limit } => format!(
            "nearest_venue={} minutes={} limit={}",
            instance.venues[*venue].id,
            minutes.to_f64(),
            limit.to_f64()
        ),
        Reason::NoVenueInReach { nearest: None, limit } => {
            format!("nearest_venue=none limit={}", limit.to_f64())
        }
        Reason::NoStepFreeVenue { in_reach } => format!("venues_in_reach={in_reach} step_free=0"),
        Reason::NoSlotInCommon { venues } => format!("venues_in_reach={venues} common_slots=0"),
        Reason::TooLate { from, last } => format!("available_from={from} last_first_session={last}"),
        Reason::PartyTooLarge { members, places } => format!("members={members} places={places}"),
        Reason::PartyMember { member, code } => {
            format!("member={} reason={code}", instance.residents[*member].id)
        }
        Reason::TooFewNeighbours { best, needed } => format!("interested={best} min_group={needed}"),
        Reason::TooFewLeft { best, needed } => format!("unserved={best} min_group={needed}"),
        Reason::CyclesFull { cycles, nearest } => format!("full_cycles={cycles} nearest={nearest}"),
        Reason::NotJoined { nearest } => format!("cycle={nearest}"),
        Reason::BudgetSpent { left } => format!("budget_left={:.2}", left.to_f64()),
        Reason::NoCycleOpened { best } => format!("unserved={best}"),
        Reason::TrackNotTaught
        | Reason::NoTrainerAtSlot
        | Reason::NoOpenDates
        | Reason::NoTablet
        | Reason::NothingFree
        | Reason::PartyIncompatible => String::new(),
    }
}
