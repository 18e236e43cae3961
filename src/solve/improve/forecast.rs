//! Lower estimate of the cost of moving groups to other terms, before it is tried: most proposals are hopeless, and trying one
//! costs ten times as much.

use super::super::draft::{Draft, Move};
use super::trial::Trial;

/// Cost of displacing a person, as a share of the penalty for a missing seat.
const DISPLACED: f64 = 0.3;
/// Allowance for the gain from recruits, as a share of the cost of leaving out one of the group's members.
const SLACK: f64 = 0.05;

/// Whether moving groups to other terms breaks a rule, or would cost more than the limit allows.
pub(super) fn is_hopeless(trial: &Trial, moves: &[Move]) -> bool {
    if moves.iter().any(|new| trial.holds(new.number)) {
        return true;
    }
    let draft = trial.draft();
    let (cash, service) = moves.iter().fold((0.0, 0.0), |(cash, service), new| {
        let (more_cash, more_service) = change(draft, new, trial.toll.seat);
        (cash + more_cash, service + more_service)
    });
    let service = service + draft.absence_change(moves);
    let total = |tours: f64| cash + tours + service + trial.spending(cash + tours);
    // If even saving all tours were too little, their change need not be computed.
    total(-draft.tours()) > trial.limit || total(draft.tour_change(moves)) > trial.limit
}

/// Change of a group's cost on other terms without tours, euros: in cash its hire and the trainer's time, in service its
/// members' journeys and waiting. Members who cannot follow count a little; an allowance for recruits is subtracted.
fn change(draft: &Draft, new: &Move, seat_price: f64) -> (f64, f64) {
    let space = draft.space();
    let Some(group) = draft.group(new.number) else { return (0.0, f64::INFINITY) };
    if !space.staff[new.trainer].tracks.contains(group.track.into()) {
        return (0.0, f64::INFINITY);
    }
    let time = space.staff[new.trainer].cycle_time - space.staff[group.trainer].cycle_time;
    let changes = |pattern, trainer| space.changes((pattern, trainer), group.track);
    let told = changes(new.pattern, new.trainer) - changes(group.pattern, group.trainer);
    if new.pattern == group.pattern {
        return (time, told);
    }
    let cash = if space.patterns[group.pattern].course.is_some() {
        space.cash(new.pattern, new.trainer) - space.cash(group.pattern, group.trainer)
    } else {
        time + space.patterns[new.pattern].fixed - space.patterns[group.pattern].fixed
    };
    let mut more = told;
    let mut dear = 0.0_f64;
    for &(index, count) in &group.members {
        let class = &space.classes[index];
        dear = dear.max(space.worth[index]);
        let here = space.attendance(index, group.pattern).unwrap_or(0.0);
        more += count as f64
            * space.attendance(index, new.pattern).map_or_else(
                || DISPLACED * seat_price.min(space.worth[index]) * class.size as f64,
                |there| there - here,
            );
    }
    (cash, more - SLACK * dear)
}
