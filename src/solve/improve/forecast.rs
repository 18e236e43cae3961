//! What a change of groups' terms would cost at least, told before it is tried: most changes are hopeless, and trying
//! one costs ten times as much.

use super::super::draft::{Draft, Move};
use super::trial::Trial;

/// What displacing a person counts at least, as a share of the price of a seat that is not there.
const DISPLACED: f64 = 0.3;
/// What recruits may gain a group beyond what is foreseen, as a share of what leaving out one of its members costs.
const SLACK: f64 = 0.05;

/// Whether holding groups on other terms breaks a rule or would cost more than the limit allows.
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
    // Saving every tour would not do: the tours need not be looked at.
    total(-draft.tours()) > trial.limit || total(draft.tour_change(moves)) > trial.limit
}

/// What a group on other terms costs more beside tours, euros: in cash its hire and the trainer's time, in service its
/// members' journeys and waiting. Those who cannot follow count a little, and what recruits may gain is taken off.
fn change(draft: &Draft, new: &Move, seat_price: f64) -> (f64, f64) {
    let space = draft.space();
    let Some(group) = draft.group(new.number) else { return (0.0, f64::INFINITY) };
    if !space.staff[new.trainer].tracks.contains(group.track.into()) {
        return (0.0, f64::INFINITY);
    }
    let time = space.staff[new.trainer].cycle_time - space.staff[group.trainer].cycle_time;
    let told = space.changes(new.pattern, new.trainer) - space.changes(group.pattern, group.trainer);
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
