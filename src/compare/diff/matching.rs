//! Matches the cycles of one plan with those of another.
//!
//! If both follow the same announced plan, or one is the plan that the other follows, the announced cycles keep their identifiers
//! and are paired by them. All others are paired by what they have in common:
//!
//! A pair may be the same cycle if both teach the same track and are held in the same commune, or share half of the smaller
//! group. Among all pairings, the one of maximum likeness is taken (Kuhn-Munkres): shared participants count most, then the
//! venue, the commune, the weekly time, the first date and the trainer.
//!
//! Identical cycles are paired first. The rest takes cubic time, so that plans of a few hundred cycles take less than a second.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use crate::compare::cycle::CyclePortrait;

/// Pairs of positions, in the order of the first plan. Identifiers in `ids` mean the same cycle in both plans.
pub fn pairs(before: &[CyclePortrait], after: &[CyclePortrait], ids: &BTreeSet<&str>) -> Vec<(usize, usize)> {
    let others = |cycles: &[CyclePortrait]| -> Vec<usize> {
        (0..cycles.len()).filter(|&position| !ids.contains(cycles[position].id.as_str())).collect()
    };
    let mut pairs = named(before, after, ids);
    let [rows, columns] = [others(before), others(after)];
    let alike = identical(before, after, [&rows, &columns]);
    let taken: [BTreeSet<usize>; 2] =
        [alike.iter().map(|pair| pair.0).collect(), alike.iter().map(|pair| pair.1).collect()];
    pairs.extend(alike);
    let left = |positions: Vec<usize>, taken: &BTreeSet<usize>| -> Vec<usize> {
        positions.into_iter().filter(|position| !taken.contains(position)).collect()
    };
    let (rows, columns) = (left(rows, &taken[0]), left(columns, &taken[1]));
    pairs.extend(likeliest(&rows, &columns, &|row, column| likeness(&before[row], &after[column])));
    pairs.sort_unstable();
    pairs
}

/// Cycles of `ids` that both plans have.
fn named(before: &[CyclePortrait], after: &[CyclePortrait], ids: &BTreeSet<&str>) -> Vec<(usize, usize)> {
    let known: BTreeMap<&str, usize> =
        after.iter().enumerate().map(|(position, cycle)| (cycle.id.as_str(), position)).collect();
    let named = before.iter().enumerate().filter(|(_, cycle)| ids.contains(cycle.id.as_str()));
    named.filter_map(|(position, cycle)| Some((position, *known.get(cycle.id.as_str())?))).collect()
}

/// Pairs of cycles at these positions that differ only in their identifiers.
fn identical(
    before: &[CyclePortrait],
    after: &[CyclePortrait],
    [rows, columns]: [&[usize]; 2],
) -> Vec<(usize, usize)> {
    let mut known: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for &position in columns.iter().rev() {
        known.entry(key(&after[position])).or_default().push(position);
    }
    let mut pairs = Vec::new();
    for &position in rows {
        let cycle = &before[position];
        let Some(alike) = known.get_mut(&key(cycle)) else { continue };
        let is_alike = |other: &CyclePortrait| {
            cycle.trainer == other.trainer
                && cycle.track == other.track
                && cycle.participants == other.participants
                && (cycle.is_broken_off, &cycle.repairs) == (other.is_broken_off, &other.repairs)
        };
        if let Some(found) = alike.iter().rposition(|&other| is_alike(&after[other])) {
            pairs.push((position, alike.remove(found)));
        }
    }
    pairs
}

/// Venue, dates and start: a key that few cycles of a plan share.
type Key<'a> = (&'a str, &'a [Date], u16);

fn key(cycle: &CyclePortrait) -> Key<'_> {
    (&cycle.venue, &cycle.sessions, cycle.start_minute)
}

/// The pairing of maximum total likeness, without pairs of likeness zero.
fn likeliest(
    rows: &[usize],
    columns: &[usize],
    likeness: &dyn Fn(usize, usize) -> i64,
) -> Vec<(usize, usize)> {
    if rows.is_empty() || columns.is_empty() {
        return Vec::new();
    }
    // The algorithm requires at most as many rows as columns.
    if columns.len() < rows.len() {
        let turned = likeliest(columns, rows, &|column, row| likeness(row, column));
        return turned.into_iter().map(|(column, row)| (row, column)).collect();
    }
    let weights =
        Matrix::from_fn(rows.len(), columns.len(), |(row, column)| likeness(rows[row], columns[column]));
    let (_, partners) = kuhn_munkres(&weights);
    let pairs = partners.into_iter().enumerate().filter(|&pair| weights[pair] > 0);
    pairs.map(|(row, column)| (rows[row], columns[column])).collect()
}

