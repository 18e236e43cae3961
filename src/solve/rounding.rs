//! A plan from the linear program: the cycles it chooses most are opened first, the rest is built around them.

use rand_pcg::Pcg64Mcg;

use super::draft::Draft;
use super::improve::{Guide, Recreate};
use super::master::Column;
use super::relaxation::Relaxation;
use super::space::Space;

/// Opens the chosen cycles of the relaxation with a value of at least `least`, the greatest first, as far as they fit
/// together, and completes the plan at the prices of `guide`. `None` before the first solution.
pub fn round<'s>(
    relaxation: &Relaxation<'s>,
    guide: &Guide,
    least: f64,
    random: &mut Pcg64Mcg,
) -> Option<Draft<'s>> {
    let solution = relaxation.solution.as_ref()?;
    let mut chosen: Vec<(&Column, f64)> =
        relaxation.master.chosen(solution).filter(|&(_, value)| value >= least).collect();
    // Stable: equal values keep the order in which the columns were found.
    chosen.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut draft = Draft::new(relaxation.space);
    for (column, _) in chosen {
        open_what_is_left(&mut draft, relaxation.space, column);
    }
    Recreate::default().run(&mut draft, guide, random, false);
    Some(draft)
}

/// Opens a column with those of its members who are left, if they are still a group and lower the objective.
fn open_what_is_left(draft: &mut Draft, space: &Space, column: &Column) {
    let left = |&(class, count): &(usize, usize)| (class, count.min(draft.left(class)));
    let members: Vec<(usize, usize)> =
        column.members.iter().map(left).filter(|&(_, count)| count > 0).collect();
    let persons: usize = members.iter().map(|&(class, count)| space.classes[class].size * count).sum();
    let wanted: usize = column.members.iter().map(|&(class, count)| space.classes[class].size * count).sum();
    // A group that lost too many of its members is better built anew.
    if persons < space.min_group || persons * 4 < wanted * 3 {
        return;
    }
    let before = draft.objective();
    if let Some(number) = draft.open(column.pattern, column.trainer, column.track, members)
        && draft.objective() >= before
    {
        draft.close(number);
    }
}
