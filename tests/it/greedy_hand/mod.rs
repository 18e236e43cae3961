//! A planner's greedy hand: improves any legal plan one step at a time, with no code of the solver.
//!
//! Steps, each the best of its kind in turn: open a cycle of unserved parties (every venue, slot, track, first date and
//! trainer, with the kits that are free on those days); let one unserved party join a cycle; close a cycle. The hand
//! continues until no step lowers the objective. A plan that it can improve was not searched well.
//!
//! Steps are priced by their change ([`days`]: only the tours and kits of the affected days); each step taken is then
//! checked and priced as a whole, so that a mistake of the hand is not mistaken for a fault of the plan.

mod atlas;
mod days;
mod group;
mod moves;
mod state;

use ateliers::check::check;
use ateliers::instance::Instance;
use ateliers::instance::units::Euros;
use ateliers::plan::Plan;

use atlas::Atlas;
use moves::Step;
use state::State;

/// Tolerance between a predicted change and the recomputed one: each amount is rounded to a billionth.
const ROUNDING: Euros = Euros::from_nano(1_000);

/// The result of the hand for a plan.
pub(crate) struct Improved {
    pub(crate) plan: Plan,
    pub(crate) objective: Euros,
    /// Steps of each kind: cycles opened, parties that joined one, cycles closed.
    pub(crate) steps: [usize; 3],
}

/// Improves a legal plan until no step lowers the objective.
pub(crate) fn improved(instance: &Instance, plan: &Plan) -> Improved {
    let atlas = Atlas::new(instance);
    let mut state = State::new(&atlas, plan.clone());
    let mut steps = [0; 3];
    let kinds: [fn(&State) -> Option<Step>; 3] =
        [|state| state.best_opening(), |state| state.best_joining(), |state| state.best_closing()];
    loop {
        let n_before: usize = steps.iter().sum();
        for (kind, best) in kinds.iter().enumerate() {
            while let Some(step) = best(&state) {
                state = taken(&state, &step);
                steps[kind] += 1;
            }
        }
        if steps.iter().sum::<usize>() == n_before {
            return Improved { objective: state.objective(), plan: state.plan, steps };
        }
    }
}

/// The state after a step, which has the predicted effect and breaks no rule.
fn taken<'a>(state: &State<'a>, step: &Step) -> State<'a> {
    let instance = state.atlas.instance;
    let after = State::new(state.atlas, state.after(step));
    let verdict = check(instance, &after.plan);
    assert!(verdict.is_legal(), "{}: the hand broke {:?}", instance.name, verdict.violations);
    let error = after.objective() - state.objective() - step.change;
    let is_right = -ROUNDING <= error && error <= ROUNDING;
    assert!(is_right, "{}: the hand is wrong by {} for {step:?}", instance.name, error.to_f64());
    after
}
