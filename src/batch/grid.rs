//! Which combinations of values are variants: the grid, its named groups, single variants, less those that are dropped.

use std::collections::{BTreeMap, BTreeSet};

use super::axis::{Axis, check_name, find, find_value, place};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::batch_file::{BatchFile, Literal};
use crate::input::stock::base::Base;
use crate::input::stock::variant::Setting;
use crate::output::export::paths::is_reserved;

/// Most variants of one batch.
const MOST_VARIANTS: usize = 10_000;
/// The group of a batch that names none.
const GRID: &str = "grid";

/// A combination of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its name: a folder.
    pub name: String,
    /// The groups it belongs to.
    pub groups: Vec<String>,
    /// For each axis the position of its value; `None` keeps the base scenario's.
    pub at: Vec<Option<usize>>,
    /// Keys that it sets in addition.
    pub set: Vec<Setting>,
    /// Where the file asks for it.
    pub place: Place,
}

/// For each axis the values to combine; `None` is the base scenario's own.
type Choices = Vec<Vec<Option<usize>>>;

/// Points, and the position of each combination among them.
#[derive(Default)]
struct Points {
    all: Vec<Point>,
    positions: BTreeMap<Vec<Option<usize>>, usize>,
}

impl Points {
    /// Adds a point of a group; a known point is only given the group's name.
    fn take(
        &mut self,
        at: Vec<Option<usize>>,
        group: &str,
        place: &Place,
        name: impl Fn(&[Option<usize>]) -> String,
    ) {
        if let Some(&known) = self.positions.get(&at) {
            self.all[known].groups.push(group.to_owned());
            return;
        }
        self.positions.insert(at.clone(), self.all.len());
        let (name, groups) = (name(&at), vec![group.to_owned()]);
        self.all.push(Point { name, groups, at, set: Vec::new(), place: place.clone() });
    }
}

/// Reads what a batch file asks for; every fault is reported.
pub(super) struct Grid<'a> {
    pub(super) axes: &'a [Axis],
    pub(super) places: &'a BTreeMap<String, Place>,
    pub(super) base: &'a Base,
}

impl Grid<'_> {
    /// All points of a batch, in the order of the file: groups, then single variants.
    pub(super) fn points(&self, file: &BatchFile, faults: &mut Faults) -> Vec<Point> {
        let mut points = Points::default();
        let drops = self.drops(file, faults);
        for (name, choices, place) in self.groups(file, faults) {
            let n_points = choices.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
            if n_points > MOST_VARIANTS {
                faults.add(too_many(n_points, place));
                continue;
            }
            for at in combinations(&choices).filter(|at| !drops.iter().any(|drop| is_dropped(at, drop))) {
                points.take(at, &name, &place, |at| self.name_of(at));
            }
            if points.all.len() > MOST_VARIANTS {
                // The earlier groups make a batch of their own; those that follow would be too many as well.
                faults.add(too_many(points.all.len(), place));
                break;
            }
        }
        let mut points = points.all;
        self.one_by_one(file, &mut points, faults);
        if points.is_empty() && !faults.has_error() {
            faults.add(Diagnostic::new(Code::NoVariant, self.place("axis", "scenario")));
        }
        if points.len() > MOST_VARIANTS && !faults.has_error() {
            faults.add(too_many(points.len(), self.place("variant[0]", "scenario")));
        }
        points
    }

    fn place(&self, key: &str, otherwise: &str) -> Place {
        place(self.places, key, otherwise)
    }

    /// `trainers-3_radius-15`; `base` where nothing is changed.
    fn name_of(&self, at: &[Option<usize>]) -> String {
        let chosen = self.axes.iter().zip(at).filter_map(|(axis, &value)| Some((axis, value?)));
        let parts: Vec<String> = chosen
            .map(|(axis, value)| format!("{}-{}", axis.name, plain(&axis.values[value].label)))
            .collect();
        let name = if parts.is_empty() { "base".to_owned() } else { parts.join("_") };
        if is_reserved(&name) { format!("{name}-") } else { name }
    }

    /// Of every group: its name, the values to combine for each axis, and its place.
    fn groups(&self, file: &BatchFile, faults: &mut Faults) -> Vec<(String, Choices, Place)> {
        let all = |axis: &Axis| (0..axis.values.len()).map(Some).collect::<Vec<_>>();
        if file.group.is_empty() && !self.axes.is_empty() {
            let choices = self.axes.iter().map(all).collect();
            return vec![(GRID.to_owned(), choices, self.place("axis[0]", "scenario"))];
        }
        let mut groups = Vec::new();
        for (position, group) in file.group.iter().enumerate() {
            let path = format!("group[{position}]");
            check_name(&group.name, self.place(&format!("{path}.name"), &path), faults);
            let mut choices: Choices = vec![vec![None]; self.axes.len()];
            for (name, values) in &group.grid {
                let key = format!("{path}.grid.{name}");
                let Some(axis) = find(self.axes, name, self.place(&key, &path), faults) else { continue };
                choices[axis] = if values.iter().any(|value| value.label() == "*") {
                    all(&self.axes[axis])
                } else {
                    self.positions(axis, values, &key, faults).into_iter().map(Some).collect()
                };
            }
            groups.push((group.name.clone(), choices, self.place(&path, "scenario")));
        }
        groups
    }

    fn positions(&self, axis: usize, values: &[Literal], key: &str, faults: &mut Faults) -> Vec<usize> {
        let find = |(position, value): (usize, &Literal)| {
            find_value(&self.axes[axis], value, self.place(&format!("{key}[{position}]"), key), faults)
        };
        values.iter().enumerate().filter_map(find).collect()
    }

    /// For each condition, the values of each axis that it names.
    fn drops(&self, file: &BatchFile, faults: &mut Faults) -> Vec<BTreeMap<usize, BTreeSet<usize>>> {
        let mut drops = Vec::new();
        for (position, condition) in file.drop.iter().enumerate() {
            let path = format!("drop[{position}]");
            let mut named = BTreeMap::new();
            for (name, values) in &condition.when {
                let key = format!("{path}.when.{name}");
                if let Some(axis) = find(self.axes, name, self.place(&key, &path), faults) {
                    named.insert(axis, self.positions(axis, values, &key, faults).into_iter().collect());
                }
            }
            drops.push(named);
        }
        drops
    }

    /// Variants outside the grid.
    fn one_by_one(&self, file: &BatchFile, points: &mut Vec<Point>, faults: &mut Faults) {
        let mut taken: BTreeSet<String> =
            points.iter().map(|point| point.name.to_ascii_lowercase()).collect();
        for (position, variant) in file.variant.iter().enumerate() {
            let path = format!("variant[{position}]");
            let name_place = self.place(&format!("{path}.name"), &path);
            check_name(&variant.name, name_place.clone(), faults);
            if !taken.insert(variant.name.to_ascii_lowercase()) {
                faults
                    .add(Diagnostic::new(Code::NamedTwice, name_place).with("value", variant.name.as_str()));
            }
            let mut at = vec![None; self.axes.len()];
            for (name, value) in &variant.at {
                let key = format!("{path}.at.{name}");
                if let Some(axis) = find(self.axes, name, self.place(&key, &path), faults) {
                    at[axis] = find_value(&self.axes[axis], value, self.place(&key, &path), faults);
                }
            }
            let mut set = Vec::new();
            for (key, value) in &variant.set {
                let place = self.place(&format!("{path}.set.{key}"), &path);
                if self.base.takes(key, value, &place, faults) {
                    set.push(Setting { key: key.clone(), value: value.clone(), place });
                }
            }
            let groups = variant.group.iter().cloned().collect();
            let place = self.place(&path, "scenario");
            points.push(Point { name: variant.name.clone(), groups, at, set, place });
        }
    }
}

