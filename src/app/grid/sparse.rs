//! A version of a table of which only the changed rows are known.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::change::Key;
use crate::input::amending::part::{Heading, Part, PartRow};
use crate::input::column::NOTE;

/// An earlier version of a table, with the same number of rows: changed ones with their earlier cells, the others empty.
pub(super) fn sparse<'a>(
    now: &Part,
    (version, n_rows, columns): (&str, usize, &[String]),
    known: impl Iterator<Item = (&'a Key, &'a Vec<String>)>,
) -> Part {
    let known: BTreeMap<Key, &Vec<String>> = known.map(|(&key, cells)| (key, cells)).collect();
    let row = |at: usize| {
        let cells = known.get(&(at as Key)).map(|cells| StringRecord::from(cells.as_slice()));
        PartRow { line: at as u64, cells: cells.unwrap_or_default() }
    };
    let new = now.header.iter().map(|heading| heading.name.clone());
    let absent = now.absent.iter().cloned().chain(new).filter(|name| !columns.contains(name)).collect();
    Part {
        header: columns.iter().map(|name| heading(now, name)).collect(),
        absent,
        rows: (0..n_rows).map(row).collect(),
        version: version.to_owned(),
        unwritable: None,
        ..now.clone()
    }
}

/// The heading of a column: the current one, or only its name.
fn heading(now: &Part, name: &str) -> Heading {
    let kept = now.header.iter().find(|heading| heading.name == name).cloned();
    kept.unwrap_or_else(|| {
        let mut known = now.address.kind.columns().iter().chain([&NOTE]);
        let column = known.find(|column| column.name == name || column.french == name).copied();
        Heading { name: name.to_owned(), column, is_slot: false }
    })
}