/// How similar two cycles are; zero if they cannot be the same.
fn likeness(before: &CyclePortrait, after: &CyclePortrait) -> i64 {
    let shared = before.participants.intersection(&after.participants).count();
    let smaller = before.participants.len().min(after.participants.len());
    let is_one = before.insee == after.insee || (shared > 0 && 2 * shared >= smaller);
    if before.track != after.track || !is_one {
        return 0;
    }
    let both = (before.participants.len() + after.participants.len()).max(1);
    let of_people = (2000 * shared / both) as i64;
    let time = |cycle: &CyclePortrait| (cycle.weekday.to_monday_zero_offset(), cycle.start_minute);
    let points = [
        (before.venue == after.venue, 400),
        (before.insee == after.insee, 200),
        (time(before) == time(after), 150),
        (before.sessions.first() == after.sessions.first(), 150),
        (before.trainer == after.trainer, 100),
    ];
    1 + of_people + points.iter().filter(|(is_alike, _)| *is_alike).map(|(_, points)| points).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn cycle(id: &str, insee: &str, participants: &[&str]) -> CyclePortrait {
        CyclePortrait {
            id: id.to_owned(),
            track: "base".to_owned(),
            venue: format!("V-{insee}"),
            venue_name: "Salle".to_owned(),
            insee: insee.to_owned(),
            weekday: Weekday::Tuesday,
            start_minute: 840,
            trainer: "T1".to_owned(),
            sessions: vec![date(2027, 1, 5), date(2027, 1, 12)],
            repairs: Vec::new(),
            is_broken_off: false,
            participants: participants.iter().map(|&id| id.to_owned()).collect(),
        }
    }

    #[test]
    fn the_people_tell_which_cycle_moved_and_the_commune_which_was_filled_anew() {
        let before = [cycle("C1", "25304", &["a", "b", "c"]), cycle("C2", "25539", &["d", "e", "f"])];
        // The first group now meets in Seloncourt; Seloncourt's own group is a different one.
        let after = [cycle("C1", "25539", &["x", "y", "z"]), cycle("C2", "25539", &["a", "b", "c"])];
        assert_eq!(pairs(&before, &after, &BTreeSet::new()), [(0, 1), (1, 0)]);
    }

    #[test]
    fn cycles_without_people_or_place_in_common_are_not_one() {
        let (before, after) = ([cycle("C1", "25304", &["a", "b"])], [cycle("C1", "25539", &["c", "d"])]);
        assert_eq!(pairs(&before, &after, &BTreeSet::new()), []);
        let mut smartphone = cycle("C1", "25304", &["a", "b"]);
        smartphone.track = "smartphone".to_owned();
        assert_eq!(pairs(&before, &[smartphone], &BTreeSet::new()), []);
    }

    #[test]
    fn more_cycles_before_than_after_leave_the_least_alike_alone() {
        let before = [
            cycle("C1", "25304", &["a", "b"]),
            cycle("C2", "25304", &["c", "d"]),
            cycle("C3", "25304", &["e", "f"]),
        ];
        let after = [cycle("C1", "25304", &["e", "f"]), cycle("C2", "25304", &["a", "x"])];
        assert_eq!(pairs(&before, &after, &BTreeSet::new()), [(0, 1), (2, 0)]);
    }

    #[test]
    fn what_was_announced_is_paired_by_its_identifier_and_nothing_else() {
        let before = [cycle("C1", "25304", &["a", "b"]), cycle("C2", "25539", &["c", "d"])];
        // C1 was closed, its people are in a new cycle at its place; C2 has other people in another commune.
        let after = [cycle("C3", "25304", &["a", "b"]), cycle("C2", "25304", &["e", "f"])];
        assert_eq!(pairs(&before, &after, &["C1", "C2"].into()), [(1, 1)]);
        assert_eq!(pairs(&before, &after, &["C2"].into()), [(0, 0), (1, 1)], "two that follow one plan");
    }
}