fn too_many(found: usize, place: Place) -> Diagnostic {
    let fault = Diagnostic::new(Code::TooManyVariants, place).with("found", found.to_string());
    fault.with("limit", MOST_VARIANTS.to_string())
}

/// Every combination of one value of each axis; the last axis changes fastest.
fn combinations(choices: &[Vec<Option<usize>>]) -> impl Iterator<Item = Vec<Option<usize>>> + '_ {
    let n_points: usize = choices.iter().map(Vec::len).product();
    (0..n_points).map(move |mut rank| {
        let mut at: Vec<Option<usize>> = choices
            .iter()
            .rev()
            .map(|values| {
                let value = values[rank % values.len()];
                rank /= values.len();
                value
            })
            .collect();
        at.reverse();
        at
    })
}

/// Whether every axis that a condition names has one of its values.
fn is_dropped(at: &[Option<usize>], condition: &BTreeMap<usize, BTreeSet<usize>>) -> bool {
    !condition.is_empty()
        && condition.iter().all(|(&axis, values)| at[axis].is_some_and(|value| values.contains(&value)))
}

/// A label made fit for a folder's name on any file system.
fn plain(label: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-.+".contains(character);
    label.chars().map(|character| if is_plain(character) { character } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_axis_changes_fastest() {
        let choices = [vec![Some(0), Some(1)], vec![None], vec![Some(4), Some(5)]];
        let all: Vec<Vec<Option<usize>>> = combinations(&choices).collect();
        assert_eq!(all.len(), 4);
        assert_eq!(all[1], [Some(0), None, Some(5)]);
        assert_eq!(all[2], [Some(1), None, Some(4)]);
    }

    #[test]
    fn a_condition_drops_what_has_one_value_of_each_of_its_axes() {
        let condition = BTreeMap::from([(0, [0, 1].into()), (2, [3].into())]);
        assert!(is_dropped(&[Some(1), None, Some(3)], &condition));
        assert!(!is_dropped(&[Some(1), None, Some(2)], &condition));
        // An axis that keeps the base scenario's value has none of the values.
        assert!(!is_dropped(&[None, None, Some(3)], &condition));
        assert!(!is_dropped(&[None], &BTreeMap::new()));
    }
}
