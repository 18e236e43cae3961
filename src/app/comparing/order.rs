//! The axes of a small batch, and the search effort for each variant: as typed, and as a batch file.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, value};

use crate::messages::Messages;
use crate::solve::effort::Effort;

/// Maximum number of variants of a small batch, without today's scenario; larger ones are for the command line.
pub const MOST_VARIANTS: usize = 60;
/// Maximum number of values of an axis.
const MOST_VALUES: usize = 20;
/// The unchanged scenario, with which the others are compared.
const BASE: &str = "base";
/// The group of all combinations.
const GRID: &str = "grid";

/// A parameter that can vary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Number of trainers: the first ones of the table.
    Trainers,
    /// Number of kits: the first ones of the table.
    Kits,
    /// The travel limit of participants, in minutes.
    Minutes,
    /// The smallest group.
    Smallest,
    /// The largest group.
    Largest,
}

impl Axis {
    /// All axes, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Trainers, Self::Kits, Self::Minutes, Self::Smallest, Self::Largest];

    /// Its name in forms; `web-compare-axis-` with this name is the key of its label.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trainers => "trainers",
            Self::Kits => "kits",
            Self::Minutes => "minutes",
            Self::Smallest => "smallest",
            Self::Largest => "largest",
        }
    }

    /// What it changes, in a batch file: a key of an axis, and its value.
    const fn subject(self) -> [&'static str; 2] {
        match self {
            Self::Trainers => ["first", "trainers"],
            Self::Kits => ["first", "kits"],
            Self::Minutes => ["key", "travel.max_travel_min"],
            Self::Smallest => ["key", "cycle.min_group"],
            Self::Largest => ["key", "cycle.max_group"],
        }
    }

    /// Its name in the report and in names of variants, with only letters allowed in a folder's name.
    fn column(self, messages: &Messages) -> String {
        messages.text(&format!("web-compare-column-{}", self.name()), &[])
    }
}

/// What is wrong with the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// Nothing varies.
    Nothing,
    /// A list contains anything but whole numbers, or too many of them.
    List(Axis),
    /// The number of variants would exceed this limit.
    TooMany(usize),
    /// There is no effort of this name.
    Effort,
}

/// The axes, and the search effort for each variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    axes: Vec<(Axis, Vec<u32>)>,
    effort: Effort,
    is_repeated: bool,
}

impl Order {
    /// Parses the fields of a form: a list for each axis, `effort`, `repeated`.
    ///
    /// # Errors
    /// If a field is invalid, or there are too many variants.
    pub fn typed(fields: &BTreeMap<String, String>) -> Result<Self, Unclear> {
        let field = |name: &str| fields.get(name).map_or("", |text| text.trim());
        let mut axes = Vec::new();
        for axis in Axis::ALL {
            let values = list(field(axis.name())).ok_or(Unclear::List(axis))?;
            axes.extend((!values.is_empty()).then_some((axis, values)));
        }
        let effort = Effort::from_name(field("effort")).ok_or(Unclear::Effort)?;
        let order = Self { axes, effort, is_repeated: !field("repeated").is_empty() };
        match order.n_variants() {
            _ if order.axes.is_empty() => Err(Unclear::Nothing),
            number if number > MOST_VARIANTS => Err(Unclear::TooMany(number)),
            _ => Ok(order),
        }
    }

    /// The number of combinations.
    fn n_variants(&self) -> usize {
        self.axes.iter().map(|(_, values)| values.len()).fold(1, usize::saturating_mul)
    }

    /// The batch file; `scenario` is the scenario's path as seen from it. Axes are named in the language of `documents`.
    pub(super) fn text(&self, scenario: &str, documents: &Messages) -> String {
        let mut file = DocumentMut::new();
        file["scenario"] = value(scenario);
        file["baseline"] = value(BASE);
        file["search"]["effort"] = value(self.effort.name());
        file["search"]["seeds"] = value(if self.is_repeated { 3 } else { 1 });
        let (mut axes, mut grid) = (ArrayOfTables::new(), InlineTable::new());
        for (axis, values) in &self.axes {
            let name = axis.column(documents);
            grid.insert(&name, Array::from_iter(["*"]).into());
            axes.push(section(*axis, name, values));
        }
        file["axis"] = Item::ArrayOfTables(axes);
        let groups = [(BASE, InlineTable::new()), (GRID, grid)].map(|(name, grid)| {
            let mut group = Table::new();
            group["name"] = value(name);
            group["grid"] = value(grid);
            group
        });
        file["group"] = Item::ArrayOfTables(groups.into_iter().collect());
        file.to_string()
    }
}

fn section(axis: Axis, name: String, values: &[u32]) -> Table {
    let [key, subject] = axis.subject();
    let mut section = Table::new();
    section["name"] = value(name);
    section[key] = value(subject);
    section["values"] = value(values.iter().map(|&number| i64::from(number)).collect::<Array>());
    section
}

/// Whole numbers, separated by blanks or `,;/`; sorted, without duplicates. `None` if one is invalid or there are too many.
fn list(text: &str) -> Option<Vec<u32>> {
    let is_between = |character: char| character.is_whitespace() || ",;/".contains(character);
    let words = text.split(is_between).filter(|word| !word.is_empty());
    let mut values = words.map(|word| word.parse().ok()).collect::<Option<Vec<u32>>>()?;
    values.sort_unstable();
    values.dedup();
    (values.len() <= MOST_VALUES).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    fn typed(fields: &[(&str, &str)]) -> Result<Order, Unclear> {
        let fields = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Order::typed(&fields.collect())
    }

    #[test]
    fn lists_are_understood_or_refused() {
        assert_eq!(list(" 3, 2;2\u{a0}10 "), Some(vec![2, 3, 10]));
        assert_eq!(list(""), Some(Vec::new()));
        for text in ["a", "-1", "1.5", "2 à 4", "99999999999"] {
            assert_eq!(list(text), None, "{text}");
        }
        assert_eq!(typed(&[("effort", "quick")]), Err(Unclear::Nothing));
        assert_eq!(typed(&[("effort", "much"), ("kits", "1")]), Err(Unclear::Effort));
        assert_eq!(typed(&[("effort", "quick"), ("kits", "x")]), Err(Unclear::List(Axis::Kits)));
        let many = [("effort", "quick"), ("kits", "1 2 3 4 5 6 7 8"), ("minutes", "1 2 3 4 5 6 7 8")];
        assert_eq!(typed(&many), Err(Unclear::TooMany(64)));
    }

    #[test]
    fn the_file_says_what_was_typed() {
        let order = typed(&[("effort", "quick"), ("trainers", "1 2"), ("repeated", "1")]).expect("an order");
        let text = order.text("../../a \"b\".toml", &Messages::new(Lang::Fr));
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("batch.toml");
        std::fs::write(&path, text).expect("written");
        let ((file, _), _) = crate::input::read_batch_file(&path).expect("a batch file");
        assert_eq!(file.scenario, "../../a \"b\".toml");
        assert_eq!((file.axis.len(), file.group.len()), (1, 2));
        assert_eq!((file.axis[0].name.as_str(), file.search.seeds), ("animateurs", Some(3)));
    }
}
