//! Brings a draft over budget back within it.

use super::super::draft::Draft;
use super::groups::dissolve;
use super::people::spare;
use super::toll::Toll;
use super::trial::Trial;

/// Savings below this count as none, euros.
const LEAST: f64 = 1e-6;

/// A way to save: a party of a class leaves a group, or a group closes.
#[derive(Debug, Clone, Copy)]
enum Saving {
    Leave(usize, usize),
    Close(usize),
}

/// Removes parties and closes groups until the budget is kept, in ascending order of the objective lost per euro of gross cost
/// saved; members of a closed group join others if the budget allows it.
pub(super) fn save(draft: &mut Draft) {
    while draft.overspent() > 0.0 {
        let savings = savings(draft);
        if savings.is_empty() {
            return;
        }
        for (_, saving) in savings {
            if draft.overspent() > 0.0 {
                apply(draft, saving);
            }
        }
    }
}

/// Applies a saving if it is still possible.
fn apply(draft: &mut Draft, saving: Saving) {
    match saving {
        Saving::Leave(number, class) => {
            if spare(draft, number).contains(&class) {
                draft.take(number, class);
            }
        }
        Saving::Close(number) => {
            let mut trial = Trial::new(draft, f64::INFINITY, Toll::FORBIDDEN);
            dissolve(&mut trial, number);
            trial.settle();
        }
    }
}

/// All savings with their cost in the objective per euro, the cheapest first; a saving larger than the overspending counts
/// only up to that.
fn savings(draft: &mut Draft) -> Vec<(f64, Saving)> {
    let numbers: Vec<usize> = draft.groups().map(|(number, _)| number).collect();
    let mut ways: Vec<Saving> = numbers.iter().copied().map(Saving::Close).collect();
    for &number in &numbers {
        ways.extend(spare(draft, number).into_iter().map(|class| Saving::Leave(number, class)));
    }
    let most = draft.overspent();
    let rated = ways.into_iter().filter_map(|way| {
        let before = draft.beyond_budget();
        let mut trial = Trial::new(draft, f64::INFINITY, Toll::FREE);
        let is_done = match way {
            Saving::Leave(number, class) => trial.take(number, class),
            Saving::Close(number) => trial.close(number).is_some(),
        };
        let saved = (before - trial.draft().beyond_budget()).min(most);
        let rate = trial.change() / saved;
        let is_sound = is_done && saved > LEAST && trial.draft().can_be_travelled();
        trial.undo();
        is_sound.then_some((rate, way))
    });
    let mut rated: Vec<(f64, Saving)> = rated.collect();
    rated.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    rated
}
