//! Reasons in words, for people, and in figures, for programs.

use crate::instance::Instance;
use crate::messages::{Messages, Value};
use crate::plan::reasons::{Clash, Reason};

/// A reason in the words of the catalogue.
pub fn reason(reason: &Reason, instance: &Instance, messages: &Messages) -> String {
    let key = match reason {
        Reason::NoVenueInReach { nearest: None, .. } => "unserved-no_way".to_owned(),
        Reason::PartyIncompatible { clash, .. } => format!("unserved-party_{}", clash.name()),
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
        Reason::TooFewPlaces { members, cycles, places, nearest } => vec![
            ("members", (*members).into()),
            ("cycles", (*cycles).into()),
            ("places", (*places).into()),
            ("nearest", nearest.as_str().into()),
        ],
        Reason::CyclesFull { cycles, nearest } => {
            vec![("cycles", (*cycles).into()), ("nearest", nearest.as_str().into())]
        }
        Reason::NotJoined { nearest, places, members } => vec![
            ("nearest", nearest.as_str().into()),
            ("places", (*places).into()),
            ("members", (*members).into()),
        ],
        Reason::PartyIncompatible { members, clash } => party_variables(*members, *clash),
        Reason::BudgetSpent { left } => vec![("left", messages.euros(*left).into())],
        Reason::NoCycleOpened { best } => vec![("best", (*best).into())],
        Reason::NoVenueInReach { nearest: None, .. }
        | Reason::TrackNotTaught
        | Reason::NoTrainerAtSlot
        | Reason::NoOpenDates
        | Reason::NoTablet
        | Reason::NothingFree
        | Reason::NotConcerned => Vec::new(),
    }
}

fn party_variables(members: usize, clash: Clash) -> Vec<(&'static str, Value)> {
    let mut variables = vec![("members", members.into())];
    match clash {
        Clash::Tracks { tracks } => variables.push(("tracks", tracks.into())),
        Clash::Places { places } => variables.push(("places", places.into())),
        Clash::Tablets { needed, available } => {
            variables.extend([("needed", needed.into()), ("available", available.into())]);
        }
        Clash::Slots | Clash::Venues | Clash::Dates => {}
    }
    variables
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
        Reason::TooFewPlaces { members, cycles, places, nearest } => {
            format!("members={members} cycles={cycles} places_left={places} nearest={nearest}")
        }
        Reason::CyclesFull { cycles, nearest } => format!("full_cycles={cycles} nearest={nearest}"),
        Reason::NotJoined { nearest, places, members } => {
            format!("cycle={nearest} places_left={places} members={members}")
        }
        Reason::PartyIncompatible { members, clash } => {
            let clash_figures: String = match clash {
                Clash::Tracks { tracks } => format!(" tracks={tracks}"),
                Clash::Places { places } => format!(" places={places}"),
                Clash::Tablets { needed, available } => format!(" needed={needed} available={available}"),
                Clash::Slots | Clash::Venues | Clash::Dates => String::new(),
            };
            format!("members={members} no_common={}{clash_figures}", clash.name())
        }
        Reason::BudgetSpent { left } => format!("budget_left={:.2}", left.to_f64()),
        Reason::NoCycleOpened { best } => format!("unserved={best}"),
        Reason::TrackNotTaught
        | Reason::NoTrainerAtSlot
        | Reason::NoOpenDates
        | Reason::NoTablet
        | Reason::NothingFree
        | Reason::NotConcerned => String::new(),
    }
}
