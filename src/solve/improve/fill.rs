//! The first plan: groups around unserved parties, as long as each lowers the objective.

use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use super::super::draft::Draft;
use super::Clock;
use super::groups::open_around;
use super::people::join;
use super::toll::Toll;
use super::trial::Trial;

/// Minimum gain of a new group in each pass, as a share of the value of a full one: full groups first.
const PASSES: [f64; 6] = [0.9, 0.8, 0.65, 0.5, 0.25, 0.0];
/// Groups tried around a class in each pass.
const TRIES: usize = 4;

/// Completes a draft: unserved parties join groups with room, or new groups open around them, as long as that lowers the
/// objective. Stops early if the clock says so.
pub(super) fn fill(draft: &mut Draft, random: &mut Pcg64Mcg, clock: &dyn Clock) {
    let space = draft.space();
    let seats = space.patterns.iter().map(|pattern| pattern.capacity).max().unwrap_or(0) as f64;
    let mut classes: Vec<usize> = (0..space.classes.len()).collect();
    for pass in PASSES {
        classes.shuffle(random);
        for &class in &classes {
            if clock.is_over() {
                return;
            }
            if draft.left(class) > 0 {
                let mut trial = Trial::new(draft, 0.0, Toll::FORBIDDEN);
                join(&mut trial, class);
                trial.settle();
            }
            for _ in 0..TRIES.min(2 * draft.left(class)) {
                let worth = space.worth[class] / space.classes[class].size as f64;
                let mut trial = Trial::new(draft, -pass * worth * seats, Toll::FORBIDDEN);
                open_around(&mut trial, class, random);
                trial.settle();
            }
        }
    }
}
