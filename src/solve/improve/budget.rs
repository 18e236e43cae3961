//! Brings a draft that costs too much back within its budget.

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

/// Lets parties leave and closes groups, those first that cost the objective least for each euro of gross cost that they
/// save, until the budget is kept; whoever was in a closed group joins another where the budget allows it.
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

/// Takes a saving if it can still be had.
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

/// All savings with what they cost the objective for each euro, the cheapest first; what saves more than is overspent
/// counts with that.
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
